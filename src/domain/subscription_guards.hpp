// What has to hold before a subscription moves: one guard for each condition, its refusal beside it.
#pragma once

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "csp/billing.hpp"
#include "csp/customer.hpp"
#include "csp/partner.hpp"
#include "csp/subscription.hpp"
#include "csp/text.hpp"
#include "domain/refusals.hpp"

namespace csp::domain {

using S = Subscription;
using Q = Question<S>;
using Reasons = std::vector<Error>;

inline const Term& term_of(const S& state) {
    const auto* suspended = std::get_if<S::Suspended>(&state.phase);
    return suspended != nullptr ? suspended->term : in<S::Active>(state).term;
}

inline bool is_add_on(const S& state) { return !state.parent.is_nil(); }

/// The term a base offer begins with. B5: what is metered has no end of its own, and so nothing to renew.
inline Term first_term(const Listing& listing, Date today, Date paid_from, const Policy& policy) {
    if (is_metered(listing)) { return Term{today, last_date}; }
    return Term{today, months_after(paid_from, policy.term_months)};
}
inline bool renews_at_first(const Listing& listing) {
    return listing.auto_renews && listing.metering != Metering::usage;
}

/// The one that begins when this one ends, counted from the anchor (CONV-4).
inline Term next_term(const S& state, const Term& term, const Policy& policy) {
    return Term{term.end, next_anniversary(state.anchor, policy.term_months, term.end)};
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

inline bool is_a_cause(SuspensionReason reason) {
    return reason == SuspensionReason::customer_request || reason == SuspensionReason::non_payment ||
           reason == SuspensionReason::fraud;
}
inline SuspensionReason reason_in(const Q& q) {
    if (const auto* suspend = std::get_if<SuspendSubscription>(&q.command)) { return suspend->reason; }
    if (const auto* cancel = std::get_if<CancelSubscription>(&q.command)) { return cancel->reason; }
    return asked<CancelSubscriptionAtOnce>(q).reason;
}
inline constexpr Guard<S> for_one_of_three_reasons{
    "for one of three reasons", [](const Q& q) { return is_a_cause(reason_in(q)); },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("SUS-01", "invalid_reason", "reason", "the reason must be customer_request, non_payment or fraud"));
    },
    true};

inline constexpr Guard<S> acknowledged{
    "acknowledged", [](const Q& q) { return asked<CancelSubscriptionAtOnce>(q).acknowledged; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("SUS-01", "acknowledgement_required", "acknowledged",
                              "cancelling at once deletes all data and has to be acknowledged"));
    },
    true};

inline constexpr Guard<S> quantity_agreed{
    "a quantity is agreed", [](const Q& q) { return asked<CreateSubscription>(q).purchase.quantity > 0; },
    [](const Q& q, Reasons& out) {
        out.push_back(invalid(
            "SUB-01", "quantity_out_of_range", "quantity",
            "the quantity must be at least 1; it is " + std::to_string(asked<CreateSubscription>(q).purchase.quantity),
            2002));
    },
    true};

inline constexpr Guard<S> one_line_of_text{
    "the name is one line of text",
    [](const Q& q) { return is_plain_text(asked<RenameSubscription>(q).friendly_name, q.policy.friendly_name_bytes); },
    [](const Q& q, Reasons& out) {
        out.push_back(not_plain_text(asked<RenameSubscription>(q).friendly_name, q.policy.friendly_name_bytes,
                                     "friendly_name", "SUB-03"));
    },
    true};

inline constexpr Guard<S> is_paid{
    "not a trial", [](const Q& q) { return !q.state.is_trial; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("OFF-07", "trial_is_fixed", "quantity",
                              "a trial has " + std::to_string(q.state.quantity) + " licences and cannot be changed",
                              2006));
    }};

inline constexpr Guard<S> in_offer_range{
    "within the offer's range",
    [](const Q& q) {
        const std::int32_t quantity = asked<ChangeQuantity>(q).quantity;
        return q.facts.listing != nullptr && is_in_range(*q.facts.listing, quantity);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(outside_range(q.facts.listing, asked<ChangeQuantity>(q).quantity, "SUB-04", "quantity"));
    },
    true};

