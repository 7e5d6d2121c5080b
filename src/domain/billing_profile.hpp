// Everything that can be wrong with what a partner writes about its customer (extended B1).
#pragma once

#include <vector>

#include "csp/customer.hpp"

namespace csp {

/// Each text that is missing, too long or malformed.
std::vector<Error> malformed_texts(const BillingProfile& profile, const Policy& policy);
/// What the rules of its country say against the address.
std::vector<Error> wrong_for_its_country(const BillingProfile& profile, const Policy& policy);
/// Registration number and phone, which 11 countries ask for.
std::vector<Error> wrong_registration(const BillingProfile& profile, const Policy& policy);

}  // namespace csp
