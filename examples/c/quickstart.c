/* The main job, in C: a provider sells, suspends and reactivates licences, and nothing is lost.
 *
 *   quickstart_c [--db FILE] [--offers FILE] [--fresh]
 *
 * The same story as examples/quickstart.cpp, and the same timeline: a test compares what the two print.
 */
#include <csp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "small.h"

typedef struct story {
    csp_engine* engine;
    csp_manual_clock* clock;
    csp_actor host, ann;
    csp_request by_host, by_ann;
    csp_id customer;
    csp_receipt receipt;
} story;

typedef struct options {
    const char *database, *offers, *prices;
    int is_fresh;
} options;

static const char* now_of(const story* told) {
    static csp_text shown;
    int64_t now_us = 0;
    must(csp_manual_clock_now(told->clock, &now_us, &error), "ask the clock");
    must(csp_text_of_time(now_us, &shown, &error), "write a moment");
    return shown.data;
}

/* ---- the catalogue ------------------------------------------------------------------------------------------ */

static void import_list(story* told, const char* path, int is_offers) {
    csp_import_report report = CSP_INIT(csp_import_report);
    csp_str list = content_of(path);
    must(is_offers ? csp_import_offers(told->engine, &told->by_host, &list, &report, NULL, &error)
                   : csp_import_prices(told->engine, &told->by_host, &list, &report, NULL, &error),
         "import");
    printf("%s: %lu read, %lu stored, %lu unchanged, %lu refused\n", is_offers ? "offers" : "prices",
           (unsigned long)report.read, (unsigned long)report.stored, (unsigned long)report.unchanged,
           (unsigned long)report.problems);
    free((void*)list.data);
}

/* The struct has the first reason; all of them are in the row's JSON. */
static int mentions(csp_str json, const char* word) {
    const size_t size = strlen(word);
    size_t at;
    for (at = 0; at + size <= json.size; ++at) {
        if (memcmp(json.data + at, word, size) == 0) { return 1; }
    }
    return 0;
}

static void print_availability(const csp_availability* answer) {
    csp_text price;
    printf("  %s%.*s", answer->is_available ? "yes " : "no  ", (int)answer->name.size, answer->name.data);
    if (answer->has_price) {
        must(csp_text_of_money(&answer->unit_price, &price, &error), "write a price");
        printf(", %s a month", price.data);
    }
    if (!answer->is_available) {
        printf(" (%.*s: %.*s)", (int)answer->rule.size, answer->rule.data, (int)answer->sentence.size,
               answer->sentence.data);
    }
    printf("\n");
}

/* Prints what may be bought, and the first reason why the rest may not. Answers the first offer that may. Trials and
 * regular offers stand on pages of their own (OFF-07), and what is on the other one is not counted. */
static csp_id show_availability(story* told, csp_cycle cycle, csp_catalog_view view, const char* title, int is_print) {
    enum { shown = 6 };
    unsigned long available = 0, refused = 0;
    csp_id first = {{0}};
    csp_row row = CSP_INIT(csp_row);
    csp_availability answer = CSP_INIT(csp_availability);
    csp_cursor* cursor = NULL;
    csp_status status;
    if (!is_print) { /* the numbers come first, so it is read twice */
        printf("%s: ", title);
    }
    must(csp_availability_for(told->engine, &told->ann, &told->customer, cycle, view, NULL, &cursor, &error), title);
    while ((status = csp_cursor_next(cursor, &row, &error)) == CSP_OK) {
        must(csp_cursor_availability(cursor, &answer, &error), title);
        if (mentions(row.json, "_view_only\"")) { continue; }
        if (answer.is_available && available == 0) { first = answer.offer; }
        if ((answer.is_available ? ++available : ++refused) <= shown && is_print) { print_availability(&answer); }
    }
    must(status == CSP_END ? CSP_OK : status, title);
    csp_cursor_close(cursor);
    if (is_print) { return first; }
    printf("%lu available, %lu not; the first of each:\n", available, refused);
    return show_availability(told, cycle, view, title, 1);
}

/* ---- the customer and its orders ----------------------------------------------------------------------------- */

