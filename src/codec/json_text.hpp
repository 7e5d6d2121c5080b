// The parts of a JSON text, letter for letter as they were written: what csp does not know it keeps as it came.
//
// Only for texts that a parser has found to be JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace csp::codec {

struct Member {
    std::string_view key{};    ///< as it is written, without its quotes
    std::string name{};        ///< what it says: "\u0069d" is another way to write "id"
    std::string_view value{};  ///< a JSON text itself
};

/// Empty for what is no object.
std::vector<Member> members_of(std::string_view object);
/// Empty for what is no list.
std::vector<std::string_view> elements_of(std::string_view list);

/// A name that stands twice in one object, at any depth: which of the two is meant, nobody can say.
std::optional<std::string> repeated_name(std::string_view value);

/// Without the blanks between its parts.
void append_compact(std::string_view value, std::string& out);

}  // namespace csp::codec
