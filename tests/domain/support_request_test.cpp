// A support request is submitted when every field it needs is filled in, and each that is not is named.
#include <doctest/doctest.h>

#include <functional>

#include "domain/support.hpp"

using namespace csp;
using namespace csp::test;
using Says = std::vector<std::string>;

namespace {

Says missing_from(const SupportForm& form) {
    const Desk desk(form);
    return desk.missing();
}
Says missing_after(const std::function<void(SupportForm&)>& change) {
    SupportForm form = good_refund_form();
    change(form);
    return missing_from(form);
}
Says missing_with_amount(Money amount) {
    return missing_after([&](SupportForm& form) { form.amount = amount; });
}

}  // namespace

TEST_CASE("SUP-02: a refund has the type CSP Purchase/Refund on behalf of customers") {
    CHECK(text_of(refund_type) == "CSP Purchase/Refund on behalf of customers");
    CHECK(missing_from(good_refund_form()) == Says{});
    SupportForm form = good_other_form();
    form.refund_reason = "bought twice";
    CHECK(missing_from(form) == Says{"type: not_a_refund"});
    form = good_other_form();
    form.amount = dollars(1);
    CHECK(missing_from(form) == Says{"type: not_a_refund"});
}

TEST_CASE("SUP-02: other types are free and need impact, title, description and contact") {
    CHECK(missing_from(good_other_form()) == Says{});
    CHECK(missing_from(SupportForm{}) == Says{"impact: field_missing", "title: field_missing",
                                              "description: field_missing", "contact.name: field_missing",
                                              "contact.email: field_missing", "contact.phone: field_missing"});
    SupportForm form = good_other_form();
    form.description = " \r\n \n";
    CHECK(missing_from(form) == Says{"description: field_missing"});
}

TEST_CASE("SUP-03: impact and title are required") {
    CHECK(missing_after([](SupportForm& f) { f.impact = Impact::unknown; }) == Says{"impact: field_missing"});
    for (const Impact impact : {Impact::critical, Impact::moderate, Impact::minimal}) {
        CHECK(missing_after([&](SupportForm& f) { f.impact = impact; }) == Says{});
    }
    CHECK(missing_after([](SupportForm& f) { f.title = "  "; }) == Says{"title: field_missing"});
    CHECK(missing_after([](SupportForm& f) { f.title = "x"; }) == Says{});
}

TEST_CASE("SUP-04: the tenant id or the domain is required, and it is the partner's customer") {
    const auto neither = [](SupportForm& form) {
        form.customer = {};
        form.domain = {};
    };
    // Worked example 70: an order id alone does not say whose it is.
    Desk desk(good_refund_form());
    neither(desk.request.state.form);
    desk.request.facts.customer = nullptr;
    desk.request.facts.customer_id = {};
    CHECK(desk.missing() == Says{"tenant_or_domain: field_missing"});

    CHECK(missing_after([](SupportForm& form) { form.customer = {}; }) == Says{});
    CHECK(missing_after([](SupportForm& form) { form.domain = {}; }) == Says{});
    CHECK(missing_after([](SupportForm& form) { form.domain = "fabrikam.com"; }) ==
          Says{"tenant_or_domain: wrong_customer"});

    Desk of_another_partner(good_refund_form());
    of_another_partner.request.facts.customer = nullptr;
    of_another_partner.request.facts.customer_id = {};
    const Error error = of_another_partner.request.refusal(SubmitSupportRequest{});
    CHECK(reasons_of(error) == Says{"tenant_or_domain: customer_not_found"});
    CHECK(error.code == Code::not_found);
}

TEST_CASE("SUP-04: the order id or the subscription id is required, and it is that customer's") {
    CHECK(missing_after([](SupportForm& form) { form.order = {}; }).front() == "order_or_subscription: field_missing");

    Desk of_a_subscription(good_refund_form());
    of_a_subscription.request.state.form.order = {};
    of_a_subscription.request.state.form.subscription = id<Subscription>(1);
    of_a_subscription.request.facts.order = nullptr;
    CHECK(of_a_subscription.missing() == Says{"order_or_subscription: subscription_not_found"});
    Subscription theirs{.customer = id<Customer>(2)};
    of_a_subscription.request.facts.subscription = &theirs;
    CHECK(of_a_subscription.missing() == Says{"order_or_subscription: subscription_not_found"});
    theirs.customer = id<Customer>(1);
    CHECK(of_a_subscription.missing() == Says{});

    Desk of_another_customer(good_refund_form());
    of_another_customer.order.customer = id<Customer>(2);
    CHECK(of_another_customer.missing() == Says{"order_or_subscription: wrong_customer"});

    Desk of_no_order(good_refund_form());
    of_no_order.request.facts.order = nullptr;
    CHECK(of_no_order.missing() == Says{"order_or_subscription: order_not_found"});
    CHECK(of_no_order.request.refusal(SubmitSupportRequest{}).code == Code::not_found);
}

