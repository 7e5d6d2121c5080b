// B5: the billing cycle is changed on the order, for all its subscriptions and their add-ons.
#include <doctest/doctest.h>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class Store>
struct CycleShop : BilledShop<Store> {
    /// Buys the lines in one order on that day.
    OrderId order_on(const std::string& bought_on, const std::vector<OrderLine>& lines, Cycle cycle) {
        this->clock.set(at(bought_on + "T12:00:00Z"));
        return id_in<Order>(good(this->place(lines, cycle)));
    }
    std::vector<SubscriptionId> subscriptions_of(const OrderId& order) {
        std::vector<SubscriptionId> all;
        for (const OrderLine& one : good(this->engine->read(this->ann, order)).state.lines) {
            all.push_back(one.subscription);
        }
        return all;
    }
    Result<Receipt> change(const OrderId& order, Cycle cycle) {
        return this->engine->execute({.by = this->ann}, order, ChangeCycle{cycle});
    }
    Term term_of(const SubscriptionId& which) { return in<Subscription::Active>(this->subscription(which)).term; }
    void is_priced(const OfferId& offer, Money price, const std::string& from) {
        good(this->engine->execute({.by = host()}, offer, SetPrice{{us, price, day(from), {}}}));
    }
};

Cents amounts_of(const Preview& preview, const SubscriptionId& of) {
    Cents amounts;
    for (const ChargeRecorded& charge : preview.charges) {
        if (charge.entry.subscription == of) { amounts.push_back(charge.entry.line.amount.amount_minor); }
    }
    return amounts;
}

}  // namespace

