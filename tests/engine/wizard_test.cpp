// The new-customer wizard: nothing before it is submitted, everything in one commit then, and a password seen once.
#include <doctest/doctest.h>

#include <sodium.h>

#include <map>

#include "engine/decorated_storage.hpp"
#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

FirstLine first(const OfferId& offer, std::int32_t quantity = 5, std::string mpn_id = {}) {
    return {.offer = offer, .quantity = quantity, .reseller_mpn_id = std::move(mpn_id)};
}

template <class Store>
struct WizardShop : ResellerShop<Store> {
    using ResellerShop<Store>::engine;
    PartnershipId partnership{this->join(this->rob)};

    NewCustomerWizard step(const NewCustomerWizard& wizard, const NewCustomerWizard::Command& command) {
        return good(engine->step(this->pat, wizard, command));
    }
    NewCustomerWizard started() { return step({}, StartWizard{this->relecloud}); }
    NewCustomerWizard with_details(const std::string& name = "Adatum") {
        return step(started(), GiveDetails{lower_ascii(name) + ".com", profile_of(name)});
    }
    NewCustomerWizard at_review(const std::string& name = "Adatum") {
        FirstOrder order{.cycle = Cycle::annual, .lines = {first(base, 5, "4001"), first(add_on, 2)}};
        order.lines[1].parent_line = 0;
        return step(with_details(name), ChooseSubscriptions{order});
    }
    std::size_t customers() { return good(engine->customers(this->pat, {}, {})).items.size(); }
};

bool is_password_of(const std::string& hash, const Secret& password) {
    const std::string_view plain = password.reveal();
    return crypto_pwhash_str_verify(hash.c_str(), plain.data(), plain.size()) == 0;
}

}  // namespace

TEST_CASE_TEMPLATE("RES-16: customer, order, subscriptions, grant and admin user are one commit", Store,
                   CSP_BOTH_STORES) {
    WizardShop<Store> shop;
    NewCustomerWizard wizard = shop.at_review();
    const std::uint64_t before = shop.feed_length();
    CHECK(shop.customers() == 0);
    const SetupInfo info = good(shop.engine->submit({.by = shop.pat}, wizard));
    CHECK(is_in<NewCustomerWizard::Confirmed>(wizard));

    const CustomerId customer = id_in<Customer>(info.receipt);
    const Customer state = shop.customer_state(customer);
    CHECK(state.partner == shop.wingtip);
    CHECK(state.reseller == shop.relecloud);  // CUS-06
    CHECK(state.orders_placed == 1);
    CHECK(good(shop.engine->customers(shop.pat, {.reseller = shop.relecloud}, {})).items.size() == 1);
    const auto bought = good(shop.engine->subscriptions(shop.rob, customer, {}, {})).items;  // RES-17: access at once
    REQUIRE(bought.size() == 2);
    std::map<OfferId, Subscription> by_offer;
    for (const auto& one : bought) { by_offer[one.state.offer] = one.state; }
    CHECK(by_offer.at(base).reseller_mpn_id == "4001");
    CHECK(by_offer.at(add_on).reseller_mpn_id.empty());
    CHECK_FALSE(by_offer.at(add_on).parent.is_nil());
    CHECK(good(shop.engine->orders(shop.pat, customer, {})).items.size() == 1);
    CHECK(texts_of(shop.feed(before)).size() == 5);  // customer, order, two subscriptions, the order counted
    CHECK(info.receipt.events == 5);
}

TEST_CASE_TEMPLATE("RES-16: after a cancel, and after a wizard that is forgotten, there is nothing", Store,
                   CSP_BOTH_STORES) {
    WizardShop<Store> shop;
    const std::uint64_t before = shop.feed_length();
    NewCustomerWizard wizard = shop.at_review();
    good(shop.engine->review(shop.pat, wizard));
    wizard = shop.step(wizard, CancelWizard{});
    CHECK(is_in<NewCustomerWizard::Aborted>(wizard));
    CHECK(wizard.domain.empty());
    CHECK(refusal_of(shop.engine->submit({.by = shop.pat}, wizard)).reason == "aborted");
    shop.at_review("Forgotten");
    shop.step(shop.started(), CancelWizard{});
    shop.step(shop.with_details(), CancelWizard{});
    CHECK(shop.feed_length() == before);
    CHECK(shop.customers() == 0);
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.empty());
}

TEST_CASE_TEMPLATE("RES-16: a customer whose order cannot be placed is not created either", Store, CSP_BOTH_STORES) {
    WizardShop<Store> shop;
    NewCustomerWizard wizard = shop.at_review();
    good(shop.engine->execute({.by = host()}, base, WithdrawListing{us}));  // while the review is looked at
    const Error error = refusal_of(shop.engine->submit({.by = shop.pat}, wizard));
    CHECK(error.field == "lines[0].offer");
    CHECK(is_in<NewCustomerWizard::Review>(wizard));
    CHECK(shop.customers() == 0);
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.empty());
    CHECK(refusal_of(shop.engine->customer_by_domain(shop.pat, "adatum.com")).code == Code::not_found);
}

