// An entry of the activity log, with what the record it is about says of itself.
#pragma once

#include "csp/activity.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"

namespace csp {

inline ActivityEntry entry_about(Action action, const EntitlementId& id, const Grant& grant,
                                 const DownloadLinkId& link = {}) {
    return ActivityEntry{.action = action,
                         .partner = grant.partner,
                         .customer = grant.customer,
                         .order = grant.order,
                         .entitlement = id,
                         .product = grant.product,
                         .product_name = grant.product_name,
                         .link = link};
}

inline ActivityEntry entry_about(Action action, const DownloadLinkId& id, const LinkTarget& target) {
    return ActivityEntry{.action = action,
                         .partner = target.partner,
                         .customer = target.customer,
                         .order = target.order,
                         .entitlement = target.entitlement,
                         .product = target.product,
                         .product_name = target.product_name,
                         .link = id};
}

}  // namespace csp
