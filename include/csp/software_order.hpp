// An order of software: what a customer bought at one time, line by line, and which lines were taken back.
//
// A line pins what held on the day of the order (CONV-8): price, tax, term, and how and until when it can be
// cancelled. Its keys and downloads are its entitlement's (csp/entitlement.hpp).
// Rules: SWP-01, SWP-02, MKT-01, TAX-01, GEN-02, GEN-05, CAN-01..22; extended C6. The table stands in
// src/domain/software_order.cpp and is printed into docs/states/software_order.md.
// Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/customer.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/product.hpp"
#include "csp/time.hpp"

namespace csp {

struct Partner;

/// What is asked for. `tax` is for the whole line, as the host's tax engine has it (CONV-7); no currency: none.
struct SoftwareWish {
    ProductId product{};
    std::int32_t quantity{0};
    Money tax{};
    friend bool operator==(const SoftwareWish&, const SoftwareWish&) = default;
};

/// What was credited for a line, and on which invoice it appears (CAN-20).
struct SoftwareCredit {
    Date cancelled_on{};
    Money amount{};      ///< with the tax, where the price included it
    Money tax{};         ///< reversed as it was charged; no currency: none was
    Date invoiced_on{};  ///< the invoice it appears on
    friend bool operator==(const SoftwareCredit&, const SoftwareCredit&) = default;
};

/// A line as it was bought. Cancelled lines stay, with quantity 0 and their credit (CAN-17).
struct SoftwareLine {
    ProductId product{};
    std::string product_name{};
    ProductKind kind{};
    std::int32_t quantity{0};    ///< 0 once it is cancelled
    Money unit_price{};          ///< per piece, for the whole term
    Money amount{};              ///< unit price times the quantity that was bought
    Money tax{};                 ///< beside the amount; no currency: none
    bool includes_tax{false};    ///< TAX-01: the price has it inside
    std::optional<Term> term{};  ///< nothing: perpetual
    CancellationPolicy cancellation{};
    CreditWay credit{CreditWay::full};
    std::int32_t quantity_bought{0};
    EntitlementId entitlement{};
    std::vector<Artifact> artifacts{};          ///< what can be downloaded for it, whatever is listed later
    std::optional<SoftwareCredit> cancelled{};  ///< nothing: it stands
    friend bool operator==(const SoftwareLine&, const SoftwareLine&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
/// Paying is outside csp (SWP-01).
struct BuySoftware {
    static constexpr std::string_view name = "buy_software";
    CustomerId customer{};
    std::vector<SoftwareWish> lines{};
    std::vector<EntitlementId> new_ids{};  ///< one for each line; the engine makes them (CONV-7)
    friend bool operator==(const BuySoftware&, const BuySoftware&) = default;
};
/// Takes back some lines or the whole order. Customer and product are named once more, so that nothing is cancelled
/// by a wrong order number (CAN-08).
struct CancelSoftware {
    static constexpr std::string_view name = "cancel_software";
    CustomerId customer{};
    ProductId product{};                ///< nil: only with `whole_order`
    std::vector<std::int32_t> lines{};  ///< of that product, counted from 0; empty: all of them that stand
    bool acknowledged{false};           ///< CAN-11: the important message has been read
    bool whole_order{false};            ///< every line of every product; then neither product nor lines are named
    friend bool operator==(const CancelSoftware&, const CancelSoftware&) = default;
};
/// Refused, always: what is bought once is cancelled and bought anew (CAN-07; C6).
struct ExchangeSoftware {
    static constexpr std::string_view name = "exchange_software";
    ProductId product{};
    friend bool operator==(const ExchangeSoftware&, const ExchangeSoftware&) = default;
};
/// By the host: Microsoft wants to know more before this order may be cancelled (CAN-15), or no longer does.
struct AskForSupport {
    static constexpr std::string_view name = "ask_for_support";
    bool is_needed{true};
    friend bool operator==(const AskForSupport&, const AskForSupport&) = default;
};

// ---- what other records ask (src/domain/software_reaction.cpp) -----------------------------------------
/// An accepted support request takes it back, for the amount that was agreed, whatever day it is (C6).
struct RefundSoftware {
    static constexpr std::string_view name = "refund_software";
    static constexpr bool is_asked_by_csp = true;
    std::vector<std::int32_t> lines{};  ///< empty: all that stand
    Money amount{};  ///< for all of them together, tax included; split in proportion to what each was charged
    SupportRequestId support_request{};
    friend bool operator==(const RefundSoftware&, const RefundSoftware&) = default;
};
/// Its last line was cancelled.
struct CloseSoftwareOrder {
    static constexpr std::string_view name = "close_software_order";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const CloseSoftwareOrder&, const CloseSoftwareOrder&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct SoftwareBought {
    static constexpr std::string_view name = "software_bought";
    PartnerId partner{};
    CustomerId customer{};
    Country country{};  ///< the customer's market, whose price it is
    std::vector<SoftwareLine> lines{};
    Instant bought_at{};
    friend bool operator==(const SoftwareBought&, const SoftwareBought&) = default;
};
struct CancelledLine {
    std::int32_t line{0};
    EntitlementId entitlement{};
    SoftwareCredit credit{};
    friend bool operator==(const CancelledLine&, const CancelledLine&) = default;
};
/// Keys and links are revoked with it; what partner and customer have to do is said in it (CAN-19).
struct SoftwareCancelled {
    static constexpr std::string_view name = "software_cancelled";
    std::vector<CancelledLine> lines{};
    Instant cancelled_at{};
    Instant visible_by{};                ///< CAN-16: the dashboard shows it no later than this
    Money termination_fee{};             ///< CAN-02: always 0
    bool discontinue_use{true};          ///< partner and customer stop using it
    bool uninstall{true};                ///< the partner uninstalls it and removes downloads and links
    SupportRequestId support_request{};  ///< nil: by the partner itself
    friend bool operator==(const SoftwareCancelled&, const SoftwareCancelled&) = default;
};
struct SupportAskedFor {
    static constexpr std::string_view name = "support_asked_for";
    bool is_needed{true};
    friend bool operator==(const SupportAskedFor&, const SupportAskedFor&) = default;
};
struct SoftwareOrderClosed {
    static constexpr std::string_view name = "software_order_closed";
    Instant closed_at{};
    friend bool operator==(const SoftwareOrderClosed&, const SoftwareOrderClosed&) = default;
};

/// What a decision about an order of software may need. Pointers are borrowed; null: there is none.
struct SoftwareOrderFacts {
    const Partner* partner{nullptr};         ///< of the customer
    const Customer* customer{nullptr};       ///< to buy
    std::vector<const Product*> products{};  ///< to buy: one for each line; null: not listed
};

struct SoftwareOrder {
    static constexpr std::string_view name = "software_order";
    static constexpr Kind kind_of_record = Kind::software_order;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Completed {
        static constexpr std::string_view name = "completed";
        friend bool operator==(const Completed&, const Completed&) = default;
    };
    struct Cancelled {
        static constexpr std::string_view name = "cancelled";
        Instant cancelled_at{};
        friend bool operator==(const Cancelled&, const Cancelled&) = default;
    };

    using Phase = std::variant<Absent, Completed, Cancelled>;
    using Command =
        std::variant<BuySoftware, CancelSoftware, ExchangeSoftware, AskForSupport, RefundSoftware, CloseSoftwareOrder>;
    using Event = std::variant<SoftwareBought, SoftwareCancelled, SupportAskedFor, SoftwareOrderClosed>;
    using Facts = SoftwareOrderFacts;

    PartnerId partner{};
    CustomerId customer{};
    Country country{};
    Instant bought_at{};
    bool needs_support{false};  ///< CAN-15
    std::vector<SoftwareLine> lines{};
    Phase phase{};
    friend bool operator==(const SoftwareOrder&, const SoftwareOrder&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<SoftwareOrder::Event> decide(const Question<SoftwareOrder>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<SoftwareOrder>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(SoftwareOrder& order, const SoftwareOrder::Event& event);
/// The table in words.
MachineText software_order_table();

/// What the Cancel dialog says of a line (CAN-13..15).
enum class CancellationAnswer : std::uint8_t {
    can_be_cancelled = 1,          ///< days_remaining tells how long; 0: today is the last day
    window_passed = 2,             ///< CAN-14
    support_request_required = 3,  ///< CAN-15: the support form is the way
    not_cancellable = 4,           ///< CAN-07: nor exchanged
    already_cancelled = 5,         ///< CAN-16
};
std::string_view name_of(CancellationAnswer answer);
struct LineCancellation {
    std::int32_t line{0};
    ProductId product{};
    CancellationAnswer answer{};
    std::int32_t days_remaining{0};          ///< window minus days elapsed; 0 when there are none
    std::optional<Date> last_day{};          ///< of a window
    std::optional<SoftwareCredit> credit{};  ///< what it would be, cancelled today; of a cancelled line, what it was
};
/// The dialog, line by line. Asks nothing of other records.
std::vector<LineCancellation> cancellation(const SoftwareOrder& order, const Policy& policy, Date today);

/// Everything that was charged for it: amounts and taxes of all lines, cancelled ones too.
Result<Money> total_of(const SoftwareOrder& order);
/// CAN-20..22: what a line is credited when it is cancelled that day: by Policy::proration for the days of its term
/// that are left, that day among them, and never more than was charged. On the day of the order it is everything.
Result<SoftwareCredit> credit_for(const SoftwareLine& line, Date ordered_on, Date cancelled_on, const Policy& policy);

}  // namespace csp
