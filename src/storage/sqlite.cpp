// The store in one SQLite file. docs/storage.md describes the file.
#include <algorithm>

#include "csp/storage.hpp"
#include "storage/answers.hpp"
#include "storage/sqlite_schema.hpp"
#include "storage/sqlite_sessions.hpp"
#include "storage/sqlite_transaction.hpp"

namespace csp {
namespace {

using storage::Run;
using storage::Session;
using storage::Step;

bool is_published(const Session& session, const View& view) {
    const storage::Statement statement(session.db(), "SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?1");
    Run stored(statement);
    stored.text(view.name);
    return stored.step() == Step::row && stored.bytes_at(0) == storage::sql_of(view);
}

/// When it throws, the transaction goes with the session.
void make_views(const Session& session, std::span<const View> views) {
    storage::run(session.db(), "BEGIN IMMEDIATE");
    for (const View& view : views) {
        if (is_published(session, view)) { continue; }
        storage::run(session.db(), ("DROP VIEW IF EXISTS \"" + view.name + "\"").c_str());
        storage::run(session.db(), storage::sql_of(view).c_str());
    }
    storage::run(session.db(), "COMMIT");
}

class SqliteStorage final : public Storage {
public:
    explicit SqliteStorage(const SqliteOptions& options) : sessions_(options) {}

    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        return storage::answer_of<std::unique_ptr<Transaction>>([&]() -> Result<std::unique_ptr<Transaction>> {
            return std::unique_ptr<Transaction>(std::make_unique<storage::SqliteTransaction>(sessions_, access));
        });
    }

    Result<Done> publish(std::span<const View> views) override {
        for (const View& view : views) {
            if (const char* misuse = storage::misuse_of(view)) { return storage::misused(misuse); }
        }
        return storage::answer_of<Done>([&]() -> Result<Done> {
            const storage::Lent session(sessions_, Access::write);
            const auto is_there = [&](const View& view) { return is_published(*session, view); };
            if (!std::all_of(views.begin(), views.end(), is_there)) { make_views(*session, views); }
            return done;
        });
    }

private:
    storage::Sessions sessions_;
};

}  // namespace

Result<std::unique_ptr<Storage>> open_sqlite(const SqliteOptions& options) {
    return storage::answer_of<std::unique_ptr<Storage>>([&]() -> Result<std::unique_ptr<Storage>> {
        return std::unique_ptr<Storage>(std::make_unique<SqliteStorage>(options));
    });
}

}  // namespace csp
