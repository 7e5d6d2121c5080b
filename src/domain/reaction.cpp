// What the event of one record means to others: an order makes subscriptions, and a parent takes its add-ons along.
#include "csp/reaction.hpp"

#include "domain/billing_reaction.hpp"

namespace csp {
namespace {

using Reactions = std::vector<Reaction>;

Reactions for_add_ons(const SubscriptionId& parent, Subscription::Command command) {
    Reactions out;
    out.push_back(ForAddOnsOf{parent, std::move(command)});
    return out;
}

Reactions for_everything_bought(const OrderId& order, const OrderSubmitted& e) {
    Reactions out;
    for (const BoughtLine& bought : e.lines) {  // a parent stands before its add-ons
        Purchase purchase = bought.purchase;
        purchase.order = order;
        out.push_back(For<Subscription>{bought.line.subscription, CreateSubscription{std::move(purchase)}});
    }
    out.push_back(For<Customer, RecordOrder>{e.customer, RecordOrder{order}});
    return out;
}

/// RES-16: what the new customer was told to buy. Refused as a whole, with the customer, when a line cannot be bought.
PlaceOrder first_order_of(const CustomerId& id, const FirstOrder& first) {
    PlaceOrder place{.customer = id, .cycle = first.cycle, .lines = {}, .new_ids = first.new_ids};
    for (const FirstLine& line : first.lines) {
        place.lines.push_back({.offer = line.offer,
                               .quantity = line.quantity,
                               .friendly_name = line.friendly_name,
                               .reseller_mpn_id = line.reseller_mpn_id,
                               .parent = {},
                               .parent_line = line.parent_line,
                               .subscription = {},
                               .unit_price = {}});
    }
    return place;
}

}  // namespace

Reactions react(const CustomerId& id, const Customer& after, const Customer::Event& event, const Policy&) {
    if (std::holds_alternative<RelationshipRemoved>(event)) {
        Reactions out;
        out.push_back(ForSubscriptionsOf{after.partner, id, ForgetSupportContact{}});
        return out;
    }
    const auto* created = std::get_if<CustomerCreated>(&event);
    if (created == nullptr || created->first_order.lines.empty()) { return {}; }
    Reactions out;
    out.push_back(For<Order>{created->first_order.order, first_order_of(id, created->first_order)});
    return out;
}

namespace {

Reactions for_its_add_ons(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
                          const Policy& policy) {
    if (!after.parent.is_nil()) { return {}; }  // an add-on has none of its own
    return std::visit(overloaded{
                          [&](const SubscriptionSuspended& e) {
                              return for_add_ons(id, SuspendWithParent{e.reason, e.suspended_on, e.last_day});
                          },
                          [&](const SubscriptionReactivated&) {
                              return policy.parent_reactivates_its_add_ons ? for_add_ons(id, ReactivateWithParent{})
                                                                           : Reactions{};
                          },
                          [&](const SubscriptionDeleted& e) { return for_add_ons(id, EndWithParent{e.cause}); },
                          [](const auto&) { return Reactions{}; },
                      },
                      event);
}

}  // namespace

Reactions react(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
                const Policy& policy) {
    Reactions out = domain::for_its_billing(id, after, event, policy);
    for (Reaction& reaction : for_its_add_ons(id, after, event, policy)) { out.push_back(std::move(reaction)); }
    return out;
}

Reactions react(const OrderId& id, const Order&, const Order::Event& event, const Policy&) {
    return std::visit(overloaded{
                          [&](const OrderSubmitted& e) { return for_everything_bought(id, e); },
                          [](const OrderCycleChanged& e) {
                              Reactions out;
                              for (const SubscriptionId& one : e.subscriptions) {  // parents before their add-ons
                                  out.push_back(For<Subscription>{one, BillInCycle{e.cycle}});
                              }
                              return out;
                          },
                          [](const auto&) { return Reactions{}; },
                      },
                      event);
}

}  // namespace csp
