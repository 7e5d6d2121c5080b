// The billing of a subscription: until when it is charged, and which lines stand. Its record has the subscription's id.
//
// A period is charged in advance, on its first day. What changes within it takes back the line that stands and bills
// its days anew, quantity by quantity, so that what stands always adds up to price x quantity x days / period, rounded
// once a line. Trials, and what has no price or is metered, is not billed here.
// Units: days are UTC days; `unit_price` is per licence and month, as the subscription has it.
// Rules: A-PRORATE, CONV-3..6; extended B5, B11. The table stands in src/domain/billing.cpp and is printed into
// docs/states/billing.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/charge.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/offer.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

using Lines = std::vector<ChargeLine>;

/// What is billed, and to whom.
struct BillingTerms {
    PartnerId partner{};
    CustomerId customer{};
    OrderId order{};
    OfferId offer{};
    std::string reseller_mpn_id{};
    Country country{};
    Cycle cycle{Cycle::monthly};
    std::int32_t quantity{0};
    Money unit_price{};  ///< per licence and month, pinned for the term
    Date opened_on{};    ///< the day of the purchase; B5: what is taken back within 30 days of it is so in full
    Date anchor{};       ///< periods are counted from here (CONV-4)
    Term term{};         ///< the days that are agreed and paid: from the first paid one
    friend bool operator==(const BillingTerms&, const BillingTerms&) = default;
};

// ---- what the subscription asks (src/domain/billing_reaction.cpp) ----------------------------------------
struct BeginBilling {
    static constexpr std::string_view name = "begin_billing";
    static constexpr bool is_asked_by_csp = true;
    BillingTerms terms{};
    friend bool operator==(const BeginBilling&, const BeginBilling&) = default;
};
/// CONV-6: the new quantity applies from that day on.
struct RebillQuantity {
    static constexpr std::string_view name = "rebill_quantity";
    static constexpr bool is_asked_by_csp = true;
    std::int32_t quantity{0};
    friend bool operator==(const RebillQuantity&, const RebillQuantity&) = default;
};
/// CONV-6: the day itself is credited.
struct StopBilling {
    static constexpr std::string_view name = "stop_billing";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const StopBilling&, const StopBilling&) = default;
};
/// CONV-6: the day itself is charged.
struct ContinueBilling {
    static constexpr std::string_view name = "continue_billing";
    static constexpr bool is_asked_by_csp = true;
    Term term{};
    Money unit_price{};
    friend bool operator==(const ContinueBilling&, const ContinueBilling&) = default;
};
struct RenewBilling {
    static constexpr std::string_view name = "renew_billing";
    static constexpr bool is_asked_by_csp = true;
    Term term{};
    Money unit_price{};
    friend bool operator==(const RenewBilling&, const RenewBilling&) = default;
};
/// Other cycle, other periods: from today on, in the term that is given.
struct RebillCycle {
    static constexpr std::string_view name = "rebill_cycle";
    static constexpr bool is_asked_by_csp = true;
    Cycle cycle{Cycle::monthly};
    Date anchor{};
    Term term{};
    Money unit_price{};
    friend bool operator==(const RebillCycle&, const RebillCycle&) = default;
};
/// RES-13: the lines from now on bear its MPN id.
struct NameBilledReseller {
    static constexpr std::string_view name = "name_billed_reseller";
    static constexpr bool is_asked_by_csp = true;
    std::string mpn_id{};
    friend bool operator==(const NameBilledReseller&, const NameBilledReseller&) = default;
};
struct CloseBilling {
    static constexpr std::string_view name = "close_billing";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const CloseBilling&, const CloseBilling&) = default;
};
// ---- what time asks: at its own due moment ---------------------------------------------------------
struct ChargePeriod {
    static constexpr std::string_view name = "charge_period";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ChargePeriod&, const ChargePeriod&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
// `lines` are the money of each; `charged_until` is the first day that is not charged yet.
struct BillingBegun {
    static constexpr std::string_view name = "billing_begun";
    BillingTerms terms{};
    Lines lines{};
    Date charged_until{};
    friend bool operator==(const BillingBegun&, const BillingBegun&) = default;
};
struct PeriodCharged {
    static constexpr std::string_view name = "period_charged";
    Lines lines{};
    Date charged_until{};
    Date settled_before{};  ///< lines that end there or before cannot be taken back any more
    friend bool operator==(const PeriodCharged&, const PeriodCharged&) = default;
};
struct QuantityRebilled {
    static constexpr std::string_view name = "quantity_rebilled";
    std::int32_t quantity{0};
    Lines lines{};
    friend bool operator==(const QuantityRebilled&, const QuantityRebilled&) = default;
};
struct BillingStopped {
    static constexpr std::string_view name = "billing_stopped";
    Date stopped_on{};
    bool is_in_full{false};  ///< B5: within 30 days of the purchase: everything is taken back
    Lines lines{};
    friend bool operator==(const BillingStopped&, const BillingStopped&) = default;
};
struct BillingContinued {
    static constexpr std::string_view name = "billing_continued";
    Term term{};
    Money unit_price{};
    Lines lines{};
    Date charged_until{};
    friend bool operator==(const BillingContinued&, const BillingContinued&) = default;
};
struct BillingRenewed {
    static constexpr std::string_view name = "billing_renewed";
    Term term{};
    Money unit_price{};
    Lines lines{};
    Date charged_until{};
    Date settled_before{};
    friend bool operator==(const BillingRenewed&, const BillingRenewed&) = default;
};
struct CycleRebilled {
    static constexpr std::string_view name = "cycle_rebilled";
    Cycle cycle{Cycle::monthly};
    Date anchor{};
    Term term{};
    Money unit_price{};
    Lines lines{};
    Date charged_until{};
    friend bool operator==(const CycleRebilled&, const CycleRebilled&) = default;
};
struct BilledResellerNamed {
    static constexpr std::string_view name = "billed_reseller_named";
    std::string mpn_id{};
    friend bool operator==(const BilledResellerNamed&, const BilledResellerNamed&) = default;
};
struct BillingClosed {
    static constexpr std::string_view name = "billing_closed";
    Date closed_on{};
    Lines lines{};
    friend bool operator==(const BillingClosed&, const BillingClosed&) = default;
};

/// A decision about billing needs nothing from other records: the subscription says it all.
struct BillingFacts {};

struct Billing {
    static constexpr std::string_view name = "billing";
    static constexpr Kind kind_of_record = Kind::billing;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Running {
        static constexpr std::string_view name = "running";
        Date charged_until{};
        friend bool operator==(const Running&, const Running&) = default;
    };
    struct Stopped {
        static constexpr std::string_view name = "stopped";
        Date charged_until{};
        Date stopped_on{};
        bool is_in_full{false};
        Lines taken_back{};  ///< B5: what comes back as it was when it goes on within the 30 days
        friend bool operator==(const Stopped&, const Stopped&) = default;
    };
    struct Closed {
        static constexpr std::string_view name = "closed";
        Date closed_on{};
        friend bool operator==(const Closed&, const Closed&) = default;
    };

