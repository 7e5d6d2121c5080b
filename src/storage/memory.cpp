// The store that keeps everything in this process: records in numbered slots, found by one hash look-up.
//
// One writer at a time changes the slots in place and notes how to undo it; readers wait for it.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>

#include "csp/storage.hpp"
#include "storage/answers.hpp"
#include "storage/due_index.hpp"
#include "storage/shelf.hpp"

namespace csp {
namespace {

using storage::Shelf;
using storage::Slot;

struct Name {
    AnyId id{};
    Kind kind{};
    friend bool operator==(const Name&, const Name&) = default;
};

struct NameHash {
    using is_avalanching = void;
    std::size_t operator()(const Name& name) const noexcept {
        return IdHash{}(name.id) ^ (static_cast<std::size_t>(name.kind) * 0x9E3779B97F4A7C15ULL);
    }
};

struct KeptRecord {
    Record record{};              // version 0: not saved yet, only its events are known
    std::uint64_t last_event{0};  // position of its newest event with a version, or 0
};

struct KeptEvent {
    StoredEvent event{};
    std::uint64_t previous{0};  // position of the same record's event before this one, or 0
};

/// What a save replaced.
struct Before {
    Slot slot{0};
    Record record{};
    std::optional<std::vector<Key>> keys{};
};

Due due_of(const Record& record) { return Due{record.due, record.kind, record.id}; }

/// Everything the store holds. The transaction that has it decides who may look.
class Memory {
public:
    std::optional<Slot> find(Kind kind, const AnyId& id) const {
        const auto found = slots_.find(Name{id, kind});
        return found == slots_.end() ? std::nullopt : std::optional<Slot>(found->second);
    }
    const KeptRecord& at(Slot slot) const { return records_[slot]; }
    const Shelf<KeptEvent>& events() const { return events_; }

    std::vector<Hit> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                          std::size_t limit) const;
    std::vector<Due> due(Instant until, std::size_t limit) const {
        return due_.first(until, limit, [&](Slot slot) { return due_of(records_[slot].record); });
    }
    std::uint64_t recall(const RequestId& request) const {
        const auto found = requests_.find(request.bytes);
        return found == requests_.end() ? 0 : found->second;
    }

    /// Both are told where the record is: whoever calls has looked for it already.
    Result<Done> save(const Save& save, std::optional<Slot> slot);
    Result<std::uint64_t> append(StoredEvent&& event, std::optional<Slot> slot);

    /// Between these two the writer works alone.
    void start() {
        events_before_ = events_.size();
        records_before_ = records_.size();
    }
    void keep() { before_.clear(); }
    void undo();

private:
    Slot new_slot(Kind kind, const AnyId& id);
    std::optional<Slot> holder_other_than(Slot slot, const std::vector<Key>& keys) const;
    void set_keys(Slot slot, std::vector<Key> keys);
    void undo_events();

    boost::unordered_flat_map<Name, Slot, NameHash> slots_;
    Shelf<KeptRecord> records_;
    Shelf<std::vector<Key>> keys_;  // by slot, in order; apart, because commands seldom touch them
    std::map<std::uint16_t, std::map<std::string, Slot, std::less<>>> indexes_;
    storage::DueIndex due_;
    Shelf<KeptEvent> events_;  // position p is element p - 1
    boost::unordered_flat_map<AnyId, std::uint64_t, IdHash> requests_;

    std::vector<Before> before_;  // its room is kept from one transaction to the next
    std::size_t events_before_{0};
    std::size_t records_before_{0};
};

std::vector<Hit> Memory::scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                              std::size_t limit) const {
    std::vector<Hit> hits;
    const auto found = indexes_.find(index);
    if (found == indexes_.end()) { return hits; }
    const auto& entries = found->second;
    auto entry = after < prefix ? entries.lower_bound(prefix) : entries.upper_bound(after);
    for (; entry != entries.end() && hits.size() < limit && entry->first.starts_with(prefix); ++entry) {
        hits.push_back(Hit{entry->first, records_[entry->second].record});
    }
    return hits;
}

Slot Memory::new_slot(Kind kind, const AnyId& id) {
    const auto slot = static_cast<Slot>(records_.size());
    slots_.emplace(Name{id, kind}, slot);
    records_.emplace_back(Record{.kind = kind, .id = id});
    keys_.emplace_back();
    return slot;
}

std::optional<Slot> Memory::holder_other_than(Slot slot, const std::vector<Key>& keys) const {
    for (const Key& key : keys) {
        const auto index = indexes_.find(key.index);
        if (index == indexes_.end()) { continue; }
        const auto entry = index->second.find(key.bytes);
        if (entry != index->second.end() && entry->second != slot) { return entry->second; }
    }
    return std::nullopt;
}

