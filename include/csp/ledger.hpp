// The ledger of a partner: which invoices are coming, and the number of the last one. Its record has the partner's id.
//
// A charge makes its invoice expected. At the end of the period the ledger gives it the next number, without gaps, and
// the invoice is drafted with what was charged for it. A period without charges has no invoice.
// Rules: CAN-20, CONV-3; extended B11, C9. The table stands in src/domain/ledger.cpp and is printed into
// docs/states/ledger.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/charge.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/money.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// An invoice of a partner before it has a number. An invoice has one currency.
struct ComingInvoice {
    Date on{};
    InvoiceType type{InvoiceType::recurring};
    Currency currency{};
    friend auto operator<=>(const ComingInvoice&, const ComingInvoice&) = default;
};
/// The first day whose charges it does not take any more: the billing day itself, or the 1st of the month.
Date closed_on(const ComingInvoice& coming);

// ---- what charges ask (src/domain/billing_reaction.cpp) ------------------------------------------------
struct ExpectInvoice {
    static constexpr std::string_view name = "expect_invoice";
    static constexpr bool is_asked_by_csp = true;
    PartnerId partner{};
    ComingInvoice coming{};
    friend bool operator==(const ExpectInvoice&, const ExpectInvoice&) = default;
};
/// B11: a credit note that cancels an invoice, and the invoice that takes its place, have the next two numbers.
struct NumberCorrection {
    static constexpr std::string_view name = "number_correction";
    static constexpr bool is_asked_by_csp = true;
    InvoiceId credited{};
    ComingInvoice coming{};  ///< of the invoice that is cancelled: both have its lines
    Money paid{};            ///< what was received for it, which counts for the new one
    friend bool operator==(const NumberCorrection&, const NumberCorrection&) = default;
};
// ---- what time asks: at its own due moment ---------------------------------------------------------
struct ClosePeriod {
    static constexpr std::string_view name = "close_period";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ClosePeriod&, const ClosePeriod&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct InvoiceExpected {
    static constexpr std::string_view name = "invoice_expected";
    PartnerId partner{};
    ComingInvoice coming{};
    friend bool operator==(const InvoiceExpected&, const InvoiceExpected&) = default;
};
struct PeriodClosed {
    static constexpr std::string_view name = "period_closed";
    ComingInvoice coming{};
    std::int64_t number{0};  ///< of the invoice, from 1 for each partner, without gaps
    friend bool operator==(const PeriodClosed&, const PeriodClosed&) = default;
};

struct CorrectionNumbered {
    static constexpr std::string_view name = "correction_numbered";
    InvoiceId credited{};
    ComingInvoice coming{};
    Money paid{};
    std::int64_t credit_note{0};  ///< its number; the new invoice has the next one
    friend bool operator==(const CorrectionNumbered&, const CorrectionNumbered&) = default;
};

/// A decision about a ledger needs nothing from other records.
struct LedgerFacts {};

struct Ledger {
    static constexpr std::string_view name = "ledger";
    static constexpr Kind kind_of_record = Kind::ledger;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Open {
        static constexpr std::string_view name = "open";
        friend bool operator==(const Open&, const Open&) = default;
    };

    using Phase = std::variant<Absent, Open>;
    using Command = std::variant<ExpectInvoice, ClosePeriod, NumberCorrection>;
    using Event = std::variant<InvoiceExpected, PeriodClosed, CorrectionNumbered>;
    using Facts = LedgerFacts;

    PartnerId partner{};
    std::vector<ComingInvoice> coming{};  ///< the next first
    std::int64_t last_number{0};
    Date recurring_closed_on{};  ///< charges of earlier days than that are on later invoices, if they come late
    Date one_time_closed_on{};
    Phase phase{};
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// When it is due next, and for what.
struct LedgerDeadline {
    Instant at{};
    Ledger::Command command{};
    friend bool operator==(const LedgerDeadline&, const LedgerDeadline&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Ledger::Event> decide(const Question<Ledger>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Ledger>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Ledger& ledger, const Ledger::Event& event);
/// The end of the next period with charges.
std::optional<LedgerDeadline> next_deadline(const Ledger& ledger);
/// The table in words.
MachineText ledger_table();

}  // namespace csp
