// An order is drafted, changed, reviewed and submitted as a whole, or cancelled.
#include <doctest/doctest.h>

#include <deque>

#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;
using Says = std::vector<std::string>;

namespace {

/// A counter of the shop: what is asked for and what an engine would have counted for each line.
struct Counter {
    Asked<Order> order{};
    Partner partner{enrolled()};
    Customer customer{active_customer()};
    std::deque<Listing> listings{};  // pointers into it stay

    Counter() {
        customer.partner = id<Partner>(1);
        order.now = noon(2020, 6, 15);
        order.facts = {.partner = &partner, .customer = &customer, .lines = {}};
    }
    Counter(const Counter&) = delete;

    /// Puts an offer on the list for the next line, at 4 dollars.
    LineFacts& sells(Listing listing) {
        listings.push_back(std::move(listing));
        order.facts.lines.push_back(LineFacts{
            .buyer = {.customer = &customer, .listing = &listings.back(), .partner_listing = &listings.back()},
            .unit_price = dollars(4)});
        return order.facts.lines.back();
    }
    [[nodiscard]] DraftOrder draft(std::vector<OrderLine> lines, Cycle cycle = Cycle::monthly) const {
        return {id<Customer>(1), cycle, std::move(lines)};
    }
    [[nodiscard]] PlaceOrder place(std::vector<OrderLine> lines, Cycle cycle = Cycle::monthly) const {
        auto ids = new_ids(lines.size());
        return {id<Customer>(1), cycle, std::move(lines), std::move(ids)};
    }
    static std::vector<SubscriptionId> new_ids(std::size_t count) {
        std::vector<SubscriptionId> ids;
        for (std::size_t i = 0; i < count; ++i) { ids.push_back(id<Subscription>(static_cast<std::uint8_t>(i + 1))); }
        return ids;
    }
    [[nodiscard]] Says refused(const Order::Command& command) const { return reasons_of(order.refusal(command)); }
};

OrderLine seats(std::int32_t quantity) { return {.offer = business, .quantity = quantity}; }
OrderLine trial() { return {.offer = business_trial, .quantity = 25}; }
OrderLine add_on_to_line(std::int32_t line) { return {.offer = audio_add_on, .quantity = 1, .parent_line = line}; }
OrderLine add_on_to(const SubscriptionId& parent) { return {.offer = audio_add_on, .quantity = 1, .parent = parent}; }

}  // namespace

TEST_CASE("SUB-01: a draft keeps what was asked for, and can be changed") {
    Counter counter;
    OrderLine forged = seats(5);
    forged.subscription = id<Subscription>(9);
    forged.unit_price = dollars(0);
    const auto drafted = counter.order.then<OrderDrafted>(counter.draft({forged}));
    CHECK(drafted.partner == id<Partner>(1));
    CHECK(drafted.country == us);
    CHECK(drafted.drafted_at == counter.order.now);
    CHECK(counter.order.state.lines == std::vector{seats(5)});  // the price is not the caller's to say
    counter.order.then<DraftChanged>(ChangeDraft{Cycle::annual, {seats(6), trial()}});
    CHECK(counter.order.state.cycle == Cycle::annual);
    CHECK(counter.order.state.lines == std::vector{seats(6), trial()});
    CHECK(is_in<Order::Draft>(counter.order.state));
}

TEST_CASE("SUB-01: a draft is checked for its shape, each line by its number") {
    const Counter counter;
    OrderLine bad = seats(0);
    bad.offer = {};
    bad.friendly_name = "two\nlines";
    CHECK(counter.refused(counter.draft({seats(5), bad})) == Says{"lines[1].offer: offer_missing",
                                                                  "lines[1].quantity: quantity_out_of_range",
                                                                  "lines[1].friendly_name: not_plain_text"});
    CHECK(counter.refused(counter.draft({seats(1)}, Cycle{9})) == Says{"cycle: unknown_cycle"});
}

