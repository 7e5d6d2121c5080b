#include "csp/text.hpp"

#include <doctest/doctest.h>

#include <string>

using csp::is_plain_text;

TEST_CASE("SUB-03: a text is UTF-8, on one line, and not longer than allowed") {
    SUBCASE("lengths are counted in bytes, and the last byte is still good") {
        CHECK(is_plain_text(std::string(256, 'a'), 256));
        CHECK_FALSE(is_plain_text(std::string(257, 'a'), 256));
        CHECK(is_plain_text("", 0));
        CHECK_FALSE(is_plain_text("\xC3\xA9", 1));
    }
    SUBCASE("control characters are refused, their neighbours are not") {
        CHECK_FALSE(is_plain_text(std::string(1, '\0'), 9));
        CHECK_FALSE(is_plain_text("a\nb", 9));
        CHECK_FALSE(is_plain_text("\x1F", 9));
        CHECK(is_plain_text(" ", 9));
        CHECK(is_plain_text("~", 9));
        CHECK_FALSE(is_plain_text("\x7F", 9));
        CHECK_FALSE(is_plain_text("\xC2\x80", 9));
        CHECK_FALSE(is_plain_text("\xC2\x9F", 9));
        CHECK(is_plain_text("\xC2\xA0", 9));
    }
    SUBCASE("overlong forms, surrogates and characters beyond the last are refused") {
        CHECK_FALSE(is_plain_text("\xC0\xAF", 9));
        CHECK_FALSE(is_plain_text("\xC1\xBF", 9));
        CHECK_FALSE(is_plain_text("\xE0\x9F\xBF", 9));
        CHECK(is_plain_text("\xE0\xA0\x80", 9));
        CHECK_FALSE(is_plain_text("\xF0\x8F\xBF\xBF", 9));
        CHECK(is_plain_text("\xF0\x90\x80\x80", 9));
        CHECK(is_plain_text("\xED\x9F\xBF", 9));
        CHECK_FALSE(is_plain_text("\xED\xA0\x80", 9));
        CHECK_FALSE(is_plain_text("\xED\xBF\xBF", 9));
        CHECK(is_plain_text("\xEE\x80\x80", 9));
        CHECK(is_plain_text("\xF4\x8F\xBF\xBF", 9));
        CHECK_FALSE(is_plain_text("\xF4\x90\x80\x80", 9));
        CHECK_FALSE(is_plain_text("\xF5\x80\x80\x80", 9));
    }
    SUBCASE("a character that is cut off is refused, wherever it is cut") {
        const std::string euro = "\xE2\x82\xAC";
        CHECK(is_plain_text(euro, 9));
        CHECK_FALSE(is_plain_text(euro.substr(0, 1), 9));
        CHECK_FALSE(is_plain_text(euro.substr(0, 2), 9));
        CHECK_FALSE(is_plain_text("\xE2(\xAC", 9));
        CHECK_FALSE(is_plain_text("\x82", 9));
        CHECK_FALSE(is_plain_text("\xFF", 9));
    }
}

TEST_CASE("the refusal of a text says what would be right") {
    const auto too_long = csp::not_plain_text("abcd", 3, "friendly_name", "SUB-03");
    CHECK(too_long.code == csp::Code::invalid);
    CHECK(too_long.reason == "text_too_long");
    CHECK(too_long.sentence == "the friendly_name may have at most 3 bytes; it has 4");
    CHECK(too_long.field == "friendly_name");
    const auto no_text = csp::not_plain_text("\n", 3, "friendly_name", "SUB-03");
    CHECK(no_text.reason == "not_plain_text");
    CHECK(no_text.rule == "SUB-03");
}

TEST_CASE("CUS-03: domain names are compared in lower case, ASCII only") {
    CHECK(csp::lower_ascii("CONTOSO.com") == "contoso.com");
    CHECK(csp::lower_ascii("@[`{Z") == "@[`{z");
    CHECK(csp::lower_ascii("\xC3\x84") == "\xC3\x84");
}
