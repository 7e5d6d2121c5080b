// The lines of an order of software: their shape, what stands against them, and what is agreed about each.
#include "domain/software_lines.hpp"

#include <algorithm>
#include <cstddef>

#include "csp/billing.hpp"
#include "csp/partner.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"

namespace csp {
namespace {

using Reasons = std::vector<Error>;

std::string field_of(std::size_t index, std::string_view name) {
    return "lines[" + std::to_string(index) + "]." + std::string(name);
}

/// How many lines are judged; a million of them are refused as a whole.
std::size_t judged_lines(const SoftwareBasket& basket) {
    return std::min(basket.asked.lines.size(), static_cast<std::size_t>(basket.policy.order_lines));
}

const Product* known_product(const SoftwareBasket& basket, std::size_t index) {
    return index < basket.facts.products.size() ? basket.facts.products[index] : nullptr;
}
/// The product of that line, unless there is none or it is not for sale.
const Product* product_of(const SoftwareBasket& basket, std::size_t index) {
    const Product* product = known_product(basket, index);
    return product != nullptr && is_in<Product::Listed>(*product) ? product : nullptr;
}
Error why_not_for_sale(const Product* product, const std::string& field) {
    if (product != nullptr && is_in<Product::Withdrawn>(*product)) {
        return refused("SWP-01", "withdrawn", field, "the product is no longer for sale", 2091);
    }
    Error error = refused("SWP-01", "product_not_found", field, "there is no such product", 800004);
    error.code = Code::not_found;
    return error;
}

Country market_of(const SoftwareBasket& basket) {
    return basket.facts.customer != nullptr ? basket.facts.customer->profile.address.country : Country{};
}

bool is_among(const std::vector<Country>& countries, Country country) {
    return std::ranges::count(countries, country) > 0;
}

bool is_sold_in(ProductKind kind, Country market, const Policy& policy) {
    switch (kind) {
        case ProductKind::reservation: return !is_among(policy.markets_without_reservations, market);
        case ProductKind::perpetual_software:
        case ProductKind::software_subscription: return !is_among(policy.markets_without_software, market);
        case ProductKind::linux_plan:
        case ProductKind::security_updates: break;
    }
    return true;
}

/// TAX-01: by the customer's country, or the partner's where the policy says so.
bool price_includes_tax(const SoftwareBasket& basket) {
    const bool asks_partner = basket.policy.tax_country_of == TaxCountryOf::partner;
    const Country country = !asks_partner                     ? market_of(basket)
                            : basket.facts.partner != nullptr ? basket.facts.partner->country
                                                              : Country{};
    return is_among(basket.policy.tax_inclusive_markets, country);
}

std::optional<Money> price_of(const SoftwareBasket& basket, std::size_t index) {
    const Product* product = product_of(basket, index);
    return product != nullptr ? price_in(product->prices, market_of(basket), basket.today) : std::nullopt;
}

std::optional<Error> malformed_tax(const Money& tax) {
    if (!has_currency(tax)) {
        if (tax.amount_minor == 0) { return std::nullopt; }
        return invalid("TAX-01", "currency_missing", "tax", "the tax must have a currency");
    }
    if (auto known = read_currency(tax.currency.text(), "tax"); !known) { return std::move(known).error(); }
    if (tax.amount_minor < 0) {
        return invalid("TAX-01", "negative_tax", "tax", "the tax must not be negative; it is " + text_of(tax));
    }
    return std::nullopt;
}

/// Amount and tax of one line, or the reason why they are too much.
Result<Money> charge_of(const Money& price, const SoftwareWish& wish) {
    auto amount = times(price, wish.quantity);
    return amount && has_currency(wish.tax) ? sum(*amount, wish.tax) : std::move(amount);
}

}  // namespace

std::vector<Error> malformed_wishes(const std::vector<SoftwareWish>& lines, const Policy& policy) {
    Reasons out;
    if (lines.empty() || lines.size() > static_cast<std::size_t>(policy.order_lines)) {
        out.push_back(invalid("SWP-01", "line_count_out_of_range", "lines",
                              "an order has from 1 to " + std::to_string(policy.order_lines) + " lines; it has " +
                                  std::to_string(lines.size())));
        return out;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].product.is_nil()) {
            out.push_back(invalid("SWP-01", "missing", field_of(i, "product"), "the line must name its product"));
        }
        if (lines[i].quantity < 1) {
            out.push_back(invalid("SWP-01", "quantity_out_of_range", field_of(i, "quantity"),
                                  "the quantity must be at least 1; it is " + std::to_string(lines[i].quantity), 2002));
        }
        if (auto wrong = malformed_tax(lines[i].tax)) {
            wrong->field = field_of(i, "tax");
            out.push_back(*std::move(wrong));
        }
    }
    return out;
}

