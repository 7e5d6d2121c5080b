// A store of C: functions that hand everything on to a memory store, as a binding's store would to its database.
#pragma once

#include <csp.h>

#include <atomic>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "csp/storage.hpp"

namespace csp::test {

inline AnyId any_id(const csp_id& id) {
    AnyId made{};
    std::memcpy(made.data, id.bytes, sizeof id.bytes);
    return made;
}
inline csp_id id_of_c(const AnyId& id) {
    csp_id made{};
    std::memcpy(made.bytes, id.data, sizeof made.bytes);
    return made;
}

/// The context of the callbacks. `calls` counts them, and the one numbered `fails_at` does not answer: it is as if it
/// had raised in another language. Engines of several threads may have it.
struct CStore {
    std::shared_ptr<Storage> storage{open_memory()};
    std::atomic<int> calls{0};
    int fails_at{-1};
    std::atomic<int> open_transactions{0};
    std::atomic<int> drops{0};
    std::function<void()> meddles{};  ///< called inside of every callback that may fail

    static CStore& of(void* context) { return *static_cast<CStore*>(context); }
    bool answers() {
        if (meddles) { meddles(); }
        return ++calls != fails_at;
    }
};

inline csp_str c_text(const std::string& text) { return csp_str{text.data(), text.size()}; }
inline std::string cpp_text(const csp_str& text) { return text.size == 0 ? "" : std::string(text.data, text.size); }

template <class T>
csp_answer answer_for(const Result<T>& result) {
    if (result) { return CSP_DONE; }
    if (result.error().code == Code::not_found) { return CSP_ABSENT; }
    return result.error().code == Code::conflict ? CSP_CLASH : CSP_FAILED;
}

inline csp_record c_record_of(const Record& record, const std::string& body, const std::string& key) {
    csp_record told = CSP_INIT(csp_record);
    told.kind = static_cast<std::int32_t>(record.kind);
    told.id = id_of_c(record.id);
    told.version = record.version;
    told.due_us = record.due.us;
    told.saved_at_us = record.saved_at.us;
    told.body = c_text(body);
    told.key = c_text(key);
    return told;
}
inline void hand_over(const std::vector<StoredEvent>& events, csp_event_sink sink, void* sink_context) {
    for (const StoredEvent& event : events) {
        const std::string body = event.body.text();
        csp_stored_event told = CSP_INIT(csp_stored_event);
        told.position = event.position;
        told.kind = static_cast<std::int32_t>(event.kind);
        told.id = id_of_c(event.id);
        told.version = event.version;
        told.at_us = event.at.us;
        told.request = id_of_c(event.request.bytes);
        told.body = c_text(body);
        if (sink(sink_context, &told) == 0) { return; }
    }
}

// ---- the callbacks ------------------------------------------------------------------------------------------

inline Transaction& open_one(void* transaction) { return *static_cast<Transaction*>(transaction); }

inline void store_begin(void* context, csp_bool for_writing, void** transaction_out, csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    auto begun = CStore::of(context).storage->begin(for_writing != 0 ? Access::write : Access::read);
    *answer = answer_for(begun);
    if (!begun) { return; }
    ++CStore::of(context).open_transactions;
    *transaction_out = std::move(begun).value().release();
}
inline void store_load(void* context, void* transaction, std::int32_t kind, const csp_id* id, csp_record_sink sink,
                       void* sink_context, csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto record = open_one(transaction).load(static_cast<Kind>(kind), any_id(*id));
    *answer = answer_for(record);
    if (!record) { return; }
    const std::string body = record->body.text();
    const csp_record told = c_record_of(*record, body, {});
    sink(sink_context, &told);
}
inline void store_scan(void* context, void* transaction, std::uint32_t index, const csp_str* prefix,
                       const csp_str* after, std::uint64_t limit, csp_record_sink sink, void* sink_context,
                       csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto hits =
        open_one(transaction).scan(static_cast<std::uint16_t>(index), cpp_text(*prefix), cpp_text(*after), limit);
    *answer = answer_for(hits);
    if (!hits) { return; }
    for (const Hit& hit : *hits) {
        const std::string body = hit.record.body.text();
        const csp_record told = c_record_of(hit.record, body, hit.key);
        if (sink(sink_context, &told) == 0) { return; }
    }
}
inline void store_due(void* context, void* transaction, std::int64_t until_us, std::uint64_t limit, csp_due_sink sink,
                      void* sink_context, csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto all = open_one(transaction).due(Instant{until_us}, limit);
    *answer = answer_for(all);
    if (!all) { return; }
    for (const Due& due : *all) {
        csp_due told = CSP_INIT(csp_due);
        told.kind = static_cast<std::int32_t>(due.kind);
        told.id = id_of_c(due.id);
        told.at_us = due.at.us;
        if (sink(sink_context, &told) == 0) { return; }
    }
}
inline void store_save(void* context, void* transaction, const csp_save* save, csp_id* holder_out, csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const Record record{.kind = static_cast<Kind>(save->record->kind),
                        .id = any_id(save->record->id),
                        .version = save->record->version,
                        .due = Instant{save->record->due_us},
                        .saved_at = Instant{save->record->saved_at_us},
                        .body = Body{.bytes = cpp_text(save->record->body)}};
    std::vector<Key> keys;
    for (std::size_t i = 0; i < save->keys_count; ++i) {
        keys.push_back(Key{static_cast<std::uint16_t>(save->keys[i].index), cpp_text(save->keys[i].bytes)});
    }
    const auto saved =
        open_one(transaction).save(Save{record, save->expected_version, save->has_keys != 0 ? &keys : nullptr});
    *answer = answer_for(saved);
    if (saved || saved.error().existing.empty()) { return; }
    if (const auto holder = read_any_id(saved.error().existing)) { *holder_out = id_of_c(*holder); }
}
inline void store_append(void* context, void* transaction, const csp_stored_event* event, std::uint64_t* position_out,
                         csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto position = open_one(transaction)
                              .append(StoredEvent{.kind = static_cast<Kind>(event->kind),
                                                  .id = any_id(event->id),
                                                  .version = event->version,
                                                  .at = Instant{event->at_us},
                                                  .request = RequestId{any_id(event->request)},
                                                  .body = Body{.bytes = cpp_text(event->body)}});
    *answer = answer_for(position);
    if (position) { *position_out = *position; }
}
inline void store_events(void* context, void* transaction, std::uint64_t after, std::uint64_t limit,
                         csp_event_sink sink, void* sink_context, csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto events = open_one(transaction).events(after, limit);
    *answer = answer_for(events);
    if (events) { hand_over(*events, sink, sink_context); }
}
inline void store_history(void* context, void* transaction, std::int32_t kind, const csp_id* id,
                          std::uint64_t after_version, std::uint64_t limit, csp_event_sink sink, void* sink_context,
                          csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto events = open_one(transaction).history(static_cast<Kind>(kind), any_id(*id), after_version, limit);
    *answer = answer_for(events);
    if (events) { hand_over(*events, sink, sink_context); }
}
inline void store_recall(void* context, void* transaction, const csp_id* request, std::uint64_t* position_out,
                         csp_answer* answer) {
    if (!CStore::of(context).answers()) { return; }
    const auto position = open_one(transaction).recall(RequestId{any_id(*request)});
    *answer = answer_for(position);
    if (position) { *position_out = *position; }
}
inline void store_commit(void* context, void* transaction, csp_answer* answer) {
    if (CStore::of(context).answers()) { *answer = answer_for(open_one(transaction).commit()); }
}
inline void store_end(void* context, void* transaction) {
    --CStore::of(context).open_transactions;
    delete static_cast<Transaction*>(transaction);
}
inline void store_publish(void* context, const csp_view*, std::size_t, csp_answer* answer) {
    if (CStore::of(context).answers()) { *answer = CSP_DONE; }
}
inline void store_drop(void* context) { ++CStore::of(context).drops; }

inline csp_storage c_storage(CStore& store) {
    csp_storage table = CSP_INIT(csp_storage);
    table.context = &store;
    table.begin = store_begin;
    table.load = store_load;
    table.scan = store_scan;
    table.due = store_due;
    table.save = store_save;
    table.append = store_append;
    table.events = store_events;
    table.history = store_history;
    table.recall = store_recall;
    table.commit = store_commit;
    table.end = store_end;
    table.publish = store_publish;
    table.drop = store_drop;
    return table;
}

}  // namespace csp::test
