// The write-ahead log: who moves it into the file, who waits meanwhile, and whose log is left alone.
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "csp/storage.hpp"
#include "storage/scratch_file.hpp"
#include "storage/sqlite_sessions.hpp"

using namespace csp;

namespace {

void make(const test::ScratchFile& file) { REQUIRE(open_sqlite({.path = file.path})); }

storage::Connection connect(const test::ScratchFile& file) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.path.c_str(), &db) == SQLITE_OK);
    return storage::Connection(db);
}

std::string content(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a checkpoint holds off who writes in any process, and does not wait for one that does") {
    const test::ScratchFile file;
    make(file);
    storage::Session session({.path = file.path}, false);
    const auto other = connect(file);
    REQUIRE(session.holds_writers_off());
    CHECK(sqlite3_exec(other.get(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_BUSY);
    storage::Run(session[storage::Query::rollback]).step();
    storage::run(*other, "BEGIN IMMEDIATE");
    CHECK(!session.holds_writers_off());  // at once: its usual patience is five seconds
    storage::run(*other, "ROLLBACK");
    CHECK(session.holds_writers_off());
}

TEST_CASE("the log is not moved while another program writes, but by the next commit") {
    const test::ScratchFile file;
    make(file);
    storage::Sessions sessions({.path = file.path});
    const auto other = connect(file);
    const auto size = [&] { return std::filesystem::file_size(file.path); };
    const auto before = size();
    {
        const storage::Lent writer(sessions, Access::write);
        storage::run(writer->db(), "CREATE TABLE large (x); INSERT INTO large VALUES (zeroblob(20000000))");
        storage::run(*other, "BEGIN IMMEDIATE");
    }
    CHECK((size() == before) == storage::may_lose_commits(sqlite3_libversion_number()));
    storage::run(*other, "ROLLBACK");
    storage::run(storage::Lent(sessions, Access::write)->db(), "INSERT INTO large VALUES (1)");
    CHECK(size() > before + 20'000'000);
    storage::run(*other, "BEGIN IMMEDIATE");  // nobody holds it off any more
}

TEST_CASE("commits may be lost by SQLite before the versions that mend it") {
    for (const int affected : {3'007'000, 3'040'001, 3'044'005, 3'045'000, 3'050'006, 3'051'000, 3'051'002}) {
        CHECK(storage::may_lose_commits(affected));
    }
    for (const int mended : {3'044'006, 3'044'007, 3'050'007, 3'051'003, 3'052'000, 4'000'000}) {
        CHECK(!storage::may_lose_commits(mended));
    }
}

TEST_CASE("a newer file whose program did not close it is refused, and its log is left where it is") {
    const test::ScratchFile file;
    make(file);
    const pid_t child = fork();
    if (child == 0) {
        storage::run(*connect(file).release(), "PRAGMA journal_mode = WAL; PRAGMA user_version = 2");
        _exit(0);
    }
    waitpid(child, nullptr, 0);
    const std::string before = content(file.path);
    const std::string log = content(file.path + "-wal");
    CHECK(!log.empty());
    CHECK(open_sqlite({.path = file.path}).error().code == Code::unsupported);
    CHECK(content(file.path) == before);
    CHECK(content(file.path + "-wal") == log);
}
