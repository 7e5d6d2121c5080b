// The index entries of what is about money.
#include "codec/keys.hpp"
#include "csp/nouns.hpp"

namespace csp::codec {
namespace {

IndexEntry entry(Index index, std::string bytes) { return {static_cast<std::uint16_t>(index), std::move(bytes)}; }

/// Eight bytes, the highest first, so that memcmp is the order of numbers. Below 0 there is none.
std::string in_order(std::int64_t number) {
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * (bytes.size() - 1 - i)));
    }
    return bytes;
}

bool charges_days(const Charge& charge) {
    return is_in<Charge::Standing>(charge) && charge.entry.line.credits == 0 && !charge.entry.subscription.is_nil();
}

}  // namespace

std::string charges_of_invoice(const PartnerId& partner, const ComingInvoice& invoice) {
    std::string bytes = prefix_of(partner);
    bytes += static_cast<char>(invoice.type);
    bytes.append(invoice.currency.letters.data(), invoice.currency.letters.size());
    return bytes + in_order(invoice.on.days);
}

std::vector<IndexEntry> keys_of(const Charge& charge, const ChargeId& id) {
    const ChargeEntry& of = charge.entry;
    const ComingInvoice invoice{charge.invoiced_on, of.invoice_type, of.line.amount.currency};
    std::vector<IndexEntry> entries{
        entry(Index::charges_of_invoice, charges_of_invoice(of.partner, invoice) + prefix_of(id))};
    if (charges_days(charge)) {
        entries.push_back(entry(Index::charged_days, prefix_of(of.subscription) + in_order(of.line.days.start.days)));
    }
    return entries;
}
std::vector<IndexEntry> keys_of(const Billing&, const BillingId&) { return {}; }
std::vector<IndexEntry> keys_of(const Ledger&, const LedgerId&) { return {}; }
std::vector<IndexEntry> keys_of(const Invoice& invoice, const InvoiceId&) {
    return {entry(Index::invoices_of_partner, prefix_of(invoice.partner) + in_order(invoice.number))};
}

bool same_keys(const Charge& before, const Charge& after) { return charges_days(before) == charges_days(after); }
bool same_keys(const Billing&, const Billing&) { return true; }
bool same_keys(const Ledger&, const Ledger&) { return true; }
bool same_keys(const Invoice&, const Invoice&) { return true; }

}  // namespace csp::codec
