// A small shop behind the C interface: one partner, one customer, one offer, a clock that is turned by hand.
#pragma once

#include <csp.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "c_texts.hpp"

namespace csp::test {

/// Ends the test, or the benchmark, with what csp said.
inline void good(csp_status status, const csp_error& error) {
    if (status == CSP_OK) { return; }
    throw std::runtime_error(std::string(csp_status_name(status)) + " " + error.rule + " " + error.message);
}

/// Who a new customer is, and where.
struct CProfile {
    csp_address address = CSP_INIT(csp_address);
    csp_billing_profile profile = CSP_INIT(csp_billing_profile);

    explicit CProfile(const char* company) {
        address.line1 = text("1 Main Street");
        address.city = text("Redmond");
        address.state = text("WA");
        address.postal_code = text("98052");
        address.country = country("US");
        address.first_name = text("Ben");
        address.last_name = text("Smith");
        address.phone = text("4255550100");
        profile.company_name = text(company);
        profile.email = text("ben@contoso.example.com");
        profile.culture = text("en-US");
        profile.language = text("en");
        profile.address = &address;
    }
    CProfile(const CProfile&) = delete;
    CProfile& operator=(const CProfile&) = delete;
};

/// A clock of the host's.
struct CClock {
    std::int64_t now_us{1'567'414'800'000'000};  // 2019-09-02T09:00:00Z
    csp_answer answer{CSP_DONE};
    std::function<void()> meddles{};  ///< called inside of the callback
    csp_clock table = CSP_INIT(csp_clock);

    CClock() {
        table.context = this;
        table.now = now;
    }
    CClock(const CClock&) = delete;
    CClock& operator=(const CClock&) = delete;
    static void now(void* context, std::int64_t* now_us_out, csp_answer* answer) {
        auto& self = *static_cast<CClock*>(context);
        if (self.meddles) { self.meddles(); }
        *now_us_out = self.now_us;
        *answer = self.answer;
    }
};

struct CShop {
    csp_error error = CSP_INIT(csp_error);
    csp_manual_clock* clock{nullptr};
    csp_engine* engine{nullptr};
    csp_actor host = CSP_INIT(csp_actor);
    csp_actor ann = CSP_INIT(csp_actor);
    csp_request by_host = CSP_INIT(csp_request);
    csp_request by_ann = CSP_INIT(csp_request);
    csp_receipt receipt = CSP_INIT(csp_receipt);
    csp_id partner{};
    csp_id customer{};
    csp_id offer{};

    CShop() : CShop(memory()) {}
    explicit CShop(csp_engine_options options) {
        good(csp_manual_clock_open(start_us, &clock, &error), error);
        if (options.clock == nullptr) { options.manual_clock = clock; }
        options.first_counted_id = 1;
        good(csp_engine_open(&options, &engine, &error), error);
        host.roles = CSP_ROLE_HOST;
        host.user = text("host");
        by_host.by = &host;
        partner = enrol_as(CSP_PARTNER_KIND_DIRECT_BILL, "Fabrikam", "4512345");
        ann.roles = CSP_ROLE_ADMIN_AGENT;
        ann.user = text("ann@fabrikam.example.com");
        ann.partner = partner;
        by_ann.by = &ann;
        list_offer();
        add_customer();
    }
    CShop(const CShop&) = delete;
    CShop& operator=(const CShop&) = delete;
    ~CShop() {
        csp_engine_close(engine);
        csp_manual_clock_close(clock);
    }

