#include "c_worlds.hpp"

#include <cstring>

namespace csp::bench {
namespace {

constexpr std::int32_t licences = 25;
constexpr const char* seats_in_catalog = "91FD106F-4B2C-4938-95AC-F54F74E9A239";
constexpr Country us{{'U', 'S'}};

std::string domain_of(std::size_t number) { return "customer" + std::to_string(number) + ".example.com"; }

BillingProfile profile() {
    BillingProfile profile{.company_name = "Contoso", .email = "ben@contoso.example.com"};
    profile.culture = "en-US";
    profile.language = "en";
    profile.address = {.line1 = "1 Main Street",
                       .city = "Redmond",
                       .state = "WA",
                       .postal_code = "98052",
                       .country = us,
                       .first_name = "Ben",
                       .last_name = "Smith",
                       .phone = "4255550100"};
    return profile;
}

Listing listing_of_seats() {
    Listing listing{.country = us, .name = "Office 365 Enterprise E3"};
    listing.catalog_id = seats_in_catalog;
    listing.maximum_quantity = 300;
    listing.cycles = {Cycle::monthly, Cycle::annual};
    return listing;
}

}  // namespace

csp_id in_c(const SubscriptionId& id) {
    csp_id bytes{};
    std::memcpy(bytes.bytes, id.bytes.data, sizeof bytes.bytes);
    return bytes;
}

// ---- in C++ ------------------------------------------------------------------------------------------------------

CppWorld::CppWorld(std::size_t count) {
    enrol();
    for (std::size_t number = 0; subscriptions.size() < count; ++number) { buy(number); }
}

void CppWorld::enrol() {
    const Enrolment enrolment{.company_name = "Fabrikam",
                              .kind = PartnerKind::direct_bill,
                              .mpn_id = "4512345",
                              .country = us,
                              .billing_day = 15,
                              .billing_currency = Currency{{'U', 'S', 'D'}}};
    by_ann.by.partner = PartnerId{need(engine->create<Partner>({.by = host()}, EnrolPartner{enrolment})).id};
    // The C shop has a first customer; without one here every id would be another.
    need(engine->create<Customer>(by_ann, CreateCustomer{.domain = "contoso.example.com", .profile = profile()}));
    seats = offer_id_of(seats_in_catalog);
    need(engine->execute({.by = host()}, seats, ListOffer{listing_of_seats()}));
}

void CppWorld::buy(std::size_t number) {
    const CreateCustomer create{.domain = domain_of(number), .profile = profile()};
    const CustomerId customer{need(engine->create<Customer>(by_ann, create)).id};
    const PlaceOrder order{.customer = customer,
                           .lines = {lines_an_order, OrderLine{.offer = seats, .quantity = licences}}};
    const OrderId placed{need(engine->create<Order>(by_ann, order)).id};
    for (const auto& line : need(engine->read(by_ann.by, placed)).state.lines) {
        subscriptions.push_back(line.subscription);
    }
}

void CppWorld::ask(const Draw& draw) { need(engine->execute(by_ann, command_of(draw))); }

// ---- in C --------------------------------------------------------------------------------------------------------

CWorld::CWorld(std::size_t count) {
    list_seats();
    for (std::size_t number = 0; number * lines_an_order < count; ++number) { buy(number); }
}

void CWorld::list_seats() {
    const csp_str name = test::text(seats_in_catalog);
    test::good(csp_offer_id_of(&name, &seats, &shop.error), shop.error);
    const csp_cycle cycles[] = {CSP_CYCLE_MONTHLY, CSP_CYCLE_ANNUAL};
    csp_listing listing = CSP_INIT(csp_listing);
    listing.country = test::country("US");
    listing.catalog_id = name;
    listing.name = test::text("Office 365 Enterprise E3");
    listing.maximum_quantity = 300;
    listing.cycles = cycles;
    listing.cycles_count = 2;
    csp_list_offer list = CSP_INIT(csp_list_offer);
    list.listing = &listing;
    test::good(csp_offer_list(shop.engine, &shop.by_host, &seats, &list, &shop.receipt, &shop.error), shop.error);
}

void CWorld::buy(std::size_t number) {
    const auto create = [&](const csp_create_customer& command) {
        return csp_customer_create(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error);
    };
    test::good(test::CShop::with_new_customer(domain_of(number), create), shop.error);
    csp_order_line line = CSP_INIT(csp_order_line);
    line.offer = seats;
    line.quantity = licences;
    const std::vector<csp_order_line> lines(lines_an_order, line);
    csp_place_order command = CSP_INIT(csp_place_order);
    command.customer = shop.receipt.id;
    command.lines = lines.data();
    command.lines_count = lines.size();
    test::good(csp_order_place(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error), shop.error);
}

csp_status CWorld::asked(const Draw& draw) {
    const csp_id subscription = in_c(draw.subscription);
    switch (draw.wish) {
        case Wish::rename: {
            const std::string name = name_number(draw.name);
            csp_rename_subscription command = CSP_INIT(csp_rename_subscription);
            command.friendly_name = test::text(name);
            return csp_subscription_rename(shop.engine, &shop.by_ann, &subscription, &command, &shop.receipt,
                                           &shop.error);
        }
        case Wish::quantity: return shop.change_quantity(subscription, draw.quantity);
        case Wish::suspend: return shop.suspend(subscription);
        case Wish::reactivate:
            return csp_subscription_reactivate(shop.engine, &shop.by_ann, &subscription, nullptr, &shop.receipt,
                                               &shop.error);
    }
    return CSP_INVALID;
}

void CWorld::ask(const Draw& draw) { test::good(asked(draw), shop.error); }

}  // namespace csp::bench
