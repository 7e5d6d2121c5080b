// A list of prices, as a spreadsheet saves it. The columns stand in docs/imports.md.
//
// Every line is either in `prices` or in `problems`. Threads: pure functions.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/id.hpp"
#include "csp/offer.hpp"
#include "csp/result.hpp"

namespace csp::codec {

struct PriceProblem {
    std::size_t line{0};  ///< from 1: the header's
    Error error{};        ///< its `field` is "line 12: unit_price"
};

struct PriceImport {
    std::size_t read{0};  ///< lines with a price, good or bad
    std::vector<std::pair<OfferId, Price>> prices{};
    std::vector<PriceProblem> problems{};
};

/// Only the form is judged here; whether the price fits its offer is for the guards of SetPrice.
/// Refused as a whole (Code::invalid, OFF-03) when the header does not have exactly the documented columns.
Result<PriceImport> import_prices(std::string_view csv);

}  // namespace csp::codec
