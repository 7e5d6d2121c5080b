// Queries: each with nothing at all, each with an engine alone, and some that answer.
#include <doctest/doctest.h>

#include <cstring>
#include <tuple>
#include <utility>

#include "c_shop.hpp"

using namespace csp::test;

namespace {

/// Calls any function of the interface with zeros and NULLs.
template <class... Words>
csp_status with_nothing(csp_status (*function)(Words...)) {
    return function(Words{}...);
}
/// The same, but its first word is good.
template <class Handle, class... Words>
csp_status with_only(Handle* handle, csp_status (*function)(Handle*, Words...)) {
    return function(handle, Words{}...);
}

/// Calls `check(function, name)` for each that takes an engine first.
template <class Check>
void for_each_query(Check check) {
#define CSP_CHECK(function) check(&function, #function)
    CSP_CHECK(csp_read);
    CSP_CHECK(csp_allowed);
    CSP_CHECK(csp_history);
    CSP_CHECK(csp_events);
    CSP_CHECK(csp_customer_by_domain);
    CSP_CHECK(csp_customers);
    CSP_CHECK(csp_subscriptions);
    CSP_CHECK(csp_subscriptions_of_reseller);
    CSP_CHECK(csp_add_ons);
    CSP_CHECK(csp_sign_in);
    CSP_CHECK(csp_support_contact_of);
    CSP_CHECK(csp_orders);
    CSP_CHECK(csp_review_order);
    CSP_CHECK(csp_offers);
    CSP_CHECK(csp_limited_offers);
    CSP_CHECK(csp_availability_for);
    CSP_CHECK(csp_partnerships);
    CSP_CHECK(csp_products);
    CSP_CHECK(csp_software_items);
    CSP_CHECK(csp_software_orders);
    CSP_CHECK(csp_cancellable_orders);
    CSP_CHECK(csp_cancellation_of);
    CSP_CHECK(csp_support_form_of);
    CSP_CHECK(csp_support_requests);
    CSP_CHECK(csp_software_activity);
    CSP_CHECK(csp_software_users);
    CSP_CHECK(csp_activity_log);
    CSP_CHECK(csp_invoices);
    CSP_CHECK(csp_invoice_lines);
    CSP_CHECK(csp_invoice_as_csv);
    CSP_CHECK(csp_invoice_as_json);
    CSP_CHECK(csp_forecast);
    CSP_CHECK(csp_cancel_software_order);
    CSP_CHECK(csp_show_keys);
    CSP_CHECK(csp_show_link);
    CSP_CHECK(csp_show_download);
    CSP_CHECK(csp_draft_partnership);
    CSP_CHECK(csp_edit_partnership);
    CSP_CHECK(csp_accept_link);
    CSP_CHECK(csp_decline_link);
    CSP_CHECK(csp_set_up_customer);
    CSP_CHECK(csp_setup_info);
    CSP_CHECK(csp_import_offers);
    CSP_CHECK(csp_import_prices);
    CSP_CHECK(csp_wizard_start);
    CSP_CHECK(csp_wizard_give_details);
    CSP_CHECK(csp_wizard_choose_subscriptions);
    CSP_CHECK(csp_wizard_cancel);
    CSP_CHECK(csp_wizard_finish);
    CSP_CHECK(csp_wizard_review);
    CSP_CHECK(csp_wizard_submit);
    CSP_CHECK(csp_run_due);
    CSP_CHECK(csp_engine_listen);
    CSP_CHECK(csp_batch_open);
#undef CSP_CHECK
}

/// The words between who asks and the cursor are put in; then each pointer among them is NULL in turn.
template <std::size_t Null, class Function, class... Words, std::size_t... Places>
csp_status with_one_null(Function function, std::tuple<Words...> words, std::index_sequence<Places...>) {
    const auto word = [&]<std::size_t Place>(auto value) {
        if constexpr (Place == Null && std::is_pointer_v<decltype(value)>) { value = nullptr; }
        return value;
    };
    return function(word.template operator()<Places>(std::get<Places>(words))...);
}
template <class Function, class... Words>
int refusals_with_a_null(Function function, Words... words) {
    const std::tuple all(words...);
    constexpr auto places = std::index_sequence_for<Words...>{};
    int refused = 0;
    [&]<std::size_t... Null>(std::index_sequence<Null...>) {
        ((refused += with_one_null<Null>(function, all, places) == CSP_INVALID ? 1 : 0), ...);
    }
    (places);
    return refused;
}

}  // namespace

