// An offer is listed market by market, withdrawn, and priced day by day.
#include <doctest/doctest.h>

#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

Asked<Offer> listed_in_us() {
    Asked<Offer> offer;
    offer.then<OfferListed>(ListOffer{business_listing()});
    return offer;
}
Listing in(Country country, std::string name) {
    Listing listing = listed(std::move(name));
    listing.country = country;
    return listing;
}
Price price(std::int64_t amount, std::string_view from, std::optional<std::string_view> until = {}) {
    return {us, dollars(amount), day(from), until ? std::optional<Date>(day(*until)) : std::nullopt};
}
std::optional<Money> us_price(const Offer& offer, std::string_view on) { return price_on(offer, us, usd, day(on)); }

/// What is said about a listing when one thing in it is changed.
template <class Change>
std::vector<std::string> said_of(Listing listing, Change change) {
    change(listing);
    return reasons_of(Asked<Offer>{}.refusal(ListOffer{listing}));
}
using Says = std::vector<std::string>;

}  // namespace

TEST_CASE("OFF-03: an offer is listed market by market, and listed anew where something changed") {
    Asked<Offer> offer;
    CHECK(offer.refusal(WithdrawListing{us}).reason == "not_in_this_phase");
    CHECK(offer.refusal(SetPrice{price(4, "2020-01-01")}).reason == "not_in_this_phase");
    offer.then<OfferListed>(ListOffer{in(us, "Business")});
    offer.then<OfferListed>(ListOffer{in(germany, "Geschäft")});
    offer.then<OfferListed>(ListOffer{in(us, "Business 365")});
    REQUIRE(offer.state.listings.size() == 2);
    CHECK(offer.state.listings.front().country == germany);  // sorted
    REQUIRE(listing_in(offer.state, us) != nullptr);
    CHECK(listing_in(offer.state, us)->name == "Business 365");
    CHECK(listing_in(offer.state, Country{{'F', 'R'}}) == nullptr);
    CHECK(listing_in(offer.state, Country{{'Z', 'A'}}) == nullptr);
}

TEST_CASE("OFF-03: withdrawn from one market, it is for sale in the others and can be listed anew") {
    Asked<Offer> offer = listed_in_us();
    offer.then<OfferListed>(ListOffer{in(germany, "Geschäft")});
    offer.then<ListingWithdrawn>(WithdrawListing{us});
    CHECK_FALSE(listing_in(offer.state, us)->is_available);
    CHECK(listing_in(offer.state, germany)->is_available);
    CHECK(offer.refusal(WithdrawListing{us}).reason == "withdrawn_already");
    CHECK(offer.refusal(WithdrawListing{Country{{'F', 'R'}}}).reason == "not_in_this_market");
    offer.then<OfferListed>(ListOffer{business_listing()});
    CHECK(listing_in(offer.state, us)->is_available);
}

TEST_CASE("OFF-03: a listing names its market, its id and itself") {
    CHECK(said_of(business_listing(), [](Listing& l) { l.country = {}; }) == Says{"country: invalid_country"});
    CHECK(said_of(business_listing(), [](Listing& l) {
              l.country = {{'u', 's'}};
          }) == Says{"country: invalid_country"});
    CHECK(said_of(business_listing(), [](Listing& l) { l.catalog_id = ""; }) == Says{"catalog_id: missing"});
    CHECK(said_of(business_listing(), [](Listing& l) { l.name = "a\tb"; }) == Says{"name: not_plain_text"});
    CHECK(said_of(business_listing(), [](Listing& l) { l.name = std::string(257, 'x'); }) ==
          Says{"name: text_too_long"});
    CHECK(said_of(Listing{}, [](Listing&) {}) ==
          Says{"country: invalid_country", "catalog_id: missing", "name: missing", "cycles: no_cycle"});
}

TEST_CASE("SUB-04: the quantities of a listing make a range that begins at 1 or later") {
    const auto with = [](std::int32_t least, std::int32_t most) {
        Listing listing = business_listing();
        listing.minimum_quantity = least;
        listing.maximum_quantity = most;
        return Asked<Offer>{}.decide(ListOffer{listing}).has_value();
    };
    CHECK(with(1, 1));
    CHECK(with(1, INT32_MAX));
    CHECK(with(25, 25));
    CHECK_FALSE(with(0, 1));
    CHECK_FALSE(with(2, 1));
    CHECK_FALSE(with(-1, -1));
}

TEST_CASE("OFF-01: a limit has a unit, and a unit a limit") {
    const auto with = [](LimitUnit unit, std::int32_t limit) {
        Listing listing = business_listing();
        listing.limit_unit = unit;
        listing.limit = limit;
        return Asked<Offer>{}.decide(ListOffer{listing}).has_value();
    };
    CHECK(with(LimitUnit::none, 0));
    CHECK(with(LimitUnit::concurrent, 1));
    CHECK(with(LimitUnit::lifetime, 2));
    CHECK_FALSE(with(LimitUnit::none, 1));
    CHECK_FALSE(with(LimitUnit::concurrent, 0));
    CHECK_FALSE(with(LimitUnit::lifetime, -1));
    CHECK_FALSE(with(static_cast<LimitUnit>(3), 1));
}

