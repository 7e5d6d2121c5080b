// Looks up, counts and copies for each noun what its decisions need.
#include "engine/facts.hpp"

#include "base/undying.hpp"
#include "codec/keys.hpp"
#include "csp/text.hpp"
#include "engine/authority.hpp"
#include "engine/cycle_facts.hpp"
#include "engine/look_up.hpp"
#include "engine/past.hpp"
#include "engine/reseller_facts.hpp"
#include "engine/scan.hpp"

namespace csp::engine {
namespace {

/// How many records other than this one hold an index entry.
Result<std::int32_t> others_with(Pipeline& pipeline, codec::Index index, const std::string& bytes, const AnyId& self) {
    auto hits = pipeline.work().transaction().scan(static_cast<std::uint16_t>(index), bytes, {}, 2);
    if (!hits) { return std::move(hits).error(); }
    std::int32_t others = 0;
    for (const Hit& hit : *hits) { others += hit.key == bytes && hit.record.id != self ? 1 : 0; }
    return others;
}

bool is_kept(const Subscription& subscription) {
    return is_in<Subscription::Active>(subscription) || is_in<Subscription::Suspended>(subscription);
}

Owned owned_as(const Entry<Subscription>& entry, Date last_day) {
    return Owned{.id = entry.id,
                 .offer = entry.state().offer,
                 .is_suspended = is_in<Subscription::Suspended>(entry.state()),
                 .last_day = last_day};
}

/// OFF-07: a trial counts for good.
bool counts_for_life(const Subscription& subscription, const OfferId& offer, const Policy& policy) {
    const bool counts = policy.lifetime_counts_deleted || is_kept(subscription);
    return subscription.trial == offer || (subscription.offer == offer && counts);
}

/// The reseller that a command names by its id.
Result<ResellerFacts> reseller_in(Pipeline& pipeline, const PartnerId& provider, const Customer::Command& command) {
    return std::visit(
        [&](const auto& one) -> Result<ResellerFacts> {
            if constexpr (requires { one.reseller; }) { return reseller_named(pipeline, provider, one.reseller); }
            return ResellerFacts{};
        },
        command);
}

/// All subscriptions and software orders of a customer, as they stand.
Result<Done> add_everything_of(Pipeline& pipeline, const Entry<Customer>& customer, Instant at, CustomerFacts& facts) {
    Transaction& transaction = pipeline.work().transaction();
    const std::string prefix = codec::prefix_of(customer.state().partner, customer.id);
    const auto add_to = [&]<class S>(std::vector<WithId<S>>& all) {
        return [&](const Record& record) -> Result<Done> {
            auto entry = pipeline.work().adopt<S>(record);
            if (!entry) { return std::move(entry).error(); }
            if (auto settled = pipeline.settle(**entry, at); !settled) { return settled; }
            all.push_back({(*entry)->id, &(*entry)->state()});
            return done;
        };
    };
    auto added =
        for_each_record(transaction, codec::Index::subscriptions_of_customer, prefix, add_to(facts.subscriptions));
    if (!added) { return added; }
    return for_each_record(transaction, codec::Index::software_orders_of_customer, prefix,
                           add_to(facts.software_orders));
}

}  // namespace

template <>
Result<Gathered<Partner>> gather(Pipeline& pipeline, const Entry<Partner>& entry, const Partner::Command& command,
                                 Instant) {
    Gathered<Partner> gathered;
    if (const auto* enrol = std::get_if<EnrolPartner>(&command)) {
        auto taken = others_with(pipeline, codec::Index::partner_by_mpn_id,
                                 codec::partner_by_mpn_id(enrol->enrolment.mpn_id), entry.id.bytes);
        if (!taken) { return std::move(taken).error(); }
        gathered.facts.mpn_taken = *taken;
    }
    return gathered;
}

template <>
Result<Gathered<Customer>> gather(Pipeline& pipeline, const Entry<Customer>& entry, const Customer::Command& command,
                                  Instant at) {
    Gathered<Customer> gathered;
    const auto* create = std::get_if<CreateCustomer>(&command);
    auto named = reseller_in(pipeline, create != nullptr ? create->partner : entry.state().partner, command);
    if (!named) { return std::move(named).error(); }
    gathered.facts.reseller = *named;
    if (std::holds_alternative<RemoveRelationship>(command)) {
        auto added = add_everything_of(pipeline, entry, at, gathered.facts);
        if (!added) { return std::move(added).error(); }
    }
    const bool names_a_reseller =
        std::holds_alternative<AssociateReseller>(command) || std::holds_alternative<GrantAccess>(command);
    if (names_a_reseller || std::holds_alternative<RequestRelationship>(command) ||
        std::holds_alternative<AcceptRelationship>(command)) {
        auto partner = look_up_settled(pipeline, entry.state().partner, at);
        if (!partner) { return std::move(partner).error(); }
        gathered.facts.partner = *partner;
    }
    if (create != nullptr) {
        auto taken = others_with(pipeline, codec::Index::customer_by_domain,
                                 codec::customer_by_domain(lower_ascii(create->domain)), entry.id.bytes);
        if (!taken) { return std::move(taken).error(); }
        gathered.facts.domain_taken = *taken;
        auto partner = look_up_settled(pipeline, create->partner, at);
        if (!partner) { return std::move(partner).error(); }
        gathered.facts.partner = *partner;
    }
    return gathered;
}

template <>
Result<Gathered<Offer>> gather(Pipeline&, const Entry<Offer>&, const Offer::Command&, Instant) {
    return Gathered<Offer>{};
}

template <>
Result<Gathered<Order>> gather(Pipeline& pipeline, const Entry<Order>& entry, const Order::Command& command,
                               Instant at) {
    // A draft knows its customer; a new order's command names it.
    CustomerId customer = entry.state().customer;
    const std::vector<OrderLine>* lines = nullptr;
    if (const auto* draft = std::get_if<DraftOrder>(&command)) { customer = draft->customer; }
    if (std::holds_alternative<SubmitOrder>(command)) { lines = &entry.state().lines; }
    if (const auto* place = std::get_if<PlaceOrder>(&command)) {
        customer = place->customer;
        lines = &place->lines;
    }
    auto facts = facts_of_order(pipeline, customer, lines != nullptr ? *lines : std::vector<OrderLine>{}, at);
    if (!facts) { return std::move(facts).error(); }
    if (std::holds_alternative<ChangeCycle>(command)) {
        auto cycles = cycle_facts_of(pipeline, entry.state(), at);
        if (!cycles) { return std::move(cycles).error(); }
        facts->cycles = std::move(cycles).value();
    }
    return Gathered<Order>{std::move(facts).value()};
}

Result<Buyer> buyer_of(Pipeline& pipeline, const CustomerId& id, Instant at) {
    Buyer buyer;
    auto customer = look_up(pipeline, id);
    if (!customer) { return std::move(customer).error(); }
    if (*customer == nullptr || !pipeline.may_see(owner_of(id, **customer))) { return buyer; }
    auto partner = look_up_settled(pipeline, (*customer)->partner, at);
    if (!partner) { return std::move(partner).error(); }
    buyer.customer = *customer;
    buyer.partner = *partner;
    return buyer;
}

namespace {

Result<Done> add_subscriptions(Pipeline& pipeline, Buyer& buyer, codec::Index index, const std::string& prefix,
                               Instant at) {
    return for_each_record(pipeline.work().transaction(), index, prefix, [&](const Record& record) -> Result<Done> {
        auto entry = pipeline.work().adopt<Subscription>(record);
        if (!entry) { return std::move(entry).error(); }
        if (auto settled = pipeline.settle(**entry, at); !settled) { return settled; }
        // A converted trial stands under both of its offers, and is one subscription.
        if (!buyer.added.insert(*entry).second) { return done; }
        auto last_day = last_day_to_come_back(pipeline, **entry, at);
        if (!last_day) { return std::move(last_day).error(); }
        buyer.subscriptions.push_back({*entry, *last_day});
        return done;
    });
}

}  // namespace

Result<Done> add_subscriptions_of(Pipeline& pipeline, Buyer& buyer, const CustomerId& customer, const OfferId& id,
                                  const Offer& offer, Instant at) {
    if (buyer.customer == nullptr) { return done; }
    std::vector<OfferId> looked_at{id};
    if (const Listing* listing = listing_in(offer, buyer.customer->profile.address.country)) {
        looked_at.insert(looked_at.end(), listing->conversion_targets.begin(), listing->conversion_targets.end());
    }
    for (const OfferId& one : looked_at) {
        auto added = add_subscriptions(pipeline, buyer, codec::Index::subscriptions_by_offer,
                                       codec::prefix_of(customer, one), at);
        if (!added) { return added; }
    }
    return done;
}

Result<Done> add_all_subscriptions(Pipeline& pipeline, Buyer& buyer, const CustomerId& customer, Instant at) {
    if (buyer.customer == nullptr) { return done; }
    return add_subscriptions(pipeline, buyer, codec::Index::subscriptions_of_customer,
                             codec::prefix_of(buyer.customer->partner, customer), at);
}

BuyerFacts facts_for(const Buyer& buyer, const OfferId& id, const Offer& offer, const Policy& policy) {
    BuyerFacts facts{.customer = buyer.customer};
    if (buyer.customer != nullptr) { facts.listing = listing_in(offer, buyer.customer->profile.address.country); }
    if (buyer.partner != nullptr) { facts.partner_listing = listing_in(offer, buyer.partner->country); }
    for (const auto& [entry, last_day] : buyer.subscriptions) {
        const Subscription& subscription = entry->state();
        if (counts_for_life(subscription, id, policy)) { ++facts.ever_owned; }
        if (!is_kept(subscription)) { continue; }
        if (subscription.offer == id) { facts.owned.push_back(owned_as(*entry, last_day)); }
        if (facts.listing == nullptr) { continue; }
        for (const OfferId& target : facts.listing->conversion_targets) {
            if (subscription.offer == target) { facts.owned_target = entry->id; }
        }
    }
    return facts;
}

Money unit_price(const Partner* partner, const Offer& offer, Country market, Date day) {
    if (partner == nullptr) { return {}; }
    return price_on(offer, market, partner->billing_currency, day).value_or(Money{});
}

Money price_for(const Buyer& buyer, const Offer& offer, Date day) {
    if (buyer.customer == nullptr) { return {}; }
    return unit_price(buyer.partner, offer, buyer.customer->profile.address.country, day);
}

Result<OrderFacts> facts_of_order(Pipeline& pipeline, const CustomerId& customer, const std::vector<OrderLine>& lines,
                                  Instant at) {
    auto buyer = buyer_of(pipeline, customer, at);
    if (!buyer) { return std::move(buyer).error(); }
    OrderFacts facts{.partner = buyer->partner, .customer = buyer->customer};
    // Too many are refused for their number alone: nothing is looked up for any of them.
    if (lines.size() > static_cast<std::size_t>(pipeline.policy().order_lines)) { return facts; }
    const auto& not_listed = undying<const Offer>();
    for (const OrderLine& line : lines) {
        auto offer = look_up(pipeline, line.offer);
        if (!offer) { return std::move(offer).error(); }
        const Offer& known = *offer != nullptr ? **offer : not_listed;
        Buyer of_this = *buyer;
        if (auto added = add_subscriptions_of(pipeline, of_this, customer, line.offer, known, at); !added) {
            return std::move(added).error();
        }
        LineFacts line_facts{.buyer = facts_for(of_this, line.offer, known, pipeline.policy()),
                             .unit_price = price_for(*buyer, known, date_of(at))};
        auto parent = look_up_settled(pipeline, line.parent, at);
        if (!parent) { return std::move(parent).error(); }
        // Somebody else's subscription is as good as none.
        if (*parent != nullptr && (*parent)->customer == customer) { line_facts.parent = *parent; }
        if (!line.reseller_mpn_id.empty() && buyer->customer != nullptr) {
            auto reseller = reseller_with_mpn_id(pipeline, buyer->customer->partner, line.reseller_mpn_id);
            if (!reseller) { return std::move(reseller).error(); }
            line_facts.reseller = *reseller;
        }
        facts.lines.push_back(std::move(line_facts));
    }
    return facts;
}

}  // namespace csp::engine
