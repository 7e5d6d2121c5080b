#include "csp/money.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace csp;

namespace {

const Currency usd = read_currency("USD").value();
const Currency jpy = read_currency("JPY").value();
const Currency kwd = read_currency("KWD").value();
const Currency clf = read_currency("CLF").value();

Money dollars(std::string_view amount) { return read_money(amount, usd).value(); }

template <class T>
void check_refused(const Result<T>& answer, std::string_view reason) {
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Code::invalid);
    CHECK(answer.error().rule == "CONV-5");
    CHECK(answer.error().reason == reason);
}

}  // namespace

TEST_CASE("CONV-5: a currency is known by its ISO 4217 code and knows its decimals") {
    CHECK(usd.text() == "USD");
    CHECK(decimals_of(usd) == 2);
    CHECK(decimals_of(jpy) == 0);
    CHECK(decimals_of(kwd) == 3);
    CHECK(decimals_of(clf) == 4);
    const auto all_have = [](int decimals, std::initializer_list<const char*> codes) {
        for (const char* code : codes) {
            CAPTURE(code);
            CHECK(decimals_of(read_currency(code).value()) == decimals);
        }
    };
    all_have(0, {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV",
                 "XAF", "XOF", "XPF"});
    all_have(3, {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"});
    all_have(4, {"CLF", "UYW"});
    all_have(2, {"CVE", "HUF", "IDR", "LAK", "MGA", "MRU", "TWD", "UYU", "XAD", "XCG", "ZWG"});
    all_have(2, {"ANG", "BGN", "CUC", "HRK", "SLL", "ZWL"});  // withdrawn since 2020
    for (const char* code : {"XAU", "XXX", "XTS", "XDR", "XUA", "DEM"}) { CHECK_FALSE(read_currency(code)); }
    CHECK(read_currency("AED"));  // the first row and the last
    CHECK(read_currency("ZWL"));
    CHECK(read_currency("HRK"));  // withdrawn, but on old invoices
}

TEST_CASE("CONV-5: a currency that is not in use is refused") {
    for (const std::string_view code : {"", "usd", "Usd", "US", "USDD", "XTS", "XAU", "DEM", "AAA", "ZZZ", "US "}) {
        CAPTURE(code);
        check_refused(read_currency(code, "billing.currency"), "unknown_currency");
        CHECK(read_currency(code, "billing.currency").error().field == "billing.currency");
    }
    CHECK(Currency{}.text().empty());
    CHECK(decimals_of(Currency{}) == 0);
}

TEST_CASE("CONV-5: proration is exact and rounded once: the printed samples") {
    CHECK(prorated(dollars("30.00"), 1, 17, 31).value() == dollars("16.45"));
    CHECK(prorated(dollars("30.00"), 1, 27, 31).value() == dollars("26.13"));
    CHECK(prorated(dollars("4.00"), 1, 12, 28).value() == dollars("1.71"));
    CHECK(prorated(dollars("4.00"), 2, 12, 31).value() == dollars("3.10"));
    CHECK(prorated(dollars("4.00"), 1, 19, 31).value() == dollars("2.45"));
    CHECK(prorated(dollars("48.00"), 1, 334, 365).value() == dollars("43.92"));
    CHECK(prorated(dollars("365.00"), 1, 305, 365).value() == dollars("305.00"));
    CHECK(prorated(dollars("1000"), 1, 1036, 1096).value() == dollars("945.26"));
    CHECK(prorated(dollars("5.00"), 1, 21, 30).value() == dollars("3.50"));
}

TEST_CASE("CONV-5: half a cent goes away from zero, less than half towards it") {
    CHECK(prorated(dollars("0.01"), 1, 1, 2).value() == dollars("0.01"));
    CHECK(prorated(dollars("0.01"), 1, 499, 1000).value() == dollars("0.00"));
    CHECK(prorated(dollars("0.05"), 1, 1, 2).value() == dollars("0.03"));
    CHECK(prorated(dollars("-0.01"), 1, 1, 2).value() == dollars("-0.01"));
    CHECK(prorated(dollars("-0.01"), 1, 499, 1000).value() == dollars("0.00"));
    CHECK(prorated(dollars("0.01"), 1, 1, 3).value() == dollars("0.00"));  // an odd whole has no exact half
    CHECK(prorated(dollars("0.01"), 1, 2, 3).value() == dollars("0.01"));
}

TEST_CASE("CONV-5: a period without days is refused") {
    CHECK(prorated(dollars("1.00"), 1, 0, 1).value() == dollars("0.00"));
    check_refused(prorated(dollars("1.00"), 1, 1, 0), "empty_period");
    check_refused(prorated(dollars("1.00"), 1, 1, -1), "empty_period");
    check_refused(prorated(dollars("1.00"), 1, 1, INT64_MIN), "empty_period");
}

TEST_CASE("CONV-5: currencies are never mixed") {
    check_refused(sum(dollars("1"), Money{1, jpy}), "mixed_currencies");
    check_refused(difference(dollars("1"), Money{1, jpy}), "mixed_currencies");
    check_refused(sum(dollars("1"), Money{}), "mixed_currencies");
    CHECK(sum(dollars("1.10"), dollars("2.05")).value() == dollars("3.15"));
    CHECK(difference(dollars("1.10"), dollars("2.05")).value() == dollars("-0.95"));
    CHECK(times(dollars("1.10"), -3).value() == dollars("-3.30"));
}

TEST_CASE("CONV-5: what does not fit is refused, what just fits is not") {
    const Money most{INT64_MAX, usd};
    const Money least{INT64_MIN, usd};
    const Money cent{1, usd};
    check_refused(sum(most, cent), "amount_out_of_range");
    check_refused(difference(least, cent), "amount_out_of_range");
    check_refused(difference(Money{0, usd}, least), "amount_out_of_range");
    check_refused(times(least, -1), "amount_out_of_range");
    check_refused(times(most, 2), "amount_out_of_range");
    check_refused(prorated(least, INT64_MIN, INT64_MIN, 1), "amount_out_of_range");
    check_refused(prorated(most, 1, 2, 1), "amount_out_of_range");
    CHECK(sum(most, least).value() == Money{-1, usd});
    CHECK(times(least, 1).value() == least);
    CHECK(times(most, -1).value() == Money{-INT64_MAX, usd});
    CHECK(prorated(least, INT64_MAX, 1, INT64_MAX).value() == least);
    CHECK(prorated(most, INT64_MAX, 1, INT64_MAX).value() == most);
}

TEST_CASE("CONV-5: money is written with the decimals of its currency") {
    CHECK(text_of(Money{1250, usd}) == "USD 12.50");
    CHECK(text_of(Money{1200, jpy}) == "JPY 1200");
    CHECK(text_of(Money{-5, usd}) == "USD -0.05");
    CHECK(text_of(Money{0, usd}) == "USD 0.00");
    CHECK(text_of(Money{100, usd}) == "USD 1.00");
    CHECK(text_of(Money{99, usd}) == "USD 0.99");
    CHECK(text_of(Money{1, kwd}) == "KWD 0.001");
    CHECK(text_of(Money{-12345, clf}) == "CLF -1.2345");
    CHECK(text_of(Money{INT64_MIN, usd}) == "USD -92233720368547758.08");
    CHECK(text_of(Money{INT64_MIN, jpy}) == "JPY -9223372036854775808");
    CHECK(text_of(Money{7, Currency{}}) == "7");
}

TEST_CASE("CONV-5: an amount is read without losing a cent") {
    CHECK(dollars("12.50").amount_minor == 1250);
    CHECK(dollars("12.5").amount_minor == 1250);
    CHECK(dollars("12").amount_minor == 1200);
    CHECK(dollars("-0.05").amount_minor == -5);
    CHECK(dollars("-0").amount_minor == 0);
    CHECK(dollars("-0.00").amount_minor == 0);
    CHECK(read_money("1.234", kwd).value().amount_minor == 1234);
    CHECK(read_money("1200", jpy).value().amount_minor == 1200);
    check_refused(read_money("12.555", usd), "too_many_decimals");
    check_refused(read_money("12.500", usd), "too_many_decimals");
    check_refused(read_money("12.0", jpy), "too_many_decimals");
    check_refused(read_money("1", Currency{}), "unknown_currency");
}

TEST_CASE("CONV-5: an amount that is not digits is refused") {
    for (const std::string_view text : {"", "-", "+5", ".5", "5.", ".", "-.5", "--5", "1,5", "1 000", " 5", "5 ", "1e3",
                                        "0x10", "1.2.3", "1.-2", "USD 5", "nan"}) {
        CAPTURE(text);
        check_refused(read_money(text, usd, "price"), "malformed_amount");
        CHECK(read_money(text, usd, "price").error().field == "price");
    }
}

TEST_CASE("CONV-5: the ends of int64 are read, one cent beyond is refused") {
    CHECK(dollars("92233720368547758.07").amount_minor == INT64_MAX);
    CHECK(dollars("-92233720368547758.08").amount_minor == INT64_MIN);
    check_refused(read_money("92233720368547758.08", usd), "amount_out_of_range");
    check_refused(read_money("-92233720368547758.09", usd), "amount_out_of_range");
    check_refused(read_money(std::string(1000, '9'), usd, "price"), "amount_out_of_range");
    CHECK(read_money(std::string(1000, '9'), usd, "price").error().field == "price");
    CHECK(dollars(std::string(1000, '0') + "1").amount_minor == 100);
}
