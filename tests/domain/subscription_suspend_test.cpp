// Suspended, reactivated in time, or lost: SUS-01 to SUS-09 at the moments where they turn.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;
using S = Subscription;

namespace {

const Date bought_on = day("2018-02-25");
const Date suspended_on = day("2018-03-01");
const Date last_day = day("2018-05-30");  // 90 days later

Life suspended() {
    Life life(bought(bought_on));
    life.suspend(suspended_on);
    return life;
}

}  // namespace

TEST_CASE("SUS-01: a partner suspends or cancels for one of three reasons") {
    for (const auto reason :
         {SuspensionReason::customer_request, SuspensionReason::non_payment, SuspensionReason::fraud}) {
        Life life(bought(bought_on));
        life.then<SubscriptionSuspended>(SuspendSubscription{reason}, start_of(suspended_on));
        CHECK(life.suspended().reason == reason);
        CHECK(life.suspended().by == SuspendedBy::hand);
        CHECK_FALSE(life.suspended().is_cancelled);
    }
    for (const int number : {0, 4, 255}) {
        const auto reason = static_cast<SuspensionReason>(number);
        const Life life(bought(bought_on));
        for (const S::Command& command :
             {S::Command{SuspendSubscription{reason}}, S::Command{CancelSubscription{reason}},
              S::Command{CancelSubscriptionAtOnce{reason, true}}}) {
            const Error error = life.refusal(command, start_of(suspended_on));
            CHECK(error.code == Code::invalid);
            CHECK(error.rule == "SUS-01");
            CHECK(error.reason == "invalid_reason");
            CHECK(error.field == "reason");
        }
    }
}

TEST_CASE("SUS-01: cancelled as in Partner Center, it is suspended and left to lapse") {
    Life life(bought(bought_on));
    const auto e = life.then<SubscriptionSuspended>(CancelSubscription{SuspensionReason::customer_request},
                                                    start_of(suspended_on));
    CHECK(e.is_cancelled);
    CHECK(life.suspended().last_day == last_day);
    life.settle(first_bad_moment(last_day));
    CHECK(life.deleted().cause == DeletionCause::expired);
}

TEST_CASE("SUS-01: cancelled at once, its data is deleted at that moment, and that has to be acknowledged") {
    const Instant now = at("2018-03-01T10:30:00.000001Z");
    Life life(bought(bought_on));
    SUBCASE("while it is active") {}
    SUBCASE("while it is suspended") { life.suspend(suspended_on); }
    const Error error = life.refusal(CancelSubscriptionAtOnce{SuspensionReason::fraud, false}, now);
    CHECK(error.rule == "SUS-01");
    CHECK(error.reason == "acknowledgement_required");
    CHECK(error.field == "acknowledged");
    life.then<SubscriptionDeleted>(CancelSubscriptionAtOnce{SuspensionReason::fraud, true}, now);
    CHECK(life.deleted().cause == DeletionCause::cancelled);
    CHECK(life.deleted().deleted_at == now);
}

TEST_CASE("SUS-01: everything that is wrong with a cancellation is said at once") {
    const Error error = Life(bought(bought_on)).refusal(CancelSubscriptionAtOnce{}, start_of(suspended_on));
    CHECK(reasons_of(error) ==
          std::vector<std::string>{"reason: invalid_reason", "acknowledged: acknowledgement_required"});
}

TEST_CASE("SUS-02: users get in while it is active, and only then") {
    Life life(bought(bought_on));
    CHECK(sign_in(life.subscription, life.policy).users);
    life.suspend(suspended_on);
    CHECK_FALSE(sign_in(life.subscription, life.policy).users);
    life.then(ReactivateSubscription{}, last_good_moment(last_day));
    CHECK(sign_in(life.subscription, life.policy).users);
    life.then(CancelSubscriptionAtOnce{SuspensionReason::fraud, true}, first_bad_moment(last_day));
    CHECK_FALSE(sign_in(life.subscription, life.policy).users);
    CHECK_FALSE(sign_in(Subscription{}, life.policy).users);
}

TEST_CASE("SUS-03: administrators get in while it is suspended, until its data is deleted") {
    Life life = suspended();
    CHECK(sign_in(life.subscription, life.policy).administrators);
    life.policy.administrators_keep_access = false;  // as later texts have it
    CHECK_FALSE(sign_in(life.subscription, life.policy).administrators);
    life.policy.administrators_keep_access = true;
    life.settle(first_bad_moment(last_day));
    CHECK_FALSE(sign_in(life.subscription, life.policy).administrators);
}

TEST_CASE("SUS-04: one command suspends, and the suspension begins that day") {
    for (const Instant now : {start_of(suspended_on), last_moment_of(suspended_on)}) {
        Life life(bought(bought_on));
        const auto e = life.then<SubscriptionSuspended>(SuspendSubscription{SuspensionReason::non_payment}, now);
        CHECK(e.suspended_on == suspended_on);
        CHECK(e.last_day == last_day);
    }
}

