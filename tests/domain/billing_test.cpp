// The billing of a subscription: what is charged when, what stands, and that no cent is lost on the way.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "csp/reaction.hpp"
#include "domain/bill.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Cents = std::vector<std::int64_t>;

Bill monthly(Date bought, std::int64_t cents = 3100) { return {Cycle::monthly, cents, bought}; }

/// By hand: what each day of the year costs that was paid for, in the end.
struct Model {
    Date anchor{};
    std::int64_t cents_a_month{};
    Cycle cycle{};
    std::map<Date, std::int32_t> seats{};  ///< for each day that is paid
};

/// The sum over days of price x quantity / length of the period, in 1/1000 of a cent.
std::int64_t thousandths_of(const Model& model) {
    const int months = model.cycle == Cycle::annual ? 12 : 1;
    long double total = 0;
    for (const auto& [day, seats] : model.seats) {
        const Term period = period_of(model.anchor, months, day);
        total += static_cast<long double>(model.cents_a_month) * months * seats / days_in(period);
    }
    return static_cast<std::int64_t>(total * 1000);
}

/// Days around month ends, leap days and the 30 days in which everything is taken back.
rc::Gen<std::int32_t> a_step() {
    return rc::gen::weightedElement<std::int32_t>(
        {{4, 0}, {4, 1}, {2, 2}, {2, 27}, {3, 28}, {3, 29}, {4, 30}, {4, 31}, {2, 32}, {1, 59}, {1, 90}});
}
Date a_first_day() {
    return *rc::gen::element(day(2019, 1, 29), day(2019, 1, 31), day(2019, 2, 28), day(2020, 2, 28), day(2020, 2, 29),
                             day(2019, 3, 1), day(2019, 12, 31), day(2020, 1, 30), day(2019, 4, 30), day(2019, 6, 15));
}
Cycle a_cycle() { return *rc::gen::element(Cycle::monthly, Cycle::annual); }

/// The lines that stand, each with what is left of it.
void check_what_stands(const Bill& bill) {
    Lines standing;
    for (const ChargeLine& line : bill.lines) {
        RC_ASSERT(line.days.start < line.days.end);
        if (line.credits == 0) {
            standing.push_back(line);
            continue;
        }
        const auto charged = std::ranges::find(standing, line.credits, &ChargeLine::number);
        RC_ASSERT(charged != standing.end());  // what is credited was charged, and stands
        RC_ASSERT(line.amount.amount_minor <= 0);
        RC_ASSERT(-line.amount.amount_minor <= charged->amount.amount_minor);  // C9: never below the charge
        charged->amount.amount_minor += line.amount.amount_minor;
        charged->days.end = line.days.start;
        if (charged->days.start >= charged->days.end) {
            RC_ASSERT(charged->amount.amount_minor == 0);
            standing.erase(charged);
        }
    }
    std::ranges::sort(standing, {}, [](const ChargeLine& line) { return line.days.start; });
    for (std::size_t i = 1; i < standing.size(); ++i) {
        RC_ASSERT(standing[i - 1].days.end <= standing[i].days.start);  // no day is charged twice
    }
    const Date today = date_of(bill.now);
    const bool is_paid = std::ranges::any_of(
        standing, [&](const ChargeLine& line) { return line.days.start <= today && today < line.days.end; });
    RC_ASSERT(is_paid == is_in<Billing::Running>(bill.state));  // nor is one forgotten
}

/// B5: to a year, which begins anew, or to months.
RebillCycle other_cycle(const BillingTerms& terms, Date today) {
    if (terms.cycle == Cycle::annual) { return {Cycle::monthly, terms.anchor, terms.term, terms.unit_price}; }
    return {Cycle::annual, today, Term{today, months_after(today, 12)}, terms.unit_price};
}

}  // namespace

