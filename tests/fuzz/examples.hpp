// One good value of each struct that is hard to draw from nothing: a fuzzer takes it and spoils a field.
#pragma once

#include <csp.h>

#include <tuple>
#include <type_traits>

#include "capi/c_texts.hpp"

namespace csp::fuzz {

class Examples {
public:
    Examples() {
        fill_people();
        fill_goods();
        fill_orders();
    }
    Examples(const Examples&) = delete;  // they point to each other
    Examples& operator=(const Examples&) = delete;

    template <class T>
    T& the() {
        return std::get<T>(all_);
    }
    /// nullptr: there is none.
    template <class T>
    const T* find() const {
        if constexpr (is_one_of<T>(static_cast<All*>(nullptr))) { return &std::get<T>(all_); }
        return nullptr;
    }

private:
    void fill_people() {
        auto& address = the<csp_address>() = CSP_INIT(csp_address);
        address.line1 = test::text("1 Main Street");
        address.city = test::text("Redmond");
        address.state = test::text("WA");
        address.postal_code = test::text("98052");
        address.country = test::country("US");
        address.first_name = test::text("Ben");
        address.last_name = test::text("Smith");
        address.phone = test::text("4255550100");
        auto& profile = the<csp_billing_profile>() = CSP_INIT(csp_billing_profile);
        profile.company_name = test::text("Contoso");
        profile.email = test::text("ben@contoso.example.com");
        profile.culture = test::text("en-US");
        profile.language = test::text("en");
        profile.address = &address;
        auto& enrolment = the<csp_enrolment>() = CSP_INIT(csp_enrolment);
        enrolment.company_name = test::text("Fabrikam");
        enrolment.kind = CSP_PARTNER_KIND_DIRECT_BILL;
        enrolment.mpn_id = test::text("4512345");
        enrolment.country = test::country("US");
        enrolment.billing_day = 15;
        enrolment.billing_currency = csp_currency{"USD"};
        auto& wish = the<csp_request_partnership>() = CSP_INIT(csp_request_partnership);
        wish.reseller_email = test::text("rob@relecloud.example.com");
    }
    void fill_goods() {
        static constexpr csp_cycle cycles[] = {CSP_CYCLE_MONTHLY, CSP_CYCLE_ANNUAL};
        auto& listing = the<csp_listing>() = CSP_INIT(csp_listing);
        listing.country = test::country("US");
        listing.catalog_id = test::text("031C9E47-4802-4248-838E-778FB1D2CC05");
        listing.name = test::text("Business Premium");
        listing.maximum_quantity = 300;
        listing.cycles = cycles;
        listing.cycles_count = 2;
        auto& price = the<csp_price>() = CSP_INIT(csp_price);
        price.market = test::country("US");
        price.unit_price = test::dollars(1250);
        auto& artifact = the<csp_artifact>() = CSP_INIT(csp_artifact);
        artifact.version = test::text("2019");
        artifact.language = test::text("en-US");
        artifact.file_type = test::text("ISO, x64");
        auto& sheet = the<csp_product_sheet>() = CSP_INIT(csp_product_sheet);
        sheet.catalog_id = test::text("DG7GMGF0DWM4/0001");
        sheet.name = test::text("Office Professional 2019");
        sheet.kind = CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE;
        sheet.maximum_quantity = 10;
        sheet.artifacts = &artifact;
        sheet.artifacts_count = 1;
    }
    /// Their offer, product and customer are named once there are some.
    void fill_orders() {
        the<csp_order_line>() = CSP_INIT(csp_order_line);
        the<csp_order_line>().quantity = 5;
        the<csp_first_line>() = CSP_INIT(csp_first_line);
        the<csp_first_line>().quantity = 5;
        auto& first = the<csp_first_order>() = CSP_INIT(csp_first_order);
        first.lines = &the<csp_first_line>();
        first.lines_count = 1;
        the<csp_software_wish>() = CSP_INIT(csp_software_wish);
        the<csp_software_wish>().quantity = 1;
        auto& contact = the<csp_support_contact>() = CSP_INIT(csp_support_contact);
        contact.name = test::text("Ann");
        contact.email = test::text("ann@fabrikam.example.com");
        contact.phone = test::text("4255550101");
        auto& form = the<csp_support_form>() = CSP_INIT(csp_support_form);
        form.impact = CSP_IMPACT_MODERATE;
        form.title = test::text("A refund");
        form.description = test::text("It was bought twice.");
        form.contact = &contact;
    }

    using All = std::tuple<csp_address, csp_billing_profile, csp_enrolment, csp_request_partnership, csp_listing,
                           csp_price, csp_artifact, csp_product_sheet, csp_order_line, csp_first_line, csp_first_order,
                           csp_software_wish, csp_support_contact, csp_support_form>;
    template <class T, class... One>
    static constexpr bool is_one_of(std::tuple<One...>*) {
        return (std::is_same_v<T, One> || ...);
    }

    All all_{};
};

}  // namespace csp::fuzz
