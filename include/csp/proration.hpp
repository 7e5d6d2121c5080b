// How a price is split over the days of a period: A-PRORATE.
//
// No formula stands in the sources, and the printed samples do not agree with each other. Each policy reproduces the
// samples named in docs/rules.md under A-PRORATE; `exact` is the default.
// Pure. Threads: pure functions.
#pragma once

#include <cstdint>

#include "csp/money.hpp"
#include "csp/policy.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

/// What `quantity` pieces at `unit_price` for the whole period cost for `days` of its `whole` days:
///   exact      round(price x quantity x days / whole)
///   two_stage  round(round(price x quantity / whole) x days / quantity) x quantity
///   daily3     round(round(price x quantity / whole to three decimals) x days)
/// rounded half away from zero (CONV-5). Refused (Code::invalid, A-PRORATE) unless 0 <= days <= whole, whole >= 1 and
/// quantity >= 1, and (CONV-5) when it does not fit.
Result<Money> part_of_price(Proration proration, Money unit_price, std::int64_t quantity, std::int32_t days,
                            std::int32_t whole);

/// CAN-20: the invoice on which a one-time charge or credit of that day appears: Policy::invoice_day of the next month.
Date one_time_invoice_on(Date day, const Policy& policy);

}  // namespace csp
