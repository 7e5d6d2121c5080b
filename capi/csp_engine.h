/* csp_engine.h - an engine from opening to closing, batches, and the clock that is turned by hand.
 *
 * Included by csp.h, whose seven rules hold here too.
 */
#ifndef CSP_ENGINE_H
#define CSP_ENGINE_H
#include "csp_ports.h"
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- engine ------------------------------------------------------------------------------------------------ */
typedef struct csp_engine_options {
    uint32_t size, reserved;
    csp_str url;                /* "memory:" or "sqlite:shop.db" */
    const csp_storage* storage; /* instead of url; this and the ones below are copied, NULL: csp's own */
    const csp_clock* clock;     /* NULL: the system's, or the next one */
    csp_manual_clock* manual_clock;
    const csp_fulfilment* fulfilment; /* NULL: no keys and addresses can be had */
    const csp_sealer* sealer;         /* how they are stored; needed where there is a fulfilment */
    csp_str sealing_key;              /* or 32 bytes, for csp's own sealer */
    const csp_secrets* secrets;       /* NULL: the dice of libsodium */
    const csp_listener* listener;     /* as csp_engine_listen */
    csp_str profile;                  /* "2018-03", "2018-10", "2019-03", "2020-01" (the default), "2021-06" */
    const csp_str* country_rules;     /* Microsoft's address rules, one JSON text a country, see docs/imports.md */
    size_t country_rules_count;
    uint64_t first_counted_id; /* 0: random ids; otherwise counted from there, so that two runs print the same */
    int32_t attempts;          /* how often a command is tried in all when another writer is first; 0: 8 */
    csp_bool keeps_bills;      /* CSP_NO: you bill elsewhere. Chosen once for a store */
    uint32_t sqlite_normal;    /* not 0: the last commits may be lost with the power, never torn */
    uint32_t busy_timeout_ms;  /* of SQLite; 0: 5000 */
} csp_engine_options;

/* Opens an engine. `drop` of everything that was brought runs exactly once, also when this fails (but for an options
 * struct, or a vtable, whose `size` is wrong: nothing of it is read).
 *   CSP_INVALID      an option is malformed; the field is named
 *   CSP_STORAGE      the store is locked, damaged, not csp's
 *   CSP_UNSUPPORTED  a newer csp wrote the store, or filled the struct */
CSP_API csp_status csp_engine_open(const csp_engine_options* options, csp_engine** engine_out, csp_error* error);
/* Its cursors and batches stay good until they are closed; what was brought is dropped with the last of them. */
CSP_API void csp_engine_close(csp_engine* engine);
/* Told of what this engine commits from now on, after the listeners before it; it stays until the engine is gone. */
CSP_API csp_status csp_engine_listen(csp_engine* engine, const csp_listener* listener, csp_error* error);

/* 0x00MMmmpp of the library that was loaded; compare with CSP_VERSION, with which you were compiled. It fits when MM is
 * the same and it is not older: until then there is only more, from version to version. */
#define CSP_VERSION 0x00000100
CSP_API uint32_t csp_version(void);
CSP_API const char* csp_version_text(void); /* "0.1.0" */

/* Persists what has fallen due, oldest first, each at its own due time, in one commit. `limit` 0: 1,000.
 * Commands and queries are right without it, but for invoices: this alone drafts them, and with them debts. Call it
 * from a timer, at least daily, and again until `is_all_done`. */
typedef struct csp_due_report {
    uint32_t size;
    csp_bool is_all_done; /* 0: `limit` was reached and more is due, call again */
    uint64_t steps;       /* how many deadlines were met */
} csp_due_report;
CSP_API csp_status csp_run_due(csp_engine* engine, uint64_t limit, csp_due_report* report_out, csp_error* error);

/* ---- a clock that stands still until it is told otherwise: years of expiry in milliseconds ----------------- */
CSP_API csp_status csp_manual_clock_open(int64_t start_us, csp_manual_clock** clock_out, csp_error* error);
CSP_API void csp_manual_clock_close(csp_manual_clock* clock); /* engines that use it keep it */
/* Set and moved on in microseconds, and back too; outside 1970-9999 it is CSP_INVALID. */
CSP_API csp_status csp_manual_clock_set(csp_manual_clock* clock, int64_t now_us, csp_error* error);
CSP_API csp_status csp_manual_clock_advance(csp_manual_clock* clock, int64_t us, csp_error* error);
CSP_API csp_status csp_manual_clock_now(csp_manual_clock* clock, int64_t* now_us_out, csp_error* error);

/* ---- days, moments and ids as text and back, and money as text: what csp itself writes, and nothing else --------- */
#define CSP_US_PER_DAY INT64_C(86400000000)
typedef struct csp_text { /* long enough for each of them; ends with NUL */
    char data[40];
} csp_text;
CSP_API csp_status csp_text_of_id(const csp_id* id, csp_text* text_out, csp_error* error);
CSP_API csp_status csp_text_of_day(csp_day day, csp_text* text_out, csp_error* error);
CSP_API csp_status csp_text_of_time(int64_t at_us, csp_text* text_out, csp_error* error);
CSP_API csp_status csp_text_of_money(const csp_money* money, csp_text* text_out, csp_error* error);
CSP_API csp_status csp_id_of_text(const csp_str* text, csp_id* id_out, csp_error* error);
CSP_API csp_status csp_day_of_text(const csp_str* text, csp_day* day_out, csp_error* error);
CSP_API csp_status csp_time_of_text(const csp_str* text, int64_t* at_us_out, csp_error* error);
/* The id of an offer whose name in Microsoft's catalogue is `catalog_id`. */
CSP_API csp_status csp_offer_id_of(const csp_str* catalog_id, csp_id* offer_out, csp_error* error);

/* ---- batches: many commands, one commit, an answer each; a refused one does not stop the others -------------- */
CSP_API csp_status csp_batch_open(csp_engine* engine, csp_batch** batch_out, csp_error* error);
/* After it nothing can be added, and while it runs (from a callback) the batch answers CSP_BUSY. CSP_OK: committed, the
 * refused ones aside. Otherwise the commit came to nothing and this says why: the store failed, others were always
 * first, memory ended. Each command's answer is the same then, but for what was done before under its request id. */
CSP_API csp_status csp_batch_commit(csp_batch* batch, csp_error* error);
/* The answer of the command at that place, from 0, once the batch is committed. */
CSP_API csp_status csp_batch_answer(csp_batch* batch, uint64_t place, csp_receipt* receipt_out, csp_error* error);
CSP_API void csp_batch_close(csp_batch* batch); /* what was not committed is forgotten */

#ifdef __cplusplus
}
#endif
#endif
