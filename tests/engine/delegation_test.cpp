// What a reseller's users may see and do: it follows from the grants, and from nothing else.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "engine/every_command.hpp"
#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// The table for a reseller that administers the customer, once more from the rulebook: G global admin, A admin agent,
/// S sales, H helpdesk, B billing, U user management. Whatever is not here is closed to it.
const std::map<std::string, std::string> may_be_asked_by_delegates = {
    {"update_billing_profile", "GASH"},    {"set_qualification", "GASH"},        {"rename_subscription", "AHSBG"},
    {"change_quantity", "GUASH"},          {"suspend_subscription", "AHSBG"},    {"cancel_subscription", "AHSBG"},
    {"cancel_subscription_at_once", "AG"}, {"reactivate_subscription", "AHSBG"},
};
/// The same for the reseller of a partnership.
const std::map<std::string, std::string> may_be_asked_by_the_reseller = {
    {"accept_partnership", "GA"}, {"decline_partnership", "GA"}, {"revoke_provider_access", "G"}};

/// A customer and a subscription for each way in which Relecloud can stand to them.
struct Relations {
    ResellerShop<InMemory> shop{};
    PartnershipId partnership{shop.join(shop.rob)};
    PartnershipId other{shop.join(shop.meg)};

    CustomerId delegated{shop.customer_for(shop.relecloud, "Delegated")};
    CustomerId of_record{shop.customer_for({}, "OfRecord")};
    CustomerId former{shop.customer_for(shop.relecloud, "Former")};
    CustomerId stranger{shop.customer_for(shop.margie, "Stranger")};

    SubscriptionId in_delegated{shop.buy_for(delegated)};
    SubscriptionId in_of_record{shop.buy_for(of_record, "4001")};
    SubscriptionId in_former{shop.buy_for(former, "4001")};
    SubscriptionId in_stranger{shop.buy_for(stranger)};

    Relations() {
        good(shop.engine->execute({.by = shop.pat}, former, RevokeAccess{shop.relecloud, GrantKind::reseller_admin}));
        // To own the tenant in Azure is another thing than to administer the customer here.
        good(shop.engine->execute({.by = shop.pat}, stranger,
                                  GrantAccess{shop.relecloud, GrantKind::azure_tenant_owner}));
    }
};

/// Every command of every role of Relecloud's: open by that table, forbidden, or, without one, not there at all.
template <class S>
void ask_all(Relations& relations, const Id<S>& record, const std::map<std::string, std::string>* open) {
    for_each_command<S>([&](const std::string& name, const typename S::Command& command) {
        for (const Role role : roles_of_partners) {
            Actor rob = relations.shop.rob;
            rob.roles = role;
            CAPTURE(name);
            CAPTURE(name_of(role));
            const auto answer = relations.shop.engine->preview({.by = rob}, Command{Ask<S>{record, command}});
            const Code code = answer ? Code::refused : answer.error().code;
            if (open == nullptr) {
                CHECK(code == Code::not_found);
                continue;
            }
            const auto line = open->find(name);
            const bool is_open = line != open->end() && line->second.find(letter_of(role)) != std::string::npos;
            CHECK((code == Code::forbidden) == !is_open);
        }
    });
}

}  // namespace

TEST_CASE("RES-15: each command is open to each role by its relation, by a table written a second time") {
    Relations relations;
    ask_all(relations, relations.delegated, &may_be_asked_by_delegates);
    ask_all(relations, relations.in_delegated, &may_be_asked_by_delegates);
    ask_all(relations, relations.partnership, &may_be_asked_by_the_reseller);
    for (const CustomerId& closed : {relations.of_record, relations.former, relations.stranger}) {
        ask_all(relations, closed, nullptr);
        CHECK(refusal_of(relations.shop.engine->read(relations.shop.rob, closed)).code == Code::not_found);
    }
    for (const SubscriptionId& closed : {relations.in_of_record, relations.in_former, relations.in_stranger}) {
        ask_all(relations, closed, nullptr);
        CHECK(refusal_of(relations.shop.engine->read(relations.shop.rob, closed)).code == Code::not_found);
    }
    // The other reseller's partnership is as missing as any, but for the words about its link.
    for_each_command<Partnership>([&](const std::string& name, const Partnership::Command& command) {
        CAPTURE(name);
        const Error error = refusal_of(relations.shop.engine->preview(
            {.by = relations.shop.rob}, Command{Ask<Partnership>{relations.other, command}}));
        CHECK((error.code == Code::not_found || error.reason == "link_unknown"));
    });
}

