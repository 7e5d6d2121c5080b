#include "csp/clock.hpp"

#include <ctime>

#include <doctest/doctest.h>

using namespace csp;

TEST_CASE("CONV-1: the system clock counts microseconds since 1970 in UTC") {
    const auto before = static_cast<std::int64_t>(std::time(nullptr));
    const Instant now = system_clock().now();
    const auto after = static_cast<std::int64_t>(std::time(nullptr));
    CHECK(now.us >= before * us_per_second);
    CHECK(now.us < (after + 1) * us_per_second);
}

TEST_CASE("there is one system clock") { CHECK(&system_clock() == &system_clock()); }

TEST_CASE("a manual clock stands still until it is turned") {
    ManualClock clock{Instant{5}};
    CHECK(clock.now() == Instant{5});
    CHECK(clock.now() == Instant{5});
    clock.advance_us(2);
    CHECK(clock.now() == Instant{7});
    clock.advance_days(1);
    CHECK(clock.now() == Instant{7 + us_per_day});
    clock.set(first_instant);
    CHECK(clock.now() == first_instant);
}
