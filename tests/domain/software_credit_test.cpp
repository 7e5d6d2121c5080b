// What is credited for cancelled software, by the dialog, by cancelling and by support; and random purchases beside a
// model that counts with plain numbers.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "csp/billing.hpp"
#include "domain/software.hpp"
#include "domain/subscription_model.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Says = std::vector<std::string>;

SoftwareCredit credited(Shop& shop, std::string_view on) {
    return shop.cancelled_on(cancel_all(), on).lines.front().credit;
}
Shop bought_on(std::string_view on, const ProductSheet& sheet, Money price, Money tax = {}) {
    Shop shop = shop_of(sheet, price);
    shop.buy.lines[0].tax = tax;
    shop.bought_on(on);
    return shop;
}
/// Whatever the machine says about windows: what the line alone is credited on that day.
SoftwareCredit counted(const Shop& shop, std::string_view on) {
    return *credit_for(shop.order.lines[0], date_of(shop.order.bought_at), day(on), shop.policy);
}
RefundSoftware refund(Money amount, std::vector<std::int32_t> lines = {}) {
    return {std::move(lines), amount, id<SupportRequest>(1)};
}

const CountedCalendar& calendar() {
    static const CountedCalendar counted_days;
    return counted_days;
}

/// Half of them where rounding breaks; small enough to be counted with plain numbers.
std::int64_t any_amount() {
    return *rc::gen::oneOf(rc::gen::element<std::int64_t>(0, 1, 2, 3, 99, 100, 101, 36'500, 100'000, 1'000'000'000),
                           rc::gen::inRange<std::int64_t>(0, 1'000'000));
}
int any_day_of_purchase() {
    const auto edges = rc::gen::element(day("2019-12-31").days, day("2020-01-21").days, day("2020-02-28").days,
                                        day("2020-02-29").days, day("2021-05-31").days, day("2021-06-01").days);
    return *rc::gen::oneOf(edges, rc::gen::inRange(day("2018-01-01").days, day("2024-01-01").days));
}
/// Half away from zero, for what is not negative.
std::int64_t share(std::int64_t whole_amount, std::int64_t part, std::int64_t whole) {
    return (2 * whole_amount * part + whole) / (2 * whole);
}

}  // namespace

TEST_CASE("CAN-20: the credit is on the invoice of the 8th of the month after the cancellation") {
    Shop shop = bought_on("2020-01-21", perpetual_sheet(), dollars(1000));
    CHECK(credited(shop, "2020-03-21").invoiced_on == day("2020-04-08"));
    Shop in_december = bought_on("2019-12-01", perpetual_sheet(), dollars(1000));
    CHECK(credited(in_december, "2019-12-31").invoiced_on == day("2020-01-08"));
}

TEST_CASE("CAN-21: perpetual software is credited in full on day 60, with the tax as it was charged") {
    Shop shop = bought_on("2020-01-21", perpetual_sheet(), dollars(1000), dollars(190));
    CHECK(credited(shop, "2020-03-21") ==
          SoftwareCredit{day("2020-03-21"), dollars(1000), dollars(190), day("2020-04-08")});
    CHECK(shop.order.lines[0].cancelled->amount == dollars(1000));
}

