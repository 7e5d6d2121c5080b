// Add-ons live with their parent: suspended, brought back, expired and cancelled with it, however late the host is.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class Store>
struct Family : Shop<Store> {
    SubscriptionId parent{this->buy(line(base))};
    SubscriptionId first{this->buy(add_on_for(parent))};
    SubscriptionId second{this->buy(add_on_for(parent))};

    Subscription::Suspended suspension(const SubscriptionId& which) {
        return in<Subscription::Suspended>(this->subscription(which));
    }
};

}  // namespace

TEST_CASE_TEMPLATE("SUS-01: add-ons are suspended with their parent, and SUS-08: come back with it", Store,
                   CSP_BOTH_STORES) {
    Family<Store> shop;
    shop.clock.advance_days(10);
    const Receipt done_to_all = good(shop.suspend(shop.parent));
    CHECK(done_to_all.events == 3);
    for (const SubscriptionId& which : {shop.first, shop.second}) {
        CHECK(shop.suspension(which).by == SuspendedBy::parent);
        CHECK(shop.suspension(which).last_day == shop.suspension(shop.parent).last_day);
    }
    CHECK(good(shop.ask(shop.parent, ReactivateSubscription{})).events == 3);
    CHECK(shop.is_active(shop.first));
    CHECK(shop.is_active(shop.second));
}

TEST_CASE_TEMPLATE("OFF-08: an add-on does not come back before its parent", Store, CSP_BOTH_STORES) {
    Family<Store> shop;
    good(shop.suspend(shop.parent));
    const Error error = refusal_of(shop.ask(shop.first, ReactivateSubscription{}));
    CHECK(error.rule == "OFF-08");
    CHECK(error.existing == text_of(shop.parent));
}

TEST_CASE_TEMPLATE("SUS-08: an add-on that was suspended by hand stays so when its parent comes back", Store,
                   CSP_BOTH_STORES) {
    Family<Store> shop;
    good(shop.suspend(shop.first));
    CHECK(good(shop.suspend(shop.parent)).events == 2);
    CHECK(shop.suspension(shop.first).by == SuspendedBy::hand);
    CHECK(good(shop.ask(shop.parent, ReactivateSubscription{})).events == 2);
    CHECK_FALSE(shop.is_active(shop.first));
    CHECK(shop.is_active(shop.second));
}

TEST_CASE_TEMPLATE("SUS-09: add-ons are lost with their parent, and a late host gives the same history", Store,
                   CSP_BOTH_STORES) {
    Family<Store> punctual;
    Family<Store> late;
    for (auto* shop : {&punctual, &late}) {
        shop->clock.advance_days(10);
        good(shop->suspend(shop->first));
        shop->clock.advance_days(10);
        good(shop->suspend(shop->parent));
    }
    for (int days = 0; days < 200; ++days) {
        punctual.clock.advance_days(1);
        good(punctual.engine->run_due());
    }
    late.clock.advance_days(200);
    CHECK(late.is_deleted(late.second));  // asked before anything is persisted
    good(late.engine->run_due());
    for (const auto which : {&Family<Store>::parent, &Family<Store>::first, &Family<Store>::second}) {
        CHECK(punctual.is_deleted(punctual.*which));
        CHECK(texts_of(history_of(punctual, punctual.*which)) == texts_of(history_of(late, late.*which)));
        CHECK(punctual.subscription(punctual.*which) == late.subscription(late.*which));
    }
}

TEST_CASE_TEMPLATE("SUS-01: cancelled at once, a parent takes its add-ons along", Store, CSP_BOTH_STORES) {
    Family<Store> shop;
    good(shop.suspend(shop.first));
    const auto cancel = [&](bool acknowledged) {
        return shop.ask(shop.parent, CancelSubscriptionAtOnce{SuspensionReason::customer_request, acknowledged});
    };
    CHECK(refusal_of(cancel(false)).reason == "acknowledgement_required");
    CHECK_FALSE(shop.is_deleted(shop.second));
    CHECK(good(cancel(true)).events == 3);
    for (const SubscriptionId& which : {shop.first, shop.second}) {
        CHECK(in<Subscription::Deleted>(shop.subscription(which)).cause == DeletionCause::parent_ended);
        CHECK(in<Subscription::Deleted>(shop.subscription(which)).deleted_at == shop.clock.now());
    }
}

TEST_CASE_TEMPLATE("CONV-3: an add-on of a parent that does not renew ends with it", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    Listing listing = add_on_listing();
    listing.prerequisites = {ends_with_term};
    good(shop.engine->execute({.by = host()}, add_on, ListOffer{listing}));
    const SubscriptionId parent = shop.buy(line(ends_with_term));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    shop.clock.set(at("2019-01-01T00:00:00Z"));
    CHECK(shop.is_deleted(with));
    good(shop.engine->run_due());
    CHECK(text_of(history_of(shop, parent).back()) == "2019-01-01T00:00:00Z subscription_deleted");
    CHECK(text_of(history_of(shop, with).back()) == "2019-01-01T00:00:00Z subscription_deleted");
}

TEST_CASE_TEMPLATE("OFF-08: parent and add-on in one order, the parent first", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto both =
        shop.bought(shop.place({line(base), OrderLine{.offer = add_on, .quantity = 2, .parent_line = 0}}));
    CHECK(shop.subscription(both.at(1)).parent == both.at(0));
    const auto listed_add_ons = good(shop.engine->add_ons(shop.ann, both.at(0), {}));
    REQUIRE(listed_add_ons.items.size() == 1);
    CHECK(listed_add_ons.items[0].id == both.at(1));
    CHECK(refusal_of(shop.place({OrderLine{.offer = add_on, .quantity = 2, .parent_line = 1}, line(base)})).reason ==
          "no_such_line");
}

TEST_CASE_TEMPLATE("SUS-09: run_due does not leave a family half way, though it passes its limit", Store,
                   CSP_BOTH_STORES) {
    Family<Store> shop;
    good(shop.suspend(shop.parent));
    const Instant expiry = good(shop.engine->read(shop.ann, shop.parent)).next_due;
    shop.clock.set(Instant{expiry.us - 1});
    CHECK(good(shop.engine->run_due(1)).steps == 0);
    shop.clock.set(expiry);
    const DueReport report = good(shop.engine->run_due(1));
    CHECK(report.steps == 3);  // the parent and the two add-ons that are lost with it
    CHECK(report.is_all_done);
    for (const SubscriptionId& which : {shop.parent, shop.first, shop.second}) { CHECK(shop.is_deleted(which)); }
}
