// Cancelling software: who, what, until when; and what the dialog says before.
#include <doctest/doctest.h>

#include "domain/software.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Answer = CancellationAnswer;
using Says = std::vector<std::string>;

Shop bought_on(std::string_view on, const ProductSheet& sheet = perpetual_sheet()) {
    Shop shop = shop_of(sheet);
    shop.bought_on(on);
    return shop;
}
/// Perpetual, subscription, perpetual again: lines 0 and 2 are of product 1, line 1 of product 2.
Shop three_lines() {
    Shop shop({on_sale(perpetual_sheet()), on_sale(subscription_sheet()), on_sale(perpetual_sheet())});
    shop.buy.lines[2].product = id<Product>(1);
    shop.bought_on("2020-01-21");
    return shop;
}
const Instant next_day = at("2020-01-22T10:00:00Z");

bool can_be_cancelled_at(const Shop& shop, Instant moment) { return shop.decide(cancel_all(), moment).has_value(); }
void check_last_day(const Shop& shop, std::string_view last_day) {
    CAPTURE(last_day);
    CHECK(can_be_cancelled_at(shop, last_good_moment(day(last_day))));
    CHECK_FALSE(can_be_cancelled_at(shop, first_bad_moment(day(last_day))));
    CHECK(shop.dialog(last_day).answer == Answer::can_be_cancelled);
    CHECK(shop.dialog(last_day).days_remaining == 0);
    CHECK(shop.dialog(last_day).last_day == day(last_day));
}

}  // namespace

TEST_CASE("CAN-01: day 60 is the last good day, counted from the day of the order") {
    check_last_day(bought_on("2020-01-21"), "2020-03-21");
    check_last_day(bought_on("2019-12-31"), "2020-02-29");
    check_last_day(bought_on("2018-12-31"), "2019-03-01");
    for (const ProductSheet& sheet : {perpetual_sheet(), subscription_sheet(12), subscription_sheet(36)}) {
        check_last_day(bought_on("2020-01-21", sheet), "2020-03-21");
    }
    Shop late = shop_of(perpetual_sheet());
    late.then<SoftwareBought>(late.buy, last_good_moment(day("2020-01-21")));
    check_last_day(late, "2020-03-21");
}

TEST_CASE("CAN-01: it is 30 days for orders from 2021-06-01 on, whatever the day of the cancellation") {
    for (const char* profile : {"2020-01", "2021-06"}) {
        Shop before = shop_of(perpetual_sheet());
        before.policy = *policy_profile(profile);
        Shop after = before;
        check_last_day(before.bought_on("2021-05-31"), "2021-07-30");
        check_last_day(after.bought_on("2021-06-01"), "2021-07-01");
    }
}

TEST_CASE("CAN-02: cancelling costs no fee, on the first day and on the last") {
    for (const char* on : {"2020-01-21", "2020-03-21"}) {
        CHECK(bought_on("2020-01-21").cancelled_on(cancel_all(), on).termination_fee == Money{0, usd});
    }
}

TEST_CASE("CAN-04: after the window it is refused with its last day, and nothing has changed") {
    const Shop shop = bought_on("2020-01-21");
    const Error error = shop.refusal(cancel_all(), first_bad_moment(day("2020-03-21")));
    CHECK(error.code == Code::refused);
    CHECK(error.rule == "CAN-04");
    CHECK(error.reason == "window_passed");
    CHECK(error.microsoft == 900117);
    CHECK(error.sentence ==
          "line 0, Windows Server 2019 Standard, could be cancelled within 60 days, until 2020-03-21; today is "
          "2020-03-22");
    CHECK(stands_as_bought(shop));
}

TEST_CASE("CAN-05: the window of a sheet is pinned on the day of the order") {
    ProductSheet sheet = perpetual_sheet();
    sheet.cancellation = {{day("2020-02-01"), CancellationWay::window, 0}};
    check_last_day(bought_on("2020-01-31", sheet), "2020-03-31");
    check_last_day(bought_on("2020-02-01", sheet), "2020-02-01");
}

TEST_CASE("CAN-06: Windows 7 updates are cancelled by a support request, on day 3 as on day 100") {
    const Shop shop = bought_on("2020-01-21", security_updates_sheet());
    for (const char* on : {"2020-01-21", "2020-01-24", "2020-04-30"}) {
        const Error error = shop.refusal(cancel_all(), start_of(day(on)));
        CHECK(error.rule == "CAN-06");
        CHECK(reasons_of(error) == Says{"lines: support_request_required"});
        CHECK(shop.dialog(on).answer == Answer::support_request_required);
    }
    Shop later = shop_of(security_updates_sheet());
    later.policy = *policy_profile("2021-06");
    check_last_day(later.bought_on("2021-06-01"), "2021-07-01");
}

