// Many commands in one commit, and a store that fails in the middle of it.
#include <doctest/doctest.h>

#include "engine/decorated_storage.hpp"
#include "engine/every_command.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Batch = std::vector<std::pair<Request, Command>>;

Request by(const Actor& actor, std::uint8_t request = 0) {
    return Request{.by = actor, .id = request == 0 ? RequestId{} : RequestId{id<Order>(request).bytes}};
}

struct CountedClock final : Clock {
    explicit CountedClock(Clock& real) : time(real) {}
    Instant now() override {
        ++reads;
        return time.now();
    }
    Clock& time;
    int reads{0};
};

/// What a call that failed must leave as it was.
struct Snapshot {
    std::vector<std::string> feed{};
    std::vector<Subscription> states{};
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};
template <class Store>
Snapshot snapshot(Shop<Store>& shop, const std::vector<SubscriptionId>& of) {
    Snapshot now{texts_of(shop.feed()), {}};
    for (const SubscriptionId& which : of) { now.states.push_back(shop.subscription(which)); }
    return now;
}

/// Makes call after call of the store fail, until none does: each time all is done or nothing.
template <class Store, class Act>
void fails_at_every_call(Shop<Store>& shop, const std::vector<SubscriptionId>& watched, Act act) {
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    bool has_told = false;
    engine->listen([&](const Happening&) { has_told = true; });
    for (int call = 1;; ++call) {
        REQUIRE(call < 1000);
        const auto before = snapshot(shop, watched);
        counted.tally = Tally{.failing_call = call};
        const bool is_done = act(*engine);
        if (counted.tally.calls < call) {
            CHECK(is_done);
            CHECK(has_told);
            return;
        }
        CAPTURE(call);
        CHECK_FALSE(is_done);
        CHECK_FALSE(has_told);
        CHECK(snapshot(shop, watched) == before);
    }
}

bool is_storage_error(const Error& error) { return error.code == Code::storage && error.rule.empty(); }

/// Makes call after call of the store fail and asks again under the same request id, until none fails. An answer may be
/// lost once it is done; then it is given again. What it makes, it makes at once and once.
template <class Store, class Act>
void is_done_once_whatever_fails(SoftwareShop<Store>& shop, const std::vector<std::string>& makes, Act act) {
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    const auto begin = shop.feed_length();
    for (int call = 1;; ++call) {
        REQUIRE(call < 1000);
        CAPTURE(call);
        counted.tally = Tally{.failing_call = call};
        const auto answer = act(*engine);
        const bool has_failed = counted.tally.calls >= call;
        if (!answer) { CHECK((has_failed && is_storage_error(answer.error()))); }
        std::vector<std::string> made;
        for (const Happening& one : shop.feed(begin)) { made.emplace_back(name_of(one)); }
        if (!made.empty() || answer) { CHECK(made == makes); }
        if (!has_failed) { return; }
    }
}

void is_lost(const Error& error) {
    CHECK(error.code == Code::storage);
    CHECK(error.rule.empty());
    CHECK(error.sentence == "storage: the answer of the commit was lost: the store lost its mind");
}

}  // namespace

TEST_CASE_TEMPLATE("a batch is one commit with an answer each; a refused one leaves the others alone", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    const SubscriptionId other = shop.buy(line(base));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    const Batch batch{{by(shop.ann), command(one, ChangeQuantity{6})},
                      {by(shop.ann), command(one, ChangeQuantity{301})},
                      {by(shop.ann), command(other, SuspendSubscription{SuspensionReason::fraud})},
                      {by(shop.ann), command(one, ChangeQuantity{7})},
                      {by(shop.eve), command(one, ChangeQuantity{8})}};
    const std::uint64_t length = shop.feed_length();
    const auto answers = engine->execute_all(batch);
    CHECK(counted.tally.transactions == 1);
    CHECK(counted.tally.commits == 1);
    REQUIRE(answers.size() == 5);
    CHECK(answers[0]->version == 2);
    CHECK(answers[1].error().reason == "quantity_out_of_range");
    CHECK(answers[2]->version == 2);
    CHECK(answers[3]->version == 3);
    CHECK(answers[4].error().code == Code::not_found);
    CHECK(shop.subscription(one).quantity == 7);
    CHECK(shop.feed(length).size() == 5);
    for (std::size_t i = 0; i < 4; ++i) {
        if (answers[i]) { CHECK(answers[i]->first_event == length + 1 + i); }
    }
}

