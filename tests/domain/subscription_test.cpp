// A subscription is created, renamed, grows and shrinks, converts from a trial, renews, and ends.
#include <doctest/doctest.h>

#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;
using S = Subscription;

TEST_CASE("SUB-01: it is created as it was agreed, with at least one licence") {
    const Purchase purchase = bought(day("2018-03-05"));
    const SubscriptionFacts none{};
    const Policy policy{};
    for (const std::int32_t quantity : {-1, 0}) {
        Purchase too_few = purchase;
        too_few.quantity = quantity;
        const auto refusal = decide(Question<S>{S{}, CreateSubscription{too_few}, none, policy, Instant{}});
        REQUIRE_FALSE(refusal);
        CHECK(refusal.error().rule == "SUB-01");
        CHECK(refusal.error().field == "quantity");
    }
    const auto created = decide(Question<S>{S{}, CreateSubscription{purchase}, none, policy, Instant{}});
    REQUIRE(created);
    CHECK(*created == S::Event{SubscriptionCreated{purchase}});
    Life life(purchase);
    CHECK(life.subscription.offer == business);
    CHECK(life.subscription.quantity == 5);
    CHECK(life.subscription.trial.is_nil());
    CHECK(life.term() == Term{day("2018-03-05"), day("2019-03-05")});
}

TEST_CASE("SUB-03: it can be renamed while it is active or suspended") {
    Life life(bought(day("2018-03-05")));
    SUBCASE("active") {}
    SUBCASE("suspended") { life.suspend(day("2018-04-01")); }
    const Instant now = start_of(day("2018-04-02"));
    life.then(RenameSubscription{"Contoso E3"}, now);
    CHECK(life.subscription.friendly_name == "Contoso E3");
    life.then(RenameSubscription{""}, now);  // the offer's name is shown again
    CHECK(life.subscription.friendly_name.empty());
    life.then(RenameSubscription{std::string(256, 'x')}, now);
    for (const std::string& bad :
         {std::string(257, 'x'), std::string("two\nlines"), std::string("\xC3"), std::string("\x7F")}) {
        const Error error = life.refusal(RenameSubscription{bad}, now);
        CHECK(error.code == Code::invalid);
        CHECK(error.rule == "SUB-03");
        CHECK(error.field == "friendly_name");
    }
}

TEST_CASE("SUB-04: the quantity stays within the offer's range") {
    Life life(bought(day("2018-03-05")));
    life.listing->minimum_quantity = 2;
    const Instant now = start_of(day("2018-04-02"));
    for (const std::int32_t quantity : {INT32_MIN, -1, 0, 1, 301, INT32_MAX}) {
        CAPTURE(quantity);
        const Error error = life.refusal(ChangeQuantity{quantity}, now);
        CHECK(error.rule == "SUB-04");
        CHECK(error.reason == "quantity_out_of_range");
        CHECK(error.microsoft == 2002);
        CHECK(error.sentence == "the quantity must be from 2 to 300; it is " + std::to_string(quantity));
    }
    for (const std::int32_t quantity : {2, 3, 299, 300}) {
        const auto e = life.then<QuantityChanged>(ChangeQuantity{quantity}, now);
        CHECK(e.quantity == quantity);
        CHECK(life.subscription.quantity == quantity);
    }
}

TEST_CASE("SUB-04: the quantity it has already is no change") {
    const Error error = Life(bought(day("2018-03-05"))).refusal(ChangeQuantity{5}, start_of(day("2018-04-02")));
    CHECK(error.reason == "quantity_unchanged");
    CHECK(error.field == "quantity");
}

TEST_CASE("SUB-04: without a listing in the customer's market the quantity stays") {
    Life life(bought(day("2018-03-05")));
    life.listing.reset();
    CHECK(life.refusal(ChangeQuantity{6}, start_of(day("2018-04-02"))).reason == "not_in_this_market");
}

TEST_CASE("SUB-04: while it is suspended the quantity cannot be changed") {
    Life life(bought(day("2018-03-05")));
    life.suspend(day("2018-04-01"));
    const Error error = life.refusal(ChangeQuantity{6}, start_of(day("2018-04-02")));
    CHECK(error.rule == "SUB-04");
    CHECK(error.microsoft == 2001);
}

TEST_CASE("CONV-6: a new quantity applies from the day it was set") {
    Life life(bought(day("2018-03-05")));
    const auto e = life.then<QuantityChanged>(ChangeQuantity{6}, last_moment_of(day("2018-04-02")));
    CHECK(e == QuantityChanged{5, 6, day("2018-04-02")});
}