TEST_CASE("RES-15: what the other nouns hold is not delegated with the customer") {
    Relations relations;
    auto& shop = relations.shop;
    const Receipt placed = good(shop.order_for(relations.delegated, ""));
    const OrderId order = id_in<Order>(placed);
    CHECK(refusal_of(shop.engine->read(shop.rob, order)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->orders(shop.rob, relations.delegated, {})).code == Code::not_found);
    CHECK(refusal_of(shop.engine->software_items(shop.rob, relations.delegated, {})).code == Code::not_found);
    CHECK(refusal_of(shop.engine->support_requests(shop.rob, relations.delegated, {})).code == Code::not_found);
    CHECK(refusal_of(shop.engine->availability(shop.rob, relations.delegated, Cycle::annual, CatalogView::regular, {}))
              .code == Code::not_found);
    const Error no = refusal_of(shop.engine->template create<Order>(
        {.by = shop.rob}, PlaceOrder{.customer = relations.delegated, .cycle = Cycle::annual, .lines = {line(base)}}));
    CHECK(no.reason == "customer_not_found");  // RES-01: buying is the provider's
    CHECK(refusal_of(shop.engine->read(shop.rob, shop.wingtip)).code == Code::not_found);
}

TEST_CASE_TEMPLATE("RES-21: a delegated customer is served from both sides", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    const SubscriptionId bought = shop.buy_for(customer);

    CHECK(good(shop.engine->read(shop.rob, customer)).state.domain == "adatum.com");
    CHECK(good(shop.engine->customer_by_domain(shop.rob, "adatum.com")).id == customer);
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.size() == 1);
    CHECK(good(shop.engine->subscriptions(shop.rob, customer, {}, {})).items.size() == 1);
    CHECK(good(shop.engine->sign_in(shop.rob, bought)).users);
    CHECK(good(shop.engine->add_ons(shop.rob, bought, {})).items.empty());

    good(shop.engine->execute({.by = shop.rob}, bought, ChangeQuantity{7}));
    good(shop.engine->execute({.by = shop.pat}, bought, RenameSubscription{"Sales"}));
    CHECK(shop.subscription(bought).quantity == 7);
    // Both see who did what.
    for (const Actor& viewer : {shop.rob, shop.pat}) {
        const auto history = good(shop.engine->history(viewer, bought, 1, 10));
        REQUIRE(history.size() == 2);
        CHECK(history[0].user == "rob@relecloud.com");
        CHECK(history[0].partner == shop.wingtip);
        CHECK(history[0].asker == shop.relecloud);
        CHECK(history[1].user == "pat@wingtip.com");
        CHECK(history[1].asker.is_nil());
    }
    CHECK(shop.feed_of(shop.pat).back().user == "pat@wingtip.com");
    CHECK(good(shop.engine->read(shop.rob, bought)).state.friendly_name == "Sales");
}

TEST_CASE_TEMPLATE("RES-15: a reseller's request id answers its own user again, and nobody else", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const SubscriptionId bought = shop.buy_for(shop.customer_for(shop.relecloud, "Adatum"));
    const RequestId request = id<RequestTag>(9);
    const Receipt first = good(shop.engine->execute({.by = shop.rob, .id = request}, bought, ChangeQuantity{7}));
    const Receipt again = good(shop.engine->execute({.by = shop.rob, .id = request}, bought, ChangeQuantity{7}));
    CHECK(again.is_repeated);
    CHECK(again.first_event == first.first_event);
    const Error no = refusal_of(shop.engine->execute({.by = shop.pat, .id = request}, bought, ChangeQuantity{7}));
    CHECK(no.reason == "request_id_used");
}