TEST_CASE("SUB-02: an order has from 1 to 200 lines") {
    Counter counter;
    CHECK(counter.refused(counter.draft({})) == Says{"lines: line_count_out_of_range"});
    CHECK(counter.refused(counter.draft(std::vector<OrderLine>(201, seats(1)))) ==
          Says{"lines: line_count_out_of_range"});
    counter.order.then<OrderDrafted>(counter.draft(std::vector<OrderLine>(200, seats(1))));
}

TEST_CASE("CUS-01: the customer has to be there before anything can be ordered for it") {
    Counter counter;
    counter.order.facts.customer = nullptr;
    CHECK(counter.refused(counter.draft({seats(5)})) == Says{"customer: customer_not_found"});
    counter.sells(business_listing());
    CHECK(counter.refused(counter.place({seats(5)})) == Says{"customer: customer_not_found"});
    const Customer absent;
    counter.order.facts.customer = &absent;
    CHECK(counter.refused(counter.draft({seats(5)})) == Says{"customer: customer_not_found"});
}

TEST_CASE("RES-01: only a partner that buys from Microsoft itself places orders") {
    Counter counter;
    counter.sells(business_listing());
    counter.order.then<OrderDrafted>(counter.draft({seats(5)}));
    const SubmitOrder submit{Counter::new_ids(1)};
    counter.partner.kind = PartnerKind::indirect_reseller;
    CHECK(counter.order.refusal(submit).rule == "RES-01");
    counter.partner = enrolled();
    counter.partner.phase = Partner::Restricted{};
    CHECK_FALSE(counter.order.decide(submit));
    counter.order.facts.partner = nullptr;
    CHECK(counter.refused(submit) == Says{"partner: partner_not_found"});
    counter.partner = enrolled();
    counter.order.facts.partner = &counter.partner;
    counter.order.then<OrderSubmitted>(submit);
}

TEST_CASE("SUB-02: several lines are submitted together, each becomes a subscription") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(trial_listing()).buyer.listing = &counter.listings.emplace_back([] {
        Listing other = trial_listing();
        other.conversion_targets = {id<Offer>(9)};
        return other;
    }());
    OrderLine named = seats(5);
    named.friendly_name = "Contoso E3";
    counter.order.then<OrderDrafted>(counter.draft({named, trial()}));
    const auto e = counter.order.then<OrderSubmitted>(SubmitOrder{Counter::new_ids(2)});
    REQUIRE(e.lines.size() == 2);
    const Purchase& paid = e.lines[0].purchase;
    CHECK(e.lines[0].line.subscription == id<Subscription>(1));
    CHECK(paid.partner == id<Partner>(1));
    CHECK(paid.customer == id<Customer>(1));
    CHECK(paid.friendly_name == "Contoso E3");
    CHECK(paid.quantity == 5);
    CHECK(paid.unit_price == dollars(4));
    CHECK(paid.auto_renews);
    CHECK(paid.term == Term{day("2020-06-15"), day("2021-06-15")});
    const Purchase& free = e.lines[1].purchase;
    CHECK(free.is_trial);
    CHECK_FALSE(free.auto_renews);
    CHECK(free.cycle == Cycle::none);
    CHECK(free.unit_price == dollars(0));
    CHECK(free.term == Term{day("2020-06-15"), day("2020-07-15")});
    CHECK(counter.order.state.lines[1].subscription == id<Subscription>(2));
    CHECK(in<Order::Completed>(counter.order.state).submitted_at == counter.order.now);
}

TEST_CASE("SUB-05: placing an order drafts and submits it in one") {
    Counter once;
    once.sells(business_listing());
    const auto placed = once.order.then<OrderSubmitted>(once.place({seats(5)}));
    Counter twice;
    twice.sells(business_listing());
    twice.order.then<OrderDrafted>(twice.draft({seats(5)}));
    CHECK(twice.order.then<OrderSubmitted>(SubmitOrder{Counter::new_ids(1)}) == placed);
    CHECK(once.order.state == twice.order.state);
}

