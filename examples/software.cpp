// Software from its purchase to its credit: a key, a link and 51 downloads, two weeks more, and the last good day.
//
// Keys and download addresses come from a fulfilment of the host's; here from one that makes them up.
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

const csp::Artifact english{"2019", "en-US", "ISO, x64"};

struct Story {
    csp::Engine& engine;
    csp::ManualClock& clock;
    csp::Actor ann{};      ///< admin agent: buys, gets keys, cancels
    csp::Actor auditor{};  ///< account admin: reads the log
    csp::CustomerId contoso{};
    csp::ProductId product{};

    void say(const std::string& what) const { std::cout << csp::text_of(clock.now()) << "  " << what << '\n'; }
};

csp::Country united_states() { return must(csp::read_country("US"), "country"); }
csp::Money dollars(std::string_view amount) {
    return must(csp::read_money(amount, must(csp::read_currency("USD"), "currency")), "amount");
}

// ---- who and what there is -----------------------------------------------------------------------------

csp::PartnerId enrol(csp::Engine& engine) {
    const csp::EnrolPartner fabrikam{.enrolment = {.company_name = "Fabrikam",
                                                   .kind = csp::PartnerKind::direct_bill,
                                                   .mpn_id = "4512345",
                                                   .country = united_states(),
                                                   .billing_day = 15,
                                                   .billing_currency = dollars("0").currency}};
    return csp::id_in<csp::Partner>(must(engine.create<csp::Partner>({.by = csp::host()}, fabrikam), "enrol"));
}

csp::CustomerId add_customer(Story& story) {
    const csp::CreateCustomer contoso{.domain = "contoso.example.com",
                                      .profile = {.company_name = "Contoso",
                                                  .email = "ben@contoso.example.com",
                                                  .culture = "en-US",
                                                  .language = "en",
                                                  .address = {.line1 = "1 Main Street",
                                                              .city = "Redmond",
                                                              .state = "WA",
                                                              .postal_code = "98052",
                                                              .country = united_states(),
                                                              .first_name = "Ben",
                                                              .last_name = "Smith",
                                                              .phone = "4255550100"}}};
    return csp::id_in<csp::Customer>(
        must(story.engine.create<csp::Customer>({.by = story.ann}, contoso), "add customer"));
}

csp::ProductId list_windows_server(csp::Engine& engine) {
    const csp::ListProduct windows_server{.sheet = {.catalog_id = "DG7GMGF0DVT7/0001",
                                                    .name = "Windows Server 2019 Standard, 16 cores",
                                                    .kind = csp::ProductKind::software_subscription,
                                                    .term_months = 36,
                                                    .maximum_quantity = 1'000,
                                                    .artifacts = {english, {"2019", "de-DE", "ISO, x64"}},
                                                    .has_hybrid_benefit = true}};
    const auto product =
        csp::id_in<csp::Product>(must(engine.create<csp::Product>({.by = csp::host()}, windows_server), "list"));
    const csp::SetProductPrice price{
        {.market = united_states(), .unit_price = dollars("1000"), .valid_from = must(csp::date(2019, 1, 1), "date")}};
    must(engine.execute({.by = csp::host()}, product, price), "price");
    return product;
}

// ---- the story -------------------------------------------------------------------------------------------

csp::SoftwareOrderId buy(Story& story) {
    const csp::BuySoftware order{.customer = story.contoso, .lines = {{.product = story.product, .quantity = 1}}};
    const auto receipt = must(story.engine.create<csp::SoftwareOrder>({.by = story.ann}, order), "buy");
    story.say("bought one Windows Server for three years, " + csp::text_of(dollars("1000")));
    return csp::id_in<csp::SoftwareOrder>(receipt);
}

csp::EntitlementId right_of(Story& story, csp::SoftwareOrderId order) {
    return must(story.engine.read(story.ann, order), "read the order").state.lines.front().entitlement;
}

/// Whether 50 were granted, the 51st refused, and 50 more could be had.
bool download_51_times(Story& story, csp::EntitlementId right) {
    const auto key = must(story.engine.get_keys({.by = story.ann}, right, english), "get the key");
    story.say("the key: " + std::string(key.key.reveal().substr(0, 8)) + "...");  // a portal shows all of it, once
    const auto link = must(story.engine.get_link({.by = story.ann}, right, english), "get the link");
    story.say("a link for " + csp::text_of(english) + ", " + std::to_string(link.downloads_left) + " downloads until " +
              csp::text_of(link.end));
    int granted = 0;
    bool is_last_refused = false;
    for (int download = 1; download <= 51; ++download) {
        // The first ones by Ann, the rest by whoever Contoso handed the link to: the host asks for them.
        const csp::Actor by = download <= 3 ? story.ann : csp::host();
        const auto answer = story.engine.download({.by = by}, link.link);
        granted += answer ? 1 : 0;
        is_last_refused = !answer;
        if (download >= 50) {
            story.say("download " + std::to_string(download) + ": " +
                      (answer ? "granted" : answer.error().rule + ": " + answer.error().sentence));
        }
    }
    const auto renewed = must(story.engine.get_link({.by = story.ann}, right, english), "renew the link");
    story.say("asked again: " + std::to_string(renewed.downloads_left) + " downloads until " +
              csp::text_of(renewed.end));
    return granted == 50 && is_last_refused && renewed.downloads_left == 50;
}

