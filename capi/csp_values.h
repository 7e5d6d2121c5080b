/* csp_values.h - what every function takes and gives: handles, plain values, errors, requests, receipts.
 *
 * Included by csp.h, whose seven rules hold here too.
 */
#ifndef CSP_VALUES_H
#define CSP_VALUES_H
#include <stddef.h>
#include <stdint.h>
#if defined(_WIN32)
#define CSP_API __declspec(dllimport)
#else
#define CSP_API __attribute__((visibility("default")))
#endif
#ifdef __cplusplus
#define CSP_INIT(type)       \
    ([] {                    \
        type s_{};           \
        s_.size = sizeof s_; \
        return s_;           \
    }())
extern "C" {
#else
#define CSP_INIT(type) \
    { .size = sizeof(type) }
#endif

/* ---- handles: tickets, opened and closed --------------------------------------------------------------- */
typedef struct csp_engine csp_engine;             /* one open store, one clock, the rules */
typedef struct csp_cursor csp_cursor;             /* one running query */
typedef struct csp_batch csp_batch;               /* commands that wait for their one commit */
typedef struct csp_manual_clock csp_manual_clock; /* a clock that is turned by hand */

/* ---- plain values: these never grow, and stand inside other structs ------------------------------------- */
typedef int32_t csp_bool; /* by csp: 1 or 0. To csp: CSP_YES, CSP_NO, or 0 for the default, which mostly is no */
typedef int32_t csp_day;  /* days since 1970-01-01, up to 9999-12-31 */
typedef struct csp_id {
    uint8_t bytes[16]; /* a UUID, RFC 4122 byte order; all zero: none */
} csp_id;
typedef struct csp_str {
    const char* data;
    size_t size;
} csp_str;
typedef struct csp_currency {
    char code[4]; /* "USD"; all zero: none */
} csp_currency;
typedef struct csp_country {
    char code[4]; /* "US"; all zero: none */
} csp_country;
typedef struct csp_money {
    int64_t minor; /* cents, yen, fils */
    csp_currency currency;
    uint32_t reserved;
} csp_money;
typedef struct csp_term {
    csp_day start; /* the first day in it */
    csp_day end;   /* the first day that is not */
} csp_term;
enum { CSP_YES = 1, CSP_NO = -1 };
#define CSP_NEVER INT64_MAX /* later than everything: what is never due */

/* ---- answers: numbers are never used again -------------------------------------------------------------- */
typedef int32_t csp_status;
enum {
    CSP_OK = 0,
    CSP_END = 1,          /* the cursor has no more rows */
    CSP_INVALID = -1,     /* the value itself is malformed, whatever the records say */
    CSP_NOT_FOUND = -2,   /* no such record, or another partner's: the same answer */
    CSP_REFUSED = -3,     /* a rule says no, now */
    CSP_CONFLICT = -4,    /* the record changed meanwhile; read it again */
    CSP_STORAGE = -5,     /* the store failed, is locked, is full, is damaged */
    CSP_BUSY = -6,        /* called from inside a callback of the same engine */
    CSP_UNSUPPORTED = -7, /* made by a newer csp, or asked of an older one */
    CSP_NO_MEMORY = -8,
    CSP_INTERNAL = -9,  /* csp is wrong, or a port of yours is missing or failed */
    CSP_FORBIDDEN = -10 /* the actor's roles do not allow it */
};
CSP_API const char* csp_status_name(csp_status status); /* "refused"; "unknown" */

/* Yours; nothing to free. Where `json` points to at least `json_capacity` bytes, the whole refusal is written there
 * as one JSON object (what else is wrong, which commands are allowed); where it does not fit nothing is written, and
 * json_size still says how many bytes it takes. A text that is longer than its field is cut between two letters. Where
 * its `size` is wrong nothing is written, and the call goes on as if it were NULL. */
typedef struct csp_error {
    uint32_t size;
    csp_status status;
    int32_t microsoft; /* Microsoft's number for the same refusal; 0: there is none */
    int32_t reserved;
    csp_id existing;   /* the record that stands in the way; nil: none */
    char rule[16];     /* "SUS-09": the rule that refused, or "" */
    char reason[64];   /* the refusal in snake case, for programs: "window_expired" */
    char phase[32];    /* the phase the record is in: "suspended" */
    char field[128];   /* the offending field: "lines[1].offer" */
    char message[248]; /* one English sentence; all of these end with NUL */
    char* json;
    uint64_t json_capacity;
    uint64_t json_size;
} csp_error;

/* ---- who asks -------------------------------------------------------------------------------------------- */
enum {                    /* bits of csp_actor.roles; any one of them suffices where several may */
       CSP_ROLE_HOST = 1, /* the embedding program itself */
       CSP_ROLE_GLOBAL_ADMIN = 2,
       CSP_ROLE_ADMIN_AGENT = 4,
       CSP_ROLE_SALES_AGENT = 8,
       CSP_ROLE_HELPDESK_AGENT = 16,
       CSP_ROLE_BILLING_ADMIN = 32,
       CSP_ROLE_USER_MANAGEMENT_ADMIN = 64,
       CSP_ROLE_ACCOUNT_ADMIN = 128,
       CSP_ROLE_REFERRAL_ADMIN = 256,
       CSP_ROLE_MARKETING_CONTENT_ADMIN = 512
};
CSP_API const char* csp_role_name(int32_t role); /* of one bit */

/* Somebody of a partner, as you have signed them in. There is no default: an actor that was forgotten must not become
 * the host, who may do everything. */
typedef struct csp_actor {
    uint32_t size;
    uint32_t roles;
    csp_id partner; /* nil for the host */
    csp_str user;   /* shown in the history: "ann@contoso.com" */
} csp_actor;

typedef struct csp_request {
    uint32_t size, reserved;
    const csp_actor* by;
    csp_id id;                 /* nil: none. Asked again with the same id and command, the answer is the same */
    uint64_t expected_version; /* 0: any; a billing profile wants one. Not the record's version: CSP_CONFLICT */
} csp_request;

/* What was done. Once you have it, it survives the end of the process, unless the store is in memory. */
typedef struct csp_receipt {
    uint32_t size;
    int32_t kind; /* CSP_KIND_... */
    csp_id id;
    uint64_t version;
    int64_t at_us;
    uint64_t first_event; /* its position in the feed */
    uint64_t events;      /* how many events it made, reactions included */
    csp_bool is_repeated; /* it had been done before, under the same request id */
    uint32_t reserved;
} csp_receipt;

#ifdef __cplusplus
}
#endif
#endif
