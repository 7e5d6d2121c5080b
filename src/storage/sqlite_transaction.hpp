// One transaction on one session of the SQLite store.
//
// Threads: the one that began it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <utility>
#include <vector>

#include "csp/storage.hpp"
#include "storage/sqlite_sessions.hpp"

namespace csp::storage {

/// What a public function answers when the work inside throws.
template <class T, class Work>
Result<T> answer_of(const Work& work) {
    try {
        return work();
    } catch (const SqliteFailure& failure) { return failure.error; }
}

class SqliteTransaction final : public Transaction {
public:
    /// Throws SqliteFailure when it cannot begin.
    SqliteTransaction(Sessions& sessions, Access access);
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    ~SqliteTransaction() override;

    Result<Record> load(Kind kind, const AnyId& id) override;
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override;
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override;
    Result<Done> save(const Save& save) override;
    Result<std::uint64_t> append(StoredEvent event) override;
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override;
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override;
    Result<std::uint64_t> recall(const RequestId& request) override;
    Result<Done> commit() override;

private:
    /// What an update has to know of a stored record.
    struct StoredRow {
        std::int64_t row{0};  ///< 0: it is not stored
        Instant due{never};
    };
    using Name = std::pair<AnyId, Kind>;
    struct HashName {
        using is_avalanching = void;
        std::size_t operator()(const Name& name) const noexcept { return IdHash{}(name.first); }
    };

    template <class T, class Work>
    Result<T> write(const char* misuse, const Work& work);
    template <class T>
    Result<T> broken(Result<T> answer);

    bool run(Query query);
    Result<Done> save_record(const Save& save);
    Result<Done> insert_record(const Record& record, std::string_view body);
    Result<Done> update_record(const Save& save, std::string_view body);
    Result<Done> save_keys(const Record& record, const std::vector<Key>& keys);
    StoredRow& row_of(const Record& record);
    std::vector<Key> keys_of(std::int64_t row);

    Access access_;
    Lent session_;
    bool open_{false};
    std::optional<Error> broken_{};
    boost::unordered_flat_map<Name, StoredRow, HashName> rows_{};  ///< of the records it loaded in order to write
};

}  // namespace csp::storage
