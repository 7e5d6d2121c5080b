// What a store promises about order: scans by key, deadlines by time (csp/testing_storage.hpp runs it).
//
// Threads: as the store under test.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "csp/testing_storage_words.hpp"

namespace csp::promises {

// ---- scans -------------------------------------------------------------------------------------------------------

/// In order. Some differ only in their length, some only after a zero byte, some only in the highest bit.
inline std::vector<std::string> sorted_keys() {
    using namespace std::string_literals;
    return {"\0"s,      "\0\0"s, "\0\xff"s, "A"s,        "Z"s,           "a"s, "a\0"s,
            "a\0\x01"s, "aa"s,   "a\xff"s,  "a\xff\0"s,  "a\xff\xff"s,   "b"s, "\x7f"s,
            "\x80"s,    "\xff"s, "\xff\0"s, "\xff\xff"s, "\xff\xff\x01"s};
}

inline void write_sorted_keys(Storage& store) {
    const auto all = sorted_keys();
    const auto count = static_cast<std::uint32_t>(all.size());
    commit(store, [&](Transaction& t) {
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t number = i * 7 % count;  // 7 and 19 share no factor: each once, out of order
            must_save(t, record_of(number, 1), 0, {{5, all[number]}, {4, all[number] + "4"}, {6, "6" + all[number]}});
        }
    });
}

/// What a scan has to answer, said in the simplest way.
inline std::vector<std::string> expected_scan(std::string_view prefix, std::string_view after, std::size_t limit) {
    std::vector<std::string> expected;
    for (const std::string& key : sorted_keys()) {
        if (expected.size() < limit && key.starts_with(prefix) && (after.empty() || key > after)) {
            expected.push_back(key);
        }
    }
    return expected;
}

inline void scans_in_order(Storage& store) {
    write_sorted_keys(store);
    look(store, [](Transaction& t) {
        expect(keys_in(t, 5) == sorted_keys(), "a scan goes by bytes, as memcmp does");
        std::uint32_t number = 0;
        for (const Hit& hit : got(t.scan(5, "", "", 100), "a scan")) {
            expect(same(hit.record, record_of(number++, 1)), "a scan gives each key its own record");
        }
        expect(keys_in(t, 7).empty(), "an index without entries is empty");
        expect(keys_in(t, 5, "", "", std::numeric_limits<std::size_t>::max()).size() == sorted_keys().size(),
               "no limit is too large");
    });
}

inline void scans_any_range(Storage& store) {
    write_sorted_keys(store);
    look(store, [](Transaction& t) {
        auto bounds = sorted_keys();
        for (const char* more : {"", "B", "ab", "\xfe", "a\xff\xff\xff", "\xff\xff\xff"}) { bounds.emplace_back(more); }
        for (const std::string& prefix : bounds) {
            for (const std::string& after : bounds) {
                for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, std::size_t{100}}) {
                    expect(keys_in(t, 5, prefix, after, limit) == expected_scan(prefix, after, limit),
                           "a scan gives what begins with the prefix and comes after the position, up to the limit");
                }
            }
        }
    });
}

inline void pages_without_gaps(Storage& store) {
    write_sorted_keys(store);
    look(store, [](Transaction& t) {
        for (const std::size_t page_size : {1U, 2U, 7U}) {
            std::vector<std::string> all;
            for (auto page = keys_in(t, 5, "", "", page_size); !page.empty();
                 page = keys_in(t, 5, "", all.back(), page_size)) {
                expect(page.size() <= page_size, "a page is not longer than its limit");
                all.insert(all.end(), page.begin(), page.end());
                expect(all.size() <= sorted_keys().size(), "a page begins after the position, not at it");
            }
            expect(all == sorted_keys(), "small pages one after another are one large page");
        }
    });
}

// ---- deadlines ---------------------------------------------------------------------------------------------------

