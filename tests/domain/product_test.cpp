// A product is listed, withdrawn and priced, and says how it can be taken back and what can be downloaded.
#include "csp/product.hpp"

#include <doctest/doctest.h>

#include "domain/software.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// What is said about a sheet when one thing in it is changed.
template <class Change>
std::vector<std::string> said_of(ProductSheet sheet, Change change) {
    change(sheet);
    return reasons_of(Asked<Product>{}.refusal(ListProduct{sheet}));
}
template <class Change>
bool is_listed(ProductSheet sheet, Change change) {
    change(sheet);
    return Asked<Product>{}.decide(ListProduct{sheet}).has_value();
}
using Says = std::vector<std::string>;

CancellationWay way_on(const ProductSheet& sheet, std::string_view on, const Policy& policy = {}) {
    return cancellation_policy_on(sheet, day(on), policy).way;
}
std::int32_t days_on(const ProductSheet& sheet, std::string_view on, const Policy& policy = {}) {
    return cancellation_policy_on(sheet, day(on), policy).days;
}

}  // namespace

TEST_CASE("SWP-01: a product is listed, withdrawn, and listed anew; its prices stay") {
    Asked<Product> product;
    CHECK(product.refusal(WithdrawProduct{}).reason == "not_in_this_phase");
    CHECK(product.refusal(SetProductPrice{}).reason == "not_in_this_phase");
    product.then<ProductListed>(ListProduct{perpetual_sheet()});
    product.then<ProductPriceSet>(SetProductPrice{Price{us, dollars(10), day("2020-01-01"), {}}});
    product.then<ProductWithdrawn>(WithdrawProduct{});
    CHECK(is_in<Product::Withdrawn>(product.state));
    CHECK(product.refusal(WithdrawProduct{}).reason == "withdrawn_already");
    product.then<ProductPriceSet>(SetProductPrice{Price{us, dollars(12), day("2020-06-01"), {}}});
    ProductSheet renamed = perpetual_sheet();
    renamed.name = "Windows Server 2019";
    product.then<ProductListed>(ListProduct{renamed});
    CHECK(is_in<Product::Listed>(product.state));
    CHECK(product.state.sheet == renamed);
    CHECK(price_in(product.state.prices, us, day("2020-05-31")) == dollars(10));
    CHECK(price_in(product.state.prices, us, day("2020-06-01")) == dollars(12));
}

TEST_CASE("SWP-01: a sheet names the product, its kind, its term and its quantities") {
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.catalog_id = ""; }) == Says{"catalog_id: missing"});
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.name = "a\tb"; }) == Says{"name: not_plain_text"});
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.name = std::string(257, 'x'); }) ==
          Says{"name: text_too_long"});
    CHECK(is_listed(perpetual_sheet(), [](ProductSheet& s) { s.name = std::string(256, 'x'); }));
    CHECK(said_of(subscription_sheet(), [](ProductSheet& s) { s.kind = ProductKind{6}; }) ==
          Says{"kind: unknown_kind"});
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.minimum_quantity = 0; }) ==
          Says{"minimum_quantity: no_quantity_range"});
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.maximum_quantity = 0; }) ==
          Says{"minimum_quantity: no_quantity_range"});
    CHECK(is_listed(perpetual_sheet(), [](ProductSheet& s) { s.maximum_quantity = INT32_MAX; }));
}

TEST_CASE("SWP-01: terms are one year or three, and perpetual software has none") {
    for (const std::int32_t months : {0, 12, 36}) {
        CHECK(is_listed(perpetual_sheet(), [&](ProductSheet& s) { s.term_months = months; }) == (months == 0));
        for (const ProductSheet& sheet : one_sheet_of_each_kind()) {
            if (sheet.kind == ProductKind::perpetual_software) { continue; }
            CHECK(is_listed(sheet, [&](ProductSheet& s) { s.term_months = months; }) == (months != 0));
        }
    }
    for (const std::int32_t months : {-12, -1, 1, 11, 13, 24, 35, 37}) {
        CHECK(said_of(subscription_sheet(), [&](ProductSheet& s) { s.term_months = months; }) ==
              Says{"term_months: term_out_of_range"});
    }
    Asked<Product> negotiated;
    negotiated.policy.software_term_months = {60};
    CHECK(negotiated.decide(ListProduct{subscription_sheet(60)}));
    CHECK(negotiated.refusal(ListProduct{subscription_sheet(12)}).sentence == "the term must be 60 months; it is 12");
}

