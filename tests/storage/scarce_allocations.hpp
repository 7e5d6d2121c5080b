// Memory of this thread that ends after so many allocations. (SQLite's own memory is not counted.)
#pragma once

namespace csp::test {

/// How many more succeed; negative: all of them.
extern thread_local int allocations_left;

}  // namespace csp::test
