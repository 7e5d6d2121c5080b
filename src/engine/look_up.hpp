// Looks other records up for whoever needs facts about them.
#pragma once

#include "engine/pipeline.hpp"

namespace csp::engine {

/// The state of a record, or nullptr where there is none.
template <class S>
Result<const S*> look_up(Pipeline& pipeline, const Id<S>& id) {
    if (id.is_nil()) { return static_cast<const S*>(nullptr); }
    auto loaded = pipeline.work().load(id);
    if (!loaded) { return std::move(loaded).error(); }
    return (*loaded)->exists() ? &(*loaded)->state() : nullptr;
}

/// The same, with what fell due for it until that moment.
template <class S>
Result<const S*> look_up_settled(Pipeline& pipeline, const Id<S>& id, Instant at) {
    if (id.is_nil()) { return static_cast<const S*>(nullptr); }
    auto loaded = pipeline.work().load(id);
    if (!loaded) { return std::move(loaded).error(); }
    if (!(*loaded)->exists()) { return static_cast<const S*>(nullptr); }
    if (auto settled = pipeline.settle(**loaded, at); !settled) { return std::move(settled).error(); }
    return &(*loaded)->state();
}

}  // namespace csp::engine