TEST_CASE_TEMPLATE("a batch answers as its commands do one after another, whatever they change for each other", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> together;
    Shop<Store> alone;
    const auto ask = [](Shop<Store>& shop) {
        const SubscriptionId one = shop.buy(line(base));
        Listing smaller = listed("Base");
        smaller.maximum_quantity = 6;
        const PlaceOrder order{.customer = shop.contoso, .lines = {line(base)}};
        return Batch{{by(shop.ann), command(one, ChangeQuantity{6})},
                     {by(host()), Ask<Offer>{base, ListOffer{smaller}}},
                     {by(shop.ann), command(one, ChangeQuantity{7})},
                     {by(host()), Ask<Offer>{base, ListOffer{Listing{}}}},
                     {by(shop.ann), command(one, ChangeQuantity{5})},
                     {by(host()), Ask<Partner>{shop.fabrikam, RestrictPartner{"debts"}}},
                     {by(shop.ann), Ask<Order>{{}, order}},
                     {by(host()), Ask<Partner>{shop.fabrikam, ReinstatePartner{}}},
                     {by(shop.ann), Ask<Order>{{}, order}}};
    };
    const auto answers = together.engine->execute_all(ask(together));
    std::vector<std::string> said;
    std::vector<std::string> said_alone;
    const auto add_to = [](std::vector<std::string>& all, const Result<Receipt>& answer) {
        all.push_back(answer ? std::to_string(answer->first_event) : answer.error().reason);
    };
    for (const auto& answer : answers) { add_to(said, answer); }
    for (const auto& [request, wish] : ask(alone)) { add_to(said_alone, alone.engine->execute(request, wish)); }
    CHECK(said == said_alone);
    CHECK(said[2] == "quantity_out_of_range");
    CHECK(said[6] == "partner_restricted");
    CHECK(texts_of(together.feed()) == texts_of(alone.feed()));
}

TEST_CASE_TEMPLATE("the commands of a batch read the offer and the partner they share once", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    Batch batch;
    for (int i = 0; i < 10; ++i) { batch.emplace_back(by(shop.ann), command(shop.buy(line(base)), ChangeQuantity{6})); }
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    for (const auto& answer : engine->execute_all(batch)) { CHECK(answer); }
    const int of_each = 4;  // its subscription is read and saved, its add-ons are looked for, its event is added
    const int of_all = 4;   // begin, offer, partner, commit
    CHECK(counted.tally.calls == of_all + 10 * of_each);
}

TEST_CASE_TEMPLATE("an empty batch has no answers", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(shop.engine->execute_all({}).empty());
}

TEST_CASE_TEMPLATE("GEN-04: a request id that comes twice in one batch is answered once more", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    const Batch batch{{by(shop.ann, 1), command(one, ChangeQuantity{6})},
                      {by(shop.ann, 1), command(one, ChangeQuantity{6})},
                      {by(shop.ann, 1), command(one, ChangeQuantity{7})}};
    const auto answers = shop.engine->execute_all(batch);
    REQUIRE(answers.size() == 3);
    CHECK_FALSE(answers[0]->is_repeated);
    CHECK(answers[1]->is_repeated);
    CHECK(answers[1]->first_event == answers[0]->first_event);
    CHECK(answers[2].error().reason == "request_id_used");
    CHECK(shop.subscription(one).quantity == 6);
}

TEST_CASE_TEMPLATE("OFF-01: one of two orders in a batch gets the last one", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const PlaceOrder wish{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(one_only)}};
    const Batch batch{{by(shop.ann), command(OrderId{}, wish)}, {by(shop.ann), command(OrderId{}, wish)}};
    const auto answers = shop.engine->execute_all(batch);
    CHECK(answers[0].has_value());
    CHECK(answers[1].error().rule == "OFF-04");
}

