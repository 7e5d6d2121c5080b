// Whether a customer may buy an offer, and every reason why not.
//
// One judgement, asked by the catalogue and by the guards of an order, so that they never disagree. Each reason has
// its rule, a word for programs and, where one stands in the way, the id of the subscription. The words:
// customer_not_found, relationship_removed, not_in_this_market, not_in_partner_market, no_longer_for_sale,
// segment_not_allowed, partner_not_qualified, cycle_not_supported, regular_view_only, trial_view_only,
// trials_not_in_this_cloud, conversion_target_owned, trial_already_used, already_owned_limit_reached,
// suspended_reactivate_instead, add_on_needs_parent, not_an_add_on, parent_not_active, parent_is_a_trial,
// prerequisite_not_met, quantity_out_of_range, trial_quantity_fixed, no_trial_of_this_kind; of the partner itself:
// partner_restricted, partner_not_enrolled, partner_does_not_buy.
// Rules: RES-01, OFF-01, OFF-03..08, CUS-01, CUS-02; extended B3, B5. Pure. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "csp/customer.hpp"
#include "csp/id.hpp"
#include "csp/market.hpp"
#include "csp/offer.hpp"
#include "csp/policy.hpp"
#include "csp/result.hpp"
#include "csp/subscription.hpp"
#include "csp/time.hpp"

namespace csp {

/// OFF-07: trials sit on a page of their own, and nowhere else.
enum class CatalogView : std::uint8_t { regular = 1, trial = 2 };
bool belongs_to(const Listing& listing, CatalogView view);

/// What an add-on would be bought against: a subscription, or another line of the same order.
struct ParentOffer {
    OfferId offer{};
    Cycle cycle{Cycle::monthly};
    SubscriptionId subscription{};  ///< nil: a line of the same order
    bool is_active{true};
    bool is_add_on{false};
};
ParentOffer parent_offer(const SubscriptionId& id, const Subscription& subscription);

struct Wish {
    OfferId offer{};
    Cycle cycle{Cycle::monthly};  ///< OFF-06. A trial has none and an add-on its parent's, whatever is said here
    std::optional<std::int32_t> quantity{};  ///< nothing: not chosen yet
    std::optional<CatalogView> view{};       ///< nothing: by its id, from no page
    std::optional<ParentOffer> parent{};     ///< of an add-on
    std::int32_t before_in_order{0};         ///< lines before this one in the order that want the same offer
    bool is_target_in_order{false};          ///< another line wants an offer that this trial converts to
};

/// What the judgement looks at; counted and copied by the caller. Pointers are borrowed; null: there is none.
struct BuyerFacts {
    const Customer* customer{nullptr};
    const Partner* partner{nullptr};          ///< who would order it; null: not asked here
    const Listing* listing{nullptr};          ///< in the customer's market
    const Listing* partner_listing{nullptr};  ///< in the partner's market
    std::vector<Owned> owned{};               ///< of this offer, whoever sold it (OFF-01)
    std::int32_t ever_owned{0};               ///< of this offer, deleted ones and converted trials included
    SubscriptionId owned_target{};            ///< active or suspended, of an offer this trial converts to; nil: none
};

/// Every reason against, most of them in the order of the list above; empty: it may be bought.
std::vector<Error> reasons_against(const Wish& wish, const BuyerFacts& facts, const Policy& policy, Date today);

}  // namespace csp
