// What is charged of a subscription, and what of it taken back: its table, guards and makers.
#include "csp/billing.hpp"

#include <array>

#include "base/undying.hpp"
#include "domain/billing_lines.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Billing;
using Q = Question<S>;
using Reasons = std::vector<Error>;
using domain::Biller;

Date today(const Q& q) { return date_of(q.now); }
Date charged_until(const S& s) {
    if (const auto* stopped = std::get_if<S::Stopped>(&s.phase)) { return stopped->charged_until; }
    const auto* running = std::get_if<S::Running>(&s.phase);
    return running != nullptr ? running->charged_until : s.terms.term.start;
}
/// B5: a purchase that is taken back within 30 days is taken back in full (CONV-2: day 30 is the last good one).
bool is_fresh(const Q& q) { return days_between(q.state.terms.opened_on, today(q)) <= q.policy.full_credit_days; }

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> a_period_begins{
    "a period begins",
    [](const Q& q) {
        return in<S::Running>(q.state).charged_until <= today(q) &&
               in<S::Running>(q.state).charged_until < q.state.terms.term.end;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CONV-3", "charged_already", "",
                              "it is charged until " + text_of(days_after(in<S::Running>(q.state).charged_until, -1))));
    }};

/// At a renewal the subscription asks to begin and to renew: whoever has just begun has the new term already.
constexpr Guard<S> another_term_begins{
    "another term begins", [](const Q& q) { return asked<RenewBilling>(q).term != q.state.terms.term; },
    [](const Q&, Reasons& out) { out.push_back(refused("CONV-4", "renewed_already", "", "it has that term already")); },
    true};

