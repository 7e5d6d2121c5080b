// Commands whose answer is more than a receipt: what cannot be shown is not done, counted or logged.
#include "csp/engine.hpp"
#include "domain/refusals.hpp"
#include "engine/deliver.hpp"
#include "engine/happenings.hpp"
#include "engine/inside.hpp"
#include "engine/look_up.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::Reading;

Error no_longer(std::string_view rule, std::string_view reason, std::string sentence) {
    return Error{.code = Code::refused,
                 .rule = std::string(rule),
                 .reason = std::string(reason),
                 .sentence = std::move(sentence)};
}
Error revoked_meanwhile() {
    return no_longer("ENT-09", "revoked", "it has been revoked or has ended meanwhile, and is no longer shown");
}

/// C1: of a former customer's nothing is shown any more, whoever asked for it before.
Result<Done> has_its_customer(Reading& open, const CustomerId& id) {
    auto customer = engine::look_up(open.pipeline, id);
    if (!customer) { return std::move(customer).error(); }
    if (*customer != nullptr && !is_in<Customer::Active>(**customer)) { return why_not_a_customer(*customer); }
    return done;
}

Result<Secret> opened(const engine::Outside& outside, const std::string& sealed, const std::string& seal) {
    if (outside.sealer == nullptr) { return engine::no_fulfilment(); }
    return outside.sealer->open(sealed, seal);
}

/// The event of a record with that version.
template <class S, class E>
Result<E> event_of(Reading& open, const Id<S>& id, std::uint64_t version) {
    auto stored = open.transaction.history(engine::kind_of<S>, id.bytes, version - 1, 1);
    if (!stored) { return std::move(stored).error(); }
    if (!stored->empty() && stored->front().version == version) {
        auto happening = engine::happening_of(stored->front());
        if (!happening) { return std::move(happening).error(); }
        if (const auto* event = std::get_if<typename S::Event>(&happening->event)) {
            if (const auto* wanted = std::get_if<E>(event)) { return *wanted; }
        }
    }
    return Error{.code = Code::storage,
                 .sentence = "storage: version " + std::to_string(version) + " of " + text_of(id) + " is missing"};
}

Result<DeliveredLink> delivered(const engine::Outside& outside, const Receipt& receipt, const DownloadLinkId& id,
                                const std::string& sealed, std::int32_t left, Instant end) {
    auto url = opened(outside, sealed, engine::seal_of_url(id));
    if (!url) { return std::move(url).error(); }
    return DeliveredLink{
        .receipt = receipt, .link = id, .downloads_left = left, .end = end, .url = std::move(url).value()};
}

}  // namespace

Result<DeliveredKeys> Engine::get_keys(const Request& request, EntitlementId entitlement, const Artifact& artifact) {
    const auto show = [&](Reading& open, const Receipt& receipt) -> Result<DeliveredKeys> {
        auto entry = open.pipeline.standing(request.by, entitlement, open.now);
        if (!entry) { return std::move(entry).error(); }
        const std::string& sealed = (*entry)->state().sealed_key;
        if (auto there = has_its_customer(open, (*entry)->state().grant.customer); !there) {
            return std::move(there).error();
        }
        if (sealed.empty()) { return revoked_meanwhile(); }
        auto key = opened(inside_->outside, sealed, engine::seal_of_key(entitlement));
        if (!key) { return std::move(key).error(); }
        return DeliveredKeys{.receipt = receipt, .key = std::move(key).value()};
    };
    return engine::doing(*inside_, request, entitlement, GetKeys{.artifact = artifact}, show);
}

Result<DeliveredLink> Engine::get_link(const Request& request, EntitlementId entitlement, const Artifact& artifact) {
    const auto show = [&](Reading& open, const Receipt& receipt) -> Result<DeliveredLink> {
        auto issued = event_of<Entitlement, LinkIssued>(open, entitlement, receipt.version);
        if (!issued) { return std::move(issued).error(); }
        auto entry = open.pipeline.standing(request.by, issued->link, open.now);
        if (!entry) { return std::move(entry).error(); }
        const DownloadLink& link = (*entry)->state();
        if (auto there = has_its_customer(open, link.target.customer); !there) { return std::move(there).error(); }
        const auto* valid = std::get_if<DownloadLink::Valid>(&link.phase);
        if (valid == nullptr) {
            return is_in<DownloadLink::Expired>(link)
                       ? no_longer("ENT-06", "link_expired", "the link has expired since; asking anew renews it")
                       : revoked_meanwhile();
        }
        return delivered(inside_->outside, receipt, issued->link, valid->sealed_url, downloads_left(link), valid->end);
    };
    return engine::doing(*inside_, request, entitlement, GetLink{.artifact = artifact}, show);
}

Result<DeliveredLink> Engine::download(const Request& request, DownloadLinkId link) {
    const auto show = [&](Reading& open, const Receipt& receipt) -> Result<DeliveredLink> {
        auto entry = open.pipeline.standing(request.by, link, open.now);
        if (!entry) { return std::move(entry).error(); }
        if (!request.by.roles.has(Role::host)) {  // ENT-05: whoever it was handed to comes through the host
            auto there = has_its_customer(open, (*entry)->state().target.customer);
            if (!there) { return std::move(there).error(); }
        }
        if (is_in<DownloadLink::Revoked>((*entry)->state())) { return revoked_meanwhile(); }
        // The address is that of the two weeks in which it was counted, though it was the last download of them, and
        // though the link has begun anew since: nothing but downloads comes between a link's beginning and its last.
        auto counted = event_of<DownloadLink, Downloaded>(open, link, receipt.version);
        if (!counted) { return std::move(counted).error(); }
        const std::uint64_t began_with = receipt.version - static_cast<std::uint64_t>(counted->used);
        auto began = event_of<DownloadLink, LinkEnabled>(open, link, began_with);
        if (!began) { return std::move(began).error(); }
        if (open.now >= counted->end) {
            return no_longer("ENT-06", "link_expired",
                             "the download was granted, and its link expired at " + text_of(counted->end));
        }
        const std::int32_t left = began->allowance - counted->used;
        return delivered(inside_->outside, receipt, link, began->sealed_url, left, counted->end);
    };
    return engine::doing(*inside_, request, link, Download{}, show);
}

Result<SoftwareCancellation> Engine::cancel_software(const Request& request, SoftwareOrderId order,
                                                     const CancelSoftware& command) {
    const auto show = [&](Reading& open, const Receipt& receipt) -> Result<SoftwareCancellation> {
        auto cancelled = event_of<SoftwareOrder, SoftwareCancelled>(open, order, receipt.version);
        if (!cancelled) { return std::move(cancelled).error(); }
        return SoftwareCancellation{.receipt = receipt, .cancelled = std::move(cancelled).value()};
    };
    return engine::doing(*inside_, request, order, command, show);
}

}  // namespace csp
