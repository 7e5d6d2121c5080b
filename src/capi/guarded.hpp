// The one border: every extern "C" function runs inside of guarded(), and no exception leaves it.
#pragma once

#include <csp.h>

#include <exception>
#include <new>
#include <utility>

#include "capi/handles.hpp"
#include "capi/of_thread.hpp"
#include "capi/wrong.hpp"

namespace csp::capi {

csp_status status_of(const Error& error);
/// Fills as much of `out` as the caller has, and answers the status. Allocates only for csp_error.json.
csp_status tell(const Error& error, csp_error* out);
csp_status tell(csp_status status, const char* message, csp_error* out) noexcept;
void tell_ok(csp_error* out) noexcept;

/// `body` answers a Result<csp_status>.
template <class Body>
csp_status guarded(csp_error* error, Body&& body) noexcept {
    try {
        const Result<csp_status> answer = std::forward<Body>(body)();
        if (!answer) { return tell(answer.error(), error); }
        tell_ok(error);
        return *answer;
    } catch (const std::bad_alloc&) {
        return tell(CSP_NO_MEMORY, "csp: out of memory", error);
    } catch (const std::exception& problem) { return tell(CSP_INTERNAL, problem.what(), error); } catch (...) {
        return tell(CSP_INTERNAL, "csp: an unknown exception", error);
    }
}
/// For what answers nothing.
template <class Body>
void guarded_silently(Body&& body) noexcept {
    guarded(nullptr, [&]() -> Result<csp_status> {
        std::forward<Body>(body)();
        return csp_status{CSP_OK};
    });
}

/// This thread is inside of that engine while it lives.
class Visit {
public:
    explicit Visit(const OpenEngine* engine);
    ~Visit();
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;
    [[nodiscard]] bool is_welcome() const { return is_welcome_; }

private:
    OfThread& thread_;
    const OpenEngine* engine_;
    const Visit* outer_;
    bool is_welcome_;
};

/// A batch or a wizard is in use while the first of these lives: a callback in between, perhaps of another engine, sees
/// it taken. (It is one thread's at a time, so this is no lock.)
class Hold {
public:
    explicit Hold(bool& is_held) : is_held_(is_held), is_first_(!std::exchange(is_held, true)) {}
    ~Hold() {
        if (is_first_) { is_held_ = false; }
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    [[nodiscard]] bool is_first() const { return is_first_; }

private:
    bool& is_held_;
    bool is_first_;
};

Error no_such_handle(const char* name);
Error busy();

/// `body` gets what the ticket stands for.
template <class Ticket, class Body>
csp_status with_handle(const Ticket* ticket, csp_error* error, Body&& body) noexcept {
    return guarded(error, [&]() -> Result<csp_status> {
        const Behind<Ticket> thing(ticket);
        if (!thing) { return no_such_handle(HandleOf<Ticket>::name); }
        return body(*thing);
    });
}
/// `body` gets the engine, unless this thread is inside of it already.
template <class Body>
csp_status in_engine(const csp_engine* ticket, csp_error* error, Body&& body) noexcept {
    return guarded(error, [&]() -> Result<csp_status> {
        const EngineInUse engine(ticket);
        if (!engine) { return no_such_handle(HandleOf<csp_engine>::name); }
        const Visit visit(engine.get());
        if (!visit.is_welcome()) { return busy(); }
        return body(engine);
    });
}

/// The end of every body: what was done goes where the caller wants it, or the error goes on.
template <class T, class Give>
Result<csp_status> handed_out(Result<T> answer, Give give) {
    if (!answer) { return std::move(answer).error(); }
    give(std::move(answer).value());
    return csp_status{CSP_OK};
}

}  // namespace csp::capi