TEST_CASE("SUP-04: the refund reason is required") {
    CHECK(missing_after([](SupportForm& f) { f.refund_reason = ""; }) == Says{"refund_reason: field_missing"});
    CHECK(missing_after([](SupportForm& f) { f.refund_reason = "?"; }) == Says{});
}

TEST_CASE("SUP-04: the amount is more than 0 and at most what the order cost") {
    CHECK(missing_with_amount(Money{}) == Says{"amount: field_missing"});  // worked example 70
    CHECK(missing_with_amount(Money{-1, usd}) == Says{"amount: amount_out_of_range"});
    CHECK(missing_with_amount(Money{0, usd}) == Says{"amount: amount_out_of_range"});
    CHECK(missing_with_amount(Money{1, usd}) == Says{});
    CHECK(missing_with_amount(Money{100'000, usd}) == Says{});
    CHECK(missing_with_amount(Money{100'001, usd}) == Says{"amount: amount_out_of_range"});
    CHECK(missing_with_amount(Money{1, Currency{{'E', 'U', 'R'}}}) == Says{"amount: other_currency"});
    CHECK(missing_with_amount(Money{1, {}}) == Says{"amount: currency_missing"});
}

TEST_CASE("SUP-04: taxes count among what the order cost, and so do all its lines") {
    Desk desk(good_refund_form());
    desk.order.lines.push_back(line_for_support());
    desk.order.lines[0].tax = dollars(70);
    desk.request.state.form.amount = dollars(2070);
    CHECK(desk.missing() == Says{});
    desk.request.state.form.amount.amount_minor += 1;
    CHECK(desk.missing() == Says{"amount: amount_out_of_range"});
}

TEST_CASE("SUP-04: the lines in the form are lines of the order that stand") {
    Desk desk(good_refund_form());
    desk.order.lines.push_back(line_for_support());
    SupportForm& form = desk.request.state.form;
    form.lines = {0, 1};
    CHECK(desk.missing() == Says{});
    form.lines = {0, 2};
    CHECK(desk.missing() == Says{"lines[1]: no_such_line"});
    form.lines = {0, 1};
    cancel_line(desk.order, 1, day("2020-01-22"));
    CHECK(desk.missing() == Says{"lines[1]: already_cancelled"});
    form.lines = {};
    CHECK(desk.missing() == Says{});
    cancel_line(desk.order, 0, day("2020-01-22"));
    CHECK(desk.missing() == Says{"lines: already_cancelled"});
}

TEST_CASE("SUP-05: name, email and phone are required") {
    CHECK(missing_after([](SupportForm& f) { f.contact.name = " "; }) == Says{"contact.name: field_missing"});
    CHECK(missing_after([](SupportForm& f) { f.contact.email = ""; }) == Says{"contact.email: field_missing"});
    CHECK(missing_after([](SupportForm& f) { f.contact.phone = ""; }) == Says{"contact.phone: field_missing"});
    CHECK(missing_after([](SupportForm& f) { f.contact.email = "ann"; }) == Says{"contact.email: not_an_email"});
    CHECK(missing_after([](SupportForm& f) { f.contact.email = "ann@fabrikam"; }) ==
          Says{"contact.email: not_an_email"});
    CHECK(missing_after([](SupportForm& f) { f.contact.email = "a@b.c"; }) == Says{});
}

TEST_CASE("SUP-07: a form without a single field names every one of them at once") {
    Desk desk(SupportForm{.type = refund_type});
    desk.request.facts = {};
    CHECK(desk.missing() == Says{"impact: field_missing", "title: field_missing", "tenant_or_domain: field_missing",
                                 "order_or_subscription: field_missing", "refund_reason: field_missing",
                                 "amount: field_missing", "contact.name: field_missing", "contact.email: field_missing",
                                 "contact.phone: field_missing"});
}

TEST_CASE("SUP-07: what is missing can be asked before anybody submits") {
    const Desk desk(SupportForm{.type = refund_type});
    const SupportRequest::Command submit = SubmitSupportRequest{};
    const auto& [state, facts, policy, now] = desk.request;
    const auto reason = why_not(Question<SupportRequest>{state, submit, facts, policy, now}, true);
    REQUIRE(reason);
    CHECK(says(*reason, "impact: field_missing"));
}

TEST_CASE("SUP-04: the description of a refund has one line for each field") {
    SupportForm form = good_refund_form();
    form.lines = {0, 2};
    form.subscription = id<Subscription>(2);
    CHECK(description_of(form) ==
          "Customer tenant GUID: c5000000-0000-0000-0000-000000000001\n"
          "Customer domain name: Contoso.com\n"
          "Order ID: c5000000-0000-0000-0000-000000000001\n"
          "Subscription ID: c5000000-0000-0000-0000-000000000002\n"
          "Lines of the order, counted from 0: 0, 2\n"
          "Refund reason: bought twice\n"
          "Amount requested: USD 1000.00\n");
    CHECK(description_of(good_other_form()) == "The page of invoices\nstays white.");
    CHECK(description_of(SupportForm{.type = refund_type}).empty());
}
