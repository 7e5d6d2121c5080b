// Which day counts: the day of a change (CONV-6) and the first paid day (A-SUSPEND).
#include <doctest/doctest.h>

#include "csp/subscription.hpp"

using namespace csp;

namespace {

const Policy policy{};

Date day(int year, int month, int number) { return date(year, month, number).value(); }

Subscription seats() { return {.quantity = 5, .phase = Subscription::Active{{day(2018, 1, 1), day(2019, 1, 1)}}}; }

template <class E>
E happened(const Subscription& subscription, const Subscription::Command& command, Instant now) {
    const Listing listing{.maximum_quantity = 300};
    const SubscriptionFacts facts{.listing = &listing};
    return std::get<E>(decide(Question<Subscription>{subscription, command, facts, policy, now}).value());
}

}  // namespace

TEST_CASE("CONV-6: the day of a change is the UTC day it is made on, from its first moment to its last") {
    const Date today = day(2018, 3, 1);
    Subscription suspended = seats();
    suspended.phase = Subscription::Suspended{.term = {day(2018, 1, 1), day(2019, 1, 1)},
                                              .reason = SuspensionReason::fraud,
                                              .suspended_on = day(2018, 2, 1),
                                              .last_day = day(2018, 5, 2)};
    for (const Instant now : {start_of(today), last_moment_of(today)}) {
        const SuspendSubscription suspend{SuspensionReason::non_payment};
        CHECK(happened<SubscriptionSuspended>(seats(), suspend, now).suspended_on == today);
        CHECK(happened<SubscriptionReactivated>(suspended, ReactivateSubscription{}, now).reactivated_on == today);
        CHECK(happened<QuantityChanged>(seats(), ChangeQuantity{6}, now).changed_on == today);
    }
    const Instant tomorrow = end_of(today);
    CHECK(happened<QuantityChanged>(seats(), ChangeQuantity{6}, tomorrow).changed_on == day(2018, 3, 2));
}

TEST_CASE("A-SUSPEND: before the alignment of 2018-02-21 a monthly one is free until the partner's billing day") {
    const auto paid = [](Date bought, int billing_day) {
        return first_billed_on(bought, Cycle::monthly, billing_day, policy);
    };
    CHECK(paid(day(2018, 2, 20), 21) == day(2018, 2, 21));
    CHECK(paid(day(2018, 2, 20), 20) == day(2018, 2, 20));
    CHECK(paid(day(2018, 2, 20), 19) == day(2018, 3, 19));
    CHECK(paid(day(2018, 2, 21), 19) == day(2018, 2, 21));
    CHECK(paid(day(2018, 1, 31), 30) == day(2018, 2, 28));
    CHECK(paid(day(2018, 2, 1), 31) == day(2018, 2, 28));
}

TEST_CASE("A-SUSPEND: since then only day 29, 30 and 31 are free, until the 1st") {
    const auto paid = [](Date bought) { return first_billed_on(bought, Cycle::monthly, 15, policy); };
    CHECK(paid(day(2018, 5, 28)) == day(2018, 5, 28));
    CHECK(paid(day(2018, 5, 29)) == day(2018, 6, 1));
    CHECK(paid(day(2018, 5, 31)) == day(2018, 6, 1));
    CHECK(paid(day(2018, 12, 31)) == day(2019, 1, 1));
    CHECK(paid(day(2020, 2, 29)) == day(2020, 3, 1));
    CHECK(first_billed_on(day(2018, 5, 29), Cycle::annual, 15, policy) == day(2018, 5, 29));
}

TEST_CASE("SUS-08: it can be reactivated until its window ends, or its term where none follows") {
    Subscription suspended = seats();
    suspended.phase = Subscription::Suspended{.term = {day(2018, 1, 1), day(2018, 4, 1)},
                                              .reason = SuspensionReason::fraud,
                                              .suspended_on = day(2018, 2, 1),
                                              .last_day = day(2018, 5, 2)};
    suspended.auto_renews = true;
    CHECK(last_day_to_return(suspended) == day(2018, 5, 2));
    suspended.auto_renews = false;
    CHECK(last_day_to_return(suspended) == day(2018, 3, 31));
    const auto answer = [&](const Subscription::Command& command, Instant now) {
        const SubscriptionFacts none{};
        return decide(Question<Subscription>{suspended, command, none, policy, now});
    };
    const auto reactivate = [&](Instant now) { return answer(ReactivateSubscription{}, now).has_value(); };
    CHECK(reactivate(last_moment_of(day(2018, 3, 31))));
    const auto said_at = [&](Instant now) {
        return answer(SuspendSubscription{SuspensionReason::fraud}, now).error().sentence;
    };
    CHECK(said_at(last_moment_of(day(2018, 3, 31))) ==
          "it is suspended already and can be reactivated until 2018-03-31");
    CHECK(said_at(end_of(day(2018, 3, 31))) == "it is suspended already and could be reactivated until 2018-03-31");
    CHECK_FALSE(reactivate(end_of(day(2018, 3, 31))));
    std::get<Subscription::Suspended>(suspended.phase).term.end = day(2018, 6, 1);
    CHECK(last_day_to_return(suspended) == day(2018, 5, 2));
}
