#include "csp/money.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>
#include <utility>

#include "base/currencies.hpp"
#include "base/malformed.hpp"

namespace csp {
namespace {

/// Holds the product of three int64 (190 bits) exactly.
using Exact = boost::multiprecision::int256_t;

Error wrong_money(std::string_view reason, std::string sentence, std::string_view field = "amount") {
    return malformed("CONV-5", reason, std::move(sentence), field);
}

Error unknown_currency(std::string_view code, std::string_view field) {
    return wrong_money("unknown_currency", "the currency must be an ISO 4217 code in use; it is " + quoted(code),
                       field);
}

Error out_of_range(std::string_view field = "amount") {
    return wrong_money("amount_out_of_range", "the amount does not fit in 63 bits of minor units", field);
}

Error mixed_currencies(Money a, Money b) {
    return wrong_money(
        "mixed_currencies",
        "the currencies must be the same; they are " + quoted(a.currency.text()) + " and " + quoted(b.currency.text()),
        "currency");
}

/// The amount as Money, if it is one that can be held.
Result<Money> held(const Exact& amount, Currency currency) {
    using Limits = std::numeric_limits<std::int64_t>;
    if (amount < Limits::min() || amount > Limits::max()) { return out_of_range(); }
    return Money{static_cast<std::int64_t>(amount), currency};
}

/// Half away from zero (CONV-5). `whole` > 0.
Exact rounded_quotient(const Exact& dividend, std::int64_t whole) {
    const Exact magnitude = abs(dividend);
    Exact quotient = magnitude / whole;
    const Exact rest = magnitude % whole;
    if (rest * 2 >= whole) { ++quotient; }  // exactly half goes up
    return dividend < 0 ? Exact(-quotient) : quotient;
}

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Currency> read_currency(std::string_view code, std::string_view field) {
    if (code.size() != 3) { return unknown_currency(code, field); }
    const Currency currency{{code[0], code[1], code[2]}};
    if (find_currency(currency) == nullptr) { return unknown_currency(code, field); }
    return currency;
}

int decimals_of(Currency currency) {
    const CurrencyRow* row = find_currency(currency);
    return row == nullptr ? 0 : row->decimals;
}

Result<Money> sum(Money a, Money b) {
    if (a.currency != b.currency) { return mixed_currencies(a, b); }
    return held(Exact(a.amount_minor) + b.amount_minor, a.currency);
}

Result<Money> difference(Money a, Money b) {
    if (a.currency != b.currency) { return mixed_currencies(a, b); }
    return held(Exact(a.amount_minor) - b.amount_minor, a.currency);
}

Result<Money> times(Money price, std::int64_t count) { return held(Exact(price.amount_minor) * count, price.currency); }

Result<Money> prorated(Money price, std::int64_t count, std::int64_t part, std::int64_t whole) {
    if (whole <= 0) {
        return wrong_money("empty_period", "the period must have at least 1 day; it has " + std::to_string(whole),
                           "whole");
    }
    return held(rounded_quotient(Exact(price.amount_minor) * count * part, whole), price.currency);
}

std::string text_of(Money money) {
    const bool negative = money.amount_minor < 0;
    std::string digits = std::to_string(money.amount_minor).substr(negative ? 1 : 0);
    const auto decimals = static_cast<std::size_t>(decimals_of(money.currency));
    if (digits.size() <= decimals) { digits.insert(0, decimals + 1 - digits.size(), '0'); }
    if (decimals > 0) { digits.insert(digits.size() - decimals, 1, '.'); }

    std::string text(money.currency.text());
    if (!text.empty()) { text += ' '; }
    if (negative) { text += '-'; }
    return text + digits;
}

Result<Money> read_money(std::string_view amount, Currency currency, std::string_view field) {
    const CurrencyRow* row = find_currency(currency);
    if (row == nullptr) { return unknown_currency(currency.text(), "currency"); }

    const bool negative = amount.starts_with('-');
    const std::string_view digits = amount.substr(negative ? 1 : 0);
    const std::size_t point = digits.find('.');
    const bool has_point = point != std::string_view::npos;
    const std::string_view units = digits.substr(0, point);
    const std::string_view fraction = has_point ? digits.substr(point + 1) : std::string_view{};
    if (!is_number(units) || (has_point && !is_number(fraction))) {
        return wrong_money("malformed_amount", "an amount is digits like 12.50; it is " + quoted(amount), field);
    }
    const auto decimals = static_cast<std::size_t>(row->decimals);
    if (fraction.size() > decimals) {
        return wrong_money("too_many_decimals",
                           "an amount in " + std::string(currency.text()) + " has at most " + std::to_string(decimals) +
                               " decimals; it is " + quoted(amount),
                           field);
    }
    std::string minor(negative ? "-" : "");
    minor.append(units).append(fraction).append(decimals - fraction.size(), '0');
    Money money{0, currency};
    const auto read = std::from_chars(minor.data(), minor.data() + minor.size(), money.amount_minor);
    if (read.ec == std::errc::result_out_of_range) { return out_of_range(field); }
    return money;
}

}  // namespace csp