TEST_CASE("C: no function falls over when it is given nothing, or an engine and nothing else") {
    CShop shop;
    for_each_query([&](auto function, const char* name) {
        CAPTURE(name);
        CHECK(with_nothing(function) == CSP_INVALID);
        CHECK(with_only(shop.engine, function) == CSP_INVALID);
    });
    CHECK(with_nothing(&csp_engine_open) == CSP_INVALID);
    CHECK(with_nothing(&csp_cursor_next) == CSP_INVALID);
    CHECK(with_nothing(&csp_cursor_position) == CSP_INVALID);
    CHECK(with_nothing(&csp_cursor_is_at_end) == CSP_INVALID);
    CHECK(with_nothing(&csp_cursor_event) == CSP_INVALID);
    CHECK(with_nothing(&csp_cursor_availability) == CSP_INVALID);
    CHECK(with_nothing(&csp_batch_commit) == CSP_INVALID);
    CHECK(with_nothing(&csp_batch_answer) == CSP_INVALID);
    CHECK(with_nothing(&csp_manual_clock_open) == CSP_INVALID);
    CHECK(with_nothing(&csp_manual_clock_set) == CSP_INVALID);
    CHECK(with_nothing(&csp_manual_clock_advance) == CSP_INVALID);
    CHECK(with_nothing(&csp_manual_clock_now) == CSP_INVALID);
    CHECK(with_only(shop.clock, &csp_manual_clock_now) == CSP_INVALID);
    CHECK(with_nothing(&csp_wizard_open) == CSP_INVALID);
    CHECK(with_nothing(&csp_wizard_phase) == CSP_INVALID);
    CHECK(with_nothing(&csp_text_of_id) == CSP_INVALID);
    CHECK(with_nothing(&csp_text_of_day) == CSP_INVALID);
    CHECK(with_nothing(&csp_text_of_time) == CSP_INVALID);
    CHECK(with_nothing(&csp_text_of_money) == CSP_INVALID);
    CHECK(with_nothing(&csp_id_of_text) == CSP_INVALID);
    CHECK(with_nothing(&csp_day_of_text) == CSP_INVALID);
    CHECK(with_nothing(&csp_time_of_text) == CSP_INVALID);
    CHECK(with_nothing(&csp_offer_id_of) == CSP_INVALID);
}

TEST_CASE("C: NULL for each pointer of a query in turn") {
    CShop shop;
    csp_cursor* cursor = nullptr;
    csp_error* error = &shop.error;
    const csp_id* customer = &shop.customer;
    const csp_page page = CSP_INIT(csp_page);
    // Engine, actor, record and cursor must be there; a page, a filter and an error need not.
    CHECK(refusals_with_a_null(&csp_orders, shop.engine, &shop.ann, customer, &page, &cursor, error) == 4);
    CHECK(refusals_with_a_null(&csp_offers, shop.engine, &shop.ann, &page, &cursor, error) == 3);
    CHECK(refusals_with_a_null(&csp_invoices, shop.engine, &shop.ann, &shop.partner,
                               static_cast<const csp_phase_filter*>(nullptr), &page, &cursor, error) == 4);
    CHECK(refusals_with_a_null(&csp_read, shop.engine, &shop.ann, CSP_KIND_CUSTOMER, customer, &cursor, error) == 4);
}

TEST_CASE("C: where an answer goes stands NULL whenever there is none") {
    CShop shop;
    csp_engine* closed = nullptr;
    const csp_engine_options options = CShop::memory();
    good(csp_engine_open(&options, &closed, &shop.error), shop.error);
    csp_engine_close(closed);
    csp_cursor* cursor = nullptr;
    const auto shows_none = [&](csp_status status, const char* what) {
        CAPTURE(what);
        CHECK(status == CSP_INVALID);
        CHECK(cursor == nullptr);
        cursor = reinterpret_cast<csp_cursor*>(&shop);  // whatever stood there before
    };
    const csp_str list = text("[]");
    csp_import_report report = CSP_INIT(csp_import_report);
    shows_none(CSP_INVALID, "nothing yet");
    shows_none(csp_orders(closed, &shop.ann, &shop.customer, nullptr, &cursor, nullptr), "query");
    shows_none(csp_preview_order_cancel_draft(closed, &shop.by_ann, &shop.offer, nullptr, &cursor, nullptr), "preview");
    shows_none(csp_show_keys(closed, &shop.by_ann, &shop.offer, nullptr, &cursor, nullptr), "keys");
    shows_none(csp_import_offers(closed, &shop.by_host, &list, &report, &cursor, nullptr), "import");
    shows_none(csp_wizard_submit(closed, &shop.by_ann, nullptr, &cursor, nullptr), "submit");
    shows_none(csp_batch_open(closed, reinterpret_cast<csp_batch**>(&cursor), nullptr), "batch");
    shows_none(csp_manual_clock_open(-1, reinterpret_cast<csp_manual_clock**>(&cursor), nullptr), "clock");
    shows_none(csp_engine_open(nullptr, reinterpret_cast<csp_engine**>(&cursor), nullptr), "engine");
    shows_none(csp_preview_order_cancel_draft(shop.engine, nullptr, &shop.offer, nullptr, &cursor, nullptr), "asker");
    shows_none(csp_wizard_submit(shop.engine, &shop.by_ann, nullptr, &cursor, nullptr), "wizard");
}

