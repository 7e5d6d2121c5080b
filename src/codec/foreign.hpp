// JSON that csp did not write: what is wrong with it is told by place, and nothing is taken for granted.
#pragma once

#include <boost/json/value.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "csp/market.hpp"
#include "csp/result.hpp"

namespace csp::codec {

/// Parses a whole file. Refused (Code::invalid, `rule`) with the byte at which it stops to be JSON, or where it is
/// nested more deeply than any such file is.
Result<boost::json::value> parse_foreign(std::string_view text, std::string_view rule);

/// Why a value cannot be taken: "is not a whole number". Empty: it can.
using Complaint = std::string;

Complaint read_foreign(const boost::json::value& json, bool& out);
Complaint read_foreign(const boost::json::value& json, std::int32_t& out);
Complaint read_foreign(const boost::json::value& json, std::string& out);  ///< UTF-8 only
Complaint read_foreign(const boost::json::value& json, Country& out);

Complaint read_foreign(const boost::json::value& json, std::vector<std::string>& out);

/// `read_one` reads each entry.
template <class T, class Read>
Complaint read_foreign_list(const boost::json::value& json, std::vector<T>& out, Read read_one) {
    const auto* const list = json.if_array();
    if (list == nullptr) { return "is not a list"; }
    out.clear();
    for (const auto& entry : *list) {
        if (Complaint complaint = read_one(entry, out.emplace_back()); !complaint.empty()) {
            return "has an entry that " + complaint;
        }
    }
    return {};
}

}  // namespace csp::codec
