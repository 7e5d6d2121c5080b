// Addresses against the rules of their country.
#include "csp/country_rules.hpp"

#include "csp/policy.hpp"

#include "domain/people.hpp"

namespace csp {
namespace {

using Reasons = std::vector<std::string>;

Address american() { return test::good_profile().address; }
CountryRules of_the_us() { return built_in_country_rules().front(); }

Reasons why_not_in(const CountryRules& rules, const Address& address) {
    Reasons out;
    for (const Error& error : why_not_valid(address, rules, Policy{})) {
        out.push_back(error.field + ": " + error.reason);
    }
    return out;
}
/// The same address with one field changed.
Reasons why_not_with(std::string Address::*field, const std::string& text) {
    Address address = american();
    address.*field = text;
    return why_not_in(of_the_us(), address);
}

TEST_CASE("CUS-01: an address of the United States needs city, postal code and state") {
    CHECK(why_not_in(of_the_us(), american()).empty());
    for (const char* blank : {"", " ", "  "}) {
        CHECK(why_not_with(&Address::city, blank) == Reasons{"address.city: missing"});
        CHECK(why_not_with(&Address::postal_code, blank) == Reasons{"address.postal_code: missing"});
        CHECK(why_not_with(&Address::state, blank) == Reasons{"address.state: missing"});
    }
    CHECK(why_not_with(&Address::city, " x").empty());
    // A blank phone is none: where one is required that is said once, by the customer's own guard.
    for (const char* none : {"", " "}) { CHECK(why_not_with(&Address::phone, none).empty()); }
}

TEST_CASE("CUS-01: a postal code of the United States has five digits, or five and four") {
    for (const char* good : {"12345", "12345-6789"}) { CHECK(why_not_with(&Address::postal_code, good).empty()); }
    for (const char* bad : {"1234", "123456", "12345-", "12345-678", "12345-67890", "12345 6789", "1234a", " 12345"}) {
        CAPTURE(bad);
        CHECK(why_not_with(&Address::postal_code, bad) == Reasons{"address.postal_code: wrong_form"});
    }
}

TEST_CASE("CUS-01: a state of the United States is one of 51, in capitals") {
    CHECK(of_the_us().states.size() == 51);
    for (const std::string& state : of_the_us().states) { CHECK(why_not_with(&Address::state, state).empty()); }
    for (const char* bad : {"ZZ", "wa", "W", "PR"}) {
        Address address = american();
        address.state = bad;
        const auto errors = why_not_valid(address, of_the_us(), Policy{});
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].reason == "unknown_state");
        CHECK(errors[0].microsoft == 27002);
    }
}

TEST_CASE("CUS-01: a phone of the United States has ten digits in the usual groups") {
    for (const char* good : {"4258828080", "425-882-8080", "425.882.8080", "425 882 8080", "(425) 882-8080",
                             "(425)8828080", "14258828080", "1-425-882-8080", "1 (425) 882/8080"}) {
        CAPTURE(good);
        CHECK(why_not_with(&Address::phone, good).empty());
    }
    for (const char* bad : {"425882808", "42588280800", "+14258828080", "2-425-882-8080", "(425 882 8080", "phone"}) {
        CAPTURE(bad);
        CHECK(why_not_with(&Address::phone, bad) == Reasons{"address.phone: wrong_form"});
    }
}

TEST_CASE("CUS-01: everything wrong with an address is said, in the order city, postal code, state, phone") {
    const Address empty;
    CHECK(why_not_in(of_the_us(), empty) ==
          Reasons{"address.city: missing", "address.postal_code: missing", "address.state: missing"});
    Address wrong = american();
    wrong.city = "", wrong.postal_code = "1", wrong.state = "ZZ", wrong.phone = "1";
    CHECK(why_not_in(of_the_us(), wrong) == Reasons{"address.city: missing", "address.postal_code: wrong_form",
                                                    "address.state: unknown_state", "address.phone: wrong_form"});
    for (const Error& error : why_not_valid(wrong, of_the_us(), Policy{})) {
        CHECK(error.code == Code::invalid);
        CHECK(error.rule == "CUS-01");
        CHECK(error.microsoft == (error.reason == "unknown_state" ? 27002 : 2007));
    }
}

