#include "life.hpp"

namespace csp::bench {

std::string name_number(std::uint32_t number) { return "team " + std::to_string(number); }

Command command_of(const Draw& draw) {
    Ask<Subscription> ask{.id = draw.subscription};
    switch (draw.wish) {
        case Wish::rename: ask.command = RenameSubscription{name_number(draw.name)}; break;
        case Wish::quantity: ask.command = ChangeQuantity{draw.quantity}; break;
        case Wish::suspend: ask.command = SuspendSubscription{SuspensionReason::non_payment}; break;
        case Wish::reactivate: ask.command = ReactivateSubscription{}; break;
    }
    return ask;
}

Life::Life(std::span<const SubscriptionId> subscriptions, bool has_request_ids)
    : dice_(subscriptions.size() + (has_request_ids ? 1U : 0U)), has_request_ids_(has_request_ids) {
    for (const SubscriptionId& id : subscriptions) { known_.push_back(Known{.id = id}); }
}

std::vector<Draw> Life::next(std::size_t count) {
    std::vector<Draw> draws;
    draws.reserve(count);
    while (draws.size() < count) {
        Known& known = known_[dice_.below(known_.size())];
        Draw draw{.subscription = known.id};
        switch (dice_.below(3)) {
            case 0:
                draw.wish = Wish::rename;
                draw.name = static_cast<std::uint32_t>(dice_.below(100'000));
                break;
            case 1:
                if (known.is_suspended) { continue; }
                draw.wish = Wish::quantity;
                known.quantity = draw.quantity = 1 + (known.quantity + static_cast<int>(dice_.below(298))) % 299;
                break;
            default:
                draw.wish = known.is_suspended ? Wish::reactivate : Wish::suspend;
                known.is_suspended = !known.is_suspended;
                break;
        }
        if (has_request_ids_) { draw.request = RequestId{dice_.id()}; }
        draws.push_back(draw);
    }
    return draws;
}

}  // namespace csp::bench
