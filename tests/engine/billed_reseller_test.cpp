// The reseller of record on the lines of an invoice.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("RES-13: what was charged under one reseller is credited under it, and the next has what follows",
                   Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop(with_bills);
    shop.join(shop.rob);
    shop.join(shop.meg);
    const SubscriptionId seats = shop.buy_for(shop.customer_for({}, "Northwind"), "4001");
    const auto ask = [&](const Subscription::Command& command) {
        good(shop.engine->execute({.by = shop.pat}, seats, command));
    };
    ask(SetReseller{"4002"});
    shop.clock.advance_days(3);
    ask(ChangeQuantity{6});
    shop.clock.advance_days(40);
    while (!good(shop.engine->run_due()).is_all_done) {}
    const auto invoices = good(shop.engine->invoices(shop.pat, {}, {}, {})).items;
    REQUIRE(invoices.size() == 1);
    const auto lines = good(shop.engine->invoice_lines(shop.pat, invoices[0].id, {})).items;
    REQUIRE(lines.size() == 4);  // a year with five; that taken back, three days with five, the rest with six
    for (const ChargeEntry& one : lines) {
        const bool was_the_first_ones = one.line.number == 1 || one.line.credits == 1;
        CHECK(one.reseller_mpn_id == (was_the_first_ones ? "4001" : "4002"));
    }
}
