// SQLite as this store needs it: a connection, a statement that is kept, one run of it, and failures as exceptions.
//
// Threads: a connection and its statements belong to one thread at a time; the store sees to it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "csp/id.hpp"
#include "csp/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace csp::storage {

/// SQLite could not do it: an answer for whoever called the store. Thrown inside, caught at the port.
struct SqliteFailure {
    Error error{};
};

/// The sentence for one of SQLite's (extended) result codes.
Error error_of(int code);
[[noreturn]] void fail(int code);

struct CloseConnection {
    void operator()(sqlite3* db) const;
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

/// Runs statements that answer nothing.
void run(sqlite3& db, const char* sql);
/// The first column of the first row: the value of a pragma, or a count.
std::int64_t number_from(sqlite3& db, const char* sql);
std::string text_from(sqlite3& db, const char* sql);

/// A prepared statement, for as long as its connection lives.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3& db, std::string_view sql);
    explicit operator bool() const { return statement_ != nullptr; }

private:
    friend class Run;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_{};
};

enum class Step : std::uint8_t {
    row,
    end,
    taken,  ///< a unique index says no
};

/// One run of a statement: parameters in, rows out, ready for the next one when it ends.
/// What is bound must outlive it.
class Run {
public:
    explicit Run(const Statement& statement) : statement_(statement.statement_.get()) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run();

    Run& number(std::int64_t value);
    Run& number_or_null(std::int64_t value, std::int64_t null);
    Run& text(std::string_view value);
    Run& blob(std::string_view value);
    Run& id(const AnyId& value);
    Run& id_or_null(const AnyId& value);

    Step step();

    [[nodiscard]] std::int64_t number_at(int column) const;
    [[nodiscard]] std::int64_t number_at(int column, std::int64_t null) const;
    [[nodiscard]] std::string bytes_at(int column) const;
    /// Nil where there is none. A blob of another length throws: the file is damaged.
    [[nodiscard]] AnyId id_at(int column) const;

private:
    sqlite3_stmt* statement_;
    int next_{1};
};

}  // namespace csp::storage
