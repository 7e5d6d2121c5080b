// Lists and look-ups: pages that make the whole, cursors that cannot be carried elsewhere, and who may see what.
#include <doctest/doctest.h>

#include <set>

#include "engine/decorated_storage.hpp"
#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// All pages of a listing, `ask(page_request)` by `ask(page_request)`.
template <class Item, class Ask>
std::vector<Item> all_pages(std::size_t size, Ask ask) {
    std::vector<Item> all;
    PageRequest wanted{.size = size, .after = {}};
    do {
        Page<Item> page = good(ask(wanted));
        CHECK(page.items.size() <= size);
        for (Item& item : page.items) { all.push_back(std::move(item)); }
        wanted.after = page.next;
    } while (!wanted.after.empty());
    return all;
}

}  // namespace

TEST_CASE_TEMPLATE("CUS-04: pages of any size make the whole list", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (int i = 0; i < 7; ++i) { shop.buy(line(i % 2 == 0 ? base : annual_only)); }
    Engine& engine = *shop.engine;
    const auto check = [&]<class Item>(std::size_t count, auto ask, Item) {
        for (std::size_t size = 1; size <= count + 1; ++size) {
            const auto all = all_pages<Item>(size, ask);
            REQUIRE(all.size() == count);
            const auto whole = good(ask(PageRequest{.size = 1000, .after = {}}));
            CHECK(whole.next.empty());
            for (std::size_t i = 0; i < count; ++i) { CHECK(all[i].id == whole.items[i].id); }
        }
    };
    check(
        7, [&](const PageRequest& page) { return engine.subscriptions(shop.ann, shop.contoso, {}, page); },
        Standing<Subscription>{});
    check(
        7, [&](const PageRequest& page) { return engine.orders(shop.ann, shop.contoso, page); }, Standing<Order>{});
    check(
        shelf().size(), [&](const PageRequest& page) { return engine.offers(shop.ann, page); }, Standing<Offer>{});
    check(
        2, [&](const PageRequest& page) { return engine.limited_offers(shop.ann, us, page); }, Standing<Offer>{});
}

TEST_CASE_TEMPLATE("CUS-04: a filter leaves out, and no page is cut short", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    std::set<AnyId> suspended;
    for (int i = 0; i < 9; ++i) {
        const SubscriptionId bought = shop.buy(line(base));
        if (i % 3 != 0) { continue; }
        good(shop.suspend(bought));
        suspended.insert(bought.bytes);
    }
    for (std::size_t size = 1; size <= 4; ++size) {
        const auto found = all_pages<Standing<Subscription>>(size, [&](const PageRequest& page) {
            return shop.engine->subscriptions(shop.ann, shop.contoso, {.phase = "suspended"}, page);
        });
        CHECK(found.size() == suspended.size());
        for (const auto& one : found) { CHECK(suspended.count(one.id.bytes) == 1); }
    }
    shop.clock.advance_days(200);  // the filter sees them as they stand, not as they are stored
    const auto gone = good(shop.engine->subscriptions(shop.ann, shop.contoso, {.phase = "deleted"}, {}));
    CHECK(gone.items.size() == suspended.size());
    CHECK(good(shop.engine->subscriptions(shop.ann, shop.contoso, {.phase = "nonsense"}, {})).items.empty());
}

TEST_CASE_TEMPLATE("CUS-04: a page has 1 to 1000 entries", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1001}, SIZE_MAX}) {
        const Error error = refusal_of(shop.engine->offers(shop.ann, {.size = size, .after = {}}));
        CHECK(error.code == Code::invalid);
        CHECK(error.reason == "page_size_out_of_range");
        CHECK(error.field == "page.size");
    }
    good(shop.engine->offers(shop.ann, {.size = 1000, .after = {}}));
}

TEST_CASE_TEMPLATE("CUS-04: a cursor goes on where it was given and nowhere else", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const CustomerId other = shop.customer(shop.ann, "Other", "other.com");
    shop.buy(line(base));
    shop.buy(line(base));
    shop.customer(shop.eve, "Wingtip", "wingtip.com");
    Engine& engine = *shop.engine;
    const auto with = [](std::string after) { return PageRequest{.size = 1, .after = std::move(after)}; };
    const std::string of_subscriptions = good(engine.subscriptions(shop.ann, shop.contoso, {}, with({}))).next;
    const std::string of_orders = good(engine.orders(shop.ann, shop.contoso, with({}))).next;
    const std::string of_customers = good(engine.customers(shop.ann, {}, with({}))).next;
    const std::string of_eve = good(engine.customers(shop.eve, {}, with({}))).next;
    REQUIRE_FALSE(of_subscriptions.empty());
    REQUIRE_FALSE(of_orders.empty());
    REQUIRE_FALSE(of_customers.empty());
    REQUIRE_FALSE(of_eve.empty());

    const auto is_refused = [](auto answer) {
        const Error error = refusal_of(std::move(answer));
        return error.code == Code::invalid && error.reason == "not_a_cursor" && error.field == "page.after";
    };
    CHECK(is_refused(engine.subscriptions(shop.ann, other, {}, with(of_subscriptions))));
    CHECK(is_refused(engine.subscriptions(shop.ann, shop.contoso, {}, with(of_orders))));
    CHECK(is_refused(engine.orders(shop.ann, shop.contoso, with(of_subscriptions))));
    CHECK(is_refused(engine.offers(shop.ann, with(of_customers))));
    CHECK(is_refused(engine.customers(shop.ann, {}, with(of_eve))));
    CHECK(is_refused(engine.customers(host(), {}, with(of_orders))));
    for (const char* nonsense : {"0", "zz", "02", "not a cursor", "\xFF\xFE"}) {
        CHECK(is_refused(engine.customers(shop.ann, {}, with(nonsense))));
    }
    CHECK(is_refused(engine.offers(shop.ann, with("04"))));
}

