// The store the host brings: an ordered, versioned, transactional keeper of records and events.
//
// It knows nothing of the domain: it sees kinds, ids, versions, keys and bodies. A new backend is one
// file; csp::broken_promises (csp/testing_storage.hpp) certifies it against the promises written here, but
// for durability and growth.
//
// Promises of every store:
//   1. A commit is all or nothing and, once answered, survives the end of the process (but for open_memory()).
//   2. What a transaction wrote, it reads back; nobody else sees it before the commit.
//   3. A save whose expected version is not the stored one, or whose key belongs to another record,
//      answers Code::conflict; after any error the transaction can only be rolled back, and a commit
//      answers that error again. (That a record is not found is no error.)
//   4. Events have positions 1, 2, 3, ... in the order of their commits, without gaps that fill later:
//      a reader who follows the feed misses none, with however many writers.
//   5. A request id is remembered with the first event that carries it, for as long as the store lives.
//   6. Write transactions are as if one after another: where one has read something (a record, that there is none, or
//      what lies under a prefix) that another changed before its commit, it answers Code::conflict or has waited.
//   7. Nothing a store does grows with the number of records that are not touched.
//
// Threads: a Storage may be used from any thread, a Transaction only from the one that began it, and a
// thread has at most one transaction of a store open: a second one may wait for the first for ever.
// Lifetime: a Storage outlives its transactions. A Transaction that is destroyed is rolled back.
// Rules: an Error of a store names none; the engine knows what was asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csp/id.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

/// A value in memory that can write itself down as JSON text. The codec makes them.
class Written {
public:
    Written() = default;
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;
    virtual ~Written() = default;
    virtual void write(std::string& out) const = 0;  ///< appends
};

/// What a record or event says: in memory, in bytes, or both. Never neither.
/// A store that keeps bytes asks for text(); the memory store keeps `decoded` and never pays for encoding.
struct Body {
    std::shared_ptr<const Written> decoded{};
    std::string bytes{};

    [[nodiscard]] std::string text() const {
        if (!bytes.empty() || !decoded) { return bytes; }
        std::string out;
        decoded->write(out);
        return out;
    }
};

/// One entry of an index. An index is a number the codec chose; its entries are ordered by their bytes
/// (memcmp) and no two records hold the same one. Where many records share a value, the codec lets the
/// bytes end with the record's id. The bytes are never empty.
struct Key {
    std::uint16_t index{0};
    std::string bytes{};
    friend auto operator<=>(const Key&, const Key&) = default;
};

struct Record {
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};  ///< how many events the record has had; 0: not stored yet
    Instant due{never};        ///< its next deadline
    Instant saved_at{};
    Body body{};
};

struct Save {
    const Record& record;                   ///< with the new version, greater than the expected one
    std::uint64_t expected_version{0};      ///< 0: there must be none yet
    const std::vector<Key>* keys{nullptr};  ///< all keys of the record, or nullptr: as they are
};

/// One entry of the feed. `version` is the record's version once this had happened, or 0 for an entry
/// that changed no record (a refused command). The versions of one record's entries grow.
struct StoredEvent {
    std::uint64_t position{0};  ///< given by the store on append
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};
    Instant at{};         ///< when it happened: for what fell due, the due time
    RequestId request{};  ///< nil, or the request that this is the first event of
    Body body{};
};

struct Hit {
    std::string key{};  ///< the bytes of the index entry: the position to go on from
    Record record{};
};

struct Due {
    Instant at{};
    Kind kind{};
    AnyId id{};
    friend bool operator==(const Due&, const Due&) = default;
};

enum class Access : std::uint8_t { read, write };

class Transaction {
public:
    virtual ~Transaction() = default;

    /// Code::not_found (with no other field set) when there is none.
    virtual Result<Record> load(Kind kind, const AnyId& id) = 0;
    /// At most `limit` records whose entry in `index` begins with `prefix` and comes after `after`, in order.
    /// An empty `after` begins at the start.
    virtual Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                          std::size_t limit) = 0;
    /// At most `limit` records whose deadline is not later than `until`, by deadline, then kind, then id.
    virtual Result<std::vector<Due>> due(Instant until, std::size_t limit) = 0;

    /// Keys are checked at once: where one moves to another record, the record that loses it is saved first.
    virtual Result<Done> save(const Save& save) = 0;
    /// Answers the position it will have if this transaction commits. Code::conflict when the request id is known
    /// or the record has an event of this version already.
    virtual Result<std::uint64_t> append(StoredEvent event) = 0;

    /// At most `limit` events after that position, in order.
    virtual Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) = 0;
    /// At most `limit` events of one record with a version greater than `after_version`, in order.
    virtual Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                                     std::size_t limit) = 0;
    /// The position of the first event of that request, or 0.
    virtual Result<std::uint64_t> recall(const RequestId& request) = 0;

    /// Ends the transaction. Code::conflict: another writer was first, nothing was written, try again.
    /// A transaction of Access::read writes nothing: save and append answer Code::internal. After the commit
    /// it is good for nothing but to be destroyed.
    virtual Result<Done> commit() = 0;
};

/// A plain table for reports: one row per record of `kind`, one column per field of its body.
struct View {
    std::string name{};
    Kind kind{};
    std::vector<std::string> fields{};  ///< top-level names in the JSON body
};

class Storage {
public:
    virtual ~Storage() = default;
    /// Code::storage when it is locked, damaged, full or gone.
    virtual Result<std::unique_ptr<Transaction>> begin(Access access) = 0;
    /// Called by the engine when it opens. A store with plain SQL makes these views; others need not.
    virtual Result<Done> publish(std::span<const View> views) = 0;
};

/// Keeps everything in this process, for tests and for hosts that persist the event feed themselves.
std::unique_ptr<Storage> open_memory();

enum class Durability : std::uint8_t {
    full,    ///< synchronous=FULL: an answered commit survives power loss
    normal,  ///< synchronous=NORMAL: the last commits may be lost with the power, never torn
};

struct SqliteOptions {
    std::string path{};
    Durability durability{Durability::full};
    int busy_timeout_ms{5'000};
};

/// The embedded default: one file in WAL mode. Creates it, upgrades an older schema in one transaction,
/// and refuses (Code::unsupported) a newer one, (Code::storage) one that is damaged, is not csp's,
/// or does not keep the durability that was asked for.
Result<std::unique_ptr<Storage>> open_sqlite(const SqliteOptions& options);

}  // namespace csp
