// Values of anything that is described, for property tests: half of them from the edges where formats break.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "base/boundaries.hpp"
#include "codec/described.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/time.hpp"

namespace csp::test {

template <class T>
T any_value();

inline std::string any_string() {
    using namespace std::string_literals;
    const auto edges =
        rc::gen::element(""s, "Office 365 E3"s, "\""s, "\\"s, "/"s, "\x01\b\f\n\r\t\x1f\x7f"s, "\0 in \0 it"s,
                         "{\"a\":[1,null]}"s, "Königsberg – 東京 – 🦊"s,
                         "\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"s,
                         "null"s, "17"s, std::string(5000, 'x'));
    const auto ascii = rc::gen::container<std::string>(rc::gen::inRange('\0', '\x7F'));
    return *rc::gen::oneOf(edges, ascii);
}

inline AnyId any_id() {
    AnyId id{};
    if (*rc::gen::inRange(0, 4) == 0) { return id; }
    for (auto& byte : id.data) { byte = *rc::gen::arbitrary<std::uint8_t>(); }
    return id;
}

inline Instant any_moment() {
    const auto near = rc::gen::map(csp::test::any_day(), [](Date day) { return us_after(start_of(day), 1); });
    return *rc::gen::oneOf(rc::gen::element(first_instant, Instant{1}, Instant{999'999}, last_instant, never), near);
}

inline Currency any_currency() {
    return *rc::gen::map(rc::gen::element("USD", "EUR", "JPY", "KWD", "CLF"),
                         [](const char* code) { return read_currency(code).value(); });
}

inline Country any_country() {
    return *rc::gen::element(Country{}, Country{{'U', 'S'}}, Country{{'X', 'K'}}, Country{{'A', 'A'}},
                             Country{{'Z', 'Z'}});
}

inline Money any_money() {
    if (*rc::gen::inRange(0, 3) == 0) { return Money{}; }
    return Money{*csp::test::any_int64(), any_currency()};
}

template <class Number>
Number any_number() {
    using Limits = std::numeric_limits<Number>;
    return *rc::gen::oneOf(rc::gen::element<Number>(Limits::min(), Number{0}, Number{1}, Limits::max()),
                           rc::gen::arbitrary<Number>());
}

template <class T>
std::vector<T> any_list() {
    std::vector<T> list(*rc::gen::inRange<std::size_t>(0, 4));
    for (T& one : list) { one = any_value<T>(); }
    return list;
}

/// Every field of it.
template <class T>
void fill(T& out) {
    codec::for_each_field<T>([&](auto field) {
        using Field = std::remove_cvref_t<decltype(out.*field.pointer)>;
        if constexpr (!codec::is_variant<Field>) { out.*field.pointer = any_value<Field>(); }
    });
}

template <class T>
T any_value() {
    if constexpr (std::is_same_v<T, bool>) {
        return *rc::gen::arbitrary<bool>();
    } else if constexpr (std::is_integral_v<T>) {
        return any_number<T>();
    } else if constexpr (std::is_enum_v<T>) {  // also those without a name
        return static_cast<T>(any_number<std::underlying_type_t<T>>());
    } else if constexpr (std::is_same_v<T, std::string>) {
        return any_string();
    } else if constexpr (codec::is_id<T>) {
        return T{any_id()};
    } else if constexpr (std::is_same_v<T, Date>) {
        return *csp::test::any_day();
    } else if constexpr (std::is_same_v<T, Instant>) {
        return any_moment();
    } else if constexpr (std::is_same_v<T, Money>) {
        return any_money();
    } else if constexpr (std::is_same_v<T, Country>) {
        return any_country();
    } else if constexpr (std::is_same_v<T, Currency>) {
        return *rc::gen::arbitrary<bool>() ? any_currency() : Currency{};
    } else if constexpr (codec::is_vector<T>) {
        return any_list<typename T::value_type>();
    } else if constexpr (codec::is_optional<T>) {
        return *rc::gen::arbitrary<bool>() ? T{any_value<typename T::value_type>()} : T{};
    } else {
        T out{};
        fill(out);
        return out;
    }
}

}  // namespace csp::test
