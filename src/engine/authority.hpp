// The one table of who may ask what, and whose a record is.
#pragma once

#include <string>
#include <vector>

#include "csp/authority.hpp"
#include "csp/engine.hpp"

namespace csp::engine {

/// The roles that may ask the command at that place of S::Command. Empty: only time or another record asks it.
template <class S>
Roles roles_for(std::size_t command_index);

/// Why this actor may not ask it, or nothing.
template <class S>
std::optional<Error> not_permitted(const Actor& actor, std::size_t command_index);

/// Leaves in Error::allowed what this actor may ask of that noun.
template <class S>
void keep_what_may_be_asked(Error& error, const Actor& actor);

/// Whether this actor's roles may ask it.
bool is_permitted(const Actor& actor, const Command& command);

/// The answer for a record that does not exist, and for one that belongs to somebody else.
Error no_such(Kind kind, const AnyId& id);

/// LOG-01: why this actor may not see the activity of software, or nothing.
std::optional<Error> may_not_see_software_activity(const Actor& actor, const Policy& policy);
/// Whether the events of that kind tell who got keys and who downloaded.
constexpr bool tells_of_software_activity(Kind kind) {
    return kind == Kind::entitlement || kind == Kind::download_link || kind == Kind::activity;
}
/// B12: why this actor may not see the general log, or nothing.
std::optional<Error> may_not_see_activity_log(const Actor& actor);

/// Whose it is; nil for what belongs to nobody, such as an offer.
inline PartnerId owner_of(const PartnerId& id, const Partner&) { return id; }
inline PartnerId owner_of(const CustomerId&, const Customer& customer) { return customer.partner; }
inline PartnerId owner_of(const OfferId&, const Offer&) { return {}; }
inline PartnerId owner_of(const OrderId&, const Order& order) { return order.partner; }
inline PartnerId owner_of(const SubscriptionId&, const Subscription& subscription) { return subscription.partner; }
inline PartnerId owner_of(const ProductId&, const Product&) { return {}; }
inline PartnerId owner_of(const SoftwareOrderId&, const SoftwareOrder& order) { return order.partner; }
inline PartnerId owner_of(const EntitlementId&, const Entitlement& entitlement) { return entitlement.grant.partner; }
inline PartnerId owner_of(const DownloadLinkId&, const DownloadLink& link) { return link.target.partner; }
inline PartnerId owner_of(const SupportRequestId&, const SupportRequest& request) { return request.partner; }
inline PartnerId owner_of(const ActivityId&, const Activity& activity) { return activity.entry.partner; }

/// The host sees everything, a partner its own records and those that belong to nobody.
inline bool may_see(const Actor& actor, const PartnerId& owner) {
    return actor.roles.has(Role::host) || owner.is_nil() || owner == actor.partner;
}
template <class S>
bool may_see(const Actor& actor, const Id<S>& id, const S& state) {
    return may_see(actor, owner_of(id, state));
}

/// The table as lines of a page: command and the roles that may ask it.
struct PermitText {
    std::string_view noun{};
    std::string_view command{};
    std::vector<std::string_view> roles{};
};
std::vector<PermitText> authority_table();

}  // namespace csp::engine
