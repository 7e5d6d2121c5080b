// List E3 of the worked examples, row by row: what licences cost, and the lines it is made of.
#include <doctest/doctest.h>

#include "domain/bill.hpp"

using namespace csp;
using namespace csp::test;

namespace {
using Cents = std::vector<std::int64_t>;

Bill four_dollars_a_month(std::int32_t quantity = 1, Proration proration = Proration::exact) {
    return {Cycle::monthly, 400, day(2018, 1, 13), quantity, proration};
}
Bill forty_eight_a_year(Proration proration = Proration::exact) {
    return {Cycle::annual, 400, day(2018, 1, 13), 1, proration};
}
Bill thirty_a_month(Proration proration = Proration::exact) {
    return {Cycle::monthly, 3000, day(2018, 6, 1), 1, proration};
}
}  // namespace

TEST_CASE("A-PRORATE E3-31: a second seat in the middle of a month") {
    Bill bill = four_dollars_a_month();
    CHECK(cents_of(bill.lines) == Cents{400});
    CHECK(words_of(bill.lines[0]) == "Activation fee 2018-01-13..2018-02-12");
    Lines february = bill.ask(day(2018, 2, 1), RebillQuantity{2});
    CHECK(cents_of(february) == Cents{-400, 245, 310});
    CHECK(words_of(february[1]) == "Cycle instance prorate 2018-01-13..2018-01-31");
    CHECK(words_of(february[2]) == "Cycle instance prorate 2018-02-01..2018-02-12");
    bill.wait_until(day(2018, 2, 13));
    CHECK(words_of(bill.lines.back()) == "Cycle fee 2018-02-13..2018-03-12");
    CHECK(bill.lines.back().amount.amount_minor == 800);
    CHECK(bill.total() - 400 == 955);  // the invoice of February; the 4.00 were on that of January
    CHECK(recurring_invoice_on(day(2018, 1, 13), 15) == day(2018, 1, 15));
    CHECK(recurring_invoice_on(day(2018, 2, 13), 15) == day(2018, 2, 15));
}

TEST_CASE("CONV-6 E3-32: suspended after 19 days, it is taken back in full") {
    Bill bill = four_dollars_a_month();
    const Lines lines = bill.ask(day(2018, 2, 1), StopBilling{});
    CHECK(cents_of(lines) == Cents{-400});
    CHECK(words_of(lines[0]) == "Cancel fee 2018-01-13..2018-02-12");
}

TEST_CASE("A-PRORATE E3-33: suspended after 47 days, the rest of the month is taken back") {
    Bill bill = four_dollars_a_month();
    CHECK(cents_of(bill.ask(day(2018, 3, 1), StopBilling{})) == Cents{400, -171});
    Bill daily = four_dollars_a_month(1, Proration::daily3);
    CHECK(cents_of(daily.ask(day(2018, 3, 1), StopBilling{})) == Cents{400, -172});
}

TEST_CASE("CONV-2 E3-34: day 30 is the last of the full credit") {
    Bill last_good = four_dollars_a_month();
    CHECK(cents_of(last_good.ask(day(2018, 2, 12), StopBilling{})) == Cents{-400});
    CHECK(last_good.total() == 0);
    Bill too_late = four_dollars_a_month();
    const Lines second = too_late.ask(day(2018, 2, 13), StopBilling{});
    CHECK(cents_of(second) == Cents{400, -400});
    CHECK(words_of(second[1]) == "Prorate fees when cancel 2018-02-13..2018-03-12");  // the first month is kept
    CHECK(too_late.total() == 400);
}

TEST_CASE("A-PRORATE E3-35: a second seat in the middle of a year") {
    Bill bill = forty_eight_a_year();
    CHECK(cents_of(bill.lines) == Cents{4800});
    CHECK(cents_of(bill.ask(day(2018, 2, 1), RebillQuantity{2})) == Cents{-4800, 250, 9100});
    Bill two_stage = forty_eight_a_year(Proration::two_stage);
    CHECK(cents_of(two_stage.ask(day(2018, 2, 1), RebillQuantity{2})) == Cents{-4800, 247, 8996});
}

TEST_CASE("SUS-08 E3-37: reactivated after the 30 days, the rest of the year is charged and the renewal stays") {
    Bill bill = forty_eight_a_year();
    const Term year = bill.state.terms.term;
    CHECK(cents_of(bill.ask(day(2018, 2, 1), StopBilling{})) == Cents{-4800});
    const Lines back = bill.ask(day(2018, 3, 1), ContinueBilling{year, Money{400, us_dollar}});
    CHECK(cents_of(back) == Cents{4182});
    CHECK(words_of(back[0]) == "Prorate fees when activate 2018-03-01..2019-01-12");
    Bill two_stage = forty_eight_a_year(Proration::two_stage);
    two_stage.ask(day(2018, 2, 1), StopBilling{});
    CHECK(cents_of(two_stage.ask(day(2018, 3, 1), ContinueBilling{year, Money{400, us_dollar}})) == Cents{4134});
}

