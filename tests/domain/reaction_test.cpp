// What the events of one record ask of others, and that it comes to an end.
#include <doctest/doctest.h>

#include <algorithm>

#include "csp/reaction.hpp"
#include "domain/goods.hpp"
#include "domain/kinds.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const SubscriptionId parent_id = id<Subscription>(1);

Subscription base() { return Life(bought(day("2020-03-05"))).subscription; }
Subscription add_on() { return add_on_life(day("2020-03-05"), base()).subscription; }

std::vector<Reaction> reactions(const Subscription& after, const Subscription::Event& event,
                                const Policy& policy = {}) {
    return react(parent_id, after, event, policy);
}

/// The one command asked of the add-ons.
Subscription::Command asked_of_add_ons(const std::vector<Reaction>& all) {
    REQUIRE(all.size() == 1);
    REQUIRE(std::holds_alternative<ForAddOnsOf>(all.front()));
    CHECK(std::get<ForAddOnsOf>(all.front()).parent == parent_id);
    return std::get<ForAddOnsOf>(all.front()).command;
}

/// How many reactions follow each other at most, whatever event of its noun comes of each command.
int depth_of(const Reaction& reaction);

template <class S>
int deepest(const Id<S>& record, const S& state) {
    int depth = 0;
    for (auto event : one_of_each_kind<typename S::Event>()) {
        if constexpr (std::is_same_v<S, Order>) {
            if (auto* submitted = std::get_if<OrderSubmitted>(&event)) { submitted->lines.resize(2); }
        }
        for (const Reaction& reaction : react(record, state, event, Policy{})) {
            depth = std::max(depth, 1 + depth_of(reaction));
        }
    }
    return depth;
}

int depth_of(const Reaction& reaction) {
    return std::visit(overloaded{
                          [](const ForAddOnsOf&) { return deepest(id<Subscription>(2), add_on()); },
                          [](const ForSubscription& to) { return deepest(to.subscription, base()); },
                          [](const ForCustomer& to) { return deepest(to.customer, active_customer()); },
                      },
                      reaction);
}

}  // namespace

TEST_CASE("OFF-08: when a parent is suspended its add-ons are, with its date") {
    const SubscriptionSuspended e{SuspensionReason::fraud, SuspendedBy::hand, true, day("2020-04-01"),
                                  day("2020-06-30")};
    CHECK(asked_of_add_ons(reactions(base(), e)) ==
          Subscription::Command{SuspendWithParent{SuspensionReason::fraud, day("2020-04-01"), day("2020-06-30")}});
}

TEST_CASE("OFF-08: when a parent comes back its add-ons do, unless the policy says not") {
    Policy policy;
    const SubscriptionReactivated e{};
    CHECK(asked_of_add_ons(reactions(base(), e, policy)) == Subscription::Command{ReactivateWithParent{}});
    policy.parent_reactivates_its_add_ons = false;
    CHECK(reactions(base(), e, policy).empty());
}

TEST_CASE("OFF-08: when a parent is deleted its add-ons end") {
    for (const auto cause : {DeletionCause::expired, DeletionCause::term_ended, DeletionCause::cancelled}) {
        CHECK(asked_of_add_ons(reactions(base(), SubscriptionDeleted{cause, {}})) ==
              Subscription::Command{EndWithParent{cause}});
    }
}

TEST_CASE("OFF-08: nothing else a subscription does means anything to others, and nothing an add-on does") {
    std::size_t meaningful = 0;
    for (const auto& event : one_of_each_kind<Subscription::Event>()) {
        meaningful += reactions(base(), event).empty() ? 0 : 1;
        CHECK(reactions(add_on(), event).empty());
    }
    CHECK(meaningful == 3);
}

TEST_CASE(
    "SUB-02: a submitted order makes a subscription of each line, in their order, and is counted for its customer") {
    OrderSubmitted e{.customer = id<Customer>(1)};
    for (const std::uint8_t number : {std::uint8_t{4}, std::uint8_t{3}}) {
        BoughtLine line{.purchase = bought(day("2020-03-05"))};
        line.line.subscription = id<Subscription>(number);
        line.purchase.order = {};
        e.lines.push_back(line);
    }
    const auto all = react(id<Order>(5), Order{}, e, Policy{});
    REQUIRE(all.size() == 3);
    Purchase purchase = bought(day("2020-03-05"));
    purchase.order = id<Order>(5);
    CHECK(all[0] == Reaction{ForSubscription{id<Subscription>(4), CreateSubscription{purchase}}});
    CHECK(all[1] == Reaction{ForSubscription{id<Subscription>(3), CreateSubscription{purchase}}});
    CHECK(all[2] == Reaction{ForCustomer{id<Customer>(1), RecordOrder{id<Order>(5)}}});
    CHECK(react(id<Order>(5), Order{}, OrderDrafted{}, Policy{}).empty());
}

TEST_CASE("OFF-08: reactions end: from every event of every noun at most two follow each other") {
    CHECK(deepest(id<Partner>(1), enrolled()) == 0);
    CHECK(deepest(id<Customer>(1), active_customer()) == 0);
    CHECK(deepest(id<Offer>(1), Offer{}) == 0);
    CHECK(deepest(id<Subscription>(1), base()) == 1);
    CHECK(deepest(id<Order>(1), Order{}) == 2);
}
