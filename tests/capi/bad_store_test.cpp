// What a store of the host's may hand in or answer wrong, at each place in turn: told each time, nothing is stored, no
// transaction stays open, and nothing is lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "c_bad_store.hpp"

using namespace csp::test;

namespace {

/// Hands in what was found, but in a wrong way.
template <class Given>
using Spoil = void (*)(Given given, const Hand<Given>& hand);

template <class Given>
struct Flaw {
    std::string what;
    Spoil<Given> spoil;
};

/// A struct of a newer csp, which knows more.
template <class Given>
struct Newer {
    Given given{};
    std::uint64_t more{0};
};
template <class Given>
void hand_newer(const Given& given, std::uint64_t more, const Hand<Given>& hand) {
    Newer<Given> newer{given, more};
    newer.given.size = sizeof newer;
    hand(&newer.given);
}
constexpr csp_str no_json{"no JSON", 7};
constexpr csp_str no_fields{"{}", 2};
constexpr csp_str nowhere{nullptr, 5};
constexpr csp_str endless{"short", SIZE_MAX};
constexpr std::uint64_t past_all = std::uint64_t{1} << 63U;

template <class Given>
void hand_twice(Given given, const Hand<Given>& hand) {
    hand(&given);
    hand(&given);
}

template <class Given>
std::vector<Flaw<Given>> flaws_of_each() {
    using H = const Hand<Given>&;
    return {
        {"NULL", [](Given, H hand) { hand(nullptr); }},
        {"a size of 0", [](Given given, H hand) { given.size = 0, hand(&given); }},
        {"a size that is too small", [](Given given, H hand) { given.size -= 8, hand(&given); }},
        {"a size that is too large", [](Given given, H hand) { given.size = 5'000, hand(&given); }},
        {"all of a size", [](Given given, H hand) { given.size = UINT32_MAX, hand(&given); }},
        {"a newer one with more in it", [](Given given, H hand) { hand_newer(given, 1, hand); }},
        {"no kind", [](Given given, H hand) { given.kind = 999, hand(&given); }},
        {"a kind below 0", [](Given given, H hand) { given.kind = -1, hand(&given); }},
        {"more than was asked for",
         [](Given given, H hand) {
             for (int i = 0; i < 2'000; ++i) { hand(&given); }
         }},
    };
}
template <class Given>
std::vector<Flaw<Given>> joined(std::vector<Flaw<Given>> all, const std::vector<Flaw<Given>>& more) {
    all.insert(all.end(), more.begin(), more.end());
    return all;
}
std::vector<Flaw<csp_record>> flaws_of_records() {
    using H = const Hand<csp_record>&;
    return joined<csp_record>(
        flaws_of_each<csp_record>(),
        {
            {"due before 1970", [](csp_record given, H hand) { given.due_us = -1, hand(&given); }},
            {"due behind 9999", [](csp_record given, H hand) { given.due_us = CSP_NEVER - 1, hand(&given); }},
            {"saved before 1970", [](csp_record given, H hand) { given.saved_at_us = -1, hand(&given); }},
            {"saved never", [](csp_record given, H hand) { given.saved_at_us = CSP_NEVER, hand(&given); }},
            {"at no version", [](csp_record given, H hand) { given.version = 0, hand(&given); }},
            {"past all versions", [](csp_record given, H hand) { given.version = past_all, hand(&given); }},
            {"a body that is nowhere", [](csp_record given, H hand) { given.body = nowhere, hand(&given); }},
            {"a body without an end", [](csp_record given, H hand) { given.body = endless, hand(&given); }},
            {"a key that is nowhere", [](csp_record given, H hand) { given.key = nowhere, hand(&given); }},
            {"a key without an end", [](csp_record given, H hand) { given.key = endless, hand(&given); }},
        });
}
std::vector<Flaw<csp_stored_event>> flaws_of_events() {
    using H = const Hand<csp_stored_event>&;
    return joined<csp_stored_event>(
        flaws_of_each<csp_stored_event>(),
        {
            {"past all positions", [](csp_stored_event given, H hand) { given.position = past_all, hand(&given); }},
            {"at no position", [](csp_stored_event given, H hand) { given.position = 0, hand(&given); }},
            {"before 1970", [](csp_stored_event given, H hand) { given.at_us = -1, hand(&given); }},
            {"at no time", [](csp_stored_event given, H hand) { given.at_us = CSP_NEVER, hand(&given); }},
            {"a body that is no JSON", [](csp_stored_event given, H hand) { given.body = no_json, hand(&given); }},
            {"a body with nothing in it", [](csp_stored_event given, H hand) { given.body = no_fields, hand(&given); }},
            {"no body", [](csp_stored_event given, H hand) { given.body = {}, hand(&given); }},
            {"a body that is nowhere", [](csp_stored_event given, H hand) { given.body = nowhere, hand(&given); }},
            {"a body without an end", [](csp_stored_event given, H hand) { given.body = endless, hand(&given); }},
        });
}
std::vector<Flaw<csp_due>> flaws_of_deadlines() {
    using H = const Hand<csp_due>&;
    return joined<csp_due>(flaws_of_each<csp_due>(),
                           {
                               {"before 1970", [](csp_due given, H hand) { given.at_us = -1, hand(&given); }},
                               {"never", [](csp_due given, H hand) { given.at_us = CSP_NEVER, hand(&given); }},
                           });
}

template <class Given>
void each_flaw_is_told(const std::vector<Flaw<Given>>& flaws, std::initializer_list<Callback> callbacks,
                       std::function<void(const Given&, const Hand<Given>&)> BadStore::*spoil) {
    for (const Call& call : calls) {
        if (std::find(callbacks.begin(), callbacks.end(), call.uses) == callbacks.end()) { continue; }
        CAPTURE(call.what);
        for (const Flaw<Given>& flaw : flaws) {
            CAPTURE(flaw.what);
            CHECK(told_at_each_place(call, CSP_STORAGE, [&](BadStore& store) { store.*spoil = flaw.spoil; }) > 0);
        }
    }
}

}  // namespace

TEST_CASE("C: a malformed record that a store hands in is told, and nothing comes of it") {
    each_flaw_is_told(flaws_of_records(), {Callback::load, Callback::scan}, &BadStore::spoil_record);
}

TEST_CASE("C: a malformed event that a store hands in is told") {
    each_flaw_is_told(flaws_of_events(), {Callback::events, Callback::history}, &BadStore::spoil_event);
}

TEST_CASE("C: a malformed deadline that a store hands in is told, and nothing comes of it") {
    each_flaw_is_told(flaws_of_deadlines(), {Callback::due}, &BadStore::spoil_due);
}

TEST_CASE("C: rows that do not stand behind each other, or are not what was asked for, are told") {
    const std::vector<Flaw<csp_record>> of_rows{
        {"the same twice", hand_twice<csp_record>},
        {"no key", [](csp_record given, const Hand<csp_record>& hand) { given.key = {}, hand(&given); }},
        {"a key of others", [](csp_record given, const Hand<csp_record>& hand) { given.key = no_json, hand(&given); }},
    };
    each_flaw_is_told(of_rows, {Callback::scan}, &BadStore::spoil_record);
    const std::vector<Flaw<csp_stored_event>> of_events{{"the same twice", hand_twice<csp_stored_event>}};
    each_flaw_is_told(of_events, {Callback::events, Callback::history}, &BadStore::spoil_event);
    using H = const Hand<csp_stored_event>&;
    const std::vector<Flaw<csp_stored_event>> of_histories{
        {"of another record", [](csp_stored_event given, H hand) { ++given.id.bytes[0], hand(&given); }},
        {"of another kind", [](csp_stored_event given, H hand) { ++given.kind, hand(&given); }},
        {"of no version", [](csp_stored_event given, H hand) { given.version = 0, hand(&given); }},
    };
    each_flaw_is_told(of_histories, {Callback::history}, &BadStore::spoil_event);
    const std::vector<Flaw<csp_due>> of_deadlines{
        {"the same twice", hand_twice<csp_due>},
        {"later than asked for",
         [](csp_due given, const Hand<csp_due>& hand) { given.at_us += 4'000 * CSP_US_PER_DAY, hand(&given); }},
    };
    each_flaw_is_told(of_deadlines, {Callback::due}, &BadStore::spoil_due);
}

TEST_CASE("C: another record than the one that is loaded, or none, is told") {
    using H = const Hand<csp_record>&;
    const std::vector<Flaw<csp_record>> flaws{
        {"another id", [](csp_record given, H hand) { ++given.id.bytes[0], hand(&given); }},
        {"another kind", [](csp_record given, H hand) { ++given.kind, hand(&given); }},
        {"nothing, though it is done", [](csp_record, H) {}},
    };
    each_flaw_is_told(flaws, {Callback::load}, &BadStore::spoil_record);
}

TEST_CASE("C: what a newer store knows and csp does not is nothing, where it is zero") {
    using H = const Hand<csp_record>&;
    for (const Call& call : calls) {
        if (call.uses != Callback::load) { continue; }
        CAPTURE(call.what);
        BadShop bad;
        bad.store.wrong = Callback::load;
        bad.store.spoil_record = [](const csp_record& given, H hand) { hand_newer(given, 0, hand); };
        CHECK(call.ask(bad) == call.usual);
        CHECK(bad.store.reached > 0);
        csp_cursor_close(bad.cursor);
    }
}

TEST_CASE("C: an answer that is none is a failure of the store, at each callback in turn") {
    for (const Call& call : calls) {
        CAPTURE(call.what);
        for (const csp_answer wrong : {77, -1, 4, INT32_MIN, INT32_MAX}) {
            CAPTURE(wrong);
            const auto answer = [wrong](csp_answer& given) { given = wrong; };
            CHECK(told_at_each_place(call, CSP_STORAGE, [&](BadStore& store) {
                      store.spoil_answer = answer;
                      store.does_it = call.uses != Callback::begin && call.uses != Callback::commit;
                  }) > 0);
        }
    }
}

TEST_CASE("C: an answer that another callback may give is a failure of the store") {
    const auto told = [](const Call& call, csp_answer wrong) {
        CAPTURE(call.what);
        CAPTURE(wrong);
        CHECK(told_at_each_place(call, CSP_STORAGE, [&](BadStore& store) {
                  store.spoil_answer = [wrong](csp_answer& given) { given = wrong; };
                  store.does_it = false;
              }) > 0);
    };
    for (const Call& call : calls) {
        const bool writes = call.uses == Callback::save || call.uses == Callback::append;
        const bool ends = call.uses == Callback::begin || call.uses == Callback::commit;
        if (writes || ends) { told(call, CSP_ABSENT); }
        if (!writes && call.uses != Callback::commit) { told(call, CSP_CLASH); }
    }
}

TEST_CASE("C: an event of a kind that csp does not know was made by a newer one") {
    for (const Call& call : calls) {
        if (call.uses != Callback::events) { continue; }
        CAPTURE(call.what);
        CHECK(told_at_each_place(call, CSP_UNSUPPORTED, [](BadStore& store) {
                  store.spoil_event = [](csp_stored_event given, const Hand<csp_stored_event>& hand) {
                      given.kind = 200;
                      hand(&given);
                  };
              }) > 0);
    }
}

TEST_CASE("C: a body that is no record is told wherever it is read, and nothing comes of it") {
    for (const Call& call : calls) {
        const bool hands_records = call.uses == Callback::load || call.uses == Callback::scan;
        if (!hands_records || call.usual != CSP_OK) { continue; }  // who only has to know that there is one reads none
        CAPTURE(call.what);
        for (const csp_str& body : {csp_str{}, csp_str{"no JSON", 7}, csp_str{"{}", 2}, csp_str{"[]", 2}}) {
            CAPTURE(cpp_text(body));
            CHECK(told_at_each_place(call, CSP_STORAGE, [&](BadStore& store) {
                      store.spoil_record = [body](csp_record given, const Hand<csp_record>& hand) {
                          given.body = body;
                          hand(&given);
                      };
                  }) > 0);
        }
    }
}

TEST_CASE("C: deadlines of records that are not there are told") {
    BadShop bad;
    const std::uint64_t length = bad.shop.feed_length();
    bad.store.wrong = Callback::due;
    bad.store.spoil_due = [](csp_due given, const Hand<csp_due>& hand) {
        given.id = csp_id{{99}};
        hand(&given);
    };
    CHECK(meet_deadlines(bad) == CSP_STORAGE);
    CHECK(bad.store.reached > 0);
    bad.store.be_good();
    CHECK(bad.store.open_transactions == 0);
    CHECK(bad.shop.feed_length() == length);
    CHECK(meet_deadlines(bad) == CSP_OK);
}

TEST_CASE("C: a position that no event can have is told") {
    for (const Call& call : calls) {
        if (call.uses != Callback::append && call.uses != Callback::recall) { continue; }
        CAPTURE(call.what);
        const std::uint64_t nowhere_in_the_feed = call.uses == Callback::append ? 0 : 1'000;
        CHECK(told_at_each_place(call, CSP_STORAGE, [&](BadStore& store) {
                  store.spoil_position = [=](std::uint64_t& position) { position = nowhere_in_the_feed; };
                  store.spoil_answer = [](csp_answer& answer) { answer = CSP_DONE; };
              }) > 0);
    }
}

TEST_CASE("C: a key that another record holds is a conflict that names it, however often it is tried") {
    BadShop bad;
    const std::uint64_t length = bad.shop.feed_length();
    bad.store.wrong = Callback::save;
    bad.store.does_it = false;
    bad.store.spoil_answer = [](csp_answer& given) { given = CSP_CLASH; };
    bad.store.spoil_holder = [](csp_id& holder) { holder = csp_id{{77}}; };
    CHECK(grow(bad) == CSP_CONFLICT);
    CHECK(bad.shop.error.existing.bytes[0] == 77);
    bad.store.be_good();
    CHECK(bad.store.open_transactions == 0);
    CHECK(bad.shop.feed_length() == length);
    CHECK(grow(bad) == CSP_OK);
}

TEST_CASE("C: a store that always has another writer first is a conflict, and nothing is stored") {
    for (const Callback callback : {Callback::save, Callback::append, Callback::commit}) {
        BadShop bad;
        const std::uint64_t length = bad.shop.feed_length();
        bad.store.wrong = callback;
        bad.store.does_it = false;
        bad.store.spoil_answer = [](csp_answer& given) { given = CSP_CLASH; };
        CHECK(grow(bad) == CSP_CONFLICT);
        CHECK(bad.store.reached == 8);  // as often as it is tried
        bad.store.be_good();
        CHECK(bad.store.open_transactions == 0);
        CHECK(bad.shop.feed_length() == length);
        CHECK(grow(bad) == CSP_OK);
    }
}
