// What has to hold before a reseller is named on a subscription: one guard for each condition, its refusal beside it.
#pragma once

#include <variant>
#include <vector>

#include "csp/subscription.hpp"
#include "domain/resellers.hpp"

namespace csp::domain {

using S = Subscription;
using Q = Question<S>;
using Reasons = std::vector<Error>;

inline Reasons against_mpn_id(const Q& q) {
    return wrong_reseller_of_record(asked<SetReseller>(q).mpn_id, {q.state.partner, q.state.country}, q.facts.reseller,
                                    "mpn_id", q.policy, date_of(q.now));
}
inline constexpr Guard<S> the_reseller_may_be_named{"the reseller may be named",
                                                    [](const Q& q) { return against_mpn_id(q).empty(); },
                                                    [](const Q& q, Reasons& out) {
                                                        for (Error& reason : against_mpn_id(q)) {
                                                            out.push_back(std::move(reason));
                                                        }
                                                    },
                                                    true};

inline Reasons against_contact(const Q& q) {
    const bool is_provider = asked<SetSupportContact>(q).reseller.is_nil();
    return is_provider ? Reasons{}
                       : wrong_reseller_for(q.state.country, q.facts.reseller, "reseller", q.policy, date_of(q.now));
}
inline constexpr Guard<S> the_contact_is_a_partner{"the contact is a partner",
                                                   [](const Q& q) { return against_contact(q).empty(); },
                                                   [](const Q& q, Reasons& out) {
                                                       for (Error& reason : against_contact(q)) {
                                                           out.push_back(std::move(reason));
                                                       }
                                                   },
                                                   true};

inline bool names_a_reseller(const Q& q) {
    const auto* set = std::get_if<SetReseller>(&q.command);
    return set != nullptr ? !set->mpn_id.empty() : !asked<SetSupportContact>(q).reseller.is_nil();
}
/// B15: whoever left the programme takes nobody on; to take leave of a reseller stays possible.
inline constexpr Guard<S> its_partner_names_in_the_programme{
    "its partner is in the programme to name it",
    [](const Q& q) {
        return !names_a_reseller(q) || q.facts.partner == nullptr || is_in_the_programme(*q.facts.partner);
    },
    [](const Q& q, Reasons& out) { out.push_back(why_not_in_the_programme(*q.facts.partner)); }, true};

inline constexpr Guard<S> it_names_a_contact{
    "it names a reseller", [](const Q& q) { return !q.state.support_contact.is_nil(); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-14", "no_support_contact", "", "the provider answers its support requests already"));
    }};

}  // namespace csp::domain
