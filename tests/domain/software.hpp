// Products and orders of software as they should be, for tests to change one thing in.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "csp/product.hpp"
#include "csp/software_order.hpp"
#include "domain/goods.hpp"

namespace csp::test {

inline const Artifact english_iso{"2019", "en-US", "ISO, x64"};

inline ProductSheet sheet_of(ProductKind kind, std::string name, std::int32_t term_months) {
    return {.catalog_id = "DG7GMGF0DWM4/0001",
            .name = std::move(name),
            .kind = kind,
            .term_months = term_months,
            .minimum_quantity = 1,
            .maximum_quantity = 1000,
            .artifacts = {english_iso}};
}
inline ProductSheet perpetual_sheet() {
    return sheet_of(ProductKind::perpetual_software, "Windows Server 2019 Standard", 0);
}
inline ProductSheet subscription_sheet(std::int32_t term_months = 36) {
    return sheet_of(ProductKind::software_subscription, "SQL Server Standard", term_months);
}
inline ProductSheet reservation_sheet() { return sheet_of(ProductKind::reservation, "Reserved D2 v3", 12); }
inline ProductSheet linux_sheet() { return sheet_of(ProductKind::linux_plan, "SUSE Linux Enterprise", 12); }
inline ProductSheet security_updates_sheet() {
    return sheet_of(ProductKind::security_updates, "Windows 7 Extended Security Updates 2020", 12);
}
inline std::vector<ProductSheet> one_sheet_of_each_kind() {
    return {perpetual_sheet(), subscription_sheet(), reservation_sheet(), linux_sheet(), security_updates_sheet()};
}

/// Listed, with a price in the US from the first day on.
inline Product on_sale(const ProductSheet& sheet, Money price = dollars(1000)) {
    Product product;
    evolve(product, ProductListed{sheet});
    evolve(product, ProductPriceSet{Price{us, price, first_date, {}}});
    return product;
}

/// A partner, a customer and the products it buys, one line of each; and the order that came of it.
class Shop {
public:
    explicit Shop(std::vector<Product> on_the_shelf) : products(std::move(on_the_shelf)) {
        for (std::size_t i = 0; i < products.size(); ++i) {
            const auto number = static_cast<std::uint8_t>(i + 1);
            buy.lines.push_back({.product = id<Product>(number), .quantity = 1});
            buy.new_ids.push_back(id<Entitlement>(number));
        }
    }

    /// Puts the customer there, and the price of every product in what is paid there.
    void move_customer_to(Country country, Currency currency = usd) {
        customer.profile.address.country = country;
        for (Product& product : products) {
            Price price = product.prices.front();
            price.market = country;
            price.unit_price.currency = currency;
            product.prices = {price};
        }
    }
    [[nodiscard]] Result<SoftwareOrder::Event> decide(const SoftwareOrder::Command& command, Instant now) const {
        SoftwareOrderFacts facts{.partner = &partner, .customer = &customer};
        for (const Product& product : products) { facts.products.push_back(&product); }
        return csp::decide(Question<SoftwareOrder>{order, command, facts, policy, now});
    }
    /// Decides, and lives on with what happened.
    template <class E>
    E then(const SoftwareOrder::Command& command, Instant now) {
        auto event = decide(command, now);
        INFO((event ? std::string() : event.error().sentence));
        REQUIRE(event);
        REQUIRE(std::holds_alternative<E>(*event));
        evolve(order, *event);
        return std::get<E>(*event);
    }
    [[nodiscard]] Error refusal(const SoftwareOrder::Command& command, Instant now) const {
        auto event = decide(command, now);
        REQUIRE_FALSE(event);
        return event.error();
    }
    Shop& bought_on(std::string_view on) {
        then<SoftwareBought>(buy, start_of(day(on)));
        return *this;
    }
    SoftwareCancelled cancelled_on(const CancelSoftware& command, std::string_view on) {
        return then<SoftwareCancelled>(command, start_of(day(on)));
    }
    [[nodiscard]] LineCancellation dialog(std::string_view on, std::size_t line = 0) const {
        return cancellation(order, policy, day(on)).at(line);
    }

    Partner partner{enrolled()};
    Customer customer{active_customer()};
    std::vector<Product> products{};
    Policy policy{};
    BuySoftware buy{.customer = id<Customer>(1)};
    SoftwareOrder order{};
};

inline Shop shop_of(const ProductSheet& sheet, Money price = dollars(1000)) { return Shop({on_sale(sheet, price)}); }

/// Nothing was taken back.
inline bool stands_as_bought(const Shop& shop) {
    return is_in<SoftwareOrder::Completed>(shop.order) &&
           std::ranges::none_of(shop.order.lines, [](const SoftwareLine& line) { return line.cancelled.has_value(); });
}

/// The whole order, acknowledged.
inline CancelSoftware cancel_all() { return {.customer = id<Customer>(1), .acknowledged = true, .whole_order = true}; }
inline CancelSoftware cancel_lines(std::uint8_t product, std::vector<std::int32_t> lines = {}) {
    return {id<Customer>(1), id<Product>(product), std::move(lines), true};
}

}  // namespace csp::test
