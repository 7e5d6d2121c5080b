// UTF-8, wherever in a text the letter stands that is none.
#include <doctest/doctest.h>

#include <string>

#include "base/utf8.hpp"

using namespace csp;

TEST_CASE("a text is UTF-8 when every letter is, at whatever place of eight bytes it begins") {
    for (std::size_t before = 0; before <= 17; ++before) {
        for (std::size_t behind = 0; behind <= 9; ++behind) {
            const auto with = [&](const std::string& letter) {
                return std::string(before, 'a') + letter + std::string(behind, 'z');
            };
            for (const char* const good : {"", "a", "\x7F", "\xC2\x80", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
                CHECK(is_utf8(with(good)));
            }
            for (const char* const bad : {"\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                          "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "\xF0\x9F\x98"}) {
                CHECK_FALSE(is_utf8(with(bad)));
            }
        }
    }
}

TEST_CASE(
    "what stands in a JSON text as it is ends before each letter that does not, at whatever place of eight bytes") {
    for (std::size_t before = 0; before <= 17; ++before) {
        for (std::size_t behind = 0; behind <= 17; ++behind) {
            const std::string front(before, ' ');
            const std::string back(behind, '~');
            for (int code = 0; code < 256; ++code) {
                const char letter = static_cast<char>(code);
                const bool stands = code >= 0x20 && code < 0x7F && letter != '"' && letter != '\\';
                CAPTURE(code);
                CHECK(is_unescaped(letter) == stands);
                CHECK(unescaped_length(front + letter + back) == (stands ? before + 1 + behind : before));
            }
        }
    }
}