TEST_CASE("SUS-05: day 90 is the last day on which it can be reactivated") {
    Life life = suspended();
    CHECK(life.suspended().last_day == days_after(suspended_on, 90));

    SUBCASE("at the last moment of day 90: yes") {
        const auto e = life.then<SubscriptionReactivated>(ReactivateSubscription{}, last_good_moment(last_day));
        CHECK(e.reactivated_on == last_day);
    }
    SUBCASE("one microsecond later: no") {
        const Error error = life.refusal(ReactivateSubscription{}, first_bad_moment(last_day));
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "SUS-05");
        CHECK(error.reason == "window_expired");
        CHECK(error.microsoft == 2011);
        CHECK(error.phase == "suspended");
        CHECK(error.sentence.find("2018-05-30") != std::string::npos);
    }
    SUBCASE("its data is deleted with the first moment of day 91, and not before") {
        life.settle(last_good_moment(last_day));
        CHECK(is_in<S::Suspended>(life.subscription));
        CHECK(life.refusal(ExpireSubscription{}, last_good_moment(last_day)).reason == "not_lost_yet");
        life.settle(first_bad_moment(last_day));
        CHECK(life.deleted().deleted_at == at("2018-05-31T00:00:00Z"));
    }
}

TEST_CASE("SUS-05: each suspension starts a fresh window") {
    Life life = suspended();
    life.then(ReactivateSubscription{}, last_good_moment(last_day));
    life.suspend(day("2018-06-01"));
    CHECK(life.suspended().last_day == day("2018-08-30"));
}

TEST_CASE("SUS-05: the 21Vianet cloud keeps data for 60 days") {
    Purchase in_china = bought(bought_on);
    in_china.cloud = Cloud::china_21vianet;
    Life life(in_china);
    life.suspend(suspended_on);
    CHECK(life.suspended().last_day == day("2018-04-30"));
}

TEST_CASE("SUS-06: the window is 90 days and the gap before the first paid day, 120 at most") {
    struct Row {
        std::int32_t gap;
        std::int32_t window;
    };
    for (const Row row :
         {Row{-1, 90}, Row{0, 90}, Row{1, 91}, Row{14, 104}, Row{29, 119}, Row{30, 120}, Row{31, 120}, Row{400, 120}}) {
        CAPTURE(row.gap);
        Purchase purchase = bought(bought_on);
        purchase.first_billed_on = days_after(bought_on, row.gap);
        const Life life(purchase);
        CHECK(suspension_window_days(life.subscription, suspended_on, life.policy) == row.window);
        CHECK(last_day_to_reactivate(life.subscription, suspended_on, life.policy) ==
              days_after(suspended_on, row.window));
    }
}

TEST_CASE("SUS-06: the window is 120 days at most, however long the policy keeps data") {
    Purchase purchase = bought(bought_on);
    purchase.first_billed_on = days_after(bought_on, 3);
    Life life(purchase);
    for (const std::int32_t days : {117, 118, std::numeric_limits<std::int32_t>::max()}) {
        life.policy.suspension_days = days;
        CHECK(suspension_window_days(life.subscription, suspended_on, life.policy) == 120);
    }
}

TEST_CASE("SUS-06: an annual subscription has no free period and no gap") {
    Purchase annual = bought(bought_on, Cycle::annual);
    annual.first_billed_on = days_after(bought_on, 14);
    CHECK(suspension_window_days(Life(annual).subscription, suspended_on, Policy{}) == 90);
}

TEST_CASE("SUS-06: the gap extends every suspension, or by policy only those of the free period") {
    const Life life(bought(day("2018-02-01")));  // paid from 2018-02-15
    Policy policy;
    CHECK(suspension_window_days(life.subscription, day("2018-02-14"), policy) == 104);
    CHECK(suspension_window_days(life.subscription, day("2018-02-15"), policy) == 104);
    policy.extension_only_during_free_period = true;
    CHECK(suspension_window_days(life.subscription, day("2018-02-14"), policy) == 104);
    CHECK(suspension_window_days(life.subscription, day("2018-02-15"), policy) == 90);  // the first paid day
}

TEST_CASE("SUS-07: the date under the button is the last day, and suspending again does not move it") {
    const Life life = suspended();
    CHECK(life.suspended().last_day == last_day);
    for (const S::Command& command : {S::Command{SuspendSubscription{SuspensionReason::fraud}},
                                      S::Command{CancelSubscription{SuspensionReason::fraud}}}) {
        const Error error = life.refusal(command, start_of(day("2018-04-01")));
        CHECK(error.rule == "SUS-07");
        CHECK(error.microsoft == 800040);
        CHECK(error.sentence == "it is suspended already and can be reactivated until 2018-05-30");
        CHECK(std::ranges::count(error.allowed, "reactivate_subscription") == 1);
    }
}

TEST_CASE("SUS-08: reactivated, it is the same subscription with the same term") {
    Life life(bought(bought_on));
    const Subscription before = life.subscription;
    life.suspend(suspended_on);
    life.then<SubscriptionReactivated>(ReactivateSubscription{}, last_good_moment(last_day));
    CHECK(life.subscription == before);
    CHECK(life.refusal(ReactivateSubscription{}, last_good_moment(last_day)).reason == "already_active");
}

