// Buying software: what an order needs, what stands in its way, and what is agreed about each line.
#include <doctest/doctest.h>

#include <algorithm>

#include "csp/billing.hpp"
#include "domain/software.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Instant now = at("2020-01-21T10:00:00Z");
constexpr Country azerbaijan{{'A', 'Z'}};
constexpr Country australia{{'A', 'U'}};
constexpr Country brazil{{'B', 'R'}};
constexpr Currency eur{{'E', 'U', 'R'}};
using Says = std::vector<std::string>;

/// What is said when one thing about the shop or what is asked of it is changed.
template <class Change>
Says said_of(Shop shop, Change change) {
    change(shop);
    return reasons_of(shop.refusal(shop.buy, now));
}
template <class Change>
bool is_sold(Shop shop, Change change) {
    change(shop);
    return shop.decide(shop.buy, now).has_value();
}
Shop two_lines() { return Shop({on_sale(perpetual_sheet()), on_sale(subscription_sheet(), dollars(365))}); }

}  // namespace

TEST_CASE("SWP-01: an order agrees price, tax, term, way back and credit of each line on its day") {
    Shop shop = two_lines();
    shop.buy.lines[0].quantity = 3;
    shop.buy.lines[1].tax = Money{730, usd};
    const auto event = shop.then<SoftwareBought>(shop.buy, now);
    CHECK(event.customer == id<Customer>(1));
    CHECK(event.country == us);
    CHECK(event.bought_at == now);
    CHECK(event.lines[0] == SoftwareLine{.product = id<Product>(1),
                                         .product_name = "Windows Server 2019 Standard",
                                         .kind = ProductKind::perpetual_software,
                                         .quantity = 3,
                                         .unit_price = dollars(1000),
                                         .amount = dollars(3000),
                                         .cancellation = {first_date, CancellationWay::window, 60},
                                         .credit = CreditWay::full,
                                         .quantity_bought = 3,
                                         .entitlement = id<Entitlement>(1),
                                         .artifacts = {english_iso}});
    CHECK(event.lines[1] == SoftwareLine{.product = id<Product>(2),
                                         .product_name = "SQL Server Standard",
                                         .kind = ProductKind::software_subscription,
                                         .quantity = 1,
                                         .unit_price = dollars(365),
                                         .amount = dollars(365),
                                         .tax = Money{730, usd},
                                         .term = Term{day("2020-01-21"), day("2023-01-21")},
                                         .cancellation = {first_date, CancellationWay::window, 60},
                                         .credit = CreditWay::prorated,
                                         .quantity_bought = 1,
                                         .entitlement = id<Entitlement>(2),
                                         .artifacts = {english_iso}});
    CHECK(shop.order.lines == event.lines);
    CHECK(is_in<SoftwareOrder::Completed>(shop.order));
    CHECK(*total_of(shop.order) == Money{336'500 + 730, usd});
    CHECK(*total_of(SoftwareOrder{}) == Money{});
    CHECK(shop.refusal(shop.buy, now).reason == "not_in_this_phase");
}

TEST_CASE("SWP-01: an order has from 1 to 200 lines, each with a product and a quantity") {
    const auto with_lines = [](std::size_t count) {
        return [count](Shop& shop) {
            const Product product = shop.products.front();
            shop.products.assign(count, product);
            shop.buy.lines.assign(count, SoftwareWish{id<Product>(1), 1, {}});
            shop.buy.new_ids.clear();
            for (std::size_t i = 0; i < count; ++i) {
                EntitlementId one = id<Entitlement>(static_cast<std::uint8_t>(i % 250));
                one.bytes.data[7] = static_cast<std::uint8_t>(i / 250 + 1);
                shop.buy.new_ids.push_back(one);
            }
        };
    };
    const Shop shop = shop_of(perpetual_sheet(), dollars(1));
    CHECK(is_sold(shop, with_lines(1)));
    CHECK(is_sold(shop, with_lines(200)));
    CHECK(said_of(shop, with_lines(0)) == Says{"lines: line_count_out_of_range"});
    CHECK(said_of(shop, with_lines(201)) == Says{"lines: line_count_out_of_range"});
    CHECK(said_of(shop, [](Shop& s) { s.buy.lines[0].product = {}; }) == Says{"lines[0].product: missing"});
    CHECK(says(shop.refusal(BuySoftware{id<Customer>(1), {{id<Product>(1), 0, {}}}, {id<Entitlement>(1)}}, now),
               "lines[0].quantity: quantity_out_of_range"));
}

TEST_CASE("CONV-7: every line has a new id of its own") {
    CHECK(said_of(two_lines(), [](Shop& s) { s.buy.new_ids.pop_back(); }) == Says{"new_ids: new_ids_missing"});
    CHECK(said_of(two_lines(), [](Shop& s) { s.buy.new_ids[1] = {}; }) == Says{"new_ids: new_ids_missing"});
    CHECK(said_of(two_lines(), [](Shop& s) { s.buy.new_ids[1] = s.buy.new_ids[0]; }) ==
          Says{"new_ids: new_ids_missing"});
}

TEST_CASE("SWP-01: quantities lie in the range of the product") {
    ProductSheet sheet = perpetual_sheet();
    sheet.minimum_quantity = 2;
    sheet.maximum_quantity = 4;
    const Shop shop = shop_of(sheet);
    for (const std::int32_t quantity : {0, 1, 2, 4, 5}) {
        CHECK(is_sold(shop, [&](Shop& s) { s.buy.lines[0].quantity = quantity; }) == (quantity == 2 || quantity == 4));
    }
    const Error error = shop.refusal(shop.buy, now);
    CHECK(error.microsoft == 2002);
    CHECK(error.sentence == "the quantity must be from 2 to 4; it is 1");
}

TEST_CASE("SWP-01: customer and product exist, and the product is for sale") {
    const Shop shop = shop_of(perpetual_sheet());
    CHECK(said_of(shop, [](Shop& s) { s.customer.phase = Customer::Absent{}; }) ==
          Says{"customer: customer_not_found"});
    CHECK(said_of(shop, [](Shop& s) { s.products.clear(); }) == Says{"lines[0].product: product_not_found"});
    CHECK(said_of(shop, [](Shop& s) { s.products[0].phase = Product::Absent{}; }) ==
          Says{"lines[0].product: product_not_found"});
    CHECK(said_of(shop, [](Shop& s) { evolve(s.products[0], ProductWithdrawn{}); }) ==
          Says{"lines[0].product: withdrawn"});
    const SoftwareOrderFacts nothing;
    const Error error = *why_not(Question<SoftwareOrder>{shop.order, shop.buy, nothing, shop.policy, now}, false);
    CHECK(reasons_of(error) ==
          Says{"customer: customer_not_found", "lines[0].product: product_not_found", "partner: partner_not_found"});
    CHECK(error.code == Code::not_found);
}

TEST_CASE("RES-01: only a partner that buys from Microsoft buys software") {
    const Shop shop = shop_of(perpetual_sheet());
    CHECK(is_sold(shop, [](Shop& s) { s.partner.kind = PartnerKind::indirect_provider; }));
    CHECK(said_of(shop, [](Shop& s) { s.partner.kind = PartnerKind::indirect_reseller; }) ==
          Says{"partner: partner_does_not_buy"});
    CHECK(said_of(shop, [](Shop& s) { s.partner.phase = Partner::Restricted{}; }) ==
          Says{"partner: partner_restricted"});
}

TEST_CASE("GEN-02: an order of software is for a customer in the global cloud") {
    for (const ProductSheet& sheet : one_sheet_of_each_kind()) {
        CHECK(is_sold(shop_of(sheet), [](Shop& s) { s.customer.cloud = Cloud::global; }));
        for (const Cloud cloud : {Cloud::us_government, Cloud::germany, Cloud::china_21vianet, Cloud{9}}) {
            CHECK(said_of(shop_of(sheet), [&](Shop& s) { s.customer.cloud = cloud; }) ==
                  Says{"customer: cloud_sells_no_software"});
        }
    }
}

TEST_CASE("GEN-05: software is for commercial customers, and a special segment is refused") {
    for (const ProductSheet& sheet : one_sheet_of_each_kind()) {
        CHECK(is_sold(shop_of(sheet), [](Shop& s) { s.customer.qualifications.clear(); }));
        for (const Qualification segment :
             {Qualification::education, Qualification::nonprofit, Qualification::government_community_cloud,
              Qualification::state_owned_entity}) {
            CHECK(said_of(shop_of(sheet), [&](Shop& s) { s.customer.qualifications = {segment}; }) ==
                  Says{"customer: segment_not_allowed"});
        }
    }
    CHECK(is_sold(shop_of(perpetual_sheet()), [](Shop& s) { s.customer.vetting.status = VettingStatus::in_review; }));
}

TEST_CASE("MKT-01: a reservation is refused in each of the 109 markets, and software is not") {
    CHECK(markets::named_without_reservations_2019().size() == 109);
    for (const markets::Named& market : markets::named_without_reservations_2019()) {
        CAPTURE(market.name);
        Shop reservation = shop_of(reservation_sheet());
        reservation.move_customer_to(market.country);
        const Error error = reservation.refusal(reservation.buy, now);
        CHECK(reasons_of(error) == Says{"lines[0].product: not_in_this_market"});
        CHECK(error.rule == "MKT-01");
        CHECK(error.microsoft == 800070);
        for (const ProductSheet& sheet :
             {perpetual_sheet(), subscription_sheet(), linux_sheet(), security_updates_sheet()}) {
            CHECK(is_sold(shop_of(sheet), [&](Shop& s) { s.move_customer_to(market.country); }));
        }
    }
    for (const Country country : {us, germany, brazil, Country{{'R', 'U'}}}) {
        CHECK(is_sold(shop_of(reservation_sheet()), [&](Shop& s) { s.move_customer_to(country); }));
    }
}

TEST_CASE("MKT-01: Azerbaijan may buy a server subscription, and by the texts of 2021 a reservation too") {
    const auto in_azerbaijan = [](Shop& shop) { shop.move_customer_to(azerbaijan); };
    CHECK(is_sold(shop_of(subscription_sheet()), in_azerbaijan));
    CHECK_FALSE(is_sold(shop_of(reservation_sheet()), in_azerbaijan));
    const auto in_2021 = [](Country country) {
        return [country](Shop& shop) {
            shop.policy = *policy_profile("2021-06");
            shop.move_customer_to(country);
        };
    };
    CHECK(is_sold(shop_of(reservation_sheet()), in_2021(azerbaijan)));
    CHECK(is_sold(shop_of(subscription_sheet()), in_2021(azerbaijan)));
    for (const ProductSheet& sheet : {reservation_sheet(), subscription_sheet(), perpetual_sheet()}) {
        CHECK(said_of(shop_of(sheet), in_2021(brazil)) == Says{"lines[0].product: not_in_this_market"});
    }
    CHECK(is_sold(shop_of(linux_sheet()), in_2021(brazil)));
}

TEST_CASE("MKT-01: the customer's market decides, not the partner's") {
    CHECK(is_sold(shop_of(reservation_sheet()), [](Shop& s) { s.partner.country = azerbaijan; }));
}

TEST_CASE("CONV-8: the price is the one of the customer's market on that day") {
    Product product = on_sale(perpetual_sheet(), dollars(10));
    evolve(product, ProductPriceSet{Price{us, dollars(12), day("2020-01-22"), {}}});
    evolve(product, ProductPriceSet{Price{germany, Money{900, eur}, day("2020-01-21"), day("2020-01-22")}});
    Shop shop({product});
    const auto price_at = [&](Country country, Instant moment) {
        shop.customer.profile.address.country = country;
        const auto event = shop.decide(shop.buy, moment);
        return event ? std::get<SoftwareBought>(*event).lines[0].unit_price : Money{};
    };
    CHECK(price_at(us, last_good_moment(day("2020-01-21"))) == dollars(10));
    CHECK(price_at(us, first_bad_moment(day("2020-01-21"))) == dollars(12));
    CHECK(price_at(germany, last_good_moment(day("2020-01-21"))) == Money{900, eur});
    CHECK(price_at(germany, first_bad_moment(day("2020-01-21"))) == Money{});
    CHECK(price_at(germany, last_good_moment(day("2020-01-20"))) == Money{});
    const Error error = shop.refusal(shop.buy, first_bad_moment(day("2020-01-21")));
    CHECK(reasons_of(error) == Says{"lines[0].product: price_unknown"});
    CHECK(error.sentence == "Windows Server 2019 Standard has no price in DE on 2020-01-22");
}

TEST_CASE("TAX-01: in Australia and Brazil the price includes tax, and none stands beside it") {
    for (const Country country : {australia, brazil}) {
        Shop shop = shop_of(perpetual_sheet());
        shop.move_customer_to(country);
        CHECK(shop.then<SoftwareBought>(shop.buy, now).lines[0].includes_tax);
        CHECK(said_of(shop_of(perpetual_sheet()), [&](Shop& s) {
                  s.move_customer_to(country);
                  s.buy.lines[0].tax = Money{0, usd};
              }) == Says{"lines[0].tax: tax_included_already"});
    }
    CHECK_FALSE(shop_of(perpetual_sheet()).bought_on("2020-01-21").order.lines[0].includes_tax);
}

TEST_CASE("TAX-01: elsewhere a tax is not negative and in the currency of the price") {
    const auto with_tax = [](Money tax) { return [tax](Shop& s) { s.buy.lines[0].tax = tax; }; };
    const Shop shop = shop_of(perpetual_sheet());
    CHECK(is_sold(shop, with_tax({})));
    CHECK(is_sold(shop, with_tax({0, usd})));
    CHECK(is_sold(shop, with_tax({19'000, usd})));
    CHECK(said_of(shop, with_tax({-1, usd})) == Says{"lines[0].tax: negative_tax"});
    CHECK(said_of(shop, with_tax({1, {}})) == Says{"lines[0].tax: currency_missing"});
    CHECK(said_of(shop, with_tax({1, eur})) == Says{"lines[0].tax: mixed_currencies"});
    CHECK(said_of(shop, with_tax({1, Currency{{'Q', 'Q', 'Q'}}})) == Says{"lines[0].tax: unknown_currency"});
}

TEST_CASE("TAX-01: the policy may ask for the partner's country instead") {
    const auto asked_of_partner = [](Country partner, Country customer) {
        return [=](Shop& s) {
            s.policy.tax_country_of = TaxCountryOf::partner;
            s.partner.country = partner;
            s.move_customer_to(customer);
            s.buy.lines[0].tax = Money{1, usd};
        };
    };
    CHECK(is_sold(shop_of(perpetual_sheet()), asked_of_partner(us, brazil)));
    CHECK_FALSE(is_sold(shop_of(perpetual_sheet()), asked_of_partner(brazil, us)));
}

TEST_CASE("CONV-5: the amounts of an order fit and are in one currency") {
    const Money half{most_a_purchase_can_cost / 2, usd};
    const auto two_of = [](Money price) {
        return Shop({on_sale(perpetual_sheet(), price), on_sale(perpetual_sheet(), price)});
    };
    CHECK(is_sold(two_of(half), [](Shop&) {}));
    CHECK(said_of(two_of(half), [](Shop& s) {
              s.buy.lines[1].tax = Money{1, usd};
          }) == Says{"lines[1].quantity: amount_too_large"});
    CHECK(said_of(two_of(half), [](Shop& s) { s.buy.lines[0].quantity = 3; }) ==
          Says{"lines[0].quantity: amount_too_large"});
    CHECK(said_of(two_of(Money{INT64_MAX / 2, usd}), [](Shop& s) { s.buy.lines[0].quantity = 3; }) ==
          Says{"lines[0].quantity: amount_out_of_range", "lines[1].quantity: amount_too_large"});
    CHECK(said_of(two_of(dollars(1)), [](Shop& s) { s.products[1].prices[0].unit_price.currency = eur; }) ==
          Says{"lines[1].product: mixed_currencies"});
}

TEST_CASE("CONV-8: what is listed or published later does not change what was bought") {
    Shop shop = two_lines();
    shop.bought_on("2021-05-31");
    const SoftwareOrder before = shop.order;
    for (Product& product : shop.products) {
        ProductSheet other = product.sheet;
        other.cancellation = {{first_date, CancellationWay::none, 0}};
        other.name = "another name";
        evolve(product, ProductListed{other});
        evolve(product, ProductWithdrawn{});
    }
    shop.policy.software_cancel_days = 1;
    shop.policy.every_cancellation_by_support = true;
    CHECK(shop.order == before);
    CHECK(shop.dialog("2021-07-30").answer == CancellationAnswer::can_be_cancelled);
}

TEST_CASE("CONV-4: a term that begins on a leap day ends on the last day of February") {
    Shop shop({on_sale(subscription_sheet(12)), on_sale(subscription_sheet(36))});
    shop.bought_on("2020-02-29");
    CHECK(shop.order.lines[0].term == Term{day("2020-02-29"), day("2021-02-28")});
    CHECK(shop.order.lines[1].term == Term{day("2020-02-29"), day("2023-02-28")});
}