TEST_CASE("SUB-05: an order needs no reseller, but a seller: a provider may place it and a reseller may not") {
    Counter counter;
    counter.sells(business_listing());
    counter.partner.kind = PartnerKind::indirect_reseller;
    CHECK(counter.refused(counter.place({seats(5)})) != Says{});
    for (const PartnerKind kind : {PartnerKind::direct_bill, PartnerKind::indirect_provider}) {
        counter.partner.kind = kind;
        Counter other;
        other.sells(business_listing());
        other.partner.kind = kind;
        other.order.then<OrderSubmitted>(other.place({seats(5)}));
    }
}

TEST_CASE("SUB-02: 200 lines are good and 201 are not, also in a draft of a policy that took more") {
    for (const std::size_t lines : {200U, 201U}) {
        Counter counter;
        counter.order.policy.order_lines = 201;
        for (std::size_t i = 0; i < lines; ++i) { counter.sells(business_listing()); }
        counter.order.then<OrderDrafted>(counter.draft(std::vector<OrderLine>(lines, seats(1))));
        counter.order.policy.order_lines = 200;
        const SubmitOrder submit{Counter::new_ids(lines)};
        if (lines == 200) {
            counter.order.then<OrderSubmitted>(submit);
        } else {
            CHECK(counter.refused(submit) == Says{"lines: line_count_out_of_range"});
            CHECK(counter.refused(SubmitOrder{}) == Says{"lines: line_count_out_of_range"});
        }
    }
}

TEST_CASE("SUB-02: all lines or none: whatever is wrong with any of them is said, with its number") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(trial_listing()).buyer.ever_owned = 1;
    counter.sells(add_on_listing());
    counter.order.then<OrderDrafted>(
        counter.draft({seats(301), {.offer = business_trial, .quantity = 26}, {.offer = audio_add_on, .quantity = 1}}));
    const Order before = counter.order.state;
    CHECK(counter.refused(SubmitOrder{Counter::new_ids(3)}) ==
          Says{"lines[0].quantity: quantity_out_of_range", "lines[1].offer: conversion_target_owned",
               "lines[1].offer: trial_already_used", "lines[1].quantity: trial_quantity_fixed",
               "lines[2].parent: add_on_needs_parent"});
    CHECK(counter.order.state == before);
}

TEST_CASE("OFF-06: every line is billed with the order's cycle, and takes it") {
    Counter counter;
    Listing monthly = business_listing();
    monthly.cycles = {Cycle::monthly};
    counter.sells(business_listing());
    counter.sells(monthly);
    CHECK(counter.refused(counter.place({seats(1), seats(1)}, Cycle::annual)) ==
          Says{"lines[1].offer: cycle_not_supported"});
    counter.order.then<OrderSubmitted>(counter.place({seats(1), seats(1)}));
}

TEST_CASE("OFF-04: two lines of a limited offer in one order count together") {
    Counter counter;
    counter.sells(one_of_each());
    counter.sells(one_of_each());
    CHECK(counter.refused(counter.place({seats(1), seats(1)})) == Says{"lines[1].offer: already_owned_limit_reached"});
}

TEST_CASE("OFF-08: an add-on is bought with its parent in one order, and shares its dates") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(add_on_listing());
    counter.order.now = noon(2020, 5, 30);  // paid from the 1st
    const auto e = counter.order.then<OrderSubmitted>(counter.place({seats(5), add_on_to_line(0)}));
    const Purchase& parent = e.lines[0].purchase;
    const Purchase& add_on = e.lines[1].purchase;
    CHECK(add_on.parent == id<Subscription>(1));
    CHECK(e.lines[1].line.parent == id<Subscription>(1));
    CHECK(parent.term == Term{day("2020-05-30"), day("2021-06-01")});
    CHECK(add_on.term == parent.term);
    CHECK(add_on.anchor == day("2020-06-01"));
    CHECK(add_on.first_billed_on == day("2020-06-01"));
}

