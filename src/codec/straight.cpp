#include "codec/straight.hpp"

#include "base/utf8.hpp"
#include "codec/take.hpp"

namespace csp::codec {

bool Straight::take_text(std::string_view& out) {
    if (!skip("\"")) { return false; }
    std::size_t end = unescaped_length(rest_);
    while (end < rest_.size() && rest_[end] != '"') {
        const bool is_ascii = static_cast<unsigned char>(rest_[end]) < 0x80;
        const std::size_t length = is_ascii ? 0 : utf8_length(rest_.substr(end));
        if (length == 0) { return false; }
        end += length;
        end += unescaped_length(rest_.substr(end));
    }
    if (end == rest_.size()) { return false; }
    out = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return true;
}

bool Straight::take_id(AnyId& out) {
    out = AnyId{};
    if (skip("null")) { return true; }
    constexpr std::size_t letters = 36;
    if (rest_.size() < letters + 2 || rest_[0] != '"' || rest_[letters + 1] != '"') { return false; }
    const std::string_view text = rest_.substr(1, letters);
    rest_.remove_prefix(letters + 2);
    return read_id_text(text, out);
}

bool Straight::take_date(Date& out) {
    constexpr std::size_t letters = 10;
    if (rest_.size() < letters + 2 || rest_[0] != '"' || rest_[letters + 1] != '"') { return false; }
    const auto day = read_date(rest_.substr(1, letters));
    rest_.remove_prefix(letters + 2);
    if (day) { out = *day; }
    return day.has_value();
}

bool Straight::take_instant(Instant& out) {
    std::string_view text;
    if (!take_text(text)) { return false; }
    if (text == "never") {
        out = never;
        return true;
    }
    const auto at = read_instant(text);
    if (at) { out = *at; }
    return at.has_value();
}

bool Straight::take_country(Country& out) {
    out = Country{};
    if (skip("null")) { return true; }
    std::string_view text;
    if (!take_text(text)) { return false; }
    const auto country = read_country(text);
    if (country) { out = *country; }
    return country.has_value();
}

bool Straight::take_currency(Currency& out) {
    out = Currency{};
    if (skip("null")) { return true; }
    std::string_view text;
    if (!take_text(text)) { return false; }
    const auto currency = read_currency(text);
    if (currency) { out = *currency; }
    return currency.has_value();
}

bool Straight::take_money(Money& out) {
    out = Money{};
    if (skip("null")) { return true; }
    std::string_view amount;
    Currency currency;
    if (!skip("{\"amount\":") || !take_text(amount) || !skip(",\"currency\":")) { return false; }
    if (!take_currency(currency) || !skip("}")) { return false; }
    const auto money = read_money(amount, currency);
    if (money) { out = *money; }
    return money.has_value();
}

}  // namespace csp::codec
