// Texts of commands: what is well formed, and the refusal of what is not.
#include "domain/texts.hpp"

#include <algorithm>

#include "csp/text.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

/// With a blank for each line end.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\n') { continue; }
        line[i] = ' ';
        if (i > 0 && line[i - 1] == '\r') { line[i - 1] = ' '; }
    }
    return line;
}
bool is_plain(const NamedText& named) {
    return named.text.size() <= named.max_bytes &&
           (named.may_have_lines ? is_plain_text(on_one_line(named.text), named.max_bytes)
                                 : is_plain_text(named.text, named.max_bytes));
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

bool is_label(std::string_view label, std::size_t max_bytes) {
    if (label.empty() || label.size() > max_bytes || label.front() == '-' || label.back() == '-') { return false; }
    return std::ranges::all_of(
        label, [](char letter) { return is_lower(letter) || is_upper(letter) || is_digit(letter) || letter == '-'; });
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

bool is_good(const NamedText& named) {
    return is_plain(named) &&
           !(named.is_required && is_blank(named.may_have_lines ? on_one_line(named.text) : std::string(named.text)));
}

Error not_good(const NamedText& named, std::string_view rule) {
    if (is_plain(named)) {
        return invalid(rule, "missing", named.field, "the " + std::string(named.field) + " must not be empty");
    }
    Error error = not_plain_text(named.text, named.max_bytes, named.field, rule);
    if (named.may_have_lines && error.reason == "not_plain_text") {
        error.sentence =
            "the " + std::string(named.field) + " must be UTF-8 text without control characters but line ends";
    }
    return error;
}

bool is_domain_name(std::string_view text, const Policy& policy) {
    if (text.size() > policy.domain_bytes) { return false; }
    std::size_t labels = 0;
    for (std::string_view rest = text;; ++labels) {
        const std::size_t dot = rest.find('.');
        const std::string_view label = rest.substr(0, dot);
        if (!is_label(label, policy.domain_label_bytes)) { return false; }
        if (dot == std::string_view::npos) { return labels > 0 && !std::ranges::all_of(label, is_digit); }
        rest.remove_prefix(dot + 1);
    }
}

bool is_email(std::string_view text, const Policy& policy) {
    const std::size_t at = text.rfind('@');
    return at != std::string_view::npos && at > 0 && text.substr(0, at).find(' ') == std::string_view::npos &&
           is_plain_text(text, policy.email_bytes) && is_domain_name(text.substr(at + 1), policy);
}

bool is_language(std::string_view text) { return text.size() == 2 && std::ranges::all_of(text, is_lower); }

bool is_culture(std::string_view text) {
    return text.size() == 5 && is_language(text.substr(0, 2)) && text[2] == '-' &&
           std::ranges::all_of(text.substr(3), is_upper);
}

}  // namespace csp
