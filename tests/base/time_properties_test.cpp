// Time against a calendar that counts the days of each month on its fingers.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdio>

#include "base/boundaries.hpp"
#include "csp/time.hpp"

using namespace csp;
using csp::test::any_day;
using csp::test::any_int64;

namespace {

struct Counted {
    int year{1970};
    int month{1};
    int day{1};
    friend bool operator==(const Counted&, const Counted&) = default;
};

int length_of(int year, int month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    switch (month) {
        case 2: return leap ? 29 : 28;
        case 4:
        case 6:
        case 9:
        case 11: return 30;
        default: return 31;
    }
}

Counted count_to(Date day) {
    Counted counted;
    int left = day.days;
    while (left >= length_of(counted.year, counted.month)) {
        left -= length_of(counted.year, counted.month);
        counted.month = counted.month % 12 + 1;
        counted.year += counted.month == 1 ? 1 : 0;
    }
    counted.day += left;
    return counted;
}

std::string print(const Counted& counted) {
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", counted.year, counted.month, counted.day);
    return text;
}

/// Month by month, one at a time, as CONV-4 says: the day of the anchor, clamped to the month it ends in.
Date walk_months(Date anchor, int months) {
    Counted counted = count_to(anchor);
    for (; months > 0; --months) {
        counted.month = counted.month % 12 + 1;
        counted.year += counted.month == 1 ? 1 : 0;
    }
    for (; months < 0; ++months) {
        counted.month = counted.month == 1 ? 12 : counted.month - 1;
        counted.year -= counted.month == 12 ? 1 : 0;
    }
    if (counted.year < 1970) { return first_date; }
    if (counted.year > 9999) { return last_date; }
    return date(counted.year, counted.month, std::min(counted.day, length_of(counted.year, counted.month))).value();
}

}  // namespace

TEST_CASE("CONV-1: all days of 1970-9999 follow each other as in a calendar that is counted") {
    std::int32_t days = 0;
    int wrong = 0;
    for (int year = 1970; year <= 9999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int number = 1; number <= length_of(year, month); ++number) {
                const auto named = date(year, month, number);
                wrong += named && *named == Date{days} && day_of_month(Date{days}) == number ? 0 : 1;
                ++days;
            }
            wrong += date(year, month, length_of(year, month) + 1) ? 1 : 0;
        }
    }
    CHECK(wrong == 0);
    CHECK(days == last_date.days + 1);
}

TEST_CASE("CONV-1: a day is written as it is counted, and read back the same") {
    CHECK(rc::check([] {
        const Date day = *any_day();
        RC_ASSERT(text_of(day) == print(count_to(day)));
        RC_ASSERT(read_date(text_of(day)).value() == day);
    }));
}

