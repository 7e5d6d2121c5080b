// The story of examples/quickstart.cpp, as C tells it.
#include <doctest/doctest.h>

#include "c_shop.hpp"

using namespace csp::test;

TEST_CASE("C: sold, changed, suspended, saved on the last good day, and lost one microsecond later") {
    CShop shop;
    const csp_id seats = shop.buy(25);
    shop.advance_days(10);
    csp_change_quantity more = CSP_INIT(csp_change_quantity);
    more.quantity = 30;
    good(csp_subscription_change_quantity(shop.engine, &shop.by_ann, &seats, &more, &shop.receipt, &shop.error),
         shop.error);
    CHECK(shop.receipt.kind == CSP_KIND_SUBSCRIPTION);
    CHECK(shop.receipt.version == 2);
    good(shop.suspend(seats), shop.error);

    shop.advance_days(200);
    csp_due_report report = CSP_INIT(csp_due_report);
    good(csp_run_due(shop.engine, 0, &report, &shop.error), shop.error);
    CHECK(report.steps >= 1);
    CHECK(report.is_all_done == 1);
    const csp_status late =
        csp_subscription_reactivate(shop.engine, &shop.by_ann, &seats, nullptr, &shop.receipt, &shop.error);
    CHECK(late == CSP_REFUSED);
    CHECK(std::string(shop.error.phase) == "deleted");
    CHECK(std::string(shop.error.message) != "");
    CHECK(std::string(shop.error.rule) != "");
}

TEST_CASE("C: a refusal says all that C++ says, in the caller's own memory") {
    CShop shop;
    char json[2000];
    shop.error.json = json;
    shop.error.json_capacity = sizeof json;
    CHECK(shop.place(0) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "lines[0].quantity");
    CHECK(std::string(shop.error.reason) == "quantity_out_of_range");
    const std::string whole(json, shop.error.json_size);
    CHECK(whole.find("\"reason\":\"quantity_out_of_range\"") != std::string::npos);
    CHECK(whole.back() == '}');

    shop.error.json_capacity = 3;
    std::memset(json, 'x', sizeof json);
    CHECK(shop.place(0) == CSP_INVALID);
    CHECK(shop.error.json_size == whole.size());
    CHECK(json[0] == 'x');

    good(shop.place(5), shop.error);
    for (const char* told :
         {shop.error.rule, shop.error.reason, shop.error.phase, shop.error.field, shop.error.message}) {
        CHECK(std::string(told).empty());
    }
    CHECK(shop.error.status == CSP_OK);
    CHECK(shop.error.microsoft == 0);
    CHECK(shop.error.json_size == 0);
    CHECK(shop.error.json == json);
    CHECK(shop.error.json_capacity == 3);
}

TEST_CASE("C: the same request id answers the same") {
    CShop shop;
    shop.by_ann.id = csp_id{{1, 2, 3}};
    good(shop.place(5), shop.error);
    const csp_id first = shop.receipt.id;
    CHECK(shop.receipt.is_repeated == 0);
    good(shop.place(5), shop.error);
    CHECK(shop.receipt.is_repeated == 1);
    CHECK(std::memcmp(&first, &shop.receipt.id, sizeof first) == 0);
    CHECK(shop.place(6) == CSP_REFUSED);
    CHECK(std::string(shop.error.rule) == "GEN-04");
}

TEST_CASE("C: a preview tells what would happen and changes nothing") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_suspend_subscription command = CSP_INIT(csp_suspend_subscription);
    command.reason = CSP_SUSPENSION_REASON_FRAUD;
    csp_cursor* cursor = nullptr;
    const csp_status status =
        csp_preview_subscription_suspend(shop.engine, &shop.by_ann, &seats, &command, &cursor, &shop.error);
    const std::string rows = shop.rows(status, cursor);
    CHECK(rows.find("\"event\":\"subscription_suspended\"") != std::string::npos);
    CHECK(rows.find("expire_subscription") != std::string::npos);
    CHECK(shop.rows(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, &cursor, &shop.error), cursor)
              .find("\"phase\":\"active\"") != std::string::npos);
}

TEST_CASE("C: the feed goes on where it ended") {
    CShop shop;
    csp_cursor* cursor = nullptr;
    csp_page page = CSP_INIT(csp_page);
    page.rows = 2;
    good(csp_events(shop.engine, &shop.host, 0, &page, &cursor, &shop.error), shop.error);
    csp_row row = CSP_INIT(csp_row);
    int events = 0;
    while (csp_cursor_next(cursor, &row, &shop.error) == CSP_OK) { ++events; }
    CHECK(events == 4);
    const csp_id seats = shop.buy(5);
    CHECK(csp_cursor_next(cursor, &row, &shop.error) == CSP_OK);
    CHECK(row.what == CSP_ROW_EVENT);
    CHECK(row.kind == CSP_KIND_ORDER);
    csp_cursor_close(cursor);
    const std::string history =
        shop.rows(csp_history(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, 0, &cursor, &shop.error), cursor);
    CHECK(history.find("subscription_created") != std::string::npos);
}
