// One connection to the file with the statements it keeps.
//
// Threads: one at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "csp/storage.hpp"
#include "storage/sqlite_statement.hpp"

namespace csp::storage {

/// Everything the store ever asks of its tables.
enum class Query : std::uint8_t {
    begin_read,
    begin_write,
    commit,
    rollback,
    load,
    row_of,
    insert_record,
    update_record,
    update_record_and_due,
    keys_of,
    insert_key,
    delete_key,
    holder_of_key,
    scan,
    scan_to_the_end,
    due,
    append,
    events,
    history,
    recall,
    count
};

std::string_view sql_of(Query query);

class Session {
public:
    /// Opens the file, and makes sure that it is in WAL mode and as durable as asked. Throws SqliteFailure.
    Session(const SqliteOptions& options, bool may_create);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] sqlite3& db() const { return *db_; }
    /// Prepared when it is first asked for, then kept.
    [[nodiscard]] const Statement& operator[](Query query);
    /// Pages in the write-ahead log after the last commit of this session.
    [[nodiscard]] int pages_in_log() const { return pages_in_log_; }
    /// Begins a transaction that writes nothing, unless somebody writes just now: then false, without waiting.
    [[nodiscard]] bool holds_writers_off();

private:
    void use_write_ahead_log();

    int busy_timeout_ms_;
    int pages_in_log_{0};
    Connection db_;  // closed after its statements are gone
    std::array<Statement, static_cast<std::size_t>(Query::count)> statements_;
};

/// Throws unless SQLite answers that it keeps what was asked for.
void require_durability(sqlite3& db, Durability durability);

}  // namespace csp::storage
