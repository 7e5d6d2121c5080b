// The small shop with its bills: what stands on which invoice of Fabrikam.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/software_shop.hpp"

namespace csp::test {

using Cents = std::vector<std::int64_t>;

/// Fabrikam is billed on the 15th; base costs 4.00 a month.
template <class Store>
struct BilledShop : SoftwareShop<Store> {
    using SoftwareShop<Store>::ann;
    using SoftwareShop<Store>::clock;
    using SoftwareShop<Store>::engine;

    BilledShop() : SoftwareShop<Store>(with_bills) { clock.set(at("2019-01-20T12:00:00Z")); }
    void wait_until(const std::string& moment) {
        clock.set(at(moment));
        while (!good(engine->run_due()).is_all_done) {}
    }
    std::vector<Standing<Invoice>> invoices(const InvoiceFilter& filter = {}) {
        return good(engine->invoices(ann, {}, filter, {.size = 1000})).items;
    }
    std::vector<ChargeEntry> lines_of(const InvoiceId& invoice) {
        return good(engine->invoice_lines(ann, invoice, {.size = 1000})).items;
    }
    Cents amounts_on(const InvoiceId& invoice) {
        Cents amounts;
        for (const ChargeEntry& entry : lines_of(invoice)) { amounts.push_back(entry.line.amount.amount_minor); }
        std::ranges::sort(amounts);
        return amounts;
    }
};

}  // namespace csp::test
