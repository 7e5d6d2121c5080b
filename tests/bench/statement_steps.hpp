// How much SQLite worked: instructions of its virtual machine and rows of full scans, over all statements of all
// connections that were opened while it looked.
#pragma once

#include <cstdint>

namespace csp::bench {

struct StatementSteps {
    std::uint64_t machine{0};
    std::uint64_t scanned{0};
};

/// From now on every connection is noticed.
void watch_connections();
/// Since the last call. No connection that was noticed may be closed before it.
StatementSteps steps_of_statements();
/// The connections are about to be closed.
void forget_connections();

}  // namespace csp::bench
