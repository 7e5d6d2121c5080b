// What has to hold before the billing cycle of an order changes: one guard for each condition, its refusal beside it.
#pragma once

#include <algorithm>
#include <vector>

#include "csp/order.hpp"
#include "domain/refusals.hpp"

namespace csp::domain {

inline const std::vector<CycleFacts>& cycles_of(const Question<Order>& q) { return q.facts.cycles; }
inline Cycle wished_cycle(const Question<Order>& q) { return asked<ChangeCycle>(q).cycle; }
inline bool changes(const CycleFacts& one, Cycle cycle) {
    return one.subscription != nullptr && one.subscription->cycle != cycle;
}

inline constexpr Guard<Order> cycle_is_monthly_or_annual{
    "the cycle is monthly or annual",
    [](const Question<Order>& q) { return wished_cycle(q) == Cycle::monthly || wished_cycle(q) == Cycle::annual; },
    [](const Question<Order>&, std::vector<Error>& out) {
        out.push_back(invalid("OFF-06", "unknown_cycle", "cycle", "the cycle must be monthly or annual", 6001));
    },
    true};

inline bool is_inactive(const CycleFacts& one) {
    return one.subscription == nullptr || !is_in<Subscription::Active>(*one.subscription);
}
inline constexpr Guard<Order> its_subscriptions_are_active{
    "its subscriptions are active",
    [](const Question<Order>& q) { return std::ranges::none_of(cycles_of(q), is_inactive); },
    [](const Question<Order>& q, std::vector<Error>& out) {
        for (const CycleFacts& one : cycles_of(q)) {
            if (!is_inactive(one)) { continue; }
            out.push_back(refused(
                "B5", "subscription_not_active", "",
                "the cycle changes for all subscriptions of the order, and " + text_of(one.id) + " is not active",
                6000));
            out.back().existing = text_of(one.id);
        }
    }};

/// B5: no trials, nothing that is metered, nothing that is not sold any more or not in that cycle.
inline bool cannot_be_billed_in(const CycleFacts& one, Cycle cycle) {
    if (one.subscription == nullptr) { return false; }  // another guard says so
    return one.subscription->is_trial || one.listing == nullptr || is_metered(*one.listing) ||
           !one.listing->is_available || !takes_cycle(*one.listing, cycle);
}
inline constexpr Guard<Order> they_are_sold_in_that_cycle{
    "they are sold in that cycle",
    [](const Question<Order>& q) {
        return std::ranges::none_of(cycles_of(q),
                                    [&](const CycleFacts& one) { return cannot_be_billed_in(one, wished_cycle(q)); });
    },
    [](const Question<Order>& q, std::vector<Error>& out) {
        for (const CycleFacts& one : cycles_of(q)) {
            if (!cannot_be_billed_in(one, wished_cycle(q))) { continue; }
            out.push_back(refused("B5", "cycle_not_supported", "cycle",
                                  "the offer of " + text_of(one.id) + " is not sold with that billing cycle", 6001));
            out.back().existing = text_of(one.id);
        }
    },
    true};

/// OFF-08: it is billed as its parent is, and cannot leave it behind. Nor is it kept back when its parent went first.
inline bool leaves_its_parent_behind(const CycleFacts& one, const Question<Order>& q) {
    return changes(one, wished_cycle(q)) && !one.subscription->parent.is_nil() &&
           std::ranges::count(cycles_of(q), one.subscription->parent, &CycleFacts::id) == 0;
}
inline constexpr Guard<Order> add_ons_go_with_their_parents{
    "add-ons go with their parents",
    [](const Question<Order>& q) {
        return std::ranges::none_of(cycles_of(q),
                                    [&](const CycleFacts& one) { return leaves_its_parent_behind(one, q); });
    },
    [](const Question<Order>& q, std::vector<Error>& out) {
        for (const CycleFacts& one : cycles_of(q)) {
            if (!leaves_its_parent_behind(one, q)) { continue; }
            out.push_back(refused("OFF-08", "follows_its_parent", "",
                                  "the add-on " + text_of(one.id) +
                                      " is billed as its parent is: change the cycle of the parent's order"));
            out.back().existing = text_of(one.subscription->parent);
        }
    },
    true};

/// RES-01: a year that begins anew is a purchase in all but name.
inline constexpr Guard<Order> partner_may_begin_a_year{
    "the partner may begin a year",
    [](const Question<Order>& q) {
        return wished_cycle(q) != Cycle::annual || (q.facts.partner != nullptr && may_order(*q.facts.partner));
    },
    [](const Question<Order>& q, std::vector<Error>& out) {
        out.push_back(q.facts.partner != nullptr
                          ? why_may_not_order(*q.facts.partner)
                          : refused("RES-01", "partner_not_found", "partner", "there is no such partner", 20002));
    },
    true};

inline constexpr Guard<Order> some_cycle_changes{
    "it changes something",
    [](const Question<Order>& q) {
        return std::ranges::any_of(cycles_of(q), [&](const CycleFacts& one) { return changes(one, wished_cycle(q)); });
    },
    [](const Question<Order>&, std::vector<Error>& out) {
        out.push_back(refused("B5", "cycle_unchanged", "cycle",
                              "every subscription of the order is billed in that cycle already", 800002));
    },
    true};

}  // namespace csp::domain
