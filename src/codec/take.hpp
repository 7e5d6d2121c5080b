// Reads single values from JSON, and collects where and why it cannot.
#pragma once

#include <boost/json/value.hpp>

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

#include "csp/id.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp::codec {

/// The first thing that is wrong. Built from the inside out; every function answers false, so that a reader can
/// say `return damage.is_not("a day")`.
class Damage {
public:
    bool is_not(std::string wanted);
    /// A name that this csp does not know.
    bool is_newer(std::string_view name);
    bool is_inside(std::string_view field);
    bool is_inside_entry(std::size_t place);
    /// "storage: field lines[1].quantity of a stored order is not a whole number".
    [[nodiscard]] Error error(std::string_view record) const;

private:
    std::string path_{};
    std::string wanted_{};
    std::string newer_{};
    bool is_newer_{false};
};

/// As read_any_id, five times as fast: a record holds up to eight ids and is read more often than anything else.
bool read_id_text(std::string_view text, AnyId& out);

bool take_bool(const boost::json::value& json, bool& out, Damage& damage);
/// A view of what `json` holds.
bool take_text(const boost::json::value& json, std::string_view& out, Damage& damage);
bool take_string(const boost::json::value& json, std::string& out, Damage& damage);
bool take_id(const boost::json::value& json, AnyId& out, Damage& damage);
bool take_date(const boost::json::value& json, Date& out, Damage& damage);
bool take_instant(const boost::json::value& json, Instant& out, Damage& damage);
bool take_country(const boost::json::value& json, Country& out, Damage& damage);
bool take_currency(const boost::json::value& json, Currency& out, Damage& damage);
bool take_money(const boost::json::value& json, Money& out, Damage& damage);

/// The whole text is a number that fits.
template <class Number>
bool take_digits(std::string_view text, Number& out, int base = 10) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out, base);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

}  // namespace csp::codec