TEST_CASE("RES-16: submitting is no step: it would confirm what nobody has stored") {
    WizardShop<InMemory> shop;
    NewCustomerWizard wizard = shop.at_review();
    CHECK(refusal_of(shop.engine->step(shop.pat, wizard, SubmitWizard{})).reason == "not_a_step");
    CHECK(shop.customers() == 0);
    good(shop.engine->submit({.by = shop.pat}, wizard));
    CHECK(shop.customers() == 1);
}

TEST_CASE("RES-16: the pages come in their order, each with what is wrong on it") {
    WizardShop<InMemory> shop;
    const auto refused = [&](const NewCustomerWizard& wizard, const NewCustomerWizard::Command& command) {
        return refusal_of(shop.engine->step(shop.pat, wizard, command));
    };
    CHECK(refused({}, GiveDetails{}).code == Code::refused);
    CHECK(refused({}, StartWizard{}).reason == "partnership_not_active");
    CHECK(refused({}, StartWizard{shop.margie}).reason == "partnership_not_active");
    CHECK(refused({}, StartWizard{id<Partner>(0xEE)}).reason == "partnership_not_active");

    const NewCustomerWizard details = shop.started();
    BillingProfile wrong = profile_of("Adatum");
    wrong.email = "ben";
    CHECK(says(refused(details, GiveDetails{"adatum", wrong}), "domain: not_a_domain"));
    CHECK(says(refused(details, GiveDetails{"adatum", wrong}), "email: not_an_email"));
    CHECK(says(refused(details, GiveDetails{"contoso.com", profile_of("Adatum")}), "domain: domain_taken"));
    CHECK(refused(details, ChooseSubscriptions{}).code == Code::refused);

    const NewCustomerWizard subscriptions = shop.with_details();
    const auto choose = [](std::vector<FirstLine> lines) {
        return ChooseSubscriptions{{.cycle = Cycle::annual, .lines = std::move(lines)}};
    };
    CHECK(refused(subscriptions, choose({})).reason == "line_count_out_of_range");
    CHECK(says(refused(subscriptions, choose({first(base, 0)})), "lines[0].quantity: quantity_out_of_range"));
    CHECK(says(refused(subscriptions, choose({first(base), first(one_only, 1'000'000)})),
               "lines[1].quantity: quantity_out_of_range"));
    CHECK(
        says(refused(subscriptions, choose({first(base, 5, "3001")})), "lines[0].reseller_mpn_id: mpn_id_of_provider"));
    CHECK(says(refused(subscriptions, choose(std::vector<FirstLine>(1'000'000))), "lines: line_count_out_of_range"));
    CHECK(refused(subscriptions, GiveDetails{}).code == Code::refused);

    NewCustomerWizard wizard = shop.at_review();
    good(shop.engine->submit({.by = shop.pat}, wizard));
    for (const NewCustomerWizard::Command& command :
         {NewCustomerWizard::Command{CancelWizard{}}, NewCustomerWizard::Command{GiveDetails{}}}) {
        CHECK(refused(wizard, command).reason == "no_way_back");
    }
    CHECK(refusal_of(shop.engine->submit({.by = shop.pat}, wizard)).reason == "no_way_back");
    wizard = shop.step(wizard, FinishWizard{});
    CHECK(is_in<NewCustomerWizard::Closed>(wizard));
}

TEST_CASE("RES-16: the review shows lines, prices, dates, and what each reseller gets") {
    WizardShop<InMemory> shop;
    shop.clock.set(at("2019-03-05T10:00:00Z"));
    const WizardReview review = good(shop.engine->review(shop.pat, shop.at_review()));
    REQUIRE(review.lines.size() == 2);
    CHECK(review.lines[0].offer == base);
    CHECK(review.lines[0].name == "Base");
    CHECK(review.lines[0].quantity == 5);
    CHECK(review.lines[0].unit_price == dollars(4));
    CHECK(review.lines[0].monthly_amount == dollars(20));
    CHECK(review.lines[0].term.start == day("2019-03-05"));
    CHECK(review.lines[0].wrong.empty());
    CHECK(review.lines[1].offer == add_on);
    REQUIRE(review.resellers.size() == 1);
    CHECK(review.resellers[0].mpn_id == "4001");
    CHECK(review.resellers[0].company_name == "Relecloud");
    CHECK(review.resellers[0].grants == std::vector<GrantKind>{GrantKind::reseller_admin});
    CHECK(review.resellers[0].lines == std::vector<std::size_t>{0});
    CHECK(review.coming.size() == 2);
    // What is bought then is what was shown.
    NewCustomerWizard wizard = shop.at_review();
    const SetupInfo info = good(shop.engine->submit({.by = shop.pat}, wizard));
    for (const auto& one : good(shop.engine->subscriptions(shop.pat, id_in<Customer>(info.receipt), {}, {})).items) {
        const LineReview& line = review.lines[one.state.offer == base ? 0 : 1];
        CHECK(one.state.unit_price == line.unit_price);
        CHECK(in<Subscription::Active>(one.state).term == line.term);
        CHECK(one.state.first_billed_on == line.first_billed_on);
    }
}

