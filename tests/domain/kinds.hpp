// One of every alternative of a variant, for tests that leave none out.
#pragma once

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace csp::test {

template <class Variant>
std::vector<Variant> one_of_each_kind() {
    const auto each = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector<Variant>{Variant(std::in_place_index<I>)...};
    };
    return each(std::make_index_sequence<std::variant_size_v<Variant>>());
}

}  // namespace csp::test
