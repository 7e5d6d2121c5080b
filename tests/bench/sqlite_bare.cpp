#include "sqlite_bare.hpp"

#include <stdexcept>

namespace csp::bench {

BareDatabase::BareDatabase(const std::filesystem::path& file, Durability durability) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    db_.reset(opened);
    if (code != SQLITE_OK) { throw std::runtime_error(sqlite3_errstr(code)); }
    run("PRAGMA journal_mode = WAL");
    run(durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    run("PRAGMA wal_autocheckpoint = 4000");
}

void BareDatabase::run(const char* sql) {
    if (sqlite3_exec(get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sqlite3_errmsg(get()));
    }
}

BareStatement::BareStatement(const BareDatabase& db, const char* sql) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(db.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    statement_.reset(prepared);
    if (code != SQLITE_OK) { throw std::runtime_error(sqlite3_errmsg(db.get())); }
}

BareStatement& BareStatement::number(std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), next_++, value);
    return *this;
}
BareStatement& BareStatement::null() {
    sqlite3_bind_null(statement_.get(), next_++);
    return *this;
}
BareStatement& BareStatement::text(std::string_view value) {
    sqlite3_bind_text(statement_.get(), next_++, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}
BareStatement& BareStatement::id(const AnyId& value) {
    sqlite3_bind_blob(statement_.get(), next_++, value.data, sizeof value.data, SQLITE_STATIC);
    return *this;
}

bool BareStatement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) { return true; }
    if (code != SQLITE_DONE) { throw std::runtime_error(sqlite3_errstr(code)); }
    return false;
}

std::string_view BareStatement::text_at(int column) const {
    const auto* text = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return {reinterpret_cast<const char*>(text), size};
}

void BareStatement::again() {
    sqlite3_reset(statement_.get());
    next_ = 1;
}

}  // namespace csp::bench
