// What happens to software means to others: an order grants and revokes rights, these their links, and all of it is
// logged.
#include "csp/reaction.hpp"

#include <algorithm>

#include "domain/billing_reaction.hpp"
#include "domain/entries.hpp"

namespace csp {
namespace {

using Reactions = std::vector<Reaction>;

Reactions for_everything_bought(const SoftwareOrderId& order, const SoftwareBought& e) {
    Reactions out;
    for (std::size_t line = 0; line < e.lines.size(); ++line) {
        const SoftwareLine& bought = e.lines[line];
        Grant grant{.partner = e.partner,
                    .customer = e.customer,
                    .order = order,
                    .line = static_cast<std::int32_t>(line),
                    .product = bought.product,
                    .product_name = bought.product_name,
                    .kind = bought.kind,
                    .quantity = bought.quantity,
                    .term = bought.term,
                    .artifacts = bought.artifacts,
                    .bought_at = e.bought_at};
        out.push_back(For<Entitlement>{bought.entitlement, GrantEntitlement{std::move(grant)}});
    }
    return out;
}

bool nothing_stands(const SoftwareOrder& order) {
    return std::ranges::all_of(order.lines, [](const SoftwareLine& line) { return line.cancelled.has_value(); });
}

/// CAN-18: whatever was cancelled is revoked with it; the order ends with its last line (E4).
Reactions for_everything_cancelled(const SoftwareOrderId& order, const SoftwareOrder& after,
                                   const SoftwareCancelled& e) {
    Reactions out;
    for (const CancelledLine& line : e.lines) {
        out.push_back(For<Entitlement>{line.entitlement, RevokeEntitlement{}});
    }
    if (nothing_stands(after)) { out.push_back(For<SoftwareOrder>{order, CloseSoftwareOrder{}}); }
    return out;
}

/// A link that begins is enabled; one that is still valid is only shown again. Both are logged (LOG-02).
Reactions for_the_link(const EntitlementId& id, const Grant& grant, const LinkIssued& e) {
    Reactions out;
    if (e.begins) {
        const LinkTarget target{.partner = grant.partner,
                                .customer = grant.customer,
                                .order = grant.order,
                                .entitlement = id,
                                .product = grant.product,
                                .product_name = grant.product_name,
                                .artifact = e.artifact};
        out.push_back(For<DownloadLink>{e.link, EnableLink{target, e.sealed_url}});
    }
    out.push_back(ForTheLog{entry_about(Action::link_issued, id, grant, e.link)});
    return out;
}

/// ENT-09, C6: no link outlives the right it belongs to.
Reactions for_all_links(const Entitlement& entitlement) {
    Reactions out;
    for (const ArtifactLink& link : entitlement.links) { out.push_back(For<DownloadLink>{link.link, RevokeLink{}}); }
    return out;
}

/// The last download of the allowance ends the link in the same commit (ENT-06).
Reactions for_a_download(const DownloadLinkId& id, const DownloadLink& after) {
    Reactions out;
    out.push_back(ForTheLog{entry_about(Action::downloaded, id, after.target)});
    if (downloads_left(after) == 0) { out.push_back(For<DownloadLink>{id, ExpireLink{}}); }
    return out;
}

}  // namespace

Reactions react(const SoftwareOrderId& id, const SoftwareOrder& after, const SoftwareOrder::Event& event,
                const Policy& policy) {
    Reactions out = std::visit(overloaded{
                                   [&](const SoftwareBought& e) { return for_everything_bought(id, e); },
                                   [&](const SoftwareCancelled& e) { return for_everything_cancelled(id, after, e); },
                                   [](const auto&) { return Reactions{}; },
                               },
                               event);
    for (Reaction& one : domain::for_its_invoices(id, after, event, policy)) { out.push_back(std::move(one)); }
    return out;
}

Reactions react(const EntitlementId& id, const Entitlement& after, const Entitlement::Event& event, const Policy&) {
    return std::visit(overloaded{
                          [&](const KeyAccessed&) {
                              return Reactions{ForTheLog{entry_about(Action::key_accessed, id, after.grant)}};
                          },
                          [&](const LinkIssued& e) { return for_the_link(id, after.grant, e); },
                          [&](const EntitlementRevoked&) { return for_all_links(after); },
                          [&](const EntitlementLapsed&) { return for_all_links(after); },
                          [](const auto&) { return Reactions{}; },
                      },
                      event);
}

Reactions react(const DownloadLinkId& id, const DownloadLink& after, const DownloadLink::Event& event, const Policy&) {
    return std::holds_alternative<Downloaded>(event) ? for_a_download(id, after) : Reactions{};
}

/// C6: an accepted refund takes the purchase back, whatever day it is.
Reactions react(const SupportRequestId& id, const SupportRequest&, const SupportRequest::Event& event, const Policy&) {
    const auto* accepted = std::get_if<RefundAccepted>(&event);
    if (accepted == nullptr || accepted->order.is_nil()) { return {}; }
    return {For<SoftwareOrder>{accepted->order, RefundSoftware{accepted->lines, accepted->amount, id}}};
}

}  // namespace csp