TEST_CASE_TEMPLATE("CUS-07: the password is shown once and kept as an Argon2id hash", Store, CSP_BOTH_STORES) {
    WizardShop<Store> shop;
    NewCustomerWizard wizard = shop.at_review();
    const Request request{.by = shop.pat, .id = id<RequestTag>(5)};
    const SetupInfo info = good(shop.engine->submit(request, wizard));
    CHECK(info.user_name == "admin@adatum.com");
    CHECK(info.password.reveal().size() == 16);
    const CustomerId customer = id_in<Customer>(info.receipt);
    CHECK(good(shop.engine->read(shop.pat, customer)).state.admin_user == AdminUser{info.user_name, {}});
    CHECK(good(shop.engine->read(shop.rob, customer)).state.admin_user == AdminUser{info.user_name, {}});
    for (const Happening& one : good(shop.engine->history(shop.pat, customer, 0, 1))) {
        const auto& created = std::get<CustomerCreated>(std::get<Customer::Event>(one.event));
        CHECK(created.admin_user.password_hash.empty());
    }
    const AdminUser stored = shop.customer_state(customer).admin_user;
    CHECK(stored.user_name == info.user_name);
    CHECK(stored.password_hash.starts_with("$argon2id$"));
    CHECK(is_password_of(stored.password_hash, info.password));

    const SetupInfo repeated = good(shop.engine->submit(request, wizard));
    CHECK(repeated.receipt.is_repeated);
    CHECK(repeated.receipt.id == info.receipt.id);
    CHECK(repeated.user_name == info.user_name);
    CHECK(repeated.password.is_empty());
    CHECK(is_password_of(shop.customer_state(customer).admin_user.password_hash, info.password));

    const Error second = refusal_of(shop.engine->setup_info(shop.pat, customer));  // E6-86
    CHECK(second.rule == "CUS-07");
    CHECK(second.reason == "secret_already_delivered");
    CHECK(refusal_of(shop.engine->setup_info(shop.rob, customer)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->setup_info(shop.pat, shop.customer_for({}, "Plain"))).reason == "no_setup_info");
}

TEST_CASE("CUS-07: the admin user is of the customer's domain") {
    ResellerShop<InMemory> shop;
    const auto with_user = [&](const std::string& user) {
        return shop.engine->create_customer(
            {.by = shop.pat},
            {.domain = "Adatum.com", .profile = profile_of("Adatum"), .admin_user = {.user_name = user}});
    };
    CHECK(refusal_of(with_user("admin@other.com")).reason == "not_an_admin_user");
    CHECK(refusal_of(with_user("adatum.com")).reason == "not_an_admin_user");
    CHECK(refusal_of(with_user(std::string(65, 'x') + "@adatum.com")).reason == "not_an_admin_user");
    CHECK(good(with_user(std::string(64, 'x') + "@adatum.com")).user_name == std::string(64, 'x') + "@adatum.com");
    CHECK(refusal_of(shop.engine->template create<Customer>({.by = shop.pat},
                                                            CreateCustomer{.domain = "x.com",
                                                                           .profile = profile_of("X"),
                                                                           .admin_user = {.user_name = "admin@x.com"}}))
              .reason == "not_an_admin_user");  // without the hash of a password
}

TEST_CASE("CUS-07: whatever the dice show, a password has a capital, a small letter and a digit") {
    class Dice final : public SecretSource {
    public:
        explicit Dice(std::byte all) : all_(all) {}
        void fill(std::span<std::byte> out) override { std::ranges::fill(out, all_); }

    private:
        std::byte all_;
    };
    for (const int value : {0, 1, 127, 128, 255}) {
        Dice dice(static_cast<std::byte>(value));
        ResellerShop<InMemory> shop;
        const auto engine = good(Engine::open(*shop.store.storage, shop.clock, {.ids = &shop.ids, .secrets = &dice}));
        const SetupInfo info =
            good(engine->create_customer({.by = shop.pat}, {.domain = "adatum.com", .profile = profile_of("Adatum")}));
        const std::string password(info.password.reveal());
        CHECK(password.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos);
        CHECK(password.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos);
        CHECK(password.find_first_of("0123456789") != std::string::npos);
    }
}

TEST_CASE("RES-16: the wizard is for those who may add customers") {
    WizardShop<InMemory> shop;
    Actor helper = shop.pat;
    helper.roles = Role::helpdesk_agent;
    CHECK(refusal_of(shop.engine->step(helper, {}, StartWizard{shop.relecloud})).code == Code::forbidden);
    CHECK(refusal_of(shop.engine->review(helper, shop.at_review())).code == Code::forbidden);
    NewCustomerWizard wizard = shop.at_review();
    CHECK(refusal_of(shop.engine->submit({.by = helper}, wizard)).code == Code::forbidden);
    CHECK(shop.customers() == 0);
}
