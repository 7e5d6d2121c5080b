// The sessions of one SQLite store: one that writes, as many that read as are needed at once.
#include "storage/sqlite_sessions.hpp"

#include <sqlite3.h>
#include <algorithm>
#include <chrono>

#include "storage/answers.hpp"
#include "storage/sqlite_schema.hpp"

namespace csp::storage {
namespace {

constexpr std::size_t idle_readers_kept = 8;
constexpr int pages_between_checkpoints = 4'000;  // 16 MB: some 800 commits share its three fsyncs

}  // namespace

Sessions::Sessions(const SqliteOptions& options)
    : options_(options), writer_(std::make_unique<Session>(options, true)) {
    if (origin_at_one_moment(writer_->db()) != Origin::ours) { bring_up_to_date(writer_->db()); }
    // A file that lacks a table is refused now and not in the middle of a command.
    for (const Query query : {Query::load, Query::scan, Query::events}) { static_cast<void>((*writer_)[query]); }
}

std::unique_ptr<Session> Sessions::take(Access access) {
    std::unique_lock lock(guard_);
    if (access == Access::write) {
        const auto patience = std::chrono::milliseconds(std::max(options_.busy_timeout_ms, 0));
        if (!writer_is_free_.wait_for(lock, patience, [&] { return writer_ != nullptr; })) {
            throw SqliteFailure{failed("another thread has been writing for too long")};
        }
        return std::move(writer_);
    }
    if (!readers_.empty()) {
        auto session = std::move(readers_.back());
        readers_.pop_back();
        return session;
    }
    lock.unlock();
    return std::make_unique<Session>(options_, false);
}

void Sessions::give_back(Access access, std::unique_ptr<Session> session) noexcept {
    bool is_checkpoint_due = false;
    {
        const std::lock_guard lock(guard_);
        if (access == Access::read) {
            if (readers_.size() < idle_readers_kept) { readers_.push_back(std::move(session)); }
            return;
        }
        writer_ = std::move(session);
        const int pages = writer_->pages_in_log();
        pages_at_checkpoint_ = std::min(pages_at_checkpoint_, pages);  // fewer: the log began anew
        if (!is_checkpointing_ && pages - pages_at_checkpoint_ >= pages_between_checkpoints) {
            is_checkpoint_due = is_checkpointing_ = true;
            pages_at_checkpoint_ = pages;
        }
    }
    writer_is_free_.notify_one();
    if (is_checkpoint_due) { checkpoint(); }
}

void Sessions::checkpoint() noexcept {
    // On a reader's session, so that others write meanwhile. What it cannot do now, the next one will:
    // a failure loses nothing, since the log has it all.
    try {
        auto session = take(Access::read);
        sqlite3_wal_checkpoint_v2(&session->db(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        give_back(Access::read, std::move(session));
    } catch (const SqliteFailure&) {}
    const std::lock_guard lock(guard_);
    is_checkpointing_ = false;
}

}  // namespace csp::storage
