// A good word for every parameter of the C interface, by its type; whatever stands in it is begun anew for each call.
#pragma once

#include <tuple>
#include <type_traits>

#include "c_resellers.hpp"

namespace csp::test {

template <class T>
concept SizeFirst = requires(T value) {
    requires std::is_same_v<decltype(value.size), std::uint32_t>;
};

template <class T>
inline constexpr bool is_handle =
    std::is_same_v<T, csp_engine*> || std::is_same_v<T, csp_cursor*> || std::is_same_v<T, csp_batch*> ||
    std::is_same_v<T, csp_wizard*> || std::is_same_v<T, csp_manual_clock*>;

struct CWords {
    CResellers shop{};
    CProfile profile{"Tailspin"};
    csp_page page = CSP_INIT(csp_page);
    csp_phase_filter phase = CSP_INIT(csp_phase_filter);
    csp_customer_filter customers = CSP_INIT(csp_customer_filter);
    csp_activity_filter activity = CSP_INIT(csp_activity_filter);
    csp_cancel_software cancel = CSP_INIT(csp_cancel_software);
    csp_artifact artifact = CSP_INIT(csp_artifact);
    csp_request_partnership wish = CSP_INIT(csp_request_partnership);
    csp_create_customer customer = CSP_INIT(csp_create_customer);
    csp_start_wizard start = CSP_INIT(csp_start_wizard);
    csp_give_details details = CSP_INIT(csp_give_details);
    csp_choose_subscriptions choice = CSP_INIT(csp_choose_subscriptions);
    csp_engine_options options = CShop::memory();
    csp_listener listener = CSP_INIT(csp_listener);
    csp_money money = dollars(5);
    csp_str words = text("a@b.example");
    csp_country us = country("US");

    csp_receipt receipt = CSP_INIT(csp_receipt);
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    csp_availability availability = CSP_INIT(csp_availability);
    csp_due_report due = CSP_INIT(csp_due_report);
    csp_import_report report = CSP_INIT(csp_import_report);
    csp_text shown{};
    csp_str text_out{};
    csp_id id_out{};
    csp_day day_out{};
    std::int64_t us_out{};

    csp_cursor* cursor{nullptr};
    csp_batch* batch{nullptr};
    csp_wizard* wizard{nullptr};
    csp_engine* engine_out{nullptr};
    csp_cursor* cursor_out{nullptr};
    csp_batch* batch_out{nullptr};
    csp_wizard* wizard_out{nullptr};
    csp_manual_clock* clock_out{nullptr};

    CWords() {
        shop.join();
        wizard = shop.started();
        customer.domain = text("tailspin.example.com");
        customer.profile = &profile.profile;
        listener.happened = [](void*, const csp_event*) {};
        good(csp_events(shop.engine, &shop.host, 0, nullptr, &cursor, &shop.error), shop.error);
        good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
        good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
    }
    CWords(const CWords&) = delete;
    CWords& operator=(const CWords&) = delete;
    ~CWords() {
        close_outs();
        csp_cursor_close(cursor);
        csp_batch_close(batch);
        csp_wizard_close(wizard);
    }
    void close_outs() {
        csp_engine_close(engine_out);
        csp_cursor_close(cursor_out);
        csp_batch_close(batch_out);
        csp_wizard_close(wizard_out);
        csp_manual_clock_close(clock_out);
        engine_out = nullptr;
        cursor_out = nullptr;
        batch_out = nullptr;
        wizard_out = nullptr;
        clock_out = nullptr;
    }

    auto all() {
        return std::tuple<
            const csp_actor&, const csp_request&, const csp_id&, csp_id&, const csp_page&, const csp_phase_filter&,
            const csp_customer_filter&, const csp_activity_filter&, const csp_cancel_software&, const csp_artifact&,
            const csp_request_partnership&, const csp_create_customer&, const csp_start_wizard&,
            const csp_give_details&, const csp_choose_subscriptions&, const csp_engine_options&, const csp_listener&,
            const csp_money&, const csp_str&, const csp_country&, csp_receipt&, csp_row&, csp_event&, csp_availability&,
            csp_due_report&, csp_import_report&, csp_text&, csp_str&, csp_day&, std::int64_t&, csp_error&, csp_engine*&,
            csp_cursor*&, csp_batch*&, csp_wizard*&, csp_manual_clock*&>(
            shop.pat, shop.by_pat, shop.customer, id_out, page, phase, customers, activity, cancel, artifact, wish,
            customer, start, details, choice, options, listener, money, words, us, receipt, row, event, availability,
            due, report, shown, text_out, day_out, us_out, shop.error, engine_out, cursor_out, batch_out, wizard_out,
            clock_out);
    }

    template <class T>
    T good_one() {
        if constexpr (std::is_same_v<T, std::int64_t>) {
            return CShop::start_us;
        } else if constexpr (std::is_arithmetic_v<T>) {
            return 1;
        } else if constexpr (is_handle<T>) {
            return std::get<T>(std::tuple(shop.engine, cursor, batch, wizard, shop.clock));
        } else {
            return &std::get<std::remove_pointer_t<T>&>(all());
        }
    }
    template <class... Words>
    std::tuple<Words...> for_call(csp_status (*)(Words...)) {
        close_outs();
        return std::tuple<Words...>{good_one<Words>()...};
    }
};

}  // namespace csp::test
