// What the forecast says about the days on which somebody has to act.
#include <doctest/doctest.h>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE(
    "SUS-07: the forecast names the last day on which reactivating works, where the term ends before the window") {
    BilledShop<InMemory> shop;
    const SubscriptionId ends = shop.buy(line(ends_with_term, 1), Cycle::annual);
    shop.wait_until("2019-12-01T00:00:00Z");
    good(shop.suspend(ends));
    std::vector<std::string> told;
    for (const Expected& one : good(shop.engine->forecast(shop.ann, {}, day("2019-12-02"), day("2020-03-31")))) {
        told.push_back(csp::text_of(one.at) + " " + one.what);
    }
    CHECK(told == std::vector<std::string>{"2020-01-19T00:00:00Z last_day_to_reactivate",
                                           "2020-03-01T00:00:00Z subscription_deleted"});
    shop.clock.set(last_moment_of(day("2020-01-19")));
    CHECK(shop.engine->preview({.by = shop.ann}, ends, ReactivateSubscription{}));
    shop.clock.set(at("2020-01-20T00:00:00Z"));
    CHECK(refusal_of(shop.ask(ends, ReactivateSubscription{})).reason == "term_is_over");
}
