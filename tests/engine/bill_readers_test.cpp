// Who sees what a partner is billed.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/billed_shop.hpp"
#include "engine/every_command.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("GEN-03: three roles see what their partner is billed, in the feed too, and no others", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-02-17T00:00:00Z");
    const InvoiceId invoice = shop.invoices().at(0).id;
    for (const Role role : roles_of_partners) {
        const Actor reader{.user = "reader", .partner = shop.fabrikam, .roles = role};
        const bool may = role == Role::global_admin || role == Role::admin_agent || role == Role::billing_admin;
        CAPTURE(name_of(role));
        const auto listed = shop.engine->invoices(reader, {}, {}, {});
        CHECK(listed.has_value() == may);
        if (!listed) { CHECK(listed.error().rule == "GEN-03"); }
        CHECK(shop.engine->invoice_lines(reader, invoice, {}).has_value() == may);
        CHECK(shop.engine->invoice_as_csv(reader, invoice).has_value() == may);
        CHECK(shop.engine->invoice_as_json(reader, invoice).has_value() == may);
        CHECK(shop.engine->read(reader, invoice).has_value() == may);
        CHECK(shop.engine->history(reader, invoice, 0, 10).has_value() == may);
        const auto tells_of = [&](Kind kind) {
            const FeedPage page = good(shop.engine->events(reader, 0, 1'000));
            return std::ranges::any_of(page.items, [kind](const Happening& one) { return one.kind == kind; });
        };
        for (const Kind kind : {Kind::charge, Kind::billing, Kind::invoice}) { CHECK(tells_of(kind) == may); }
        CHECK(tells_of(Kind::subscription));
    }
}
