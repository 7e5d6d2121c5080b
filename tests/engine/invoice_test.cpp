// Invoices: what is on them and when, that nothing is charged twice, and what lies ahead.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "codec/codec.hpp"
#include "codec/keys.hpp"
#include "csp/reaction.hpp"
#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("CAN-20: a month of licences is drafted on the billing day and issued two days later", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    const SubscriptionId seats = shop.buy(line(base, 5), Cycle::monthly);  // from the 20th of January
    shop.wait_until("2019-02-14T23:59:59.999999Z");
    CHECK(shop.invoices().empty());
    shop.wait_until("2019-02-15T00:00:00Z");
    auto invoices = shop.invoices();
    REQUIRE(invoices.size() == 1);
    CHECK(is_in<Invoice::Draft>(invoices[0].state));
    CHECK(invoices[0].state.number == 1);
    CHECK(invoices[0].state.amount == dollars(20));
    CHECK(invoices[0].state.issue_on == day("2019-02-17"));
    CHECK(invoices[0].state.due_on == day("2019-04-18"));  // 60 days later
    const auto lines = shop.lines_of(invoices[0].id);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].subscription == seats);
    CHECK(lines[0].line.days == Term{day("2019-01-20"), day("2019-02-20")});
    shop.wait_until("2019-02-16T23:59:59.999999Z");
    CHECK(is_in<Invoice::Draft>(shop.invoices()[0].state));
    shop.wait_until("2019-02-17T00:00:00Z");
    CHECK(is_in<Invoice::Issued>(shop.invoices()[0].state));
    good(shop.ask(seats, ChangeQuantity{6}));  // on the next one, with the month of February
    shop.wait_until("2019-03-15T00:00:00Z");
    invoices = shop.invoices();
    REQUIRE(invoices.size() == 2);
    CHECK(shop.amounts_on(invoices[0].id) == Cents{2000});
    // 28 of 31 days with 5, 3 with 6, and the next month with 6
    CHECK(shop.amounts_on(invoices[1].id) == Cents{-2000, 232, 1806, 2400});
    CHECK(invoices[1].state.amount == Money{2438, dollars(1).currency});
    CHECK(invoices[1].state.lines == 4);
}

