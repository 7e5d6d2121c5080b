// Many threads on one engine, many engines on one store, and an engine that is closed under them: calls wait for each
// other, what was acknowledged is there, and nothing breaks.
#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "c_shop.hpp"
#include "c_storage.hpp"
#include "sanitized.hpp"
#include "storage/scratch_file.hpp"

using namespace csp::test;

namespace {

constexpr int crowd_size = 8;
constexpr int rounds = csp::test::is_sanitized ? 6 : 20;

/// What eight threads share: a subscription, the domains they want, and cursors that one opens and another closes.
struct Crowd {
    CShop& shop;
    std::vector<csp_engine*> engines;  ///< each thread has one; perhaps it is the same one
    csp_id seats{};
    std::atomic<int> customers{0};  ///< acknowledged
    std::atomic<int> changes{0};
    std::mutex door{};
    std::map<std::string, int> taken{};  ///< how often a domain was acknowledged
    std::vector<csp_cursor*> left_behind{};
    std::vector<std::string> strange{};

    /// Whether it was done. Beside that a rule may say no, and another writer may have been first too often.
    bool is_done(csp_status status, const csp_error& error) {
        if (status == CSP_OK) { return true; }
        if (status == CSP_REFUSED || status == CSP_CONFLICT) { return false; }
        const std::lock_guard lock(door);
        strange.push_back(std::string(csp_status_name(status)) + ": " + error.message);
        return false;
    }
    void acknowledge(const std::string& domain) {
        ++customers;
        const std::lock_guard lock(door);
        ++taken[domain];
    }
};

/// One of the threads.
class Worker {
public:
    Worker(Crowd& crowd, int number)
        : crowd_(crowd), engine_(crowd.engines[static_cast<std::size_t>(number)]), number_(number) {}

    void work() {
        for (int round = 0; round < rounds; ++round) {
            want("round" + std::to_string(round) + ".example.com");  // which all of them want
            change(1 + (number_ * rounds + round) % 200);
            preview();
            close_one_of_another();
            together("own" + std::to_string(number_ * rounds + round) + ".example.com");
            read_on();
        }
    }

private:
    void want(const std::string& domain) {
        const csp_status status = CShop::with_new_customer(domain, [&](const csp_create_customer& command) {
            return csp_customer_create(engine_, &crowd_.shop.by_ann, nullptr, &command, &receipt_, &error_);
        });
        if (crowd_.is_done(status, error_)) { crowd_.acknowledge(domain); }
    }
    void change(std::int32_t quantity) {
        csp_change_quantity command = CSP_INIT(csp_change_quantity);
        command.quantity = quantity;
        const csp_status status =
            csp_subscription_change_quantity(engine_, &crowd_.shop.by_ann, &crowd_.seats, &command, &receipt_, &error_);
        if (crowd_.is_done(status, error_)) { ++crowd_.changes; }
    }
    void preview() {
        csp_change_quantity command = CSP_INIT(csp_change_quantity);
        command.quantity = 250;
        csp_cursor* cursor = nullptr;
        const csp_status status = csp_preview_subscription_change_quantity(engine_, &crowd_.shop.by_ann, &crowd_.seats,
                                                                           &command, &cursor, &error_);
        if (!crowd_.is_done(status, error_)) { return; }
        const std::lock_guard lock(crowd_.door);
        crowd_.left_behind.push_back(cursor);
    }
    void close_one_of_another() {
        csp_cursor* cursor = nullptr;
        {
            const std::lock_guard lock(crowd_.door);
            if (crowd_.left_behind.empty()) { return; }
            cursor = crowd_.left_behind.front();
            crowd_.left_behind.erase(crowd_.left_behind.begin());
        }
        csp_row row = CSP_INIT(csp_row);
        crowd_.is_done(csp_cursor_next(cursor, &row, &error_), error_);
        csp_cursor_close(cursor);
    }
    /// A customer of this thread's own, and a change of what all of them change, in one commit.
    void together(const std::string& domain) {
        csp_batch* batch = nullptr;
        if (!crowd_.is_done(csp_batch_open(engine_, &batch, &error_), error_)) { return; }
        csp_rename_subscription name = CSP_INIT(csp_rename_subscription);
        name.friendly_name = text(domain);
        const auto add = [&](const csp_create_customer& command) {
            return csp_batch_customer_create(batch, &crowd_.shop.by_ann, nullptr, &command, nullptr, &error_);
        };
        const bool is_committed = crowd_.is_done(CShop::with_new_customer(domain, add), error_) &&
                                  crowd_.is_done(csp_batch_subscription_rename(batch, &crowd_.shop.by_ann,
                                                                               &crowd_.seats, &name, nullptr, &error_),
                                                 error_) &&
                                  crowd_.is_done(csp_batch_commit(batch, &error_), error_);
        if (is_committed && crowd_.is_done(csp_batch_answer(batch, 0, &receipt_, &error_), error_)) {
            crowd_.acknowledge(domain);
        }
        if (is_committed && crowd_.is_done(csp_batch_answer(batch, 1, &receipt_, &error_), error_)) {
            ++crowd_.changes;
        }
        csp_batch_close(batch);
    }
    /// Where the feed goes on, nothing is left out, whoever is writing meanwhile.
    void read_on() {
        csp_cursor* cursor = nullptr;
        if (!crowd_.is_done(csp_events(engine_, &crowd_.shop.host, last_, nullptr, &cursor, &error_), error_)) {
            return;
        }
        csp_row row = CSP_INIT(csp_row);
        csp_event event = CSP_INIT(csp_event);
        while (csp_cursor_next(cursor, &row, &error_) == CSP_OK) {
            crowd_.is_done(csp_cursor_event(cursor, &event, &error_), error_);
            if (event.position == last_ + 1) {
                last_ = event.position;
                continue;
            }
            const std::lock_guard lock(crowd_.door);
            crowd_.strange.push_back("behind " + std::to_string(last_) + " is " + std::to_string(event.position));
            break;
        }
        csp_cursor_close(cursor);
    }

