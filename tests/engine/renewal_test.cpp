// A renewal takes the list of its own moment: its price, or its end when the offer is no longer sold.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Instant renewal = at("2019-01-01T00:00:00Z");  // of everything that is bought when the shop opens
constexpr std::int64_t a_month_us = 30 * us_per_day;

template <class Store>
void set_price(Shop<Store>& shop, std::int64_t amount, const char* from, const OfferId& offer = base) {
    good(shop.engine->execute({.by = host()}, offer, SetPrice{{us, dollars(amount), day(from), {}}}));
}
template <class Store>
void withdraw(Shop<Store>& shop, const OfferId& offer) {
    good(shop.engine->execute({.by = host()}, offer, WithdrawListing{us}));
}

/// The history of one subscription when the list changes at that moment, told to a host that is on time and to one
/// that is a month late; both have to be the same.
template <class Store, class Change>
Subscription renewed_when(Instant changed_at, Change change) {
    Shop<Store> punctual;
    Shop<Store> late;
    const SubscriptionId one = punctual.buy(line(base));
    const SubscriptionId other = late.buy(line(base));
    for (Shop<Store>* shop : {&punctual, &late}) {
        const bool is_punctual = shop == &punctual;
        if (changed_at > renewal && is_punctual) {
            shop->clock.set(renewal);
            CHECK(good(shop->engine->run_due()).steps == 1);
        }
        shop->clock.set(changed_at);
        change(*shop);
        if (changed_at <= renewal && is_punctual) {
            shop->clock.set(renewal);
            CHECK(good(shop->engine->run_due()).steps == 1);
        }
        shop->clock.set(us_after(renewal, a_month_us));
    }
    CHECK(late.subscription(other) == punctual.subscription(one));  // as it stands, before it is persisted
    CHECK(good(late.engine->run_due()).steps == 1);
    CHECK(late.subscription(other) == punctual.subscription(one));
    CHECK(texts_of(history_of(late, other)) == texts_of(history_of(punctual, one)));
    CHECK(history_of(late, other).back().at == renewal);
    return late.subscription(other);
}

struct Moment {
    Instant changed_at;
    bool is_in_time;
};
/// A change at the very moment comes after the renewal, as every command comes after what is due at its moment.
const Moment around_the_renewal[]{{us_after(renewal, -us_per_day), true},
                                  {Instant{renewal.us - 1}, true},
                                  {renewal, false},
                                  {Instant{renewal.us + 1}, false},
                                  {us_after(renewal, us_per_day), false}};

}  // namespace

TEST_CASE_TEMPLATE("CONV-8: the term after a renewal has the price that was listed before its first moment", Store,
                   CSP_BOTH_STORES) {
    for (const Moment& moment : around_the_renewal) {
        CAPTURE(text_of(moment.changed_at));
        const auto state =
            renewed_when<Store>(moment.changed_at, [](Shop<Store>& shop) { set_price(shop, 9, "2019-01-01"); });
        CHECK(in<Subscription::Active>(state).term == Term{day("2019-01-01"), day("2020-01-01")});
        CHECK(state.unit_price == dollars(moment.is_in_time ? 9 : 4));
    }
}

TEST_CASE("CONV-8: the first day of a price is the day of the renewal or before, and never the day after") {
    for (const auto& listed : {std::pair{"2018-12-31", 9}, {"2019-01-01", 9}, {"2019-01-02", 4}}) {
        const char* const from = listed.first;
        const int price = listed.second;
        CAPTURE(from);
        const auto state =
            renewed_when<InMemory>(at("2018-06-01T00:00:00Z"), [from](auto& shop) { set_price(shop, 9, from); });
        CHECK(state.unit_price == dollars(price));
    }
}

TEST_CASE("CONV-8: the price of a running term stays, whatever the list says meanwhile") {
    Shop<InMemory> shop;
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(at("2018-06-01T00:00:00Z"));
    set_price(shop, 9, "2018-06-01");
    good(shop.ask(bought, ChangeQuantity{7}));
    CHECK(shop.subscription(bought).unit_price == dollars(4));
    shop.clock.set(Instant{renewal.us - 1});
    CHECK(shop.subscription(bought).unit_price == dollars(4));
    shop.clock.set(renewal);
    CHECK(shop.subscription(bought).unit_price == dollars(9));
}

