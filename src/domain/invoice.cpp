// The life of an invoice: its table, guards and makers.
#include "csp/invoice.hpp"

#include <array>

#include "csp/text.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Invoice;
using Q = Question<S>;
using Reasons = std::vector<Error>;

Date issued_on(const S& s) {
    if (const auto* overdue = std::get_if<S::Overdue>(&s.phase)) { return overdue->issued_on; }
    const auto* issued = std::get_if<S::Issued>(&s.phase);
    return issued != nullptr ? issued->issued_on : s.issue_on;
}
bool asks_for_nothing(const S& s) { return rest_of(s).amount_minor <= 0; }

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> no_more_than_the_rest{
    "no more than the rest",
    [](const Q& q) {
        const Money amount = asked<RecordPayment>(q).amount;
        const Money rest = rest_of(q.state);
        return amount.currency == rest.currency && amount.amount_minor > 0 && amount.amount_minor <= rest.amount_minor;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused(
            "C9", "not_to_be_paid", "amount",
            text_of(rest_of(q.state)) + " are to be paid; the payment is " + text_of(asked<RecordPayment>(q).amount)));
    },
    true};

constexpr Guard<S> its_day_has_come{
    "its day has come", [](const Q& q) { return q.state.issue_on <= date_of(q.now); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CAN-20", "not_issued_yet", "", "it is issued on " + text_of(q.state.issue_on)));
    }};
constexpr Guard<S> nothing_is_to_be_paid{
    "nothing is to be paid", [](const Q& q) { return asks_for_nothing(q.state); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("C9", "to_be_paid", "", text_of(rest_of(q.state)) + " are to be paid"));
    }};
/// CONV-2: the last day is a good one.
constexpr Guard<S> its_last_day_is_over{
    "its last day is over", [](const Q& q) { return q.state.due_on < date_of(q.now); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("B11", "not_overdue_yet", "", "it can be paid until " + text_of(q.state.due_on)));
    }};