TEST_CASE("OFF-08: the quantity of an add-on changes only while its parent is active") {
    const Life parent(bought(day("2018-03-05")));
    Life add_on = add_on_life(day("2018-03-05"), parent.subscription);
    const Instant now = start_of(day("2018-04-02"));
    add_on.then(ChangeQuantity{6}, now);
    add_on.parent->phase = S::Suspended{};
    const Error error = add_on.refusal(ChangeQuantity{7}, now);
    CHECK(error.rule == "OFF-08");
    CHECK(error.reason == "parent_not_active");
    CHECK(error.microsoft == 27009);
    CHECK(error.existing == text_of(id<S>(1)));
    add_on.parent.reset();
    CHECK(add_on.refusal(ChangeQuantity{7}, now).reason == "parent_not_active");
}

TEST_CASE("OFF-07: a trial has 25 licences for 30 days and ends by itself") {
    Life trial = trial_life(day("2018-01-15"));
    CHECK(trial.subscription.trial == business_trial);
    CHECK(trial.refusal(ChangeQuantity{26}, start_of(day("2018-01-20"))).reason == "trial_is_fixed");
    const Date last = day("2018-02-13");
    CHECK(trial.refusal(EndTrial{}, last_good_moment(last)).reason == "term_not_over");
    trial.settle(last_good_moment(last));
    CHECK(is_in<S::Active>(trial.subscription));
    trial.settle(first_bad_moment(last));
    CHECK(trial.deleted() == S::Deleted{DeletionCause::trial_ended, at("2018-02-14T00:00:00Z")});
}

TEST_CASE("OFF-07: suspending a trial does not make it longer") {
    Life trial = trial_life(day("2018-01-15"));
    trial.suspend(day("2018-02-01"));
    CHECK(in<S::Suspended>(trial.subscription).last_day == day("2018-02-13"));  // SUS-07
    CHECK(last_day_to_reactivate(trial.subscription, day("2018-02-01"), Policy{}) == day("2018-02-13"));
    CHECK(trial.refusal(ReactivateSubscription{}, first_bad_moment(day("2018-02-13"))).code == Code::refused);
    const auto due = next_deadline(trial.subscription);
    REQUIRE(due);
    CHECK(due->at == at("2018-02-14T00:00:00Z"));
    SUBCASE("it comes back up to the last moment of its last day") {
        trial.then(ReactivateSubscription{}, last_good_moment(day("2018-02-13")));
    }
    SUBCASE("and is gone then") {
        trial.settle(due->at);
        CHECK(trial.deleted().cause == DeletionCause::trial_ended);
    }
}

TEST_CASE("OFF-07: a trial converts up to the last moment of its last day") {
    Life trial = trial_life(day("2018-01-15"));
    const Date last = day("2018-02-13");
    SUBCASE("then: yes") {
        trial.then<TrialConverted>(ConvertTrial{business, Cycle::annual, 0}, last_good_moment(last));
        CHECK(trial.subscription.quantity == 25);  // as many as the trial had
    }
    SUBCASE("a microsecond later: no") {
        const Error error = trial.refusal(ConvertTrial{business, Cycle::annual, 0}, first_bad_moment(last));
        CHECK(error.rule == "OFF-07");
        CHECK(error.reason == "trial_is_over");
    }
}

TEST_CASE("A-SUSPEND: a trial that becomes metered is paid from that day, also before the alignment") {
    Life trial = trial_life(day("2018-01-15"));
    trial.target->metering = Metering::usage;
    const auto e = trial.then<TrialConverted>(ConvertTrial{business, Cycle::monthly, 10}, start_of(day("2018-02-01")));
    CHECK(e.first_billed_on == day("2018-02-01"));
    CHECK(suspension_window_days(trial.subscription, day("2018-03-01"), Policy{}) == 90);
}

TEST_CASE("OFF-07: converted, it is the same subscription, paid for and counted as a trial for life") {
    Life trial = trial_life(day("2018-01-15"));
    const auto e = trial.then<TrialConverted>(ConvertTrial{business, Cycle::monthly, 10}, start_of(day("2018-02-01")));
    CHECK(e.trial == business_trial);
    CHECK(e.first_billed_on == day("2018-02-15"));  // free until the billing day, before the alignment
    CHECK(e.unit_price == dollars(5));
    CHECK(trial.subscription.offer == business);
    CHECK(trial.subscription.trial == business_trial);
    CHECK_FALSE(trial.subscription.is_trial);
    CHECK(trial.subscription.auto_renews);
    CHECK(trial.term() == Term{day("2018-02-01"), day("2019-02-15")});
    CHECK(trial.refusal(ConvertTrial{business, Cycle::monthly, 10}, start_of(day("2018-02-02"))).reason ==
          "not_a_trial");
}

