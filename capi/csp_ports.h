/* csp_ports.h - what a host may bring along: clock, store, fulfilment, sealer, secrets, listeners.
 *
 * Included by csp.h, whose seven rules hold here too. A vtable is copied; its functions are called inside your calls,
 * on your threads, and from several threads at once where several engines have it. `drop` may be NULL; otherwise it
 * runs exactly once, when csp is done with `context`. Pointers that a callback is given live until it returns.
 */
#ifndef CSP_PORTS_H
#define CSP_PORTS_H
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a callback answers. Nothing written, or a number that is not here: CSP_FAILED. */
typedef int32_t csp_answer;
enum { CSP_FAILED = 0, CSP_DONE = 1, CSP_ABSENT = 2, CSP_CLASH = 3 };

/* ---- the clock: a moment outside 1970-9999 is refused ------------------------------------------------------ */
typedef struct csp_clock {
    uint32_t size, reserved;
    void* context;
    void (*now)(void* context, int64_t* now_us_out, csp_answer* answer);
    void (*drop)(void* context);
} csp_clock;

/* ---- the store: an ordered, versioned, transactional keeper of records and events. csp/storage.hpp has the promises
 * that every store keeps; csp certifies one with csp/testing_storage.hpp. ------------------------------------- */
typedef struct csp_record {
    uint32_t size;
    int32_t kind;
    csp_id id;
    uint64_t version;
    int64_t due_us; /* its next deadline, or CSP_NEVER */
    int64_t saved_at_us;
    csp_str body; /* JSON; keep it as it is */
    csp_str key;  /* of scan: the bytes of the index entry under which it was found */
} csp_record;
typedef struct csp_key { /* no two records hold the same bytes in one index; ordered by memcmp */
    uint32_t size;
    uint32_t index;
    csp_str bytes;
} csp_key;
typedef struct csp_save {
    uint32_t size;
    csp_bool has_keys; /* 1: these are all keys of the record from now on; 0: they stay as they are */
    const csp_record* record;
    uint64_t expected_version; /* CSP_CLASH unless it is the stored one; 0: there must be none yet */
    const csp_key* keys;       /* CSP_CLASH when one of them belongs to another record */
    size_t keys_count;
} csp_save;
typedef struct csp_stored_event {
    uint32_t size;
    int32_t kind;
    uint64_t position; /* given by the store */
    csp_id id;
    uint64_t version;
    int64_t at_us;
    csp_id request; /* nil, or the request that this is the first event of */
    csp_str body;
} csp_stored_event;
typedef struct csp_due {
    uint32_t size;
    int32_t kind;
    csp_id id;
    int64_t at_us;
} csp_due;
typedef struct csp_view { /* a plain table for reports: one row a record, one column a field of its body */
    uint32_t size;
    int32_t kind;
    csp_str name;
    const csp_str* fields;
    size_t fields_count;
} csp_view;

/* Where a store puts what it found, one after the other; csp copies it. Answers 0 when that was enough. */
typedef int32_t (*csp_record_sink)(void* sink, const csp_record* record);
typedef int32_t (*csp_event_sink)(void* sink, const csp_stored_event* event);
typedef int32_t (*csp_due_sink)(void* sink, const csp_due* due);

typedef struct csp_storage {
    uint32_t size, reserved;
    void* context;
    /* *transaction_out is yours and comes back below, until `end`, which is called once for each. */
    void (*begin)(void* context, csp_bool for_writing, void** transaction_out, csp_answer* answer);
    void (*load)(void* context, void* transaction, int32_t kind, const csp_id* id, csp_record_sink sink,
                 void* sink_context, csp_answer* answer); /* CSP_ABSENT: there is none */
    void (*scan)(void* context, void* transaction, uint32_t index, const csp_str* prefix, const csp_str* after,
                 uint64_t limit, csp_record_sink sink, void* sink_context, csp_answer* answer);
    void (*due)(void* context, void* transaction, int64_t until_us, uint64_t limit, csp_due_sink sink,
                void* sink_context, csp_answer* answer); /* by deadline, then kind, then id */
    /* CSP_CLASH over a key: say in *holder_out which record holds it. */
    void (*save)(void* context, void* transaction, const csp_save* save, csp_id* holder_out, csp_answer* answer);
    void (*append)(void* context, void* transaction, const csp_stored_event* event, uint64_t* position_out,
                   csp_answer* answer); /* CSP_CLASH: that request, or that version of the record, has an event */
    void (*events)(void* context, void* transaction, uint64_t after, uint64_t limit, csp_event_sink sink,
                   void* sink_context, csp_answer* answer);
    void (*history)(void* context, void* transaction, int32_t kind, const csp_id* id, uint64_t after_version,
                    uint64_t limit, csp_event_sink sink, void* sink_context, csp_answer* answer);
    void (*recall)(void* context, void* transaction, const csp_id* request, uint64_t* position_out,
                   csp_answer* answer); /* position 0, or CSP_ABSENT: no event has it */
    void (*commit)(void* context, void* transaction, csp_answer* answer); /* CSP_CLASH: another writer was first */
    void (*end)(void* context, void* transaction); /* without a commit before: nothing has happened */
    void (*publish)(void* context, const csp_view* views, size_t views_count, csp_answer* answer); /* may be NULL */
    void (*drop)(void* context);
} csp_storage;