TEST_CASE_TEMPLATE("CONV-8: without a price for the day of the renewal the term has none", Store, CSP_BOTH_STORES) {
    const auto state = renewed_when<Store>(at("2018-06-01T00:00:00Z"), [](Shop<Store>& shop) {
        good(shop.engine->execute({.by = host()}, base,
                                  SetPrice{{us, dollars(4), day("2018-01-01"), day("2019-01-01")}}));
    });
    CHECK(is_in<Subscription::Active>(state));
    CHECK(state.unit_price == Money{});
}

TEST_CASE_TEMPLATE("OFF-03: what is no longer sold at the moment of its renewal ends then", Store, CSP_BOTH_STORES) {
    for (const Moment& moment : around_the_renewal) {
        CAPTURE(text_of(moment.changed_at));
        const auto state = renewed_when<Store>(moment.changed_at, [](Shop<Store>& shop) { withdraw(shop, base); });
        if (moment.is_in_time) {
            REQUIRE(is_in<Subscription::Deleted>(state));
            CHECK(in<Subscription::Deleted>(state) == Subscription::Deleted{DeletionCause::term_ended, renewal});
        } else {
            CHECK(is_in<Subscription::Active>(state));
        }
    }
}

TEST_CASE_TEMPLATE("CONV-8: each of several missed renewals has the price of its own year", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    for (int i = 0; i < 300; ++i) { set_price(shop, 5 + i % 2, "2018-06-01"); }  // a history of more than one piece
    set_price(shop, 7, "2020-01-01");
    shop.clock.set(at("2021-02-01T00:00:00Z"));
    withdraw(shop, base);
    good(shop.engine->run_due());
    std::vector<Money> prices;
    for (const Happening& one : history_of(shop, bought)) {
        const auto* event = std::get_if<Subscription::Event>(&one.event);
        const auto* renewed = event != nullptr ? std::get_if<SubscriptionRenewed>(event) : nullptr;
        if (renewed != nullptr) { prices.push_back(renewed->unit_price); }
    }
    CHECK(prices == std::vector<Money>{dollars(6), dollars(7), dollars(7)});
    CHECK(shop.is_active(bought));
    shop.clock.set(at("2022-01-01T00:00:00Z"));
    CHECK(shop.is_deleted(bought));
}

TEST_CASE_TEMPLATE("OFF-08: an add-on renews with its parent, each at its own price", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    set_price(shop, 8, "2019-01-01");
    set_price(shop, 3, "2019-01-01", add_on);
    shop.clock.set(at("2019-02-01T00:00:00Z"));
    CHECK(good(shop.engine->run_due()).steps == 2);
    CHECK(shop.subscription(parent).unit_price == dollars(8));
    CHECK(shop.subscription(with).unit_price == dollars(3));
    CHECK(in<Subscription::Active>(shop.subscription(with)).term ==
          in<Subscription::Active>(shop.subscription(parent)).term);
}

TEST_CASE_TEMPLATE("OFF-08: an add-on does not renew when its parent ends, however late the host is", Store,
                   CSP_BOTH_STORES) {
    for (const bool is_late : {false, true}) {
        CAPTURE(is_late);
        Shop<Store> shop;
        const SubscriptionId parent = shop.buy(line(base));
        const SubscriptionId with = shop.buy(add_on_for(parent));
        shop.clock.set(us_after(renewal, us_per_day));
        if (!is_late) { good(shop.engine->run_due()); }
        withdraw(shop, base);  // after the first renewal, before the second
        shop.clock.set(us_after(renewal, 3 * 366 * us_per_day));
        good(shop.engine->run_due());
        CHECK(texts_of(history_of(shop, parent)) ==
              std::vector<std::string>{"2018-01-01T00:00:00Z subscription_created",
                                       "2019-01-01T00:00:00Z subscription_renewed",
                                       "2020-01-01T00:00:00Z subscription_deleted"});
        CHECK(texts_of(history_of(shop, with)) == texts_of(history_of(shop, parent)));
        CHECK(in<Subscription::Deleted>(shop.subscription(with)).cause == DeletionCause::term_ended);
    }
}

