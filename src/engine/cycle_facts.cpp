#include "engine/cycle_facts.hpp"

#include <algorithm>

#include "codec/keys.hpp"
#include "engine/look_up.hpp"
#include "engine/scan.hpp"

namespace csp::engine {
namespace {

Result<Done> add(Pipeline& pipeline, const SubscriptionId& id, Instant at, std::vector<CycleFacts>& out) {
    auto subscription = look_up_settled(pipeline, id, at);
    if (!subscription) { return std::move(subscription).error(); }
    CycleFacts facts{.id = id, .subscription = *subscription};
    if (facts.subscription != nullptr) {
        auto offer = look_up(pipeline, facts.subscription->offer);
        if (!offer) { return std::move(offer).error(); }
        if (*offer != nullptr) { facts.listing = listing_in(**offer, facts.subscription->country); }
    }
    out.push_back(facts);
    return done;
}

/// Those that were bought by other orders.
Result<Done> add_add_ons(Pipeline& pipeline, const SubscriptionId& parent, Instant at, std::vector<CycleFacts>& out) {
    return for_each_record(pipeline.work().transaction(), codec::Index::add_ons_of_parent, codec::prefix_of(parent),
                           [&](const Record& record) -> Result<Done> {
                               auto add_on = pipeline.work().adopt<Subscription>(record);
                               if (!add_on) { return std::move(add_on).error(); }
                               if (std::ranges::count(out, (*add_on)->id, &CycleFacts::id) > 0) { return done; }
                               if (auto settled = pipeline.settle(**add_on, at); !settled) { return settled; }
                               if (is_in<Subscription::Deleted>((*add_on)->state())) { return done; }
                               return add(pipeline, (*add_on)->id, at, out);
                           });
}

}  // namespace

Result<std::vector<CycleFacts>> cycle_facts_of(Pipeline& pipeline, const Order& order, Instant at) {
    std::vector<CycleFacts> all;
    for (const OrderLine& line : order.lines) {
        if (line.subscription.is_nil()) { continue; }  // a draft has none yet
        if (auto added = add(pipeline, line.subscription, at, all); !added) { return std::move(added).error(); }
    }
    const std::size_t own = all.size();
    for (std::size_t i = 0; i < own; ++i) {
        if (auto added = add_add_ons(pipeline, all[i].id, at, all); !added) { return std::move(added).error(); }
    }
    return all;
}

}  // namespace csp::engine
