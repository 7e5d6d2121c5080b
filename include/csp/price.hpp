// A price: what one of something costs in a market, for some days.
//
// Rules: CONV-3 (half-open), CONV-5, CONV-8. Pure. Threads: plain values.
#pragma once

#include <optional>
#include <span>

#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/time.hpp"

namespace csp {

/// Of an offer: per licence and month. Of a product: per piece, for its whole term or for good.
struct Price {
    Country market{};
    Money unit_price{};  ///< 0 is a price: free
    Date valid_from{};
    std::optional<Date> valid_until{};  ///< the first day without it; nothing: until a later one begins
    friend bool operator==(const Price&, const Price&) = default;
};

/// The price in that market on that day, from a list sorted by market, currency and first day. Where several hold,
/// the one that began last; the day of a change has the new one.
std::optional<Money> price_on(std::span<const Price> prices, Country market, Currency currency, Date day);
/// The same in whatever currency the market's price is in; where there are several, the first by its letters.
std::optional<Money> price_in(std::span<const Price> prices, Country market, Date day);

}  // namespace csp