inline std::optional<Error> against_amount(const Q& q) {
    return why_not_billed(q.state.unit_price, asked<ChangeQuantity>(q).quantity, q.policy);
}
inline constexpr Guard<S> it_can_be_billed{"it can be billed", [](const Q& q) { return !against_amount(q); },
                                           [](const Q& q, Reasons& out) {
                                               out.push_back(*against_amount(q));
                                               out.back().field = "quantity";
                                           },
                                           true};

inline constexpr Guard<S> changes_something{
    "it changes something", [](const Q& q) { return asked<ChangeQuantity>(q).quantity != q.state.quantity; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("SUB-04", "quantity_unchanged", "quantity",
                              "the subscription has " + std::to_string(q.state.quantity) + " licences already",
                              800002));
    },
    true};

/// B15: the one who sells it, or the reseller that asks. Where the customer is delegated, both may grow it.
inline const Partner* who_left(const Q& q) {
    for (const Partner* one : {q.facts.partner, q.facts.asker}) {
        if (one != nullptr && !is_in_the_programme(*one)) { return one; }
    }
    return nullptr;
}
inline constexpr Guard<S> who_sells_and_who_asks_are_in_the_programme{
    "who sells it and who asks are in the programme", [](const Q& q) { return who_left(q) == nullptr; },
    [](const Q& q, Reasons& out) { out.push_back(why_not_in_the_programme(*who_left(q))); }};

inline constexpr Guard<S> it_grows_in_the_programme{
    "it grows in the programme only",
    [](const Q& q) {
        const bool grows = asked<ChangeQuantity>(q).quantity > q.state.quantity;
        return !grows || who_left(q) == nullptr;
    },
    [](const Q& q, Reasons& out) { out.push_back(why_not_in_the_programme(*who_left(q))); }, true};

/// The one who sells it, or the reseller that asks.
inline const Partner* who_is_restricted(const Q& q) {
    for (const Partner* one : {q.facts.partner, q.facts.asker}) {
        if (one != nullptr && is_in<Partner::Restricted>(*one)) { return one; }
    }
    return nullptr;
}
inline constexpr Guard<S> its_partner_may_change_quantities{
    "its partner may change quantities",
    [](const Q& q) {
        return who_is_restricted(q) == nullptr ||
               capabilities_of(q.state.cloud, date_of(q.now), q.policy).restricted_change_quantities;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-01", "partner_restricted", "partner",
                              "the partner is restricted since " +
                                  text_of(in<Partner::Restricted>(*who_is_restricted(q)).since) +
                                  ", and in its cloud may not change quantities"));
    }};

inline constexpr Guard<S> parent_is_active{
    "its parent is active",
    [](const Q& q) { return !is_add_on(q.state) || (q.facts.parent != nullptr && is_in<S::Active>(*q.facts.parent)); },
    [](const Q& q, Reasons& out) {
        Error error = refused("OFF-08", "parent_not_active", "parent", "an add-on needs an active parent", 27009);
        error.existing = text_of(q.state.parent);
        out.push_back(std::move(error));
    }};

inline constexpr Guard<S> not_lost_yet{
    "not lost yet",
    [](const Q& q) {
        return date_of(q.now) <= in<S::Suspended>(q.state).last_day;
    },  // day W is the last good day (CONV-2)
    [](const Q& q, Reasons& out) {
        out.push_back(refused("SUS-05", "window_expired", "",
                              "it could be reactivated until " + text_of(in<S::Suspended>(q.state).last_day), 2011));
    }};

/// B9: a former customer's come back with the relationship.
inline constexpr Guard<S> its_customer_is_there{
    "its customer is there",
    [](const Q& q) { return q.facts.customer == nullptr || is_in<Customer::Active>(*q.facts.customer); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_customer(q.facts.customer)); }};

inline constexpr Guard<S> lost{
    "lost", [](const Q& q) { return date_of(q.now) > in<S::Suspended>(q.state).last_day; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("SUS-09", "not_lost_yet", "",
                              "it can be reactivated until " + text_of(in<S::Suspended>(q.state).last_day)));
    }};

