// Orders through the engine: what may be bought, all of it or nothing, drafts, and two who want the last one.
#include <doctest/doctest.h>

#include <thread>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("OFF-04: E2 #18: one per customer, and the one there is named", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId first = shop.buy(line(one_only));
    const Error error = refusal_of(shop.place({line(one_only)}));
    CHECK(error.rule == "OFF-04");
    CHECK(error.reason == "already_owned_limit_reached");
    CHECK(error.existing == text_of(first));
    CHECK(error.field == "lines[0].offer");
    CHECK(error.microsoft == 27006);
}

TEST_CASE_TEMPLATE("OFF-05: E2 #19: suspended on 2018-03-01, it is to be reactivated until 2018-05-30", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId first = shop.buy(line(one_only));
    shop.clock.set(at("2018-03-01T00:00:00Z"));
    good(shop.suspend(first));
    shop.clock.set(at("2018-04-10T00:00:00Z"));
    const Error error = refusal_of(shop.place({line(one_only)}));
    CHECK(error.reason == "suspended_reactivate_instead");
    CHECK(error.sentence.find("2018-05-30") != std::string::npos);
    CHECK(error.existing == text_of(first));
}

TEST_CASE_TEMPLATE("OFF-01: two of a limited offer in one order are one too many", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(refusal_of(shop.place({line(one_only), line(one_only)})).field == "lines[1].offer");
    CHECK(good(shop.engine->subscriptions(shop.ann, shop.contoso, {}, {})).items.empty());
}

TEST_CASE_TEMPLATE("OFF-03: E2 #22: an offer that is sold monthly only cannot be had annually", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(refusal_of(shop.place({line(monthly_only)}, Cycle::annual)).reason == "cycle_not_supported");
    CHECK(refusal_of(shop.place({line(annual_only)}, Cycle::monthly)).reason == "cycle_not_supported");
    shop.buy(line(monthly_only), Cycle::monthly);
    shop.buy(line(annual_only), Cycle::annual);
}

TEST_CASE_TEMPLATE("CUS-02: E2 #23: a nonprofit offer is for a nonprofit", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(refusal_of(shop.place({line(nonprofit_only)})).reason == "segment_not_allowed");
    good(shop.engine->execute({.by = host()}, shop.contoso, RecordQualification{Qualification::nonprofit}));
    shop.buy(line(nonprofit_only));
}

TEST_CASE_TEMPLATE("SUB-04: E2 #24: from 1 to 300 licences", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base, 250));
    good(shop.ask(bought, ChangeQuantity{300}));
    CHECK(refusal_of(shop.ask(bought, ChangeQuantity{301})).microsoft == 2002);
    CHECK(refusal_of(shop.ask(bought, ChangeQuantity{0})).microsoft == 2002);
    CHECK(shop.subscription(bought).quantity == 300);
    good(shop.suspend(bought));
    CHECK(refusal_of(shop.ask(bought, ChangeQuantity{6})).microsoft == 2001);
    CHECK(shop.subscription(bought).quantity == 300);
}

