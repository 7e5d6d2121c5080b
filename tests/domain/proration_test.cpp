// How a price is split over days: the printed figures of each policy, and what holds for all of them.
#include "csp/proration.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "base/boundaries.hpp"
#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

constexpr Proration all[]{Proration::exact, Proration::two_stage, Proration::daily3};

/// A figure that Microsoft printed: so many pieces at that price, for so many of the days.
struct Figure {
    const char* printed;
    const char* price;
    std::int64_t quantity;
    std::int32_t days;
    std::int32_t whole;
};
/// Those whose prices, pieces and days are printed beside them; docs/decisions/0003-software.md names the others.
constexpr Figure of_exact[]{
    {"0.58", "211.20", 1, 1, 365}, {"31.25", "211.20", 2, 27, 365}, {"390.00", "211.20", 2, 337, 365},
    {"3.87", "4.00", 1, 29, 30},   {"16.45", "30.00", 1, 17, 31},   {"3.50", "5.00", 1, 21, 30},
    {"2.45", "4.00", 1, 19, 31},   {"3.10", "4.00", 2, 12, 31},
};
constexpr Figure of_two_stage[]{
    {"2.47", "48.00", 1, 19, 365}, {"89.96", "48.00", 2, 346, 365}, {"41.34", "48.00", 1, 318, 365}};
constexpr Figure of_daily3[]{{"1.72", "4.00", 1, 12, 28},
                             {"26.14", "30.00", 1, 27, 31},
                             {"21.30", "30.00", 1, 22, 31},
                             {"2.45", "4.00", 1, 19, 31},
                             {"7.74", "4.00", 2, 29, 30}};

std::string computed(const Figure& figure, Proration proration) {
    const Money price = *read_money(figure.price, usd);
    return text_of(*part_of_price(proration, price, figure.quantity, figure.days, figure.whole));
}
template <std::size_t Count>
void check_all(const Figure (&figures)[Count], Proration proration) {
    for (const Figure& figure : figures) {
        CAPTURE(figure.printed);
        CHECK(computed(figure, proration) == "USD " + std::string(figure.printed));
    }
}
template <std::size_t Count>
bool gives_all(const Figure (&figures)[Count], Proration proration) {
    return std::ranges::all_of(figures, [&](const Figure& figure) {
        return computed(figure, proration) == "USD " + std::string(figure.printed);
    });
}

/// Small enough that a model can count with plain numbers.
std::int64_t any_small_price() {
    return *rc::gen::oneOf(rc::gen::element<std::int64_t>(0, 1, 2, 99, 100, 36'500, 100'000, 1'000'000'000),
                           rc::gen::inRange<std::int64_t>(0, 10'000'000));
}

}  // namespace

TEST_CASE("A-PRORATE: each policy gives the figures that are printed for it") {
    check_all(of_exact, Proration::exact);
    check_all(of_two_stage, Proration::two_stage);
    check_all(of_daily3, Proration::daily3);
}

