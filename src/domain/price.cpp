// Which price holds where and when, and what a price must be.
#include "csp/price.hpp"

#include <tuple>

#include "base/days.hpp"
#include "domain/prices.hpp"
#include "domain/refusals.hpp"
#include "domain/sorted.hpp"

namespace csp {
namespace {

bool holds_on(const Price& price, Date day) {
    return price.valid_from <= day && (!price.valid_until || day < *price.valid_until);  // CONV-3
}

auto key_of(const Price& price) { return std::tuple(price.market, price.unit_price.currency, price.valid_from); }

}  // namespace

std::optional<Money> price_on(std::span<const Price> prices, Country market, Currency currency, Date day) {
    std::optional<Money> latest;
    for (const Price& price : prices) {  // by first day: the last one that holds began last
        const bool is_of_market = price.market == market && price.unit_price.currency == currency;
        if (is_of_market && holds_on(price, day)) { latest = price.unit_price; }
    }
    return latest;
}

std::optional<Money> price_in(std::span<const Price> prices, Country market, Date day) {
    for (const Price& price : prices) {  // by currency: the first one that holds is in the first by its letters
        if (price.market == market && holds_on(price, day)) {
            return price_on(prices, market, price.unit_price.currency, day);
        }
    }
    return std::nullopt;
}

std::optional<Error> why_no_amount(const Price& price) {
    const Money& amount = price.unit_price;
    if (amount.currency == Currency{}) {
        return invalid("CONV-5", "currency_missing", "unit_price", "the price must have a currency");
    }
    if (auto known = read_currency(amount.currency.text(), "unit_price"); !known) { return std::move(known).error(); }
    if (amount.amount_minor < 0) {
        return invalid("CONV-5", "negative_price", "unit_price",
                       "the price must not be negative; it is " + text_of(amount));
    }
    return std::nullopt;
}

std::optional<Error> why_no_days(const Price& price) {
    const bool begins = is_a_day(price.valid_from);
    const bool ends_later =
        !price.valid_until || (is_a_day(*price.valid_until) && price.valid_from < *price.valid_until);
    if (begins && ends_later) { return std::nullopt; }
    return invalid("CONV-3", "no_days", "valid_until",
                   "the price must hold for at least one day of 1970-9999; it begins on " + text_of(price.valid_from) +
                       " and is over on " + text_of(price.valid_until.value_or(last_date)));
}

void keep_price(std::vector<Price>& prices, const Price& price) { keep_sorted(prices, price, key_of); }

}  // namespace csp
