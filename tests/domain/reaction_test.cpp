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

/// One with a price has a billing.
Subscription paid_for() { return Life(bought(day("2020-03-05"))).subscription; }
Subscription without_price(Subscription subscription) {
    subscription.unit_price = {};
    return subscription;
}
Subscription base() { return without_price(paid_for()); }
Subscription add_on() { return without_price(add_on_life(day("2020-03-05"), base()).subscription); }

std::vector<Reaction> reactions(const Subscription& after, const Subscription::Event& event,
                                const Policy& policy = {}) {
    auto all = react(parent_id, after, event, policy);
    // What a billing is asked is another story: tests/domain/billing_test.cpp.
    std::erase_if(all, [](const Reaction& one) { return std::holds_alternative<ForWhatTakes<Billing>>(one); });
    return all;
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
int depth_after(const Id<S>& record, const S& state, const typename S::Event& event) {
    int depth = 0;
    for (const Reaction& reaction : react(record, state, event, Policy{})) {
        depth = std::max(depth, 1 + depth_of(reaction));
    }
    return depth;
}

/// An event with something in it: one that names nothing asks nothing of others.
template <class Event>
Event with_something_in_it(Event event) {
    if (auto* submitted = std::get_if<OrderSubmitted>(&event)) { submitted->lines.resize(2); }
    if (auto* changed = std::get_if<OrderCycleChanged>(&event)) { changed->subscriptions.resize(2); }
    return event;
}
template <>
SoftwareOrder::Event with_something_in_it(SoftwareOrder::Event event) {
    if (auto* bought = std::get_if<SoftwareBought>(&event)) {
        bought->lines.resize(2);
        for (SoftwareLine& line : bought->lines) { line.amount = dollars(4); }
    }
    if (auto* cancelled = std::get_if<SoftwareCancelled>(&event)) { cancelled->lines.resize(2); }
    return event;
}
template <>
Customer::Event with_something_in_it(Customer::Event event) {
    if (auto* created = std::get_if<CustomerCreated>(&event)) { created->first_order.lines.resize(1); }
    return event;
}
template <>
Entitlement::Event with_something_in_it(Entitlement::Event event) {
    if (auto* issued = std::get_if<LinkIssued>(&event)) { issued->begins = true; }
    return event;
}
template <>
SupportRequest::Event with_something_in_it(SupportRequest::Event event) {
    if (auto* accepted = std::get_if<RefundAccepted>(&event)) { accepted->order = id<SoftwareOrder>(1); }
    return event;
}

template <class S>
int deepest(const Id<S>& record, const S& state) {
    int depth = 0;
    for (const auto& event : one_of_each_kind<typename S::Event>()) {
        if constexpr (std::is_same_v<typename S::Event, Order::Event> ||
                      std::is_same_v<typename S::Event, SoftwareOrder::Event> ||
                      std::is_same_v<typename S::Event, Entitlement::Event> ||
                      std::is_same_v<typename S::Event, Customer::Event> ||
                      std::is_same_v<typename S::Event, SupportRequest::Event>) {
            depth = std::max(depth, depth_after(record, state, with_something_in_it(event)));
        } else {
            depth = std::max(depth, depth_after(record, state, event));
        }
    }
    return depth;
}

/// The event that comes of a command for one record of software, as its table has it.
int depth_of(const For<SoftwareOrder>& to) {
    if (std::holds_alternative<CloseSoftwareOrder>(to.command)) {
        return depth_after(to.id, SoftwareOrder{}, SoftwareOrder::Event{SoftwareOrderClosed{}});
    }
    return depth_after(to.id, SoftwareOrder{}, with_something_in_it(SoftwareOrder::Event{SoftwareCancelled{}}));
}
int depth_of(const For<Entitlement>& to) {
    const Entitlement with_a_link{.links = {ArtifactLink{}}};
    if (std::holds_alternative<GrantEntitlement>(to.command)) {
        return depth_after(to.id, with_a_link, Entitlement::Event{EntitlementGranted{}});
    }
    return depth_after(to.id, with_a_link, Entitlement::Event{EntitlementRevoked{}});
}
/// Nobody reacts by downloading: whatever else happens to a link means nothing to others.
int depth_of(const For<DownloadLink>& to) {
    int depth = 0;
    for (const auto& event :
         {DownloadLink::Event{LinkEnabled{}}, DownloadLink::Event{LinkExpired{}}, DownloadLink::Event{LinkRevoked{}}}) {
        depth = std::max(depth, depth_after(to.id, DownloadLink{}, event));
    }
    return depth;
}

/// A line of money, whatever made it.
int depth_of(const ForWhatTakes<Billing>& to) {
    ChargeLine line;
    line.amount = dollars(4);
    return depth_after(to.id, Billing{}, Billing::Event{QuantityRebilled{5, {line}}});
}
int depth_of(const For<Charge>& to) {
    return std::max(depth_after(to.id, Charge{}, Charge::Event{ChargeRecorded{}}),
                    depth_after(to.id, Charge{}, Charge::Event{ChargeTakenBack{}}));
}
/// Only time closes a period; a correction has its number at once.
int depth_of(const ForWhatTakes<Ledger>& to) {
    if (std::holds_alternative<NumberCorrection>(to.command)) {
        return depth_after(to.id, Ledger{}, Ledger::Event{CorrectionNumbered{}});
    }
    return depth_after(to.id, Ledger{}, Ledger::Event{InvoiceExpected{}});
}
int depth_of(const For<Invoice>& to) {
    if (std::holds_alternative<SettleInvoice>(to.command)) {
        return depth_after(to.id, Invoice{}, Invoice::Event{InvoicePaid{}});
    }
    return depth_after(to.id, Invoice{}, Invoice::Event{InvoiceDrafted{}});
}
/// A debt that is cleared may be the last one.
int depth_of(const ForWhatTakes<Partner>& to) {
    Partner partner;
    partner.phase = Partner::Restricted{.is_for_debt = true};
    if (std::holds_alternative<ClearDebt>(to.command)) {
        return depth_after(to.id, partner, Partner::Event{DebtCleared{}});
    }
    return std::max(depth_after(to.id, partner, Partner::Event{DebtNoted{}}),
                    depth_after(to.id, partner, Partner::Event{PartnerReinstated{}}));
}
/// Orders buy, and change cycles.
int depth_of(const For<Subscription>& to) {
    return std::max(depth_after(to.id, paid_for(), Subscription::Event{SubscriptionCreated{}}),
                    depth_after(to.id, paid_for(), Subscription::Event{CycleChanged{}}));
}

int depth_of(const Reaction& reaction) {
    return std::visit(overloaded{
                          [](const ForAddOnsOf&) { return deepest(id<Subscription>(2), add_on()); },
                          [](const ForSubscriptionsOf&) {
                              return depth_after(id<Subscription>(1), paid_for(),
                                                 Subscription::Event{SupportContactSet{}});
                          },
                          [](const For<Order>& to) { return deepest(to.id, Order{}); },
                          [](const For<Customer, RecordOrder>& to) {
                              return depth_after(to.id, active_customer(), Customer::Event{OrderRecorded{}});
                          },
                          [](const ForTheLog&) { return deepest(id<Activity>(1), Activity{}); },
                          [](const auto& to) { return depth_of(to); },
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

TEST_CASE("OFF-08: nothing else a subscription does means anything to its add-ons, and nothing an add-on does") {
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
    CHECK(all[0] == Reaction{For<Subscription>{id<Subscription>(4), CreateSubscription{purchase}}});
    CHECK(all[1] == Reaction{For<Subscription>{id<Subscription>(3), CreateSubscription{purchase}}});
    CHECK(all[2] == Reaction{For<Customer, RecordOrder>{id<Customer>(1), RecordOrder{id<Order>(5)}}});
    CHECK(react(id<Order>(5), Order{}, OrderDrafted{}, Policy{}).empty());
}

TEST_CASE("OFF-08: reactions end: from every event of every noun at most five follow each other") {
    CHECK(deepest(id<Partner>(1), enrolled()) == 0);
    CHECK(deepest(id<Customer>(1), active_customer()) == 5);
    CHECK(deepest(id<Offer>(1), Offer{}) == 0);
    CHECK(deepest(id<Subscription>(1), base()) == 4);
    CHECK(deepest(id<Subscription>(1), paid_for()) == 4);
    CHECK(deepest(id<Order>(1), Order{}) == 4);
    CHECK(deepest(id<Product>(1), Product{}) == 0);
    CHECK(deepest(id<Activity>(1), Activity{}) == 0);
    CHECK(deepest(id<DownloadLink>(1), DownloadLink{}) == 1);
    CHECK(deepest(id<Entitlement>(1), Entitlement{.links = {ArtifactLink{}}}) == 1);
    CHECK(deepest(id<SoftwareOrder>(1), SoftwareOrder{}) == 2);
    CHECK(deepest(id<SupportRequest>(1), SupportRequest{}) == 3);
    CHECK(deepest(id<Charge>(1), Charge{}) == 1);
    CHECK(deepest(id<Ledger>(1), Ledger{}) == 1);
    CHECK(deepest(id<Invoice>(1), Invoice{}) == 3);
}

TEST_CASE("CAN-18: what is cancelled is revoked, line by line, and the order ends with its last line") {
    SoftwareOrder order{
        .lines = {SoftwareLine{.entitlement = id<Entitlement>(1)}, SoftwareLine{.entitlement = id<Entitlement>(2)}}};
    order.lines[0].cancelled = SoftwareCredit{};
    const auto cancelled = [&](std::int32_t line) {
        const EntitlementId right = order.lines[static_cast<std::size_t>(line)].entitlement;
        return react(id<SoftwareOrder>(5), order, SoftwareCancelled{.lines = {{.line = line, .entitlement = right}}},
                     Policy{});
    };
    CHECK(cancelled(0) == std::vector<Reaction>{For<Entitlement>{id<Entitlement>(1), RevokeEntitlement{}}});
    order.lines[1].cancelled = SoftwareCredit{};
    CHECK(cancelled(1) == std::vector<Reaction>{For<Entitlement>{id<Entitlement>(2), RevokeEntitlement{}},
                                                For<SoftwareOrder>{id<SoftwareOrder>(5), CloseSoftwareOrder{}}});
}

TEST_CASE("ENT-09: no link outlives the right it belongs to, revoked or lapsed") {
    const Entitlement right{.links = {{.link = id<DownloadLink>(1)}, {.link = id<DownloadLink>(2)}}};
    const std::vector<Reaction> both{For<DownloadLink>{id<DownloadLink>(1), RevokeLink{}},
                                     For<DownloadLink>{id<DownloadLink>(2), RevokeLink{}}};
    CHECK(react(id<Entitlement>(1), right, EntitlementRevoked{}, Policy{}) == both);
    CHECK(react(id<Entitlement>(1), right, EntitlementLapsed{}, Policy{}) == both);
}

TEST_CASE("ENT-06: the last download of the allowance ends the link, an earlier one does not") {
    DownloadLink link{.phase = DownloadLink::Valid{.allowance = 50, .used = 49}};
    CHECK(react(id<DownloadLink>(1), link, Downloaded{.used = 49}, Policy{}).size() == 1);  // the log alone
    link.phase = DownloadLink::Valid{.allowance = 50, .used = 50};
    const auto last = react(id<DownloadLink>(1), link, Downloaded{.used = 50}, Policy{});
    REQUIRE(last.size() == 2);
    CHECK(last[1] == Reaction{For<DownloadLink>{id<DownloadLink>(1), ExpireLink{}}});
}

TEST_CASE("SUS-06: an account that was opened long before makes no purchase old") {
    Purchase purchase = bought(day("2018-03-13"));
    purchase.opened_on = day("2017-01-01");
    const Life life(purchase);
    const auto all = react(parent_id, life.subscription, SubscriptionCreated{purchase}, Policy{});
    REQUIRE(all.size() == 1);
    const auto& begin = std::get<BeginBilling>(std::get<ForWhatTakes<Billing>>(all.front()).command);
    CHECK(begin.terms.opened_on == day("2018-03-13"));
    CHECK(suspension_window_days(life.subscription, day("2018-04-01"), Policy{}) == 120);
}
