// Counts how often this program asks the disk to keep what it was given.
#pragma once

#include <cstdint>

namespace csp::bench {

/// Calls of fdatasync and fsync since the program began.
std::uint64_t syncs();

}  // namespace csp::bench