    static csp_engine_options memory() {
        csp_engine_options options = CSP_INIT(csp_engine_options);
        options.url = text("memory:");
        return options;
    }
    static constexpr std::int64_t start_us = 1'567'414'800'000'000;  // 2019-09-02T09:00:00Z

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
    void list_offer() {
        const csp_str name = text("031C9E47-4802-4248-838E-778FB1D2CC05");
        good(csp_offer_id_of(&name, &offer, &error), error);
        const csp_cycle cycles[] = {CSP_CYCLE_MONTHLY, CSP_CYCLE_ANNUAL};
        csp_listing listing = CSP_INIT(csp_listing);
        listing.country = country("US");
        listing.catalog_id = name;
        listing.name = text("Business Premium");
        listing.maximum_quantity = 300;
        listing.cycles = cycles;
        listing.cycles_count = 2;
        csp_list_offer list = CSP_INIT(csp_list_offer);
        list.listing = &listing;
        good(csp_offer_list(engine, &by_host, &offer, &list, &receipt, &error), error);
        csp_price price = CSP_INIT(csp_price);
        price.market = country("US");
        price.unit_price = dollars(1250);
        csp_set_price set = CSP_INIT(csp_set_price);
        set.price = &price;
        good(csp_offer_set_price(engine, &by_host, &offer, &set, &receipt, &error), error);
    }
    void add_customer() {
        good(with_new_customer("contoso.example.com",
                               [&](const csp_create_customer& command) {
                                   return csp_customer_create(engine, &by_ann, nullptr, &command, &receipt, &error);
                               }),
             error);
        customer = receipt.id;
    }
    /// What `ask` answers to the command that makes a customer.
    template <class Ask>
    static csp_status with_new_customer(std::string_view domain, Ask ask) {
        const CProfile contoso("Contoso");
        csp_create_customer command = CSP_INIT(csp_create_customer);
        command.domain = text(domain);
        command.profile = &contoso.profile;
        return ask(command);
    }

    csp_status place(std::int32_t quantity) {
        csp_order_line line = CSP_INIT(csp_order_line);
        line.offer = offer;
        line.quantity = quantity;
        csp_place_order command = CSP_INIT(csp_place_order);
        command.customer = customer;
        command.lines = &line;
        command.lines_count = 1;
        return csp_order_place(engine, &by_ann, nullptr, &command, &receipt, &error);
    }
    /// The first subscription that the customer has.
    csp_id subscription() {
        csp_cursor* cursor = nullptr;
        good(csp_subscriptions(engine, &ann, &customer, nullptr, nullptr, &cursor, &error), error);
        csp_row row = CSP_INIT(csp_row);
        good(csp_cursor_next(cursor, &row, &error), error);
        csp_cursor_close(cursor);
        return row.id;
    }
    csp_id buy(std::int32_t quantity) {
        good(place(quantity), error);
        return subscription();
    }
    csp_status change_quantity(const csp_id& record, std::int32_t quantity) {
        csp_change_quantity command = CSP_INIT(csp_change_quantity);
        command.quantity = quantity;
        return csp_subscription_change_quantity(engine, &by_ann, &record, &command, &receipt, &error);
    }
    csp_status add_to(csp_batch* batch, const csp_id& record, std::int32_t quantity) {
        csp_change_quantity command = CSP_INIT(csp_change_quantity);
        command.quantity = quantity;
        return csp_batch_subscription_change_quantity(batch, &by_ann, &record, &command, nullptr, &error);
    }
    csp_status suspend(const csp_id& record) {
        csp_suspend_subscription command = CSP_INIT(csp_suspend_subscription);
        command.reason = CSP_SUSPENSION_REASON_NON_PAYMENT;
        return csp_subscription_suspend(engine, &by_ann, &record, &command, &receipt, &error);
    }
    void advance_days(int days) { good(csp_manual_clock_advance(clock, days * CSP_US_PER_DAY, &error), error); }

    /// The last position in the feed.
    std::uint64_t feed_length() {
        csp_cursor* cursor = nullptr;
        csp_row row = CSP_INIT(csp_row);
        csp_event event = CSP_INIT(csp_event);
        good(csp_events(engine, &host, 0, nullptr, &cursor, &error), error);
        while (csp_cursor_next(cursor, &row, &error) == CSP_OK) {
            good(csp_cursor_event(cursor, &event, &error), error);
        }
        csp_cursor_close(cursor);
        return event.position;
    }
    /// The JSON of every row, and the cursor is closed.
    std::string rows(csp_status status, csp_cursor* const& cursor) {
        good(status, error);
        std::string all;
        csp_row row = CSP_INIT(csp_row);
        while ((status = csp_cursor_next(cursor, &row, &error)) == CSP_OK) { all += text(row.json) + "\n"; }
        if (status != CSP_END) { good(status, error); }
        csp_cursor_close(cursor);
        return all;
    }
};

}  // namespace csp::test
