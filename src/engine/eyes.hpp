// What of a record and of its history is for whoever looks: a reseller sees its own part of a customer (RES-15).
#pragma once

#include <algorithm>

#include "csp/engine.hpp"
#include "engine/authority.hpp"

namespace csp::engine {

/// The hash of the first password is nobody's business but the host's, and other resellers are none of a reseller's.
template <class S>
Standing<S> for_eyes_of(const Actor& actor, Standing<S> standing) {
    if constexpr (std::is_same_v<S, Customer>) {
        if (!actor.roles.has(Role::host)) { standing.state.admin_user.password_hash.clear(); }
        if (!is_own(actor, standing.state.partner)) {
            if (standing.state.reseller != actor.partner) { standing.state.reseller = {}; }
            std::erase_if(standing.state.grants, [&](const AccessGrant& one) { return one.reseller != actor.partner; });
        }
    }
    return standing;
}

inline void hide_other_resellers(const Actor& actor, Customer::Event& event) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { one.reseller; }) {
                if (one.reseller != actor.partner) { one.reseller = {}; }
            }
        },
        event);
}

/// The same of an event.
inline Happening for_eyes_of(const Actor& actor, Happening happening) {
    if (actor.roles.has(Role::host)) { return happening; }
    if (auto* event = std::get_if<Customer::Event>(&happening.event)) {
        if (auto* created = std::get_if<CustomerCreated>(event)) { created->admin_user.password_hash.clear(); }
    }
    if (happening.partner.is_nil() || happening.partner == actor.partner || happening.asker == actor.partner) {
        return happening;
    }
    if (auto* event = std::get_if<Customer::Event>(&happening.event)) { hide_other_resellers(actor, *event); }
    happening.request = {};
    if (!happening.asker.is_nil()) {  // another reseller's user
        happening.user.clear();
        happening.asker = {};
    }
    return happening;
}

/// From when on a reseller sees what happened: since the grant that holds, or since it accepted.
inline Instant access_since(const Actor& actor, const Customer& customer) {
    for (const AccessGrant& grant : customer.grants) {
        const bool holds = grant.reseller == actor.partner && !grant.revoked_at;
        if (holds && grant.kind == GrantKind::reseller_admin) { return grant.granted_at; }
    }
    return never;
}
inline Instant access_since(const Actor&, const Partnership& partnership) {
    const auto* active = std::get_if<Partnership::Active>(&partnership.phase);
    return active != nullptr ? active->accepted_at : never;
}

}  // namespace csp::engine