void Memory::set_keys(Slot slot, std::vector<Key> keys) {
    std::vector<Key>& held = keys_[slot];
    for (const Key& key : held) {
        if (!std::binary_search(keys.begin(), keys.end(), key)) { indexes_[key.index].erase(key.bytes); }
    }
    for (const Key& key : keys) { indexes_[key.index].try_emplace(key.bytes, slot); }
    held = std::move(keys);
}

Result<Done> Memory::save(const Save& save, std::optional<Slot> found) {
    const Record& record = save.record;
    if (save.expected_version != (found ? records_[*found].record.version : 0)) { return storage::stale_version(); }
    const Slot slot = found ? *found : new_slot(record.kind, record.id);
    Record& stored = records_[slot].record;
    Before before{.slot = slot};
    if (save.keys) {
        if (const auto holder = holder_other_than(slot, *save.keys)) {
            return storage::key_taken(records_[*holder].record.id);
        }
        std::vector<Key> keys = *save.keys;
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        before.keys = keys_[slot];
        set_keys(slot, std::move(keys));
    }
    if (stored.due != record.due) {
        due_.remove(slot, due_of(stored));
        due_.add(slot, due_of(record));
    }
    before.record = std::exchange(stored, record);
    before_.push_back(std::move(before));
    return done;
}

Result<std::uint64_t> Memory::append(StoredEvent&& event, std::optional<Slot> found) {
    if (!event.request.is_nil() && recall(event.request) != 0) { return storage::request_known(); }
    event.position = events_.size() + 1;
    std::uint64_t previous = 0;
    if (event.version > 0) {
        std::uint64_t& last = records_[found ? *found : new_slot(event.kind, event.id)].last_event;
        if (last != 0 && events_[last - 1].event.version >= event.version) { return storage::event_known(); }
        previous = std::exchange(last, event.position);
    }
    if (!event.request.is_nil()) { requests_.emplace(event.request.bytes, event.position); }
    events_.emplace_back(std::move(event), previous);
    return events_.size();
}

void Memory::undo_events() {
    while (events_.size() > events_before_) {
        const KeptEvent& newest = events_.back();
        if (newest.event.version > 0) {
            records_[*find(newest.event.kind, newest.event.id)].last_event = newest.previous;
        }
        if (!newest.event.request.is_nil()) { requests_.erase(newest.event.request.bytes); }
        events_.pop_back();
    }
}

void Memory::undo() {
    undo_events();
    for (; !before_.empty(); before_.pop_back()) {
        Before& before = before_.back();
        Record& stored = records_[before.slot].record;
        if (before.keys) { set_keys(before.slot, std::move(*before.keys)); }
        due_.remove(before.slot, due_of(stored));
        due_.add(before.slot, due_of(before.record));
        stored = std::move(before.record);
    }
    for (; records_.size() > records_before_; records_.pop_back(), keys_.pop_back()) {
        slots_.erase(Name{records_.back().record.id, records_.back().record.kind});
    }
}

struct Gate {
    std::mutex turn;           // a writer holds it to its end, a reader only on its way in: neither starves
    std::shared_mutex inside;  // a writer is inside alone
};

class MemoryTransaction final : public Transaction {
public:
    MemoryTransaction(Memory& memory, Gate& gate, Access access) : memory_(memory), turn_(gate.turn) {
        if (access == Access::write) {
            alone_ = std::unique_lock(gate.inside);
            memory_.start();
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
        return Result<Record>(std::in_place, memory_.at(*slot).record);
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

    Memory& memory_;
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
        answer.push_back(all[position].event);
    }
    return answer;
}

Result<std::vector<StoredEvent>> MemoryTransaction::history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                                            std::size_t limit) {
    std::vector<StoredEvent> answer;
    const auto slot = memory_.find(kind, id);
    if (!slot) { return answer; }
    std::vector<const StoredEvent*> newest_first;
    for (std::uint64_t position = memory_.at(*slot).last_event; position != 0;) {
        const KeptEvent& kept = memory_.events()[position - 1];
        if (kept.event.version <= after_version) { break; }
        newest_first.push_back(&kept.event);
        position = kept.previous;
    }
    const std::size_t count = std::min(limit, newest_first.size());
    for (std::size_t i = 0; i < count; ++i) { answer.push_back(*newest_first[newest_first.size() - 1 - i]); }
    return answer;
}

class MemoryStorage final : public Storage {
public:
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        return std::unique_ptr<Transaction>(std::make_unique<MemoryTransaction>(memory_, gate_, access));
    }
    Result<Done> publish(std::span<const View>) override { return done; }  // it has no SQL

private:
    Memory memory_;
    Gate gate_;
};

}  // namespace

std::unique_ptr<Storage> open_memory() { return std::make_unique<MemoryStorage>(); }

}  // namespace csp
