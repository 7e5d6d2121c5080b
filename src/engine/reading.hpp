// What a query works with: one read transaction at one moment. Nothing is written.
#pragma once

#include <memory>
#include <utility>

#include "engine/inside.hpp"

namespace csp::engine {

/// What a query works with: one read transaction, one moment.
struct Reading {
    std::unique_ptr<Transaction> transaction;
    Work work;
    Pipeline pipeline;
    Instant now;

    Reading(std::unique_ptr<Transaction> begun, const Policy& policy, const Outside& outside, Instant at)
        : transaction(std::move(begun)), work(*transaction), pipeline(work, policy, outside), now(at) {}
};

/// Opens a read transaction and runs `ask(reading)`.
template <class Inside, class Ask>
auto reading(Inside& inside, Ask ask) -> decltype(ask(std::declval<Reading&>())) {
    return guarded(inside.door, inside.visitor, [&]() -> decltype(ask(std::declval<Reading&>())) {
        auto now = inside.now();
        if (!now) { return std::move(now).error(); }
        auto begun = inside.storage.begin(Access::read);
        if (!begun) { return std::move(begun).error(); }
        Reading open(std::move(begun).value(), inside.policy, inside.previewing, *now);
        return ask(open);
    });
}

}  // namespace csp::engine