inline void is_due_at_its_moment(Storage& store) {
    constexpr Instant noon{43'200 * us_per_second};
    commit(store, [&](Transaction& t) {
        must_save(t, record_of(1, 1, noon), 0);
        must_save(t, record_of(2, 1, Instant{noon.us + 1}), 0);
        must_save(t, record_of(3, 1, never), 0);
        must_save(t, record_of(4, 1, last_instant), 0);
        must_save(t, record_of(5, 1, first_instant), 0);
    });
    look(store, [&](Transaction& t) {
        expect(due_in(t, Instant{noon.us - 1}) == std::vector{id_of(5)},
               "a microsecond before its deadline it is not due");
        expect(due_in(t, noon) == std::vector{id_of(5), id_of(1)}, "at its deadline it is due");
        expect(due_in(t, Instant{noon.us + 1}) == std::vector{id_of(5), id_of(1), id_of(2)}, "what is due stays due");
        expect(due_in(t, last_instant).size() == 4, "the last moment is a deadline like any other");
        expect(due_in(t, never).size() == 4, "never is never due");
        expect(due_in(t, noon, 0).empty(), "a limit of 0 gives none");
        expect(due_in(t, noon, 1) == std::vector{id_of(5)}, "a limit gives the earliest");
        expect(got(t.due(first_instant, 9), "due") == std::vector{Due{first_instant, Kind::order, id_of(5)}},
               "due tells what and when");
    });
}

inline void gives_deadlines_in_order(Storage& store) {
    std::vector<Due> expected;
    commit(store, [&](Transaction& t) {
        for (std::uint32_t i = 0; i < 60; ++i) {
            const std::uint32_t mixed = i * 37 % 60;
            Record record = record_of(mixed, 1, Instant{std::int64_t{mixed % 5} * 1'800 * us_per_second});
            record.kind = mixed % 2 == 0 ? Kind::subscription : Kind::partner;
            must_save(t, record, 0);
            expected.push_back(Due{record.due, record.kind, record.id});
        }
    });
    std::sort(expected.begin(), expected.end(), [](const Due& a, const Due& b) {
        return a.at != b.at ? a.at < b.at : a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
    });
    look(store, [&](Transaction& t) {
        for (const std::size_t limit : {1U, 13U, 24U, 60U, 100U}) {
            const auto due = got(t.due(last_instant, limit), "due");
            expect(
                std::equal(due.begin(), due.end(), expected.begin()) && due.size() == std::min<std::size_t>(limit, 60),
                "what is due comes by deadline, then kind, then id");
        }
    });
}

inline void forgets_old_deadlines(Storage& store) {
    const auto day = [](std::int64_t number) { return Instant{number * us_per_day}; };
    commit(store, [&](Transaction& t) {
        for (std::uint32_t i = 1; i <= 4; ++i) { must_save(t, record_of(i, 1, day(i)), 0); }
    });
    look(store, [&](Transaction& t) { expect(due_in(t, day(2)).size() == 2, "two of four are due"); });
    drop(store, [&](Transaction& t) {
        must_save(t, record_of(1, 2, day(9)), 1);
        must_save(t, record_of(4, 2, day(1)), 1);
        expect(due_in(t, day(2)) == std::vector{id_of(4), id_of(2)}, "a transaction sees the deadlines it set");
    });
    commit(store, [&](Transaction& t) {
        must_save(t, record_of(1, 2, day(5)), 1);  // later
        must_save(t, record_of(2, 2, never), 1);   // not at all
        must_save(t, record_of(4, 2, day(1)), 1);  // sooner
    });
    commit(store, [&](Transaction& t) {
        must_save(t, record_of(2, 3, day(2)), 2);  // there and back again
        must_save(t, record_of(3, 2, day(3)), 1);  // the same once more
    });
    look(store, [&](Transaction& t) {
        expect(due_in(t, day(1)) == std::vector{id_of(4)}, "a deadline that moved is forgotten");
        expect(due_in(t, last_instant) == std::vector{id_of(4), id_of(2), id_of(3), id_of(1)},
               "each record is due once");
    });
}

/// As the engine does it: take the earliest few, give each a new deadline, until nothing is due.
inline void drains_what_is_due(Storage& store) {
    commit(store, [&](Transaction& t) {
        for (std::uint32_t i = 1; i <= 50; ++i) { must_save(t, record_of(i, 1, Instant{us_per_day}), 0); }
    });
    std::vector<AnyId> order;
    for (bool more = true; more;) {
        commit(store, [&](Transaction& t) {
            const auto due = due_in(t, Instant{us_per_day}, 7);
            for (const AnyId& id : due) {
                order.push_back(id);
                const auto number = static_cast<std::uint32_t>(order.size());
                must_save(t, record_of(number, 2, Instant{us_per_day + 1}), 1);
            }
            more = !due.empty();
        });
    }
    expect(order.size() == 50 && std::is_sorted(order.begin(), order.end()), "what is due is drained once, in order");
    look(store,
         [](Transaction& t) { expect(due_in(t, Instant{us_per_day + 1}).size() == 50, "what moved on is due later"); });
}

inline std::vector<Promise> about_order() {
    return {
        {"a scan is in the order of memcmp", scans_in_order},
        {"a scan begins and ends where it was told to", scans_any_range},
        {"small pages one after another are one large page", pages_without_gaps},
        {"a record is due at its deadline and not before", is_due_at_its_moment},
        {"what is due comes by deadline, kind and id", gives_deadlines_in_order},
        {"a deadline that changed is forgotten", forgets_old_deadlines},
        {"what is due can be drained in small steps", drains_what_is_due},
    };
}

}  // namespace csp::promises
