// The shop with a shelf of software: two products of each kind that a test may need.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/shop.hpp"

namespace csp::test {

inline const ProductId office = id<Product>(21);          ///< perpetual, 1,000.00
inline const ProductId windows_server = id<Product>(22);  ///< subscription of three years, 1,000.00
inline const ProductId sql_server = id<Product>(23);      ///< subscription of a year, 365.00
inline const ProductId windows_7_updates = id<Product>(24);
inline const ProductId suse = id<Product>(25);
inline const ProductId virtual_machine = id<Product>(26);  ///< a reservation

inline const Artifact english_iso{"2019", "en-US", "ISO, x64"};
inline const Artifact german_iso{"2019", "de-DE", "ISO, x64"};
inline const Artifact no_artifact{"2016", "fr-FR", "VHD, x64"};

inline ProductSheet sheet_of(std::string name, ProductKind kind, std::int32_t term_months) {
    ProductSheet sheet{.name = std::move(name), .kind = kind, .term_months = term_months, .maximum_quantity = 1'000};
    sheet.catalog_id = "CFQ7-" + sheet.name;
    sheet.artifacts = {english_iso, german_iso};
    return sheet;
}

inline std::vector<std::pair<ProductId, ProductSheet>> software_shelf() {
    return {
        {office, sheet_of("Office Professional 2019", ProductKind::perpetual_software, 0)},
        {windows_server, sheet_of("Windows Server Standard", ProductKind::software_subscription, 36)},
        {sql_server, sheet_of("SQL Server Standard", ProductKind::software_subscription, 12)},
        {windows_7_updates, sheet_of("Windows 7 Extended Security Updates 2020", ProductKind::security_updates, 12)},
        {suse, sheet_of("SUSE Linux Enterprise Server", ProductKind::linux_plan, 12)},
        {virtual_machine, sheet_of("Virtual machine D2", ProductKind::reservation, 36)}};
}

inline Money price_of_software(const ProductId& product) {
    return product == sql_server ? dollars(365) : dollars(1'000);
}

template <class Store>
struct SoftwareShop : Shop<Store> {
    using Shop<Store>::ann;
    using Shop<Store>::clock;
    using Shop<Store>::contoso;
    using Shop<Store>::engine;
    Actor global_admin{.user = "gil@fabrikam.com", .partner = Shop<Store>::fabrikam, .roles = Role::global_admin};
    Actor auditor{.user = "ada@fabrikam.com", .partner = Shop<Store>::fabrikam, .roles = Role::account_admin};

    SoftwareShop() : SoftwareShop(without_bills()) {}
    explicit SoftwareShop(Policy rules) : Shop<Store>(std::move(rules)) {
        for (const auto& [product, sheet] : software_shelf()) {
            good(engine->execute({.by = host()}, product, ListProduct{sheet}));
            good(engine->execute({.by = host()}, product,
                                 SetProductPrice{{us, price_of_software(product), day("2018-01-01"), {}}}));
        }
        clock.set(at("2019-01-01T00:00:00Z"));
    }

    Result<Receipt> order(const std::vector<SoftwareWish>& lines) {
        return engine->template create<SoftwareOrder>({.by = ann}, BuySoftware{.customer = contoso, .lines = lines});
    }
    SoftwareOrderId buy_software(const ProductId& product, std::int32_t quantity = 1) {
        return id_in<SoftwareOrder>(good(order({{.product = product, .quantity = quantity}})));
    }
    SoftwareOrderId buy_on(const std::string& date, const ProductId& product) {
        clock.set(start_of(day(date)));
        return buy_software(product);
    }
    SoftwareOrder software_order(const SoftwareOrderId& which) { return good(engine->read(host(), which)).state; }
    EntitlementId right_of(const SoftwareOrderId& which, std::size_t line = 0) {
        return software_order(which).lines.at(line).entitlement;
    }
    Entitlement right(const EntitlementId& which) { return good(engine->read(host(), which)).state; }
    DownloadLink link(const DownloadLinkId& which) { return good(engine->read(host(), which)).state; }
    DownloadLinkId link_to(const EntitlementId& which, const Artifact& artifact = english_iso) {
        return good(engine->get_link({.by = ann}, which, artifact)).link;
    }

    CancelSoftware whole(const SoftwareOrderId& which) {
        return CancelSoftware{.customer = software_order(which).customer, .acknowledged = true, .whole_order = true};
    }
    Result<Receipt> cancel(const SoftwareOrderId& which) { return engine->execute({.by = ann}, which, whole(which)); }
    Result<Receipt> cancel_line(const SoftwareOrderId& which, std::int32_t line) {
        const SoftwareOrder known = software_order(which);
        return engine->execute({.by = ann}, which,
                               CancelSoftware{.customer = known.customer,
                                              .product = known.lines.at(static_cast<std::size_t>(line)).product,
                                              .lines = {line},
                                              .acknowledged = true});
    }
    /// The form as the dialog opens it, with what only a person knows.
    SupportForm filled_form(const SoftwareOrderId& which) {
        SupportForm form = good(engine->support_form(ann, which));
        form.impact = Impact::minimal;
        form.refund_reason = "the machines are gone";
        form.contact = {"Ann Beebe", "ann@fabrikam.com", "+1 425 555 0100"};
        return form;
    }
    SupportRequestId submitted(const SupportForm& form) {
        const auto request = id_in<SupportRequest>(
            good(engine->template create<SupportRequest>({.by = ann}, DraftSupportRequest{.form = form})));
        good(engine->execute({.by = ann}, request, SubmitSupportRequest{}));
        return request;
    }
    LineCancellation dialog(const SoftwareOrderId& which, std::size_t line = 0) {
        return good(engine->cancellation(ann, which)).at(line);
    }
    std::vector<ActivityEntry> activity(const std::string& from, const std::string& to) {
        return good(engine->software_activity(auditor, {.days = DayRange{day(from), day(to)}}, {.size = 1'000})).items;
    }
    std::vector<SoftwareItem> items() { return good(engine->software_items(ann, contoso, {})).items; }
};

}  // namespace csp::test
