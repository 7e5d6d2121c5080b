// Memory that ends when a test says so: every allocation of this thread is counted, and one that is not granted fails.
#pragma once

#include <doctest/doctest.h>
#include <string_view>

#include "c_shop.hpp"

namespace csp::test {

struct ScarceMemory {
    long good_ones{-1};          ///< how many allocations are still good; less than 0: all of them
    bool ends_for_good{false};   ///< once one failed, all others fail too
    bool hashes_at_once{false};  ///< a password's hash is a number, and takes no time
    std::string_view secret{};   ///< must not stand in memory that is given back; empty: nothing is looked for
    int leaks{0};                ///< how often it did
};
extern constinit thread_local ScarceMemory scarce;

/// Calls `ask` with one allocation more each time until there are enough; `look(status)` has as many as it wants.
/// Answers how many that were.
template <class Ask, class Look>
int until_there_is_enough(Ask ask, Look look) {
    for (int allocation = 0;; ++allocation) {
        scarce.good_ones = allocation;
        const csp_status status = ask();
        const bool was_enough = scarce.good_ones >= 0;
        scarce.good_ones = -1;
        CAPTURE(allocation);
        look(status);
        if (was_enough) {
            CHECK(status == CSP_OK);
            return allocation;
        }
        CHECK((status == CSP_NO_MEMORY || status == CSP_OK));  // SQLite and the like may do without
        REQUIRE(allocation < 20'000);
    }
}
template <class Ask>
int until_there_is_enough(Ask ask) {
    return until_there_is_enough(ask, [](csp_status) {});
}
/// Each try answers CSP_OK and stands in the feed, or it has left no trace there.
template <class Ask>
int all_or_nothing(CShop& shop, Ask ask) {
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
    };
    return until_there_is_enough(ask, look);
}

}  // namespace csp::test