TEST_CASE_TEMPLATE("a store that fails at any call leaves a command done or not begun", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    fails_at_every_call(shop, {parent, with}, [&](Engine& engine) {
        const auto answer =
            engine.execute(by(shop.ann, 1), parent, SuspendSubscription{SuspensionReason::customer_request});
        if (!answer) { CHECK(is_storage_error(answer.error())); }
        return answer.has_value();
    });
    CHECK_FALSE(shop.is_active(with));
}

TEST_CASE_TEMPLATE("a store that fails at any call leaves a batch done or not begun", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    const Batch batch{
        {by(shop.ann, 1), command(one, ChangeQuantity{6})},
        {by(shop.ann), command(one, ChangeQuantity{0})},
        {by(shop.ann),
         command(OrderId{}, PlaceOrder{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base)}})}};
    fails_at_every_call(shop, {one}, [&](Engine& engine) {
        const auto answers = engine.execute_all(batch);
        REQUIRE(answers.size() == batch.size());
        const bool is_done = answers[0].has_value();
        for (const auto& answer : answers) { CHECK((answer ? is_done : is_done != is_storage_error(answer.error()))); }
        return is_done;
    });
    CHECK(shop.subscription(one).quantity == 6);
}

TEST_CASE_TEMPLATE("a store that fails at any call leaves what fell due met or not", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    const SubscriptionId other = shop.buy(line(ends_with_term));
    shop.clock.set(at("2020-06-01T00:00:00Z"));
    fails_at_every_call(shop, {one, other}, [&](Engine& engine) {
        const auto report = engine.run_due();
        if (!report) { CHECK(is_storage_error(report.error())); }
        return report.has_value();
    });
    CHECK(good(shop.engine->run_due()).steps == 0);
}

TEST_CASE_TEMPLATE("a conflict is decided again, a bounded number of times", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    counted.tally = Tally{.failing_call = 3, .failure = Code::conflict};
    CHECK(engine->execute(by(shop.ann), one, ChangeQuantity{6}).has_value());
    CHECK(counted.tally.transactions == 2);
    CHECK(history_of(shop, one).size() == 2);
}

TEST_CASE_TEMPLATE("a conflict that never ends is told once every attempt was made", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId one = shop.buy(line(base));
    for (const int attempts : {1, 3}) {
        CountedStorage counted(*shop.store.storage);
        const auto engine =
            good(Engine::open(counted, shop.clock, {.policy = {}, .ids = &shop.ids, .attempts = attempts}));
        bool has_told = false;
        engine->listen([&](const Happening&) { has_told = true; });
        const auto before = snapshot(shop, {one});
        counted.tally = Tally{.no_commit_succeeds = true};
        CHECK(refusal_of(engine->execute(by(shop.ann), one, ChangeQuantity{6})).code == Code::conflict);
        CHECK(counted.tally.transactions == attempts);
        CHECK(counted.tally.commits == 0);
        CHECK_FALSE(has_told);
        CHECK(snapshot(shop, {one}) == before);
        counted.tally = Tally{};
        CHECK(engine->execute(by(shop.ann), one, RenameSubscription{"after " + std::to_string(attempts)}).has_value());
    }
}

TEST_CASE_TEMPLATE("ENT-06: a link and its last download are had once, whatever call of the store fails", Store,
                   CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const EntitlementId right = shop.right_of(shop.buy_software(office));
    is_done_once_whatever_fails(shop, {"link_issued", "link_enabled", "activity_recorded"}, [&](Engine& engine) {
        return engine.get_link({.by = shop.ann, .id = id<RequestTag>(1)}, right, english_iso);
    });
    const DownloadLinkId link = shop.link_to(right);
    for (int download = 1; download <= 49; ++download) { good(shop.engine->download({.by = host()}, link)); }
    is_done_once_whatever_fails(shop, {"downloaded", "activity_recorded", "link_expired"}, [&](Engine& engine) {
        return engine.download({.by = shop.ann, .id = id<RequestTag>(2)}, link);
    });
    CHECK(in<DownloadLink::Expired>(shop.link(link)).used == 50);
}