inline bool term_is_over_at(const S& state, Instant now) {
    return date_of(now) >= term_of(state).end;
}  // half-open (CONV-3)

inline bool renews_itself(const S& state) { return state.auto_renews && !state.is_trial; }
/// B3: what is no longer for sale when its term ends does not renew.
inline bool is_still_for_sale(const Q& q) { return q.facts.listing != nullptr && q.facts.listing->is_available; }
/// An add-on renews with its parent: not when that ended its own term by then. Whatever else ended it comes later.
inline bool has_parent_for_next_term(const Q& q) {
    if (!is_add_on(q.state)) { return true; }
    if (q.facts.parent == nullptr) { return false; }
    const auto* gone = std::get_if<S::Deleted>(&q.facts.parent->phase);
    return gone == nullptr || gone->cause != DeletionCause::term_ended || q.now < gone->deleted_at;
}

inline constexpr Guard<S> has_a_term_to_return_to{
    "it has a term to return to",
    [](const Q& q) { return !term_is_over_at(q.state, q.now) || (renews_itself(q.state) && is_still_for_sale(q)); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("SUS-08", "term_is_over", "",
                              "its term ended on " + text_of(last_day_of(term_of(q.state))) + " and does not renew",
                              800040));
    }};

inline constexpr Guard<S> term_is_over{
    "the term is over", [](const Q& q) { return term_is_over_at(q.state, q.now); },
    [](const Q& q, Reasons& out) {
        out.push_back(
            refused("CONV-3", "term_not_over", "", "its term runs until " + text_of(last_day_of(term_of(q.state)))));
    }};

inline constexpr Guard<S> trial_is_running{
    "the trial is running", [](const Q& q) { return q.state.is_trial && !term_is_over_at(q.state, q.now); },
    [](const Q& q, Reasons& out) {
        out.push_back(q.state.is_trial ? refused("OFF-07", "trial_is_over", "",
                                                 "the trial ran until " + text_of(last_day_of(term_of(q.state))))
                                       : refused("OFF-07", "not_a_trial", "",
                                                 "only a trial can be converted; this one is paid for"));
    }};

inline constexpr Guard<S> is_trial{
    "a trial", [](const Q& q) { return q.state.is_trial; },
    [](const Q&, Reasons& out) { out.push_back(refused("OFF-07", "not_a_trial", "", "it is not a trial")); }};

inline constexpr Guard<S> renews{
    "it renews by itself", [](const Q& q) { return renews_itself(q.state); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("SUB-06", "does_not_renew", "", "it does not renew by itself"));
    }};

inline constexpr Guard<S> still_for_sale{
    "its offer is still for sale", [](const Q& q) { return is_still_for_sale(q); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("OFF-03", "no_longer_for_sale", "offer",
                              "the offer was no longer for sale when the term ended", 2091));
    }};

inline constexpr Guard<S> parent_goes_on{"its parent goes on", [](const Q& q) { return has_parent_for_next_term(q); },
                                         [](const Q& q, Reasons& out) {
                                             Error error = refused("OFF-08", "parent_ended", "parent",
                                                                   "an add-on does not outlive its parent", 27009);
                                             error.existing = text_of(q.state.parent);
                                             out.push_back(std::move(error));
                                         }};

inline constexpr Guard<S> ends_with_its_term{
    "it ends with its term",
    [](const Q& q) {
        return !q.state.is_trial && !(renews_itself(q.state) && is_still_for_sale(q) && has_parent_for_next_term(q));
    },
    [](const Q&, Reasons& out) { out.push_back(refused("SUB-06", "renews_itself", "", "it renews by itself")); }};

inline constexpr Guard<S> suspended_by_parent{
    "suspended by its parent", [](const Q& q) { return in<S::Suspended>(q.state).by == SuspendedBy::parent; },
    [](const Q&, Reasons& out) {
        out.push_back(
            refused("SUS-08", "suspended_by_hand", "", "it was suspended by hand and does not follow its parent"));
    }};