TEST_CASE("CAN-07: a Linux plan can be neither cancelled nor exchanged, and no support form is offered") {
    Shop shop = bought_on("2020-01-21", linux_sheet());
    for (const bool needs_support : {false, true}) {
        shop.order.needs_support = needs_support;
        const Error error = shop.refusal(cancel_all(), next_day);
        CHECK(error.rule == "CAN-07");
        CHECK(reasons_of(error) == Says{"lines: not_cancellable"});
        CHECK(shop.dialog("2020-01-22").answer == Answer::not_cancellable);
        CHECK_FALSE(shop.dialog("2020-01-22").last_day);
        CHECK_FALSE(shop.dialog("2020-01-22").credit);
    }
    CHECK(shop.refusal(ExchangeSoftware{id<Product>(1)}, next_day).sentence ==
          "a SUSE Linux or Red Hat plan can be neither cancelled nor exchanged");
}

TEST_CASE("CAN-07: nothing is ever exchanged, and other software says what to do instead") {
    Shop shop = bought_on("2020-01-21");
    const auto refused = [&] { return shop.refusal(ExchangeSoftware{id<Product>(1)}, next_day); };
    CHECK(refused().reason == "exchange_refused");
    CHECK(refused().sentence == "software is not exchanged; cancel it and buy what is wanted instead");
    shop.cancelled_on(cancel_all(), "2020-01-22");
    shop.then<SoftwareOrderClosed>(CloseSoftwareOrder{}, next_day);
    CHECK(refused().reason == "exchange_refused");
    CHECK(shop_of(perpetual_sheet()).refusal(ExchangeSoftware{}, next_day).reason == "exchange_refused");
}

TEST_CASE("CAN-08: customer, product and lines have to be those of the order") {
    const Shop shop = three_lines();
    const auto said = [&](const CancelSoftware& command) { return reasons_of(shop.refusal(command, next_day)); };
    CHECK(said({id<Customer>(2), {}, {}, true, true}) == Says{"customer: wrong_customer"});
    CHECK(said(cancel_lines(3)) == Says{"product: wrong_product"});
    CHECK(said(cancel_lines(2, {0})) == Says{"product: wrong_product"});
    CHECK(said(cancel_lines(1, {0, 1})) == Says{"product: wrong_product"});
    CHECK(said(cancel_lines(1, {3})) == Says{"lines[0]: no_such_line"});
    CHECK(said(cancel_lines(1, {0, -1})) == Says{"lines[1]: no_such_line"});
    CHECK(said(cancel_lines(1, {2, 0, 2})) == Says{"lines[2]: line_twice"});
    CHECK(said({id<Customer>(1), {}, {0}, true}) == Says{"product: product_missing"});
    CHECK(said({id<Customer>(1), {}, {}, true}) == Says{"product: product_missing"});
    CHECK(said({id<Customer>(1), id<Product>(1), {}, true, true}) == Says{"whole_order: product_and_whole_order"});
    CHECK(shop.refusal(cancel_lines(1, {3}), next_day).code == Code::invalid);
    CHECK(shop.refusal(cancel_lines(1, {3}), next_day).microsoft == 800071);
}

TEST_CASE("CAN-11: without the acknowledgement nothing is cancelled") {
    const Shop shop = bought_on("2020-01-21");
    CancelSoftware command = cancel_all();
    command.acknowledged = false;
    const Error error = shop.refusal(command, next_day);
    CHECK(error.rule == "CAN-11");
    CHECK(reasons_of(error) == Says{"acknowledged: acknowledgement_required"});
    CHECK(stands_as_bought(shop));
}

TEST_CASE("CAN-12: lines are cancelled one after the other, and with the last one the order closes") {
    Shop shop = three_lines();
    CHECK(shop.refusal(CloseSoftwareOrder{}, next_day).reason == "lines_stand");
    const auto first = shop.then<SoftwareCancelled>(cancel_lines(1, {0}), next_day);
    REQUIRE(first.lines.size() == 1);
    CHECK(first.lines[0].entitlement == id<Entitlement>(1));
    CHECK(shop.order.lines[0].quantity == 0);
    CHECK(shop.order.lines[0].quantity_bought == 1);
    CHECK(shop.order.lines[1].quantity == 1);
    CHECK(is_in<SoftwareOrder::Completed>(shop.order));

    const auto second = shop.then<SoftwareCancelled>(cancel_lines(1), next_day);  // what is left of product 1
    REQUIRE(second.lines.size() == 1);
    CHECK(second.lines[0].line == 2);
    CHECK(shop.refusal(CloseSoftwareOrder{}, next_day).reason == "lines_stand");

    const auto third = shop.then<SoftwareCancelled>(cancel_all(), next_day);  // what is left of the order
    REQUIRE(third.lines.size() == 1);
    CHECK(third.lines[0].line == 1);
    shop.then<SoftwareOrderClosed>(CloseSoftwareOrder{}, next_day);
    CHECK(in<SoftwareOrder::Cancelled>(shop.order).cancelled_at == next_day);
}