TEST_CASE_TEMPLATE("OFF-07: E2 #26: a trial becomes a paid subscription under its id, and is not had again", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.clock.set(at("2018-01-15T00:00:00Z"));
    const SubscriptionId tried = shop.buy(line(trial, 25), Cycle::none);
    CHECK(refusal_of(shop.ask(tried, ChangeQuantity{26})).reason == "trial_is_fixed");  // E2 #28
    shop.clock.set(at("2018-02-01T00:00:00Z"));
    good(shop.ask(tried, ConvertTrial{.offer = base, .cycle = Cycle::annual, .quantity = 10}));
    const auto paid = good(shop.engine->read(shop.ann, tried));
    CHECK(paid.state.offer == base);
    CHECK(paid.state.quantity == 10);
    CHECK(csp::text_of(paid.next_due) == "2019-02-01T00:00:00Z");
    CHECK(paid.state.unit_price == dollars(4));
    good(shop.ask(tried, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
    CHECK(refusal_of(shop.place({line(trial, 25)}, Cycle::none)).reason == "trial_already_used");
}

TEST_CASE_TEMPLATE("OFF-07: a converted trial is counted once against a limit for life", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    Listing listing = trial_listing();
    listing.conversion_targets = {base};
    listing.limit = 2;
    good(shop.engine->execute({.by = host()}, trial, ListOffer{listing}));
    const SubscriptionId first = shop.buy(line(trial, 25), Cycle::none);
    good(shop.ask(first, ConvertTrial{.offer = base, .cycle = Cycle::annual, .quantity = 1}));
    good(shop.ask(first, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
    const SubscriptionId second = shop.buy(line(trial, 25), Cycle::none);
    good(shop.ask(second, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
    CHECK(refusal_of(shop.place({line(trial, 25)}, Cycle::none)).reason == "trial_already_used");
}

TEST_CASE_TEMPLATE("OFF-08: an add-on is bought for a subscription that is active", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(refusal_of(shop.place({line(add_on)})).reason == "add_on_needs_parent");
    CHECK(refusal_of(shop.place({add_on_for(id<Subscription>(99))})).reason == "parent_not_found");
    const SubscriptionId other = shop.buy(line(annual_only));
    CHECK(refusal_of(shop.place({add_on_for(other)})).reason == "prerequisite_not_met");
    const SubscriptionId parent = shop.buy(line(base));
    good(shop.suspend(parent));
    CHECK(refusal_of(shop.place({add_on_for(parent)})).reason == "parent_not_active");
}

TEST_CASE_TEMPLATE("SUB-02: one line that cannot be bought, and nothing is", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::uint64_t length = shop.feed_length();
    const Error error = refusal_of(shop.place({line(base), line(base, 301), line(monthly_only), line(base)}));
    CHECK(says(error, "lines[1].quantity: quantity_out_of_range"));
    CHECK(says(error, "lines[2].offer: cycle_not_supported"));
    CHECK(shop.feed(length).size() == 1);
    CHECK(good(shop.engine->subscriptions(shop.ann, shop.contoso, {}, {})).items.empty());
    CHECK(good(shop.engine->orders(shop.ann, shop.contoso, {})).items.empty());
    CHECK(good(shop.engine->read(shop.ann, shop.contoso)).state.orders_placed == 0);
}

TEST_CASE_TEMPLATE("SUB-01: a draft is changed, reviewed and submitted, and then is fixed", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const OrderId draft = id_in<Order>(good(shop.engine->template create<Order>(
        {.by = shop.ann},
        DraftOrder{.customer = shop.contoso, .cycle = Cycle::monthly, .lines = {line(annual_only)}})));
    CHECK(good(shop.engine->review(shop.ann, draft)).at(0).wrong.at(0).reason == "cycle_not_supported");
    CHECK(refusal_of(shop.ask(draft, SubmitOrder{})).reason == "cycle_not_supported");

    good(shop.ask(draft, ChangeDraft{.cycle = Cycle::annual, .lines = {line(annual_only, 3)}}));
    const LineReview reviewed = good(shop.engine->review(shop.ann, draft)).at(0);
    CHECK(reviewed.wrong.empty());
    CHECK(reviewed.monthly_amount == dollars(12));
    CHECK(csp::text_of(reviewed.term.end) == "2019-01-01");
    const std::uint64_t length = shop.feed_length();
    good(shop.ask(draft, SubmitOrder{}));
    CHECK(shop.feed(length).size() == 3);
    CHECK(good(shop.engine->read(shop.ann, draft)).state.lines.at(0).unit_price == dollars(4));

    CHECK(refusal_of(shop.ask(draft, SubmitOrder{})).microsoft == 800065);
    CHECK(refusal_of(shop.ask(draft, CancelDraft{})).microsoft == 800063);
    CHECK(refusal_of(shop.engine->review(shop.ann, draft)).microsoft == 800065);  // what was agreed is agreed
}

TEST_CASE_TEMPLATE("SUB-01: a draft that was cancelled is submitted no more", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const OrderId draft = id_in<Order>(good(shop.engine->template create<Order>(
        {.by = shop.ann}, DraftOrder{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base)}})));
    good(shop.ask(draft, CancelDraft{}));
    CHECK(refusal_of(shop.ask(draft, SubmitOrder{})).phase == "cancelled");
    CHECK(refusal_of(shop.engine->review(shop.ann, draft)).phase == "cancelled");
    CHECK(good(shop.engine->subscriptions(shop.ann, shop.contoso, {}, {})).items.empty());
}

TEST_CASE_TEMPLATE("OFF-01: of two who want the last one at the same time, one gets it", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto other = shop.open(*shop.store.storage);
    constexpr int rounds = 200;
    std::vector<CustomerId> customers;
    for (int round = 0; round < rounds; ++round) {
        customers.push_back(shop.customer(shop.ann, "Racer", "racer" + std::to_string(round) + ".com"));
    }
    const auto place_all = [&](Engine& engine, std::vector<bool>& won) {
        for (const CustomerId& customer : customers) {
            const auto placed = engine.create<Order>(
                {.by = shop.ann}, PlaceOrder{.customer = customer, .cycle = Cycle::annual, .lines = {line(one_only)}});
            won.push_back(placed.has_value());
        }
    };
    std::vector<bool> won_here;
    std::vector<bool> won_there;
    std::thread there([&] { place_all(*other, won_there); });
    place_all(*shop.engine, won_here);
    there.join();
    for (std::size_t round = 0; round < customers.size(); ++round) {
        CAPTURE(round);
        CHECK(won_here[round] != won_there[round]);
        CHECK(good(shop.engine->subscriptions(shop.ann, customers[round], {}, {})).items.size() == 1);
    }
}

TEST_CASE("OFF-01: a lifetime limit counts what was deleted, unless the policy says otherwise; trials count for good") {
    for (const bool counts_deleted : {true, false}) {
        Policy policy = without_bills();
        policy.lifetime_counts_deleted = counts_deleted;
        Shop<InMemory> shop(policy);
        Listing once = listed("Once");
        once.limit_unit = LimitUnit::lifetime;
        once.limit = 1;
        const OfferId offer = id<Offer>(40);
        good(shop.engine->execute({.by = host()}, offer, ListOffer{once}));
        const SubscriptionId first = shop.buy(line(offer));
        CHECK(refusal_of(shop.place({line(offer)})).rule == "OFF-01");
        good(shop.ask(first, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
        CHECK(shop.place({line(offer)}).has_value() == !counts_deleted);

        // A trial that became one is one of them, and may go as well.
        Listing tried = trial_listing();
        tried.conversion_targets = {offer};
        good(shop.engine->execute({.by = host()}, id<Offer>(41), ListOffer{tried}));
        if (!counts_deleted) {
            for (const auto& one : good(shop.engine->subscriptions(shop.ann, shop.contoso, {}, {})).items) {
                if (is_in<Subscription::Active>(one.state)) {
                    good(shop.ask(SubscriptionId{one.id},
                                  CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
                }
            }
            const SubscriptionId converted = shop.buy(line(id<Offer>(41), 25), Cycle::none);
            good(shop.ask(converted, ConvertTrial{offer, Cycle::annual, 5}));
            good(shop.ask(converted, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
            CHECK(shop.place({line(offer)}));
            CHECK(refusal_of(shop.place({line(id<Offer>(41), 25)}, Cycle::none)).rule == "OFF-07");
        }

        shop.buy(line(trial, 25), Cycle::none);
        shop.clock.advance_days(31);
        good(shop.engine->run_due());
        CHECK(refusal_of(shop.place({line(trial, 25)}, Cycle::none)).rule == "OFF-07");
    }
}

TEST_CASE_TEMPLATE("CUS-02: E2 #23: an education customer buys commercial offers, and none for governments", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const OfferId government = id<Offer>(19);
    Listing listing = listed("Government");
    listing.customer_qualifications = {"GovernmentCommunityCloud"};
    good(shop.engine->execute({.by = host()}, government, ListOffer{listing}));
    good(shop.ask(shop.contoso, SetQualification{.qualification = Qualification::education}));
    const Error no = refusal_of(shop.place({line(government)}));
    CHECK(no.rule == "CUS-02");
    CHECK(no.reason == "segment_not_allowed");
    shop.buy(line(base));
}
