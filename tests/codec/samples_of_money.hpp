// One hand-made sample of every event and every phase of charges, billings, ledgers and invoices.
#pragma once

#include <vector>

#include "codec/samples_shared.hpp"
#include "csp/billing.hpp"
#include "csp/charge.hpp"
#include "csp/invoice.hpp"
#include "csp/ledger.hpp"

namespace csp::test {

inline ChargeLine sample_line() {
    return {.number = 3,
            .credits = 1,
            .type = ChargeType::cycle_instance_prorate,
            .days = Term{day("2018-02-01"), day("2018-02-13")},
            .period = Term{day("2018-01-13"), day("2018-02-13")},
            .unit_price = Money{400, dollar},
            .quantity = 2,
            .amount = Money{-310, dollar}};
}
inline ChargeEntry sample_entry() {
    return {.partner = numbered<Partner>(1),
            .customer = numbered<Customer>(2),
            .order = numbered<Order>(3),
            .subscription = numbered<Subscription>(4),
            .software_order = {},
            .offer = numbered<Offer>(5),
            .product = {},
            .reseller_mpn_id = "4001",
            .invoice_type = InvoiceType::recurring,
            .charged_on = day("2018-02-01"),
            .term = Term{day("2018-01-13"), day("2019-01-13")},
            .cycle = Cycle::monthly,
            .line = sample_line(),
            .tax = Money{-31, dollar},
            .includes_tax = true};
}
inline std::vector<Charge::Event> samples_of_events(const Charge*) {
    return {ChargeRecorded{sample_entry(), day("2018-02-15")}, ChargeTakenBack{7}};
}
inline std::vector<Charge> samples_of_states(const Charge*) {
    std::vector<Charge> all(3, Charge{sample_entry(), day("2018-02-15"), {}});
    all[1].entry.tax = {};
    all[1].phase = Charge::Standing{};
    all[2].phase = Charge::TakenBack{7};
    return all;
}

inline BillingTerms sample_terms() {
    return {.partner = numbered<Partner>(1),
            .customer = numbered<Customer>(2),
            .order = numbered<Order>(3),
            .offer = numbered<Offer>(5),
            .reseller_mpn_id = "4001",
            .country = america,
            .cycle = Cycle::annual,
            .quantity = 2,
            .unit_price = Money{400, dollar},
            .opened_on = day("2018-01-12"),
            .anchor = day("2018-01-13"),
            .term = Term{day("2018-01-13"), day("2019-01-13")}};
}
inline std::vector<Billing::Event> samples_of_events(const Billing*) {
    const Lines lines{sample_line()};
    const Term year{day("2018-01-13"), day("2019-01-13")};
    return {BillingBegun{sample_terms(), lines, day("2018-02-13")},
            PeriodCharged{lines, day("2018-03-13"), day("2018-02-13")},
            QuantityRebilled{3, lines},
            BillingStopped{day("2018-02-01"), true, lines},
            BillingContinued{year, Money{400, dollar}, lines, day("2018-03-13")},
            BillingRenewed{year, Money{500, dollar}, {}, day("2018-01-13"), day("2018-01-13")},
            CycleRebilled{Cycle::annual, day("2018-02-01"), year, Money{500, dollar}, lines, day("2019-01-13")},
            BilledResellerNamed{"4002"},
            BillingClosed{day("2018-05-30"), {}}};
}
inline std::vector<Billing> samples_of_states(const Billing*) {
    std::vector<Billing> all(4, Billing{sample_terms(), {sample_line()}, 3, {}});
    all[1].phase = Billing::Running{day("2018-02-13")};
    all[2].phase = Billing::Stopped{day("2018-02-13"), day("2018-02-01"), true, {sample_line()}};
    all[3].phase = Billing::Closed{day("2018-05-30")};
    return all;
}

inline ComingInvoice sample_coming() { return {day("2018-02-15"), InvoiceType::recurring, dollar}; }
inline std::vector<Ledger::Event> samples_of_events(const Ledger*) {
    return {InvoiceExpected{numbered<Partner>(1), sample_coming()}, PeriodClosed{sample_coming(), 17},
            CorrectionNumbered{numbered<Invoice>(6), sample_coming(), Money{200, dollar}, 18}};
}
inline std::vector<Ledger> samples_of_states(const Ledger*) {
    std::vector<Ledger> all(2);
    all[1] = Ledger{.partner = numbered<Partner>(1),
                    .coming = {sample_coming(), {day("2018-03-08"), InvoiceType::one_time, dollar}},
                    .last_number = 17,
                    .recurring_closed_on = day("2018-01-15"),
                    .one_time_closed_on = day("2018-01-01"),
                    .phase = Ledger::Open{}};
    return all;
}

inline std::vector<Invoice::Event> samples_of_events(const Invoice*) {
    return {InvoiceDrafted{.partner = numbered<Partner>(1),
                           .coming = sample_coming(),
                           .number = 17,
                           .lines = 4,
                           .amount = Money{955, dollar},
                           .tax = Money{95, dollar},
                           .issue_on = day("2018-02-17"),
                           .due_on = day("2018-04-18"),
                           .document = DocumentType::credit_note,
                           .amends = numbered<Invoice>(6),
                           .paid = Money{200, dollar}},
            InvoiceIssued{day("2018-02-17")},
            PaymentRecorded{Money{500, dollar}, Money{700, dollar}, day("2018-03-01")},
            InvoicePaid{day("2018-03-02")},
            InvoiceOverdue{day("2018-04-19")},
            InvoiceCredited{"the address was wrong", day("2018-04-20"), Money{200, dollar}}};
}
inline std::vector<Invoice> samples_of_states(const Invoice*) {
    const Invoice invoice{.partner = numbered<Partner>(1),
                          .coming = sample_coming(),
                          .number = 17,
                          .lines = 4,
                          .amount = Money{955, dollar},
                          .tax = Money{95, dollar},
                          .paid = Money{200, dollar},
                          .issue_on = day("2018-02-17"),
                          .due_on = day("2018-04-18")};
    std::vector<Invoice> all(6, invoice);
    all[1].phase = Invoice::Draft{};
    all[2].phase = Invoice::Issued{day("2018-02-17")};
    all[3].phase = Invoice::Overdue{day("2018-02-17"), day("2018-04-19")};
    all[4].phase = Invoice::Paid{day("2018-02-17"), day("2018-03-02")};
    all[5].document = DocumentType::credit_note;
    all[5].amends = numbered<Invoice>(6);
    all[5].phase = Invoice::Credited{day("2018-02-17"), day("2018-04-20")};
    return all;
}

}  // namespace csp::test
