// The life of a subscription: its table, the guards and makers it names, and what each event does to the state.
#include "csp/subscription.hpp"

#include <algorithm>
#include <array>

#include "domain/refusals.hpp"
#include "domain/subscription_guards.hpp"
#include "domain/subscription_resellers.hpp"

namespace csp {
namespace {

using namespace domain;

// ---- makers: what happens, with every value it needs ------------------------------------------------

SubscriptionCreated created(const Q& q) { return {asked<CreateSubscription>(q).purchase}; }
SubscriptionRenamed renamed(const Q& q) { return {asked<RenameSubscription>(q).friendly_name}; }
QuantityChanged quantity_changed(const Q& q) {
    return {q.state.quantity, asked<ChangeQuantity>(q).quantity, date_of(q.now)};
}

SubscriptionSuspended suspended_on(const Q& q, SuspensionReason reason, bool is_cancelled) {
    const Date today = date_of(q.now);
    return {reason, SuspendedBy::hand, is_cancelled, today, last_day_to_reactivate(q.state, today, q.policy)};
}
SubscriptionSuspended suspended(const Q& q) { return suspended_on(q, asked<SuspendSubscription>(q).reason, false); }
SubscriptionSuspended left_to_lapse(const Q& q) { return suspended_on(q, asked<CancelSubscription>(q).reason, true); }
SubscriptionSuspended suspended_with_parent(const Q& q) {
    const auto& parent = asked<SuspendWithParent>(q);
    return {parent.reason, SuspendedBy::parent, false, parent.suspended_on, parent.last_day};
}

SubscriptionReactivated reactivated(const Q& q) {
    const Date today = date_of(q.now);
    const Term term = term_to_return_to(q.state, today, q.policy);
    if (term == term_of(q.state)) { return {.reactivated_on = today, .term = term}; }
    return {today, term, true, q.facts.renewal_price};
}

TrialConverted converted(const Q& q) {
    const auto& wish = asked<ConvertTrial>(q);
    const Date today = date_of(q.now);
    // B5: a gap after a conversion belongs to the free period and ended with it.
    const bool is_aligned = today >= q.policy.billing_alignment_on || is_metered(*q.facts.target);
    const Date paid_from = is_aligned ? today : first_billed_on(today, wish.cycle, q.facts.billing_day, q.policy);
    return {.trial = q.state.offer,
            .offer = wish.offer,
            .cycle = wish.cycle,
            .quantity = quantity_of_conversion(q),
            .auto_renews = renews_at_first(*q.facts.target),
            .unit_price = q.facts.target_price,
            .opened_on = today,
            .first_billed_on = paid_from,
            .anchor = paid_from,
            .term = first_term(*q.facts.target, today, paid_from, q.policy)};
}

ResellerSet reseller_set(const Q& q) { return {q.state.reseller_mpn_id, asked<SetReseller>(q).mpn_id}; }
SupportContactSet contact_set(const Q& q) { return {q.state.support_contact, asked<SetSupportContact>(q).reseller}; }
SupportContactSet contact_forgotten(const Q& q) { return {q.state.support_contact, {}}; }

SubscriptionRenewed renewed(const Q& q) {
    return {next_term(q.state, term_of(q.state), q.policy), true, q.facts.renewal_price};
}

/// B5: going over to a year begins the term anew, at today's price; an add-on ends with its parent. Going over to
/// months changes neither.
CycleChanged cycle_changed(const Q& q) {
    const S& s = q.state;
    const Date today = date_of(q.now);
    CycleChanged event{.before = s.cycle,
                       .cycle = asked<BillInCycle>(q).cycle,
                       .changed_on = today,
                       .first_billed_on = s.first_billed_on,
                       .anchor = s.anchor,
                       .term = term_of(s),
                       .unit_price = s.unit_price};
    if (event.cycle != Cycle::annual) { return event; }
    event.first_billed_on = std::min(s.first_billed_on, today);
    event.anchor = today;
    event.term = Term{today, months_after(today, q.policy.term_months)};
    if (const S* parent = q.facts.parent; parent != nullptr && is_in<S::Active>(*parent)) {
        event.anchor = parent->anchor;
        event.term.end = term_of(*parent).end;
    }
    const Money price = q.facts.renewal_price;
    if (has_currency(price) && !why_not_billed(price, s.quantity, q.policy)) { event.unit_price = price; }
    return event;
}

SubscriptionDeleted expired(const Q& q) { return {DeletionCause::expired, end_of(in<S::Suspended>(q.state).last_day)}; }
SubscriptionDeleted trial_ended(const Q& q) { return {DeletionCause::trial_ended, start_of(term_of(q.state).end)}; }
SubscriptionDeleted term_ended(const Q& q) { return {DeletionCause::term_ended, start_of(term_of(q.state).end)}; }
SubscriptionDeleted cancelled(const Q& q) { return {DeletionCause::cancelled, q.now}; }
SubscriptionDeleted ended_with_parent(const Q& q) { return {DeletionCause::parent_ended, q.now}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error gone(const Q& q) {
    constexpr std::array<std::string_view, 6> how{"was deleted",    "expired",       "ended its trial",
                                                  "ended its term", "was cancelled", "ended with its parent"};
    const auto& deleted = in<S::Deleted>(q.state);
    const auto cause = static_cast<std::size_t>(deleted.cause);
    return refused("SUS-09", deleted.cause == DeletionCause::expired ? "window_expired" : "deleted", "",
                   "it " + std::string(how[cause < how.size() ? cause : 0]) + " on " +
                       text_of(date_of(deleted.deleted_at)) + " and its data is deleted",
                   2011);
}
Error suspended_already(const Q& q) {
    const Date last = last_day_to_return(q.state);
    return refused("SUS-07", "already_suspended", "",
                   std::string("it is suspended already and ") + (date_of(q.now) <= last ? "can" : "could") +
                       " be reactivated until " + text_of(last),
                   800040);
}
Error fixed_while_suspended(const Q&) {
    return refused("SUB-04", "suspended", "quantity", "the quantity of a suspended subscription cannot be changed",
                   2001);
}
Error converted_once_it_is_back(const Q& q) {
    const Date last = last_day_to_return(q.state);
    if (!q.state.is_trial) { return refused("OFF-07", "not_a_trial", "", "only a trial can be converted"); }
    return refused("OFF-07", "suspended", "",
                   "a suspended trial is reactivated before it is converted, which " +
                       std::string(date_of(q.now) <= last ? "works" : "worked") + " until " + text_of(last));
}
Error unnamed_while_suspended(const Q&) {
    return refused("RES-13", "suspended", "", "a suspended subscription keeps its reseller and support contact",
                   800096);
}
Error active_already(const Q&) { return refused("SUS-08", "already_active", "", "it is active already", 800040); }

// clang-format off
// ---- the whole life of a subscription; what is not in this table is refused --------------------------
constexpr Move<S> moves[] = {
//   from                 on                              only if                                                              emits                           to                   rule
    {phase<S::Absent>,    on<CreateSubscription>,         only_if<&quantity_agreed>,                                           emits<&created>,                phase<S::Active>,    "SUB-01"},
    {phase<S::Active>,    on<RenameSubscription>,         only_if<&one_line_of_text>,                                          emits<&renamed>,                phase<S::Active>,    "SUB-03"},
    {phase<S::Suspended>, on<RenameSubscription>,         only_if<&one_line_of_text>,                                          emits<&renamed>,                phase<S::Suspended>, "SUB-03"},
    {phase<S::Active>,    on<ChangeQuantity>,             only_if<&is_paid, &it_grows_in_the_programme, &its_partner_may_change_quantities, &parent_is_active, &in_offer_range, &it_can_be_billed, &changes_something>, emits<&quantity_changed>, phase<S::Active>,    "SUB-04"},
    {phase<S::Active>,    on<SuspendSubscription>,        only_if<&for_one_of_three_reasons>,                                  emits<&suspended>,              phase<S::Suspended>, "SUS-01"},
    {phase<S::Active>,    on<CancelSubscription>,         only_if<&for_one_of_three_reasons>,                                  emits<&left_to_lapse>,          phase<S::Suspended>, "SUS-01"},
    {phase<S::Active>,    on<CancelSubscriptionAtOnce>,   only_if<&for_one_of_three_reasons, &acknowledged>,                   emits<&cancelled>,              phase<S::Deleted>,   "SUS-01"},
    {phase<S::Suspended>, on<CancelSubscriptionAtOnce>,   only_if<&for_one_of_three_reasons, &acknowledged, &its_customer_is_there>, emits<&cancelled>,              phase<S::Deleted>,   "SUS-01"},
    {phase<S::Suspended>, on<ReactivateSubscription>,     only_if<&not_lost_yet, &who_sells_and_who_asks_are_in_the_programme, &its_customer_is_there, &parent_is_active, &has_a_term_to_return_to>, emits<&reactivated>,            phase<S::Active>,    "SUS-08"},
    {phase<S::Suspended>, on<ExpireSubscription>,         only_if<&lost>,                                                      emits<&expired>,                phase<S::Deleted>,   "SUS-09"},
    {phase<S::Active>,    on<ConvertTrial>,               only_if<&trial_is_running, &target_is_for_sale, &target_is_in_partner_market, &target_fits_customer, &target_fits_partner, &partner_may_buy, &target_takes_cycle, &target_takes_quantity, &conversion_can_be_billed, &target_has_room>, emits<&converted>, phase<S::Active>, "OFF-07"},
    {phase<S::Active>,    on<SetReseller>,                only_if<&its_partner_names_in_the_programme, &the_reseller_may_be_named>, emits<&reseller_set>,           phase<S::Active>,    "RES-13"},
    {phase<S::Active>,    on<SetSupportContact>,          only_if<&its_partner_names_in_the_programme, &the_contact_is_a_partner>, emits<&contact_set>,            phase<S::Active>,    "RES-14"},
    {phase<S::Active>,    on<EndTrial>,                   only_if<&is_trial, &term_is_over>,                                   emits<&trial_ended>,            phase<S::Deleted>,   "OFF-07"},
    {phase<S::Suspended>, on<EndTrial>,                   only_if<&is_trial, &term_is_over>,                                   emits<&trial_ended>,            phase<S::Deleted>,   "OFF-07"},
    {phase<S::Active>,    on<RenewSubscription>,          only_if<&renews, &term_is_over, &still_for_sale, &parent_goes_on>,   emits<&renewed>,                phase<S::Active>,    "CONV-4"},
    {phase<S::Active>,    on<EndTerm>,                    only_if<&ends_with_its_term, &term_is_over>,                         emits<&term_ended>,             phase<S::Deleted>,   "CONV-3"},
    {phase<S::Active>,    on<SuspendWithParent>,          always,                                                              emits<&suspended_with_parent>,  phase<S::Suspended>, "SUS-01"},
    {phase<S::Suspended>, on<ReactivateWithParent>,       only_if<&suspended_by_parent, &not_lost_yet, &has_a_term_to_return_to>, emits<&reactivated>,         phase<S::Active>,    "SUS-08"},
    {phase<S::Active>,    on<EndWithParent>,              always,                                                              emits<&ended_with_parent>,      phase<S::Deleted>,   "SUS-09"},
    {phase<S::Active>,    on<BillInCycle>,                always,                                                              emits<&cycle_changed>,          phase<S::Active>,    "B5"},
    {phase<S::Suspended>, on<EndWithParent>,              always,                                                              emits<&ended_with_parent>,      phase<S::Deleted>,   "SUS-09"},
    {phase<S::Active>,    on<ForgetSupportContact>,       only_if<&it_names_a_contact>,                                        emits<&contact_forgotten>,      phase<S::Active>,    "RES-02"},
    {phase<S::Suspended>, on<ForgetSupportContact>,       only_if<&it_names_a_contact>,                                        emits<&contact_forgotten>,      phase<S::Suspended>, "RES-02"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Suspended>, on<ChangeQuantity>,           &fixed_while_suspended},
    {phase<S::Suspended>, on<SuspendSubscription>,      &suspended_already},
    {phase<S::Suspended>, on<CancelSubscription>,       &suspended_already},
    {phase<S::Suspended>, on<SetReseller>,              &unnamed_while_suspended},
    {phase<S::Suspended>, on<SetSupportContact>,        &unnamed_while_suspended},
    {phase<S::Suspended>, on<ConvertTrial>,             &converted_once_it_is_back},
    {phase<S::Active>,    on<ReactivateSubscription>,   &active_already},
    {phase<S::Deleted>,   on<RenameSubscription>,       &gone},
    {phase<S::Deleted>,   on<ChangeQuantity>,           &gone},
    {phase<S::Deleted>,   on<SuspendSubscription>,      &gone},
    {phase<S::Deleted>,   on<CancelSubscription>,       &gone},
    {phase<S::Deleted>,   on<CancelSubscriptionAtOnce>, &gone},
    {phase<S::Deleted>,   on<ReactivateSubscription>,   &gone},
    {phase<S::Deleted>,   on<ConvertTrial>,             &gone},
    {phase<S::Deleted>,   on<SetReseller>,              &gone},
    {phase<S::Deleted>,   on<SetSupportContact>,        &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const Purchase& bought) {
    s.partner = bought.partner;
    s.customer = bought.customer;
    s.order = bought.order;
    s.offer = bought.offer;
    s.trial = bought.is_trial ? bought.offer : OfferId{};
    s.parent = bought.parent;
    s.friendly_name = bought.friendly_name;
    s.reseller_mpn_id = bought.reseller_mpn_id;
    s.quantity = bought.quantity;
    s.cycle = bought.cycle;
    s.cloud = bought.cloud;
    s.country = bought.country;
    s.is_trial = bought.is_trial;
    s.auto_renews = bought.auto_renews;
    s.unit_price = bought.unit_price;
    s.opened_on = bought.opened_on;
    s.first_billed_on = bought.first_billed_on;
    s.anchor = bought.anchor;
    s.phase = S::Active{bought.term};
}

void become_paid(S& s, const TrialConverted& e) {
    s.trial = e.trial;
    s.offer = e.offer;
    s.cycle = e.cycle;
    s.quantity = e.quantity;
    s.is_trial = false;
    s.auto_renews = e.auto_renews;
    s.unit_price = e.unit_price;
    s.opened_on = e.opened_on;
    s.first_billed_on = e.first_billed_on;
    s.anchor = e.anchor;
    s.phase = S::Active{e.term};
}

void change_cycle(S& s, const CycleChanged& e) {
    s.cycle = e.cycle;
    s.first_billed_on = e.first_billed_on;
    s.anchor = e.anchor;
    s.unit_price = e.unit_price;
    s.phase = S::Active{e.term};
}

/// Of a SubscriptionRenewed or a SubscriptionReactivated.
template <class E>
void begin_term(S& s, const E& e) {
    if (e.is_priced_anew) { s.unit_price = e.unit_price; }
    s.phase = S::Active{e.term};
}

/// The term of any phase; an empty one where the phase has none.
Term term_or_none(const S& s) { return is_in<S::Active>(s) || is_in<S::Suspended>(s) ? term_of(s) : Term{}; }

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText subscription_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const SubscriptionCreated& e)     { begin(s, e.purchase); },
        [&](const SubscriptionRenamed& e)     { s.friendly_name = e.friendly_name; },
        [&](const QuantityChanged& e)         { s.quantity = e.quantity; },
        [&](const SubscriptionSuspended& e)   { s.phase = S::Suspended{term_or_none(s), e.reason, e.by, e.is_cancelled, e.suspended_on, e.last_day}; },
        [&](const SubscriptionReactivated& e) { begin_term(s, e); },
        [&](const TrialConverted& e)          { become_paid(s, e); },
        [&](const ResellerSet& e)             { s.reseller_mpn_id = e.mpn_id; },
        [&](const SupportContactSet& e)       { s.support_contact = e.reseller; },
        [&](const SubscriptionRenewed& e)     { begin_term(s, e); },
        [&](const CycleChanged& e)            { change_cycle(s, e); },
        [&](const SubscriptionDeleted& e)     { s.phase = S::Deleted{e.cause, e.deleted_at}; },
    }, event);
    // clang-format on
}

