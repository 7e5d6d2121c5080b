// The words in which the promises of a store are checked (csp/testing_storage.hpp).
//
// Threads: as the store under test.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/storage.hpp"

namespace csp::promises {

/// Thrown where a store does not keep its word.
struct Broken {
    std::string what{};
};

/// One promise, checked on a store that holds nothing.
struct Promise {
    std::string_view title{};
    void (*check)(Storage& store){nullptr};
};

inline void expect(bool kept, std::string_view what) {
    if (!kept) { throw Broken{"it is not true that " + std::string(what)}; }
}

/// The value, where there has to be one.
template <class T>
T got(Result<T> answer, std::string_view what) {
    if (!answer) { throw Broken{std::string(what) + " fails: " + answer.error().sentence}; }
    return std::move(answer).value();
}

template <class T>
void expect_refusal(const Result<T>& answer, Code code, std::string_view what) {
    expect(!answer.has_value() && answer.error().code == code, what);
}

/// A body that is in memory only, as the engine gives it.
class Text final : public Written {
public:
    explicit Text(std::string text) : text_(std::move(text)) {}
    void write(std::string& out) const override { out += text_; }

private:
    std::string text_;
};

inline Body body_of(std::string text) { return Body{.decoded = std::make_shared<Text>(std::move(text))}; }

/// Ids in the order of their numbers.
inline AnyId id_of(std::uint32_t number) {
    AnyId id{};
    for (int byte = 0; byte < 4; ++byte) { id.data[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte)); }
    return id;
}

inline Record record_of(std::uint32_t number, std::uint64_t version, Instant due = never) {
    return Record{
        .kind = Kind::order,
        .id = id_of(number),
        .version = version,
        .due = due,
        .saved_at = Instant{1'000 + static_cast<std::int64_t>(version % 1'000)},
        .body = body_of("{\"number\":" + std::to_string(number) + ",\"version\":" + std::to_string(version) + "}")};
}

inline StoredEvent event_of(std::uint32_t number, std::uint64_t version, std::uint32_t request = 0) {
    return StoredEvent{.kind = Kind::order,
                       .id = id_of(number),
                       .version = version,
                       .at = Instant{2'000 + static_cast<std::int64_t>(version % 1'000)},
                       .request = RequestId{id_of(request)},
                       .body = body_of("{\"event\":" + std::to_string(version) + "}")};
}

inline Result<Done> save(Transaction& t, const Record& record, std::uint64_t expected,
                         const std::vector<Key>* keys = nullptr) {
    return t.save(Save{.record = record, .expected_version = expected, .keys = keys});
}

inline void must_save(Transaction& t, const Record& record, std::uint64_t expected, const std::vector<Key>& keys) {
    got(save(t, record, expected, &keys), "a save");
}
inline void must_save(Transaction& t, const Record& record, std::uint64_t expected) {
    got(save(t, record, expected), "a save");
}

/// Does something in one transaction and commits it.
template <class Act>
void commit(Storage& store, const Act& act) {
    const auto t = got(store.begin(Access::write), "begin(write)");
    act(*t);
    got(t->commit(), "a commit");
}

/// Does something in one transaction and drops it.
template <class Act>
void drop(Storage& store, const Act& act) {
    const auto t = got(store.begin(Access::write), "begin(write)");
    act(*t);
}

/// Looks at what is committed.
template <class Act>
void look(Storage& store, const Act& act) {
    const auto t = got(store.begin(Access::read), "begin(read)");
    act(*t);
}

inline bool same(const Record& a, const Record& b) {
    return a.kind == b.kind && a.id == b.id && a.version == b.version && a.due == b.due && a.saved_at == b.saved_at &&
           a.body.text() == b.body.text();
}

/// All but the position.
inline bool same(const StoredEvent& a, const StoredEvent& b) {
    return a.kind == b.kind && a.id == b.id && a.version == b.version && a.at == b.at && a.request == b.request &&
           a.body.text() == b.body.text();
}

/// The keys a scan gives, in its order.
inline std::vector<std::string> keys_in(Transaction& t, std::uint16_t index, std::string_view prefix = {},
                                        std::string_view after = {}, std::size_t limit = 1'000) {
    std::vector<std::string> keys;
    for (Hit& hit : got(t.scan(index, prefix, after, limit), "a scan")) { keys.push_back(std::move(hit.key)); }
    return keys;
}

/// The numbers of the records that are due, in order.
inline std::vector<AnyId> due_in(Transaction& t, Instant until, std::size_t limit = 1'000) {
    std::vector<AnyId> ids;
    for (const Due& due : got(t.due(until, limit), "due")) { ids.push_back(due.id); }
    return ids;
}

inline bool holds(Transaction& t, std::uint32_t number, std::uint64_t version) {
    const auto found = t.load(Kind::order, id_of(number));
    return found && same(*found, record_of(number, version, found->due));
}

inline bool lacks(Transaction& t, std::uint32_t number) {
    const auto found = t.load(Kind::order, id_of(number));
    return !found && found.error() == Error{.code = Code::not_found};
}

}  // namespace csp::promises
