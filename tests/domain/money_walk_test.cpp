// The walk over the machines of money: see walk.hpp.
#include <doctest/doctest.h>

#include "csp/billing.hpp"
#include "csp/charge.hpp"
#include "csp/invoice.hpp"
#include "csp/ledger.hpp"
#include "domain/goods.hpp"
#include "domain/walk.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Date bought_on = day("2020-03-05");

Scene<Charge> scene(std::size_t phase, const Charge::Command& kind, Charge*) {
    Scene<Charge> scene{.command = kind};
    const Charge::Phase phases[]{Charge::Absent{}, Charge::Standing{}, Charge::TakenBack{2}};
    scene.asked.state.phase = phases[phase];
    return scene;
}

Scene<Billing> scene(std::size_t phase, const Billing::Command& kind, Billing*) {
    Scene<Billing> scene{.command = kind};
    const BillingTerms terms{.cycle = Cycle::monthly,
                             .quantity = 5,
                             .unit_price = dollars(4),
                             .opened_on = bought_on,
                             .anchor = bought_on,
                             .term = Term{bought_on, months_after(bought_on, 12)}};
    scene.asked.now = noon(2020, 5, 5);
    if (phase > 0) {
        const Date charged_until = day("2020-05-05");  // the day on which the next period begins
        const Billing::Phase phases[]{Billing::Absent{}, Billing::Running{charged_until},
                                      Billing::Stopped{charged_until, day("2020-04-20"), false, {}},
                                      Billing::Closed{day("2020-04-20")}};
        scene.asked.state.terms = terms;
        scene.asked.state.phase = phases[phase];
    }
    const Term next{terms.term.end, months_after(terms.term.end, 12)};
    std::visit(
        overloaded{
            [&](BeginBilling& begin) { begin.terms = terms; },
            [](RebillQuantity& rebill) { rebill.quantity = 6; },
            [&](ContinueBilling& wish) {
                wish = {terms.term, dollars(4)};
            },
            [&](RenewBilling& renew) {
                renew = {next, dollars(5)};
            },
            [&](RebillCycle& rebill) {
                rebill = {Cycle::annual, day("2020-05-05"), Term{day("2020-05-05"), day("2021-05-05")}, dollars(5)};
            },
            [](auto&) {},
        },
        scene.command);
    return scene;
}

Scene<Ledger> scene(std::size_t phase, const Ledger::Command& kind, Ledger*) {
    Scene<Ledger> scene{.command = kind};
    const ComingInvoice over{day("2020-06-15"), InvoiceType::recurring, dollars(1).currency};
    if (phase == 1) { evolve(scene.asked.state, InvoiceExpected{id<Partner>(1), over}); }
    if (auto* expect = std::get_if<ExpectInvoice>(&scene.command)) {
        expect->coming = {day("2020-07-15"), InvoiceType::recurring, dollars(1).currency};
    }
    return scene;
}

Scene<Invoice> scene(std::size_t phase, const Invoice::Command& kind, Invoice*) {
    Scene<Invoice> scene{.command = kind};
    const Date then = day("2020-02-17");
    const Invoice::Phase phases[]{Invoice::Absent{},         Invoice::Draft{},
                                  Invoice::Issued{then},     Invoice::Overdue{then, day("2020-04-18")},
                                  Invoice::Paid{then, then}, Invoice::Credited{then, day("2020-03-01")}};
    scene.asked.state = {.coming = {day("2020-02-15"), InvoiceType::recurring, dollars(1).currency},
                         .amount = dollars(9),
                         .paid = dollars(0),
                         .issue_on = then,
                         .due_on = day("2020-04-17"),
                         .phase = phases[phase]};
    if (std::holds_alternative<SettleInvoice>(kind)) { scene.asked.state.paid = dollars(9); }
    if (auto* payment = std::get_if<RecordPayment>(&scene.command)) { payment->amount = dollars(9); }
    return scene;
}

template <class S>
void walk(const MachineText& table) {
    test::walk<S>(table, [](std::size_t phase, const typename S::Command& command) {
        return scene(phase, command, static_cast<S*>(nullptr));
    });
}

}  // namespace

TEST_CASE("every row of the charge's table can be taken, and nothing else can") { walk<Charge>(charge_table()); }
TEST_CASE("every row of the billing's table can be taken, and nothing else can") { walk<Billing>(billing_table()); }
TEST_CASE("every row of the ledger's table can be taken, and nothing else can") { walk<Ledger>(ledger_table()); }
TEST_CASE("every row of the invoice's table can be taken, and nothing else can") { walk<Invoice>(invoice_table()); }
