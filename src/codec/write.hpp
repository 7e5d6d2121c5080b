// Writes anything that is described as JSON straight behind a text: no tree, no stream.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <variant>

#include "codec/append.hpp"
#include "codec/described.hpp"

namespace csp::codec {

template <class T>
void append_value(const T& value, std::string& out);
template <class... Alternatives>
void append_alternative(std::string_view tag, const std::variant<Alternatives...>& value, std::string& out);

/// `"name":`, with a comma before it unless it is the first of its object.
inline void append_name(std::string_view name, std::string& out) {
    if (out.back() != '{') { out += ','; }
    append_plain(name, out);
    out += ':';
}

template <class Field>
void append_name_of(std::string& out) {
    const std::size_t first = out.back() == '{' ? 1 : 0;  // no comma before the first of its object
    out.append(name_with_comma<Field>.data() + first, name_with_comma<Field>.size() - first);
}

/// The fields of `value` into the object that is open at the end of `out`. A variant among them spreads its
/// alternative into the same object.
template <class T>
void append_fields(const T& value, std::string& out) {
    for_each_field<T>([&](auto field) {
        using Field = std::remove_cvref_t<decltype(value.*field.pointer)>;
        if constexpr (is_variant<Field>) {
            static_assert(shares_no_field_with<T, Field>, "a phase and its record have fields of the same name");
            append_alternative(field.name, value.*field.pointer, out);
        } else {
            append_name_of<decltype(field)>(out);
            append_value(value.*field.pointer, out);
        }
    });
}

/// An alternative of a variant under its wire name: `"phase":"suspended",` and its fields.
template <class... Alternatives>
void append_alternative(std::string_view tag, const std::variant<Alternatives...>& value, std::string& out) {
    std::visit(
        [&]<class Alternative>(const Alternative& alternative) {
            append_name(tag, out);
            append_plain(Alternative::name, out);
            append_fields(alternative, out);
        },
        value);
}

template <class Enum>
requires std::is_enum_v<Enum>
void append_enumerator(Enum value, std::string& out) {
    std::string_view name;
    boost::mp11::mp_for_each<EnumeratorsOf<Enum>>([&](auto enumerator) {
        if (enumerator.value == value) { name = enumerator.name; }
    });
    if (!name.empty()) {
        append_plain(name, out);
        return;
    }
    out += '"';
    append_number(static_cast<std::int64_t>(value), out);
    out += '"';
}

template <class T>
void append_list(const std::vector<T>& values, std::string& out) {
    out += '[';
    for (const T& value : values) {
        if (&value != values.data()) { out += ','; }
        append_value(value, out);
    }
    out += ']';
}

template <class T>
void append_value(const T& value, std::string& out) {
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::unsigned_integral<T>) {
        append_number(std::uint64_t{value}, out);
    } else if constexpr (std::integral<T>) {
        append_number(std::int64_t{value}, out);
    } else if constexpr (std::is_enum_v<T>) {
        append_enumerator(value, out);
    } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
        append_text(value, out);
    } else if constexpr (is_id<T>) {
        append_id(value.bytes, out);
    } else if constexpr (std::same_as<T, Date>) {
        append_date(value, out);
    } else if constexpr (std::same_as<T, Instant>) {
        append_instant(value, out);
    } else if constexpr (std::same_as<T, Money>) {
        append_money(value, out);
    } else if constexpr (std::same_as<T, Country>) {
        append_country(value, out);
    } else if constexpr (std::same_as<T, Currency>) {
        append_currency(value, out);
    } else if constexpr (is_vector<T>) {
        append_list(value, out);
    } else if constexpr (is_optional<T>) {
        if (value.has_value()) {
            append_value(*value, out);
        } else {
            out += "null";
        }
    } else {
        static_assert(is_described<T>, "the codec does not know this type");
        out += '{';
        append_fields(value, out);
        out += '}';
    }
}

}  // namespace csp::codec
