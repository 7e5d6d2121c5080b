// Looks up the reseller that a command names, for whoever needs to judge it.
#pragma once

#include <string_view>

#include "engine/pipeline.hpp"

namespace csp::engine {

/// By its id, as that provider sees it. Empty: there is none, or none is named.
Result<ResellerFacts> reseller_named(Pipeline& pipeline, const PartnerId& provider, const PartnerId& reseller);
/// By its MPN id.
Result<ResellerFacts> reseller_with_mpn_id(Pipeline& pipeline, const PartnerId& provider, std::string_view mpn_id);

/// Whether another partnership of these two is active.
Result<bool> are_partners(Pipeline& pipeline, const PartnerId& provider, const PartnerId& reseller);

}  // namespace csp::engine
