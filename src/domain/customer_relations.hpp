// What has to hold between a customer, its partner and the resellers of its partner: one guard for each condition.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "csp/customer.hpp"
#include "csp/software_order.hpp"
#include "csp/subscription.hpp"
#include "domain/new_ids.hpp"
#include "domain/reasons.hpp"
#include "domain/refusals.hpp"
#include "domain/resellers.hpp"
#include "domain/software_cancel.hpp"
#include "domain/texts.hpp"

namespace csp::relations {

using S = Customer;
using Q = Question<S>;
using Reasons = std::vector<Error>;

// ---- the reseller that is named ------------------------------------------------------------------------

inline PartnerId reseller_in(const Q& q) {
    return std::visit(
        [](const auto& command) -> PartnerId {
            if constexpr (requires { command.reseller; }) { return command.reseller; }
            return {};
        },
        q.command);
}
inline bool names_a_reseller(const Q& q) {
    const bool may_name_none =
        std::holds_alternative<CreateCustomer>(q.command) || std::holds_alternative<AssociateReseller>(q.command);
    return !may_name_none || !reseller_in(q).is_nil();
}
inline Reasons against_reseller(const Q& q) {
    return names_a_reseller(q) ? wrong_reseller(q.facts.reseller, "reseller", q.policy, date_of(q.now)) : Reasons{};
}
inline constexpr Guard<S> the_reseller_is_a_partner{
    "the reseller is a partner", [](const Q& q) { return against_reseller(q).empty(); },
    [](const Q& q, Reasons& out) { add(out, against_reseller(q)); }, true};

inline Country country_in(const Q& q) {
    const auto* create = std::get_if<CreateCustomer>(&q.command);
    return create != nullptr ? create->profile.address.country : q.state.profile.address.country;
}
inline constexpr Guard<S> the_reseller_serves_its_region{
    "the reseller serves its region",
    [](const Q& q) { return !names_a_reseller(q) || serves_the_region(q.facts.reseller, country_in(q)); },
    [](const Q& q, Reasons& out) { out.push_back(serves_another_region(q.facts.reseller, country_in(q), "reseller")); },
    true};

/// B15: whoever left the programme takes nobody on; to take leave of a reseller stays possible.
inline constexpr Guard<S> its_partner_names_in_the_programme{
    "its partner is in the programme to name it",
    [](const Q& q) {
        return !names_a_reseller(q) || q.facts.partner == nullptr || is_in_the_programme(*q.facts.partner);
    },
    [](const Q& q, Reasons& out) { out.push_back(why_not_in_the_programme(*q.facts.partner)); }};

inline constexpr Guard<S> it_is_not_associated_yet{
    "it is not associated with it yet",
    [](const Q& q) {
        const bool has_lost_access =
            !reseller_in(q).is_nil() && !has_access(q.state, reseller_in(q), GrantKind::reseller_admin);
        return q.state.reseller != reseller_in(q) || has_lost_access;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-05", "already_associated", "reseller",
                              reseller_in(q).is_nil() ? "the customer is the provider's own already"
                                                      : "the customer is associated with that reseller already"));
    },
    true};

// ---- grants ------------------------------------------------------------------------------------------

inline GrantKind grant_in(const Q& q) {
    const auto* grant = std::get_if<GrantAccess>(&q.command);
    return grant != nullptr ? grant->kind : asked<RevokeAccess>(q).kind;
}
inline constexpr Guard<S> the_grant_is_known{
    "the grant is a known one", [](const Q& q) { return name_of(grant_in(q)) != "unknown"; },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("RES-14", "unknown_grant", "kind", "the grant must be reseller_admin or azure_tenant_owner"));
    },
    true};
inline constexpr Guard<S> it_is_not_granted_yet{
    "it is not granted yet", [](const Q& q) { return !has_access(q.state, reseller_in(q), grant_in(q)); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-14", "already_granted", "kind",
                              "the reseller has the grant " + std::string(name_of(grant_in(q))) + " already"));
    },
    true};
inline constexpr Guard<S> it_is_granted{
    "it is granted", [](const Q& q) { return has_access(q.state, reseller_in(q), grant_in(q)); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-14", "not_granted", "kind",
                              "that reseller has no grant " + std::string(name_of(grant_in(q))) + " to revoke"));
    },
    true};

// ---- what comes with a new customer --------------------------------------------------------------------

inline bool has_its_ids(const FirstOrder& order) {
    return order.lines.empty() ? order.order.is_nil() && order.new_ids.empty()
                               : !order.order.is_nil() && is_one_for_each_line(order.new_ids, order.lines.size());
}
/// The order itself says what is wrong with a million lines.
inline bool has_too_many_lines(const FirstOrder& order, const Policy& policy) {
    return order.lines.size() > static_cast<std::size_t>(policy.order_lines);
}
inline constexpr Guard<S> its_first_order_has_ids{
    "its first order has ids",
    [](const Q& q) {
        const FirstOrder& order = asked<CreateCustomer>(q).first_order;
        return has_too_many_lines(order, q.policy) || has_its_ids(order);
    },
    [](const Q& q, Reasons& out) {
        const FirstOrder& order = asked<CreateCustomer>(q).first_order;
        out.push_back(new_ids_missing(order.new_ids.size(), order.lines.size()));
    },
    true};

