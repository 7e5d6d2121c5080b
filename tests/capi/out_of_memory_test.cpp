// Memory that ends at every allocation in turn: an error each time, nothing lost, leaked or dropped twice.
#include <cstdlib>
#include <new>

#include "c_shop.hpp"
#include "c_storage.hpp"

namespace {

/// How many allocations of this thread are still good; less than 0: all of them.
thread_local long good_ones = -1;

bool is_the_one() {
    if (good_ones < 0) { return false; }
    return good_ones-- == 0;
}
void* allocated(std::size_t size) {
    void* memory = is_the_one() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) { throw std::bad_alloc(); }
    return memory;
}

/// Calls `ask` with one allocation less each time, until there are enough. Answers how many that were.
template <class Ask>
int until_there_is_enough(Ask ask) {
    for (int allocation = 0;; ++allocation) {
        good_ones = allocation;
        const csp_status status = ask();
        const bool was_enough = good_ones >= 0;
        good_ones = -1;
        if (was_enough) {
            CHECK(status == CSP_OK);
            return allocation;
        }
        CHECK((status == CSP_NO_MEMORY || status == CSP_OK));  // SQLite and the like may do without
        REQUIRE(allocation < 10'000);
    }
}

}  // namespace

// NOLINTBEGIN(misc-new-delete-overloads)
void* operator new(std::size_t size) { return allocated(size); }
void* operator new[](std::size_t size) { return allocated(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
// NOLINTEND(misc-new-delete-overloads)

using namespace csp::test;

TEST_CASE("C: an engine that does not open for want of memory drops what it was brought, once") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    csp_engine* engine = nullptr;
    int opened = 0;
    int tries = 0;
    const int allocations = until_there_is_enough([&] {
        ++tries;
        const csp_status status = csp_engine_open(&options, &engine, nullptr);
        opened += status == CSP_OK ? 1 : 0;
        csp_engine_close(engine);
        engine = nullptr;
        return status;
    });
    CHECK(allocations > 10);
    CHECK(opened >= 1);
    CHECK(store.drops == tries);
}

TEST_CASE("C: a command without memory has done nothing, and says so") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_change_quantity command = CSP_INIT(csp_change_quantity);
    command.quantity = 6;
    csp_receipt receipt = CSP_INIT(csp_receipt);
    const int allocations = until_there_is_enough([&] {
        return csp_subscription_change_quantity(shop.engine, &shop.by_ann, &seats, &command, &receipt, &shop.error);
    });
    CHECK(allocations > 10);
    csp_cursor* cursor = nullptr;
    const std::string state =
        shop.rows(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, &cursor, &shop.error), cursor);
    CHECK(state.find("\"quantity\":6") != std::string::npos);
}

TEST_CASE("C: a query without memory gives no cursor") {
    CShop shop;
    good(shop.place(5), shop.error);
    csp_cursor* cursor = nullptr;
    const int allocations = until_there_is_enough([&] {
        const csp_status status =
            csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, nullptr, nullptr) == CSP_INVALID
                ? csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, &cursor, &shop.error)
                : CSP_NO_MEMORY;
        csp_cursor_close(cursor);
        cursor = nullptr;
        return status;
    });
    CHECK(allocations > 10);
}
