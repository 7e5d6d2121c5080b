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

/// A connection that several threads may ask at once.
Connection witness_of(const std::string& path) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    Connection db(opened);  // there is one to close also when it failed
    if (code != SQLITE_OK) { fail(code); }
    return db;
}

/// SQLite goes on with the file it has open, whatever has its name by now.
void require_unmoved(sqlite3& db) {
    int has_moved = 0;  // and stays so where the file system cannot say
    sqlite3_file_control(&db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
    if (has_moved != 0) {
        throw SqliteFailure{failed("the file was moved or replaced while it was open; put it back")};
    }
}

}  // namespace

bool may_lose_commits(int version) {
    const bool is_mended_in_its_line =
        (version >= 3'044'006 && version < 3'045'000) || (version >= 3'050'007 && version < 3'051'000);
    return version < 3'051'003 && !is_mended_in_its_line;
}

Sessions::Sessions(const SqliteOptions& options)
    : options_(options), writer_(std::make_unique<Session>(options, true)) {
    // The file of now, wherever the program goes: one without a name has no log, and is refused already. A name with
    // parameters keeps them.
    if (!options_.path.starts_with("file:")) { options_.path = sqlite3_db_filename(&writer_->db(), "main"); }
    witness_ = witness_of(options_.path);
    require_unmoved(writer_->db());       // the two have the same file open
    readers_.reserve(idle_readers_kept);  // giving one back needs no memory
    if (origin_at_one_moment(writer_->db()) != Origin::ours) { bring_up_to_date(writer_->db()); }
    // A file that lacks a table is refused now and not in the middle of a command.
    for (const Query query : {Query::load, Query::scan, Query::events}) { static_cast<void>((*writer_)[query]); }
}

std::unique_ptr<Session> Sessions::taken_from_shelf(Access access) {
    std::unique_lock lock(guard_);
    if (access == Access::write) {
        const auto patience = std::chrono::milliseconds(std::max(options_.busy_timeout_ms, 0));
        auto end = std::chrono::steady_clock::now() + patience;
        while (!writer_is_free_.wait_until(lock, end, [&] { return !is_writing_; })) {
            if (!is_moving_log_) { throw SqliteFailure{failed("another thread has been writing for too long")}; }
            writer_is_free_.wait(lock, [&] { return !is_moving_log_; });  // which ends, and costs nobody's patience
            end = std::chrono::steady_clock::now() + patience;
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
    auto session = taken_from_shelf(access);
    try {
        require_unmoved(*witness_);  // before another is opened, which would meet the log of one file beside the other
        if (session) { return session; }
        auto opened = std::make_unique<Session>(options_, false);
        require_unmoved(*witness_);
        return opened;
    } catch (...) {
        give_back(access, std::move(session));
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
        is_writing_ = is_moving_log_ = false;
        writer_is_free_.notify_all();
    } else if (session && readers_.size() < idle_readers_kept) {
        readers_.push_back(std::move(session));
    }
}

/// Others read meanwhile.
void Sessions::checkpoint(Session& writer) noexcept {
    const int pages = writer.pages_in_log();
    pages_at_checkpoint_ = std::min(pages_at_checkpoint_, pages);  // fewer: the log began anew
    if (pages - pages_at_checkpoint_ < pages_between_checkpoints) { return; }
    // What cannot be done now, because another process writes, the next commit will: the log has it all.
    try {
        const Lent reader(*this, Access::read);
        const bool must_be_alone = may_lose_commits(sqlite3_libversion_number());
        if (must_be_alone && !writer.holds_writers_off()) { return; }
        {
            const std::lock_guard lock(guard_);
            is_moving_log_ = true;
        }
        sqlite3_wal_checkpoint_v2(&reader->db(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        pages_at_checkpoint_ = pages;
        if (must_be_alone) { Run(writer[Query::rollback]).step(); }
    } catch (...) {}
}

}  // namespace csp::storage
