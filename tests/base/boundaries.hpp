// Values for property tests: half of them from the edges where rules break, half from everywhere.
#pragma once

#include <rapidcheck.h>

#include <cstdint>

#include "csp/time.hpp"

namespace csp::test {

/// Any int64; the extremes, zero and its neighbours often.
inline rc::Gen<std::int64_t> any_int64() {
    return rc::gen::oneOf(
        rc::gen::element<std::int64_t>(INT64_MIN, INT64_MIN + 1, -2, -1, 0, 1, 2, INT64_MAX - 1, INT64_MAX),
        rc::gen::resize(100, rc::gen::arbitrary<std::int64_t>()), rc::gen::inRange<std::int64_t>(-100'000, 100'001));
}

/// A day of 1970-9999; month ends, leap days and the ends of the range often.
inline rc::Gen<Date> any_day() {
    const auto near_month_end = rc::gen::apply(
        [](int year, int month, int day, int shift) {
            const Date start = date(year, month, 1).value();
            return days_after(day_in_month_of(start, day), shift);
        },
        rc::gen::element(1970, 1971, 1972, 1999, 2000, 2004, 2019, 2020, 2021, 2023, 2024, 2099, 2100, 2104, 2400,
                         9999),
        rc::gen::inRange(1, 13), rc::gen::inRange(28, 32), rc::gen::inRange(-1, 2));
    const auto everywhere = rc::gen::map(rc::gen::inRange(first_date.days, last_date.days + 1),
                                         [](std::int32_t days) { return Date{days}; });
    const auto range_end = rc::gen::element(first_date, Date{1}, Date{last_date.days - 1}, last_date);
    return rc::gen::oneOf(near_month_end, everywhere, range_end);
}

}  // namespace csp::test
