// When a record is next due: asked of the domain, which alone knows.
#pragma once

#include <optional>

#include "csp/nouns.hpp"
#include "csp/time.hpp"

namespace csp::engine {

template <class S>
concept HasDeadlines = requires(const S& state) {
    next_deadline(state);
};

template <class S>
Instant due_of(const S& state) {
    if constexpr (HasDeadlines<S>) {
        const auto deadline = next_deadline(state);
        return deadline ? deadline->at : never;
    } else {
        return never;
    }
}

/// What time asks when a rule refused that; nothing: the refusal stands.
template <class S>
std::optional<typename S::Command> asked_instead_of(const typename S::Command& refused) {
    if constexpr (requires { asked_instead(refused); }) {
        return asked_instead(refused);
    } else {
        return std::nullopt;
    }
}

}  // namespace csp::engine