TEST_CASE("OFF-07: a trial becomes only what it may become") {
    Life trial = trial_life(day("2018-01-15"));
    const Instant now = start_of(day("2018-02-01"));
    const auto reasons = [&](const ConvertTrial& wish) { return reasons_of(trial.refusal(wish, now)); };
    using Says = std::vector<std::string>;
    CHECK(reasons({audio_add_on, Cycle::annual, 10}) == Says{"offer: no_such_conversion"});
    CHECK(reasons({business, Cycle::one_time, 10}) == Says{"cycle: cycle_not_supported"});
    CHECK(reasons({business, Cycle::annual, 301}) == Says{"quantity: quantity_out_of_range"});
    CHECK(reasons({business, Cycle::annual, -1}) == Says{"quantity: quantity_out_of_range"});
    CHECK(reasons({business, Cycle::none, 301}) ==
          Says{"cycle: cycle_not_supported", "quantity: quantity_out_of_range"});
    trial.target->is_available = false;
    CHECK(reasons({business, Cycle::annual, 10}) == Says{"offer: no_such_conversion"});
    trial.target = trial_listing();
    CHECK(reasons({business, Cycle::none, 25}) == Says{"offer: no_such_conversion"});
    trial.target = one_of_each();
    trial.target_owned = {Owned{.id = id<S>(9), .offer = business}};
    CHECK(reasons({business, Cycle::annual, 10}) == Says{"offer: already_owned_limit_reached"});
    trial.target_owned.clear();
    trial.then(ConvertTrial{business, Cycle::annual, 10}, now);
}

TEST_CASE("OFF-04: a conversion over the limit names the subscription that stands in the way") {
    Life trial = trial_life(day("2018-01-15"));
    const Instant now = start_of(day("2018-02-01"));
    trial.target = one_of_each();
    trial.target_owned = {Owned{.id = id<S>(9), .offer = business}};
    const Error active = trial.refusal(ConvertTrial{business, Cycle::annual, 10}, now);
    CHECK(active.rule == "OFF-04");
    CHECK(active.existing == text_of(id<S>(9)));
    CHECK(active.microsoft == 27006);
    trial.target->limit = 2;
    trial.then(ConvertTrial{business, Cycle::annual, 10}, now);
}

TEST_CASE("OFF-05: a conversion over the limit says which one can be reactivated instead, and until when") {
    Life trial = trial_life(day("2018-01-15"));
    trial.target = one_of_each();
    trial.target->limit = 2;
    trial.target_owned = {
        Owned{.id = id<S>(9), .offer = business},
        Owned{.id = id<S>(10), .offer = business, .is_suspended = true, .last_day = day("2018-04-30")}};
    const Error error = trial.refusal(ConvertTrial{business, Cycle::annual, 10}, start_of(day("2018-02-01")));
    CHECK(error.rule == "OFF-05");
    CHECK(error.reason == "suspended_reactivate_instead");
    CHECK(error.existing == text_of(id<S>(10)));
    CHECK(error.sentence == "the customer has it suspended; it can be reactivated until 2018-04-30");
}

TEST_CASE("CONV-3: a trial that becomes something metered has no end of its own and nothing to renew") {
    Life trial = trial_life(day("2018-01-15"));
    trial.target->metering = Metering::usage;
    trial.then(ConvertTrial{business, Cycle::annual, 10}, start_of(day("2018-02-01")));
    CHECK(trial.term() == Term{day("2018-02-01"), last_date});
    CHECK_FALSE(trial.subscription.auto_renews);
    CHECK_FALSE(next_deadline(trial.subscription));
}

TEST_CASE("SUB-06: a change of quantity is good on every day of the term and on the first of the next one") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    life.then<QuantityChanged>(ChangeQuantity{6}, start_of(day("2018-03-05")));
    life.then<QuantityChanged>(ChangeQuantity{7}, last_good_moment(day("2019-03-04")));
    life.settle(first_bad_moment(day("2019-03-04")));
    CHECK(life.then<QuantityChanged>(ChangeQuantity{8}, start_of(day("2019-03-05"))).before == 7);
}

