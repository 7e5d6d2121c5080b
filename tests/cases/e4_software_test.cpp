// List E4 of the worked examples, row by row: software, its cancellation and its credit.
#include <doctest/doctest.h>

#include <map>
#include <optional>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

struct Software : SoftwareShop<InMemory> {
    Software() : SoftwareShop<InMemory>(with_bills) {}
};

const DayRange this_year{day("2020-01-01"), day("2020-12-31")};

/// The one line that takes something back of an order.
ChargeRecorded credit_line(Software& shop, const SoftwareOrderId& order) {
    std::vector<ChargeRecorded> lines;
    for (const Happening& one : shop.feed()) {
        const auto* event = std::get_if<Charge::Event>(&one.event);
        const auto* recorded = event != nullptr ? std::get_if<ChargeRecorded>(event) : nullptr;
        const bool is_its_credit =
            recorded != nullptr && recorded->entry.software_order == order && recorded->entry.line.credits != 0;
        if (is_its_credit) { lines.push_back(*recorded); }
    }
    REQUIRE(lines.size() == 1);
    return lines.front();
}

/// What the order says of its first line, which is what the invoice says.
Money credited(Software& shop, const SoftwareOrderId& order) {
    const auto credit = shop.software_order(order).lines.at(0).cancelled;
    REQUIRE(credit);
    const ChargeRecorded line = credit_line(shop, order);
    CHECK(line.entry.line.amount == Money{-credit->amount.amount_minor, credit->amount.currency});
    CHECK(line.invoiced_on == credit->invoiced_on);
    return credit->amount;
}

}  // namespace

TEST_CASE("CAN-13: E4-48 a purchase of 2020-01-21 has 40 days left on 2020-02-10") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", office);
    shop.clock.set(at("2020-02-10T12:00:00Z"));
    CHECK(shop.dialog(order).answer == CancellationAnswer::can_be_cancelled);
    CHECK(shop.dialog(order).days_remaining == 40);
}

TEST_CASE("CAN-01: E4-49 day 60 is the last good day, credited in full on the invoice of 2020-04-08") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", office);
    shop.clock.set(at("2020-03-21T23:59:59.999999Z"));
    CHECK(shop.dialog(order).days_remaining == 0);
    good(shop.cancel(order));
    const auto credit = shop.software_order(order).lines.at(0).cancelled;
    REQUIRE(credit);
    CHECK(credited(shop, order) == dollars(1'000));
    CHECK(credit->invoiced_on == day("2020-04-08"));
    const auto happened = history_of<SoftwareOrder>(shop, order);
    const auto* cancelled = std::get_if<SoftwareCancelled>(&std::get<SoftwareOrder::Event>(happened.at(1).event));
    REQUIRE(cancelled != nullptr);
    CHECK(cancelled->termination_fee == dollars(0));
    CHECK(cancelled->discontinue_use);
    CHECK(cancelled->uninstall);
}

TEST_CASE("CAN-04: E4-50 day 61 is refused with 900117") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", office);
    shop.clock.set(at("2020-03-22T00:00:00Z"));
    const SoftwareOrder before = shop.software_order(order);
    const Error no = refusal_of(shop.cancel(order));
    CHECK(no.code == Code::refused);
    CHECK(no.rule == "CAN-04");
    CHECK(no.microsoft == 900117);
    CHECK(no.reason == "window_passed");
    CHECK(no.sentence ==
          "line 0, Office Professional 2019, could be cancelled within 60 days, until 2020-03-21; today is 2020-03-22");
    CHECK(shop.software_order(order) == before);
    CHECK(shop.dialog(order).answer == CancellationAnswer::window_passed);
}

