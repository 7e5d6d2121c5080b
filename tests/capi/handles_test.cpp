// Tickets: one that is closed is never mistaken for the one that was opened at its place, by no thread.
#include <csp.h>
#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <set>
#include <thread>
#include <vector>

namespace {

/// More than stand in one row of places, and in the next.
constexpr std::int64_t many = 300;

csp_manual_clock* clock_at(std::int64_t start_us) {
    csp_manual_clock* clock = nullptr;
    CHECK(csp_manual_clock_open(start_us, &clock, nullptr) == CSP_OK);
    return clock;
}
/// -1: there is no such clock.
std::int64_t time_of(csp_manual_clock* clock) {
    std::int64_t now_us = 0;
    return csp_manual_clock_now(clock, &now_us, nullptr) == CSP_OK ? now_us : -1;
}

}  // namespace

TEST_CASE("C: many handles are open at once, and each stands for its own") {
    std::vector<csp_manual_clock*> clocks;
    for (std::int64_t i = 0; i < many; ++i) { clocks.push_back(clock_at(i)); }
    for (std::int64_t i = 0; i < many; ++i) { CHECK(time_of(clocks[static_cast<std::size_t>(i)]) == i); }
    for (csp_manual_clock* clock : clocks) { csp_manual_clock_close(clock); }
    std::vector<csp_manual_clock*> later;
    for (std::int64_t i = 0; i < many; ++i) { later.push_back(clock_at(many + i)); }
    for (csp_manual_clock* clock : clocks) {
        CHECK(time_of(clock) == -1);
        csp_manual_clock_close(clock);  // which closes nobody else's
    }
    for (std::int64_t i = 0; i < many; ++i) { CHECK(time_of(later[static_cast<std::size_t>(i)]) == many + i); }
    for (csp_manual_clock* clock : later) { csp_manual_clock_close(clock); }
}

TEST_CASE("C: no ticket is given out twice, however often one place is used") {
    std::set<csp_manual_clock*> seen;
    for (std::int64_t i = 0; i < many; ++i) {
        csp_manual_clock* const clock = clock_at(i);
        CHECK(seen.insert(clock).second);
        csp_manual_clock_close(clock);
        CHECK(time_of(clock) == -1);
    }
}

TEST_CASE("C: who uses a handle while it is closed gets what it stands for, or hears that it is closed") {
    constexpr std::int64_t rounds = 5'000;
    static std::array<std::atomic<csp_manual_clock*>, rounds> clocks{};
    std::atomic<std::int64_t> newest{-1};
    std::atomic<std::int64_t> mistaken{0};
    std::atomic<std::int64_t> answers{0};
    std::vector<std::thread> readers;
    for (int number = 0; number < 3; ++number) {
        readers.emplace_back([&] {
            for (std::int64_t round = newest; round < rounds - 1; round = newest) {
                if (round < 0) { continue; }
                const std::int64_t time = time_of(clocks[static_cast<std::size_t>(round)]);
                if (time != -1 && time != round) { ++mistaken; }
                if (time == round) { ++answers; }
            }
        });
    }
    for (std::int64_t round = 0; round < rounds; ++round) {
        csp_manual_clock* const clock = clock_at(round);
        clocks[static_cast<std::size_t>(round)] = clock;
        newest = round;
        if (round % 16 == 0) { std::this_thread::yield(); }
        csp_manual_clock_close(clock);
    }
    for (std::thread& reader : readers) { reader.join(); }
    CHECK(mistaken == 0);
    CHECK(answers > 0);
}
