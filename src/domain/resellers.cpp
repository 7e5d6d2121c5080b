#include "domain/resellers.hpp"

#include <string>

#include "base/malformed.hpp"
#include "domain/refusals.hpp"

namespace csp {

bool is_enrolled_reseller(const Partner& partner) {
    return partner.kind == PartnerKind::indirect_reseller && is_in<Partner::Enrolled>(partner);
}

Error not_an_mpn_id(std::string_view field, std::string_view rule, const Policy& policy) {
    return invalid(rule, "not_an_mpn_id", field,
                   "the MPN id must have from 1 to " + std::to_string(policy.mpn_id_digits) + " digits", 800015);
}

bool lacks_agreement(const Partner& partner, const Policy& policy, Date day) {
    return policy.partner_agreement_needed.on(day) && !partner.has_agreement;
}

Error agreement_missing(const Partner& reseller, std::string_view field) {
    return refused("RES-11", "partner_agreement_missing", field,
                   "the reseller " + quoted(reseller.company_name) + " has not signed the Microsoft Partner Agreement",
                   900123);
}

Error why_not_a_reseller(const Partner* reseller, std::string_view field) {
    if (reseller == nullptr) {
        return refused("RES-07", "no_account", field, "the reseller has no Partner Center account");
    }
    const std::string named = quoted(reseller->company_name);
    if (reseller->kind != PartnerKind::indirect_reseller) {
        return refused("RES-07", "not_enrolled_as_reseller", field,
                       named + " is not enrolled as an indirect reseller in the programme", 800016);
    }
    if (const auto* restricted = std::get_if<Partner::Restricted>(&reseller->phase)) {
        return refused("RES-07", "partner_restricted", field,
                       named + " is restricted since " + text_of(restricted->since));
    }
    return refused("RES-07", "reseller_left", field, "the reseller " + named + " has left the programme", 800039);
}

std::vector<Error> wrong_reseller(const ResellerFacts& reseller, std::string_view field, const Policy& policy,
                                  Date day) {
    if (reseller.partner == nullptr || !reseller.is_partnered) {
        return {refused("RES-12", "partnership_not_active", field, "there is no active partnership with that reseller",
                        2071)};
    }
    if (!is_enrolled_reseller(*reseller.partner)) { return {why_not_a_reseller(reseller.partner, field)}; }
    if (lacks_agreement(*reseller.partner, policy, day)) { return {agreement_missing(*reseller.partner, field)}; }
    return {};
}

bool serves_the_region(const ResellerFacts& reseller, Country market) {
    return reseller.partner == nullptr || !reseller.is_partnered ||
           are_in_one_region(reseller.partner->country, market);
}

Error serves_another_region(const ResellerFacts& reseller, Country market, std::string_view field) {
    return refused("RES-12", "another_region", field,
                   "the reseller is in " + std::string(reseller.partner->country.text()) +
                       ", and the customer in another region: " + std::string(market.text()),
                   2030);
}

std::vector<Error> wrong_reseller_for(Country market, const ResellerFacts& reseller, std::string_view field,
                                      const Policy& policy, Date day) {
    std::vector<Error> out = wrong_reseller(reseller, field, policy, day);
    if (!serves_the_region(reseller, market)) { out.push_back(serves_another_region(reseller, market, field)); }
    return out;
}

std::vector<Error> wrong_reseller_of_record(std::string_view mpn_id, const ServedCustomer& customer,
                                            const ResellerFacts& reseller, std::string_view field, const Policy& policy,
                                            Date day) {
    if (mpn_id.empty()) { return {}; }
    if (!is_mpn_id(mpn_id, policy)) { return {not_an_mpn_id(field, "RES-13", policy)}; }
    const std::string named = quoted(mpn_id);
    if (reseller.partner == nullptr) {
        return {refused("RES-13", "mpn_id_unknown", field, "no partner has the MPN id " + named, 800015)};
    }
    if (reseller.id == customer.provider) {
        return {refused("RES-13", "mpn_id_of_provider", field,
                        "the MPN id " + named + " is the provider's own; it must be an indirect reseller's", 2072)};
    }
    if (reseller.partner->kind != PartnerKind::indirect_reseller) {
        return {refused("RES-13", "not_an_indirect_reseller", field,
                        "the MPN id " + named + " is not an indirect reseller's", 800016)};
    }
    return wrong_reseller_for(customer.market, reseller, field, policy, day);
}

}  // namespace csp
