// The stored names of a partnership. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/partnership.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Partnership::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Partnership::Requested, (), (requested_at))
BOOST_DESCRIBE_STRUCT(Partnership::Active, (), (accepted_at, is_provider_admin))
BOOST_DESCRIBE_STRUCT(Partnership::Declined, (), (declined_at))
BOOST_DESCRIBE_STRUCT(Partnership::Withdrawn, (), (withdrawn_at))
BOOST_DESCRIBE_STRUCT(Partnership::Removed, (), (removed_at))
BOOST_DESCRIBE_STRUCT(Partnership, (), (provider, reseller, reseller_email, text, link_digest, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(RequestPartnership, (), (provider, reseller_email, text, link_digest))
BOOST_DESCRIBE_STRUCT(EditRequest, (), (text, link_digests))
BOOST_DESCRIBE_STRUCT(AcceptPartnership, (), (reseller, link_digest, is_authorised))
BOOST_DESCRIBE_STRUCT(DeclinePartnership, (), (link_digest))
BOOST_DESCRIBE_STRUCT(WithdrawRequest, (), ())
BOOST_DESCRIBE_STRUCT(RemovePartnership, (), (is_confirmed))
BOOST_DESCRIBE_STRUCT(RevokeProviderAccess, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(PartnershipRequested, (), (provider, reseller_email, text, link_digest, requested_at))
BOOST_DESCRIBE_STRUCT(RequestEdited, (), (text))
BOOST_DESCRIBE_STRUCT(PartnershipAccepted, (), (reseller, accepted_at))
BOOST_DESCRIBE_STRUCT(PartnershipDeclined, (), (declined_at))
BOOST_DESCRIBE_STRUCT(RequestWithdrawn, (), (withdrawn_at))
BOOST_DESCRIBE_STRUCT(PartnershipRemoved, (), (removed_at))
BOOST_DESCRIBE_STRUCT(ProviderAccessRevoked, (), ())

}  // namespace csp
