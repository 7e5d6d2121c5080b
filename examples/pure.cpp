// The core alone: a subscription decided and evolved through its whole life, with no engine, store or clock.
//
// Nothing is included but the public domain headers. `now` is whatever you say it is.
#include <iostream>
#include <string>

#include "csp/subscription.hpp"

namespace {

const csp::Policy policy{};

csp::Date day(int year, int month, int number) { return csp::date(year, month, number).value(); }

/// Asks the machine; applies and prints what happened, or prints why not.
bool ask(csp::Subscription& subscription, const csp::Subscription::Command& command,
         const csp::SubscriptionFacts& facts, csp::Instant now) {
    auto event = csp::decide(csp::Question<csp::Subscription>{subscription, command, facts, policy, now});
    std::cout << csp::text_of(now) << "  ";
    if (!event) {
        std::cout << "no: " << event.error().rule << ": " << event.error().sentence << '\n';
        return false;
    }
    csp::evolve(subscription, *event);
    std::cout << csp::machine::Names<csp::Subscription::Event>::list[event->index()] << ": "
              << csp::machine::Names<csp::Subscription::Phase>::list[subscription.phase.index()] << ", "
              << subscription.quantity << " licences\n";
    return true;
}

/// What time itself asks next, at the moment it asks it.
bool let_time_pass(csp::Subscription& subscription, const csp::SubscriptionFacts& facts) {
    const auto deadline = csp::next_deadline(subscription);
    return deadline && ask(subscription, deadline->command, facts, deadline->at);
}

}  // namespace

int main() {
    const csp::Listing listing{.name = "Office 365 Business Premium", .minimum_quantity = 1, .maximum_quantity = 300};
    const csp::SubscriptionFacts facts{.listing = &listing};

    // Bought on 29 May, paid from 1 June: a gap of three days that lengthens every suspension (SUS-06).
    const csp::Date bought = day(2018, 5, 29);
    const csp::Date paid = csp::first_billed_on(bought, csp::Cycle::monthly, 1, policy);
    const csp::Purchase purchase{.quantity = 10,
                                 .cycle = csp::Cycle::monthly,
                                 .opened_on = bought,
                                 .first_billed_on = paid,
                                 .anchor = paid,
                                 .term = {bought, csp::months_after(paid, policy.term_months)}};

    csp::Subscription subscription;
    bool is_right = ask(subscription, csp::CreateSubscription{purchase}, facts, csp::start_of(bought));
    is_right &= ask(subscription, csp::ChangeQuantity{300}, facts, csp::start_of(day(2018, 7, 1)));
    is_right &= !ask(subscription, csp::ChangeQuantity{301}, facts, csp::start_of(day(2018, 7, 1)));
    is_right &= ask(subscription, csp::SuspendSubscription{csp::SuspensionReason::non_payment}, facts,
                    csp::start_of(day(2018, 12, 1)));

    const csp::Date last_day = std::get<csp::Subscription::Suspended>(subscription.phase).last_day;
    std::cout << "the date under the Suspended button: " << csp::text_of(last_day) << '\n';
    is_right &= last_day == day(2019, 3, 4);  // 93 days, SUS-06

    csp::Subscription too_late = subscription;  // a state is a plain value: try both
    is_right &= ask(subscription, csp::ReactivateSubscription{}, facts, csp::last_moment_of(last_day));
    is_right &= !ask(too_late, csp::ReactivateSubscription{}, facts, csp::end_of(last_day));
    is_right &= let_time_pass(too_late, facts);  // expires
    is_right &= !let_time_pass(too_late, facts);
    is_right &= let_time_pass(subscription, facts);  // renews on 1 June 2019, at the list's price of that day
    is_right &= std::get<csp::Subscription::Active>(subscription.phase).term.end == day(2020, 6, 1);
    return is_right ? 0 : 1;
}
