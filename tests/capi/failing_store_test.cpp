// A store of the host's that fails at every call in turn, under everything that writes or reads much: told each time,
// and nothing is half done.
#include <doctest/doctest.h>

#include "c_resellers.hpp"
#include "c_software.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

struct FailingShop {
    CStore store{};
    csp_storage table = c_storage(store);
    CSoftware software{};
    int heard{0};
    csp_listener listener = CSP_INIT(csp_listener);
    CResellers shop;
    csp_cursor* cursor{nullptr};

    FailingShop() : shop(options()) {}

    csp_engine_options options() {
        listener.context = &heard;
        listener.happened = [](void* context, const csp_event*) { ++*static_cast<int*>(context); };
        csp_engine_options made = software.options();
        made.url = csp_str{};
        made.storage = &table;
        made.listener = &listener;
        return made;
    }
    /// Each try fails at the next call of the store and leaves no trace, in the feed or with a listener, until one gets
    /// through. `begin` is free to use the store before.
    template <class Begin, class Ask>
    void all_or_nothing(Begin begin, Ask ask) {
        for (int call = 1;; ++call) {
            CAPTURE(call);
            REQUIRE(call < 400);
            begin();
            const std::uint64_t length = shop.feed_length();
            const int heard_before = heard;
            store.calls = 0;
            store.fails_at = call;
            const csp_status status = ask();
            store.fails_at = -1;
            CHECK(store.open_transactions == 0);
            csp_cursor_close(cursor);
            cursor = nullptr;
            if (store.calls < call) {
                good(status, shop.error);
                CHECK(call > 3);
                return;
            }
            const std::uint64_t now = shop.feed_length();
            CHECK(heard - heard_before == static_cast<int>(now - length));
            CHECK((status == CSP_STORAGE || status == CSP_OK));  // what the store was only asked for comfort
            if (status == CSP_STORAGE) { CHECK(now == length); }
        }
    }
};

void nothing() {}

}  // namespace

TEST_CASE("C: a store that fails under a command that a listener hears of") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    const csp_id seats = shop.buy(5);
    failing.all_or_nothing(nothing, [&] { return shop.change_quantity(seats, 6); });
    CHECK(shop.receipt.version == 2);
}

TEST_CASE("C: a store that fails under a query, or under a further page of it") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    for (int i = 0; i < 5; ++i) { good(shop.place(1), shop.error); }
    csp_page page = CSP_INIT(csp_page);
    page.rows = 2;
    int rows = 0;
    failing.all_or_nothing(nothing, [&] {
        csp_row row = CSP_INIT(csp_row);
        csp_status status = csp_orders(shop.engine, &shop.ann, &shop.customer, &page, &failing.cursor, &shop.error);
        for (rows = 0; status == CSP_OK; ++rows) { status = csp_cursor_next(failing.cursor, &row, &shop.error); }
        return status == CSP_END ? CSP_OK : status;
    });
    CHECK(rows == 6);  // five, and the one that was none
}

TEST_CASE("C: a store that fails while what fell due is met") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    for (int i = 0; i < 2; ++i) { good(shop.place(5), shop.error); }
    shop.advance_days(40);
    csp_due_report report = CSP_INIT(csp_due_report);
    failing.all_or_nothing(nothing, [&] { return csp_run_due(shop.engine, 0, &report, &shop.error); });
    CHECK(report.steps >= 2);
}

TEST_CASE("C: a store that fails under an import") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    const csp_str list = text(R"({"totalCount":2,"items":[7,{"id":"20000000-0000-4000-8000-000000000001",)"
                              R"("name":"Business","country":"US","supportedBillingCycles":["monthly"],)"
                              R"("maximumQuantity":300}]})");
    csp_import_report report = CSP_INIT(csp_import_report);
    failing.all_or_nothing(nothing, [&] {
        return csp_import_offers(shop.engine, &shop.by_host, &list, &report, &failing.cursor, &shop.error);
    });
    CHECK(report.stored == 1);
    CHECK(report.problems == 1);
}

TEST_CASE("C: a store that fails under a wizard that is submitted leaves it at its review") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    shop.join();
    csp_wizard* const wizard = shop.at_review("tailspin.example.com");
    const auto still_there = [&] { CHECK(phase_of(wizard) == "review"); };
    failing.all_or_nothing(still_there, [&] {
        return csp_wizard_submit(shop.engine, &shop.by_pat, wizard, &failing.cursor, &shop.error);
    });
    CHECK(phase_of(wizard) == "confirmed");
    csp_wizard_close(wizard);
}

TEST_CASE("C: a store that fails under a customer whose password is shown once") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    const CProfile tailspin("Tailspin");
    csp_create_customer command = CSP_INIT(csp_create_customer);
    command.domain = text("tailspin.example.com");
    command.profile = &tailspin.profile;
    failing.all_or_nothing(nothing, [&] {
        return csp_set_up_customer(shop.engine, &shop.by_ann, &command, &failing.cursor, &shop.error);
    });
}

TEST_CASE("C: a store that fails under a key, a link or a download: nothing is counted or logged that is not shown") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    const csp_id bought = failing.software.buy(shop);
    const csp_artifact* artifact = &failing.software.artifact;
    failing.all_or_nothing(nothing, [&] {
        return csp_show_keys(shop.engine, &shop.by_ann, &bought, artifact, &failing.cursor, &shop.error);
    });
    csp_id link{};
    failing.all_or_nothing(nothing, [&] {
        csp_row row = CSP_INIT(csp_row);
        const csp_status status =
            csp_show_link(shop.engine, &shop.by_ann, &bought, artifact, &failing.cursor, &shop.error);
        if (status == CSP_OK) { good(csp_cursor_next(failing.cursor, &row, &shop.error), shop.error); }
        link = row.id;
        return status;
    });
    failing.all_or_nothing(
        nothing, [&] { return csp_show_download(shop.engine, &shop.by_ann, &link, &failing.cursor, &shop.error); });
}

TEST_CASE("C: a store that fails under a partnership whose link is shown once") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    csp_request_partnership wish = CSP_INIT(csp_request_partnership);
    wish.reseller_email = text("rob@relecloud.example.com");
    const csp_str address = text("https://partners.example/accept");
    failing.all_or_nothing(nothing, [&] {
        return csp_draft_partnership(shop.engine, &shop.by_pat, &wish, &address, nullptr, &failing.cursor, &shop.error);
    });
}

TEST_CASE("C: a store that fails under software that is cancelled") {
    FailingShop failing;
    CResellers& shop = failing.shop;
    failing.software.list(shop);
    const csp_id order = failing.software.order(shop);
    csp_cancel_software wish = CSP_INIT(csp_cancel_software);
    wish.customer = shop.customer;
    wish.acknowledged = wish.whole_order = CSP_YES;
    failing.all_or_nothing(nothing, [&] {
        return csp_cancel_software_order(shop.engine, &shop.by_ann, &order, &wish, &failing.cursor, &shop.error);
    });
}
