// A store that the host brings as functions of C.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "capi/ports.hpp"
#include "capi/sized.hpp"
#include "capi/take.hpp"
#include "storage/answers.hpp"

namespace csp::capi {
namespace {

using Table = std::shared_ptr<Ported<csp_storage>>;

// ---- what the host hands in: checked before it is believed ----------------------------------------------

bool is_kind(std::int32_t kind) { return kind >= 0 && kind <= std::numeric_limits<std::uint8_t>::max(); }
/// Versions and positions count from 1, and fit into a column of SQL.
bool is_counted(std::uint64_t number) { return number - 1 < std::uint64_t{std::numeric_limits<std::int64_t>::max()}; }
bool is_moment(std::int64_t us) { return us >= first_instant.us && us <= last_instant.us; }
bool are_bytes(const csp_str& bytes) {
    return bytes.size <= longest_import && (bytes.data != nullptr || bytes.size == 0);
}
std::string bytes_of(const csp_str& bytes) {
    return bytes.size == 0 ? std::string() : std::string(bytes.data, bytes.size);
}

bool take(const csp_record& from, Hit& to, Wrong&) {
    const bool is_due = is_moment(from.due_us) || from.due_us == never.us;
    if (!is_kind(from.kind) || !is_due || !is_moment(from.saved_at_us)) { return false; }
    if (!is_counted(from.version) || !are_bytes(from.body) || !are_bytes(from.key)) { return false; }
    to.key = bytes_of(from.key);
    to.record = Record{.kind = static_cast<Kind>(from.kind),
                       .id = id_from(from.id),
                       .version = from.version,
                       .due = Instant{from.due_us},
                       .saved_at = Instant{from.saved_at_us},
                       .body = Body{.bytes = bytes_of(from.body)}};
    return true;
}

bool take(const csp_stored_event& from, StoredEvent& to, Wrong&) {
    if (!is_kind(from.kind) || !is_moment(from.at_us)) { return false; }
    if (!is_counted(from.position) || !are_bytes(from.body)) { return false; }
    to = StoredEvent{.position = from.position,
                     .kind = static_cast<Kind>(from.kind),
                     .id = id_from(from.id),
                     .version = from.version,
                     .at = Instant{from.at_us},
                     .request = RequestId{id_from(from.request)},
                     .body = Body{.bytes = bytes_of(from.body)}};
    return true;
}

bool take(const csp_due& from, Due& to, Wrong&) {
    if (!is_kind(from.kind) || !is_moment(from.at_us)) { return false; }
    to = Due{.at = Instant{from.at_us}, .kind = static_cast<Kind>(from.kind), .id = id_from(from.id)};
    return true;
}

/// Where a callback puts what it found. More than was asked for, or what is malformed, is an error of the store.
template <class Given, class T>
struct Sink {
    std::size_t most;
    std::vector<T> found{};
    bool is_good{true};

    static std::int32_t take_one(void* sink, const Given* given) {
        auto& self = *static_cast<Sink*>(sink);
        try {
            Given whole{};
            T one{};
            Wrong wrong;
            const bool has_room = self.found.size() < self.most;
            self.is_good = self.is_good && has_room && take_sized(given, whole, wrong) && take(whole, one, wrong);
            if (self.is_good) { self.found.push_back(std::move(one)); }
        } catch (...) { self.is_good = false; }  // the host's frames stand between here and csp
        return self.is_good && self.found.size() < self.most ? 1 : 0;
    }
};

/// Whether each stands behind the one before it, and the first behind `last`: who reads on from the last one would go
/// round for ever in a store that does not.
template <class T, class Place, class PlaceOf>
bool are_in_order(const std::vector<T>& found, std::optional<Place> last, PlaceOf place_of) {
    return std::ranges::all_of(found, [&](const T& one) {
        std::optional<Place> place = place_of(one);
        const bool is_behind = last < place;
        last = std::move(place);
        return is_behind;
    });
}

// ---- what the host is given -----------------------------------------------------------------------------

csp_record c_record(const Record& record, std::string_view body) {
    csp_record told = CSP_INIT(csp_record);
    told.kind = static_cast<std::int32_t>(record.kind);
    told.id = c_id(record.id);
    told.version = record.version;
    told.due_us = record.due.us;
    told.saved_at_us = record.saved_at.us;
    told.body = c_str(body);
    return told;
}

std::vector<csp_key> c_keys(const std::vector<Key>& keys) {
    std::vector<csp_key> told;
    told.reserve(keys.size());
    for (const Key& key : keys) {
        csp_key one = CSP_INIT(csp_key);
        one.index = key.index;
        one.bytes = c_str(key.bytes);
        told.push_back(one);
    }
    return told;
}

// ---- the transaction ------------------------------------------------------------------------------------

class PortedTransaction final : public Transaction {
public:
    PortedTransaction(Table table, Access access) : table_(std::move(table)), access_(access) {}
    ~PortedTransaction() override {
        if (is_begun_) { (*table_)->end(context(), transaction_); }
    }
    PortedTransaction(const PortedTransaction&) = delete;
    PortedTransaction& operator=(const PortedTransaction&) = delete;

