// A provider and a reseller behind the C interface, and the wizard between them.
#pragma once

#include <doctest/doctest.h>
#include "c_shop.hpp"

namespace csp::test {

struct CResellers : CShop {
    csp_actor pat = CSP_INIT(csp_actor);  ///< of the provider
    csp_actor rob = CSP_INIT(csp_actor);  ///< of the reseller
    csp_id partnership{};                 ///< that was asked for last
    csp_request by_pat = CSP_INIT(csp_request);
    csp_request by_rob = CSP_INIT(csp_request);

    CResellers() : CResellers(memory()) {}
    explicit CResellers(const csp_engine_options& options) : CShop(options) {
        pat.partner = enrol_as(CSP_PARTNER_KIND_INDIRECT_PROVIDER, "Wingtip", "3001");
        rob.partner = enrol_as(CSP_PARTNER_KIND_INDIRECT_RESELLER, "Relecloud", "4001");
        pat.user = text("pat@wingtip.example.com");
        rob.user = text("rob@relecloud.example.com");
        pat.roles = rob.roles = CSP_ROLE_ADMIN_AGENT | CSP_ROLE_GLOBAL_ADMIN;
        by_pat.by = &pat;
        by_rob.by = &rob;
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
        partnership = row.id;
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
    csp_wizard* started() {
        csp_wizard* wizard = nullptr;
        good(csp_wizard_open(&wizard, &error), error);
        csp_start_wizard start = CSP_INIT(csp_start_wizard);
        start.reseller = rob.partner;
        good(csp_wizard_start(engine, &pat, wizard, &start, &error), error);
        return wizard;
    }
    csp_status give_details(csp_wizard* wizard, std::string_view domain, const csp_billing_profile* profile) {
        csp_give_details details = CSP_INIT(csp_give_details);
        details.domain = text(domain);
        details.profile = profile;
        return csp_wizard_give_details(engine, &pat, wizard, &details, &error);
    }
    csp_status choose_seats(csp_wizard* wizard) {
        csp_first_line line = CSP_INIT(csp_first_line);
        line.offer = offer;
        line.quantity = 5;
        csp_first_order order = CSP_INIT(csp_first_order);
        order.lines = &line;
        order.lines_count = 1;
        csp_choose_subscriptions choice = CSP_INIT(csp_choose_subscriptions);
        choice.first_order = &order;
        return csp_wizard_choose_subscriptions(engine, &pat, wizard, &choice, &error);
    }
    csp_wizard* at_review(std::string_view domain) {
        const CProfile tailspin("Tailspin");
        csp_wizard* const wizard = started();
        good(give_details(wizard, domain, &tailspin.profile), error);
        good(choose_seats(wizard), error);
        return wizard;
    }
};

inline std::string phase_of(csp_wizard* wizard) {
    csp_str phase{};
    CHECK(csp_wizard_phase(wizard, &phase, nullptr) == CSP_OK);
    return text(phase);
}

}  // namespace csp::test
