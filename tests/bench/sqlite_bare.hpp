// SQLite by hand: a connection and prepared statements, nothing in between.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "csp/id.hpp"
#include "csp/storage.hpp"

namespace csp::bench {

/// Throws std::runtime_error with SQLite's words.
class BareDatabase {
public:
    /// In WAL mode, with checkpoints as often as csp makes them.
    BareDatabase(const std::filesystem::path& file, Durability durability);
    [[nodiscard]] sqlite3* get() const { return db_.get(); }
    void run(const char* sql);

private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close(db); }
    };
    std::unique_ptr<sqlite3, Close> db_;
};

class BareStatement {
public:
    BareStatement(const BareDatabase& db, const char* sql);

    BareStatement& number(std::int64_t value);
    BareStatement& null();
    BareStatement& text(std::string_view value);
    BareStatement& id(const AnyId& value);
    /// True: there is a row.
    bool step();
    [[nodiscard]] std::int64_t number_at(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    [[nodiscard]] std::string_view text_at(int column) const;
    /// Ready for the next run.
    void again();
    /// Runs it to its end.
    void finish() {
        while (step()) {}
        again();
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int next_{1};
};

}  // namespace csp::bench
