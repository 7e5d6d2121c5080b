// The tables in a file of csp, and how a file gets them. docs/storage.md explains each column.
#pragma once

#include <span>

#include "csp/storage.hpp"
#include "storage/sqlite_statement.hpp"

namespace csp::storage {

/// "csp1": how a file says whose it is.
inline constexpr std::int64_t application_id = 0x63737031;
inline constexpr std::int64_t schema_version = 1;

enum class Origin : std::uint8_t { empty, ours };

/// Whose file it is. Writes nothing; throws when it is another program's or of a newer csp.
Origin origin_of(sqlite3& db);
/// Makes or upgrades the tables in one transaction.
void bring_up_to_date(sqlite3& db);

/// nullptr, or why these views cannot be made.
const char* misuse_of(const View& view);
/// The statement that makes the view; equal text, equal view.
std::string sql_of(const View& view);

}  // namespace csp::storage
