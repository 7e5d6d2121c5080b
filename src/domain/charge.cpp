// A line of money, written once: its table, and the invoice it appears on.
#include "csp/charge.hpp"

#include <algorithm>
#include <array>

#include "csp/proration.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Charge;
using Q = Question<S>;

// ---- makers: what happens, with every value it needs ------------------------------------------------

ChargeRecorded recorded(const Q& q) {
    ChargeEntry entry = asked<RecordCharge>(q).entry;
    entry.charged_on = date_of(q.now);
    if (q.facts.credited_mpn_id) { entry.reseller_mpn_id = *q.facts.credited_mpn_id; }
    if (!entry.subscription.is_nil() && q.policy.tax_country_of == TaxCountryOf::partner) {  // TAX-01
        entry.includes_tax = std::ranges::count(q.policy.tax_inclusive_markets, q.facts.partner_country) > 0;
    }
    const Date counted_on = std::max(entry.charged_on, q.facts.closed_on);
    const Date invoiced_on = entry.invoice_type == InvoiceType::recurring
                                 ? recurring_invoice_on(counted_on, q.facts.billing_day)
                                 : one_time_invoice_on(counted_on, q.policy);
    return {std::move(entry), std::max(invoiced_on, q.facts.credited_invoiced_on)};
}
ChargeTakenBack taken_back(const Q& q) { return {asked<TakeBackCharge>(q).credited_by}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error written_once(const Q& q) {
    return refused("CONV-5", "recorded_already", "",
                   "a charge is written once; this one is of " + text_of(q.state.entry.charged_on));
}
Error taken_back_once(const Q& q) {
    return refused("C9", "taken_back_already", "",
                   "line " + std::to_string(in<S::TakenBack>(q.state).credited_by) + " took it back already");
}

// clang-format off
// ---- the whole life of a charge; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from                on                  only if   emits                to                     rule
    {phase<S::Absent>,   on<RecordCharge>,   always,   emits<&recorded>,    phase<S::Standing>,    "CONV-5"},
    {phase<S::Standing>, on<TakeBackCharge>, always,   emits<&taken_back>,  phase<S::TakenBack>,   "CONV-6"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Standing>,  on<RecordCharge>,   &written_once},
    {phase<S::TakenBack>, on<RecordCharge>,   &written_once},
    {phase<S::TakenBack>, on<TakeBackCharge>, &taken_back_once},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void record(S& s, const ChargeRecorded& e) {
    s.entry = e.entry;
    s.invoiced_on = e.invoiced_on;
    s.phase = S::Standing{};
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText charge_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    std::visit(overloaded{
                   [&](const ChargeRecorded& e) { record(s, e); },
                   [&](const ChargeTakenBack& e) { s.phase = S::TakenBack{e.credited_by}; },
               },
               event);
}

Date recurring_invoice_on(Date charged_on, std::int32_t billing_day) {
    const Date this_month = day_in_month_of(charged_on, billing_day);
    if (this_month > charged_on) { return this_month; }
    return day_in_month_of(months_after(day_in_month_of(charged_on, 1), 1), billing_day);
}

std::string_view text_of(ChargeType type) {
    switch (type) {
        case ChargeType::activation_fee: return "Activation fee";
        case ChargeType::cycle_fee: return "Cycle fee";
        case ChargeType::cycle_instance_prorate: return "Cycle instance prorate";
        case ChargeType::renew_fee: return "Renew fee";
        case ChargeType::cancel_fee: return "Cancel fee";
        case ChargeType::prorate_fees_when_purchase: return "Prorate fees when purchase";
        case ChargeType::prorate_fees_when_renew: return "Prorate fees when renew";
        case ChargeType::prorate_fees_when_activate: return "Prorate fees when activate";
        case ChargeType::prorate_fees_when_cancel: return "Prorate fees when cancel";
        case ChargeType::prorate_fees_when_convert_away: return "Prorate fees when convert away";
        case ChargeType::prorate_fees_when_convert_to: return "Prorate fees when convert to";
        case ChargeType::new_purchase: return "New";
        case ChargeType::customer_credit: return "customerCredit";
    }
    return "unknown";
}

}  // namespace csp
