// The conditions and the values of the flat machine, shared by the table and the switch.
#pragma once

#include <algorithm>

#include "csp/text.hpp"
#include "decision_floor.hpp"

namespace csp::bench {

using FlatQ = FlatQuestion;

// ---- guards ---------------------------------------------------------------------------------------------
inline bool has_quantity(const FlatQ& q) { return q.command.purchase.quantity > 0; }
inline bool has_plain_name(const FlatQ& q) {
    return is_plain_text(q.command.friendly_name, q.policy.friendly_name_bytes);
}
inline bool has_reason(const FlatQ& q) {
    return q.command.reason >= SuspensionReason::customer_request && q.command.reason <= SuspensionReason::fraud;
}
inline bool is_acknowledged(const FlatQ& q) { return q.command.acknowledged; }
inline bool is_paid(const FlatQ& q) { return !q.state.bought.is_trial; }
inline bool is_trial(const FlatQ& q) { return q.state.bought.is_trial; }
inline bool has_active_parent(const FlatQ& q) {
    return q.state.bought.parent.is_nil() || (q.facts.parent != nullptr && q.facts.parent->phase.index() == 1);
}
inline bool is_in_range(const FlatQ& q) {
    return q.facts.listing != nullptr && q.facts.listing->minimum_quantity <= q.command.quantity &&
           q.command.quantity <= q.facts.listing->maximum_quantity;
}
inline bool is_changed(const FlatQ& q) { return q.command.quantity != q.state.bought.quantity; }
inline bool is_in_window(const FlatQ& q) { return date_of(q.now) <= q.state.last_day; }
inline bool is_lost(const FlatQ& q) { return date_of(q.now) > q.state.last_day; }
inline bool is_over(const FlatQ& q) { return date_of(q.now) >= q.state.term.end; }
inline bool renews(const FlatQ& q) { return q.state.bought.auto_renews && !q.state.bought.is_trial; }
inline bool is_sold(const FlatQ& q) { return q.facts.listing != nullptr && q.facts.listing->is_available; }
inline bool parent_goes_on(const FlatQ& q) {
    if (q.state.bought.parent.is_nil()) { return true; }
    const auto* gone = q.facts.parent != nullptr ? std::get_if<Subscription::Deleted>(&q.facts.parent->phase) : nullptr;
    return q.facts.parent != nullptr &&
           (gone == nullptr || gone->cause != DeletionCause::term_ended || q.now < gone->deleted_at);
}
inline bool ends(const FlatQ& q) { return !q.state.bought.is_trial && !(renews(q) && is_sold(q) && parent_goes_on(q)); }
inline bool has_term_left(const FlatQ& q) { return !is_over(q) || (renews(q) && is_sold(q)); }
inline bool is_running_trial(const FlatQ& q) { return is_trial(q) && !is_over(q); }
inline bool is_suspended_by_parent(const FlatQ& q) { return q.state.by == SuspendedBy::parent; }
inline std::int32_t converted_quantity(const FlatQ& q) {
    return q.command.quantity == 0 ? q.state.bought.quantity : q.command.quantity;
}
inline bool has_target(const FlatQ& q) {
    return q.facts.listing != nullptr && q.facts.target != nullptr && q.facts.target->is_available &&
           q.facts.target->partner_qualifications.empty() &&
           std::ranges::count(q.facts.listing->conversion_targets, q.command.offer) > 0;
}
inline bool target_has_cycle(const FlatQ& q) { return std::ranges::count(q.facts.target->cycles, q.command.cycle) > 0; }
inline bool target_has_quantity(const FlatQ& q) {
    const std::int32_t quantity = converted_quantity(q);
    return q.facts.target->minimum_quantity <= quantity && quantity <= q.facts.target->maximum_quantity;
}
inline bool target_is_free(const FlatQ& q) {
    const Listing& target = *q.facts.target;
    return target.limit_unit == LimitUnit::none ||
           (target.limit_unit == LimitUnit::concurrent ? static_cast<std::int32_t>(q.facts.target_owned.size())
                                                       : q.facts.target_ever_owned) < target.limit;
}

// ---- what happens ---------------------------------------------------------------------------------------
inline void make_created(const FlatQ& q, FlatEvent& out) {
    out.what = FlatHappening::created;
    out.purchase = q.command.purchase;
}
inline void make_renamed(const FlatQ& q, FlatEvent& out) {
    out.what = FlatHappening::renamed;
    out.friendly_name = q.command.friendly_name;
}
inline void make_quantity_changed(const FlatQ& q, FlatEvent& out) {
    out.what = FlatHappening::quantity_changed;
    out.before = q.state.bought.quantity;
    out.quantity = q.command.quantity;
    out.on = date_of(q.now);
}
inline void make_suspended_by_hand(const FlatQ& q, FlatEvent& out, bool is_cancelled) {
    const Purchase& bought = q.state.bought;
    const Date today = date_of(q.now);
    const std::int32_t base =
        bought.cloud == Cloud::china_21vianet ? q.policy.suspension_days_china : q.policy.suspension_days.on(today);
    const bool is_extended = bought.cycle != Cycle::annual &&
                             (!q.policy.extension_only_during_free_period || today < bought.first_billed_on);
    const std::int32_t gap = is_extended ? std::max(0, days_between(bought.opened_on, bought.first_billed_on)) : 0;
    out.what = FlatHappening::suspended;
    out.reason = q.command.reason;
    out.by = SuspendedBy::hand;
    out.is_cancelled = is_cancelled;
    out.on = today;
    out.last_day = days_after(today, std::min(q.policy.suspension_days_max, base + gap));
    if (bought.is_trial) { out.last_day = std::min(out.last_day, last_day_of(q.state.term)); }
}
inline void make_suspended(const FlatQ& q, FlatEvent& out) { make_suspended_by_hand(q, out, false); }
inline void make_lapsing(const FlatQ& q, FlatEvent& out) { make_suspended_by_hand(q, out, true); }
inline void make_suspended_with_parent(const FlatQ& q, FlatEvent& out) {
    out.what = FlatHappening::suspended;
    out.reason = q.command.reason;
    out.by = SuspendedBy::parent;
    out.is_cancelled = false;
    out.on = q.command.suspended_on;
    out.last_day = q.command.last_day;
}
inline void make_reactivated(const FlatQ& q, FlatEvent& out) {
    const Date today = date_of(q.now);
    out.what = FlatHappening::reactivated;
    out.on = today;
    out.term = q.state.term;
    out.unit_price = is_over(q) ? q.facts.renewal_price : q.state.bought.unit_price;
    while (out.term.end <= today) {
        out.term = Term{out.term.end, next_anniversary(q.state.bought.anchor, q.policy.term_months, out.term.end)};
    }
}
inline void make_converted(const FlatQ& q, FlatEvent& out) {
    const Date today = date_of(q.now);
    out.what = FlatHappening::converted;
    out.trial = q.state.bought.offer;
    out.offer = q.command.offer;
    out.cycle = q.command.cycle;
    out.quantity = converted_quantity(q);
    out.auto_renews = q.facts.target->auto_renews;
    out.unit_price = q.facts.target_price;
    out.on = today;
    out.anchor = first_billed_on(today, q.command.cycle, q.facts.billing_day, q.policy);
    out.term = Term{today, months_after(out.anchor, q.policy.term_months)};
}
inline void make_renewed(const FlatQ& q, FlatEvent& out) {
    const Date end = q.state.term.end;
    out.what = FlatHappening::renewed;
    out.unit_price = q.facts.renewal_price;
    out.term = Term{end, next_anniversary(q.state.bought.anchor, q.policy.term_months, end)};
}
inline void make_deleted(FlatEvent& out, DeletionCause cause, Instant at) {
    out.what = FlatHappening::deleted;
    out.cause = cause;
    out.at = at;
}
inline void make_expired(const FlatQ& q, FlatEvent& out) {
    make_deleted(out, DeletionCause::expired, end_of(q.state.last_day));
}
inline void make_trial_ended(const FlatQ& q, FlatEvent& out) {
    make_deleted(out, DeletionCause::trial_ended, start_of(q.state.term.end));
}
inline void make_term_ended(const FlatQ& q, FlatEvent& out) {
    make_deleted(out, DeletionCause::term_ended, start_of(q.state.term.end));
}
inline void make_cancelled(const FlatQ& q, FlatEvent& out) { make_deleted(out, DeletionCause::cancelled, q.now); }
inline void make_ended_with_parent(const FlatQ& q, FlatEvent& out) {
    make_deleted(out, DeletionCause::parent_ended, q.now);
}

}  // namespace csp::bench
