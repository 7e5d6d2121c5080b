// The samples of tests/codec/samples.hpp for products and orders of software.
#pragma once

#include "codec/samples_shared.hpp"
#include "csp/product.hpp"
#include "csp/software_order.hpp"

namespace csp::test {

// ---- product -----------------------------------------------------------------------------------------
inline ProductSheet sample_sheet() {
    return {.catalog_id = "DG7GMGF0DWM4/0001",
            .name = "SQL Server Standard",
            .kind = ProductKind::software_subscription,
            .term_months = 36,
            .minimum_quantity = 2,
            .maximum_quantity = 1000,
            .artifacts = {{"2019", "en-US", "ISO, x64"}, {"2019", "ja-JP", "EXE, x64"}},
            .cancellation = {{day("2020-01-01"), CancellationWay::window, 60},
                             {day("2021-06-01"), CancellationWay::support_only, 0}},
            .credit = CreditWay::prorated,
            .has_hybrid_benefit = true};
}
inline std::vector<Product::Event> samples_of_events(const Product*) {
    return {ProductListed{sample_sheet()}, ProductWithdrawn{}, ProductPriceSet{sample_price()}};
}
inline std::vector<Product> samples_of_states(const Product*) {
    std::vector<Product> all(3, Product{.sheet = sample_sheet(), .prices = {sample_price()}});
    all[1].phase = Product::Listed{};
    all[2].phase = Product::Withdrawn{};
    return all;
}

// ---- order of software ---------------------------------------------------------------------------------
inline SoftwareCredit sample_credit() {
    return {.cancelled_on = day("2020-03-21"),
            .amount = {94526, dollar},
            .tax = {17960, dollar},
            .invoiced_on = day("2020-04-08")};
}
inline std::vector<SoftwareLine> sample_software_lines() {
    const SoftwareLine subscription{
        .product = numbered<Product>(7),
        .product_name = "SQL Server Standard",
        .kind = ProductKind::software_subscription,
        .quantity = 0,
        .unit_price = {50000, dollar},
        .amount = {100000, dollar},
        .tax = {19000, dollar},
        .includes_tax = false,
        .term = Term{day("2020-01-21"), day("2023-01-21")},
        .cancellation = {day("2020-01-01"), CancellationWay::window, 60},
        .credit = CreditWay::prorated,
        .quantity_bought = 2,
        .entitlement = numbered<Entitlement>(9),
        .artifacts = {{.version = "2019", .language = "en-US", .file_type = "ISO, \"x64\""}},
        .cancelled = sample_credit()};
    const SoftwareLine perpetual{.product = numbered<Product>(71),
                                 .product_name = "Windows Server 2019 Standard",
                                 .kind = ProductKind::perpetual_software,
                                 .quantity = 1,
                                 .unit_price = {110000, dollar},
                                 .amount = {110000, dollar},
                                 .includes_tax = true,
                                 .cancellation = {day("1970-01-01"), CancellationWay::none, 0},
                                 .credit = CreditWay::full,
                                 .quantity_bought = 1,
                                 .entitlement = numbered<Entitlement>(91),
                                 .artifacts = {{.version = "2019", .language = "en-US", .file_type = "ISO, \"x64\""}}};
    return {subscription, perpetual};
}
inline std::vector<SoftwareOrder::Event> samples_of_events(const SoftwareOrder*) {
    return {SoftwareBought{.partner = numbered<Partner>(1),
                           .customer = numbered<Customer>(2),
                           .country = america,
                           .lines = sample_software_lines(),
                           .bought_at = moment("2020-01-21T10:00:00.000001Z")},
            SoftwareCancelled{.lines = {{1, numbered<Entitlement>(91), sample_credit()}},
                              .cancelled_at = moment("2020-03-21T23:59:59.999999Z"),
                              .visible_by = moment("2020-03-22T00:14:59.999999Z"),
                              .termination_fee = {0, dollar},
                              .discontinue_use = false,
                              .uninstall = false,
                              .support_request = numbered<SupportRequest>(8)},
            SupportAskedFor{.is_needed = false}, SoftwareOrderClosed{moment("2020-03-21T23:59:59.999999Z")}};
}
inline std::vector<SoftwareOrder> samples_of_states(const SoftwareOrder*) {
    const SoftwareOrder order{.partner = numbered<Partner>(1),
                              .customer = numbered<Customer>(2),
                              .country = america,
                              .bought_at = moment("2020-01-21T10:00:00.000001Z"),
                              .needs_support = true,
                              .lines = sample_software_lines()};
    std::vector<SoftwareOrder> all(3, order);
    all[1].phase = SoftwareOrder::Completed{};
    all[2].phase = SoftwareOrder::Cancelled{moment("2020-03-21T23:59:59.999999Z")};
    return all;
}

}  // namespace csp::test
