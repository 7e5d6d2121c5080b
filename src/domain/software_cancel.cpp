// Which lines of software can be taken back, until when, and for how much.
#include "domain/software_cancel.hpp"

#include <algorithm>
#include <cstddef>

#include "csp/proration.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

bool is_a_line(const SoftwareOrder& order, std::int32_t line) {
    return line >= 0 && static_cast<std::size_t>(line) < order.lines.size();
}

bool is_credited_in_full(const SoftwareLine& line, Date ordered_on, Date cancelled_on) {
    return line.credit != CreditWay::prorated || !line.term || cancelled_on <= ordered_on;
}

Money at_most(Money amount, Money charged) { return amount.amount_minor > charged.amount_minor ? charged : amount; }

CancellationAnswer answer_for(const SoftwareOrder& order, const SoftwareLine& line, Date today) {
    if (!stands(line)) { return CancellationAnswer::already_cancelled; }
    if (needs_support(order, line)) { return CancellationAnswer::support_request_required; }
    if (!can_be_cancelled_at_all(line)) { return CancellationAnswer::not_cancellable; }
    return is_in_window(order, line, today) ? CancellationAnswer::can_be_cancelled : CancellationAnswer::window_passed;
}

}  // namespace

std::vector<Error> wrong_line_numbers(const SoftwareOrder& order, const std::vector<std::int32_t>& lines) {
    std::vector<Error> out;
    std::vector<bool> is_named(order.lines.size(), false);
    for (std::size_t i = 0; i < lines.size() && out.empty(); ++i) {  // the first wrong one; there may be a million
        const std::string field = "lines[" + std::to_string(i) + "]";
        if (!is_a_line(order, lines[i])) {
            out.push_back(invalid("CAN-08", "no_such_line", field,
                                  "the order has " + std::to_string(order.lines.size()) +
                                      " lines, counted from 0; it has no line " + std::to_string(lines[i]),
                                  800071));
        } else if (is_named[static_cast<std::size_t>(lines[i])]) {
            out.push_back(
                invalid("CAN-08", "line_twice", field, "line " + std::to_string(lines[i]) + " is named twice", 800071));
        } else {
            is_named[static_cast<std::size_t>(lines[i])] = true;
        }
    }
    return out;
}

std::vector<std::int32_t> chosen_lines(const SoftwareOrder& order, const ProductId& product,
                                       const std::vector<std::int32_t>& lines) {
    std::vector<bool> is_named(order.lines.size(), false);
    for (const std::int32_t line : lines) {
        if (is_a_line(order, line)) { is_named[static_cast<std::size_t>(line)] = true; }
    }
    std::vector<std::int32_t> out;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const SoftwareLine& line = order.lines[i];
        const bool is_of_product = product.is_nil() || line.product == product;
        if (lines.empty() ? is_of_product && stands(line) : is_named[i]) {
            out.push_back(static_cast<std::int32_t>(i));
        }
    }
    return out;
}

const SoftwareLine& line_of(const SoftwareOrder& order, std::int32_t line) {
    return order.lines[static_cast<std::size_t>(line)];
}

bool stands(const SoftwareLine& line) { return !line.cancelled; }

bool can_be_cancelled_at_all(const SoftwareLine& line) { return line.cancellation.way != CancellationWay::none; }

bool needs_support(const SoftwareOrder& order, const SoftwareLine& line) {
    return can_be_cancelled_at_all(line) && (order.needs_support || line.cancellation.way != CancellationWay::window);
}

bool is_in_window(const SoftwareOrder& order, const SoftwareLine& line, Date today) {
    const std::optional<Date> last_day = last_day_to_cancel(order, line);
    return !last_day || today <= *last_day;  // day N is the last good day (CONV-2)
}

std::int32_t days_left(const Term& term, Date day) { return std::clamp(days_between(day, term.end), 0, days_in(term)); }

std::optional<Date> last_day_to_cancel(const SoftwareOrder& order, const SoftwareLine& line) {
    if (line.cancellation.way != CancellationWay::window) { return std::nullopt; }
    return last_day_within(line.cancellation.days, date_of(order.bought_at));
}