TEST_CASE("ENT-03: artifacts are told apart by version, language and file type") {
    const auto with = [](const std::vector<Artifact>& artifacts) {
        return [artifacts](ProductSheet& s) { s.artifacts = artifacts; };
    };
    const Artifact german{"2019", "de-DE", "ISO, x64"};
    CHECK(is_listed(perpetual_sheet(), with({})));
    CHECK(is_listed(perpetual_sheet(), with({german, english_iso})));
    CHECK(said_of(perpetual_sheet(), with({german, english_iso, german})) == Says{"artifacts: artifact_twice"});
    CHECK(said_of(perpetual_sheet(), with({english_iso, {"2019", "", "ISO, x64"}})) ==
          Says{"artifacts[1].language: missing"});
    CHECK(said_of(perpetual_sheet(), with({{"", "de-DE", "a\nb"}})) ==
          Says{"artifacts[0].version: missing", "artifacts[0].file_type: not_plain_text"});
}

TEST_CASE("ENT-03: a combination that does not exist is refused with the nearest that exist") {
    ProductSheet sheet = perpetual_sheet();
    sheet.artifacts = {{"2019", "en-US", "ISO, x64"}, {"2019", "de-DE", "ISO, x64"}, {"2016", "en-US", "VHD"}};
    for (const Artifact& artifact : sheet.artifacts) {
        CHECK_FALSE(why_no_artifact(sheet.artifacts, sheet.name, artifact));
    }
    const auto said = [&](const Artifact& wanted) {
        const auto error = why_no_artifact(sheet.artifacts, sheet.name, wanted);
        REQUIRE(error);
        CHECK(error->rule == "ENT-03");
        CHECK(error->reason == "no_such_artifact");
        CHECK(error->field == "artifact");
        return error->sentence.substr(error->sentence.find("nearest"));
    };
    CHECK(said({"2019", "fr-FR", "ISO, x64"}) == "nearest are 2019, en-US, ISO, x64; or 2019, de-DE, ISO, x64");
    CHECK(said({"2016", "de-DE", "VHD"}) == "nearest are 2016, en-US, VHD");
    CHECK(said({"2016", "de-DE", "ZIP"}) == "nearest are 2019, de-DE, ISO, x64; or 2016, en-US, VHD");
    sheet.artifacts.clear();
    CHECK(why_no_artifact(sheet.artifacts, sheet.name, english_iso)->sentence ==
          "there is nothing to download for Windows Server 2019 Standard");
    for (int version = 1; version <= 9; ++version) {
        sheet.artifacts.push_back({std::to_string(version), "en-US", "ISO, x64"});
    }
    const std::string five = said(english_iso);
    CHECK(five.find("5, en-US") != std::string::npos);
    CHECK(five.find("6, en-US") == std::string::npos);
}

TEST_CASE("CAN-05: each kind has its own way back, and a sheet may say otherwise from a day on") {
    CHECK(way_on(perpetual_sheet(), "2020-01-21") == CancellationWay::window);
    CHECK(way_on(subscription_sheet(), "2020-01-21") == CancellationWay::window);
    CHECK(way_on(reservation_sheet(), "2020-01-21") == CancellationWay::support_only);
    CHECK(way_on(linux_sheet(), "2020-01-21") == CancellationWay::none);
    CHECK(way_on(security_updates_sheet(), "2020-01-21") == CancellationWay::support_only);

    ProductSheet sheet = perpetual_sheet();
    sheet.cancellation = {{day("2020-01-01"), CancellationWay::window, 14},
                          {day("2020-02-01"), CancellationWay::none, 0}};
    CHECK(days_on(sheet, "2019-12-31") == 60);
    CHECK(days_on(sheet, "2020-01-01") == 14);
    CHECK(days_on(sheet, "2020-01-31") == 14);
    CHECK(way_on(sheet, "2020-01-31") == CancellationWay::window);
    CHECK(way_on(sheet, "2020-02-01") == CancellationWay::none);
    CHECK(way_on(sheet, "9999-12-31") == CancellationWay::none);
}

TEST_CASE("CAN-05: the ways back are known ones, one after the other") {
    const auto with = [](const std::vector<CancellationPolicy>& policies) {
        return [policies](ProductSheet& s) { s.cancellation = policies; };
    };
    const Date first = day("2020-01-01");
    const Date second = day("2020-01-02");
    const auto window = CancellationWay::window;
    CHECK(is_listed(perpetual_sheet(), with({{first, window, 0}, {second, CancellationWay::none, 0}})));
    CHECK(said_of(perpetual_sheet(), with({{first, window, 1}, {first, window, 2}})) ==
          Says{"cancellation: range_upside_down"});
    CHECK(said_of(perpetual_sheet(), with({{second, window, 1}, {first, window, 2}})) ==
          Says{"cancellation: range_upside_down"});
    const Says unknown{"cancellation[0]: unknown_way_back"};
    CHECK(said_of(perpetual_sheet(), with({{first, window, -1}})) == unknown);
    CHECK(said_of(perpetual_sheet(), with({{first, CancellationWay::none, 1}})) == unknown);
    CHECK(said_of(perpetual_sheet(), with({{first, CancellationWay::support_only, 1}})) == unknown);
    CHECK(said_of(perpetual_sheet(), with({{first, CancellationWay{0}, 0}})) == unknown);
    CHECK(said_of(perpetual_sheet(), with({{Date{-1}, window, 0}})) == unknown);
}

