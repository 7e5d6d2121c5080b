// The other hand-written shape: a switch over the phase, and in it one over the command.
#include "decision_guards.hpp"

namespace csp::bench {
namespace {

/// Makes it when it is allowed.
template <class Make>
bool when(bool is_allowed, Make make, const FlatQ& q, FlatEvent& out) {
    if (is_allowed) { make(q, out); }
    return is_allowed;
}

bool decide_active(const FlatQ& q, FlatEvent& out) {
    switch (q.command.ask) {
        case FlatAsk::rename: return when(has_plain_name(q), make_renamed, q, out);
        case FlatAsk::quantity:
            return when(is_paid(q) && has_active_parent(q) && is_in_range(q) && is_changed(q), make_quantity_changed, q,
                        out);
        case FlatAsk::suspend: return when(has_reason(q), make_suspended, q, out);
        case FlatAsk::cancel: return when(has_reason(q), make_lapsing, q, out);
        case FlatAsk::cancel_at_once: return when(has_reason(q) && is_acknowledged(q), make_cancelled, q, out);
        case FlatAsk::convert:
            return when(is_running_trial(q) && has_target(q) && target_has_cycle(q) && target_has_quantity(q) &&
                            target_is_free(q),
                        make_converted, q, out);
        case FlatAsk::end_trial: return when(is_trial(q) && is_over(q), make_trial_ended, q, out);
        case FlatAsk::renew:
            return when(renews(q) && is_over(q) && is_sold(q) && parent_goes_on(q), make_renewed, q, out);
        case FlatAsk::end_term: return when(ends(q) && is_over(q), make_term_ended, q, out);
        case FlatAsk::suspend_with_parent: return when(true, make_suspended_with_parent, q, out);
        case FlatAsk::end_with_parent: return when(true, make_ended_with_parent, q, out);
        default: return false;
    }
}

bool decide_suspended(const FlatQ& q, FlatEvent& out) {
    switch (q.command.ask) {
        case FlatAsk::rename: return when(has_plain_name(q), make_renamed, q, out);
        case FlatAsk::cancel_at_once: return when(has_reason(q) && is_acknowledged(q), make_cancelled, q, out);
        case FlatAsk::reactivate:
            return when(is_in_window(q) && has_active_parent(q) && has_term_left(q), make_reactivated, q, out);
        case FlatAsk::expire: return when(is_lost(q), make_expired, q, out);
        case FlatAsk::end_trial: return when(is_trial(q) && is_over(q), make_trial_ended, q, out);
        case FlatAsk::reactivate_with_parent:
            return when(is_suspended_by_parent(q) && is_in_window(q) && has_term_left(q), make_reactivated, q, out);
        case FlatAsk::end_with_parent: return when(true, make_ended_with_parent, q, out);
        default: return false;
    }
}

}  // namespace

bool decide_by_switch(const FlatQuestion& q, FlatEvent& out) {
    switch (q.state.phase) {
        case FlatPhase::absent: return q.command.ask == FlatAsk::create && when(has_quantity(q), make_created, q, out);
        case FlatPhase::active: return decide_active(q, out);
        case FlatPhase::suspended: return decide_suspended(q, out);
        case FlatPhase::deleted: return false;
    }
    return false;
}

}  // namespace csp::bench