/// The same when the cycle changes.
constexpr Guard<S> another_cycle_begins{
    "another cycle begins", [](const Q& q) { return asked<RebillCycle>(q).cycle != q.state.terms.cycle; },
    [](const Q&, Reasons& out) { out.push_back(refused("B5", "cycle_unchanged", "", "it has that cycle already")); },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

BillingBegun begun(const Q& q) {
    const BillingTerms& terms = asked<BeginBilling>(q).terms;
    Biller biller(terms, q.state, terms.term.start, q.policy);
    biller.charge_up_to(today(q), domain::bought);
    return {terms, std::move(biller.lines), biller.charged_until};
}

/// Lines that end before a period begins cannot be taken back, but for those of a fresh purchase.
Date settled_before(const Q& q, Date period_start) { return is_fresh(q) ? first_date : period_start; }

PeriodCharged charged(const Q& q) {
    const Date from = in<S::Running>(q.state).charged_until;
    Biller biller(q.state.terms, q.state, from, q.policy);
    biller.charge_period(domain::gone_on);
    return {std::move(biller.lines), biller.charged_until, settled_before(q, from)};
}

QuantityRebilled rebilled(const Q& q) {
    const std::int32_t quantity = asked<RebillQuantity>(q).quantity;
    Biller biller(q.state.terms, q.state, charged_until(q.state), q.policy);
    biller.change_quantity(today(q), quantity);
    return {quantity, std::move(biller.lines)};
}

BillingStopped stopped(const Q& q) {
    Biller biller(q.state.terms, q.state, charged_until(q.state), q.policy);
    const bool is_in_full = is_fresh(q);
    if (is_in_full) {
        biller.credit_everything();
    } else {
        biller.credit_from(today(q), ChargeType::prorate_fees_when_cancel);
    }
    return {today(q), is_in_full, std::move(biller.lines)};
}

/// A price that does not fit into Money is none: the old one goes on.
Money countable(Money price, const Q& q) {
    return why_not_billed(price, q.state.terms.quantity, q.policy) ? q.state.terms.unit_price : price;
}

/// B5: a month comes back whole within 30 days of the purchase, a year only on the day on which it was stopped.
bool comes_back_whole(const Q& q) {
    const auto& before = in<S::Stopped>(q.state);
    const bool is_a_month = q.state.terms.cycle == Cycle::monthly;
    return before.is_in_full && is_fresh(q) && (is_a_month || before.stopped_on == today(q));
}

BillingContinued continued(const Q& q) {
    const auto& wish = asked<ContinueBilling>(q);
    const auto& before = in<S::Stopped>(q.state);
    BillingTerms terms = q.state.terms;
    terms.term = wish.term;
    terms.unit_price = countable(wish.unit_price, q);
    const bool is_whole = comes_back_whole(q);
    // Days of a term that ended meanwhile have not the price of the next one.
    const Date from = std::max(is_whole ? before.charged_until : today(q), wish.term.start);
    Biller biller(terms, q.state, from, q.policy);
    if (is_whole) { biller.charge_again(before.taken_back); }
    biller.charge_up_to(today(q), is_whole ? domain::gone_on : domain::activated);
    return {terms.term, terms.unit_price, std::move(biller.lines), biller.charged_until};
}

BillingRenewed renewed(const Q& q) {
    const auto& renew = asked<RenewBilling>(q);
    BillingTerms terms = q.state.terms;
    terms.term = renew.term;
    terms.unit_price = countable(renew.unit_price, q);
    Biller biller(terms, q.state, renew.term.start, q.policy);
    biller.charge_up_to(today(q), domain::renewed);
    return {terms.term, terms.unit_price, std::move(biller.lines), biller.charged_until,
            settled_before(q, renew.term.start)};
}

CycleRebilled other_cycle(const Q& q) {
    const auto& rebill = asked<RebillCycle>(q);
    BillingTerms terms = q.state.terms;
    terms.cycle = rebill.cycle;
    terms.anchor = rebill.anchor;
    terms.term = rebill.term;
    terms.unit_price = countable(rebill.unit_price, q);
    const bool is_paid_yet = terms.term.start <= today(q);
    Biller biller(terms, q.state, is_paid_yet ? today(q) : terms.term.start, q.policy);
    biller.credit_from(today(q), ChargeType::prorate_fees_when_convert_away);
    biller.charge_up_to(today(q), domain::converted);
    return {terms.cycle, terms.anchor, terms.term, terms.unit_price, std::move(biller.lines), biller.charged_until};
}

BilledResellerNamed reseller_named(const Q& q) { return {asked<NameBilledReseller>(q).mpn_id}; }

/// What ends with its term has nothing left to take back.
BillingClosed closed(const Q& q) {
    BillingClosed event{today(q), {}};
    if (!is_in<S::Running>(q.state) || today(q) >= q.state.terms.term.end) { return event; }
    event.lines = stopped(q).lines;
    return event;
}

// ---- refusals where there is no row ------------------------------------------------------------------

Error not_billed(const Q&) { return refused("A-PRORATE", "not_billed", "", "it is stopped and charges nothing"); }
Error over(const Q& q) {
    return refused("A-PRORATE", "closed", "", "its billing was closed on " + text_of(in<S::Closed>(q.state).closed_on));
}

// clang-format off
// ---- the whole life of a billing; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from               on                      only if                     emits                    to                  rule
    {phase<S::Absent>,  on<BeginBilling>,       always,                     emits<&begun>,           phase<S::Running>,  "CONV-3"},
    {phase<S::Running>, on<ChargePeriod>,       only_if<&a_period_begins>,  emits<&charged>,         phase<S::Running>,  "CONV-3"},
    {phase<S::Running>, on<RebillQuantity>,     always,                     emits<&rebilled>,        phase<S::Running>,  "CONV-6"},
    {phase<S::Running>, on<StopBilling>,        always,                     emits<&stopped>,         phase<S::Stopped>,  "CONV-6"},
    {phase<S::Stopped>, on<ContinueBilling>,    always,                     emits<&continued>,       phase<S::Running>,  "CONV-6"},
    {phase<S::Running>, on<RenewBilling>,       only_if<&another_term_begins>, emits<&renewed>,      phase<S::Running>,  "CONV-4"},
    {phase<S::Running>, on<RebillCycle>,        only_if<&another_cycle_begins>, emits<&other_cycle>,     phase<S::Running>,  "CONV-4"},
    {phase<S::Running>, on<NameBilledReseller>, always,                     emits<&reseller_named>,  phase<S::Running>,  "RES-13"},
    {phase<S::Stopped>, on<NameBilledReseller>, always,                     emits<&reseller_named>,  phase<S::Stopped>,  "RES-13"},
    {phase<S::Running>, on<CloseBilling>,       always,                     emits<&closed>,          phase<S::Closed>,   "CONV-6"},
    {phase<S::Stopped>, on<CloseBilling>,       always,                     emits<&closed>,          phase<S::Closed>,   "SUS-09"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Stopped>, on<ChargePeriod>,   &not_billed},
    {phase<S::Stopped>, on<RebillQuantity>, &not_billed},
    {phase<S::Stopped>, on<StopBilling>,    &not_billed},
    {phase<S::Closed>,  on<ChargePeriod>,   &over},
    {phase<S::Closed>,  on<StopBilling>,    &over},
    {phase<S::Closed>,  on<ContinueBilling>, &over},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void take_lines(S& s, const Lines& lines) {
    for (const ChargeLine& line : lines) {
        domain::stand(s.standing, line);
        s.last_line = line.number;
    }
}
void forget_before(S& s, Date day) {
    std::erase_if(s.standing, [&](const ChargeLine& line) { return line.days.end <= day; });
}

void take(S& s, const BillingBegun& e) {
    s.terms = e.terms;
    s.phase = S::Running{e.charged_until};
}
void take(S& s, const PeriodCharged& e) {
    forget_before(s, e.settled_before);
    s.phase = S::Running{e.charged_until};
}
void take(S& s, const QuantityRebilled& e) { s.terms.quantity = e.quantity; }
void take(S& s, const BillingStopped& e) {
    S::Stopped stopped{charged_until(s), e.stopped_on, e.is_in_full, {}};
    if (e.is_in_full) { stopped.taken_back = s.standing; }
    s.phase = std::move(stopped);
}
void take(S& s, const BillingContinued& e) {
    s.terms.term = e.term;
    s.terms.unit_price = e.unit_price;
    s.phase = S::Running{e.charged_until};
}
void take(S& s, const BillingRenewed& e) {
    s.terms.term = e.term;
    s.terms.unit_price = e.unit_price;
    forget_before(s, e.settled_before);
    s.phase = S::Running{e.charged_until};
}
void take(S& s, const CycleRebilled& e) {
    s.terms.cycle = e.cycle;
    s.terms.anchor = e.anchor;
    s.terms.term = e.term;
    s.terms.unit_price = e.unit_price;
    s.phase = S::Running{e.charged_until};
}
void take(S& s, const BilledResellerNamed& e) { s.terms.reseller_mpn_id = e.mpn_id; }
void take(S& s, const BillingClosed& e) { s.phase = S::Closed{e.closed_on}; }

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText billing_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    std::visit([&](const auto& e) { take(s, e); }, event);
    take_lines(s, lines_of(event));
}

std::optional<BillingDeadline> next_deadline(const S& s) {
    const auto* running = std::get_if<S::Running>(&s.phase);
    if (running == nullptr || running->charged_until >= s.terms.term.end) { return std::nullopt; }
    return BillingDeadline{start_of(running->charged_until), ChargePeriod{}};
}

const Lines& lines_of(const S::Event& event) {
    return std::visit(
        [](const auto& e) -> const Lines& {
            if constexpr (requires { e.lines; }) {
                return e.lines;
            } else {
                return undying<const Lines>();
            }
        },
        event);
}

std::optional<Error> why_not_billed(Money unit_price, std::int64_t quantity, const Policy& policy) {
    auto year = times(unit_price, policy.term_months);
    if (year) { year = times(*year, quantity); }
    if (!year) { return std::move(year).error(); }
    if (year->amount_minor <= most_a_purchase_can_cost) { return std::nullopt; }
    return invalid("CONV-5", "amount_too_large", "amount",
                   "a year of it costs " + text_of(*year) + ", and no invoice can be made of more than " +
                       text_of(Money{most_a_purchase_can_cost, year->currency}));
}

}  // namespace csp
