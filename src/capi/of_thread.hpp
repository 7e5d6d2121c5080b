// What a thread keeps from one call to the next.
#pragma once

#include <memory>

#include "csp/engine.hpp"

namespace csp::capi {

class Visit;

/// Found once a call: in a shared library that is a call of its own.
struct OfThread {
    const Visit* innermost{nullptr};  ///< the engines it is inside of
    Request* spare{nullptr};          ///< of its last command, to be filled once more
    bool is_over{false};              ///< the thread ends; a host that calls now leaves nothing behind
};
OfThread& of_this_thread() noexcept;

/// A request to be filled, while this lives: most often it is the same user who asks again, and the name is there.
/// A command inside of another's callback has one of its own.
class LentRequest {
public:
    LentRequest();
    ~LentRequest();
    LentRequest(const LentRequest&) = delete;
    LentRequest& operator=(const LentRequest&) = delete;
    Request& operator*() const { return *request_; }

private:
    OfThread& thread_;
    std::unique_ptr<Request> request_;
};

}  // namespace csp::capi