TEST_CASE("CAN-22: a subscription is credited for the days of its term that are left") {
    Shop three_years = bought_on("2020-01-21", subscription_sheet(36), dollars(1000));
    CHECK(days_in(*three_years.order.lines[0].term) == 1096);
    CHECK(credited(three_years, "2020-03-21").amount == Money{94'526, usd});

    const Shop one_year = bought_on("2019-01-01", subscription_sheet(12), dollars(365));
    CHECK(counted(one_year, "2019-01-01").amount == dollars(365));
    CHECK(counted(one_year, "2019-01-02").amount == dollars(364));
    CHECK(counted(one_year, "2019-03-02").amount == dollars(305));
    CHECK(counted(one_year, "2019-12-31").amount == dollars(1));
    CHECK(counted(one_year, "2020-01-01").amount == dollars(0));
    CHECK(counted(one_year, "2030-01-01").amount == dollars(0));
    CHECK(counted(one_year, "2018-12-31").amount == dollars(365));
}

TEST_CASE("CAN-22: a leap year has 366 days to prorate") {
    const Shop leap = bought_on("2020-01-01", subscription_sheet(12), dollars(366));
    CHECK(counted(leap, "2020-03-01").amount == dollars(306));
}

TEST_CASE("CAN-22: the policy may credit it in full, as other texts do") {
    Shop shop = shop_of(subscription_sheet(36));
    shop.policy.software_credit = SoftwareSubscriptionCredit::full;
    shop.bought_on("2020-01-21");
    CHECK(credited(shop, "2020-03-21").amount == dollars(1000));
}

TEST_CASE("CAN-22: the tax is prorated by itself and rounded once") {
    Shop shop = bought_on("2019-01-01", subscription_sheet(12), Money{100, usd}, Money{19, usd});
    const SoftwareCredit credit = credited(shop, "2019-03-02");  // 305 of 365 days
    CHECK(credit.amount == Money{84, usd});                      // 83.56
    CHECK(credit.tax == Money{16, usd});                         // 15.88
}

TEST_CASE("CAN-22: a tax of 73.00 for a year gives 61.00 back on day 60, beside 305.00 of 365.00") {
    Shop shop = bought_on("2019-01-01", subscription_sheet(12), dollars(365), Money{7'300, usd});
    CHECK(counted(shop, "2019-01-01").tax == Money{7'300, usd});
    CHECK(counted(shop, "2019-03-01").tax == Money{6'120, usd});
    const SoftwareCredit credit = credited(shop, "2019-03-02");
    CHECK(credit.tax == Money{6'100, usd});
    CHECK(credit.amount == Money{30'500, usd});
}

TEST_CASE("TAX-01: where the price includes tax, the credit does too, and has no tax beside it") {
    Shop shop = shop_of(perpetual_sheet(), Money{110'000, Currency{{'A', 'U', 'D'}}});
    shop.move_customer_to(Country{{'A', 'U'}}, Currency{{'A', 'U', 'D'}});
    shop.bought_on("2020-01-21");
    const SoftwareCredit credit = credited(shop, "2020-03-21");
    CHECK(text_of(credit.amount) == "AUD 1100.00");
    CHECK(credit.tax == Money{});
}

TEST_CASE("A-PRORATE: the policy's way of rounding counts, and no credit is more than the charge") {
    const auto with = [](Proration proration, Money price, std::string_view on) {
        Shop shop = shop_of(subscription_sheet(12), price);
        shop.policy.proration = proration;
        shop.bought_on("2019-01-01");
        return counted(shop, on).amount.amount_minor;
    };
    CHECK(with(Proration::exact, dollars(48), "2019-02-16") == 4195);      // 319 of 365 days: 41.95
    CHECK(with(Proration::two_stage, dollars(48), "2019-02-16") == 4147);  // 0.13 a day
    CHECK(with(Proration::daily3, dollars(48), "2019-02-16") == 4211);     // 0.132 a day
    for (const Proration proration : {Proration::exact, Proration::two_stage, Proration::daily3}) {
        CHECK(with(proration, dollars(48), "2019-01-01") == 4800);
    }
    CHECK(with(Proration::two_stage, Money{183, usd}, "2019-01-02") == 183);  // 0.01 a day would be 3.64
}

TEST_CASE("SUP-04: an accepted request refunds what was agreed, on any day, and names itself") {
    Shop shop = bought_on("2020-01-21", security_updates_sheet(), dollars(100));
    const Instant late = at("2020-12-24T10:00:00Z");
    const auto event = shop.then<SoftwareCancelled>(refund(dollars(40)), late);
    CHECK(event.support_request == id<SupportRequest>(1));
    CHECK(event.visible_by == at("2020-12-24T10:15:00Z"));
    CHECK(event.termination_fee == Money{0, usd});
    CHECK(event.lines.front().credit == SoftwareCredit{day("2020-12-24"), dollars(40), {}, day("2021-01-08")});
    CHECK(shop.order.lines[0].quantity == 0);
    CHECK(shop.refusal(refund(dollars(40)), late).reason == "already_cancelled");
}

TEST_CASE("SUP-04: a refund is from 0 to what was charged for its lines, in their currency") {
    Shop shop({on_sale(perpetual_sheet(), dollars(10)), on_sale(perpetual_sheet(), dollars(20))});
    shop.buy.lines[0].tax = dollars(1);
    shop.bought_on("2020-01-21");
    const Instant now = at("2020-06-01T00:00:00Z");
    CHECK(shop.decide(refund(dollars(0)), now));
    CHECK(shop.decide(refund(dollars(31)), now));
    CHECK(shop.decide(refund(dollars(11), {0}), now));
    const auto said = [&](const RefundSoftware& command) { return reasons_of(shop.refusal(command, now)); };
    CHECK(said(refund(Money{3101, usd})) == Says{"amount: amount_out_of_range"});
    CHECK(said(refund(Money{1101, usd}, {0})) == Says{"amount: amount_out_of_range"});
    CHECK(said(refund(Money{-1, usd})) == Says{"amount: amount_out_of_range"});
    CHECK(said(refund(Money{1, Currency{{'E', 'U', 'R'}}})) == Says{"amount: amount_out_of_range"});
    CHECK(said(refund(dollars(1), {2})) == Says{"lines[0]: no_such_line"});
    CHECK(said(refund(dollars(1), {1, 1})) == Says{"lines[1]: line_twice"});
    CHECK(said({{}, dollars(1), {}}) == Says{"support_request: missing"});
    shop.then<SoftwareCancelled>(refund(dollars(11), {0}), now);
    CHECK(said(refund(dollars(1), {0})) == Says{"lines: already_cancelled"});
    CHECK(said(refund(Money{2001, usd})) == Says{"amount: amount_out_of_range"});
    CHECK(shop.decide(refund(dollars(20)), now));
}

TEST_CASE("SUP-04: a refund is split by what was charged, to the last cent") {
    Shop shop({on_sale(perpetual_sheet(), Money{100, usd}), on_sale(perpetual_sheet(), Money{100, usd}),
               on_sale(perpetual_sheet(), Money{100, usd})});
    shop.bought_on("2020-01-21");
    const auto event = shop.then<SoftwareCancelled>(refund(Money{100, usd}), at("2020-06-01T00:00:00Z"));
    CHECK(event.lines[0].credit.amount == Money{33, usd});
    CHECK(event.lines[1].credit.amount == Money{34, usd});
    CHECK(event.lines[2].credit.amount == Money{33, usd});
    Shop free = bought_on("2020-01-21", perpetual_sheet(), dollars(0));
    CHECK(free.then<SoftwareCancelled>(refund(dollars(0)), at("2020-06-01T00:00:00Z")).lines[0].credit.amount ==
          dollars(0));
}

TEST_CASE("SUP-04: the shares of a refund add up, and none is more than its charge") {
    CHECK(rc::check([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 7);
        Shop shop(std::vector<Product>(count, on_sale(perpetual_sheet(), dollars(0))));
        std::int64_t charged = 0;
        std::vector<std::int32_t> named;
        for (std::size_t i = 0; i < count; ++i) {
            shop.products[i].prices[0].unit_price.amount_minor = any_amount();
            if (*rc::gen::arbitrary<bool>()) { shop.buy.lines[i].tax = Money{any_amount(), usd}; }
            if (*rc::gen::element(true, true, false)) { named.push_back(static_cast<std::int32_t>(i)); }
        }
        if (named.empty()) { named.push_back(0); }
        evolve(shop.order, *shop.decide(shop.buy, at("2020-01-21T00:00:00Z")));
        for (const std::int32_t line : named) {
            const SoftwareLine& one = shop.order.lines[static_cast<std::size_t>(line)];
            charged += one.amount.amount_minor + one.tax.amount_minor;
        }
        const std::int64_t agreed = *rc::gen::oneOf(rc::gen::element<std::int64_t>(0, charged / 2, charged),
                                                    rc::gen::inRange<std::int64_t>(0, charged + 1));
        std::reverse(named.begin(), named.end());
        const auto event = shop.decide(refund(Money{agreed, usd}, named), at("2020-06-01T00:00:00Z"));
        RC_ASSERT(event.has_value());
        std::int64_t given = 0;
        for (const CancelledLine& cancelled : std::get<SoftwareCancelled>(*event).lines) {
            const SoftwareLine& line = shop.order.lines[static_cast<std::size_t>(cancelled.line)];
            RC_ASSERT(0 <= cancelled.credit.amount.amount_minor);
            RC_ASSERT(cancelled.credit.amount.amount_minor <= line.amount.amount_minor);
            RC_ASSERT(0 <= cancelled.credit.tax.amount_minor);
            RC_ASSERT(cancelled.credit.tax.amount_minor <= line.tax.amount_minor);
            given += cancelled.credit.amount.amount_minor + cancelled.credit.tax.amount_minor;
        }
        RC_ASSERT(given == agreed);
    }));
}

TEST_CASE("CAN-22: no credit is negative or more than the charge, by any policy, however large the amounts") {
    CHECK(rc::check([] {
        const std::int64_t price =
            *rc::gen::element<std::int64_t>(0, 1, 2, 183, 100'000, most_a_purchase_can_cost / 2000);
        Shop shop = shop_of(subscription_sheet(*rc::gen::element(12, 36)), Money{price, usd});
        shop.policy.proration = *rc::gen::element(Proration::exact, Proration::two_stage, Proration::daily3);
        shop.buy.lines[0].quantity = *rc::gen::element(1, 2, 3, 999, 1000);
        shop.buy.lines[0].tax = Money{any_amount(), usd};
        const Date on{any_day_of_purchase()};
        evolve(shop.order, *shop.decide(shop.buy, start_of(on)));
        const SoftwareLine& line = shop.order.lines[0];
        const int used =
            *rc::gen::oneOf(rc::gen::element(0, 1, 30, 60, 365, 366, 1095, 1096), rc::gen::inRange(0, 1200));
        const SoftwareCredit credit = *credit_for(line, on, days_after(on, used), shop.policy);
        RC_ASSERT(0 <= credit.amount.amount_minor);
        RC_ASSERT(credit.amount.amount_minor <= line.amount.amount_minor);
        RC_ASSERT(0 <= credit.tax.amount_minor);
        RC_ASSERT(credit.tax.amount_minor <= line.tax.amount_minor);
        if (used == 0) { RC_ASSERT(credit.amount == line.amount && credit.tax == line.tax); }
        if (used >= days_in(*line.term)) { RC_ASSERT(credit.amount.amount_minor == 0 && credit.tax.amount_minor == 0); }
    }));
}

TEST_CASE("CAN-01: a cancellation is taken on the days a model counts, for the credit it counts, as the dialog says") {
    CHECK(rc::check([] {
        const int months = *rc::gen::element(0, 12, 36);
        Shop shop = shop_of(months == 0 ? perpetual_sheet() : subscription_sheet(months), Money{any_amount(), usd});
        shop.buy.lines[0].quantity = *rc::gen::element(1, 2, 7, 1000);
        shop.buy.lines[0].tax = Money{any_amount(), usd};
        const int bought = any_day_of_purchase();
        const std::int64_t moment = *rc::gen::element<std::int64_t>(0, 1, us_per_day / 2, us_per_day - 1);
        evolve(shop.order, *shop.decide(shop.buy, us_after(start_of(Date{bought}), moment)));

        const int window = bought < day("2021-06-01").days ? 60 : 30;
        const int used =
            *rc::gen::oneOf(rc::gen::element(0, 1, window - 1, window, window + 1), rc::gen::inRange(0, 90));
        const std::int64_t later = *rc::gen::element<std::int64_t>(us_per_day - 1, moment);
        const auto event = shop.decide(cancel_all(), us_after(start_of(Date{bought + used}), later));
        const LineCancellation dialog = cancellation(shop.order, shop.policy, Date{bought + used}).front();
        RC_ASSERT(event.has_value() == (used <= window));
        RC_ASSERT((dialog.answer == CancellationAnswer::can_be_cancelled) == (used <= window));
        RC_ASSERT(dialog.days_remaining == std::max(0, window - used));
        if (!event) { return; }

        const SoftwareLine& line = shop.order.lines[0];
        const int end = months == 0 ? bought : calendar().years_after(bought, months / 12);
        const std::int64_t whole = months == 0 ? 1 : end - bought;
        const std::int64_t left = months == 0 ? 1 : end - bought - used;
        const SoftwareCredit credit = std::get<SoftwareCancelled>(*event).lines.front().credit;
        RC_ASSERT(credit.amount.amount_minor == share(line.amount.amount_minor, left, whole));
        RC_ASSERT(credit.tax.amount_minor == share(line.tax.amount_minor, left, whole));
        RC_ASSERT(credit.invoiced_on.days == calendar().in_month_after(bought + used, 1, 8));
        RC_ASSERT(dialog.credit == credit);
    }));
}