TEST_CASE_TEMPLATE("CONV-2: an invoice can be paid on its last day, and is overdue a microsecond later", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-02-16T00:00:00Z");
    const InvoiceId id = shop.invoices().at(0).id;
    const auto pay = [&](Money amount) { return shop.engine->execute({.by = host()}, id, RecordPayment{amount}); };
    CHECK(refusal_of(pay(dollars(240))).reason == "not_issued_yet");
    shop.wait_until("2019-04-18T23:59:59.999999Z");
    CHECK(is_in<Invoice::Issued>(shop.invoices()[0].state));
    CHECK(refusal_of(pay(dollars(0))).reason == "not_to_be_paid");
    CHECK(refusal_of(pay(Money{24'001, dollars(1).currency})).reason == "not_to_be_paid");
    CHECK(refusal_of(pay(Money{100, Currency{{'E', 'U', 'R'}}})).reason == "not_to_be_paid");
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, id, RecordPayment{dollars(1)})).code == Code::forbidden);
    good(pay(dollars(40)));
    CHECK(rest_of(shop.invoices()[0].state) == dollars(200));
    shop.wait_until("2019-04-19T00:00:00Z");
    CHECK(is_in<Invoice::Overdue>(shop.invoices()[0].state));
    good(pay(dollars(200)));
    CHECK(is_in<Invoice::Paid>(shop.invoices()[0].state));
    CHECK(refusal_of(pay(dollars(1))).reason == "paid_already");
    CHECK(shop.invoices({.phase = "paid"}).size() == 1);
    CHECK(shop.invoices({.phase = "overdue"}).empty());
}

TEST_CASE_TEMPLATE("CAN-20: software is on the invoice of the 8th, its credit on that of the next month", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    const auto server = shop.buy_on("2020-01-21", windows_server);
    shop.wait_until("2020-02-01T00:00:00Z");
    auto invoices = shop.invoices();
    REQUIRE(invoices.size() == 1);
    CHECK(invoices[0].state.coming.on == day("2020-02-08"));
    CHECK(invoices[0].state.coming.type == InvoiceType::one_time);
    CHECK(is_in<Invoice::Draft>(invoices[0].state));
    shop.wait_until("2020-02-08T00:00:00Z");
    CHECK(is_in<Invoice::Issued>(shop.invoices()[0].state));
    shop.clock.set(at("2020-03-21T12:00:00Z"));
    good(shop.ask(server, CancelSoftware{.customer = shop.contoso, .product = windows_server, .acknowledged = true}));
    shop.wait_until("2020-04-08T00:00:00Z");
    invoices = shop.invoices();
    REQUIRE(invoices.size() == 2);
    CHECK(invoices[1].state.coming.on == day("2020-04-08"));
    CHECK(invoices[1].state.amount == Money{-94'526, dollars(1).currency});  // E4-51
    CHECK(is_in<Invoice::Paid>(invoices[1].state));                          // a credit asks for nothing
    const auto lines = shop.lines_of(invoices[1].id);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].line.type == ChargeType::customer_credit);
    CHECK(lines[0].line.credits == 1);
    CHECK(lines[0].software_order == server);
    CHECK(lines[0].line.days.start == day("2020-03-21"));  // CONV-6
    CHECK(lines[0].line.days.end == lines[0].line.period.end);
    CHECK(lines[0].line.period.start == day("2020-01-21"));
}

TEST_CASE("CONV-5: trials, free offers and what has no price are on no invoice") {
    BilledShop<InMemory> shop;
    good(shop.engine->execute({.by = host()}, monthly_only, SetPrice{{us, dollars(0), day("2019-01-01"), {}}}));
    shop.buy(line(trial, 25), Cycle::none);
    shop.buy(line(monthly_only), Cycle::monthly);
    Listing metered = listed("Metered");
    metered.metering = Metering::usage;
    good(shop.engine->execute({.by = host()}, id<Offer>(19), ListOffer{metered}));
    good(shop.engine->execute({.by = host()}, id<Offer>(19), SetPrice{{us, dollars(4), day("2018-01-01"), {}}}));
    shop.buy(line(id<Offer>(19), 1), Cycle::annual);
    shop.wait_until("2020-06-01T00:00:00Z");
    CHECK(shop.invoices().empty());
    for (const Happening& one : shop.feed()) { CHECK(one.kind != Kind::charge); }
}

TEST_CASE_TEMPLATE("CONV-3: running the biller twice adds nothing, and neither does opening it anew", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    shop.buy(line(base, 5), Cycle::monthly);
    shop.wait_until("2019-06-30T00:00:00Z");
    const std::uint64_t before = shop.feed_length();
    CHECK(good(shop.engine->run_due()).steps == 0);
    const auto again = shop.open(*shop.store.storage);
    CHECK(good(again->run_due()).steps == 0);
    CHECK(shop.feed_length() == before);
    CHECK(shop.invoices().size() == 5);
}

TEST_CASE_TEMPLATE("CONV-3: the store keeps a second charge for the same subscription and day out", Store,
                   CSP_BOTH_STORES) {
    Store store;
    const auto save = [&](std::uint8_t number, const SubscriptionId& subscription, const std::string& first_day) {
        Charge charge{.invoiced_on = day("2019-02-15"), .phase = Charge::Standing{}};
        charge.entry.subscription = subscription;
        charge.entry.line.days.start = day(first_day);
        std::string json;
        codec::write_state(charge, json);
        std::vector<Key> keys;
        for (auto& entry : codec::keys_of(charge, id<Charge>(number))) { keys.push_back({entry.index, entry.bytes}); }
        const Record record{
            .kind = Kind::charge, .id = id<Charge>(number).bytes, .version = 1, .body = Body{.bytes = json}};
        auto transaction = good(store.storage->begin(Access::write));
        auto saved = transaction->save(Save{record, 0, &keys});
        return saved ? transaction->commit() : std::move(saved);
    };
    good(save(1, id<Subscription>(1), "2019-01-20"));
    CHECK(refusal_of(save(2, id<Subscription>(1), "2019-01-20")).code == Code::conflict);
    good(save(3, id<Subscription>(1), "2019-01-21"));
    good(save(4, id<Subscription>(2), "2019-01-20"));
}

TEST_CASE_TEMPLATE("CONV-3: one jump of three years makes the invoices of 1,096 jumps of a day, byte for byte", Store,
                   CSP_BOTH_STORES) {
    const auto told = [](bool is_day_by_day) {
        BilledShop<Store> shop;
        const auto wait = [&](Instant end) {
            while (is_day_by_day && us_after(shop.clock.now(), us_per_day) < end) {
                shop.wait_until(csp::text_of(us_after(shop.clock.now(), us_per_day)));
            }
            shop.wait_until(csp::text_of(end));
        };
        const SubscriptionId monthly = shop.buy(line(base, 5), Cycle::monthly);
        shop.buy(line(ends_with_term, 3), Cycle::annual);
        good(shop.place({add_on_for(monthly, 2)}, Cycle::monthly));
        shop.buy_software(office);
        wait(at("2019-05-31T08:00:00Z"));
        good(shop.suspend(monthly));
        wait(at("2019-06-15T08:00:00Z"));
        good(shop.ask(monthly, ReactivateSubscription{}));
        good(shop.ask(monthly, ChangeQuantity{7}));
        wait(us_after(shop.clock.now(), 1'096 * us_per_day));
        std::string all;
        for (const auto& invoice : shop.invoices()) {
            all += good(shop.engine->invoice_as_json(shop.ann, invoice.id)) + "\n";
            all += good(shop.engine->invoice_as_csv(shop.ann, invoice.id));
        }
        std::int64_t number = 0;
        for (const auto& invoice : shop.invoices()) { CHECK(invoice.state.number == ++number); }
        CHECK(number > 36);
        return all;
    };
    const std::string at_once = told(false);
    CHECK(at_once == told(true));
    CHECK(at_once.size() > 10'000);
}

TEST_CASE_TEMPLATE("CONV-7: a charge that comes late, by a clock a little behind, is on the next invoice", Store,
                   CSP_BOTH_STORES) {
    BilledShop<Store> shop;
    shop.buy(line(base, 5), Cycle::monthly);
    shop.wait_until("2019-02-15T00:01:00Z");
    shop.clock.set(at("2019-02-14T23:59:00Z"));
    shop.buy(line(annual_only, 1), Cycle::annual);
    shop.wait_until("2019-03-15T00:00:00Z");
    const auto invoices = shop.invoices();
    REQUIRE(invoices.size() == 2);
    CHECK(shop.amounts_on(invoices[0].id) == Cents{2000});
    CHECK(shop.amounts_on(invoices[1].id) == Cents{2000, 4800});
    CHECK(invoices[1].state.lines == 2);
}

TEST_CASE_TEMPLATE("CONV-7: a host that is late charges what a host that is on time charges", Store, CSP_BOTH_STORES) {
    const auto charged = [](bool is_late) {
        BilledShop<Store> shop;
        const SubscriptionId seats = shop.buy(line(base, 5), Cycle::monthly);
        shop.wait_until("2019-02-19T23:00:00Z");
        shop.clock.set(at("2019-02-20T00:30:00Z"));
        if (!is_late) { good(shop.engine->run_due()); }
        shop.buy_software(office);  // the ledger expects an invoice more, later than the charge that is still to come
        shop.wait_until("2019-02-20T01:00:00Z");
        shop.clock.set(at("2019-06-25T00:00:00Z"));
        if (!is_late) { good(shop.engine->run_due()); }
        good(shop.ask(seats, ChangeQuantity{6}));
        shop.wait_until("2019-07-31T00:00:00Z");
        std::string all;
        for (const auto& invoice : shop.invoices()) { all += good(shop.engine->invoice_as_csv(shop.ann, invoice.id)); }
        return all;
    };
    CHECK(charged(true) == charged(false));
}

TEST_CASE("RES-13: a line bears the MPN id of the reseller of record on its day, and the term and cycle of then") {
    BilledShop<InMemory> shop;
    const SubscriptionId seats = shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-02-15T00:00:00Z");
    const InvoiceId first = shop.invoices().at(0).id;
    const std::string before = good(shop.engine->invoice_as_csv(shop.ann, first));
    shop.wait_until("2020-03-01T00:00:00Z");  // a term later
    CHECK(good(shop.engine->invoice_as_csv(shop.ann, first)) == before);
    CHECK(shop.lines_of(first).at(0).reseller_mpn_id.empty());
    CHECK(shop.lines_of(first).at(0).subscription == seats);
}

TEST_CASE("CONV-3: a forecast goes three years ahead and no day further") {
    BilledShop<InMemory> shop;
    const Date today = date_of(shop.clock.now());
    good(shop.engine->forecast(shop.ann, {}, today, days_after(today, 1'096)));
    CHECK(refusal_of(shop.engine->forecast(shop.ann, {}, today, days_after(today, 1'097))).reason == "too_far_ahead");
}

TEST_CASE("TAX-01: in Australia a licence includes its tax, by the customer's country or by the partner's") {
    Asked<Charge> charge;
    charge.policy.tax_country_of = TaxCountryOf::partner;
    charge.facts.partner_country = Country{{'A', 'U'}};
    ChargeEntry entry{.subscription = id<Subscription>(1)};
    CHECK(charge.then<ChargeRecorded>(RecordCharge{entry}).entry.includes_tax);
    const auto flag_in = [](Country country) {
        Billing billing{.terms = {.country = country, .quantity = 1}};
        ChargeLine line{.number = 1, .quantity = 1, .amount = dollars(4)};
        const auto all = react(BillingId{}, billing, Billing::Event{QuantityRebilled{1, {line}}}, Policy{});
        return std::get<RecordCharge>(std::get<For<Charge>>(all.at(0)).command).entry.includes_tax;
    };
    CHECK(flag_in(Country{{'A', 'U'}}));
    CHECK_FALSE(flag_in(us));
}

TEST_CASE("A-PRORATE: a preview shows the money lines and the invoice they will be on") {
    BilledShop<InMemory> shop;
    const SubscriptionId seats = shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-03-01T00:00:00Z");
    const Preview preview = good(shop.engine->preview({.by = shop.ann}, seats, ChangeQuantity{6}));
    REQUIRE(preview.charges.size() == 3);
    Cents amounts;
    for (const ChargeRecorded& charge : preview.charges) {
        amounts.push_back(charge.entry.line.amount.amount_minor);
        CHECK(charge.invoiced_on == day("2019-03-15"));
    }
    CHECK(amounts == Cents{-24'000, 2'630, 25'644});  // 40 of 365 days with 5, 325 with 6
    CHECK(shop.invoices().size() == 1);
}

TEST_CASE("SUS-09: the forecast tells what then happens") {
    BilledShop<InMemory> shop;
    const SubscriptionId seats = shop.buy(line(base, 5), Cycle::monthly);
    const SubscriptionId ends = shop.buy(line(ends_with_term, 1), Cycle::annual);
    const SubscriptionId lost = shop.buy(line(annual_only, 1), Cycle::annual);
    const auto server = shop.buy_software(windows_server);
    shop.wait_until("2019-03-01T00:00:00Z");
    good(shop.suspend(lost));
    const auto ahead = good(shop.engine->forecast(shop.ann, {}, day("2019-03-02"), day("2020-02-29")));
    const auto count = [&](const std::string& what, const SubscriptionId& of) {
        return std::ranges::count_if(ahead,
                                     [&](const Expected& one) { return one.what == what && one.subscription == of; });
    };
    CHECK(count("charge_recorded", seats) == 12);  // 20 March to 20 February
    CHECK(count("subscription_renewed", seats) == 1);
    CHECK(count("subscription_deleted", ends) == 1);
    CHECK(count("last_day_to_reactivate", lost) == 1);
    CHECK(count("subscription_deleted", lost) == 1);
    const auto cancel_by =
        std::ranges::find(ahead, std::string("last_day_to_cancel"), [](const Expected& one) { return one.what; });
    REQUIRE(cancel_by != ahead.end());
    CHECK(cancel_by->software_order == server);
    CHECK(cancel_by->at == at("2019-03-21T00:00:00Z"));
    CHECK(std::ranges::is_sorted(ahead, {}, &Expected::at));

    const std::uint64_t before = shop.feed_length();
    shop.wait_until("2020-02-29T23:59:59.999999Z");
    std::vector<std::string> happened;
    for (const Happening& one : shop.feed(before)) {
        if (one.kind == Kind::charge || one.kind == Kind::subscription) { happened.push_back(text_of(one)); }
    }
    std::vector<std::string> told;
    for (const Expected& one : ahead) {
        if (!one.what.starts_with("last_day")) { told.push_back(csp::text_of(one.at) + " " + one.what); }
    }
    std::ranges::sort(happened);
    std::ranges::sort(told);
    CHECK(happened == told);
    CHECK(refusal_of(shop.engine->forecast(shop.ann, {}, day("2020-01-02"), day("2020-01-01"))).code == Code::invalid);
    CHECK(refusal_of(shop.engine->forecast(shop.eve, shop.fabrikam, day("2020-01-01"), day("2021-01-01"))).code ==
          Code::not_found);
}

TEST_CASE("CAN-20: an invoice as CSV has the columns of the reconciliation file, and no formula runs from it") {
    BilledShop<InMemory> shop;
    const SubscriptionId seats = shop.buy({.offer = base, .quantity = 5, .friendly_name = "=1+1, \"quoted\""});
    shop.wait_until("2019-02-15T00:00:00Z");
    const InvoiceId id = shop.invoices().at(0).id;
    const std::string csv = good(shop.engine->invoice_as_csv(shop.ann, id));
    CHECK(
        csv.starts_with("PartnerId,CustomerId,CustomerName,MpnId,Tier2MpnId,OrderId,SubscriptionId,"
                        "SyndicationPartnerSubscriptionNumber,OfferId,DurableOfferId,OfferName,"
                        "SubscriptionStartDate,SubscriptionEndDate,ChargeStartDate,ChargeEndDate,ChargeType,"
                        "UnitPrice,Quantity,Amount,TotalOtherDiscount,Subtotal,Tax,TotalForCustomer,Currency,"
                        "DomainName,SubscriptionName,SubscriptionDescription,BillingCycleType\r\n"));
    CHECK(csv.find(csp::text_of(seats)) != std::string::npos);
    CHECK(csv.find(",2019-01-20,2020-01-19,2019-01-20,2020-01-19,Activation fee,48.00,5,240.00,0.00,240.00,0.00,"
                   "240.00,USD,contoso.com,\"'=1+1, \"\"quoted\"\"\",Base,Annual\r\n") != std::string::npos);
    CHECK(std::ranges::count(csv, '\n') == 2);
    const std::string json = good(shop.engine->invoice_as_json(shop.ann, id));
    CHECK(json.find("\"items\":[{\"partner\":\"") != std::string::npos);
    CHECK(json.find("\"charge_type\":\"Activation fee\"") != std::string::npos);
    CHECK(refusal_of(shop.engine->invoice_as_csv(shop.eve, id)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->invoice_lines(shop.eve, id, {})).code == Code::not_found);
}

TEST_CASE("SUS-06: the file shows the first term from the day of the order, and its free days are not charged") {
    BilledShop<InMemory> shop;
    shop.wait_until("2019-01-29T00:00:00Z");
    shop.buy(line(base, 5), Cycle::monthly);
    shop.wait_until("2020-02-15T00:00:00Z");
    const auto all = shop.invoices();
    const auto csv_of = [&](const Standing<Invoice>& invoice) {
        return good(shop.engine->invoice_as_csv(shop.ann, invoice.id));
    };
    CHECK(csv_of(all.front()).find(",2019-01-29,2020-01-31,2019-02-01,2019-02-28,Cycle fee,") != std::string::npos);
    CHECK(csv_of(all.back()).find(",2020-02-01,2021-01-31,2020-02-01,2020-02-29,Renew fee,") != std::string::npos);
}

TEST_CASE("SUB-03: a line names the offer as it is named in the market where it was sold") {
    BilledShop<InMemory> shop;
    Listing german = listed("Basis");
    german.country = germany;
    good(shop.engine->execute({.by = host()}, base, ListOffer{german}));
    shop.buy(line(base, 5));
    shop.wait_until("2019-02-15T00:00:00Z");
    const std::string csv = good(shop.engine->invoice_as_csv(shop.ann, shop.invoices().at(0).id));
    CHECK(csv.find(",Base,") != std::string::npos);
    CHECK(csv.find("Basis") == std::string::npos);
}

TEST_CASE("CAN-20: a name that begins with a minus is no formula, and a negative amount stays a number") {
    BilledShop<InMemory> shop;
    const auto csv_of = [&](const std::string& name) {
        const SubscriptionId seats = shop.buy({.offer = base, .quantity = 5, .friendly_name = name});
        good(shop.ask(seats, ChangeQuantity{6}));
        shop.clock.advance_days(40);
        while (!good(shop.engine->run_due()).is_all_done) {}
        return good(shop.engine->invoice_as_csv(shop.ann, shop.invoices().back().id));
    };
    const std::string formula = csv_of("-2+3+cmd|' /C calc'!A0");
    CHECK(formula.find(",\"'-2+3+cmd|' /C calc'!A0\",") != std::string::npos);
    CHECK(formula.find(",5,-240.00,0.00,-240.00,") != std::string::npos);
    CHECK(csv_of("-5").find(",-5,Base,") != std::string::npos);
    CHECK(csv_of("-5-").find(",\"'-5-\",Base,") != std::string::npos);
}

TEST_CASE("CONV-5: no purchase is so large that its invoice could not be added up") {
    BilledShop<InMemory> shop;
    const auto buy_with_tax = [&](std::int64_t cents) {
        return shop.engine->create<SoftwareOrder>(
            {.by = shop.ann},
            BuySoftware{.customer = shop.contoso,
                        .lines = {{.product = office, .quantity = 1, .tax = Money{cents, dollars(1).currency}}}});
    };
    constexpr std::int64_t price = 100'000;
    CHECK(refusal_of(buy_with_tax(most_a_purchase_can_cost - price + 1)).reason == "amount_too_large");
    CHECK(refusal_of(buy_with_tax(5'000'000'000'000'000'000)).reason == "amount_too_large");
    for (int i = 0; i < 3; ++i) { good(buy_with_tax(most_a_purchase_can_cost - price)); }
    shop.wait_until("2019-03-08T00:00:00Z");  // nothing stands in the way of time
    REQUIRE(shop.invoices().size() == 1);
    CHECK(rest_of(shop.invoices()[0].state).amount_minor == 3 * most_a_purchase_can_cost);
}
