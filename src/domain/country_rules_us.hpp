// What Microsoft published about addresses and tax ids in the United States.
#pragma once

#include "csp/country_rules.hpp"

namespace csp {

inline CountryRules rules_of_the_united_states() {
    return {.country = Country{{'U', 'S'}},
            .is_state_required = true,
            .states = {"AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA",
                       "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS",
                       "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA",
                       "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY"},
            .is_postal_code_required = true,
            .postal_code_regex = R"(^\d{5}(-\d{4})?$)",
            .is_city_required = true,
            .phone_regex = R"(^(1[ \-\/\.]?)?(\((\d{3})\)|(\d{3}))[ \-\/\.]?(\d{3})[ \-\/\.]?(\d{4})$)",
            .is_vat_id_supported = false,
            .is_tax_id_supported = true,
            .is_tax_id_optional = true,
            .default_culture = "en-US",
            .cultures = {"en-US", "es-US"},
            .languages = {"en", "es"},
            .calling_codes = {"1"}};
}

}  // namespace csp