    using Phase = std::variant<Absent, Running, Stopped, Closed>;
    using Command = std::variant<BeginBilling, RebillQuantity, StopBilling, ContinueBilling, RenewBilling, RebillCycle,
                                 NameBilledReseller, CloseBilling, ChargePeriod>;
    using Event = std::variant<BillingBegun, PeriodCharged, QuantityRebilled, BillingStopped, BillingContinued,
                               BillingRenewed, CycleRebilled, BilledResellerNamed, BillingClosed>;
    using Facts = BillingFacts;

    BillingTerms terms{};
    Lines standing{};           ///< the charges that can still be taken back, less what of them was, by their days
    std::int32_t last_line{0};  ///< the number of the last line there was
    Phase phase{};
    friend bool operator==(const Billing&, const Billing&) = default;
};

/// When it is due next, and for what.
struct BillingDeadline {
    Instant at{};
    Billing::Command command{};
    friend bool operator==(const BillingDeadline&, const BillingDeadline&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Billing::Event> decide(const Question<Billing>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Billing>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Billing& billing, const Billing::Event& event);
/// The first day that is not charged yet, while it lies within the term.
std::optional<BillingDeadline> next_deadline(const Billing& billing);
/// The table in words.
MachineText billing_table();

/// The lines of whatever happened; none of those that bear none.
const Lines& lines_of(const Billing::Event& event);
/// In minor units, of a year of one subscription, or of one order of software with its taxes: a million of them on one
/// invoice can still be added.
inline constexpr std::int64_t most_a_purchase_can_cost = 9'000'000'000'000;
/// Why a quantity at that price per licence and month cannot be billed: a year of it costs more than that
/// (Code::invalid, CONV-5); nothing when it can.
std::optional<Error> why_not_billed(Money unit_price, std::int64_t quantity, const Policy& policy);

}  // namespace csp
