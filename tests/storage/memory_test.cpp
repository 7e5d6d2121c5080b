#include <doctest/doctest.h>

#include "csp/testing_storage.hpp"

using namespace csp;

TEST_CASE("the memory store keeps the promises of a store") {
    for (const std::string& broken : broken_promises([] { return open_memory(); })) { FAIL_CHECK(broken); }
}

TEST_CASE("the memory store has no SQL and lets views pass") {
    const std::vector<View> views{{.name = "orders", .kind = Kind::order, .fields = {"name"}}};
    CHECK(open_memory()->publish(views));
}

TEST_CASE("the memory store never asks a body to write itself") {
    struct Silent final : Written {
        void write(std::string&) const override { FAIL("nobody asked for text"); }
    };
    const auto store = open_memory();
    Record record{.kind = Kind::order, .version = 1, .body = Body{.decoded = std::make_shared<Silent>()}};
    const auto t = std::move(store->begin(Access::write)).value();
    REQUIRE(t->save(Save{.record = record}));
    REQUIRE(t->append(StoredEvent{.version = 1, .body = record.body}));
    CHECK(t->load(Kind::order, AnyId{})->body.decoded == record.body.decoded);
    CHECK(t->commit());
}
