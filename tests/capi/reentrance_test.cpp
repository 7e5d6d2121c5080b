// What a host's callbacks ask of the engine that called them, and of others: told that it is busy, and nothing is lost.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "c_resellers.hpp"
#include "c_software.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

/// Everything that a host can bring, and each of its callbacks calls `meddle`.
struct Meddlers {
    CClock clock{};
    CStore store{};
    CSoftware software{};
    csp_listener listener = CSP_INIT(csp_listener);
    csp_storage table = c_storage(store);
    std::function<void()> meddle{};
    std::map<std::string, int> met{};  ///< how often each of them has
    bool is_inside{false};

    Meddlers() {
        clock.meddles = [this] { called("clock"); };
        store.meddles = [this] { called("store"); };
        software.host.meddles = [this](const char* where) { called(where); };
        listener.context = this;
        listener.happened = [](void* context, const csp_event*) {
            static_cast<Meddlers*>(context)->called("listener");
        };
    }
    Meddlers(const Meddlers&) = delete;
    Meddlers& operator=(const Meddlers&) = delete;

    void called(const char* where) {
        if (!meddle || is_inside) { return; }
        is_inside = true;
        ++met[where];
        meddle();
        is_inside = false;
    }
    csp_engine_options options() const {
        csp_engine_options made = software.options();
        made.url = csp_str{};
        made.storage = &table;
        made.clock = &clock.table;
        made.listener = &listener;
        return made;
    }
};

/// Every way into an engine, tried from inside of it.
struct Intruder {
    CResellers& shop;
    csp_id seats;
    csp_cursor* cursor{nullptr};
    csp_batch* batch{nullptr};
    csp_wizard* wizard{nullptr};
    csp_listener deaf = CSP_INIT(csp_listener);
    std::map<std::string, std::set<csp_status>> answers{};

    explicit Intruder(CResellers& open) : shop(open), seats(open.buy(5)), wizard(open.at_review("never.example.com")) {
        good(csp_events(shop.engine, &shop.host, 0, nullptr, &cursor, &shop.error), shop.error);
        good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
        good(shop.add_to(batch, seats, 50), shop.error);
        deaf.happened = [](void*, const csp_event*) {};
    }
    Intruder(const Intruder&) = delete;
    Intruder& operator=(const Intruder&) = delete;
    ~Intruder() {
        csp_cursor_close(cursor);
        csp_batch_close(batch);
        csp_wizard_close(wizard);
    }

    void meddle() {
        csp_engine* const engine = shop.engine;
        csp_error error = CSP_INIT(csp_error);
        csp_receipt receipt = CSP_INIT(csp_receipt);
        csp_row row = CSP_INIT(csp_row);
        csp_due_report due = CSP_INIT(csp_due_report);
        csp_import_report report = CSP_INIT(csp_import_report);
        csp_suspend_subscription suspend = CSP_INIT(csp_suspend_subscription);
        suspend.reason = CSP_SUSPENSION_REASON_FRAUD;
        const csp_str list = text("[]");
        auto* shown = reinterpret_cast<csp_cursor*>(&error);
        const auto heard = [&](const char* what, csp_status status) { answers[what].insert(status); };
        heard("command", csp_subscription_suspend(engine, &shop.by_ann, &seats, &suspend, &receipt, &error));
        heard("preview", csp_preview_subscription_suspend(engine, &shop.by_ann, &seats, &suspend, &shown, &error));
        CHECK(shown == nullptr);
        heard("query", csp_orders(engine, &shop.ann, &shop.customer, nullptr, &shown, &error));
        heard("cursor", csp_cursor_next(cursor, &row, &error));
        heard("batch", csp_batch_commit(batch, &error));
        heard("run_due", csp_run_due(engine, 1, &due, &error));
        heard("listen", csp_engine_listen(engine, &deaf, &error));
        heard("import", csp_import_offers(engine, &shop.by_host, &list, &report, nullptr, &error));
        heard("keys", csp_show_keys(engine, &shop.by_ann, &seats, nullptr, &shown, &error));
        heard("wizard step", csp_wizard_cancel(engine, &shop.pat, wizard, &error));
        heard("wizard review", csp_wizard_review(engine, &shop.pat, wizard, &shown, &error));
        heard("wizard submit", csp_wizard_submit(engine, &shop.by_pat, wizard, &shown, &error));
        heard("batch open", csp_batch_open(engine, reinterpret_cast<csp_batch**>(&shown), &error));
        CHECK(shown == nullptr);
    }
};

}  // namespace

