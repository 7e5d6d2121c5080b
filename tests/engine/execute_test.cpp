// One command, one commit: receipts, expected versions, request ids, refusals.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

RequestId request_id(std::uint8_t number) { return RequestId{id<Order>(number).bytes}; }

}  // namespace

TEST_CASE_TEMPLATE(
    "RES-01: for a partner that left the programme nothing grows or comes back, and everything can be ended", Store,
    CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId kept = shop.buy(line(base));
    const SubscriptionId lost = shop.buy(line(annual_only));
    good(shop.suspend(lost));
    good(shop.engine->execute({.by = host()}, shop.fabrikam, RestrictPartner{"debt"}));
    good(shop.ask(kept, ChangeQuantity{6}));  // B4: what a restricted partner has goes on
    good(shop.engine->execute({.by = host()}, shop.fabrikam, LeaveProgramme{}));
    for (const auto& answer :
         {refusal_of(shop.ask(kept, ChangeQuantity{7})), refusal_of(shop.ask(lost, ReactivateSubscription{}))}) {
        CHECK(answer.reason == "left_the_programme");
        CHECK(answer.microsoft == 800039);
    }
    good(shop.ask(kept, ChangeQuantity{5}));
    good(shop.suspend(kept));
    good(shop.ask(lost, CancelSubscriptionAtOnce{SuspensionReason::customer_request, true}));
}

TEST_CASE_TEMPLATE("SUB-02: an order, its subscriptions and its customer's count are one commit", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::uint64_t before = shop.feed_length();
    const Receipt placed = good(shop.place({line(base, 5), line(annual_only, 7)}));
    CHECK(placed.kind == Kind::order);
    CHECK(placed.version == 1);
    CHECK(placed.at == shop.clock.now());
    CHECK(placed.first_event == before + 1);
    CHECK(placed.events == 4);
    CHECK_FALSE(placed.is_repeated);

    const auto feed = shop.feed(before);
    REQUIRE(feed.size() == 4);
    CHECK(name_of(feed[0]) == "order_submitted");
    CHECK(name_of(feed[1]) == "subscription_created");
    CHECK(name_of(feed[2]) == "subscription_created");
    CHECK(name_of(feed[3]) == "order_recorded");
    for (const Happening& one : feed) {
        CHECK(one.command == "place_order");
        CHECK(one.user == "ann@fabrikam.com");
        CHECK(one.partner == shop.fabrikam);
    }
    const auto made = good(shop.engine->subscriptions(shop.ann, shop.contoso, {}, {}));
    REQUIRE(made.items.size() == 2);
    CHECK(made.items[0].state.quantity == 5);
    CHECK(made.items[1].state.quantity == 7);
    CHECK(made.items[0].state.order == id_in<Order>(placed));
    CHECK(good(shop.engine->read(shop.ann, shop.contoso)).state.orders_placed == 1);
}

TEST_CASE_TEMPLATE("CUS-01: an order needs a customer that exists", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const Error error = refusal_of(shop.engine->template create<Order>(
        {.by = shop.ann}, PlaceOrder{.customer = id<Customer>(99), .cycle = Cycle::annual, .lines = {line(base)}}));
    CHECK(error.code == Code::not_found);
    CHECK(error.rule == "CUS-01");
    CHECK(error.field == "customer");
    CHECK(error.microsoft == 20002);
}

TEST_CASE_TEMPLATE("GEN-04: a command for a record that does not exist is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const Error error = refusal_of(shop.suspend(id<Subscription>(99)));
    CHECK(error.code == Code::not_found);
    CHECK(error.rule == "GEN-04");
    CHECK(error.microsoft == 20003);
    CHECK(refusal_of(shop.suspend(SubscriptionId{})).code == Code::not_found);
}

TEST_CASE_TEMPLATE("GEN-04: an expected version that is not the stored one is a conflict", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const auto change = [&](std::uint64_t expected, std::int32_t quantity) {
        return shop.engine->execute({.by = shop.ann, .id = {}, .expected_version = expected}, bought,
                                    ChangeQuantity{quantity});
    };
    const Error ahead = refusal_of(change(2, 6));
    CHECK(ahead.code == Code::conflict);
    CHECK(ahead.microsoft == 2055);
    CHECK(ahead.field == "expected_version");
    CHECK(good(change(1, 6)).version == 2);
    CHECK(refusal_of(change(1, 7)).code == Code::conflict);
    CHECK(shop.subscription(bought).quantity == 6);
    CHECK(good(change(0, 7)).version == 3);
}

