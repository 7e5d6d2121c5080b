// Creating a customer and changing its profile: every check, both ways.
#include "csp/customer.hpp"

#include "domain/people.hpp"

namespace csp {
namespace {

using test::good_enrolment;
using test::good_profile;
using test::noon;
using test::reasons_of;
using test::says;
using Reasons = std::vector<std::string>;

struct Creation : test::Asked<Customer> {
    Partner seller{test::enrolled()};
    CreateCustomer wish{{}, "contoso.com", good_profile()};

    Reasons why_not() {
        facts.partner = &seller;
        const auto event = decide(wish);
        return event ? Reasons{} : reasons_of(event.error());
    }
};

template <class Change>
Reasons why_not_with(Change change) {
    Creation creation;
    change(creation.wish.profile);
    return creation.why_not();
}

TEST_CASE("CUS-01: a customer is created, and cannot be created again") {
    Creation creation;
    creation.facts.partner = &creation.seller;
    creation.wish.partner.bytes.data[0] = 7;
    creation.then<CustomerCreated>(creation.wish);
    CHECK(is_in<Customer::Active>(creation.state));
    CHECK(creation.state.partner == creation.wish.partner);
    CHECK(creation.state.cloud == Cloud::global);
    CHECK(creation.state.profile == good_profile());
    CHECK(creation.state.qualifications.empty());
    CHECK(creation.state.orders_placed == 0);
    CHECK(creation.refusal(creation.wish).reason == "customer_exists");
}

TEST_CASE("CUS-01: nothing can be done with a customer that does not exist") {
    const test::Asked<Customer> asked;
    for (const Customer::Command& command :
         {Customer::Command{UpdateBillingProfile{good_profile()}}, Customer::Command{SetQualification{}},
          Customer::Command{ResolveQualification{}}, Customer::Command{RecordQualification{}},
          Customer::Command{RecordOrder{}}}) {
        const Error error = asked.refusal(command);
        CHECK(error.reason == "not_in_this_phase");
        CHECK(error.allowed == Reasons{"create_customer"});
    }
}

TEST_CASE("CUS-01: each text is plain and within its limit") {
    struct Limit {
        std::string field;
        std::string& (*text)(BillingProfile&);
        std::size_t max_bytes;
        bool is_required;
    };
    const Limit limits[]{
        {"company_name", [](BillingProfile& p) -> std::string& { return p.company_name; }, 256, true},
        {"address.line1", [](BillingProfile& p) -> std::string& { return p.address.line1; }, 200, true},
        {"address.line2", [](BillingProfile& p) -> std::string& { return p.address.line2; }, 200, false},
        {"address.city", [](BillingProfile& p) -> std::string& { return p.address.city; }, 100, false},
        {"address.state", [](BillingProfile& p) -> std::string& { return p.address.state; }, 2, false},
        {"address.postal_code", [](BillingProfile& p) -> std::string& { return p.address.postal_code; }, 20, false},
        {"address.region", [](BillingProfile& p) -> std::string& { return p.address.region; }, 100, false},
        {"address.first_name", [](BillingProfile& p) -> std::string& { return p.address.first_name; }, 50, true},
        {"address.last_name", [](BillingProfile& p) -> std::string& { return p.address.last_name; }, 50, true},
        {"address.phone", [](BillingProfile& p) -> std::string& { return p.address.phone; }, 30, false},
    };
    for (const Limit& limit : limits) {
        CAPTURE(limit.field);
        const auto why_not = [&](const std::string& text) {
            return why_not_with([&](BillingProfile& profile) {
                profile.address.country = Country{{'C', 'A'}};  // a country without rules of its own
                limit.text(profile) = text;
            });
        };
        CHECK(why_not(std::string(limit.max_bytes, 'x')).empty());
        CHECK(why_not(std::string(limit.max_bytes + 1, 'x')) == Reasons{limit.field + ": text_too_long"});
        CHECK(why_not("\t") == Reasons{limit.field + ": not_plain_text"});
        CHECK(why_not("\x80") == Reasons{limit.field + ": not_plain_text"});
        for (const char* blank : {"", " "}) {
            CHECK(why_not(blank) == (limit.is_required ? Reasons{limit.field + ": missing"} : Reasons{}));
        }
    }
}

TEST_CASE("CUS-01: email, culture and language have their form") {
    for (const char* good : {"a@b.co", "ann+x@contoso.com", "\"a@b\"@contoso.com", "a@xn--bcher-kva.example"}) {
        CAPTURE(good);
        CHECK(why_not_with([&](BillingProfile& p) { p.email = good; }).empty());
    }
    for (const char* bad : {"", "a", "@b.co", "a@", "a@b", "a b@c.co", "a@b.co ", "a@b..co", "\n@b.co"}) {
        CAPTURE(bad);
        CHECK(why_not_with([&](BillingProfile& p) { p.email = bad; }) == Reasons{"email: not_an_email"});
    }
    const std::string end = "@contoso.com";
    CHECK(why_not_with([&](BillingProfile& p) { p.email = std::string(254 - end.size(), 'a') + end; }).empty());
    CHECK(why_not_with([&](BillingProfile& p) { p.email = std::string(255 - end.size(), 'a') + end; }).size() == 1);
    CHECK(why_not_with([](BillingProfile& p) { p.culture = "pt-BR"; }).empty());
    for (const char* bad : {"", "en", "en-us", "EN-US", "en_US", "en-USA", "e1-US"}) {
        CHECK(why_not_with([&](BillingProfile& p) { p.culture = bad; }) == Reasons{"culture: not_a_culture"});
    }
    CHECK(why_not_with([](BillingProfile& p) { p.language = "pt"; }).empty());
    for (const char* bad : {"", "e", "eng", "EN", "e "}) {
        CHECK(why_not_with([&](BillingProfile& p) { p.language = bad; }) == Reasons{"language: not_a_language"});
    }
}

TEST_CASE("CUS-01: an address follows the rules of its country, where there are some") {
    CHECK(why_not_with([](BillingProfile& p) { p.address.state = "ZZ"; }) == Reasons{"address.state: unknown_state"});
    CHECK(why_not_with([](BillingProfile& p) { p.address.postal_code = "1234", p.address.city = ""; }) ==
          Reasons{"address.city: missing", "address.postal_code: wrong_form"});
    CHECK(why_not_with([](BillingProfile& p) {
              p.address.country = Country{{'G', 'B'}}, p.address.state = "ZZ", p.address.postal_code = "SW1A 1AA";
          }).empty());
    CHECK(why_not_with([](BillingProfile& p) { p.address.country = {}; }) == Reasons{"address.country: not_a_country"});
}

TEST_CASE("CUS-01: eleven countries ask for a registration number and a phone, the others for neither") {
    const auto profile_of = [](const char* country, const char* number, const char* phone) {
        return [=](BillingProfile& p) {
            p.address.country = *read_country(country);
            p.registration_number = number;
            p.address.phone = phone;
        };
    };
    for (const char* country : {"AM", "AZ", "BY", "HU", "KZ", "KG", "MD", "RU", "TJ", "UZ", "UA"}) {
        CAPTURE(country);
        CHECK(why_not_with(profile_of(country, "12-34", "1")).empty());
        CHECK(why_not_with(profile_of(country, "", "1")) == Reasons{"registration_number: missing"});
        for (const char* blank : {"", " "}) {
            CHECK(why_not_with(profile_of(country, blank, "1")) == Reasons{"registration_number: missing"});
            CHECK(why_not_with(profile_of(country, "12-34", blank)) == Reasons{"address.phone: missing"});
            CHECK(why_not_with(profile_of(country, blank, blank)).size() == 2);
        }
    }
    for (const char* country : {"DE", "GE", "FR"}) {
        CAPTURE(country);
        CHECK(why_not_with(profile_of(country, "", "")).empty());
        CHECK(why_not_with(profile_of(country, "12-34", "1")) ==
              Reasons{"registration_number: registration_number_not_supported"});
    }
}

TEST_CASE("CUS-01: the refusal of a registration number carries Microsoft's number") {
    const auto microsoft = [](const char* country, const std::string& number, const char* phone) {
        Creation creation;
        creation.facts.partner = &creation.seller;
        creation.wish.profile.address.country = *read_country(country);
        creation.wish.profile.registration_number = number;
        creation.wish.profile.address.phone = phone;
        return creation.refusal(creation.wish).microsoft;
    };
    CHECK(microsoft("FR", "1", "1") == 600002);
    CHECK(microsoft("HU", "", "1") == 600049);
    CHECK(microsoft("HU", "\n", "1") == 600050);
    CHECK(microsoft("HU", std::string(65, '1'), "1") == 600050);
    CHECK(microsoft("HU", std::string(64, '1'), "") == 600051);
    CHECK(microsoft("HU", std::string(64, '1'), " ") == 600051);
}

TEST_CASE("CUS-03: a domain is a domain name, kept in lower case") {
    const auto why_not = [](const std::string& domain) {
        Creation creation;
        creation.wish.domain = domain;
        return creation.why_not();
    };
    const std::string label(63, 'a');
    const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'a');  // 253 bytes
    for (const std::string& good :
         {std::string("a.b"), std::string("contoso.onmicrosoft.com"), std::string("1-2.co"), label + ".com", longest}) {
        CAPTURE(good);
        CHECK(why_not(good).empty());
    }
    for (const std::string& bad :
         {std::string(), std::string("contoso"), std::string(".com"), std::string("contoso.com."), std::string("a..b"),
          std::string("-a.com"), std::string("a-.com"), std::string("a b.com"), std::string("a_b.com"),
          std::string("127.0.0.1"),
          std::string("b\xC3\xBC"
                      "cher.de"),
          label + "a.com", longest + "a", std::string("a\0.com", 6)}) {
        CAPTURE(bad);
        CHECK(why_not(bad) == Reasons{"domain: not_a_domain"});
    }
    Creation creation;
    creation.facts.partner = &creation.seller;
    creation.wish.domain = "Contoso.COM";
    creation.then<CustomerCreated>(creation.wish);
    CHECK(creation.state.domain == "contoso.com");
}

TEST_CASE("CUS-03: a domain belongs to one customer, a name may belong to several") {
    Creation creation;
    creation.facts.domain_taken = 1;
    CHECK(creation.why_not() == Reasons{"domain: domain_taken"});
}

TEST_CASE("CUS-01: a customer stays in its country, which is its market") {
    const test::Asked<Customer> asked{.state = test::active_customer()};
    BillingProfile profile = asked.state.profile;
    profile.company_name = "Another Name";
    CHECK(asked.decide(UpdateBillingProfile{profile}));
    profile.address.country = Country{{'C', 'A'}};
    profile.address.state = "ON";
    profile.address.postal_code = "K1A 0B1";
    const Error error = asked.refusal(UpdateBillingProfile{profile});
    CHECK(error.rule == "CUS-01");
    CHECK(error.reason == "country_is_final");
    CHECK(error.field == "address.country");
    CHECK(error.sentence ==
          "the customer's country is its market and stays US; a customer in another country is another customer");
}

TEST_CASE("CUS-01: the partner must exist and be allowed to sell") {
    Creation creation;
    const Error nobody = creation.refusal(creation.wish);
    CHECK(nobody.code == Code::not_found);
    CHECK(nobody.reason == "no_such_partner");

    creation.seller.kind = PartnerKind::indirect_provider;
    CHECK(creation.why_not().empty());
    creation.seller.kind = PartnerKind::indirect_reseller;
    CHECK(creation.why_not() == Reasons{"partner: partner_does_not_buy"});
    creation.seller = test::enrolled();
    evolve(creation.seller, PartnerRestricted{});
    CHECK(creation.why_not() == Reasons{"partner: partner_restricted"});
    evolve(creation.seller, ProgrammeLeft{});
    CHECK(creation.why_not() == Reasons{"partner: partner_not_enrolled"});
}

TEST_CASE("GEN-01: the German cloud takes new customers on 2018-08-30 for the last time") {
    Creation creation;
    creation.seller.cloud = Cloud::germany;
    creation.now = last_moment_of(test::day(2018, 8, 30));
    CHECK(creation.why_not().empty());
    creation.now = us_after(creation.now, 1);
    CHECK(creation.why_not() == Reasons{"partner: cloud_takes_no_new_customers"});

    SUBCASE("those it has can still be served") {
        test::Asked<Customer> existing{.state = test::active_customer(), .now = creation.now};
        existing.state.cloud = Cloud::germany;
        CHECK(existing.decide(UpdateBillingProfile{good_profile()}));
    }
    SUBCASE("by the rules of 2018-03 it goes on") {
        creation.policy = *policy_profile("2018-03");
        CHECK(creation.why_not().empty());
    }
}

TEST_CASE("CUS-01: everything that is wrong is said at once, shape before existence before limits") {
    Creation creation;
    creation.wish.domain = "x";
    creation.wish.profile.company_name = "";
    creation.wish.profile.address.state = "ZZ";
    creation.wish.profile.registration_number = "1";
    creation.facts.domain_taken = 1;
    CHECK(creation.why_not() == Reasons{"company_name: missing", "domain: not_a_domain", "address.state: unknown_state",
                                        "registration_number: registration_number_not_supported",
                                        "domain: domain_taken"});
}

TEST_CASE("CUS-04: the account page: the profile can be changed, and is checked as on creation") {
    test::Asked<Customer> asked{.state = test::active_customer()};
    BillingProfile profile = good_profile();
    profile.company_name = "Contoso Europe";
    profile.address.city = "Bellevue";
    asked.then<BillingProfileUpdated>(UpdateBillingProfile{profile});
    CHECK(asked.state.profile == profile);
    CHECK(asked.state.domain == "contoso.com");

    profile.registration_number = "1";
    profile.address.line1 = "";
    const Error error = asked.refusal(UpdateBillingProfile{profile});
    CHECK(says(error, "address.line1: missing"));
    CHECK(says(error, "registration_number: registration_number_not_supported"));
    profile = good_profile();
    profile.address.state = "ZZ";
    CHECK(says(asked.refusal(UpdateBillingProfile{profile}), "address.state: unknown_state"));
}

TEST_CASE("GEN-04: an order is counted in the record of its customer") {
    test::Asked<Customer> asked{.state = test::active_customer()};
    OrderId order;
    order.bytes.data[15] = 1;
    CHECK(asked.then<OrderRecorded>(RecordOrder{order}).order == order);
    CHECK(asked.state.orders_placed == 1);
    asked.then<OrderRecorded>(RecordOrder{order});
    CHECK(asked.state.orders_placed == 2);
}

}  // namespace
}  // namespace csp
