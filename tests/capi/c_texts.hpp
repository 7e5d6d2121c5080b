// Texts, countries and money as C has them.
#pragma once

#include <csp.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace csp::test {

inline csp_str text(std::string_view words) { return csp_str{words.data(), words.size()}; }
inline std::string text(const csp_str& words) { return words.size == 0 ? "" : std::string(words.data, words.size); }
inline csp_country country(const char* code) {
    csp_country made{};
    std::strncpy(made.code, code, 3);
    return made;
}
inline csp_money dollars(std::int64_t cents) { return csp_money{cents, {"USD"}, 0}; }

}  // namespace csp::test
