#include "csp/time.hpp"

#include <doctest/doctest.h>

#include <climits>

using namespace csp;

namespace {

Date day(std::string_view text) { return read_date(text).value(); }

Instant moment(std::string_view text) { return read_instant(text).value(); }

template <class T>
void check_refused(const Result<T>& read, std::string_view reason) {
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::invalid);
    CHECK(read.error().rule == "CONV-1");
    CHECK(read.error().reason == reason);
}

}  // namespace

TEST_CASE("CONV-1: a day is the UTC day, from its first to its last microsecond") {
    const Date may_30 = day("2018-05-30");
    CHECK(text_of(start_of(may_30)) == "2018-05-30T00:00:00Z");
    CHECK(text_of(last_moment_of(may_30)) == "2018-05-30T23:59:59.999999Z");
    CHECK(date_of(start_of(may_30)) == may_30);
    CHECK(date_of(last_moment_of(may_30)) == may_30);
    CHECK(date_of(us_after(last_moment_of(may_30), 1)) == day("2018-05-31"));
}

TEST_CASE("CONV-1: the range is 1970 to 9999") {
    CHECK(text_of(first_date) == "1970-01-01");
    CHECK(text_of(last_date) == "9999-12-31");
    CHECK(text_of(last_instant) == "9999-12-31T23:59:59.999999Z");
    CHECK(date(1970, 1, 1).value() == first_date);
    CHECK(date(9999, 12, 31).value() == last_date);
    check_refused(date(1969, 12, 31), "out_of_range");
    check_refused(date(10000, 1, 1), "out_of_range");
    CHECK(instant_from_us(0).value() == first_instant);
    CHECK(instant_from_us(last_instant.us).value() == last_instant);
    check_refused(instant_from_us(-1), "out_of_range");
    check_refused(instant_from_us(last_instant.us + 1), "out_of_range");
    check_refused(instant_from_us(never.us), "out_of_range");
    CHECK(instant_from_us(-1, "since").error().field == "since");
}

TEST_CASE("CONV-1: a day must exist") {
    CHECK(date(2020, 2, 29));
    CHECK(date(2000, 2, 29));
    check_refused(date(2021, 2, 29), "no_such_day");
    check_refused(date(2100, 2, 29), "no_such_day");
    check_refused(date(2021, 4, 31), "no_such_day");
    check_refused(date(2021, 1, 0), "no_such_day");
    check_refused(date(2021, 1, 32), "no_such_day");
    check_refused(date(2021, 0, 1), "no_such_day");
    check_refused(date(2021, 13, 1), "no_such_day");
    for (const int any : {INT_MIN, -1, 65536 + 1, INT_MAX}) {
        check_refused(date(any, 1, 1), "out_of_range");
        check_refused(date(2021, any, 1), "no_such_day");
        check_refused(date(2021, 1, any), "no_such_day");
    }
    CHECK(date(2021, 2, 29).error().sentence == "the day must be from 1 to 28; it is 29");
}

TEST_CASE("CONV-1: a day is read in one spelling only") {
    CHECK(day("1970-01-02") == Date{1});
    CHECK(day("2000-02-29").days == 11016);
    for (const std::string_view text :
         {"", "2018-5-30", "2018-05-3", " 2018-05-30", "2018-05-30 ", "2018/05/30", "20180530", "+018-05-30",
          "2018-05-3o", "2018-05-30Z", "12018-05-30", "2018-05--1"}) {
        CAPTURE(text);
        check_refused(read_date(text, "bought_on"), "malformed_date");
        CHECK(read_date(text, "bought_on").error().field == "bought_on");
    }
    CHECK(read_date("2021-02-29", "bought_on").error().field == "bought_on");
    check_refused(read_date("1969-12-31"), "out_of_range");
    check_refused(read_date("2021-00-10"), "no_such_day");
}