TEST_CASE("CONV-3: a period is charged on its first day, and not a microsecond earlier") {
    Bill bill = monthly(day(2018, 6, 1));
    CHECK(cents_of(bill.lines) == Cents{3100});
    const auto due = next_deadline(bill.state);
    REQUIRE(due);
    CHECK(due->at == start_of(day(2018, 7, 1)));
    bill.now = Instant{due->at.us - 1};
    CHECK(bill.refusal(ChargePeriod{}).reason == "charged_already");
    bill.now = due->at;
    const auto charged = bill.then<PeriodCharged>(ChargePeriod{});
    CHECK(charged.lines[0].days == Term{day(2018, 7, 1), day(2018, 8, 1)});
    CHECK(charged.lines[0].type == ChargeType::cycle_fee);
    CHECK(bill.refusal(ChargePeriod{}).reason == "charged_already");  // running the biller twice adds nothing
}

TEST_CASE("CONV-4: months are counted from the anchor: the 31st comes back after February") {
    Bill bill = monthly(day(2019, 12, 31));
    bill.wait_until(day(2020, 4, 30));
    REQUIRE(bill.lines.size() == 5);
    CHECK(bill.lines[1].days == Term{day(2020, 1, 31), day(2020, 2, 29)});
    CHECK(bill.lines[2].days == Term{day(2020, 2, 29), day(2020, 3, 31)});
    CHECK(bill.lines[3].days == Term{day(2020, 3, 31), day(2020, 4, 30)});
    CHECK(bill.lines[4].days == Term{day(2020, 4, 30), day(2020, 5, 31)});
}

TEST_CASE("CONV-4: a leap day begins a year that ends on the 28th, and four years later on the 29th") {
    CHECK(period_of(day(2020, 2, 29), 12, day(2021, 2, 27)) == Term{day(2020, 2, 29), day(2021, 2, 28)});
    CHECK(period_of(day(2020, 2, 29), 12, day(2021, 2, 28)) == Term{day(2021, 2, 28), day(2022, 2, 28)});
    CHECK(period_of(day(2020, 2, 29), 12, day(2024, 2, 28)) == Term{day(2023, 2, 28), day(2024, 2, 29)});
    CHECK(period_of(day(2020, 2, 29), 1, day(2020, 2, 29)) == Term{day(2020, 2, 29), day(2020, 3, 29)});
}

TEST_CASE("SUS-06: the days before the first paid one are free") {
    Bill bill(BillingTerms{.cycle = Cycle::monthly,
                           .quantity = 1,
                           .unit_price = Money{400, us_dollar},
                           .opened_on = day(2018, 5, 29),
                           .anchor = day(2018, 6, 1),
                           .term = Term{day(2018, 6, 1), day(2019, 6, 1)}});
    CHECK(bill.lines.empty());
    bill.ask(day(2018, 5, 30), RebillQuantity{2});
    CHECK(bill.lines.empty());
    bill.wait_until(day(2018, 6, 1));
    CHECK(cents_of(bill.lines) == Cents{800});
}

TEST_CASE("CONV-3: the term ends with its last day, and nothing is charged for the next one before it is agreed") {
    Bill bill = monthly(day(2018, 6, 1), 100);
    bill.wait_until(day(2019, 12, 31));
    CHECK(bill.lines.size() == 12);
    const Term next{day(2019, 6, 1), day(2020, 6, 1)};
    Bill renewed = monthly(day(2018, 6, 1), 100);
    const Lines lines = renewed.ask(day(2019, 6, 1), RenewBilling{next, Money{150, us_dollar}});
    CHECK(cents_of(lines).back() == 150);
    CHECK(lines.back().type == ChargeType::renew_fee);
    CHECK(renewed.refusal(RenewBilling{next, Money{150, us_dollar}}).reason == "renewed_already");
}

