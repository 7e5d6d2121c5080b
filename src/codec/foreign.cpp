#include "codec/foreign.hpp"

#include <boost/json/parser.hpp>

#include <utility>

#include "base/malformed.hpp"
#include "base/utf8.hpp"

namespace csp::codec {

Result<boost::json::value> parse_foreign(std::string_view text, std::string_view rule) {
    boost::json::parse_options options;
    options.max_depth = 16;
    options.allow_invalid_utf8 = true;  // one bad name costs one entry, not the file: texts are looked at one by one
    boost::json::parser parser({}, options);
    boost::json::error_code problem;
    const std::string_view bytes = without_byte_order_mark(text);
    std::size_t at = parser.write_some(bytes.data(), bytes.size(), problem);
    if (!problem && at == bytes.size()) { return parser.release(); }
    at += text.size() - bytes.size();
    const bool is_deep = problem == boost::json::error::too_deep;
    return malformed(rule, is_deep ? "nested_too_deeply" : "not_json",
                     std::string(is_deep ? "the file is nested too deeply" : "the file is not JSON") + " at byte " +
                         std::to_string(at) + " of " + std::to_string(text.size()),
                     "");
}

Complaint read_foreign(const boost::json::value& json, bool& out) {
    if (!json.is_bool()) { return "is not true or false"; }
    out = *json.if_bool();
    return {};
}

Complaint read_foreign(const boost::json::value& json, std::int32_t& out) {
    if (const auto* whole = json.if_int64(); whole != nullptr && std::in_range<std::int32_t>(*whole)) {
        out = static_cast<std::int32_t>(*whole);
        return {};
    }
    return "is not a whole number from -2147483648 to 2147483647";
}

Complaint read_foreign(const boost::json::value& json, std::string& out) {
    const auto* const text = json.if_string();
    if (text == nullptr) { return "is not a text"; }
    out.assign(text->data(), text->size());
    return is_utf8(out) ? "" : "is not UTF-8";
}

Complaint read_foreign(const boost::json::value& json, std::vector<std::string>& out) {
    return read_foreign_list(json, out, [](const auto& entry, std::string& text) { return read_foreign(entry, text); });
}

Complaint read_foreign(const boost::json::value& json, Country& out) {
    std::string text;
    if (Complaint complaint = read_foreign(json, text); !complaint.empty()) { return complaint; }
    const auto country = read_country(text);
    if (!country) { return "is not a country in two upper-case letters; it is " + quoted(text); }
    out = *country;
    return {};
}

}  // namespace csp::codec
