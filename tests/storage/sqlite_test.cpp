#include <sqlite3.h>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>

#include "csp/testing_storage.hpp"
#include "storage/scratch_file.hpp"
#include "storage/sqlite_schema.hpp"
#include "storage/sqlite_session.hpp"

using namespace csp;
using promises::commit;
using promises::count_up;
using promises::event_of;
using promises::holds;
using promises::id_of;
using promises::look;
using promises::must_save;
using promises::record_of;

namespace {

std::unique_ptr<Storage> open(const test::ScratchFile& file) {
    return std::move(open_sqlite({.path = file.path})).value();
}

/// The first column of the first row, by a connection that knows nothing of csp.
std::string ask(const test::ScratchFile& file, const char* sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.path.c_str(), &db) == SQLITE_OK);
    const storage::Connection connection(db);
    return storage::text_from(*db, sql);
}

}  // namespace

TEST_CASE("the SQLite store keeps the promises of a store") {
    const test::ScratchFile file;
    int number = 0;
    const auto open_empty = [&] {
        return std::move(open_sqlite({.path = file.path + std::to_string(++number)})).value();
    };
    for (const std::string& broken : broken_promises(open_empty)) { FAIL_CHECK(broken); }
}

TEST_CASE("a file that is opened again has everything") {
    const test::ScratchFile file;
    commit(*open(file), [](Transaction& t) {
        must_save(t, record_of(1, 1, Instant{7}), 0, {{3, "name"}});
        CHECK(t.append(event_of(1, 1, 5)));
    });
    const auto again = open(file);
    look(*again, [](Transaction& t) {
        CHECK(holds(t, 1, 1));
        CHECK(promises::keys_in(t, 3) == std::vector<std::string>{"name"});
        CHECK(promises::due_in(t, Instant{7}).size() == 1);
        CHECK(*t.recall(RequestId{id_of(5)}) == 1);
    });
    commit(*again, [](Transaction& t) { CHECK(*t.append(event_of(1, 2)) == 2); });
}