TEST_CASE("CONV-5: a price that does not fit into Money is none, and the old one goes on") {
    Bill bill = monthly(day(2018, 6, 1), 100);
    const Money most{most_a_purchase_can_cost / 12, us_dollar};
    CHECK_FALSE(why_not_billed(most, 1, Policy{}));
    CHECK(why_not_billed(Money{most.amount_minor + 1, us_dollar}, 1, Policy{})->rule == "CONV-5");
    CHECK(why_not_billed(most, 2, Policy{})->rule == "CONV-5");
    CHECK(why_not_billed(Money{INT64_MAX, us_dollar}, 1, Policy{})->rule == "CONV-5");
    const Term next{day(2019, 6, 1), day(2020, 6, 1)};
    CHECK(cents_of(bill.ask(day(2019, 6, 1), RenewBilling{next, Money{INT64_MAX, us_dollar}})).back() == 100);
}

TEST_CASE("CONV-6: up and down on the same day comes to nothing, and so does suspending and reactivating") {
    for (const auto proration : {Proration::exact, Proration::two_stage, Proration::daily3}) {
        for (const Cycle cycle : {Cycle::monthly, Cycle::annual}) {
            for (const Date when : {day(2018, 6, 1), day(2018, 6, 2), day(2018, 7, 1), day(2018, 7, 2),
                                    day(2018, 7, 31), day(2019, 2, 28)}) {
                for (const std::int64_t cents : {100, 1733}) {
                    Bill bill(cycle, cents, day(2018, 6, 1), 3, proration);
                    bill.policy.quantity_is_recognised_at_anniversary = cents == 100;
                    bill.wait_until(when);
                    const std::int64_t before = bill.total();
                    bill.ask(when, RebillQuantity{7});
                    bill.ask(when, RebillQuantity{3});
                    CHECK(bill.total() == before);
                    bill.ask(when, StopBilling{});
                    bill.ask(when, ContinueBilling{bill.state.terms.term, Money{cents, us_dollar}});
                    CHECK(bill.total() == before);
                }
            }
        }
    }
}

TEST_CASE("CONV-2: what is reactivated on day 30 comes back whole, on day 31 for the rest of the period") {
    for (const auto& [back_on, cents] :
         {std::pair{day(2018, 7, 1), Cents{3000, 3000}}, std::pair{day(2018, 7, 2), Cents{2903}}}) {
        Bill bill = monthly(day(2018, 6, 1), 3000);
        bill.ask(day(2018, 6, 5), StopBilling{});
        CHECK(bill.total() == 0);
        CHECK(cents_of(bill.ask(back_on, ContinueBilling{bill.state.terms.term, Money{3000, us_dollar}})) == cents);
    }
}

TEST_CASE("CONV-6: what is closed is credited for the days that are left, and a term that is over for none") {
    Bill early = monthly(day(2018, 6, 1), 3100);
    early.ask(day(2018, 7, 11), CloseBilling{});
    CHECK(early.total() == 3100 + 1000);
    Bill late = monthly(day(2018, 6, 1), 100);
    late.ask(day(2019, 6, 1), CloseBilling{});
    CHECK(late.total() == 1200);
    CHECK(late.refusal(StopBilling{}).reason == "closed");
    Bill stopped = monthly(day(2018, 6, 1), 3100);
    stopped.ask(day(2018, 7, 11), StopBilling{});
    CHECK(stopped.ask(day(2018, 10, 9), CloseBilling{}).empty());
}

TEST_CASE("A-PRORATE: no way of rounding makes a part cost more than the whole") {
    Bill bill(Cycle::monthly, 100, day(2019, 1, 1), 1, Proration::two_stage);
    CHECK(cents_of(bill.ask(day(2019, 2, 2), StopBilling{})) == Cents{100, -100});
    CHECK(cents_of(bill.ask(day(2019, 2, 2), ContinueBilling{bill.state.terms.term, Money{100, us_dollar}})) ==
          Cents{100});
}

