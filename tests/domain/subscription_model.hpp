// A subscription told once more, and differently: one flat record, days counted on a calendar of its own, questions
// answered by plain ifs. It shares no line with the library, so that a mistake would have to be made twice.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace csp::test {

/// Days since 1970, counted one by one.
class CountedCalendar {
public:
    struct Day {
        int year, month, number;
    };
    CountedCalendar() {
        for (int year = 1970; year < 2100; ++year) {
            for (int month = 1; month <= 12; ++month) {
                first_of_month_.push_back(static_cast<int>(days_.size()));
                for (int number = 1; number <= length(year, month); ++number) {
                    days_.push_back({year, month, number});
                }
            }
        }
    }
    [[nodiscard]] Day at(int day) const { return days_[static_cast<std::size_t>(day)]; }
    /// That number in a month that many months after the one of `day`, or its last day.
    [[nodiscard]] int in_month_after(int day, int months, int number) const {
        const auto [year, month, unused] = at(day);
        const int index = (year - 1970) * 12 + month - 1 + months;
        const int last = length(1970 + index / 12, index % 12 + 1);
        return first_of_month_[static_cast<std::size_t>(index)] + std::min(number, last) - 1;
    }
    [[nodiscard]] int years_after(int day, int years) const { return in_month_after(day, 12 * years, at(day).number); }

private:
    static int length(int year, int month) {
        if (month == 2) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28; }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    std::vector<Day> days_{};
    std::vector<int> first_of_month_{};
};

struct SubscriptionModel {
    static constexpr std::int64_t day_us = 24LL * 60 * 60 * 1'000'000;
    enum State { active, suspended, gone };

    const CountedCalendar* calendar{nullptr};
    int least{0}, most{0};                // the range of the offer
    int target_least{0}, target_most{0};  // and of the one a trial becomes
    int billing_day{1};
    bool is_china{false};

    State state{active};
    bool is_trial{false}, renews{false}, is_annual{false};
    int quantity{0};
    int opened{0}, paid_from{0}, starts{0}, ends{0}, good_until{0};
    std::int64_t gone_since_us{0};

    [[nodiscard]] int first_paid_day(int day, bool annual) const {
        if (annual) { return day; }
        const int number = calendar->at(day).number;
        if (day >= 17583) { return number >= 29 ? calendar->in_month_after(day, 1, 1) : day; }  // 2018-02-21
        const int this_month = calendar->in_month_after(day, 0, billing_day);
        return this_month >= day ? this_month : calendar->in_month_after(day, 1, billing_day);
    }

    void buy(int day, bool annual) {
        is_annual = annual;
        opened = starts = paid_from = day;
        if (is_trial) {
            ends = day + 30;
        } else {
            paid_from = first_paid_day(day, annual);
            ends = calendar->years_after(paid_from, 1);
        }
    }
    void next_term() {
        starts = ends;
        for (int years = 1; ends <= starts; ++years) { ends = calendar->years_after(paid_from, years); }
    }

    /// What time does on its own up to that moment.
    void live_until(std::int64_t now_us) {
        const std::int64_t today = now_us / day_us;
        if (state == suspended) {
            if (today > good_until) { end(std::int64_t{good_until + 1} * day_us); }
        }
        while (state == active && today >= ends) {
            if (!renews || is_trial) { return end(std::int64_t{ends} * day_us); }
            next_term();
        }
    }
    void end(std::int64_t at_us) {
        state = gone;
        gone_since_us = at_us;
    }

    // ---- each answers whether it may be done, and does it ----
    bool change_quantity(int to) {
        if (state != active || is_trial || to == quantity || to < least || to > most) { return false; }
        quantity = to;
        return true;
    }
    bool suspend(int reason, std::int64_t now_us) {
        if (state != active || reason < 1 || reason > 3) { return false; }
        const int gap = is_annual ? 0 : paid_from - opened;
        const int window = (is_china ? 60 : 90) + gap;
        state = suspended;
        good_until = static_cast<int>(now_us / day_us) + (window > 120 ? 120 : window);
        if (is_trial) { good_until = std::min(good_until, ends - 1); }
        return true;
    }
    bool cancel_at_once(int reason, bool acknowledged, std::int64_t now_us) {
        if (state == gone || reason < 1 || reason > 3 || !acknowledged) { return false; }
        end(now_us);
        return true;
    }
    bool reactivate(std::int64_t now_us) {
        const auto today = static_cast<int>(now_us / day_us);
        const bool has_ended = today >= ends;
        if (state != suspended || today > good_until || (has_ended && !renews)) { return false; }
        state = active;
        while (ends <= today) { next_term(); }
        return true;
    }
    bool convert(bool annual, int to, std::int64_t now_us) {
        const int wanted = to == 0 ? quantity : to;
        if (state != active || !is_trial || wanted < target_least || wanted > target_most) { return false; }
        is_trial = false;
        renews = true;
        quantity = wanted;
        least = target_least;
        most = target_most;
        const auto today = static_cast<int>(now_us / day_us);
        buy(today, annual);
        if (today >= 17583) {  // 2018-02-21: since then a conversion is paid from its own day
            paid_from = today;
            ends = calendar->years_after(today, 1);
        }
        return true;
    }
};

}  // namespace csp::test