TEST_CASE("OFF-08: the parent's line stands before its add-on, and there is one parent") {
    const Counter counter;
    for (const std::int32_t line : {-1, 1, 2, INT32_MAX}) {
        CHECK(counter.refused(counter.draft({seats(5), add_on_to_line(line)})) ==
              Says{"lines[1].parent_line: no_such_line"});
    }
    OrderLine both = add_on_to_line(0);
    both.parent = id<Subscription>(9);
    CHECK(counter.refused(counter.draft({seats(5), both})) == Says{"lines[1].parent: two_parents"});
}

TEST_CASE("OFF-08: bought for a subscription the customer has, an add-on ends and renews with it") {
    Counter counter;
    Life parent(bought(day("2020-03-05"), Cycle::annual));
    counter.sells(add_on_listing()).parent = &parent.subscription;
    const auto e = counter.order.then<OrderSubmitted>(counter.place({add_on_to(id<Subscription>(9))}));
    const Purchase& add_on = e.lines[0].purchase;
    CHECK(add_on.parent == id<Subscription>(9));
    CHECK(add_on.cycle == Cycle::annual);  // its parent's, not the order's
    CHECK(add_on.anchor == day("2020-03-05"));
    CHECK(add_on.term == Term{day("2020-06-15"), day("2021-03-05")});
    CHECK(add_on.first_billed_on == day("2020-06-15"));
}

TEST_CASE("OFF-08: an add-on is not free for longer than its parent's term") {
    Counter counter;
    Purchase old = bought(day("2017-12-30"), Cycle::monthly, 30);  // its term ends on 2018-12-30
    const Life parent(old);
    counter.sells(add_on_listing()).parent = &parent.subscription;
    counter.order.now = start_of(day("2018-12-29"));
    const auto e = counter.order.then<OrderSubmitted>(counter.place({add_on_to(id<Subscription>(9))}));
    CHECK(e.lines[0].purchase.term == Term{day("2018-12-29"), day("2018-12-30")});
    CHECK(e.lines[0].purchase.first_billed_on == day("2018-12-30"));
}

TEST_CASE("OFF-08: a parent of another customer is no parent, a suspended one has to be active") {
    Counter counter;
    Life parent(bought(day("2020-03-05")));
    counter.sells(add_on_listing()).parent = &parent.subscription;
    const PlaceOrder place = counter.place({add_on_to(id<Subscription>(9))});
    parent.subscription.customer = id<Customer>(2);
    CHECK(counter.refused(place) == Says{"lines[0].parent: parent_not_found"});
    CHECK(counter.order.refusal(place).code == Code::not_found);
    parent.subscription.customer = id<Customer>(1);
    parent.suspend(day("2020-06-01"));
    CHECK(counter.refused(place) == Says{"lines[0].parent: parent_not_active"});
    counter.order.facts.lines[0].parent = nullptr;
    CHECK(counter.refused(place) == Says{"lines[0].parent: parent_not_found"});
}

TEST_CASE("OFF-08: there are no add-ons of add-ons") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(add_on_listing());
    counter.sells(add_on_listing()).buyer.listing = &counter.listings.emplace_back([] {
        Listing any = add_on_listing();
        any.prerequisites = {audio_add_on};
        return any;
    }());
    CHECK(counter.refused(counter.place({seats(1), add_on_to_line(0), add_on_to_line(1)})) ==
          Says{"lines[2].parent: prerequisite_not_met"});
}

TEST_CASE("CONV-7: every line needs a new id of its own") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(business_listing());
    PlaceOrder place = counter.place({seats(1), seats(2)});
    const auto with = [&](std::vector<SubscriptionId> ids) {
        place.new_ids = std::move(ids);
        return counter.order.decide(place).has_value();
    };
    CHECK_FALSE(with({}));
    CHECK_FALSE(with({id<Subscription>(1)}));
    CHECK_FALSE(with({id<Subscription>(1), id<Subscription>(1)}));
    CHECK_FALSE(with({id<Subscription>(1), {}}));
    CHECK_FALSE(with(Counter::new_ids(3)));
    CHECK(with(Counter::new_ids(2)));
}

