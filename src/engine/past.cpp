// Replays a record's own events up to a moment.
#include "engine/past.hpp"

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

}  // namespace csp::engine
