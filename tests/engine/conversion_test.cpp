// A trial becomes a paid subscription: in its own market, within the limits of what it becomes.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// The trial may become what a customer may have only one of.
template <class Store>
struct Tried : Shop<Store> {
    SubscriptionId tried{begin()};

    SubscriptionId begin() {
        Listing listing = trial_listing();
        listing.conversion_targets = {one_only};
        good(this->engine->execute({.by = host()}, trial, ListOffer{listing}));
        return this->buy(line(trial, 25), Cycle::none);
    }
    Result<Receipt> convert(const OfferId& target = one_only) {
        return this->ask(tried, ConvertTrial{target, Cycle::annual, 5});
    }
};

}  // namespace

TEST_CASE_TEMPLATE("OFF-04: a conversion over the limit names what the customer has, as the catalogue does", Store,
                   CSP_BOTH_STORES) {
    Tried<Store> shop;
    const SubscriptionId first = shop.buy(line(one_only));
    const Error error = refusal_of(shop.convert());
    const Error of_catalogue = refusal_of(shop.place({line(one_only)}));
    CHECK(error.rule == "OFF-04");
    CHECK(error.existing == text_of(first));
    CHECK(of_catalogue.existing == error.existing);
    CHECK(of_catalogue.reason == error.reason);

    good(shop.suspend(first));
    const Error suspended = refusal_of(shop.convert());
    CHECK(suspended.rule == "OFF-05");
    CHECK(suspended.existing == text_of(first));
    CHECK(suspended.sentence == refusal_of(shop.place({line(one_only)})).sentence);

    good(shop.ask(first, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
    good(shop.convert());
    CHECK(shop.subscription(shop.tried).offer == one_only);
}

TEST_CASE_TEMPLATE("OFF-03: a trial does not become what the partner could not order", Store, CSP_BOTH_STORES) {
    Tried<Store> shop;
    Listing listing = listed("Azure only for some");
    listing.partner_qualifications = {"AzureExpertMsp"};
    const OfferId qualified = id<Offer>(20);
    good(shop.engine->execute({.by = host()}, qualified, ListOffer{listing}));
    good(shop.engine->execute({.by = host()}, qualified, SetPrice{{us, dollars(6), day("2018-01-01"), {}}}));
    Listing tried = trial_listing();
    tried.conversion_targets = {qualified};
    good(shop.engine->execute({.by = host()}, trial, ListOffer{tried}));
    const Error no = refusal_of(shop.convert(qualified));
    CHECK(no.rule == "OFF-03");
    CHECK(no.reason == "partner_not_qualified");
    CHECK(no.microsoft == 2006);
    CHECK(refusal_of(shop.place({line(qualified)})).reason == no.reason);
    listing.partner_qualifications.clear();
    good(shop.engine->execute({.by = host()}, qualified, ListOffer{listing}));
    CHECK(shop.convert(qualified));
}

TEST_CASE_TEMPLATE("OFF-03 B3: a trial does not become what is not for sale in the partner's own market", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const Country outlying{{'U', 'M'}};  // in the region of the partner, another market
    for (const auto& [offer, listing] : {std::pair{one_only, one_of_each()}, std::pair{trial, trial_listing()}}) {
        Listing there = listing;
        there.country = outlying;
        if (there.is_trial) { there.conversion_targets = {one_only}; }
        good(shop.engine->execute({.by = host()}, offer, ListOffer{there}));
        good(shop.engine->execute({.by = host()}, offer, SetPrice{{outlying, dollars(4), day("2018-01-01"), {}}}));
    }
    BillingProfile profile = profile_of("Palmyra");
    profile.address.country = outlying;
    const CustomerId palmyra = id_in<Customer>(good(shop.engine->template create<Customer>(
        {.by = shop.ann}, CreateCustomer{.domain = "palmyra.com", .profile = profile})));
    const SubscriptionId tried = shop.bought(shop.engine->template create<Order>(
        {.by = shop.ann}, PlaceOrder{.customer = palmyra, .cycle = Cycle::none, .lines = {line(trial, 25)}}))[0];
    const ConvertTrial wish{one_only, Cycle::annual, 5};

    good(shop.engine->execute({.by = host()}, one_only, WithdrawListing{us}));
    const Error no = refusal_of(shop.ask(tried, wish));
    CHECK(no.rule == "OFF-03");
    CHECK(no.reason == "not_in_partner_market");
    CHECK(no.microsoft == 800070);
    const Error of_order = refusal_of(shop.engine->template create<Order>(
        {.by = shop.ann}, PlaceOrder{.customer = palmyra, .cycle = Cycle::annual, .lines = {line(one_only)}}));
    CHECK(of_order.reason == no.reason);
    CHECK(of_order.sentence == no.sentence);
    good(shop.engine->execute({.by = host()}, one_only, ListOffer{one_of_each()}));
    good(shop.ask(tried, wish));
    CHECK(shop.subscription(tried).offer == one_only);
}

TEST_CASE_TEMPLATE("CONV-8: a conversion has the price of the trial's own market on that day", Store, CSP_BOTH_STORES) {
    Tried<Store> shop;
    good(shop.engine->execute({.by = host()}, one_only, SetPrice{{us, dollars(6), day("2018-01-05"), {}}}));
    shop.clock.set(Instant{start_of(day("2018-01-05")).us - 1});
    const Request by_ann{.by = shop.ann};
    const ConvertTrial wish{one_only, Cycle::annual, 5};
    const auto price_now = [&] {
        const Preview preview = good(shop.engine->preview(by_ann, shop.tried, wish));
        return std::get<TrialConverted>(std::get<Subscription::Event>(preview.events.at(0).event)).unit_price;
    };
    CHECK(price_now() == dollars(4));
    shop.clock.advance_us(1);
    CHECK(price_now() == dollars(6));
    good(shop.convert());
    CHECK(shop.subscription(shop.tried).country == us);
}
