// List E6 of the worked examples, row by row, as far as resellers and relationships go.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

NewCustomerWizard at_review(ResellerShop<InMemory>& shop) {
    Engine& engine = *shop.engine;
    auto wizard = good(engine.step(shop.pat, {}, StartWizard{shop.relecloud}));
    wizard = good(engine.step(shop.pat, wizard, GiveDetails{"adatum.com", profile_of("Adatum")}));
    const FirstLine seats{.offer = base, .quantity = 5};
    return good(engine.step(shop.pat, wizard, ChooseSubscriptions{{.cycle = Cycle::annual, .lines = {seats}}}));
}

}  // namespace

TEST_CASE("RES-12 E6-82: for a reseller whose partnership is requested no customer is added") {
    ResellerShop<InMemory> shop;
    good(shop.request());
    const Error error = refusal_of(shop.new_customer(shop.relecloud, "Adatum"));
    CHECK(error.rule == "RES-12");
    CHECK(error.reason == "partnership_not_active");
}

TEST_CASE("RES-10 E6-83: a request text without the link is refused") {
    ResellerShop<InMemory> shop;
    const PartnershipDraft draft = good(shop.request());
    const Error error = refusal_of(shop.engine->edit_request({.by = shop.pat}, shop.partnership_of(draft), "Hello"));
    CHECK(error.rule == "RES-10");
    CHECK(error.reason == "link_missing");
}

TEST_CASE("RES-16 E6-85: a wizard cancelled at the review leaves no customer, no order and no grant") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const std::uint64_t before = shop.feed_length();
    good(shop.engine->step(shop.pat, at_review(shop), CancelWizard{}));
    CHECK(shop.feed_length() == before);
    CHECK(good(shop.engine->customers(shop.pat, {}, {})).items.empty());
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.empty());
}

TEST_CASE("CUS-07 E6-86: the credentials are read once, and the reseller has access already") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    NewCustomerWizard wizard = at_review(shop);
    const SetupInfo first = good(shop.engine->submit({.by = shop.pat}, wizard));
    CHECK_FALSE(first.password.is_empty());
    const CustomerId customer = id_in<Customer>(first.receipt);
    CHECK(refusal_of(shop.engine->setup_info(shop.pat, customer)).reason == "secret_already_delivered");
    const auto bought = good(shop.engine->subscriptions(shop.rob, customer, {}, {})).items.at(0).id;
    good(shop.engine->execute({.by = shop.rob}, bought, ChangeQuantity{6}));  // before "Done" is pressed
}

TEST_CASE("RES-11 E6-89: from 2020-02-01 an order that names a reseller without the partner agreement is refused") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const CustomerId customer = shop.customer_for({}, "Adatum");
    shop.clock.set(Instant{at("2020-02-01T00:00:00Z").us - 1});
    good(shop.order_for(customer, "4001"));
    shop.clock.set(at("2020-02-01T00:00:00Z"));
    const Error error = refusal_of(shop.order_for(customer, "4001", annual_only));
    CHECK(error.microsoft == 900123);
    good(shop.order_for(customer, "", annual_only));
    good(shop.engine->execute({.by = host()}, shop.relecloud, RecordAgreement{day("2020-02-01")}));
    good(shop.order_for(customer, "4001", base));
}

TEST_CASE("RES-02 E6-90: active subscriptions and cancellable software block the parting, suspended ones do not") {
    SoftwareShop<InMemory> shop;
    shop.clock.set(at("2020-03-01T10:00:00Z"));
    shop.buy_software(::csp::test::office);
    shop.clock.set(at("2020-03-13T10:00:00Z"));  // day 12
    shop.buy(line(base));
    good(shop.suspend(shop.buy(line(annual_only))));
    Actor gail = shop.ann;
    gail.roles = Role::global_admin;
    const Error error = refusal_of(shop.engine->execute({.by = gail}, shop.contoso, RemoveRelationship{}));
    CHECK(error.reason == "active_subscription");
    REQUIRE(error.also.size() == 1);
    CHECK(error.also[0].reason == "cancellable_software");
}

TEST_CASE("SUB-01 E6-100: the name that is given in the cart is the subscription's") {
    SoftwareShop<InMemory> shop;
    OrderLine named = line(base);
    named.friendly_name = "Contoso E3";
    const auto draft = id_in<Order>(good(shop.engine->create<Order>(
        {.by = shop.ann}, DraftOrder{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {named, line(base)}})));
    good(shop.engine->execute({.by = shop.ann}, draft, SubmitOrder{}));
    const auto lines = good(shop.engine->read(shop.ann, draft)).state.lines;
    CHECK(shop.subscription(lines.at(0).subscription).friendly_name == "Contoso E3");
    CHECK(shop.subscription(lines.at(1).subscription).friendly_name.empty());
    CHECK(shop.subscription(shop.bought(shop.place({named})).at(0)).friendly_name == "Contoso E3");
}

TEST_CASE("MKT-01 E6-93: a customer in Azerbaijan buys a server subscription, and no reservation") {
    SoftwareShop<InMemory> shop;
    shop.clock.set(at("2020-01-21T10:00:00Z"));
    const Country az{{'A', 'Z'}};
    for (const ProductId& one : {windows_server, virtual_machine}) {
        good(shop.engine->execute({.by = host()}, one, SetProductPrice{{az, dollars(1'000), day("2018-01-01"), {}}}));
    }
    BillingProfile profile = profile_of("Caspian");
    profile.registration_number = "1400057421";
    profile.address.country = az;
    profile.address.state = "";
    const auto caspian = id_in<Customer>(good(shop.engine->create<Customer>(
        {.by = shop.ann}, CreateCustomer{.partner = shop.fabrikam, .domain = "caspian.example", .profile = profile})));
    const auto buy = [&](const ProductId& product) {
        return shop.engine->create<SoftwareOrder>(
            {.by = shop.ann}, BuySoftware{.customer = caspian, .lines = {{.product = product, .quantity = 1}}});
    };
    CHECK(is_in<Entitlement::Owned>(shop.right(shop.right_of(id_in<SoftwareOrder>(good(buy(windows_server)))))));
    CHECK(refusal_of(buy(virtual_machine)).rule == "MKT-01");
}

TEST_CASE("SUB-01 E6-100: a name that is given in the wizard is the subscription's, too") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    NewCustomerWizard wizard = good(shop.engine->step(shop.pat, {}, StartWizard{shop.relecloud}));
    wizard = good(shop.engine->step(shop.pat, wizard, GiveDetails{"adatum.com", profile_of("Adatum")}));
    const FirstLine named{.offer = base, .quantity = 5, .friendly_name = "Contoso E3"};
    wizard = good(shop.engine->step(shop.pat, wizard, ChooseSubscriptions{{.cycle = Cycle::annual, .lines = {named}}}));
    const auto customer = id_in<Customer>(good(shop.engine->submit({.by = shop.pat}, wizard)).receipt);
    const auto bought = good(shop.engine->subscriptions(shop.pat, customer, {}, {})).items;
    REQUIRE(bought.size() == 1);
    CHECK(bought[0].state.friendly_name == "Contoso E3");
}
