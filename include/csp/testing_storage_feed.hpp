// What a store promises about its feed of events and about request ids (csp/testing_storage.hpp runs it).
//
// Threads: as the store under test.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "csp/testing_storage_words.hpp"

namespace csp::promises {

using Numbers = std::vector<std::uint64_t>;

inline Numbers positions(const std::vector<StoredEvent>& events) {
    Numbers numbers;
    for (const StoredEvent& event : events) { numbers.push_back(event.position); }
    return numbers;
}

inline Numbers versions(Transaction& t, std::uint32_t number, std::uint64_t after, std::size_t limit) {
    Numbers numbers;
    for (const StoredEvent& event : got(t.history(Kind::order, id_of(number), after, limit), "history")) {
        numbers.push_back(event.version);
    }
    return numbers;
}

inline void keeps_every_field_of_an_event(Storage& store) {
    StoredEvent first = event_of(1, std::uint64_t{std::numeric_limits<std::int64_t>::max()}, 77);
    first.kind = Kind::partner;
    first.at = last_instant;
    const StoredEvent second = event_of(2, 0);
    commit(store, [&](Transaction& t) {
        expect(got(t.append(first), "an append") == 1, "the first position is 1");
        expect(got(t.append(second), "an append") == 2, "the second position is 2");
    });
    look(store, [&](Transaction& t) {
        const auto events = got(t.events(0, 9), "events");
        expect(positions(events) == Numbers{1, 2}, "an event knows its position");
        expect(same(events[0], first) && same(events[1], second), "every field of an event is kept");
        const auto history = got(t.history(Kind::partner, id_of(1), 0, 9), "history");
        expect(history.size() == 1 && history[0].position == 1 && same(history[0], first),
               "history gives the whole event");
    });
}

inline void leaves_no_gaps(Storage& store) {
    commit(store, [](Transaction& t) { got(t.append(event_of(1, 1)), "an append"); });
    drop(store, [](Transaction& t) {
        got(t.append(event_of(1, 2)), "an append");
        expect(got(t.append(event_of(1, 3)), "an append") == 3, "positions count up inside a transaction");
    });
    commit(store, [](Transaction& t) {
        expect(got(t.append(event_of(1, 2)), "an append") == 2, "a dropped transaction leaves no gap");
        expect(positions(got(t.events(1, 9), "events")) == Numbers{2}, "a transaction sees what it appended");
    });
    commit(store, [](Transaction& t) {
        for (std::uint64_t version = 3; version <= 10; ++version) { got(t.append(event_of(1, version)), "an append"); }
    });
    look(store, [](Transaction& t) {
        expect(positions(got(t.events(0, 100), "events")) == Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
               "positions are 1, 2, 3, ...");
        expect(positions(got(t.events(4, 3), "events")) == Numbers{5, 6, 7},
               "events come after the position, up to the limit");
        expect(got(t.events(4, 0), "events").empty(), "a limit of 0 gives none");
        expect(got(t.events(10, 9), "events").empty(), "after the last there is none");
        expect(got(t.events(std::numeric_limits<std::uint64_t>::max(), 9), "events").empty(),
               "far behind the last there is none");
    });
}

inline void tells_one_records_history(Storage& store) {
    commit(store, [](Transaction& t) {
        got(t.append(event_of(1, 0)), "an append");  // a refusal, before there was a record
        for (std::uint64_t version = 1; version <= 6; ++version) {
            got(t.append(event_of(1, version)), "an append");
            got(t.append(event_of(2, version * 10)), "an append");
            got(t.append(event_of(1, 0)), "an append");
        }
        StoredEvent other = event_of(1, 5);
        other.kind = Kind::partner;
        got(t.append(other), "an append");
    });
    look(store, [](Transaction& t) {
        expect(versions(t, 1, 0, 100) == Numbers{1, 2, 3, 4, 5, 6}, "history has one record's events and no refusals");
        expect(versions(t, 2, 0, 100) == Numbers{10, 20, 30, 40, 50, 60}, "versions may have gaps");
        expect(versions(t, 1, 2, 3) == Numbers{3, 4, 5}, "history comes after the version, up to the limit");
        expect(versions(t, 2, 29, 1) == Numbers{30}, "the version to go on from need not exist");
        expect(versions(t, 1, 6, 9).empty() && versions(t, 1, 0, 0).empty() && versions(t, 3, 0, 9).empty(),
               "no history is empty");
        expect(versions(t, 1, std::numeric_limits<std::uint64_t>::max(), 9).empty(),
               "far behind the last there is none");
        expect(got(t.history(Kind::partner, id_of(1), 0, 9), "history").size() == 1, "history keeps the kinds apart");
    });
    const auto t = got(store.begin(Access::write), "begin(write)");
    expect_refusal(t->append(event_of(1, 6)), Code::conflict, "a second event of one version is a conflict");
    expect_refusal(t->commit(), Code::conflict, "a transaction that failed cannot be committed");
}

inline void remembers_requests(Storage& store) {
    const auto known = [](Transaction& t, std::uint32_t request) {
        return got(t.recall(RequestId{id_of(request)}), "recall");
    };
    commit(store, [&](Transaction& t) {
        got(t.append(event_of(1, 1)), "an append");
        got(t.append(event_of(1, 2, 50)), "an append");
        got(t.append(event_of(1, 0, 51)), "an append");
        got(t.append(event_of(1, 0)), "an append");  // no request: as many as you like
        expect(known(t, 50) == 2 && known(t, 51) == 3, "a transaction recalls its own requests");
        expect(known(t, 0) == 0, "the nil request is none");
    });
    for (const std::uint64_t version : {std::uint64_t{0}, std::uint64_t{3}}) {
        const auto t = got(store.begin(Access::write), "begin(write)");
        got(t->append(event_of(2, version, 60)), "an append");
        expect_refusal(t->append(event_of(1, version, 50)), Code::conflict, "a known request is a conflict");
        expect_refusal(t->commit(), Code::conflict, "a transaction that failed cannot be committed");
    }
    drop(store, [](Transaction& t) {
        got(t.append(event_of(2, 1, 60)), "an append");
        expect_refusal(t.append(event_of(2, 2, 60)), Code::conflict, "a request is the first event's alone");
    });
    look(store, [&](Transaction& t) {
        expect(known(t, 50) == 2 && known(t, 51) == 3, "a request is remembered with its first event");
        expect(known(t, 60) == 0, "the request of a dropped transaction is forgotten");
        expect(got(t.events(0, 9), "events").size() == 4, "a conflict appends nothing");
    });
    commit(store, [&](Transaction& t) {
        expect(got(t.append(event_of(2, 1, 60)), "an append") == 5, "it can be asked again");
    });
}

inline std::vector<Promise> about_the_feed() {
    return {
        {"it keeps every field of an event", keeps_every_field_of_an_event},
        {"positions are 1, 2, 3, ... without gaps", leaves_no_gaps},
        {"the history of a record is its events that changed it", tells_one_records_history},
        {"a request id is remembered with its first event", remembers_requests},
    };
}

}  // namespace csp::promises
