// What the event of one record means to others, as commands for them.
//
// They go through the same tables and guards, in the same transaction, at the time of the event that caused them.
// A new customer leads to its first order, a former one to its subscriptions, an order to its subscriptions and its
// customer, a parent to its add-ons, and these to nothing; a support request leads to an order of software, that to
// its entitlements, these to their links, and those to an entry of the activity log at most.
// Money goes the same way: a subscription to its billing, that and orders of software to charges, these to the
// ledger, and that to an invoice; one with nothing to pay settles itself; a cancelled one leads back to the ledger, and
// that to two new ones; one that is issued, paid or cancelled leads to its partner, who comes back by itself once it
// owes nothing for long: so it ends.
// Rules: SUB-02, RES-16, OFF-08, CAN-18, ENT-06, ENT-09, LOG-02; extended C5..C9. Pure. Threads: plain values.
#pragma once

#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/nouns.hpp"
#include "csp/policy.hpp"

namespace csp {

/// For each add-on of the parent whose table and guards take it. The others are left alone: one that was suspended
/// by hand stays so when its parent comes back.
struct ForAddOnsOf {
    SubscriptionId parent{};
    Subscription::Command command{};
    friend bool operator==(const ForAddOnsOf&, const ForAddOnsOf&) = default;
};
/// For each subscription of the customer whose table and guards take it, suspended ones too.
struct ForSubscriptionsOf {
    PartnerId partner{};
    CustomerId customer{};
    Subscription::Command command{};
    friend bool operator==(const ForSubscriptionsOf&, const ForSubscriptionsOf&) = default;
};
/// For one record. Must succeed, or nothing of the whole command happens. Of a customer only one thing is ever asked;
/// room for any of its commands would make every reaction twice as large.
template <class S, class C = typename S::Command>
struct For {
    Id<S> id{};
    C command{};
    friend bool operator==(const For&, const For&) = default;
};
/// Begins an entry of the activity log, under a new id. Who did it is known to the engine, which fills it in.
struct ForTheLog {
    ActivityEntry entry{};
    friend bool operator==(const ForTheLog&, const ForTheLog&) = default;
};
/// For one record whose table and guards take it; one that does not is left alone: what is not billed has no billing,
/// and an invoice that is expected already need not be expected again.
template <class S>
struct ForWhatTakes {
    Id<S> id{};
    typename S::Command command{};
    friend bool operator==(const ForWhatTakes&, const ForWhatTakes&) = default;
};
using Reaction =
    std::variant<ForAddOnsOf, For<Subscription>, For<Customer, RecordOrder>, For<Order>, For<SoftwareOrder>,
                 For<Entitlement>, For<DownloadLink>, ForTheLog, ForWhatTakes<Billing>, For<Charge>,
                 ForWhatTakes<Ledger>, For<Invoice>, ForWhatTakes<Partner>, ForSubscriptionsOf>;

/// `after` is the state once the event has happened.
std::vector<Reaction> react(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const CustomerId& id, const Customer& after, const Customer::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const OrderId& id, const Order& after, const Order::Event& event, const Policy& policy);
std::vector<Reaction> react(const SoftwareOrderId& id, const SoftwareOrder& after, const SoftwareOrder::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const EntitlementId& id, const Entitlement& after, const Entitlement::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const DownloadLinkId& id, const DownloadLink& after, const DownloadLink::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const SupportRequestId& id, const SupportRequest& after, const SupportRequest::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const BillingId& id, const Billing& after, const Billing::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const ChargeId& id, const Charge& after, const Charge::Event& event, const Policy& policy);
std::vector<Reaction> react(const LedgerId& id, const Ledger& after, const Ledger::Event& event, const Policy& policy);
std::vector<Reaction> react(const PartnerId& id, const Partner& after, const Partner::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const InvoiceId& id, const Invoice& after, const Invoice::Event& event,
                            const Policy& policy);
/// The events of the other nouns mean nothing to other records.
template <class S>
std::vector<Reaction> react(const Id<S>&, const S&, const typename S::Event&, const Policy&) {
    return {};
}

}  // namespace csp