TEST_CASE("SUB-06: one that does not renew takes no change from the first moment after its term on") {
    Purchase purchase = bought(day("2018-03-05"), Cycle::annual);
    purchase.auto_renews = false;
    Life life(purchase);
    life.settle(last_good_moment(day("2019-03-04")));
    life.then<QuantityChanged>(ChangeQuantity{6}, last_good_moment(day("2019-03-04")));
    life.settle(first_bad_moment(day("2019-03-04")));
    CHECK(life.refusal(ChangeQuantity{7}, first_bad_moment(day("2019-03-04"))).reason == "deleted");
    CHECK(life.subscription.quantity == 6);
}

TEST_CASE("CONV-3: a term that does not renew ends with the first moment after it") {
    Purchase purchase = bought(day("2018-03-05"));
    purchase.auto_renews = false;
    Life life(purchase);
    const Date last = day("2019-03-04");
    CHECK(life.refusal(EndTerm{}, last_good_moment(last)).rule == "CONV-3");
    CHECK(life.refusal(RenewSubscription{}, first_bad_moment(last)).reason == "does_not_renew");
    life.settle(last_good_moment(last));
    CHECK(is_in<S::Active>(life.subscription));
    life.settle(first_bad_moment(last));
    CHECK(life.deleted() == S::Deleted{DeletionCause::term_ended, at("2019-03-05T00:00:00Z")});
}

TEST_CASE("CONV-4: it renews year after year on the anniversary of its first paid day") {
    Life life(bought(day("2020-02-29"), Cycle::annual));
    CHECK(life.term().end == day("2021-02-28"));
    CHECK(life.refusal(RenewSubscription{}, last_good_moment(day("2021-02-27"))).reason == "term_not_over");
    CHECK(life.refusal(EndTerm{}, first_bad_moment(day("2021-02-27"))).reason == "renews_itself");
    life.settle(first_bad_moment(day("2021-02-27")));
    CHECK(life.term() == Term{day("2021-02-28"), day("2022-02-28")});
    life.settle(start_of(day("2024-02-28")));
    CHECK(life.term() == Term{day("2023-02-28"), day("2024-02-29")});  // never chained: the 29th is back
    life.settle(start_of(day("2024-02-29")));
    CHECK(life.term() == Term{day("2024-02-29"), day("2025-02-28")});
}

TEST_CASE("CONV-8: it renews at the price of the list, and without one when none is known") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    life.renewal_price = dollars(5);
    life.settle(last_good_moment(day("2019-03-04")));
    CHECK(life.subscription.unit_price == dollars(4));  // pinned for the term
    life.settle(first_bad_moment(day("2019-03-04")));
    CHECK(life.subscription.unit_price == dollars(5));
    life.renewal_price = Money{};
    CHECK(life.then<SubscriptionRenewed>(RenewSubscription{}, start_of(day("2020-03-05"))).unit_price == Money{});
    CHECK(life.subscription.unit_price == Money{});
}

TEST_CASE("CONV-8: what was stored before renewals had a price keeps the price it had") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    evolve(life.subscription, SubscriptionRenewed{.term = {day("2019-03-05"), day("2020-03-05")}});
    CHECK(life.subscription.unit_price == dollars(4));
    evolve(life.subscription, SubscriptionReactivated{.reactivated_on = day("2019-04-01"), .term = life.term()});
    CHECK(life.subscription.unit_price == dollars(4));
}

TEST_CASE("OFF-03: an offer that is no longer sold ends with the term instead of renewing") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    const Instant end = start_of(day("2019-03-05"));
    SUBCASE("withdrawn") { life.listing->is_available = false; }
    SUBCASE("never listed") { life.listing.reset(); }
    const Error error = life.refusal(RenewSubscription{}, end);
    CHECK(error.rule == "OFF-03");
    CHECK(error.reason == "no_longer_for_sale");
    CHECK(life.refusal(EndTerm{}, Instant{end.us - 1}).reason == "term_not_over");
    life.settle(end);
    CHECK(life.deleted() == S::Deleted{DeletionCause::term_ended, end});
}

