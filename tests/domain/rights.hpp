// Software that was bought, its key and its links, for tests to change one thing in.
#pragma once

#include <string>
#include <string_view>

#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"
#include "domain/goods.hpp"

namespace csp::test {

inline const Artifact english{"2019", "en-US", "ISO, x64"};
inline const Artifact german{"2019", "de-DE", "ISO, x64"};
inline const Artifact older{"2016", "en-US", "ISO, x64"};

inline Grant perpetual_grant() {
    return {.partner = id<Partner>(1),
            .customer = id<Customer>(1),
            .order = id<SoftwareOrder>(1),
            .product = id<Product>(1),
            .product_name = "Windows Server",
            .kind = ProductKind::perpetual_software,
            .quantity = 5,
            .artifacts = {english, german, older},
            .bought_at = at("2020-01-21T09:00:00Z")};
}
inline Grant granted_until(std::string_view end) {
    Grant grant = perpetual_grant();
    grant.kind = ProductKind::software_subscription;
    grant.term = Term{date_of(grant.bought_at), day(end)};
    return grant;
}

/// A link that began at that moment.
inline Asked<DownloadLink> link_issued_at(std::string_view moment, const Policy& policy = {}) {
    Asked<DownloadLink> link{.policy = policy, .now = at(moment)};
    link.then<LinkEnabled>(EnableLink{{.entitlement = id<Entitlement>(1), .artifact = english}, "sealed address"});
    return link;
}
inline void download(Asked<DownloadLink>& link, int times) {
    for (int i = 0; i < times; ++i) { link.then<Downloaded>(Download{}); }
}
inline const DownloadLink::Valid& valid(const Asked<DownloadLink>& link) {
    REQUIRE(is_in<DownloadLink::Valid>(link.state));
    return in<DownloadLink::Valid>(link.state);
}

}  // namespace csp::test
