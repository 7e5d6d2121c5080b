#include "csp/time.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <gsl/assert>

#include <algorithm>

#include "base/malformed.hpp"

namespace csp {
namespace {

using Calendar = boost::gregorian::gregorian_calendar;

constexpr int first_year = 1970;
constexpr int last_year = 9999;

/// A day as people name it.
struct Civil {
    int year{};
    int month{};
    int day{};
};

const std::int64_t epoch = Calendar::day_number(Calendar::ymd_type(1970, 1, 1));

int last_day_in(int year, int month) {
    return Calendar::end_of_month_day(static_cast<unsigned short>(year), static_cast<unsigned short>(month));
}

Date day_named(Civil civil) {
    const Calendar::ymd_type named(static_cast<unsigned short>(civil.year), static_cast<unsigned short>(civil.month),
                                   static_cast<unsigned short>(civil.day));
    return Date{static_cast<std::int32_t>(Calendar::day_number(named) - epoch)};
}

Civil civil_of(Date day) {
    const auto named = Calendar::from_day_number(static_cast<unsigned>(epoch + kept_in_range(day).days));
    return Civil{static_cast<int>(named.year), static_cast<int>(named.month), static_cast<int>(named.day)};
}

/// Months since the year 0, so that months can be added and compared as plain numbers.
std::int64_t month_number(Civil civil) { return std::int64_t{civil.year} * 12 + civil.month - 1; }

/// The clamp of CONV-4.
Date clamped(std::int64_t month_number, int day_of_month) {
    if (month_number < first_year * 12) { return first_date; }
    if (month_number > last_year * 12 + 11) { return last_date; }
    const int year = static_cast<int>(month_number / 12);
    const int month = static_cast<int>(month_number % 12) + 1;
    return day_named(Civil{year, month, std::clamp(day_of_month, 1, last_day_in(year, month))});
}

/// Over the zeros that stand there.
void put_digits(std::string& text, std::size_t at, std::size_t width, std::int64_t value) {
    for (std::size_t place = at + width; place > at; value /= 10) {
        text[--place] = static_cast<char>('0' + value % 10);
    }
}

void put_day(std::string& text, Date day) {
    const Civil civil = civil_of(day);
    put_digits(text, 0, 4, civil.year);
    put_digits(text, 5, 2, civil.month);
    put_digits(text, 8, 2, civil.day);
}

/// A '0' in the shape stands for any digit, everything else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(), [](char letter, char wanted) {
        return wanted == '0' ? letter >= '0' && letter <= '9' : letter == wanted;
    });
}

/// Only for text whose shape was seen to be right.
int number_at(std::string_view text, std::size_t position, std::size_t width) {
    int number = 0;
    for (const char digit : text.substr(position, width)) { number = 10 * number + (digit - '0'); }
    return number;
}

Error out_of_range(std::string sentence, std::string_view field) {
    return malformed("CONV-1", "out_of_range", std::move(sentence), field);
}

/// `date`, for a caller who calls it something else.
Result<Date> date_in(int year, int month, int day, std::string_view field) {
    if (year < first_year || year > last_year) {
        return out_of_range("the year must be from 1970 to 9999; it is " + std::to_string(year), field);
    }
    if (month < 1 || month > 12) {
        return malformed("CONV-1", "no_such_day", "the month must be from 1 to 12; it is " + std::to_string(month),
                         field);
    }
    const int last = last_day_in(year, month);
    if (day < 1 || day > last) {
        return malformed("CONV-1", "no_such_day",
                         "the day must be from 1 to " + std::to_string(last) + "; it is " + std::to_string(day), field);
    }
    return day_named(Civil{year, month, day});
}

}  // namespace

Date months_after(Date anchor, int months) {
    const Civil from = civil_of(anchor);
    return clamped(month_number(from) + months, from.day);
}

Date next_anniversary(Date anchor, int months, Date day) {
    Expects(months >= 1);
    const Civil from = civil_of(anchor);
    const auto after_steps = [&](std::int64_t steps) { return clamped(month_number(from) + steps * months, from.day); };
    const std::int64_t months_passed = month_number(civil_of(day)) - month_number(from);
    // The last step that does not leave the month of `day`; if it is not after `day`, the next one is.
    const std::int64_t steps = std::max<std::int64_t>(1, months_passed / months);
    const Date candidate = after_steps(steps);
    return candidate > day ? candidate : after_steps(steps + 1);
}

Term period_of(Date anchor, int months, Date day) {
    const Date end = next_anniversary(anchor, months, day);
    const std::int64_t first_month = month_number(civil_of(anchor));
    const std::int64_t passed = month_number(civil_of(end)) - first_month;
    const std::int64_t steps = (passed + months - 1) / months;
    return Term{clamped(first_month + (steps - 1) * months, civil_of(anchor).day), end};
}

Result<Date> date(int year, int month, int day) { return date_in(year, month, day, "date"); }

int day_of_month(Date day) { return civil_of(day).day; }

Date day_in_month_of(Date day, int day_of_month) { return clamped(month_number(civil_of(day)), day_of_month); }

std::string text_of(Date day) {
    std::string text = "0000-00-00";
    put_day(text, day);
    return text;
}

std::string text_of(Instant at) {
    if (at == never) { return "never"; }
    const Instant kept = kept_in_range(at);
    const std::int64_t us = kept.us % us_per_day;
    const std::int64_t second = us / us_per_second;
    const bool has_fraction = us % us_per_second != 0;
    std::string text = has_fraction ? "0000-00-00T00:00:00.000000Z" : "0000-00-00T00:00:00Z";
    put_day(text, date_of(kept));
    put_digits(text, 11, 2, second / 3600);
    put_digits(text, 14, 2, second / 60 % 60);
    put_digits(text, 17, 2, second % 60);
    if (has_fraction) { put_digits(text, 20, 6, us % us_per_second); }
    return text;
}

Result<Date> read_date(std::string_view text, std::string_view field) {
    if (!has_shape(text, "0000-00-00")) {
        return malformed("CONV-1", "malformed_date", "a date is written YYYY-MM-DD; it is " + quoted(text), field);
    }
    return date_in(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2), field);
}

Result<Instant> read_instant(std::string_view text, std::string_view field) {
    const bool has_fraction = has_shape(text, "0000-00-00T00:00:00.000000Z");
    if (!has_fraction && !has_shape(text, "0000-00-00T00:00:00Z")) {
        return malformed("CONV-1", "malformed_instant",
                         "a moment is written YYYY-MM-DDTHH:MM:SSZ, with 0 or 6 decimals; it is " + quoted(text),
                         field);
    }
    auto day = read_date(text.substr(0, 10), field);
    if (!day) { return std::move(day).error(); }
    const int hour = number_at(text, 11, 2);
    const int minute = number_at(text, 14, 2);
    const int second = number_at(text, 17, 2);
    if (hour > 23 || minute > 59 || second > 59) {  // a leap second has no number of its own
        return malformed("CONV-1", "no_such_time",
                         "the time of day must be from 00:00:00 to 23:59:59; it is " + std::string(text.substr(11, 8)),
                         field);
    }
    const std::int64_t seconds = std::int64_t{hour} * 3600 + minute * 60 + second;
    const int fraction = has_fraction ? number_at(text, 20, 6) : 0;
    return Instant{start_of(*day).us + seconds * us_per_second + fraction};
}

Result<Instant> instant_from_us(std::int64_t us, std::string_view field) {
    const Instant at{us};
    if (at < first_instant || at > last_instant) {
        return out_of_range("a moment must lie from 1970 to 9999; it is " + std::to_string(us) + " us", field);
    }
    return at;
}

}  // namespace csp
