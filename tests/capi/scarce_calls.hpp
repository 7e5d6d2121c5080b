// One call again and again, with memory that ends at each allocation in turn, compared with what it comes to with all
// of it.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "sanitized.hpp"
#include "scarce_memory.hpp"

namespace csp::test {

/// The memory that a call has: so many allocations; less than 0: as many as it wants. Then one fails, or all do.
struct Purse {
    long allocations{-1};
    bool ends_for_good{false};
    bool was_enough{true};  ///< not known where it ends for good

    template <class Call>
    csp_status spent_on(Call call) {
        scarce.ends_for_good = ends_for_good;
        scarce.good_ones = allocations;
        const csp_status status = call();
        was_enough = allocations < 0 || scarce.good_ones >= 0;
        scarce.good_ones = -1;
        scarce.ends_for_good = false;
        return status;
    }
};

/// `ask(cursor_out)` gives a cursor, or leaves NULL there.
template <class Ask>
csp_status with_cursor(Purse& purse, Ask ask) {
    static int nobody = 0;
    auto* cursor = reinterpret_cast<csp_cursor*>(&nobody);  // whatever stood there before
    const csp_status status = purse.spent_on([&] { return ask(&cursor); });
    CHECK((cursor == nullptr) == (status < 0));
    csp_cursor_close(cursor);
    return status;
}
/// What became of a command that `add(batch)` puts into a batch of its own. Its answer is read with memory.
template <class Add>
csp_status in_batch(CShop& shop, Purse& purse, Add add) {
    csp_batch* batch = nullptr;
    csp_status status = purse.spent_on([&] {
        const csp_status opened = csp_batch_open(shop.engine, &batch, nullptr);
        const csp_status added = opened == CSP_OK ? add(batch) : opened;
        return added == CSP_OK ? csp_batch_commit(batch, nullptr) : added;
    });
    const csp_status answer = csp_batch_answer(batch, 0, &shop.receipt, &shop.error);
    if (status == CSP_OK) { status = answer; }
    csp_batch_close(batch);
    return status;
}

/// The hash of a password takes no time while it lives.
struct QuickHashes {
    QuickHashes() { scarce.hashes_at_once = true; }
    ~QuickHashes() { scarce.hashes_at_once = false; }
    QuickHashes(const QuickHashes&) = delete;
    QuickHashes& operator=(const QuickHashes&) = delete;
};

/// The last position in the feed, which is not before `from`.
inline std::uint64_t feed_length_from(CShop& shop, std::uint64_t from) {
    csp_cursor* cursor = nullptr;
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    event.position = from;
    good(csp_events(shop.engine, &shop.host, from, nullptr, &cursor, &shop.error), shop.error);
    while (csp_cursor_next(cursor, &row, &shop.error) == CSP_OK) {
        good(csp_cursor_event(cursor, &event, &shop.error), shop.error);
    }
    csp_cursor_close(cursor);
    return event.position;
}

/// What a call came to, and by how much the feed has grown.
struct Outcome {
    csp_status status{CSP_OK};
    std::uint64_t growth{0};
};

/// A world that is made anew once a call has changed it: what is only refused leaves it as it was.
template <class World>
class Worlds {
public:
    template <class Prepare>
    explicit Worlds(Prepare prepare) : prepare_(std::move(prepare)) {}
    Worlds() : Worlds([](World&) {}) {}

    template <class Ask>
    Outcome asked(Ask& ask, Purse& purse) {
        if (!world_) { make(); }
        CShop& shop = shop_of(*world_);
        Outcome outcome{.status = ask(*world_, purse)};
        const std::uint64_t now = feed_length_from(shop, length_);
        outcome.growth = now - std::exchange(length_, now);
        if (outcome.status >= 0) { world_.reset(); }
        return outcome;
    }

private:
    /// A world is a shop, or has one.
    static CShop& shop_of(World& world) {
        if constexpr (std::is_base_of_v<CShop, World>) {
            return world;
        } else {
            return world.shop;
        }
    }
    void make() {
        world_ = std::make_unique<World>();
        prepare_(*world_);
        length_ = feed_length_from(shop_of(*world_), 0);
    }
    std::function<void(World&)> prepare_;
    std::unique_ptr<World> world_{};
    std::uint64_t length_{0};
};

/// How many allocations are enough for a call, and what it answers then.
struct Need {
    int allocations{0};
    csp_status status{CSP_OK};
};

/// `ask(world, purse)` has to answer as it does with memory, or that there is none. Then nothing of it is in the feed,
/// but perhaps a refusal: that stands there before it is told, and memory may end between. `instead` is what is
/// answered where a port of the host's, or its sink, had no memory.
template <class World, class Ask>
Need as_with_memory(Worlds<World>& worlds, Ask ask, csp_status instead = CSP_NO_MEMORY) {
    Purse plenty;
    const Outcome usual = worlds.asked(ask, plenty);
    const auto is_enough = [&](Purse purse) {
        const Outcome now = worlds.asked(ask, purse);
        CAPTURE(usual.status);
        CAPTURE(now.status);
        CAPTURE(purse.allocations);
        const bool is_usual = now.status == usual.status;
        const bool is_refused = usual.status < 0 && now.status == CSP_NO_MEMORY;
        CHECK((is_usual || now.status == CSP_NO_MEMORY || now.status == instead));
        CHECK((now.growth == (is_usual ? usual.growth : 0) || (is_refused && now.growth == usual.growth)));
        if (purse.was_enough && !purse.ends_for_good) { CHECK(is_usual); }
        return purse.was_enough;
    };
    unsigned enough = 0;
    while (!is_enough({.allocations = enough})) {
        enough += step_between_places;
        REQUIRE(enough < 20'000);
    }
    for (unsigned few = 0; few < enough; few += step_between_places) {
        is_enough({.allocations = few, .ends_for_good = true});
    }
    return {.allocations = static_cast<int>(enough), .status = usual.status};
}

}  // namespace csp::test