TEST_CASE("CONV-2 E3-38: of a year, too, day 30 is the last of the full credit") {
    Bill last_good = forty_eight_a_year();
    CHECK(cents_of(last_good.ask(day(2018, 2, 12), StopBilling{})) == Cents{-4800});
    Bill too_late = forty_eight_a_year();
    CHECK(cents_of(too_late.ask(day(2018, 2, 13), StopBilling{})) == Cents{-4392});
}

TEST_CASE("A-PRORATE E3-39: two seats from the second day, recognised at the anniversary") {
    Bill bill(Cycle::annual, 1760, day(2017, 2, 11));
    bill.policy.quantity_is_recognised_at_anniversary = true;
    const Lines lines = bill.ask(day(2017, 2, 12), RebillQuantity{2});
    CHECK(cents_of(lines) == Cents{-21120, 58, 3125, 39000});
    CHECK(words_of(lines[2]) == "Cycle instance prorate 2017-02-12..2017-03-10");
    CHECK(bill.total() == 21120 + 21063);  // as printed, and a cent more than in two pieces, which is the default
    bill.ask(day(2017, 3, 11), RebillQuantity{3});
    bill.ask(day(2017, 3, 11), RebillQuantity{2});
    CHECK(bill.total() == 21120 + 21063);  // there and back on one day, in the pieces it had
    Bill later(Cycle::annual, 400, day(2017, 2, 11));
    later.policy.quantity_is_recognised_at_anniversary = true;
    later.ask(day(2017, 2, 12), RebillQuantity{2});
    const std::int64_t before = later.total();
    later.ask(day(2017, 5, 1), RebillQuantity{3});
    later.ask(day(2017, 5, 1), RebillQuantity{2});
    CHECK(later.total() == before);
    Bill in_two(Cycle::annual, 1760, day(2017, 2, 11));
    CHECK(cents_of(in_two.ask(day(2017, 2, 12), RebillQuantity{2})) == Cents{-21120, 58, 42124});
}

TEST_CASE("CONV-6 E3-40: suspended and reactivated in the second month") {
    Bill bill = thirty_a_month();
    const Term year = bill.state.terms.term;
    CHECK(cents_of(bill.ask(day(2018, 7, 5), StopBilling{})) == Cents{3000, -2613});
    CHECK(cents_of(bill.ask(day(2018, 7, 15), ContinueBilling{year, Money{3000, us_dollar}})) == Cents{1645});
    CHECK(bill.state.terms.term.end == day(2019, 6, 1));
    Bill daily = thirty_a_month(Proration::daily3);
    CHECK(cents_of(daily.ask(day(2018, 7, 5), StopBilling{})) == Cents{3000, -2614});
}

TEST_CASE("CONV-6 E3-41: suspended and reactivated within 30 days, both in full") {
    Bill bill = thirty_a_month();
    CHECK(cents_of(bill.ask(day(2018, 6, 5), StopBilling{})) == Cents{-3000});
    const Lines back = bill.ask(day(2018, 6, 10), ContinueBilling{bill.state.terms.term, Money{3000, us_dollar}});
    CHECK(cents_of(back) == Cents{3000});
    CHECK(back[0].days == Term{day(2018, 6, 1), day(2018, 7, 1)});
}

TEST_CASE("OFF-08 E3-43: an add-on pays to the end of its parent's month, and ends with it") {
    Bill bill(BillingTerms{.cycle = Cycle::monthly,
                           .quantity = 1,
                           .unit_price = Money{500, us_dollar},
                           .opened_on = day(2018, 6, 10),
                           .anchor = day(2018, 6, 1),
                           .term = Term{day(2018, 6, 10), day(2019, 6, 1)}});
    CHECK(cents_of(bill.lines) == Cents{350});
    CHECK(words_of(bill.lines[0]) == "Prorate fees when purchase 2018-06-10..2018-06-30");
    bill.wait_until(day(2019, 12, 31));
    CHECK(bill.lines.size() == 12);
    CHECK(bill.lines.back().days.end == day(2019, 6, 1));
}

TEST_CASE("CONV-4 E3-46: from monthly to annual in the middle of a month") {
    Bill bill(Cycle::monthly, 1000, day(2019, 1, 1));
    bill.wait_until(day(2019, 4, 9));
    const Term year{day(2019, 4, 10), day(2020, 4, 10)};
    const Lines lines =
        bill.ask(day(2019, 4, 10), RebillCycle{Cycle::annual, day(2019, 4, 10), year, Money{1000, us_dollar}});
    CHECK(cents_of(lines) == Cents{-700, 12000});
    CHECK(words_of(lines[1]) == "Prorate fees when convert to 2019-04-10..2020-04-09");
}