TEST_CASE_TEMPLATE("GEN-04 B15: a billing profile is updated with the version that was read", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    good(shop.place({line(base)}));  // the customer is at version 2 now
    const UpdateBillingProfile wish{profile_of("Contoso Ltd")};
    const auto update = [&](std::uint64_t expected) {
        return shop.engine->execute({.by = shop.ann, .id = {}, .expected_version = expected}, shop.contoso, wish);
    };
    const Error none = refusal_of(update(0));
    CHECK(none.code == Code::invalid);
    CHECK(none.rule == "GEN-04");
    CHECK(none.reason == "version_missing");
    CHECK(none.field == "expected_version");
    CHECK(none.sentence == "a billing profile is updated with the version that was read; the record is at version 2");
    CHECK(refusal_of(shop.engine->preview({.by = shop.ann}, shop.contoso, wish)).reason == "version_missing");
    CHECK(refusal_of(update(1)).code == Code::conflict);
    CHECK(good(update(2)).version == 3);
    good(shop.engine->execute({.by = host()}, shop.contoso, UpdateBillingProfile{profile_of("Contoso")}));
    CHECK(shop.ask(shop.contoso, SetQualification{Qualification::education, {}}));  // of nothing else is it asked
}

TEST_CASE_TEMPLATE("GEN-04: what has only fallen due does not make an expected version stale", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(at("2019-03-01T00:00:00Z"));  // renewed meanwhile, persisted by nobody
    const auto standing = good(shop.engine->read(shop.ann, bought));
    CHECK(standing.version == 1);
    const Receipt renamed = good(shop.engine->execute({.by = shop.ann, .id = {}, .expected_version = standing.version},
                                                      bought, RenameSubscription{"Ours"}));
    CHECK(renamed.version == 3);
    CHECK(renamed.events == 1);
}

TEST_CASE_TEMPLATE("GEN-04: the same request id and command get the same answer, and nothing happens again", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const Request request{.by = shop.ann, .id = request_id(1)};
    const PlaceOrder wish{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base)}};
    const Receipt first = good(shop.engine->template create<Order>(request, wish));
    const std::uint64_t length = shop.feed_length();
    shop.clock.advance_days(40);
    const Receipt again = good(shop.engine->template create<Order>(request, wish));
    CHECK(again.is_repeated);
    CHECK(again.id == first.id);
    CHECK(again.version == first.version);
    CHECK(again.at == first.at);
    CHECK(again.first_event == first.first_event);
    CHECK(again.events == first.events);
    CHECK(shop.feed_length() == length);
    CHECK(shop.feed(first.first_event - 1)[0].request == request.id);
    CHECK(shop.feed(first.first_event)[0].request.is_nil());
}

TEST_CASE_TEMPLATE("GEN-04: the host's request is answered again too, whoever owns the record", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    Enrolment enrolment = good_enrolment();
    enrolment.mpn_id = "1003";
    const Request enrols{.by = host(), .id = request_id(1)};
    const Receipt first = good(shop.engine->template create<Partner>(enrols, EnrolPartner{enrolment}));
    const Receipt again = good(shop.engine->template create<Partner>(enrols, EnrolPartner{enrolment}));
    CHECK(again.is_repeated);
    CHECK(again.id == first.id);
    const Request changes{.by = host(), .id = request_id(2)};
    good(shop.engine->execute(changes, shop.contoso, UpdateBillingProfile{profile_of("Contoso Ltd")}));
    CHECK(
        good(shop.engine->execute(changes, shop.contoso, UpdateBillingProfile{profile_of("Contoso Ltd")})).is_repeated);
    Request of_ann = changes;
    of_ann.by = shop.ann;
    CHECK(refusal_of(shop.engine->execute(of_ann, shop.contoso, UpdateBillingProfile{profile_of("Contoso Ltd")}))
              .reason == "request_id_used");
}

TEST_CASE_TEMPLATE("GEN-04: a refusal is repeated under its request id even when it would be good now", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const Request request{.by = shop.ann, .id = request_id(1)};
    const Error first = refusal_of(shop.engine->execute(request, bought, ReactivateSubscription{}));
    good(shop.suspend(bought));
    const std::uint64_t length = shop.feed_length();
    CHECK(refusal_of(shop.engine->execute(request, bought, ReactivateSubscription{})) == first);
    CHECK(shop.feed_length() == length);
    good(shop.ask(bought, ReactivateSubscription{}));
}

