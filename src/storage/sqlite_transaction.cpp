// One transaction on one session of the SQLite store.
#include "storage/sqlite_transaction.hpp"

#include <sqlite3.h>
#include <algorithm>

#include "storage/answers.hpp"

namespace csp::storage {
namespace {

/// Limits, positions and versions are unsigned at the port; SQLite counts to 2^63 - 1.
std::int64_t clamped(std::uint64_t value) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX));
}

std::int64_t number_of(Kind kind) { return static_cast<std::int64_t>(kind); }

/// The version, deadline, time and body that begin at this column.
void read_state(const Run& row, int column, Record& record) {
    record.version = static_cast<std::uint64_t>(row.number_at(column));
    record.due = Instant{row.number_at(column + 1, never.us)};
    record.saved_at = Instant{row.number_at(column + 2)};
    record.body.bytes = row.bytes_at(column + 3);
}

std::vector<StoredEvent> events_of(Run& rows) {
    std::vector<StoredEvent> events;
    while (rows.step() == Step::row) {
        events.push_back(StoredEvent{.position = static_cast<std::uint64_t>(rows.number_at(0)),
                                     .kind = static_cast<Kind>(rows.number_at(1)),
                                     .id = rows.id_at(2),
                                     .version = static_cast<std::uint64_t>(rows.number_at(3)),
                                     .at = Instant{rows.number_at(4)},
                                     .request = RequestId{rows.id_at(5)},
                                     .body = Body{.bytes = rows.bytes_at(6)}});
    }
    return events;
}

/// The first text after everything that begins with the prefix; empty when there is none.
std::string end_of_prefix(std::string_view prefix) {
    std::string end(prefix);
    while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF) { end.pop_back(); }
    if (!end.empty()) { end.back() = static_cast<char>(end.back() + 1); }
    return end;
}

}  // namespace

SqliteTransaction::SqliteTransaction(Sessions& sessions, Access access) : access_(access), session_(sessions, access) {
    run(access == Access::write ? Query::begin_write : Query::begin_read);
    open_ = true;
}

SqliteTransaction::~SqliteTransaction() {
    if (!open_ || sqlite3_get_autocommit(&session_->db()) != 0) {
        return;
    }  // SQLite rolls back itself when the disk fails
    try {
        run(Query::rollback);
    } catch (...) {}  // then it ends with its connection
}

template <class T>
Result<T> SqliteTransaction::broken(Result<T> answer) {
    if (!answer && answer.error().code != Code::not_found) { broken_ = answer.error(); }
    return answer;
}

template <class T, class Work>
Result<T> SqliteTransaction::write(const char* misuse, const Work& work) {
    if (broken_) { return Error(*broken_); }
    if (access_ == Access::read || !open_) { misuse = not_writing; }
    if (misuse) { return broken<T>(misused(misuse)); }
    return broken<T>(answer_of<T>(work));
}

bool SqliteTransaction::run(Query query) { return Run((*session_)[query]).step() == Step::end; }

// ---- reading -----------------------------------------------------------------------------------------------------

Result<Record> SqliteTransaction::load(Kind kind, const AnyId& id) {
    return broken<Record>(answer_of<Record>([&]() -> Result<Record> {
        Run row((*session_)[Query::load]);
        row.id(id).number(number_of(kind));
        if (row.step() != Step::row) { return not_found(); }
        Record record{.kind = kind, .id = id};
        read_state(row, 0, record);
        if (access_ == Access::write) { rows_[{id, kind}] = StoredRow{row.number_at(4), record.due}; }
        return record;
    }));
}

Result<std::vector<Hit>> SqliteTransaction::scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                                 std::size_t limit) {
    return broken<std::vector<Hit>>(answer_of<std::vector<Hit>>([&]() -> Result<std::vector<Hit>> {
        // The next text after `after` is `after` with a zero byte behind it.
        const std::string low = after < prefix || after.empty() ? std::string(prefix) : std::string(after) + '\0';
        const std::string end = end_of_prefix(prefix);
        Run rows((*session_)[end.empty() ? Query::scan_to_the_end : Query::scan]);
        rows.number(index).blob(low).number(clamped(limit));
        if (!end.empty()) { rows.blob(end); }
        std::vector<Hit> hits;
        while (rows.step() == Step::row) {
            Hit hit{.key = rows.bytes_at(0)};
            hit.record.kind = static_cast<Kind>(rows.number_at(1));
            hit.record.id = rows.id_at(2);
            read_state(rows, 3, hit.record);
            hits.push_back(std::move(hit));
        }
        return hits;
    }));
}

Result<std::vector<Due>> SqliteTransaction::due(Instant until, std::size_t limit) {
    return broken<std::vector<Due>>(answer_of<std::vector<Due>>([&]() -> Result<std::vector<Due>> {
        Run rows((*session_)[Query::due]);
        rows.number(until.us).number(clamped(limit));
        std::vector<Due> due;
        while (rows.step() == Step::row) {
            due.push_back(Due{Instant{rows.number_at(0)}, static_cast<Kind>(rows.number_at(1)), rows.id_at(2)});
        }
        return due;
    }));
}

Result<std::vector<StoredEvent>> SqliteTransaction::events(std::uint64_t after, std::size_t limit) {
    return broken<std::vector<StoredEvent>>(
        answer_of<std::vector<StoredEvent>>([&]() -> Result<std::vector<StoredEvent>> {
            Run rows((*session_)[Query::events]);
            rows.number(clamped(after)).number(clamped(limit));
            return events_of(rows);
        }));
}

