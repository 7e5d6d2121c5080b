// Lists that stay sorted by a key, with one of each.
#pragma once

#include <algorithm>
#include <vector>

namespace csp {

/// Puts it where its key says; one with the same key makes room.
template <class T, class KeyOf>
void keep_sorted(std::vector<T>& sorted, const T& one, KeyOf key_of) {
    const auto place = std::ranges::lower_bound(sorted, key_of(one), {}, key_of);
    if (place != sorted.end() && key_of(*place) == key_of(one)) {
        *place = one;
    } else {
        sorted.insert(place, one);
    }
}

}  // namespace csp
