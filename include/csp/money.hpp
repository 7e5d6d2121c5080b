// Money: whole minor units of one currency, divided exactly and rounded once.
//
// Rule: CONV-5. Amounts are int64 minor units (cents, yen, fils) beside their ISO 4217 currency, which
// knows its own number of decimals. Overflow and a mix of currencies are refused, never wrapped.
// Threads: plain values.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "csp/result.hpp"

namespace csp {

/// An ISO 4217 currency that csp knows: three upper-case letters. A default one is none.
struct Currency {
    std::array<char, 3> letters{};
    [[nodiscard]] std::string_view text() const {
        return letters[0] == '\0' ? std::string_view{} : std::string_view(letters.data(), 3);
    }
    friend auto operator<=>(const Currency&, const Currency&) = default;
};

/// Refused (Code::invalid, CONV-5) unless it is the code of a currency that was in use on some day since 2020.
/// Case matters: "usd" is refused.
Result<Currency> read_currency(std::string_view code, std::string_view field = "currency");
/// 2 for USD, 0 for JPY, 3 for KWD; 0 for a currency that csp does not know.
int decimals_of(Currency currency);

struct Money {
    std::int64_t amount_minor{0};
    Currency currency{};
    friend bool operator==(const Money&, const Money&) = default;
};
/// Without one there is no amount at all: no price is known, no tax was charged.
inline bool has_currency(Money money) { return money.currency != Currency{}; }

// Refused (Code::invalid, CONV-5) when the currencies differ or the result does not fit in int64.
Result<Money> sum(Money a, Money b);
Result<Money> difference(Money a, Money b);
Result<Money> times(Money price, std::int64_t count);

/// `price` x `count` x `part` / `whole`, exact inside and rounded once, half away from zero.
/// For proration: part = days charged, whole = days in the period.
/// Refused when whole <= 0, or when the result does not fit.
Result<Money> prorated(Money price, std::int64_t count, std::int64_t part, std::int64_t whole);

/// "USD 12.50", "JPY 1200", "USD -0.05".
std::string text_of(Money money);
/// "12.50", "-12.5", "12": an optional minus, digits, and at most as many decimals as the currency has.
/// A plus, a blank, a group separator, ".5" and "5." are refused (Code::invalid, CONV-5); "-0" is 0.
/// More decimals are refused, not rounded: a cent that is dropped on reading is lost.
Result<Money> read_money(std::string_view amount, Currency currency, std::string_view field = "amount");

}  // namespace csp
