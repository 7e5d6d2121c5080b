// Lists of many: each once, in one order, whatever is added meanwhile.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/reseller_shop.hpp"
#include "sanitized.hpp"

using namespace csp;
using namespace csp::test;

namespace {

constexpr std::size_t many = is_sanitized ? 10'000 : 100'000;

/// Names that repeat, so that only the id tells some of them apart.
std::string name_at(std::size_t i) { return "Customer " + std::to_string((i * 7919) % (many / 2)); }

void add_many(ResellerShop<InMemory>& shop) {
    std::vector<std::pair<Request, Command>> batch;
    for (std::size_t i = 0; i < many; ++i) {
        CreateCustomer wish{.domain = "c" + std::to_string(i) + ".com", .profile = profile_of(name_at(i))};
        wish.profile.address.country = Country{{'U', 'M'}};  // no rules for its addresses, which would take longest
        if (i % 2 == 1) { wish.reseller = shop.relecloud; }
        batch.emplace_back(Request{.by = shop.pat}, Command{Ask<Customer>{{}, std::move(wish)}});
        if (batch.size() < 1'000) { continue; }
        for (const auto& answer : shop.engine->execute_all(batch)) { REQUIRE(answer); }
        batch.clear();
    }
}

/// Where a customer stands in the list.
std::pair<std::string, CustomerId> place_of(const Standing<Customer>& one) {
    return {lower_ascii(one.state.profile.company_name), one.id};
}

}  // namespace

TEST_CASE("CUS-05: 100,000 customers are paged through in one order, all of them or those of one reseller") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    add_many(shop);
    for (const CustomerFilter& filter : {CustomerFilter{}, CustomerFilter{.reseller = shop.relecloud}}) {
        std::vector<std::pair<std::string, CustomerId>> places;
        PageRequest next{.size = 1'000};
        do {
            const auto page = good(shop.engine->customers(shop.pat, filter, next));
            for (const auto& one : page.items) { places.push_back(place_of(one)); }
            // One that comes before everything read so far moves nothing.
            if (places.size() == 3'000) {
                shop.customer_for(shop.relecloud, "Aaa" + std::to_string(filter.reseller.is_nil()));
            }
            next.after = page.next;
        } while (!next.after.empty());
        CHECK(places.size() == (filter.reseller.is_nil() ? many : many / 2 + 1));
        CHECK(std::ranges::is_sorted(places));
        CHECK(std::set<std::pair<std::string, CustomerId>>(places.begin(), places.end()).size() == places.size());
    }
    // The reseller's own list has the same ones, and a beginning of a name narrows it.
    std::size_t theirs = 0;
    PageRequest next{.size = 1'000};
    do {
        const auto page = good(shop.engine->customers(shop.rob, {.name_prefix = "customer 4"}, next));
        for (const auto& one : page.items) {
            CHECK(one.state.reseller == shop.relecloud);
            ++theirs;
        }
        next.after = page.next;
    } while (!next.after.empty());
    std::size_t expected = 0;
    for (std::size_t i = 1; i < many; i += 2) { expected += name_at(i).starts_with("Customer 4") ? 1U : 0U; }
    CHECK(theirs == expected);
}
