// The worked examples E2: limits, availability and trials, row by row, by the rules alone.
#include <doctest/doctest.h>

#include <algorithm>

#include "csp/availability.hpp"
#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

struct Catalogue {
    Customer customer{active_customer()};
    Listing listing{business_listing()};
    BuyerFacts facts{};
    Wish wish{.offer = business};

    [[nodiscard]] std::vector<Error> reasons(std::string_view today) {
        facts.customer = &customer;
        facts.listing = &listing;
        facts.partner_listing = &listing;
        return reasons_against(wish, facts, Policy{}, day(today));
    }
    [[nodiscard]] Error only_reason(std::string_view today) {
        const auto all = reasons(today);
        REQUIRE(all.size() == 1);
        return all.front();
    }
};

}  // namespace

TEST_CASE("OFF-04: E2 #18: the one a customer may have is active: refused with its id") {
    Catalogue catalogue{.listing = one_of_each()};
    catalogue.facts.owned = {Owned{.id = id<Subscription>(7), .offer = business}};
    const Error error = catalogue.only_reason("2018-04-10");
    CHECK(error.rule == "OFF-04");
    CHECK(error.reason == "already_owned_limit_reached");
    CHECK(error.microsoft == 27006);
    CHECK(error.existing == text_of(id<Subscription>(7)));
}

TEST_CASE("OFF-05: E2 #19: it is suspended: reactivate it until 2018-05-30 instead") {
    Life life(bought(day("2018-02-25")));
    life.suspend(day("2018-03-01"));
    Catalogue catalogue{.listing = one_of_each()};
    catalogue.facts.owned = {Owned{id<Subscription>(7), business, true, life.suspended().last_day}};
    const Error error = catalogue.only_reason("2018-04-10");
    CHECK(error.rule == "OFF-05");
    CHECK(error.reason == "suspended_reactivate_instead");
    CHECK(error.existing == text_of(id<Subscription>(7)));
    CHECK(error.sentence.find("until 2018-05-30") != std::string::npos);
}

TEST_CASE("OFF-06: E2 #22: an offer for monthly billing is not sold for a year") {
    Catalogue catalogue;
    catalogue.listing.cycles = {Cycle::monthly};
    CHECK(catalogue.reasons("2018-04-10").empty());
    catalogue.wish.cycle = Cycle::annual;
    CHECK(catalogue.only_reason("2018-04-10").reason == "cycle_not_supported");
}

TEST_CASE("OFF-03: E2 #23: an education customer buys commercial offers, and none for governments") {
    Catalogue catalogue{.customer = active_customer({Qualification::education})};
    CHECK(catalogue.reasons("2018-04-10").empty());
    catalogue.listing.customer_qualifications = {"GovernmentCommunityCloud"};
    const Error error = catalogue.only_reason("2018-04-10");
    CHECK(error.rule == "CUS-02");
    CHECK(error.reason == "segment_not_allowed");
}

TEST_CASE("SUB-04: E2 #24: of 1 to 300 seats, 300 is good, 301 and 0 are not") {
    Purchase purchase = bought(day("2018-02-25"));
    purchase.quantity = 250;
    Life life(purchase);
    const Instant now = at("2018-04-10T00:00:00Z");
    CHECK(life.refusal(ChangeQuantity{301}, now).microsoft == 2002);
    CHECK(life.refusal(ChangeQuantity{0}, now).microsoft == 2002);
    life.then(ChangeQuantity{300}, now);
    CHECK(life.subscription.quantity == 300);
}

TEST_CASE("OFF-07: E2 #25: a trial of 2018-01-15 has 25 seats and ends 2018-02-14T00:00Z") {
    const Life trial = trial_life(day("2018-01-15"));
    CHECK(trial.subscription.quantity == 25);
    const auto due = next_deadline(trial.subscription);
    REQUIRE(due);
    CHECK(due->at == at("2018-02-14T00:00:00Z"));
    CHECK(std::holds_alternative<EndTrial>(due->command));
}

TEST_CASE("OFF-07: E2 #26: converted, it renews in a year, the trial is gone, and this trial never starts again") {
    Life trial = trial_life(day("2018-01-15"));
    trial.then(ConvertTrial{business, Cycle::annual, 10}, at("2018-02-01T00:00:00Z"));
    CHECK(trial.subscription.quantity == 10);
    CHECK_FALSE(trial.subscription.is_trial);
    CHECK(trial.term().end == day("2019-02-01"));

    Catalogue catalogue{.listing = trial_listing()};
    catalogue.wish = {.offer = business_trial};
    catalogue.facts.ever_owned = trial.subscription.trial == business_trial ? 1 : 0;
    const Error error = catalogue.only_reason("2020-04-10");
    CHECK(error.rule == "OFF-07");
    CHECK(error.reason == "trial_already_used");
    catalogue.facts.owned_target = id<Subscription>(7);
    CHECK(catalogue.reasons("2020-04-10").size() == 2);  // and it has the offer that the trial is for
}

TEST_CASE("OFF-07: E2 #28: a trial stays at 25 seats") {
    const Life trial = trial_life(day("2018-01-15"));
    const Error error = trial.refusal(ChangeQuantity{26}, at("2018-01-20T00:00:00Z"));
    CHECK(error.rule == "OFF-07");
    CHECK(error.reason == "trial_is_fixed");
}
