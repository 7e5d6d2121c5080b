// A store of C which knows what was committed in it, so that a call which should leave nothing behind is found out.
#pragma once

#include "capi/c_storage.hpp"

namespace csp::fuzz {

struct WatchedStore : test::CStore {
    /// Of the call that is being watched. A refused command has an event of version 0, and perhaps one of the log.
    struct Written {
        int records{0};
        int events{0};
        int refusals{0};
    };
    Written written{};
    Written unfinished{};
    std::uint64_t feed{0};  ///< the position of the last event

    static WatchedStore& of(void* context) { return static_cast<WatchedStore&>(CStore::of(context)); }

    static void begin(void* context, csp_bool for_writing, void** transaction_out, csp_answer* answer) {
        if (for_writing != 0) { of(context).unfinished = Written{}; }
        test::store_begin(context, for_writing, transaction_out, answer);
    }
    static void save(void* context, void* transaction, const csp_save* save, csp_id* holder_out, csp_answer* answer) {
        test::store_save(context, transaction, save, holder_out, answer);
        if (save->record->kind != CSP_KIND_ACTIVITY) { ++of(context).unfinished.records; }
    }
    static void append(void* context, void* transaction, const csp_stored_event* event, std::uint64_t* position_out,
                       csp_answer* answer) {
        test::store_append(context, transaction, event, position_out, answer);
        const bool is_refusal = event->version == 0 || event->kind == CSP_KIND_ACTIVITY;
        ++(is_refusal ? of(context).unfinished.refusals : of(context).unfinished.events);
    }
    static void commit(void* context, void* transaction, csp_answer* answer) {
        test::store_commit(context, transaction, answer);
        if (*answer != CSP_DONE) { return; }
        WatchedStore& store = of(context);
        store.written.records += store.unfinished.records;
        store.written.events += store.unfinished.events;
        store.written.refusals += store.unfinished.refusals;
        store.feed += static_cast<std::uint64_t>(store.unfinished.events + store.unfinished.refusals);
        store.unfinished = Written{};
    }

    csp_storage table() {
        csp_storage made = test::c_storage(*this);
        made.begin = begin;
        made.save = save;
        made.append = append;
        made.commit = commit;
        return made;
    }
};

}  // namespace csp::fuzz