    bool begin() {
        csp_answer answer = CSP_FAILED;
        (*table_)->begin(context(), access_ == Access::write ? 1 : 0, &transaction_, &answer);
        is_begun_ = answer == CSP_DONE;
        return is_begun_;
    }

    Result<Record> load(Kind kind, const AnyId& id) override {
        Sink<csp_record, Hit> sink{.most = 1};
        const csp_id which = c_id(id);
        const csp_answer answer =
            asked((*table_)->load, static_cast<std::int32_t>(kind), &which, &sink.take_one, &sink);
        if (answer == CSP_ABSENT) { return storage::not_found(); }
        if (answer != CSP_DONE || !sink.is_good || sink.found.empty()) { return broken("load"); }
        Record& record = sink.found.front().record;
        if (record.kind != kind || record.id != id) { return broken("load"); }
        return std::move(record);
    }

    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        const csp_str begins = c_str(prefix);
        const csp_str behind = c_str(after);
        Sink<csp_record, Hit> sink{.most = limit};
        const auto answer =
            asked((*table_)->scan, std::uint32_t{index}, &begins, &behind, limit, &sink.take_one, &sink);
        sink.is_good = sink.is_good && std::ranges::all_of(sink.found, [prefix](const Hit& hit) {
                           return hit.key.starts_with(prefix);
                       });
        return found(sink, "scan", answer, std::optional(std::string(after)), [](const Hit& hit) { return hit.key; });
    }

    Result<std::vector<Due>> due(Instant until, std::size_t limit) override {
        Sink<csp_due, Due> sink{.most = limit};
        const auto answer = asked((*table_)->due, until.us, limit, &sink.take_one, &sink);
        sink.is_good =
            sink.is_good && std::ranges::all_of(sink.found, [until](const Due& due) { return due.at <= until; });
        using Place = std::tuple<Instant, Kind, AnyId>;
        return found(sink, "due", answer, std::optional<Place>(),
                     [](const Due& due) { return Place(due.at, due.kind, due.id); });
    }

    Result<Done> save(const Save& save) override {
        if (access_ == Access::read) { return kept(storage::misused(storage::not_writing)); }
        if (const char* misuse = storage::misuse_of(save)) { return kept(storage::misused(misuse)); }
        const std::string body = save.record.body.text();
        const csp_record record = c_record(save.record, body);
        const std::vector<csp_key> keys = save.keys == nullptr ? std::vector<csp_key>{} : c_keys(*save.keys);
        csp_save told = CSP_INIT(csp_save);
        told.has_keys = save.keys == nullptr ? 0 : 1;
        told.record = &record;
        told.expected_version = save.expected_version;
        told.keys = keys.data();
        told.keys_count = keys.size();
        csp_id holder{};
        const csp_answer answer = asked((*table_)->save, &told, &holder);
        const AnyId whose = id_from(holder);
        if (answer == CSP_CLASH && !whose.is_nil()) { return kept(storage::key_taken(whose)); }
        return finished(answer, "save");
    }

    Result<std::uint64_t> append(StoredEvent event) override {
        if (access_ == Access::read) { return kept(storage::misused(storage::not_writing)); }
        if (const char* misuse = storage::misuse_of(event)) { return kept(storage::misused(misuse)); }
        const std::string body = event.body.text();
        csp_stored_event told = CSP_INIT(csp_stored_event);
        told.kind = static_cast<std::int32_t>(event.kind);
        told.id = c_id(event.id);
        told.version = event.version;
        told.at_us = event.at.us;
        told.request = c_id(event.request.bytes);
        told.body = c_str(body);
        std::uint64_t position = 0;
        const csp_answer answer = asked((*table_)->append, &told, &position);
        if (answer == CSP_DONE && position == 0) { return broken("append"); }
        if (auto done = finished(answer, "append"); !done) { return std::move(done).error(); }
        return position;
    }

    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        Sink<csp_stored_event, StoredEvent> sink{.most = limit};
        const auto answer = asked((*table_)->events, after, limit, &sink.take_one, &sink);
        return found(sink, "events", answer, std::optional(after),
                     [](const StoredEvent& event) { return event.position; });
    }

    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override {
        Sink<csp_stored_event, StoredEvent> sink{.most = limit};
        const csp_id which = c_id(id);
        const auto answer = asked((*table_)->history, static_cast<std::int32_t>(kind), &which, after_version, limit,
                                  &sink.take_one, &sink);
        sink.is_good = sink.is_good && std::ranges::all_of(sink.found, [&](const StoredEvent& event) {
                           return event.kind == kind && event.id == id;
                       });
        return found(sink, "history", answer, std::optional(after_version),
                     [](const StoredEvent& event) { return event.version; });
    }