TEST_CASE_TEMPLATE("GEN-04: a request id is not used for anything else", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    const SubscriptionId other = shop.buy(line(base));
    const Request request{.by = shop.ann, .id = request_id(1)};
    good(shop.engine->execute(request, one, ChangeQuantity{6}));
    const std::uint64_t length = shop.feed_length();
    const auto is_refused = [](Result<Receipt> answer) {
        return refusal_of(std::move(answer)).reason == "request_id_used";
    };
    CHECK(is_refused(shop.engine->execute(request, one, ChangeQuantity{7})));
    CHECK(is_refused(shop.engine->execute(request, other, ChangeQuantity{6})));
    CHECK(is_refused(shop.engine->execute(request, one, RenameSubscription{"6"})));
    Request expecting = request;
    expecting.expected_version = 1;
    CHECK(is_refused(shop.engine->execute(expecting, one, ChangeQuantity{6})));
    Request of_another_partner = request;
    of_another_partner.by = shop.eve;
    CHECK(is_refused(shop.engine->execute(of_another_partner, one, ChangeQuantity{6})));
    CHECK(shop.subscription(one).quantity == 6);
    CHECK(shop.subscription(other).quantity == 5);
    const auto feed = shop.feed(length);
    REQUIRE(feed.size() == 5);  // each of them is kept, under no request id
    for (const Happening& kept : feed) {
        CHECK(name_of(kept) == "command_refused");
        CHECK(kept.request.is_nil());
    }
    CHECK(good(shop.engine->execute(request, one, ChangeQuantity{6})).is_repeated);
}

TEST_CASE_TEMPLATE("GEN-04: a receipt is about the record that was asked for, whatever fell due on the way", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId renewing = shop.buy(line(base));
    shop.clock.set(at("2019-06-01T00:00:00Z"));
    const Request request{.by = shop.ann, .id = request_id(1)};
    const PlaceOrder wish{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base)}};
    const std::uint64_t length = shop.feed_length();
    const Preview preview = good(shop.engine->preview(request, OrderId{}, wish));
    CHECK(name_of(preview.events.at(0)) == "order_submitted");
    const Receipt placed = good(shop.engine->template create<Order>(request, wish));
    CHECK(placed.kind == Kind::order);
    CHECK(placed.events == 3);
    const auto feed = shop.feed(length);
    REQUIRE(feed.size() == 4);
    CHECK(feed[0].id == renewing.bytes);  // counted among what the customer has, so settled first
    CHECK(feed[0].request.is_nil());
    CHECK(feed[1].position == placed.first_event);
    CHECK(feed[1].request == request.id);
    CHECK(good(shop.engine->template create<Order>(request, wish)).id == placed.id);
}

TEST_CASE("GEN-04: request ids outlive the process") {
    Shop<InSqlite> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const Request request{.by = shop.ann, .id = request_id(1)};
    const Receipt first = good(shop.engine->execute(request, bought, ChangeQuantity{6}));
    const Request refused_request{.by = shop.ann, .id = request_id(2)};
    const Error no = refusal_of(shop.engine->execute(refused_request, bought, ChangeQuantity{0}));

    shop.engine.reset();
    shop.store.storage.reset();
    shop.store.storage = shop.store.open();
    shop.engine = shop.open(*shop.store.storage);
    const Receipt again = good(shop.engine->execute(request, bought, ChangeQuantity{6}));
    CHECK(again.is_repeated);
    CHECK(again.first_event == first.first_event);
    CHECK(refusal_of(shop.engine->execute(refused_request, bought, ChangeQuantity{0})) == no);
}

TEST_CASE_TEMPLATE("a refused command changes no record and leaves one entry in the feed", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const auto before = good(shop.engine->read(shop.ann, bought));
    const std::uint64_t length = shop.feed_length();
    const Error error = refusal_of(shop.ask(bought, ChangeQuantity{301}));
    CHECK(error.code == Code::refused);
    CHECK(error.field == "quantity");
    CHECK(error.phase == "active");
    CHECK(error.microsoft == 2002);
    CHECK(std::ranges::count(error.allowed, "suspend_subscription") == 1);

    const auto after = good(shop.engine->read(shop.ann, bought));
    CHECK(after.version == before.version);
    CHECK(after.state == before.state);
    const auto feed = shop.feed(length);
    REQUIRE(feed.size() == 1);
    CHECK(name_of(feed[0]) == "command_refused");
    CHECK(feed[0].version == 0);
    CHECK(feed[0].id == bought.bytes);
    CHECK(feed[0].command == "change_quantity");
    CHECK(feed[0].user == "ann@fabrikam.com");
    CHECK(std::get<CommandRefused>(feed[0].event).error == error);
    CHECK(history_of(shop, bought).size() == 1);
}

TEST_CASE_TEMPLATE("a refused command does not persist what had fallen due", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    good(shop.suspend(bought));
    shop.clock.set(at("2018-06-10T00:00:00Z"));
    CHECK(refusal_of(shop.ask(bought, ReactivateSubscription{})).reason == "window_expired");
    CHECK(history_of(shop, bought).size() == 2);
    CHECK(shop.is_deleted(bought));
    CHECK(good(shop.engine->run_due()).steps == 1);
    CHECK(history_of(shop, bought).size() == 3);
}
