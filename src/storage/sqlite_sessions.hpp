// The sessions of one SQLite store: one that writes, as many that read as are needed at once.
//
// Threads: any.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "storage/sqlite_session.hpp"

namespace csp::storage {

/// Whether this SQLite may lose commits where somebody begins the log anew just while another connection begins to move
/// it into the file (sqlite.org/wal.html, "the WAL-reset bug"): then nobody may write meanwhile, in no process.
bool may_lose_commits(int version);

class Sessions {
public:
    /// Opens the file and makes or upgrades its tables. Throws SqliteFailure.
    explicit Sessions(const SqliteOptions& options);
    Sessions(const Sessions&) = delete;
    Sessions& operator=(const Sessions&) = delete;

private:
    friend class Lent;
    /// Waits for the one that writes as long as it would wait for another program. Throws SqliteFailure.
    std::unique_ptr<Session> take(Access access);
    /// nullptr: there is none, and the next one opens another. The log goes into the file when it has grown enough.
    void give_back(Access access, std::unique_ptr<Session> session) noexcept;
    std::unique_ptr<Session> taken_from_shelf(Access access);
    void checkpoint(Session& writer) noexcept;

    SqliteOptions options_;
    std::mutex guard_;
    std::condition_variable writer_is_free_;
    std::unique_ptr<Session> writer_;
    Connection witness_;  // reads and writes nothing, so that every thread may ask it whether its file has moved
    std::vector<std::unique_ptr<Session>> readers_;
    bool is_writing_{false};
    bool is_moving_log_{false};   // by whoever writes
    int pages_at_checkpoint_{0};  // of whoever writes
};

/// A session for as long as this lives. What it has not committed by then is rolled back.
class Lent {
public:
    /// Throws SqliteFailure.
    Lent(Sessions& by, Access access) : by_(by), access_(access), session_(by.take(access)) {}
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() { by_.give_back(access_, std::move(session_)); }

    Session& operator*() const { return *session_; }
    Session* operator->() const { return session_.get(); }

private:
    Sessions& by_;
    Access access_;
    std::unique_ptr<Session> session_;
};

}  // namespace csp::storage
