// SQLite as this store needs it: connections, statements, and its failures in our words.
#include "storage/sqlite_statement.hpp"

#include <sqlite3.h>
#include <cstring>
#include <new>

#include "storage/answers.hpp"

namespace csp::storage {
namespace {

constexpr std::string_view the_rest = "the database fails";

std::string_view sentence_of(int primary_code) {
    switch (primary_code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "the file is locked by another program";
        case SQLITE_FULL: return "the disk is full";
        case SQLITE_READONLY:
        case SQLITE_PERM: return "the file cannot be written to";
        case SQLITE_CANTOPEN: return "the file cannot be opened";
        case SQLITE_CORRUPT: return "the file is damaged";
        case SQLITE_NOTADB: return "the file is not a database";
        case SQLITE_IOERR: return "the file cannot be read or written";
        case SQLITE_TOOBIG: return "a body or key is too large";
        default: return the_rest;
    }
}

void check(int code) {
    if (code != SQLITE_OK) { fail(code); }
}

}  // namespace

Error error_of(int code) {
    if (code == SQLITE_NOMEM) { throw std::bad_alloc(); }
    const int primary = code & 0xFF;
    std::string sentence(sentence_of(primary));
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN || sentence == the_rest) {
        // Which of the many kinds it was helps whoever has to repair it.
        sentence += " (SQLite " + std::to_string(code) + ": " + sqlite3_errstr(code) + ")";
    }
    return failed(sentence);
}

void fail(int code) { throw SqliteFailure{error_of(code)}; }

void CloseConnection::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

void run(sqlite3& db, const char* sql) { check(sqlite3_exec(&db, sql, nullptr, nullptr, nullptr)); }

std::int64_t number_from(sqlite3& db, const char* sql) {
    const Statement statement(db, sql);
    Run answer(statement);
    return answer.step() == Step::row ? answer.number_at(0) : 0;
}

std::string text_from(sqlite3& db, const char* sql) {
    const Statement statement(db, sql);
    Run answer(statement);
    return answer.step() == Step::row ? answer.bytes_at(0) : std::string();
}

Statement::Statement(sqlite3& db, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v3(&db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    // Our own SQL is right, so the tables are not.
    if (code == SQLITE_ERROR) { throw SqliteFailure{failed("the file lacks a table or column of csp")}; }
    check(code);
    statement_.reset(made);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Run::~Run() {
    sqlite3_reset(statement_);           // its code is the last step's, told already
    sqlite3_clear_bindings(statement_);  // they point to memory of the caller
}

Run& Run::number(std::int64_t value) {
    check(sqlite3_bind_int64(statement_, next_++, value));
    return *this;
}

Run& Run::number_or_null(std::int64_t value, std::int64_t null) {
    if (value != null) { return number(value); }
    ++next_;  // a parameter that is not bound is NULL
    return *this;
}

Run& Run::text(std::string_view value) {
    check(sqlite3_bind_text64(statement_, next_++, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Run& Run::blob(std::string_view value) {
    // No bytes are an empty blob, not NULL.
    check(sqlite3_bind_blob64(statement_, next_++, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC));
    return *this;
}

Run& Run::id(const AnyId& value) {
    check(sqlite3_bind_blob64(statement_, next_++, value.data, sizeof value.data, SQLITE_STATIC));
    return *this;
}

Run& Run::id_or_null(const AnyId& value) {
    if (!value.is_nil()) { return id(value); }
    ++next_;
    return *this;
}

Step Run::step() {
    const int code = sqlite3_step(statement_);
    switch (code) {
        case SQLITE_ROW: return Step::row;
        case SQLITE_DONE: return Step::end;
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return Step::taken;
        default: fail(code);
    }
}

std::int64_t Run::number_at(int column) const { return sqlite3_column_int64(statement_, column); }

std::int64_t Run::number_at(int column, std::int64_t null) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL ? null : number_at(column);
}

std::string Run::bytes_at(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) { return {}; }
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

AnyId Run::id_at(int column) const {
    AnyId id{};
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) { return id; }
    if (sqlite3_column_bytes(statement_, column) != sizeof id.data) { fail(SQLITE_CORRUPT); }
    std::memcpy(id.data, bytes, sizeof id.data);
    return id;
}

}  // namespace csp::storage
