// Microsoft's rules for addresses of one country: the answer of GET countryvalidationrules, as it is.
// The format stands in docs/imports.md. Threads: pure functions.
#pragma once

#include <string_view>

#include "csp/country_rules.hpp"
#include "csp/result.hpp"

namespace csp::codec {

/// Refused (Code::invalid, CUS-01) when it is no JSON, names no country, or has a field of the wrong type or twice.
/// Fields that csp does not know are ignored, those that are missing or null ask for nothing. Regular expressions are
/// not tried here: one that is none is told when the first address meets it.
Result<CountryRules> import_country_rules(std::string_view json);

}  // namespace csp::codec
