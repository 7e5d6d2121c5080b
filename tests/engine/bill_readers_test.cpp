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

TEST_CASE_TEMPLATE("GEN-03 C9: the same three see what their partner owes, and the others that it is restricted", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-02-17T00:00:00Z");
    const InvoiceId invoice = shop.invoices().at(0).id;
    const auto reader_with = [&](Role role) {
        return Actor{.user = "reader", .partner = shop.fabrikam, .roles = role};
    };
    const auto may_see = [](Role role) {
        return role == Role::global_admin || role == Role::admin_agent || role == Role::billing_admin;
    };
    for (const Role role : roles_of_partners) {
        CAPTURE(name_of(role));
        const Standing<Partner> seen = good(shop.engine->read(reader_with(role), shop.fabrikam));
        CHECK(seen.state.debts.empty() == !may_see(role));
        CHECK((seen.next_due == never) == !may_see(role));
        CHECK(seen.state.company_name == "Fabrikam");
    }
    shop.wait_until("2019-06-18T00:00:00Z");
    good(shop.engine->execute({.by = host()}, invoice, RecordPayment{dollars(240)}));
    const auto all = texts_of(history_of(shop, shop.fabrikam));
    REQUIRE(all.size() == 5);
    for (const Role role : roles_of_partners) {
        CAPTURE(name_of(role));
        const Actor reader = reader_with(role);
        auto expected = all;
        if (!may_see(role)) {
            std::erase_if(expected, [](const auto& text) { return text.find("debt_") < text.size(); });
        }
        CHECK(expected.size() == (may_see(role) ? 5 : 3));
        CHECK(texts_of(good(shop.engine->history(reader, shop.fabrikam, 0, 100))) == expected);
        const auto page = good(shop.engine->history(reader, shop.fabrikam, 0, 2));  // a page is full all the same
        REQUIRE(page.size() == 2);
        CHECK(texts_of(good(shop.engine->history(reader, shop.fabrikam, page.back().version, 100))) ==
              std::vector(expected.begin() + 2, expected.end()));
        auto told = shop.feed_of(reader);
        std::erase_if(told, [](const Happening& one) { return one.kind != Kind::partner; });
        CHECK(texts_of(told) == expected);
        auto one_by_one = shop.feed_of(reader, 0, 1);
        std::erase_if(one_by_one, [](const Happening& one) { return one.kind != Kind::partner; });
        CHECK(texts_of(one_by_one) == expected);
    }
}