/// "admin@" and the customer's domain.
inline bool is_user_of(const std::string& user_name, const CreateCustomer& create, const Policy& policy) {
    const std::size_t at = user_name.rfind('@');
    if (at == std::string::npos || at == 0) { return false; }
    const std::string name = user_name.substr(0, at);
    return is_plain_text(name, policy.user_name_bytes) && name.find_first_of(" @") == std::string::npos &&
           lower_ascii(user_name.substr(at + 1)) == lower_ascii(create.domain);
}
inline constexpr Guard<S> its_admin_user_is_complete{
    "its admin user is complete",
    [](const Q& q) {
        const auto& create = asked<CreateCustomer>(q);
        const AdminUser& user = create.admin_user;
        if (user == AdminUser{}) { return true; }
        return is_user_of(user.user_name, create, q.policy) && user.password_hash.starts_with("$argon2id$");
    },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("CUS-07", "not_an_admin_user", "admin_user",
                    "the admin user must be of the customer's domain, with the Argon2id hash of its password"));
    },
    true};

// ---- the relationship itself ---------------------------------------------------------------------------

inline bool is_over(const SoftwareLine& line, Date today) { return line.term && today >= line.term->end; }
/// By the partner or, where more must be known (CAN-06), by support: the window is the same. Without one, none.
inline bool is_cancellable(const SoftwareOrder& order, const SoftwareLine& line, Date today) {
    const auto last_day = last_day_to_cancel(order, line);
    return stands(line) && last_day && today <= *last_day;
}
inline bool is_running_reservation(const SoftwareLine& line, Date today) {
    return line.kind == ProductKind::reservation && stands(line) && !is_over(line, today);
}

inline Error blocked_by_subscription(const SubscriptionId& id, const Subscription& subscription) {
    Error error = refused("RES-02", "active_subscription", "",
                          "the subscription " + text_of(id) + " of " + std::to_string(subscription.quantity) +
                              " licences is active; suspend or cancel it first",
                          800063);
    error.existing = text_of(id);
    return error;
}
inline Error blocked_by_reservation(const SoftwareOrderId& id, const SoftwareLine& line) {
    Error error =
        refused("RES-02", "reservation", "",
                "the reservation " + line.product_name + " in the order " + text_of(id) + " has to be cancelled first");
    error.existing = text_of(id);
    return error;
}
inline Error blocked_by_software(const SoftwareOrderId& id, const SoftwareOrder& order, const SoftwareLine& line) {
    Error error = refused("RES-02", "cancellable_software", "",
                          line.product_name + " in the order " + text_of(id) + " can be taken back until " +
                              text_of(*last_day_to_cancel(order, line)) + ", by you or by support; that comes first");
    error.existing = text_of(id);
    return error;
}
/// B9: every one of them, not the first. What is suspended does not block, nor software past its window: it could
/// never be taken back.
inline Reasons blockers(const Q& q) {
    const Date today = date_of(q.now);
    Reasons out;
    for (const auto& [id, subscription] : q.facts.subscriptions) {
        if (is_in<Subscription::Active>(*subscription)) { out.push_back(blocked_by_subscription(id, *subscription)); }
    }
    for (const auto& [id, order] : q.facts.software_orders) {
        for (const SoftwareLine& line : order->lines) {
            if (is_running_reservation(line, today)) {
                out.push_back(blocked_by_reservation(id, line));
            } else if (is_cancellable(*order, line, today)) {
                out.push_back(blocked_by_software(id, *order, line));
            }
        }
    }
    return out;
}
inline constexpr Guard<S> nothing_stands_in_the_way{"nothing stands in the way",
                                                    [](const Q& q) { return blockers(q).empty(); },
                                                    [](const Q& q, Reasons& out) { add(out, blockers(q)); }};

inline constexpr Guard<S> it_is_not_asked_yet{
    "it is not asked yet", [](const Q& q) { return !in<S::Removed>(q.state).is_asked_back; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-02", "already_asked", "", "a request waits for the customer's answer already"));
    }};
/// B14: the cloud of the US Government lacked them.
inline constexpr Guard<S> its_cloud_takes_requests{
    "its cloud takes requests",
    [](const Q& q) { return capabilities_of(q.state.cloud, date_of(q.now), q.policy).takes_relationship_requests; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused(
            "GEN-01", "no_relationship_requests", "",
            "in the cloud " + std::string(name_of(q.state.cloud)) + " a partner cannot ask for a relationship"));
    }};
inline constexpr Guard<S> it_is_asked{
    "it is asked", [](const Q& q) { return in<S::Removed>(q.state).is_asked_back; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-02", "not_asked", "", "no request waits for the customer's answer"));
    }};
inline constexpr Guard<S> its_partner_serves_its_region{
    "its partner serves its region",
    [](const Q& q) {
        return q.facts.partner == nullptr ||
               are_in_one_region(q.facts.partner->country, q.state.profile.address.country);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(
            refused("RES-02", "another_region", "",
                    "the partner is in " + std::string(q.facts.partner->country.text()) +
                        ", and the customer in another region: " + std::string(q.state.profile.address.country.text()),
                    2030));
    }};

}  // namespace csp::relations
