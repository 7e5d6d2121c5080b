// An invoice: what a partner was charged for one period, in one currency; drafted, issued, paid, overdue, or cancelled
// by a credit note.
//
// Its lines are the charges of its partner, type, currency and day. What is negative in all is a credit: nothing is to
// be paid. Issued two days after the billing day, or on the 8th of the month for one-time purchases; due
// `Policy::invoice_due_days` later (60; 30 in the cloud in China).
// Rules: CAN-20, CONV-2, CONV-5; extended B11, B14, C9. The table stands in src/domain/invoice.cpp and is printed into
// docs/states/invoice.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "csp/charge.hpp"
#include "csp/id.hpp"
#include "csp/ledger.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// B11. A credit note has the lines of the invoice that it cancels, each with the opposite sign.
enum class DocumentType : std::uint8_t { invoice = 1, credit_note = 2 };

// ---- what the ledger asks (src/domain/billing_reaction.cpp) ---------------------------------------------
struct DraftInvoice {
    static constexpr std::string_view name = "draft_invoice";
    static constexpr bool is_asked_by_csp = true;
    PartnerId partner{};
    ComingInvoice coming{};
    std::int64_t number{0};
    DocumentType document{DocumentType::invoice};
    InvoiceId amends{};  ///< the invoice that it cancels or takes the place of; nil: it does neither
    Money paid{};        ///< what was received for that one
    friend bool operator==(const DraftInvoice&, const DraftInvoice&) = default;
};
// ---- what can be asked: imperative ---------------------------------------------------------------
/// The host says what was received. What is more than the rest is refused.
struct RecordPayment {
    static constexpr std::string_view name = "record_payment";
    Money amount{};
    friend bool operator==(const RecordPayment&, const RecordPayment&) = default;
};
/// B11: a credit note cancels it, and a new invoice with its lines takes its place, issued today. What was paid for it
/// counts for the new one.
struct CreditAndRebill {
    static constexpr std::string_view name = "credit_and_rebill";
    std::string reason{};  ///< one line, at most Policy::reason_bytes of UTF-8; may be empty
    friend bool operator==(const CreditAndRebill&, const CreditAndRebill&) = default;
};
// ---- what time asks: at its own due moment ---------------------------------------------------------
struct IssueInvoice {
    static constexpr std::string_view name = "issue_invoice";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const IssueInvoice&, const IssueInvoice&) = default;
};
/// Nothing is left to be paid; for what is no more than a credit, as soon as it is issued.
struct SettleInvoice {
    static constexpr std::string_view name = "settle_invoice";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const SettleInvoice&, const SettleInvoice&) = default;
};
struct MarkOverdue {
    static constexpr std::string_view name = "mark_overdue";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const MarkOverdue&, const MarkOverdue&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct InvoiceDrafted {
    static constexpr std::string_view name = "invoice_drafted";
    PartnerId partner{};
    ComingInvoice coming{};
    std::int64_t number{0};
    std::int64_t lines{0};
    Money amount{};  ///< of all lines; negative: a credit
    Money tax{};     ///< of those that have one beside the amount
    Date issue_on{};
    Date due_on{};  ///< the last day to pay
    DocumentType document{DocumentType::invoice};
    InvoiceId amends{};
    Money paid{};  ///< what was received for the one that it amends
    friend bool operator==(const InvoiceDrafted&, const InvoiceDrafted&) = default;
};
struct InvoiceIssued {
    static constexpr std::string_view name = "invoice_issued";
    Date issued_on{};
    friend bool operator==(const InvoiceIssued&, const InvoiceIssued&) = default;
};
struct PaymentRecorded {
    static constexpr std::string_view name = "payment_recorded";
    Money amount{};
    Money paid{};  ///< in all
    Date paid_on{};
    friend bool operator==(const PaymentRecorded&, const PaymentRecorded&) = default;
};
struct InvoicePaid {
    static constexpr std::string_view name = "invoice_paid";
    Date paid_on{};
    friend bool operator==(const InvoicePaid&, const InvoicePaid&) = default;
};
struct InvoiceOverdue {
    static constexpr std::string_view name = "invoice_overdue";
    Date overdue_from{};
    friend bool operator==(const InvoiceOverdue&, const InvoiceOverdue&) = default;
};
struct InvoiceCredited {
    static constexpr std::string_view name = "invoice_credited";
    std::string reason{};
    Date credited_on{};
    Money paid{};  ///< what was received for it, which counts for the new one and no more for this one
    friend bool operator==(const InvoiceCredited&, const InvoiceCredited&) = default;
};

/// What all lines of an invoice come to.
struct InvoiceTotals {
    std::int64_t lines{0};
    Money amount{};
    Money tax{};
};
/// What a decision about an invoice needs from other records.
struct InvoiceFacts {
    InvoiceTotals totals{};  ///< to draft it
    Cloud cloud{Cloud::global};
};

struct Invoice {
    static constexpr std::string_view name = "invoice";
    static constexpr Kind kind_of_record = Kind::invoice;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Draft {
        static constexpr std::string_view name = "draft";
        friend bool operator==(const Draft&, const Draft&) = default;
    };
    struct Issued {
        static constexpr std::string_view name = "issued";
        Date issued_on{};
        friend bool operator==(const Issued&, const Issued&) = default;
    };
    struct Overdue {
        static constexpr std::string_view name = "overdue";
        Date issued_on{};
        Date overdue_from{};
        friend bool operator==(const Overdue&, const Overdue&) = default;
    };
    struct Paid {
        static constexpr std::string_view name = "paid";
        Date issued_on{};
        Date paid_on{};
        friend bool operator==(const Paid&, const Paid&) = default;
    };

    /// A credit note cancelled it.
    struct Credited {
        static constexpr std::string_view name = "credited";
        Date issued_on{};
        Date credited_on{};
        friend bool operator==(const Credited&, const Credited&) = default;
    };

    using Phase = std::variant<Absent, Draft, Issued, Overdue, Paid, Credited>;
    using Command =
        std::variant<DraftInvoice, RecordPayment, IssueInvoice, SettleInvoice, MarkOverdue, CreditAndRebill>;
    using Event =
        std::variant<InvoiceDrafted, InvoiceIssued, PaymentRecorded, InvoicePaid, InvoiceOverdue, InvoiceCredited>;
    using Facts = InvoiceFacts;

    PartnerId partner{};
    ComingInvoice coming{};  ///< its day, type and currency
    std::int64_t number{0};
    std::int64_t lines{0};
    Money amount{};
    Money tax{};
    Money paid{};
    Date issue_on{};
    Date due_on{};
    DocumentType document{DocumentType::invoice};
    InvoiceId amends{};  ///< the invoice that it cancels or takes the place of; nil: it does neither
    Phase phase{};
    friend bool operator==(const Invoice&, const Invoice&) = default;
};

/// When it is due next, and for what.
struct InvoiceDeadline {
    Instant at{};
    Invoice::Command command{};
    friend bool operator==(const InvoiceDeadline&, const InvoiceDeadline&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Invoice::Event> decide(const Question<Invoice>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Invoice>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Invoice& invoice, const Invoice::Event& event);
/// The day it is issued; then the first day it is overdue.
std::optional<InvoiceDeadline> next_deadline(const Invoice& invoice);
/// The table in words.
MachineText invoice_table();

/// What is still to be paid; nothing or less: nothing is. A cancelled one asks for nothing.
Money rest_of(const Invoice& invoice);

}  // namespace csp