constexpr Guard<S> the_reason_is_one_line{
    "the reason is one line of text",
    [](const Q& q) { return is_plain_text(asked<CreditAndRebill>(q).reason, q.policy.reason_bytes); },
    [](const Q& q, Reasons& out) {
        out.push_back(not_plain_text(asked<CreditAndRebill>(q).reason, q.policy.reason_bytes, "reason", "B11"));
    },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

/// A correction is issued on the day it is asked for.
Date issue_day(const Q& q, const DraftInvoice& draft) {
    if (!draft.amends.is_nil()) { return date_of(q.now); }
    return draft.coming.type == InvoiceType::recurring ? days_after(draft.coming.on, q.policy.recurring_invoice_days)
                                                       : draft.coming.on;
}
InvoiceDrafted drafted(const Q& q) {
    const auto& draft = asked<DraftInvoice>(q);
    const Date issue_on = issue_day(q, draft);
    const std::int64_t sign = draft.document == DocumentType::credit_note ? -1 : 1;
    const InvoiceTotals& totals = q.facts.totals;
    const std::int32_t days =
        q.facts.cloud == Cloud::china_21vianet ? q.policy.invoice_due_days_china : q.policy.invoice_due_days;
    return {.partner = draft.partner,
            .coming = draft.coming,
            .number = draft.number,
            .lines = totals.lines,
            .amount = Money{sign * totals.amount.amount_minor, totals.amount.currency},
            .tax = Money{sign * totals.tax.amount_minor, totals.tax.currency},
            .issue_on = issue_on,
            .due_on = last_day_within(days, issue_on),
            .document = draft.document,
            .amends = draft.amends,
            .paid = draft.paid};
}
InvoiceIssued issued(const Q& q) { return {q.state.issue_on}; }
PaymentRecorded recorded(const Q& q) {
    const Money amount = asked<RecordPayment>(q).amount;
    return {amount, sum(q.state.paid, amount).value(), date_of(q.now)};
}
InvoicePaid paid(const Q& q) { return {date_of(q.now)}; }
InvoiceCredited credited(const Q& q) { return {asked<CreditAndRebill>(q).reason, date_of(q.now), q.state.paid}; }
InvoiceOverdue overdue(const Q& q) { return {days_after(q.state.due_on, 1)}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error not_issued(const Q& q) {
    return refused("C9", "not_issued_yet", "", "it is issued on " + text_of(q.state.issue_on));
}
Error paid_already(const Q& q) {
    return refused("C9", "paid_already", "", "it was paid on " + text_of(in<S::Paid>(q.state).paid_on));
}

Error credited_already(const Q& q) {
    return refused("B11", "credited_already", "",
                   "a credit note cancelled it on " + text_of(in<S::Credited>(q.state).credited_on) +
                       ", and another invoice took its place");
}

// clang-format off
// ---- the whole life of an invoice; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from               on                  only if                            emits               to                  rule
    {phase<S::Absent>,  on<DraftInvoice>,   always,                            emits<&drafted>,    phase<S::Draft>,    "CAN-20"},
    {phase<S::Draft>,   on<IssueInvoice>,   only_if<&its_day_has_come>,        emits<&issued>,     phase<S::Issued>,   "CAN-20"},
    {phase<S::Issued>,  on<RecordPayment>,  only_if<&no_more_than_the_rest>,   emits<&recorded>,   phase<S::Issued>,   "CONV-5"},
    {phase<S::Overdue>, on<RecordPayment>,  only_if<&no_more_than_the_rest>,   emits<&recorded>,   phase<S::Overdue>,  "CONV-5"},
    {phase<S::Issued>,  on<SettleInvoice>,  only_if<&nothing_is_to_be_paid>,   emits<&paid>,       phase<S::Paid>,     "CONV-5"},
    {phase<S::Overdue>, on<SettleInvoice>,  only_if<&nothing_is_to_be_paid>,   emits<&paid>,       phase<S::Paid>,     "CONV-5"},
    {phase<S::Issued>,  on<MarkOverdue>,    only_if<&its_last_day_is_over>,    emits<&overdue>,    phase<S::Overdue>,  "CONV-2"},
    {phase<S::Issued>,  on<CreditAndRebill>, only_if<&the_reason_is_one_line>, emits<&credited>,   phase<S::Credited>, "B11"},
    {phase<S::Overdue>, on<CreditAndRebill>, only_if<&the_reason_is_one_line>, emits<&credited>,   phase<S::Credited>, "B11"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Draft>,    on<RecordPayment>,   &not_issued},
    {phase<S::Draft>,    on<CreditAndRebill>, &not_issued},
    {phase<S::Paid>,     on<RecordPayment>,   &paid_already},
    {phase<S::Paid>,     on<CreditAndRebill>, &paid_already},
    {phase<S::Credited>, on<RecordPayment>,   &credited_already},
    {phase<S::Credited>, on<CreditAndRebill>, &credited_already},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void take(S& s, const InvoiceDrafted& e) {
    s.partner = e.partner;
    s.coming = e.coming;
    s.number = e.number;
    s.lines = e.lines;
    s.amount = e.amount;
    s.tax = e.tax;
    s.paid = Money{e.paid.amount_minor, e.coming.currency};
    s.issue_on = e.issue_on;
    s.due_on = e.due_on;
    s.document = e.document;
    s.amends = e.amends;
    s.phase = S::Draft{};
}
void take(S& s, const InvoiceIssued& e) { s.phase = S::Issued{e.issued_on}; }
void take(S& s, const PaymentRecorded& e) { s.paid = e.paid; }
void take(S& s, const InvoicePaid& e) { s.phase = S::Paid{issued_on(s), e.paid_on}; }
void take(S& s, const InvoiceCredited& e) {
    s.paid.amount_minor = 0;
    s.phase = S::Credited{issued_on(s), e.credited_on};
}
void take(S& s, const InvoiceOverdue& e) { s.phase = S::Overdue{issued_on(s), e.overdue_from}; }

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText invoice_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    std::visit([&](const auto& e) { take(s, e); }, event);
}

Money rest_of(const S& s) {
    if (is_in<S::Credited>(s)) { return {0, s.coming.currency}; }
    return {s.amount.amount_minor + s.tax.amount_minor - s.paid.amount_minor, s.coming.currency};
}

std::optional<InvoiceDeadline> next_deadline(const S& s) {
    if (is_in<S::Draft>(s)) { return InvoiceDeadline{start_of(s.issue_on), IssueInvoice{}}; }
    if (!is_in<S::Issued>(s) || s.due_on == last_date) { return std::nullopt; }  // no day comes after that one
    return InvoiceDeadline{end_of(s.due_on), MarkOverdue{}};
}

}  // namespace csp
