// Text that comes from outside, checked byte by byte.
#include "csp/text.hpp"

#include "base/utf8.hpp"

namespace csp {
namespace {

/// U+0000..U+001F and U+007F..U+009F, as they are encoded.
bool is_control(std::string_view letter) {
    const auto first = static_cast<unsigned char>(letter[0]);
    if (letter.size() == 1) { return first < 0x20 || first == 0x7F; }
    return first == 0xC2 && static_cast<unsigned char>(letter[1]) <= 0x9F;
}

}  // namespace

bool is_plain_text(std::string_view text, std::size_t max_bytes) {
    if (text.size() > max_bytes) { return false; }
    for (std::size_t position = 0; position < text.size();) {
        if (text[position] >= ' ' && text[position] <= '~') {  // nearly every letter of nearly every text
            ++position;
            continue;
        }
        const std::size_t length = utf8_length(text.substr(position));
        if (length == 0 || is_control(text.substr(position, length))) { return false; }
        position += length;
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
