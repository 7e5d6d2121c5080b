// What time does: late hosts, clocks that go back, expiry, renewal, trials, and what a parent takes along.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Instant expired_at = at("2018-05-31T00:00:00Z");

/// Suspended on 2018-03-01, paid from the day it was bought: good until 2018-05-30.
template <class Store>
SubscriptionId suspended(Shop<Store>& shop) {
    const SubscriptionId bought = shop.buy(line(base, 5));
    shop.clock.set(at("2018-03-01T12:00:00Z"));
    good(shop.suspend(bought));
    return bought;
}
Date last_day_of(const Subscription& subscription) { return in<Subscription::Suspended>(subscription).last_day; }

}  // namespace

TEST_CASE("CONV-1: a clock outside 1970-9999 is refused") {
    Shop<InMemory> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const std::uint64_t length = shop.feed_length();
    for (const Instant now : {Instant{first_instant.us - 1}, Instant{last_instant.us + 1}, never, Instant{INT64_MIN}}) {
        shop.clock.set(now);
        CHECK(refusal_of(shop.suspend(bought)).code == Code::invalid);
        CHECK(refusal_of(shop.engine->read(shop.ann, bought)).rule == "CONV-1");
        CHECK(refusal_of(shop.engine->run_due()).field == "clock");
        CHECK(refusal_of(shop.engine->preview({.by = shop.ann}, bought, RenameSubscription{"x"})).field == "clock");
    }
    shop.clock.set(at("2018-01-01T00:00:00Z"));
    CHECK(shop.feed_length() == length);
}

TEST_CASE_TEMPLATE("CONV-7: a clock five minutes behind a record is given the record's time", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const Instant then = shop.clock.now();
    const Policy policy;

    shop.clock.set(Instant{then.us - policy.clock_tolerance_us});
    const Receipt renamed = good(shop.ask(bought, RenameSubscription{"a"}));
    CHECK(renamed.at == then);
    CHECK(history_of(shop, bought).back().at == then);

    shop.clock.advance_us(-1);
    const std::uint64_t length = shop.feed_length();
    const Error error = refusal_of(shop.ask(bought, RenameSubscription{"b"}));
    CHECK(error.rule == "CONV-7");
    CHECK(error.reason == "clock_went_back");
    CHECK(shop.subscription(bought).friendly_name == "a");
    CHECK(shop.feed(length).size() == 1);  // the refusal
    for (const Choice& choice : good(shop.engine->allowed(shop.ann, bought))) {
        REQUIRE(choice.why_not);
        CHECK(choice.why_not->reason == "clock_went_back");
    }
    CHECK(good(shop.engine->run_due()).steps == 0);
}

TEST_CASE_TEMPLATE("CONV-7: a parent does not take its add-on back in time", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    shop.clock.advance_days(1);
    const Instant changed_at = shop.clock.now();
    good(shop.ask(with, RenameSubscription{"changed later than its parent"}));

    shop.clock.set(Instant{changed_at.us - us_per_day / 2});
    CHECK(refusal_of(shop.suspend(parent)).reason == "clock_went_back");
    CHECK(shop.is_active(parent));

    shop.clock.set(Instant{changed_at.us - us_per_second});
    good(shop.suspend(parent));
    CHECK(history_of(shop, parent).back().at == shop.clock.now());
    CHECK(history_of(shop, with).back().at == changed_at);
}

TEST_CASE_TEMPLATE("SUS-08: E1 #2: reactivated on the last moment of the last day", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = suspended(shop);
    CHECK(text_of(last_day_of(shop.subscription(bought))) == "2018-05-30");
    shop.clock.set(Instant{expired_at.us - 1});
    good(shop.ask(bought, ReactivateSubscription{}));
    CHECK(shop.is_active(bought));
    CHECK(shop.subscription(bought).quantity == 5);
    CHECK(text_of(good(shop.engine->read(shop.ann, bought)).next_due) == "2019-01-01T00:00:00Z");
}

