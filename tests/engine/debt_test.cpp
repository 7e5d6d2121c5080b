// C9: an invoice that is not paid for long keeps its partner from selling anything new, until it is paid.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// 240.00 for a year, issued on the 17th of February, to be paid by the 18th of April, and then for 60 more days.
template <class Store>
struct DebtShop : BilledShop<Store> {
    SubscriptionId seats = this->buy(line(base, 5), Cycle::annual);
    InvoiceId invoice{};

    DebtShop() {
        this->wait_until("2019-02-17T00:00:00Z");
        invoice = this->invoices().at(0).id;
    }
    Result<Receipt> pay(const InvoiceId& id, Money amount) {
        return this->engine->execute({.by = host()}, id, RecordPayment{amount});
    }
    Partner fabrikam_now() { return good(this->engine->read(host(), this->fabrikam)).state; }
    Result<Receipt> order() { return this->place({line(annual_only, 1)}); }
    /// What happened to the partner, without its enrolment.
    std::vector<std::string> told_of_the_partner() {
        std::vector<std::string> names;
        for (const Happening& happening : history_of(*this, this->fabrikam)) { names.emplace_back(name_of(happening)); }
        names.erase(names.begin());
        return names;
    }
};

}  // namespace

TEST_CASE_TEMPLATE("C9: a partner sells on the 60th day after an invoice was due, and not a microsecond later", Store,
                   CSP_BOTH_STORES) {
    DebtShop<Store> shop;
    shop.wait_until("2019-06-17T23:59:59.999999Z");
    CHECK(shop.fabrikam_now().debts.size() == 1);
    good(shop.order());
    shop.wait_until("2019-06-18T00:00:00Z");
    CHECK(in<Partner::Restricted>(shop.fabrikam_now()) ==
          Partner::Restricted{"an invoice is long overdue", at("2019-06-18T00:00:00Z"), true});
    CHECK(refusal_of(shop.order()).reason == "partner_restricted");
    good(shop.ask(shop.seats, ChangeQuantity{6}));  // B4: what there is goes on
    CHECK(refusal_of(shop.pay(shop.invoice, dollars(241))).reason == "not_to_be_paid");
    good(shop.pay(shop.invoice, dollars(239)));
    CHECK(refusal_of(shop.order()).reason == "partner_restricted");  // a dollar is missing
    good(shop.pay(shop.invoice, dollars(1)));
    CHECK(is_in<Partner::Enrolled>(shop.fabrikam_now()));
    good(shop.order());
}

TEST_CASE("C9: a partner is restricted on time, however late somebody looks") {
    DebtShop<InMemory> late;
    late.clock.set(at("2019-07-01T00:00:00Z"));
    CHECK(refusal_of(late.order()).reason == "partner_restricted");
    CHECK(in<Partner::Restricted>(late.fabrikam_now()).since == at("2019-06-18T00:00:00Z"));
    good(late.pay(late.invoice, dollars(240)));

    DebtShop<InMemory> on_time;
    for (const char* moment : {"2019-04-19T00:00:00Z", "2019-06-17T12:00:00Z", "2019-06-18T00:00:00Z"}) {
        on_time.wait_until(moment);
    }
    on_time.wait_until("2019-07-01T00:00:00Z");
    CHECK(refusal_of(on_time.order()).reason == "partner_restricted");
    good(on_time.pay(on_time.invoice, dollars(240)));
    CHECK(late.fabrikam_now() == on_time.fabrikam_now());
    CHECK(late.told_of_the_partner() == on_time.told_of_the_partner());
    CHECK(late.told_of_the_partner() ==
          std::vector<std::string>{"debt_noted", "partner_restricted", "debt_cleared", "partner_reinstated"});
}

TEST_CASE("C9: an invoice that nobody looked at is a debt, restricts and is paid, all in one command") {
    DebtShop<InMemory> shop;
    shop.clock.set(at("2019-09-01T00:00:00Z"));
    good(shop.pay(shop.invoice, dollars(240)));
    CHECK(shop.told_of_the_partner() ==
          std::vector<std::string>{"debt_noted", "partner_restricted", "debt_cleared", "partner_reinstated"});
    CHECK(is_in<Partner::Enrolled>(shop.fabrikam_now()));
}

