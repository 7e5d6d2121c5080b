// What a store promises to several threads at once (csp/testing_storage.hpp runs it).
//
// A store may let readers wait for a writer, show them the last commit, or refuse the second of two writers
// at its commit: all three keep the promises. So no check waits for another thread without a limit.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "csp/testing_storage_words.hpp"

namespace csp::promises {

constexpr std::chrono::milliseconds a_moment{30};

/// What another thread reads, in a transaction of its own: the version of a record, 0 when there is none.
inline std::future<std::uint64_t> read_elsewhere(Storage& store, std::uint32_t number) {
    return std::async(std::launch::async, [&store, number] {
        const auto t = got(store.begin(Access::read), "begin(read)");
        const auto found = t->load(Kind::order, id_of(number));
        return found ? found->version : 0;
    });
}

inline void hides_what_is_not_committed(Storage& store) {
    std::future<std::uint64_t> seen;
    bool is_early = false;
    drop(store, [&](Transaction& t) {
        must_save(t, record_of(1, 1), 0);
        seen = read_elsewhere(store, 1);
        is_early = seen.wait_for(a_moment) == std::future_status::ready;
    });
    expect(seen.get() == 0, "nobody sees what was never committed");
    commit(store, [&](Transaction& t) {
        must_save(t, record_of(1, 1), 0);
        seen = read_elsewhere(store, 1);
        is_early = seen.wait_for(a_moment) == std::future_status::ready;
    });
    expect(!is_early || seen.get() == 0, "nobody sees it before the commit");
    expect(read_elsewhere(store, 1).get() == 1, "everybody sees it after the commit");
}

/// One reader looks at two records while a writer changes both: it sees both old or both new.
inline void shows_one_moment(Storage& store) {
    commit(store, [](Transaction& t) {
        must_save(t, record_of(1, 1), 0);
        must_save(t, record_of(2, 1), 0);
    });
    std::promise<void> half_way;
    auto reader = std::async(std::launch::async, [&] {
        std::unique_ptr<Transaction> t;
        bool first = false;
        try {
            t = got(store.begin(Access::read), "begin(read)");
            first = holds(*t, 1, 1);
        } catch (...) {
            half_way.set_value();  // the writer waits for it, whatever is wrong with the store
            throw;
        }
        half_way.set_value();
        std::this_thread::sleep_for(a_moment);
        return first == holds(*t, 2, 1);
    });
    half_way.get_future().wait();
    commit(store, [](Transaction& t) {
        must_save(t, record_of(1, 2), 1);
        must_save(t, record_of(2, 2), 1);
    });
    expect(reader.get(), "a reader sees one moment, not two");
}

/// Adds one to a shared counter, with one event; false when another writer was first.
inline bool count_up(Storage& store) {
    const auto t = got(store.begin(Access::write), "begin(write)");
    const auto found = t->load(Kind::order, id_of(1));
    const std::uint64_t version = found ? found->version : 0;
    if (!save(*t, record_of(1, version + 1), version)) { return false; }
    if (!t->append(event_of(1, version + 1))) { return false; }
    return t->commit().has_value();
}

constexpr std::uint64_t writers = 4;
constexpr std::uint64_t counts_each = 25;

/// Reads the feed as it grows, up to its expected end; answers what it saw.
inline std::vector<std::uint64_t> follow(Storage& store, const std::atomic<bool>& stop) {
    std::vector<std::uint64_t> seen;
    while (true) {
        const bool is_last_round = stop;  // asked before it reads: what was committed by then has to be there
        const auto t = got(store.begin(Access::read), "begin(read)");
        const auto page = got(t->events(seen.empty() ? 0 : seen.back(), 10), "events");
        for (const StoredEvent& event : page) { seen.push_back(event.position); }
        expect(seen.size() <= writers * counts_each, "who follows the feed meets each event once");
        if (is_last_round && page.empty()) { break; }
    }
    return seen;
}

inline void loses_no_writer(Storage& store) {
    std::atomic<bool> stop{false};
    auto follower = std::async(std::launch::async, [&] { return follow(store, stop); });
    std::vector<std::future<void>> threads;
    for (std::uint64_t i = 0; i < writers; ++i) {
        threads.push_back(std::async(std::launch::async, [&store] {
            for (std::uint64_t done_so_far = 0, tries = 0; done_so_far < counts_each; ++tries) {
                expect(tries < 10'000, "a writer that tries again gets its turn");
                if (count_up(store)) { ++done_so_far; }
            }
        }));
    }
    for (auto& thread : threads) { thread.wait(); }
    stop = true;
    const auto seen = follower.get();
    for (auto& thread : threads) { thread.get(); }
    look(store, [](Transaction& t) { expect(holds(t, 1, writers * counts_each), "no count of any writer is lost"); });
    expect(seen.size() == writers * counts_each, "who follows the feed misses no event");
    for (std::size_t i = 0; i < seen.size(); ++i) {
        expect(seen[i] == i + 1, "who follows the feed sees 1, 2, 3, ...");
    }
}

/// Both read version 1 and write version 2, one after the other: the later one is told.
inline void tells_the_later_of_two(Storage& store) {
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 1), 0); });
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 2), 1); });
    const auto late = got(store.begin(Access::write), "begin(write)");
    const auto saved = save(*late, record_of(1, 2), 1);
    expect(saved.has_value() || saved.error().code == Code::conflict, "the later of two writers is told");
    expect_refusal(late->commit(), Code::conflict, "the later of two writers is told");
}

