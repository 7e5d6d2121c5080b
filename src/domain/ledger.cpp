// Which invoices of a partner are coming: its table, and how they are numbered.
#include "csp/ledger.hpp"

#include <algorithm>
#include <array>

#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Ledger;
using Q = Question<S>;
using Reasons = std::vector<Error>;

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> not_expected_yet{
    "not expected yet",
    [](const Q& q) { return std::ranges::count(q.state.coming, asked<ExpectInvoice>(q).coming) == 0; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CAN-20", "expected_already", "coming",
                              "the invoice of " + text_of(asked<ExpectInvoice>(q).coming.on) + " is expected already"));
    },
    true};

bool is_over(const Q& q) { return !q.state.coming.empty() && closed_on(q.state.coming.front()) <= date_of(q.now); }
constexpr Guard<S> a_period_is_over{
    "a period is over", is_over, [](const Q&, Reasons& out) {
        out.push_back(refused("CONV-3", "period_not_over", "", "no period with charges is over"));
    }};

// ---- makers: what happens, with every value it needs ------------------------------------------------

InvoiceExpected expected(const Q& q) { return {asked<ExpectInvoice>(q).partner, asked<ExpectInvoice>(q).coming}; }
CorrectionNumbered correction(const Q& q) {
    const auto& correct = asked<NumberCorrection>(q);
    return {correct.credited, correct.coming, correct.paid, q.state.last_number + 1};
}
PeriodClosed closed(const Q& q) { return {q.state.coming.front(), q.state.last_number + 1}; }

// clang-format off
// ---- the whole life of a ledger; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from              on                    only if                      emits                to               rule
    {phase<S::Absent>, on<ExpectInvoice>,    only_if<&not_expected_yet>,  emits<&expected>,    phase<S::Open>,  "CAN-20"},
    {phase<S::Open>,   on<ExpectInvoice>,    only_if<&not_expected_yet>,  emits<&expected>,    phase<S::Open>,  "CAN-20"},
    {phase<S::Open>,   on<ClosePeriod>,      only_if<&a_period_is_over>,  emits<&closed>,      phase<S::Open>,  "CONV-3"},
    {phase<S::Open>,   on<NumberCorrection>, always,                      emits<&correction>,  phase<S::Open>,  "B11"},
};
constexpr std::array<Never<S>, 0> nevers{};
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

bool closes_earlier(const ComingInvoice& a, const ComingInvoice& b) {
    return std::pair(closed_on(a), a) < std::pair(closed_on(b), b);
}

void take(S& s, const InvoiceExpected& e) {
    s.partner = e.partner;
    s.coming.insert(std::ranges::upper_bound(s.coming, e.coming, closes_earlier), e.coming);
    s.phase = S::Open{};
}
void take(S& s, const PeriodClosed& e) {
    std::erase(s.coming, e.coming);
    Date& closed = e.coming.type == InvoiceType::recurring ? s.recurring_closed_on : s.one_time_closed_on;
    closed = std::max(closed, closed_on(e.coming));
    s.last_number = e.number;
}
void take(S& s, const CorrectionNumbered& e) { s.last_number = e.credit_note + 1; }

}  // namespace

Date closed_on(const ComingInvoice& coming) {
    return coming.type == InvoiceType::recurring ? coming.on : day_in_month_of(coming.on, 1);
}

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText ledger_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    std::visit([&](const auto& e) { take(s, e); }, event);
}

std::optional<LedgerDeadline> next_deadline(const S& s) {
    if (s.coming.empty()) { return std::nullopt; }
    return LedgerDeadline{start_of(closed_on(s.coming.front())), ClosePeriod{}};
}

}  // namespace csp
