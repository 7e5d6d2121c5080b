// Fetches a key or an address from the fulfilment, once everything else has said yes, and seals it.
#include "engine/deliver.hpp"

#include "engine/arm.hpp"
#include "engine/facts.hpp"
#include "engine/look_up.hpp"

namespace csp::engine {
namespace {

/// Stands where the sealed text will be, to find out whether one is needed; a preview shows it. No sealed text has a
/// blank in it.
constexpr std::string_view not_delivered = "not delivered yet";

Entitlement::Command with_sealed(Entitlement::Command command, std::string_view sealed) {
    if (auto* keys = std::get_if<GetKeys>(&command)) { keys->sealed_key = sealed; }
    if (auto* link = std::get_if<GetLink>(&command)) { link->sealed_url = sealed; }
    return command;
}

Delivery delivery_of(const EntitlementId& id, const Grant& grant, const Product* product, const Artifact& artifact) {
    return Delivery{.entitlement = id,
                    .product = grant.product,
                    .catalog_id = product != nullptr ? std::string_view(product->sheet.catalog_id) : std::string_view{},
                    .quantity = grant.quantity,
                    .version = artifact.version,
                    .language = artifact.language,
                    .file_type = artifact.file_type};
}

Result<std::string> sealed_key(const Outside& outside, const Delivery& delivery) {
    auto key = outside.fulfilment->key_for(delivery);
    if (!key) { return std::move(key).error(); }
    return outside.sealer->seal(*key, seal_of_key(delivery.entitlement));
}

Result<std::string> sealed_url(const Outside& outside, const Delivery& delivery) {
    auto url = outside.fulfilment->url_for(delivery);
    if (!url) { return std::move(url).error(); }
    return outside.sealer->seal(*url, seal_of_url(delivery.link));
}

}  // namespace

std::string seal_of_key(const EntitlementId& entitlement) { return "key of " + text_of(entitlement); }
std::string seal_of_url(const DownloadLinkId& link) { return "url of " + text_of(link); }

Error no_fulfilment() {
    return Error{
        .code = Code::internal,
        .sentence = "engine: it was opened without a fulfilment and a sealer, so it has no keys and downloads"};
}

template <>
bool needs_arming<Entitlement>(const Entitlement::Command& command) {
    return std::holds_alternative<GetKeys>(command) || std::holds_alternative<GetLink>(command);
}

template <>
Result<Entitlement::Command> armed(Pipeline& pipeline, Entry<Entitlement>& entry, const Entitlement::Command& command,
                                   Instant at) {
    const Outside& outside = pipeline.outside();
    Entitlement::Command trial = with_sealed(command, not_delivered);
    if (auto* link = std::get_if<GetLink>(&trial)) { link->new_link = DownloadLinkId{outside.ids.next()}; }
    auto facts = gather<Entitlement>(pipeline, entry, trial, at);
    if (!facts) { return std::move(facts).error(); }
    auto event = decide(Question<Entitlement>{entry.state(), trial, facts->facts, pipeline.policy(), at});
    if (!event) { return std::move(event).error(); }
    if (!outside.delivers) { return trial; }

    const auto* key = std::get_if<KeyAccessed>(&*event);
    const auto* link = std::get_if<LinkIssued>(&*event);
    const bool needs_key = key != nullptr && key->sealed_key == not_delivered;
    const bool needs_url = link != nullptr && link->begins;
    if (!needs_key && !needs_url) { return with_sealed(std::move(trial), {}); }
    if (outside.fulfilment == nullptr || outside.sealer == nullptr) { return no_fulfilment(); }
    const Artifact& artifact = needs_key ? key->artifact : link->artifact;
    auto product = look_up(pipeline, entry.state().grant.product);
    if (!product) { return std::move(product).error(); }
    Delivery delivery = delivery_of(entry.id, entry.state().grant, *product, artifact);
    if (needs_url) {
        delivery.link = link->link;
        const DownloadLink* before = facts->facts.link;
        delivery.renewal = before != nullptr ? static_cast<std::uint64_t>(before->times_begun) : 0;
    }
    auto sealed = needs_key ? sealed_key(outside, delivery) : sealed_url(outside, delivery);
    if (!sealed) { return std::move(sealed).error(); }
    return with_sealed(std::move(trial), *sealed);
}

}  // namespace csp::engine
