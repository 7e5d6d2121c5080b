// The dates and the access of a subscription: how long it may stay suspended, from when it is paid, who gets in.
#include <algorithm>

#include "csp/subscription.hpp"
#include "domain/subscription_guards.hpp"

namespace csp {
namespace {
using S = Subscription;
}

std::int32_t suspension_window_days(const S& s, Date suspended_on, const Policy& policy) {
    const std::int32_t base =
        s.cloud == Cloud::china_21vianet ? policy.suspension_days_china : policy.suspension_days.on(suspended_on);
    const bool is_extended =
        s.cycle != Cycle::annual && (!policy.extension_only_during_free_period || suspended_on < s.first_billed_on);
    const std::int64_t gap = is_extended ? std::max(0, days_between(s.opened_on, s.first_billed_on)) : 0;
    return static_cast<std::int32_t>(std::min<std::int64_t>(policy.suspension_days_max, base + gap));
}

Date last_day_to_reactivate(const S& s, Date suspended_on, const Policy& policy) {
    const Date last = last_day_within(suspension_window_days(s, suspended_on, policy), suspended_on);
    const bool has_a_term = is_in<S::Active>(s) || is_in<S::Suspended>(s);
    // OFF-07: a trial cannot be made longer by suspending it, so nobody is told that it could.
    return s.is_trial && has_a_term ? std::min(last, last_day_of(domain::term_of(s))) : last;
}

Date last_day_to_return(const S& s) {
    const Date last = in<S::Suspended>(s).last_day;
    return domain::renews_itself(s) ? last : std::min(last, last_day_of(domain::term_of(s)));
}

Term term_to_return_to(const S& s, Date day, const Policy& policy) {
    Term term = domain::term_of(s);
    while (term.end <= day && term.end < last_date) { term = domain::next_term(s, term, policy); }
    return term;
}

SignIn sign_in(const S& s, const Policy& policy) {
    return {.users = is_in<S::Active>(s),
            .administrators = is_in<S::Active>(s) || (is_in<S::Suspended>(s) && policy.administrators_keep_access)};
}

Date first_billed_on(Date bought_on, Cycle cycle, std::int32_t billing_day, const Policy& policy) {
    if (cycle != Cycle::monthly) { return bought_on; }
    if (bought_on >= policy.billing_alignment_on) {
        const Date first_of_next_month = months_after(day_in_month_of(bought_on, 1), 1);
        return day_of_month(bought_on) <= policy.last_aligned_day ? bought_on : first_of_next_month;
    }
    const Date this_month = day_in_month_of(bought_on, billing_day);
    if (bought_on <= this_month) { return this_month; }  // bought on the billing day itself: paid at once
    return day_in_month_of(months_after(day_in_month_of(bought_on, 1), 1), billing_day);
}

}  // namespace csp
