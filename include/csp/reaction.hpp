// What the event of one record means to others, as commands for them.
//
// They go through the same tables and guards, in the same transaction, at the time of the event that caused them.
// An order leads to its subscriptions and its customer, a parent to its add-ons, and these to nothing: so it ends.
// Rules: SUB-02, OFF-08; extended C5. Pure. Threads: plain values.
#pragma once

#include <variant>
#include <vector>

#include "csp/customer.hpp"
#include "csp/id.hpp"
#include "csp/order.hpp"
#include "csp/policy.hpp"
#include "csp/subscription.hpp"

namespace csp {

/// For each add-on of the parent whose table and guards take it. The others are left alone: one that was suspended
/// by hand stays so when its parent comes back.
struct ForAddOnsOf {
    SubscriptionId parent{};
    Subscription::Command command{};
    friend bool operator==(const ForAddOnsOf&, const ForAddOnsOf&) = default;
};
/// Must succeed, or nothing of the whole command happens.
struct ForSubscription {
    SubscriptionId subscription{};
    Subscription::Command command{};
    friend bool operator==(const ForSubscription&, const ForSubscription&) = default;
};
/// Must succeed, or nothing of the whole command happens.
struct ForCustomer {
    CustomerId customer{};
    Customer::Command command{};
    friend bool operator==(const ForCustomer&, const ForCustomer&) = default;
};
using Reaction = std::variant<ForAddOnsOf, ForSubscription, ForCustomer>;

/// `after` is the state once the event has happened.
std::vector<Reaction> react(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
                            const Policy& policy);
std::vector<Reaction> react(const OrderId& id, const Order& after, const Order::Event& event, const Policy& policy);
/// The events of the other nouns mean nothing to other records.
template <class S>
std::vector<Reaction> react(const Id<S>&, const S&, const typename S::Event&, const Policy&) {
    return {};
}

}  // namespace csp
