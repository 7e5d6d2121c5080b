// Memory that ends at every allocation in turn: an error each time, nothing lost, leaked or dropped twice.
#include "c_storage.hpp"
#include "scarce_memory.hpp"

using namespace csp::test;

TEST_CASE("C: an engine that does not open for want of memory drops what it was brought, once") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    csp_engine* engine = nullptr;
    int opened = 0;
    int tries = 0;
    const int allocations = until_there_is_enough([&] {
        ++tries;
        const csp_status status = csp_engine_open(&options, &engine, nullptr);
        opened += status == CSP_OK ? 1 : 0;
        csp_engine_close(engine);
        engine = nullptr;
        return status;
    });
    CHECK(allocations > 10);
    CHECK(opened >= 1);
    CHECK(store.drops == tries);
}

TEST_CASE("C: a command without memory has done nothing, and says so") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    std::int32_t quantity = 5;
    const int allocations = all_or_nothing(shop, [&] { return shop.change_quantity(seats, ++quantity); });
    CHECK(allocations > 10);
    csp_cursor* cursor = nullptr;
    const std::string state =
        shop.rows(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, &cursor, &shop.error), cursor);
    CHECK(state.find("\"quantity\":" + std::to_string(quantity)) != std::string::npos);
}

TEST_CASE("C: memory that ends for good is an answer too, and leaves everything as it was") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    const std::uint64_t length = shop.feed_length();
    csp_status status = CSP_NO_MEMORY;
    int allocation = 0;
    scarce.ends_for_good = true;
    for (; status == CSP_NO_MEMORY; ++allocation) {
        REQUIRE(allocation < 20'000);
        CHECK(shop.feed_length() == length);
        scarce.good_ones = allocation;
        status = shop.change_quantity(seats, 6);
        scarce.good_ones = -1;
    }
    scarce.ends_for_good = false;
    CHECK(status == CSP_OK);
    CHECK(shop.receipt.version == 2);
    CHECK(allocation > 30);
}

TEST_CASE("C: a command that a listener hears of, without memory") {
    int heard = 0;
    csp_listener listener = CSP_INIT(csp_listener);
    listener.context = &heard;
    listener.happened = [](void* context, const csp_event*) { ++*static_cast<int*>(context); };
    csp_engine_options options = CShop::memory();
    options.listener = &listener;
    CShop shop(options);
    const csp_id seats = shop.buy(5);
    std::int32_t quantity = 5;
    CHECK(all_or_nothing(shop, [&] { return shop.change_quantity(seats, ++quantity); }) > 10);
    CHECK(heard > 0);
}

TEST_CASE("C: a batch without memory is done, or nothing of it") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_batch* batch = nullptr;
    std::int32_t quantity = 5;
    const auto ask = [&]() -> csp_status {
        if (csp_batch_open(shop.engine, &batch, nullptr) != CSP_OK) { return CSP_NO_MEMORY; }
        for (const std::int32_t wanted : {++quantity, 0}) {  // one that is done, and one that is refused
            const csp_status added = shop.add_to(batch, seats, wanted);
            if (added != CSP_OK) { return added; }
        }
        return csp_batch_commit(batch, &shop.error);
    };
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
        const csp_status answer = csp_batch_answer(batch, 0, &shop.receipt, nullptr);
        CAPTURE(status);
        CAPTURE(answer);
        CHECK((answer == status || (status != CSP_OK && answer == CSP_INVALID)));
        csp_batch_close(batch);
        batch = nullptr;
    };
    CHECK(until_there_is_enough(ask, look) > 30);
}

TEST_CASE("C: what fell due is met without memory in one commit, or not at all") {
    CShop shop;
    for (int i = 0; i < 3; ++i) { good(shop.place(5), shop.error); }
    shop.advance_days(40);
    csp_due_report report = CSP_INIT(csp_due_report);
    CHECK(all_or_nothing(shop, [&] { return csp_run_due(shop.engine, 0, &report, &shop.error); }) > 30);
    CHECK(report.steps >= 3);
}

TEST_CASE("C: an import without memory stores all of a list, or nothing") {
    const std::string offer = R"({"id":"20000000-0000-4000-8000-00000000000%","name":"Business","country":"US",)"
                              R"("supportedBillingCycles":["monthly"],"maximumQuantity":300})";
    CShop shop;
    csp_cursor* problems = nullptr;
    csp_import_report report = CSP_INIT(csp_import_report);
    int version = 0;
    std::string list;
    const auto ask = [&] {
        const csp_str words = text(list);
        return csp_import_offers(shop.engine, &shop.by_host, &words, &report, &problems, &shop.error);
    };
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK && report.stored > 0));
        length = now;
        csp_cursor_close(problems);
        CHECK((status == CSP_OK) == (problems != nullptr));
        problems = nullptr;
        const std::string changed = std::to_string(++version);  // so that there is something to be stored each time
        list = R"({"totalCount":3,"items":[7,)" + offer + "," + offer + "]}";
        for (const char digit : {'1', '2'}) {
            list[list.find('%')] = digit;
            list.replace(list.find("Business\""), 9, "Seats " + changed + '"');
        }
    };
    look(CSP_NO_MEMORY);
    CHECK(until_there_is_enough(ask, look) > 30);
    CHECK(report.stored == 2);
    CHECK(report.problems == 1);
}

TEST_CASE("C: a query without memory gives no cursor") {
    CShop shop;
    good(shop.place(5), shop.error);
    csp_cursor* cursor = nullptr;
    const int allocations = until_there_is_enough([&] {
        const csp_status status =
            csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, nullptr, nullptr) == CSP_INVALID
                ? csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, &cursor, &shop.error)
                : CSP_NO_MEMORY;
        csp_cursor_close(cursor);
        cursor = nullptr;
        return status;
    });
    CHECK(allocations > 10);
}

TEST_CASE("C: a cursor that has no memory for the next page goes on with it later, and loses no row") {
    CShop shop;
    for (int i = 0; i < 5; ++i) { good(shop.place(5), shop.error); }
    csp_page page = CSP_INIT(csp_page);
    page.rows = 2;
    csp_cursor* cursor = nullptr;
    const auto open = [&] {
        good(csp_orders(shop.engine, &shop.ann, &shop.customer, &page, &cursor, &shop.error), shop.error);
    };
    open();
    const std::string all = shop.rows(CSP_OK, cursor);
    open();
    csp_row row = CSP_INIT(csp_row);
    std::string seen;
    const auto next = [&] { return csp_cursor_next(cursor, &row, &shop.error); };
    for (int i = 0; i < 5; ++i) {
        const int allocations = until_there_is_enough(next, [](csp_status) {});
        CHECK((allocations > 10) == (i == 2 || i == 4));
        seen += text(row.json) + '\n';
    }
    CHECK(next() == CSP_END);
    csp_cursor_close(cursor);
    CHECK(seen == all);
}
