// The ids of what an order makes: one for each line, given with the command (CONV-7).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "csp/id.hpp"
#include "domain/refusals.hpp"

namespace csp {

template <class S>
bool is_one_for_each_line(std::vector<Id<S>> ids, std::size_t lines) {
    if (ids.size() != lines || !std::ranges::none_of(ids, &Id<S>::is_nil)) { return false; }
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) == ids.end();
}

inline Error new_ids_missing(std::size_t ids, std::size_t lines) {
    return invalid("CONV-7", "new_ids_missing", "new_ids",
                   "every line needs a new id of its own; there are " + std::to_string(ids) + " for " +
                       std::to_string(lines) + " lines");
}

}  // namespace csp
