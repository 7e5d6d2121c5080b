// A provider, a reseller and the request that is to join them, for tests.
#pragma once

#include <string>

#include "csp/partnership.hpp"
#include "domain/goods.hpp"
#include "domain/people.hpp"

namespace csp::test {

inline const PartnerId provider_id = id<Partner>(1);
inline const PartnerId reseller_id = id<Partner>(7);
inline const std::string good_digest(64, 'a');

/// Enrolled as that, the agreement signed.
inline Partner partner_of(PartnerKind kind, std::string mpn_id, std::string name) {
    Enrolment enrolment = good_enrolment();
    enrolment.kind = kind;
    enrolment.mpn_id = std::move(mpn_id);
    enrolment.company_name = std::move(name);
    Partner partner;
    evolve(partner, PartnerEnrolled{enrolment});
    evolve(partner, AgreementRecorded{Date{}});
    return partner;
}
inline const Partner provider = partner_of(PartnerKind::indirect_provider, "1001", "Fabrikam");
inline const Partner reseller = partner_of(PartnerKind::indirect_reseller, "2001", "Relecloud");

inline ResellerFacts good_reseller() { return {.id = reseller_id, .partner = &reseller, .is_partnered = true}; }
inline RequestPartnership good_request() {
    return {.provider = provider_id, .reseller_email = "bob@relecloud.com", .text = {}, .link_digest = good_digest};
}

}  // namespace csp::test
