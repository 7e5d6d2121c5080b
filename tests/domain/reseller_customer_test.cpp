// Customers, order lines and subscriptions that name a reseller, with nothing but the domain.
#include <doctest/doctest.h>

#include "csp/reaction.hpp"
#include "domain/goods.hpp"
#include "domain/kinds.hpp"
#include "domain/resellers_at_hand.hpp"

using namespace csp;
using namespace csp::test;

namespace {

Asked<Customer> to_create() {
    Asked<Customer> asked;
    asked.facts.partner = &provider;
    asked.facts.reseller = good_reseller();
    asked.now = noon(2019, 3, 29);
    return asked;
}
CreateCustomer wish_for(const PartnerId& reseller) {
    return {.partner = provider_id, .domain = "adatum.com", .profile = good_profile(), .reseller = reseller};
}

Asked<Subscription> to_name() {
    Asked<Subscription> asked;
    evolve(asked.state, SubscriptionCreated{bought(day("2019-03-05"))});
    asked.state.partner = provider_id;
    asked.facts.reseller = good_reseller();
    asked.now = noon(2019, 3, 29);
    return asked;
}

}  // namespace

TEST_CASE("CUS-06: a customer made for a reseller is associated with it and administered by it from that moment") {
    Asked<Customer> asked = to_create();
    asked.then<CustomerCreated>(wish_for(reseller_id));
    CHECK(asked.state.reseller == reseller_id);
    REQUIRE(asked.state.grants.size() == 1);
    CHECK(asked.state.grants[0].kind == GrantKind::reseller_admin);
    CHECK(asked.state.grants[0].granted_at == asked.now);
    CHECK_FALSE(has_access(asked.state, reseller_id, GrantKind::azure_tenant_owner));
}

TEST_CASE("RES-17: the grant is the creation's own, and waits for no confirmation") {
    Asked<Customer> asked = to_create();
    asked.then<CustomerCreated>(wish_for(reseller_id));
    CHECK(has_access(asked.state, reseller_id, GrantKind::reseller_admin));
}

TEST_CASE("RES-04: whatever names a reseller asks for an active partnership, and one that is unknown answers alike") {
    ResellerFacts without = good_reseller();
    without.is_partnered = false;
    for (const ResellerFacts& facts : {without, ResellerFacts{}}) {
        Asked<Customer> customer = to_create();
        customer.facts.reseller = facts;
        const Error error = customer.refusal(wish_for(reseller_id));
        CHECK(error.reason == "partnership_not_active");
        CHECK(error.sentence == "there is no active partnership with that reseller");
        CHECK(customer.decide(wish_for({})).has_value());  // none is named
        evolve(customer.state, CustomerCreated{provider_id, {}, "adatum.com", good_profile()});
        CHECK(customer.refusal(AssociateReseller{reseller_id}).reason == "partnership_not_active");
        CHECK(customer.refusal(GrantAccess{reseller_id, GrantKind::reseller_admin}).reason == "partnership_not_active");
        Asked<Subscription> subscription = to_name();
        subscription.facts.reseller = facts;
        CHECK(subscription.refusal(SetSupportContact{reseller_id}).reason == "partnership_not_active");
        CHECK(subscription.decide(SetSupportContact{}).has_value());
    }
}

TEST_CASE("RES-06: a partnership is removed only when that is confirmed") {
    Asked<Partnership> asked;
    asked.state.phase = Partnership::Active{};
    CHECK(asked.refusal(RemovePartnership{false}).reason == "not_confirmed");
    asked.then<PartnershipRemoved>(RemovePartnership{true});
    CHECK(is_in<Partnership::Removed>(asked.state));
}

TEST_CASE("RES-18: a line of an order may name a reseller, and need not") {
    const Listing listing = business_listing();
    const Customer buyer = active_customer();
    OrderFacts facts{.partner = &provider, .customer = &buyer, .lines = {{}}};
    facts.lines[0].buyer = {.customer = &buyer, .listing = &listing, .partner_listing = &listing};
    const auto place = [&](const std::string& mpn_id) {
        Asked<Order> asked;
        asked.facts = facts;
        asked.now = noon(2019, 3, 29);
        OrderLine line{.offer = business, .quantity = 5};
        line.reseller_mpn_id = mpn_id;
        return asked.decide(PlaceOrder{id<Customer>(1), Cycle::monthly, {line}, {id<Subscription>(1)}});
    };
    CHECK(place("").has_value());
    CHECK(place("2001").error().reason == "mpn_id_unknown");
    CHECK(place("2001").error().field == "lines[0].reseller_mpn_id");
    facts.lines[0].reseller = good_reseller();
    const auto event = place("2001");
    REQUIRE(event);
    CHECK(std::get<OrderSubmitted>(*event).lines.at(0).purchase.reseller_mpn_id == "2001");
    facts.lines[0].reseller.is_partnered = false;
    CHECK(place("2001").error().reason == "partnership_not_active");
    CHECK(place("20x1").error().reason == "not_an_mpn_id");
}