inline std::int32_t quantity_of_conversion(const Q& q) {
    const std::int32_t quantity = asked<ConvertTrial>(q).quantity;
    return quantity == 0 ? q.state.quantity : quantity;
}
inline constexpr Guard<S> target_is_for_sale{
    "the trial may become that offer",
    [](const Q& q) {
        const auto& wish = asked<ConvertTrial>(q);
        return q.facts.listing != nullptr && q.facts.target != nullptr &&
               std::ranges::count(q.facts.listing->conversion_targets, wish.offer) > 0 &&
               q.facts.target->is_available && !q.facts.target->is_trial && !q.facts.target->is_add_on;
    },
    [](const Q&, Reasons& out) {
        out.push_back(
            refused("OFF-07", "no_such_conversion", "offer", "the trial cannot become that offer in this market", 1));
    },
    true};
inline constexpr Guard<S> target_is_in_partner_market{
    "that offer is for sale in the partner's market",
    [](const Q& q) {
        return q.facts.target == nullptr || q.facts.partner == nullptr ||
               is_for_sale_there_too(*q.facts.target, q.facts.target_home);
    },
    [](const Q&, Reasons& out) { out.push_back(not_in_partner_market()); }, true};
inline constexpr Guard<S> target_fits_customer{
    "the customer may buy that offer",
    [](const Q& q) {
        return q.facts.target == nullptr || q.facts.customer == nullptr ||
               may_buy_segment(*q.facts.customer, q.facts.target->customer_qualifications);
    },
    [](const Q&, Reasons& out) {
        out.push_back(
            refused("CUS-02", "segment_not_allowed", "offer", "that offer is not for customers of this kind", 2085));
    },
    true};
inline constexpr Guard<S> target_fits_partner{
    "that offer needs no qualification of the partner",  // no partner is known to have any
    [](const Q& q) { return q.facts.target == nullptr || q.facts.target->partner_qualifications.empty(); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("OFF-03", "partner_not_qualified", "offer",
                              "that offer is only for partners with a qualification of their own", 2006));
    },
    true};
inline constexpr Guard<S> partner_may_buy{
    "its partner may buy", [](const Q& q) { return q.facts.partner == nullptr || may_order(*q.facts.partner); },
    [](const Q& q, Reasons& out) { out.push_back(why_may_not_order(*q.facts.partner)); }};
inline constexpr Guard<S> target_takes_cycle{
    "that offer takes the cycle",
    [](const Q& q) { return q.facts.target == nullptr || takes_cycle(*q.facts.target, asked<ConvertTrial>(q).cycle); },
    [](const Q&, Reasons& out) {
        out.push_back(
            refused("OFF-03", "cycle_not_supported", "cycle", "the offer is not sold with that billing cycle", 6001));
    },
    true};
inline constexpr Guard<S> target_takes_quantity{
    "that offer takes the quantity",
    [](const Q& q) {
        const std::int32_t quantity = quantity_of_conversion(q);
        return q.facts.target == nullptr || is_in_range(*q.facts.target, quantity);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(outside_range(q.facts.target, quantity_of_conversion(q), "SUB-04", "quantity"));
    },
    true};
inline std::optional<Error> against_amount_of_conversion(const Q& q) {
    return why_not_billed(q.facts.target_price, quantity_of_conversion(q), q.policy);
}
inline constexpr Guard<S> conversion_can_be_billed{"what it becomes can be billed",
                                                   [](const Q& q) { return !against_amount_of_conversion(q); },
                                                   [](const Q& q, Reasons& out) {
                                                       out.push_back(*against_amount_of_conversion(q));
                                                       out.back().field = "quantity";
                                                   },
                                                   true};
inline constexpr Guard<S> target_has_room{
    "the customer may have one more of it",
    [](const Q& q) {
        return q.facts.target == nullptr ||
               !limit_reached(*q.facts.target, static_cast<std::int32_t>(q.facts.target_owned.size()),
                              q.facts.target_ever_owned);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(over_the_limit(*q.facts.target, q.facts.target_owned, date_of(q.now)));
    },
    true};

}  // namespace csp::domain
