// The stored names of a download link. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/product.hpp"
#include "csp/download_link.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(LinkTarget, (), (partner, customer, order, entitlement, product, product_name, artifact))
BOOST_DESCRIBE_STRUCT(DownloadLink::Absent, (), ())
BOOST_DESCRIBE_STRUCT(DownloadLink::Valid, (), (issued_at, end, allowance, used, sealed_url))
BOOST_DESCRIBE_STRUCT(DownloadLink::Expired, (), (expired_at, used))
BOOST_DESCRIBE_STRUCT(DownloadLink::Revoked, (), (revoked_at))
BOOST_DESCRIBE_STRUCT(DownloadLink, (), (target, times_begun, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Download, (), ())
BOOST_DESCRIBE_STRUCT(EnableLink, (), (target, sealed_url))
BOOST_DESCRIBE_STRUCT(ExpireLink, (), ())
BOOST_DESCRIBE_STRUCT(RevokeLink, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(LinkEnabled, (), (target, sealed_url, issued_at, end, allowance, times_begun))
BOOST_DESCRIBE_STRUCT(Downloaded, (), (used, end))
BOOST_DESCRIBE_STRUCT(LinkExpired, (), (expired_at, used))
BOOST_DESCRIBE_STRUCT(LinkRevoked, (), (revoked_at))

}  // namespace csp
