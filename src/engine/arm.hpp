// Puts into a command what the caller cannot know: new ids from the dice, and whose customer it will be.
#pragma once

#include "csp/engine.hpp"

namespace csp::engine {

template <class S>
bool needs_arming(const typename S::Command&) {
    return false;
}
template <class S>
typename S::Command armed(const typename S::Command& command, const S&, const Actor&, IdSource&) {
    return command;
}

template <>
bool needs_arming<Customer>(const Customer::Command& command);
template <>
Customer::Command armed<Customer>(const Customer::Command& command, const Customer& state, const Actor& actor,
                                  IdSource& ids);

template <>
bool needs_arming<Order>(const Order::Command& command);
template <>
Order::Command armed<Order>(const Order::Command& command, const Order& state, const Actor& actor, IdSource& ids);

/// A new record may be begun when its command begins one: under an id of the engine's own or, by the host, a chosen
/// one.
template <class S>
bool may_begin(const Actor& actor, const Ask<S>& ask);

}  // namespace csp::engine