TEST_CASE("CONV-1: a moment is read in one spelling only") {
    CHECK(moment("1970-01-01T00:00:01Z").us == us_per_second);
    CHECK(moment("1970-01-02T01:02:03.000004Z").us == us_per_day + 3'723 * us_per_second + 4);
    CHECK(moment("2018-05-30T23:59:59Z") == us_after(last_moment_of(day("2018-05-30")), -999'999));
    CHECK(moment("2018-05-30T23:59:59.000000Z") == moment("2018-05-30T23:59:59Z"));
    for (const std::string_view text :
         {"", "2018-05-30", "2018-05-30T23:59Z", "2018-05-30T23:59:59", "2018-05-30T23:59:59z", "2018-05-30t23:59:59Z",
          "2018-05-30 23:59:59Z", "2018-05-30T23:59:59+00:00", "2018-05-30T23:59:59.5Z", "2018-05-30T23:59:59.1234567Z",
          "2018-05-30T23:59:59,123456Z", "2018-05-30T23:59:59.Z", " 2018-05-30T23:59:59Z", "2018-05-30T23:59:59Z ",
          "never"}) {
        CAPTURE(text);
        check_refused(read_instant(text, "at"), "malformed_instant");
        CHECK(read_instant(text, "at").error().field == "at");
    }
    check_refused(read_instant("2018-05-30T24:00:00Z"), "no_such_time");
    check_refused(read_instant("2018-05-30T23:60:00Z"), "no_such_time");
    check_refused(read_instant("2016-12-31T23:59:60Z"), "no_such_time");
    check_refused(read_instant("2021-02-29T00:00:00Z"), "no_such_day");
}

TEST_CASE("CONV-1: what lies outside the range stops at its end") {
    CHECK(text_of(never) == "never");
    CHECK(text_of(Instant{never.us - 1}) == text_of(last_instant));
    CHECK(text_of(Instant{INT64_MIN}) == "1970-01-01T00:00:00Z");
    CHECK(text_of(Date{INT32_MAX}) == "9999-12-31");
    CHECK(text_of(Date{INT32_MIN}) == "1970-01-01");
    CHECK(date_of(never) == last_date);
    CHECK(date_of(Instant{-1}) == first_date);
    CHECK(start_of(Date{INT32_MAX}) == start_of(last_date));
    CHECK(last_moment_of(Date{INT32_MAX}) == last_instant);
    CHECK(days_between(Date{INT32_MIN}, Date{INT32_MAX}) == last_date.days);
    CHECK(days_after(last_date, INT64_MAX) == last_date);
    CHECK(days_after(last_date, INT64_MIN) == first_date);
    CHECK(days_after(first_date, INT64_MAX) == last_date);
    CHECK(days_after(last_date, 1) == last_date);
    CHECK(days_after(first_date, -1) == first_date);
    CHECK(days_after(first_date, last_date.days) == last_date);
    CHECK(us_after(last_instant, INT64_MIN) == first_instant);
    CHECK(us_after(first_instant, INT64_MAX) == last_instant);
    CHECK(us_after(first_instant, last_instant.us) == last_instant);
    CHECK(us_after(last_instant, 1) == last_instant);
    CHECK(us_after(first_instant, -1) == first_instant);
    CHECK(us_after(never, INT64_MIN) == first_instant);
}

TEST_CASE("CONV-2: within 90 days counts 90 calendar days, over a leap day too") {
    CHECK(last_day_within(90, day("2019-12-01")) == day("2020-02-29"));
    CHECK(last_day_within(90, day("2019-11-30")) == day("2020-02-28"));
    CHECK(last_day_within(90, day("2020-01-31")) == day("2020-04-30"));
    CHECK(last_day_within(90, day("2018-03-01")) == day("2018-05-30"));
    CHECK(last_day_within(0, day("2018-03-01")) == day("2018-03-01"));
}

TEST_CASE("CONV-2: a deadline is over at 00:00 of the day after its last day") {
    const Date last_day = day("2018-05-30");
    CHECK(end_of(last_day) == moment("2018-05-31T00:00:00Z"));
    CHECK(last_moment_of(last_day) < end_of(last_day));
    CHECK(end_of(last_date) == last_instant);
}

TEST_CASE("CONV-3: a term holds its start and not its end") {
    const Term term{.start = day("2018-01-13"), .end = day("2018-02-13")};
    CHECK_FALSE(contains(term, day("2018-01-12")));
    CHECK(contains(term, day("2018-01-13")));
    CHECK(contains(term, day("2018-02-12")));
    CHECK_FALSE(contains(term, day("2018-02-13")));
    CHECK(days_in(term) == 31);
    CHECK(last_day_of(term) == day("2018-02-12"));
}

TEST_CASE("CONV-4: a month later is the same day, or the last one of a shorter month") {
    CHECK(months_after(day("2020-02-29"), 12) == day("2021-02-28"));
    CHECK(months_after(day("2020-02-29"), 48) == day("2024-02-29"));
    CHECK(months_after(day("2024-01-31"), 1) == day("2024-02-29"));
    CHECK(months_after(day("2024-01-31"), 2) == day("2024-03-31"));
    CHECK(months_after(day("2024-01-31"), -2) == day("2023-11-30"));
    CHECK(months_after(day("2024-03-31"), -1) == day("2024-02-29"));
    CHECK(months_after(day("2024-02-29"), 1) == day("2024-03-29"));
    CHECK(months_after(day("2023-02-28"), 12) == day("2024-02-28"));
    CHECK(months_after(day("2023-12-31"), 0) == day("2023-12-31"));
    CHECK(months_after(day("2023-12-31"), 1) == day("2024-01-31"));
}

TEST_CASE("CONV-4: months stop at the ends of the range") {
    CHECK(months_after(day("1970-01-15"), -1) == first_date);
    CHECK(months_after(day("1970-02-15"), -1) == day("1970-01-15"));
    CHECK(months_after(day("9999-12-15"), 1) == last_date);
    CHECK(months_after(day("9999-11-15"), 1) == day("9999-12-15"));
    CHECK(months_after(day("2020-01-01"), INT_MAX) == last_date);
    CHECK(months_after(day("2020-01-01"), INT_MIN) == first_date);
    CHECK(months_after(Date{INT32_MAX}, 0) == last_date);
}

TEST_CASE("CONV-4: the next anniversary lies after the day, counted from the anchor") {
    const Date anchor = day("2024-01-31");
    CHECK(next_anniversary(anchor, 1, day("2024-01-31")) == day("2024-02-29"));
    CHECK(next_anniversary(anchor, 1, day("2024-02-28")) == day("2024-02-29"));
    CHECK(next_anniversary(anchor, 1, day("2024-02-29")) == day("2024-03-31"));
    CHECK(next_anniversary(anchor, 12, day("2025-01-30")) == day("2025-01-31"));
    CHECK(next_anniversary(anchor, 12, day("2025-01-31")) == day("2026-01-31"));
    CHECK(next_anniversary(day("2020-02-29"), 12, day("2023-02-28")) == day("2024-02-29"));
}

TEST_CASE("CONV-4: the anchor is no anniversary of itself, and 9999 is the end") {
    CHECK(next_anniversary(day("2024-01-31"), 1, day("2023-01-01")) == day("2024-02-29"));
    CHECK(next_anniversary(day("2024-01-31"), 12, last_date) == last_date);
    CHECK(next_anniversary(day("2024-01-31"), INT_MAX, first_date) == last_date);
}

TEST_CASE("CONV-4: a day of that number in the same month") {
    CHECK(day_in_month_of(day("2023-02-10"), 28) == day("2023-02-28"));
    CHECK(day_in_month_of(day("2023-02-10"), 29) == day("2023-02-28"));
    CHECK(day_in_month_of(day("2024-02-10"), 29) == day("2024-02-29"));
    CHECK(day_in_month_of(day("2024-02-10"), INT_MAX) == day("2024-02-29"));
    CHECK(day_in_month_of(day("2024-02-10"), 1) == day("2024-02-01"));
    CHECK(day_in_month_of(day("2024-02-10"), 0) == day("2024-02-01"));
    CHECK(day_of_month(day("2024-02-29")) == 29);
}
