// What the event of one record means to others: an order makes subscriptions, and a parent takes its add-ons along.
#include "csp/reaction.hpp"

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
    out.push_back(For<Customer>{e.customer, RecordOrder{order}});
    return out;
}

}  // namespace

Reactions react(const SubscriptionId& id, const Subscription& after, const Subscription::Event& event,
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

Reactions react(const OrderId& id, const Order&, const Order::Event& event, const Policy&) {
    const auto* submitted = std::get_if<OrderSubmitted>(&event);
    return submitted != nullptr ? for_everything_bought(id, *submitted) : Reactions{};
}

}  // namespace csp