std::vector<Error> not_for_sale(const SoftwareBasket& basket) {
    Reasons out;
    for (std::size_t i = 0; i < judged_lines(basket); ++i) {
        const SoftwareWish& wish = basket.asked.lines[i];
        const Product* product = product_of(basket, i);
        if (product == nullptr) {
            out.push_back(why_not_for_sale(known_product(basket, i), field_of(i, "product")));
            continue;
        }
        const ProductSheet& sheet = product->sheet;
        const bool is_in_range = sheet.minimum_quantity <= wish.quantity && wish.quantity <= sheet.maximum_quantity;
        if (wish.quantity >= 1 && !is_in_range) {
            out.push_back(outside_range(sheet.minimum_quantity, sheet.maximum_quantity, wish.quantity, "SWP-01",
                                        field_of(i, "quantity")));
        }
    }
    return out;
}

std::vector<Error> not_in_its_market(const SoftwareBasket& basket) {
    Reasons out;
    const Country market = market_of(basket);
    for (std::size_t i = 0; i < judged_lines(basket); ++i) {
        const Product* product = product_of(basket, i);
        if (product == nullptr || is_sold_in(product->sheet.kind, market, basket.policy)) { continue; }
        const bool is_reservation = product->sheet.kind == ProductKind::reservation;
        out.push_back(refused("MKT-01", "not_in_this_market", field_of(i, "product"),
                              (is_reservation ? "reservations are not sold in " : "software is not sold in ") +
                                  std::string(market.text()),
                              800070));
    }
    return out;
}

std::vector<Error> without_a_price(const SoftwareBasket& basket) {
    Reasons out;
    for (std::size_t i = 0; i < judged_lines(basket); ++i) {
        const Product* product = product_of(basket, i);
        if (product == nullptr || price_of(basket, i)) { continue; }
        out.push_back(refused("CONV-8", "price_unknown", field_of(i, "product"),
                              product->sheet.name + " has no price in " + std::string(market_of(basket).text()) +
                                  " on " + text_of(basket.today)));
    }
    return out;
}

std::vector<Error> with_a_tax_that_does_not_suit(const SoftwareBasket& basket) {
    Reasons out;
    const bool is_included = price_includes_tax(basket);
    for (std::size_t i = 0; i < judged_lines(basket); ++i) {
        const Money& tax = basket.asked.lines[i].tax;
        const std::optional<Money> price = price_of(basket, i);
        if (!price || !has_currency(tax) || malformed_tax(tax)) { continue; }
        if (is_included) {
            out.push_back(refused("TAX-01", "tax_included_already", field_of(i, "tax"),
                                  "the price includes tax already; no tax can stand beside it"));
        } else if (tax.currency != price->currency) {
            out.push_back(refused("TAX-01", "mixed_currencies", field_of(i, "tax"),
                                  "the tax must be in " + std::string(price->currency.text()) +
                                      " as the price is; it is " + text_of(tax)));
        }
    }
    return out;
}

namespace {

/// Of an order so far. A million of the largest can still be added on one invoice.
Result<Money> no_more_than_can_be_billed(Result<Money> total) {
    if (!total || total->amount_minor <= most_a_purchase_can_cost) { return total; }
    return refused("CONV-5", "amount_too_large", "",
                   "the order comes to " + text_of(*total) + ", and no invoice can be made of more than " +
                       text_of(Money{most_a_purchase_can_cost, total->currency}));
}

}  // namespace

std::vector<Error> with_amounts_that_do_not_fit(const SoftwareBasket& basket) {
    Reasons out;
    std::optional<Money> total;
    for (std::size_t i = 0; i < judged_lines(basket); ++i) {
        const std::optional<Money> price = price_of(basket, i);
        const SoftwareWish& wish = basket.asked.lines[i];
        if (!price || (has_currency(wish.tax) && wish.tax.currency != price->currency)) { continue; }
        auto charge = charge_of(*price, wish);
        auto sum_so_far = no_more_than_can_be_billed(charge && total ? sum(*total, *charge) : std::move(charge));
        if (sum_so_far) {
            total = *sum_so_far;
        } else {
            Error error = std::move(sum_so_far).error();
            error.code = Code::refused;
            error.field = field_of(i, error.reason == "mixed_currencies" ? "product" : "quantity");
            out.push_back(std::move(error));
        }
    }
    return out;
}

std::vector<SoftwareLine> bought_lines(const SoftwareBasket& basket) {
    std::vector<SoftwareLine> out;
    for (std::size_t i = 0; i < basket.asked.lines.size(); ++i) {
        const SoftwareWish& wish = basket.asked.lines[i];
        const ProductSheet& sheet = product_of(basket, i)->sheet;
        const Money price = *price_of(basket, i);
        SoftwareLine line{.product = wish.product,
                          .product_name = sheet.name,
                          .kind = sheet.kind,
                          .quantity = wish.quantity,
                          .unit_price = price,
                          .amount = *times(price, wish.quantity),
                          .tax = wish.tax,
                          .includes_tax = price_includes_tax(basket),
                          .cancellation = cancellation_policy_on(sheet, basket.today, basket.policy),
                          .credit = credit_way_of(sheet, basket.policy),
                          .quantity_bought = wish.quantity,
                          .entitlement = basket.asked.new_ids[i],
                          .artifacts = sheet.artifacts};
        if (sheet.term_months > 0) { line.term = Term{basket.today, months_after(basket.today, sheet.term_months)}; }
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace csp
