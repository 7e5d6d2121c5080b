// A charge: one line of what a partner owes or gets back, and the invoice it appears on. Written once; what takes it
// back is a charge of its own, with a negative amount.
//
// Units: days are UTC days; periods are half-open, and an invoice prints their inclusive last day (CONV-3). Amounts are
// rounded once, when the line is made (CONV-5).
// Rules: A-PRORATE, CONV-3, CONV-5, CONV-6, CAN-20, TAX-01; extended B5, B11, C9. The table stands in
// src/domain/charge.cpp and is printed into docs/states/charge.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// B11: the charge types of licences, and behind them those of one-time purchases. The numbers are stored.
enum class ChargeType : std::uint8_t {
    activation_fee = 1,
    cycle_fee = 2,
    cycle_instance_prorate = 3,
    renew_fee = 4,
    cancel_fee = 5,
    prorate_fees_when_purchase = 6,
    prorate_fees_when_renew = 7,
    prorate_fees_when_activate = 8,
    prorate_fees_when_cancel = 9,
    prorate_fees_when_convert_away = 10,
    prorate_fees_when_convert_to = 11,
    new_purchase = 20,
    customer_credit = 21,
};
/// As the reconciliation file prints it: "Cycle instance prorate".
std::string_view text_of(ChargeType type);

/// B11: licences on the partner's billing day, one-time purchases by the 8th of the next month.
enum class InvoiceType : std::uint8_t { recurring = 1, one_time = 2 };

/// What is charged, or taken back, for some days of a period.
struct ChargeLine {
    std::int32_t number{0};   ///< among the lines of its subscription or order, from 1, without gaps
    std::int32_t credits{0};  ///< the number of the line it takes back, or takes some days of; 0: it charges
    ChargeType type{};
    Term days{};         ///< the days that are charged or credited
    Term period{};       ///< the whole period that the price is for
    Money unit_price{};  ///< of one licence for the whole period
    std::int32_t quantity{0};
    Money amount{};  ///< negative: a credit
    friend bool operator==(const ChargeLine&, const ChargeLine&) = default;
};

/// Whose it is, for what, and what it says.
struct ChargeEntry {
    PartnerId partner{};
    CustomerId customer{};
    OrderId order{};
    SubscriptionId subscription{};     ///< nil: of a one-time purchase
    SoftwareOrderId software_order{};  ///< nil: of a licence
    OfferId offer{};
    ProductId product{};
    std::string reseller_mpn_id{};  ///< of the reseller of record when it was made; empty: none
    InvoiceType invoice_type{InvoiceType::recurring};
    Date charged_on{};             ///< the day it was made
    Term term{};                   ///< in which the subscription is then, or of the software
    Cycle cycle{Cycle::one_time};  ///< how it is billed then
    ChargeLine line{};
    Money tax{};               ///< beside the amount; no currency: the host knows it, or the amount includes it
    bool includes_tax{false};  ///< TAX-01
    friend bool operator==(const ChargeEntry&, const ChargeEntry&) = default;
};

// ---- what other records ask (src/domain/billing_reaction.cpp) ------------------------------------------
struct RecordCharge {
    static constexpr std::string_view name = "record_charge";
    static constexpr bool is_asked_by_csp = true;
    ChargeEntry entry{};
    friend bool operator==(const RecordCharge&, const RecordCharge&) = default;
};
/// The whole of it was taken back: its first day may be charged anew.
struct TakeBackCharge {
    static constexpr std::string_view name = "take_back_charge";
    static constexpr bool is_asked_by_csp = true;
    std::int32_t credited_by{0};  ///< the number of the line that takes it back
    friend bool operator==(const TakeBackCharge&, const TakeBackCharge&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct ChargeRecorded {
    static constexpr std::string_view name = "charge_recorded";
    ChargeEntry entry{};
    Date invoiced_on{};  ///< the day of the invoice it appears on
    friend bool operator==(const ChargeRecorded&, const ChargeRecorded&) = default;
};
struct ChargeTakenBack {
    static constexpr std::string_view name = "charge_taken_back";
    std::int32_t credited_by{0};
    friend bool operator==(const ChargeTakenBack&, const ChargeTakenBack&) = default;
};

/// What a decision about a charge needs from other records.
struct ChargeFacts {
    std::int32_t billing_day{1};  ///< the partner's, 1 to 31
    Country partner_country{};
    Date closed_on{};  ///< what is charged before that day is on the next invoice after it
    /// RES-13: of the charge that this one credits. Nothing: it credits none.
    std::optional<std::string> credited_mpn_id{};
    Date credited_invoiced_on{};  ///< B11: a credit is on no invoice before that of what it credits
};

struct Charge {
    static constexpr std::string_view name = "charge";
    static constexpr Kind kind_of_record = Kind::charge;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Standing {
        static constexpr std::string_view name = "standing";
        friend bool operator==(const Standing&, const Standing&) = default;
    };
    struct TakenBack {
        static constexpr std::string_view name = "taken_back";
        std::int32_t credited_by{0};
        friend bool operator==(const TakenBack&, const TakenBack&) = default;
    };

    using Phase = std::variant<Absent, Standing, TakenBack>;
    using Command = std::variant<RecordCharge, TakeBackCharge>;
    using Event = std::variant<ChargeRecorded, ChargeTakenBack>;
    using Facts = ChargeFacts;

    ChargeEntry entry{};
    Date invoiced_on{};
    Phase phase{};
    friend bool operator==(const Charge&, const Charge&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Charge::Event> decide(const Question<Charge>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Charge>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Charge& charge, const Charge::Event& event);
/// The table in words.
MachineText charge_table();

/// The invoice on which a charge of licences of that day appears: of the first billing day after it (B11).
Date recurring_invoice_on(Date charged_on, std::int32_t billing_day);

}  // namespace csp
