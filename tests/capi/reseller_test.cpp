// Partnerships by link, and the wizard: what is shown once comes as the text of a row.
#include <doctest/doctest.h>

#include "c_resellers.hpp"

using namespace csp::test;

TEST_CASE("C: a reseller accepts by the link that was shown once") {
    CResellers shop;
    shop.join();
    csp_cursor* cursor = nullptr;
    const std::string all =
        shop.rows(csp_partnerships(shop.engine, &shop.rob, nullptr, nullptr, &cursor, &shop.error), cursor);
    CHECK(all.find("\"company_name\":\"Wingtip\"") != std::string::npos);
    csp_phase_filter over = CSP_INIT(csp_phase_filter);
    over.phase = text("removed");
    CHECK(shop.rows(csp_partnerships(shop.engine, &shop.rob, &over, nullptr, &cursor, &shop.error), cursor).empty());
}

TEST_CASE("C: the wizard, page by page, and a password that is shown once") {
    CResellers shop;
    shop.join();
    csp_error& error = shop.error;
    csp_wizard* const wizard = shop.started();
    CHECK(phase_of(wizard) == "details");
    const CProfile tailspin("Tailspin");
    CHECK(shop.give_details(wizard, "tailspin.example.com", nullptr) < 0);
    CHECK(phase_of(wizard) == "details");
    good(shop.give_details(wizard, "tailspin.example.com", &tailspin.profile), error);
    good(shop.choose_seats(wizard), error);
    CHECK(phase_of(wizard) == "review");
    csp_cursor* cursor = nullptr;
    const std::string review = shop.rows(csp_wizard_review(shop.engine, &shop.pat, wizard, &cursor, &error), cursor);
    CHECK(review.find("\"company_name\":\"Relecloud\"") != std::string::npos);

    good(csp_wizard_submit(shop.engine, &shop.by_pat, wizard, &cursor, &error), error);
    csp_row row = CSP_INIT(csp_row);
    good(csp_cursor_next(cursor, &row, &error), error);
    CHECK(text(row.json).find("\"user_name\":\"admin@tailspin.example.com\"") != std::string::npos);
    CHECK(row.text.size == 16);
    CHECK(row.kind == CSP_KIND_CUSTOMER);
    csp_cursor_close(cursor);
    CHECK(phase_of(wizard) == "confirmed");
    good(csp_wizard_finish(shop.engine, &shop.pat, wizard, &error), error);
    csp_wizard_close(wizard);
    CHECK(csp_wizard_finish(shop.engine, &shop.pat, wizard, &error) == CSP_INVALID);
    CHECK(std::string(error.field) == "wizard");
}
