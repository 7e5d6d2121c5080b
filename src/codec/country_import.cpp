#include "codec/country_import.hpp"

#include <boost/json/object.hpp>

#include <array>

#include "base/malformed.hpp"
#include "base/utf8.hpp"
#include "codec/foreign.hpp"
#include "codec/json_text.hpp"

namespace csp::codec {
namespace {

constexpr std::string_view rule = "CUS-01";

struct CountryField {
    std::string_view microsoft{};
    Complaint (*read)(const boost::json::value& json, CountryRules& out){};
};

template <auto Member>
constexpr CountryField field(std::string_view microsoft) {
    return CountryField{
        microsoft, [](const boost::json::value& json, CountryRules& out) { return read_foreign(json, out.*Member); }};
}

constexpr std::array fields{
    field<&CountryRules::country>("iso2Code"),
    field<&CountryRules::is_state_required>("isStateRequired"),
    field<&CountryRules::states>("supportedStatesList"),
    field<&CountryRules::is_postal_code_required>("isPostalCodeRequired"),
    field<&CountryRules::postal_code_regex>("postalCodeRegex"),
    field<&CountryRules::is_city_required>("isCityRequired"),
    field<&CountryRules::phone_regex>("phoneNumberRegex"),
    field<&CountryRules::is_vat_id_supported>("isVatIdSupported"),
    field<&CountryRules::vat_id_regex>("vatIdRegex"),
    field<&CountryRules::is_tax_id_supported>("isTaxIdSupported"),
    field<&CountryRules::is_tax_id_optional>("isTaxIdOptional"),
    field<&CountryRules::default_culture>("defaultCulture"),
    field<&CountryRules::cultures>("supportedCulturesList"),
    field<&CountryRules::languages>("supportedLanguagesList"),
    field<&CountryRules::calling_codes>("countryCallingCodesList"),
};

}  // namespace

Result<CountryRules> import_country_rules(std::string_view json) {
    auto parsed = parse_foreign(json, rule);
    if (!parsed) { return std::move(parsed).error(); }
    const auto* const object = parsed->if_object();
    if (object == nullptr) { return malformed(rule, "not_an_object", "the file is not a JSON object", ""); }
    if (const auto key = repeated_name(without_byte_order_mark(json))) {
        return malformed(rule, "repeated_field", "the field " + quoted(*key) + " stands there twice", *key);
    }
    CountryRules rules;
    for (const CountryField& one : fields) {
        const auto* const value = object->if_contains(one.microsoft);
        if (value == nullptr || value->is_null()) { continue; }
        if (const Complaint complaint = one.read(*value, rules); !complaint.empty()) {
            return malformed(rule, "malformed_field", std::string(one.microsoft) + " " + complaint, one.microsoft);
        }
    }
    if (rules.country == Country{}) {
        return malformed(rule, "missing_field", "the rules must name their country in iso2Code", "iso2Code");
    }
    return rules;
}

}  // namespace csp::codec
