// What ends for resellers when one side leaves the programme, or the customer its partner.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("RES-01: a provider that has left the programme takes on no reseller, and takes leave of them",
                   Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    const SubscriptionId bought = shop.buy_for(customer);
    const auto ask = [&](const auto& record, const auto& command) {
        return shop.engine->execute({.by = shop.pat}, record, command);
    };
    const AssociateReseller associate{shop.relecloud};
    const GrantAccess grant{shop.relecloud, GrantKind::azure_tenant_owner};
    good(shop.engine->execute({.by = host()}, shop.wingtip, RestrictPartner{"unpaid"}));
    good(ask(customer, associate));  // B4: what a restricted one may not do is another list
    good(ask(bought, SetReseller{"4001"}));
    good(ask(bought, SetSupportContact{shop.relecloud}));
    good(shop.engine->execute({.by = host()}, shop.wingtip, LeaveProgramme{}));
    for (const Error& no : {refusal_of(ask(customer, grant)), refusal_of(ask(bought, SetReseller{"4001"})),
                            refusal_of(ask(bought, SetSupportContact{shop.relecloud}))}) {
        CHECK(no.rule == "RES-01");
        CHECK(no.reason == "left_the_programme");
        CHECK(no.microsoft == 800039);
    }
    good(ask(bought, SetReseller{}));
    good(ask(bought, SetSupportContact{}));
    good(ask(customer, RevokeAccess{shop.relecloud, GrantKind::reseller_admin}));
    CHECK(refusal_of(ask(customer, associate)).reason == "left_the_programme");
    good(ask(customer, AssociateReseller{}));
}

TEST_CASE_TEMPLATE("RES-01: a reseller that has left the programme grows nothing of its customers, and ends it", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    const SubscriptionId kept = shop.buy_for(customer);
    const SubscriptionId lost = shop.buy_for(customer, {}, annual_only);
    const auto ask = [&](const Actor& by, const SubscriptionId& record, const auto& command) {
        return shop.engine->execute({.by = by}, record, command);
    };
    const SuspendSubscription suspend{SuspensionReason::customer_request};
    good(shop.engine->execute({.by = host()}, shop.relecloud, RestrictPartner{"unpaid"}));
    good(ask(shop.rob, kept, ChangeQuantity{6}));  // a restricted one goes on
    good(ask(shop.rob, lost, suspend));
    good(shop.engine->execute({.by = host()}, shop.relecloud, LeaveProgramme{}));
    for (const Error& no : {refusal_of(ask(shop.rob, kept, ChangeQuantity{7})),
                            refusal_of(ask(shop.rob, lost, ReactivateSubscription{}))}) {
        CHECK(no.rule == "RES-01");
        CHECK(no.reason == "left_the_programme");
        CHECK(no.microsoft == 800039);
    }
    good(ask(shop.rob, kept, ChangeQuantity{5}));
    good(ask(shop.pat, kept, ChangeQuantity{7}));  // its provider has not left
    good(ask(shop.pat, lost, ReactivateSubscription{}));
    good(ask(shop.rob, kept, suspend));
}

TEST_CASE_TEMPLATE("RES-02 B9: a reseller leaves the support contacts with the relationship, and comes back to none",
                   Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    const SubscriptionId answered = shop.buy_for(customer);
    const SubscriptionId unanswered = shop.buy_for(customer, {}, annual_only);
    const auto ask = [&](const auto& record, const auto& command) {
        return shop.engine->execute({.by = shop.pat}, record, command);
    };
    const auto contact = [&] { return good(shop.engine->support_contact(shop.pat, answered)); };
    good(ask(answered, SetSupportContact{shop.relecloud}));
    for (const SubscriptionId& one : {answered, unanswered}) {
        good(ask(one, SuspendSubscription{SuspensionReason::customer_request}));
    }
    CHECK_FALSE(contact()->is_provider);  // a suspended subscription keeps it
    const std::size_t before = history_of(shop, answered).size();
    const std::size_t before_of_other = history_of(shop, unanswered).size();
    good(ask(customer, RemoveRelationship{}));
    const auto history = history_of(shop, answered);
    REQUIRE(history.size() == before + 1);
    CHECK(std::get<Subscription::Event>(history.back().event) ==
          Subscription::Event{SupportContactSet{shop.relecloud, {}}});
    CHECK(history.back().command == "remove_relationship");
    CHECK(history_of(shop, unanswered).size() == before_of_other);
    CHECK_FALSE(contact());

    good(ask(customer, RequestRelationship{}));
    good(shop.engine->execute({.by = host()}, customer, AcceptRelationship{}));
    CHECK(contact()->is_provider);
    good(ask(answered, ReactivateSubscription{}));
    CHECK(contact()->is_provider);
    good(ask(answered, SetSupportContact{shop.relecloud}));
    CHECK(contact()->company_name == "Relecloud");
}