static void add_customer(story* told) {
    csp_address address = CSP_INIT(csp_address);
    csp_billing_profile profile = CSP_INIT(csp_billing_profile);
    csp_create_customer contoso = CSP_INIT(csp_create_customer);
    address.line1 = text("1 Main Street");
    address.city = text("Redmond");
    address.state = text("WA");
    address.postal_code = text("98052");
    strcpy(address.country.code, "US");
    address.first_name = text("Ben");
    address.last_name = text("Smith");
    address.phone = text("4255550100");
    profile.company_name = text("Contoso");
    profile.email = text("ben@contoso.example.com");
    profile.culture = text("en-US");
    profile.language = text("en");
    profile.address = &address;
    contoso.domain = text("contoso.example.com");
    contoso.profile = &profile;
    must(csp_customer_create(told->engine, &told->by_ann, NULL, &contoso, &told->receipt, &error), "add customer");
    told->customer = told->receipt.id;
    printf("added the customer Contoso\n");
}

static void find_or_add_customer(story* told) {
    const csp_str domain = text("contoso.example.com");
    csp_cursor* cursor = NULL;
    csp_row row = CSP_INIT(csp_row);
    if (csp_customer_by_domain(told->engine, &told->ann, &domain, &cursor, &error) != CSP_OK) {
        add_customer(told);
        return;
    }
    must(csp_cursor_next(cursor, &row, &error), "find the customer");
    told->customer = row.id;
    csp_cursor_close(cursor);
}

static csp_id offer_named(const char* catalog_id) {
    const csp_str name = text(catalog_id);
    csp_id offer;
    must(csp_offer_id_of(&name, &offer, &error), "name an offer");
    return offer;
}

/* The first of an order's events behind its own is that of its first subscription. */
static csp_id first_subscription_of(story* told, const csp_receipt* receipt) {
    csp_cursor* cursor = NULL;
    csp_row row = CSP_INIT(csp_row);
    must(csp_events(told->engine, &told->host, receipt->first_event, NULL, &cursor, &error), "read the feed");
    do { must(csp_cursor_next(cursor, &row, &error), "read the feed"); } while (row.kind != CSP_KIND_SUBSCRIPTION);
    csp_cursor_close(cursor);
    return row.id;
}

static csp_id order_seats(story* told) {
    const int32_t first_line = 0;
    csp_order_line lines[2] = {CSP_INIT(csp_order_line), CSP_INIT(csp_order_line)};
    csp_place_order order = CSP_INIT(csp_place_order);
    lines[0].offer = offer_named("031C9E47-4802-4248-838E-778FB1D2CC05");
    lines[0].quantity = 25;
    lines[1].offer = offer_named("C94271D8-B431-4A25-A3C5-A57737A1C909");
    lines[1].quantity = 5;
    lines[1].parent_line = &first_line;
    order.customer = told->customer;
    order.cycle = CSP_CYCLE_MONTHLY;
    order.lines = lines;
    order.lines_count = 2;
    must(csp_order_place(told->engine, &told->by_ann, NULL, &order, &told->receipt, &error), "order seats");
    printf("ordered 25 seats and 5 licences of an add-on\n");
    return first_subscription_of(told, &told->receipt);
}

static void order_trial(story* told, csp_id trial) {
    csp_order_line line = CSP_INIT(csp_order_line);
    csp_place_order order = CSP_INIT(csp_place_order);
    const csp_id none = {{0}};
    if (memcmp(&trial, &none, sizeof none) == 0) { return; }
    line.offer = trial;
    line.quantity = 25;
    order.customer = told->customer;
    order.cycle = CSP_CYCLE_NONE;
    order.lines = &line;
    order.lines_count = 1;
    must(csp_order_place(told->engine, &told->by_ann, NULL, &order, &told->receipt, &error), "order a trial");
    printf("ordered a trial\n");
}

/* ---- what they live through ----------------------------------------------------------------------------------- */

static void suspend(story* told, const csp_id* seats, const char* said) {
    csp_suspend_subscription command = CSP_INIT(csp_suspend_subscription);
    command.reason = CSP_SUSPENSION_REASON_NON_PAYMENT;
    must(csp_subscription_suspend(told->engine, &told->by_ann, seats, &command, &told->receipt, &error), said);
    printf("%s  %s\n", now_of(told), said);
}

/* It is deleted at the first moment after its last day: the deadline tells the date. */
static int64_t end_of_last_day(story* told, const csp_id* seats) {
    csp_cursor* cursor = NULL;
    csp_row row = CSP_INIT(csp_row);
    csp_text last_day;
    must(csp_read(told->engine, &told->ann, CSP_KIND_SUBSCRIPTION, seats, &cursor, &error), "read the subscription");
    must(csp_cursor_next(cursor, &row, &error), "read the subscription");
    csp_cursor_close(cursor);
    must(csp_text_of_day((csp_day)(row.next_due_us / CSP_US_PER_DAY) - 1, &last_day, &error), "write a day");
    printf("  the date under the Suspended button: %s\n", last_day.data);
    return row.next_due_us;
}

