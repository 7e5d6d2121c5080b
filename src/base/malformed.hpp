// The refusal of a value that is wrong by itself, whatever the records say.
#pragma once

#include <string>
#include <string_view>

#include "csp/result.hpp"

namespace csp {

/// An Error of Code::invalid. `sentence` holds the value; quote foreign text with `quoted`.
Error malformed(std::string_view rule, std::string_view reason, std::string sentence, std::string_view field);

/// Foreign text, fit to stand in a sentence of one short line: in quotes, at most 40 characters, and
/// with a '?' for every byte that is not printable ASCII.
std::string quoted(std::string_view text);

}  // namespace csp