    Crowd& crowd_;
    csp_engine* engine_;
    int number_;
    std::uint64_t last_{0};
    csp_error error_ = CSP_INIT(csp_error);
    csp_receipt receipt_ = CSP_INIT(csp_receipt);
};

/// How often each event stands in the feed, whose positions are 1, 2, 3, ...
std::map<std::string, int> events_of(CShop& shop) {
    csp_cursor* cursor = nullptr;
    good(csp_events(shop.engine, &shop.host, 0, nullptr, &cursor, &shop.error), shop.error);
    std::map<std::string, int> counted;
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    for (std::uint64_t position = 1; csp_cursor_next(cursor, &row, &shop.error) == CSP_OK; ++position) {
        good(csp_cursor_event(cursor, &event, &shop.error), shop.error);
        CHECK(event.position == position);
        ++counted[text(event.name)];
    }
    csp_cursor_close(cursor);
    return counted;
}

void check_what_is_there(Crowd& crowd) {
    CShop& shop = crowd.shop;
    for (const std::string& words : crowd.strange) { FAIL_CHECK(words); }
    for (const auto& [domain, times] : crowd.taken) {
        CHECK(times == 1);
        const csp_str wanted = text(domain);
        csp_cursor* cursor = nullptr;
        CHECK(csp_customer_by_domain(shop.engine, &shop.ann, &wanted, &cursor, &shop.error) == CSP_OK);
        csp_cursor_close(cursor);
    }
    const auto counted = events_of(shop);
    const auto count_of = [&](const char* name) { return counted.contains(name) ? counted.at(name) : 0; };
    CHECK(count_of("customer_created") == crowd.customers + 1);
    CHECK(count_of("quantity_changed") + count_of("subscription_renamed") == crowd.changes);
    CHECK(crowd.customers >= rounds * crowd_size);  // their own, and some of those that all wanted
    CHECK(crowd.changes > 0);
    csp_cursor* cursor = nullptr;
    good(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &crowd.seats, &cursor, &shop.error), shop.error);
    csp_row row = CSP_INIT(csp_row);
    good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    CHECK(row.version == static_cast<std::uint64_t>(crowd.changes + 1));
    csp_cursor_close(cursor);
}

void work_together(CShop& shop, std::vector<csp_engine*> engines) {
    Crowd crowd{.shop = shop, .engines = std::move(engines), .seats = shop.buy(5)};
    std::vector<std::thread> all;
    for (int number = 0; number < crowd_size; ++number) {
        all.emplace_back([&crowd, number] { Worker(crowd, number).work(); });
    }
    for (std::thread& one : all) { one.join(); }
    for (csp_cursor* cursor : crowd.left_behind) { csp_cursor_close(cursor); }
    check_what_is_there(crowd);
}

/// The shop, and an engine for each thread on the same store.
void work_on_one_store(const csp_engine_options& options) {
    CShop shop(options);
    std::vector<csp_engine*> engines;
    for (std::uint64_t number = 1; number <= crowd_size; ++number) {
        csp_engine_options own = options;
        own.manual_clock = shop.clock;
        own.first_counted_id = number * 1'000'000;  // no two of them make the same id
        good(csp_engine_open(&own, &engines.emplace_back(), &shop.error), shop.error);
    }
    work_together(shop, engines);
    for (csp_engine* engine : engines) { csp_engine_close(engine); }
}

}  // namespace

