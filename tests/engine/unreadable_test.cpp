// A record or an event that cannot be read: it is named wherever it is met, nothing is done by halves, and the rest
// goes on.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Writes the body of a record as it is, past the engine.
template <class S>
void write_body(Storage& store, const Id<S>& id, const std::string& body) {
    const auto t = good(store.begin(Access::write));
    Record record = good(t->load(S::kind_of_record, id.bytes));
    const std::uint64_t version = record.version++;
    record.body = Body{.decoded = {}, .bytes = body};
    good(t->save(Save{record, version}));
    good(t->commit());
}

/// Adds an event as it is, past the engine; answers its position.
std::uint64_t write_event(Storage& store, const SubscriptionId& id, std::uint64_t version, const std::string& body,
                          const RequestId& request = {}) {
    const auto t = good(store.begin(Access::write));
    const std::uint64_t position = good(t->append(StoredEvent{.kind = Kind::subscription,
                                                              .id = id.bytes,
                                                              .version = version,
                                                              .request = request,
                                                              .body = Body{.decoded = {}, .bytes = body}}));
    good(t->commit());
    return position;
}

}  // namespace

TEST_CASE_TEMPLATE("a record of a newer csp, or a damaged one, is named; others go on, and time stops until it is read",
                   Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId broken = shop.buy(line(base));
    const SubscriptionId whole = shop.buy(line(annual_only));
    good(shop.suspend(broken));
    Storage& store = *shop.store.storage;
    const std::string body = good(good(store.begin(Access::read))->load(Kind::subscription, broken.bytes)).body.text();

    const auto check_named = [&](const Error& error, Code code, const char* reason) {
        CHECK(error.code == code);
        CHECK(error.reason == reason);
        CHECK(error.rule.empty());
        CHECK(error.existing == csp::text_of(broken));
        CHECK(error.sentence.ends_with("; it is the subscription " + csp::text_of(broken)));
    };
    write_body(store, broken, R"({"cloud":"moon","phase":"absent"})");
    check_named(refusal_of(shop.engine->read(shop.ann, broken)), Code::unsupported, "made_by_a_newer_csp");
    check_named(refusal_of(shop.ask(broken, ReactivateSubscription{})), Code::unsupported, "made_by_a_newer_csp");
    write_body(store, broken, "{");
    check_named(refusal_of(shop.ask(broken, ReactivateSubscription{})), Code::storage, "damaged_record");
    good(shop.ask(whole, ChangeQuantity{6}));

    shop.clock.advance_us(400 * us_per_day);
    const std::uint64_t length = shop.feed_length();
    check_named(refusal_of(shop.engine->run_due()), Code::storage, "damaged_record");
    CHECK(shop.feed_length() == length);
    write_body(store, broken, body);
    CHECK(good(shop.engine->run_due()).steps >= 2);
    CHECK(is_in<Subscription::Deleted>(shop.subscription(broken)));
}

TEST_CASE_TEMPLATE("an event that cannot be read is named with its place, wherever it is met", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId broken = shop.buy(line(base));
    const auto request = id<RequestTag>(1);
    const std::uint64_t position = write_event(*shop.store.storage, broken, 2, "{", request);
    const std::string name =
        "; it is the subscription " + csp::text_of(broken) + " at position " + std::to_string(position);
    for (const Error& error :
         {refusal_of(shop.engine->events(host(), position - 1, 1)),
          refusal_of(shop.engine->history(shop.ann, broken, 1, 1)),
          refusal_of(shop.engine->execute({.by = shop.ann, .id = request}, broken, ChangeQuantity{0}))}) {
        CHECK(error.code == Code::storage);
        CHECK(error.reason == "damaged_record");
        CHECK(error.existing == csp::text_of(broken));
        CHECK(error.sentence.ends_with(name));
    }
}

TEST_CASE_TEMPLATE("the feed is answered up to an event that cannot be read, and then says that it is the next one",
                   Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId broken = shop.buy(line(base));
    const std::size_t before = shop.feed().size();
    const std::uint64_t position =
        write_event(*shop.store.storage, broken, 2, R"({"v":1,"event":"seat_flown_to_the_moon"})");
    good(shop.engine->execute({.by = host()}, base, WithdrawListing{us}));

    const FeedPage page = good(shop.engine->events(host(), 0, 1000));
    CHECK(page.items.size() == before);
    CHECK(page.scanned_to == position - 1);
    CHECK_FALSE(page.is_at_end);
    CHECK(refusal_of(shop.engine->events(host(), page.scanned_to, 1000)).existing == csp::text_of(broken));
    CHECK(good(shop.engine->events(host(), position, 1000)).items.size() == 1);

    CHECK(good(shop.engine->events(shop.eve, 0, 1000)).scanned_to == position - 1);
    const Error foreign = refusal_of(shop.engine->events(shop.eve, position - 1, 1000));
    CHECK(foreign.existing.empty());
    CHECK(foreign.sentence == "storage: the event at position " + std::to_string(position) + " cannot be read");
}

TEST_CASE_TEMPLATE("a damaged offer that is listed nowhere is left out of what can be bought", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto count = [&] {
        return good(shop.engine->availability(shop.ann, shop.contoso, Cycle::annual, {}, {.size = 100})).items.size();
    };
    const std::size_t before = count();
    write_body(*shop.store.storage, base, R"({"phase":"listed"})");
    CHECK(count() == before - 1);
}