TEST_CASE("CAN-12: all that a cancellation names is cancelled, or nothing") {
    Shop shop({on_sale(perpetual_sheet()), on_sale(linux_sheet()), on_sale(security_updates_sheet())});
    shop.bought_on("2020-01-21");
    const Error error = shop.refusal(cancel_all(), first_bad_moment(day("2020-03-21")));
    CHECK(reasons_of(error) ==
          Says{"lines: support_request_required", "lines: not_cancellable", "lines: window_passed"});
    shop.cancelled_on(cancel_lines(1), "2020-03-21");
    CHECK(shop.order.lines[0].quantity == 0);
}

TEST_CASE("CAN-13: the days that remain are 60 on the day of the order and 0 on the last day") {
    const Shop shop = bought_on("2020-01-21");
    CHECK(shop.dialog("2020-01-21").days_remaining == 60);
    CHECK(shop.dialog("2020-02-10").days_remaining == 40);
    CHECK(shop.dialog("2020-03-20").days_remaining == 1);
    CHECK(shop.dialog("2020-03-21").days_remaining == 0);
    CHECK(shop.dialog("2020-01-20").days_remaining == 60);  // a clock that is behind
    CHECK(shop.dialog("2020-03-21").credit->amount == dollars(1000));
}

TEST_CASE("CAN-14: that the window has passed is told, with the day it ended") {
    const LineCancellation said = bought_on("2020-01-21").dialog("2020-03-22");
    CHECK(said.answer == Answer::window_passed);
    CHECK(said.days_remaining == 0);
    CHECK(said.last_day == day("2020-03-21"));
    CHECK_FALSE(said.credit);
    CHECK(name_of(Answer::window_passed) == "window_passed");
    CHECK(name_of(Answer{6}) == "unknown");
}

TEST_CASE("CAN-15: where Microsoft wants to know more, the support form is the answer") {
    Shop shop = bought_on("2020-01-21");
    CHECK(shop.refusal(AskForSupport{false}, next_day).reason == "nothing_changes");
    shop.then<SupportAskedFor>(AskForSupport{true}, next_day);
    CHECK(shop.refusal(AskForSupport{true}, next_day).reason == "nothing_changes");
    const Error error = shop.refusal(cancel_all(), next_day);
    CHECK(error.rule == "CAN-15");
    CHECK(reasons_of(error) == Says{"lines: support_request_required"});
    CHECK(shop.dialog("2020-01-22").answer == Answer::support_request_required);
    shop.then<SupportAskedFor>(AskForSupport{false}, next_day);
    check_last_day(shop, "2020-03-21");

    const Shop reservation = bought_on("2020-01-21", reservation_sheet());
    CHECK(reservation.refusal(cancel_all(), next_day).rule == "CAN-15");
    CHECK(reservation.dialog("2020-01-22").answer == Answer::support_request_required);
}

TEST_CASE("CAN-16: it changes at once, lists may be 15 minutes late, and a second time is refused") {
    Shop shop = bought_on("2020-01-21");
    const Instant ten = at("2020-02-01T10:00:00Z");
    const auto event = shop.then<SoftwareCancelled>(cancel_all(), ten);
    CHECK(event.cancelled_at == ten);
    CHECK(event.visible_by == at("2020-02-01T10:15:00Z"));
    CHECK(shop.dialog("2020-02-01").answer == Answer::already_cancelled);
    for (const CancelSoftware& again : {cancel_all(), cancel_lines(1), cancel_lines(1, {0})}) {
        const Error error = shop.refusal(again, at("2020-02-01T10:05:00Z"));
        CHECK(error.rule == "CAN-16");
        CHECK(reasons_of(error) == Says{"lines: already_cancelled"});
    }
    shop.then<SoftwareOrderClosed>(CloseSoftwareOrder{}, ten);
    const Error error = shop.refusal(cancel_all(), at("2020-02-01T10:05:00Z"));
    CHECK(error.reason == "already_cancelled");
    CHECK(error.sentence == "the order was cancelled on 2020-02-01");
    CHECK(shop.refusal(AskForSupport{true}, ten).reason == "already_cancelled");
    CHECK(shop.refusal(RefundSoftware{}, ten).reason == "already_cancelled");
}

TEST_CASE("CAN-17: a cancelled line stays in the order, with what was credited") {
    Shop shop = three_lines();
    shop.cancelled_on(cancel_lines(2), "2020-03-21");
    REQUIRE(shop.order.lines.size() == 3);
    const SoftwareLine& line = shop.order.lines[1];
    CHECK(line.product_name == "SQL Server Standard");
    CHECK(line.amount == dollars(1000));
    REQUIRE(line.cancelled);
    CHECK(line.cancelled->cancelled_on == day("2020-03-21"));
    CHECK(shop.dialog("2020-09-01", 1).credit == line.cancelled);
    CHECK(*total_of(shop.order) == dollars(3000));
}

TEST_CASE("CAN-19: the answer says that the software is not used any more and has to be removed") {
    const auto event = bought_on("2020-01-21").cancelled_on(cancel_all(), "2020-01-22");
    CHECK(event.discontinue_use);
    CHECK(event.uninstall);
    CHECK(event.support_request.is_nil());
}
