// What the codec knows about a type: its fields or its enumerators, by name (src/codec/fields).
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"

namespace csp::codec {

template <class T>
struct DescribedFields {
    using list = boost::describe::describe_members<T, boost::describe::mod_public>;
    static_assert(boost::pfr::tuple_size_v<T> == boost::mp11::mp_size<list>::value,
                  "a field is missing in src/codec/fields: it would not be stored");
};

/// One descriptor for each field: `name` and `pointer`.
template <class T>
using FieldsOf = typename DescribedFields<T>::list;

template <class T>
using EnumeratorsOf = boost::describe::describe_enumerators<T>;

template <class T>
inline constexpr bool is_described = boost::describe::has_describe_members<T>::value;

template <class T, template <class...> class Template>
inline constexpr bool is_one_of_the = false;
template <template <class...> class Template, class... Parts>
inline constexpr bool is_one_of_the<Template<Parts...>, Template> = true;

template <class T>
inline constexpr bool is_vector = is_one_of_the<T, std::vector>;
template <class T>
inline constexpr bool is_optional = is_one_of_the<T, std::optional>;
template <class T>
inline constexpr bool is_variant = is_one_of_the<T, std::variant>;
template <class T>
inline constexpr bool is_id = is_one_of_the<T, Id>;

template <class>
inline constexpr bool is_never = false;  // for a static_assert that fails only when it is reached

/// Calls `visit(descriptor)` for each field in the order of its declaration.
template <class T, class Visit>
constexpr void for_each_field(Visit visit) {
    boost::mp11::mp_for_each<FieldsOf<T>>(visit);
}

/// `,"name":` as one text, made by the compiler.
template <class Field>
inline constexpr auto name_with_comma = [] {
    constexpr std::string_view name = Field::name;
    std::array<char, name.size() + 4> text{',', '"'};
    std::copy(name.begin(), name.end(), text.begin() + 2);
    text[name.size() + 2] = '"';
    text[name.size() + 3] = ':';
    return text;
}();
template <class T>
consteval bool has_field(std::string_view wanted) {
    bool found = false;
    for_each_field<T>([&](auto field) { found = found || std::string_view(field.name) == wanted; });
    return found;
}

/// Two objects whose fields are written side by side may not share a name.
template <class A, class B>
consteval bool share_no_field() {
    bool shared = false;
    for_each_field<A>([&](auto field) {
        for_each_field<B>(
            [&](auto other) { shared = shared || std::string_view(field.name) == std::string_view(other.name); });
    });
    return !shared;
}

template <class T, class Variant>
inline constexpr bool shares_no_field_with = false;
template <class T, class... Alternatives>
inline constexpr bool shares_no_field_with<T, std::variant<Alternatives...>> = (share_no_field<T, Alternatives>() &&
                                                                                ...);

}  // namespace csp::codec
