// A long walk of random legal commands over some subscriptions, told in both tongues: csp's and the flat one.
#pragma once

#include <cstdint>
#include <vector>

#include "csp/subscription.hpp"
#include "decision_floor.hpp"

namespace csp::bench {

struct Step {
    std::uint16_t who{0};
    std::uint16_t command{0};
    bool begins_anew{false};  ///< the subscription before was deleted; this is the next one
    Instant now{};
};

struct Walk {
    std::vector<Subscription::Command> commands{};  ///< what steps choose from: few, so that they stay in the cache
    std::vector<FlatCommand> flat_commands{};
    std::vector<Subscription> starts{};
    std::vector<FlatState> flat_starts{};
    std::vector<Step> steps{};
};

/// What every decision of a walk is given. Points into itself, so it stays where it is.
class WalkFacts {
public:
    WalkFacts();
    WalkFacts(const WalkFacts&) = delete;
    WalkFacts& operator=(const WalkFacts&) = delete;
    SubscriptionFacts facts{};
    Policy policy{};

private:
    Subscription parent_{};
    Listing listing_{};
};

/// What people ask day by day: rename, quantity, suspend, cancel, reactivate.
Walk walk_of_people(const WalkFacts& given);
/// All of them, with what time and parents ask, from creation to deletion and again.
Walk walk_of_whole_lives(const WalkFacts& given);

/// Every value that both have is the same in both.
bool agree(const Subscription& state, const FlatState& flat);

}  // namespace csp::bench
