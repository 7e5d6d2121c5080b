// Money against arithmetic on integers without an end.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <boost/multiprecision/cpp_int.hpp>

#include "base/boundaries.hpp"
#include "csp/money.hpp"

using namespace csp;
using boost::multiprecision::cpp_int;
using csp::test::any_int64;

namespace {

const Currency usd = read_currency("USD").value();

/// `answer` is `expected` where that fits, and refused where it does not.
void assert_exact(const Result<Money>& answer, const cpp_int& expected) {
    const bool fits = expected >= INT64_MIN && expected <= INT64_MAX;
    RC_ASSERT(answer.has_value() == fits);
    if (fits) { RC_ASSERT(cpp_int(answer->amount_minor) == expected); }
}

/// Half away from zero, said in another way: the floor of |x| + 1/2.
cpp_int rounded(const cpp_int& numerator, const cpp_int& denominator) {
    const cpp_int magnitude = numerator < 0 ? cpp_int(-numerator) : numerator;
    const cpp_int floor = (2 * magnitude + denominator) / (2 * denominator);
    return numerator < 0 ? cpp_int(-floor) : floor;
}

Money any_price() { return Money{*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001), usd}; }

rc::Gen<std::int64_t> any_period_days() {
    return rc::gen::oneOf(rc::gen::element<std::int64_t>(1, 2, 28, 29, 30, 31, 365, 366, 1095, 1096),
                          rc::gen::inRange<std::int64_t>(1, 2000));
}

}  // namespace

TEST_CASE("CONV-5: sum, difference and product are exact or refused") {
    CHECK(rc::check([] {
        const std::int64_t a = *any_int64();
        const std::int64_t b = *any_int64();
        assert_exact(sum(Money{a, usd}, Money{b, usd}), cpp_int(a) + b);
        assert_exact(difference(Money{a, usd}, Money{b, usd}), cpp_int(a) - b);
        assert_exact(times(Money{a, usd}, b), cpp_int(a) * b);
    }));
}

TEST_CASE("CONV-5: a share is the exact one, rounded once, half away from zero") {
    CHECK(rc::check([] {
        const std::int64_t price = *any_int64();
        const std::int64_t count = *any_int64();
        const std::int64_t part = *any_int64();
        const std::int64_t whole = *rc::gen::oneOf(any_int64(), any_period_days());
        const auto share = prorated(Money{price, usd}, count, part, whole);
        if (whole <= 0) {
            RC_ASSERT(!share.has_value());
            return;
        }
        assert_exact(share, rounded(cpp_int(price) * count * part, whole));
    }));
}

TEST_CASE("CONV-5: every half of a cent goes away from zero") {
    CHECK(rc::check([] {
        const std::int64_t half_cents = *rc::gen::inRange<std::int64_t>(0, 1'000'000) * 2 + 1;
        const std::int64_t whole = *any_period_days() * 2;
        // half_cents / 2, written as half_cents x (whole / 2) / whole
        RC_ASSERT(prorated(Money{half_cents, usd}, 1, whole / 2, whole).value().amount_minor == half_cents / 2 + 1);
        RC_ASSERT(prorated(Money{-half_cents, usd}, 1, whole / 2, whole).value().amount_minor == -(half_cents / 2) - 1);
    }));
}

TEST_CASE("CONV-5: the whole of a period is the whole price") {
    CHECK(rc::check([] {
        const Money price = any_price();
        const std::int64_t count = *rc::gen::inRange<std::int64_t>(0, 10'001);
        const std::int64_t whole = *any_period_days();
        RC_ASSERT(prorated(price, count, whole, whole).value() == times(price, count).value());
    }));
}

TEST_CASE("CONV-5: a credit is the charge with the other sign") {
    CHECK(rc::check([] {
        const Money price = any_price();
        const Money credit{-price.amount_minor, usd};
        const std::int64_t part = *rc::gen::inRange<std::int64_t>(-400, 401);
        const std::int64_t whole = *any_period_days();
        const std::int64_t charged = prorated(price, 3, part, whole).value().amount_minor;
        RC_ASSERT(prorated(credit, 3, part, whole).value().amount_minor == -charged);
        RC_ASSERT(prorated(price, 3, -part, whole).value().amount_minor == -charged);
    }));
}

TEST_CASE("CONV-5: the pieces of a period are the whole, within half a unit each") {
    CHECK(rc::check([] {
        const Money price = any_price();
        const std::int64_t whole = *any_period_days();
        std::int64_t left = whole;
        std::int64_t pieces = 0;
        cpp_int total = 0;
        while (left > 0) {
            const std::int64_t piece = *rc::gen::inRange<std::int64_t>(1, left + 1);
            total += prorated(price, 1, piece, whole).value().amount_minor;
            left -= piece;
            ++pieces;
        }
        const cpp_int error = abs(cpp_int(total - price.amount_minor));
        RC_ASSERT(2 * error <= pieces);
    }));
}

TEST_CASE("CONV-5: pieces that are whole cents sum exactly") {
    CHECK(rc::check([] {
        const std::int64_t whole = *any_period_days();
        const std::int64_t daily = *rc::gen::inRange<std::int64_t>(-100'000, 100'001);
        const std::int64_t part = *rc::gen::inRange<std::int64_t>(0, whole + 1);
        RC_ASSERT(prorated(Money{daily * whole, usd}, 1, part, whole).value().amount_minor == daily * part);
    }));
}

TEST_CASE("CONV-5: money that is written is read back the same, in every number of decimals") {
    CHECK(rc::check([] {
        const Currency currency = read_currency(*rc::gen::element<std::string>("USD", "JPY", "KWD", "CLF")).value();
        const Money money{*any_int64(), currency};
        const std::string text = text_of(money);
        RC_ASSERT(text.substr(0, 4) == std::string(currency.text()) + ' ');
        RC_ASSERT(read_money(text.substr(4), currency).value() == money);
    }));
}
