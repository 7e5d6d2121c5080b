// Reads anything that is described from a JSON value, and says where it is not as csp writes it.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "codec/described.hpp"
#include "codec/take.hpp"

namespace csp::codec {

template <class T>
bool read_value(const boost::json::value& json, T& out, Damage& damage);
template <class... Alternatives>
bool read_alternative(std::string_view tag, const boost::json::object& object, std::variant<Alternatives...>& out,
                      Damage& damage);

/// Finds fields in the order in which they were written without searching.
class FieldFinder {
public:
    explicit FieldFinder(const boost::json::object& object) : object_(object), next_(object.begin()) {}

    /// nullptr: there is none.
    const boost::json::value* find(std::string_view name) {
        if (next_ == object_.end() || next_->key() != boost::json::string_view(name)) {
            const auto* const found = object_.find(boost::json::string_view(name));
            if (found == object_.end()) { return nullptr; }
            next_ = found;
        }
        return &(next_++)->value();
    }

private:
    const boost::json::object& object_;
    boost::json::object::const_iterator next_;
};

/// Fields that are missing keep what they are; a variant has to say which alternative it is.
template <class T>
bool read_fields(const boost::json::object& object, T& out, Damage& damage) {
    FieldFinder finder(object);
    bool is_good = true;
    for_each_field<T>([&](auto field) {
        if (!is_good) { return; }
        auto& member = out.*field.pointer;
        if constexpr (is_variant<std::remove_cvref_t<decltype(member)>>) {
            is_good = read_alternative(field.name, object, member, damage);
        } else if (const auto* const value = finder.find(field.name); value != nullptr) {
            is_good = read_value(*value, member, damage) || damage.is_inside(field.name);
        }
    });
    return is_good;
}

/// The alternative whose wire name stands in `tag`, with its fields from the same object.
template <class... Alternatives>
bool read_alternative(std::string_view tag, const boost::json::object& object, std::variant<Alternatives...>& out,
                      Damage& damage) {
    const auto* const found = object.if_contains(boost::json::string_view(tag));
    const auto* const name = found == nullptr ? nullptr : found->if_string();
    if (name == nullptr) { return damage.is_not("a name") || damage.is_inside(tag); }
    const std::string_view wanted(name->data(), name->size());
    bool is_known = false;
    bool is_good = true;
    const auto try_one = [&]<class Alternative>(std::type_identity<Alternative>) {
        if (is_known || wanted != Alternative::name) { return; }
        is_known = true;
        is_good = read_fields(object, out.template emplace<Alternative>(), damage);
    };
    (try_one(std::type_identity<Alternatives>{}), ...);
    return is_known ? is_good : damage.is_newer(wanted) || damage.is_inside(tag);
}

template <class Number>
bool read_number(const boost::json::value& json, Number& out, Damage& damage) {
    if (const auto* whole = json.if_int64(); whole != nullptr && std::in_range<Number>(*whole)) {
        out = static_cast<Number>(*whole);
        return true;
    }
    if (const auto* big = json.if_uint64(); big != nullptr && std::in_range<Number>(*big)) {
        out = static_cast<Number>(*big);
        return true;
    }
    return damage.is_not("a whole number from " + std::to_string(std::numeric_limits<Number>::min()) + " to " +
                         std::to_string(std::numeric_limits<Number>::max()));
}

/// By name, or by the number of one that had no name when it was written.
template <class Enum>
requires std::is_enum_v<Enum>
bool read_enumerator(const boost::json::value& json, Enum& out, Damage& damage) {
    std::string_view name;
    if (!take_text(json, name, damage)) { return false; }
    bool is_known = false;
    boost::mp11::mp_for_each<EnumeratorsOf<Enum>>([&](auto enumerator) {
        if (name == enumerator.name) {
            out = enumerator.value;
            is_known = true;
        }
    });
    if (is_known) { return true; }
    std::underlying_type_t<Enum> number{};
    if (!take_digits(name, number)) { return damage.is_newer(name); }
    out = static_cast<Enum>(number);
    return true;
}

template <class T>
bool read_list(const boost::json::value& json, std::vector<T>& out, Damage& damage) {
    const auto* const array = json.if_array();
    if (array == nullptr) { return damage.is_not("a list"); }
    out.clear();
    out.reserve(array->size());
    for (const auto& value : *array) {
        if (!read_value(value, out.emplace_back(), damage)) { return damage.is_inside_entry(out.size() - 1); }
    }
    return true;
}

template <class T>
bool read_value(const boost::json::value& json, T& out, Damage& damage) {
    if constexpr (std::same_as<T, bool>) {
        return take_bool(json, out, damage);
    } else if constexpr (std::integral<T>) {
        return read_number(json, out, damage);
    } else if constexpr (std::is_enum_v<T>) {
        return read_enumerator(json, out, damage);
    } else if constexpr (std::same_as<T, std::string>) {
        return take_string(json, out, damage);
    } else if constexpr (is_id<T>) {
        return take_id(json, out.bytes, damage);
    } else if constexpr (std::same_as<T, Date>) {
        return take_date(json, out, damage);
    } else if constexpr (std::same_as<T, Instant>) {
        return take_instant(json, out, damage);
    } else if constexpr (std::same_as<T, Money>) {
        return take_money(json, out, damage);
    } else if constexpr (std::same_as<T, Country>) {
        return take_country(json, out, damage);
    } else if constexpr (std::same_as<T, Currency>) {
        return take_currency(json, out, damage);
    } else if constexpr (is_vector<T>) {
        return read_list(json, out, damage);
    } else if constexpr (is_optional<T>) {
        if (json.is_null()) {
            out.reset();
            return true;
        }
        return read_value(json, out.emplace(), damage);
    } else {
        static_assert(is_described<T>, "the codec does not know this type");
        const auto* const object = json.if_object();
        return object != nullptr ? read_fields(*object, out, damage) : damage.is_not("an object");
    }
}

}  // namespace csp::codec