TEST_CASE("C: numbers and texts of queries are checked") {
    CShop shop;
    csp_cursor* cursor = nullptr;
    csp_page page = CSP_INIT(csp_page);
    for (const std::uint64_t rows : {std::uint64_t{1001}, UINT64_MAX}) {
        page.rows = rows;
        CHECK(csp_offers(shop.engine, &shop.ann, &page, &cursor, &shop.error) == CSP_INVALID);
        CHECK(csp_events(shop.engine, &shop.ann, 0, &page, &cursor, &shop.error) == CSP_INVALID);
    }
    page.rows = 0;
    page.after = text("not a position");
    CHECK(csp_events(shop.engine, &shop.ann, 0, &page, &cursor, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "page.after");
    CHECK(csp_offers(shop.engine, &shop.ann, &page, &cursor, &shop.error) < 0);
    CHECK(csp_events(shop.engine, &shop.ann, UINT64_MAX, nullptr, &cursor, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "after");
    CHECK(csp_read(shop.engine, &shop.ann, 99, &shop.customer, &cursor, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "kind");
    CHECK(csp_forecast(shop.engine, &shop.ann, &shop.partner, -1, 5, &cursor, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "from");
    CHECK(csp_forecast(shop.engine, &shop.ann, &shop.partner, 5, 4, &cursor, &shop.error) == CSP_INVALID);
    CHECK(csp_availability_for(shop.engine, &shop.ann, &shop.customer, 9, 0, nullptr, &cursor, &shop.error) ==
          CSP_INVALID);
    CHECK(cursor == nullptr);
}

TEST_CASE("C: pages go on where they ended, one by one or all in a row") {
    CShop shop;
    for (int i = 0; i < 5; ++i) { good(shop.place(1), shop.error); }
    csp_page page = CSP_INIT(csp_page);
    page.rows = 2;
    csp_cursor* cursor = nullptr;
    csp_row row = CSP_INIT(csp_row);
    const auto count = [&] {
        good(csp_orders(shop.engine, &shop.ann, &shop.customer, &page, &cursor, &shop.error), shop.error);
        int rows = 0;
        while (csp_cursor_next(cursor, &row, &shop.error) == CSP_OK) { ++rows; }
        return rows;
    };
    CHECK(count() == 5);
    csp_cursor_close(cursor);
    page.is_one_page = CSP_YES;
    int pages = 0;
    std::string after;
    do {
        page.after = text(after);
        CHECK(count() <= 2);
        csp_str next{};
        good(csp_cursor_position(cursor, &next, &shop.error), shop.error);
        after = text(next);
        csp_bool is_at_end = CSP_NO;
        good(csp_cursor_is_at_end(cursor, &is_at_end, &shop.error), shop.error);
        CHECK((is_at_end == 1) == after.empty());
        csp_cursor_close(cursor);
        ++pages;
    } while (!after.empty());
    CHECK(pages == 3);
}

TEST_CASE("C: the feed read page by page ends, and a page of it without a row need not be the last") {
    CShop shop;
    const csp_id stranger = shop.enrol_as(CSP_PARTNER_KIND_DIRECT_BILL, "Wingtip", "4512346");
    const std::uint64_t before = shop.feed_length();
    for (int i = 0; i < 1'001; ++i) {  // more than are looked at for one page
        csp_change_billing_day command = CSP_INIT(csp_change_billing_day);
        command.billing_day = 1 + i % 2;
        good(
            csp_partner_change_billing_day(shop.engine, &shop.by_host, &stranger, &command, &shop.receipt, &shop.error),
            shop.error);
    }
    const csp_id own = shop.buy(5);
    csp_page page = CSP_INIT(csp_page);
    page.is_one_page = CSP_YES;
    page.rows = 1000;
    std::string after;
    int pages = 0;
    int empty_pages = 0;
    bool has_seen_its_own = false;
    for (csp_bool is_at_end = 0; is_at_end == 0; ++pages) {
        REQUIRE(pages < 10);
        page.after = text(after);
        csp_cursor* cursor = nullptr;
        good(csp_events(shop.engine, &shop.ann, before, &page, &cursor, &shop.error), shop.error);
        csp_row row = CSP_INIT(csp_row);
        int rows = 0;
        for (; csp_cursor_next(cursor, &row, &shop.error) == CSP_OK; ++rows) {
            has_seen_its_own = has_seen_its_own || std::memcmp(&row.id, &own, sizeof own) == 0;
        }
        empty_pages += rows == 0 ? 1 : 0;
        csp_str next{};
        good(csp_cursor_position(cursor, &next, &shop.error), shop.error);
        after = text(next);
        good(csp_cursor_is_at_end(cursor, &is_at_end, &shop.error), shop.error);
        csp_cursor_close(cursor);
    }
    CHECK(has_seen_its_own);
    CHECK(pages == 2);
    CHECK(empty_pages == 1);
}

TEST_CASE("C: menus, the catalogue and the forecast answer") {
    CShop shop;
    csp_cursor* cursor = nullptr;
    good(csp_availability_for(shop.engine, &shop.ann, &shop.customer, CSP_CYCLE_MONTHLY, CSP_CATALOG_VIEW_REGULAR,
                              nullptr, &cursor, &shop.error),
         shop.error);
    csp_row row = CSP_INIT(csp_row);
    csp_availability answer = CSP_INIT(csp_availability);
    CHECK(csp_cursor_availability(cursor, &answer, &shop.error) == CSP_INVALID);
    good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    good(csp_cursor_availability(cursor, &answer, &shop.error), shop.error);
    CHECK(answer.is_available == 1);
    CHECK(text(answer.name) == "Business Premium");
    CHECK(answer.has_price == 1);
    CHECK(answer.unit_price.minor == 1250);
    csp_event event = CSP_INIT(csp_event);
    CHECK(csp_cursor_event(cursor, &event, &shop.error) == CSP_INVALID);
    csp_cursor_close(cursor);

    const csp_id seats = shop.buy(5);
    const std::string menu =
        shop.rows(csp_allowed(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, &cursor, &shop.error), cursor);
    CHECK(menu.find("{\"command\":\"suspend_subscription\",\"why_not\":null}") != std::string::npos);
    CHECK(menu.find("{\"command\":\"reactivate_subscription\",\"why_not\":{") != std::string::npos);
    csp_day today = 0;
    const csp_str day = text("2019-09-02");
    good(csp_day_of_text(&day, &today, &shop.error), shop.error);
    const std::string ahead = shop.rows(
        csp_forecast(shop.engine, &shop.ann, &shop.partner, today, today + 400, &cursor, &shop.error), cursor);
    CHECK(ahead.find("subscription_renewed") != std::string::npos);
}

TEST_CASE("C: days, moments, ids and money as text and back") {
    csp_text shown;
    csp_error error = CSP_INIT(csp_error);
    good(csp_text_of_day(17'681, &shown, &error), error);
    CHECK(std::string(shown.data) == "2018-05-30");
    good(csp_text_of_time(CShop::start_us, &shown, &error), error);
    CHECK(std::string(shown.data) == "2019-09-02T09:00:00Z");
    good(csp_text_of_time(CSP_NEVER, &shown, &error), error);
    CHECK(std::string(shown.data) == "never");
    const csp_money price = dollars(-5);
    good(csp_text_of_money(&price, &shown, &error), error);
    CHECK(std::string(shown.data) == "USD -0.05");
    const csp_str name = text("1c410588-da3b-4f88-b38f-707eb9de46c0");
    csp_id id{};
    good(csp_id_of_text(&name, &id, &error), error);
    CHECK(id.bytes[0] == 0x1c);
    good(csp_text_of_id(&id, &shown, &error), error);
    CHECK(std::string(shown.data) == text(name));
    const csp_str nothing = text("30.5.2018");
    csp_day day = 7;
    CHECK(csp_day_of_text(&nothing, &day, &error) == CSP_INVALID);
    CHECK(day == 7);
    CHECK(csp_version() == CSP_VERSION);
    CHECK(std::string(csp_version_text()) == "0.1.0");
}