static void run_due(story* told) {
    csp_due_report report = CSP_INIT(csp_due_report);
    must(csp_run_due(told->engine, 0, &report, &error), "run what is due");
}

/* Sold, changed, suspended, saved on the last good day, suspended again and lost. */
static void live_through(story* told) {
    csp_change_quantity more = CSP_INIT(csp_change_quantity);
    csp_id trial, seats;
    csp_status late;
    show_availability(told, CSP_CYCLE_MONTHLY, CSP_CATALOG_VIEW_REGULAR, "monthly", 0);
    trial = show_availability(told, CSP_CYCLE_NONE, CSP_CATALOG_VIEW_TRIAL, "trials", 0);
    seats = order_seats(told);
    order_trial(told, trial);
    show_availability(told, CSP_CYCLE_NONE, CSP_CATALOG_VIEW_TRIAL, "trials, once one was ordered", 0);

    must(csp_manual_clock_advance(told->clock, 10 * CSP_US_PER_DAY, &error), "wait");
    more.quantity = 30;
    must(csp_subscription_change_quantity(told->engine, &told->by_ann, &seats, &more, &told->receipt, &error), "30");
    printf("%s  30 seats\n", now_of(told));
    suspend(told, &seats, "suspended for non-payment");
    must(csp_manual_clock_set(told->clock, end_of_last_day(told, &seats) - 1, &error), "wait");
    run_due(told); /* the trial has ended meanwhile */
    must(csp_subscription_reactivate(told->engine, &told->by_ann, &seats, NULL, &told->receipt, &error), "reactivate");
    printf("%s  reactivated at the last good moment\n", now_of(told));
    suspend(told, &seats, "suspended again");
    must(csp_manual_clock_set(told->clock, end_of_last_day(told, &seats), &error), "wait");
    printf("%s  reactivating one microsecond later: ", now_of(told));
    late = csp_subscription_reactivate(told->engine, &told->by_ann, &seats, NULL, &told->receipt, &error);
    if (late == CSP_OK) {
        printf("done\n");
    } else {
        printf("%s: %s\n", error.rule, error.message);
    }
    run_due(told);
}

/* ---- the timeline, and the proof -------------------------------------------------------------------------------- */

static unsigned long print_timeline(csp_engine* engine, const csp_actor* host, int is_silent) {
    unsigned long listings = 0, events = 0;
    csp_cursor* cursor = NULL;
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    csp_text at;
    must(csp_events(engine, host, 0, NULL, &cursor, &error), "read the feed");
    if (!is_silent) { printf("\n%-29s%-15s%-27sby\n", "when (UTC)", "record", "what happened"); }
    while (csp_cursor_next(cursor, &row, &error) == CSP_OK) {
        must(csp_cursor_event(cursor, &event, &error), "read the feed");
        ++events;
        if (event.kind == CSP_KIND_OFFER) {
            ++listings;
        } else if (!is_silent) {
            must(csp_text_of_time(event.at_us, &at, &error), "write a moment");
            printf("%-29s%-15s%-27.*s%.*s\n", at.data, csp_kind_name(event.kind), (int)event.name.size, event.name.data,
                   event.user.size == 0 ? 4 : (int)event.user.size, event.user.size == 0 ? "time" : event.user.data);
        }
    }
    csp_cursor_close(cursor);
    if (!is_silent) { printf("and %lu events of the catalogue\n\n", listings); }
    return events;
}

static void enrol(story* told) {
    csp_enrolment enrolment = CSP_INIT(csp_enrolment);
    csp_enrol_partner fabrikam = CSP_INIT(csp_enrol_partner);
    enrolment.company_name = text("Fabrikam");
    enrolment.kind = CSP_PARTNER_KIND_DIRECT_BILL;
    enrolment.mpn_id = text("4512345");
    strcpy(enrolment.country.code, "US");
    enrolment.billing_day = 15;
    strcpy(enrolment.billing_currency.code, "USD");
    fabrikam.enrolment = &enrolment;
    must(csp_partner_enrol(told->engine, &told->by_host, NULL, &fabrikam, &told->receipt, &error), "enrol");
    told->ann.partner = told->receipt.id;
}