TEST_CASE("A-PRORATE: daily3 has three decimals in every currency") {
    const auto part = [](const char* currency, std::int64_t minor, std::int32_t days) {
        return part_of_price(Proration::daily3, Money{minor, *read_currency(currency)}, 1, days, 31)->amount_minor;
    };
    CHECK(part("JPY", 1'000, 12) == 387);       // 32.258 x 12; 32.3 x 12 would be 388
    CHECK(part("USD", 100'000, 12) == 38'710);  // 32.258 x 12 = 387.096
    CHECK(part("KWD", 1'000'000, 12) == 387'096);
    CHECK(part("JPY", 1'000, 31) == 1'000);
}

TEST_CASE("A-PRORATE: no policy gives the figures of another") {
    CHECK_FALSE(gives_all(of_exact, Proration::two_stage));
    CHECK_FALSE(gives_all(of_exact, Proration::daily3));
    for (const Figure& figure : of_two_stage) {
        CHECK(computed(figure, Proration::exact) != "USD " + std::string(figure.printed));
    }
    CHECK_FALSE(gives_all(of_two_stage, Proration::daily3));
    CHECK_FALSE(gives_all(of_daily3, Proration::exact));
    CHECK_FALSE(gives_all(of_daily3, Proration::two_stage));
}

TEST_CASE("A-PRORATE: the default policy is exact, and the figures beside the printed ones are these") {
    CHECK(Policy{}.proration == Proration::exact);
    CHECK(computed(of_two_stage[0], Proration::exact) == "USD 2.50");
    CHECK(computed(of_two_stage[1], Proration::exact) == "USD 91.00");
    CHECK(computed(of_two_stage[2], Proration::exact) == "USD 41.82");
    CHECK(computed(of_daily3[0], Proration::exact) == "USD 1.71");
    CHECK(computed(of_daily3[1], Proration::exact) == "USD 26.13");
    CHECK(computed(of_daily3[2], Proration::exact) == "USD 21.29");
    CHECK(computed(of_daily3[4], Proration::exact) == "USD 7.73");
}

TEST_CASE("A-PRORATE: a part has from 0 to all days of a period, for at least one piece") {
    for (const Proration proration : all) {
        const auto is_good = [&](std::int64_t quantity, std::int32_t days, std::int32_t whole) {
            const auto part = part_of_price(proration, dollars(10), quantity, days, whole);
            if (!part) { CHECK(part.error().rule == "A-PRORATE"); }
            return part.has_value();
        };
        CHECK(is_good(1, 0, 1));
        CHECK(is_good(1, 1, 1));
        CHECK(is_good(1, 365, 365));
        CHECK_FALSE(is_good(1, -1, 1));
        CHECK_FALSE(is_good(1, 2, 1));
        CHECK_FALSE(is_good(1, 0, 0));
        CHECK_FALSE(is_good(1, 0, -1));
        CHECK_FALSE(is_good(0, 1, 1));
        CHECK_FALSE(is_good(-1, 1, 1));
        CHECK_FALSE(is_good(INT64_MIN, INT32_MIN, INT32_MIN));
    }
}

TEST_CASE("CONV-5: a part that does not fit is refused, and one that fits is exact to the last unit") {
    const Money most{INT64_MAX, usd};
    CHECK(*part_of_price(Proration::exact, most, 1, 365, 365) == most);
    CHECK(*part_of_price(Proration::exact, most, 2, 1, 2) == most);
    for (const Proration proration : all) {
        const auto too_much = part_of_price(proration, most, 2, 2, 2);
        REQUIRE_FALSE(too_much);
        CHECK(too_much.error().rule == "CONV-5");
    }
    CHECK(*part_of_price(Proration::exact, Money{1, usd}, 1, 1, 2) == Money{1, usd});  // half goes up
    CHECK(*part_of_price(Proration::exact, Money{-1, usd}, 1, 1, 2) == Money{-1, usd});
}

TEST_CASE("A-PRORATE: exact is the share of the days, rounded once, half away from zero") {
    CHECK(rc::check([] {
        const std::int64_t price = any_small_price();
        const std::int64_t quantity = *rc::gen::element<std::int64_t>(1, 2, 3, 1000);
        const std::int32_t whole = *rc::gen::element(1, 28, 30, 31, 365, 366, 1095, 1096);
        const std::int32_t days = *rc::gen::inRange(0, whole + 1);
        const std::int64_t twice = 2 * price * quantity * days;
        const std::int64_t counted = (twice + whole) / (2 * std::int64_t{whole});
        RC_ASSERT(part_of_price(Proration::exact, Money{price, usd}, quantity, days, whole)->amount_minor == counted);
    }));
}

TEST_CASE("A-PRORATE: no days cost nothing, and more days never cost less, by every policy") {
    CHECK(rc::check([] {
        const Proration proration = *rc::gen::elementOf(std::vector<Proration>(std::begin(all), std::end(all)));
        const Money price{any_small_price(), usd};
        const std::int64_t quantity = *rc::gen::element<std::int64_t>(1, 2, 3, 7, 1000);
        const std::int32_t whole = *rc::gen::element(1, 28, 31, 365, 1096);
        const std::int32_t days = *rc::gen::inRange(0, whole);
        const auto part = [&](std::int32_t of) {
            return part_of_price(proration, price, quantity, of, whole)->amount_minor;
        };
        RC_ASSERT(part(0) == 0);
        RC_ASSERT(part(days) <= part(days + 1));
    }));
}

TEST_CASE("CAN-20: what happens in a month is on the invoice of the 8th of the next one") {
    const Policy policy;
    CHECK(one_time_invoice_on(day("2020-03-01"), policy) == day("2020-04-08"));
    CHECK(one_time_invoice_on(day("2020-03-08"), policy) == day("2020-04-08"));
    CHECK(one_time_invoice_on(day("2020-03-31"), policy) == day("2020-04-08"));
    CHECK(one_time_invoice_on(day("2020-01-31"), policy) == day("2020-02-08"));
    CHECK(one_time_invoice_on(day("2020-12-31"), policy) == day("2021-01-08"));
    CHECK(one_time_invoice_on(day("9999-11-30"), policy) == day("9999-12-08"));
    CHECK(one_time_invoice_on(day("9999-12-01"), policy) == last_date);
    Policy late;
    late.invoice_day = 31;
    CHECK(one_time_invoice_on(day("2020-01-15"), late) == day("2020-02-29"));
    CHECK(rc::check("the invoice is never before the day", [policy] {
        const Date on = *any_day();
        RC_ASSERT(one_time_invoice_on(on, policy) >= on);
    }));
}
