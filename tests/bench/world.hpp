// A partner with customers and subscriptions, put into a store as the engine would have put them there.
#pragma once

#include <cstddef>
#include <vector>

#include "csp/authority.hpp"
#include "csp/storage.hpp"
#include "csp/subscription.hpp"
#include "csp/time.hpp"

namespace csp::bench {

inline constexpr Date first_day{18'262};  // 2020-01-01
/// When everything is in the store, and before anything of it falls due.
inline constexpr Instant begin_of_work = start_of(days_after(first_day, 10));

struct WorldSize {
    std::size_t customers{1};
    std::size_t subscriptions{0};  ///< all of the first customer, for a long listing; they renew after 300 days
    std::size_t due_a_day{0};      ///< so many of them renew on each of `due_days` days, from day 101 on
    std::size_t due_days{0};
};

struct World {
    Actor seller{};
    CustomerId customer{};
    OfferId offer{};
    std::vector<SubscriptionId> subscriptions{};
};

/// Each record with the event that made it. Throws when the store refuses.
World populate(Storage& storage, const WorldSize& size);

/// The floors keep no bills, so csp looks for none either.
inline Policy policy_of_the_floors() {
    Policy policy{};
    policy.keeps_bills = false;
    return policy;
}

}  // namespace csp::bench
