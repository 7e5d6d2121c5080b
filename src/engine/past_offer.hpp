// An offer as it stood at a moment that has passed: a late renewal gets the list of its own day.
#pragma once

#include <memory>

#include "engine/pipeline.hpp"

namespace csp::engine {

/// The offer as it stood right before that moment; nullptr when there was none. What time does at a moment comes
/// before every command at it, so a change stored at that very moment is too late. Costs its whole history only when
/// it was changed since.
Result<std::shared_ptr<const Offer>> offer_before(Pipeline& pipeline, const OfferId& id, Instant moment);

}  // namespace csp::engine
