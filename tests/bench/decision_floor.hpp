// The subscription machine as one would write it by hand for speed alone: flat structs, an enum for the phase, no
// reasons. Guards and computed values are those of src/domain/subscription.cpp.
#pragma once

#include <string>

#include "csp/subscription.hpp"

namespace csp::bench {

enum class FlatPhase : std::uint8_t { absent, active, suspended, deleted };

/// In the order of Subscription::Command.
enum class FlatAsk : std::uint8_t {
    create,
    rename,
    quantity,
    suspend,
    cancel,
    cancel_at_once,
    reactivate,
    convert,
    renew,
    end_term,
    end_trial,
    expire,
    suspend_with_parent,
    reactivate_with_parent,
    end_with_parent
};
inline constexpr std::size_t flat_phases = 4;
inline constexpr std::size_t flat_asks = 15;

struct FlatState {
    FlatPhase phase{};
    SuspensionReason reason{};
    SuspendedBy by{SuspendedBy::hand};
    bool is_cancelled{false};
    DeletionCause cause{};
    Term term{};
    Date suspended_on{};
    Date last_day{};
    Instant deleted_at{};
    OfferId trial{};
    Purchase bought{};
};

struct FlatCommand {
    FlatAsk ask{};
    SuspensionReason reason{};
    bool acknowledged{false};
    Cycle cycle{};
    std::int32_t quantity{};
    Date suspended_on{};
    Date last_day{};
    OfferId offer{};
    std::string friendly_name{};
    Purchase purchase{};
};

enum class FlatHappening : std::uint8_t {
    created,
    renamed,
    quantity_changed,
    suspended,
    reactivated,
    converted,
    renewed,
    deleted
};

struct FlatEvent {
    FlatHappening what{};
    SuspensionReason reason{};
    SuspendedBy by{};
    bool is_cancelled{};
    DeletionCause cause{};
    Cycle cycle{};
    bool auto_renews{};
    std::int32_t before{};
    std::int32_t quantity{};
    Date on{};
    Date last_day{};
    Date anchor{};
    Term term{};
    Instant at{};
    Money unit_price{};
    OfferId offer{};
    OfferId trial{};
    std::string friendly_name{};
    Purchase purchase{};
};

struct FlatQuestion {
    const FlatState& state;
    const FlatCommand& command;
    const SubscriptionFacts& facts;
    const Policy& policy;
    Instant now;
};

/// By a constexpr table of guards and makers. False: refused, and `out` is not touched.
bool decide_by_table(const FlatQuestion& question, FlatEvent& out);
/// By a nested switch, everything in its place.
bool decide_by_switch(const FlatQuestion& question, FlatEvent& out);
void evolve(FlatState& state, const FlatEvent& event);

}  // namespace csp::bench
