// Buying software and taking it back, through the whole engine and over both stores.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("SWP-01: software is bought for a customer, line by line", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = id_in<SoftwareOrder>(
        good(shop.order({{.product = office, .quantity = 2}, {.product = windows_server, .quantity = 3}})));
    const SoftwareOrder bought = shop.software_order(order);
    CHECK(bought.customer == shop.contoso);
    CHECK(bought.lines.at(0).amount == dollars(2'000));
    CHECK(bought.lines.at(1).amount == dollars(3'000));
    for (std::size_t line = 0; line < 2; ++line) {
        const Entitlement right = shop.right(shop.right_of(order, line));
        CHECK(is_in<Entitlement::Owned>(right));
        CHECK(right.grant.order == order);
        CHECK(right.grant.line == static_cast<std::int32_t>(line));
    }
}

TEST_CASE_TEMPLATE("SWP-02: one of the two roles suffices to buy, and no other does", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    for (const Role role : {Role::admin_agent, Role::global_admin}) {
        const Actor buyer{.user = "buyer", .partner = shop.fabrikam, .roles = role};
        CHECK(shop.engine->template create<SoftwareOrder>(
            {.by = buyer}, BuySoftware{.customer = shop.contoso, .lines = {{.product = office, .quantity = 1}}}));
    }
    for (const Role role : {Role::sales_agent, Role::helpdesk_agent, Role::billing_admin, Role::user_management_admin,
                            Role::account_admin, Role::referral_admin, Role::marketing_content_admin}) {
        const Actor other{.user = "other", .partner = shop.fabrikam, .roles = role};
        CHECK(refusal_of(shop.engine->template create<SoftwareOrder>(
                             {.by = other},
                             BuySoftware{.customer = shop.contoso, .lines = {{.product = office, .quantity = 1}}}))
                  .code == Code::forbidden);
    }
}

TEST_CASE_TEMPLATE("GEN-04: another partner's customer and order of software do not exist", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_software(office);
    const auto right = shop.right_of(order);
    const auto link = shop.link_to(right);
    const auto stranger = id<SoftwareOrder>(0xEE);
    const auto without_id = [](Error error) {
        error.sentence.clear();
        return error;
    };
    CHECK(refusal_of(shop.engine->template create<SoftwareOrder>(
                         {.by = shop.eve},
                         BuySoftware{.customer = shop.contoso, .lines = {{.product = office, .quantity = 1}}}))
              .reason == "customer_not_found");
    CHECK(without_id(refusal_of(shop.engine->execute({.by = shop.eve}, order, shop.whole(order)))) ==
          without_id(refusal_of(shop.engine->execute({.by = shop.eve}, stranger, shop.whole(order)))));
    CHECK(refusal_of(shop.engine->get_keys({.by = shop.eve}, right, english_iso)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->get_link({.by = shop.eve}, right, english_iso)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->download({.by = shop.eve}, link)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->cancellation(shop.eve, order)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->support_form(shop.eve, order)).code == Code::not_found);
    CHECK(refusal_of(shop.engine->software_items(shop.eve, shop.contoso, {})).code == Code::not_found);
    CHECK(refusal_of(shop.engine->software_orders(shop.eve, shop.contoso, {})).code == Code::not_found);
}

TEST_CASE_TEMPLATE("CAN-10: the orders of a product of which something can be cancelled now", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto too_old = shop.buy_on("2020-01-01", office);
    const auto last_day = shop.buy_on("2020-01-02", office);
    const auto of_another_product = shop.buy_software(sql_server);
    const auto cancelled = shop.buy_software(office);
    good(shop.cancel(cancelled));
    shop.clock.set(at("2020-03-02T23:59:59.999999Z"));  // day 60 of the second, day 61 of the first
    const auto found = good(shop.engine->cancellable_orders(shop.ann, shop.contoso, office, {}));
    REQUIRE(found.items.size() == 1);
    CHECK(found.items.front().id == last_day);
    CHECK(shop.dialog(too_old).answer == CancellationAnswer::window_passed);
    CHECK(shop.dialog(of_another_product).answer == CancellationAnswer::can_be_cancelled);
    CHECK(good(shop.engine->software_orders(shop.ann, shop.contoso, {})).items.size() == 4);
}

TEST_CASE_TEMPLATE("CAN-08: the customer and the product of the order have to be named", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_software(office);
    CancelSoftware wrong_customer = shop.whole(order);
    wrong_customer.customer = shop.theirs;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, order, wrong_customer)).rule == "CAN-08");
    CancelSoftware wrong_product = shop.whole(order);
    wrong_product.whole_order = false;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, order, wrong_product)).reason == "product_missing");
    wrong_product.product = sql_server;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, order, wrong_product)).reason == "wrong_product");
    wrong_product.product = office;
    wrong_product.whole_order = true;
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, order, wrong_product)).reason == "product_and_whole_order");
    CHECK(is_in<SoftwareOrder::Completed>(shop.software_order(order)));
}

