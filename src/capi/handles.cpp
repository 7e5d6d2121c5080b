// Each handle stands at a place that is never freed, so that any ticket can be held against it without a lock.
//
// Who uses a place says so first and looks at its ticket then; who closes it takes the ticket away first and looks for
// users then. So one of the two always sees the other (both orders are seq_cst), and the last who leaves a closed place
// empties it. A ticket names its place and how many were given out there before: no number ever comes twice.
#include "capi/handles.hpp"

#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <new>
#include <type_traits>
#include <utility>

namespace csp::capi {

/// Alone in its line of the processor's cache: who uses one handle does not slow down who uses the next.
struct alignas(64) HandlePlace {
    std::atomic<std::uintptr_t> ticket{0};  ///< 0: nothing is open here
    std::atomic<std::uint64_t> users{0};    ///< calls that look at it just now, those too that come too late
    std::shared_ptr<void> thing{};          ///< of the ticket; written only where it is 0 and nobody can use it
    std::uintptr_t number{0};               ///< this place's own
    std::uintptr_t given{0};                ///< how many tickets it has had
    HandlePlace* next_free{nullptr};
};

namespace {

static_assert(sizeof(std::uintptr_t) == 8, "a ticket has 4 bits of kind, 24 of place and 36 that count");
constexpr unsigned kind_bits = 4;
constexpr unsigned place_bits = 24;
constexpr std::uintptr_t most_places = std::uintptr_t{1} << place_bits;
constexpr std::uintptr_t most_given = (std::uintptr_t{1} << (64 - kind_bits - place_bits)) - 1;

HandleKind kind_of(std::uintptr_t ticket) { return static_cast<HandleKind>(ticket & ((1U << kind_bits) - 1)); }

/// Rows of places, each twice as long as the one before, so that none of them ever moves.
class Places {
public:
    /// nullptr: no ticket was ever given out for it.
    HandlePlace* at(std::uintptr_t ticket) const noexcept {
        const Spot spot = spot_of((ticket >> kind_bits) & (most_places - 1));
        HandlePlace* const row = rows_[spot.row].load(std::memory_order_acquire);
        return row == nullptr ? nullptr : row + spot.column;
    }

    std::uintptr_t open(HandleKind kind, std::shared_ptr<void>&& thing) {
        const std::lock_guard lock(door_);
        HandlePlace& place = free_ == nullptr ? next_place() : *std::exchange(free_, free_->next_free);
        place.thing = std::move(thing);
        const std::uintptr_t turn = (++place.given << place_bits) | place.number;
        const std::uintptr_t ticket = (turn << kind_bits) | static_cast<std::uintptr_t>(kind);
        place.ticket.store(ticket);
        return ticket;
    }

    /// Where it is closed and nobody uses it. Who is told twice finds it empty, or open once more.
    std::shared_ptr<void> emptied(HandlePlace& place) noexcept {
        const std::lock_guard lock(door_);
        if (place.ticket.load() != 0 || place.users.load() != 0 || place.thing == nullptr) { return nullptr; }
        if (place.given < most_given) { place.next_free = std::exchange(free_, &place); }
        return std::exchange(place.thing, nullptr);
    }

private:
    struct Spot {
        std::size_t row;
        std::size_t column;
    };
    static Spot spot_of(std::uintptr_t number) noexcept {
        const std::uintptr_t at = number + first_row;
        const auto row = static_cast<std::size_t>(std::bit_width(at) - std::bit_width(first_row));
        return {row, at - (first_row << row)};
    }

    HandlePlace& next_place() {
        if (used_ == most_places) { throw std::bad_alloc(); }
        const Spot spot = spot_of(used_);
        if (spot.column == 0) { rows_[spot.row].store(new HandlePlace[first_row << spot.row]); }
        HandlePlace& place = rows_[spot.row].load()[spot.column];
        place.number = used_++;
        return place;
    }

    static constexpr std::uintptr_t first_row = 64;
    std::array<std::atomic<HandlePlace*>, place_bits - 5> rows_{};
    std::mutex door_{};
    std::uintptr_t used_{0};
    HandlePlace* free_{nullptr};
};

/// Never destroyed: a host may close its handles after main.
constinit Places places{};
static_assert(std::is_trivially_destructible_v<Places>);

}  // namespace

std::uintptr_t open_handle(HandleKind kind, std::shared_ptr<void> thing) { return places.open(kind, std::move(thing)); }

void close_handle(HandleKind kind, std::uintptr_t ticket) noexcept {
    HandlePlace* const place = places.at(ticket);
    if (place == nullptr || kind_of(ticket) != kind || !place->ticket.compare_exchange_strong(ticket, 0)) { return; }
    if (place->users.load() == 0) { places.emptied(*place); }  // the thing goes here, with the door open again
}

Use::Use(HandleKind kind, std::uintptr_t ticket) noexcept : place_(places.at(ticket)), ticket_(ticket) {
    // Who has no ticket for it leaves the place alone: it may be somebody else's by now, who counts its users.
    if (place_ == nullptr || kind_of(ticket) != kind || place_->ticket.load() != ticket) {
        place_ = nullptr;
        return;
    }
    place_->users.fetch_add(1);
    if (place_->ticket.load() == ticket) { thing_ = &place_->thing; }  // unless it was closed in between
}
bool Use::is_open() const noexcept { return place_ != nullptr && place_->ticket.load() == ticket_; }
Use::~Use() {
    if (place_ == nullptr) { return; }
    if (place_->users.fetch_sub(1) == 1 && place_->ticket.load() == 0) { places.emptied(*place_); }
}

}  // namespace csp::capi
