// What a change of the billing cycle is judged from: every subscription of an order, and their add-ons.
#pragma once

#include <vector>

#include "engine/pipeline.hpp"

namespace csp::engine {

/// The subscription of each line in their order, and behind them those of their add-ons that are not deleted.
Result<std::vector<CycleFacts>> cycle_facts_of(Pipeline& pipeline, const Order& order, Instant at);

}  // namespace csp::engine
