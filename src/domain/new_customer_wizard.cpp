// The pages of the wizard: its table, the guards and makers it names, and what each event does to the state.
#include "csp/new_customer_wizard.hpp"

#include <array>
#include <utility>

#include "domain/refusals.hpp"
#include "domain/resellers.hpp"

namespace csp {
namespace {

using S = NewCustomerWizard;
using Q = Question<S>;
using Reasons = std::vector<Error>;

// ---- guards: each reads after "only if" --------------------------------------------------------------

Reasons against_reseller(const Q& q) { return wrong_reseller(q.facts.reseller, "reseller", q.policy, date_of(q.now)); }
constexpr Guard<S> a_reseller_is_selected{"a reseller is selected that is a partner",
                                          [](const Q& q) { return against_reseller(q).empty(); },
                                          [](const Q& q, Reasons& out) {
                                              for (Error& reason : against_reseller(q)) {
                                                  out.push_back(std::move(reason));
                                              }
                                          },
                                          true};

/// The tables of customers and orders say it in their own words.
constexpr Guard<S> such_a_customer_can_be_created{"such a customer can be created",
                                                  [](const Q& q) { return !q.facts.against; },
                                                  [](const Q& q, Reasons& out) {
                                                      Error first = *q.facts.against;
                                                      const Reasons others = std::exchange(first.also, {});
                                                      out.push_back(std::move(first));
                                                      out.insert(out.end(), others.begin(), others.end());
                                                  },
                                                  true};

constexpr Guard<S> something_is_bought{
    "something is bought", [](const Q& q) { return !asked<ChooseSubscriptions>(q).first_order.lines.empty(); },
    [](const Q& q, Reasons& out) {
        out.push_back(
            invalid("RES-16", "line_count_out_of_range", "lines",
                    "the wizard must choose from 1 to " + std::to_string(q.policy.order_lines) + " subscriptions"));
    },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

WizardStarted started(const Q& q) { return {asked<StartWizard>(q).reseller}; }
DetailsGiven details_given(const Q& q) {
    const auto& given = asked<GiveDetails>(q);
    return {given.domain, given.profile};
}
SubscriptionsChosen chosen(const Q& q) {
    const FirstOrder& wish = asked<ChooseSubscriptions>(q).first_order;
    return {FirstOrder{.cycle = wish.cycle, .lines = wish.lines, .order = {}, .new_ids = {}}};
}
WizardSubmitted submitted(const Q&) { return {}; }
WizardCancelled cancelled(const Q&) { return {}; }
WizardFinished finished(const Q&) { return {}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error no_way_back(const Q&) {
    return refused("RES-16", "no_way_back", "", "the wizard was submitted: the customer exists and has its order");
}
Error aborted(const Q&) { return refused("RES-16", "aborted", "", "the wizard was cancelled; start over"); }

constexpr auto creatable = only_if<&such_a_customer_can_be_created>;

// clang-format off
// ---- the pages of the wizard; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from                     on                       only if                                                          emits                 to                        rule
    {phase<S::Unstarted>,     on<StartWizard>,         only_if<&a_reseller_is_selected>,                                emits<&started>,       phase<S::Details>,        "RES-16"},
    {phase<S::Details>,       on<GiveDetails>,         creatable,                                                       emits<&details_given>, phase<S::Subscriptions>,  "RES-16"},
    {phase<S::Subscriptions>, on<ChooseSubscriptions>, only_if<&something_is_bought, &such_a_customer_can_be_created>,  emits<&chosen>,        phase<S::Review>,         "RES-16"},
    {phase<S::Review>,        on<SubmitWizard>,        creatable,                                                       emits<&submitted>,     phase<S::Confirmed>,      "RES-17"},
    {phase<S::Details>,       on<CancelWizard>,        always,                                                          emits<&cancelled>,     phase<S::Aborted>,        "RES-16"},
    {phase<S::Subscriptions>, on<CancelWizard>,        always,                                                          emits<&cancelled>,     phase<S::Aborted>,        "RES-16"},
    {phase<S::Review>,        on<CancelWizard>,        always,                                                          emits<&cancelled>,     phase<S::Aborted>,        "RES-16"},
    {phase<S::Confirmed>,     on<FinishWizard>,        always,                                                          emits<&finished>,      phase<S::Closed>,         "RES-17"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Confirmed>, on<GiveDetails>,         &no_way_back},
    {phase<S::Confirmed>, on<ChooseSubscriptions>, &no_way_back},
    {phase<S::Confirmed>, on<SubmitWizard>,        &no_way_back},
    {phase<S::Confirmed>, on<CancelWizard>,        &no_way_back},
    {phase<S::Closed>,    on<SubmitWizard>,        &no_way_back},
    {phase<S::Closed>,    on<CancelWizard>,        &no_way_back},
    {phase<S::Aborted>,   on<GiveDetails>,         &aborted},
    {phase<S::Aborted>,   on<ChooseSubscriptions>, &aborted},
    {phase<S::Aborted>,   on<SubmitWizard>,        &aborted},
    {phase<S::Aborted>,   on<CancelWizard>,        &aborted},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void take(S& s, const DetailsGiven& e) {
    s.domain = e.domain;
    s.profile = e.profile;
    s.phase = S::Subscriptions{};
}
void take(S& s, const SubscriptionsChosen& e) {
    s.first_order = e.first_order;
    s.phase = S::Review{};
}
void forget(S& s, S::Phase phase_after) {
    s = S{};
    s.phase = phase_after;
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText new_customer_wizard_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const WizardStarted& e)       { s.reseller = e.reseller; s.phase = S::Details{}; },
        [&](const DetailsGiven& e)        { take(s, e); },
        [&](const SubscriptionsChosen& e) { take(s, e); },
        [&](const WizardSubmitted&)       { s.phase = S::Confirmed{}; },
        [&](const WizardCancelled&)       { forget(s, S::Aborted{}); },
        [&](const WizardFinished&)        { forget(s, S::Closed{}); },
    }, event);
    // clang-format on
}

CreateCustomer customer_wanted(const S& wizard) {
    return {.partner = {},
            .domain = wizard.domain,
            .profile = wizard.profile,
            .reseller = wizard.reseller,
            .first_order = wizard.first_order,
            .admin_user = {}};
}

}  // namespace csp
