// Replays a record's own events up to a moment.
#include "engine/past.hpp"

#include <algorithm>
#include <variant>

#include "engine/happenings.hpp"

namespace csp::engine {
namespace {

/// nullptr: nothing had happened by then.
template <class S>
Result<std::shared_ptr<const S>> replayed_to(Transaction& transaction, const Id<S>& id, Instant last) {
    constexpr std::size_t piece = 256;
    auto past = std::make_shared<S>();
    std::uint64_t version = 0;
    const auto reached = [&] { return version == 0 ? std::shared_ptr<const S>{} : past; };
    while (true) {
        auto stored = transaction.history(kind_of<S>, id.bytes, version, piece);
        if (!stored) { return std::move(stored).error(); }
        for (const StoredEvent& event : *stored) {
            if (event.at > last) { return reached(); }
            auto happened = decoded(event);
            if (!happened) { return std::move(happened).error(); }
            evolve(*past, std::get<typename S::Event>(happened->event));
            version = event.version;
        }
        if (stored->size() < piece) { return reached(); }
    }
}

/// As it stood when `last` was over.
template <class S>
Result<std::shared_ptr<const S>> stood_at(Pipeline& pipeline, const Id<S>& id, Instant last) {
    auto loaded = pipeline.work().load(id);
    if (!loaded) { return std::move(loaded).error(); }
    const Entry<S>& entry = **loaded;
    if (!entry.exists()) { return std::shared_ptr<const S>{}; }
    if (entry.saved_at <= last) { return entry.shared_state(); }
    return replayed_to(pipeline.work().transaction(), id, last);
}

}  // namespace

Result<std::shared_ptr<const Offer>> offer_before(Pipeline& pipeline, const OfferId& id, Instant moment) {
    return stood_at(pipeline, id, Instant{moment.us - 1});
}
Result<std::shared_ptr<const Partner>> partner_at(Pipeline& pipeline, const PartnerId& id, Instant moment) {
    auto past = stood_at(pipeline, id, moment);
    if (!past || *past != nullptr) { return past; }
    auto loaded = pipeline.work().load(id);
    if (!loaded) { return std::move(loaded).error(); }
    return (*loaded)->exists() ? (*loaded)->shared_state() : nullptr;
}

Result<Date> last_day_to_come_back(Pipeline& pipeline, const Entry<Subscription>& entry, Instant at) {
    const Subscription& state = entry.state();
    const auto* suspended = std::get_if<Subscription::Suspended>(&state.phase);
    if (suspended == nullptr) { return Date{}; }
    const Date last = last_day_to_return(state);
    if (last < suspended->term.end) { return last; }
    const Term next = term_to_return_to(state, std::max(date_of(at), suspended->term.end), pipeline.policy());
    auto offer = offer_before(pipeline, state.offer, start_of(next.start));
    if (!offer) { return std::move(offer).error(); }
    const Listing* const listing = *offer != nullptr ? listing_in(**offer, state.country) : nullptr;
    const bool is_sold = listing != nullptr && listing->is_available;
    return is_sold ? last : std::min(last, days_after(next.start, -1));
}

}  // namespace csp::engine
