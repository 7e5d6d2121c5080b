#include "storage/memory_contents.hpp"

#include <algorithm>
#include <utility>

#include "storage/answers.hpp"

namespace csp::storage {
namespace {

Due due_of(const Record& record) { return Due{record.due, record.kind, record.id}; }

bool holds(const std::vector<Key>& sorted, const Key& key) {
    return std::binary_search(sorted.begin(), sorted.end(), key);
}

}  // namespace

KeptEvent::KeptEvent(StoredEvent&& happened, std::uint64_t before)
    : kind(happened.kind),
      id(happened.id),
      version(happened.version),
      at(happened.at),
      request(happened.request),
      decoded(std::move(happened.body.decoded)),
      previous(before) {
    if (!happened.body.bytes.empty()) { bytes = std::make_unique<const std::string>(std::move(happened.body.bytes)); }
}

StoredEvent KeptEvent::told(std::uint64_t position) const {
    return StoredEvent{.position = position,
                       .kind = kind,
                       .id = id,
                       .version = version,
                       .at = at,
                       .request = request,
                       .body = Body{.decoded = decoded, .bytes = bytes ? *bytes : std::string{}}};
}

// ---- reading -----------------------------------------------------------------------------------------------------

std::optional<Slot> MemoryContents::find(Kind kind, const AnyId& id) const {
    const auto found = slots_.find(Name{id, kind});
    return found == slots_.end() ? std::nullopt : std::optional<Slot>(*found);
}

std::vector<Hit> MemoryContents::scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                      std::size_t limit) const {
    std::vector<Hit> hits;
    const auto found = indexes_.find(index);
    if (found == indexes_.end()) { return hits; }
    const Entries& entries = found->second;
    auto entry = after < prefix ? entries.lower_bound(prefix) : entries.upper_bound(after);
    for (; entry != entries.end() && hits.size() < limit && entry->first.starts_with(prefix); ++entry) {
        hits.push_back(Hit{entry->first, records_[entry->second].record});
    }
    return hits;
}

std::vector<Due> MemoryContents::due(Instant until, std::size_t limit) const {
    return due_.first(until, limit, [&](Slot slot) { return due_of(records_[slot].record); });
}

std::uint64_t MemoryContents::recall(const RequestId& request) const {
    const auto found = requests_.find(request.bytes);
    return found == requests_.end() ? 0 : found->second;
}

std::optional<Slot> MemoryContents::holder_other_than(std::optional<Slot> slot, const std::vector<Key>& keys) const {
    for (const Key& key : keys) {
        const auto index = indexes_.find(key.index);
        if (index == indexes_.end()) { continue; }
        const auto entry = index->second.find(key.bytes);
        if (entry != index->second.end() && entry->second != slot) { return entry->second; }
    }
    return std::nullopt;
}

// ---- preparing: may throw, and whoever calls undoes it -------------------------------------------------------------

Slot MemoryContents::new_slot(Kind kind, const AnyId& id) {
    const auto slot = static_cast<Slot>(records_.size());
    records_.emplace_back(Record{.kind = kind, .id = id});
    keys_.emplace_back();
    slots_.insert(slot);
    return slot;
}

std::unique_ptr<MemoryContents::KeyChange> MemoryContents::prepared(Slot slot, std::vector<Key> keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    auto change = std::make_unique<KeyChange>();
    for (const Key& key : keys) {
        if (holds(keys_[slot], key)) { continue; }
        indexes_.try_emplace(key.index);
        Entries alone;
        alone.emplace(key.bytes, slot);
        change->coming.push_back(Place{key.index, alone.extract(alone.begin())});
    }
    change->leaving.reserve(keys_[slot].size());
    change->keys = std::move(keys);
    return change;
}

Result<Done> MemoryContents::save(const Save& save, std::optional<Slot> found) {
    const Record& record = save.record;
    if (save.expected_version != (found ? records_[*found].record.version : 0)) { return stale_version(); }
    if (save.keys) {
        if (const auto holder = holder_other_than(found, *save.keys)) { return key_taken(records_[*holder].record.id); }
    }
    const Mark before = here();
    try {
        const Slot slot = found ? *found : new_slot(record.kind, record.id);
        if (record.due != records_[slot].record.due) { due_.make_room(slot, record.due); }
        changes_.emplace_back(slot, record, save.keys ? prepared(slot, *save.keys) : nullptr);
    } catch (...) {
        undo_to(before);
        throw;
    }
    exchange(changes_.back());
    return done;
}

Result<std::uint64_t> MemoryContents::append(StoredEvent&& event, std::optional<Slot> found) {
    const RequestId request = event.request;
    const std::uint64_t version = event.version;
    if (!request.is_nil() && recall(request) != 0) { return request_known(); }
    if (version > 0 && found && records_[*found].last_version >= version) { return event_known(); }
    const std::uint64_t position = events_.size() + 1;
    const Mark before = here();
    try {
        if (version > 0 && !found) { found = new_slot(event.kind, event.id); }
        events_.emplace_back(std::move(event), version > 0 ? records_[*found].last_event : 0);
        if (!request.is_nil()) { requests_.emplace(request.bytes, position); }
    } catch (...) {
        undo_to(before);
        throw;
    }
    if (version > 0) {
        records_[*found].last_event = position;
        records_[*found].last_version = version;
    }
    return position;
}

// ---- exchanging and undoing: needs no memory -----------------------------------------------------------------------

void MemoryContents::exchange(Change& change) noexcept {
    Record& stored = records_[change.slot].record;
    if (stored.due != change.record.due) {
        due_.remove(change.slot, due_of(stored));
        due_.add(change.slot, due_of(change.record));
    }
    std::swap(stored.version, change.record.version);
    std::swap(stored.due, change.record.due);
    std::swap(stored.saved_at, change.record.saved_at);
    std::swap(stored.body, change.record.body);
    if (change.keys) { exchange_keys(change.slot, *change.keys); }
}

void MemoryContents::exchange_keys(Slot slot, KeyChange& change) noexcept {
    std::vector<Key>& held = keys_[slot];
    for (const Key& key : held) {
        if (holds(change.keys, key)) { continue; }
        change.leaving.push_back(Place{key.index, indexes_.find(key.index)->second.extract(key.bytes)});
    }
    for (Place& place : change.coming) { indexes_.find(place.index)->second.insert(std::move(place.entry)); }
    change.coming.clear();
    std::swap(change.coming, change.leaving);
    std::swap(change.keys, held);
}

void MemoryContents::undo_last_event() noexcept {
    const KeptEvent& event = events_.back();
    if (event.version > 0) {
        KeptRecord& kept = records_[*find(event.kind, event.id)];
        kept.last_event = event.previous;
        kept.last_version = event.previous == 0 ? 0 : events_[event.previous - 1].version;
    }
    if (!event.request.is_nil()) { requests_.erase(event.request.bytes); }
    events_.pop_back();
}

void MemoryContents::undo_to(const Mark& mark) noexcept {
    while (events_.size() > mark.events) { undo_last_event(); }
    for (; changes_.size() > mark.changes; changes_.pop_back()) { exchange(changes_.back()); }
    while (keys_.size() > mark.records) { keys_.pop_back(); }
    for (; records_.size() > mark.records; records_.pop_back()) {
        slots_.erase(static_cast<Slot>(records_.size() - 1));
    }
}

void MemoryContents::keep() noexcept {
    for (const Change& change : changes_) {
        if (change.record.due != records_[change.slot].record.due) { due_.tidy(change.record.due); }
    }
    changes_.clear();
    kept_ = here();
}

}  // namespace csp::storage
