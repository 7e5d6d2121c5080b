// Whether a customer may buy an offer: every reason against, alone and together.
#include <doctest/doctest.h>

#include "csp/availability.hpp"
#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// An offer that may be bought, until a test changes one thing.
struct Shelf {
    Customer customer{active_customer()};
    Listing listing{business_listing()};
    std::optional<Listing> partner_listing{business_listing()};
    BuyerFacts facts{};
    Wish wish{.offer = business};
    Policy policy{};
    Date today{day("2020-06-15")};

    [[nodiscard]] std::vector<Error> all() {
        facts.customer = &customer;
        facts.listing = &listing;
        facts.partner_listing = partner_listing ? &*partner_listing : nullptr;
        return reasons_against(wish, facts, policy, today);
    }
    [[nodiscard]] std::vector<std::string> reasons() {
        std::vector<std::string> out;
        for (const Error& error : all()) {
            CHECK_FALSE(error.rule.empty());
            CHECK_FALSE(error.sentence.empty());
            out.push_back(error.reason);
        }
        return out;
    }
};
using Says = std::vector<std::string>;

const Owned active_one{.id = id<Subscription>(7), .offer = business};
const Owned suspended_one{id<Subscription>(8), business, true, day("2020-08-01")};
ParentOffer good_parent() { return {.offer = business, .subscription = id<Subscription>(9)}; }

Shelf add_on_shelf() {
    Shelf shelf{.listing = add_on_listing()};
    shelf.wish.parent = good_parent();
    return shelf;
}
Shelf trial_shelf() {
    Shelf shelf{.listing = trial_listing()};
    shelf.wish = {.offer = business_trial, .cycle = Cycle::monthly, .view = CatalogView::trial};
    return shelf;
}

}  // namespace

TEST_CASE("OFF-03: an offer of the customer's market that nothing stands against is available") {
    CHECK(Shelf{}.reasons().empty());
    CHECK(add_on_shelf().reasons().empty());
    CHECK(trial_shelf().reasons().empty());
}

TEST_CASE("CUS-01: without a customer there is nothing else to say") {
    CHECK(reasons_against({}, {}, Policy{}, Date{}).size() == 1);
    Shelf shelf{.customer = {}};
    CHECK(shelf.reasons() == Says{"customer_not_found"});
    CHECK(shelf.all().front().code == Code::not_found);
}

TEST_CASE("OFF-03: it is for sale in the customer's market and in the partner's") {
    Shelf shelf;
    const BuyerFacts unlisted{.customer = &shelf.customer};
    const auto nowhere = reasons_against(shelf.wish, unlisted, shelf.policy, shelf.today);
    REQUIRE(nowhere.size() == 1);
    CHECK(nowhere.front().microsoft == 800070);

    shelf.listing.is_available = false;
    shelf.partner_listing->is_available = false;
    CHECK(shelf.reasons() == Says{"no_longer_for_sale"});  // said once: it is the same market
    CHECK(shelf.all().front().microsoft == 2091);

    shelf.listing.is_available = true;
    shelf.partner_listing->country = germany;
    CHECK(shelf.reasons() == Says{"not_in_partner_market"});
    shelf.partner_listing.reset();
    CHECK(shelf.reasons() == Says{"not_in_partner_market"});
}

TEST_CASE("CUS-02: the kind of the customer decides what it may buy") {
    Shelf shelf;
    shelf.listing.customer_qualifications = {"Nonprofit"};
    CHECK(shelf.reasons() == Says{"segment_not_allowed"});
    CHECK(shelf.all().front().microsoft == 2085);
    CHECK(shelf.all().front().sentence == "the offer is only for customers of the kind Nonprofit");
    shelf.customer = active_customer({Qualification::nonprofit});
    CHECK(shelf.reasons().empty());
    shelf.customer = active_customer({Qualification::government_community_cloud});
    shelf.listing.customer_qualifications.clear();
    CHECK(shelf.reasons() == Says{"segment_not_allowed"});
}

TEST_CASE("OFF-03: an offer for qualified partners is for nobody: no partner is known to be one") {
    Shelf shelf;
    shelf.listing.partner_qualifications = {"Gold"};
    CHECK(shelf.reasons() == Says{"partner_not_qualified"});
}

TEST_CASE("OFF-06: the cycle is chosen first, and an offer that does not take it is not available") {
    Shelf shelf;
    shelf.listing.cycles = {Cycle::monthly};
    shelf.wish.cycle = Cycle::monthly;
    CHECK(shelf.reasons().empty());
    for (const Cycle cycle : {Cycle::annual, Cycle::none, Cycle::one_time, Cycle{0}}) {
        shelf.wish.cycle = cycle;
        CHECK(shelf.reasons() == Says{"cycle_not_supported"});
    }
}

