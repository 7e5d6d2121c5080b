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

/// A transaction that could not be rolled back ends with its connection: the next one must not find it.
void close_where_open(std::unique_ptr<Session>& session) noexcept {
    if (session && sqlite3_get_autocommit(&session->db()) == 0) { session.reset(); }
}

}  // namespace

Sessions::Sessions(const SqliteOptions& options)
    : options_(options), writer_(std::make_unique<Session>(options, true)) {
    readers_.reserve(idle_readers_kept);  // giving one back needs no memory
    if (origin_at_one_moment(writer_->db()) != Origin::ours) { bring_up_to_date(writer_->db()); }
    // A file that lacks a table is refused now and not in the middle of a command.
    for (const Query query : {Query::load, Query::scan, Query::events}) { static_cast<void>((*writer_)[query]); }
}

std::unique_ptr<Session> Sessions::taken_from_shelf(Access access) {
    std::unique_lock lock(guard_);
    if (access == Access::write) {
        const auto patience = std::chrono::milliseconds(std::max(options_.busy_timeout_ms, 0));
        if (!writer_is_free_.wait_for(lock, patience, [&] { return !is_writing_; })) {
            throw SqliteFailure{failed("another thread has been writing for too long")};
        }
        is_writing_ = true;
        return std::move(writer_);
    }
    if (readers_.empty()) { return nullptr; }
    auto session = std::move(readers_.back());
    readers_.pop_back();
    return session;
}

std::unique_ptr<Session> Sessions::take(Access access) {
    if (auto session = taken_from_shelf(access)) { return session; }
    try {
        return std::make_unique<Session>(options_, false);
    } catch (...) {
        give_back(access, nullptr);
        throw;
    }
}

void Sessions::give_back(Access access, std::unique_ptr<Session> session) noexcept {
    close_where_open(session);
    if (access == Access::write && session) {
        checkpoint(*session);
        close_where_open(session);
    }
    const std::lock_guard lock(guard_);
    if (access == Access::write) {
        writer_ = std::move(session);
        is_writing_ = false;
        writer_is_free_.notify_one();
    } else if (session && readers_.size() < idle_readers_kept) {
        readers_.push_back(std::move(session));
    }
}

/// Others read meanwhile, and nobody writes, in no process: before 3.51.3 SQLite may lose commits where the log begins
/// anew just while a checkpoint begins (sqlite.org/wal.html, "the WAL-reset bug").
void Sessions::checkpoint(Session& writer) noexcept {
    const int pages = writer.pages_in_log();
    pages_at_checkpoint_ = std::min(pages_at_checkpoint_, pages);  // fewer: the log began anew
    if (pages - pages_at_checkpoint_ < pages_between_checkpoints) { return; }
    // What cannot be done now, because another process writes, the next commit will: the log has it all.
    try {
        const Lent reader(*this, Access::read);
        if (!writer.holds_writers_off()) { return; }
        sqlite3_wal_checkpoint_v2(&reader->db(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        pages_at_checkpoint_ = pages;
        Run(writer[Query::rollback]).step();
    } catch (...) {}
}

}  // namespace csp::storage