TEST_CASE_TEMPLATE("ENT-01: a key is fetched, logged and shown in one commit at one moment", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const EntitlementId right = shop.right_of(shop.buy_software(office));
    CountedStorage counted(*shop.store.storage);
    CountedClock clock(shop.clock);
    const auto engine = shop.open(counted, clock);
    counted.tally = {};
    good(engine->get_keys({.by = shop.ann}, right, english_iso));
    good(engine->download({.by = shop.ann}, good(engine->get_link({.by = shop.ann}, right, english_iso)).link));
    CHECK(counted.tally.transactions == 3);
    CHECK(counted.tally.commits == 3);
    CHECK(clock.reads == 3);
}

TEST_CASE_TEMPLATE("CAN-18: software is cancelled with its rights and links or not at all, whatever call fails", Store,
                   CSP_BOTH_STORES) {
    SoftwareShop<Store> shop(with_bills);
    const auto order = shop.buy_software(office);
    const DownloadLinkId link = shop.link_to(shop.right_of(order));
    is_done_once_whatever_fails(
        shop, {"software_cancelled", "entitlement_revoked", "link_revoked", "software_order_closed", "charge_recorded"},
        [&](Engine& engine) {
            return engine.cancel_software(
                {.by = shop.ann, .id = id<RequestTag>(3)}, order,
                CancelSoftware{.customer = shop.contoso, .acknowledged = true, .whole_order = true});
        });
    CHECK(is_in<SoftwareOrder::Cancelled>(shop.software_order(order)));
    CHECK(is_in<DownloadLink::Revoked>(shop.link(link)));
}

TEST_CASE_TEMPLATE("GEN-04: a command whose commit throws when it is done is answered as done, and once more", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    const std::uint64_t before = shop.feed_length();
    counted.tally.throws_an_answer = true;
    const Receipt receipt = good(engine->execute(by(shop.ann, 1), bought, ChangeQuantity{6}));
    CHECK(receipt.is_repeated);
    CHECK(receipt.version == 2);
    CHECK(good(engine->execute(by(shop.ann, 1), bought, ChangeQuantity{6})).first_event == receipt.first_event);
    CHECK(shop.feed_length() == before + 1);
    counted.tally.throws_an_answer = true;
    CHECK(refusal_of(engine->execute(by(shop.ann, 2), bought, ChangeQuantity{0})).rule == "SUB-04");
    CHECK(shop.feed_length() == before + 2);
}

TEST_CASE_TEMPLATE("a command without a request id whose commit throws is told as lost, whatever became of it", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    counted.tally.throws_an_answer = true;
    is_lost(refusal_of(engine->execute(by(shop.ann), bought, ChangeQuantity{6})));
    CHECK(shop.subscription(bought).quantity == 6);
    good(engine->execute(by(shop.ann), bought, ChangeQuantity{7}));
}

TEST_CASE_TEMPLATE("GEN-04: of a batch whose commit throws when it is done, what has a request id is answered as done",
                   Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    const Batch batch{{by(shop.ann, 1), command(bought, ChangeQuantity{6})},
                      {by(shop.ann, 2), command(bought, ChangeQuantity{0})},
                      {by(shop.ann), command(bought, ChangeQuantity{7})}};
    const std::uint64_t before = shop.feed_length();
    counted.tally.throws_an_answer = true;
    const auto answers = engine->execute_all(batch);
    REQUIRE(answers.size() == 3);
    CHECK(answers[0]->is_repeated);
    CHECK(answers[1].error().rule == "SUB-04");
    is_lost(answers[2].error());
    CHECK(shop.feed_length() == before + 3);
    CHECK(shop.subscription(bought).quantity == 7);
}

TEST_CASE_TEMPLATE("what fell due and an import whose commit throws are told as lost, and done once all the same",
                   Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    good(shop.suspend(shop.buy(line(base))));
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    shop.clock.advance_days(400);
    counted.tally.throws_an_answer = true;
    is_lost(refusal_of(engine->run_due()));
    CHECK(good(engine->run_due()).steps == 0);
    counted.tally.throws_an_answer = true;
    is_lost(refusal_of(engine->import_offers({.by = host()}, R"({"items":[],"totalCount":0})")));
}
