// The best hand-written shape of a store with the rules inside: dense slots, hour buckets, one vector of events.
//
// It checks what the engine checks (whose it is, role, version, clock, what fell due, the guards, the request id) and
// keeps what the engine keeps, but only for these four commands, in numbers, with nobody to explain a refusal to.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "csp/authority.hpp"
#include "csp/id.hpp"
#include "csp/policy.hpp"
#include "life.hpp"
#include "world.hpp"

namespace csp::bench {

class MemoryFloor {
public:
    MemoryFloor(const World& world, const Policy& policy);

    struct Asked {
        const Actor& by;
        RequestId request{};
        std::uint32_t expected_version{0};
        SubscriptionId id{};
        Wish wish{};
        SuspensionReason reason{};
        std::int32_t quantity{0};
        std::string friendly_name{};
    };
    /// The position of its event, or 0: refused.
    std::uint64_t execute(Asked&& asked, Instant now);

private:
    struct Hot {
        Instant due{never};
        Instant saved_at{};
        Term term{};
        Date suspended_on{};
        Date last_day{};
        Date opened_on{};
        Date first_billed_on{};
        Date anchor{};
        std::int32_t quantity{0};
        std::uint32_t version{0};
        std::uint32_t customer{0};
        std::uint32_t offer{0};
        Cycle cycle{};
        Cloud cloud{};
        SuspensionReason reason{};
        bool is_suspended{false};
        bool auto_renews{true};
        bool is_trial{false};
    };
    struct Event {
        std::uint32_t slot{0};
        std::uint32_t version{0};
        Instant at{};
        RequestId request{};
        std::uint64_t fingerprint{0};
        std::uint32_t actor{0};
        Wish what{};
        SuspensionReason reason{};
        std::int32_t before{0};
        std::int32_t quantity{0};
        Date on{};
        Date last_day{};
        Term term{};
        std::string friendly_name{};
    };
    struct Range {
        std::int32_t least{1};
        std::int32_t most{300};
    };

    bool decide(const Hot& hot, Asked& asked, Instant now, Event& event) const;
    void apply(Hot& hot, std::uint32_t slot, const Event& event);

    const Policy& policy_;
    boost::unordered_flat_map<AnyId, std::uint32_t, IdHash> slots_;
    std::vector<Hot> hot_;
    std::vector<std::string> names_;
    std::vector<PartnerId> partner_of_customer_;
    std::vector<Range> offers_;
    std::vector<std::vector<std::uint32_t>> due_hours_;  // lazily: an entry that is no longer true is skipped later
    std::vector<Event> events_;
    boost::unordered_flat_map<AnyId, std::uint64_t, IdHash> requests_;
};

}  // namespace csp::bench
