// The files that are printed from the schema, by name.
#pragma once

#include <map>
#include <string>

#include "schema.hpp"

namespace csp::capi {

/// The first line of everything that is printed.
inline constexpr const char* printed_line = "Printed by tests/capi/print_capi; do not edit.";

/// The fields of a struct with its size first, and `reserved` ones where a compiler would leave a hole.
std::vector<CField> laid_out(const CStruct& made);

std::string header_text(const Schema& schema);
std::map<std::string, std::string> source_texts(const Schema& schema);
std::map<std::string, std::string> printed_files(const Schema& schema);

}  // namespace csp::capi