TEST_CASE_TEMPLATE(
    "OFF-06: E3-46: from months to a year, all subscriptions of the order and their add-ons begin it anew", Store,
    CSP_BOTH_STORES) {
    CycleShop<Store> shop;
    shop.is_priced(base, dollars(10), "2019-03-01");
    const OrderId order =
        shop.order_on("2019-04-01", {line(base, 1), line(base, 2), {.offer = add_on, .quantity = 1, .parent_line = 0}},
                      Cycle::monthly);
    const auto ours = shop.subscriptions_of(order);
    shop.clock.set(at("2019-04-05T12:00:00Z"));
    const SubscriptionId later = shop.buy(add_on_for(ours[0], 1), Cycle::monthly);  // of another order
    shop.clock.set(at("2019-04-10T23:59:59.999999Z"));

    const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{Cycle::annual}));
    CHECK(amounts_of(preview, ours[0]) == Cents{-700, 12'000});
    CHECK(amounts_of(preview, ours[1]) == Cents{-1'400, 24'000});
    CHECK(amounts_of(preview, ours[2]) == Cents{-280, 4'800});  // 4.00 a month
    CHECK(amounts_of(preview, later) == Cents{-280, 4'800});
    good(shop.change(order, Cycle::annual));

    const Term year{day("2019-04-10"), day("2020-04-10")};
    for (const SubscriptionId& one : {ours[0], ours[1], ours[2], later}) {
        CHECK(shop.subscription(one).cycle == Cycle::annual);
        CHECK(shop.term_of(one) == year);
        CHECK(good(shop.engine->read(shop.ann, one)).next_due == at("2020-04-10T00:00:00Z"));
    }
    CHECK(good(shop.engine->read(shop.ann, order)).state.cycle == Cycle::annual);
    shop.wait_until("2020-04-09T23:59:59.999999Z");
    CHECK(shop.term_of(ours[0]) == year);
    CHECK(shop.invoices().size() == 1);  // and nothing more in the whole year
    shop.wait_until("2020-04-10T00:00:00Z");
    CHECK(shop.term_of(ours[0]) == Term{day("2020-04-10"), day("2021-04-10")});
    CHECK(shop.term_of(later) == Term{day("2020-04-10"), day("2021-04-10")});
}

TEST_CASE_TEMPLATE("B5: from a year to months the term, its price and its renewal stay", Store, CSP_BOTH_STORES) {
    CycleShop<Store> shop;
    const OrderId order = shop.order_on("2019-02-01", {line(base, 5)}, Cycle::annual);
    const SubscriptionId seats = shop.subscriptions_of(order)[0];
    shop.is_priced(base, dollars(6), "2019-05-01");
    shop.clock.set(at("2019-06-11T12:00:00Z"));
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{Cycle::monthly}));
    // 235 of 365 days of 240.00 back; the 20 days that are left of June, at 4.00 for five
    CHECK(amounts_of(preview, seats) == Cents{-15'452, 1'333});
    good(shop.change(order, Cycle::monthly));
    CHECK(shop.term_of(seats) == Term{day("2019-02-01"), day("2020-02-01")});
    shop.wait_until("2019-07-15T00:00:00Z");
    CHECK(shop.amounts_on(shop.invoices().back().id) == Cents{2'000});  // July
    shop.wait_until("2020-02-15T00:00:00Z");
    CHECK(shop.amounts_on(shop.invoices().back().id) == Cents{3'000});  // the next term: at 6.00
}

TEST_CASE("B5: a year that begins anew has the price of its first day, and keeps the old one where there is none") {
    CycleShop<InMemory> shop;
    const OrderId order = shop.order_on("2019-02-01", {line(base, 5)}, Cycle::monthly);
    const SubscriptionId seats = shop.subscriptions_of(order)[0];
    shop.is_priced(base, dollars(6), "2019-04-11");
    const auto price_after = [&](const std::string& moment) {
        shop.clock.set(at(moment));
        const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{Cycle::annual}));
        for (const Happening& one : preview.events) {
            const auto* event = std::get_if<Subscription::Event>(&one.event);
            if (const auto* changed = event != nullptr ? std::get_if<CycleChanged>(event) : nullptr) {
                return changed->unit_price;
            }
        }
        return Money{};
    };
    CHECK(price_after("2019-04-10T23:59:59.999999Z") == dollars(4));
    CHECK(price_after("2019-04-11T00:00:00Z") == dollars(6));
    CHECK(shop.subscription(seats).unit_price == dollars(4));
}

TEST_CASE("B5: bought on the 30th and free until the 1st, a year that is chosen in between is paid at once") {
    CycleShop<InMemory> shop;
    const OrderId order = shop.order_on("2019-04-29", {line(base, 1)}, Cycle::monthly);
    const SubscriptionId seats = shop.subscriptions_of(order)[0];
    shop.clock.set(at("2019-04-30T12:00:00Z"));
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{Cycle::annual}));
    CHECK(amounts_of(preview, seats) == Cents{4'800});
    good(shop.change(order, Cycle::annual));
    CHECK(shop.term_of(seats) == Term{day("2019-04-30"), day("2020-04-30")});
    CHECK(shop.subscription(seats).first_billed_on == day("2019-04-30"));
}

TEST_CASE("B5: a cycle is not changed for one that is suspended or gone (6000), and then for none of the order") {
    CycleShop<InMemory> shop;
    const OrderId order = shop.order_on("2019-02-01", {line(base, 5), line(base, 1)}, Cycle::monthly);
    const auto ours = shop.subscriptions_of(order);
    good(shop.suspend(ours[1]));
    const std::uint64_t before = shop.feed_length();
    const Error suspended = refusal_of(shop.change(order, Cycle::annual));
    CHECK(suspended.rule == "B5");
    CHECK(suspended.microsoft == 6000);
    CHECK(suspended.existing == csp::text_of(ours[1]));
    const auto told = shop.feed(before);
    REQUIRE(told.size() == 1);
    CHECK(name_of(told[0]) == "command_refused");
    CHECK(shop.subscription(ours[0]).cycle == Cycle::monthly);
    good(shop.ask(ours[1], ReactivateSubscription{}));
    good(shop.change(order, Cycle::annual));
    good(shop.ask(ours[1], CancelSubscriptionAtOnce{SuspensionReason::fraud, true}));
    CHECK(refusal_of(shop.change(order, Cycle::monthly)).microsoft == 6000);
}

TEST_CASE("B5: a cycle is not changed to one that an offer is not sold in, nor for trials and metered offers (6001)") {
    CycleShop<InMemory> shop;
    Listing metered = listed("Metered");
    metered.metering = Metering::usage;
    good(shop.engine->execute({.by = host()}, id<Offer>(19), ListOffer{metered}));
    const auto refused_to = [&](const OrderId& order, Cycle cycle) { return refusal_of(shop.change(order, cycle)); };
    const OrderId monthly = shop.order_on("2019-02-01", {line(monthly_only)}, Cycle::monthly);
    CHECK(refused_to(monthly, Cycle::annual).microsoft == 6001);
    CHECK(refused_to(monthly, Cycle::one_time).code == Code::invalid);
    CHECK(refused_to(monthly, Cycle::monthly).reason == "cycle_unchanged");
    CHECK(refused_to(shop.order_on("2019-02-01", {line(trial, 25)}, Cycle::none), Cycle::annual).microsoft == 6001);
    CHECK(refused_to(shop.order_on("2019-02-01", {line(id<Offer>(19), 1)}, Cycle::monthly), Cycle::annual).microsoft ==
          6001);
    const OrderId gone = shop.order_on("2019-02-01", {line(ends_with_term)}, Cycle::monthly);
    good(shop.engine->execute({.by = host()}, ends_with_term, WithdrawListing{us}));
    CHECK(refused_to(gone, Cycle::annual).microsoft == 6001);
}

TEST_CASE("B5: the cycle is the order's: a subscription by itself does not change it (2054), an add-on neither") {
    CycleShop<InMemory> shop;
    const OrderId order = shop.order_on("2019-02-01", {line(base, 5)}, Cycle::monthly);
    const SubscriptionId seats = shop.subscriptions_of(order)[0];
    const Error on_subscription = refusal_of(shop.ask(seats, BillInCycle{Cycle::annual}));
    CHECK(on_subscription.microsoft == 2054);
    CHECK(on_subscription.rule == "B5");
    const OrderId of_add_on = shop.order_on("2019-02-03", {add_on_for(seats)}, Cycle::monthly);
    const Error on_add_on = refusal_of(shop.change(of_add_on, Cycle::annual));
    CHECK(on_add_on.reason == "follows_its_parent");
    CHECK(on_add_on.existing == csp::text_of(seats));
    const OrderId draft = id_in<Order>(good(shop.engine->create<Order>(
        {.by = shop.ann}, DraftOrder{.customer = shop.contoso, .cycle = Cycle::monthly, .lines = {line(base)}})));
    CHECK(refusal_of(shop.change(draft, Cycle::annual)).reason == "not_submitted");
    CHECK(refusal_of(shop.engine->execute({.by = shop.eve}, order, ChangeCycle{Cycle::annual})).code ==
          Code::not_found);
    const Actor marketing{.user = "m", .partner = shop.fabrikam, .roles = Role::marketing_content_admin};
    CHECK(refusal_of(shop.engine->execute({.by = marketing}, order, ChangeCycle{Cycle::annual})).code ==
          Code::forbidden);
}

TEST_CASE_TEMPLATE("B5: there and back on one day leaves the months as they were charged", Store, CSP_BOTH_STORES) {
    CycleShop<Store> shop;
    const OrderId order = shop.order_on("2019-04-01", {line(base, 1)}, Cycle::monthly);
    shop.clock.set(at("2019-04-01T13:00:00Z"));  // on the first day of a period everything is taken back
    good(shop.change(order, Cycle::annual));
    good(shop.change(order, Cycle::monthly));
    shop.wait_until("2019-04-15T00:00:00Z");
    CHECK(shop.amounts_on(shop.invoices().at(0).id) == Cents{-4'800, -400, 400, 400, 4'800});
    CHECK(shop.invoices().at(0).state.amount == dollars(4));
}

TEST_CASE("B5: what had no price before is billed from the change on, once, and for no day before it") {
    CycleShop<InMemory> shop;
    Listing listing = listed("Priced Later");
    const OfferId later = id<Offer>(20);
    good(shop.engine->execute({.by = host()}, later, ListOffer{listing}));
    const OrderId to_a_year = shop.order_on("2019-02-01", {line(later, 1)}, Cycle::monthly);
    listing.cycles = {Cycle::one_time, Cycle::monthly};
    const OfferId once = id<Offer>(21);
    good(shop.engine->execute({.by = host()}, once, ListOffer{listing}));
    shop.is_priced(once, dollars(4), "2018-01-01");
    const OrderId to_months = shop.order_on("2019-02-01", {line(once, 5)}, Cycle::one_time);
    shop.is_priced(later, dollars(4), "2019-03-01");
    shop.clock.set(at("2019-06-11T12:00:00Z"));
    const auto charged = [&](const OrderId& order, Cycle cycle) {
        const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{cycle}));
        return amounts_of(preview, shop.subscriptions_of(order)[0]);
    };
    CHECK(charged(to_a_year, Cycle::annual) == Cents{4'800});
    CHECK(charged(to_months, Cycle::monthly) == Cents{1'333});  // 20 of 30 days
}

TEST_CASE("SUS-08: what had no price before its new term is billed from the day on which it comes back") {
    CycleShop<InMemory> shop;
    const OfferId later = id<Offer>(20);
    good(shop.engine->execute({.by = host()}, later, ListOffer{listed("Priced Later")}));
    const OrderId order = shop.order_on("2019-02-10", {line(later, 1)}, Cycle::monthly);
    const SubscriptionId one = shop.subscriptions_of(order)[0];
    shop.is_priced(later, dollars(4), "2019-06-01");
    shop.wait_until("2020-01-20T09:00:00Z");
    good(shop.suspend(one));
    shop.wait_until("2020-03-20T09:00:00Z");
    const Term term = in<Subscription::Suspended>(shop.subscription(one)).term;
    CHECK(term.end < day("2020-03-20"));
    const Preview back = good(shop.engine->preview({.by = shop.ann}, one, ReactivateSubscription{}));
    REQUIRE(back.charges.size() == 1);
    CHECK(back.charges[0].entry.line.days.start == day("2020-03-20"));
    CHECK(back.charges[0].entry.line.unit_price == dollars(4));
    CHECK(back.charges[0].entry.line.amount == Money{271, dollars(1).currency});  // 21 of 31 days
    good(shop.ask(one, ReactivateSubscription{}));
    shop.wait_until("2020-06-01T00:00:00Z");
    std::int64_t charged = 0;
    for (const auto& invoice : shop.invoices()) {
        for (const ChargeEntry& entry : shop.lines_of(invoice.id)) { charged += entry.line.amount.amount_minor; }
    }
    CHECK(charged == 271 + 400 + 400);
}

TEST_CASE("OFF-08: an add-on that went with its parent keeps nobody of its own order back") {
    CycleShop<InMemory> shop;
    const OrderId parents = shop.order_on("2019-02-01", {line(base, 1)}, Cycle::monthly);
    const SubscriptionId parent = shop.subscriptions_of(parents)[0];
    const OrderId mixed = shop.order_on("2019-02-01", {line(base, 1), add_on_for(parent, 1)}, Cycle::monthly);
    CHECK(refusal_of(shop.change(mixed, Cycle::annual)).reason == "follows_its_parent");
    good(shop.change(parents, Cycle::annual));
    good(shop.change(mixed, Cycle::annual));
    CHECK(shop.subscription(shop.subscriptions_of(mixed)[0]).cycle == Cycle::annual);
}

TEST_CASE("RES-01: a restricted partner begins no year, and may go over to months") {
    CycleShop<InMemory> shop;
    const OrderId monthly = shop.order_on("2019-02-01", {line(base, 1)}, Cycle::monthly);
    const OrderId annual = shop.order_on("2019-02-01", {line(base, 1)}, Cycle::annual);
    good(shop.engine->execute({.by = host()}, shop.fabrikam, RestrictPartner{"unpaid"}));
    CHECK(refusal_of(shop.change(monthly, Cycle::annual)).rule == "RES-01");
    good(shop.change(annual, Cycle::monthly));
}

TEST_CASE("CONV-7: a preview shows the lines of its own command, not those that are due whatever is asked") {
    CycleShop<InMemory> shop;
    shop.is_priced(base, dollars(10), "2019-03-01");
    const OrderId order = shop.order_on("2019-04-01", {line(base, 1)}, Cycle::monthly);
    shop.clock.set(at("2019-06-11T12:00:00Z"));  // and nobody ran what fell due
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, order, ChangeCycle{Cycle::annual}));
    CHECK(amounts_of(preview, shop.subscriptions_of(order)[0]) == Cents{-667, 12'000});
    good(shop.change(order, Cycle::annual));
    shop.wait_until("2019-06-15T00:00:00Z");
    CHECK(shop.amounts_on(shop.invoices().at(1).id) == Cents{1'000});  // May, on its own day
    CHECK(shop.amounts_on(shop.invoices().at(2).id) == Cents{-667, 1'000, 12'000});
}
