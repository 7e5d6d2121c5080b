// Texts of commands, each checked under the name of its field.
#pragma once

#include <cstddef>
#include <string_view>

#include "csp/policy.hpp"
#include "csp/result.hpp"

namespace csp {

/// One text that somebody wrote: plain, not longer than `max_bytes`, and more than blanks where it is required.
/// Where it may have lines, "\n" and "\r\n" end them.
struct NamedText {
    std::string_view field{};
    std::string_view text{};
    std::size_t max_bytes{0};
    bool is_required{false};
    bool may_have_lines{false};
};

/// Whether it is empty or nothing but blanks: then nothing is filled in.
bool is_blank(std::string_view text);

bool is_good(const NamedText& named);
/// Why not. Ask only when is_good says no.
Error not_good(const NamedText& named, std::string_view rule);

/// Two or more labels of letters, digits and inner hyphens with dots between them, the last one not a number.
/// Other alphabets come as "xn--...". Either case.
bool is_domain_name(std::string_view text, const Policy& policy);
/// Something without blanks, an @, and a domain name. What stands before the last @ is the receiver's affair.
bool is_email(std::string_view text, const Policy& policy);
/// "en": two lower-case letters.
bool is_language(std::string_view text);
/// "en-US": a language, a hyphen, two upper-case letters.
bool is_culture(std::string_view text);

}  // namespace csp
