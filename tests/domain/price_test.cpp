// Which price holds where and when.
#include "csp/price.hpp"

#include <doctest/doctest.h>

#include "domain/software.hpp"

using namespace csp;
using namespace csp::test;

namespace {

constexpr Currency eur{{'E', 'U', 'R'}};

Price price(Country market, Money amount, std::string_view from, std::optional<std::string_view> until = {}) {
    return {market, amount, day(from), until ? std::optional<Date>(day(*until)) : std::nullopt};
}

/// Sorted as a product keeps them.
std::vector<Price> kept(const std::vector<Price>& prices) {
    Product product = on_sale(perpetual_sheet());
    product.prices.clear();
    for (const Price& one : prices) { evolve(product, ProductPriceSet{one}); }
    return product.prices;
}

}  // namespace

TEST_CASE("CONV-8: the price that began last holds, from its first day on") {
    const auto prices = kept({price(us, dollars(5), "2020-07-01"), price(us, dollars(4), "2020-01-01")});
    CHECK_FALSE(price_on(prices, us, usd, day("2019-12-31")));
    CHECK(price_on(prices, us, usd, day("2020-01-01")) == dollars(4));
    CHECK(price_on(prices, us, usd, day("2020-06-30")) == dollars(4));
    CHECK(price_on(prices, us, usd, day("2020-07-01")) == dollars(5));
    CHECK(price_on(prices, us, usd, last_date) == dollars(5));
    CHECK_FALSE(price_on(prices, us, eur, day("2020-07-01")));
    CHECK_FALSE(price_on(prices, germany, usd, day("2020-07-01")));
    CHECK_FALSE(price_on(std::vector<Price>{}, us, usd, day("2020-07-01")));
}

TEST_CASE("CONV-3: the first day without a price has the one before again, or none") {
    const auto prices =
        kept({price(us, dollars(4), "2020-01-01", "2021-01-01"), price(us, dollars(3), "2020-06-01", "2020-06-02")});
    CHECK(price_in(prices, us, day("2020-06-01")) == dollars(3));
    CHECK(price_in(prices, us, day("2020-06-02")) == dollars(4));
    CHECK(price_in(prices, us, day("2020-12-31")) == dollars(4));
    CHECK_FALSE(price_in(prices, us, day("2021-01-01")));
}

TEST_CASE("CONV-5: a market's price is in its currency, and of several that hold in the first by its letters") {
    const auto prices = kept({price(us, dollars(4), "2020-01-01"), price(us, Money{350, eur}, "2020-02-01"),
                              price(us, Money{330, eur}, "2020-03-01"), price(germany, Money{1, eur}, "2020-01-01")});
    CHECK(price_in(prices, us, day("2020-01-31")) == dollars(4));
    CHECK(price_in(prices, us, day("2020-02-01")) == Money{350, eur});
    CHECK(price_in(prices, us, day("2020-03-01")) == Money{330, eur});
    CHECK(price_in(prices, germany, day("2020-01-01")) == Money{1, eur});
    CHECK_FALSE(price_in(prices, Country{{'F', 'R'}}, day("2020-03-01")));
}
