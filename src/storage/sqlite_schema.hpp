// The tables in a file of csp, and how a file gets them. docs/storage.md explains each column.
#pragma once

#include <span>

#include "csp/storage.hpp"
#include "storage/sqlite_statement.hpp"

namespace csp::storage {

/// "csp1": how a file says whose it is.
inline constexpr std::int64_t application_id = 0x63737031;
/// One for each schema there ever was: step n makes schema n + 1 of schema n, the first one of an empty file.
using SchemaSteps = std::span<const char* const>;
/// Those of this csp. They grow at the end and never change.
SchemaSteps schema_steps();

enum class Origin : std::uint8_t { empty, older, ours };

/// Whose file it is. Writes nothing; throws when it is another program's or of a newer csp.
Origin origin_of(sqlite3& db, SchemaSteps steps = schema_steps());
/// The same where no transaction has begun: another process may be making the file just now.
Origin origin_at_one_moment(sqlite3& db);
/// Takes the steps that the file lacks, all in one transaction: when one fails it throws, and the file is as before.
void bring_up_to_date(sqlite3& db, SchemaSteps steps = schema_steps());

/// nullptr, or why these views cannot be made.
const char* misuse_of(const View& view);
/// The statement that makes the view; equal text, equal view.
std::string sql_of(const View& view);

}  // namespace csp::storage
