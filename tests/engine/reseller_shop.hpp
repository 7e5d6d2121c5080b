// The shop with an indirect provider and its resellers in it.
#pragma once

#include <string>

#include "csp/text.hpp"
#include "engine/shop.hpp"

namespace csp::test {

inline const std::string link_address = "https://partners.example/accept";

template <class Store>
struct ResellerShop : Shop<Store> {
    using Shop<Store>::Shop;
    using Shop<Store>::engine;
    using Shop<Store>::clock;

    PartnerId wingtip{enrol_as(PartnerKind::indirect_provider, "Wingtip", "3001")};
    PartnerId relecloud{enrol_as(PartnerKind::indirect_reseller, "Relecloud", "4001")};
    PartnerId margie{enrol_as(PartnerKind::indirect_reseller, "Margie", "4002")};
    Actor pat{.user = "pat@wingtip.com", .partner = wingtip, .roles = {Role::admin_agent, Role::global_admin}};
    Actor rob{.user = "rob@relecloud.com", .partner = relecloud, .roles = {Role::admin_agent, Role::global_admin}};
    Actor meg{.user = "meg@margie.com", .partner = margie, .roles = {Role::admin_agent, Role::global_admin}};

    PartnerId enrol_as(PartnerKind kind, std::string name, std::string mpn_id, Country country = us) {
        Enrolment enrolment = good_enrolment();
        enrolment.kind = kind;
        enrolment.company_name = std::move(name);
        enrolment.mpn_id = std::move(mpn_id);
        enrolment.country = country;
        return id_in<Partner>(good(engine->template create<Partner>({.by = host()}, EnrolPartner{enrolment})));
    }

    Result<PartnershipDraft> request(const std::string& text = {}, const Request& as = {}) {
        Request request = as;
        if (request.by.partner.is_nil()) { request.by = pat; }
        return engine->request_partnership(request, {.reseller_email = "bob@relecloud.com", .text = text},
                                           link_address);
    }
    static PartnershipId partnership_of(const PartnershipDraft& draft) { return id_in<Partnership>(draft.receipt); }
    static std::string link_in(const PartnershipDraft& draft) { return std::string(draft.link.reveal()); }

    /// The two have an active partnership from now on.
    PartnershipId join(const Actor& reseller) {
        const PartnershipDraft draft = good(request());
        good(engine->accept_partnership({.by = reseller}, draft.link.reveal(), true));
        return partnership_of(draft);
    }
    Partnership partnership(const PartnershipId& id) { return good(engine->read(host(), id)).state; }

    /// A customer of the provider, of that reseller (nil: of none).
    CustomerId customer_for(const PartnerId& reseller, const std::string& name) {
        return id_in<Customer>(good(new_customer(reseller, name)));
    }
    Result<Receipt> new_customer(const PartnerId& reseller, const std::string& name) {
        return engine->template create<Customer>(
            {.by = pat},
            CreateCustomer{.domain = lower_ascii(name) + ".com", .profile = profile_of(name), .reseller = reseller});
    }
    Result<Receipt> order_for(const CustomerId& customer, const std::string& mpn_id, const OfferId& offer = base) {
        OrderLine one = line(offer);
        one.reseller_mpn_id = mpn_id;
        return engine->template create<Order>({.by = pat},
                                              PlaceOrder{.customer = customer, .cycle = Cycle::annual, .lines = {one}});
    }
    SubscriptionId buy_for(const CustomerId& customer, const std::string& mpn_id = {}, const OfferId& offer = base) {
        const Receipt placed = good(order_for(customer, mpn_id, offer));
        return good(engine->read(pat, id_in<Order>(placed))).state.lines.at(0).subscription;
    }
    Customer customer_state(const CustomerId& id) { return good(engine->read(host(), id)).state; }
};

}  // namespace csp::test
