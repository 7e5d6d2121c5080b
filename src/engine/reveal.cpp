// Commands whose answer is a secret: done like any other, and then opened for whoever asked.
#include "csp/engine.hpp"
#include "engine/deliver.hpp"
#include "engine/inside.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::Reading;

Error revoked_meanwhile() {
    return Error{.code = Code::refused,
                 .rule = "ENT-09",
                 .reason = "revoked",
                 .sentence = "it has been revoked or has ended meanwhile, and is no longer shown"};
}

Result<Secret> opened(const engine::Outside& outside, const std::string& sealed, const std::string& seal) {
    if (sealed.empty()) { return revoked_meanwhile(); }
    if (outside.sealer == nullptr) { return engine::no_fulfilment(); }
    return outside.sealer->open(sealed, seal);
}

/// A link and its address, sealed. After its last download it has expired and has none any more.
struct Address {
    DownloadLink link{};
    std::string sealed{};
};

Result<Address> address_of(Reading& open, const Actor& actor, const DownloadLinkId& id) {
    auto entry = open.pipeline.standing(actor, id, open.now);
    if (!entry) { return std::move(entry).error(); }
    Address address{.link = (*entry)->state()};
    if (const auto* valid = std::get_if<DownloadLink::Valid>(&address.link.phase)) {
        address.sealed = valid->sealed_url;
    }
    return address;
}

Result<DeliveredLink> delivered(const engine::Outside& outside, const Receipt& receipt, const DownloadLinkId& id,
                                const Address& address) {
    auto url = opened(outside, address.sealed, engine::seal_of_url(id));
    if (!url) { return std::move(url).error(); }
    const auto* valid = std::get_if<DownloadLink::Valid>(&address.link.phase);
    return DeliveredLink{.receipt = receipt,
                         .link = id,
                         .downloads_left = downloads_left(address.link),
                         .end = valid != nullptr ? valid->end : receipt.at,
                         .url = std::move(url).value()};
}

}  // namespace

Result<DeliveredKeys> Engine::get_keys(const Request& request, EntitlementId entitlement, const Artifact& artifact) {
    auto receipt = execute(request, entitlement, GetKeys{.artifact = artifact});
    if (!receipt) { return std::move(receipt).error(); }
    return engine::reading(*inside_, [&](Reading& open) -> Result<DeliveredKeys> {
        auto entry = open.pipeline.standing(request.by, entitlement, open.now);
        if (!entry) { return std::move(entry).error(); }
        auto key = opened(inside_->outside, (*entry)->state().sealed_key, engine::seal_of_key(entitlement));
        if (!key) { return std::move(key).error(); }
        return DeliveredKeys{.receipt = std::move(receipt).value(), .key = std::move(key).value()};
    });
}

Result<DeliveredLink> Engine::get_link(const Request& request, EntitlementId entitlement, const Artifact& artifact) {
    auto receipt = execute(request, entitlement, GetLink{.artifact = artifact});
    if (!receipt) { return std::move(receipt).error(); }
    return engine::reading(*inside_, [&](Reading& open) -> Result<DeliveredLink> {
        auto entry = open.pipeline.standing(request.by, entitlement, open.now);
        if (!entry) { return std::move(entry).error(); }
        const DownloadLinkId id = link_for((*entry)->state(), artifact);
        if (id.is_nil()) { return revoked_meanwhile(); }
        auto address = address_of(open, request.by, id);
        if (!address) { return std::move(address).error(); }
        return delivered(inside_->outside, *receipt, id, *address);
    });
}

Result<DeliveredLink> Engine::download(const Request& request, DownloadLinkId link) {
    // The address is looked up before the download is counted: the last one takes it away.
    const auto look = [&] {
        return engine::reading(*inside_, [&](Reading& open) { return address_of(open, request.by, link); });
    };
    auto before = look();
    if (!before && engine::is_no_refusal(before.error())) { return std::move(before).error(); }
    auto receipt = execute(request, link, Download{});
    if (!receipt) { return std::move(receipt).error(); }
    auto after = look();
    if (!after) { return std::move(after).error(); }
    const bool was_the_last = before && after->sealed.empty() && is_in<DownloadLink::Expired>(after->link) &&
                              before->link.times_begun == after->link.times_begun;
    if (was_the_last) { after->sealed = std::move(before->sealed); }
    return delivered(inside_->outside, *receipt, link, *after);
}

}  // namespace csp
