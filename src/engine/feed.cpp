// The feed: everything that happened and everything that was refused, in the order of the commits.
#include <algorithm>

#include "engine/authority.hpp"
#include "engine/happenings.hpp"
#include "engine/reading.hpp"

namespace csp {

using engine::Reading;

Result<std::vector<Happening>> Engine::events(const Actor& actor, std::uint64_t after, std::size_t limit) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Happening>> {
        // A partner's own events may lie far apart: reading them one by one would never end.
        constexpr std::size_t at_least = 256;
        const bool sees_all = actor.roles.has(Role::host);
        std::vector<Happening> seen;
        while (seen.size() < limit) {
            const std::size_t wanted = limit - seen.size();
            const std::size_t ask = sees_all ? wanted : std::max(wanted, at_least);
            auto stored = open.transaction->events(after, ask);
            if (!stored) { return std::move(stored).error(); }
            for (const StoredEvent& event : *stored) {
                auto happening = engine::happening_of(event);
                if (!happening) { return std::move(happening).error(); }
                after = event.position;
                const bool is_theirs = sees_all || (!actor.partner.is_nil() && happening->partner == actor.partner);
                if (is_theirs) { seen.push_back(std::move(happening).value()); }
                if (seen.size() == limit) { break; }
            }
            if (stored->size() < ask) { break; }
        }
        return seen;
    });
}

template <class S>
Result<std::vector<Happening>> Engine::history(const Actor& actor, Id<S> id, std::uint64_t after_version,
                                               std::size_t limit) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Happening>> {
        if (auto entry = open.pipeline.standing(actor, id, open.now); !entry) { return std::move(entry).error(); }
        auto stored = open.transaction->history(engine::kind_of<S>, id.bytes, after_version, limit);
        if (!stored) { return std::move(stored).error(); }
        std::vector<Happening> own;
        for (const StoredEvent& event : *stored) {
            auto happening = engine::happening_of(event);
            if (!happening) { return std::move(happening).error(); }
            own.push_back(std::move(happening).value());
        }
        return own;
    });
}

template Result<std::vector<Happening>> Engine::history(const Actor&, Id<Partner>, std::uint64_t, std::size_t);
template Result<std::vector<Happening>> Engine::history(const Actor&, Id<Customer>, std::uint64_t, std::size_t);
template Result<std::vector<Happening>> Engine::history(const Actor&, Id<Offer>, std::uint64_t, std::size_t);
template Result<std::vector<Happening>> Engine::history(const Actor&, Id<Order>, std::uint64_t, std::size_t);
template Result<std::vector<Happening>> Engine::history(const Actor&, Id<Subscription>, std::uint64_t, std::size_t);

}  // namespace csp
