// What a file and a machine can do to the SQLite store: damage, locks, full disks, killed processes.
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "csp/testing_storage.hpp"
#include "storage/scratch_file.hpp"
#include "storage/sqlite_schema.hpp"
#include "storage/sqlite_sessions.hpp"
#include "storage/sqlite_statement.hpp"
#include "storage/sqlite_transaction.hpp"

using namespace csp;
using promises::commit;
using promises::count_up;
using promises::holds;
using promises::id_of;
using promises::look;
using promises::must_save;
using promises::record_of;

namespace {

Result<std::unique_ptr<Storage>> try_open(const test::ScratchFile& file) {
    return open_sqlite({.path = file.path, .busy_timeout_ms = 20});
}
std::unique_ptr<Storage> open(const test::ScratchFile& file) {
    return std::move(open_sqlite({.path = file.path})).value();
}

/// For what waits for another process on a busy machine.
std::unique_ptr<Storage> open_patiently(const test::ScratchFile& file) {
    return std::move(open_sqlite({.path = file.path, .busy_timeout_ms = 120'000})).value();
}

storage::Connection connect(const test::ScratchFile& file) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.path.c_str(), &db) == SQLITE_OK);
    return storage::Connection(db);
}

void write_bytes(const test::ScratchFile& file, std::streamoff at, const std::string& bytes) {
    std::fstream stream(file.path, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(at);
    stream << bytes;
}

std::string content(const test::ScratchFile& file) {
    std::ifstream stream(file.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Runs it in a process of its own, which ends without any cleaning up, or is killed; answers its exit code.
template <class Work>
int in_a_process(const Work& work) {
    const pid_t child = fork();
    if (child == 0) { _exit(work()); }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Commits 1, 2, 3, ... for ever and says each number only after the commit was answered.
[[noreturn]] void count_for_ever(const test::ScratchFile& file, int pipe) {
    const auto store = open(file);
    while (true) {
        if (!count_up(*store)) { _exit(1); }
        if (write(pipe, "x", 1) != 1) { _exit(1); }
    }
}

}  // namespace

TEST_CASE("a process that ends without cleaning up loses no answered commit") {
    const test::ScratchFile file;
    CHECK(in_a_process([&] {
              auto store = open(file).release();
              return count_up(*store) && count_up(*store) ? 0 : 1;
          }) == 0);
    look(*open(file), [](Transaction& t) {
        CHECK(holds(t, 1, 2));
        CHECK(t.events(0, 9)->size() == 2);
    });
}

TEST_CASE("a process that is killed in the middle of commits loses no answered one") {
    const test::ScratchFile file;
    std::uint64_t answered = 0;
    for (int round = 0; round < 8; ++round) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) { count_for_ever(file, ends[1]); }
        close(ends[1]);
        char said = 0;
        for (int i = 0; i < 20 + 7 * round && read(ends[0], &said, 1) == 1; ++i) { ++answered; }
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        while (read(ends[0], &said, 1) == 1) { ++answered; }
        close(ends[0]);

        look(*open(file), [&](Transaction& t) {
            const std::uint64_t version = t.load(Kind::order, id_of(1))->version;
            CHECK(version >= answered);
            CHECK(version <= answered + 1);  // committed, but killed before it could say so
            CHECK(t.events(0, 100'000)->size() == version);
            answered = version;
        });
    }
}

TEST_CASE("a file that is no database is refused and left as it is") {
    const test::ScratchFile file;
    const std::string text(5'000, 'x');
    std::ofstream(file.path) << text;
    const auto opened = try_open(file);
    CHECK(opened.error().code == Code::storage);
    CHECK(opened.error().sentence == "storage: the file is not a database");
    CHECK(content(file) == text);
}

TEST_CASE("another program's database is refused and left as it is") {
    const test::ScratchFile file;
    const auto refuses = [&](const char* sql) {
        storage::run(*connect(file), sql);
        const std::string before = content(file);
        const auto opened = try_open(file);
        CHECK(opened.error().code == Code::storage);
        CHECK(opened.error().sentence == "storage: the file is a database of another program");
        CHECK(content(file) == before);
    };
    SUBCASE("with tables and no mark") { refuses("CREATE TABLE records (x)"); }
    SUBCASE("with another mark") { refuses("PRAGMA application_id = 7"); }
    SUBCASE("with a version of its own") { refuses("PRAGMA user_version = 1"); }
}

TEST_CASE("a newer file is refused and left as it is") {
    const test::ScratchFile file;
    open(file);
    storage::run(*connect(file), "PRAGMA user_version = 2");
    const std::string before = content(file);
    const auto opened = try_open(file);
    CHECK(opened.error().code == Code::unsupported);
    CHECK(opened.error().sentence == "storage: the file has schema 2 of a newer csp; this one knows schemas up to 1");
    CHECK(content(file) == before);
}

TEST_CASE("a file of an older schema takes the steps it lacks, all of them or none") {
    const test::ScratchFile file;
    CHECK(count_up(*open(file)));  // schema 1
    const auto db = connect(file);
    const auto version = [&] { return storage::number_from(*db, "PRAGMA user_version"); };
    const auto columns = [&] { return storage::number_from(*db, "SELECT count(*) FROM pragma_table_info('records')"); };
    const std::int64_t columns_before = columns();
    const char* const first = storage::schema_steps()[0];
    const char* const second = "ALTER TABLE records ADD COLUMN note TEXT";
    SUBCASE("none is lacking") {
        CHECK(storage::origin_of(*db) == storage::Origin::ours);
        storage::bring_up_to_date(*db);
        CHECK(version() == 1);
    }
    SUBCASE("one is lacking") {
        const char* const steps[]{first, second};
        CHECK(storage::origin_of(*db, steps) == storage::Origin::older);
        storage::bring_up_to_date(*db, steps);
        CHECK(storage::origin_of(*db, steps) == storage::Origin::ours);
        CHECK(version() == 2);
        CHECK(columns() == columns_before + 1);
        CHECK(try_open(file).error().code == Code::unsupported);  // for the csp before that step it is newer
    }
    SUBCASE("the last of two fails: the file is as before") {
        const char* const steps[]{first, second, "ALTER TABLE records ADD COLUMN note TEXT"};
        CHECK_THROWS_AS(storage::bring_up_to_date(*db, steps), storage::SqliteFailure);
        CHECK(version() == 1);
        CHECK(columns() == columns_before);
        CHECK(sqlite3_get_autocommit(db.get()) != 0);
        CHECK(count_up(*open(file)));
    }
}

TEST_CASE("a file that says it has no schema is damaged") {
    const test::ScratchFile file;
    open(file);
    storage::run(*connect(file), "PRAGMA user_version = 0");
    CHECK(try_open(file).error().sentence == "storage: the file is damaged");
}

TEST_CASE("an empty file becomes a store") {
    const test::ScratchFile file;
    std::ofstream(file.path) << "";
    CHECK(count_up(*open(file)));
}

TEST_CASE("a file that lacks a table is refused") {
    const test::ScratchFile file;
    open(file);
    storage::run(*connect(file), "DROP TABLE events");
    CHECK(try_open(file).error().sentence == "storage: the file lacks a table or column of csp");
}

TEST_CASE("damage is told when it is met") {
    const test::ScratchFile file;
    SUBCASE("in the schema: when the file is opened") {
        open(file);
        write_bytes(file, 100, std::string(3'000, '\x7F'));
        CHECK(try_open(file).error().sentence == "storage: the file is damaged");
    }
    SUBCASE("in the tables: when they are read") {
        commit(*open(file), [](Transaction& t) {
            for (std::uint32_t i = 0; i < 2'000; ++i) { must_save(t, record_of(i, 1, Instant{i}), 0); }
        });
        write_bytes(file, 4'096, std::string(std::filesystem::file_size(file.path) - 4'096, '\x7F'));
        const auto store = open(file);
        const auto t = std::move(store->begin(Access::write)).value();
        CHECK(t->load(Kind::order, id_of(1)).error().sentence == "storage: the file is damaged");
        CHECK(t->due(last_instant, 9).error().code == Code::storage);
        CHECK(t->commit().error().code == Code::storage);
    }
    SUBCASE("an id of another length") {
        commit(*open(file), [](Transaction& t) { must_save(t, record_of(1, 1, Instant{1}), 0); });
        storage::run(*connect(file), "UPDATE records SET id = x'00'");
        look(*open(file), [](Transaction& t) { CHECK(t.due(Instant{1}, 9).error().code == Code::storage); });
    }
}

TEST_CASE("a locked file is told, and works again once it is free") {
    const test::ScratchFile file;
    const auto store = std::move(try_open(file)).value();
    const auto other = connect(file);
    storage::run(*other, "BEGIN IMMEDIATE");
    const auto begun = store->begin(Access::write);
    CHECK(begun.error().code == Code::storage);
    CHECK(begun.error().sentence == "storage: the file is locked by another program");
    CHECK(store->begin(Access::read));
    storage::run(*other, "ROLLBACK");
    CHECK(count_up(*store));
}

TEST_CASE("a second writer of one program waits, and is told when it takes too long") {
    const test::ScratchFile file;
    const auto store = std::move(try_open(file)).value();
    const auto first = store->begin(Access::write);
    CHECK(store->begin(Access::write).error().sentence == "storage: another thread has been writing for too long");
}

TEST_CASE("a path that cannot be is told") {
    const test::ScratchFile file;
    CHECK(open_sqlite({.path = file.path + "/no/such/folder"})
              .error()
              .sentence.starts_with("storage: the file cannot be opened"));
    CHECK(open_sqlite({.path = std::string("a\0b", 3)}).error().sentence == "storage: the path has a zero byte in it");
    CHECK(open_sqlite({.path = "/proc/version"}).error().code == Code::storage);  // not writable, not even for root
}

TEST_CASE("a file that may not be written is told when it is opened, root or not") {
    const test::ScratchFile file;
    open(file);
    using std::filesystem::perms;
    std::filesystem::permissions(file.path, perms::owner_read | perms::group_read | perms::others_read);
    std::filesystem::permissions(
        std::filesystem::path(file.path).parent_path(),
        perms::owner_all | perms::group_read | perms::group_exec | perms::others_read | perms::others_exec);
    constexpr uid_t nobody = 65534;  // root may write every file, so root becomes somebody else
    const int answer = in_a_process([&] {
        if (geteuid() == 0 && setuid(nobody) != 0) { return 2; }
        const auto opened = try_open(file);
        return !opened && opened.error().sentence == "storage: the file cannot be written to" ? 0 : 1;
    });
    CHECK(answer == 0);
}

TEST_CASE("a file that can no longer be written is told by the command that meets it, and can be read") {
    const test::ScratchFile file;
    CHECK(count_up(*open(file)));
    storage::Sessions sessions({.path = file.path});
    storage::run(storage::Lent(sessions, Access::write)->db(), "PRAGMA query_only = 1");
    const auto begun = storage::answer_of<Done>([&]() -> Result<Done> {
        const storage::SqliteTransaction writing(sessions, Access::write);
        return done;
    });
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == Code::storage);
    CHECK(begun.error().sentence == "storage: the file cannot be written to");
    storage::SqliteTransaction reading(sessions, Access::read);
    CHECK(holds(reading, 1, 1));
}

TEST_CASE("a disk without room for one more page says that it is full, and the record before it stays") {
    const test::ScratchFile file;
    CHECK(count_up(*open(file)));
    storage::Sessions sessions({.path = file.path});
    const auto allow_pages = [&](const char* sql) { storage::run(storage::Lent(sessions, Access::write)->db(), sql); };
    Record large = record_of(2, 1);
    large.body = promises::body_of("\"" + std::string(500'000, 'x') + "\"");
    allow_pages("PRAGMA max_page_count = 1");  // SQLite takes the number of pages there are
    {
        storage::SqliteTransaction t(sessions, Access::write);
        const auto saved = promises::save(t, large, 0);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().code == Code::storage);
        CHECK(saved.error().sentence == "storage: the disk is full");
        const auto committed = t.commit();
        REQUIRE_FALSE(committed);
        CHECK(committed.error().sentence == "storage: the disk is full");
    }
    allow_pages("PRAGMA max_page_count = 1000000");
    {
        storage::SqliteTransaction t(sessions, Access::write);
        CHECK(holds(t, 1, 1));
        CHECK(promises::lacks(t, 2));
        CHECK(promises::save(t, large, 0));
        CHECK(t.commit());
    }
    look(*open(file), [](Transaction& t) { CHECK(t.load(Kind::order, id_of(2))); });
}

TEST_CASE("a full disk is told, nothing is half written, and the store goes on when there is room") {
    const test::ScratchFile file;
    CHECK(count_up(*open(file)));
    const int failed_step = in_a_process([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto store = open(file);
        if (!count_up(*store)) { return 1; }
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlim_t before = limit.rlim_cur;
        limit.rlim_cur = 100'000;  // no file may grow beyond this: for SQLite the disk is full
        setrlimit(RLIMIT_FSIZE, &limit);
        {
            const auto t = std::move(store->begin(Access::write)).value();
            Record record = record_of(2, 1);
            record.body = promises::body_of("\"" + std::string(500'000, 'x') + "\"");
            const auto saved = promises::save(*t, record, 0);
            const auto committed = t->commit();
            if (committed || committed.error().code != Code::storage) { return 2; }
            if (!committed.error().sentence.starts_with("storage: the ")) { return 3; }
        }
        limit.rlim_cur = before;
        setrlimit(RLIMIT_FSIZE, &limit);
        return count_up(*store) ? 0 : 4;
    });
    CHECK(failed_step == 0);
    look(*open(file), [](Transaction& t) {
        CHECK(holds(t, 1, 3));
        CHECK(promises::lacks(t, 2));
    });
}

TEST_CASE("SQLite's codes become our sentences") {
    CHECK(storage::error_of(SQLITE_FULL).sentence == "storage: the disk is full");
    CHECK(storage::error_of(SQLITE_BUSY_SNAPSHOT).sentence == "storage: the file is locked by another program");
    CHECK(storage::error_of(SQLITE_READONLY_DIRECTORY).sentence == "storage: the file cannot be written to");
    CHECK(storage::error_of(SQLITE_IOERR_FSYNC).sentence ==
          "storage: the file cannot be read or written (SQLite 1034: disk I/O error)");
    CHECK(storage::error_of(SQLITE_MISUSE).sentence.starts_with("storage: the database fails (SQLite 21"));
}

TEST_CASE("two processes that make one file at the same moment share it") {
    const test::ScratchFile file;
    const pid_t child = fork();
    if (child == 0) {
        const auto store = open_patiently(file);
        for (int i = 0; i < 50;) { i += count_up(*store) ? 1 : 0; }
        _exit(0);
    }
    {
        const auto store = open_patiently(file);
        for (int i = 0; i < 50;) { i += count_up(*store) ? 1 : 0; }
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    look(*open(file), [](Transaction& t) { CHECK(holds(t, 1, 100)); });
}

TEST_CASE("a file that another process is making just now is neither damaged nor foreign") {
    for (int round = 0; round < 50; ++round) {
        const test::ScratchFile file;
        const auto opens = [&] { return open_sqlite({.path = file.path, .busy_timeout_ms = 120'000}).has_value(); };
        const pid_t child = fork();
        if (child == 0) { _exit(opens() ? 0 : 1); }
        CHECK(opens());
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(status == 0);
    }
}
