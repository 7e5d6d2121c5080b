// What happens to rights means to money.
#pragma once

#include <vector>

#include "csp/reaction.hpp"

namespace csp::domain {

/// Of a subscription that is paid for: what its billing is asked.
std::vector<Reaction> for_its_billing(const SubscriptionId& id, const Subscription& after,
                                      const Subscription::Event& event, const Policy& policy);
/// Of software: each line that was bought is charged, and each that was cancelled is credited.
std::vector<Reaction> for_its_invoices(const SoftwareOrderId& id, const SoftwareOrder& after,
                                       const SoftwareOrder::Event& event, const Policy& policy);

}  // namespace csp::domain
