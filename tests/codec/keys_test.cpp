// What can be found, and by what.
#include "codec/keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "codec/samples.hpp"

using namespace csp;
using namespace csp::test;
using codec::Index;
using codec::keys_of;
using codec::prefix_of;
using codec::same_keys;

namespace {

std::vector<std::string> in_index(Index index, const std::vector<codec::IndexEntry>& entries) {
    std::vector<std::string> found;
    for (const auto& entry : entries) {
        if (entry.index == static_cast<std::uint16_t>(index)) { found.push_back(entry.bytes); }
    }
    return found;
}

const SubscriptionId one = numbered<Subscription>(5);

Subscription owned() {
    return Subscription{
        .partner = numbered<Partner>(1), .customer = numbered<Customer>(2), .offer = numbered<Offer>(3)};
}

}  // namespace

TEST_CASE("CUS-03: a customer is found by its name in any case, under its own partner") {
    const Customer customer = sample_states<Customer>()[1];
    const auto id = numbered<Customer>(2);
    const auto names = in_index(Index::customers_by_name, keys_of(customer, id));
    REQUIRE(names.size() == 1);
    CHECK(names[0] == prefix_of(customer.partner) + "fabrikam" + '\0' + prefix_of(id));
    CHECK(names[0].rfind(codec::customers_by_name(customer.partner, "fab"), 0) == 0);
    CHECK(names[0].rfind(codec::customers_by_name(numbered<Partner>(9), "fab"), 0) != 0);
}

TEST_CASE("CUS-03: a domain belongs to one customer, and is no beginning of another") {
    Customer customer = sample_states<Customer>()[1];
    customer.domain = "Contoso.com";
    const auto domains = in_index(Index::customer_by_domain, keys_of(customer, numbered<Customer>(2)));
    CHECK(domains == std::vector{codec::customer_by_domain("contoso.com")});
    CHECK(codec::customer_by_domain("contoso.com.au").rfind(codec::customer_by_domain("contoso.com"), 0) != 0);
}

TEST_CASE("RES-01: no two partners have one MPN id") {
    const Partner partner = sample_states<Partner>()[1];
    CHECK(keys_of(partner, numbered<Partner>(1)) == keys_of(partner, numbered<Partner>(9)));
}

TEST_CASE("offers stand in the catalogue by name") {
    Offer a = sample_states<Offer>()[1];
    Offer b = a;
    a.listings[0].name = "apps for business";
    b.listings[0].name = "Apps for Enterprise";
    CHECK(keys_of(a, numbered<Offer>(9))[0].bytes < keys_of(b, numbered<Offer>(1))[0].bytes);
    b.listings[0].name = a.listings[0].name;
    CHECK(keys_of(a, numbered<Offer>(9))[0].bytes > keys_of(b, numbered<Offer>(1))[0].bytes);
    CHECK(keys_of(Offer{}, numbered<Offer>(1)).size() == 1);
}

TEST_CASE("CUS-04: orders and subscriptions are found by their customer") {
    const Order order = sample_states<Order>()[1];
    CHECK(in_index(Index::orders_of_customer, keys_of(order, numbered<Order>(4))) ==
          std::vector{prefix_of(order.partner, order.customer, numbered<Order>(4))});
    CHECK(in_index(Index::subscriptions_of_customer, keys_of(owned(), one)) ==
          std::vector{prefix_of(owned().partner, owned().customer, one)});
}

TEST_CASE("OFF-07: a converted trial is still found by the trial, and no entry stands there twice") {
    Subscription subscription = owned();
    CHECK(in_index(Index::subscriptions_by_offer, keys_of(subscription, one)).size() == 1);
    subscription.trial = numbered<Offer>(33);
    CHECK(in_index(Index::subscriptions_by_offer, keys_of(subscription, one)) ==
          std::vector{prefix_of(subscription.customer, subscription.offer, one),
                      prefix_of(subscription.customer, subscription.trial, one)});
    subscription.trial = subscription.offer;
    CHECK(in_index(Index::subscriptions_by_offer, keys_of(subscription, one)).size() == 1);
}

TEST_CASE("OFF-08: add-ons are found by their parent") {
    Subscription subscription = owned();
    CHECK(in_index(Index::add_ons_of_parent, keys_of(subscription, one)).empty());
    subscription.parent = numbered<Subscription>(6);
    CHECK(in_index(Index::add_ons_of_parent, keys_of(subscription, one)) ==
          std::vector{prefix_of(subscription.parent, one)});
}

TEST_CASE("keys are the same exactly when what they are made of is") {
    const auto agree = [](const Subscription& a, const Subscription& b) {
        CHECK(same_keys(a, b) == (keys_of(a, one) == keys_of(b, one)));
    };
    const Subscription before = owned();
    Subscription after = before;
    after.quantity = 99;
    after.phase = Subscription::Deleted{};
    CHECK(same_keys(before, after));
    agree(before, after);
    for (auto* id :
         {&after.partner.bytes, &after.customer.bytes, &after.offer.bytes, &after.trial.bytes, &after.parent.bytes}) {
        const AnyId kept = *id;
        *id = one.bytes;
        CHECK_FALSE(same_keys(before, after));
        agree(before, after);
        *id = kept;
    }
    Customer renamed = sample_states<Customer>()[1];
    renamed.profile.company_name = "Fabrikam Inc.";
    CHECK_FALSE(same_keys(renamed, sample_states<Customer>()[1]));
    Offer priced = sample_states<Offer>()[1];
    priced.prices.clear();
    CHECK(same_keys(priced, sample_states<Offer>()[1]));
}
