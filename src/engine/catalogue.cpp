// Questions about what can be bought: the catalogue, availability, the review of a draft.
#include "engine/facts.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {

using engine::Entry;
using engine::Reading;

Result<Page<Standing<Offer>>> Engine::offers(const Actor&, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        const auto all = [](const Entry<Offer>& entry) -> Result<std::optional<Standing<Offer>>> {
            return std::optional<Standing<Offer>>(engine::standing_of(entry));
        };
        return engine::page_of<Offer, Standing<Offer>>(open, codec::Index::offers_by_name, {}, page, all);
    });
}

Result<Page<Standing<Offer>>> Engine::limited_offers(const Actor&, Country market, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        const auto limited = [&](const Entry<Offer>& entry) -> Result<std::optional<Standing<Offer>>> {
            const Listing* listing = listing_in(entry.state(), market);
            if (listing == nullptr || !is_limited(*listing)) { return std::optional<Standing<Offer>>{}; }
            return std::optional<Standing<Offer>>(engine::standing_of(entry));
        };
        return engine::page_of<Offer, Standing<Offer>>(open, codec::Index::offers_by_name, {}, page, limited);
    });
}

Result<Page<Availability>> Engine::availability(const Actor& actor, CustomerId customer, Cycle cycle, CatalogView view,
                                                const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Availability>> {
        if (auto owner = open.pipeline.standing(actor, customer, open.now); !owner) { return std::move(owner).error(); }
        auto buyer = engine::buyer_of(open.pipeline, customer, open.now);
        if (!buyer) { return std::move(buyer).error(); }
        if (auto added = engine::add_all_subscriptions(open.pipeline, *buyer, customer, open.now); !added) {
            return std::move(added).error();
        }
        const Date today = date_of(open.now);
        const auto judged = [&](const Entry<Offer>& entry) -> Result<std::optional<Availability>> {
            if (entry.state().listings.empty()) { return std::optional<Availability>(); }  // damaged: it has no name
            BuyerFacts facts = engine::facts_for(*buyer, entry.id, entry.state(), open.pipeline.policy());
            facts.partner = buyer->partner;
            const Wish wish{.offer = entry.id, .cycle = cycle, .view = view};
            Availability answer{.offer = entry.id,
                                .reasons = reasons_against(wish, facts, open.pipeline.policy(), today)};
            const Listing* shown = facts.listing != nullptr ? facts.listing : &entry.state().listings.front();
            answer.name = shown->name;
            const Money price = engine::price_for(*buyer, entry.state(), today);
            if (!price.currency.text().empty()) { answer.unit_price = price; }
            return std::optional<Availability>(std::move(answer));
        };
        return engine::page_of<Offer, Availability>(open, codec::Index::offers_by_name, {}, page, judged);
    });
}

Result<std::vector<LineReview>> Engine::review(const Actor& actor, OrderId order) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<LineReview>> {
        auto entry = open.pipeline.standing(actor, order, open.now);
        if (!entry) { return std::move(entry).error(); }
        const Order& draft = (*entry)->state();
        if (!is_in<Order::Draft>(draft)) {
            return *why_not(Question<Order>{draft, SubmitOrder{}, {}, open.pipeline.policy(), open.now}, true);
        }
        auto facts = engine::facts_of_order(open.pipeline, draft.customer, draft.lines, open.now);
        if (!facts) { return std::move(facts).error(); }
        return csp::review(draft, *facts, open.pipeline.policy(), open.now);
    });
}

}  // namespace csp