TEST_CASE("CONV-1: a moment that is written is read back the same") {
    CHECK(rc::check([] {
        const std::int64_t us = *rc::gen::oneOf(
            rc::gen::element<std::int64_t>(0, 1, 999'999, us_per_second, us_per_day - us_per_second, us_per_day - 1),
            rc::gen::inRange<std::int64_t>(0, us_per_day));
        const Instant at{start_of(*any_day()).us + us};
        RC_ASSERT(read_instant(text_of(at)).value() == at);
        RC_ASSERT(instant_from_us(at.us).value() == at);
        RC_ASSERT(text_of(at).substr(0, 10) == text_of(date_of(at)));
    }));
}

TEST_CASE("CONV-1: the order of texts is the order of moments") {
    CHECK(rc::check([] {
        const Date a = *any_day();
        const Date b = *any_day();
        RC_ASSERT((text_of(a) < text_of(b)) == (a < b));
    }));
}

TEST_CASE("CONV-1: nothing leaves the range, whatever is added to whatever") {
    CHECK(rc::check([] {
        const std::int64_t count = *any_int64();
        const Instant at{*any_int64()};
        const Date day{static_cast<std::int32_t>(*any_int64())};
        const Date later = days_after(day, count);
        RC_ASSERT(first_date <= later && later <= last_date);
        const Instant moment = us_after(at, count);
        RC_ASSERT(first_instant <= moment && moment <= last_instant);
        const Date months_later = months_after(day, static_cast<int>(count));
        RC_ASSERT(first_date <= months_later && months_later <= last_date);
        RC_ASSERT(date_of(at) >= first_date && date_of(at) <= last_date);
        RC_ASSERT(end_of(day) <= last_instant);
        RC_ASSERT(!text_of(at).empty());
    }));
}

TEST_CASE("CONV-1: a day with a wrong letter in it is read or refused, and what is read is written the same") {
    CHECK(rc::check([] {
        std::string text = text_of(*any_day());
        const auto position = *rc::gen::inRange<std::size_t>(0, text.size());
        text[position] = *rc::gen::arbitrary<char>();
        const auto read = read_date(text);
        if (read) { RC_ASSERT(text_of(*read) == text); }
    }));
}

TEST_CASE("CONV-2: day N is the last good day") {
    CHECK(rc::check([] {
        const Date from = *any_day();
        const int count = *rc::gen::inRange(0, 121);
        RC_PRE(from.days + count < last_date.days);
        const Date last_day = last_day_within(count, from);
        RC_ASSERT(days_between(from, last_day) == count);
        RC_ASSERT(days_between(from, date_of(Instant{end_of(last_day).us - 1})) == count);
        RC_ASSERT(days_between(from, date_of(end_of(last_day))) == count + 1);
    }));
}

TEST_CASE("CONV-3: a term contains as many days as it has") {
    CHECK(rc::check([] {
        const Date start = *any_day();
        const Term term{.start = start, .end = days_after(start, *rc::gen::inRange(0, 100))};
        int contained = 0;
        for (int shift = -1; shift <= 100; ++shift) {
            const Date day{start.days + shift};
            contained += contains(term, day) ? 1 : 0;
        }
        RC_ASSERT(contained == days_in(term));
        if (days_in(term) > 0) { RC_ASSERT(contains(term, last_day_of(term)) && !contains(term, term.end)); }
    }));
}

TEST_CASE("CONV-4: months from the anchor are the months walked one by one") {
    CHECK(rc::check([] {
        const Date anchor = *any_day();
        const int months =
            *rc::gen::oneOf(rc::gen::element(-12, -1, 0, 1, 11, 12, 13, 36), rc::gen::inRange(-2000, 2001));
        RC_ASSERT(months_after(anchor, months) == walk_months(anchor, months));
    }));
}

TEST_CASE("CONV-4: months from the anchor never drift") {
    CHECK(rc::check([] {
        const Date anchor = *any_day();
        const int months = *rc::gen::inRange(0, 600);
        RC_PRE(count_to(anchor).year < 9900);
        const Counted later = count_to(months_after(anchor, months));
        RC_ASSERT(later.day == std::min(day_of_month(anchor), length_of(later.year, later.month)));
        RC_ASSERT(months_after(anchor, months) < months_after(anchor, months + 1));
    }));
}

TEST_CASE("CONV-4: the next anniversary is the first one after the day") {
    CHECK(rc::check([] {
        const Date anchor = *any_day();
        const int months = *rc::gen::element(1, 2, 3, 12, 36);
        // Near an anniversary, where it matters, or anywhere near the anchor.
        const Date around = months_after(anchor, months * *rc::gen::inRange(0, 40));
        const Date day = days_after(around, *rc::gen::oneOf(rc::gen::inRange(-2, 3), rc::gen::inRange(-2000, 2000)));
        int steps = 1;
        while (walk_months(anchor, steps * months) <= day && walk_months(anchor, steps * months) < last_date) {
            ++steps;
        }
        RC_ASSERT(next_anniversary(anchor, months, day) == walk_months(anchor, steps * months));
    }));
}

TEST_CASE("CONV-4: a day in the month of another stays in that month") {
    CHECK(rc::check([] {
        const Date day = *any_day();
        const int number = *rc::gen::inRange(-1, 40);
        Counted wanted = count_to(day);
        wanted.day = std::clamp(number, 1, length_of(wanted.year, wanted.month));
        RC_ASSERT(count_to(day_in_month_of(day, number)) == wanted);
    }));
}
