// The stored names of a partner. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/partner.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(PartnerKind, direct_bill, indirect_provider, indirect_reseller)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Enrolment, (), (company_name, kind, mpn_id, country, cloud, billing_day, billing_currency))
BOOST_DESCRIBE_STRUCT(Debt, (), (invoice, number, last_day))
BOOST_DESCRIBE_STRUCT(Partner::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Partner::Enrolled, (), ())
BOOST_DESCRIBE_STRUCT(Partner::Restricted, (), (reason, since, is_for_debt))
BOOST_DESCRIBE_STRUCT(Partner::Left, (), (left_at))
BOOST_DESCRIBE_STRUCT(Partner, (),
                      (company_name, kind, mpn_id, country, cloud, billing_day, billing_currency, has_agreement,
                       agreement_signed_on, debts, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(EnrolPartner, (), (enrolment))
BOOST_DESCRIBE_STRUCT(ChangeBillingDay, (), (billing_day))
BOOST_DESCRIBE_STRUCT(RestrictPartner, (), (reason))
BOOST_DESCRIBE_STRUCT(ReinstatePartner, (), ())
BOOST_DESCRIBE_STRUCT(RecordAgreement, (), (signed_on))
BOOST_DESCRIBE_STRUCT(LeaveProgramme, (), ())
BOOST_DESCRIBE_STRUCT(NoteDebt, (), (debt))
BOOST_DESCRIBE_STRUCT(ClearDebt, (), (invoice))
BOOST_DESCRIBE_STRUCT(ReinstateAfterDebt, (), ())
BOOST_DESCRIBE_STRUCT(RestrictForDebt, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(PartnerEnrolled, (), (enrolment))
BOOST_DESCRIBE_STRUCT(BillingDayChanged, (), (before, billing_day))
BOOST_DESCRIBE_STRUCT(PartnerRestricted, (), (reason, since, is_for_debt))
BOOST_DESCRIBE_STRUCT(PartnerReinstated, (), (reinstated_at))
BOOST_DESCRIBE_STRUCT(AgreementRecorded, (), (signed_on))
BOOST_DESCRIBE_STRUCT(ProgrammeLeft, (), (left_at))
BOOST_DESCRIBE_STRUCT(DebtNoted, (), (debt))
BOOST_DESCRIBE_STRUCT(DebtCleared, (), (invoice, cleared_on))

}  // namespace csp
