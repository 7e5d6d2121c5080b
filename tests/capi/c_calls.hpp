// Every function of the C interface in turn, and every parameter of it, by its type.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "c_words.hpp"
#include "functions.hpp"

namespace csp::test {

template <class T>
using Pointed = std::remove_pointer_t<T>;
/// Where a handle goes.
template <class T>
constexpr bool is_handle_out() {
    if constexpr (std::is_pointer_v<T>) { return is_handle<Pointed<T>>; }
    return false;
}

/// Calls `visit(function, name)` for each function that answers a csp_status, but for the commands.
template <class Visit>
void for_each_function(Visit visit) {
#define CSP_VISIT(function)          \
    {                                \
        CAPTURE(#function);          \
        visit(&function, #function); \
    }
    CSP_EVERY_FUNCTION(CSP_VISIT)
#undef CSP_VISIT
}
/// Calls `visit` with the type of each parameter and its place.
template <class... Words, class Visit>
void for_each_place(csp_status (*)(Words...), Visit visit) {
    [&]<std::size_t... Places>(std::index_sequence<Places...>) {
        (visit.template operator()<std::tuple_element_t<Places, std::tuple<Words...>>, Places>(), ...);
    }
    (std::index_sequence_for<Words...>{});
}

/// Where handles go stands something else before a call.
template <class... Words>
void soil_outs(const std::tuple<Words...>& words) {
    static int nobody = 0;
    const auto soil = [&](auto word) {
        using T = decltype(word);
        if constexpr (is_handle_out<T>()) {
            if (word != nullptr) { *word = reinterpret_cast<Pointed<T>>(&nobody); }
        }
    };
    std::apply([&](auto... word) { (soil(word), ...); }, words);
}
/// And NULL, beside an error.
template <class... Words>
void look_at_outs(const std::tuple<Words...>& words, csp_status status) {
    const auto look = [&](auto word) {
        if constexpr (is_handle_out<decltype(word)>()) {
            if (word != nullptr && status < 0) { CHECK(*word == nullptr); }
        }
    };
    std::apply([&](auto... word) { (look(word), ...); }, words);
}

}  // namespace csp::test