TEST_CASE("CONV-3: a period that the term cuts short is charged for the days that are in it") {
    const Bill bill(BillingTerms{.cycle = Cycle::monthly,
                                 .quantity = 1,
                                 .unit_price = Money{3'100, us_dollar},
                                 .opened_on = day(2019, 1, 1),
                                 .anchor = day(2019, 1, 1),
                                 .term = Term{day(2019, 1, 1), day(2019, 1, 11)}});
    CHECK(cents_of(bill.lines) == Cents{1'000});
    CHECK(bill.lines[0].days == Term{day(2019, 1, 1), day(2019, 1, 11)});
}

TEST_CASE("OFF-08: an add-on is free until its parent is paid for") {
    Bill bill(BillingTerms{.cycle = Cycle::monthly,
                           .quantity = 1,
                           .unit_price = Money{3100, us_dollar},
                           .opened_on = day(2018, 2, 25),
                           .anchor = day(2018, 3, 15),
                           .term = Term{day(2018, 2, 25), day(2019, 3, 15)}});
    CHECK(bill.lines.empty());
    bill.wait_until(day(2018, 3, 15));
    CHECK(cents_of(bill.lines) == Cents{3100});
}

TEST_CASE("CONV-4: a term without a price is free, and the next one has the quantity of then") {
    Bill bill = monthly(day(2018, 6, 1), 400);
    bill.ask(day(2019, 6, 1), RenewBilling{Term{day(2019, 6, 1), day(2020, 6, 1)}, Money{}});
    const std::int64_t before = bill.total();
    CHECK(bill.ask(day(2019, 10, 1), RebillQuantity{50}).empty());
    CHECK_FALSE(next_deadline(bill.state));
    CHECK(bill.total() == before);
    const Lines lines =
        bill.ask(day(2020, 6, 1), RenewBilling{Term{day(2020, 6, 1), day(2021, 6, 1)}, Money{400, us_dollar}});
    CHECK(cents_of(lines) == Cents{20'000});
}

TEST_CASE("RES-13: the lines after it bear the new reseller's MPN id") {
    Bill bill = monthly(day(2018, 6, 1));
    bill.ask(day(2018, 6, 5), NameBilledReseller{"4001"});
    CHECK(bill.state.terms.reseller_mpn_id == "4001");
    const Billing::Event charged = bill.then<PeriodCharged>([&] {
        bill.now = next_deadline(bill.state)->at;
        return ChargePeriod{};
    }());
    for (const Reaction& reaction : react(BillingId{}, bill.state, charged, bill.policy)) {
        CHECK(std::get<RecordCharge>(std::get<For<Charge>>(reaction).command).entry.reseller_mpn_id == "4001");
    }
}

TEST_CASE("A-PRORATE: quantities that change add up to price x quantity x days / period, rounded once a line") {
    CHECK(rc::check([] {
        const Date first = a_first_day();
        const Cycle cycle = a_cycle();
        const std::int64_t cents = *rc::gen::element<std::int64_t>(1, 5, 99, 400, 1733, 100'001);
        std::int32_t seats = *rc::gen::element(1, 2, 7, 300);
        Bill bill(cycle, cents, first, seats);
        Model model{.anchor = first, .cents_a_month = cents, .cycle = cycle};
        Date today = first;
        const auto pay_until = [&](Date end) {
            for (; today < end; today = days_after(today, 1)) { model.seats[today] = seats; }
        };
        const Date end = bill.state.terms.term.end;
        for (int change = *rc::gen::inRange(0, 9); change > 0; --change) {
            const Date next = days_after(today, *a_step());
            if (next >= end) { break; }
            pay_until(next);
            seats = *rc::gen::element(1, 2, 3, 7, 299, 300);
            bill.ask(next, RebillQuantity{seats});
        }
        bill.wait_until(days_after(end, -1));
        pay_until(end);
        check_what_stands(bill);
        const std::int64_t exact = thousandths_of(model);
        const auto most_off = static_cast<std::int64_t>(500 * bill.lines.size() + 1);
        RC_ASSERT(std::abs(bill.total() * 1000 - exact) <= most_off);
    }));
}

TEST_CASE("CONV-6: suspended after its first 30 days, it costs the days on which it was active, rounded once a line") {
    CHECK(rc::check([] {
        const Date first = a_first_day();
        const Cycle cycle = a_cycle();
        const std::int64_t cents = *rc::gen::element<std::int64_t>(99, 400, 1733, 100'001);
        std::int32_t seats = 3;
        Bill bill(cycle, cents, first, seats);
        const Money price = bill.state.terms.unit_price;
        const Date end = bill.state.terms.term.end;
        Model model{.anchor = first, .cents_a_month = cents, .cycle = cycle};
        Date today = first;
        bool is_active = true;
        const auto go_to = [&](Date next) {
            for (; today < next; today = days_after(today, 1)) {
                if (is_active) { model.seats[today] = seats; }
            }
        };
        go_to(days_after(first, 31));  // nothing is credited in full any more
        for (int step = *rc::gen::inRange(1, 9); step > 0 && days_after(today, 95) < end; --step) {
            go_to(days_after(today, *a_step()));
            if (!is_active) {
                bill.ask(today, ContinueBilling{bill.state.terms.term, price});
                is_active = true;
            } else if (*rc::gen::arbitrary<bool>()) {
                bill.ask(today, StopBilling{});
                is_active = false;
            } else {
                seats = *rc::gen::element(1, 2, 3, 299);
                bill.ask(today, RebillQuantity{seats});
            }
        }
        bill.wait_until(days_after(end, -1));
        go_to(end);
        check_what_stands(bill);
        const auto most_off = static_cast<std::int64_t>(500 * bill.lines.size() + 1);
        RC_ASSERT(std::abs(bill.total() * 1000 - thousandths_of(model)) <= most_off);
    }));
}

TEST_CASE(
    "CONV-6: whatever is suspended, reactivated and changed, its cycle too, no day is charged twice and no credit too "
    "much") {
    CHECK(rc::check([] {
        Bill bill(a_cycle(), *rc::gen::element<std::int64_t>(1, 99, 1733), a_first_day(), 2,
                  *rc::gen::element(Proration::exact, Proration::two_stage, Proration::daily3));
        const Money price = bill.state.terms.unit_price;
        Date today = bill.state.terms.opened_on;
        for (int step = *rc::gen::inRange(0, 14); step > 0; --step) {
            today = days_after(today, *a_step());
            if (today >= bill.state.terms.term.end) { break; }
            if (is_in<Billing::Stopped>(bill.state)) {
                bill.ask(today, ContinueBilling{bill.state.terms.term, price});
            } else if (const int what = *rc::gen::inRange(0, 4); what == 0) {
                bill.ask(today, StopBilling{});
            } else if (what == 1) {
                bill.ask(today, other_cycle(bill.state.terms, today));
            } else {
                bill.ask(today, RebillQuantity{*rc::gen::inRange(1, 5)});
            }
            check_what_stands(bill);
            RC_ASSERT(bill.total() >= 0);
        }
        std::int32_t number = 0;
        for (const ChargeLine& line : bill.lines) { RC_ASSERT(line.number == ++number); }
    }));
}

TEST_CASE("CONV-3: one long wait and many short ones charge the same lines") {
    CHECK(rc::check([] {
        const Date first = a_first_day();
        Bill at_once = monthly(first);
        Bill day_by_day = monthly(first);
        const Date last = days_after(first, *a_step() * *rc::gen::inRange(0, 13));
        at_once.wait_until(last);
        for (Date today = first; today <= last; today = days_after(today, 1)) { day_by_day.wait_until(today); }
        RC_ASSERT(at_once.lines == day_by_day.lines);
        RC_ASSERT(at_once.state == day_by_day.state);
    }));
}
