// The worked examples E1: how long a suspension may last, row by row, by the machine alone.
#include <doctest/doctest.h>

#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

Life suspended_on(const Purchase& purchase, std::string_view on) {
    Life life(purchase);
    life.suspend(day(on));
    return life;
}
/// Gap 0, suspended 2018-03-01 for non-payment.
Life row_1() { return suspended_on(bought(day("2018-02-25")), "2018-03-01"); }

std::int32_t window_of(const Life& life) {
    return suspension_window_days(life.subscription, life.suspended().suspended_on, life.policy);
}
std::string last_day_of(const Life& life) { return text_of(life.suspended().last_day); }

}  // namespace

TEST_CASE("SUS-07: E1 #1: gap 0, suspended 2018-03-01: 90 days, until 2018-05-30") {
    const Life life = row_1();
    CHECK(window_of(life) == 90);
    CHECK(last_day_of(life) == "2018-05-30");
    CHECK(sign_in(life.subscription, life.policy) == SignIn{.users = false, .administrators = true});
}

TEST_CASE("SUS-08: E1 #2: reactivated in the last second of the last day, it is as it was") {
    Life life = row_1();
    const Life before(bought(day("2018-02-25")));
    life.then(ReactivateSubscription{}, at("2018-05-30T23:59:59Z"));
    CHECK(life.subscription == before.subscription);
}

TEST_CASE("SUS-09: E1 #3 and #4: a moment later, or days later, it is deleted since 2018-05-31") {
    for (const auto now : {at("2018-05-31T00:00:00Z"), at("2018-06-10T00:00:00Z")}) {
        Life life = row_1();
        CHECK(life.refusal(ReactivateSubscription{}, now).reason == "window_expired");
        life.settle(now);  // what fell due first, at its own time
        CHECK(life.deleted() == Subscription::Deleted{DeletionCause::expired, at("2018-05-31T00:00:00Z")});
        const Error error = life.refusal(ReactivateSubscription{}, now);
        CHECK(error.reason == "window_expired");
        CHECK(error.microsoft == 2011);
    }
}

TEST_CASE("SUS-06: E1 #5, #7, #9 and #10: the gap before the first paid day extends the window") {
    struct Row {
        int number;
        const char* bought_on;
        Cycle cycle;
        std::int32_t billing_day;
        const char* paid_from;
        const char* suspended_on;
        std::int32_t window;
        const char* last_day;
    };
    for (const Row row : {Row{5, "2018-02-01", Cycle::monthly, 15, "2018-02-15", "2018-03-01", 104, "2018-06-13"},
                          Row{7, "2018-01-26", Cycle::monthly, 25, "2018-02-25", "2018-04-01", 120, "2018-07-30"},
                          Row{9, "2018-02-01", Cycle::annual, 15, "2018-02-01", "2018-03-01", 90, "2018-05-30"},
                          Row{10, "2018-05-29", Cycle::monthly, 15, "2018-06-01", "2018-12-01", 93, "2019-03-04"}}) {
        CAPTURE(row.number);
        const Purchase purchase = bought(day(row.bought_on), row.cycle, row.billing_day);
        CHECK(text_of(purchase.first_billed_on) == row.paid_from);
        const Life life = suspended_on(purchase, row.suspended_on);
        CHECK(window_of(life) == row.window);
        CHECK(last_day_of(life) == row.last_day);
    }
}

TEST_CASE("CONV-4: E1 #10: bought on the 29th and paid from the 1st, it renews on the 1st") {
    Life life = suspended_on(bought(day("2018-05-29")), "2018-12-01");
    CHECK(text_of(life.suspended().term.end) == "2019-06-01");
    life.then(ReactivateSubscription{}, at("2019-03-04T23:59:59.999999Z"));
    life.settle(at("2019-06-01T00:00:00Z"));
    CHECK(life.term() == Term{day("2019-06-01"), day("2020-06-01")});
}

TEST_CASE("SUS-05: E1 #12: the window over month ends and leap days") {
    struct Row {
        const char* suspended_on;
        const char* last_day;
    };
    for (const Row row :
         {Row{"2019-12-01", "2020-02-29"}, Row{"2019-11-30", "2020-02-28"}, Row{"2020-01-31", "2020-04-30"}}) {
        CHECK(last_day_of(suspended_on(bought(day("2019-07-01")), row.suspended_on)) == row.last_day);
    }
}

TEST_CASE("SUS-01: E1 #15: a price change is no reason to suspend") {
    const Life life(bought(day("2018-02-25")));
    const auto price_change = static_cast<SuspensionReason>(0);  // what a text that names no reason is read as
    const Error error = life.refusal(SuspendSubscription{price_change}, at("2018-03-01T00:00:00Z"));
    CHECK(error.rule == "SUS-01");
    CHECK(error.reason == "invalid_reason");
}

TEST_CASE("SUB-04: E1 #17: suspended, its quantity stays 5") {
    const Life life = row_1();
    CHECK(life.refusal(ChangeQuantity{6}, at("2018-03-02T00:00:00Z")).microsoft == 2001);
    CHECK(life.subscription.quantity == 5);
}
