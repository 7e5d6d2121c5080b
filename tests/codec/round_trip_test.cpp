// What is written is read back as it was: every state in every phase, every event, every number.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "codec/codec.hpp"
#include "codec/envelope.hpp"
#include "codec/generate.hpp"
#include "codec/nouns.hpp"

using namespace csp;
using namespace csp::test;

// The list of lists would never end: errors inside errors are made by any_error.
template <>
std::vector<Error> csp::test::any_list<Error>() {
    return {};
}

namespace {

template <class S>
S written_and_read(const S& state) {
    std::string json;
    codec::write_state(state, json);
    auto read = codec::read_state<S>(json);
    RC_ASSERT(read.has_value());
    return std::move(read).value();
}

codec::Cause any_cause() {
    return {.actor = any_string(),
            .partner = PartnerId{any_id()},
            .command = any_string(),
            .fingerprint = any_number<std::uint64_t>(),
            .events = any_number<std::uint64_t>()};
}

Error any_error(int depth) {
    Error error = any_value<Error>();
    if (depth > 0) { error.also = {any_error(depth - 1), any_error(depth - 1)}; }
    return error;
}

}  // namespace

TEST_CASE_TEMPLATE("a state is read as it was written, in every phase", S, CSP_TEST_NOUNS) {
    Alternatives<typename S::Phase>::each([]<class Phase>() {
        const bool is_good = rc::check(std::string(S::name) + " that is " + std::string(Phase::name), [] {
            S state = any_value<S>();
            state.phase = any_value<Phase>();
            RC_ASSERT(written_and_read(state) == state);
        });
        CHECK_MESSAGE(is_good, S::name << " that is " << Phase::name);
    });
}

TEST_CASE_TEMPLATE("an event is read as it was written, alone and in its envelope", S, CSP_TEST_NOUNS) {
    Alternatives<typename S::Event>::each([]<class Event>() {
        const bool is_good = rc::check(std::string(Event::name), [] {
            const typename S::Event event = any_value<Event>();
            std::string json;
            codec::write_event<S>(event, json);
            auto read = codec::read_event<S>(json);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == event);

            const codec::Cause cause = any_cause();
            std::string stored;
            codec::write_stored_event<S>(cause, event, stored);
            auto entry = codec::read_stored<S>(stored);
            RC_ASSERT(entry.has_value());
            RC_ASSERT(entry->cause == cause);
            RC_ASSERT(std::get<typename S::Event>(entry->what) == event);
        });
        CHECK_MESSAGE(is_good, Event::name);
    });
}

TEST_CASE("a refusal is read as it was written, with everything else that was wrong") {
    CHECK(rc::check([] {
        const codec::Cause cause = any_cause();
        const Error error = any_error(2);
        std::string stored;
        codec::write_stored_refusal(cause, error, stored);
        auto entry = codec::read_stored<Order>(stored);
        RC_ASSERT(entry.has_value());
        RC_ASSERT(entry->cause == cause);
        RC_ASSERT(std::get<Error>(entry->what) == error);
    }));
}
