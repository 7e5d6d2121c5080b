// An indirect provider and its reseller: from the request for a partnership to the partings.
//
// The story of Microsoft's article "Partner with indirect resellers": connect with a reseller, add a customer for it in
// the wizard, sell it another subscription, name the reseller of record and the support contact, and take leave.
#include <cstdlib>
#include <iostream>
#include <string>

#include "csp/engine.hpp"

namespace {

/// An example has nothing to do but to say why and stop.
template <class T>
T must(csp::Result<T> result, const char* what) {
    if (!result) {
        std::cerr << what << ": " << result.error().rule << ' ' << result.error().sentence << '\n';
        std::exit(1);
    }
    return std::move(result).value();
}

/// What has to be refused here, with that reason.
template <class T>
void must_not(const csp::Result<T>& result, std::string_view reason) {
    if (result || result.error().reason != reason) {
        std::cerr << "not refused with " << reason << '\n';
        std::exit(1);
    }
    std::cout << "    refused, " << result.error().rule << ": " << result.error().sentence << '\n';
}

void expect(bool holds, const char* what) {
    if (holds) { return; }
    std::cerr << "not so: " << what << '\n';
    std::exit(1);
}

csp::Country united_states() { return must(csp::read_country("US"), "country"); }
csp::Money dollars(std::string_view amount) {
    return must(csp::read_money(amount, must(csp::read_currency("USD"), "currency")), "amount");
}

struct Story {
    csp::Engine& engine;
    csp::Actor pat{};  ///< of Wingtip, the provider
    csp::Actor rob{};  ///< of Relecloud, the reseller
    csp::OfferId seats{};
    csp::OfferId mail{};
};

csp::PartnerId enrol(csp::Engine& engine, csp::PartnerKind kind, std::string name, std::string mpn_id) {
    const csp::EnrolPartner enrol{.enrolment = {.company_name = std::move(name),
                                                .kind = kind,
                                                .mpn_id = std::move(mpn_id),
                                                .country = united_states(),
                                                .billing_day = 15,
                                                .billing_currency = dollars("0").currency}};
    return csp::id_in<csp::Partner>(must(engine.create<csp::Partner>({.by = csp::host()}, enrol), "enrol"));
}

csp::OfferId list(csp::Engine& engine, std::string name, std::string_view price) {
    const csp::ListOffer offer{.listing = {.country = united_states(),
                                           .catalog_id = name,
                                           .name = name,
                                           .minimum_quantity = 1,
                                           .maximum_quantity = 300,
                                           .cycles = {csp::Cycle::monthly, csp::Cycle::annual}}};
    const auto id = csp::id_in<csp::Offer>(must(engine.create<csp::Offer>({.by = csp::host()}, offer), "list"));
    const csp::Price from_the_start{united_states(), dollars(price), csp::first_date, {}};
    must(engine.execute({.by = csp::host()}, id, csp::SetPrice{from_the_start}), "price");
    return id;
}

csp::BillingProfile profile_of(std::string company) {
    return {.company_name = std::move(company),
            .email = "ben@adatum.example.com",
            .culture = "en-US",
            .language = "en",
            .address = {.line1 = "1 Main Street",
                        .city = "Redmond",
                        .state = "WA",
                        .postal_code = "98052",
                        .country = united_states(),
                        .first_name = "Ben",
                        .last_name = "Smith",
                        .phone = "4255550100"}};
}

// ---- "Connect with indirect resellers" -------------------------------------------------------------------

csp::PartnershipId connect(const Story& story) {
    csp::Engine& engine = story.engine;
    std::cout << "Pat asks Relecloud for a partnership.\n";
    const auto draft =
        must(engine.request_partnership({.by = story.pat}, {.reseller_email = "rob@relecloud.example.com"},
                                        "https://partners.example.com/accept"),
             "request");
    const auto id = csp::id_in<csp::Partnership>(draft.receipt);
    const std::string link(draft.link.reveal());
    must_not(engine.edit_request({.by = story.pat}, id, "Dear Rob, shall we?"), "link_missing");
    must(engine.edit_request({.by = story.pat}, id, "Dear Rob, shall we? " + link), "edit");
    const csp::StartWizard start{story.rob.partner};
    must_not(engine.step(story.pat, {}, start), "partnership_not_active");

    std::cout << "Rob accepts with the link, and authorises Wingtip.\n";
    must_not(engine.accept_partnership({.by = story.rob}, link, false), "not_authorised");
    must(engine.accept_partnership({.by = story.rob}, link, true), "accept");
    must_not(engine.accept_partnership({.by = story.rob}, link, true), "already_accepted");
    for (const auto& line : must(engine.partnerships(story.pat, {}, {}), "list").items) {
        std::cout << "    Wingtip's list: " << line.company_name << ", MPN id " << line.mpn_id << ", " << line.phase
                  << '\n';
    }
    return id;
}

// ---- "Add new customers and associate them with indirect resellers" --------------------------------------

csp::CustomerId add_customer(const Story& story) {
    csp::Engine& engine = story.engine;
    std::cout << "Pat adds a customer for Relecloud in the wizard.\n";
    auto wizard = must(engine.step(story.pat, {}, csp::StartWizard{story.rob.partner}), "start");
    wizard =
        must(engine.step(story.pat, wizard, csp::GiveDetails{"adatum.example.com", profile_of("Adatum")}), "details");
    const csp::FirstLine seats{.offer = story.seats, .quantity = 25, .reseller_mpn_id = "4001"};
    const csp::ChooseSubscriptions choice{{.cycle = csp::Cycle::monthly, .lines = {seats}}};
    wizard = must(engine.step(story.pat, wizard, choice), "choose");
    const auto review = must(engine.review(story.pat, wizard), "review");
    for (const auto& line : review.lines) {
        std::cout << "    review: " << line.quantity << " x " << line.name << ", " << csp::text_of(*line.monthly_amount)
                  << " a month, paid from " << csp::text_of(line.first_billed_on) << '\n';
    }
    for (const auto& share : review.resellers) {
        std::cout << "    " << share.company_name << " gets " << share.grants.size() << " grant and is of record for "
                  << share.lines.size() << " subscription\n";
    }
    const auto setup = must(engine.submit({.by = story.pat}, wizard), "submit");
    const auto adatum = csp::id_in<csp::Customer>(setup.receipt);
    std::cout << "    setup info, shown once: " << setup.user_name << " and a password of "
              << setup.password.reveal().size() << " characters\n";
    must_not(engine.setup_info(story.pat, adatum), "secret_already_delivered");
    must(engine.step(story.pat, wizard, csp::FinishWizard{}), "done");
    expect(must(engine.customers(story.pat, {.reseller = story.rob.partner}, {}), "customers").items.size() == 1,
           "the customer is listed under its reseller");
    return adatum;
}

// ---- "Add new subscriptions to customer accounts" --------------------------------------------------------

csp::SubscriptionId add_subscription(const Story& story, csp::CustomerId adatum) {
    csp::Engine& engine = story.engine;
    std::cout << "Pat sells Adatum another subscription, and delegates its support.\n";
    const csp::OrderLine mail{.offer = story.mail, .quantity = 10};
    const csp::PlaceOrder order{.customer = adatum, .cycle = csp::Cycle::monthly, .lines = {mail}, .new_ids = {}};
    const auto placed = must(engine.create<csp::Order>({.by = story.pat}, order), "order");
    const auto bought =
        must(engine.read(story.pat, csp::id_in<csp::Order>(placed)), "read").state.lines.at(0).subscription;
    must_not(engine.execute({.by = story.pat}, bought, csp::SetReseller{"3001"}), "mpn_id_of_provider");
    must(engine.execute({.by = story.pat}, bought, csp::SetReseller{"4001"}), "reseller");
    must(engine.execute({.by = story.pat}, bought, csp::SetSupportContact{story.rob.partner}), "contact");
    const auto contact = must(engine.support_contact(story.pat, bought), "contact");
    std::cout << "    support contact: " << contact->company_name << '\n';
    return bought;
}

void manage(const Story& story, csp::CustomerId adatum, csp::SubscriptionId bought) {
    csp::Engine& engine = story.engine;
    std::cout << "Rob manages it on the customer's behalf.\n";
    must(engine.execute({.by = story.rob}, bought, csp::ChangeQuantity{12}), "quantity");
    must_not(engine.execute({.by = story.rob}, bought, csp::SetReseller{""}), "not_delegated");
    const auto history = must(engine.history(story.pat, bought, 0, 100), "history");
    expect(history.back().asker == story.rob.partner, "the history says whose user it was");
    const csp::RevokeAccess revoke{story.rob.partner, csp::GrantKind::reseller_admin};
    must(engine.execute({.by = story.pat}, adatum, revoke), "revoke");
    must_not(engine.execute({.by = story.rob}, bought, csp::ChangeQuantity{13}), "no_such_record");
}

void part(const Story& story, csp::PartnershipId partnership, csp::CustomerId adatum, csp::SubscriptionId bought) {
    csp::Engine& engine = story.engine;
    std::cout << "Wingtip takes leave of Relecloud, and of Adatum.\n";
    must(engine.execute({.by = story.pat}, partnership, csp::RemovePartnership{true}), "remove");
    must_not(engine.execute({.by = story.pat}, bought, csp::SetSupportContact{story.rob.partner}),
             "partnership_not_active");
    expect(must(engine.read(story.pat, bought), "read").state.reseller_mpn_id == "4001", "the MPN id stays");
    must_not(engine.execute({.by = story.pat}, adatum, csp::RemoveRelationship{}), "active_subscription");
    for (const auto& one : must(engine.subscriptions(story.pat, adatum, {}, {}), "subscriptions").items) {
        const csp::SuspendSubscription suspend{csp::SuspensionReason::customer_request};
        must(engine.execute({.by = story.pat}, one.id, suspend), "suspend");
    }
    must(engine.execute({.by = story.pat}, adatum, csp::RemoveRelationship{}), "part");
    expect(must(engine.customers(story.pat, {}, {}), "customers").items.empty(), "the customer has left the list");
}

}  // namespace

int main() {
    const auto storage = csp::open_memory();
    csp::ManualClock clock(must(csp::read_instant("2019-03-29T09:00:00Z"), "instant"));
    const auto engine = must(csp::Engine::open(*storage, clock), "open");
    const auto wingtip = enrol(*engine, csp::PartnerKind::indirect_provider, "Wingtip", "3001");
    const auto relecloud = enrol(*engine, csp::PartnerKind::indirect_reseller, "Relecloud", "4001");
    const Story story{.engine = *engine,
                      .pat = {.user = "pat@wingtip.example.com",
                              .partner = wingtip,
                              .roles = {csp::Role::admin_agent, csp::Role::global_admin}},
                      .rob = {.user = "rob@relecloud.example.com",
                              .partner = relecloud,
                              .roles = {csp::Role::admin_agent, csp::Role::global_admin}},
                      .seats = list(*engine, "Office 365 Business Premium", "12.50"),
                      .mail = list(*engine, "Exchange Online", "4.00")};
    const auto partnership = connect(story);
    const auto adatum = add_customer(story);
    const auto bought = add_subscription(story, adatum);
    manage(story, adatum, bought);
    part(story, partnership, adatum, bought);
    std::cout << "Everything was as the article tells it.\n";
    return 0;
}