TEST_CASE("a file that is closed is one file, readable with plain SQL") {
    const test::ScratchFile file;
    commit(*open(file), [](Transaction& t) { must_save(t, record_of(1, 1), 0); });
    CHECK_FALSE(std::filesystem::exists(file.path + "-wal"));
    CHECK(ask(file, "SELECT json_extract(body, '$.number') FROM records WHERE due IS NULL") == "1");
    CHECK(ask(file, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("views show ids and times as csp writes them, and a second opening writes nothing") {
    const test::ScratchFile file;
    const std::vector<View> views{{.name = "orders", .kind = Kind::order, .fields = {"number", "order"}},
                                  {.name = "offers", .kind = Kind::offer}};
    Record record = record_of(0xABCDEF, 1, Instant{1'527'724'799'000'000});
    record.saved_at = Instant{1'527'724'799'000'001};
    const auto store = open(file);
    commit(*store, [&](Transaction& t) { must_save(t, record, 0); });
    REQUIRE(store->publish(views));
    CHECK(ask(file, "SELECT id FROM orders") == text_of(record.id));
    CHECK(ask(file, "SELECT due_at FROM orders") == "2018-05-30T23:59:59Z");
    CHECK(ask(file, "SELECT saved_at FROM orders") == "2018-05-30T23:59:59.000001Z");
    CHECK(ask(file, "SELECT number FROM orders WHERE \"order\" IS NULL AND version = 1") == std::to_string(0xABCDEF));
    CHECK(ask(file, "SELECT count(*) FROM offers") == "0");

    const std::string before = ask(file, "PRAGMA schema_version");
    REQUIRE(store->publish(views));
    REQUIRE(open(file)->publish(views));
    CHECK(ask(file, "PRAGMA schema_version") == before);

    const std::vector<View> other{{.name = "orders", .kind = Kind::order, .fields = {"version_of_offer"}}};
    REQUIRE(store->publish(other));
    CHECK(ask(file, "SELECT version_of_offer IS NULL FROM orders") == "1");
    REQUIRE(store->begin(Access::write));  // publishing gave the writer back
}

TEST_CASE("a view whose names are no plain names is a mistake of the caller") {
    const test::ScratchFile file;
    const auto store = open(file);
    for (const char* name : {"", "1st", "a b", "a\"b", "a;b", "records", "KEYS", "Events", "sqlite_x"}) {
        const std::vector<View> views{{.name = name, .kind = Kind::order}};
        CHECK(store->publish(views).error().code == Code::internal);
    }
    for (const char* field : {"", "a'b", "a b", "a.b", "Id", "due_at", "saved_at", "version"}) {
        const std::vector<View> views{{.name = "orders", .kind = Kind::order, .fields = {field}}};
        CHECK(store->publish(views).error().code == Code::internal);
    }
    const std::vector<View> twice{{.name = "orders", .kind = Kind::order, .fields = {"name", "Name"}}};
    CHECK(store->publish(twice).error().code == Code::internal);
    CHECK(ask(file, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'") == "0");
}

TEST_CASE("no question steps over records or events it does not need") {
    const test::ScratchFile file;
    const auto store = open(file);
    storage::Session session({.path = file.path}, false);
    for (int number = static_cast<int>(storage::Query::load); number < static_cast<int>(storage::Query::count);
         ++number) {
        const std::string sql(storage::sql_of(static_cast<storage::Query>(number)));
        const storage::Statement plan(session.db(), "EXPLAIN QUERY PLAN " + sql);
        for (storage::Run rows(plan); rows.step() == storage::Step::row;) {
            CAPTURE(sql);
            const std::string line = rows.bytes_at(3);
            CHECK_MESSAGE(line.find("SCAN") == std::string::npos, line);
            CHECK_MESSAGE(line.find("TEMP B-TREE") == std::string::npos, line);
        }
    }
}

TEST_CASE("the file is as durable as asked, or refused") {
    const test::ScratchFile file;
    for (const Durability durability : {Durability::full, Durability::normal}) {
        storage::Session session({.path = file.path, .durability = durability}, true);
        CHECK(storage::number_from(session.db(), "PRAGMA synchronous") == (durability == Durability::full ? 2 : 1));
        CHECK(storage::text_from(session.db(), "PRAGMA journal_mode") == "wal");
        storage::run(session.db(), "PRAGMA synchronous = OFF");
        CHECK_THROWS_AS(storage::require_durability(session.db(), durability), storage::SqliteFailure);
    }
    CHECK(open_sqlite({.path = ":memory:"}).error().sentence == "storage: the file cannot have a write-ahead log");
    CHECK(open_sqlite({.path = ""}).error().code == Code::storage);
}

TEST_CASE("the log is moved into the file while the store is open, and stays small") {
    const test::ScratchFile file;
    const auto store = open(file);
    Record record = record_of(1, 1);
    record.body = promises::body_of("\"" + std::string(400'000, 'x') + "\"");  // some 100 pages
    for (; record.version <= 200; ++record.version) {
        commit(*store, [&](Transaction& t) { must_save(t, record, record.version - 1); });
    }
    CHECK(std::filesystem::file_size(file.path + "-wal") < 20'000'000);  // 80 MB were written
}

TEST_CASE("several openings and eight threads lose nothing") {
    const test::ScratchFile file;
    const auto first = open(file);
    const auto second = open(file);  // as if it were another program
    constexpr int each = 20;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&, i] {
            for (int counted = 0; counted < each;) {
                if (count_up(i % 2 == 0 ? *first : *second)) { ++counted; }
            }
        });
    }
    for (auto& thread : threads) { thread.join(); }
    look(*first, [](Transaction& t) {
        CHECK(holds(t, 1, 8 * each));
        CHECK(t.events(0, 1'000)->size() == 8 * each);
    });
}