TEST_CASE("OFF-02: an offer of which a customer may have only so many is a limited one") {
    CHECK(is_limited(one_of_each()));
    CHECK(is_limited(trial_listing()));
    CHECK_FALSE(is_limited(business_listing()));
}

TEST_CASE("OFF-06: a listing takes at least one billing cycle, and only known ones") {
    CHECK(said_of(business_listing(), [](Listing& l) { l.cycles.clear(); }) == Says{"cycles: no_cycle"});
    CHECK(said_of(business_listing(), [](Listing& l) { l.cycles = {Cycle{9}}; }) == Says{"cycles: no_cycle"});
    CHECK(said_of(business_listing(), [](Listing& l) {
              l.cycles = {Cycle::annual, Cycle::annual};
          }) == Says{"cycles: no_cycle"});
    CHECK(takes_cycle(business_listing(), Cycle::annual));
    CHECK_FALSE(takes_cycle(business_listing(), Cycle::one_time));
}

TEST_CASE("OFF-07: a trial takes no billing cycle, only trials take none, and none is an add-on") {
    CHECK(said_of(trial_listing(), [](Listing& l) { l.cycles = {Cycle::monthly}; }) ==
          Says{"cycles: cycle_of_a_trial"});
    CHECK(said_of(trial_listing(), [](Listing& l) { l.is_trial = false; }) == Says{"cycles: cycle_of_a_trial"});
    CHECK(said_of(trial_listing(), [](Listing& l) { l.is_add_on = true; }) == Says{"is_trial: trial_add_on"});
    CHECK(Asked<Offer>{}.decide(ListOffer{trial_listing()}));
}

TEST_CASE("CONV-8: the day of a change has the new price") {
    Asked<Offer> offer = listed_in_us();
    CHECK_FALSE(us_price(offer.state, "2020-01-01"));
    offer.then<PriceSet>(SetPrice{price(5, "2020-07-01")});  // previewed, before the one that holds until then
    offer.then<PriceSet>(SetPrice{price(4, "2020-01-01")});
    CHECK_FALSE(us_price(offer.state, "2019-12-31"));
    CHECK(us_price(offer.state, "2020-01-01") == dollars(4));
    CHECK(us_price(offer.state, "2020-06-30") == dollars(4));
    CHECK(us_price(offer.state, "2020-07-01") == dollars(5));
    CHECK(us_price(offer.state, "9999-12-31") == dollars(5));
}

TEST_CASE("CONV-3: the first day a price no longer holds has the one before again, or none") {
    Asked<Offer> offer = listed_in_us();
    offer.then<PriceSet>(SetPrice{price(4, "2020-01-01", "2021-01-01")});
    offer.then<PriceSet>(SetPrice{price(3, "2020-06-01", "2020-06-02")});  // one day
    CHECK(us_price(offer.state, "2020-05-31") == dollars(4));
    CHECK(us_price(offer.state, "2020-06-01") == dollars(3));
    CHECK(us_price(offer.state, "2020-06-02") == dollars(4));
    CHECK(us_price(offer.state, "2020-12-31") == dollars(4));
    CHECK_FALSE(us_price(offer.state, "2021-01-01"));
    CHECK(reasons_of(offer.refusal(SetPrice{price(4, "2020-01-01", "2020-01-01")})) == Says{"valid_until: no_days"});
    CHECK(offer.refusal(SetPrice{Price{us, dollars(4), Date{-1}, std::nullopt}}).rule == "CONV-3");
}

TEST_CASE("CONV-8: a price of the same market, currency and first day takes the place of the one before") {
    Asked<Offer> offer = listed_in_us();
    offer.then<PriceSet>(SetPrice{price(4, "2020-01-01")});
    offer.then<PriceSet>(SetPrice{price(5, "2020-01-01", "2020-02-01")});
    CHECK(offer.state.prices.size() == 1);
    CHECK(us_price(offer.state, "2020-01-31") == dollars(5));
    CHECK_FALSE(us_price(offer.state, "2020-02-01"));
}

TEST_CASE("CONV-5: a price is not negative and has a currency, and each currency has its own") {
    Asked<Offer> offer = listed_in_us();
    CHECK(reasons_of(offer.refusal(SetPrice{price(-1, "2020-01-01")})) == Says{"unit_price: negative_price"});
    CHECK(reasons_of(offer.refusal(SetPrice{Price{us, Money{1, {}}, day("2020-01-01"), {}}})) ==
          Says{"unit_price: currency_missing"});
    CHECK(reasons_of(offer.refusal(SetPrice{Price{germany, dollars(1), day("2020-01-01"), {}}})) ==
          Says{"market: not_in_this_market"});
    const Currency eur{{'E', 'U', 'R'}};
    offer.then<PriceSet>(SetPrice{price(0, "2020-01-01")});
    offer.then<PriceSet>(SetPrice{Price{us, Money{350, eur}, day("2020-01-01"), {}}});
    CHECK(us_price(offer.state, "2020-01-01") == dollars(0));
    CHECK(price_on(offer.state, us, eur, day("2020-01-01")) == Money{350, eur});
    CHECK_FALSE(price_on(offer.state, germany, eur, day("2020-01-01")));
}
