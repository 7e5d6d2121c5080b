// Replays an offer's own events up to a moment.
#include "engine/past_offer.hpp"

#include <variant>

#include "engine/happenings.hpp"

namespace csp::engine {
namespace {

Result<std::shared_ptr<const Offer>> replayed_until(Transaction& transaction, const OfferId& id, Instant moment) {
    constexpr std::size_t piece = 256;
    auto past = std::make_shared<Offer>();
    std::uint64_t version = 0;
    while (true) {
        auto stored = transaction.history(Kind::offer, id.bytes, version, piece);
        if (!stored) { return std::move(stored).error(); }
        for (const StoredEvent& event : *stored) {
            if (event.at >= moment) { return std::shared_ptr<const Offer>(past); }
            auto happened = decoded(event);
            if (!happened) { return std::move(happened).error(); }
            evolve(*past, std::get<Offer::Event>(happened->event));
            version = event.version;
        }
        if (stored->size() < piece) { return std::shared_ptr<const Offer>(past); }
    }
}

}  // namespace

Result<std::shared_ptr<const Offer>> offer_before(Pipeline& pipeline, const OfferId& id, Instant moment) {
    auto loaded = pipeline.work().load(id);
    if (!loaded) { return std::move(loaded).error(); }
    const Entry<Offer>& entry = **loaded;
    if (!entry.exists()) { return std::shared_ptr<const Offer>{}; }
    if (entry.saved_at < moment) { return entry.shared_state(); }
    return replayed_until(pipeline.work().transaction(), id, moment);
}

}  // namespace csp::engine
