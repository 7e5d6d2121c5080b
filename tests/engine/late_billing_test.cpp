// A late host makes the invoices of one that is on time, also where something was changed meanwhile.
#include <doctest/doctest.h>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE("CONV-7: what was charged before the billing day was changed is invoiced on the day of then, however late") {
    const auto invoiced = [](const std::string& run_at) {
        BilledShop<InMemory> shop;
        shop.buy(line(base, 5), Cycle::monthly);
        shop.wait_until("2019-01-25T00:00:00Z");
        if (!run_at.empty()) { shop.wait_until(run_at); }
        shop.clock.set(at("2019-03-12T00:00:00.000001Z"));
        good(shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{10}));
        shop.wait_until("2019-06-01T00:00:00Z");
        std::string all;
        for (const auto& one : shop.invoices()) {
            all += csp::text_of(one.state.coming.on) + " " + std::to_string(shop.lines_of(one.id).size()) + ", ";
        }
        return all;
    };
    CHECK(invoiced("2019-03-12T00:00:00Z") == "2019-02-15 1, 2019-03-15 1, 2019-04-10 1, 2019-05-10 1, ");
    CHECK(invoiced("") == invoiced("2019-03-12T00:00:00Z"));
}

TEST_CASE("CONV-7: a partner that was enrolled by a clock a little ahead is billed on its own day from the beginning") {
    BilledShop<InMemory> shop;
    shop.clock.set(at("2019-01-20T12:02:00Z"));
    const PartnerId ahead = shop.enrol("Ahead", "1009");
    shop.clock.set(at("2019-01-20T12:00:00Z"));
    const Actor cy{.user = "cy@ahead.com", .partner = ahead, .roles = Role::admin_agent};
    const CustomerId litware = shop.customer(cy, "Litware", "litware.com");
    good(shop.engine->create<Order>(
        {.by = cy}, PlaceOrder{.customer = litware, .cycle = Cycle::monthly, .lines = {line(base, 5)}}));
    shop.wait_until("2019-03-01T00:00:00Z");
    const auto invoices = good(shop.engine->invoices(cy, {}, {}, {})).items;
    REQUIRE(invoices.size() == 1);
    CHECK(invoices[0].state.coming.on == day("2019-02-15"));
}

TEST_CASE("CONV-7: where one clock has come to the next day, a subscription and its billing count from the same day") {
    BilledShop<InMemory> shop;
    shop.clock.set(at("2019-05-01T00:00:00Z"));
    const SubscriptionId seat = shop.buy(line(base, 1), Cycle::monthly);
    shop.wait_until("2019-06-01T00:01:00Z");  // a clock that is ahead bills June
    shop.clock.set(at("2019-05-31T23:59:30Z"));
    good(shop.suspend(seat));
    CHECK(in<Subscription::Suspended>(shop.subscription(seat)).suspended_on == day("2019-06-01"));
    Cents cents;
    for (const Happening& one : shop.feed()) {
        const auto* charge = std::get_if<Charge::Event>(&one.event);
        const auto* recorded = charge != nullptr ? std::get_if<ChargeRecorded>(charge) : nullptr;
        if (recorded != nullptr) { cents.push_back(recorded->entry.line.amount.amount_minor); }
    }
    CHECK(cents == Cents{400, 400, -400});
}

TEST_CASE("CONV-7: before the last five minutes of a day no other clock has come to the next one") {
    for (const auto& [moment, suspended_on] :
         {std::pair{"2019-05-31T23:54:59.999999Z", "2019-05-31"}, std::pair{"2019-05-31T23:55:00Z", "2019-06-01"}}) {
        BilledShop<InMemory> shop;
        shop.clock.set(at("2019-05-01T00:00:00Z"));
        const SubscriptionId seat = shop.buy(line(base, 1), Cycle::monthly);
        shop.wait_until("2019-06-01T00:00:00Z");
        shop.clock.set(at(moment));
        good(shop.ask(seat, RenameSubscription{"touches no billing"}));
        const auto suspended = shop.suspend(seat);
        CHECK(suspended.has_value() == (std::string(suspended_on) == "2019-06-01"));  // or the clock went back too far
        if (!suspended) { CHECK(suspended.error().reason == "clock_went_back"); }
    }
}

TEST_CASE("CAN-20 B11: a credit is on no invoice before that of what it credits, whenever the billing day is changed") {
    BilledShop<InMemory> shop;
    shop.clock.set(at("2019-03-02T12:00:00Z"));
    good(shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{28}));
    const SubscriptionId seats = shop.buy(line(base, 5), Cycle::monthly);
    shop.clock.set(at("2019-03-05T12:00:00Z"));
    good(shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{10}));
    shop.clock.set(at("2019-03-06T12:00:00Z"));
    good(shop.suspend(seats));  // within 30 days: all of it is credited
    shop.wait_until("2019-08-01T00:00:00Z");
    const auto invoices = shop.invoices();
    REQUIRE(invoices.size() == 1);
    CHECK(invoices[0].state.coming.on == day("2019-03-28"));
    CHECK(shop.amounts_on(invoices[0].id) == Cents{-2000, 2000});
    CHECK(is_in<Invoice::Paid>(invoices[0].state));
    CHECK(is_in<Partner::Enrolled>(good(shop.engine->read(shop.ann, shop.fabrikam)).state));
}
