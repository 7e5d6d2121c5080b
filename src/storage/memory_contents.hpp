// What the memory store holds, and how a change of it is undone.
//
// Records stand in numbered slots, found by one hash look-up. A change is prepared first, with everything that may
// run out of memory, and then exchanged with what is stored, which cannot fail. Exchanged once more it is undone.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csp/storage.hpp"
#include "storage/due_index.hpp"
#include "storage/shelf.hpp"

namespace csp::storage {

/// Two lines of the processor's cache: most commands read nothing else of the store.
struct alignas(64) KeptRecord {
    Record record{};                ///< version 0: not saved yet, only its events are known
    std::uint64_t last_event{0};    ///< position of its newest event with a version, or 0
    std::uint64_t last_version{0};  ///< of that event, or 0

    explicit KeptRecord(Record&& known) : record(std::move(known)) {}
};

/// A StoredEvent in three quarters of its room: most of what a store in memory holds is events. Its position is where
/// it stands, and it has no bytes where the engine wrote it.
struct KeptEvent {
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};
    Instant at{};
    RequestId request{};
    std::shared_ptr<const Written> decoded{};
    std::unique_ptr<const std::string> bytes{};
    std::uint64_t previous{0};  ///< position of the same record's event with a version before this one, or 0

    KeptEvent(StoredEvent&& happened, std::uint64_t before);
    [[nodiscard]] StoredEvent told(std::uint64_t position) const;
};

/// Everything the store holds. Whoever has it decides who may look.
/// A function that throws has changed nothing; what exchanges or undoes does not throw.
class MemoryContents {
public:
    [[nodiscard]] std::optional<Slot> find(Kind kind, const AnyId& id) const;
    [[nodiscard]] const KeptRecord& at(Slot slot) const { return records_[slot]; }
    [[nodiscard]] const Shelf<KeptEvent>& events() const { return events_; }

    [[nodiscard]] std::vector<Hit> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                        std::size_t limit) const;
    [[nodiscard]] std::vector<Due> due(Instant until, std::size_t limit) const;
    [[nodiscard]] std::uint64_t recall(const RequestId& request) const;

    /// Both are told where the record is: whoever calls has looked for it already.
    Result<Done> save(const Save& save, std::optional<Slot> found);
    Result<std::uint64_t> append(StoredEvent&& event, std::optional<Slot> found);

    /// What was done since the last of these two stays, or is as if it had never been.
    void keep() noexcept;
    void undo() noexcept { undo_to(kept_); }

private:
    struct Name {
        AnyId id{};
        Kind kind{};
        friend bool operator==(const Name&, const Name&) = default;
    };
    static Name name_of(const Record& record) { return Name{record.id, record.kind}; }

    /// The table of names holds slots alone, a sixth of what it would with ids in it: it stays in the cache, and
    /// the record that it points to is read next in any case.
    struct HashName {
        using is_transparent = void;
        using is_avalanching = void;
        const Shelf<KeptRecord>* records;
        /// A billing has the id of its subscription: whoever looks for both finds them, or that one is not there, in
        /// the same line.
        std::size_t operator()(const Name& name) const noexcept { return IdHash{}(name.id); }
        std::size_t operator()(Slot slot) const noexcept { return (*this)(name_of((*records)[slot].record)); }
    };
    struct SameName {
        using is_transparent = void;
        const Shelf<KeptRecord>* records;
        bool operator()(Slot a, Slot b) const noexcept { return a == b; }
        bool operator()(const Name& name, Slot slot) const noexcept { return name == name_of((*records)[slot].record); }
        bool operator()(Slot slot, const Name& name) const noexcept { return (*this)(name, slot); }
    };

    using Entries = std::map<std::string, Slot, std::less<>>;
    struct Place {
        std::uint16_t index{0};
        Entries::node_type entry{};
    };
    struct KeyChange {
        std::vector<Key> keys{};       ///< in order
        std::vector<Place> coming{};   ///< those the record does not hold yet
        std::vector<Place> leaving{};  ///< empty, with room for those it will not hold any more
    };
    struct Change {
        Slot slot{0};
        Record record{};
        std::unique_ptr<KeyChange> keys{};  ///< nullptr: as they are

        Change(Slot at, const Record& after, std::unique_ptr<KeyChange> keys_after)
            : slot(at), record(after), keys(std::move(keys_after)) {}
    };

    /// How far everything reached at some moment.
    struct Mark {
        std::size_t records{0};
        std::size_t events{0};
        std::size_t changes{0};
    };
    [[nodiscard]] Mark here() const { return Mark{records_.size(), events_.size(), changes_.size()}; }
    void undo_to(const Mark& mark) noexcept;
    void undo_last_event() noexcept;

    Slot new_slot(Kind kind, const AnyId& id);
    [[nodiscard]] std::optional<Slot> holder_other_than(std::optional<Slot> slot, const std::vector<Key>& keys) const;
    std::unique_ptr<KeyChange> prepared(Slot slot, std::vector<Key> keys);
    void exchange(Change& change) noexcept;
    void exchange_keys(Slot slot, KeyChange& change) noexcept;

    Shelf<KeptRecord> records_;
    Shelf<std::vector<Key>> keys_;  // by slot, in order; apart, because commands seldom touch them
    boost::unordered_flat_set<Slot, HashName, SameName> slots_{0, HashName{&records_}, SameName{&records_}};
    std::map<std::uint16_t, Entries> indexes_;
    DueIndex due_;
    Shelf<KeptEvent> events_;  // position p is element p - 1
    boost::unordered_flat_map<AnyId, std::uint64_t, IdHash> requests_;

    std::vector<Change> changes_;  // exchanged already; their room is kept from one transaction to the next
    Mark kept_{};
};

}  // namespace csp::storage
