// Records as they stood at a moment that has passed: a late host gets the list, and the billing day, of its own day.
// Each costs its whole history, and only when it was changed since.
#pragma once

#include <memory>

#include "engine/pipeline.hpp"

namespace csp::engine {

/// The offer as it stood right before that moment; nullptr when there was none. What time does at a moment comes
/// before every command at it, so a change stored at that very moment is too late.
Result<std::shared_ptr<const Offer>> offer_before(Pipeline& pipeline, const OfferId& id, Instant moment);

/// The partner as it stood at that moment, with what was changed at it; nullptr when there is none. One that was
/// enrolled by a clock that is a little ahead stands as it is now.
Result<std::shared_ptr<const Partner>> partner_at(Pipeline& pipeline, const PartnerId& id, Instant moment);

/// Until when a suspended subscription can be reactivated: to the end of its window, or of its term where the offer was
/// not for sale when the next one would have begun (B3). Nothing for any other one. What lies ahead is taken as it is.
Result<Date> last_day_to_come_back(Pipeline& pipeline, const Entry<Subscription>& entry, Instant at);

}  // namespace csp::engine
