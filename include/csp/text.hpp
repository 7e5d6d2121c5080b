// Text that comes from outside: UTF-8, one line, not too long.
//
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "csp/result.hpp"

namespace csp {

/// Well-formed UTF-8 (no overlong forms, no surrogates), no control characters (U+0000..U+001F, U+007F..U+009F),
/// not more than `max_bytes`.
bool is_plain_text(std::string_view text, std::size_t max_bytes);

/// Why it is not, as a sentence about `field`; rule `rule`. Ask only when is_plain_text says no.
Error not_plain_text(std::string_view text, std::size_t max_bytes, std::string_view field, std::string_view rule);

/// ASCII letters in lower case, everything else as it is: how domain names are compared.
std::string lower_ascii(std::string_view text);

}  // namespace csp
