// How a price is split over days, by three ways of rounding.
#include "csp/proration.hpp"

#include "domain/refusals.hpp"

namespace csp {
namespace {

Result<Money> two_stage(Money unit_price, std::int64_t quantity, std::int32_t days, std::int32_t whole) {
    auto daily = prorated(unit_price, quantity, 1, whole);
    if (!daily) { return daily; }
    auto piece = prorated(*daily, 1, days, quantity);
    if (!piece) { return piece; }
    return times(*piece, quantity);
}

/// How many steps of a rate with three decimals go into a minor unit: 10 into a cent, 1,000 into a yen, 1 into a fils.
std::int64_t steps_of_three_decimals(Currency currency) {
    std::int64_t steps = 1'000;
    for (int decimal = decimals_of(currency); decimal > 0 && steps > 1; --decimal) { steps /= 10; }
    return steps;
}

Result<Money> daily3(Money unit_price, std::int64_t quantity, std::int32_t days, std::int32_t whole) {
    const std::int64_t steps = steps_of_three_decimals(unit_price.currency);
    auto daily = prorated(unit_price, quantity, steps, whole);
    if (!daily) { return daily; }
    return prorated(*daily, 1, days, steps);
}

}  // namespace

Result<Money> part_of_price(Proration proration, Money unit_price, std::int64_t quantity, std::int32_t days,
                            std::int32_t whole) {
    if (whole < 1 || days < 0 || days > whole || quantity < 1) {
        return invalid("A-PRORATE", "no_part_of_a_period", "days",
                       "a part is 0 to all days of a period of at least 1 day, for at least 1 piece; it is " +
                           std::to_string(days) + " of " + std::to_string(whole) + " days for " +
                           std::to_string(quantity));
    }
    switch (proration) {
        case Proration::exact: break;
        case Proration::two_stage: return two_stage(unit_price, quantity, days, whole);
        case Proration::daily3: return daily3(unit_price, quantity, days, whole);
    }
    return prorated(unit_price, quantity, days, whole);
}

Date one_time_invoice_on(Date day, const Policy& policy) {
    const Date next_month = months_after(day_in_month_of(day, 1), 1);
    // After December 9999 there is no next month, and the last day of all stands for it.
    return next_month == last_date ? last_date : day_in_month_of(next_month, policy.invoice_day);
}

}  // namespace csp
