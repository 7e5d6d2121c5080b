// Looks up and counts what decisions about money need.
#include "codec/keys.hpp"
#include "engine/facts.hpp"
#include "engine/held.hpp"
#include "engine/look_up.hpp"
#include "engine/past.hpp"
#include "engine/scan.hpp"

namespace csp::engine {
namespace {

Result<Done> add_to(Money& total, const Money& amount) {
    auto both = sum(total, amount);
    if (!both) { return std::move(both).error(); }
    total = *both;
    return done;
}

/// CONV-5: every line was rounded when it was made; here nothing is rounded any more. The charges are only read: an
/// invoice of a hundred thousand lines need not keep them.
Result<InvoiceTotals> totals_of(Pipeline& pipeline, const PartnerId& partner, const ComingInvoice& invoice) {
    InvoiceTotals totals{.lines = 0, .amount = Money{0, invoice.currency}, .tax = Money{0, invoice.currency}};
    auto counted =
        for_each_record(pipeline.work().transaction(), codec::Index::charges_of_invoice,
                        codec::charges_of_invoice(partner, invoice), [&](const Record& record) {
                            auto charge = state_in<Charge>(record.body);
                            if (!charge) {
                                return Result<Done>(unreadable(Kind::charge, record.id, std::move(charge).error()));
                            }
                            const ChargeEntry& entry = (*charge)->state.entry;
                            ++totals.lines;
                            auto added = add_to(totals.amount, entry.line.amount);
                            if (added && has_currency(entry.tax)) { added = add_to(totals.tax, entry.tax); }
                            return added;
                        });
    if (!counted) { return std::move(counted).error(); }
    return totals;
}

}  // namespace

template <>
Result<Gathered<Charge>> gather(Pipeline& pipeline, const Entry<Charge>&, const Charge::Command& command, Instant at) {
    Gathered<Charge> gathered;
    const auto* record = std::get_if<RecordCharge>(&command);
    if (record == nullptr) { return gathered; }
    const ChargeEntry& entry = record->entry;
    auto partner = partner_at(pipeline, entry.partner, at);  // a late charge is invoiced as one on time
    if (!partner) { return std::move(partner).error(); }
    if (*partner != nullptr) {
        gathered.facts.billing_day = (*partner)->billing_day;
        gathered.facts.partner_country = (*partner)->country;
    }
    auto ledger = look_up(pipeline, LedgerId{entry.partner.bytes});
    if (!ledger) { return std::move(ledger).error(); }
    if (*ledger != nullptr) {
        const bool is_recurring = entry.invoice_type == InvoiceType::recurring;
        gathered.facts.closed_on = is_recurring ? (*ledger)->recurring_closed_on : (*ledger)->one_time_closed_on;
    }
    if (entry.line.credits == 0 || entry.subscription.is_nil()) { return gathered; }
    auto credited = look_up(pipeline, ChargeId{id_of_number(entry.subscription.bytes, entry.line.credits)});
    if (!credited) { return std::move(credited).error(); }
    if (*credited != nullptr) {
        gathered.facts.credited_mpn_id = (*credited)->entry.reseller_mpn_id;
        gathered.facts.credited_invoiced_on = (*credited)->invoiced_on;
    }
    return gathered;
}

template <>
Result<Gathered<Billing>> gather(Pipeline&, const Entry<Billing>&, const Billing::Command&, Instant) {
    return Gathered<Billing>{};
}

template <>
Result<Gathered<Ledger>> gather(Pipeline&, const Entry<Ledger>&, const Ledger::Command&, Instant) {
    return Gathered<Ledger>{};
}

template <>
Result<Gathered<Invoice>> gather(Pipeline& pipeline, const Entry<Invoice>&, const Invoice::Command& command, Instant) {
    Gathered<Invoice> gathered;
    const auto* draft = std::get_if<DraftInvoice>(&command);
    if (draft == nullptr) { return gathered; }
    auto partner = look_up(pipeline, draft->partner);
    if (!partner) { return std::move(partner).error(); }
    if (*partner != nullptr) { gathered.facts.cloud = (*partner)->cloud; }
    auto totals = totals_of(pipeline, draft->partner, draft->coming);
    if (!totals) { return std::move(totals).error(); }
    gathered.facts.totals = *totals;
    return gathered;
}

}  // namespace csp::engine
