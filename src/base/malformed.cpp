#include "base/malformed.hpp"

#include <utility>

namespace csp {

Error malformed(std::string_view rule, std::string_view reason, std::string sentence, std::string_view field) {
    return Error{.code = Code::invalid,
                 .rule = std::string(rule),
                 .reason = std::string(reason),
                 .sentence = std::move(sentence),
                 .field = std::string(field)};
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string shown = "\"";
    for (const char letter : text.substr(0, longest)) {
        const bool printable = letter >= ' ' && letter <= '~';
        shown += printable ? letter : '?';
    }
    if (text.size() > longest) { shown += "..."; }
    return shown + '"';
}

}  // namespace csp
