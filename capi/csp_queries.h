/* csp_queries.h - what can be read, and asked by whom; the feed; keys, downloads and imports.
 *
 * Included by csp.h, whose seven rules hold here too. Every query answers a cursor, whose first piece is read before
 * the function returns: what is wrong is told at once. Records are shown as of now, with everything applied that has
 * fallen due. A record of another partner answers exactly as one that does not exist.
 */
#ifndef CSP_QUERIES_H
#define CSP_QUERIES_H
#include "csp_commands.h"
#include "csp_ports.h"
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- cursors ------------------------------------------------------------------------------------------------ */
enum {                     /* csp_row.what */
       CSP_ROW_RECORD = 1, /* a record as it stands */
       CSP_ROW_EVENT = 2,  /* of the feed, of a history, or of a preview */
       CSP_ROW_CHARGE = 3, /* of a preview: a money line that it would make */
       CSP_ROW_COMING = 4, /* of a preview or a review: a deadline that would lie ahead */
       CSP_ROW_ANSWER = 5  /* anything else: docs/c-api.md names the fields of each */
};
typedef struct csp_row {
    uint32_t size;
    int32_t what;
    int32_t kind; /* of the record or event; 0: it is neither */
    uint32_t reserved;
    csp_id id;
    uint64_t version;    /* the stored one: what a request may expect; of an event, the record's once it had happened */
    int64_t next_due_us; /* of a record; or CSP_NEVER */
    csp_str json;        /* all of it, as one object */
    csp_str text;        /* a file as it is, or what is shown once: a key, an address, a password */
} csp_row;
typedef struct csp_page {
    uint32_t size;
    csp_bool is_one_page; /* CSP_YES: CSP_END comes at its end; otherwise the next page is read as needed */
    uint64_t rows;        /* of a page: 1 to 1000; 0: 100 */
    csp_str after;        /* what csp_cursor_position said; empty: from the start */
} csp_page;
/* CSP_OK and a row, CSP_END, or why not. On the feed, a cursor that came to its end may be asked again later. Where a
 * callback closes it meanwhile there is no row: CSP_INVALID, as of any closed handle. */
CSP_API csp_status csp_cursor_next(csp_cursor* cursor, csp_row* row_out, csp_error* error);
/* Where the page behind the one that is being read begins, for csp_page.after; empty: there is none. The feed always
 * has one. A page of it may be empty and not the last, where nothing was the asker's to see. */
CSP_API csp_status csp_cursor_position(csp_cursor* cursor, csp_str* after_out, csp_error* error);
/* 1: nothing stands behind the page that is being read, on the feed as of now. */
CSP_API csp_status csp_cursor_is_at_end(csp_cursor* cursor, csp_bool* is_at_end_out, csp_error* error);
/* The row that was read last, as a struct: of a feed, history or preview, and of csp_availability_for. */
typedef struct csp_availability {
    uint32_t size;
    csp_bool is_available;
    csp_id offer;
    csp_str name;
    csp_money unit_price; /* per licence and month */
    csp_bool has_price;   /* 0: no price is known for today */
    uint32_t reserved;
    csp_str rule, reason, sentence; /* the first why not; all of them are in the row's JSON */
} csp_availability;
CSP_API csp_status csp_cursor_event(csp_cursor* cursor, csp_event* event_out, csp_error* error);
CSP_API csp_status csp_cursor_availability(csp_cursor* cursor, csp_availability* answer_out, csp_error* error);
CSP_API void csp_cursor_close(csp_cursor* cursor); /* what was shown once is wiped */

/* ---- one record, of any kind ---------------------------------------------------------------------------------- */
/* A record as it stands. CSP_NOT_FOUND also where it is another partner's. */
CSP_API csp_status csp_read(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                            csp_cursor** cursor_out, csp_error* error);
/* {"command":"cancel_subscription","why_not":null}: what can be asked of it now, and why the rest cannot. */
CSP_API csp_status csp_allowed(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                               csp_cursor** cursor_out, csp_error* error);
/* Its own events behind a version, oldest first. */
CSP_API csp_status csp_history(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                               uint64_t after_version, csp_cursor** cursor_out, csp_error* error);
/* The feed behind a position. The host sees all of it, a partner its own. */
CSP_API csp_status csp_events(csp_engine* engine, const csp_actor* actor, uint64_t after, const csp_page* page,
                              csp_cursor** cursor_out, csp_error* error);

/* ---- customers, offers, orders, subscriptions ------------------------------------------------------------------ */
typedef struct csp_customer_filter {
    uint32_t size, reserved;
    csp_str name_prefix; /* in any case; empty: all */
    csp_id reseller;     /* only those associated with it; nil: all */
} csp_customer_filter;
typedef struct csp_phase_filter {
    uint32_t size, reserved;
    csp_str phase; /* "active"; empty: all */
} csp_phase_filter;

/* CUS-03: exact, in any case. */
CSP_API csp_status csp_customer_by_domain(csp_engine* engine, const csp_actor* actor, const csp_str* domain,
                                          csp_cursor** cursor_out, csp_error* error);
