// One connection to the file with the statements it keeps.
#include "storage/sqlite_session.hpp"

#include <sqlite3.h>
#include <chrono>
#include <thread>

#include "storage/answers.hpp"
#include "storage/sqlite_schema.hpp"

namespace csp::storage {
namespace {

Connection open(const SqliteOptions& options, bool may_create) {
    if (options.path.find('\0') != std::string::npos) { throw SqliteFailure{failed("the path has a zero byte in it")}; }
    sqlite3* opened = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | (may_create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(options.path.c_str(), &opened, flags, nullptr);
    Connection db(opened);  // there is one to close also when it failed
    if (code != SQLITE_OK) { fail(code); }
    // SQLite opens a file it may not write for reading only, and says nothing.
    if (sqlite3_db_readonly(opened, "main") == 1) { fail(SQLITE_READONLY); }
    return db;
}

}  // namespace

std::string_view sql_of(Query query) {
    switch (query) {
        case Query::begin_read: return "BEGIN";
        case Query::begin_write: return "BEGIN IMMEDIATE";
        case Query::commit: return "COMMIT";
        case Query::rollback: return "ROLLBACK";
        case Query::load: return "SELECT version, due, saved_at, body, row FROM records WHERE id = ?1 AND kind = ?2";
        case Query::row_of: return "SELECT row, due FROM records WHERE id = ?1 AND kind = ?2";
        case Query::insert_record:
            return "INSERT INTO records (version, saved_at, body, id, kind, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        case Query::update_record:  // most saves leave the deadline alone, and so the pages of its index
            return "UPDATE records SET version = ?1, saved_at = ?2, body = ?3 "
                   "WHERE row = ?4 AND version = ?5";
        case Query::update_record_and_due:
            return "UPDATE records SET version = ?1, saved_at = ?2, body = ?3, due = ?6 "
                   "WHERE row = ?4 AND version = ?5";
        case Query::keys_of: return "SELECT idx, bytes FROM keys WHERE record = ?1 ORDER BY idx, bytes";
        case Query::insert_key: return "INSERT INTO keys (idx, bytes, record) VALUES (?1, ?2, ?3)";
        case Query::delete_key: return "DELETE FROM keys WHERE idx = ?1 AND bytes = ?2";
        case Query::holder_of_key:
            return "SELECT r.id FROM keys AS k CROSS JOIN records AS r ON r.row = k.record "
                   "WHERE k.idx = ?1 AND k.bytes = ?2";
        case Query::scan:
            return "SELECT k.bytes, r.kind, r.id, r.version, r.due, r.saved_at, r.body "
                   "FROM keys AS k CROSS JOIN records AS r ON r.row = k.record "
                   "WHERE k.idx = ?1 AND k.bytes >= ?2 AND k.bytes < ?4 ORDER BY k.bytes LIMIT ?3";
        case Query::scan_to_the_end:
            return "SELECT k.bytes, r.kind, r.id, r.version, r.due, r.saved_at, r.body "
                   "FROM keys AS k CROSS JOIN records AS r ON r.row = k.record "
                   "WHERE k.idx = ?1 AND k.bytes >= ?2 ORDER BY k.bytes LIMIT ?3";
        case Query::due: return "SELECT due, kind, id FROM records WHERE due <= ?1 ORDER BY due, kind, id LIMIT ?2";
        case Query::append:
            return "INSERT INTO events (kind, id, version, at, request, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        case Query::events:
            return "SELECT position, kind, id, version, at, request, body FROM events "
                   "WHERE position > ?1 ORDER BY position LIMIT ?2";
        case Query::history:  // "version > 0" names the partial index
            return "SELECT position, kind, id, version, at, request, body FROM events "
                   "WHERE id = ?1 AND kind = ?2 AND version > 0 AND version > ?3 ORDER BY version LIMIT ?4";
        case Query::recall: return "SELECT position FROM events WHERE request = ?1";
        case Query::count: break;
    }
    return "";
}

Session::Session(const SqliteOptions& options, bool may_create)
    : busy_timeout_ms_(options.busy_timeout_ms), db_(open(options, may_create)) {
    sqlite3_busy_timeout(db_.get(), busy_timeout_ms_);
    // Nothing in a file that somebody damaged on purpose may run code or read beyond a page.
    run(*db_, "PRAGMA trusted_schema = OFF");
    run(*db_, "PRAGMA cell_size_check = ON");
    // Whose file it is comes before anything is written to it, by the end of this connection too.
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    origin_at_one_moment(*db_);
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    use_write_ahead_log();
    run(*db_, options.durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    require_durability(*db_, options.durability);
    run(*db_, "PRAGMA journal_size_limit = 67108864");  // bytes the log keeps on disk after a large batch
    // This also replaces SQLite's own checkpoint, which would run inside of a commit.
    sqlite3_wal_hook(
        db_.get(),
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        &pages_in_log_);
    // How a transaction ends must not need memory.
    for (const Query query : {Query::commit, Query::rollback}) { static_cast<void>((*this)[query]); }
}

bool Session::holds_writers_off() {
    sqlite3_busy_timeout(db_.get(), 0);
    const int code = sqlite3_exec(db_.get(), sql_of(Query::begin_write).data(), nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(db_.get(), busy_timeout_ms_);
    return code == SQLITE_OK;
}

const Statement& Session::operator[](Query query) {
    Statement& statement = statements_[static_cast<std::size_t>(query)];
    if (!statement) { statement = Statement(*db_, sql_of(query)); }
    return statement;
}

void Session::use_write_ahead_log() {
    using clock = std::chrono::steady_clock;
    const auto end = clock::now() + std::chrono::milliseconds(busy_timeout_ms_);
    while (true) {
        // While another process makes this switch SQLite says "busy" without waiting, so the wait is ours.
        Statement statement(*db_, "PRAGMA journal_mode = WAL");
        try {
            Run answer(statement);
            if (answer.step() == Step::row && answer.bytes_at(0) == "wal") { return; }
            throw SqliteFailure{failed("the file cannot have a write-ahead log")};
        } catch (const SqliteFailure&) {
            if (sqlite3_errcode(db_.get()) != SQLITE_BUSY || clock::now() >= end) { throw; }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

void require_durability(sqlite3& db, Durability durability) {
    const std::int64_t wanted = durability == Durability::full ? 2 : 1;  // FULL and NORMAL
    if (number_from(db, "PRAGMA synchronous") < wanted || text_from(db, "PRAGMA journal_mode") != "wal") {
        throw SqliteFailure{failed("the file does not keep the durability that was asked for")};
    }
}

}  // namespace csp::storage