TEST_CASE_TEMPLATE("OFF-08: an add-on that is no longer sold ends, and its parent goes on", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    withdraw(shop, add_on);
    shop.clock.set(renewal);
    good(shop.engine->run_due());
    CHECK(shop.is_active(parent));
    CHECK(shop.is_deleted(with));
}

TEST_CASE_TEMPLATE("SUS-08: reactivated after the end of its term it has the price of the renewal it missed", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    set_price(shop, 8, "2019-01-01");
    set_price(shop, 3, "2019-01-01", add_on);
    shop.clock.set(at("2018-12-01T00:00:00Z"));
    good(shop.suspend(parent));
    shop.clock.set(at("2019-01-15T00:00:00Z"));
    set_price(shop, 20, "2019-01-01");  // too late for a term that began on the 1st
    withdraw(shop, add_on);
    SUBCASE("inside the new term") {
        good(shop.ask(parent, ReactivateSubscription{}));
        CHECK(shop.subscription(parent).unit_price == dollars(8));
        CHECK(shop.subscription(with).unit_price == dollars(3));
        CHECK(shop.is_active(with));
        CHECK(text_of(in<Subscription::Active>(shop.subscription(parent)).term.end) == "2020-01-01");
    }
    SUBCASE("its add-on stays behind when that was not sold any more") {
        Shop<Store> other;
        const SubscriptionId base_of_other = other.buy(line(base));
        const SubscriptionId left = other.buy(add_on_for(base_of_other));
        withdraw(other, add_on);
        other.clock.set(at("2018-12-01T00:00:00Z"));
        good(other.suspend(base_of_other));
        other.clock.set(renewal);
        good(other.ask(base_of_other, ReactivateSubscription{}));
        CHECK(other.is_active(base_of_other));
        CHECK(is_in<Subscription::Suspended>(other.subscription(left)));
        CHECK(refusal_of(other.ask(left, ReactivateSubscription{})).reason == "term_is_over");
    }
}

TEST_CASE("SUS-08: on the last day of its term it comes back at the price it had") {
    Shop<InMemory> shop;
    const SubscriptionId bought = shop.buy(line(base));
    set_price(shop, 8, "2018-06-01");
    shop.clock.set(at("2018-12-01T00:00:00Z"));
    good(shop.suspend(bought));
    shop.clock.set(Instant{renewal.us - 1});
    good(shop.ask(bought, ReactivateSubscription{}));
    CHECK(shop.subscription(bought).unit_price == dollars(4));
    shop.clock.set(renewal);
    CHECK(shop.subscription(bought).unit_price == dollars(8));
}

TEST_CASE_TEMPLATE("SUS-07: what was not for sale when its next term would have begun can be brought back until then",
                   Store, CSP_BOTH_STORES) {
    const auto told_of = [](bool is_withdrawn) {
        Shop<Store> shop;
        const SubscriptionId bought = shop.buy(line(one_only));
        shop.clock.set(at("2018-12-01T00:00:00Z"));
        good(shop.suspend(bought));
        CHECK(refusal_of(shop.place({line(one_only)})).reason == "suspended_reactivate_instead");
        if (is_withdrawn) { withdraw(shop, one_only); }
        std::vector<std::string> told;
        for (const Expected& one : good(shop.engine->forecast(shop.ann, {}, day("2018-12-02"), day("2019-03-01")))) {
            if (one.what == "last_day_to_reactivate") { told.push_back(csp::text_of(date_of(one.at))); }
        }
        shop.clock.set(at("2019-01-06T00:00:00Z"));
        good(shop.engine->execute({.by = host()}, one_only, ListOffer{one_of_each()}));
        told.push_back(refusal_of(shop.place({line(one_only)})).reason);
        const auto again = shop.ask(bought, ReactivateSubscription{});
        told.push_back(again ? "reactivated" : again.error().reason);
        return told;
    };
    using Told = std::vector<std::string>;
    CHECK(told_of(false) == Told{"2019-03-01", "suspended_reactivate_instead", "reactivated"});
    CHECK(told_of(true) == Told{"2018-12-31", "already_owned_limit_reached", "term_is_over"});
}