Result<std::vector<StoredEvent>> SqliteTransaction::history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                                            std::size_t limit) {
    return broken<std::vector<StoredEvent>>(
        answer_of<std::vector<StoredEvent>>([&]() -> Result<std::vector<StoredEvent>> {
            Run rows((*session_)[Query::history]);
            rows.id(id).number(number_of(kind)).number(clamped(after_version)).number(clamped(limit));
            return events_of(rows);
        }));
}

Result<std::uint64_t> SqliteTransaction::recall(const RequestId& request) {
    return broken<std::uint64_t>(answer_of<std::uint64_t>([&]() -> Result<std::uint64_t> {
        Run row((*session_)[Query::recall]);
        row.id(request.bytes);
        return row.step() == Step::row ? static_cast<std::uint64_t>(row.number_at(0)) : 0;
    }));
}

// ---- writing -----------------------------------------------------------------------------------------------------

Result<Done> SqliteTransaction::save(const Save& save) {
    return write<Done>(misuse_of(save), [&]() -> Result<Done> {
        auto saved = save_record(save);
        return saved && save.keys ? save_keys(save.record, *save.keys) : std::move(saved);
    });
}

Result<Done> SqliteTransaction::save_record(const Save& save) {
    const std::string body = save.record.body.text();
    return save.expected_version > 0 ? update_record(save, body) : insert_record(save.record, body);
}

Result<Done> SqliteTransaction::insert_record(const Record& record, std::string_view body) {
    StoredRow& stored = rows_[{record.id, record.kind}];
    Run insert((*session_)[Query::insert_record]);
    insert.number(clamped(record.version)).number(record.saved_at.us).text(body);
    insert.id(record.id).number(number_of(record.kind)).number_or_null(record.due.us, never.us);
    if (insert.step() == Step::taken) { return stale_version(); }
    stored = StoredRow{sqlite3_last_insert_rowid(&session_->db()), record.due};
    return done;
}

Result<Done> SqliteTransaction::update_record(const Save& save, std::string_view body) {
    const Record& record = save.record;
    StoredRow& stored = row_of(record);
    const bool moves_due = stored.due != record.due;
    Run update((*session_)[moves_due ? Query::update_record_and_due : Query::update_record]);
    update.number(clamped(record.version)).number(record.saved_at.us).text(body);
    update.number(stored.row).number(clamped(save.expected_version));
    if (moves_due) { update.number_or_null(record.due.us, never.us); }
    update.step();
    if (sqlite3_changes(&session_->db()) != 1) { return stale_version(); }
    stored.due = record.due;
    return done;
}

Result<Done> SqliteTransaction::save_keys(const Record& record, const std::vector<Key>& keys) {
    const std::int64_t row = row_of(record).row;
    std::vector<Key> wanted = keys;
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const std::vector<Key> held = keys_of(row);
    for (const Key& key : held) {
        if (std::binary_search(wanted.begin(), wanted.end(), key)) { continue; }
        Run((*session_)[Query::delete_key]).number(key.index).blob(key.bytes).step();
    }
    for (const Key& key : wanted) {
        if (std::binary_search(held.begin(), held.end(), key)) { continue; }
        if (Run((*session_)[Query::insert_key]).number(key.index).blob(key.bytes).number(row).step() == Step::taken) {
            Run holder((*session_)[Query::holder_of_key]);
            holder.number(key.index).blob(key.bytes).step();
            return key_taken(holder.id_at(0));
        }
    }
    return done;
}

SqliteTransaction::StoredRow& SqliteTransaction::row_of(const Record& record) {
    StoredRow& known = rows_[{record.id, record.kind}];
    if (known.row == 0) {
        Run row((*session_)[Query::row_of]);
        row.id(record.id).number(number_of(record.kind));
        if (row.step() == Step::row) { known = StoredRow{row.number_at(0), Instant{row.number_at(1, never.us)}}; }
    }
    return known;
}

std::vector<Key> SqliteTransaction::keys_of(std::int64_t row) {
    Run rows((*session_)[Query::keys_of]);
    rows.number(row);
    std::vector<Key> keys;
    while (rows.step() == Step::row) {
        keys.push_back(Key{static_cast<std::uint16_t>(rows.number_at(0)), rows.bytes_at(1)});
    }
    return keys;
}

Result<std::uint64_t> SqliteTransaction::append(StoredEvent event) {
    return write<std::uint64_t>(misuse_of(event), [&]() -> Result<std::uint64_t> {
        const std::string body = event.body.text();
        Run insert((*session_)[Query::append]);
        insert.number(number_of(event.kind)).id(event.id).number(clamped(event.version)).number(event.at.us);
        insert.id_or_null(event.request.bytes).text(body);
        if (insert.step() == Step::end) {
            return static_cast<std::uint64_t>(sqlite3_last_insert_rowid(&session_->db()));
        }
        const auto known = recall(event.request);
        return known && *known != 0 ? request_known() : event_known();
    });
}

Result<Done> SqliteTransaction::commit() {
    if (broken_) { return Error(*broken_); }
    return broken<Done>(answer_of<Done>([&]() -> Result<Done> {
        run(Query::commit);
        open_ = false;
        return done;
    }));
}

}  // namespace csp::storage
