#include "domain/billing_reaction.hpp"

#include <algorithm>

#include "csp/market.hpp"

namespace csp {
namespace domain {
namespace {

using Reactions = std::vector<Reaction>;

/// Trials are free, what is metered is billed by its use and has no end of its own, and what has no price costs
/// nothing. A price that cannot be counted is none.
bool is_billed(const Subscription& s, Term term, const Policy& policy) {
    const bool has_periods = (s.cycle == Cycle::monthly || s.cycle == Cycle::annual) && term.end != last_date;
    return policy.keeps_bills && has_periods && !s.is_trial && has_currency(s.unit_price) &&
           s.unit_price.amount_minor > 0 && !why_not_billed(s.unit_price, s.quantity, policy);
}

/// From the first paid day on.
Term paid_days(const Subscription& s, Term term) { return {std::max(term.start, s.first_billed_on), term.end}; }

BeginBilling begin(const Subscription& s, Term term, Date bought_on) {
    return {BillingTerms{.partner = s.partner,
                         .customer = s.customer,
                         .order = s.order,
                         .offer = s.offer,
                         .reseller_mpn_id = s.reseller_mpn_id,
                         .country = s.country,
                         .cycle = s.cycle,
                         .quantity = s.quantity,
                         .unit_price = s.unit_price,
                         .opened_on = bought_on,
                         .anchor = s.anchor,
                         .term = paid_days(s, term)}};
}

/// What is not billed has no billing, and leaves this alone.
Reactions asks(const SubscriptionId& id, Billing::Command command) {
    Reactions out;
    out.push_back(ForWhatTakes<Billing>{BillingId{id.bytes}, std::move(command)});
    return out;
}

ChargeEntry entry_of(const SubscriptionId& id, const BillingTerms& terms, const ChargeLine& line) {
    ChargeEntry entry{.partner = terms.partner,
                      .customer = terms.customer,
                      .order = terms.order,
                      .subscription = id,
                      .offer = terms.offer,
                      .reseller_mpn_id = terms.reseller_mpn_id,
                      .invoice_type = InvoiceType::recurring};
    entry.term = terms.term;
    entry.cycle = terms.cycle;
    entry.line = line;
    return entry;
}

ChargeEntry entry_of(const SoftwareOrderId& id, PartnerId partner, CustomerId customer, const SoftwareLine& bought) {
    ChargeEntry entry{.partner = partner,
                      .customer = customer,
                      .software_order = id,
                      .product = bought.product,
                      .invoice_type = InvoiceType::one_time};
    entry.includes_tax = bought.includes_tax;
    entry.term = bought.term.value_or(Term{});
    entry.cycle = Cycle::one_time;
    entry.line.days = entry.line.period = bought.term.value_or(Term{});
    entry.line.unit_price = bought.unit_price;
    entry.line.quantity = bought.quantity_bought;
    return entry;
}

Money negative(Money money) { return {-money.amount_minor, money.currency}; }

void record(const AnyId& owner, ChargeEntry entry, Reactions& out) {
    if (!has_currency(entry.line.amount)) { return; }  // it was free
    const ChargeId charge{id_of_number(owner, entry.line.number)};
    out.push_back(For<Charge>{charge, RecordCharge{std::move(entry)}});
}

Reactions charges_of(const SoftwareOrderId& id, const SoftwareBought& e) {
    Reactions out;
    std::int32_t number = 0;
    for (const SoftwareLine& bought : e.lines) {
        ChargeEntry entry = entry_of(id, e.partner, e.customer, bought);
        entry.line.number = ++number;
        entry.line.type = ChargeType::new_purchase;
        entry.line.amount = bought.amount;
        entry.tax = bought.tax;
        record(id.bytes, std::move(entry), out);
    }
    return out;
}

Reactions credits_of(const SoftwareOrderId& id, const SoftwareOrder& after, const SoftwareCancelled& e) {
    Reactions out;
    for (const CancelledLine& cancelled : e.lines) {
        if (static_cast<std::size_t>(cancelled.line) >= after.lines.size()) { continue; }  // of no order of ours
        const auto& bought = after.lines[static_cast<std::size_t>(cancelled.line)];
        ChargeEntry entry = entry_of(id, after.partner, after.customer, bought);
        entry.line.credits = cancelled.line + 1;
        entry.line.number = static_cast<std::int32_t>(after.lines.size()) + cancelled.line + 1;
        entry.line.type = ChargeType::customer_credit;
        // CONV-6: a part of it from the day of the cancellation on; what support agreed to is for no days of its own.
        if (bought.term && cancelled.credit.amount != bought.amount && e.support_request.is_nil()) {
            entry.line.days.start = std::clamp(cancelled.credit.cancelled_on, bought.term->start, bought.term->end);
        }
        entry.line.amount = negative(cancelled.credit.amount);
        entry.tax = negative(cancelled.credit.tax);
        record(id.bytes, std::move(entry), out);
    }
    return out;
}

}  // namespace

Reactions for_its_billing(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
                          const Policy& policy) {
    const auto begins_with = [&](Term term, Date bought_on) {
        return is_billed(after, term, policy) ? asks(id, begin(after, term, bought_on)) : Reactions{};
    };
    const auto begins = [&](Term term) { return begins_with(term, after.opened_on); };
    // SUS-06: the account may have been opened long before; what is bought is bought on the first day of its term.
    const auto begins_bought = [&](Term term) { return begins_with(term, term.start); };
    // What had no price before is billed from then on, and for no day before; what is billed takes the other one.
    const auto begins_or = [&](Term term, Billing::Command otherwise) {
        Reactions out = begins(term);
        out.push_back(ForWhatTakes<Billing>{BillingId{id.bytes}, std::move(otherwise)});
        return out;
    };
    return std::visit(overloaded{
                          [&](const SubscriptionCreated& e) { return begins_bought(e.purchase.term); },
                          [&](const TrialConverted& e) { return begins_bought(e.term); },
                          [&](const QuantityChanged& e) { return asks(id, RebillQuantity{e.quantity}); },
                          [&](const SubscriptionSuspended&) { return asks(id, StopBilling{}); },
                          [&](const SubscriptionReactivated& e) {
                              return begins_or({std::max(e.term.start, e.reactivated_on), e.term.end},
                                               ContinueBilling{paid_days(after, e.term), after.unit_price});
                          },
                          [&](const SubscriptionRenewed& e) {
                              return begins_or(e.term, RenewBilling{e.term, after.unit_price});
                          },
                          [&](const CycleChanged& e) {
                              return begins_or({std::max(e.term.start, e.changed_on), e.term.end},
                                               RebillCycle{e.cycle, e.anchor, paid_days(after, e.term), e.unit_price});
                          },
                          [&](const ResellerSet& e) { return asks(id, NameBilledReseller{e.mpn_id}); },
                          [&](const SubscriptionDeleted&) { return asks(id, CloseBilling{}); },
                          [](const auto&) { return Reactions{}; },
                      },
                      event);
}

Reactions for_its_invoices(const SoftwareOrderId& id, const SoftwareOrder& after, const SoftwareOrder::Event& event,
                           const Policy& policy) {
    if (!policy.keeps_bills) { return {}; }
    return std::visit(overloaded{
                          [&](const SoftwareBought& e) { return charges_of(id, e); },
                          [&](const SoftwareCancelled& e) { return credits_of(id, after, e); },
                          [](const auto&) { return Reactions{}; },
                      },
                      event);
}

}  // namespace domain

using Reactions = std::vector<Reaction>;

/// Each line becomes a charge. What was taken back in whole frees its first day before that is charged again.
Reactions react(const BillingId& id, const Billing& after, const Billing::Event& event, const Policy& policy) {
    Reactions out;
    const bool includes_tax = std::ranges::count(policy.tax_inclusive_markets, after.terms.country) > 0;
    for (const ChargeLine& line : lines_of(event)) {
        const bool is_gone =
            line.credits != 0 && std::ranges::count(after.standing, line.credits, &ChargeLine::number) == 0;
        if (is_gone) {
            out.push_back(For<Charge>{ChargeId{id_of_number(id.bytes, line.credits)}, TakeBackCharge{line.number}});
        }
        ChargeEntry entry = domain::entry_of(SubscriptionId{id.bytes}, after.terms, line);
        entry.includes_tax = includes_tax;
        domain::record(id.bytes, std::move(entry), out);
    }
    return out;
}

Reactions react(const ChargeId&, const Charge& after, const Charge::Event& event, const Policy&) {
    if (!std::holds_alternative<ChargeRecorded>(event)) { return {}; }
    const ChargeEntry& entry = after.entry;
    const ComingInvoice coming{after.invoiced_on, entry.invoice_type, entry.line.amount.currency};
    return {ForWhatTakes<Ledger>{LedgerId{entry.partner.bytes}, ExpectInvoice{entry.partner, coming}}};
}

Reactions react(const LedgerId& id, const Ledger& after, const Ledger::Event& event, const Policy&) {
    const auto draft = [&](DraftInvoice invoice) {
        invoice.partner = after.partner;
        return For<Invoice>{InvoiceId{id_of_number(id.bytes, invoice.number)}, std::move(invoice)};
    };
    return std::visit(
        overloaded{
            [&](const PeriodClosed& e) { return Reactions{draft({.coming = e.coming, .number = e.number})}; },
            [&](const CorrectionNumbered& e) {
                return Reactions{
                    draft({.coming = e.coming,
                           .number = e.credit_note,
                           .document = DocumentType::credit_note,
                           .amends = e.credited}),
                    draft({.coming = e.coming, .number = e.credit_note + 1, .amends = e.credited, .paid = e.paid})};
            },
            [](const InvoiceExpected&) { return Reactions{}; },
        },
        event);
}

namespace {

/// C9: the partner knows of it, or leaves this alone.
ForWhatTakes<Partner> clears_its_debt(const InvoiceId& id, const Invoice& invoice) {
    return {invoice.partner, ClearDebt{id}};
}

/// CONV-2: an invoice may be overdue for so many days, the last one is a good one.
ForWhatTakes<Partner> notes_a_debt(const InvoiceId& id, const Invoice& invoice, const Policy& policy) {
    return {invoice.partner, NoteDebt{{id, invoice.number, last_day_within(policy.debt_days, invoice.due_on)}}};
}

}  // namespace

Reactions react(const PartnerId& id, const Partner& after, const Partner::Event& event, const Policy&) {
    const auto* cleared = std::get_if<DebtCleared>(&event);
    const auto* restricted = std::get_if<Partner::Restricted>(&after.phase);
    if (cleared == nullptr || restricted == nullptr || !restricted->is_for_debt) { return {}; }
    if (!owes_nothing_for_long(after, cleared->cleared_on)) { return {}; }
    return {ForWhatTakes<Partner>{id, ReinstateAfterDebt{}}};
}

Reactions react(const InvoiceId& id, const Invoice& after, const Invoice::Event& event, const Policy& policy) {
    if (std::holds_alternative<InvoiceIssued>(event) && rest_of(after).amount_minor > 0) {
        return policy.debt_restricts_partner ? Reactions{notes_a_debt(id, after, policy)} : Reactions{};
    }
    if (std::holds_alternative<InvoicePaid>(event)) { return {clears_its_debt(id, after)}; }
    if (const auto* credited = std::get_if<InvoiceCredited>(&event)) {
        return {ForWhatTakes<Ledger>{LedgerId{after.partner.bytes}, NumberCorrection{id, after.coming, credited->paid}},
                clears_its_debt(id, after)};
    }
    const bool may_be_settled =
        std::holds_alternative<InvoiceIssued>(event) || std::holds_alternative<PaymentRecorded>(event);
    if (!may_be_settled || rest_of(after).amount_minor > 0) { return {}; }
    return {For<Invoice>{id, SettleInvoice{}}};
}

}  // namespace csp
