// What would happen and what can be asked: the same answers as execute gives, and nothing of it done.
#include <doctest/doctest.h>

#include <map>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::vector<std::string> names_of(const std::vector<Happening>& events) {
    std::vector<std::string> names;
    for (const Happening& one : events) { names.emplace_back(name_of(one)); }
    return names;
}

}  // namespace

TEST_CASE_TEMPLATE("SUS-07: a preview shows the day until which it can be reactivated, and does nothing", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    shop.clock.set(at("2018-03-01T00:00:00Z"));
    bool has_heard = false;
    shop.engine->listen([&](const Happening&) { has_heard = true; });
    const std::uint64_t length = shop.feed_length();
    const Preview preview =
        good(shop.engine->preview({.by = shop.ann}, parent, SuspendSubscription{SuspensionReason::non_payment}));
    CHECK(names_of(preview.events) == std::vector<std::string>{"subscription_suspended", "subscription_suspended"});
    const auto& suspension = std::get<Subscription::Event>(preview.events[0].event);
    CHECK(csp::text_of(std::get<SubscriptionSuspended>(suspension).last_day) == "2018-05-30");
    REQUIRE(preview.coming.size() == 2);
    for (const Coming& coming : preview.coming) {
        CHECK(csp::text_of(coming.at) == "2018-05-31T00:00:00Z");
        CHECK(coming.command == "expire_subscription");
    }
    CHECK(shop.feed_length() == length);
    CHECK_FALSE(has_heard);
    CHECK(shop.is_active(parent));
    CHECK(shop.is_active(with));
    CHECK(good(shop.engine->read(shop.ann, parent)).version == 1);
}

TEST_CASE_TEMPLATE("SUB-02: a preview of an order shows its subscriptions and when they renew", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::uint64_t length = shop.feed_length();
    const PlaceOrder wish{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base), line(base)}};
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, OrderId{}, wish));
    CHECK(names_of(preview.events) == std::vector<std::string>{"order_submitted", "subscription_created",
                                                               "subscription_created", "order_recorded"});
    REQUIRE(preview.coming.size() == 2);
    CHECK(csp::text_of(preview.coming[0].at) == "2019-01-01T00:00:00Z");
    CHECK(preview.coming[0].command == "renew_subscription");
    CHECK(shop.feed_length() == length);
    CHECK(good(shop.engine->orders(shop.ann, shop.contoso, {})).items.empty());
}

TEST_CASE_TEMPLATE("a preview shows what the command would do, not what had fallen due", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(at("2020-06-01T00:00:00Z"));
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, bought, RenameSubscription{"Ours"}));
    CHECK(names_of(preview.events) == std::vector<std::string>{"subscription_renamed"});
    CHECK(csp::text_of(preview.coming.at(0).at) == "2021-01-01T00:00:00Z");
}

TEST_CASE_TEMPLATE("a preview refuses as execute does", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const auto same = [&](const Request& request, const Command& command) {
        const std::uint64_t length = shop.feed_length();
        const Error foreseen = refusal_of(shop.engine->preview(request, command));
        CHECK(shop.feed_length() == length);
        CHECK(foreseen == refusal_of(shop.engine->execute(request, command)));
    };
    same({.by = shop.ann}, Ask<Subscription>{bought, ChangeQuantity{301}});
    same({.by = shop.ann}, Ask<Subscription>{bought, ReactivateSubscription{}});
    same({.by = shop.ann}, Ask<Subscription>{bought, SuspendSubscription{}});
    same({.by = shop.ann}, Ask<Subscription>{bought, ExpireSubscription{}});
    same({.by = shop.eve}, Ask<Subscription>{bought, ChangeQuantity{6}});
    same({.by = shop.ann, .id = {}, .expected_version = 9}, Ask<Subscription>{bought, ChangeQuantity{6}});
    same({.by = shop.ann},
         Ask<Order>{{}, PlaceOrder{.customer = shop.theirs, .cycle = Cycle::annual, .lines = {line(base)}}});
}

TEST_CASE_TEMPLATE("GEN-03: a menu has each command once, with the reason that execute gives", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    for (const Role role : {Role::admin_agent, Role::billing_admin, Role::host}) {
        Actor actor = shop.ann;
        actor.roles = role;
        std::map<std::string, std::optional<Error>> menu;
        for (const Choice& choice : good(shop.engine->allowed(actor, bought))) {
            CHECK(menu.emplace(choice.command, choice.why_not).second);
        }
        CHECK(menu.size() == 9);  // what nobody asks is on no menu
        const auto same = [&](Subscription::Command command, const char* name) {
            CAPTURE(name);
            REQUIRE(menu.count(name) == 1);
            const auto answer =
                shop.engine->preview({.by = actor}, Command{Ask<Subscription>{bought, std::move(command)}});
            CHECK(menu.at(name).has_value() == !answer.has_value());
            if (!answer && menu.at(name)) { CHECK(*menu.at(name) == answer.error()); }
        };
        same(ReactivateSubscription{}, "reactivate_subscription");
        same(ChangeQuantity{6}, "change_quantity");
        same(SuspendSubscription{SuspensionReason::fraud}, "suspend_subscription");
        same(CancelSubscription{SuspensionReason::fraud}, "cancel_subscription");
        same(CancelSubscriptionAtOnce{SuspensionReason::fraud, true}, "cancel_subscription_at_once");
        same(RenameSubscription{"Ours"}, "rename_subscription");
        same(ConvertTrial{}, "convert_trial");
    }
}

TEST_CASE_TEMPLATE("SUB-01: the menu of a draft says whether it can be submitted", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto draft = [&](const OfferId& offer) {
        const DraftOrder wish{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(offer)}};
        return id_in<Order>(good(shop.engine->template create<Order>({.by = shop.ann}, wish)));
    };
    const auto why_not_submit = [&](const OrderId& order) {
        for (const Choice& choice : good(shop.engine->allowed(shop.ann, order))) {
            if (choice.command == "submit_order") {
                return choice.why_not ? choice.why_not->reason : std::string("good");
            }
        }
        return std::string("missing");
    };
    CHECK(why_not_submit(draft(base)) == "good");
    CHECK(why_not_submit(draft(monthly_only)) == "cycle_not_supported");
}
