// What is bought as software, line by line: what is malformed, what stands against it, and what is agreed.
#pragma once

#include <vector>

#include "csp/software_order.hpp"

namespace csp {

/// What is to be bought, and what is known about it.
struct SoftwareBasket {
    const BuySoftware& asked;
    const SoftwareOrderFacts& facts;
    const Policy& policy;
    Date today{};
};

/// What is malformed in the lines, whatever the records say; each error names its line.
std::vector<Error> malformed_wishes(const std::vector<SoftwareWish>& lines, const Policy& policy);

// What stands against the lines, each error naming its line. Each question is silent where an earlier one has
// answered: a product that is not there has no market, and without a price there is no amount.
std::vector<Error> not_for_sale(const SoftwareBasket& basket);
std::vector<Error> not_in_its_market(const SoftwareBasket& basket);
std::vector<Error> without_a_price(const SoftwareBasket& basket);
std::vector<Error> with_a_tax_that_does_not_suit(const SoftwareBasket& basket);
std::vector<Error> with_amounts_that_do_not_fit(const SoftwareBasket& basket);

/// What is agreed about each line. Ask only when nothing stands against them.
std::vector<SoftwareLine> bought_lines(const SoftwareBasket& basket);

}  // namespace csp