TEST_CASE_TEMPLATE("CAN-03: only an admin agent may cancel", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_software(office);
    for (const Role role : {Role::global_admin, Role::sales_agent, Role::helpdesk_agent, Role::billing_admin}) {
        const Actor other{.user = "other", .partner = shop.fabrikam, .roles = role};
        CHECK(refusal_of(shop.engine->execute({.by = other}, order, shop.whole(order))).code == Code::forbidden);
    }
    CHECK(shop.cancel(order));
}

TEST_CASE_TEMPLATE("CAN-18: cancelling revokes the keys and links of that line and no other", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = id_in<SoftwareOrder>(
        good(shop.order({{.product = office, .quantity = 1}, {.product = office, .quantity = 1}})));
    const auto cancelled = shop.link_to(shop.right_of(order, 0));
    const auto in_german = shop.link_to(shop.right_of(order, 0), german_iso);
    const auto kept = shop.link_to(shop.right_of(order, 1));
    good(shop.cancel_line(order, 0));
    CHECK(is_in<DownloadLink::Revoked>(shop.link(cancelled)));
    CHECK(is_in<DownloadLink::Revoked>(shop.link(in_german)));
    CHECK(is_in<DownloadLink::Valid>(shop.link(kept)));
    CHECK(is_in<Entitlement::Revoked>(shop.right(shop.right_of(order, 0))));
    CHECK(shop.engine->download({.by = shop.ann}, kept));
}

TEST_CASE_TEMPLATE("CAN-15: where Microsoft wants to know more, the support form is the way", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_software(office);
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, order, AskForSupport{})).code == Code::forbidden);
    good(shop.engine->execute({.by = host()}, order, AskForSupport{}));
    CHECK(shop.dialog(order).answer == CancellationAnswer::support_request_required);
    CHECK(refusal_of(shop.cancel(order)).reason == "support_request_required");
    good(shop.engine->execute({.by = host()}, order, AskForSupport{.is_needed = false}));
    CHECK(shop.cancel(order));
}

TEST_CASE_TEMPLATE("CAN-07: nothing is exchanged", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto plan = shop.buy_software(suse);
    CHECK(shop.dialog(plan).answer == CancellationAnswer::not_cancellable);
    CHECK(refusal_of(shop.cancel(plan)).reason == "not_cancellable");
    const Error no_form = refusal_of(shop.engine->support_form(shop.ann, plan));
    CHECK(no_form.rule == "CAN-07");
    CHECK(no_form.reason == "not_cancellable");
    CHECK(no_form.microsoft == 800061);
    const auto both =
        id_in<SoftwareOrder>(good(shop.order({{.product = office, .quantity = 1}, {.product = suse, .quantity = 1}})));
    CHECK(good(shop.engine->support_form(shop.ann, both)).lines == std::vector<std::int32_t>{0});
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, plan, ExchangeSoftware{sql_server})).reason ==
          "exchange_refused");
    const auto server = shop.buy_software(windows_server);
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, server, ExchangeSoftware{sql_server})).reason ==
          "exchange_refused");
}

