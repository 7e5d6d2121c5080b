// The lines of an order: their shape, what stands against them, and what is agreed about each when it is bought.
#pragma once

#include <vector>

#include "csp/order.hpp"
#include "csp/policy.hpp"
#include "csp/result.hpp"

namespace csp {

/// What is to be bought, wherever it came from: a draft, or one command that drafts and submits.
struct Basket {
    CustomerId customer{};
    Cycle cycle{};
    const std::vector<OrderLine>& lines;
    const OrderFacts& facts;
    const Policy& policy;
    Instant now{};
};

/// What is malformed in the lines, whatever the records say; each error names its line.
std::vector<Error> malformed_lines(const std::vector<OrderLine>& lines, const Policy& policy);

/// Every reason against one line; empty: it can be bought.
std::vector<Error> reasons_against_line(const Basket& basket, std::size_t index);

/// What would be agreed about each line. A line that cannot be bought may have no term.
/// The ids are those of the new subscriptions; where there are none, ids stay nil.
std::vector<BoughtLine> bought_lines(const Basket& basket, const std::vector<SubscriptionId>& new_ids);

}  // namespace csp
