// What has to hold in every run: where it does not, the program ends, and whoever drives it keeps the bytes.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace csp::fuzz {

inline void must(bool holds, const char* sentence, const char* about = "") {
    if (holds) { return; }
    std::fprintf(stderr, "this does not hold: %s (%s)\n", sentence, about);
    std::abort();
}

}  // namespace csp::fuzz
