// The form as the Cancel dialog opens it, with the amount a refund would come to today.
#include <algorithm>

#include "csp/support_request.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"
#include "domain/support_form.hpp"

namespace csp {
namespace {

/// Extended B6: after the days of full credit, the part of the term that is left less a fee, rounded once (CONV-5).
Result<Money> reservation_refund(const SoftwareLine& line, Money charged, const Policy& policy, Date today) {
    return prorated(charged, 100 - policy.reservation_fee_percent, days_left(*line.term, today),
                    100 * std::int64_t{days_in(*line.term)});
}

/// Day `reservation_full_credit_days` is the last one without a fee (CONV-2).
bool has_a_fee(const SoftwareLine& line, Date ordered_on, const Policy& policy, Date today) {
    return line.kind == ProductKind::reservation && line.term &&
           today > last_day_within(policy.reservation_full_credit_days, ordered_on);
}

Result<Money> refund_of(std::int32_t number, const SoftwareOrder& order, const Policy& policy, Date today) {
    const SoftwareLine& line = line_of(order, number);
    const Date ordered_on = date_of(order.bought_at);
    if (line.kind == ProductKind::reservation) {
        auto charged = charge_of(order, {number});
        if (!charged || !has_a_fee(line, ordered_on, policy, today)) { return charged; }
        return reservation_refund(line, *charged, policy, today);
    }
    auto credit = credit_for(line, ordered_on, today, policy);
    if (!credit) { return std::move(credit).error(); }
    return has_currency(credit->tax) ? sum(credit->amount, credit->tax) : Result<Money>(credit->amount);
}

/// Both, where a default one is nothing yet.
Result<Money> with(Money so_far, Money more) { return so_far == Money{} ? Result<Money>(more) : sum(so_far, more); }

/// No currency where it cannot be reckoned: the form is then filled in by hand.
Money refund_of(const std::vector<std::int32_t>& lines, const SoftwareOrder& order, const Policy& policy, Date today) {
    Money with_a_fee;
    Money others;
    for (const std::int32_t number : lines) {
        auto refund = refund_of(number, order, policy, today);
        if (!refund) { return {}; }
        const SoftwareLine& line = line_of(order, number);
        Money& total = has_a_fee(line, date_of(order.bought_at), policy, today) ? with_a_fee : others;
        auto more = with(total, *refund);
        if (!more) { return {}; }
        total = *more;
    }
    if (with_a_fee.currency == policy.reservation_refund_max.currency) {
        with_a_fee.amount_minor = std::min(with_a_fee.amount_minor, policy.reservation_refund_max.amount_minor);
    }
    if (with_a_fee == Money{}) { return others; }
    auto total = with(others, with_a_fee);
    return total ? *total : Money{};
}

/// CAN-07: there is no form for what nobody takes back.
std::vector<std::int32_t> lines_to_take_back(const SoftwareOrder& order) {
    std::vector<std::int32_t> lines = standing_lines({}, order);
    std::erase_if(lines, [&](std::int32_t line) { return !can_be_cancelled_at_all(line_of(order, line)); });
    return lines;
}

/// What support has to judge: the lines that cannot be cancelled otherwise, or all that stand and can be.
std::vector<std::int32_t> lines_for_support(const SoftwareOrder& order, const Policy& policy, Date today) {
    std::vector<std::int32_t> lines;
    for (const LineCancellation& line : cancellation(order, policy, today)) {
        if (line.answer == CancellationAnswer::support_request_required) { lines.push_back(line.line); }
    }
    return lines.empty() ? lines_to_take_back(order) : lines;
}

std::string title_of(const SoftwareOrderId& id, const SoftwareOrder& order, const std::vector<std::int32_t>& lines) {
    const std::string of_order = " of order " + text_of(id);
    if (lines.empty()) { return "cancel all" + of_order; }
    const auto product_of = [&](std::int32_t line) { return line_of(order, line).product; };
    const bool is_one_product =
        std::ranges::all_of(lines, [&](std::int32_t line) { return product_of(line) == product_of(lines.front()); });
    return "cancel " +
           (is_one_product ? line_of(order, lines.front()).product_name : std::to_string(lines.size()) + " lines") +
           of_order;
}

}  // namespace

Result<SupportForm> prefilled_form(const SoftwareOrderId& id, const SoftwareOrder& order, const CustomerId& customer_id,
                                   const Customer& customer, const Policy& policy, Date today) {
    if (!standing_lines({}, order).empty() && lines_to_take_back(order).empty()) {
        return refused("CAN-07", "not_cancellable", "order",
                       "nothing of the order can be cancelled or exchanged, by support neither", 800061);
    }
    std::vector<std::int32_t> lines = lines_for_support(order, policy, today);
    const Money amount = refund_of(lines, order, policy, today);
    return SupportForm{.type = ProblemType::csp_purchase_refund_on_behalf_of_customers,
                       .title = title_of(id, order, lines),
                       .customer = customer_id,
                       .domain = customer.domain,
                       .order = id,
                       .lines = std::move(lines),
                       .amount = amount};
}

}  // namespace csp
