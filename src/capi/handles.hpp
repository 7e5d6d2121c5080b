// Handles are tickets: numbers that were given out once and never again, so that one which is closed, foreign or of
// another type is found out without touching what it might point to.
//
// Threads: all of it may be called from any thread. What a ticket stands for lives until nobody uses it any more.
#pragma once

#include <csp.h>

#include <cstdint>
#include <memory>

namespace csp::capi {

struct OpenEngine;
struct OpenCursor;
struct OpenBatch;
struct SharedClock;
struct OpenWizard;

enum class HandleKind : std::uintptr_t { engine = 1, cursor = 2, batch = 3, manual_clock = 4, wizard = 5 };

/// Answers the number of the new ticket; find and take answer nullptr where there is none of that kind.
std::uintptr_t open_handle(HandleKind kind, std::shared_ptr<void> thing);
std::shared_ptr<void> find_handle(HandleKind kind, std::uintptr_t ticket);
std::shared_ptr<void> take_handle(HandleKind kind, std::uintptr_t ticket);

template <class Ticket>
struct HandleOf;
template <>
struct HandleOf<csp_engine> {
    using Thing = OpenEngine;
    static constexpr HandleKind kind = HandleKind::engine;
    static constexpr const char* name = "engine";
};
template <>
struct HandleOf<csp_cursor> {
    using Thing = OpenCursor;
    static constexpr HandleKind kind = HandleKind::cursor;
    static constexpr const char* name = "cursor";
};
template <>
struct HandleOf<csp_batch> {
    using Thing = OpenBatch;
    static constexpr HandleKind kind = HandleKind::batch;
    static constexpr const char* name = "batch";
};
template <>
struct HandleOf<csp_manual_clock> {
    using Thing = SharedClock;
    static constexpr HandleKind kind = HandleKind::manual_clock;
    static constexpr const char* name = "clock";
};

template <>
struct HandleOf<csp_wizard> {
    using Thing = OpenWizard;
    static constexpr HandleKind kind = HandleKind::wizard;
    static constexpr const char* name = "wizard";
};

template <class Ticket>
Ticket* ticket_for(std::shared_ptr<typename HandleOf<Ticket>::Thing> thing) {
    return reinterpret_cast<Ticket*>(open_handle(HandleOf<Ticket>::kind, std::move(thing)));
}
template <class Ticket>
std::shared_ptr<typename HandleOf<Ticket>::Thing> behind(const Ticket* ticket) {
    auto thing = find_handle(HandleOf<Ticket>::kind, reinterpret_cast<std::uintptr_t>(ticket));
    return std::static_pointer_cast<typename HandleOf<Ticket>::Thing>(std::move(thing));
}
template <class Ticket>
void close_ticket(const Ticket* ticket) {
    take_handle(HandleOf<Ticket>::kind, reinterpret_cast<std::uintptr_t>(ticket)).reset();
}

}  // namespace csp::capi
