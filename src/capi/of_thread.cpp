#include "capi/of_thread.hpp"

#include <cstddef>
#include <utility>

namespace csp::capi {
namespace {

constinit thread_local OfThread of_thread{};
constexpr std::size_t longest_user_kept = 512;

struct EndOfThread {
    ~EndOfThread() {
        of_thread.is_over = true;
        delete std::exchange(of_thread.spare, nullptr);
    }
};

std::unique_ptr<Request> first_request() {
    static thread_local EndOfThread end{};
    return std::make_unique<Request>();
}

}  // namespace

OfThread& of_this_thread() noexcept { return of_thread; }

LentRequest::LentRequest() : thread_(of_this_thread()), request_(std::exchange(thread_.spare, nullptr)) {
    if (request_ == nullptr) { request_ = thread_.is_over ? std::make_unique<Request>() : first_request(); }
}
LentRequest::~LentRequest() {
    const bool is_kept = !thread_.is_over && thread_.spare == nullptr;
    if (is_kept && request_->by.user.capacity() <= longest_user_kept) { thread_.spare = request_.release(); }
}

}  // namespace csp::capi
