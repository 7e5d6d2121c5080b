// UTF-8, letter by letter: the one place that decodes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace csp {

/// How many bytes the well-formed letter at the beginning of `text` has: 1 to 4; 0 when there is none
/// (overlong forms and surrogates are none).
inline std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[at])) : 0U;
    };
    const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (text.empty()) { return 0; }
    if (first < 0x80U) { return 1; }
    if (first >= 0xC2U && first <= 0xDFU) { return follows(1) ? 2 : 0; }
    if (first >= 0xE0U && first <= 0xEFU) {
        const bool is_overlong = first == 0xE0U && second < 0xA0U;
        const bool is_surrogate = first == 0xEDU && second > 0x9FU;
        return follows(1) && follows(2) && !is_overlong && !is_surrogate ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool is_overlong = first == 0xF0U && second < 0x90U;
        const bool is_beyond = first == 0xF4U && second > 0x8FU;  // U+10FFFF is the last
        return follows(1) && follows(2) && follows(3) && !is_overlong && !is_beyond ? 4 : 0;
    }
    return 0;
}

/// Whether the eight bytes there are ASCII, looked at as one.
inline bool are_eight_plain(const char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    return (eight & 0x8080'8080'8080'8080U) == 0;
}

/// How many bytes at the beginning are ASCII, at least: most texts are nothing else.
inline std::size_t plain_length(std::string_view text) {
    constexpr std::size_t step = 8;
    if (text.size() < step) { return 0; }
    for (std::size_t length = 0; length + step <= text.size(); length += step) {
        if (!are_eight_plain(text.data() + length)) { return length; }
    }
    return are_eight_plain(text.data() + text.size() - step) ? text.size() : text.size() / step * step;
}

/// Whether the eight bytes there stand in a JSON text as they are: printable ASCII, no quote and no backslash.
inline bool are_eight_unescaped(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t highs = 0x80 * ones;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    // A byte that is less than n (at most 128) borrows from its high bit.
    const auto some_below = [](std::uint64_t x, std::uint64_t n) { return (x - n * ones) & ~x & highs; };
    const auto some_is = [&](char letter) {
        return some_below(eight ^ (static_cast<unsigned char>(letter) * ones), 1);
    };
    return ((eight & highs) | some_below(eight, ' ') | some_is('"') | some_is('\\') | some_is('\x7F')) == 0;
}
inline bool is_unescaped(char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; }

/// How many bytes at the beginning stand in a JSON text as they are.
inline std::size_t unescaped_length(std::string_view text) {
    constexpr std::size_t step = 8;
    std::size_t length = 0;
    while (length + step <= text.size() && are_eight_unescaped(text.data() + length)) { length += step; }
    while (length < text.size() && is_unescaped(text[length])) { ++length; }
    return length;
}

inline bool is_utf8(std::string_view text) {
    text.remove_prefix(plain_length(text));
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        if (length == 0) { return false; }
        text.remove_prefix(length);
    }
    return true;
}

/// Some programs begin a file with a byte order mark. It says nothing.
inline std::string_view without_byte_order_mark(std::string_view text) {
    return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

}  // namespace csp