TEST_CASE_TEMPLATE("SUP-01: an accepted refund takes the purchase back on any day", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_on("2020-01-21", windows_7_updates);
    const auto link = shop.link_to(shop.right_of(order));
    shop.clock.set(at("2020-08-01T09:00:00Z"));
    const auto request = shop.submitted(shop.filled_form(order));
    CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, request, AcceptRefund{.amount = dollars(400)})).code ==
          Code::forbidden);
    good(shop.engine->execute({.by = host()}, request, AcceptRefund{.amount = dollars(400), .text = "granted"}));

    const SoftwareOrder refunded = shop.software_order(order);
    CHECK(is_in<SoftwareOrder::Cancelled>(refunded));
    REQUIRE(refunded.lines.at(0).cancelled);
    CHECK(refunded.lines.at(0).cancelled->amount == dollars(400));
    CHECK(refunded.lines.at(0).cancelled->invoiced_on == day("2020-09-08"));
    CHECK(is_in<DownloadLink::Revoked>(shop.link(link)));
    CHECK(is_in<SupportRequest::Closed>(good(shop.engine->read(shop.ann, request)).state));
    CHECK(good(shop.engine->support_requests(shop.ann, shop.contoso, {})).items.size() == 1);
}

TEST_CASE_TEMPLATE("SUP-04: a refund of chosen lines takes back those and no others", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = id_in<SoftwareOrder>(
        good(shop.order({{.product = office, .quantity = 2}, {.product = windows_7_updates, .quantity = 1}})));
    const auto kept = shop.link_to(shop.right_of(order, 0));
    const auto taken = shop.link_to(shop.right_of(order, 1));
    SupportForm form = shop.filled_form(order);
    form.lines = {1};
    form.amount = dollars(1'000);
    const auto request = shop.submitted(form);
    CHECK(
        refusal_of(shop.engine->execute({.by = host()}, request, AcceptRefund{.amount = Money{100'001, usd}})).reason ==
        "amount_out_of_range");  // line 0 cost 2,000 more, and is not meant
    good(shop.engine->execute({.by = host()}, request, AcceptRefund{.amount = dollars(1'000)}));

    const SoftwareOrder refunded = shop.software_order(order);
    CHECK(is_in<SoftwareOrder::Completed>(refunded));
    CHECK_FALSE(refunded.lines.at(0).cancelled);
    CHECK(refunded.lines.at(0).quantity == 2);
    REQUIRE(refunded.lines.at(1).cancelled);
    CHECK(refunded.lines.at(1).cancelled->amount == dollars(1'000));
    CHECK(refunded.lines.at(1).quantity == 0);
    CHECK(is_in<Entitlement::Owned>(shop.right(shop.right_of(order, 0))));
    CHECK(is_in<Entitlement::Revoked>(shop.right(shop.right_of(order, 1))));
    CHECK(is_in<DownloadLink::Valid>(shop.link(kept)));
    CHECK(is_in<DownloadLink::Revoked>(shop.link(taken)));
    CHECK(shop.cancel_line(order, 0));
    CHECK(is_in<SoftwareOrder::Cancelled>(shop.software_order(order)));
}

TEST_CASE_TEMPLATE("CAN-16: what lapsed and is refunded is shown as lapsed for 15 minutes more", Store,
                   CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_on("2019-06-01", sql_server);
    shop.clock.set(at("2020-05-31T23:59:59.999999Z"));
    CHECK(shop.items().at(0).dashboard_phase == "owned");
    shop.clock.set(at("2020-06-01T00:00:00Z"));
    CHECK(shop.items().at(0).dashboard_phase == "lapsed");  // time is seen at once
    shop.clock.set(at("2020-07-01T10:00:00Z"));
    SupportForm form = shop.filled_form(order);
    form.amount = dollars(10);
    good(shop.engine->execute({.by = host()}, shop.submitted(form), AcceptRefund{.amount = dollars(10)}));
    for (const char* moment : {"2020-07-01T10:00:00Z", "2020-07-01T10:14:59.999999Z"}) {
        shop.clock.set(at(moment));
        CHECK(shop.items().at(0).phase == "revoked");
        CHECK(shop.items().at(0).dashboard_phase == "lapsed");
        CHECK(shop.items().at(0).visible_by == at("2020-07-01T10:15:00Z"));
    }
    shop.clock.set(at("2020-07-01T10:15:00Z"));
    CHECK(shop.items().at(0).dashboard_phase == "revoked");
}

TEST_CASE_TEMPLATE("ENT-08: a right that lapses late leaves the same history as one that lapses on time", Store,
                   CSP_BOTH_STORES) {
    const auto feed_of = [](bool is_late) {
        SoftwareShop<Store> shop;
        const auto right = shop.right_of(shop.buy_on("2019-06-01", sql_server));
        shop.clock.set(at("2020-05-25T08:00:00Z"));
        good(shop.engine->get_keys({.by = shop.ann}, right, english_iso));
        const auto link = shop.link_to(right);  // it would be good until 8 June
        if (!is_late) {
            shop.clock.set(at("2020-06-01T00:00:00Z"));
            CHECK(good(shop.engine->run_due()).steps == 1);
        }
        shop.clock.set(at("2021-01-01T12:00:00Z"));
        CHECK(refusal_of(shop.engine->download({.by = shop.ann}, link)).reason == "revoked");
        CHECK(in<DownloadLink::Revoked>(shop.link(link)).revoked_at == at("2020-06-01T00:00:00Z"));
        good(shop.engine->run_due());
        CHECK(shop.right(right).sealed_key.empty());
        return std::pair{texts_of(history_of(shop, right)), texts_of(history_of(shop, link))};
    };
    const auto on_time = feed_of(false);
    CHECK(on_time.first.back() == "2020-06-01T00:00:00Z entitlement_lapsed");
    CHECK(on_time.second.back() == "2020-06-01T00:00:00Z link_revoked");
    CHECK(feed_of(true) == on_time);
}

TEST_CASE_TEMPLATE("ENT-02: everything bought is listed, page by page, what was cancelled too", Store,
                   CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    std::vector<EntitlementId> bought;
    for (int i = 0; i < 5; ++i) { bought.push_back(shop.right_of(shop.buy_software(office))); }
    good(shop.cancel(shop.right(bought.front()).grant.order));
    std::vector<EntitlementId> listed;
    PageRequest next{.size = 2};
    do {
        const auto page = good(shop.engine->software_items(shop.ann, shop.contoso, next));
        for (const SoftwareItem& item : page.items) { listed.push_back(item.id); }
        next.after = page.next;
    } while (!next.after.empty());
    std::ranges::sort(bought);
    std::ranges::sort(listed);
    CHECK(listed == bought);
}

TEST_CASE_TEMPLATE("CAN-19: the answer to a cancellation says what has to be done now", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_on("2020-01-21", office);
    const Request request{.by = shop.ann, .id = id<RequestTag>(9)};
    const auto answer = good(shop.engine->cancel_software(request, order, shop.whole(order)));
    CHECK(answer.cancelled.discontinue_use);
    CHECK(answer.cancelled.uninstall);
    CHECK(answer.cancelled.termination_fee == dollars(0));
    CHECK(answer.cancelled.visible_by == at("2020-01-21T00:15:00Z"));
    CHECK(answer.cancelled.lines.at(0).credit.amount == dollars(1'000));
    const auto again = good(shop.engine->cancel_software(request, order, shop.whole(order)));
    CHECK(again.receipt.is_repeated);
    CHECK(again.cancelled == answer.cancelled);
}

TEST_CASE_TEMPLATE("ENT-03: what was bought keeps its downloads, whatever is listed later", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto right = shop.right_of(shop.buy_software(office));
    ProductSheet newer = sheet_of("Office Professional 2021", ProductKind::perpetual_software, 0);
    newer.artifacts = {{"2021", "en-US", "ISO, x64"}};
    good(shop.engine->execute({.by = host()}, office, ListProduct{newer}));
    CHECK(shop.engine->get_keys({.by = shop.ann}, right, english_iso));
    CHECK(shop.engine->get_link({.by = shop.ann}, right, german_iso));
    CHECK(refusal_of(shop.engine->get_link({.by = shop.ann}, right, newer.artifacts.front())).reason ==
          "no_such_artifact");
    good(shop.engine->execute({.by = host()}, office, WithdrawProduct{}));
    CHECK(shop.engine->get_link({.by = shop.ann}, right, english_iso));
}

TEST_CASE_TEMPLATE("SUP-04: a request that names only the domain is in that customer's list", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const auto order = shop.buy_software(windows_7_updates);
    SupportForm form = good(shop.engine->support_form(shop.ann, order));
    form.customer = {};
    form.domain = "Contoso.com";
    const auto request = id_in<SupportRequest>(
        good(shop.engine->template create<SupportRequest>({.by = shop.ann}, DraftSupportRequest{.form = form})));
    CHECK(good(shop.engine->read(shop.ann, request)).state.form.customer == shop.contoso);
    CHECK(good(shop.engine->support_requests(shop.ann, shop.contoso, {})).items.size() == 1);
    form.domain = "tailspin.com";  // the rival's
    good(shop.engine->execute({.by = shop.ann}, request, ChangeSupportRequest{form}));
    CHECK(good(shop.engine->read(shop.ann, request)).state.form.customer.is_nil());
}

TEST_CASE_TEMPLATE("SUP-04: a request of one partner names nothing of another's, though the host writes it", Store,
                   CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const SupportForm own = shop.filled_form(shop.buy_software(windows_7_updates));
    const auto of_rival = id_in<SoftwareOrder>(good(shop.engine->template create<SoftwareOrder>(
        {.by = shop.eve},
        BuySoftware{.customer = shop.theirs, .lines = {{.product = windows_7_updates, .quantity = 1}}})));
    const auto drafted = [&](const SupportForm& form) {
        return id_in<SupportRequest>(good(shop.engine->template create<SupportRequest>(
            {.by = host()}, DraftSupportRequest{.partner = shop.fabrikam, .form = form})));
    };
    const auto submit = [&](const SupportRequestId& request) {
        return shop.engine->execute({.by = host()}, request, SubmitSupportRequest{});
    };
    SupportForm by_id = own;
    by_id.customer = shop.theirs;
    by_id.domain.clear();
    SupportForm by_domain = own;
    by_domain.customer = {};
    by_domain.domain = "tailspin.com";
    for (const SupportForm& form : {by_id, by_domain}) {
        const auto request = drafted(form);
        CHECK(refusal_of(submit(request)).reason == "customer_not_found");
        CHECK(good(shop.engine->read(shop.ann, request)).state.form.customer == form.customer);
    }
    SupportForm of_their_order = own;
    of_their_order.order = of_rival;
    const auto request = drafted(of_their_order);
    CHECK(refusal_of(submit(request)).reason == "order_not_found");
    good(shop.engine->execute({.by = host()}, request, ChangeSupportRequest{own}));
    good(submit(request));
}

TEST_CASE_TEMPLATE("a purchase that is refused leaves nothing", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    CHECK_FALSE(shop.order({{.product = office, .quantity = 1}, {.product = office, .quantity = 0}}));
    CHECK_FALSE(shop.order({{.product = id<Product>(0xEE), .quantity = 1}}));
    CHECK_FALSE(shop.order({}));
    CHECK(good(shop.engine->software_orders(shop.ann, shop.contoso, {})).items.empty());
    CHECK(shop.items().empty());
}
