// Countries, and what each cloud can do.
#include "csp/market.hpp"

#include "csp/policy.hpp"
#include "domain/refusals.hpp"

namespace csp {

Result<Country> read_country(std::string_view text, std::string_view field) {
    const auto is_letter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (text.size() != 2 || !is_letter(text[0]) || !is_letter(text[1])) {
        return invalid("MKT-01", "not_a_country", field,
                       "the " + std::string(field) + " must be two letters from A to Z");
    }
    return Country{{text[0], text[1]}};
}

std::string_view name_of(Cloud cloud) {
    switch (cloud) {
        case Cloud::global: return "global";
        case Cloud::us_government: return "us_government";
        case Cloud::germany: return "germany";
        case Cloud::china_21vianet: return "china_21vianet";
    }
    return "unknown";
}

// clang-format off
CloudCapabilities capabilities_of(Cloud cloud, Date day, const Policy& policy) {
    switch (cloud) {
        //                                           new customers                               trials indirect software quantities requests qualifications
        case Cloud::global:         return {true,                                         true,  true,  true,  true,  true,  true};
        case Cloud::us_government:  return {true,                                         true,  false, false, true,  false, false};
        case Cloud::germany:        return {policy.germany_takes_new_customers.on(day),   true,  true,  false, true,  true,  true};
        case Cloud::china_21vianet: return {true,                                         false, true,  false, false, true,  true};
    }
    return {};
}
// clang-format on

}  // namespace csp