/// Two writers side by side, each of whom reads what the other one writes. A store lets them wait for each other, or
/// refuses one: both may not see what was before.
template <class Read, class Write>
inline void are_one_after_another(Storage& store, const Read (&read)[2], const Write (&write)[2]) {
    std::atomic<int> have_read{0};
    const auto work = [&](int who) {
        const auto t = got(store.begin(Access::write), "begin(write)");
        const bool saw_the_other = read[who](*t);
        ++have_read;
        for (int waited = 0; have_read < 2 && waited < 100; ++waited) { std::this_thread::sleep_for(a_moment / 10); }
        return write[who](*t) && t->commit().has_value() && !saw_the_other;
    };
    auto first = std::async(std::launch::async, [&] { return work(0); });
    auto second = std::async(std::launch::async, [&] { return work(1); });
    const bool was_first_blind = first.get();
    const bool was_second_blind = second.get();
    expect(!was_first_blind || !was_second_blind, "of two writers who read what the other changes, one sees it");
}

inline void orders_who_reads_records(Storage& store) {
    commit(store, [](Transaction& t) {
        must_save(t, record_of(1, 1), 0);
        must_save(t, record_of(2, 1), 0);
    });
    const auto read = [](std::uint32_t number) { return [=](Transaction& t) { return holds(t, number, 2); }; };
    const auto write = [](std::uint32_t number) {
        return [=](Transaction& t) { return save(t, record_of(number, 2), 1).has_value(); };
    };
    are_one_after_another(store, {read(2), read(1)}, {write(1), write(2)});
}

inline void orders_who_reads_a_prefix(Storage& store) {
    const auto read = [](std::string prefix) {
        return [=](Transaction& t) { return !got(t.scan(1, prefix, {}, 9), "scan").empty(); };
    };
    const auto write = [](std::uint32_t number, std::string key) {
        return [=](Transaction& t) {
            const std::vector<Key> keys{{1, key}};
            return save(t, record_of(number, 1), 0, &keys).has_value();
        };
    };
    are_one_after_another(store, {read("b"), read("a")}, {write(1, "a1"), write(2, "b1")});
}

inline std::vector<Promise> about_threads() {
    return {
        {"nobody sees what is not committed", hides_what_is_not_committed},
        {"a reader sees one moment", shows_one_moment},
        {"the later of two writers is told", tells_the_later_of_two},
        {"writers that read each other's records are one after another", orders_who_reads_records},
        {"writers that read each other's prefix are one after another", orders_who_reads_a_prefix},
        {"many writers lose nothing, and a follower misses nothing", loses_no_writer},
    };
}

}  // namespace csp::promises