/* CUS-03, CUS-05: by name. A reseller's are those it administers (RES-15); the host sees everybody's. */
CSP_API csp_status csp_customers(csp_engine* engine, const csp_actor* actor, const csp_customer_filter* filter,
                                 const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* CUS-04: a customer's, deleted ones too. */
CSP_API csp_status csp_subscriptions(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                     const csp_phase_filter* filter, const csp_page* page, csp_cursor** cursor_out,
                                     csp_error* error);
/* RES-13: those of the actor's partner with that reseller of record; for the host nothing. */
CSP_API csp_status csp_subscriptions_of_reseller(csp_engine* engine, const csp_actor* actor, const csp_str* mpn_id,
                                                 const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* OFF-08: those that were bought for that subscription, deleted ones too. */
CSP_API csp_status csp_add_ons(csp_engine* engine, const csp_actor* actor, const csp_id* parent, const csp_page* page,
                               csp_cursor** cursor_out, csp_error* error);
/* SUS-02, SUS-03: whether users, and whether administrators, get in now. */
CSP_API csp_status csp_sign_in(csp_engine* engine, const csp_actor* actor, const csp_id* subscription,
                               csp_cursor** cursor_out, csp_error* error);
/* RES-19: the provider, unless a reseller was designated. */
CSP_API csp_status csp_support_contact_of(csp_engine* engine, const csp_actor* actor, const csp_id* subscription,
                                          csp_cursor** cursor_out, csp_error* error); /* no row: nobody */
/* CUS-04: the order history. */
CSP_API csp_status csp_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer, const csp_page* page,
                              csp_cursor** cursor_out, csp_error* error);
/* What a draft would cost and what is wrong with it, line by line. */
CSP_API csp_status csp_review_order(csp_engine* engine, const csp_actor* actor, const csp_id* order,
                                    csp_cursor** cursor_out, csp_error* error);
/* All there are, by name, to everybody. */
CSP_API csp_status csp_offers(csp_engine* engine, const csp_actor* actor, const csp_page* page, csp_cursor** cursor_out,
                              csp_error* error);
/* OFF-02: those of which a customer may have only so many, in one market. */
CSP_API csp_status csp_limited_offers(csp_engine* engine, const csp_actor* actor, const csp_country* market,
                                      const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* Every offer of the view, available or with every reason why not. */
CSP_API csp_status csp_availability_for(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                        csp_cycle cycle, csp_catalog_view view, const csp_page* page,
                                        csp_cursor** cursor_out, csp_error* error);
/* Without a phase: those that are requested or active. */
CSP_API csp_status csp_partnerships(csp_engine* engine, const csp_actor* actor, const csp_phase_filter* filter,
                                    const csp_page* page, csp_cursor** cursor_out, csp_error* error);

/* ---- software, support, activity ------------------------------------------------------------------------------- */
typedef struct csp_activity_filter {
    uint32_t size, reserved;
    const csp_day* from; /* NULL, both: the last 30 days and today */
    const csp_day* to;
    csp_id customer; /* nil: all of the actor's partner; the host has to name one */
} csp_activity_filter;

/* All there are, by name, to everybody. */
CSP_API csp_status csp_products(csp_engine* engine, const csp_actor* actor, const csp_page* page,
                                csp_cursor** cursor_out, csp_error* error);
/* ENT-02, CAN-17: everything bought for the customer, cancelled items too. */
CSP_API csp_status csp_software_items(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                      const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* CUS-04: the order history of software. */
CSP_API csp_status csp_software_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                       const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* CAN-10: the orders of that product of which something can be cancelled now. */
CSP_API csp_status csp_cancellable_orders(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                          const csp_id* product, const csp_page* page, csp_cursor** cursor_out,
                                          csp_error* error);
/* CAN-13..15: what the Cancel dialog shows, line by line. */
CSP_API csp_status csp_cancellation_of(csp_engine* engine, const csp_actor* actor, const csp_id* software_order,
                                       csp_cursor** cursor_out, csp_error* error);
/* SUP-01: the support form of that order, filled in as far as csp can; CAN-07: none where nothing can be taken back. */
CSP_API csp_status csp_support_form_of(csp_engine* engine, const csp_actor* actor, const csp_id* software_order,
                                       csp_cursor** cursor_out, csp_error* error);
/* Those whose form names that customer. */
CSP_API csp_status csp_support_requests(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                        const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* LOG-01: who accessed keys, got links and downloaded, refused attempts too; oldest first. */
CSP_API csp_status csp_software_activity(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                                         const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* LOG-02: the distinct users of the same entries, by name; not those who were only refused. */
CSP_API csp_status csp_software_users(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                                      csp_cursor** cursor_out, csp_error* error);
/* B12: the same entries for the general roles, of at most the last 90 days. */
CSP_API csp_status csp_activity_log(csp_engine* engine, const csp_actor* actor, const csp_activity_filter* filter,
                                    const csp_page* page, csp_cursor** cursor_out, csp_error* error);

/* ---- money ------------------------------------------------------------------------------------------------------- */
/* Of the actor's partner, by number; the host names whose. csp_run_due alone drafts them. */
CSP_API csp_status csp_invoices(csp_engine* engine, const csp_actor* actor, const csp_id* partner,
                                const csp_phase_filter* filter, const csp_page* page, csp_cursor** cursor_out,
                                csp_error* error);
/* Its charges. Together they are the invoice, to the cent. */
CSP_API csp_status csp_invoice_lines(csp_engine* engine, const csp_actor* actor, const csp_id* invoice,
                                     const csp_page* page, csp_cursor** cursor_out, csp_error* error);
/* One row, whose text is the whole file. */
CSP_API csp_status csp_invoice_as_csv(csp_engine* engine, const csp_actor* actor, const csp_id* invoice,
                                      csp_cursor** cursor_out, csp_error* error);
CSP_API csp_status csp_invoice_as_json(csp_engine* engine, const csp_actor* actor, const csp_id* invoice,
                                       csp_cursor** cursor_out, csp_error* error);
/* What lies ahead if nobody does anything, both days included, oldest first; nothing of it is stored. */
CSP_API csp_status csp_forecast(csp_engine* engine, const csp_actor* actor, const csp_id* partner, csp_day from,
                                csp_day to, csp_cursor** cursor_out, csp_error* error);

/* ---- commands whose answer is more than a receipt: one row, or two; what is shown once is its text. What is done is
 * shown also where memory ends right after it; then the JSON beside it is "{}". ---------------------------------- */
/* Takes lines back: credits, and until when the dashboard may lag (CAN-01 and on). */
CSP_API csp_status csp_cancel_software_order(csp_engine* engine, const csp_request* request, const csp_id* order,
                                             const csp_cancel_software* command, csp_cursor** cursor_out,
                                             csp_error* error);
/* ENT-01: the keys of what was bought, fetched from csp_fulfilment the first time. */
CSP_API csp_status csp_show_keys(csp_engine* engine, const csp_request* request, const csp_id* entitlement,
                                 const csp_artifact* artifact, csp_cursor** cursor_out, csp_error* error);
/* ENT-05: the link as it is while it is valid, another two weeks or 50 downloads once it has expired. */
CSP_API csp_status csp_show_link(csp_engine* engine, const csp_request* request, const csp_id* entitlement,
                                 const csp_artifact* artifact, csp_cursor** cursor_out, csp_error* error);
/* Counts one download, and tells where from. By the host for whoever the link was handed to. */
CSP_API csp_status csp_show_download(csp_engine* engine, const csp_request* request, const csp_id* link,
                                     csp_cursor** cursor_out, csp_error* error);
/* Two rows: the whole message, and the link in it, whose address begins with a scheme. `anew` may be NULL. */
CSP_API csp_status csp_draft_partnership(csp_engine* engine, const csp_request* request,
                                         const csp_request_partnership* wish, const csp_str* link_address,
                                         const csp_id* anew, csp_cursor** cursor_out, csp_error* error);
/* RES-10: the whole message, with the link in it. */
CSP_API csp_status csp_edit_partnership(csp_engine* engine, const csp_request* request, const csp_id* partnership,
                                        const csp_str* text, csp_receipt* receipt_out, csp_error* error);
/* RES-11: by whoever holds the link. `is_authorised`: the provider may order for the reseller's customers (B8). */
CSP_API csp_status csp_accept_link(csp_engine* engine, const csp_request* request, const csp_str* link,
                                   csp_bool is_authorised, const csp_id* reseller, csp_receipt* receipt_out,
                                   csp_error* error); /* `reseller` may be NULL; the host names it */
/* By whoever holds the link. */
CSP_API csp_status csp_decline_link(csp_engine* engine, const csp_request* request, const csp_str* link,
                                    csp_receipt* receipt_out, csp_error* error);
/* One row, whose text is the first administrator's password. */
CSP_API csp_status csp_set_up_customer(csp_engine* engine, const csp_request* request,
                                       const csp_create_customer* command, csp_cursor** cursor_out, csp_error* error);
/* CUS-07: always refused: the password is shown once, by csp_set_up_customer. */
CSP_API csp_status csp_setup_info(csp_engine* engine, const csp_actor* actor, const csp_id* customer,
                                  csp_cursor** cursor_out, csp_error* error);

/* ---- imports by the host alone, see docs/imports.md: offers as Microsoft answers them, prices as csp's CSV ------- */
typedef struct csp_import_report {
    uint32_t size, reserved;
    uint64_t read;
    uint64_t stored; /* new, or different from what was stored */
    uint64_t unchanged;
    uint64_t problems;
} csp_import_report;
/* `problems_out` may be NULL: one row for each entry that is not in, with its place in "field", and one where
 * `totalCount` is wrong; fewer than the report counts where memory ends. */
CSP_API csp_status csp_import_offers(csp_engine* engine, const csp_request* request, const csp_str* json,
                                     csp_import_report* report_out, csp_cursor** problems_out, csp_error* error);
CSP_API csp_status csp_import_prices(csp_engine* engine, const csp_request* request, const csp_str* csv,
                                     csp_import_report* report_out, csp_cursor** problems_out, csp_error* error);

#ifdef __cplusplus
}
#endif
#endif
