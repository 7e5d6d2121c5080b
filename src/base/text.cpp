// Text that comes from outside, checked byte by byte.
#include "csp/text.hpp"

#include <cstdint>

namespace csp {
namespace {

constexpr char32_t no_character = 0xFFFFFFFF;

/// The character that starts at `position`, which moves behind it; or no_character.
char32_t next_character(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(position);
    if (lead < 0x80) { return ++position, lead; }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - position < length) { return no_character; }
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char next = byte(position + i);
        if ((next & 0xC0U) != 0x80U) { return no_character; }
        character = (character << 6U) | (next & 0x3FU);
    }
    constexpr char32_t least[]{0, 0, 0x80, 0x800, 0x10000};  // a shorter form exists: overlong
    if (character < least[length] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) {
        return no_character;
    }
    position += length;
    return character;
}

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character <= 0x9F); }

}  // namespace

bool is_plain_text(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes) { return false; }
    for (std::size_t position = 0; position < text.size();) {
        if (text[position] >= ' ' && text[position] <= '~') {  // nearly every letter of nearly every text
            ++position;
            continue;
        }
        const char32_t character = next_character(text, position);
        if (character == no_character || is_control(character)) { return false; }
    }
    return true;
}

Error not_plain_text(std::string_view text, std::size_t max_bytes, std::string_view field, std::string_view rule) {
    const std::string name(field);
    const bool is_long = text.size() > max_bytes;
    return Error{.code = Code::invalid,
                 .rule = std::string(rule),
                 .reason = is_long ? "text_too_long" : "not_plain_text",
                 .sentence = is_long ? "the " + name + " may have at most " + std::to_string(max_bytes) +
                                           " bytes; it has " + std::to_string(text.size())
                                     : "the " + name + " must be UTF-8 text on one line, without control characters",
                 .field = name,
                 .microsoft = 800002};
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
    }
    return lower;
}

}  // namespace csp