TEST_CASE("C: every callback that calls the engine it is called by is told that it is busy, and nothing is lost") {
    Meddlers host;
    {
        CResellers shop(host.options());
        const csp_id bought = host.software.buy(shop);
        shop.join();
        Intruder intruder(shop);
        host.meddle = [&] { intruder.meddle(); };

        good(shop.change_quantity(intruder.seats, 6), shop.error);
        CHECK(shop.receipt.version == 2);
        csp_cursor* cursor = nullptr;
        csp_row row = CSP_INIT(csp_row);
        good(csp_show_keys(shop.engine, &shop.by_ann, &bought, &host.software.artifact, &cursor, &shop.error),
             shop.error);
        good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
        CHECK(text(row.text) == "KEY-12345");
        csp_cursor_close(cursor);
        const CProfile tailspin("Tailspin");
        csp_create_customer command = CSP_INIT(csp_create_customer);
        command.domain = text("tailspin.example.com");
        command.profile = &tailspin.profile;
        good(csp_set_up_customer(shop.engine, &shop.by_ann, &command, &cursor, &shop.error), shop.error);
        csp_cursor_close(cursor);
        csp_due_report report = CSP_INIT(csp_due_report);
        good(csp_run_due(shop.engine, 0, &report, &shop.error), shop.error);
        CHECK(phase_of(intruder.wizard) == "review");
        host.meddle = nullptr;

        CHECK(host.met.size() == 6);  // clock, store, fulfilment, sealer, secrets and listener
        for (const auto& answers : intruder.answers) {
            CAPTURE(answers.first);
            CHECK(answers.second == std::set<csp_status>{CSP_BUSY});
        }
        good(csp_batch_commit(intruder.batch, &shop.error), shop.error);
        good(csp_batch_answer(intruder.batch, 0, &shop.receipt, &shop.error), shop.error);
        CHECK(shop.receipt.version == 3);
        int rows = 0;
        while (csp_cursor_next(intruder.cursor, &row, &shop.error) == CSP_OK) { ++rows; }
        CHECK(rows == static_cast<int>(shop.feed_length()));
    }
    CHECK(host.store.drops == 1);
    CHECK(host.software.host.drops == 3);
}

TEST_CASE("C: an engine that is closed by a callback goes once the call that it closed is done") {
    Meddlers host;
    {
        CShop shop(host.options());
        const csp_id seats = shop.buy(5);
        host.meddle = [&] {
            csp_engine_close(shop.engine);
            CHECK(host.store.drops == 0);
        };
        good(shop.change_quantity(seats, 6), shop.error);
        host.meddle = nullptr;
        CHECK(host.store.drops == 1);
        CHECK(shop.change_quantity(seats, 7) == CSP_INVALID);
        CHECK(std::string(shop.error.reason) == "no_such_handle");
    }
    CHECK(host.store.open_transactions == 0);
    CHECK(host.software.host.drops == 3);
}

TEST_CASE("C: a cursor that a callback closes while it reads on has no row, which would be gone with the call") {
    CClock clock;
    csp_engine_options options = CShop::memory();
    options.clock = &clock.table;
    CShop shop(options);
    csp_page page = CSP_INIT(csp_page);
    page.rows = 1;
    csp_cursor* cursor = nullptr;
    csp_row row = CSP_INIT(csp_row);
    good(csp_events(shop.engine, &shop.host, 0, &page, &cursor, &shop.error), shop.error);
    good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    clock.meddles = [&] { csp_cursor_close(cursor); };
    csp_row untouched = CSP_INIT(csp_row);
    CHECK(csp_cursor_next(cursor, &untouched, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.reason) == "no_such_handle");
    CHECK(untouched.json.data == nullptr);
    clock.meddles = nullptr;
}

