// Looks up what decisions about a subscription need.
#include "csp/text.hpp"
#include "engine/facts.hpp"
#include "engine/look_up.hpp"
#include "engine/past.hpp"
#include "engine/reseller_facts.hpp"

namespace csp::engine {
namespace {

Result<Done> add_conversion(Pipeline& pipeline, const Entry<Subscription>& entry, const ConvertTrial& wish, Instant at,
                            SubscriptionFacts& facts) {
    auto buyer = buyer_of(pipeline, entry.state().customer, at);
    if (!buyer) { return std::move(buyer).error(); }
    auto target = look_up(pipeline, wish.offer);
    if (!target) { return std::move(target).error(); }
    facts.customer = buyer->customer;
    facts.partner = buyer->partner;
    if (buyer->partner != nullptr) { facts.billing_day = buyer->partner->billing_day; }
    if (*target == nullptr) { return done; }
    const Country market = entry.state().country;  // where the trial is, whatever else the customer's record says
    facts.target = listing_in(**target, market);
    facts.target_price = unit_price(buyer->partner, **target, market, date_of(at));
    auto added = add_subscriptions_of(pipeline, *buyer, entry.state().customer, wish.offer, **target, at);
    if (!added) { return added; }
    BuyerFacts counted = facts_for(*buyer, wish.offer, **target, pipeline.policy());
    facts.target_home = counted.partner_listing;
    facts.target_owned = std::move(counted.owned);
    facts.target_ever_owned = counted.ever_owned;
    return done;
}

/// The partner of whoever asks, where it is not the one who sells.
Result<Done> add_asker(Pipeline& pipeline, const PartnerId& owner, Instant at, SubscriptionFacts& facts) {
    const PartnerId asker = pipeline.asker();
    if (asker == owner) { return done; }
    auto partner = look_up_settled(pipeline, asker, at);
    if (!partner) { return std::move(partner).error(); }
    facts.asker = *partner;
    return done;
}

/// B9: a former customer's suspended one comes back with the relationship, and is neither brought back nor deleted
/// before.
bool asks_for_its_customer(const Subscription& state, const Subscription::Command& command) {
    return is_in<Subscription::Suspended>(state) && (std::holds_alternative<ReactivateSubscription>(command) ||
                                                     std::holds_alternative<CancelSubscriptionAtOnce>(command));
}

/// The reseller that a command names, by its MPN id or its id.
Result<ResellerFacts> reseller_in(Pipeline& pipeline, const PartnerId& provider, const Subscription::Command& command) {
    if (const auto* set = std::get_if<SetReseller>(&command)) {
        return reseller_with_mpn_id(pipeline, provider, set->mpn_id);
    }
    if (const auto* contact = std::get_if<SetSupportContact>(&command)) {
        return reseller_named(pipeline, provider, contact->reseller);
    }
    return ResellerFacts{};
}

/// When the term begins that this command would agree anew; nothing when it agrees none.
std::optional<Instant> moment_of_renewal(const Subscription& state, const Subscription::Command& command, Instant at,
                                         const Policy& policy) {
    const bool asks_for_next =
        std::holds_alternative<RenewSubscription>(command) || std::holds_alternative<EndTerm>(command);
    const bool brings_back = std::holds_alternative<ReactivateSubscription>(command) ||
                             std::holds_alternative<ReactivateWithParent>(command);
    if (const auto* active = std::get_if<Subscription::Active>(&state.phase); active != nullptr && asks_for_next) {
        return start_of(active->term.end);
    }
    if (const auto* suspended = std::get_if<Subscription::Suspended>(&state.phase);
        suspended != nullptr && brings_back) {
        const Term term = term_to_return_to(state, date_of(at), policy);
        if (term != suspended->term) { return start_of(term.start); }
    }
    return std::nullopt;
}

/// B3: a renewal uses the list that is current at its own moment, however late it is persisted.
Result<Done> add_renewal(Pipeline& pipeline, const Subscription& state, Instant moment,
                         Gathered<Subscription>& gathered) {
    auto offer = offer_before(pipeline, state.offer, moment);
    if (!offer) { return std::move(offer).error(); }
    auto partner = look_up(pipeline, state.partner);
    if (!partner) { return std::move(partner).error(); }
    gathered.past_offer = std::move(offer).value();
    if (gathered.past_offer == nullptr) { return done; }
    gathered.facts.listing = listing_in(*gathered.past_offer, state.country);
    gathered.facts.renewal_price = unit_price(*partner, *gathered.past_offer, state.country, date_of(moment));
    return done;
}

/// B5: a term that begins anew in the middle of another has the price of its first day.
Result<Done> add_price_of_today(Pipeline& pipeline, const Subscription& state, Instant at, SubscriptionFacts& facts) {
    auto offer = look_up(pipeline, state.offer);
    if (!offer) { return std::move(offer).error(); }
    auto partner = look_up(pipeline, state.partner);
    if (!partner) { return std::move(partner).error(); }
    if (*offer != nullptr) { facts.renewal_price = unit_price(*partner, **offer, state.country, date_of(at)); }
    return done;
}

}  // namespace

template <>
Result<Gathered<Subscription>> gather(Pipeline& pipeline, const Entry<Subscription>& entry,
                                      const Subscription::Command& command, Instant at) {
    Result<Gathered<Subscription>> answer(std::in_place);
    Gathered<Subscription>& gathered = *answer;
    const bool changes_quantity = std::holds_alternative<ChangeQuantity>(command);
    const bool comes_back = std::holds_alternative<ReactivateSubscription>(command);
    const bool names_a_reseller =
        std::holds_alternative<SetReseller>(command) || std::holds_alternative<SetSupportContact>(command);
    const auto* conversion = std::get_if<ConvertTrial>(&command);
    if (changes_quantity || conversion != nullptr) {
        auto offer = look_up(pipeline, entry.state().offer);
        if (!offer) { return std::move(offer).error(); }
        if (*offer != nullptr) { gathered.facts.listing = listing_in(**offer, entry.state().country); }
    }
    const auto renews_at = moment_of_renewal(entry.state(), command, at, pipeline.policy());
    if (renews_at) {
        if (auto added = add_renewal(pipeline, entry.state(), *renews_at, gathered); !added) {
            return std::move(added).error();
        }
    }
    const bool changes_cycle = std::holds_alternative<BillInCycle>(command);
    if (changes_cycle) {
        auto added = add_price_of_today(pipeline, entry.state(), at, gathered.facts);
        if (!added) { return std::move(added).error(); }
    }
    if (changes_quantity || changes_cycle || renews_at || comes_back) {
        auto parent = look_up_settled(pipeline, entry.state().parent, at);
        if (!parent) { return std::move(parent).error(); }
        gathered.facts.parent = *parent;
    }
    if (changes_quantity || comes_back || names_a_reseller) {
        auto partner = look_up_settled(pipeline, entry.state().partner, at);
        if (!partner) { return std::move(partner).error(); }
        gathered.facts.partner = *partner;
        auto added = add_asker(pipeline, entry.state().partner, at, gathered.facts);
        if (!added) { return std::move(added).error(); }
    }
    if (asks_for_its_customer(entry.state(), command)) {
        auto customer = look_up(pipeline, entry.state().customer);
        if (!customer) { return std::move(customer).error(); }
        gathered.facts.customer = *customer;
    }
    if (auto named = reseller_in(pipeline, entry.state().partner, command); named) {
        gathered.facts.reseller = *named;
    } else {
        return std::move(named).error();
    }
    if (conversion != nullptr) {
        if (auto added = add_conversion(pipeline, entry, *conversion, at, gathered.facts); !added) {
            return std::move(added).error();
        }
    }
    return answer;
}

}  // namespace csp::engine