TEST_CASE("CAN-22: E4-51 60 of 1,096 days used leave 945.26 of 1,000.00") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", windows_server);
    shop.clock.set(at("2020-03-21T12:00:00Z"));
    good(shop.cancel(order));
    CHECK(credited(shop, order) == Money{94'526, usd});
}

TEST_CASE("CAN-22: E4-53 a year of 365.00 gives back everything on its first day and 305.00 on day 60") {
    Software shop;
    const auto same_day = shop.buy_on("2019-01-01", sql_server);
    const auto later = shop.buy_software(sql_server);
    good(shop.cancel(same_day));
    CHECK(credited(shop, same_day) == dollars(365));
    shop.clock.set(at("2019-03-02T23:59:59.999999Z"));
    good(shop.cancel(later));
    CHECK(credited(shop, later) == dollars(305));
}

TEST_CASE("CAN-01: E4-55 what was bought on New Year's Eve can be cancelled up to 29 February") {
    Software shop;
    const auto one = shop.buy_on("2019-12-31", office);
    const auto other = shop.buy_software(office);
    CHECK(shop.dialog(one).last_day == day("2020-02-29"));
    shop.clock.set(at("2020-02-29T23:59:59.999999Z"));
    good(shop.cancel(one));
    shop.clock.set(at("2020-03-01T00:00:00Z"));
    CHECK(refusal_of(shop.cancel(other)).reason == "window_passed");
}

TEST_CASE("CAN-06: E4-57 Windows 7 updates need a support request, which comes filled in") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", windows_7_updates);
    shop.clock.set(at("2020-01-24T00:00:00Z"));
    const SoftwareOrder before = shop.software_order(order);
    const Error no = refusal_of(shop.cancel(order));
    CHECK(no.code == Code::refused);
    CHECK(no.rule == "CAN-06");
    CHECK(no.reason == "support_request_required");
    CHECK(no.field == "lines");
    CHECK(shop.software_order(order) == before);
    CHECK(shop.dialog(order).answer == CancellationAnswer::support_request_required);
    const SupportForm form = good(shop.engine->support_form(shop.ann, order));
    CHECK(text_of(form.type) == "CSP Purchase/Refund on behalf of customers");
    CHECK(form == SupportForm{.type = ProblemType::csp_purchase_refund_on_behalf_of_customers,
                              .title = "cancel Windows 7 Extended Security Updates 2020 of order " + text_of(order),
                              .customer = shop.contoso,
                              .domain = "contoso.com",
                              .order = order,
                              .lines = {0},
                              .amount = Money{99'180, usd}});  // 363 of 366 days are left
}

TEST_CASE("SWP-02: E4-59 a global admin may buy and audit, and gets neither keys nor a cancellation") {
    Software shop;
    shop.clock.set(at("2020-01-21T09:00:00Z"));
    const auto bought = shop.engine->create<SoftwareOrder>(
        {.by = shop.global_admin},
        BuySoftware{.customer = shop.contoso, .lines = {{.product = office, .quantity = 1}}});
    REQUIRE(bought);
    const auto order = id_in<SoftwareOrder>(*bought);
    const SoftwareOrder before = shop.software_order(order);
    const Entitlement right = shop.right(shop.right_of(order));
    for (const Error& no :
         {refusal_of(shop.engine->get_keys({.by = shop.global_admin}, shop.right_of(order), english_iso)),
          refusal_of(shop.engine->execute({.by = shop.global_admin}, order, shop.whole(order)))}) {
        CHECK(no.code == Code::forbidden);
        CHECK(no.reason == "role_missing");
    }
    CHECK(shop.software_order(order) == before);
    CHECK(shop.right(shop.right_of(order)) == right);
    const auto log = good(shop.engine->software_activity(shop.global_admin, {.days = this_year}, {})).items;
    REQUIRE(log.size() == 1);  // the attempt at the key
    CHECK(log[0].is_refused);
    CHECK(log[0].user == "gil@fabrikam.com");
    CHECK(log[0].order == order);
    const Error no = refusal_of(shop.engine->software_activity(shop.ann, {.days = this_year}, {}));
    CHECK(no.code == Code::forbidden);
    CHECK(no.rule == "LOG-01");
}

TEST_CASE("CAN-11: E4-61 without the acknowledgement nothing changes") {
    Software shop;
    const auto order = shop.buy_software(office);
    const SoftwareOrder before = shop.software_order(order);
    const Error no = refusal_of(
        shop.engine->execute({.by = shop.ann}, order, CancelSoftware{.customer = shop.contoso, .whole_order = true}));
    CHECK(no.code == Code::refused);
    CHECK(no.rule == "CAN-11");
    CHECK(no.reason == "acknowledgement_required");
    CHECK(no.field == "acknowledged");
    CHECK(no.also.empty());
    CHECK(shop.software_order(order) == before);
    CHECK(is_in<Entitlement::Owned>(shop.right(shop.right_of(order))));
    CHECK(shop.engine->get_keys({.by = shop.ann}, shop.right_of(order), english_iso));
}

TEST_CASE("CAN-12: E4-62 an order ends with its last line") {
    Software shop;
    const auto order = id_in<SoftwareOrder>(
        good(shop.order({{.product = office, .quantity = 2}, {.product = sql_server, .quantity = 3}})));
    good(shop.cancel_line(order, 0));
    CHECK(shop.software_order(order).lines.at(0).quantity == 0);
    CHECK(shop.software_order(order).lines.at(1).quantity == 3);
    CHECK(is_in<SoftwareOrder::Completed>(shop.software_order(order)));
    good(shop.cancel_line(order, 1));
    CHECK(is_in<SoftwareOrder::Cancelled>(shop.software_order(order)));
}

TEST_CASE("CAN-16: E4-64 the dashboard may lag 15 minutes, the record does not") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", office);
    shop.clock.set(at("2020-02-01T10:00:00Z"));
    good(shop.cancel(order));
    shop.clock.set(at("2020-02-01T10:14:59.999999Z"));
    CHECK(shop.items().at(0).phase == "revoked");
    CHECK(shop.items().at(0).dashboard_phase == "owned");
    CHECK(shop.items().at(0).visible_by == at("2020-02-01T10:15:00Z"));
    CHECK(refusal_of(shop.cancel(order)).reason == "already_cancelled");
    shop.clock.set(at("2020-02-01T10:15:00Z"));
    CHECK(shop.items().at(0).dashboard_phase == "revoked");
}

TEST_CASE("CAN-17: E4-65 a cancelled item stays, without its key and link") {
    Software shop;
    const auto order = shop.buy_software(office);
    const auto right = shop.right_of(order);
    good(shop.engine->get_keys({.by = shop.ann}, right, english_iso));
    const auto link = shop.link_to(right);
    CHECK(shop.items().at(0).phase == "owned");
    CHECK_FALSE(shop.right(right).sealed_key.empty());
    good(shop.cancel(order));
    const auto items = shop.items();
    REQUIRE(items.size() == 1);
    CHECK(items[0].id == right);
    CHECK(items[0].phase == "revoked");
    CHECK(items[0].grant.product_name == "Office Professional 2019");
    for (const Error& no : {refusal_of(shop.engine->get_keys({.by = shop.ann}, right, english_iso)),
                            refusal_of(shop.engine->get_link({.by = shop.ann}, right, english_iso)),
                            refusal_of(shop.engine->download({.by = shop.ann}, link))}) {
        CHECK(no.code == Code::refused);
        CHECK(no.rule == "ENT-09");
        CHECK(no.reason == "revoked");
    }
    CHECK(in<Entitlement::Revoked>(shop.right(right)).revoked_at == shop.clock.now());
    CHECK(shop.right(right).sealed_key.empty());
    CHECK(in<DownloadLink::Revoked>(shop.link(link)).revoked_at == shop.clock.now());
}

TEST_CASE("TAX-01: E4-67 an Australian price has its tax inside, and so has its credit") {
    Software shop;
    const auto au = Country{{'A', 'U'}};
    const Money price{110'000, Currency{{'A', 'U', 'D'}}};
    good(shop.engine->execute({.by = host()}, office, SetProductPrice{{au, price, day("2018-01-01"), {}}}));
    BillingProfile profile = profile_of("Wombat");
    profile.address.country = au;
    profile.address.state = "";
    const auto wombat = id_in<Customer>(good(shop.engine->create<Customer>(
        {.by = shop.ann}, CreateCustomer{.partner = shop.fabrikam, .domain = "wombat.example", .profile = profile})));
    const auto order = id_in<SoftwareOrder>(good(shop.engine->create<SoftwareOrder>(
        {.by = shop.ann}, BuySoftware{.customer = wombat, .lines = {{.product = office, .quantity = 1}}})));
    CHECK(shop.software_order(order).lines.at(0).includes_tax);
    good(shop.cancel(order));
    const auto credit = shop.software_order(order).lines.at(0).cancelled;
    REQUIRE(credit);
    CHECK(credited(shop, order) == price);
    CHECK(credit->tax == Money{});
    CHECK(credit_line(shop, order).entry.includes_tax);
}

TEST_CASE("SUP-04: E4-70 amount, and tenant or domain, have to be filled in") {
    Software shop;
    const auto order = shop.buy_software(windows_7_updates);
    SupportForm form = good(shop.engine->support_form(shop.ann, order));
    form.impact = Impact::moderate;
    form.refund_reason = "bought by mistake";
    form.contact = {"Ann Beebe", "ann@fabrikam.com", "+1 425 555 0100"};
    const auto submitted = [&](const SupportForm& one) {
        const auto request = id_in<SupportRequest>(
            good(shop.engine->create<SupportRequest>({.by = shop.ann}, DraftSupportRequest{.form = one})));
        return shop.engine->execute({.by = shop.ann}, request, SubmitSupportRequest{});
    };
    SupportForm without_amount = form;
    without_amount.amount = {};
    CHECK(refusal_of(submitted(without_amount)).field == "amount");
    SupportForm without_tenant = form;
    without_tenant.customer = {};
    without_tenant.domain = "";
    CHECK(refusal_of(submitted(without_tenant)).field == "tenant_or_domain");
    CHECK(submitted(form));
}

TEST_CASE("ENT-08: E4-71 three years bought on 2019-01-28 end on 2022-01-28, perpetual software never") {
    Software shop;
    const auto three_years = shop.right_of(shop.buy_on("2019-01-28", windows_server));
    const auto perpetual = shop.right_of(shop.buy_software(office));
    CHECK(expires_at(shop.right(three_years)) == at("2022-01-28T00:00:00Z"));
    CHECK_FALSE(expires_at(shop.right(perpetual)));
    std::map<EntitlementId, std::optional<Instant>> shown;
    for (const SoftwareItem& item : shop.items()) { shown[item.id] = item.expires_at; }
    CHECK(shown.at(three_years) == at("2022-01-28T00:00:00Z"));
    CHECK_FALSE(shown.at(perpetual));
}

TEST_CASE("CAN-20: E4-49 the credit stands on the invoice of 2020-04-08") {
    Software shop;
    const auto order = shop.buy_on("2020-01-21", office);
    shop.clock.set(at("2020-03-21T12:00:00Z"));
    good(shop.cancel(order));
    shop.clock.set(at("2020-04-08T00:00:00Z"));
    while (!good(shop.engine->run_due()).is_all_done) {}
    const auto invoices = good(shop.engine->invoices(shop.ann, {}, {}, {})).items;
    REQUIRE(invoices.size() == 2);
    CHECK(invoices[1].state.coming.on == day("2020-04-08"));
    CHECK(invoices[1].state.amount == dollars(-1'000));
}
