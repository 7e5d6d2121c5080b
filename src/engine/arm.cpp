// Arms the commands that make something new.
#include "engine/arm.hpp"

#include <algorithm>
#include <array>

namespace csp::engine {
namespace {

std::vector<SubscriptionId> new_ids_for(std::size_t lines, IdSource& ids) {
    std::vector<SubscriptionId> made(lines);
    for (auto& id : made) { id = SubscriptionId{ids.next()}; }
    return made;
}

MachineText text_of_table(const Partner*) { return partner_table(); }
MachineText text_of_table(const Customer*) { return customer_table(); }
MachineText text_of_table(const Offer*) { return offer_table(); }
MachineText text_of_table(const Order*) { return order_table(); }
MachineText text_of_table(const Subscription*) { return subscription_table(); }

/// Which commands lead out of the first phase, by their place in the variant.
template <class S>
const auto& beginnings() {
    static const auto begins = [] {
        std::array<bool, std::variant_size_v<typename S::Command>> flags{};
        const MachineText table = text_of_table(static_cast<const S*>(nullptr));
        for (std::size_t command = 0; command < flags.size(); ++command) {
            flags[command] = std::ranges::any_of(table.moves, [&](const MoveText& move) {
                return move.from == table.phases.front() && move.on == table.commands[command];
            });
        }
        return flags;
    }();
    return begins;
}

}  // namespace

template <>
bool needs_arming<Customer>(const Customer::Command& command) {
    return std::holds_alternative<CreateCustomer>(command);
}

/// A partner's new customer is that partner's, whatever the command says; the host says whose it is.
template <>
Customer::Command armed<Customer>(const Customer::Command& command, const Customer&, const Actor& actor, IdSource&) {
    auto create = std::get<CreateCustomer>(command);
    if (!actor.roles.has(Role::host)) { create.partner = actor.partner; }
    return create;
}

template <>
bool needs_arming<Order>(const Order::Command& command) {
    return std::holds_alternative<SubmitOrder>(command) || std::holds_alternative<PlaceOrder>(command);
}

template <>
Order::Command armed<Order>(const Order::Command& command, const Order& state, const Actor&, IdSource& ids) {
    if (const auto* place = std::get_if<PlaceOrder>(&command)) {
        auto with_ids = *place;
        with_ids.new_ids = new_ids_for(place->lines.size(), ids);
        return with_ids;
    }
    return SubmitOrder{new_ids_for(state.lines.size(), ids)};
}

template <class S>
bool may_begin(const Actor& actor, const Ask<S>& ask) {
    return beginnings<S>()[ask.command.index()] && (ask.id.is_nil() || actor.roles.has(Role::host));
}

template bool may_begin(const Actor&, const Ask<Partner>&);
template bool may_begin(const Actor&, const Ask<Customer>&);
template bool may_begin(const Actor&, const Ask<Offer>&);
template bool may_begin(const Actor&, const Ask<Order>&);
template bool may_begin(const Actor&, const Ask<Subscription>&);

}  // namespace csp::engine