    Result<std::uint64_t> recall(const RequestId& request) override {
        const csp_id which = c_id(request.bytes);
        std::uint64_t position = 0;
        const csp_answer answer = asked((*table_)->recall, &which, &position);
        if (answer == CSP_ABSENT) { return std::uint64_t{0}; }
        if (answer != CSP_DONE) { return broken("recall"); }
        return position;
    }

    Result<Done> commit() override {
        if (first_error_) { return *first_error_; }
        return finished(asked((*table_)->commit), "commit");
    }

private:
    [[nodiscard]] void* context() const { return (*table_)->context; }

    template <class Function, class... Words>
    csp_answer asked(Function function, Words... words) {
        csp_answer answer = CSP_FAILED;
        function(context(), transaction_, words..., &answer);
        return answer;
    }

    /// After an error the transaction can only be rolled back, whatever the host's store thinks.
    Error kept(Error error) {
        if (!first_error_) { first_error_ = error; }
        return error;
    }
    Error broken(std::string_view what) { return kept(storage::failed(std::string(what) + " failed")); }
    Result<Done> finished(csp_answer answer, std::string_view what) {
        if (answer == CSP_DONE) { return done; }
        if (answer != CSP_CLASH) { return broken(what); }
        return kept(storage::stale_version());
    }
    template <class S, class Place, class PlaceOf, class T = typename decltype(S::found)::value_type>
    Result<std::vector<T>> found(S& sink, std::string_view what, csp_answer answer, std::optional<Place> last,
                                 PlaceOf place_of) {
        const bool is_good = (answer == CSP_DONE || answer == CSP_ABSENT) && sink.is_good;
        if (!is_good || !are_in_order(sink.found, std::move(last), place_of)) { return broken(what); }
        return std::move(sink.found);
    }

    Table table_;
    void* transaction_{nullptr};
    Access access_;
    bool is_begun_{false};
    std::optional<Error> first_error_{};
};

class PortedStorage final : public Storage {
public:
    explicit PortedStorage(Table table) : table_(std::move(table)) {}

    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        auto transaction = std::make_unique<PortedTransaction>(table_, access);  // before the host has begun anything
        if (!transaction->begin()) { return storage::failed("begin failed"); }
        return std::unique_ptr<Transaction>(std::move(transaction));
    }

    Result<Done> publish(std::span<const View> views) override {
        if ((*table_)->publish == nullptr) { return done; }
        std::vector<std::vector<csp_str>> fields;
        std::vector<csp_view> told;
        for (const View& view : views) {
            auto& names = fields.emplace_back();
            for (const std::string& field : view.fields) { names.push_back(c_str(field)); }
            csp_view one = CSP_INIT(csp_view);
            one.kind = static_cast<std::int32_t>(view.kind);
            one.name = c_str(view.name);
            one.fields = names.data();  // moving the list of lists leaves them where they are
            one.fields_count = names.size();
            told.push_back(one);
        }
        csp_answer answer = CSP_FAILED;
        (*table_)->publish((*table_)->context, told.data(), told.size(), &answer);
        if (answer != CSP_DONE) { return storage::failed("publish failed"); }
        return done;
    }

private:
    Table table_;
};

bool has_all(const csp_storage& all) {
    return all.begin != nullptr && all.load != nullptr && all.scan != nullptr && all.due != nullptr &&
           all.save != nullptr && all.append != nullptr && all.events != nullptr && all.history != nullptr &&
           all.recall != nullptr && all.commit != nullptr && all.end != nullptr;
}

}  // namespace

std::unique_ptr<Storage> ported(Ported<csp_storage> table, Wrong& wrong) {
    if (!table.check(&has_all, wrong)) { return nullptr; }
    return std::make_unique<PortedStorage>(std::make_shared<Ported<csp_storage>>(std::move(table)));
}

}  // namespace csp::capi
