// Comma-separated values as RFC 4180 has them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace csp::codec {

struct CsvRow {
    std::size_t line{0};  ///< on which it begins, from 1
    std::vector<std::string> fields{};
    std::string complaint{};  ///< empty, or why it cannot be read
};

/// Lines end with LF or CRLF; the last one may have no end, and empty ones are skipped. A field in double quotes may
/// hold commas, line ends and, doubled, quotes.
std::vector<CsvRow> rows_of(std::string_view csv);

}  // namespace csp::codec