TEST_CASE("SUS-08: a term that ended meanwhile has gone on when it is reactivated") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    life.suspend(day("2019-02-01"));
    life.renewal_price = dollars(5);
    SUBCASE("on the last day of the term: the same term") {
        life.then(ReactivateSubscription{}, last_good_moment(day("2019-03-04")));
        CHECK(life.term() == Term{day("2018-03-05"), day("2019-03-05")});
        CHECK(life.subscription.unit_price == dollars(4));
    }
    SUBCASE("on the day after it: the next one, of the same anniversary") {
        life.then(ReactivateSubscription{}, first_bad_moment(day("2019-03-04")));
        CHECK(life.term() == Term{day("2019-03-05"), day("2020-03-05")});
        CHECK(life.subscription.unit_price == dollars(5));
    }
    SUBCASE("what is no longer sold has no term to return to after the end of its own") {
        life.listing->is_available = false;
        CHECK(life.refusal(ReactivateSubscription{}, first_bad_moment(day("2019-03-04"))).reason == "term_is_over");
        life.then(ReactivateSubscription{}, last_good_moment(day("2019-03-04")));
    }
}

TEST_CASE("SUS-08: one that does not renew cannot come back after its term") {
    Purchase purchase = bought(day("2018-03-05"), Cycle::annual);
    purchase.auto_renews = false;
    Life life(purchase);
    life.suspend(day("2019-02-01"));
    const Error error = life.refusal(ReactivateSubscription{}, first_bad_moment(day("2019-03-04")));
    CHECK(error.rule == "SUS-08");
    CHECK(error.reason == "term_is_over");
    life.then(ReactivateSubscription{}, last_good_moment(day("2019-03-04")));
}

TEST_CASE("SUS-09: not reactivated, it expires by itself and all its data is deleted") {
    Life life = suspended();
    const auto due = next_deadline(life.subscription);
    REQUIRE(due);
    CHECK(due->at == start_of(days_after(last_day, 1)));
    CHECK(std::holds_alternative<ExpireSubscription>(due->command));
    life.settle(start_of(day("2018-06-10")));  // the host was late
    CHECK(life.deleted() == S::Deleted{DeletionCause::expired, at("2018-05-31T00:00:00Z")});
    CHECK_FALSE(next_deadline(life.subscription));
}

TEST_CASE("SUS-09: what is deleted takes no command, and says since when") {
    Life life = suspended();
    life.settle(start_of(day("2018-06-10")));
    for (const S::Command& command :
         {S::Command{ReactivateSubscription{}}, S::Command{ChangeQuantity{6}}, S::Command{RenameSubscription{"x"}},
          S::Command{SuspendSubscription{SuspensionReason::fraud}}, S::Command{ConvertTrial{}},
          S::Command{CancelSubscription{SuspensionReason::fraud}},
          S::Command{CancelSubscriptionAtOnce{SuspensionReason::fraud, true}}}) {
        const Error error = life.refusal(command, start_of(day("2018-06-10")));
        CHECK(error.rule == "SUS-09");
        CHECK(error.reason == "window_expired");
        CHECK(error.sentence == "it expired on 2018-05-31 and its data is deleted");
        CHECK(error.microsoft == 2011);
        CHECK(error.allowed.empty());
    }
}

TEST_CASE("SUS-09: a suspended one does not renew, and the end of its term does not end it") {
    Life life(bought(day("2018-03-05"), Cycle::annual));
    life.suspend(day("2019-02-01"));
    life.settle(last_good_moment(day("2019-05-02")));
    CHECK(life.suspended().term.end == day("2019-03-05"));
    life.settle(first_bad_moment(day("2019-05-02")));
    CHECK(life.deleted().cause == DeletionCause::expired);
}

TEST_CASE("SUS-09: no day comes after the last one of the calendar") {
    Life life(bought(day("9999-01-01"), Cycle::annual));
    CHECK_FALSE(next_deadline(life.subscription));  // its term runs as long as the calendar
    life.suspend(day("9999-12-01"));
    CHECK(life.suspended().last_day == last_date);
    CHECK_FALSE(next_deadline(life.subscription));
    life.then(ReactivateSubscription{}, last_instant);
    CHECK(life.term().end == last_date);
}

TEST_CASE("OFF-07: a suspended trial comes back before it is converted, and its refusal says until when") {
    Life trial = trial_life(day("2018-01-15"));
    trial.suspend(day("2018-02-01"));
    const ConvertTrial wish{business, Cycle::annual, 0};
    const Error error = trial.refusal(wish, last_good_moment(day("2018-02-13")));
    CHECK(error.rule == "OFF-07");
    CHECK(error.sentence == "a suspended trial is reactivated before it is converted, which works until 2018-02-13");
    Life paid(bought(day("2018-01-15")));
    paid.suspend(day("2018-02-01"));
    CHECK(paid.refusal(wish, start_of(day("2018-02-02"))).reason == "not_a_trial");
}
