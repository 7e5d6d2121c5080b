// Taking software back: which lines are meant, what stands against each, and what each is credited.
#pragma once

#include <vector>

#include "csp/software_order.hpp"

namespace csp {

/// What is wrong with the lines that are named: one twice, or one that the order does not have.
std::vector<Error> wrong_line_numbers(const SoftwareOrder& order, const std::vector<std::int32_t>& lines);

/// The lines that are meant, in their order: those that are named, or else all of that product (nil: of any) that
/// stand. Numbers that the order does not have are left out.
std::vector<std::int32_t> chosen_lines(const SoftwareOrder& order, const ProductId& product,
                                       const std::vector<std::int32_t>& lines);
/// One that is in `chosen_lines`.
const SoftwareLine& line_of(const SoftwareOrder& order, std::int32_t line);

bool stands(const SoftwareLine& line);
/// CAN-07.
bool can_be_cancelled_at_all(const SoftwareLine& line);
/// CAN-06, CAN-15: only support can take it back. What cannot be taken back at all needs no support for it (CAN-07).
bool needs_support(const SoftwareOrder& order, const SoftwareLine& line);
/// CAN-01: the last day on which it can be cancelled; nothing: it has no window.
std::optional<Date> last_day_to_cancel(const SoftwareOrder& order, const SoftwareLine& line);
/// CAN-04: that day has not passed, or there is none.
bool is_in_window(const SoftwareOrder& order, const SoftwareLine& line, Date today);

/// The days of its term that are not used when it ends that day; the day itself is not used (CONV-6).
std::int32_t days_left(const Term& term, Date day);

/// What these lines were charged, tax included.
Result<Money> charge_of(const SoftwareOrder& order, const std::vector<std::int32_t>& lines);
/// An agreed amount, split over these lines in proportion to what they were charged, amount and tax alike: each share
/// ends where its part of the charge ends, rounded, so that the shares add up to the amount and none is more than
/// what was charged for it. Ask only for an amount from 0 to the charge, in its currency.
std::vector<CancelledLine> shares_of(const SoftwareOrder& order, const std::vector<std::int32_t>& lines, Money amount,
                                     Date day, const Policy& policy);

}  // namespace csp
