// The stored names of an entitlement. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/product.hpp"
#include "codec/fields/shared.hpp"
#include "csp/entitlement.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Grant, (),
                      (partner, customer, order, line, product, product_name, kind, quantity, term, artifacts,
                       bought_at))
BOOST_DESCRIBE_STRUCT(ArtifactLink, (), (artifact, link))
BOOST_DESCRIBE_STRUCT(Entitlement::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Entitlement::Owned, (), ())
BOOST_DESCRIBE_STRUCT(Entitlement::Lapsed, (), ())
BOOST_DESCRIBE_STRUCT(Entitlement::Revoked, (), (revoked_at))
BOOST_DESCRIBE_STRUCT(Entitlement, (), (grant, sealed_key, links, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(GetKeys, (), (artifact, sealed_key))
BOOST_DESCRIBE_STRUCT(GetLink, (), (artifact, new_link, sealed_url))
BOOST_DESCRIBE_STRUCT(GrantEntitlement, (), (grant))
BOOST_DESCRIBE_STRUCT(RevokeEntitlement, (), ())
BOOST_DESCRIBE_STRUCT(LapseEntitlement, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(EntitlementGranted, (), (grant))
BOOST_DESCRIBE_STRUCT(KeyAccessed, (), (artifact, sealed_key))
BOOST_DESCRIBE_STRUCT(LinkIssued, (), (artifact, link, begins, sealed_url))
BOOST_DESCRIBE_STRUCT(EntitlementRevoked, (), (revoked_at))
BOOST_DESCRIBE_STRUCT(EntitlementLapsed, (), ())

}  // namespace csp
