// The index entries of software, and of the activity log.
#include <set>

#include "codec/keys.hpp"
#include "csp/activity.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"
#include "csp/product.hpp"
#include "csp/software_order.hpp"
#include "csp/support_request.hpp"
#include "csp/text.hpp"

namespace csp::codec {
namespace {

constexpr char end_of_text = '\0';

IndexEntry entry(Index index, std::string bytes) {
    return IndexEntry{static_cast<std::uint16_t>(index), std::move(bytes)};
}

}  // namespace

std::string moment(Instant at) {
    std::string bytes;
    const auto us = static_cast<std::uint64_t>(kept_in_range(at).us);
    for (int shift = 56; shift >= 0; shift -= 8) { bytes += static_cast<char>(us >> shift & 0xFF); }
    return bytes;
}

std::vector<IndexEntry> keys_of(const Product& product, const ProductId& id) {
    return {entry(Index::products_by_name, lower_ascii(product.sheet.name) + end_of_text + prefix_of(id))};
}

std::vector<IndexEntry> keys_of(const SoftwareOrder& order, const SoftwareOrderId& id) {
    std::vector<IndexEntry> entries{
        entry(Index::software_orders_of_customer, prefix_of(order.partner, order.customer, id))};
    std::set<ProductId> products;  // two lines may be for the same one
    for (const SoftwareLine& line : order.lines) { products.insert(line.product); }
    for (const ProductId& product : products) {
        entries.push_back(entry(Index::software_orders_by_product, prefix_of(order.customer, product, id)));
    }
    return entries;
}

std::vector<IndexEntry> keys_of(const Entitlement& entitlement, const EntitlementId& id) {
    const Grant& grant = entitlement.grant;
    return {entry(Index::entitlements_of_customer, prefix_of(grant.partner, grant.customer, id))};
}

/// It is found through its entitlement, or by its id.
std::vector<IndexEntry> keys_of(const DownloadLink&, const DownloadLinkId&) { return {}; }

std::vector<IndexEntry> keys_of(const SupportRequest& request, const SupportRequestId& id) {
    return {entry(Index::support_requests_of_customer, prefix_of(request.partner, request.form.customer, id))};
}

std::vector<IndexEntry> keys_of(const Activity& activity, const ActivityId& id) {
    const ActivityEntry& one = activity.entry;
    const std::string when_and_which = moment(one.at) + prefix_of(id);
    return {entry(Index::activities_of_partner, prefix_of(one.partner) + when_and_which),
            entry(Index::activities_of_customer, prefix_of(one.partner, one.customer) + when_and_which)};
}

bool same_keys(const Product& before, const Product& after) { return before.sheet.name == after.sheet.name; }
// The products of an order's lines never change, and it has lines once it has been bought.
bool same_keys(const SoftwareOrder& before, const SoftwareOrder& after) {
    return before.partner == after.partner && before.customer == after.customer &&
           before.lines.size() == after.lines.size();
}
bool same_keys(const Entitlement& before, const Entitlement& after) {
    return before.grant.partner == after.grant.partner && before.grant.customer == after.grant.customer;
}
bool same_keys(const DownloadLink&, const DownloadLink&) { return true; }
bool same_keys(const SupportRequest& before, const SupportRequest& after) {
    return before.partner == after.partner && before.form.customer == after.form.customer;
}
bool same_keys(const Activity& before, const Activity& after) {
    return before.entry.partner == after.entry.partner && before.entry.customer == after.entry.customer &&
           before.entry.at == after.entry.at;
}

}  // namespace csp::codec
