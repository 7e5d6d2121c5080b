// A record that cannot be read: it is named wherever it is met, nothing is done by halves, and the rest goes on.
#include <doctest/doctest.h>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Writes the body of a record as it is, past the engine.
void write_body(Storage& store, const SubscriptionId& id, const std::string& body) {
    const auto t = good(store.begin(Access::write));
    Record record = good(t->load(Kind::subscription, id.bytes));
    const std::uint64_t version = record.version++;
    record.body = Body{.decoded = {}, .bytes = body};
    good(t->save(Save{record, version}));
    good(t->commit());
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
