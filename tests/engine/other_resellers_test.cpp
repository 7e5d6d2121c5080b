// What a reseller sees of a subscription that names another one: as of a customer, its own part of it.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Both resellers administer Adatum; Relecloud is named on all that it has.
template <class Store>
struct NamedShop : ResellerShop<Store> {
    using ResellerShop<Store>::engine;
    using ResellerShop<Store>::pat;
    using ResellerShop<Store>::relecloud;

    CustomerId adatum{};
    SubscriptionId seats{};
    SubscriptionId extra{};

    NamedShop() {
        this->join(this->rob);
        this->join(this->meg);
        const FirstOrder first{.cycle = Cycle::annual,
                               .lines = {{.offer = base, .quantity = 5, .reseller_mpn_id = "4001"}}};
        adatum = id_in<Customer>(
            good(engine->template create<Customer>({.by = pat}, CreateCustomer{.domain = "adatum.com",
                                                                               .profile = profile_of("Adatum"),
                                                                               .reseller = relecloud,
                                                                               .first_order = first})));
        seats = good(engine->subscriptions(pat, adatum, {}, {})).items.at(0).id;
        good(engine->execute({.by = pat}, adatum, GrantAccess{this->margie, GrantKind::reseller_admin}));
        OrderLine more = add_on_for(seats);
        more.reseller_mpn_id = "4001";
        const auto placed = id_in<Order>(good(engine->template create<Order>(
            {.by = pat}, PlaceOrder{.customer = adatum, .cycle = Cycle::annual, .lines = {more}})));
        extra = good(engine->read(pat, placed)).state.lines.at(0).subscription;
        for (const SubscriptionId& one : {seats, extra}) {
            good(engine->execute({.by = pat}, one, SetSupportContact{relecloud}));
        }
    }

    /// What all of its events say of resellers, in their order.
    template <class S>
    std::vector<std::string> named_in_history(const Actor& by, const Id<S>& record) {
        std::vector<std::string> named;
        for (const Happening& happening : good(engine->history(by, record, 0, 100))) {
            const auto* of_customer = std::get_if<Customer::Event>(&happening.event);
            const auto* created = of_customer != nullptr ? std::get_if<CustomerCreated>(of_customer) : nullptr;
            if (created != nullptr) { named.push_back(created->first_order.lines.at(0).reseller_mpn_id); }
            if (const auto* event = std::get_if<Subscription::Event>(&happening.event)) { add_named(*event, named); }
        }
        return named;
    }
    static void add_named(const Subscription::Event& event, std::vector<std::string>& named) {
        std::visit(overloaded{
                       [&](const SubscriptionCreated& e) { named.push_back(e.purchase.reseller_mpn_id); },
                       [&](const ResellerSet& e) {
                           named.insert(named.end(), {e.before, e.mpn_id});
                       },
                       [&](const SupportContactSet& e) {
                           named.push_back(e.before.is_nil() ? "" : csp::text_of(e.before));
                           named.push_back(e.reseller.is_nil() ? "" : csp::text_of(e.reseller));
                       },
                       [](const auto&) {},
                   },
                   event);
    }
};

}  // namespace

TEST_CASE_TEMPLATE("RES-15: a subscription's other resellers are none of a reseller's, wherever it looks", Store,
                   CSP_BOTH_STORES) {
    NamedShop<Store> shop;
    const auto sees = [&](const Actor& by, const std::string& mpn_id, const PartnerId& contact) {
        CAPTURE(by.user);
        const auto check = [&](const Subscription& state) {
            CHECK(state.reseller_mpn_id == mpn_id);
            CHECK(state.support_contact == contact);
        };
        check(good(shop.engine->read(by, shop.seats)).state);
        const auto listed = good(shop.engine->subscriptions(by, shop.adatum, {}, {})).items;
        REQUIRE(listed.size() == 2);
        for (const auto& one : listed) { check(one.state); }
        const auto added = good(shop.engine->add_ons(by, shop.seats, {})).items;
        REQUIRE(added.size() == 1);
        check(added.at(0).state);
        CHECK(good(shop.engine->support_contact(by, shop.seats)).has_value() == !contact.is_nil());
        const std::string contact_text = contact.is_nil() ? "" : csp::text_of(contact);
        CHECK(shop.named_in_history(by, shop.seats) == std::vector<std::string>{mpn_id, "", contact_text});
        CHECK(shop.named_in_history(by, shop.adatum) == std::vector<std::string>{mpn_id});
    };
    sees(shop.pat, "4001", shop.relecloud);
    sees(host(), "4001", shop.relecloud);
    sees(shop.rob, "4001", shop.relecloud);
    sees(shop.meg, "", {});
}

TEST_CASE_TEMPLATE("RES-15: that another reseller was named, and is no more, has no name in it either", Store,
                   CSP_BOTH_STORES) {
    NamedShop<Store> shop;
    good(shop.engine->execute({.by = shop.pat}, shop.seats, SetReseller{"4002"}));
    good(shop.engine->execute({.by = shop.pat}, shop.seats, SetSupportContact{shop.margie}));
    const std::string relecloud = csp::text_of(shop.relecloud);
    const std::string margie = csp::text_of(shop.margie);
    CHECK(shop.named_in_history(shop.pat, shop.seats) ==
          std::vector<std::string>{"4001", "", relecloud, "4001", "4002", relecloud, margie});
    CHECK(shop.named_in_history(shop.rob, shop.seats) ==
          std::vector<std::string>{"4001", "", relecloud, "4001", "", relecloud, ""});
    CHECK(shop.named_in_history(shop.meg, shop.seats) == std::vector<std::string>{"", "", "", "", "4002", "", margie});
    CHECK(good(shop.engine->read(shop.meg, shop.seats)).state.reseller_mpn_id == "4002");
    CHECK(good(shop.engine->support_contact(shop.meg, shop.seats))->company_name == "Margie");
    CHECK_FALSE(good(shop.engine->support_contact(shop.rob, shop.seats)));
    good(shop.engine->execute({.by = shop.pat}, shop.seats, SetSupportContact{}));
    CHECK(good(shop.engine->support_contact(shop.rob, shop.seats))->is_provider);  // of that nothing is hidden
}
