// What a product's sheet says: how a purchase can be taken back, what is credited, what can be downloaded.
#include <algorithm>

#include "base/malformed.hpp"
#include "csp/product.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

/// Where the sheet is silent.
CancellationPolicy cancellation_by_kind(ProductKind kind, Date ordered_on, const Policy& policy) {
    const CancellationPolicy window{first_date, CancellationWay::window, policy.software_cancel_days.on(ordered_on)};
    const CancellationPolicy by_support{first_date, CancellationWay::support_only, 0};
    switch (kind) {
        case ProductKind::perpetual_software:
        case ProductKind::software_subscription: return window;
        case ProductKind::reservation: return by_support;  // B6: fees and a yearly cap, which people look at
        case ProductKind::linux_plan: return {first_date, CancellationWay::none, 0};                          // CAN-07
        case ProductKind::security_updates: return policy.security_updates_by_support ? by_support : window;  // CAN-06
    }
    return by_support;  // a kind of a newer csp: somebody has to look at it
}

int agreement(const Artifact& a, const Artifact& b) {
    return (a.version == b.version ? 1 : 0) + (a.language == b.language ? 1 : 0) + (a.file_type == b.file_type ? 1 : 0);
}

}  // namespace

std::string_view name_of(ProductKind kind) {
    switch (kind) {
        case ProductKind::perpetual_software: return "perpetual_software";
        case ProductKind::software_subscription: return "software_subscription";
        case ProductKind::reservation: return "reservation";
        case ProductKind::linux_plan: return "linux_plan";
        case ProductKind::security_updates: return "security_updates";
    }
    return "unknown";
}

std::string text_of(const Artifact& artifact) {
    return artifact.version + ", " + artifact.language + ", " + artifact.file_type;
}

CancellationPolicy cancellation_policy_on(const ProductSheet& sheet, Date ordered_on, const Policy& policy) {
    CancellationPolicy found = cancellation_by_kind(sheet.kind, ordered_on, policy);
    for (const CancellationPolicy& since : sheet.cancellation) {  // by their days: the last one that began holds
        if (since.from <= ordered_on) { found = since; }
    }
    if (policy.every_cancellation_by_support && found.way == CancellationWay::window) {  // CAN-09
        return {found.from, CancellationWay::support_only, 0};
    }
    return found;
}

CreditWay credit_way_of(const ProductSheet& sheet, const Policy& policy) {
    if (sheet.credit != CreditWay::by_kind) { return sheet.credit; }
    const bool is_for_good = sheet.term_months == 0;  // CAN-21
    return is_for_good || policy.software_credit == SoftwareSubscriptionCredit::full ? CreditWay::full
                                                                                     : CreditWay::prorated;
}

std::optional<Error> why_no_artifact(std::span<const Artifact> artifacts, std::string_view product,
                                     const Artifact& wanted) {
    if (std::ranges::count(artifacts, wanted) > 0) { return std::nullopt; }
    constexpr std::size_t most_named = 5;  // a sentence, not a catalogue
    int best = 0;
    for (const Artifact& artifact : artifacts) { best = std::max(best, agreement(artifact, wanted)); }
    std::string nearest;
    std::size_t named = 0;
    for (const Artifact& artifact : artifacts) {
        if (agreement(artifact, wanted) != best || named == most_named) { continue; }
        nearest += (named == 0 ? "" : "; or ") + text_of(artifact);
        ++named;
    }
    return refused("ENT-03", "no_such_artifact", "artifact",
                   nearest.empty()
                       ? "there is nothing to download for " + std::string(product)
                       : std::string(product) + " has no " + quoted(text_of(wanted)) + "; the nearest are " + nearest);
}

}  // namespace csp