TEST_CASE_TEMPLATE("SUS-09: E1 #3: from 2018-05-31 on it is deleted, whoever looks and whenever", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = suspended(shop);
    for (const char* now : {"2018-05-31T00:00:00Z", "2018-06-10T00:00:00Z", "2031-01-01T00:00:00Z"}) {
        shop.clock.set(at(now));
        const auto standing = good(shop.engine->read(shop.ann, bought));
        REQUIRE(is_in<Subscription::Deleted>(standing.state));
        CHECK(in<Subscription::Deleted>(standing.state).deleted_at == expired_at);
        CHECK(in<Subscription::Deleted>(standing.state).cause == DeletionCause::expired);
        CHECK(standing.next_due == never);
        CHECK(refusal_of(shop.ask(bought, ReactivateSubscription{})).reason == "window_expired");
        CHECK(refusal_of(shop.ask(bought, ReactivateSubscription{})).microsoft == 2011);
        CHECK(good(shop.engine->sign_in(shop.ann, bought)) == SignIn{.users = false, .administrators = false});
    }
}

TEST_CASE_TEMPLATE("SUS-09: E1 #4: a late command leaves the same history as a host that is never late", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> punctual;
    Shop<Store> late;
    const SubscriptionId kept = suspended(punctual);
    const SubscriptionId lost = suspended(late);
    punctual.clock.set(expired_at);
    CHECK(good(punctual.engine->run_due()).steps == 1);
    for (auto* shop : {&punctual, &late}) {
        shop->clock.set(at("2018-06-10T00:00:00Z"));
        CHECK(refusal_of(shop->ask(kept, ReactivateSubscription{})).reason == "window_expired");
        shop->clock.set(at("2018-06-11T00:00:00Z"));
        good(shop->engine->run_due());
    }
    CHECK(texts_of(history_of(punctual, kept)) == texts_of(history_of(late, lost)));
    CHECK(history_of(late, lost).back().at == expired_at);
}

TEST_CASE_TEMPLATE("SUS-06: E1 #5, #9 and #10: the days before the first bill lengthen the window", Store,
                   CSP_BOTH_STORES) {
    struct Row {
        const char* bought_on;
        Cycle cycle;
        const char* suspended_on;
        const char* last_day;
    };
    for (const Row& row : {Row{"2018-02-01", Cycle::monthly, "2018-03-01", "2018-06-13"},
                           Row{"2018-02-01", Cycle::annual, "2018-03-01", "2018-05-30"},
                           Row{"2018-05-29", Cycle::monthly, "2018-12-01", "2019-03-04"},
                           Row{"2019-07-01", Cycle::monthly, "2019-12-01", "2020-02-29"},  // E1 #12
                           Row{"2019-07-01", Cycle::monthly, "2019-11-30", "2020-02-28"},
                           Row{"2019-07-01", Cycle::monthly, "2020-01-31", "2020-04-30"}}) {
        Shop<Store> shop;
        shop.clock.set(start_of(day(row.bought_on)));
        const SubscriptionId bought = shop.buy(line(base), row.cycle);
        shop.clock.set(start_of(day(row.suspended_on)));
        good(shop.suspend(bought));
        CHECK(text_of(last_day_of(shop.subscription(bought))) == row.last_day);
        shop.clock.set(last_moment_of(day(row.last_day)));
        CHECK_FALSE(shop.is_deleted(bought));
        shop.clock.advance_us(1);
        CHECK(shop.is_deleted(bought));
    }
}

TEST_CASE("SUS-06: E1 #7: the window ends after 120 days") {
    Shop<InMemory> shop;
    good(shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{25}));
    shop.clock.set(at("2018-01-26T00:00:00Z"));
    const SubscriptionId bought = shop.buy(line(base), Cycle::monthly);
    shop.clock.set(at("2018-04-01T00:00:00Z"));
    good(shop.suspend(bought));
    CHECK(text_of(last_day_of(shop.subscription(bought))) == "2018-07-30");
}

TEST_CASE_TEMPLATE("SUS-02: suspended, users stay out; SUS-03: administrators do not", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    CHECK(good(shop.engine->sign_in(shop.ann, bought)) == SignIn{.users = true, .administrators = true});
    good(shop.suspend(bought));
    CHECK(good(shop.engine->sign_in(shop.ann, bought)) == SignIn{.users = false, .administrators = true});
}

