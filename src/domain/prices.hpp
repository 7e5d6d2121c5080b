// What offers and products share about their prices: what one must be, and how it is kept among the others.
#pragma once

#include <optional>
#include <vector>

#include "csp/price.hpp"
#include "csp/result.hpp"

namespace csp {

/// Why this is no price: its currency, or an amount below 0; nothing when it is one.
std::optional<Error> why_no_amount(const Price& price);
/// Why it holds on no day of 1970-9999; nothing when it does.
std::optional<Error> why_no_days(const Price& price);
/// By market, currency and first day; one of the same takes the place of the one before.
void keep_price(std::vector<Price>& prices, const Price& price);

}  // namespace csp
