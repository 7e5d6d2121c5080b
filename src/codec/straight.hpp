// Reads a text just as csp writes it, from left to right into the fields: no tree of values in between.
//
// Nearly every stored state is such a text, and read so in a fifth of the time. What is written otherwise (a blank,
// another order, an escape, a field that is missing or new, a name that is not known) it does not take: that is left
// to codec/read.hpp, which also says what is wrong with it. What both of them take they read alike.
#pragma once

#include <charconv>
#include <concepts>
#include <cstring>
#include <string>
#include <string_view>
#include <variant>

#include "codec/described.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/time.hpp"

namespace csp::codec {

/// The text that is left to read. Once something answers false the rest means nothing.
class Straight {
public:
    explicit Straight(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
    /// Goes on behind these letters, if they are the next.
    bool skip(std::string_view wanted) {
        // memcmp itself: the compiler makes one or two comparisons of it where it knows the length.
        if (rest_.size() < wanted.size() || std::memcmp(rest_.data(), wanted.data(), wanted.size()) != 0) {
            return false;
        }
        rest_.remove_prefix(wanted.size());
        return true;
    }
    /// A text in quotes, without an escape.
    bool take_text(std::string_view& out);
    bool take_id(AnyId& out);
    bool take_date(Date& out);
    bool take_instant(Instant& out);
    bool take_country(Country& out);
    bool take_currency(Currency& out);
    bool take_money(Money& out);

    template <class Number>
    bool take_number(Number& out) {
        const bool is_negative = rest_.starts_with('-');
        const bool begins_with_zero = rest_.substr(is_negative ? 1 : 0).starts_with('0');
        const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
        const auto length = static_cast<std::size_t>(read.ptr - rest_.data());
        if (read.ec != std::errc{} || (begins_with_zero && length > 1)) { return false; }  // "007", "-0"
        rest_.remove_prefix(length);
        return true;
    }

private:
    std::string_view rest_;
};

template <class T>
bool take_straight(Straight& text, T& out);

/// The alternative whose name comes next, and its fields behind it: `"active","term":{...`
template <class... Alternatives>
bool take_alternative(Straight& text, std::variant<Alternatives...>& out);

/// All fields in their order. `is_first`: nothing stands before them in their object.
template <class T>
bool take_fields(Straight& text, T& out, bool is_first) {
    bool is_good = true;
    for_each_field<T>([&](auto field) {
        if (!is_good) { return; }
        constexpr auto& name = name_with_comma<decltype(field)>;
        const std::size_t first = is_first ? 1 : 0;
        is_first = false;
        if (!text.skip(std::string_view(name.data() + first, name.size() - first))) {
            is_good = false;
            return;
        }
        auto& member = out.*field.pointer;
        if constexpr (is_variant<std::remove_cvref_t<decltype(member)>>) {
            is_good = take_alternative(text, member);
        } else {
            is_good = take_straight(text, member);
        }
    });
    return is_good;
}

template <class... Alternatives>
bool take_alternative(Straight& text, std::variant<Alternatives...>& out) {
    std::string_view name;
    if (!text.take_text(name)) { return false; }
    bool is_taken = false;
    const auto try_one = [&]<class Alternative>(std::type_identity<Alternative>) {
        if (name == Alternative::name) { is_taken = take_fields(text, out.template emplace<Alternative>(), false); }
    };
    (try_one(std::type_identity<Alternatives>{}), ...);
    return is_taken;
}

template <class Enum>
bool take_enumerator(Straight& text, Enum& out) {
    std::string_view name;
    if (!text.take_text(name)) { return false; }
    bool is_known = false;
    boost::mp11::mp_for_each<EnumeratorsOf<Enum>>([&](auto enumerator) {
        if (name == enumerator.name) {
            out = enumerator.value;
            is_known = true;
        }
    });
    return is_known;
}

template <class T>
bool take_list(Straight& text, std::vector<T>& out) {
    out.clear();
    if (!text.skip("[")) { return false; }
    if (text.skip("]")) { return true; }
    do {
        if (!take_straight(text, out.emplace_back())) { return false; }
    } while (text.skip(","));
    return text.skip("]");
}

template <class T>
bool take_straight(Straight& text, T& out) {
    if constexpr (std::same_as<T, bool>) {
        out = text.skip("true");
        return out || text.skip("false");
    } else if constexpr (std::integral<T>) {
        return text.take_number(out);
    } else if constexpr (std::is_enum_v<T>) {
        return take_enumerator(text, out);
    } else if constexpr (std::same_as<T, std::string>) {
        std::string_view taken;
        if (!text.take_text(taken)) { return false; }
        out = taken;
        return true;
    } else if constexpr (is_id<T>) {
        return text.take_id(out.bytes);
    } else if constexpr (std::same_as<T, Date>) {
        return text.take_date(out);
    } else if constexpr (std::same_as<T, Instant>) {
        return text.take_instant(out);
    } else if constexpr (std::same_as<T, Money>) {
        return text.take_money(out);
    } else if constexpr (std::same_as<T, Country>) {
        return text.take_country(out);
    } else if constexpr (std::same_as<T, Currency>) {
        return text.take_currency(out);
    } else if constexpr (is_vector<T>) {
        return take_list(text, out);
    } else if constexpr (is_optional<T>) {
        if (!text.skip("null")) { return take_straight(text, out.emplace()); }
        out.reset();
        return true;
    } else {
        static_assert(is_described<T>, "the codec does not know this type");
        return text.skip("{") && take_fields(text, out, true) && text.skip("}");
    }
}

}  // namespace csp::codec