TEST_CASE_TEMPLATE("CONV-4: bought on a leap day it renews on 28 February, and on the 29th of leap years", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.clock.set(at("2020-02-29T10:00:00Z"));
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(at("2024-12-31T00:00:00Z"));
    good(shop.engine->run_due());
    CHECK(texts_of(history_of(shop, bought)) == std::vector<std::string>{"2020-02-29T10:00:00Z subscription_created",
                                                                         "2021-02-28T00:00:00Z subscription_renewed",
                                                                         "2022-02-28T00:00:00Z subscription_renewed",
                                                                         "2023-02-28T00:00:00Z subscription_renewed",
                                                                         "2024-02-29T00:00:00Z subscription_renewed"});
}

TEST_CASE_TEMPLATE("OFF-07: E2 #25: a trial ends at 00:00 of its thirtieth day", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.clock.set(at("2018-01-15T00:00:00Z"));
    const SubscriptionId tried = shop.buy(line(trial, 25), Cycle::none);
    CHECK(shop.subscription(tried).quantity == 25);
    CHECK(good(shop.engine->read(shop.ann, tried)).next_due == at("2018-02-14T00:00:00Z"));
    shop.clock.set(Instant{at("2018-02-14T00:00:00Z").us - 1});
    CHECK(shop.is_active(tried));
    shop.clock.advance_us(1);
    CHECK(shop.is_deleted(tried));
    good(shop.engine->run_due());
    CHECK(text_of(history_of(shop, tried).back()) == "2018-02-14T00:00:00Z subscription_deleted");
}

TEST_CASE("CONV-3: the last renewal before the calendar ends leaves nothing due") {
    Shop<InMemory> shop;
    shop.clock.set(at("9998-06-01T00:00:00Z"));
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(last_instant);
    const DueReport report = good(shop.engine->run_due());
    CHECK(report.is_all_done);
    CHECK(report.steps == 1);
    CHECK(shop.is_active(bought));
    CHECK(good(shop.engine->read(shop.ann, bought)).next_due == never);
}

TEST_CASE_TEMPLATE("run_due stops at its limit and says so", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (int i = 0; i < 5; ++i) { shop.buy(line(base)); }
    shop.clock.set(at("2019-01-01T00:00:00Z"));
    const DueReport nothing = good(shop.engine->run_due(0));
    CHECK(nothing.steps == 0);
    CHECK_FALSE(nothing.is_all_done);
    for (const std::size_t steps : {2U, 2U}) {
        const DueReport some = good(shop.engine->run_due(2));
        CHECK(some.steps == steps);
        CHECK_FALSE(some.is_all_done);
    }
    const DueReport rest = good(shop.engine->run_due(1));
    CHECK(rest.steps == 1);
    CHECK(rest.is_all_done);
}

TEST_CASE_TEMPLATE("OFF-01: what expired frees its limit, though nobody ran what fell due", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId first = shop.buy(line(one_only));
    good(shop.suspend(first));
    const Instant expiry = good(shop.engine->read(shop.ann, first)).next_due;
    shop.clock.set(Instant{expiry.us - 1});
    const Error error = refusal_of(shop.place({line(one_only)}));
    CHECK(error.rule == "OFF-05");
    CHECK(error.existing == text_of(first));
    shop.clock.set(expiry);
    good(shop.place({line(one_only)}));
    CHECK(history_of(shop, first).back().at == expiry);
}

TEST_CASE_TEMPLATE("CONV-4: E1 #10: bought on the 29th and paid from the 1st, it renews on the 1st", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.clock.set(at("2018-05-29T00:00:00Z"));
    const SubscriptionId bought = shop.buy(line(base), Cycle::monthly);
    CHECK(csp::text_of(shop.subscription(bought).first_billed_on) == "2018-06-01");
    shop.clock.set(at("2018-12-01T00:00:00Z"));
    good(shop.suspend(bought));
    shop.clock.set(last_moment_of(day("2019-03-04")));
    good(shop.ask(bought, ReactivateSubscription{}));
    CHECK(good(shop.engine->read(shop.ann, bought)).next_due == at("2019-06-01T00:00:00Z"));
    shop.clock.set(at("2019-06-01T00:00:00Z"));
    CHECK(in<Subscription::Active>(shop.subscription(bought)).term == Term{day("2019-06-01"), day("2020-06-01")});
}