void show_dialog(Story& story, csp::SoftwareOrderId order) {
    for (const auto& line : must(story.engine.cancellation(story.ann, order), "the Cancel dialog")) {
        story.say("the Cancel dialog: " + std::string(csp::name_of(line.answer)) + ", " +
                  std::to_string(line.days_remaining) + " days remaining");
    }
}

bool cancel(Story& story, csp::SoftwareOrderId order) {
    show_dialog(story, order);
    const csp::CancelSoftware command{.customer = story.contoso, .product = story.product, .acknowledged = true};
    const auto answer = story.engine.cancel_software({.by = story.ann}, order, command);
    if (!answer) {
        story.say(answer.error().rule + ": " + answer.error().sentence);
        return false;
    }
    const csp::SoftwareCancelled& cancelled = answer->cancelled;
    story.say(std::string("cancelled") + (cancelled.discontinue_use ? "; stop using it" : "") +
              (cancelled.uninstall ? ", uninstall it, remove downloads and links" : ""));
    return true;
}

/// Whether what is left of the three years was credited.
bool show_credit(Story& story, csp::SoftwareOrderId order) {
    const auto line = must(story.engine.read(story.ann, order), "read the order").state.lines.front();
    story.say("credited " + csp::text_of(line.cancelled->amount) + " of " + csp::text_of(line.amount) +
              " on the invoice of " + csp::text_of(line.cancelled->invoiced_on));
    const auto items = must(story.engine.software_items(story.ann, story.contoso, {}), "the Software page");
    for (const auto& item : items.items) {
        story.say("the Software page: " + item.grant.product_name + ", " + item.phase + ", on the dashboard by " +
                  csp::text_of(item.visible_by));
    }
    return line.cancelled->amount == dollars("945.26");
}

/// Whether it names Ann six times and those who were handed the link 47 times, and Ann may not read it.
bool show_log(Story& story) {
    const csp::ActivityFilter this_year{
        .days = csp::DayRange{must(csp::date(2020, 1, 1), "date"), csp::date_of(story.clock.now())}};
    const auto users = must(story.engine.software_users(story.auditor, this_year), "the activity log");
    std::cout << "\nthe activity log, by user:\n";
    for (const auto& user : users) {
        std::cout << "  " << (user.user.empty() ? "(through a link that was handed on)" : user.user) << ": "
                  << user.activities << ", the last at " << csp::text_of(user.last_at) << '\n';
    }
    const auto refused = story.engine.software_activity(story.ann, this_year, {});
    std::cout << "  an admin agent may not read it: " << refused.error().rule << ": " << refused.error().sentence
              << '\n';
    return users.size() == 2 && users[0].user.empty() && users[0].activities == 47 && users[1].user == story.ann.user &&
           users[1].activities == 6 && !refused;
}

}  // namespace

int main() {
    const auto storage = csp::open_memory();
    csp::ManualClock clock(must(csp::read_instant("2020-01-21T09:00:00Z"), "start"));
    csp::MadeUpFulfilment fulfilment;
    const auto sealer = must(csp::sealer_with_key(csp::Secret(std::string(32, 'k'))), "sealer");  // 32 bytes of yours
    const auto engine = must(csp::Engine::open(*storage, clock, {.fulfilment = &fulfilment, .sealer = sealer.get()}),
                             "open the engine");

    Story story{*engine, clock};
    const auto partner = enrol(*engine);
    story.ann = {.user = "ann@fabrikam.example.com", .partner = partner, .roles = csp::Role::admin_agent};
    story.auditor = {.user = "ada@fabrikam.example.com", .partner = partner, .roles = csp::Role::account_admin};
    story.contoso = add_customer(story);
    story.product = list_windows_server(*engine);

    const auto order = buy(story);
    const auto other = buy(story);
    const bool is_downloaded = download_51_times(story, right_of(story, order));

    clock.set(csp::last_moment_of(must(csp::date(2020, 3, 21), "day 60")));
    const bool on_day_60 = cancel(story, order);
    const bool is_credited = show_credit(story, order);
    clock.advance_days(1);
    const bool on_day_61 = cancel(story, other);
    const bool is_logged = show_log(story);
    return is_downloaded && on_day_60 && is_credited && !on_day_61 && is_logged ? 0 : 1;
}