TEST_CASE(
    "RES-12 B8: the reseller of a customer of another region is not named on its orders and subscriptions either") {
    const Country canada{{'C', 'A'}};
    const Country outlying{{'U', 'M'}};  // in the region of the United States
    Asked<Subscription> asked = to_name();
    asked.state.country = canada;
    for (const Subscription::Command& naming :
         std::vector<Subscription::Command>{SetReseller{"2001"}, SetSupportContact{reseller_id}}) {
        const Error no = asked.refusal(naming);
        CHECK(no.rule == "RES-12");
        CHECK(no.reason == "another_region");
        CHECK(no.microsoft == 2030);
        CHECK(no.sentence == "the reseller is in US, and the customer in another region: CA");
        CHECK(no.field == (std::holds_alternative<SetReseller>(naming) ? "mpn_id" : "reseller"));
    }
    CHECK(asked.decide(SetReseller{}).has_value());  // none is named
    CHECK(asked.decide(SetSupportContact{}).has_value());
    asked.state.country = outlying;
    CHECK(asked.decide(SetReseller{"2001"}).has_value());
    CHECK(asked.decide(SetSupportContact{reseller_id}).has_value());

    Listing listing = business_listing();
    Customer buyer = active_customer();
    const auto place_in = [&](Country market) {
        buyer.profile.address.country = listing.country = market;
        Asked<Order> order;
        order.facts = {.partner = &provider, .customer = &buyer, .lines = {{}}};
        order.facts.lines[0].buyer = {.customer = &buyer, .listing = &listing, .partner_listing = &listing};
        order.facts.lines[0].reseller = good_reseller();
        order.now = noon(2019, 3, 29);
        OrderLine line{.offer = business, .quantity = 5};
        line.reseller_mpn_id = "2001";
        return order.decide(PlaceOrder{id<Customer>(1), Cycle::monthly, {line}, {id<Subscription>(1)}});
    };
    CHECK(place_in(canada).error().reason == "another_region");
    CHECK(place_in(canada).error().field == "lines[0].reseller_mpn_id");
    CHECK(place_in(outlying).has_value());
}

TEST_CASE("RES-07: a restricted reseller is named for nothing new, and keeps what it has") {
    Partner restricted = reseller;
    evolve(restricted, PartnerRestricted{"unpaid", noon(2019, 3, 1)});
    const auto wrong = [](const Error& no) {
        CHECK(no.rule == "RES-07");
        CHECK(no.reason == "partner_restricted");
        CHECK(no.sentence == "\"Relecloud\" is restricted since 2019-03-01T12:00:00Z");
    };
    Asked<Customer> customer = to_create();
    customer.facts.reseller.partner = &restricted;
    wrong(customer.refusal(wish_for(reseller_id)));
    evolve(customer.state, CustomerCreated{provider_id, {}, "adatum.com", good_profile(), reseller_id});
    customer.then<AccessRevoked>(RevokeAccess{reseller_id, GrantKind::reseller_admin});
    wrong(customer.refusal(AssociateReseller{reseller_id}));
    wrong(customer.refusal(GrantAccess{reseller_id, GrantKind::reseller_admin}));
    Asked<Subscription> subscription = to_name();
    subscription.state.reseller_mpn_id = "2001";
    subscription.state.support_contact = reseller_id;
    subscription.facts.reseller.partner = &restricted;
    wrong(subscription.refusal(SetReseller{"2001"}));
    wrong(subscription.refusal(SetSupportContact{reseller_id}));
    subscription.then<SubscriptionRenamed>(RenameSubscription{"Sales"});
    CHECK(subscription.state.reseller_mpn_id == "2001");
    evolve(restricted, PartnerReinstated{});
    subscription.then<ResellerSet>(SetReseller{"2001"});
    customer.then<AccessGranted>(GrantAccess{reseller_id, GrantKind::reseller_admin});
}

TEST_CASE("RES-20: the reseller of record is recorded, replaced and cleared, and named on the lines from then on") {
    Asked<Subscription> asked = to_name();
    const Subscription before = asked.state;
    const auto set = asked.then<ResellerSet>(SetReseller{"2001"});
    CHECK(set.before.empty());
    CHECK(set.mpn_id == "2001");
    const auto reactions = react(id<Subscription>(1), asked.state, set, asked.policy);
    CHECK(reactions == std::vector<Reaction>{ForWhatTakes<Billing>{id<Billing>(1), NameBilledReseller{"2001"}}});
    CHECK(asked.then<ResellerSet>(SetReseller{""}).before == "2001");
    CHECK(asked.state == before);
}

TEST_CASE("RES-03: a partner's name, MPN id and country are what it was enrolled with") {
    const Partner before = reseller;
    for (const auto& command : one_of_each_kind<Partner::Command>()) {
        Asked<Partner> asked;
        asked.state = before;
        asked.now = noon(2020, 3, 1);
        if (const auto event = asked.decide(command)) { evolve(asked.state, *event); }
        CHECK(asked.state.company_name == before.company_name);
        CHECK(asked.state.mpn_id == before.mpn_id);
        CHECK(asked.state.country == before.country);
    }
}
