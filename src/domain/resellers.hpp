// The reseller that a command names: who may be named at all, and with what words not.
#pragma once

#include <string_view>
#include <vector>

#include "csp/partner.hpp"
#include "csp/policy.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

Error not_an_mpn_id(std::string_view field, std::string_view rule, const Policy& policy);

/// B8: an enrolled indirect reseller, neither restricted nor gone (RES-07).
bool is_enrolled_reseller(const Partner& partner);

/// C2: whether the partner agreement is missing on that day.
bool lacks_agreement(const Partner& partner, const Policy& policy, Date day);
Error agreement_missing(const Partner& reseller, std::string_view field);

/// RES-07: why it is no enrolled reseller. Ask only when is_enrolled_reseller says no.
Error why_not_a_reseller(const Partner* reseller, std::string_view field);

/// RES-12: what stands against a reseller that is named by its id. One that is unknown answers exactly as one without
/// a partnership, since ids of others are nobody's business.
std::vector<Error> wrong_reseller(const ResellerFacts& reseller, std::string_view field, const Policy& policy,
                                  Date day);

/// B8: whether it serves customers in that market. Of one that is not partnered nothing is told.
bool serves_the_region(const ResellerFacts& reseller, Country market);
Error serves_another_region(const ResellerFacts& reseller, Country market, std::string_view field);
/// RES-12: what stands against a reseller that is named for a customer in that market.
std::vector<Error> wrong_reseller_for(Country market, const ResellerFacts& reseller, std::string_view field,
                                      const Policy& policy, Date day);

/// For whom a reseller of record is named: whose customer it is, and where.
struct ServedCustomer {
    PartnerId provider{};
    Country market{};
};
/// RES-13: the same for one that is named by its MPN id, which is no secret: every reason has its own number.
std::vector<Error> wrong_reseller_of_record(std::string_view mpn_id, const ServedCustomer& customer,
                                            const ResellerFacts& reseller, std::string_view field, const Policy& policy,
                                            Date day);

}  // namespace csp