TEST_CASE("C: eight threads do all kinds of things in one engine, and nothing acknowledged is lost") {
    CShop shop;
    work_together(shop, std::vector<csp_engine*>(crowd_size, shop.engine));
}

TEST_CASE("C: eight threads turn one clock, and no step is lost") {
    csp_manual_clock* clock = nullptr;
    CHECK(csp_manual_clock_open(0, &clock, nullptr) == CSP_OK);
    std::vector<std::thread> all;
    for (int number = 0; number < crowd_size; ++number) {
        all.emplace_back([clock] {
            for (int i = 0; i < 1'000; ++i) { csp_manual_clock_advance(clock, 1, nullptr); }
        });
    }
    for (std::thread& one : all) { one.join(); }
    std::int64_t now_us = 0;
    CHECK(csp_manual_clock_now(clock, &now_us, nullptr) == CSP_OK);
    CHECK(now_us == 8'000);
    csp_manual_clock_close(clock);
}

namespace {

/// Dice of the host's that know how many callers are at them.
struct CountingDice {
    std::atomic<int> callers{0};
    std::atomic<int> most{0};
    std::atomic<unsigned> next{0};
    csp_secrets table = CSP_INIT(csp_secrets);

    CountingDice() {
        table.context = this;
        table.fill = fill;
    }
    static void fill(void* context, std::uint8_t* bytes, std::size_t size, csp_answer* answer) {
        auto& self = *static_cast<CountingDice*>(context);
        const int now = ++self.callers;
        for (int seen = self.most; now > seen && !self.most.compare_exchange_weak(seen, now);) {}
        for (std::size_t i = 0; i < size; ++i) { bytes[i] = static_cast<std::uint8_t>(++self.next); }
        std::this_thread::yield();
        --self.callers;
        *answer = CSP_DONE;
    }
};

}  // namespace

TEST_CASE("C: the host's dice have one caller at a time, however many threads ask one engine") {
    CountingDice dice;
    csp_engine_options options = CShop::memory();
    options.secrets = &dice.table;
    CShop shop(options);
    std::vector<std::thread> all;
    std::atomic<int> done{0};
    for (int number = 0; number < crowd_size; ++number) {
        all.emplace_back([&, number] {
            for (int i = 0; i < 2; ++i) {
                const std::string domain = "dice" + std::to_string(2 * number + i) + ".example.com";
                csp_cursor* cursor = nullptr;
                const csp_status status = CShop::with_new_customer(domain, [&](const csp_create_customer& command) {
                    return csp_set_up_customer(shop.engine, &shop.by_ann, &command, &cursor, nullptr);
                });
                done += status == CSP_OK ? 1 : 0;
                csp_cursor_close(cursor);
            }
        });
    }
    for (std::thread& one : all) { one.join(); }
    CHECK(done == 2 * crowd_size);
    CHECK(dice.most == 1);
}

TEST_CASE("C: eight engines on one file, each in its thread, lose nothing acknowledged") {
    const ScratchFile file;
    const std::string url = "sqlite:" + file.path;
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.url = text(url);
    options.busy_timeout_ms = 60'000;  // whoever waits behind the sanitizers waits long
    work_on_one_store(options);
}

TEST_CASE("C: eight engines on one store of callbacks, each in its thread, lose nothing acknowledged") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    work_on_one_store(options);
    CHECK(store.drops == crowd_size + 1);
    CHECK(store.open_transactions == 0);
}

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

namespace {

/// Of the host's own: it goes after all that csp keeps for the thread, and asks once more.
struct LastWord {
    CShop* shop{nullptr};
    csp_id seats{};
    csp_status* answer{nullptr};
    ~LastWord() {
        if (shop != nullptr) { *answer = shop->change_quantity(seats, 7); }
    }
};
thread_local LastWord last_word;

}  // namespace

TEST_CASE("C: a thread asks while it ends, and is answered") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_status answer = CSP_INTERNAL;
    std::thread([&] {
        last_word.shop = &shop;  // before the thread's first call
        last_word.seats = seats;
        last_word.answer = &answer;
        good(shop.change_quantity(seats, 6), shop.error);
    }).join();
    CHECK(answer == CSP_OK);
}

TEST_CASE("C: an engine that is closed while others use it answers them or is closed, and nothing else") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    CShop shop(options);
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
    CHECK(store.drops == 1);  // the last one out has closed it
}
