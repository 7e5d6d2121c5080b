// Keys and addresses on their way: sealed on the way in, opened on the way out.
#pragma once

#include <string>

#include "csp/id.hpp"
#include "csp/result.hpp"

namespace csp::engine {

/// What a sealed key or address belongs to: it opens nowhere else.
std::string seal_of_key(const EntitlementId& entitlement);
std::string seal_of_url(const DownloadLinkId& link);

/// The answer of a host that brought no fulfilment or no sealer.
Error no_fulfilment();

}  // namespace csp::engine
