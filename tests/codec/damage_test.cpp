// Stored text that is not as csp wrote it: always an answer, never a crash.
#include <boost/json.hpp>

#include <filesystem>

#include "codec/codec.hpp"
#include "codec/envelope.hpp"
#include "codec/golden.hpp"
#include "codec/nouns.hpp"
#include "sanitized.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> texts;
    for (const auto& file : std::filesystem::directory_iterator(golden_path(folder))) {
        texts.push_back(text_of_file(file.path()));
        texts.back().pop_back();
    }
    return texts;
}

/// A damaged record says so, and one of a newer csp says that; nothing else may come of it.
bool is_a_good_answer(const Error& error) {
    return (error.code == Code::storage && error.sentence.rfind("storage: ", 0) == 0) ||
           (error.code == Code::unsupported && error.sentence.rfind("made by a newer csp: ", 0) == 0);
}

/// Reads a text as one of the things that it could be, and looks at the answer. Was it taken?
using Reader = bool (*)(std::string_view);

template <auto Read>
bool taken_by(std::string_view json) {
    const auto answer = Read(json);
    if (!answer && !is_a_good_answer(answer.error())) { FAIL_CHECK(answer.error().sentence); }
    return answer.has_value();
}
template <class... Nouns>
std::vector<Reader> every_reader() {
    return {&taken_by<&codec::read_state<Nouns>>..., &taken_by<&codec::read_event<Nouns>>...,
            &taken_by<&codec::read_stored<Nouns>>...};
}
/// Those that take the whole text: the store gives it to them, and to no others.
std::vector<Reader> readers_of(std::string_view json) {
    std::vector<Reader> readers;
    for (const Reader reader : every_reader<CSP_TEST_NOUNS>()) {
        if (reader(json)) { readers.push_back(reader); }
    }
    return readers;
}

/// Puts each of some strange values in each place, one at a time.
void twist(boost::json::value& part, const boost::json::value& whole, const std::vector<Reader>& readers,
           int& twisted) {
    const boost::json::value before = part;
    const boost::json::array strange{nullptr,
                                     true,
                                     -1,
                                     1e300,
                                     UINT64_MAX,
                                     "",
                                     "x",
                                     "-1",
                                     "999",
                                     "9999-99-99",
                                     boost::json::array{0},
                                     boost::json::object{{"amount", 1}, {"currency", "USD"}}};
    for (const auto& other : strange) {
        if (static_cast<unsigned>(++twisted) % step_between_places != 0) { continue; }
        part = other;
        for (const Reader reader : readers) { reader(boost::json::serialize(whole)); }
    }
    part = before;
    if (auto* object = part.if_object()) {
        for (auto& member : *object) { twist(member.value(), whole, readers, twisted); }
    } else if (auto* array = part.if_array()) {
        for (auto& element : *array) { twist(element, whole, readers, twisted); }
    }
}

Error error_of(std::string_view subscription) {
    const auto read = codec::read_state<Subscription>(subscription);
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

}  // namespace

TEST_CASE("a text that was cut off is refused, wherever it was cut") {
    for (const char* folder : {"events", "states"}) {
        for (const std::string& text : files_in(folder)) {
            const std::vector<Reader> readers = readers_of(text);
            REQUIRE_FALSE(readers.empty());
            for (std::size_t length = 0; length < text.size(); length += step_between_places) {
                for (const Reader reader : readers) { REQUIRE_FALSE(reader(std::string_view(text).substr(0, length))); }
            }
        }
    }
}

TEST_CASE("a strange value in any place is an answer") {
    int twisted = 0;
    for (const char* folder : {"events", "states"}) {
        for (const std::string& text : files_in(folder)) {
            boost::json::value whole = boost::json::parse(text);
            twist(whole, whole, readers_of(text), twisted);
        }
    }
    CHECK(twisted > 1000);
}

TEST_CASE("a field of the wrong type is named with its place") {
    CHECK(error_of(R"({"quantity":"25","phase":"absent"})").sentence ==
          "storage: field quantity of a stored subscription is not a whole number from -2147483648 to 2147483647");
    CHECK(error_of(R"({"quantity":2147483648,"phase":"absent"})").code == Code::storage);
    CHECK(error_of(R"({"quantity":2.5,"phase":"absent"})").code == Code::storage);
    CHECK(error_of(R"({"phase":"active","term":{"start":"2018-02-29"}})").sentence ==
          "storage: field term.start of a stored subscription is not a day");
    CHECK(error_of(R"({"unit_price":{"amount":"1.234","currency":"USD"},"phase":"absent"})").field ==
          "unit_price.amount");
    CHECK(error_of(R"({"customer":"10000000-0000-4000-8000-00000000000G","phase":"absent"})").field == "customer");
    CHECK(error_of(R"({"customer":"10000000-0000-4000-8000-00000000000A","phase":"absent"})").field == "customer");
    const auto order = codec::read_state<Order>(R"({"lines":[{},{"quantity":null}],"phase":"draft"})");
    CHECK(order.error().field == "lines[1].quantity");
}

TEST_CASE("a record without its phase, and what is no object, is refused") {
    CHECK(error_of("{}").sentence == "storage: field phase of a stored subscription is not a name");
    for (const char* text : {"", "null", "[]", "1", "\"active\"", "{}{}", "\xEF\xBB\xBF{}"}) {
        CAPTURE(text);
        CHECK(error_of(text).code == Code::storage);
    }
    CHECK(codec::read_event<Subscription>("{}").error().field == "event");
}

TEST_CASE("a text that is nested too deeply is refused") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) { deep += "{\"also\":["; }
    CHECK(error_of(deep).code == Code::storage);
}

TEST_CASE("names that a newer csp wrote cost this record only, and say so") {
    const Error phase = error_of(R"({"phase":"frozen"})");
    CHECK(phase.code == Code::unsupported);
    CHECK(phase.sentence == "made by a newer csp: field phase of a stored subscription is \"frozen\"");
    CHECK(error_of(R"({"cloud":"moon","phase":"absent"})").code == Code::unsupported);
    CHECK(error_of(R"({"cloud":"256","phase":"absent"})").code == Code::unsupported);  // fits no number of a cloud
    CHECK(error_of(R"({"unit_price":{"amount":"1","currency":"QQQ"},"phase":"absent"})").code == Code::unsupported);
    CHECK(codec::read_event<Subscription>(R"({"event":"subscription_painted"})").error().code == Code::unsupported);
}
