// A store of the host's that is wrong at one place, calls that use each of its callbacks, and what they come to then.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "c_between.hpp"
#include "c_shop.hpp"

namespace csp::test {

template <class Given>
using Hand = std::function<std::int32_t(const Given*)>;

/// A store that is as good as its CStore until it is told otherwise, and then wrong at one place: in what it hands to a
/// sink, in its answer, or in what it writes beside that.
struct BadStore : CStore {
    Callback wrong{Callback::drop};  ///< which of its callbacks is
    int place{0};                    ///< at which time; 0: each time
    int reached{0};
    std::function<void(const csp_record&, const Hand<csp_record>&)> spoil_record{};
    std::function<void(const csp_stored_event&, const Hand<csp_stored_event>&)> spoil_event{};
    std::function<void(const csp_due&, const Hand<csp_due>&)> spoil_due{};
    std::function<void(csp_answer&)> spoil_answer{};
    std::function<void(std::uint64_t&)> spoil_position{};
    std::function<void(csp_id&)> spoil_holder{};
    bool does_it{true};  ///< what it then answers wrong

    void be_good() {
        wrong = Callback::drop;
        spoil_record = nullptr;
        spoil_event = nullptr;
        spoil_due = nullptr;
        spoil_answer = nullptr;
        spoil_position = nullptr;
        spoil_holder = nullptr;
        does_it = true;
        place = 0;
    }

    template <class Call, class Words>
    void around(Callback which, Call call, Words& words) {
        running = which;
        const bool is_spoilt = (spoil_answer || spoil_position || spoil_holder) && is_the_place();
        if (!is_spoilt || does_it) { call(); }
        if (!is_spoilt) { return; }
        spoil_out<csp_answer*>(words, spoil_answer);
        spoil_out<std::uint64_t*>(words, spoil_position);
        spoil_out<csp_id*>(words, spoil_holder);
    }
    std::int32_t hand_on(const csp_record& given, const Hand<csp_record>& hand) {
        return handed_on(given, hand, spoil_record);
    }
    std::int32_t hand_on(const csp_stored_event& given, const Hand<csp_stored_event>& hand) {
        return handed_on(given, hand, spoil_event);
    }
    std::int32_t hand_on(const csp_due& given, const Hand<csp_due>& hand) { return handed_on(given, hand, spoil_due); }

private:
    bool is_the_place() { return running == wrong && (++reached == place || place == 0); }
    template <class Out, class Words, class Spoiler>
    static void spoil_out(Words& words, const Spoiler& spoil) {
        const auto look = [&](auto& word) {
            if constexpr (std::is_same_v<std::remove_reference_t<decltype(word)>, Out>) {
                if (spoil) { spoil(*word); }
            }
        };
        std::apply([&](auto&... word) { (look(word), ...); }, words);
    }
    template <class Given, class Spoiler>
    std::int32_t handed_on(const Given& given, const Hand<Given>& hand, const Spoiler& spoil) {
        if (!spoil || !is_the_place()) { return hand(&given); }
        spoil(given, hand);
        return 0;
    }
    Callback running{Callback::drop};
};

struct BadShop {
    BadStore store{};
    csp_storage table = storage_between(store);
    CShop shop{options()};
    csp_id seats{shop.buy(5)};
    csp_cursor* cursor{nullptr};