/* Goes on where the file ends: the partner and its customer are there, and so is the time. */
static void find_or_begin(story* told, int64_t start_us) {
    int is_new = 1;
    int64_t latest_us = start_us;
    csp_cursor* cursor = NULL;
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    must(csp_events(told->engine, &told->host, 0, NULL, &cursor, &error), "read the feed");
    while (csp_cursor_next(cursor, &row, &error) == CSP_OK) {
        must(csp_cursor_event(cursor, &event, &error), "read the feed");
        if (event.kind == CSP_KIND_PARTNER && event.version == 1) {
            told->ann.partner = event.id;
            is_new = 0;
        }
        if (event.at_us > latest_us) { latest_us = event.at_us; }
    }
    csp_cursor_close(cursor);
    must(csp_manual_clock_set(told->clock, latest_us, &error), "set the clock");
    if (is_new) { enrol(told); }
    printf("%s, at %s\n", is_new ? "a new file" : "continuing with the same file", now_of(told));
}

static void open_engine(story* told, const options* chosen) {
    csp_engine_options how = CSP_INIT(csp_engine_options);
    char url[1024];
    snprintf(url, sizeof url, "sqlite:%s", chosen->database);
    how.url = text(url);
    how.manual_clock = told->clock;
    how.keeps_bills = CSP_NO; /* who keeps bills here has to say what was paid */
    must(csp_engine_open(&how, &told->engine, &error), "open");
}

static void begin(story* told, const options* chosen) {
    const csp_str start = text("2019-09-02T09:00:00Z");
    const csp_actor nobody = CSP_INIT(csp_actor);
    const csp_request nothing = CSP_INIT(csp_request);
    const csp_receipt none = CSP_INIT(csp_receipt);
    int64_t start_us = 0;
    must(csp_time_of_text(&start, &start_us, &error), "start");
    must(csp_manual_clock_open(start_us, &told->clock, &error), "start");
    open_engine(told, chosen);
    told->receipt = none;
    told->host = told->ann = nobody;
    told->host.user = text("host");
    told->host.roles = CSP_ROLE_HOST;
    told->ann.user = text("ann@fabrikam.example.com");
    told->ann.roles = CSP_ROLE_ADMIN_AGENT;
    told->by_host = told->by_ann = nothing;
    told->by_host.by = &told->host;
    told->by_ann.by = &told->ann;
    find_or_begin(told, start_us);
}

static options options_from(int count, char** words) {
    options chosen = {"csp-quickstart-c.db", CSP_EXAMPLES_DIR "/data/offers.json", CSP_EXAMPLES_DIR "/data/prices.csv",
                      0};
    int i;
    for (i = 1; i < count; ++i) {
        if (strcmp(words[i], "--fresh") == 0) {
            chosen.is_fresh = 1;
        } else if (strcmp(words[i], "--db") == 0 && i + 1 < count) {
            chosen.database = words[++i];
        } else if (strcmp(words[i], "--offers") == 0 && i + 1 < count) {
            chosen.offers = words[++i];
        } else {
            fprintf(stderr, "usage: quickstart_c [--db FILE] [--offers FILE] [--fresh]\n");
            exit(2);
        }
    }
    return chosen;
}

static void remove_database(const char* path) {
    static const char* const endings[] = {"", "-wal", "-shm"};
    char name[1024];
    size_t i;
    for (i = 0; i < 3; ++i) {
        snprintf(name, sizeof name, "%s%s", path, endings[i]);
        remove(name);
    }
}

int main(int count, char** words) {
    const options chosen = options_from(count, words);
    story told;
    unsigned long before, after;
    if (chosen.is_fresh) { remove_database(chosen.database); }
    begin(&told, &chosen);
    import_list(&told, chosen.offers, 1);
    import_list(&told, chosen.prices, 0);
    find_or_add_customer(&told);
    live_through(&told);
    before = print_timeline(told.engine, &told.host, 0);
    csp_engine_close(told.engine);
    open_engine(&told, &chosen); /* as another program would */
    after = print_timeline(told.engine, &told.host, 1);
    printf("reopened %s: %lu events, %s\n", chosen.database, after,
           before == after ? "nothing was lost" : "SOMETHING WAS LOST");
    csp_engine_close(told.engine);
    csp_manual_clock_close(told.clock);
    return before == after ? 0 : 1;
}
