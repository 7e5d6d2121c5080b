// Counts what this program asks of the heap.
#pragma once

#include <cstdint>

namespace csp::bench {

/// Calls of operator new since the program began, by all threads.
std::uint64_t allocations();

}  // namespace csp::bench
