// Microsoft's rules for the addresses of a country.
#include "codec/country_import.hpp"

#include <doctest/doctest.h>

using namespace csp;

namespace {

Error refusal_of(std::string_view json) {
    const auto rules = codec::import_country_rules(json);
    REQUIRE_FALSE(rules.has_value());
    CHECK(rules.error().rule == "CUS-01");
    return rules.error();
}

}  // namespace

TEST_CASE("CUS-01: the rules of a country are read from Microsoft's answer") {
    const auto rules = codec::import_country_rules(R"({
        "iso2Code": "PT", "defaultCulture": "pt-PT", "isStateRequired": true, "supportedStatesList": ["A", "B"],
        "supportedLanguagesList": ["pt"], "supportedCulturesList": ["pt-PT"], "isPostalCodeRequired": true,
        "postalCodeRegex": "^\\d{4}(-\\d{3})?$", "isCityRequired": true, "isVatIdSupported": true, "vatIdRegex": "^PT",
        "phoneNumberRegex": "^\\d+$", "isTaxIdSupported": true, "isTaxIdOptional": true,
        "countryCallingCodesList": ["351"], "newField": [1]})");
    REQUIRE(rules.has_value());
    CHECK((*rules == CountryRules{.country = Country{{'P', 'T'}},
                                  .is_state_required = true,
                                  .states = {"A", "B"},
                                  .is_postal_code_required = true,
                                  .postal_code_regex = R"(^\d{4}(-\d{3})?$)",
                                  .is_city_required = true,
                                  .phone_regex = R"(^\d+$)",
                                  .is_vat_id_supported = true,
                                  .vat_id_regex = "^PT",
                                  .is_tax_id_supported = true,
                                  .is_tax_id_optional = true,
                                  .default_culture = "pt-PT",
                                  .cultures = {"pt-PT"},
                                  .languages = {"pt"},
                                  .calling_codes = {"351"}}));
}

TEST_CASE("what is missing or null asks for nothing") {
    const auto rules = codec::import_country_rules("\xEF\xBB\xBF{\"iso2Code\":\"PT\",\"vatIdRegex\":null}");
    REQUIRE(rules.has_value());
    CHECK((*rules == CountryRules{.country = Country{{'P', 'T'}}}));
}

TEST_CASE("CUS-01: rules that cannot be read are refused with their field") {
    CHECK(refusal_of("{").reason == "not_json");
    CHECK(refusal_of("[]").reason == "not_an_object");
    CHECK(refusal_of("{}").field == "iso2Code");
    CHECK(refusal_of(R"({"iso2Code":"Portugal"})").field == "iso2Code");
    CHECK(refusal_of(R"({"iso2Code":"PT","isCityRequired":"true"})").sentence == "isCityRequired is not true or false");
    CHECK(refusal_of(R"({"iso2Code":"PT","supportedStatesList":["A",1]})").field == "supportedStatesList");
    CHECK(refusal_of(R"({"iso2Code":"PT","iso2Code":"US"})").reason == "repeated_field");
    CHECK(refusal_of(R"({"iso2Code":"PT","\u0069so2Code":"US"})").reason == "repeated_field");
}
