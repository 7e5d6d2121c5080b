// An address, and what a country asks of it.
//
// Rule: CUS-01; extended B1. The rules of the United States are built in (src/domain/country_rules_us.hpp); a host
// adds those of other countries to Policy::country_rules. A country without rules takes any plain texts.
// Threads: plain values and pure functions.
#pragma once

#include <string>
#include <vector>

#include "csp/market.hpp"
#include "csp/result.hpp"

namespace csp {

/// Where a customer is, and who answers there. Limits in bytes of UTF-8: see Policy.
struct Address {
    std::string line1{};  ///< required
    std::string line2{};
    std::string city{};
    std::string state{};  ///< two letters: "WA"
    std::string postal_code{};
    Country country{};  ///< required: the customer's market
    std::string region{};
    std::string first_name{};  ///< required
    std::string last_name{};   ///< required
    std::string phone{};       ///< required where Policy::registration_number_markets says so
    friend bool operator==(const Address&, const Address&) = default;
};

/// The answer of Microsoft's GET countryvalidationrules. Regular expressions are ECMAScript; an empty one takes all.
struct CountryRules {
    Country country{};
    bool is_state_required{false};
    std::vector<std::string> states{};  ///< empty: any state; asked in the markets of Policy::state_list_markets
    bool is_postal_code_required{false};
    std::string postal_code_regex{};
    bool is_city_required{false};
    std::string phone_regex{};
    // Kept as they came; csp judges by none of these.
    bool is_vat_id_supported{false};
    std::string vat_id_regex{};
    bool is_tax_id_supported{false};
    bool is_tax_id_optional{false};
    std::string default_culture{};
    std::vector<std::string> cultures{};
    std::vector<std::string> languages{};
    std::vector<std::string> calling_codes{};
    friend bool operator==(const CountryRules&, const CountryRules&) = default;
};

/// Everything that is wrong, in Microsoft's order: city, postal code, state required, state in the list, phone.
/// An empty phone is not looked at. 27002 is Microsoft's number for a state that is not in the list, 2007 for the
/// rest (it wraps 60071). A regular expression that is none is reported as `bad_country_rule`, never thrown.
/// Texts longer than 64 bytes match no expression, so that matching stays short.
/// The list of states is asked only where Policy::state_list_markets says so.
std::vector<Error> why_not_valid(const Address& address, const CountryRules& rules, const Policy& policy);

/// Those that csp brings: the United States.
std::vector<CountryRules> built_in_country_rules();

/// The rules of that country, or nullptr.
const CountryRules* rules_of(Country country, const std::vector<CountryRules>& all);

}  // namespace csp
