// Partnerships by link, and the wizard: what is shown once comes as the text of a row.
#include "c_shop.hpp"

using namespace csp::test;

namespace {

struct CResellers : CShop {
    csp_actor pat = CSP_INIT(csp_actor);  ///< of the provider
    csp_actor rob = CSP_INIT(csp_actor);  ///< of the reseller
    csp_request by_pat = CSP_INIT(csp_request);
    csp_request by_rob = CSP_INIT(csp_request);

    CResellers() {
        pat.partner = enrol_as(CSP_PARTNER_KIND_INDIRECT_PROVIDER, "Wingtip", "3001");
        rob.partner = enrol_as(CSP_PARTNER_KIND_INDIRECT_RESELLER, "Relecloud", "4001");
        pat.user = text("pat@wingtip.example.com");
        rob.user = text("rob@relecloud.example.com");
        pat.roles = rob.roles = CSP_ROLE_ADMIN_AGENT | CSP_ROLE_GLOBAL_ADMIN;
        by_pat.by = &pat;
        by_rob.by = &rob;
    }
    csp_id enrol_as(csp_partner_kind kind, const char* name, const char* mpn_id) {
        csp_enrolment enrolment = CSP_INIT(csp_enrolment);
        enrolment.company_name = text(name);
        enrolment.kind = kind;
        enrolment.mpn_id = text(mpn_id);
        enrolment.country = country("US");
        enrolment.billing_day = 15;
        enrolment.billing_currency = csp_currency{"USD"};
        csp_enrol_partner command = CSP_INIT(csp_enrol_partner);
        command.enrolment = &enrolment;
        good(csp_partner_enrol(engine, &by_host, nullptr, &command, &receipt, &error), error);
        return receipt.id;
    }
    /// The link in the message that asks for a partnership.
    std::string asked_for() {
        csp_request_partnership wish = CSP_INIT(csp_request_partnership);
        wish.reseller_email = text("rob@relecloud.example.com");
        const csp_str address = text("https://partners.example/accept");
        csp_cursor* cursor = nullptr;
        good(csp_draft_partnership(engine, &by_pat, &wish, &address, nullptr, &cursor, &error), error);
        csp_row row = CSP_INIT(csp_row);
        good(csp_cursor_next(cursor, &row, &error), error);
        CHECK(text(row.json).find("\"shown\":\"message\"") != std::string::npos);
        const std::string message = text(row.text);
        good(csp_cursor_next(cursor, &row, &error), error);
        const std::string link = text(row.text);
        CHECK(message.find(link) != std::string::npos);
        CHECK(text(row.json).find(link) == std::string::npos);
        csp_cursor_close(cursor);
        return link;
    }
    void join() {
        const std::string link = asked_for();
        const csp_str shown = text(link);
        CHECK(csp_accept_link(engine, &by_rob, &shown, 0, nullptr, &receipt, &error) < 0);
        good(csp_accept_link(engine, &by_rob, &shown, CSP_YES, nullptr, &receipt, &error), error);
        CHECK(receipt.kind == CSP_KIND_PARTNERSHIP);
    }
};

std::string phase_of(csp_wizard* wizard) {
    csp_str phase{};
    CHECK(csp_wizard_phase(wizard, &phase, nullptr) == CSP_OK);
    return text(phase);
}

}  // namespace

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
    csp_wizard* wizard = nullptr;
    good(csp_wizard_open(&wizard, &error), error);
    csp_start_wizard start = CSP_INIT(csp_start_wizard);
    start.reseller = shop.rob.partner;
    good(csp_wizard_start(shop.engine, &shop.pat, wizard, &start, &error), error);
    CHECK(phase_of(wizard) == "details");

    csp_give_details details = CSP_INIT(csp_give_details);
    details.domain = text("tailspin.example.com");
    CHECK(csp_wizard_give_details(shop.engine, &shop.pat, wizard, &details, &error) < 0);
    CHECK(phase_of(wizard) == "details");
    csp_address address = CSP_INIT(csp_address);
    address.line1 = text("1 Main Street");
    address.city = text("Redmond");
    address.state = text("WA");
    address.postal_code = text("98052");
    address.country = country("US");
    address.first_name = text("Ben");
    address.last_name = text("Smith");
    address.phone = text("4255550100");
    csp_billing_profile profile = CSP_INIT(csp_billing_profile);
    profile.company_name = text("Tailspin");
    profile.email = text("ben@tailspin.example.com");
    profile.culture = text("en-US");
    profile.language = text("en");
    profile.address = &address;
    details.profile = &profile;
    good(csp_wizard_give_details(shop.engine, &shop.pat, wizard, &details, &error), error);

    csp_first_line line = CSP_INIT(csp_first_line);
    line.offer = shop.offer;
    line.quantity = 5;
    csp_first_order order = CSP_INIT(csp_first_order);
    order.lines = &line;
    order.lines_count = 1;
    csp_choose_subscriptions choice = CSP_INIT(csp_choose_subscriptions);
    choice.first_order = &order;
    good(csp_wizard_choose_subscriptions(shop.engine, &shop.pat, wizard, &choice, &error), error);
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
