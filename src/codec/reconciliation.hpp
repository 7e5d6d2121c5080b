// An invoice as others read it: the columns of Microsoft's reconciliation file, and JSON.
#pragma once

#include <string>
#include <string_view>

#include "csp/charge.hpp"
#include "csp/invoice.hpp"

namespace csp::codec {

/// The names that stand beside the ids of a line.
struct LineNames {
    std::string_view customer{};
    std::string_view domain{};
    std::string_view catalog_id{};  ///< Microsoft's own id of the offer; empty: of none
    std::string_view offer{};       ///< or product
    std::string_view subscription{};
    std::string_view mpn_id{};  ///< the partner's own
    Term term{};                ///< of the subscription
    std::string_view cycle{};   ///< "Monthly", "Annual", "OneTime"
};

/// The first line of the file.
void append_csv_header(std::string& out);
void append_csv_line(const ChargeEntry& entry, const LineNames& names, std::string& out);

/// The object up to its lines; then the lines with a comma between them; then the end.
void append_json_begin(const Invoice& invoice, std::string& out);
void append_json_line(const ChargeEntry& entry, const LineNames& names, std::string& out);
void append_json_end(std::string& out);

}  // namespace csp::codec
