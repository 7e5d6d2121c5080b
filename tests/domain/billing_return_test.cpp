// What a billing charges once its subscription comes back, and credits once it is cancelled: within 30 days, and later.
#include <doctest/doctest.h>

#include <utility>

#include "domain/bill.hpp"

using namespace csp;
using namespace csp::test;

using Cents = std::vector<std::int64_t>;

TEST_CASE("CONV-2: a year that was taken back in full comes back for the days that are left, on the same day whole") {
    for (const auto& [back_on, cents] :
         {std::pair{day(2018, 1, 20), Cents{4800}}, std::pair{day(2018, 1, 21), Cents{4695}},
          std::pair{day(2018, 2, 1), Cents{4550}}, std::pair{day(2018, 2, 12), Cents{4405}}}) {
        Bill bill(Cycle::annual, 400, day(2018, 1, 13));
        bill.ask(day(2018, 1, 20), StopBilling{});
        CHECK(cents_of(bill.ask(back_on, ContinueBilling{bill.state.terms.term, Money{400, us_dollar}})) == cents);
    }
}

TEST_CASE("CONV-8: what comes back in the next term pays for no day of the old one that was not charged before") {
    Bill bill(BillingTerms{.cycle = Cycle::monthly,
                           .quantity = 1,
                           .unit_price = Money{400, us_dollar},
                           .opened_on = day(2019, 3, 30),
                           .anchor = day(2018, 4, 10),
                           .term = Term{day(2019, 4, 1), day(2019, 4, 10)}});
    CHECK(bill.lines.empty());
    bill.ask(day(2019, 3, 31), StopBilling{});
    const Term next{day(2019, 4, 10), day(2020, 4, 10)};
    CHECK(cents_of(bill.ask(day(2019, 4, 20), ContinueBilling{next, Money{600, us_dollar}})) == Cents{600});
    CHECK(bill.lines.back().days == Term{day(2019, 4, 10), day(2019, 5, 10)});
}

TEST_CASE("CONV-2: what is cancelled within 30 days is credited in full, also in a next term that is free") {
    for (const auto& [cancelled_on, cents] : {std::pair{day(2019, 4, 24), 0}, std::pair{day(2019, 4, 25), 206}}) {
        Bill bill(BillingTerms{.cycle = Cycle::monthly,
                               .quantity = 1,
                               .unit_price = Money{400, us_dollar},
                               .opened_on = day(2019, 3, 25),
                               .anchor = day(2018, 4, 10),
                               .term = Term{day(2019, 3, 25), day(2019, 4, 10)}});
        CHECK(bill.total() == 206);
        bill.ask(day(2019, 4, 10), RenewBilling{Term{day(2019, 4, 10), day(2020, 4, 10)}, Money{}});
        bill.ask(cancelled_on, CloseBilling{});
        CHECK(bill.total() == cents);
    }
}
