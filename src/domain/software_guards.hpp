// What has to hold when software is taken back: by the partner, by support, and when the order closes.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "csp/software_order.hpp"
#include "domain/reasons.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"

namespace csp::software_guards {

using S = SoftwareOrder;
using Q = Question<S>;
using Reasons = std::vector<Error>;
using Lines = std::vector<std::int32_t>;

// ---- cancelling ----------------------------------------------------------------------------------------

/// The lines that are to be cancelled or refunded, as numbers.
inline Lines chosen(const Q& q) {
    if (const auto* refund = std::get_if<RefundSoftware>(&q.command)) {
        return chosen_lines(q.state, {}, refund->lines);
    }
    return chosen_lines(q.state, asked<CancelSoftware>(q).product, asked<CancelSoftware>(q).lines);
}
inline const Lines& named_lines(const Q& q) {
    const auto* refund = std::get_if<RefundSoftware>(&q.command);
    return refund != nullptr ? refund->lines : asked<CancelSoftware>(q).lines;
}
inline const SoftwareLine& line(const Q& q, std::int32_t number) { return line_of(q.state, number); }
inline std::string text_of_line(const Q& q, std::int32_t number) {
    return "line " + std::to_string(number) + ", " + line(q, number).product_name + ",";
}

/// A condition about each chosen line that still stands.
template <bool (*Holds)(const Q&, std::int32_t), Error (*Say)(const Q&, std::int32_t)>
constexpr Guard<S> every_line(std::string_view name) {
    return {name,
            [](const Q& q) {
                return std::ranges::all_of(
                    chosen(q), [&](std::int32_t number) { return !stands(line(q, number)) || Holds(q, number); });
            },
            [](const Q& q, Reasons& out) {
                for (const std::int32_t number : chosen(q)) {
                    if (stands(line(q, number)) && !Holds(q, number)) { out.push_back(Say(q, number)); }
                }
            },
            true};
}

inline constexpr Guard<S> acknowledged{
    "acknowledged", [](const Q& q) { return asked<CancelSoftware>(q).acknowledged; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("CAN-11", "acknowledgement_required", "acknowledged",
                              "that keys and downloads are revoked and the software is not used any more has to be "
                              "acknowledged"));
    },
    true};

inline constexpr Guard<S> lines_are_there{
    "the lines it names are there", [](const Q& q) { return wrong_line_numbers(q.state, named_lines(q)).empty(); },
    [](const Q& q, Reasons& out) { add(out, wrong_line_numbers(q.state, named_lines(q))); }, true};

/// A product that was left out must not cancel everything else (CAN-08).
inline constexpr Guard<S> says_what_is_cancelled{
    "it names a product or the whole order",
    [](const Q& q) {
        const auto& cancel = asked<CancelSoftware>(q);
        return cancel.whole_order ? cancel.product.is_nil() && cancel.lines.empty() : !cancel.product.is_nil();
    },
    [](const Q& q, Reasons& out) {
        out.push_back(asked<CancelSoftware>(q).whole_order
                          ? invalid("CAN-08", "product_and_whole_order", "whole_order",
                                    "the whole order is cancelled without naming a product or lines of it")
                          : invalid("CAN-08", "product_missing", "product",
                                    "the product must be named, or that the whole order is meant"));
    },
    true};

inline constexpr Guard<S> is_of_that_customer{
    "the order is that customer's", [](const Q& q) { return asked<CancelSoftware>(q).customer == q.state.customer; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("CAN-08", "wrong_customer", "customer", "the order is not that customer's", 20002));
    },
    true};

inline bool is_of_product(const Q& q, const SoftwareLine& one) {
    return one.product == asked<CancelSoftware>(q).product;
}
inline constexpr Guard<S> has_that_product{
    "it has that product",
    [](const Q& q) {
        const auto& lines = named_lines(q);
        if (asked<CancelSoftware>(q).product.is_nil()) { return true; }
        if (lines.empty()) {
            return std::ranges::any_of(q.state.lines, [&](const SoftwareLine& one) { return is_of_product(q, one); });
        }
        return std::ranges::all_of(chosen(q), [&](std::int32_t number) { return is_of_product(q, line(q, number)); });
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CAN-08", "wrong_product", "product",
                              named_lines(q).empty() ? "the order has no line of that product"
                                                     : "a line that is named is of another product"));
    },
    true};