TEST_CASE("OFF-08: an add-on renews with its parent, and not when that has ended its own term by then") {
    const Instant end = start_of(day("2019-03-05"));
    const Life parent(bought(day("2018-03-05"), Cycle::annual));
    Life add_on = add_on_life(day("2018-03-05"), parent.subscription);
    add_on.subscription.phase = S::Active{parent.term()};
    SUBCASE("the parent renewed") { add_on.then<SubscriptionRenewed>(RenewSubscription{}, end); }
    SUBCASE("the parent ended its term a year later") {
        add_on.parent->phase = S::Deleted{DeletionCause::term_ended, us_after(end, 1)};
        add_on.then<SubscriptionRenewed>(RenewSubscription{}, end);
    }
    SUBCASE("the parent was cancelled at the same moment, after it had renewed") {
        add_on.parent->phase = S::Deleted{DeletionCause::cancelled, end};
        add_on.then<SubscriptionRenewed>(RenewSubscription{}, end);
    }
    SUBCASE("the parent ended its term then") {
        add_on.parent->phase = S::Deleted{DeletionCause::term_ended, end};
        CHECK(add_on.refusal(RenewSubscription{}, end).reason == "parent_ended");
        add_on.settle(end);
        CHECK(add_on.deleted() == S::Deleted{DeletionCause::term_ended, end});
    }
    SUBCASE("there is no parent") {
        add_on.parent.reset();
        CHECK(add_on.refusal(RenewSubscription{}, end).existing == text_of(id<S>(1)));
    }
}

TEST_CASE(
    "CONV-4: before the alignment a monthly one is paid from the billing day, since then from day 1 to 28 at once") {
    const Policy policy;
    struct Row {
        const char* bought_on;
        std::int32_t billing_day;
        const char* paid_from;
    };
    for (const Row row :
         {Row{"2018-02-01", 15, "2018-02-15"}, Row{"2018-02-15", 15, "2018-02-15"}, Row{"2018-02-16", 15, "2018-03-15"},
          Row{"2018-01-31", 31, "2018-01-31"}, Row{"2018-02-01", 31, "2018-02-28"}, Row{"2018-01-31", 30, "2018-02-28"},
          Row{"2018-02-20", 15, "2018-03-15"}, Row{"2018-02-21", 15, "2018-02-21"}, Row{"2018-05-28", 15, "2018-05-28"},
          Row{"2018-05-29", 15, "2018-06-01"}, Row{"2018-12-31", 15, "2019-01-01"},
          Row{"2020-02-29", 15, "2020-03-01"}}) {
        CAPTURE(row.bought_on);
        CHECK(text_of(first_billed_on(day(row.bought_on), Cycle::monthly, row.billing_day, policy)) == row.paid_from);
        CHECK(text_of(first_billed_on(day(row.bought_on), Cycle::annual, row.billing_day, policy)) == row.bought_on);
    }
}

TEST_CASE("OFF-08: an add-on follows its parent, but not back from a suspension by hand") {
    const Life parent(bought(day("2018-03-05")));
    Life add_on = add_on_life(day("2018-03-05"), parent.subscription);
    const Date last_day = day("2018-06-30");
    const SuspendWithParent with_parent{SuspensionReason::fraud, day("2018-04-01"), last_day};
    const Instant now = start_of(day("2018-04-01"));

    SUBCASE("suspended with its parent and its date, it comes back with it") {
        add_on.then(with_parent, now);
        CHECK(add_on.suspended().by == SuspendedBy::parent);
        CHECK(add_on.suspended().last_day == last_day);
        add_on.then<SubscriptionReactivated>(ReactivateWithParent{}, last_good_moment(last_day));
    }
    SUBCASE("it cannot come back before its parent") {
        add_on.then(with_parent, now);
        add_on.parent->phase = S::Suspended{};
        CHECK(add_on.refusal(ReactivateSubscription{}, now).reason == "parent_not_active");
    }
    SUBCASE("suspended by hand, it is left alone") {
        add_on.suspend(day("2018-04-01"));
        CHECK(add_on.refusal(ReactivateWithParent{}, now).reason == "suspended_by_hand");
    }
    SUBCASE("it ends with its parent") {
        add_on.then(EndWithParent{DeletionCause::expired}, now);
        CHECK(add_on.deleted() == S::Deleted{DeletionCause::parent_ended, now});
    }
}

TEST_CASE("SUB-06: a menu knows which commands cannot be asked before their fields are filled in") {
    const SubscriptionFacts none{};
    const Policy policy{};
    const Life life(bought(day("2018-03-05")));
    const auto menu = [&](const S::Command& command) {
        return why_not(Question<S>{life.subscription, command, none, policy, start_of(day("2018-04-01"))}, true);
    };
    CHECK_FALSE(menu(SuspendSubscription{}));
    CHECK_FALSE(menu(ChangeQuantity{}));
    const auto no = menu(ReactivateSubscription{});
    REQUIRE(no);
    CHECK(no->reason == "already_active");
}
