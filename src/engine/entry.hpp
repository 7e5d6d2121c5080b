// A record as one command sees it: how the store has it, and how it stands by now.
#pragma once

#include <cstdint>
#include <memory>

#include "csp/id.hpp"
#include "csp/time.hpp"
#include "engine/held.hpp"

namespace csp::engine {

/// A record inside a work. `stored` is how the store has it (version 0: it has none), `state()` how it stands.
template <class S>
struct Entry {
    Id<S> id{};
    std::uint64_t stored_version{0};
    std::uint64_t version{0};
    Instant due{never};  ///< as stored; what a changed state is due at is computed anew
    Instant saved_at{};
    std::shared_ptr<const HeldState<S>> stored{};
    std::shared_ptr<HeldState<S>> own{};  ///< the copy this work changes; nullptr: it has changed nothing

    [[nodiscard]] const S& state() const { return own ? own->state : stored->state; }
    /// The same, for whoever outlives the entry.
    [[nodiscard]] std::shared_ptr<const S> shared_state() const {
        return own ? std::shared_ptr<const S>(own, &own->state) : std::shared_ptr<const S>(stored, &stored->state);
    }
    [[nodiscard]] bool exists() const { return version > 0; }
    /// What the next command finds, once it is saved.
    [[nodiscard]] Entry as_stored(Instant next_due) const {
        return {.id = id,
                .stored_version = version,
                .version = version,
                .due = next_due,
                .saved_at = saved_at,
                .stored = own};
    }
};

}  // namespace csp::engine
