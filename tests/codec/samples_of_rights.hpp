// Samples of what was bought as software gives a right to: entitlements, download links, activities.
#pragma once

#include <vector>

#include "codec/samples_shared.hpp"
#include "csp/activity.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"

namespace csp::test {

// ---- entitlement -------------------------------------------------------------------------------------
inline Artifact sample_artifact() { return {.version = "2019", .language = "en-US", .file_type = "ISO, \"x64\""}; }
inline Grant sample_grant() {
    return {.partner = numbered<Partner>(1),
            .customer = numbered<Customer>(2),
            .order = numbered<SoftwareOrder>(7),
            .line = 1,
            .product = numbered<Product>(8),
            .product_name = "Windows Server – 東京",
            .kind = ProductKind::software_subscription,
            .quantity = 16,
            .term = Term{day("2018-06-01"), day("2021-06-01")},
            .artifacts = {sample_artifact()},
            .bought_at = moment("2018-06-01T12:00:00.123456Z")};
}
inline std::vector<Entitlement::Event> samples_of_events(const Entitlement*) {
    return {EntitlementGranted{sample_grant()},
            KeyAccessed{.artifact = sample_artifact(), .sealed_key = "c2VhbGVkIGtleQ"},
            LinkIssued{.artifact = sample_artifact(),
                       .link = numbered<DownloadLink>(10),
                       .begins = true,
                       .sealed_url = "c2VhbGVkIHVybA"},
            EntitlementRevoked{moment("2018-07-31T23:59:59.999999Z")}, EntitlementLapsed{}};
}
inline std::vector<Entitlement> samples_of_states(const Entitlement*) {
    const Entitlement entitlement{.grant = sample_grant(),
                                  .sealed_key = "c2VhbGVkIGtleQ",
                                  .links = {{sample_artifact(), numbered<DownloadLink>(10)}}};
    std::vector<Entitlement> all(4, entitlement);
    all[1].phase = Entitlement::Owned{};
    all[2].grant.term.reset();
    all[2].phase = Entitlement::Lapsed{};
    all[3].phase = Entitlement::Revoked{moment("2018-07-31T23:59:59.999999Z")};
    return all;
}

// ---- download link -----------------------------------------------------------------------------------
inline LinkTarget sample_target() {
    return {.partner = numbered<Partner>(1),
            .customer = numbered<Customer>(2),
            .order = numbered<SoftwareOrder>(7),
            .entitlement = numbered<Entitlement>(9),
            .product = numbered<Product>(8),
            .product_name = "Windows Server – 東京",
            .artifact = sample_artifact()};
}
inline std::vector<DownloadLink::Event> samples_of_events(const DownloadLink*) {
    return {LinkEnabled{.target = sample_target(),
                        .sealed_url = "c2VhbGVkIHVybA",
                        .issued_at = moment("2020-02-15T10:00:00Z"),
                        .end = moment("2020-02-29T10:00:00Z"),
                        .allowance = 50,
                        .times_begun = 3},
            Downloaded{.used = 49, .end = moment("2020-02-20T10:00:00.000001Z")},
            LinkExpired{.expired_at = moment("2020-02-29T10:00:00Z"), .used = 50},
            LinkRevoked{moment("2020-03-01T00:00:00Z")}};
}
inline std::vector<DownloadLink> samples_of_states(const DownloadLink*) {
    std::vector<DownloadLink> all(4, DownloadLink{.target = sample_target(), .times_begun = 3});
    all[1].phase = DownloadLink::Valid{.issued_at = moment("2020-02-15T10:00:00Z"),
                                       .end = moment("2020-02-29T10:00:00Z"),
                                       .allowance = 50,
                                       .used = 49,
                                       .sealed_url = "c2VhbGVkIHVybA"};
    all[2].phase = DownloadLink::Expired{.expired_at = moment("2020-02-29T10:00:00Z"), .used = 50};
    all[3].phase = DownloadLink::Revoked{moment("2020-03-01T00:00:00Z")};
    return all;
}

// ---- activity ----------------------------------------------------------------------------------------
inline ActivityEntry sample_activity() {
    return {.at = moment("2020-02-15T10:00:00.000001Z"),
            .action = Action::link_issued,
            .partner = numbered<Partner>(1),
            .user = "ann@contoso.com",
            .customer = numbered<Customer>(2),
            .order = numbered<SoftwareOrder>(7),
            .entitlement = numbered<Entitlement>(9),
            .product = numbered<Product>(8),
            .product_name = "Windows Server – 東京",
            .link = numbered<DownloadLink>(10),
            .is_refused = true,
            .rule = "ENT-09",
            .reason = "revoked"};
}
inline std::vector<Activity::Event> samples_of_events(const Activity*) { return {ActivityRecorded{sample_activity()}}; }
inline std::vector<Activity> samples_of_states(const Activity*) {
    std::vector<Activity> all(2, Activity{.entry = sample_activity()});
    all[1].phase = Activity::Recorded{};
    return all;
}

}  // namespace csp::test
