// Handles are tickets: numbers that were given out once and never again, so that one which is closed, foreign or of
// another type is found out without touching what it might point to.
//
// Threads: all of it may be called from any thread. What a ticket stands for lives until nobody uses it any more.
#pragma once

#include <csp.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace csp::capi {

struct OpenEngine;
struct OpenCursor;
struct OpenBatch;
struct SharedClock;
struct OpenWizard;

enum class HandleKind : std::uintptr_t { engine = 1, cursor = 2, batch = 3, manual_clock = 4, wizard = 5 };

struct HandlePlace;

/// Answers the number of the new ticket. When it throws there is none.
std::uintptr_t open_handle(HandleKind kind, std::shared_ptr<void> thing);
/// The thing goes as soon as nobody uses it: now, or at the end of the last Use.
void close_handle(HandleKind kind, std::uintptr_t ticket) noexcept;

/// While this lives, so does what the ticket stands for; a ticket that is none of that kind stands for nothing.
class Use {
public:
    Use(HandleKind kind, std::uintptr_t ticket) noexcept;
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    /// nullptr: there is no such handle.
    [[nodiscard]] const std::shared_ptr<void>* thing() const { return thing_; }
    /// Whether nobody has closed it since: what it stands for may live no longer than this.
    [[nodiscard]] bool is_open() const noexcept;

private:
    HandlePlace* place_;
    std::uintptr_t ticket_;
    const std::shared_ptr<void>* thing_{nullptr};
};

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

/// What a ticket stands for, in use.
template <class Ticket>
class Behind {
public:
    using Thing = typename HandleOf<Ticket>::Thing;
    explicit Behind(const Ticket* ticket) : use_(HandleOf<Ticket>::kind, reinterpret_cast<std::uintptr_t>(ticket)) {}
    explicit operator bool() const { return use_.thing() != nullptr; }
    [[nodiscard]] bool is_open() const noexcept { return use_.is_open(); }
    [[nodiscard]] Thing* get() const { return static_cast<Thing*>(use_.thing()->get()); }
    Thing& operator*() const { return *get(); }
    Thing* operator->() const { return get(); }
    /// For what goes on needing it after this call; nullptr where there is no such handle.
    [[nodiscard]] std::shared_ptr<Thing> shared() const {
        return use_.thing() == nullptr ? nullptr : std::static_pointer_cast<Thing>(*use_.thing());
    }

private:
    Use use_;
};
using EngineInUse = Behind<csp_engine>;

template <class Ticket>
Ticket* ticket_for(std::shared_ptr<typename HandleOf<Ticket>::Thing> thing) {
    return reinterpret_cast<Ticket*>(open_handle(HandleOf<Ticket>::kind, std::move(thing)));
}
template <class Ticket>
void close_ticket(const Ticket* ticket) noexcept {
    close_handle(HandleOf<Ticket>::kind, reinterpret_cast<std::uintptr_t>(ticket));
}

}  // namespace csp::capi
