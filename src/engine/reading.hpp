// What a query works with, and the answer of a command: one transaction at one moment. Reading writes nothing.
#pragma once

#include <utility>

#include "engine/inside.hpp"

namespace csp::engine {

struct Reading {
    Transaction& transaction;
    Work work;
    Pipeline pipeline;
    Instant now;

    Reading(Transaction& begun, const Policy& policy, const Outside& outside, Instant at)
        : transaction(begun), work(begun), pipeline(work, policy, outside), now(at) {}
};

/// Opens a read transaction and runs `ask(reading)`.
template <class Inside, class Ask>
auto reading(Inside& inside, Ask ask) -> decltype(ask(std::declval<Reading&>())) {
    return guarded(inside.door, inside.visitor, [&]() -> decltype(ask(std::declval<Reading&>())) {
        auto now = inside.now();
        if (!now) { return std::move(now).error(); }
        auto begun = inside.storage.begin(Access::read);
        if (!begun) { return std::move(begun).error(); }
        Reading open(**begun, inside.policy, inside.previewing, *now);
        return ask(open);
    });
}

/// Does a command and answers `show(reading, receipt)` of what it came to, in the same commit.
template <class Inside, class S, class C, class Show>
auto doing(Inside& inside, const Request& request, const Id<S>& id, const C& command, Show show)
    -> decltype(show(std::declval<Reading&>(), Receipt{})) {
    return without_throwing([&]() -> decltype(show(std::declval<Reading&>(), Receipt{})) {
        const auto tell = [&](Transaction& transaction, Instant now, const Receipt& receipt) {
            Reading open(transaction, inside.policy, inside.previewing, now);
            return show(open, receipt);
        };
        return inside.do_and_tell(request, Ask<S>{id, typename S::Command{command}}, tell);
    });
}

}  // namespace csp::engine
