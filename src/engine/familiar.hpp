// What many commands of one transaction look at: read from the store once, and decoded once.
//
// Nobody else's writing is seen inside a transaction, so what it read or saved last is how it stands.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <type_traits>

#include "csp/nouns.hpp"
#include "engine/entry.hpp"

namespace csp::engine {

/// Few records of these serve many others; of the rest each command has its own.
using Shared = NounList<Partner, Customer, Offer, Ledger>;

template <class S, class... Some>
constexpr bool is_among(NounList<Some...>) {
    return (std::is_same_v<S, Some> || ...);
}
template <class S>
inline constexpr bool may_be_familiar = is_among<S>(Shared{});

class Familiar {
public:
    /// nullptr: not seen yet.
    template <class S>
    const Entry<S>* find(const Id<S>& id) const {
        const auto& known = std::get<Known<S>>(known_);
        const auto found = known.find(id);
        return found == known.end() ? nullptr : &found->second;
    }
    /// As it is in the store now.
    template <class S>
    void remember(const Entry<S>& stored) {
        std::get<Known<S>>(known_).insert_or_assign(stored.id, stored);
    }

private:
    template <class S>
    using Known = boost::unordered_flat_map<Id<S>, Entry<S>, IdHash>;
    Shared::Tuple<Known> known_{};
};

}  // namespace csp::engine
