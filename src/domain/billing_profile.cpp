// Checks what a partner writes about its customer.
#include "domain/billing_profile.hpp"

#include <algorithm>
#include <array>

#include "domain/refusals.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

constexpr int registration_not_supported = 600002;
constexpr int registration_missing = 600049;
constexpr int registration_invalid = 600050;
constexpr int phone_missing = 600051;

/// The texts without a form of their own, in the order in which they are asked for.
std::array<NamedText, 10> free_texts_of(const BillingProfile& profile, const Policy& policy) {
    const Address& address = profile.address;
    return {{{"company_name", profile.company_name, policy.company_name_bytes, true},
             {"address.line1", address.line1, policy.address_line_bytes, true},
             {"address.line2", address.line2, policy.address_line_bytes, false},
             {"address.city", address.city, policy.city_bytes, false},
             {"address.state", address.state, policy.state_bytes, false},
             {"address.postal_code", address.postal_code, policy.postal_code_bytes, false},
             {"address.region", address.region, policy.region_bytes, false},
             {"address.first_name", address.first_name, policy.person_name_bytes, true},
             {"address.last_name", address.last_name, policy.person_name_bytes, true},
             {"address.phone", address.phone, policy.phone_bytes, false}}};
}

}  // namespace

std::vector<Error> malformed_texts(const BillingProfile& profile, const Policy& policy) {
    std::vector<Error> out;
    for (const NamedText& text : free_texts_of(profile, policy)) {
        if (!is_good(text)) { out.push_back(not_good(text, "CUS-01")); }
    }
    if (auto country = read_country(profile.address.country.text(), "address.country"); !country) {
        out.push_back(std::move(country).error());
    }
    if (!is_email(profile.email, policy)) {
        out.push_back(invalid("CUS-01", "not_an_email", "email", "the email must be of the form name@example.com"));
    }
    if (!is_culture(profile.culture)) {
        out.push_back(invalid("CUS-01", "not_a_culture", "culture", "the culture must be of the form en-US"));
    }
    if (!is_language(profile.language)) {
        out.push_back(invalid("CUS-01", "not_a_language", "language", "the language must be two letters: en"));
    }
    return out;
}

std::vector<Error> wrong_for_its_country(const BillingProfile& profile, const Policy& policy) {
    const CountryRules* rules = rules_of(profile.address.country, policy.country_rules);
    return rules == nullptr ? std::vector<Error>{} : why_not_valid(profile.address, *rules, policy);
}

std::vector<Error> wrong_registration(const BillingProfile& profile, const Policy& policy) {
    const Country country = profile.address.country;
    const std::string place = " in " + std::string(country.text());
    const std::string& number = profile.registration_number;
    std::vector<Error> out;
    if (std::ranges::count(policy.registration_number_markets, country) == 0) {
        if (!number.empty()) {
            out.push_back(refused("CUS-01", "registration_number_not_supported", "registration_number",
                                  "there is no registration number" + place, registration_not_supported));
        }
        return out;
    }
    const NamedText named{"registration_number", number, policy.registration_number_bytes, true};
    if (!is_good(named)) {
        Error error = not_good(named, "CUS-01");
        error.microsoft = error.reason == "missing" ? registration_missing : registration_invalid;
        out.push_back(std::move(error));
    }
    if (is_blank(profile.address.phone)) {
        out.push_back(
            invalid("CUS-01", "missing", "address.phone", "the address.phone is required" + place, phone_missing));
    }
    return out;
}

}  // namespace csp