TEST_CASE_TEMPLATE("RES-14: revoking a grant ends what it opened, at once, and granting opens it again", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    const SubscriptionId bought = shop.buy_for(customer, "4001");
    const GrantKind admin = GrantKind::reseller_admin;
    good(shop.engine->execute({.by = shop.rob}, bought, ChangeQuantity{6}));

    const RevokeAccess revoke{shop.relecloud, admin};
    CHECK(refusal_of(shop.engine->execute({.by = shop.rob}, customer, revoke)).reason == "not_delegated");
    good(shop.engine->execute({.by = shop.pat}, customer, revoke));
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, customer, revoke)).reason == "not_granted");
    CHECK(refusal_of(shop.engine->execute({.by = shop.rob}, bought, ChangeQuantity{7})).code == Code::not_found);
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.empty());
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.relecloud}, {})).items.size() == 1);  // CUS-05

    good(shop.engine->execute({.by = shop.pat}, customer, GrantAccess{shop.relecloud, admin}));
    const GrantAccess twice{shop.relecloud, admin};
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, customer, twice)).reason == "already_granted");
    good(shop.engine->execute({.by = shop.rob}, bought, ChangeQuantity{7}));
    const auto& grants = shop.customer_state(customer).grants;
    REQUIRE(grants.size() == 2);
    CHECK(grants[0].revoked_at.has_value());
    CHECK_FALSE(grants[1].revoked_at.has_value());
}

TEST_CASE("RES-14: to own the tenant in Azure is a grant of its own") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    CHECK(has_access(shop.customer_state(customer), shop.relecloud, GrantKind::reseller_admin));
    CHECK_FALSE(has_access(shop.customer_state(customer), shop.relecloud, GrantKind::azure_tenant_owner));
    good(shop.engine->execute({.by = shop.pat}, customer, GrantAccess{shop.relecloud, GrantKind::azure_tenant_owner}));
    good(shop.engine->execute({.by = shop.pat}, customer, RevokeAccess{shop.relecloud, GrantKind::reseller_admin}));
    CHECK(has_access(shop.customer_state(customer), shop.relecloud, GrantKind::azure_tenant_owner));
    CHECK(refusal_of(shop.engine->read(shop.rob, customer)).code == Code::not_found);
    CHECK(refusal_of(
              shop.engine->execute({.by = shop.pat}, customer, GrantAccess{shop.relecloud, static_cast<GrantKind>(9)}))
              .reason == "unknown_grant");
}