TEST_CASE("CAN-01: the window is 60 days, and 30 for orders from 2021-06-01 on") {
    for (const ProductSheet& sheet : {perpetual_sheet(), subscription_sheet()}) {
        for (const char* profile : {"2020-01", "2021-06"}) {
            const Policy policy = *policy_profile(profile);
            CHECK(days_on(sheet, "2021-05-31", policy) == 60);
            CHECK(days_on(sheet, "2021-06-01", policy) == 30);
        }
    }
}

TEST_CASE("CAN-06: security updates are cancelled by support only, until the texts dropped the exception") {
    const Policy later = *policy_profile("2021-06");
    CHECK(way_on(security_updates_sheet(), "2021-06-01") == CancellationWay::support_only);
    CHECK(way_on(security_updates_sheet(), "2021-06-01", later) == CancellationWay::window);
    CHECK(days_on(security_updates_sheet(), "2021-06-01", later) == 30);
    CHECK(way_on(reservation_sheet(), "2021-06-01", later) == CancellationWay::support_only);
}

TEST_CASE("CAN-09: by the texts of 2018 every window is a support form") {
    const Policy then = *policy_profile("2018-10");
    for (const ProductSheet& sheet : one_sheet_of_each_kind()) {
        const bool is_linux = sheet.kind == ProductKind::linux_plan;
        CHECK(way_on(sheet, "2018-10-01", then) == (is_linux ? CancellationWay::none : CancellationWay::support_only));
        CHECK(days_on(sheet, "2018-10-01", then) == 0);
    }
    ProductSheet sheet = perpetual_sheet();
    sheet.cancellation = {{first_date, CancellationWay::window, 14}};
    CHECK(way_on(sheet, "2018-10-01", then) == CancellationWay::support_only);
}

TEST_CASE("CAN-21: perpetual software is credited in full, and has nothing to prorate") {
    CHECK(credit_way_of(perpetual_sheet(), Policy{}) == CreditWay::full);
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.credit = CreditWay::prorated; }) ==
          Says{"credit: nothing_to_prorate"});
    CHECK(said_of(perpetual_sheet(), [](ProductSheet& s) { s.credit = CreditWay{3}; }) ==
          Says{"credit: unknown_credit"});
    CHECK(is_listed(perpetual_sheet(), [](ProductSheet& s) { s.credit = CreditWay::full; }));
}

TEST_CASE("CAN-22: what has a term is prorated, unless the policy or the sheet says in full") {
    Policy policy;
    ProductSheet sheet = subscription_sheet();
    CHECK(credit_way_of(sheet, policy) == CreditWay::prorated);
    policy.software_credit = SoftwareSubscriptionCredit::full;
    CHECK(credit_way_of(sheet, policy) == CreditWay::full);
    sheet.credit = CreditWay::prorated;
    CHECK(credit_way_of(sheet, policy) == CreditWay::prorated);
    CHECK(is_listed(subscription_sheet(), [](ProductSheet& s) { s.credit = CreditWay::prorated; }));
}

TEST_CASE("GEN-06: that licences may be used again in Azure is told, and not judged") {
    ProductSheet sheet = perpetual_sheet();
    sheet.has_hybrid_benefit = true;
    Asked<Product> product;
    product.then<ProductListed>(ListProduct{sheet});
    CHECK(product.state.sheet.has_hybrid_benefit);
    CHECK_FALSE(ProductSheet{}.has_hybrid_benefit);
    CHECK(Shop({on_sale(sheet)}).decide(shop_of(sheet).buy, at("2020-01-21T00:00:00Z")));
}

TEST_CASE("CONV-8: a price names its market, an amount and its days") {
    Asked<Product> product;
    product.then<ProductListed>(ListProduct{perpetual_sheet()});
    const auto said = [&](const Price& price) { return reasons_of(product.refusal(SetProductPrice{price})); };
    const Date first = day("2020-01-01");
    CHECK(said({Country{}, dollars(1), first, {}}) == Says{"market: invalid_country"});
    CHECK(said({us, Money{1, {}}, first, {}}) == Says{"unit_price: currency_missing"});
    CHECK(said({us, dollars(-1), first, {}}) == Says{"unit_price: negative_price"});
    CHECK(said({us, Money{1, Currency{{'Q', 'Q', 'Q'}}}, first, {}}) == Says{"unit_price: unknown_currency"});
    CHECK(said({us, dollars(1), first, first}) == Says{"valid_until: no_days"});
    CHECK(product.decide(SetProductPrice{{us, dollars(0), first, day("2020-01-02")}}));
}