/* ---- keys and download addresses, and how they lie at rest --------------------------------------------------- */
/* Takes a text that csp copies; what it copied is wiped once it is no longer needed. */
typedef void (*csp_text_sink)(void* sink, const char* data, size_t size);

typedef struct csp_delivery {
    uint32_t size;
    int32_t quantity;
    csp_id entitlement;
    csp_id product;
    csp_id link;      /* of an address; nil for a key */
    uint64_t renewal; /* of an address: how often the link has begun before */
    csp_str catalog_id, version, language, file_type;
} csp_delivery;
/* The same delivery gives the same answer: it may be asked for again when another writer was first, or when what was
 * given could not be shown. */
typedef struct csp_fulfilment {
    uint32_t size, reserved;
    void* context;
    void (*key_for)(void* context, const csp_delivery* delivery, csp_text_sink sink, void* sink_context,
                    csp_answer* answer);
    void (*url_for)(void* context, const csp_delivery* delivery, csp_text_sink sink, void* sink_context,
                    csp_answer* answer);
    void (*drop)(void* context);
} csp_fulfilment;
/* `belongs_to` is not in the sealed text, and only the same one opens it. Sealed texts are printable ASCII. Both are
 * asked inside the transaction of the command: nobody else writes meanwhile. */
typedef struct csp_sealer {
    uint32_t size, reserved;
    void* context;
    void (*seal)(void* context, const csp_str* secret, const csp_str* belongs_to, csp_text_sink sink,
                 void* sink_context, csp_answer* answer);
    void (*open)(void* context, const csp_str* sealed, const csp_str* belongs_to, csp_text_sink sink,
                 void* sink_context, csp_answer* answer);
    void (*drop)(void* context);
} csp_sealer;
/* Fills all of it with bytes that nobody can guess. */
typedef struct csp_secrets {
    uint32_t size, reserved;
    void* context;
    void (*fill)(void* context, uint8_t* bytes, size_t size, csp_answer* answer);
    void (*drop)(void* context);
} csp_secrets;

/* ---- listeners ------------------------------------------------------------------------------------------------ */
typedef struct csp_event {
    uint32_t size;
    int32_t kind; /* of the record: CSP_KIND_... */
    csp_id id;
    uint64_t position;
    uint64_t version; /* 0 for a refused command */
    int64_t at_us;    /* when it happened: for what fell due, the due time */
    csp_id partner;
    csp_id asker; /* whose user asked, where it was not `partner`: a reseller's */
    csp_id request;
    csp_str user;    /* who asked; empty for what fell due */
    csp_str command; /* "suspend_subscription" */
    csp_str name;    /* "subscription_suspended", or "command_refused" */
    csp_str json;    /* all of it, as a row of csp_events has it; `what` is the event and its fields */
} csp_event;
/* Told of every event that this engine commits, once it is stored, in order; csp_events has those of other engines too,
 * and those of a commit whose answer the store lost: then the command answers CSP_OK with is_repeated, and nobody is
 * told.
 * There is nothing to answer: it has happened. */
typedef struct csp_listener {
    uint32_t size, reserved;
    void* context;
    void (*happened)(void* context, const csp_event* event);
    void (*drop)(void* context);
} csp_listener;

#ifdef __cplusplus
}
#endif
#endif