TEST_CASE("RES-05: an existing customer gets a reseller, and perhaps another one") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    shop.join(shop.meg);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.relecloud}, {})).items.empty());
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{})).sentence ==
          "the customer is the provider's own already");
    good(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.relecloud}));
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.relecloud})).reason ==
          "already_associated");
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.relecloud}, {})).items.size() == 1);
    good(shop.engine->read(shop.rob, customer));

    good(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.margie}));
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.relecloud}, {})).items.empty());
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.margie}, {})).items.size() == 1);
    good(shop.engine->read(shop.meg, customer));
    good(shop.engine->read(shop.rob, customer));  // its grant stays until it is revoked

    const auto rename_it = [&](const std::string& name) {
        const Request by_rob{.by = shop.rob, .expected_version = good(shop.engine->read(shop.rob, customer)).version};
        good(shop.engine->execute(by_rob, customer, UpdateBillingProfile{profile_of(name)}));
    };
    // Each sees its own grant, and what happened since it has it, without the names of the other's users.
    CHECK(good(shop.engine->read(shop.meg, customer)).state.grants.size() == 1);
    CHECK(good(shop.engine->read(shop.pat, customer)).state.grants.size() == 2);
    rename_it("Adatum B");
    const auto seen = good(shop.engine->history(shop.meg, customer, 0, 100));
    REQUIRE_FALSE(seen.empty());
    CHECK(seen.back().user.empty());
    CHECK(seen.back().asker.is_nil());
    CHECK(good(shop.engine->read(shop.rob, customer)).state.reseller.is_nil());  // it is the other one
    CHECK(good(shop.engine->read(shop.meg, customer)).state.reseller == shop.margie);
    CHECK(good(shop.engine->customers(shop.rob, {.reseller = shop.margie}, {})).items.empty());
    CHECK(good(shop.engine->customers(shop.meg, {.reseller = shop.margie}, {})).items.size() == 1);
    good(shop.engine->execute({.by = shop.pat}, customer, GrantAccess{shop.relecloud, GrantKind::azure_tenant_owner}));
    const auto granted = [&](const Actor& by) {
        return std::get<AccessGranted>(
            std::get<Customer::Event>(good(shop.engine->history(by, customer, 0, 100)).back().event));
    };
    CHECK(granted(shop.meg).reseller.is_nil());
    CHECK(granted(shop.rob).reseller == shop.relecloud);
    rename_it("Adatum C");
    CHECK(good(shop.engine->history(shop.pat, customer, 0, 100)).back().user == "rob@relecloud.com");
    good(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{}));  // the provider's own again
    CHECK(shop.customer_state(customer).reseller.is_nil());
    good(shop.engine->execute({.by = shop.pat}, customer, RevokeAccess{shop.margie, GrantKind::reseller_admin}));
    shop.clock.advance_days(1);
    good(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.margie}));
    CHECK(good(shop.engine->history(shop.meg, customer, 0, 100)).size() == 1);
}

TEST_CASE("RES-15: access ends with the customer's relationship and does not come back with it") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for(shop.relecloud, "Adatum");
    good(shop.engine->execute({.by = shop.pat}, customer, RemoveRelationship{}));
    CHECK(refusal_of(shop.engine->read(shop.rob, customer)).code == Code::not_found);
    good(shop.engine->execute({.by = shop.pat}, customer, RequestRelationship{}));
    good(shop.engine->execute({.by = host()}, customer, AcceptRelationship{}));
    CHECK(refusal_of(shop.engine->read(shop.rob, customer)).code == Code::not_found);
    good(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.relecloud}));
    good(shop.engine->read(shop.rob, customer));
}

TEST_CASE("RES-07: a reseller that has left the programme is named for nothing new") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    good(shop.engine->execute({.by = host()}, shop.relecloud, LeaveProgramme{}));
    CHECK(refusal_of(shop.new_customer(shop.relecloud, "Other")).reason == "reseller_left");
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, customer, AssociateReseller{shop.relecloud})).reason ==
          "reseller_left");
}