TEST_CASE("C9: with two long overdue both have to be paid, or credited") {
    DebtShop<InMemory> shop;
    good(shop.ask(shop.seats, ChangeQuantity{6}));
    shop.wait_until("2019-03-17T00:00:00Z");
    const InvoiceId second = shop.invoices().back().id;
    shop.wait_until("2019-09-01T00:00:00Z");
    CHECK(shop.fabrikam_now().debts.size() == 2);
    good(shop.pay(shop.invoice, dollars(240)));
    CHECK(is_in<Partner::Restricted>(shop.fabrikam_now()));
    good(shop.engine->execute({.by = host()}, second, CreditAndRebill{"the address was wrong"}));
    shop.wait_until("2019-09-02T00:00:00Z");
    CHECK(is_in<Partner::Enrolled>(shop.fabrikam_now()));
    // The new one is due 60 days after it was issued, and may be overdue for 60 more.
    CHECK(shop.fabrikam_now().debts == std::vector<Debt>{{shop.invoices().back().id, 4, day("2019-12-30")}});
}

TEST_CASE("C9: what is paid a day late restricts nobody") {
    DebtShop<InMemory> shop;
    CHECK(shop.fabrikam_now().debts == std::vector<Debt>{{shop.invoice, 1, day("2019-06-17")}});
    shop.wait_until("2019-04-19T00:00:00Z");
    CHECK(is_in<Invoice::Overdue>(good(shop.engine->read(host(), shop.invoice)).state));
    good(shop.pay(shop.invoice, dollars(240)));
    shop.wait_until("2019-12-01T00:00:00Z");
    CHECK(may_order(shop.fabrikam_now()));
    CHECK(shop.told_of_the_partner() == std::vector<std::string>{"debt_noted", "debt_cleared"});
}

TEST_CASE("C9: an invoice that is a credit in all is no debt") {
    DebtShop<InMemory> shop;
    good(shop.pay(shop.invoice, dollars(240)));
    shop.clock.set(at("2019-02-18T00:00:00Z"));
    good(shop.suspend(shop.seats));
    shop.wait_until("2019-03-17T00:00:00Z");
    CHECK(shop.invoices().back().state.amount == dollars(-240));
    CHECK(shop.told_of_the_partner() == std::vector<std::string>{"debt_noted", "debt_cleared"});
}

TEST_CASE("C9: a debt is noted although the partner's record has seen later times") {
    BilledShop<InMemory> shop;
    shop.buy(line(base, 5), Cycle::annual);
    shop.clock.set(at("2019-08-01T00:00:00Z"));
    good(
        shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{20}));  // nobody asked for the invoice yet
    shop.wait_until("2019-08-01T00:00:00Z");
    const Partner fabrikam = good(shop.engine->read(host(), shop.fabrikam)).state;
    CHECK(in<Partner::Restricted>(fabrikam).since == at("2019-08-01T00:00:00Z"));
}

TEST_CASE(
    "C9: who is let go of for another reason is restricted at once for what is long overdue, and not a day before") {
    for (const bool is_overdue : {false, true}) {
        DebtShop<InMemory> shop;
        const auto ask = [&](const Partner::Command& command) {
            good(shop.engine->execute({.by = host()}, shop.fabrikam, command));
        };
        shop.wait_until("2019-06-10T00:00:00Z");
        ask(RestrictPartner{"fraud"});
        shop.wait_until(is_overdue ? "2019-06-18T00:00:00Z" : "2019-06-17T23:59:59.999999Z");
        ask(ReinstatePartner{});
        CHECK(shop.order().has_value() == !is_overdue);
        if (!is_overdue) { continue; }
        CHECK(in<Partner::Restricted>(shop.fabrikam_now()).is_for_debt);
        good(shop.pay(shop.invoice, dollars(240)));
        good(shop.order());
    }
}

TEST_CASE("C9: a policy leaves it to the host to restrict a partner") {
    const Policy policy;
    CHECK(policy.debt_days == 60);
    CHECK(policy.debt_restricts_partner);
    BilledShop<InMemory> shop;
    shop.policy.debt_restricts_partner = false;
    shop.engine = shop.open(*shop.store.storage);
    shop.buy(line(base, 5), Cycle::annual);
    shop.wait_until("2020-01-01T00:00:00Z");
    CHECK(is_in<Invoice::Overdue>(shop.invoices().at(0).state));
    const Partner fabrikam = good(shop.engine->read(host(), shop.fabrikam)).state;
    CHECK(fabrikam.debts.empty());
    CHECK(may_order(fabrikam));
}

TEST_CASE(
    "CONV-2: an invoice that can be paid until the last day there is never gets overdue, and one day earlier does") {
    Invoice invoice;
    invoice.phase = Invoice::Issued{day("9999-12-01")};
    invoice.due_on = last_date;
    CHECK(next_deadline(invoice) == std::nullopt);
    invoice.due_on = days_after(last_date, -1);
    const auto due = next_deadline(invoice);
    REQUIRE(due);
    CHECK(due->at == start_of(last_date));
    const auto event = decide(Question<Invoice>{invoice, due->command, {}, Policy{}, due->at});
    REQUIRE(event);
    CHECK(std::get<InvoiceOverdue>(*event).overdue_from == last_date);
}
