#include "codec/take.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "base/malformed.hpp"

namespace csp::codec {
namespace {

bool are_capitals(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr unsigned no_digit = 16;

/// By letter: the digit it is, or no_digit.
constexpr auto digits = [] {
    std::array<std::uint8_t, 256> of_letter{};
    of_letter.fill(no_digit);
    for (unsigned digit = 0; digit < no_digit; ++digit) {
        of_letter[static_cast<unsigned char>("0123456789abcdef"[digit])] = static_cast<std::uint8_t>(digit);
    }
    return of_letter;
}();
unsigned digit_of(char letter) { return digits[static_cast<unsigned char>(letter)]; }

}  // namespace

bool read_id_text(std::string_view text, AnyId& out) {
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') { return false; }
    std::size_t at = 0;
    for (auto& byte : out.data) {
        if (text[at] == '-') { ++at; }
        const unsigned high = digit_of(text[at]);
        const unsigned low = digit_of(text[at + 1]);
        if (high == no_digit || low == no_digit) { return false; }
        byte = static_cast<std::uint8_t>(high << 4U | low);
        at += 2;
    }
    return true;
}

bool Damage::is_not(std::string wanted) {
    wanted_ = std::move(wanted);
    return false;
}

bool Damage::is_newer(std::string_view name) {
    newer_ = name;
    is_newer_ = true;
    return false;
}

bool Damage::is_inside(std::string_view field) {
    const bool needs_dot = !path_.empty() && path_.front() != '[';
    path_ = std::string(field) + (needs_dot ? "." : "") + path_;
    return false;
}

bool Damage::is_inside_entry(std::size_t place) {
    const bool needs_dot = !path_.empty() && path_.front() != '[';
    path_ = '[' + std::to_string(place) + ']' + (needs_dot ? "." : "") + path_;
    return false;
}

Error Damage::error(std::string_view record) const {
    const std::string where = (path_.empty() ? "" : "field " + path_ + " of ") + "a stored " + std::string(record);
    if (is_newer_) {
        return Error{.code = Code::unsupported,
                     .reason = "made_by_a_newer_csp",
                     .sentence = "made by a newer csp: " + where + " is " + quoted(newer_),
                     .field = path_};
    }
    return Error{.code = Code::storage,
                 .reason = "damaged_record",
                 .sentence = "storage: " + where + " is not " + wanted_,
                 .field = path_};
}

bool take_bool(const boost::json::value& json, bool& out, Damage& damage) {
    const bool* const value = json.if_bool();
    if (value == nullptr) { return damage.is_not("true or false"); }
    out = *value;
    return true;
}

bool take_text(const boost::json::value& json, std::string_view& out, Damage& damage) {
    const auto* const text = json.if_string();
    if (text == nullptr) { return damage.is_not("a text"); }
    out = std::string_view(text->data(), text->size());
    return true;
}

bool take_string(const boost::json::value& json, std::string& out, Damage& damage) {
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    out = text;
    return true;
}

bool take_id(const boost::json::value& json, AnyId& out, Damage& damage) {
    if (json.is_null()) {
        out = AnyId{};
        return true;
    }
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    return read_id_text(text, out) || damage.is_not("an id");
}

bool take_date(const boost::json::value& json, Date& out, Damage& damage) {
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    const auto day = read_date(text);
    if (!day) { return damage.is_not("a day"); }
    out = *day;
    return true;
}

bool take_instant(const boost::json::value& json, Instant& out, Damage& damage) {
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    if (text == "never") {
        out = never;
        return true;
    }
    const auto at = read_instant(text);
    if (!at) { return damage.is_not("a moment"); }
    out = *at;
    return true;
}

bool take_country(const boost::json::value& json, Country& out, Damage& damage) {
    if (json.is_null()) {
        out = Country{};
        return true;
    }
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    const auto country = read_country(text);
    if (!country) { return damage.is_not("a country"); }
    out = *country;
    return true;
}

bool take_currency(const boost::json::value& json, Currency& out, Damage& damage) {
    if (json.is_null()) {
        out = Currency{};
        return true;
    }
    std::string_view text;
    if (!take_text(json, text, damage)) { return false; }
    const auto currency = read_currency(text);
    if (currency) {
        out = *currency;
        return true;
    }
    // Currencies are added to the world: one that is spelled well was known to a newer csp.
    return are_capitals(text, 3) ? damage.is_newer(text) : damage.is_not("a currency");
}

bool take_money(const boost::json::value& json, Money& out, Damage& damage) {
    if (json.is_null()) {
        out = Money{};
        return true;
    }
    const auto* const object = json.if_object();
    const auto* const currency = object == nullptr ? nullptr : object->if_contains("currency");
    const auto* const amount = object == nullptr ? nullptr : object->if_contains("amount");
    if (currency == nullptr || amount == nullptr) { return damage.is_not("an amount with its currency"); }
    Money money;
    if (!take_currency(*currency, money.currency, damage)) { return damage.is_inside("currency"); }
    std::string_view text;
    if (!take_text(*amount, text, damage)) { return damage.is_inside("amount"); }
    const auto read = read_money(text, money.currency);
    if (!read) { return damage.is_not("an amount of its currency") || damage.is_inside("amount"); }
    out = *read;
    return true;
}

}  // namespace csp::codec
