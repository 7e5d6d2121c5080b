// A subscription: a customer's right to use an offer, term after term, until it ends or is lost.
//
// Units: days are UTC days (CONV-1), quantities are licences. Pure: see csp/machine.hpp.
// Rules: SUS-01..09, SUB-04, SUB-06, OFF-05, OFF-07, RES-13, RES-14, RES-18..20; extended B5, C5. The table stands in
// src/domain/subscription.cpp and is printed into docs/states/subscription.md.
// Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/offer.hpp"
#include "csp/partner.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// SUS-01: the three causes for which a partner may suspend or cancel. 0 is no cause and refused.
enum class SuspensionReason : std::uint8_t { customer_request = 1, non_payment = 2, fraud = 3 };

/// Who suspended it: somebody, or the suspension of its parent.
enum class SuspendedBy : std::uint8_t { hand = 1, parent = 2 };

/// Why its data is gone.
enum class DeletionCause : std::uint8_t {
    expired = 1,
    trial_ended = 2,
    term_ended = 3,
    cancelled = 4,
    parent_ended = 5
};

/// What is agreed when it is bought.
struct Purchase {
    PartnerId partner{};
    CustomerId customer{};
    OrderId order{};
    OfferId offer{};
    SubscriptionId parent{};        ///< of an add-on; nil otherwise
    std::string friendly_name{};    ///< empty: the offer's name is shown
    std::string reseller_mpn_id{};  ///< RES-18: of the reseller of record; empty: none
    std::int32_t quantity{0};
    Cycle cycle{Cycle::monthly};
    Cloud cloud{Cloud::global};
    Country country{};  ///< the customer's market: whose listing holds
    bool is_trial{false};
    bool auto_renews{true};
    Money unit_price{};      ///< per licence and month, pinned for the term; no currency: none was known
    Date opened_on{};        ///< SUS-06: the day the billing account was opened
    Date first_billed_on{};  ///< SUS-06: the first paid day
    Date anchor{};           ///< anniversaries are counted from here (CONV-4)
    Term term{};
    friend bool operator==(const Purchase&, const Purchase&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
struct CreateSubscription {
    static constexpr std::string_view name = "create_subscription";
    static constexpr bool is_asked_by_csp = true;
    Purchase purchase{};
    friend bool operator==(const CreateSubscription&, const CreateSubscription&) = default;
};
struct RenameSubscription {
    static constexpr std::string_view name = "rename_subscription";
    std::string friendly_name{};  ///< at most Policy::friendly_name_bytes of UTF-8; empty: the offer's name is shown
    friend bool operator==(const RenameSubscription&, const RenameSubscription&) = default;
};
struct ChangeQuantity {
    static constexpr std::string_view name = "change_quantity";
    std::int32_t quantity{0};
    friend bool operator==(const ChangeQuantity&, const ChangeQuantity&) = default;
};
struct SuspendSubscription {
    static constexpr std::string_view name = "suspend_subscription";
    SuspensionReason reason{};
    friend bool operator==(const SuspendSubscription&, const SuspendSubscription&) = default;
};
/// As in Partner Center: suspended, and left to lapse at the end of its window (SUS-01).
struct CancelSubscription {
    static constexpr std::string_view name = "cancel_subscription";
    SuspensionReason reason{};
    friend bool operator==(const CancelSubscription&, const CancelSubscription&) = default;
};
/// Deletes it and its data now. There is no way back, so it has to be acknowledged.
struct CancelSubscriptionAtOnce {
    static constexpr std::string_view name = "cancel_subscription_at_once";
    SuspensionReason reason{};
    bool acknowledged{false};
    friend bool operator==(const CancelSubscriptionAtOnce&, const CancelSubscriptionAtOnce&) = default;
};
struct ReactivateSubscription {
    static constexpr std::string_view name = "reactivate_subscription";
    friend bool operator==(const ReactivateSubscription&, const ReactivateSubscription&) = default;
};
/// The same subscription goes on as a paid one.
struct ConvertTrial {
    static constexpr std::string_view name = "convert_trial";
    OfferId offer{};
    Cycle cycle{Cycle::monthly};
    std::int32_t quantity{0};  ///< 0: as many as the trial has
    friend bool operator==(const ConvertTrial&, const ConvertTrial&) = default;
};

/// RES-13: the Reseller (MPN ID) field, for incentives. It gives the reseller no access: a grant does (RES-15).
struct SetReseller {
    static constexpr std::string_view name = "set_reseller";
    std::string mpn_id{};  ///< empty: none any more
    friend bool operator==(const SetReseller&, const SetReseller&) = default;
};
/// RES-14: who answers the customer's support requests for it.
struct SetSupportContact {
    static constexpr std::string_view name = "set_support_contact";
    PartnerId reseller{};  ///< nil: the provider itself, as in the beginning (RES-19)
    friend bool operator==(const SetSupportContact&, const SetSupportContact&) = default;
};

// ---- what time asks: at its own due moment ---------------------------------------------------------
struct RenewSubscription {
    static constexpr std::string_view name = "renew_subscription";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const RenewSubscription&, const RenewSubscription&) = default;
};
struct EndTerm {
    static constexpr std::string_view name = "end_term";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const EndTerm&, const EndTerm&) = default;
};
struct EndTrial {
    static constexpr std::string_view name = "end_trial";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const EndTrial&, const EndTrial&) = default;
};
struct ExpireSubscription {
    static constexpr std::string_view name = "expire_subscription";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ExpireSubscription&, const ExpireSubscription&) = default;
};

