#include "codec/json_text.hpp"

#include <boost/json/parse.hpp>

#include <set>

namespace csp::codec {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t'; }

std::size_t after_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) { ++at; }
    return at;
}

/// `at` is on the opening quote; the answer is behind the closing one.
std::size_t after_string(std::string_view text, std::size_t at) {
    ++at;
    while (text[at] != '"') { at += text[at] == '\\' ? 2 : 1; }
    return at + 1;
}

std::size_t after_value(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        const char letter = text[at];
        if (letter == '"') {
            at = after_string(text, at);
            if (depth == 0) { return at; }
            continue;
        }
        if (depth == 0 && (letter == ',' || letter == '}' || letter == ']' || is_blank(letter))) { return at; }
        if (letter == '{' || letter == '[') { ++depth; }
        if (letter == '}' || letter == ']') { --depth; }
        ++at;
        if (depth == 0 && (letter == '}' || letter == ']')) { return at; }
    }
    return at;
}

/// Where the first part inside the brackets begins; the size of `text` when it has no such brackets, or no parts.
std::size_t first_part(std::string_view text, char opening, char closing) {
    const std::size_t at = after_blanks(text, 0);
    if (at == text.size() || text[at] != opening) { return text.size(); }
    const std::size_t first = after_blanks(text, at + 1);
    return text[first] == closing ? text.size() : first;
}

/// Behind the comma at or after `at`; the size of `text` when the brackets close there.
std::size_t next_part(std::string_view text, std::size_t at) {
    at = after_blanks(text, at);
    return text[at] == ',' ? after_blanks(text, at + 1) : text.size();
}

std::string without_escapes(std::string_view key) {
    if (key.find('\\') == std::string_view::npos) { return std::string(key); }
    boost::json::parse_options options;
    options.allow_invalid_utf8 = true;  // as the parser that has found it to be JSON
    boost::json::error_code problem;
    const auto read = boost::json::parse('"' + std::string(key) + '"', problem, {}, options);
    return read.is_string() ? std::string(read.get_string()) : std::string(key);
}

}  // namespace

std::vector<Member> members_of(std::string_view object) {
    std::vector<Member> members;
    for (std::size_t at = first_part(object, '{', '}'); at < object.size();) {
        const std::size_t end_of_key = after_string(object, at);
        const std::size_t value = after_blanks(object, after_blanks(object, end_of_key) + 1);  // behind the colon
        const std::size_t end = after_value(object, value);
        const std::string_view key = object.substr(at + 1, end_of_key - at - 2);
        members.push_back(Member{key, without_escapes(key), object.substr(value, end - value)});
        at = next_part(object, end);
    }
    return members;
}

std::vector<std::string_view> elements_of(std::string_view list) {
    std::vector<std::string_view> elements;
    for (std::size_t at = first_part(list, '[', ']'); at < list.size();) {
        const std::size_t end = after_value(list, at);
        elements.push_back(list.substr(at, end - at));
        at = next_part(list, end);
    }
    return elements;
}

std::optional<std::string> repeated_name(std::string_view value) {
    std::set<std::string> names;
    for (const Member& member : members_of(value)) {
        if (!names.insert(member.name).second) { return member.name; }
        if (auto inside = repeated_name(member.value)) { return inside; }
    }
    for (const std::string_view element : elements_of(value)) {
        if (auto inside = repeated_name(element)) { return inside; }
    }
    return std::nullopt;
}

void append_compact(std::string_view value, std::string& out) {
    for (std::size_t at = 0; at < value.size();) {
        if (value[at] == '"') {
            const std::size_t end = after_string(value, at);
            out.append(value, at, end - at);
            at = end;
        } else {
            if (!is_blank(value[at])) { out += value[at]; }
            ++at;
        }
    }
}

}  // namespace csp::codec