TEST_CASE("CUS-01: a country without requirements takes an empty address, but still no wrong form") {
    CountryRules portugal{.country = Country{{'P', 'T'}}, .postal_code_regex = R"(^\d{4}(-\d{3})?$)"};
    CHECK(why_not_in(portugal, Address{}).empty());
    CHECK(why_not_in(portugal, Address{.postal_code = "1000-001"}).empty());
    CHECK(why_not_in(portugal, Address{.postal_code = "1000"}).empty());
    CHECK(why_not_in(portugal, Address{.postal_code = "100"}) == Reasons{"address.postal_code: wrong_form"});
    CHECK(why_not_in(portugal, Address{.state = "ZZ"}).empty());  // it has no list of states
    const CountryRules with_a_code{.country = Country{{'P', 'T'}}, .is_postal_code_required = true};
    for (const char* blank : {"", " "}) {
        CHECK(why_not_in(with_a_code, Address{.postal_code = blank}) == Reasons{"address.postal_code: missing"});
    }
}

TEST_CASE("CUS-01: the list of states is asked in Canada, China, Mexico and the United States, and nowhere else") {
    const auto why_not = [](const char* country, const char* state) {
        return why_not_in({.country = *read_country(country), .states = {"AA"}}, Address{.state = state});
    };
    for (const char* country : {"CA", "CN", "MX", "US"}) {
        CAPTURE(country);
        CHECK(why_not(country, "AA").empty());
        CHECK(why_not(country, "ZZ") == Reasons{"address.state: unknown_state"});
    }
    for (const char* country : {"AU", "BR", "DE", "IN"}) {
        CAPTURE(country);
        CHECK(why_not(country, "ZZ").empty());
    }
    // That there is one may be required there all the same.
    CountryRules brazil{.country = *read_country("BR"), .is_state_required = true, .states = {"SP"}};
    CHECK(why_not_in(brazil, Address{}) == Reasons{"address.state: missing"});
    // A host that knows better adds the market to its policy.
    Policy policy;
    policy.state_list_markets = {brazil.country};
    CHECK(why_not_valid(Address{.state = "ZZ"}, brazil, policy).at(0).reason == "unknown_state");
    CHECK(why_not_valid(Address{.state = "SP"}, brazil, policy).empty());
}

TEST_CASE("CUS-01: a regular expression that is none is reported, not thrown") {
    CountryRules broken = of_the_us();
    for (const char* expression : {"(", "[", "*", "a{2", "\\"}) {
        broken.postal_code_regex = expression;
        CHECK(why_not_in(broken, american()) == Reasons{"address.postal_code: bad_country_rule"});
    }
}

TEST_CASE("CUS-01: a text of 64 bytes is matched, one of 65 never") {
    CountryRules rules{.country = Country{{'P', 'T'}}, .phone_regex = "(\\d)*"};
    CHECK(why_not_in(rules, Address{.phone = std::string(64, '1')}).empty());
    CHECK(why_not_in(rules, Address{.phone = std::string(65, '1')}) == Reasons{"address.phone: wrong_form"});
    CHECK(why_not_in(rules, Address{.phone = std::string(100'000, '1')}) == Reasons{"address.phone: wrong_form"});
}

TEST_CASE("the rules of a country are found by its letters") {
    const auto all = built_in_country_rules();
    REQUIRE(rules_of(Country{{'U', 'S'}}, all) != nullptr);
    CHECK(rules_of(Country{{'U', 'S'}}, all)->default_culture == "en-US");
    CHECK(rules_of(Country{{'C', 'A'}}, all) == nullptr);
    CHECK(rules_of(Country{}, all) == nullptr);
}

}  // namespace
}  // namespace csp