// ---- what a parent asks of its add-ons, and a relationship that ends (src/domain/reaction.cpp) --------
struct SuspendWithParent {
    static constexpr std::string_view name = "suspend_with_parent";
    static constexpr bool is_asked_by_csp = true;
    SuspensionReason reason{};
    Date suspended_on{};
    Date last_day{};
    friend bool operator==(const SuspendWithParent&, const SuspendWithParent&) = default;
};
struct ReactivateWithParent {
    static constexpr std::string_view name = "reactivate_with_parent";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ReactivateWithParent&, const ReactivateWithParent&) = default;
};
struct EndWithParent {
    static constexpr std::string_view name = "end_with_parent";
    static constexpr bool is_asked_by_csp = true;
    DeletionCause parent_cause{};
    friend bool operator==(const EndWithParent&, const EndWithParent&) = default;
};
/// B9: the provider answers again, also once the relationship is back.
struct ForgetSupportContact {
    static constexpr std::string_view name = "forget_support_contact";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ForgetSupportContact&, const ForgetSupportContact&) = default;
};

// ---- what its order asks (src/domain/reaction.cpp); asked of the subscription itself, it is refused as 2054 ----
struct BillInCycle {
    static constexpr std::string_view name = "bill_in_cycle";
    static constexpr bool is_asked_by_csp = true;
    Cycle cycle{Cycle::monthly};
    friend bool operator==(const BillInCycle&, const BillInCycle&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct SubscriptionCreated {
    static constexpr std::string_view name = "subscription_created";
    Purchase purchase{};
    friend bool operator==(const SubscriptionCreated&, const SubscriptionCreated&) = default;
};
struct SubscriptionRenamed {
    static constexpr std::string_view name = "subscription_renamed";
    std::string friendly_name{};
    friend bool operator==(const SubscriptionRenamed&, const SubscriptionRenamed&) = default;
};
/// The new quantity applies from `changed_on` on (CONV-6).
struct QuantityChanged {
    static constexpr std::string_view name = "quantity_changed";
    std::int32_t before{0};
    std::int32_t quantity{0};
    Date changed_on{};
    friend bool operator==(const QuantityChanged&, const QuantityChanged&) = default;
};
struct SubscriptionSuspended {
    static constexpr std::string_view name = "subscription_suspended";
    SuspensionReason reason{};
    SuspendedBy by{SuspendedBy::hand};
    bool is_cancelled{false};  ///< it was cancelled, and is left to lapse
    Date suspended_on{};       ///< credited from this day on (CONV-6)
    Date last_day{};           ///< SUS-07: the date under the Suspended button
    friend bool operator==(const SubscriptionSuspended&, const SubscriptionSuspended&) = default;
};
struct SubscriptionReactivated {
    static constexpr std::string_view name = "subscription_reactivated";
    Date reactivated_on{};       ///< charged from this day on (CONV-6)
    Term term{};                 ///< the renewal date is as it was (SUS-08)
    bool is_priced_anew{false};  ///< a term began while it was suspended; false: the price is as it was
    Money unit_price{};          ///< of that term, as SubscriptionRenewed has it
    friend bool operator==(const SubscriptionReactivated&, const SubscriptionReactivated&) = default;
};
struct TrialConverted {
    static constexpr std::string_view name = "trial_converted";
    OfferId trial{};
    OfferId offer{};
    Cycle cycle{Cycle::monthly};
    std::int32_t quantity{0};
    bool auto_renews{true};
    Money unit_price{};
    Date opened_on{};
    Date first_billed_on{};
    Date anchor{};
    Term term{};
    friend bool operator==(const TrialConverted&, const TrialConverted&) = default;
};
struct SubscriptionRenewed {
    static constexpr std::string_view name = "subscription_renewed";
    Term term{};
    bool is_priced_anew{false};  ///< false: stored before csp kept the price, which is as it was
    Money unit_price{};          ///< per licence and month, pinned for the term: the list's at the renewal (CONV-8);
                                 ///< no currency: none was known
    friend bool operator==(const SubscriptionRenewed&, const SubscriptionRenewed&) = default;
};
struct ResellerSet {
    static constexpr std::string_view name = "reseller_set";
    std::string before{};
    std::string mpn_id{};
    friend bool operator==(const ResellerSet&, const ResellerSet&) = default;
};
struct SupportContactSet {
    static constexpr std::string_view name = "support_contact_set";
    PartnerId before{};
    PartnerId reseller{};
    friend bool operator==(const SupportContactSet&, const SupportContactSet&) = default;
};
/// Deleted, with all its data: by expiry, by the end of its trial or term, by cancellation, with its parent.
struct SubscriptionDeleted {
    static constexpr std::string_view name = "subscription_deleted";
    DeletionCause cause{};
    Instant deleted_at{};
    friend bool operator==(const SubscriptionDeleted&, const SubscriptionDeleted&) = default;
};

/// B5: from `changed_on` on it is charged by other periods.
struct CycleChanged {
    static constexpr std::string_view name = "cycle_changed";
    Cycle before{Cycle::monthly};
    Cycle cycle{Cycle::monthly};
    Date changed_on{};
    Date first_billed_on{};
    Date anchor{};
    Term term{};
    Money unit_price{};
    friend bool operator==(const CycleChanged&, const CycleChanged&) = default;
};

/// What a decision about a subscription may need from other records. Pointers are borrowed; null: there is none.
struct SubscriptionFacts {
    const Listing* listing{nullptr};      ///< of its offer, in its market; at a renewal: as it stood at that moment
    Money renewal_price{};                ///< its unit price for a term that begins; no currency: none is known
    const Subscription* parent{nullptr};  ///< of an add-on
    const Customer* customer{nullptr};    ///< whose it is, to convert, reactivate or delete it; null: not asked
    ResellerFacts reseller{};             ///< the one that the command names
    const Partner* partner{nullptr};      ///< and who sells it; null: not asked
    const Partner* asker{nullptr};        ///< the reseller whose user asks; null: it is the partner's own, or nobody's
    const Listing* target{nullptr};       ///< of the offer a trial is to become
    const Listing* target_home{nullptr};  ///< the same in the partner's own market
    Money target_price{};                 ///< its unit price today; no currency: none is known
    std::vector<Owned> target_owned{};    ///< those of it that the customer has
    std::int32_t target_ever_owned{0};    ///< and how many it ever had
    std::int32_t billing_day{1};          ///< the partner's billing day, 1 to 31
};

struct Subscription {
    static constexpr std::string_view name = "subscription";
    static constexpr Kind kind_of_record = Kind::subscription;

    // The phases. Each holds what only that phase knows: a deleted subscription has no term.
    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Active {
        static constexpr std::string_view name = "active";
        Term term{};
        friend bool operator==(const Active&, const Active&) = default;
    };
    struct Suspended {
        static constexpr std::string_view name = "suspended";
        Term term{};
        SuspensionReason reason{};
        SuspendedBy by{SuspendedBy::hand};
        bool is_cancelled{false};
        Date suspended_on{};
        Date last_day{};  ///< of its window; see last_day_to_return
        friend bool operator==(const Suspended&, const Suspended&) = default;
    };
    struct Deleted {
        static constexpr std::string_view name = "deleted";
        DeletionCause cause{};
        Instant deleted_at{};
        friend bool operator==(const Deleted&, const Deleted&) = default;
    };

    using Phase = std::variant<Absent, Active, Suspended, Deleted>;
    using Command =
        std::variant<CreateSubscription, RenameSubscription, ChangeQuantity, SuspendSubscription, CancelSubscription,
                     CancelSubscriptionAtOnce, ReactivateSubscription, ConvertTrial, SetReseller, SetSupportContact,
                     RenewSubscription, EndTerm, EndTrial, ExpireSubscription, SuspendWithParent, ReactivateWithParent,
                     EndWithParent, BillInCycle, ForgetSupportContact>;
    using Event = std::variant<SubscriptionCreated, SubscriptionRenamed, QuantityChanged, SubscriptionSuspended,
                               SubscriptionReactivated, TrialConverted, ResellerSet, SupportContactSet,
                               SubscriptionRenewed, SubscriptionDeleted, CycleChanged>;
    using Facts = SubscriptionFacts;

    PartnerId partner{};
    CustomerId customer{};
    OrderId order{};
    OfferId offer{};
    OfferId trial{};  ///< the trial it began as; nil when it did not. Counted for life (OFF-07)
    SubscriptionId parent{};
    std::string friendly_name{};
    std::string reseller_mpn_id{};  ///< RES-13: the reseller of record; empty: none
    PartnerId support_contact{};    ///< RES-19: nil: the provider
    std::int32_t quantity{0};
    Cycle cycle{Cycle::monthly};
    Cloud cloud{Cloud::global};
    Country country{};
    bool is_trial{false};
    bool auto_renews{true};
    Money unit_price{};
    Date opened_on{};
    Date first_billed_on{};
    Date anchor{};
    Phase phase{};
    friend bool operator==(const Subscription&, const Subscription&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Subscription::Event> decide(const Question<Subscription>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Subscription>& question, bool before_asking);
/// What the state is once this has happened. Total: an event that does not fit the state is applied as it says.
void evolve(Subscription& subscription, const Subscription::Event& event);

/// The table in words.
MachineText subscription_table();

/// The next moment at which time itself asks something, and what.
struct SubscriptionDeadline {
    Instant at{};
    Subscription::Command command{};
};
/// The earliest one; nothing when no day will change it.
std::optional<SubscriptionDeadline> next_deadline(const Subscription& subscription);
/// What time asks when a rule refuses that: what cannot renew ends with its term. Nothing: the refusal stands.
std::optional<Subscription::Command> asked_instead(const Subscription::Command& refused);

/// SUS-08: the term of a suspended subscription that is reactivated on that day: the one it had, or, when that is
/// over, the one it would have renewed to. A term that ends with the calendar has none after it.
Term term_to_return_to(const Subscription& suspended, Date day, const Policy& policy);

/// SUS-05, SUS-06: how many days a suspension made on that day may last, with the gap before the first bill.
std::int32_t suspension_window_days(const Subscription& subscription, Date suspended_on, const Policy& policy);
/// SUS-07: the date under the Suspended button: the last day on which reactivating works; of a trial its own last day.
Date last_day_to_reactivate(const Subscription& subscription, Date suspended_on, const Policy& policy);
/// SUS-08: until when it can be reactivated: its window, or its term where none follows. Ask only when it is suspended.
Date last_day_to_return(const Subscription& subscription);

/// A-SUSPEND: the first paid day of a licence subscription bought on `bought_on`. Before the alignment of
/// 2018-02-21 a monthly one was free until the partner's next billing day; since then only one bought on day
/// 29, 30 or 31 is, until the 1st. An annual one is paid from the day it is bought.
Date first_billed_on(Date bought_on, Cycle cycle, std::int32_t billing_day, const Policy& policy);

/// Who gets in (SUS-02, SUS-03).
struct SignIn {
    bool users{false};
    bool administrators{false};
    friend bool operator==(const SignIn&, const SignIn&) = default;
};
SignIn sign_in(const Subscription& subscription, const Policy& policy);

}  // namespace csp
