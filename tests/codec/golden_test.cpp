// What is stored today can be read for ever: the bytes of every event and every phase, as they were first written.
//
// A failure here means that stores in the field cannot be read any more, or are written differently. A new event gets
// a new file. When a field is added, the old file keeps being read under another name beside the new one.
#include "codec/golden.hpp"

#include "codec/codec.hpp"
#include "codec/nouns.hpp"
#include "codec/samples.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::string golden(const std::string& name) {
    std::string text = text_of_file(golden_path(name));
    REQUIRE_FALSE(text.empty());
    REQUIRE(text.back() == '\n');
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE_TEMPLATE("every event is stored as it always was", S, CSP_TEST_NOUNS) {
    const auto events = sample_events<S>();
    REQUIRE(events.size() == std::variant_size_v<typename S::Event>);
    for (std::size_t i = 0; i < events.size(); ++i) {
        REQUIRE(events[i].index() == i);
        const std::string name(std::visit([](const auto& event) { return event.name; }, events[i]));
        CAPTURE(name);
        const std::string file = golden("events/" + name + ".json");

        std::string stored;
        codec::write_stored_event<S>(sample_cause(), events[i], stored);
        CHECK(stored == file);

        const auto entry = codec::read_stored<S>(file);
        REQUIRE(entry.has_value());
        CHECK((entry->cause == sample_cause()));
        CHECK((std::get<typename S::Event>(entry->what) == events[i]));
    }
}

TEST_CASE("an event from before renewals had a price is read, and says nothing of one") {
    for (const std::string& name : {std::string("subscription_renewed"), std::string("subscription_reactivated")}) {
        CAPTURE(name);
        const auto before = codec::read_stored<Subscription>(golden("events/" + name + "_before_prices.json"));
        const auto today = codec::read_stored<Subscription>(golden("events/" + name + ".json"));
        REQUIRE(before.has_value());
        REQUIRE(today.has_value());
        CHECK((before->what == today->what));
        CHECK(before->cause == today->cause);
    }
}

TEST_CASE("what was stored of a partner before it had debts is read, and says nothing of any") {
    const auto restricted = codec::read_stored<Partner>(golden("events/partner_restricted_before_debts.json"));
    REQUIRE(restricted.has_value());
    CHECK_FALSE(std::get<PartnerRestricted>(std::get<Partner::Event>(restricted->what)).is_for_debt);
    const auto reinstated = codec::read_stored<Partner>(golden("events/partner_reinstated_before_debts.json"));
    REQUIRE(reinstated.has_value());
    CHECK(std::get<PartnerReinstated>(std::get<Partner::Event>(reinstated->what)).reinstated_at == Instant{});

    const auto before = codec::read_state<Partner>(golden("states/partner_restricted_before_debts.json"));
    REQUIRE(before.has_value());
    Partner today = sample_states<Partner>()[2];
    today.debts.clear();
    std::get<Partner::Restricted>(today.phase).is_for_debt = false;
    CHECK(*before == today);
}

TEST_CASE_TEMPLATE("what was stored before resellers is read, and says nothing of one", S, Customer, Subscription,
                   Order) {
    std::size_t read = 0;
    for (const auto& event : sample_events<S>()) {
        const std::string name(std::visit([](const auto& one) { return one.name; }, event));
        const std::string file = "events/" + name + "_before_resellers.json";
        if (!std::filesystem::exists(golden_path(file))) { continue; }
        CAPTURE(name);
        const auto before = codec::read_stored<S>(golden(file));
        REQUIRE(before.has_value());
        CHECK((std::get<typename S::Event>(before->what) == event));
        ++read;
    }
    CHECK(read > 0);
}
TEST_CASE_TEMPLATE("a phase from before resellers is read", S, Partner, Customer, Subscription, Order) {
    std::size_t read = 0;
    for (const S& state : sample_states<S>()) {
        const std::string_view phase = std::visit([](const auto& in_phase) { return in_phase.name; }, state.phase);
        const std::string file = "states/" + std::string(S::name) + "_" + std::string(phase) + "_before_resellers.json";
        if (!std::filesystem::exists(golden_path(file))) { continue; }
        CAPTURE(file);
        const auto before = codec::read_state<S>(golden(file));
        REQUIRE(before.has_value());
        CHECK((*before == state));
        ++read;
    }
    CHECK(read > 0);
}

TEST_CASE_TEMPLATE("every phase is stored as it always was", S, CSP_TEST_NOUNS) {
    const auto states = sample_states<S>();
    REQUIRE(states.size() == std::variant_size_v<typename S::Phase>);
    for (std::size_t i = 0; i < states.size(); ++i) {
        REQUIRE(states[i].phase.index() == i);
        const std::string_view phase = std::visit([](const auto& in_phase) { return in_phase.name; }, states[i].phase);
        const std::string name = std::string(S::name) + "_" + std::string(phase);
        CAPTURE(name);
        const std::string file = golden("states/" + name + ".json");

        std::string stored;
        codec::write_state(states[i], stored);
        CHECK(stored == file);

        const auto state = codec::read_state<S>(file);
        REQUIRE(state.has_value());
        CHECK((*state == states[i]));
    }
}

TEST_CASE("a refusal is stored as it always was") {
    const std::string file = golden("events/command_refused.json");
    std::string stored;
    codec::write_stored_refusal(sample_cause(), sample_error(), stored);
    CHECK(stored == file);

    const auto entry = codec::read_stored<Subscription>(file);
    REQUIRE(entry.has_value());
    CHECK((entry->cause == sample_cause()));
    CHECK((std::get<Error>(entry->what) == sample_error()));
}
