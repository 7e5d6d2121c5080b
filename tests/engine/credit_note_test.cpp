// B11: a credit note cancels an invoice, and a new invoice with its lines takes its place.
#include <doctest/doctest.h>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class Store>
struct CreditShop : BilledShop<Store> {
    Result<Receipt> pay(const InvoiceId& invoice, Money amount) {
        return this->engine->execute({.by = host()}, invoice, RecordPayment{amount});
    }
    Result<Receipt> credit(const InvoiceId& invoice, std::string reason = "the address was wrong") {
        return this->engine->execute({.by = host()}, invoice, CreditAndRebill{std::move(reason)});
    }
};

}  // namespace

TEST_CASE_TEMPLATE("B11: an invoice is credited and billed anew, with its lines and with what was paid for it", Store,
                   CSP_BOTH_STORES) {
    CreditShop<Store> shop;
    shop.buy(line(base, 5), Cycle::annual);  // 240.00
    shop.buy_software(office);
    shop.wait_until("2019-02-16T23:59:59.999999Z");
    const InvoiceId wrong = shop.invoices({.phase = "draft"}).at(0).id;
    CHECK(refusal_of(shop.credit(wrong)).reason == "not_issued_yet");
    shop.wait_until("2019-02-17T00:00:00Z");
    good(shop.pay(wrong, dollars(40)));
    shop.wait_until("2019-03-01T10:00:00Z");
    const auto numbers_before = shop.invoices().size();
    good(shop.credit(wrong));

    const auto all = shop.invoices();
    REQUIRE(all.size() == numbers_before + 2);
    const auto& credit_note = all[numbers_before];
    const auto& rebilled = all[numbers_before + 1];
    for (std::size_t i = 0; i < all.size(); ++i) { CHECK(all[i].state.number == static_cast<std::int64_t>(i + 1)); }
    CHECK(credit_note.state.document == DocumentType::credit_note);
    CHECK(credit_note.state.amends == wrong);
    CHECK(credit_note.state.amount == dollars(-240));
    CHECK(is_in<Invoice::Paid>(credit_note.state));
    CHECK(rebilled.state.document == DocumentType::invoice);
    CHECK(rebilled.state.amends == wrong);
    CHECK(rebilled.state.amount == dollars(240));
    CHECK(rest_of(rebilled.state) == dollars(200));
    CHECK(is_in<Invoice::Issued>(rebilled.state));
    CHECK(rebilled.state.issue_on == day("2019-03-01"));
    CHECK(rebilled.state.due_on == day("2019-04-30"));
    const Invoice cancelled = good(shop.engine->read(shop.ann, wrong)).state;
    CHECK(in<Invoice::Credited>(cancelled).credited_on == day("2019-03-01"));
    CHECK(rest_of(cancelled) == dollars(0));
    CHECK(cancelled.paid == dollars(0));  // what was received is counted once
    CHECK(shop.amounts_on(credit_note.id) == Cents{-24'000});
    CHECK(shop.amounts_on(rebilled.id) == shop.amounts_on(wrong));
    CHECK(good(shop.engine->invoice_as_csv(shop.ann, rebilled.id)) ==
          good(shop.engine->invoice_as_csv(shop.ann, wrong)));
    const std::string csv = good(shop.engine->invoice_as_csv(shop.ann, credit_note.id));
    CHECK(csv.find(",48.00,5,-240.00,0.00,-240.00,0.00,-240.00,USD,") != std::string::npos);

    shop.wait_until("2019-04-30T23:59:59.999999Z");  // the old day of payment has long passed
    CHECK(is_in<Invoice::Credited>(good(shop.engine->read(shop.ann, wrong)).state));
    CHECK(shop.invoices({.phase = "overdue"}).empty() == false);  // that of software
    CHECK(is_in<Invoice::Issued>(good(shop.engine->read(shop.ann, rebilled.id)).state));
    shop.wait_until("2019-05-01T00:00:00Z");
    CHECK(is_in<Invoice::Overdue>(good(shop.engine->read(shop.ann, rebilled.id)).state));
    good(shop.credit(rebilled.id, ""));  // an overdue one too, and without a reason
    good(shop.pay(shop.invoices().back().id, dollars(200)));
    CHECK(is_in<Invoice::Paid>(shop.invoices().back().state));
}

TEST_CASE("B11: what is paid, credited or a credit note is not credited, and only the host credits") {
    CreditShop<InMemory> shop;
    shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2019-02-17T00:00:00Z");
    const InvoiceId invoice = shop.invoices().at(0).id;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, invoice, CreditAndRebill{})).code == Code::forbidden);
    CHECK(refusal_of(shop.credit(invoice, "two\nlines")).field == "reason");
    CHECK(refusal_of(shop.credit(invoice, std::string(shop.policy.reason_bytes + 1, 'x'))).field == "reason");
    good(shop.credit(invoice, std::string(shop.policy.reason_bytes, 'x')));
    CHECK(refusal_of(shop.credit(invoice)).reason == "credited_already");
    CHECK(refusal_of(shop.pay(invoice, dollars(1))).reason == "credited_already");
    const auto all = shop.invoices();
    REQUIRE(all.size() == 3);
    CHECK(refusal_of(shop.credit(all[1].id)).reason == "paid_already");
    good(shop.pay(all[2].id, dollars(240)));
    CHECK(refusal_of(shop.credit(all[2].id)).reason == "paid_already");
}

TEST_CASE_TEMPLATE("B11: corrections leave no gap in the numbers of the invoices after them", Store, CSP_BOTH_STORES) {
    CreditShop<Store> shop;
    shop.buy(line(base, 5), Cycle::monthly);
    shop.wait_until("2019-02-17T00:00:00Z");
    good(shop.credit(shop.invoices().at(0).id));
    shop.wait_until("2019-06-20T00:00:00Z");
    const auto all = shop.invoices();
    CHECK(all.size() == 7);  // February with two corrections, March to June
    std::int64_t number = 0;
    std::int64_t cents = 0;
    for (const auto& invoice : all) {
        CHECK(invoice.state.number == ++number);
        if (!is_in<Invoice::Credited>(invoice.state) && invoice.state.document == DocumentType::invoice) {
            cents += invoice.state.amount.amount_minor;
        }
    }
    CHECK(cents == 5 * 2'000);
}

TEST_CASE("CONV-7: a correction does not go back behind the ledger's own time, however far the clock went") {
    CreditShop<InMemory> shop;
    shop.buy(line(base, 5), Cycle::monthly);
    shop.wait_until("2019-02-17T00:00:00Z");
    const InvoiceId invoice = shop.invoices().at(0).id;
    shop.buy_on("2019-04-04", office);  // the ledger hears of it
    shop.clock.set(at("2019-03-10T00:00:00Z"));
    CHECK(refusal_of(shop.credit(invoice)).reason == "clock_went_back");
    shop.clock.set(at("2019-04-04T12:00:00Z"));
    good(shop.credit(invoice));
}
