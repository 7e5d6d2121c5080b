/* csp.h - the C interface of csp: the rules of a cloud solution provider, as a library.
 *
 * Seven rules hold for every function and struct of these headers.
 *  1. A function that can fail returns csp_status and takes a csp_error* last, which may be NULL.
 *  2. What csp_X_open gives, csp_X_close takes back, and so it is with the cursor of every query. Close accepts NULL.
 *     Nothing else is freed. A handle is a ticket: one that is closed, or never was one, answers CSP_INVALID.
 *  3. Text is UTF-8 with a length and no final NUL. csp copies what it is given; what it shows lives until the next
 *     call on the same handle, or until the callback returns. (The names of constants live for ever and end with NUL.)
 *  4. Structs start with `size`; begin them with CSP_INIT(type). Zero always means "the default". Fields are only
 *     appended. Bytes that this csp does not know, and `reserved` ones, must be zero (CSP_UNSUPPORTED). In an array
 *     of structs, the `size` of the first is the step to the next.
 *  5. Times are microseconds since 1970-01-01T00:00:00Z, their names end in _us; a csp_day counts days since then.
 *  6. An engine may be called from any thread; calls on one engine wait for each other. To work in parallel open
 *     several engines on one store. A cursor or batch is one thread's at a time. Callbacks run inside your call, on
 *     your thread, and must not use that engine (CSP_BUSY).
 *  7. Callbacks answer through *answer, which is CSP_FAILED until they write it, and must not let an exception out.
 *     None ever leaves csp.
 *
 * Begin with csp_engine_open in csp_engine.h. See docs/c-api.md.
 */
#ifndef CSP_H
#define CSP_H
#include "csp_commands.h" /* every command of every noun; printed from the C++ headers */
#include "csp_engine.h"   /* open and close, batches, the manual clock, days and ids as text */
#include "csp_ports.h"    /* what a host may bring along: clock, store, keys, listeners */
#include "csp_queries.h"  /* what can be read, asked by whom; the feed; keys and downloads */
#include "csp_values.h"   /* handles, ids, texts, errors, who asks, and what was done */
#include "csp_wizard.h"   /* the pages on which a provider adds a customer for a reseller */
#endif