Result<Money> charge_of(const SoftwareOrder& order, const std::vector<std::int32_t>& lines) {
    if (lines.empty()) { return Money{}; }
    Result<Money> total = Money{0, line_of(order, lines.front()).amount.currency};
    for (const std::int32_t number : lines) {
        const SoftwareLine& line = line_of(order, number);
        if (total) { total = sum(*total, line.amount); }
        if (total && has_currency(line.tax)) { total = sum(*total, line.tax); }
    }
    return total;
}

std::vector<CancelledLine> shares_of(const SoftwareOrder& order, const std::vector<std::int32_t>& lines, Money amount,
                                     Date day, const Policy& policy) {
    const std::int64_t charged = charge_of(order, lines)->amount_minor;
    std::int64_t charged_so_far = 0;
    std::int64_t given_so_far = 0;
    const auto next_share = [&](const Money& part) {
        charged_so_far += part.amount_minor;
        // Nothing was charged: nothing is given, and there is nothing to divide by.
        const std::int64_t given = charged == 0 ? 0 : prorated(amount, 1, charged_so_far, charged)->amount_minor;
        const Money share{given - given_so_far, part.currency};
        given_so_far = given;
        return share;
    };
    std::vector<CancelledLine> out;
    for (const std::int32_t number : lines) {
        const SoftwareLine& line = line_of(order, number);
        const Money share = next_share(line.amount);
        const Money share_of_tax = next_share(line.tax);
        out.push_back({number, line.entitlement, {day, share, share_of_tax, one_time_invoice_on(day, policy)}});
    }
    return out;
}

std::string_view name_of(CancellationAnswer answer) {
    switch (answer) {
        case CancellationAnswer::can_be_cancelled: return "can_be_cancelled";
        case CancellationAnswer::window_passed: return "window_passed";
        case CancellationAnswer::support_request_required: return "support_request_required";
        case CancellationAnswer::not_cancellable: return "not_cancellable";
        case CancellationAnswer::already_cancelled: return "already_cancelled";
    }
    return "unknown";
}

std::vector<LineCancellation> cancellation(const SoftwareOrder& order, const Policy& policy, Date today) {
    const Date ordered_on = date_of(order.bought_at);
    std::vector<LineCancellation> out;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const SoftwareLine& line = order.lines[i];
        LineCancellation one{.line = static_cast<std::int32_t>(i),
                             .product = line.product,
                             .answer = answer_for(order, line, today),
                             .last_day = last_day_to_cancel(order, line),
                             .credit = line.cancelled};
        if (one.answer == CancellationAnswer::can_be_cancelled) {
            one.days_remaining = days_between(std::max(today, ordered_on), *one.last_day);
            if (auto credit = credit_for(line, ordered_on, today, policy)) { one.credit = *credit; }
        }
        out.push_back(one);
    }
    return out;
}

Result<Money> total_of(const SoftwareOrder& order) {
    std::vector<std::int32_t> all(order.lines.size());
    for (std::size_t i = 0; i < all.size(); ++i) { all[i] = static_cast<std::int32_t>(i); }
    return charge_of(order, all);
}

Result<SoftwareCredit> credit_for(const SoftwareLine& line, Date ordered_on, Date cancelled_on, const Policy& policy) {
    SoftwareCredit credit{.cancelled_on = cancelled_on,
                          .amount = line.amount,
                          .tax = line.tax,
                          .invoiced_on = one_time_invoice_on(cancelled_on, policy)};
    if (is_credited_in_full(line, ordered_on, cancelled_on)) { return credit; }
    const std::int32_t left = days_left(*line.term, cancelled_on);
    const std::int32_t whole = days_in(*line.term);
    auto amount = part_of_price(policy.proration, line.unit_price, line.quantity_bought, left, whole);
    if (!amount) { return std::move(amount).error(); }
    auto tax = prorated(line.tax, 1, left, whole);
    if (!tax) { return std::move(tax).error(); }
    credit.amount = at_most(*amount, line.amount);  // a daily rate that was rounded up may come to more
    credit.tax = *tax;
    return credit;
}

}  // namespace csp
