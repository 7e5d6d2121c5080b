// What of a record and of its history is for whoever looks: a reseller sees its own part of a customer (RES-15).
#pragma once

#include <algorithm>
#include <string>

#include "csp/engine.hpp"
#include "engine/authority.hpp"
#include "engine/deadlines.hpp"
#include "engine/look_up.hpp"

namespace csp::engine {

/// Who looks, and the MPN id by which subscriptions name its partner.
struct Viewer {
    const Actor& actor;
    std::string mpn_id{};  ///< empty: of its own nothing is hidden, of another's every name
};
/// Whoever looks at its own sees all the names there; only of what is another's its MPN id has to be known.
inline Result<Viewer> viewer_of(Pipeline& pipeline, const Actor& actor, Relation relation) {
    Viewer viewer{.actor = actor};
    if (relation == Relation::self) { return viewer; }
    auto partner = look_up(pipeline, actor.partner);
    if (!partner) { return std::move(partner).error(); }
    if (*partner != nullptr) { viewer.mpn_id = (*partner)->mpn_id; }
    return viewer;
}

inline void keep_own(const Viewer& viewer, PartnerId& named) {
    if (named != viewer.actor.partner) { named = {}; }
}
inline void keep_own(const Viewer& viewer, std::string& mpn_id) {
    if (mpn_id != viewer.mpn_id) { mpn_id.clear(); }
}

inline void hide_other_resellers(const Viewer& viewer, Customer& customer) {
    keep_own(viewer, customer.reseller);
    std::erase_if(customer.grants, [&](const AccessGrant& one) { return one.reseller != viewer.actor.partner; });
}
inline void hide_other_resellers(const Viewer& viewer, Subscription& subscription) {
    keep_own(viewer, subscription.reseller_mpn_id);
    keep_own(viewer, subscription.support_contact);
}

/// The hash of the first password is nobody's business but the host's, other resellers are none of a reseller's, and
/// what its partner owes is shown to the roles that see its invoices (B14).
template <class S>
Standing<S> for_eyes_of(const Viewer& viewer, Standing<S> standing) {
    if constexpr (std::is_same_v<S, Customer>) {
        if (!viewer.actor.roles.has(Role::host)) { standing.state.admin_user.password_hash.clear(); }
    }
    if constexpr (std::is_same_v<S, Partner>) {
        if (may_not_see_bills(viewer.actor)) {
            standing.state.debts.clear();
            standing.next_due = due_of(standing.state);  // it would tell when the oldest has to be paid
        }
    }
    if constexpr (requires { hide_other_resellers(viewer, standing.state); }) {
        if (!is_own(viewer.actor, standing.state.partner)) { hide_other_resellers(viewer, standing.state); }
    }
    return standing;
}

inline void hide_other_resellers(const Viewer& viewer, Customer::Event& event) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { one.reseller; }) { keep_own(viewer, one.reseller); }
            if constexpr (requires { one.first_order; }) {
                for (FirstLine& line : one.first_order.lines) { keep_own(viewer, line.reseller_mpn_id); }
            }
        },
        event);
}
inline void hide_other_resellers(const Viewer& viewer, Subscription::Event& event) {
    if (auto* created = std::get_if<SubscriptionCreated>(&event)) {
        keep_own(viewer, created->purchase.reseller_mpn_id);
    } else if (auto* set = std::get_if<ResellerSet>(&event)) {
        keep_own(viewer, set->before);
        keep_own(viewer, set->mpn_id);
    } else if (auto* designated = std::get_if<SupportContactSet>(&event)) {
        keep_own(viewer, designated->before);
        keep_own(viewer, designated->reseller);
    }
}

/// The same of an event.
inline Happening for_eyes_of(const Viewer& viewer, Happening happening) {
    const Actor& actor = viewer.actor;
    if (actor.roles.has(Role::host)) { return happening; }
    auto* const of_customer = std::get_if<Customer::Event>(&happening.event);
    if (of_customer != nullptr) {
        if (auto* created = std::get_if<CustomerCreated>(of_customer)) { created->admin_user.password_hash.clear(); }
    }
    if (happening.partner.is_nil() || happening.partner == actor.partner) { return happening; }
    if (of_customer != nullptr) { hide_other_resellers(viewer, *of_customer); }
    if (auto* event = std::get_if<Subscription::Event>(&happening.event)) { hide_other_resellers(viewer, *event); }
    if (happening.asker == actor.partner) { return happening; }
    happening.request = {};
    if (!happening.asker.is_nil()) {  // another reseller's user
        happening.user.clear();
        happening.asker = {};
    }
    return happening;
}

/// B14: whether the event tells what a partner is billed. That it is restricted for a debt is no secret: it sells
/// nothing new.
inline bool tells_of_bills(const Happening& happening) {
    const auto* event = std::get_if<Partner::Event>(&happening.event);
    return tells_of_bills(happening.kind) || (event != nullptr && (std::holds_alternative<DebtNoted>(*event) ||
                                                                   std::holds_alternative<DebtCleared>(*event)));
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
