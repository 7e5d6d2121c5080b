// The one judgement of whether a customer may buy an offer: a list of questions, each asked, so that all reasons show.
#include "csp/availability.hpp"

#include <algorithm>

#include "csp/partner.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using Reasons = std::vector<Error>;

/// What every question looks at, once it is known that the offer is listed.
struct Case {
    const Wish& wish;
    const BuyerFacts& facts;
    const Listing& listing;
    const Policy& policy;
    Date today;
};

void ask_partner_market(const Case& c, Reasons& out) {
    if (is_for_sale_there_too(c.listing, c.facts.partner_listing)) { return; }
    out.push_back(not_in_partner_market());
}

void ask_sale(const Case& c, Reasons& out) {
    if (c.listing.is_available) { return; }
    out.push_back(refused("OFF-03", "no_longer_for_sale", "offer",
                          "the offer is no longer for sale in the customer's market", 2091));
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) { list += (list.empty() ? "" : ", ") + name; }
    return list;
}
void ask_segment(const Case& c, Reasons& out) {
    const auto& qualifications = c.listing.customer_qualifications;
    if (may_buy_segment(*c.facts.customer, qualifications)) { return; }
    out.push_back(refused("CUS-02", "segment_not_allowed", "offer",
                          qualifications.empty()
                              ? "the offer is not for a customer of this kind"
                              : "the offer is only for customers of the kind " + joined(qualifications),
                          2085));
}

void ask_partner(const Case& c, Reasons& out) {
    if (c.facts.partner != nullptr && !may_order(*c.facts.partner)) {
        out.push_back(why_may_not_order(*c.facts.partner));
    }
    if (c.listing.partner_qualifications.empty()) { return; }  // no partner is known to have any
    out.push_back(refused(
        "OFF-03", "partner_not_qualified", "offer",
        "the offer is only for partners with the qualification " + joined(c.listing.partner_qualifications), 2006));
}

void ask_cycle(const Case& c, Reasons& out) {
    if (c.listing.is_trial) { return; }  // it is not billed at all
    const Cycle cycle = c.listing.is_add_on && c.wish.parent ? c.wish.parent->cycle : c.wish.cycle;
    if (cycle == Cycle::none && c.wish.parent) { return; }  // of a trial: ask_parent says so
    if (takes_cycle(c.listing, cycle)) { return; }
    out.push_back(
        refused("OFF-03", "cycle_not_supported", "offer", "the offer is not sold with that billing cycle", 6001));
}

void ask_view(const Case& c, Reasons& out) {
    if (!c.wish.view || belongs_to(c.listing, *c.wish.view)) { return; }
    out.push_back(c.listing.is_trial ? refused("OFF-07", "trial_view_only", "offer",
                                               "the offer is a trial and stands among the trials only")
                                     : refused("OFF-07", "regular_view_only", "offer", "the offer is not a trial"));
}

/// B5: there are no trials of what is for education or government alone. It is asked here and not where an offer is
/// listed, so that an import of Microsoft's list loses nothing.
bool is_for_education_or_government(const Listing& listing) {
    const auto& names = listing.customer_qualifications;
    return !names.empty() && std::ranges::all_of(names, [](const std::string& name) {
        return name == name_of(Qualification::education) || name == name_of(Qualification::government_community_cloud);
    });
}

void ask_trial(const Case& c, Reasons& out) {
    if (!c.listing.is_trial) { return; }
    if (is_for_education_or_government(c.listing)) {
        out.push_back(refused(
            "OFF-07", "no_trial_of_this_kind", "offer",
            "there are no trials for customers of the kind " + joined(c.listing.customer_qualifications), 2085));
    }
    if (!capabilities_of(c.facts.customer->cloud, c.today, c.policy).has_trials) {
        out.push_back(refused("OFF-07", "trials_not_in_this_cloud", "offer",
                              "there are no trials in the customer's cloud", 2085));
    }
    if (!c.facts.owned_target.is_nil() || c.wish.is_target_in_order) {
        Error error = refused("OFF-07", "conversion_target_owned", "offer",
                              "the customer has the offer that the trial is for", 2085);
        if (!c.facts.owned_target.is_nil()) { error.existing = text_of(c.facts.owned_target); }
        out.push_back(std::move(error));
    }
}

