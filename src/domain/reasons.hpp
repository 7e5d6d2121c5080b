// Reasons why not, gathered by whoever says all of them at once.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "csp/result.hpp"

namespace csp {

inline void add(std::vector<Error>& out, std::vector<Error> more) { std::ranges::move(more, std::back_inserter(out)); }

}  // namespace csp