std::optional<SubscriptionDeadline> next_deadline(const S& s) {
    if (const auto* active = std::get_if<S::Active>(&s.phase)) {
        if (active->term.end == last_date) { return std::nullopt; }  // it runs as long as the calendar
        if (s.is_trial) { return SubscriptionDeadline{start_of(active->term.end), EndTrial{}}; }
        if (s.auto_renews) { return SubscriptionDeadline{start_of(active->term.end), RenewSubscription{}}; }
        return SubscriptionDeadline{start_of(active->term.end), EndTerm{}};
    }
    if (const auto* suspended = std::get_if<S::Suspended>(&s.phase)) {
        const Instant expiry = end_of(suspended->last_day);
        // A trial cannot be made longer by suspending it.
        if (s.is_trial && start_of(suspended->term.end) <= expiry) {
            return SubscriptionDeadline{start_of(suspended->term.end), EndTrial{}};
        }
        if (suspended->last_day == last_date) { return std::nullopt; }  // no day comes after it
        return SubscriptionDeadline{expiry, ExpireSubscription{}};
    }
    return std::nullopt;
}

std::optional<S::Command> asked_instead(const S::Command& refused) {
    if (std::holds_alternative<RenewSubscription>(refused)) { return EndTerm{}; }
    return std::nullopt;
}

}  // namespace csp