bool is_used_up(const Case& c) {
    const std::int32_t owned = static_cast<std::int32_t>(c.facts.owned.size()) + c.wish.before_in_order;
    const std::int32_t ever_owned = c.facts.ever_owned + c.wish.before_in_order;
    // B5: one trial of an offer per customer, whatever its listing leaves out.
    const bool is_once = c.listing.is_trial && c.listing.limit_unit != LimitUnit::lifetime;
    return limit_reached(c.listing, owned, ever_owned) || (is_once && ever_owned >= 1);
}
void ask_limit(const Case& c, Reasons& out) {
    if (is_used_up(c)) { out.push_back(over_the_limit(c.listing, c.facts.owned, c.today)); }
}

bool is_prerequisite(const Listing& listing, const OfferId& parent) {
    return listing.prerequisites.empty() || std::ranges::count(listing.prerequisites, parent) > 0;
}
void ask_parent(const Case& c, Reasons& out) {
    const auto& parent = c.wish.parent;
    const auto against_parent = [&](Error error) {
        if (!parent->subscription.is_nil()) { error.existing = text_of(parent->subscription); }
        out.push_back(std::move(error));
    };
    if (!parent) {
        if (c.listing.is_add_on) {
            out.push_back(refused("OFF-08", "add_on_needs_parent", "parent",
                                  "an add-on is bought for a subscription that the customer has", 27009));
        }
        return;
    }
    if (!c.listing.is_add_on) {
        return against_parent(
            refused("OFF-08", "not_an_add_on", "parent", "the offer is not an add-on and takes no parent", 800029));
    }
    if (!parent->is_active) {
        against_parent(refused("OFF-08", "parent_not_active", "parent", "an add-on needs an active parent", 27009));
    }
    if (parent->cycle == Cycle::none) {
        return against_parent(
            refused("OFF-08", "parent_is_a_trial", "parent",
                    "an add-on is billed like its parent, and a trial is not billed; convert it first", 27009));
    }
    if (parent->is_add_on || !is_prerequisite(c.listing, parent->offer)) {
        against_parent(refused("OFF-08", "prerequisite_not_met", "parent",
                               "the add-on cannot be bought for that subscription", 800029));
    }
}

void ask_quantity(const Case& c, Reasons& out) {
    if (!c.wish.quantity) { return; }
    const std::int32_t quantity = *c.wish.quantity;
    if (c.listing.is_trial) {
        if (quantity == c.policy.trial_quantity) { return; }
        return out.push_back(refused(
            "OFF-07", "trial_quantity_fixed", "quantity",
            "a trial has " + std::to_string(c.policy.trial_quantity) + " licences; it is " + std::to_string(quantity),
            2002));
    }
    if (is_in_range(c.listing, quantity)) { return; }
    out.push_back(outside_range(&c.listing, quantity, "SUB-04", "quantity"));
}

}  // namespace

bool belongs_to(const Listing& listing, CatalogView view) { return listing.is_trial == (view == CatalogView::trial); }

ParentOffer parent_offer(const SubscriptionId& id, const Subscription& subscription) {
    return {.offer = subscription.offer,
            .cycle = subscription.cycle,
            .subscription = id,
            .is_active = is_in<Subscription::Active>(subscription),
            .is_add_on = !subscription.parent.is_nil()};
}

std::vector<Error> reasons_against(const Wish& wish, const BuyerFacts& facts, const Policy& policy, Date today) {
    Reasons out;
    if (facts.customer == nullptr || !is_in<Customer::Active>(*facts.customer)) {
        out.push_back(why_not_a_customer(facts.customer));
        return out;
    }
    if (facts.listing == nullptr) {
        out.push_back(not_in_this_market());
        return out;
    }
    const Case asked_case{wish, facts, *facts.listing, policy, today};
    for (const auto ask : {ask_partner_market, ask_sale, ask_segment, ask_partner, ask_cycle, ask_view, ask_trial,
                           ask_limit, ask_parent, ask_quantity}) {
        ask(asked_case, out);
    }
    return out;
}

}  // namespace csp
