// Values of the C interface become csp's own, checked first: what is taken cannot break a promise inside.
#pragma once

#include <csp.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capi/sized.hpp"
#include "capi/wrong.hpp"
#include "codec/described.hpp"
#include "csp/engine.hpp"

namespace csp::capi {

/// Longer texts and lists are a mistake of the caller's: nothing that csp keeps is nearly that long.
inline constexpr std::size_t longest_text = std::size_t{16} << 20U;
inline constexpr std::size_t longest_import = std::size_t{1} << 30U;
inline constexpr std::size_t longest_list = 100'000;

/// UTF-8 without NUL, not longer than `most`. A view of the caller's bytes.
bool take_view(const csp_str& from, std::string_view& to, std::size_t most, Wrong& wrong);
/// Any bytes at all: the importers say themselves what is wrong with a list.
bool take_bytes_of(const csp_str& from, std::string_view& to, Wrong& wrong);
bool take_value(const csp_str& from, std::string& to, Wrong& wrong);
/// A text that is a parameter of its own; a view of the caller's bytes, so that none of a secret stays behind.
bool take_text(const csp_str* from, std::string_view& to, std::string_view name, Wrong& wrong);
bool take_value(csp_bool from, bool& to, Wrong& wrong);
bool take_value(csp_day from, Date& to, Wrong& wrong);
bool take_value(std::int64_t from, Instant& to, Wrong& wrong);
bool take_value(const csp_money& from, Money& to, Wrong& wrong);
bool take_value(const csp_country& from, Country& to, Wrong& wrong);
bool take_value(const csp_currency& from, Currency& to, Wrong& wrong);
bool take_value(const csp_term& from, Term& to, Wrong& wrong);
/// Whatever `to` held: all of it becomes what was given, or its default.
bool take_request(const csp_request* from, Request& to, Wrong& wrong);
bool take_actor(const csp_actor* from, Actor& to, Wrong& wrong);

AnyId id_from(const csp_id& id);
csp_id c_id(const AnyId& id);
inline csp_str c_str(std::string_view text) { return csp_str{text.data(), text.size()}; }

template <class Tag>
bool take_value(const csp_id& from, Id<Tag>& to, Wrong&) {
    to = Id<Tag>{id_from(from)};
    return true;
}
template <class Tag>
bool take_id(const csp_id* from, Id<Tag>& to, Wrong& wrong) {
    return is_there(from, wrong) && take_value(*from, to, wrong);
}

/// Zero is the default; a number that csp stores as 0 is -1 here.
template <class Number>
requires std::is_integral_v<Number> &&(!std::is_same_v<Number, bool>)bool take_value(Number from, Number& to, Wrong&) {
    if (from != 0) { to = from; }
    return true;
}
template <class Enum>
requires std::is_enum_v<Enum>
bool take_value(std::int32_t from, Enum& to, Wrong& wrong) {
    if (from == 0) { return true; }
    const std::int64_t wanted = from == -1 ? 0 : from;
    bool is_known = false;
    boost::mp11::mp_for_each<codec::EnumeratorsOf<Enum>>([&](auto enumerator) {
        if (static_cast<std::int64_t>(enumerator.value) == wanted) {
            to = enumerator.value;
            is_known = true;
        }
    });
    return is_known || wrong.is("the number " + std::to_string(from) + " is none of its constants");
}

/// A struct of csp that stands behind a pointer. The generated sources say how its fields are taken.
template <class Given, class T>
bool take_struct(const Given* from, T& to, Wrong& wrong) {
    if (from == nullptr) { return true; }
    Given whole{};
    return take_sized(from, whole, wrong) && take(whole, to, wrong);
}
template <class Given, class T>
requires codec::is_described<T>
bool take_value(const Given* from, T& to, Wrong& wrong) { return take_struct(from, to, wrong); }
template <class Given, class T>
bool take_value(const Given* from, std::optional<T>& to, Wrong& wrong) {
    if (from == nullptr) { return true; }
    if constexpr (SizeFirst<Given>) {
        return take_struct(from, to.emplace(), wrong);
    } else {
        return take_value(*from, to.emplace(), wrong);
    }
}

template <class From, class To>
bool take_field(std::string_view name, const From& from, To& to, Wrong& wrong) {
    return within(take_value(from, to, wrong), name, wrong);
}

inline bool check_list(const void* from, std::size_t count, Wrong& wrong) {
    if (count > longest_list) { return wrong.is("it has more than 100000 entries"); }
    return count == 0 || is_there(from, wrong);
}
/// Entries that begin with a size stand as far apart as the first one says.
template <class Given, class T>
bool take_entry(const Given* from, std::size_t place, T& to, Wrong& wrong) {
    if constexpr (SizeFirst<Given>) {
        const std::size_t step = size_of(from);
        if (!check_size(step, first_size_of<Given>, wrong)) { return false; }
        Given whole{};
        const auto* bytes = reinterpret_cast<const unsigned char*>(from) + place * step;
        return take_bytes(reinterpret_cast<const Given*>(bytes), step, whole, wrong) && take(whole, to, wrong);
    } else {
        return take_value(from[place], to, wrong);
    }
}
template <class Given, class T>
bool take_list(std::string_view name, const Given* from, std::size_t count, std::vector<T>& to, Wrong& wrong) {
    if (!check_list(from, count, wrong)) { return wrong.is_inside(name); }
    for (std::size_t place = 0; place < count; ++place) {
        T one{};
        if (!take_entry(from, place, one, wrong)) {
            wrong.is_inside_entry(place);
            return wrong.is_inside(name);
        }
        to.push_back(std::move(one));
    }
    return true;
}

}  // namespace csp::capi
