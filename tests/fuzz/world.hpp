// Where the calls of one run meet: a store, a clock, a shop with two kinds of partners, and everything opened so far.
#pragma once

#include <csp.h>

#include <array>
#include <cstdint>
#include <deque>
#include <list>
#include <string>
#include <tuple>
#include <vector>

#include "fuzz/examples.hpp"
#include "fuzz/must.hpp"
#include "fuzz/watched_store.hpp"

namespace csp::fuzz {

/// The tickets of one kind, the newest last.
template <class T>
struct Tickets {
    std::vector<T*> open{};
    std::vector<T*> closed{};

    /// However it was come by, and perhaps it is none.
    void close(T* ticket) {
        if (std::erase(open, ticket) > 0) { closed.push_back(ticket); }
    }
};

struct World;

/// Hears the events of one engine, in order, and may not ask it anything.
struct Heard {
    World* world{nullptr};
    csp_engine* engine{nullptr};  ///< nullptr: it is not open yet
    std::uint64_t last{0};

    static void happened(void* context, const csp_event* event);
    static void drop(void* context);
};

struct World {
    World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    template <class T>
    Tickets<T>& tickets() {
        return std::get<Tickets<T>>(all_tickets_);
    }
    void add(csp_kind kind, const csp_id& id);
    void add(const csp_str& words);
    /// All that an engine may be given but for the storage, the clock and the listener, which are chosen for each.
    csp_engine_options usual_options();
    /// nullptr: of the engine that is opened next.
    csp_listener new_listener(csp_engine* engine);
    void name_engine(csp_engine* engine);
    /// Eight thousand years of bills take minutes: no clock goes on for more than five.
    void hold_clocks();
    /// All tickets are closed, and then whatever was brought has been dropped.
    void close_everything();
    /// Reads the whole feed through an engine: its positions grow. Answers how many events there are.
    std::uint64_t feed_of(csp_engine* engine);

    Examples examples{};
    WatchedStore store{};
    csp_engine* shop{nullptr};  ///< the first engine on that store
    std::list<Heard> listeners{};
    std::vector<csp_id> ids{};
    std::array<csp_id, 17> newest{};  ///< by kind; nil: none yet
    std::deque<std::string> texts{};
    std::array<csp_actor, 5> actors{};  ///< the host, Ann of Fabrikam, Pat of a provider, Rob of its reseller, nobody
    int brought{0};
    int dropped{0};
    int calls_to_trouble{0};  ///< after so many callbacks one does not answer; 0: none
    bool had_trouble{false};
    std::int64_t host_clock_us{start_us};
    std::uint64_t next_ids{1};
    csp_storage storage{};
    csp_clock clock = CSP_INIT(csp_clock);
    csp_fulfilment fulfilment = CSP_INIT(csp_fulfilment);
    csp_sealer sealer = CSP_INIT(csp_sealer);
    csp_secrets secrets = CSP_INIT(csp_secrets);

    static constexpr std::int64_t start_us = 1'567'414'800'000'000;  // 2019-09-02T09:00:00Z

    static void drop(void* context) { ++static_cast<World*>(context)->dropped; }
    /// Whether a callback of the host's answers this time.
    bool answers();

private:
    void bring();
    void enrol();
    void list_goods();
    void sell();

    std::tuple<Tickets<csp_engine>, Tickets<csp_cursor>, Tickets<csp_batch>, Tickets<csp_manual_clock>,
               Tickets<csp_wizard>>
        all_tickets_{};
};

}  // namespace csp::fuzz