/// Of which the guards above speak.
inline bool names_what_is_not_there(const Q& q) {
    const bool is_of_a_product = std::holds_alternative<CancelSoftware>(q.command);
    return !lines_are_there.holds(q) || (is_of_a_product && !has_that_product.holds(q));
}
inline constexpr Guard<S> still_stands{
    "what it names is not cancelled yet",
    [](const Q& q) {
        const Lines lines = chosen(q);
        return (!lines.empty() || names_what_is_not_there(q)) &&
               std::ranges::all_of(lines, [&](std::int32_t number) { return stands(line(q, number)); });
    },
    [](const Q& q, Reasons& out) {
        const Lines lines = chosen(q);
        if (lines.empty()) {
            out.push_back(
                refused("CAN-16", "already_cancelled", "lines", "everything it names is cancelled already", 800061));
        }
        for (const std::int32_t number : lines) {
            if (stands(line(q, number))) { continue; }
            out.push_back(refused(
                "CAN-16", "already_cancelled", "lines",
                text_of_line(q, number) + " was cancelled on " + text_of(line(q, number).cancelled->cancelled_on),
                800061));
        }
    },
    true};

inline bool needs_no_support(const Q& q, std::int32_t number) { return !needs_support(q.state, line(q, number)); }
inline Error support_is_needed(const Q& q, std::int32_t number) {
    const bool are_updates = line(q, number).kind == ProductKind::security_updates;
    return refused(are_updates ? "CAN-06" : "CAN-15", "support_request_required", "lines",
                   text_of_line(q, number) + " is cancelled by a customer support request");
}
inline constexpr Guard<S> no_support_is_needed =
    every_line<&needs_no_support, &support_is_needed>("no support request is needed");

inline bool can_be_cancelled(const Q& q, std::int32_t number) { return can_be_cancelled_at_all(line(q, number)); }
inline Error not_cancellable(const Q& q, std::int32_t number) {
    return refused("CAN-07", "not_cancellable", "lines",
                   text_of_line(q, number) + " can be neither cancelled nor exchanged", 800061);
}
inline constexpr Guard<S> is_cancellable =
    every_line<&can_be_cancelled, &not_cancellable>("it can be cancelled at all");

inline bool is_in_time(const Q& q, std::int32_t number) {
    return is_in_window(q.state, line(q, number), date_of(q.now));
}
inline Error too_late(const Q& q, std::int32_t number) {
    return refused("CAN-04", "window_passed", "lines",
                   text_of_line(q, number) + " could be cancelled within " +
                       std::to_string(line(q, number).cancellation.days) + " days, until " +
                       text_of(*last_day_to_cancel(q.state, line(q, number))) + "; today is " + text_of(date_of(q.now)),
                   900117);
}
inline constexpr Guard<S> in_cancel_window = every_line<&is_in_time, &too_late>("in the cancel window");

inline Result<SoftwareCredit> credit_of(const Q& q, std::int32_t number) {
    return credit_for(line(q, number), date_of(q.state.bought_at), date_of(q.now), q.policy);
}
inline bool has_a_credit(const Q& q, std::int32_t number) { return credit_of(q, number).has_value(); }
inline Error why_no_credit(const Q& q, std::int32_t number) { return credit_of(q, number).error(); }
inline constexpr Guard<S> credit_can_be_counted =
    every_line<&has_a_credit, &why_no_credit>("its credit can be counted");

// ---- what others ask ------------------------------------------------------------------------

inline constexpr Guard<S> is_asked_by_support{
    "support has agreed", [](const Q& q) { return !asked<RefundSoftware>(q).support_request.is_nil(); },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("SUP-01", "missing", "support_request", "a refund must name the support request it comes from"));
    },
    true};

inline constexpr Guard<S> amount_is_within_the_charge{
    "the amount is from 0 to what was charged",
    [](const Q& q) {
        const auto charged = charge_of(q.state, chosen(q));
        const Money& amount = asked<RefundSoftware>(q).amount;
        if (chosen(q).empty()) { return true; }  // said above
        return charged && amount.currency == charged->currency && amount.amount_minor >= 0 &&
               amount.amount_minor <= charged->amount_minor;
    },
    [](const Q& q, Reasons& out) {
        const auto charged = charge_of(q.state, chosen(q));
        out.push_back(charged ? refused("SUP-04", "amount_out_of_range", "amount",
                                        "the amount must be from 0 to " + text_of(*charged) + "; it is " +
                                            text_of(asked<RefundSoftware>(q).amount))
                              : charged.error());
    },
    true};

inline constexpr Guard<S> says_something_new{
    "it says something new", [](const Q& q) { return asked<AskForSupport>(q).is_needed != q.state.needs_support; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CAN-15", "nothing_changes", "is_needed",
                              q.state.needs_support ? "support is needed for this order already"
                                                    : "no support is needed for this order already"));
    },
    true};

inline constexpr Guard<S> no_line_stands{
    "no line stands any more", [](const Q& q) { return std::ranges::none_of(q.state.lines, stands); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("CAN-12", "lines_stand", "", "the order has lines that are not cancelled"));
    }};

}  // namespace csp::software_guards
