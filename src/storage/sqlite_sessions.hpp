// The sessions of one SQLite store: one that writes, as many that read as are needed at once.
//
// Threads: any.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/sqlite_session.hpp"

namespace csp::storage {

class Sessions {
public:
    /// Opens the file and makes or upgrades its tables. Throws SqliteFailure.
    explicit Sessions(const SqliteOptions& options);
    Sessions(const Sessions&) = delete;
    Sessions& operator=(const Sessions&) = delete;

    /// Waits for the one that writes as long as it would wait for another program. Throws SqliteFailure.
    std::unique_ptr<Session> take(Access access);
    /// Afterwards the log is moved into the file when it has grown enough: here, where no commit waits for it.
    void give_back(Access access, std::unique_ptr<Session> session) noexcept;

private:
    void checkpoint() noexcept;

    SqliteOptions options_;
    std::mutex guard_;
    std::condition_variable writer_is_free_;
    std::unique_ptr<Session> writer_;
    std::vector<std::unique_ptr<Session>> readers_;
    int pages_at_checkpoint_{0};
    bool is_checkpointing_{false};
};

}  // namespace csp::storage
