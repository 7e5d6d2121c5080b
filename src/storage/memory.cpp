// The store that keeps everything in this process.
//
// One writer at a time changes it in place and undoes what it does not commit; readers wait for it.
#include <algorithm>
#include <cstdint>
#include <mutex>
#include <optional>
#include <shared_mutex>

#include "csp/storage.hpp"
#include "storage/answers.hpp"
#include "storage/memory_contents.hpp"

namespace csp {
namespace {

using storage::KeptEvent;
using storage::MemoryContents;
using storage::Slot;

struct Gate {
    std::mutex turn;           // a writer holds it to its end, a reader only on its way in: neither starves
    std::shared_mutex inside;  // a writer is inside alone
};

/// A state lies somewhere among a million others, and whoever loads it reads it all: asked for together, its lines
/// come from memory at the same time. Where it is shorter, what lies behind it comes too.
void fetch_ahead(const Written* state) {
    constexpr std::size_t bytes_a_line = 64;
    constexpr std::size_t lines = 5;                             // of a subscription
    const auto first = reinterpret_cast<std::uintptr_t>(state);  // a number: what lies behind is not the state's own
    for (std::size_t line = 0; line < lines; ++line) {
        __builtin_prefetch(reinterpret_cast<const void*>(first + line * bytes_a_line));
    }
}

class MemoryTransaction final : public Transaction {
public:
    MemoryTransaction(MemoryContents& memory, Gate& gate, Access access) : memory_(memory), turn_(gate.turn) {
        if (access == Access::write) {
            alone_ = std::unique_lock(gate.inside);
        } else {
            together_ = std::shared_lock(gate.inside);
            turn_.unlock();
        }
    }
    MemoryTransaction(const MemoryTransaction&) = delete;
    MemoryTransaction& operator=(const MemoryTransaction&) = delete;
    ~MemoryTransaction() override {
        if (alone_) { memory_.undo(); }
    }

    Result<Record> load(Kind kind, const AnyId& id) override {
        const auto slot = find(kind, id);
        if (!slot || memory_.at(*slot).record.version == 0) { return storage::not_found(); }
        const Record& record = memory_.at(*slot).record;
        fetch_ahead(record.body.decoded.get());
        return Result<Record>(std::in_place, record);
    }
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        return memory_.scan(index, prefix, after, limit);
    }
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override { return memory_.due(until, limit); }

    Result<Done> save(const Save& save) override {
        if (!may_write(storage::misuse_of(save))) { return Error(*broken_); }
        auto saved = memory_.save(save, find(save.record.kind, save.record.id));
        if (!saved) { broken_ = saved.error(); }
        return saved;
    }
    Result<std::uint64_t> append(StoredEvent event) override {
        if (!may_write(storage::misuse_of(event))) { return Error(*broken_); }
        auto appended = memory_.append(std::move(event), find(event.kind, event.id));
        if (!appended) { broken_ = appended.error(); }
        return appended;
    }

    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override;
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override;
    Result<std::uint64_t> recall(const RequestId& request) override { return memory_.recall(request); }

    Result<Done> commit() override {
        if (broken_) { return Error(*broken_); }
        if (alone_) {
            memory_.keep();
            alone_.unlock();
            turn_.unlock();
        }
        return done;
    }

private:
    /// A command reads, saves and appends to one record: the second and third time it need not be looked for.
    std::optional<Slot> find(Kind kind, const AnyId& id) {
        if (!found_ || memory_.at(*found_).record.id != id || memory_.at(*found_).record.kind != kind) {
            found_ = memory_.find(kind, id);
        }
        return found_;
    }
    bool may_write(const char* misuse) {
        if (!broken_ && !alone_) { misuse = storage::not_writing; }
        if (!broken_ && misuse) { broken_ = storage::misused(misuse); }
        return !broken_;
    }

    MemoryContents& memory_;
    std::optional<Slot> found_{};
    std::unique_lock<std::mutex> turn_;
    std::unique_lock<std::shared_mutex> alone_{};
    std::shared_lock<std::shared_mutex> together_{};
    std::optional<Error> broken_{};
};

Result<std::vector<StoredEvent>> MemoryTransaction::events(std::uint64_t after, std::size_t limit) {
    std::vector<StoredEvent> answer;
    const auto& all = memory_.events();
    for (std::uint64_t position = after; position < all.size() && answer.size() < limit; ++position) {
        answer.push_back(all[position].told(position + 1));
    }
    return answer;
}

Result<std::vector<StoredEvent>> MemoryTransaction::history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                                            std::size_t limit) {
    std::vector<StoredEvent> answer;
    const auto slot = memory_.find(kind, id);
    if (!slot) { return answer; }
    std::vector<std::uint64_t> newest_first;
    for (std::uint64_t position = memory_.at(*slot).last_event; position != 0;) {
        const KeptEvent& kept = memory_.events()[position - 1];
        if (kept.version <= after_version) { break; }
        newest_first.push_back(position);
        position = kept.previous;
    }
    const std::size_t count = std::min(limit, newest_first.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t position = newest_first[newest_first.size() - 1 - i];
        answer.push_back(memory_.events()[position - 1].told(position));
    }
    return answer;
}

class MemoryStorage final : public Storage {
public:
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        return std::unique_ptr<Transaction>(std::make_unique<MemoryTransaction>(memory_, gate_, access));
    }
    Result<Done> publish(std::span<const View>) override { return done; }  // it has no SQL

private:
    MemoryContents memory_;
    Gate gate_;
};

}  // namespace

std::unique_ptr<Storage> open_memory() { return std::make_unique<MemoryStorage>(); }

}  // namespace csp