TEST_CASE("CONV-5: an amount that no int64 holds cannot be ordered") {
    Counter counter;
    counter.sells(business_listing()).unit_price = Money{most_a_purchase_can_cost / 24, usd};  // of two licences
    CHECK(counter.order.decide(counter.place({seats(2)})));
    const Error error = counter.order.refusal(counter.place({seats(3)}));
    CHECK(error.rule == "CONV-5");
    CHECK(error.field == "lines[0].quantity");
}

TEST_CASE("CONV-3: what is metered has no end of its own") {
    Counter counter;
    Listing azure = business_listing();
    azure.metering = Metering::usage;
    counter.sells(azure);
    const auto e = counter.order.then<OrderSubmitted>(counter.place({seats(1)}));
    CHECK(e.lines[0].purchase.term.end == last_date);
    CHECK_FALSE(e.lines[0].purchase.auto_renews);
}

TEST_CASE("A-SUSPEND: what is metered is paid from its first day, where licences have days before their first bill") {
    Listing azure = business_listing();
    azure.metering = Metering::usage;
    for (const char* today : {"2018-01-16", "2019-05-30"}) {  // before the alignment, and on a day after the 28th
        Counter counter;
        counter.order.now = start_of(day(today));
        counter.sells(azure);
        counter.sells(business_listing());
        const auto e = counter.order.then<OrderSubmitted>(counter.place({seats(1), seats(1)}));
        CHECK(e.lines[0].purchase.first_billed_on == day(today));
        CHECK(e.lines[1].purchase.first_billed_on > day(today));
    }
}

TEST_CASE("SUB-02: submitted or cancelled, an order stays as it is") {
    Counter counter;
    counter.sells(business_listing());
    counter.order.then<OrderDrafted>(counter.draft({seats(1)}));
    const Asked<Order> draft = counter.order;
    const SubmitOrder submit{Counter::new_ids(1)};

    counter.order.then<DraftCancelled>(CancelDraft{});
    CHECK(in<Order::Cancelled>(counter.order.state).cancelled_at == counter.order.now);
    for (const Order::Command& command : {Order::Command{submit}, Order::Command{CancelDraft{}},
                                          Order::Command{ChangeDraft{Cycle::monthly, {seats(2)}}}}) {
        CHECK(counter.order.refusal(command).microsoft == 800061);
    }
    counter.order = draft;
    counter.order.then<OrderSubmitted>(submit);
    CHECK(counter.order.refusal(submit).microsoft == 800065);
    CHECK(counter.order.refusal(ChangeDraft{Cycle::monthly, {seats(2)}}).microsoft == 800065);
    CHECK(counter.order.refusal(CancelDraft{}).microsoft == 800063);
}

TEST_CASE("SUB-01: a review shows what each line would cost from when, and what is wrong with it") {
    Counter counter;
    counter.sells(business_listing());
    counter.sells(business_listing()).unit_price = Money{};
    counter.sells(add_on_listing());
    counter.order.then<OrderDrafted>(
        counter.draft({seats(5), seats(301), {.offer = audio_add_on, .quantity = 1}, seats(1)}));
    counter.order.now = noon(2020, 6, 30);
    const auto lines = review(counter.order.state, counter.order.facts, counter.order.policy, counter.order.now);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].name == "Business");
    CHECK(lines[0].unit_price == dollars(4));
    CHECK(lines[0].monthly_amount == dollars(20));
    CHECK(lines[0].first_billed_on == day("2020-07-01"));
    CHECK(lines[0].term == Term{day("2020-06-30"), day("2021-07-01")});
    CHECK(lines[0].wrong.empty());
    CHECK_FALSE(lines[1].unit_price);
    CHECK_FALSE(lines[1].monthly_amount);
    REQUIRE(lines[1].wrong.size() == 1);
    CHECK(lines[1].wrong[0].field == "lines[1].quantity");
    CHECK(lines[2].term == Term{});  // an add-on without a parent has no dates
    CHECK(lines[2].wrong[0].reason == "add_on_needs_parent");
    CHECK(lines[3].wrong[0].reason == "customer_not_found");  // nothing was counted for it
}
