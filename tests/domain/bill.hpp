// The billing of one subscription, by itself: what is asked of it on which day, and the lines that come of it.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "csp/billing.hpp"
#include "domain/people.hpp"

namespace csp::test {

inline constexpr Currency us_dollar{{'U', 'S', 'D'}};

struct Bill : Asked<Billing> {
    Lines lines{};

    /// Bought and paid from that day on, for a year.
    Bill(Cycle cycle, std::int64_t cents_a_month, Date bought, std::int32_t quantity = 1,
         Proration proration = Proration::exact)
        : Bill(BillingTerms{.cycle = cycle,
                            .quantity = quantity,
                            .unit_price = Money{cents_a_month, us_dollar},
                            .opened_on = bought,
                            .anchor = bought,
                            .term = Term{bought, months_after(bought, 12)}},
               proration) {}
    explicit Bill(const BillingTerms& terms, Proration proration = Proration::exact) {
        policy.proration = proration;
        now = start_of(terms.opened_on);
        ask(terms.opened_on, BeginBilling{terms});
    }

    /// Everything that falls due up to the last moment of that day.
    void wait_until(Date day) {
        for (auto due = next_deadline(state); due && due->at <= last_moment_of(day); due = next_deadline(state)) {
            now = due->at;
            happen(due->command);
        }
    }
    Lines ask(Date day, Billing::Command command) {
        const std::size_t before = lines.size();
        wait_until(days_after(day, -1));
        for (auto due = next_deadline(state); due && due->at <= start_of(day); due = next_deadline(state)) {
            now = due->at;
            happen(due->command);
        }
        now = start_of(day);
        happen(std::move(command));
        return {lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end()};
    }
    [[nodiscard]] std::int64_t total() const {
        std::int64_t cents = 0;
        for (const ChargeLine& line : lines) { cents += line.amount.amount_minor; }
        return cents;
    }

private:
    void happen(Billing::Command command) {
        auto event = decide(std::move(command));
        REQUIRE(event);
        evolve(state, *event);
        lines.insert(lines.end(), lines_of(*event).begin(), lines_of(*event).end());
    }
};

inline std::vector<std::int64_t> cents_of(const Lines& lines) {
    std::vector<std::int64_t> out;
    for (const ChargeLine& line : lines) { out.push_back(line.amount.amount_minor); }
    return out;
}
/// "Cycle fee 2018-02-13..2018-03-12", with the inclusive last day that an invoice prints.
inline std::string words_of(const ChargeLine& line) {
    return std::string(text_of(line.type)) + " " + text_of(line.days.start) + ".." + text_of(last_day_of(line.days));
}

}  // namespace csp::test
