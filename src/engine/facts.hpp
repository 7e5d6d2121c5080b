// Gathers what a decision needs from other records: it looks up, counts and copies, and has no opinion.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>

#include <memory>
#include <vector>

#include "engine/pipeline.hpp"

namespace csp::engine {

/// The facts for one command. They point into the work's records and hold until the next change.
template <class S>
struct Gathered {
    typename S::Facts facts{};
    std::shared_ptr<const Offer> past_offer{};  ///< an offer as it was, when the facts point into one
};

template <class S>
Result<Gathered<S>> gather(Pipeline& pipeline, const Entry<S>& entry, const typename S::Command& command, Instant at);

/// What the review page and the order's own guards look at.
Result<OrderFacts> facts_of_order(Pipeline& pipeline, const CustomerId& customer, const std::vector<OrderLine>& lines,
                                  Instant at);

/// A subscription, and until when it can be reactivated where it is suspended.
struct Bought {
    const Entry<Subscription>* entry{nullptr};
    Date last_day{};
};

/// A customer with its partner and those of its subscriptions that were added, as they stand. Empty pointers: there
/// is no such customer for whoever asks.
struct Buyer {
    const Customer* customer{nullptr};
    const Partner* partner{nullptr};
    std::vector<Bought> subscriptions{};
    boost::unordered_flat_set<const Entry<Subscription>*> added{};  ///< the same, to be found
};
Result<Buyer> buyer_of(Pipeline& pipeline, const CustomerId& id, Instant at);
/// All of them: what the catalogue is judged from.
Result<Done> add_all_subscriptions(Pipeline& pipeline, Buyer& buyer, const CustomerId& customer, Instant at);
/// Those of one offer and of what it converts to: an order costs the same however much the customer has.
Result<Done> add_subscriptions_of(Pipeline& pipeline, Buyer& buyer, const CustomerId& customer, const OfferId& id,
                                  const Offer& offer, Instant at);
/// The same subscriptions, seen from one offer.
BuyerFacts facts_for(const Buyer& buyer, const OfferId& id, const Offer& offer, const Policy& policy);
/// What one licence costs this customer a month, on that day; no currency when no price is known.
Money price_for(const Buyer& buyer, const Offer& offer, Date day);
/// What one licence costs a month in that market, on that day. Licences are billed in the partner's currency (B11).
Money unit_price(const Partner* partner, const Offer& offer, Country market, Date day);

}  // namespace csp::engine
