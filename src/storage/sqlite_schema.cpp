// The tables in a file of csp, and how a file gets them.
#include "storage/sqlite_schema.hpp"

#include <sqlite3.h>
#include <algorithm>
#include <array>
#include <cctype>

#include "storage/answers.hpp"

namespace csp::storage {
namespace {

// Ids are 16 bytes, times are microseconds since 1970, bodies are JSON text. A `due` of NULL is never.
// STRICT, so that a damaged or foreign value is refused where it is written.
constexpr const char* tables = R"sql(
CREATE TABLE records (
    row INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    due INTEGER,
    saved_at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX records_by_id ON records (id, kind);
CREATE INDEX records_by_due ON records (due, kind, id) WHERE due IS NOT NULL;

CREATE TABLE keys (
    idx INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (idx, bytes)
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_by_record ON keys (record);

CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    request BLOB,
    body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_record ON events (id, kind, version) WHERE version > 0;
CREATE UNIQUE INDEX events_by_request ON events (request) WHERE request IS NOT NULL;
)sql";

bool is_plain_name(std::string_view name) {
    const auto is_word = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
    return !name.empty() && name.size() <= 60 && std::isdigit(static_cast<unsigned char>(name[0])) == 0 &&
           std::all_of(name.begin(), name.end(), is_word);
}

// SQL takes "Name" and "name" for one.
std::string lower(std::string name) {
    for (char& c : name) { c = static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
    return name;
}

// The text csp writes for a moment: six decimals where the microseconds are not zero.
std::string sql_of_instant(const std::string& column) {
    return "strftime('%Y-%m-%dT%H:%M:%S', " + column + " / 1000000, 'unixepoch') || CASE " + column +
           " % 1000000 WHEN 0 THEN 'Z' ELSE printf('.%06dZ', " + column + " % 1000000) END AS " + column;
}

}  // namespace

SchemaSteps schema_steps() {
    static constexpr std::array steps{tables};
    return steps;
}

Origin origin_of(sqlite3& db, SchemaSteps steps) {
    const auto newest = static_cast<std::int64_t>(steps.size());
    const std::int64_t version = number_from(db, "PRAGMA user_version");
    const std::int64_t owner = number_from(db, "PRAGMA application_id");
    if (owner == application_id) {
        if (version > newest) {
            throw SqliteFailure{Error{.code = Code::unsupported,
                                      .reason = "newer_file",
                                      .sentence = "storage: the file has schema " + std::to_string(version) +
                                                  " of a newer csp; this one knows schemas up to " +
                                                  std::to_string(newest)}};
        }
        if (version < 1) { throw SqliteFailure{failed("the file is damaged")}; }  // no csp ever wrote that
        return version < newest ? Origin::older : Origin::ours;
    }
    const bool is_empty = number_from(db, "SELECT count(*) FROM sqlite_schema") == 0;
    if (owner != 0 || version != 0 || !is_empty) {
        throw SqliteFailure{failed("the file is a database of another program")};
    }
    return Origin::empty;
}

Origin origin_at_one_moment(sqlite3& db) {
    run(db, "BEGIN");
    const Origin origin = origin_of(db);
    run(db, "COMMIT");
    return origin;
}

void bring_up_to_date(sqlite3& db, SchemaSteps steps) {
    run(db, "BEGIN IMMEDIATE");
    try {
        // Asked again now that nobody else writes: another process may have been first.
        if (origin_of(db, steps) == Origin::empty) {
            run(db, ("PRAGMA application_id = " + std::to_string(application_id)).c_str());
        }
        const std::int64_t version = number_from(db, "PRAGMA user_version");
        for (const char* step : steps.subspan(static_cast<std::size_t>(version))) { run(db, step); }
        run(db, ("PRAGMA user_version = " + std::to_string(steps.size())).c_str());
        run(db, "COMMIT");
    } catch (const SqliteFailure&) {
        sqlite3_exec(&db, "ROLLBACK", nullptr, nullptr, nullptr);  // some failures have rolled it back already
        throw;
    }
}

const char* misuse_of(const View& view) {
    constexpr std::array<std::string_view, 3> ours{"records", "keys", "events"};
    if (!is_plain_name(view.name) || std::count(ours.begin(), ours.end(), lower(view.name)) != 0 ||
        lower(view.name).starts_with("sqlite_")) {
        return "a view needs a name of letters, digits and underscores that no table has";
    }
    std::vector<std::string> columns{"id", "version", "due_at", "saved_at"};
    for (const std::string& field : view.fields) {
        if (!is_plain_name(field)) { return "a column of a view needs a name of letters, digits and underscores"; }
        columns.push_back(lower(field));
    }
    std::sort(columns.begin(), columns.end());
    if (std::adjacent_find(columns.begin(), columns.end()) != columns.end()) { return "a view has no column twice"; }
    return nullptr;
}

std::string sql_of(const View& view) {
    std::string id;  // 8-4-4-4-12 hexadecimal digits
    for (const char* part : {"1, 8", "9, 4", "13, 4", "17, 4", "21, 12"}) {
        if (!id.empty()) { id += " || '-' || "; }
        id += "substr(lower(hex(id)), " + std::string(part) + ")";
    }
    std::string sql = "CREATE VIEW \"" + view.name + "\" AS SELECT " + id + " AS id, version, " +
                      sql_of_instant("due") + "_at, " + sql_of_instant("saved_at");
    for (const std::string& field : view.fields) {
        sql += ", json_extract(body, '$." + field + "') AS \"" + field + "\"";
    }
    return sql + " FROM records WHERE kind = " + std::to_string(static_cast<int>(view.kind));
}

}  // namespace csp::storage