TEST_CASE_TEMPLATE("RES-13: the reseller of record is checked as in the table of errors", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    const SubscriptionId bought = shop.buy_for(customer);
    struct Row {
        std::string mpn_id, reason;
        int microsoft;
    };
    const std::vector<Row> rows{{"9999999999", "mpn_id_unknown", 800015}, {"40011", "mpn_id_unknown", 800015},
                                {"400", "mpn_id_unknown", 800015},        {"x", "not_an_mpn_id", 800015},
                                {"12345678901", "not_an_mpn_id", 800015}, {"1001", "not_an_indirect_reseller", 800016},
                                {"3001", "mpn_id_of_provider", 2072},     {"4002", "partnership_not_active", 2071}};
    for (const Row& row : rows) {
        CAPTURE(row.mpn_id);
        const Error on_existing = refusal_of(shop.engine->execute({.by = shop.pat}, bought, SetReseller{row.mpn_id}));
        CHECK(on_existing.reason == row.reason);
        CHECK(on_existing.microsoft == row.microsoft);
        CHECK(on_existing.field == "mpn_id");
        const Error on_new = refusal_of(shop.order_for(customer, row.mpn_id, annual_only));
        CHECK(on_new.reason == row.reason);
        CHECK(on_new.microsoft == row.microsoft);
        CHECK(on_new.field == "lines[0].reseller_mpn_id");
    }
    good(shop.engine->execute({.by = shop.pat}, bought, SetReseller{"4001"}));
    CHECK(shop.subscription(bought).reseller_mpn_id == "4001");
    CHECK(shop.subscription(shop.buy_for(customer, "4001", annual_only)).reseller_mpn_id == "4001");

    CHECK(good(shop.engine->subscriptions_of_reseller(shop.pat, "4001", {})).items.size() == 2);
    CHECK(good(shop.engine->subscriptions_of_reseller(shop.pat, "400", {})).items.empty());
    CHECK(good(shop.engine->subscriptions_of_reseller(shop.ann, "4001", {})).items.empty());
    CHECK(good(shop.engine->subscriptions_of_reseller(shop.rob, "4001", {})).items.empty());
    good(shop.engine->execute({.by = shop.pat}, bought, SetReseller{""}));
    CHECK(good(shop.engine->subscriptions_of_reseller(shop.pat, "4001", {})).items.size() == 1);

    good(shop.engine->execute({.by = host()}, shop.relecloud, LeaveProgramme{}));
    const Error gone = refusal_of(shop.engine->execute({.by = shop.pat}, bought, SetReseller{"4001"}));
    CHECK(gone.rule == "RES-07");
    CHECK(gone.microsoft == 800039);
}

TEST_CASE("RES-13: a suspended or deleted subscription keeps its reseller") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const SubscriptionId bought = shop.buy_for(shop.customer_for({}, "Adatum"), "4001");
    good(shop.engine->execute({.by = shop.pat}, bought, SuspendSubscription{SuspensionReason::non_payment}));
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, bought, SetReseller{""})).reason == "suspended");
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, bought, SetSupportContact{})).reason == "suspended");
}

TEST_CASE_TEMPLATE("RES-19: the provider is the support contact until a reseller is designated", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    const SubscriptionId bought = shop.buy_for(customer);
    const auto contact = [&] { return good(shop.engine->support_contact(shop.pat, bought)); };
    REQUIRE(contact());
    CHECK(contact()->company_name == "Wingtip");
    CHECK(contact()->is_provider);
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, bought, SetSupportContact{shop.margie})).reason ==
          "partnership_not_active");
    good(shop.engine->execute({.by = shop.pat}, bought, SetSupportContact{shop.relecloud}));
    CHECK(contact()->company_name == "Relecloud");
    CHECK(contact()->mpn_id == "4001");
    CHECK_FALSE(contact()->is_provider);
    CHECK(refusal_of(shop.engine->support_contact(shop.rob, bought)).code == Code::not_found);  // no grant
    good(shop.engine->execute({.by = shop.pat}, bought, SetSupportContact{}));
    CHECK(contact()->is_provider);
    good(shop.engine->execute({.by = shop.pat}, bought,
                              CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
    CHECK_FALSE(contact());  // nobody answers for what is deleted
}

TEST_CASE("RES-15: what the provider is charged is not for its resellers to see, in a preview neither") {
    ResellerShop<InMemory> shop(with_bills);
    shop.join(shop.rob);
    const SubscriptionId bought = shop.buy_for(shop.customer_for(shop.relecloud, "Adatum"));
    shop.clock.advance_days(40);
    const auto preview_of = [&](const Actor& by) {
        return good(shop.engine->preview({.by = by}, bought, ChangeQuantity{7}));
    };
    const Preview of_provider = preview_of(shop.pat);
    CHECK(of_provider.charges.size() == 3);
    const Preview of_reseller = preview_of(shop.rob);
    CHECK(of_reseller.charges.empty());
    REQUIRE(of_reseller.events.size() == 1);
    CHECK(name_of(of_reseller.events[0]) == "quantity_changed");
    for (const Coming& one : of_reseller.coming) { CHECK(one.kind == Kind::subscription); }
    CHECK(of_provider.coming.size() > of_reseller.coming.size());
}
