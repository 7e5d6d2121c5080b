// What a host brings: each is dropped once, each may fail at any call, and none may use the engine that calls it.
#include <doctest/doctest.h>

#include <vector>

#include "c_shop.hpp"
#include "c_storage.hpp"

using namespace csp;
using namespace csp::test;

namespace {

csp_engine_options with_storage(const csp_storage& table) {
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    return options;
}

struct Heard {
    csp_engine* engine{nullptr};
    std::vector<std::string> names{};
    std::vector<csp_status> nested{};
    int drops{0};

    static void happened(void* context, const csp_event* event) {
        auto& self = *static_cast<Heard*>(context);
        self.names.push_back(test::text(event->name));
        csp_cursor* cursor = nullptr;
        csp_actor host = CSP_INIT(csp_actor);
        host.roles = CSP_ROLE_HOST;
        self.nested.push_back(csp_events(self.engine, &host, 0, nullptr, &cursor, nullptr));
    }
    static void drop(void* context) { ++static_cast<Heard*>(context)->drops; }
    csp_listener table() {
        csp_listener made = CSP_INIT(csp_listener);
        made.context = this;
        made.happened = happened;
        made.drop = drop;
        return made;
    }
};

}  // namespace

TEST_CASE("C: a whole life in a store of callbacks, which is dropped once") {
    CStore store;
    const csp_storage table = c_storage(store);
    {
        CShop shop(with_storage(table));
        const csp_id seats = shop.buy(5);
        good(shop.suspend(seats), shop.error);
        CHECK(store.drops == 0);
    }
    CHECK(store.drops == 1);
    CHECK(store.open_transactions == 0);
}

TEST_CASE("C: a store that fails at every call in turn is told each time, and nothing is half done") {
    CStore store;
    const csp_storage table = c_storage(store);
    CShop shop(with_storage(table));
    const csp_id seats = shop.buy(5);
    csp_change_quantity command = CSP_INIT(csp_change_quantity);
    command.quantity = 6;
    int failed = 0;
    for (int call = 1;; ++call) {
        store.calls = 0;
        store.fails_at = call;
        const csp_status status =
            csp_subscription_change_quantity(shop.engine, &shop.by_ann, &seats, &command, &shop.receipt, &shop.error);
        CHECK(store.open_transactions == 0);
        if (status == CSP_OK) { break; }
        CHECK(status == CSP_STORAGE);
        CHECK(std::string(shop.error.message).starts_with("storage: "));
        ++failed;
        REQUIRE(call < 100);
    }
    store.fails_at = -1;
    CHECK(failed >= 5);                // begin, load, save, append, commit at the least
    CHECK(shop.receipt.version == 2);  // of all those tries only the last one has been
}

TEST_CASE("C: drop runs once, also when the engine does not open") {
    CStore store;
    csp_storage table = c_storage(store);
    csp_engine* engine = reinterpret_cast<csp_engine*>(&store);  // whatever stood there before
    csp_error error = CSP_INIT(csp_error);
    csp_engine_options options = with_storage(table);

    SUBCASE("the store cannot publish") {
        store.fails_at = 1;
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_STORAGE);
    }
    SUBCASE("a function is missing") {
        table.save = nullptr;
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_INVALID);
        CHECK(std::string(error.field) == "storage");
    }
    SUBCASE("another option is wrong") {
        options.profile = test::text("2017-01");
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_INVALID);
        CHECK(std::string(error.field) == "profile");
    }
    SUBCASE("there is nowhere to put the engine") {
        CHECK(csp_engine_open(&options, nullptr, &error) == CSP_INVALID);
        CHECK(std::string(error.field) == "engine_out");
        engine = nullptr;
    }
    SUBCASE("the options are newer") {
        options.reserved = 1;
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_UNSUPPORTED);
        CHECK(std::string(error.field) == "options");
    }
    SUBCASE("the options are longer, and what is longer is set") {
        struct Newer {
            csp_engine_options options;
            std::uint64_t more;
        };
        Newer newer{options, 1};
        newer.options.size = sizeof newer;
        CHECK(csp_engine_open(&newer.options, &engine, &error) == CSP_UNSUPPORTED);
        CHECK(std::string(error.field) == "options");
    }
    SUBCASE("the options are newer") {
        options.reserved = 1;
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_UNSUPPORTED);
        CHECK(std::string(error.field) == "options");
    }
    SUBCASE("the vtable is newer") {
        table.reserved = 1;
        CHECK(csp_engine_open(&options, &engine, &error) == CSP_UNSUPPORTED);
    }
    CHECK(engine == nullptr);
    CHECK(store.drops == 1);
}

TEST_CASE("C: a listener hears every event in order, and a call from inside it is told that it is busy") {
    Heard heard;
    csp_listener table = heard.table();
    {
        CShop shop;
        heard.engine = shop.engine;
        good(csp_engine_listen(shop.engine, &table, &shop.error), shop.error);
        const csp_id seats = shop.buy(5);
        good(shop.suspend(seats), shop.error);
        CHECK(shop.place(0) < 0);
    }
    REQUIRE(heard.names.size() >= 5);
    CHECK(heard.names.front() == "order_submitted");
    CHECK(heard.names.back() == "command_refused");
    for (const csp_status status : heard.nested) { CHECK(status == CSP_BUSY); }
    CHECK(heard.drops == 1);
}

TEST_CASE("C: a listener that cannot be added is dropped") {
    Heard heard;
    csp_listener table = heard.table();
    CHECK(csp_engine_listen(nullptr, &table, nullptr) == CSP_INVALID);
    CHECK(heard.drops == 1);
}

TEST_CASE("C: a clock of the host's, one that fails, and one that lies") {
    CClock clock;
    csp_engine_options options = CShop::memory();
    options.clock = &clock.table;
    csp_engine* engine = nullptr;
    csp_error error = CSP_INIT(csp_error);
    good(csp_engine_open(&options, &engine, &error), error);
    csp_due_report report = CSP_INIT(csp_due_report);
    CHECK(csp_run_due(engine, 10, &report, &error) == CSP_OK);
    clock.answer = CSP_FAILED;
    CHECK(csp_run_due(engine, 10, &report, &error) == CSP_INTERNAL);
    CHECK(std::string(error.message) == "engine: clock: now failed");
    clock.answer = CSP_DONE;
    clock.now_us = -1;
    CHECK(csp_run_due(engine, 10, &report, &error) == CSP_INVALID);
    csp_engine_close(engine);
}

TEST_CASE("C: cursors and batches outlive their engine") {
    CStore store;
    const csp_storage table = c_storage(store);
    auto shop = std::make_unique<CShop>(with_storage(table));
    const csp_actor host = shop->host;
    csp_cursor* cursor = nullptr;
    csp_page page = CSP_INIT(csp_page);
    page.rows = 1;
    good(csp_events(shop->engine, &host, 0, &page, &cursor, &shop->error), shop->error);
    shop.reset();
    CHECK(store.drops == 0);
    csp_row row = CSP_INIT(csp_row);
    int rows = 0;
    while (csp_cursor_next(cursor, &row, nullptr) == CSP_OK) { ++rows; }
    CHECK(rows == 4);
    csp_cursor_close(cursor);
    CHECK(store.drops == 1);
    CHECK(csp_cursor_next(cursor, &row, nullptr) == CSP_INVALID);
}
