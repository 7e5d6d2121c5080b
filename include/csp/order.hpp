// An order: what a customer is to get, line by line, first as a draft to be reviewed, then submitted as a whole.
//
// A draft is checked for its shape only. Submitting judges everything, at that moment, and all lines or none are
// bought. Every error names its field: "lines[1].quantity".
// What was bought is billed by the month or by the year, and its cycle is changed for the order as a whole.
// Rules: SUB-01, SUB-02, SUB-05, SUB-06, CUS-01, OFF-06, OFF-08, RES-01; extended B4, C4. The table stands in
// src/domain/order.cpp and is printed into docs/states/order.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/availability.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/subscription.hpp"
#include "csp/time.hpp"

namespace csp {

struct Partner;

struct OrderLine {
    OfferId offer{};
    std::int32_t quantity{0};
    std::string friendly_name{};                ///< empty: the offer's name is shown
    std::string reseller_mpn_id{};              ///< RES-18: the reseller of record; empty: none
    SubscriptionId parent{};                    ///< of an add-on: a subscription the customer has; nil: none
    std::optional<std::int32_t> parent_line{};  ///< or a line of this order, counted from 0, that stands before it
    SubscriptionId subscription{};              ///< what it became; nil in a draft
    Money unit_price{};                         ///< per licence and month; no currency: in a draft, or none is known
    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};
/// A line and what is agreed about it. The order's own id in it is nil: the reaction fills it in.
struct BoughtLine {
    OrderLine line{};
    Purchase purchase{};
    friend bool operator==(const BoughtLine&, const BoughtLine&) = default;
};

// ---- what can be asked: imperative. `subscription` and `unit_price` of lines asked for are not looked at ------
struct DraftOrder {
    static constexpr std::string_view name = "draft_order";
    CustomerId customer{};
    Cycle cycle{Cycle::monthly};  ///< chosen before the products (OFF-06)
    std::vector<OrderLine> lines{};
    friend bool operator==(const DraftOrder&, const DraftOrder&) = default;
};
struct ChangeDraft {
    static constexpr std::string_view name = "change_draft";
    Cycle cycle{Cycle::monthly};
    std::vector<OrderLine> lines{};
    friend bool operator==(const ChangeDraft&, const ChangeDraft&) = default;
};
struct SubmitOrder {
    static constexpr std::string_view name = "submit_order";
    std::vector<SubscriptionId> new_ids{};  ///< one for each line; the engine makes them (CONV-7)
    friend bool operator==(const SubmitOrder&, const SubmitOrder&) = default;
};
/// Drafts and submits in one.
struct PlaceOrder {
    static constexpr std::string_view name = "place_order";
    CustomerId customer{};
    Cycle cycle{Cycle::monthly};
    std::vector<OrderLine> lines{};
    std::vector<SubscriptionId> new_ids{};  ///< one for each line; the engine makes them (CONV-7)
    friend bool operator==(const PlaceOrder&, const PlaceOrder&) = default;
};
struct CancelDraft {
    static constexpr std::string_view name = "cancel_draft";
    friend bool operator==(const CancelDraft&, const CancelDraft&) = default;
};
/// B5: for all subscriptions of the order, and their add-ons with them. Whoever goes over to a year begins its term
/// anew, today and at today's price; whoever goes over to months keeps the term and the price.
struct ChangeCycle {
    static constexpr std::string_view name = "change_cycle";
    Cycle cycle{Cycle::monthly};  ///< monthly or annual
    friend bool operator==(const ChangeCycle&, const ChangeCycle&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct OrderDrafted {
    static constexpr std::string_view name = "order_drafted";
    PartnerId partner{};
    CustomerId customer{};
    Cycle cycle{Cycle::monthly};
    Country country{};  ///< the customer's market
    std::vector<OrderLine> lines{};
    Instant drafted_at{};
    friend bool operator==(const OrderDrafted&, const OrderDrafted&) = default;
};
struct DraftChanged {
    static constexpr std::string_view name = "draft_changed";
    Cycle cycle{Cycle::monthly};
    std::vector<OrderLine> lines{};
    friend bool operator==(const DraftChanged&, const DraftChanged&) = default;
};
/// Everything its subscriptions are made from, parents before their add-ons.
struct OrderSubmitted {
    static constexpr std::string_view name = "order_submitted";
    PartnerId partner{};
    CustomerId customer{};
    Cycle cycle{Cycle::monthly};
    Country country{};
    std::vector<BoughtLine> lines{};
    Instant submitted_at{};
    friend bool operator==(const OrderSubmitted&, const OrderSubmitted&) = default;
};
struct DraftCancelled {
    static constexpr std::string_view name = "draft_cancelled";
    Instant cancelled_at{};
    friend bool operator==(const DraftCancelled&, const DraftCancelled&) = default;
};
struct OrderCycleChanged {
    static constexpr std::string_view name = "order_cycle_changed";
    Cycle before{Cycle::monthly};
    Cycle cycle{Cycle::monthly};
    Date changed_on{};
    std::vector<SubscriptionId> subscriptions{};  ///< those that had another cycle, parents before their add-ons
    friend bool operator==(const OrderCycleChanged&, const OrderCycleChanged&) = default;
};

/// What one line needs from other records. Pointers are borrowed; null: there is none.
struct LineFacts {
    BuyerFacts buyer{};
    Money unit_price{};                   ///< today, in the customer's market; no currency: none is known
    const Subscription* parent{nullptr};  ///< the one the line names; null too when there is no such one
    ResellerFacts reseller{};             ///< whose MPN id the line names
};
/// A subscription that would be billed in another cycle. Pointers are borrowed; null: there is none.
struct CycleFacts {
    SubscriptionId id{};
    const Subscription* subscription{nullptr};
    const Listing* listing{nullptr};  ///< of its offer, in its market
};
/// What a decision about an order may need. Drafting needs the customer only.
struct OrderFacts {
    const Partner* partner{nullptr};    ///< of the customer; borrowed
    const Customer* customer{nullptr};  ///< borrowed
    std::vector<LineFacts> lines{};     ///< one for each line, in their order, to submit, place or review
    std::vector<CycleFacts> cycles{};   ///< to change the cycle: of each line, and behind them of their add-ons
};

struct Order {
    static constexpr std::string_view name = "order";
    static constexpr Kind kind_of_record = Kind::order;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Draft {
        static constexpr std::string_view name = "draft";
        Instant drafted_at{};
        friend bool operator==(const Draft&, const Draft&) = default;
    };
    struct Completed {
        static constexpr std::string_view name = "completed";
        Instant submitted_at{};
        friend bool operator==(const Completed&, const Completed&) = default;
    };
    struct Cancelled {
        static constexpr std::string_view name = "cancelled";
        Instant cancelled_at{};
        friend bool operator==(const Cancelled&, const Cancelled&) = default;
    };

    using Phase = std::variant<Absent, Draft, Completed, Cancelled>;
    using Command = std::variant<DraftOrder, ChangeDraft, SubmitOrder, PlaceOrder, CancelDraft, ChangeCycle>;
    using Event = std::variant<OrderDrafted, DraftChanged, OrderSubmitted, DraftCancelled, OrderCycleChanged>;
    using Facts = OrderFacts;

    PartnerId partner{};
    CustomerId customer{};
    Cycle cycle{Cycle::monthly};
    Country country{};
    std::vector<OrderLine> lines{};
    Phase phase{};
    friend bool operator==(const Order&, const Order&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Order::Event> decide(const Question<Order>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Order>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Order& order, const Order::Event& event);
/// The table in words.
MachineText order_table();

/// One line of the review page: what it would be if the order were submitted now.
struct LineReview {
    OfferId offer{};
    std::string name{};  ///< the offer's; empty where it is not listed
    std::int32_t quantity{0};
    std::optional<Money> unit_price{};      ///< per licence and month; nothing: none is known
    std::optional<Money> monthly_amount{};  ///< unit price times quantity
    Term term{};
    Date first_billed_on{};
    std::vector<Error> wrong{};  ///< empty: it can be bought
};
/// The lines of a draft with what is wrong with each. What stands against the order as a whole is why_not's to say.
std::vector<LineReview> review(const Order& order, const OrderFacts& facts, const Policy& policy, Instant now);

}  // namespace csp