TEST_CASE("OFF-04: the limit counts what is active or suspended, and the lines before it in the order") {
    Shelf shelf{.listing = one_of_each()};
    shelf.listing.limit = 2;
    shelf.facts.ever_owned = 50;  // what was deleted has freed its place
    CHECK(shelf.reasons().empty());
    shelf.facts.owned = {active_one};
    CHECK(shelf.reasons().empty());
    shelf.wish.before_in_order = 1;
    CHECK(shelf.reasons() == Says{"already_owned_limit_reached"});
    CHECK(shelf.all().front().existing == text_of(active_one.id));
    shelf.facts.owned.clear();
    CHECK(shelf.reasons().empty());
    shelf.wish.before_in_order = 2;
    CHECK(shelf.reasons() == Says{"already_owned_limit_reached"});
    CHECK(shelf.all().front().existing.empty());
}

TEST_CASE("OFF-05: where one of those in the way is suspended, it is the one to reactivate") {
    Shelf shelf{.listing = one_of_each()};
    shelf.listing.limit = 2;
    shelf.facts.owned = {active_one, suspended_one};
    CHECK(shelf.reasons() == Says{"suspended_reactivate_instead"});
    const Error error = shelf.all().front();
    CHECK(error.rule == "OFF-05");
    CHECK(error.existing == text_of(suspended_one.id));
    CHECK(error.sentence == "the customer has it suspended; it can be reactivated until 2020-08-01");
    shelf.listing.limit = 3;
    CHECK(shelf.reasons().empty());  // a suspended one is in nobody's way while there is room
}

TEST_CASE("OFF-05: one that cannot be reactivated any more is in the way as an active one is") {
    Shelf shelf{.listing = one_of_each()};
    shelf.facts.owned = {suspended_one};
    shelf.today = day("2020-08-01");
    CHECK(shelf.reasons() == Says{"suspended_reactivate_instead"});
    shelf.today = day("2020-08-02");
    CHECK(shelf.reasons() == Says{"already_owned_limit_reached"});
    CHECK(shelf.all().front().existing == text_of(suspended_one.id));
}

TEST_CASE("OFF-01: a lifetime limit counts everything that ever was") {
    Shelf shelf{.listing = one_of_each()};
    shelf.listing.limit_unit = LimitUnit::lifetime;
    CHECK(shelf.reasons().empty());
    shelf.facts.ever_owned = 1;
    CHECK(shelf.reasons() == Says{"already_owned_limit_reached"});
    CHECK(shelf.all().front().rule == "OFF-01");
    CHECK(shelf.all().front().existing.empty());
}

TEST_CASE("OFF-07: trials stand among the trials, and nothing else does") {
    CHECK(belongs_to(trial_listing(), CatalogView::trial));
    CHECK_FALSE(belongs_to(trial_listing(), CatalogView::regular));
    CHECK(belongs_to(business_listing(), CatalogView::regular));
    CHECK_FALSE(belongs_to(business_listing(), CatalogView::trial));
    Shelf shelf = trial_shelf();
    shelf.wish.view = CatalogView::regular;
    CHECK(shelf.reasons() == Says{"trial_view_only"});
    shelf.wish.view.reset();
    CHECK(shelf.reasons().empty());
    Shelf regular;
    regular.wish.view = CatalogView::trial;
    CHECK(regular.reasons() == Says{"regular_view_only"});
}

TEST_CASE("OFF-07: one trial of an offer per customer, unless its listing allows more") {
    Shelf shelf = trial_shelf();
    shelf.facts.ever_owned = 1;
    CHECK(shelf.reasons() == Says{"trial_already_used"});
    shelf.listing.limit = 2;
    CHECK(shelf.reasons().empty());
    shelf.facts.ever_owned = 2;
    CHECK(shelf.reasons() == Says{"trial_already_used"});
    shelf.listing.limit_unit = LimitUnit::none;
    shelf.listing.limit = 0;
    shelf.facts.ever_owned = 0;
    CHECK(shelf.reasons().empty());
    shelf.facts.ever_owned = 1;
    CHECK(shelf.reasons() == Says{"trial_already_used"});
}

TEST_CASE("OFF-07: no trial for a customer that has the offer, in a cloud without trials, or of another size") {
    Shelf shelf = trial_shelf();
    shelf.facts.owned_target = id<Subscription>(7);
    CHECK(shelf.reasons() == Says{"conversion_target_owned"});
    CHECK(shelf.all().front().existing == text_of(id<Subscription>(7)));
    shelf.facts.owned_target = {};
    shelf.wish.is_target_in_order = true;
    CHECK(shelf.reasons() == Says{"conversion_target_owned"});
    shelf.wish.is_target_in_order = false;
    for (const std::int32_t quantity : {0, 24, 26}) {
        shelf.wish.quantity = quantity;
        CHECK(shelf.reasons() == Says{"trial_quantity_fixed"});
    }
    shelf.wish.quantity = 25;
    CHECK(shelf.reasons().empty());
    shelf.customer.cloud = Cloud::china_21vianet;
    CHECK(shelf.reasons() == Says{"trials_not_in_this_cloud"});
}

