// Time as the rulebook counts it: UTC days, half-open terms, deadlines that include their last day.
//
// Range: 1970-01-01 to 9999-12-31. Whatever leaves it, or was put outside it by hand, stops at its end:
// nothing wraps, nothing is undefined; reading a text or number outside it is refused.
// Rules: CONV-1 (all UTC), CONV-2 (deadlines), CONV-3 (durations), CONV-4 (months).
// Threads: plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "csp/result.hpp"

namespace csp {

/// A UTC day, counted from 1970-01-01.
struct Date {
    std::int32_t days{0};
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// A moment, in microseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t us{0};
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// Half-open: `start` is in it, `end` is the first day that is not (CONV-3).
struct Term {
    Date start{};
    Date end{};
    friend auto operator<=>(const Term&, const Term&) = default;
};

inline constexpr std::int64_t us_per_second = 1'000'000;
inline constexpr std::int64_t us_per_day = 86'400 * us_per_second;
inline constexpr Date first_date{0};
inline constexpr Date last_date{2'932'896};  // 9999-12-31
inline constexpr Instant first_instant{0};
inline constexpr Instant last_instant{(std::int64_t{last_date.days} + 1) * us_per_day - 1};
/// Later than everything: what a record without a deadline is due at.
inline constexpr Instant never{INT64_MAX};

/// The same day, or the end of 1970-9999 that it lies beyond.
constexpr Date kept_in_range(Date day) { return day < first_date ? first_date : day > last_date ? last_date : day; }
/// The same moment, or the end of 1970-9999 that it lies beyond: `never` becomes the last moment of all.
constexpr Instant kept_in_range(Instant at) {
    return at < first_instant ? first_instant : at > last_instant ? last_instant : at;
}

/// The UTC day a moment lies in (CONV-1).
constexpr Date date_of(Instant at) { return Date{static_cast<std::int32_t>(kept_in_range(at).us / us_per_day)}; }
/// 00:00:00 of that day: its first moment.
constexpr Instant start_of(Date day) { return Instant{std::int64_t{kept_in_range(day).days} * us_per_day}; }
/// The last microsecond of that day.
constexpr Instant last_moment_of(Date day) { return Instant{start_of(day).us + us_per_day - 1}; }
/// Negative when `to` lies before `from`.
constexpr std::int32_t days_between(Date from, Date to) { return kept_in_range(to).days - kept_in_range(from).days; }
/// `count` days later (earlier, when negative), kept inside 1970-9999.
constexpr Date days_after(Date day, std::int64_t count) {
    const std::int32_t days = kept_in_range(day).days;
    if (count > last_date.days - days) { return last_date; }
    if (count < first_date.days - days) { return first_date; }
    return Date{days + static_cast<std::int32_t>(count)};
}
/// Microseconds later (earlier, when negative), kept inside 1970-9999.
constexpr Instant us_after(Instant at, std::int64_t us) {
    const std::int64_t start_us = kept_in_range(at).us;
    if (us > last_instant.us - start_us) { return last_instant; }
    if (us < first_instant.us - start_us) { return first_instant; }
    return Instant{start_us + us};
}

/// The last good day of "within `count` days of `from`": day `count` itself (CONV-2).
constexpr Date last_day_within(std::int32_t count, Date from) { return days_after(from, count); }
/// The first moment at which "until `last_day`" is over: 00:00 of the day after (CONV-2).
/// The last day of all has no day after; it ends with the last moment of all.
constexpr Instant end_of(Date last_day) { return us_after(last_moment_of(last_day), 1); }

constexpr bool contains(Term term, Date day) { return term.start <= day && day < term.end; }
constexpr std::int32_t days_in(Term term) { return days_between(term.start, term.end); }
/// The day an invoice prints as the end of the term: its last day, inclusive (CONV-3).
constexpr Date last_day_of(Term term) { return days_after(term.end, -1); }

/// The day `months` after `anchor`, on the same day of the month or, where that month is
/// shorter, on its last day. Always count from the anchor, never from the previous result:
/// 31 January + 1 is 29 February 2024, + 2 is 31 March.
///
/// Rule: CONV-4. Boost's own `+ months(n)` is not used here: it moves every month end to a
/// month end, so it takes 29 February to 31 March. Kept inside 1970-9999.
Date months_after(Date anchor, int months);
/// The first anniversary of `anchor`, counted in steps of `months`, that lies after `day`; fewer than 1 is a
/// programming error and ends the program. The anchor is no anniversary of itself: the answer is never earlier than
/// one step after it. Where 9999 ends before the next anniversary, the answer is its last day.
Date next_anniversary(Date anchor, int months, Date day);

/// The stretch between two anniversaries that `day` lies in; the first one begins with the anchor, and takes what lies
/// before it too.
Term period_of(Date anchor, int months, Date day);

/// Refused (Code::invalid, CONV-1) when there is no such day or it lies outside 1970-9999.
Result<Date> date(int year, int month, int day);
/// 1 to 31.
int day_of_month(Date day);
/// The day of that number in the same month, or the month's last day where it is shorter.
/// A number below 1 is its first day.
Date day_in_month_of(Date day, int day_of_month);

/// "2018-05-30".
std::string text_of(Date day);
/// "2018-05-30T23:59:59Z", with six decimals where the microseconds are not zero; "never" for `never`.
std::string text_of(Instant at);
/// Read exactly what `text_of` writes, and six decimals that are zero: no blanks, no offsets, no lower case, no
/// leap second, no "never". Anything else is refused (Code::invalid, CONV-1).
Result<Date> read_date(std::string_view text, std::string_view field = "date");
Result<Instant> read_instant(std::string_view text, std::string_view field = "instant");
/// Refused outside 1970-9999.
Result<Instant> instant_from_us(std::int64_t us, std::string_view field = "instant");

}  // namespace csp
