// The floor: a constexpr table of guards and makers over the flat machine.
#include <array>

#include "decision_guards.hpp"

namespace csp::bench {
namespace {

using Check = bool (*)(const FlatQ&);
using Make = void (*)(const FlatQ&, FlatEvent&);
using Ask = FlatAsk;

struct Row {
    Make make{};
    std::array<Check, 5> checks{};
};
using Table = std::array<std::array<Row, flat_asks>, flat_phases>;

constexpr Table filled() {
    Table table{};
    const auto active = [&](Ask ask) -> Row& { return table[1][static_cast<std::size_t>(ask)]; };
    const auto suspended = [&](Ask ask) -> Row& { return table[2][static_cast<std::size_t>(ask)]; };
    table[0][0] = Row{make_created, {has_quantity}};
    active(Ask::rename) = Row{make_renamed, {has_plain_name}};
    active(Ask::quantity) = Row{make_quantity_changed, {is_paid, has_active_parent, is_in_range, is_changed}};
    active(Ask::suspend) = Row{make_suspended, {has_reason}};
    active(Ask::cancel) = Row{make_lapsing, {has_reason}};
    active(Ask::cancel_at_once) = Row{make_cancelled, {has_reason, is_acknowledged}};
    active(Ask::convert) =
        Row{make_converted, {is_running_trial, has_target, target_has_cycle, target_has_quantity, target_is_free}};
    active(Ask::end_trial) = Row{make_trial_ended, {is_trial, is_over}};
    active(Ask::renew) = Row{make_renewed, {renews, is_over, is_sold, parent_goes_on}};
    active(Ask::end_term) = Row{make_term_ended, {ends, is_over}};
    active(Ask::suspend_with_parent) = Row{make_suspended_with_parent, {}};
    active(Ask::end_with_parent) = Row{make_ended_with_parent, {}};
    suspended(Ask::rename) = Row{make_renamed, {has_plain_name}};
    suspended(Ask::cancel_at_once) = Row{make_cancelled, {has_reason, is_acknowledged}};
    suspended(Ask::reactivate) = Row{make_reactivated, {is_in_window, has_active_parent, has_term_left}};
    suspended(Ask::expire) = Row{make_expired, {is_lost}};
    suspended(Ask::end_trial) = Row{make_trial_ended, {is_trial, is_over}};
    suspended(Ask::reactivate_with_parent) =
        Row{make_reactivated, {is_suspended_by_parent, is_in_window, has_term_left}};
    suspended(Ask::end_with_parent) = Row{make_ended_with_parent, {}};
    return table;
}
constexpr Table table = filled();

}  // namespace

bool decide_by_table(const FlatQuestion& q, FlatEvent& out) {
    const Row& row = table[static_cast<std::size_t>(q.state.phase)][static_cast<std::size_t>(q.command.ask)];
    if (row.make == nullptr) { return false; }
    for (const Check check : row.checks) {
        if (check == nullptr) { break; }
        if (!check(q)) { return false; }
    }
    row.make(q, out);
    return true;
}

void evolve(FlatState& s, const FlatEvent& e) {
    switch (e.what) {
        case FlatHappening::created:
            s.bought = e.purchase;
            s.trial = e.purchase.is_trial ? e.purchase.offer : OfferId{};
            s.term = e.purchase.term;
            s.phase = FlatPhase::active;
            break;
        case FlatHappening::renamed: s.bought.friendly_name = e.friendly_name; break;
        case FlatHappening::quantity_changed: s.bought.quantity = e.quantity; break;
        case FlatHappening::suspended:
            s.phase = FlatPhase::suspended;
            s.reason = e.reason;
            s.by = e.by;
            s.is_cancelled = e.is_cancelled;
            s.suspended_on = e.on;
            s.last_day = e.last_day;
            break;
        case FlatHappening::converted:
            s.trial = e.trial;
            s.bought.offer = e.offer;
            s.bought.cycle = e.cycle;
            s.bought.quantity = e.quantity;
            s.bought.is_trial = false;
            s.bought.auto_renews = e.auto_renews;
            s.bought.opened_on = e.on;
            s.bought.first_billed_on = e.anchor;
            s.bought.anchor = e.anchor;
            [[fallthrough]];
        case FlatHappening::reactivated:
        case FlatHappening::renewed:
            s.phase = FlatPhase::active;
            s.term = e.term;
            s.bought.unit_price = e.unit_price;
            break;
        case FlatHappening::deleted:
            s.phase = FlatPhase::deleted;
            s.cause = e.cause;
            s.deleted_at = e.at;
            break;
    }
}

}  // namespace csp::bench
