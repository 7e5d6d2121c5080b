// Parts of a JSON text, letter for letter.
#include "codec/json_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace csp::codec;

TEST_CASE("members and elements come as they were written") {
    const auto members = members_of(" { \"a\" : 1.10 ,\"b\\\"c\":[ 1 , {\"x\":\"},]\"} ], \"\" :null } ");
    REQUIRE(members.size() == 3);
    CHECK(members[0].key == "a");
    CHECK(members[0].value == "1.10");
    CHECK(members[1].key == "b\\\"c");
    CHECK(members[1].name == "b\"c");
    CHECK(members[1].value == "[ 1 , {\"x\":\"},]\"} ]");
    CHECK(members[2].key.empty());
    CHECK(members[2].value == "null");
    const auto elements = elements_of(members[1].value);
    REQUIRE(elements.size() == 2);
    CHECK(elements[0] == "1");
    CHECK(elements[1] == "{\"x\":\"},]\"}");
}

TEST_CASE("what is empty, or something else, has no parts") {
    for (const char* text : {"{}", " { } ", "[]", "1", "\"{\\\"a\\\":1}\"", "null", ""}) {
        CAPTURE(text);
        CHECK(members_of(text).empty());
        CHECK(elements_of(text).empty());
    }
}

TEST_CASE("a name that stands twice in one object is found at any depth") {
    CHECK_FALSE(repeated_name(R"({"a":{"a":1},"b":[{"a":1},{"a":1}],"c":"a"})").has_value());
    CHECK(repeated_name(R"({"a":1,"b":2,"a":3})") == "a");
    CHECK(repeated_name(R"([0,{"x":[{"b":1,"b":1}]}])") == "b");
    CHECK(repeated_name(R"({"id":1,"\u0069d":2})") == "id");
    CHECK(repeated_name(R"({"\u00e9":1,"é":2})") == "é");
    CHECK_FALSE(repeated_name(R"({"id":1,"\\u0069d":2})").has_value());
}

TEST_CASE("blanks between the parts go, those inside a text stay") {
    std::string out;
    append_compact("{ \"a b\" :\n[ 1 ,\t\" \\\" \" ] }", out);
    CHECK(out == "{\"a b\":[1,\" \\\" \"]}");
}
