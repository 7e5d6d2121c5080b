// The one table of who may ask what, and whose a record is.
#pragma once

#include <vector>

#include "csp/authority.hpp"
#include "csp/engine.hpp"

namespace csp::engine {

/// The roles that may ask the command at that place of S::Command, of a partner that stands like that to the record.
template <class S>
Roles roles_for(std::size_t command_index, Relation relation);

/// Only time or another record asks it.
template <class S>
bool is_asked_by_nobody(std::size_t command_index);

/// Why this actor may not ask it, or nothing.
template <class S>
std::optional<Error> not_permitted(const Actor& actor, std::size_t command_index, Relation relation);

/// The same of all that is asked at once: who makes a customer with a first order buys, too.
template <class S>
std::optional<Error> not_permitted(const Actor& actor, const Ask<S>& ask, Relation relation);

/// Leaves in Error::allowed what this actor may ask of that noun.
template <class S>
void keep_what_may_be_asked(Error& error, const Actor& actor, Relation relation);

/// Why what this actor asks cannot be kept, or nothing: a name that is not UTF-8 would be read back as another.
std::optional<Error> not_a_name(const Actor& actor);

/// Whether this actor's roles may ask it of any record.
bool is_permitted(const Actor& actor, const Command& command);

/// The answer for a record that does not exist, and for one that belongs to somebody else.
Error no_such(Kind kind, const AnyId& id);
/// The same for what was asked of it: whoever holds no link is told so, whatever there is (RES-10).
template <class S>
Error no_such(const Ask<S>& ask) {
    if constexpr (std::is_same_v<S, Partnership>) {
        if (link_shown_with(ask.command) != nullptr) { return link_unknown(); }
    }
    return no_such(S::kind_of_record, ask.id.bytes);
}

/// Whether records are shown to partners that stand like that to them.
constexpr bool sees_it(Relation relation) {
    return relation == Relation::self || relation == Relation::counterpart || relation == Relation::delegated;
}

/// An error of the store or of csp itself names no rule; a refusal always does.
inline bool is_no_refusal(const Error& error) { return error.rule.empty(); }

/// LOG-01: why this actor may not see the activity of software, or nothing.
std::optional<Error> may_not_see_software_activity(const Actor& actor, const Policy& policy);
/// Whether the events of that kind tell who got keys and who downloaded.
constexpr bool tells_of_software_activity(Kind kind) {
    return kind == Kind::entitlement || kind == Kind::download_link || kind == Kind::activity;
}
/// B14: why this actor may not see what its partner is billed, or nothing.
std::optional<Error> may_not_see_bills(const Actor& actor);
/// Whether records of that kind tell what a partner is billed.
constexpr bool tells_of_bills(Kind kind) {
    return kind == Kind::charge || kind == Kind::billing || kind == Kind::ledger || kind == Kind::invoice;
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
inline PartnerId owner_of(const PartnershipId&, const Partnership& partnership) { return partnership.provider; }
inline PartnerId owner_of(const ChargeId&, const Charge& charge) { return charge.entry.partner; }
inline PartnerId owner_of(const BillingId&, const Billing& billing) { return billing.terms.partner; }
inline PartnerId owner_of(const LedgerId&, const Ledger& ledger) { return ledger.partner; }
inline PartnerId owner_of(const InvoiceId&, const Invoice& invoice) { return invoice.partner; }

/// Whose user asks; nil: the host, whoever it says that it works for.
inline PartnerId partner_of(const Actor& actor) { return actor.roles.has(Role::host) ? PartnerId{} : actor.partner; }

/// The host owns everything, a partner its own records; what belongs to nobody is everybody's.
inline bool is_own(const Actor& actor, const PartnerId& owner) {
    return actor.roles.has(Role::host) || owner.is_nil() || owner == actor.partner;
}
/// How the actor's partner stands to what is not its own, by that record alone.
template <class S>
Relation relation_to_others(const Actor&, const S&) {
    return Relation::stranger;
}
inline Relation relation_to_others(const Actor& actor, const Customer& customer) {
    const bool is_delegated =
        is_in<Customer::Active>(customer) && has_access(customer, actor.partner, GrantKind::reseller_admin);
    return is_delegated ? Relation::delegated : Relation::stranger;
}
inline Relation relation_to_others(const Actor& actor, const Partnership& partnership) {
    const bool is_its_reseller =
        !actor.partner.is_nil() && is_in<Partnership::Active>(partnership) && partnership.reseller == actor.partner;
    return is_its_reseller ? Relation::counterpart : Relation::stranger;
}
/// The table as lines of a page: command and the roles that may ask it, by relation.
struct PermitText {
    std::string_view noun{};
    std::string_view command{};
    std::vector<std::pair<Relation, std::vector<std::string_view>>> roles{};
};
std::vector<PermitText> authority_table();

}  // namespace csp::engine
