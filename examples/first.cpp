#include <csp/subscription.hpp>
#include <iostream>

int main() {
    const csp::Policy policy;
    const csp::Date bought = csp::date(2018, 2, 1).value(), suspended = csp::date(2018, 3, 1).value();
    csp::Subscription seats{.quantity = 25,
                            .phase = csp::Subscription::Active{{bought, csp::months_after(bought, 12)}}};

    const auto ask = [&](const csp::Subscription::Command& command, csp::Instant now) {
        const auto event = csp::decide(csp::Question<csp::Subscription>{seats, command, {}, policy, now});
        if (event) { csp::evolve(seats, *event); }
        std::cout << csp::text_of(now) << "  " << (event ? "done" : event.error().rule + ": " + event.error().sentence)
                  << '\n';
    };
    ask(csp::SuspendSubscription{csp::SuspensionReason::non_payment}, csp::start_of(suspended));
    const csp::Date last_day = csp::last_day_to_reactivate(seats, suspended, policy);  // the date under the button
    ask(csp::ReactivateSubscription{}, csp::last_moment_of(last_day));                 // 30 May, 23:59:59.999999
    ask(csp::SuspendSubscription{csp::SuspensionReason::fraud}, csp::start_of(csp::days_after(last_day, 1)));
    ask(csp::ReactivateSubscription{}, csp::end_of(csp::days_after(last_day, 91)));  // one microsecond too late
}
