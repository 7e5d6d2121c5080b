// Batches: many commands, one commit, an answer each; and nothing of them where the store did not keep it.
#include <doctest/doctest.h>

#include <utility>

#include "c_shop.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

csp_batch* batch_of(CShop& shop) {
    csp_batch* batch = nullptr;
    good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
    return batch;
}

/// A shop whose clock may meddle, and a batch that is open there.
struct MeddledShop {
    CClock clock{};
    CShop shop{with(clock)};
    csp_id seats{shop.buy(5)};
    csp_batch* batch{batch_of(shop)};

    static csp_engine_options with(const CClock& clock) {
        csp_engine_options options = CShop::memory();
        options.clock = &clock.table;
        return options;
    }
};

}  // namespace

TEST_CASE("C: a batch is one commit with an answer each") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_batch* batch = nullptr;
    good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
    std::uint64_t place = 9;
    for (const std::int32_t quantity : {10, 0, 20}) {
        csp_change_quantity command = CSP_INIT(csp_change_quantity);
        command.quantity = quantity;
        good(csp_batch_subscription_change_quantity(batch, &shop.by_ann, &seats, &command, &place, &shop.error),
             shop.error);
    }
    CHECK(place == 2);
    CHECK(csp_batch_answer(batch, 0, &shop.receipt, &shop.error) == CSP_INVALID);
    good(csp_batch_commit(batch, &shop.error), shop.error);
    CHECK(csp_batch_answer(batch, 0, &shop.receipt, &shop.error) == CSP_OK);
    CHECK(csp_batch_answer(batch, 1, &shop.receipt, &shop.error) == CSP_REFUSED);
    CHECK(csp_batch_answer(batch, 2, &shop.receipt, &shop.error) == CSP_OK);
    CHECK(shop.receipt.version == 3);
    CHECK(csp_batch_answer(batch, 3, &shop.receipt, &shop.error) == CSP_INVALID);
    CHECK(csp_batch_commit(batch, &shop.error) == CSP_INVALID);
    csp_batch_close(batch);
}

TEST_CASE("C: nothing is added to a batch while it is being committed, and nothing is acknowledged that is not done") {
    MeddledShop meddled;
    CShop& shop = meddled.shop;
    csp_batch* const batch = meddled.batch;
    for (int i = 0; i < 20; ++i) { good(shop.add_to(batch, meddled.seats, 10 + i), shop.error); }
    std::vector<csp_status> nested;
    meddled.clock.meddles = [&] {
        for (int i = 0; i < 300; ++i) { nested.push_back(shop.add_to(batch, meddled.seats, 100)); }
        nested.push_back(csp_batch_commit(batch, nullptr));
        csp_receipt receipt = CSP_INIT(csp_receipt);
        nested.push_back(csp_batch_answer(batch, 0, &receipt, nullptr));
    };
    good(csp_batch_commit(batch, &shop.error), shop.error);
    meddled.clock.meddles = nullptr;
    CHECK(nested.size() >= 302);
    for (const csp_status status : nested) { CHECK(status == CSP_BUSY); }
    CHECK(csp_batch_answer(batch, 19, &shop.receipt, &shop.error) == CSP_OK);
    CHECK(shop.receipt.version == 21);
    CHECK(csp_batch_answer(batch, 20, &shop.receipt, &shop.error) == CSP_INVALID);
    csp_batch_close(batch);
}

TEST_CASE("C: a batch whose clock is not to be believed came to nothing, and says so") {
    MeddledShop meddled;
    CShop& shop = meddled.shop;
    for (const std::int32_t quantity : {10, 20}) {
        good(shop.add_to(meddled.batch, meddled.seats, quantity), shop.error);
    }
    const std::uint64_t length = shop.feed_length();
    const std::int64_t before = std::exchange(meddled.clock.now_us, -1);
    CHECK(csp_batch_commit(meddled.batch, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "clock");
    CHECK(csp_batch_answer(meddled.batch, 0, &shop.receipt, nullptr) == CSP_INVALID);
    CHECK(csp_batch_answer(meddled.batch, 1, &shop.receipt, nullptr) == CSP_INVALID);
    meddled.clock.now_us = before;
    CHECK(shop.feed_length() == length);
    csp_batch_close(meddled.batch);
}

TEST_CASE("C: a batch that is closed by a callback of its own commit is done all the same") {
    MeddledShop meddled;
    CShop& shop = meddled.shop;
    csp_batch* const batch = meddled.batch;
    good(shop.add_to(batch, meddled.seats, 6), shop.error);
    meddled.clock.meddles = [&] { csp_batch_close(batch); };
    good(csp_batch_commit(batch, &shop.error), shop.error);
    meddled.clock.meddles = nullptr;
    CHECK(csp_batch_answer(batch, 0, &shop.receipt, &shop.error) == CSP_INVALID);
    good(shop.change_quantity(meddled.seats, 7), shop.error);
    CHECK(shop.receipt.version == 3);
}

TEST_CASE("C: a batch that the store did not keep says so, for all of it and for each") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    CShop shop(options);
    const csp_id seats = shop.buy(5);
    const std::uint64_t before = shop.feed_length();
    int failed = 0;
    for (int call = 1;; ++call) {
        REQUIRE(call < 200);
        csp_batch* const batch = batch_of(shop);
        for (const std::int32_t quantity : {6, 0, 7}) { good(shop.add_to(batch, seats, quantity), shop.error); }
        store.calls = 0;
        store.fails_at = call;
        const csp_status status = csp_batch_commit(batch, &shop.error);
        store.fails_at = -1;
        CHECK(store.open_transactions == 0);
        const bool is_done = status == CSP_OK;
        if (!is_done) {
            CHECK(status == CSP_STORAGE);
            CHECK(std::string(shop.error.message).starts_with("storage: "));
            CHECK(shop.feed_length() == before);
            ++failed;
        }
        for (std::uint64_t place = 0; place < 3; ++place) {
            const csp_status refused = place == 1 ? CSP_REFUSED : CSP_OK;
            CHECK(csp_batch_answer(batch, place, &shop.receipt, &shop.error) == (is_done ? refused : CSP_STORAGE));
        }
        CHECK(csp_batch_commit(batch, nullptr) == CSP_INVALID);
        csp_batch_close(batch);
        if (is_done) { break; }
    }
    CHECK(failed >= 8);
    CHECK(shop.feed_length() > before);
}
