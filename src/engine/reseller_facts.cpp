#include "engine/reseller_facts.hpp"

#include "engine/facts.hpp"
#include "engine/look_up.hpp"
#include "engine/scan.hpp"

namespace csp::engine {

Result<bool> are_partners(Pipeline& pipeline, const PartnerId& provider, const PartnerId& reseller) {
    bool is_active = false;
    auto read = for_each_record(pipeline.work().transaction(), codec::Index::partnerships_by_pair,
                                codec::prefix_of(provider, reseller), [&](const Record& record) -> Result<Done> {
                                    auto entry = pipeline.work().adopt<Partnership>(record);
                                    if (!entry) { return std::move(entry).error(); }
                                    is_active = is_active || is_in<Partnership::Active>((*entry)->state());
                                    return done;
                                });
    if (!read) { return std::move(read).error(); }
    return is_active;
}

Result<ResellerFacts> reseller_named(Pipeline& pipeline, const PartnerId& provider, const PartnerId& reseller) {
    ResellerFacts facts;
    auto partner = look_up(pipeline, reseller);
    if (!partner) { return std::move(partner).error(); }
    if (*partner == nullptr) { return facts; }
    auto joined = are_partners(pipeline, provider, reseller);
    if (!joined) { return std::move(joined).error(); }
    return ResellerFacts{.id = reseller, .partner = *partner, .is_partnered = *joined};
}

Result<ResellerFacts> reseller_with_mpn_id(Pipeline& pipeline, const PartnerId& provider, std::string_view mpn_id) {
    if (mpn_id.empty()) { return ResellerFacts{}; }
    const std::string wanted = codec::partner_by_mpn_id(mpn_id);
    auto hits =
        pipeline.work().transaction().scan(static_cast<std::uint16_t>(codec::Index::partner_by_mpn_id), wanted, {}, 2);
    if (!hits) { return std::move(hits).error(); }
    for (const Hit& hit : *hits) {
        if (hit.key == wanted) { return reseller_named(pipeline, provider, PartnerId{hit.record.id}); }
    }
    return ResellerFacts{};
}

template <>
Result<Gathered<Partnership>> gather(Pipeline& pipeline, const Entry<Partnership>& entry,
                                     const Partnership::Command& command, Instant at) {
    Gathered<Partnership> gathered;
    PartnerId provider = entry.state().provider;
    if (const auto* request = std::get_if<RequestPartnership>(&command)) { provider = request->provider; }
    auto known = look_up_settled(pipeline, provider, at);
    if (!known) { return std::move(known).error(); }
    gathered.facts.provider = *known;
    if (const auto* accept = std::get_if<AcceptPartnership>(&command)) {
        auto reseller = reseller_named(pipeline, provider, accept->reseller);
        if (!reseller) { return std::move(reseller).error(); }
        gathered.facts.reseller = reseller->partner;
        gathered.facts.is_joined_already = reseller->is_partnered;
    }
    return gathered;
}

}  // namespace csp::engine
