// The form that the Cancel dialog opens, and what it asks back.
#include <doctest/doctest.h>

#include "domain/support.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Date order_day = day("2020-01-21");

SoftwareLine windowed(Money amount) {
    SoftwareLine line = line_for_support("Windows Server");
    line.product = id<Product>(2);
    line.kind = ProductKind::perpetual_software;
    line.cancellation = {.way = CancellationWay::window, .days = 60};
    line.amount = amount;
    return line;
}
/// 1,000 days, so that a day is a thousandth.
SoftwareLine reserved(Money amount) {
    SoftwareLine line = line_for_support("Reserved VM");
    line.product = id<Product>(3);
    line.kind = ProductKind::reservation;
    line.credit = CreditWay::prorated;
    line.term = Term{order_day, days_after(order_day, 1000)};
    line.amount = amount;
    return line;
}
SupportForm form_on(Date today, const SoftwareOrder& order, const Policy& policy = {}) {
    auto form = prefilled_form(id<SoftwareOrder>(7), order, id<Customer>(1), active_customer(), policy, today);
    REQUIRE(form);
    return std::move(form).value();
}
Money asked_back(std::int64_t days, const SoftwareLine& line, const Policy& policy = {}) {
    return form_on(days_after(order_day, days), software_bought(order_day, {line}), policy).amount;
}

}  // namespace

TEST_CASE("SUP-01: the form of Windows 7 ESU is linked to its order and lacks only what the partner knows") {
    const SoftwareOrder order = software_bought(order_day, {line_for_support()});
    const SupportForm form = form_on(days_after(order_day, 3), order);  // worked example 57
    CHECK(form.type == refund_type);
    CHECK(form.title == "cancel Windows 7 ESU 2020 of order c5000000-0000-0000-0000-000000000007");
    CHECK(form.customer == id<Customer>(1));
    CHECK(form.domain == "contoso.com");
    CHECK(form.order == id<SoftwareOrder>(7));
    CHECK(form.lines == std::vector<std::int32_t>{0});
    CHECK(form.amount == dollars(1000));

    Desk desk(form);
    CHECK(desk.missing() == std::vector<std::string>{"impact: field_missing", "refund_reason: field_missing",
                                                     "contact.name: field_missing", "contact.email: field_missing",
                                                     "contact.phone: field_missing"});
}

TEST_CASE("SUP-01: the form names the lines that support has to judge, or all that stand") {
    SoftwareOrder order = software_bought(order_day, {windowed(dollars(300)), line_for_support()});
    CHECK(form_on(order_day, order).lines == std::vector<std::int32_t>{1});
    CHECK(form_on(order_day, order).amount == dollars(1000));

    cancel_line(order, 1, order_day);
    SupportForm form = form_on(order_day, order);
    CHECK(form.lines == std::vector<std::int32_t>{0});
    CHECK(form.title == "cancel Windows Server of order c5000000-0000-0000-0000-000000000007");
    CHECK(form.amount == dollars(300));

    cancel_line(order, 0, order_day);
    form = form_on(order_day, order);
    CHECK(form.lines.empty());
    CHECK(form.title == "cancel all of order c5000000-0000-0000-0000-000000000007");
    CHECK(form.amount == Money{});
}

TEST_CASE("SUP-01: an order that support wants to know more about is asked back with taxes, as one sum") {
    SoftwareOrder order = software_bought(order_day, {windowed(dollars(300)), line_for_support()});
    order.lines[0].tax = dollars(30);
    order.needs_support = true;
    const SupportForm form = form_on(order_day, order);
    CHECK(form.lines == std::vector<std::int32_t>{0, 1});
    CHECK(form.amount == dollars(1330));
    CHECK(form.title == "cancel 2 lines of order c5000000-0000-0000-0000-000000000007");
}

TEST_CASE("CAN-07: the form names no Linux plan, and of Linux plans alone there is none") {
    SoftwareLine plan = line_for_support("SUSE");
    plan.product = id<Product>(4);
    plan.cancellation = {.way = CancellationWay::none};
    SoftwareOrder order = software_bought(order_day, {windowed(dollars(300)), plan});
    const SupportForm form = form_on(days_after(order_day, 3), order);
    CHECK(form.lines == std::vector<std::int32_t>{0});
    CHECK(form.amount == dollars(300));
    order.needs_support = true;
    CHECK(form_on(order_day, order).lines == std::vector<std::int32_t>{0});

    const auto why_no_form = [&](const SoftwareOrder& bought) {
        const auto none =
            prefilled_form(id<SoftwareOrder>(7), bought, id<Customer>(1), active_customer(), {}, order_day);
        REQUIRE_FALSE(none);
        return none.error();
    };
    const Error error = why_no_form(software_bought(order_day, {plan, plan}));
    CHECK(error.rule == "CAN-07");
    CHECK(error.reason == "not_cancellable");
    CHECK(error.microsoft == 800061);
    cancel_line(order, 0, order_day);
    CHECK(why_no_form(order).reason == "not_cancellable");  // the plan is all that stands
    cancel_line(order, 1, order_day);
    CHECK(form_on(order_day, order).lines.empty());  // support took everything back: nothing stands
}

TEST_CASE("SUP-01: a reservation is asked back whole until day 5, and then for the days left less 12 percent") {
    CHECK(asked_back(0, reserved(dollars(1000))) == dollars(1000));
    CHECK(asked_back(5, reserved(dollars(1000))) == dollars(1000));
    CHECK(asked_back(6, reserved(dollars(1000))) == Money{87'472, usd});  // 994.00 less 119.28
    CHECK(asked_back(999, reserved(dollars(1000))) == Money{88, usd});    // 1.00 less 0.12
    CHECK(asked_back(1000, reserved(dollars(1000))) == Money{0, usd});
    CHECK(asked_back(2000, reserved(dollars(1000))) == Money{0, usd});
    SoftwareLine three_years = reserved(dollars(1000));
    three_years.term->end = days_after(three_years.term->start, 1096);
    CHECK(asked_back(6, three_years) == Money{87'518, usd});   // CONV-5: 875.1825, rounded once
    CHECK(asked_back(11, three_years) == Money{87'117, usd});  // 871.1679
    SoftwareLine taxed = reserved(dollars(900));
    taxed.tax = dollars(100);
    CHECK(asked_back(6, taxed) == Money{87'472, usd});
}

TEST_CASE("SUP-01: a reservation with a fee is asked back for at most 50,000 dollars") {
    CHECK(asked_back(5, reserved(dollars(100'000))) == dollars(100'000));
    CHECK(asked_back(6, reserved(dollars(100'000))) == dollars(50'000));
    // 500 days: half of it, less 12 percent
    CHECK(asked_back(500, reserved(Money{11'363'636, usd})) == Money{5'000'000, usd});
    CHECK(asked_back(500, reserved(Money{11'363'630, usd})) == Money{4'999'997, usd});
    const Currency yen{{'J', 'P', 'Y'}};
    CHECK(asked_back(500, reserved(Money{100'000'000, yen})) == Money{44'000'000, yen});
    Policy without_fee;
    without_fee.reservation_fee_percent = 0;
    CHECK(asked_back(500, reserved(dollars(1000)), without_fee) == dollars(500));
}

TEST_CASE("SUP-01: an amount that does not fit is left to whoever fills in the form") {
    const SoftwareLine huge = line_for_support();
    SoftwareOrder order = software_bought(order_day, {huge, huge});
    order.lines[0].amount = Money{INT64_MAX, usd};
    CHECK(form_on(order_day, order).amount == Money{});
}
