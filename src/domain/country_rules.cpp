// Checks an address by the rules of its country.
#include "csp/country_rules.hpp"

#include <algorithm>
#include <locale>
#include <regex>

#include "base/malformed.hpp"
#include "csp/policy.hpp"
#include "domain/country_rules_us.hpp"
#include "domain/refusals.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

constexpr std::size_t longest_matched_bytes = 64;
constexpr int invalid_address = 2007;
constexpr int invalid_property = 27002;

enum class Match { yes, no, the_rule_is_bad };

Match match(const std::string& text, const std::string& expression) {
    if (expression.empty()) { return Match::yes; }
    try {
        std::regex rule;
        rule.imbue(std::locale::classic());  // the same answer whatever locale the host has set
        rule.assign(expression, std::regex::ECMAScript);
        return text.size() <= longest_matched_bytes && std::regex_match(text, rule) ? Match::yes : Match::no;
    } catch (const std::regex_error&) { return Match::the_rule_is_bad; }
}

std::string in_country(const CountryRules& rules) { return " in " + std::string(rules.country.text()); }

Error missing(std::string_view field, const CountryRules& rules) {
    return invalid("CUS-01", "missing", field, "the " + std::string(field) + " is required" + in_country(rules),
                   invalid_address);
}

void require_match(const std::string& text, const std::string& expression, std::string_view field,
                   const CountryRules& rules, std::vector<Error>& out) {
    if (is_blank(text)) { return; }  // where it is required it is missing, which is said once
    const Match matched = match(text, expression);
    if (matched == Match::no) {
        out.push_back(invalid("CUS-01", "wrong_form", field,
                              "the " + std::string(field) + " does not have the form it has" + in_country(rules),
                              invalid_address));
    }
    if (matched == Match::the_rule_is_bad) {
        out.push_back(invalid(
            "CUS-01", "bad_country_rule", field,
            "the policy's expression for the " + std::string(field) + in_country(rules) + " is no regular expression",
            0));
    }
}

void require_listed_state(const std::string& state, const CountryRules& rules, std::vector<Error>& out) {
    if (is_blank(state) || rules.states.empty() || std::ranges::count(rules.states, state) > 0) { return; }
    out.push_back(invalid("CUS-01", "unknown_state", "address.state",
                          "the address.state " + quoted(state) + " is not one of the states" + in_country(rules),
                          invalid_property));
}

}  // namespace

std::vector<Error> why_not_valid(const Address& address, const CountryRules& rules, const Policy& policy) {
    std::vector<Error> out;
    if (rules.is_city_required && is_blank(address.city)) { out.push_back(missing("address.city", rules)); }
    if (rules.is_postal_code_required && is_blank(address.postal_code)) {
        out.push_back(missing("address.postal_code", rules));
    }
    require_match(address.postal_code, rules.postal_code_regex, "address.postal_code", rules, out);
    if (rules.is_state_required && is_blank(address.state)) { out.push_back(missing("address.state", rules)); }
    if (std::ranges::count(policy.state_list_markets, rules.country) > 0) {
        require_listed_state(address.state, rules, out);
    }
    require_match(address.phone, rules.phone_regex, "address.phone", rules, out);
    return out;
}

std::vector<CountryRules> built_in_country_rules() { return {rules_of_the_united_states()}; }

const CountryRules* rules_of(Country country, const std::vector<CountryRules>& all) {
    const auto found = std::ranges::find(all, country, &CountryRules::country);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace csp
