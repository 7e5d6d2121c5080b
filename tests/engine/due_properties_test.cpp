// One long jump of the clock leaves the same history as many short ones.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

struct TestShop : Shop<InMemory> {
    TestShop() : Shop<InMemory>(with_bills) {}
};

/// The same day's work in every shop: what is bought, and what is suspended on which day.
struct Plan {
    std::vector<int> offers{};
    std::vector<int> days_between{};
    std::vector<int> is_suspended{};
};

std::vector<SubscriptionId> carry_out(TestShop& shop, const Plan& plan) {
    const OfferId shelf_of[] = {base, annual_only, ends_with_term, trial};
    std::vector<SubscriptionId> made;
    bool has_tried = false;
    for (std::size_t i = 0; i < plan.offers.size(); ++i) {
        OfferId offer = shelf_of[plan.offers[i]];
        if (offer == trial && (has_tried || !made.empty())) { offer = base; }  // one trial, and not beside its target
        has_tried = has_tried || offer == trial;
        made.push_back(shop.buy(line(offer, offer == trial ? 25 : 5)));
        if (offer == base) { made.push_back(shop.buy(add_on_for(made.back()))); }
        shop.clock.advance_us(plan.days_between[i] * us_per_day / 2);
        if (plan.is_suspended[i] != 0 && shop.is_active(made.back())) { good(shop.suspend(made.back())); }
        if (plan.is_suspended[i] != 0 && offer == base && shop.is_active(*(made.end() - 2))) {
            good(shop.suspend(*(made.end() - 2)));
        }
    }
    return made;
}

void run_all(TestShop& shop, std::size_t limit) {
    while (!good(shop.engine->run_due(limit)).is_all_done) {}
}

bool is_same(const Happening& one, const Happening& other) {
    return one.position == other.position && one.id == other.id && one.version == other.version && one.at == other.at &&
           one.command == other.command && one.event.index() == other.event.index() && name_of(one) == name_of(other);
}

Plan any_plan() {
    const auto count = *rc::gen::inRange<std::size_t>(1, 6);
    return {.offers = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 4)),
            .days_between = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 100)),
            .is_suspended = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 2))};
}

}  // namespace

TEST_CASE("SUS-09: one long jump of the clock and many short ones leave the same feed") {
    CHECK(rc::check([] {
        const Plan plan = any_plan();
        TestShop long_jump;
        TestShop short_jumps;
        const auto made = carry_out(long_jump, plan);
        carry_out(short_jumps, plan);

        const Instant end = us_after(long_jump.clock.now(), 5 * 366 * us_per_day);
        const auto limit = *rc::gen::element<std::size_t>(1, 2, 3, 1000);
        while (short_jumps.clock.now() < end) {
            const auto hours = *rc::gen::inRange(1, 24 * 500);
            short_jumps.clock.set(std::min(end, us_after(short_jumps.clock.now(), hours * 3600 * us_per_second)));
            run_all(short_jumps, limit);
        }
        long_jump.clock.set(end);
        for (const SubscriptionId& id : made) {  // as it stands, before anything is persisted
            RC_ASSERT(long_jump.subscription(id) == short_jumps.subscription(id));
        }
        run_all(long_jump, 1000);

        const auto one = long_jump.feed();
        const auto other = short_jumps.feed();
        RC_ASSERT(one.size() == other.size());
        for (std::size_t i = 0; i < one.size(); ++i) { RC_ASSERT(is_same(one[i], other[i])); }
        for (const SubscriptionId& id : made) { RC_ASSERT(long_jump.subscription(id) == short_jumps.subscription(id)); }
    }));
}

TEST_CASE_TEMPLATE("deadlines of one moment are met in one order, however late the host is", Store, CSP_BOTH_STORES) {
    const auto feed_of = [](bool is_late) {
        Shop<Store> shop;
        shop.buy(line(base));
        shop.clock.set(at("2019-01-01T00:00:00Z"));
        shop.buy(line(annual_only));  // both renew on 2020-01-01, the older one for the second time
        if (!is_late) { good(shop.engine->run_due()); }
        shop.clock.set(at("2020-01-01T00:00:00Z"));
        good(shop.engine->run_due());
        std::vector<AnyId> renewed;
        for (const Happening& one : shop.feed()) {
            if (name_of(one) == "subscription_renewed") { renewed.push_back(one.id); }
        }
        return renewed;
    };
    const auto on_time = feed_of(false);
    CHECK(on_time.size() == 3);
    CHECK(feed_of(true) == on_time);
}

TEST_CASE("SUS-09: commands between the jumps see what a host that runs everything on time sees") {
    CHECK(rc::check([] {
        const Plan plan = any_plan();
        TestShop lazy;
        TestShop eager;
        const auto made = carry_out(lazy, plan);
        carry_out(eager, plan);
        const auto rounds = *rc::gen::inRange(1, 8);
        for (int round = 0; round < rounds; ++round) {
            const auto days = *rc::gen::inRange(1, 200);
            const auto which = made[*rc::gen::inRange<std::size_t>(0, made.size())];
            const auto what = *rc::gen::inRange(0, 4);
            for (TestShop* shop : {&lazy, &eager}) {
                for (int day = 0; day < days; ++day) {
                    shop->clock.advance_days(1);
                    if (shop == &eager) { good(shop->engine->run_due()); }
                }
                if (what == 0) { (void)shop->suspend(which); }
                if (what == 1) { (void)shop->ask(which, ReactivateSubscription{}); }
                if (what == 2) { (void)shop->ask(which, RenameSubscription{"renamed"}); }
                if (what == 3) { (void)shop->ask(which, ChangeQuantity{9}); }
            }
        }
        good(lazy.engine->run_due());
        for (const SubscriptionId& id : made) {
            RC_ASSERT(lazy.subscription(id) == eager.subscription(id));
            RC_ASSERT(texts_of(history_of(lazy, id)) == texts_of(history_of(eager, id)));
        }
    }));
}