    csp_engine_options options() const {
        csp_engine_options made = CSP_INIT(csp_engine_options);
        made.storage = &table;
        return made;
    }
};

/// A call that uses a callback of the store, and what it answers while that is good.
struct Call {
    std::string what;
    Callback uses;
    csp_status usual;
    csp_status (*ask)(BadShop& bad);
};

inline csp_status grow(BadShop& bad) { return bad.shop.change_quantity(bad.seats, 6); }
inline csp_status meet_deadlines(BadShop& bad) {
    csp_due_report report = CSP_INIT(csp_due_report);
    const std::int64_t later_us = CShop::start_us + 40 * CSP_US_PER_DAY;
    good(csp_manual_clock_set(bad.shop.clock, later_us, &bad.shop.error), bad.shop.error);
    return csp_run_due(bad.shop.engine, 0, &report, &bad.shop.error);
}
inline csp_status read_seats(BadShop& bad) {
    CShop& shop = bad.shop;
    return csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &bad.seats, &bad.cursor, &shop.error);
}
inline csp_status read_menu(BadShop& bad) {
    CShop& shop = bad.shop;
    return csp_allowed(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &bad.seats, &bad.cursor, &shop.error);
}
inline csp_status list_seats(BadShop& bad) {
    CShop& shop = bad.shop;
    return csp_subscriptions(shop.engine, &shop.ann, &shop.customer, nullptr, nullptr, &bad.cursor, &shop.error);
}
inline csp_status want_a_domain_again(BadShop& bad) {
    return CShop::with_new_customer("contoso.example.com", [&](const csp_create_customer& command) {
        CShop& shop = bad.shop;
        return csp_customer_create(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error);
    });
}
/// One after another: a page ends before an event that cannot be read, and the next page tells.
inline csp_status read_feed(BadShop& bad) {
    CShop& shop = bad.shop;
    csp_page one = CSP_INIT(csp_page);
    one.rows = 1;
    csp_bool is_at_end = 0;
    csp_status status = CSP_OK;
    for (std::uint64_t after = 0; status == CSP_OK && is_at_end == 0; ++after) {
        csp_cursor_close(bad.cursor);
        status = csp_events(shop.engine, &shop.host, after, &one, &bad.cursor, &shop.error);
        if (status == CSP_OK) { status = csp_cursor_is_at_end(bad.cursor, &is_at_end, &shop.error); }
    }
    return status;
}
inline csp_status read_history(BadShop& bad) {
    CShop& shop = bad.shop;
    return csp_history(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &bad.seats, 0, &bad.cursor, &shop.error);
}
/// Refused, and before that the store is asked whether it knows the request.
inline csp_status ask_too_much(BadShop& bad) {
    CShop& shop = bad.shop;
    csp_request request = shop.by_ann;
    request.id = csp_id{{7}};
    csp_change_quantity command = CSP_INIT(csp_change_quantity);
    command.quantity = 1'000;
    return csp_subscription_change_quantity(shop.engine, &request, &bad.seats, &command, &shop.receipt, &shop.error);
}

inline const Call calls[] = {
    {"a command that loads", Callback::load, CSP_OK, grow},
    {"a query that loads", Callback::load, CSP_OK, read_seats},
    {"a menu that loads", Callback::load, CSP_OK, read_menu},
    {"deadlines that load", Callback::load, CSP_OK, meet_deadlines},
    {"a query that scans", Callback::scan, CSP_OK, list_seats},
    {"a command that scans", Callback::scan, CSP_REFUSED, want_a_domain_again},
    {"deadlines", Callback::due, CSP_OK, meet_deadlines},
    {"the feed", Callback::events, CSP_OK, read_feed},
    {"a history", Callback::history, CSP_OK, read_history},
    {"a command that saves", Callback::save, CSP_OK, grow},
    {"deadlines that save", Callback::save, CSP_OK, meet_deadlines},
    {"a command that appends", Callback::append, CSP_OK, grow},
    {"a command that begins", Callback::begin, CSP_OK, grow},
    {"a query that begins", Callback::begin, CSP_OK, read_seats},
    {"a command that commits", Callback::commit, CSP_OK, grow},
    {"a request that is recalled", Callback::recall, CSP_REFUSED, ask_too_much},
};

/// Asks with the store being wrong at each place in turn, as `be_wrong(store)` makes it, until there is no such place:
/// then the answer is the usual one. Answers how many places there are.
template <class BeWrong>
int told_at_each_place(const Call& call, csp_status wanted, BeWrong be_wrong) {
    BadShop bad;
    const std::uint64_t length = bad.shop.feed_length();
    for (int place = 1;; ++place) {
        CAPTURE(place);
        REQUIRE(place < 400);
        bad.store.reached = 0;
        bad.store.place = place;
        bad.store.wrong = call.uses;
        be_wrong(bad.store);
        const csp_status status = call.ask(bad);
        bad.store.be_good();
        CAPTURE(bad.shop.error.message);
        CHECK(bad.store.open_transactions == 0);
        CHECK((bad.cursor != nullptr || status < 0 || call.usual < 0 || bad.shop.feed_length() > length));
        csp_cursor_close(bad.cursor);
        if (bad.store.reached < place) {
            CHECK(status == call.usual);
            return place - 1;
        }
        CHECK(status == wanted);
        CHECK(bad.cursor == nullptr);
        CHECK(bad.shop.feed_length() == length);
    }
}

}  // namespace csp::test
