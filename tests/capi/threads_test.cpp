// Many threads on one engine, and an engine that is closed under them: calls wait for each other, and nothing breaks.
#include <atomic>
#include <thread>
#include <vector>

#include "c_shop.hpp"

using namespace csp::test;

TEST_CASE("C: eight threads ask one engine, and each gets its answer") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    constexpr int threads = 8;
    constexpr int times = 25;
    std::atomic<int> done{0};
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) {
        all.emplace_back([&, thread] {
            csp_error error = CSP_INIT(csp_error);
            csp_receipt receipt = CSP_INIT(csp_receipt);
            csp_change_quantity command = CSP_INIT(csp_change_quantity);
            for (int i = 0; i < times; ++i) {
                command.quantity = 1 + (thread * times + i) % 200;
                const csp_status status =
                    csp_subscription_change_quantity(shop.engine, &shop.by_ann, &seats, &command, &receipt, &error);
                // The same quantity as before is refused, with the word of this thread's own error.
                const bool is_same = std::string(error.field) == "quantity";
                done += status == CSP_OK || is_same ? 1 : 0;
            }
        });
    }
    for (std::thread& one : all) { one.join(); }
    CHECK(done == threads * times);
}

TEST_CASE("C: an engine that is closed while others use it answers them or is closed, and nothing else") {
    CShop shop;
    csp_engine* const engine = shop.engine;
    std::atomic<int> strange{0};
    std::vector<std::thread> all;
    for (int thread = 0; thread < 4; ++thread) {
        all.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                csp_cursor* cursor = nullptr;
                const csp_status status = csp_offers(engine, &shop.ann, nullptr, &cursor, nullptr);
                strange += status == CSP_OK || status == CSP_INVALID ? 0 : 1;
                csp_cursor_close(cursor);
            }
        });
    }
    csp_engine_close(engine);
    for (std::thread& one : all) { one.join(); }
    CHECK(strange == 0);
}
