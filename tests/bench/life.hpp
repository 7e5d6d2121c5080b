// The commands of the engine benchmarks: rename, quantity, suspend, reactivate on random subscriptions, legal in turn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "csp/engine.hpp"
#include "dice.hpp"

namespace csp::bench {

enum class Wish : std::uint8_t { rename, quantity, suspend, reactivate };

struct Draw {
    std::uint32_t subscription{0};  ///< its number in the world
    Wish wish{};
    std::int32_t quantity{0};
    std::uint32_t name{0};
    RequestId request{};
};

std::string name_number(std::uint32_t number);
Command command_of(const Draw& draw, const SubscriptionId& id);

/// Draws on for ever. The subscriptions are those from `first` to `first + count` - 1.
class Life {
public:
    Life(std::uint32_t first, std::uint32_t count, bool has_request_ids);
    std::vector<Draw> next(std::size_t count);

private:
    struct Known {
        std::int32_t quantity{25};
        bool is_suspended{false};
    };
    Dice dice_;
    std::uint32_t first_;
    bool has_request_ids_;
    std::vector<Known> known_;
};

}  // namespace csp::bench