TEST_CASE_TEMPLATE("CUS-03: customers are found by the beginning of their name, in any case", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.customer(shop.ann, "CONTOSO Ltd", "contoso.co.uk");
    shop.customer(shop.ann, "Contoso", "contoso.net");  // a name is not unique
    shop.customer(shop.eve, "Contoso", "contoso.eu");
    const auto count = [&](const Actor& actor, std::string beginning) {
        return good(shop.engine->customers(actor, {.name_prefix = std::move(beginning)}, {})).items.size();
    };
    CHECK(count(shop.ann, "") == 3);
    CHECK(count(shop.ann, "cOnToSo") == 3);
    CHECK(count(shop.ann, "contoso l") == 1);
    CHECK(count(shop.ann, "ontoso") == 0);
    CHECK(count(shop.eve, "contoso") == 1);
    CHECK(count(host(), "") == 5);
    CHECK(count(host(), "CONTOSO") == 4);
    const Actor host_at_rival{.user = "host", .partner = shop.rival, .roles = Role::host};
    CHECK(count(host_at_rival, "") == 2);
    CHECK(count(Actor{.user = "nobody"}, "") == 0);
}

TEST_CASE_TEMPLATE("CUS-03: a domain finds its customer in any case, and no other domain does", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.customer(shop.ann, "Australians", "contoso.com.au");
    CHECK(good(shop.engine->customer_by_domain(shop.ann, "contoso.com")).id == shop.contoso);
    CHECK(good(shop.engine->customer_by_domain(shop.ann, "CONTOSO.Com")).id == shop.contoso);
    CHECK(good(shop.engine->customer_by_domain(host(), "tailspin.com")).id == shop.theirs);
    for (const char* other : {"contoso", "contoso.co", "contoso.com.", "", "ontoso.com", "contoso.com.a", "\xFF"}) {
        CHECK(refusal_of(shop.engine->customer_by_domain(shop.ann, other)).code == Code::not_found);
    }
    CHECK(refusal_of(shop.engine->template create<Customer>(
                         {.by = shop.eve}, CreateCustomer{.domain = "Contoso.COM", .profile = profile_of("Me too")}))
              .reason == "domain_taken");
}

TEST_CASE("CUS-03: a store that fails is not a customer that is not there") {
    Shop<InMemory> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    int failing = 0;
    Result<Standing<Customer>> found = Error{.code = Code::busy};
    while (!found) {
        counted.tally = Tally{.failing_call = ++failing};
        found = engine->customer_by_domain(shop.ann, "contoso.com");
        if (!found) { CHECK(found.error().code == Code::storage); }
    }
    CHECK(failing > 3);  // it began, looked for the domain and loaded the customer
}

TEST_CASE_TEMPLATE("OFF-02: the limited offers of a market", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    std::set<AnyId> limited;
    for (const auto& one : good(shop.engine->limited_offers(shop.ann, us, {})).items) { limited.insert(one.id.bytes); }
    CHECK(limited == std::set<AnyId>{one_only.bytes, trial.bytes});
    CHECK(good(shop.engine->limited_offers(shop.ann, germany, {})).items.empty());
}

TEST_CASE_TEMPLATE("OFF-03: the catalogue says of every offer whether it may be bought, and why not", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId owned = shop.buy(line(one_only));
    const auto reason = [&](const OfferId& offer, Cycle cycle, CatalogView view) {
        const auto page = good(shop.engine->availability(shop.ann, shop.contoso, cycle, view, {}));
        CHECK(page.items.size() == shelf().size());
        for (const Availability& one : page.items) {
            if (one.offer != offer) { continue; }
            CHECK(one.unit_price == dollars(4));
            return one.reasons.empty() ? std::string("available") : one.reasons.front().reason;
        }
        return std::string("not listed");
    };
    using enum Cycle;
    constexpr auto regular = CatalogView::regular;
    constexpr auto trials = CatalogView::trial;
    CHECK(reason(base, monthly, regular) == "available");
    CHECK(reason(base, annual, regular) == "available");
    CHECK(reason(base, one_time, regular) == "cycle_not_supported");
    CHECK(reason(base, annual, trials) == "regular_view_only");
    CHECK(reason(monthly_only, annual, regular) == "cycle_not_supported");
    CHECK(reason(one_only, annual, regular) == "already_owned_limit_reached");
    CHECK(reason(add_on, annual, regular) == "add_on_needs_parent");
    CHECK(reason(nonprofit_only, annual, regular) == "segment_not_allowed");
    CHECK(reason(trial, annual, regular) == "trial_view_only");
    CHECK(reason(trial, annual, trials) == "available");
    good(shop.suspend(owned));
    CHECK(reason(one_only, annual, regular) == "suspended_reactivate_instead");
    shop.clock.advance_days(200);
    CHECK(reason(one_only, annual, regular) == "available");
}
