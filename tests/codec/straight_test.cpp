// The short way of reading against the long one: what it takes it reads alike, and csp's own texts it takes.
#include "codec/straight.hpp"
#include "sanitized.hpp"

#include <filesystem>

#include "codec/codec.hpp"
#include "codec/golden.hpp"
#include "codec/nouns.hpp"
#include "codec/parsed.hpp"
#include "codec/read.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class S>
std::optional<S> read_straight(std::string_view json) {
    std::optional<S> state(std::in_place);
    codec::Straight text(json);
    if (!codec::take_straight(text, *state) || !text.is_at_end()) { state.reset(); }
    return state;
}

template <class S>
std::optional<S> read_the_long_way(std::string_view json) {
    codec::Parsed parsed(json);
    std::optional<S> state(std::in_place);
    codec::Damage damage;
    if (parsed.object() == nullptr || !codec::read_fields(*parsed.object(), *state, damage)) { state.reset(); }
    return state;
}

/// The same text without the escapes in it, which are left to the long way.
std::string without_escapes(std::string text) {
    for (auto at = text.find('\\'); at != std::string::npos; at = text.find('\\')) { text.replace(at, 2, "'"); }
    return text;
}

/// The golden states of a noun, as csp writes them today.
template <class S>
std::vector<std::string> states_of() {
    std::vector<std::string> texts;
    for (const auto& file : std::filesystem::directory_iterator(golden_path("states"))) {
        std::string text = text_of_file(file.path());
        text.pop_back();
        const bool is_of_this_noun = file.path().filename().string().starts_with(std::string(S::name) + "_");
        const auto state = codec::read_state<S>(text);
        if (!is_of_this_noun || !state) { continue; }
        codec::write_state(*state, texts.emplace_back());
        texts.back() = without_escapes(std::move(texts.back()));
    }
    return texts;
}

/// How many texts with one letter replaced, added or left out both ways take; they must take the same from it.
template <class S>
int taken_when_twisted(const std::string& text) {
    int taken = 0;
    const auto compare = [&](const std::string& twisted) {
        const auto straight = read_straight<S>(twisted);
        if (!straight) { return; }
        ++taken;
        CAPTURE(twisted);
        const auto long_way = read_the_long_way<S>(twisted);
        REQUIRE(long_way.has_value());
        REQUIRE(*straight == *long_way);
    };
    for (std::size_t at = 0; at < text.size(); at += step_between_places) {
        std::string twisted = text;
        for (const char letter : {' ', '"', '\\', ',', '-', '.', '0', '1', 'a', '}', ']', '\x7F', '\xC3', '\0'}) {
            twisted[at] = letter;
            compare(twisted);
            compare(text.substr(0, at) + letter + text.substr(at));
        }
        compare(text.substr(0, at) + text.substr(at + 1));
    }
    return taken;
}

}  // namespace

TEST_CASE_TEMPLATE("a state that csp wrote is read straight", S, CSP_TEST_NOUNS) {
    const auto texts = states_of<S>();
    CHECK_MESSAGE(!texts.empty(), S::name);
    for (const std::string& text : texts) {
        CAPTURE(text);
        const auto straight = read_straight<S>(text);
        REQUIRE(straight.has_value());
        CHECK(*straight == read_the_long_way<S>(text));
    }
}

TEST_CASE_TEMPLATE("what is read straight from a twisted text, the long way reads too", S, CSP_TEST_NOUNS) {
    for (const std::string& text : states_of<S>()) { CHECK(taken_when_twisted<S>(text) > 0); }
}

TEST_CASE("what csp does not write is not read straight") {
    const auto is_straight = [](std::string_view json) { return read_straight<Term>(json).has_value(); };
    CHECK(is_straight(R"({"start":"2018-05-30","end":"2019-05-30"})"));
    CHECK_FALSE(is_straight(R"({"end":"2019-05-30","start":"2018-05-30"})"));
    CHECK_FALSE(is_straight(R"({"start":"2018-05-30"})"));
    CHECK_FALSE(is_straight(R"({"start":"2018-05-30","end":"2019-05-30"} )"));
    CHECK_FALSE(is_straight(R"({ "start":"2018-05-30","end":"2019-05-30"})"));
    CHECK_FALSE(is_straight(R"({"start":"2018-05-30","end":"2019-05-30","more":1})"));
    CHECK_FALSE(is_straight(R"({"start":"2018-05-30","start":"2018-05-30","end":"2019-05-30"})"));
    for (const char* number : {"", "-", "-0", "00", "01", "+1", "1.0", "1e2", "2147483648", "\"1\""}) {
        CAPTURE(number);
        CHECK_FALSE(read_straight<ChangeQuantity>("{\"quantity\":" + std::string(number) + "}").has_value());
    }
    CHECK(read_straight<ChangeQuantity>(R"({"quantity":-2147483648})")->quantity == INT32_MIN);
    CHECK(read_straight<ChangeQuantity>(R"({"quantity":0})")->quantity == 0);
}