TEST_CASE("C: a wizard that is taking a step takes no other one, through whatever engine") {
    CStore store;
    CClock clock;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    options.clock = &clock.table;
    CResellers shop(options);
    shop.join();
    csp_storage shared = table;  // the same store, through another engine
    csp_engine_options others = CSP_INIT(csp_engine_options);
    others.storage = &shared;
    csp_engine* other = nullptr;
    good(csp_engine_open(&others, &other, &shop.error), shop.error);
    csp_wizard* const wizard = shop.at_review("tailspin.example.com");
    std::set<csp_status> nested;
    clock.meddles = [&] {
        csp_cursor* cursor = nullptr;
        nested.insert(csp_wizard_cancel(other, &shop.pat, wizard, nullptr));
        nested.insert(csp_wizard_submit(other, &shop.by_pat, wizard, &cursor, nullptr));
        nested.insert(csp_wizard_review(other, &shop.pat, wizard, &cursor, nullptr));
        CHECK(phase_of(wizard) == "review");
    };
    csp_cursor* cursor = nullptr;
    const std::string review =
        shop.rows(csp_wizard_review(shop.engine, &shop.pat, wizard, &cursor, &shop.error), cursor);
    CHECK(review.find("Relecloud") != std::string::npos);
    good(csp_wizard_submit(shop.engine, &shop.by_pat, wizard, &cursor, &shop.error), shop.error);
    csp_cursor_close(cursor);
    clock.meddles = nullptr;
    CHECK(phase_of(wizard) == "confirmed");
    CHECK(nested == std::set<csp_status>{CSP_BUSY});
    csp_wizard_close(wizard);
    csp_engine_close(other);
}

TEST_CASE("each call is whose it says, whoever asked before on the same thread or asks inside of it") {
    struct Two {
        CShop shop{};
        CShop other{};
        csp_id seat{shop.buy(5)};
        csp_id seat_of_other{other.buy(5)};
        std::int32_t quantity{5};

        void change(csp_str user) {
            shop.ann.user = user;
            good(shop.change_quantity(seat, ++quantity), shop.error);
        }
        std::vector<std::string> users() {
            std::vector<std::string> all;
            csp_cursor* cursor = nullptr;
            csp_row row = CSP_INIT(csp_row);
            csp_event event = CSP_INIT(csp_event);
            good(csp_history(shop.engine, &shop.host, CSP_KIND_SUBSCRIPTION, &seat, 1, &cursor, &shop.error),
                 shop.error);
            while (csp_cursor_next(cursor, &row, &shop.error) == CSP_OK) {
                good(csp_cursor_event(cursor, &event, &shop.error), shop.error);
                all.emplace_back(event.user.data, event.user.size);
            }
            csp_cursor_close(cursor);
            return all;
        }
    } two;
    csp_listener listener = CSP_INIT(csp_listener);
    listener.context = &two;
    listener.happened = [](void* context, const csp_event*) {
        auto& [shop, other, seat, seat_of_other, quantity] = *static_cast<Two*>(context);
        other.ann.user = text("ben@tailspin.example.com");
        good(other.change_quantity(seat_of_other, quantity), other.error);
    };
    good(csp_engine_listen(two.shop.engine, &listener, &two.shop.error), two.shop.error);
    const std::vector<std::string> users{"ann@fabrikam.example.com", "", "ann", "ann@fabrikam.example.com", "", "anna"};
    for (const std::string& user : users) { two.change(user.empty() ? csp_str{nullptr, 0} : text(user)); }
    CHECK(two.users() == users);
}
