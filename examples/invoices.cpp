// Money: what a subscription costs from its first day, on which invoice it stands, and what lies ahead.
//
// Ten seats at 4.00 a month: two more in the middle of a month, a year instead of months, an invoice that was addressed
// wrongly, and what the next months will bring. Every amount is an exact number of cents.
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

csp::Country united_states() { return must(csp::read_country("US"), "country"); }
csp::Money dollars(std::string_view amount) {
    return must(csp::read_money(amount, must(csp::read_currency("USD"), "currency")), "amount");
}
csp::Instant at(std::string_view text) { return must(csp::read_instant(text), "instant"); }

void expect_total(csp::Money total, std::string_view amount) {
    if (total == dollars(amount)) { return; }
    std::cerr << "not so: " << csp::text_of(total) << " instead of " << amount << '\n';
    std::exit(1);
}

struct Story {
    csp::Engine& engine;
    csp::ManualClock& clock;
    csp::Actor pat{};
    csp::OrderId order{};
    csp::SubscriptionId seats{};

    void wait_until(std::string_view moment) {
        clock.set(at(moment));
        while (!must(engine.run_due(), "run what fell due").is_all_done) {}
    }
};

csp::PartnerId enrol(csp::Engine& engine) {
    const csp::EnrolPartner enrol{.enrolment = {.company_name = "Fabrikam",
                                                .kind = csp::PartnerKind::direct_bill,
                                                .mpn_id = "1001",
                                                .country = united_states(),
                                                .billing_day = 15,
                                                .billing_currency = dollars("0").currency}};
    return csp::id_in<csp::Partner>(must(engine.create<csp::Partner>({.by = csp::host()}, enrol), "enrol"));
}

csp::OfferId list(csp::Engine& engine) {
    const csp::ListOffer offer{.listing = {.country = united_states(),
                                           .catalog_id = "seats",
                                           .name = "Business Seats",
                                           .minimum_quantity = 1,
                                           .maximum_quantity = 300,
                                           .cycles = {csp::Cycle::monthly, csp::Cycle::annual}}};
    const auto id = csp::id_in<csp::Offer>(must(engine.create<csp::Offer>({.by = csp::host()}, offer), "list"));
    const csp::Price from_the_start{united_states(), dollars("4.00"), csp::first_date, {}};
    must(engine.execute({.by = csp::host()}, id, csp::SetPrice{from_the_start}), "price");
    return id;
}

csp::CustomerId add_customer(Story& story) {
    const csp::BillingProfile profile{.company_name = "Contoso",
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
                                                  .phone = "4255550100"}};
    const csp::CreateCustomer create{.partner = story.pat.partner, .domain = "contoso.example.com", .profile = profile};
    return csp::id_in<csp::Customer>(must(story.engine.create<csp::Customer>({.by = story.pat}, create), "customer"));
}

void show(const csp::Preview& preview) {
    for (const csp::ChargeRecorded& charge : preview.charges) {
        const csp::ChargeLine& line = charge.entry.line;
        std::cout << "    " << csp::text_of(line.days.start) << " to " << csp::text_of(csp::last_day_of(line.days))
                  << ": " << csp::text_of(line.type) << ", " << line.quantity << " seats, " << csp::text_of(line.amount)
                  << ", on the invoice of " << csp::text_of(charge.invoiced_on) << '\n';
    }
}

/// All invoices as they stand; the answer is the last one.
csp::Standing<csp::Invoice> show_invoices(Story& story) {
    const auto all = must(story.engine.invoices(story.pat, {}, {}, {}), "invoices").items;
    for (const auto& one : all) {
        const bool is_credit_note = one.state.document == csp::DocumentType::credit_note;
        std::cout << "    " << (is_credit_note ? "credit note " : "invoice ") << one.state.number << " of "
                  << csp::text_of(one.state.issue_on) << ": " << csp::text_of(one.state.amount) << ", "
                  << std::visit([](const auto& phase) { return phase.name; }, one.state.phase) << ", to be paid until "
                  << csp::text_of(one.state.due_on) << '\n';
    }
    return all.back();
}

void buy(Story& story, csp::OfferId offer) {
    const csp::OrderLine ten{.offer = offer, .quantity = 10};
    const csp::PlaceOrder place{
        .customer = add_customer(story), .cycle = csp::Cycle::monthly, .lines = {ten}, .new_ids = {}};
    story.order = csp::id_in<csp::Order>(must(story.engine.create<csp::Order>({.by = story.pat}, place), "order"));
    story.seats = must(story.engine.read(story.pat, story.order), "read").state.lines.at(0).subscription;
}

void add_two_seats(Story& story) {
    std::cout << "On 11 April two seats more would cost:\n";
    story.clock.set(at("2019-04-11T09:00:00Z"));
    const csp::ChangeQuantity twelve{12};
    show(must(story.engine.preview({.by = story.pat}, story.seats, twelve), "preview"));
    must(story.engine.execute({.by = story.pat}, story.seats, twelve), "quantity");
    std::cout << "The invoice of 15 April:\n";
    story.wait_until("2019-04-17T00:00:00Z");
    const auto invoice = show_invoices(story);
    expect_total(invoice.state.amount, "45.33");  // 40.00 - 40.00 + 13.33 + 32.00
    std::cout << must(story.engine.invoice_as_csv(story.pat, invoice.id), "csv").substr(0, 60) << "...\n";
}

void go_over_to_a_year(Story& story) {
    std::cout << "On 11 May Contoso goes over to a year:\n";
    story.wait_until("2019-05-11T09:00:00Z");
    const csp::ChangeCycle annual{csp::Cycle::annual};
    show(must(story.engine.preview({.by = story.pat}, story.order, annual), "preview"));
    must(story.engine.execute({.by = story.pat}, story.order, annual), "cycle");
}

void credit_and_rebill(Story& story) {
    std::cout << "The invoice of 15 May had the wrong address:\n";
    story.wait_until("2019-05-20T09:00:00Z");
    const auto wrong = must(story.engine.invoices(story.pat, {}, {}, {}), "invoices").items.back();
    const csp::CreditAndRebill credit{"the address was wrong"};
    must(story.engine.execute({.by = csp::host()}, wrong.id, credit), "credit");
    const auto rebilled = show_invoices(story);
    expect_total(rebilled.state.amount, csp::text_of(wrong.state.amount).substr(4));
    must(story.engine.execute({.by = csp::host()}, rebilled.id, csp::RecordPayment{rebilled.state.amount}), "pay");
}

void look_ahead(Story& story) {
    std::cout << "If nobody does anything:\n";
    const auto from = csp::date_of(story.clock.now());
    for (const auto& one : must(story.engine.forecast(story.pat, {}, from, csp::months_after(from, 24)), "forecast")) {
        std::cout << "    " << csp::text_of(csp::date_of(one.at)) << ' ' << one.what;
        if (one.amount) { std::cout << ' ' << csp::text_of(*one.amount); }
        std::cout << '\n';
    }
}

}  // namespace

int main() {
    const auto storage = csp::open_memory();
    csp::ManualClock clock(at("2019-04-01T09:00:00Z"));
    const auto engine = must(csp::Engine::open(*storage, clock), "open");
    Story story{.engine = *engine, .clock = clock};
    story.pat = {.user = "pat@fabrikam.example.com", .partner = enrol(*engine), .roles = csp::Role::admin_agent};
    buy(story, list(*engine));
    add_two_seats(story);
    go_over_to_a_year(story);
    credit_and_rebill(story);
    look_ahead(story);
    return 0;
}
