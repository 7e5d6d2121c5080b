// The commands of the engine benchmarks: rename, quantity, suspend, reactivate on random subscriptions, legal in turn.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "csp/engine.hpp"
#include "dice.hpp"

namespace csp::bench {

enum class Wish : std::uint8_t { rename, quantity, suspend, reactivate };

struct Draw {
    SubscriptionId subscription{};  ///< whoever asks has it at hand: to fetch it is no work of the shapes compared
    Wish wish{};
    std::int32_t quantity{0};
    std::uint32_t name{0};
    RequestId request{};
};

std::string name_number(std::uint32_t number);
Command command_of(const Draw& draw);

/// Draws on for ever, of these subscriptions.
class Life {
public:
    Life(std::span<const SubscriptionId> subscriptions, bool has_request_ids);
    std::vector<Draw> next(std::size_t count);

private:
    struct Known {
        SubscriptionId id{};
        std::int32_t quantity{25};
        bool is_suspended{false};
    };
    Dice dice_;
    bool has_request_ids_;
    std::vector<Known> known_;
};

}  // namespace csp::bench
