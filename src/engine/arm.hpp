// Puts into a command what the caller cannot know: new ids from the dice, whose record it will be, and the sealed key
// or address that is to be delivered.
#pragma once

#include "csp/engine.hpp"
#include "engine/pipeline.hpp"

namespace csp::engine {

template <class S>
bool needs_arming(const typename S::Command&) {
    return false;
}
/// The command with everything in it. Refused where the command would be: nothing is fetched in vain.
template <class S>
Result<typename S::Command> armed(Pipeline&, Entry<S>&, const typename S::Command& command, Instant) {
    return command;
}

template <>
bool needs_arming<Customer>(const Customer::Command& command);
template <>
Result<Customer::Command> armed(Pipeline& pipeline, Entry<Customer>& entry, const Customer::Command& command,
                                Instant at);
template <>
bool needs_arming<Order>(const Order::Command& command);
template <>
Result<Order::Command> armed(Pipeline& pipeline, Entry<Order>& entry, const Order::Command& command, Instant at);
template <>
bool needs_arming<SoftwareOrder>(const SoftwareOrder::Command& command);
template <>
Result<SoftwareOrder::Command> armed(Pipeline& pipeline, Entry<SoftwareOrder>& entry,
                                     const SoftwareOrder::Command& command, Instant at);
template <>
bool needs_arming<Partnership>(const Partnership::Command& command);
template <>
Result<Partnership::Command> armed(Pipeline& pipeline, Entry<Partnership>& entry, const Partnership::Command& command,
                                   Instant at);
template <>
bool needs_arming<SupportRequest>(const SupportRequest::Command& command);
template <>
Result<SupportRequest::Command> armed(Pipeline& pipeline, Entry<SupportRequest>& entry,
                                      const SupportRequest::Command& command, Instant at);
/// src/engine/deliver.cpp
template <>
bool needs_arming<Entitlement>(const Entitlement::Command& command);
template <>
Result<Entitlement::Command> armed(Pipeline& pipeline, Entry<Entitlement>& entry, const Entitlement::Command& command,
                                   Instant at);

/// Whether a command may fetch something from outside: then nothing is begun that was answered before.
bool asks_outside(const Command& command);

/// Whether a record that does not exist takes it.
template <class S>
bool begins_a_record(const typename S::Command& command);
/// A new record may be begun when its command begins one: under an id of the engine's own or, by the host, a chosen
/// one.
template <class S>
bool may_begin(const Actor& actor, const Ask<S>& ask);

}  // namespace csp::engine