TEST_CASE("OFF-07 B5: there are no trials of what is for education or government alone") {
    Shelf shelf = trial_shelf();
    const auto of_a = [&](Qualification customer, std::vector<std::string> names) {
        shelf.customer = active_customer({customer});
        shelf.listing.customer_qualifications = std::move(names);
        return shelf.reasons();
    };
    using enum Qualification;
    CHECK(of_a(education, {"Education"}) == Says{"no_trial_of_this_kind"});
    CHECK(shelf.all().front().sentence == "there are no trials for customers of the kind Education");
    CHECK(of_a(government_community_cloud, {"GovernmentCommunityCloud"}) == Says{"no_trial_of_this_kind"});
    CHECK(of_a(education, {"Education", "GovernmentCommunityCloud"}) == Says{"no_trial_of_this_kind"});
    // Microsoft lists trials for non-profits, and what is for everybody an education customer tries too.
    CHECK(of_a(nonprofit, {"Nonprofit"}).empty());
    CHECK(of_a(nonprofit, {"Nonprofit", "Education"}).empty());
    CHECK(of_a(education, {}).empty());
    shelf.listing.is_trial = false;
    shelf.listing.cycles = {Cycle::monthly};
    shelf.wish = {.offer = business, .cycle = Cycle::monthly};
    CHECK(of_a(education, {"Education"}).empty());
}

TEST_CASE("OFF-08: an add-on is bought for an active subscription of an offer it belongs to") {
    Shelf shelf = add_on_shelf();
    shelf.wish.parent.reset();
    CHECK(shelf.reasons() == Says{"add_on_needs_parent"});
    shelf.wish.parent = good_parent();
    shelf.wish.parent->is_active = false;
    CHECK(shelf.reasons() == Says{"parent_not_active"});
    CHECK(shelf.all().front().existing == text_of(id<Subscription>(9)));
    shelf.wish.parent = good_parent();
    shelf.wish.parent->offer = audio_add_on;
    CHECK(shelf.reasons() == Says{"prerequisite_not_met"});
    shelf.listing.prerequisites.clear();
    CHECK(shelf.reasons().empty());
    shelf.wish.parent->is_add_on = true;
    CHECK(shelf.reasons() == Says{"prerequisite_not_met"});
    Shelf base;
    base.wish.parent = good_parent();
    CHECK(base.reasons() == Says{"not_an_add_on"});
}

TEST_CASE("OFF-08: an add-on for a trial has to wait until it is converted, and says so") {
    Shelf shelf = add_on_shelf();
    shelf.wish.parent->cycle = Cycle::none;
    CHECK(shelf.reasons() == Says{"parent_is_a_trial"});
    CHECK(shelf.all().front().existing == text_of(id<Subscription>(9)));
    CHECK(shelf.all().front().rule == "OFF-08");
}

TEST_CASE("OFF-08: an add-on is billed like its parent, whatever cycle is asked for") {
    Shelf shelf = add_on_shelf();
    shelf.listing.cycles = {Cycle::annual};
    shelf.wish.cycle = Cycle::annual;
    CHECK(shelf.reasons() == Says{"cycle_not_supported"});
    shelf.wish.parent->cycle = Cycle::annual;
    shelf.wish.cycle = Cycle::monthly;
    CHECK(shelf.reasons().empty());
}

TEST_CASE("OFF-08: a parent is judged by its own phase") {
    Life life(bought(day("2020-03-05"), Cycle::annual));
    CHECK(parent_offer(id<Subscription>(1), life.subscription).is_active);
    CHECK(parent_offer(id<Subscription>(1), life.subscription).cycle == Cycle::annual);
    life.suspend(day("2020-04-05"));
    CHECK_FALSE(parent_offer(id<Subscription>(1), life.subscription).is_active);
    life.subscription.parent = id<Subscription>(2);
    CHECK(parent_offer(id<Subscription>(1), life.subscription).is_add_on);
}

TEST_CASE("SUB-04: a quantity is judged once it is chosen") {
    Shelf shelf;
    shelf.listing.minimum_quantity = 2;
    CHECK(shelf.reasons().empty());
    for (const std::int32_t quantity : {-1, 0, 1, 301}) {
        shelf.wish.quantity = quantity;
        CHECK(shelf.reasons() == Says{"quantity_out_of_range"});
    }
    for (const std::int32_t quantity : {2, 300}) {
        shelf.wish.quantity = quantity;
        CHECK(shelf.reasons().empty());
    }
}

TEST_CASE("OFF-03: every reason is said, not only the first") {
    Shelf shelf{.listing = one_of_each()};
    shelf.listing.is_available = false;
    shelf.listing.customer_qualifications = {"Education"};
    shelf.wish = {.offer = business, .cycle = Cycle::one_time, .quantity = 301, .view = CatalogView::trial};
    shelf.wish.parent = good_parent();
    shelf.facts.owned = {active_one};
    shelf.partner_listing.reset();
    CHECK(shelf.reasons() == Says{"not_in_partner_market", "no_longer_for_sale", "segment_not_allowed",
                                  "cycle_not_supported", "regular_view_only", "already_owned_limit_reached",
                                  "not_an_add_on", "quantity_out_of_range"});
}
