// Memory that ends at each allocation in turn above a store of the host's, which has all that it wants: the adapter
// says so, gives every transaction back, and nothing is lost.
#include "c_between.hpp"
#include "c_stock.hpp"
#include "scarce_calls.hpp"

using namespace csp::test;

namespace {

/// Memory ends in the library alone: not in the host's callbacks, but in the sinks that these call.
struct RichStore : CStore {
    /// As long as it lives, the host has all the memory that it wants.
    struct HostsTurn {
        long librarys{std::exchange(scarce.good_ones, -1)};
        HostsTurn() = default;
        ~HostsTurn() { scarce.good_ones = librarys; }
        HostsTurn(const HostsTurn&) = delete;
        HostsTurn& operator=(const HostsTurn&) = delete;
    };
    struct LibrarysTurn {
        HostsTurn& host;
        explicit LibrarysTurn(HostsTurn& turn) : host(turn) { scarce.good_ones = host.librarys; }
        ~LibrarysTurn() { host.librarys = std::exchange(scarce.good_ones, -1); }
        LibrarysTurn(const LibrarysTurn&) = delete;
        LibrarysTurn& operator=(const LibrarysTurn&) = delete;
    };
    HostsTurn* turn{nullptr};
    int exceptions{0};  ///< that came out of a sink, through frames of another language perhaps
    int reached[static_cast<int>(Callback::drop) + 1]{};

    template <class Call, class Words>
    void around(Callback which, Call call, Words&) {
        HostsTurn mine;
        turn = &mine;
        ++reached[static_cast<int>(which)];
        call();
        turn = nullptr;
    }
    template <class Given, class Hand>
    std::int32_t hand_on(const Given& given, Hand hand) {
        const LibrarysTurn librarys(*turn);
        try {
            return hand(&given);
        } catch (...) {
            ++exceptions;
            return 0;
        }
    }
};

struct Rich {
    RichStore store{};
    csp_storage table = storage_between(store);
};

/// A stock upon a store of the host's that is dropped after it.
struct CForeignStock : private Rich, CStock {
    CForeignStock() : CStock(&table) {}
    RichStore& host_store() { return store; }
};

csp_status refused(CForeignStock& stock, const csp_id& request_id) {
    csp_request request = stock.by_ann;
    request.id = request_id;
    csp_change_quantity command = CSP_INIT(csp_change_quantity);
    command.quantity = 1'000;
    return csp_subscription_change_quantity(stock.engine, &request, &stock.seats, &command, &stock.receipt,
                                            &stock.error);
}
constexpr csp_id known_request{{7}};
/// Something fell due, and a request has its answer.
void later(CForeignStock& stock) {
    stock.advance_days(31);
    CHECK(refused(stock, known_request) == CSP_REFUSED);
}

struct Case {
    std::string what;
    csp_status usual;
    csp_status (*ask)(CForeignStock& stock, csp_cursor*& cursor);
};
const Case cases[] = {
    {"a command", CSP_OK, [](CForeignStock& stock, csp_cursor*&) { return stock.change_quantity(stock.seats, 6); }},
    {"a command with many records", CSP_OK, [](CForeignStock& stock, csp_cursor*&) { return stock.place(2); }},
    {"a command that is refused", CSP_REFUSED, [](CForeignStock& stock, csp_cursor*&) { return refused(stock, {}); }},
    {"a command that was refused before", CSP_REFUSED,
     [](CForeignStock& stock, csp_cursor*&) { return refused(stock, known_request); }},
    {"what is shown once", CSP_OK,
     [](CForeignStock& stock, csp_cursor*& cursor) {
         return csp_show_keys(stock.engine, &stock.by_ann, &stock.entitlement, &stock.software.artifact, &cursor,
                              &stock.error);
     }},
    {"a query", CSP_OK,
     [](CForeignStock& stock, csp_cursor*& cursor) {
         return csp_subscriptions(stock.engine, &stock.ann, &stock.customer, nullptr, nullptr, &cursor, &stock.error);
     }},
    {"the feed", CSP_OK,
     [](CForeignStock& stock, csp_cursor*& cursor) {
         return csp_events(stock.engine, &stock.host, 0, nullptr, &cursor, &stock.error);
     }},
    {"a history", CSP_OK,
     [](CForeignStock& stock, csp_cursor*& cursor) {
         return csp_history(stock.engine, &stock.ann, CSP_KIND_SUBSCRIPTION, &stock.seats, 0, &cursor, &stock.error);
     }},
    {"what fell due", CSP_OK,
     [](CForeignStock& stock, csp_cursor*&) {
         csp_due_report report = CSP_INIT(csp_due_report);
         return csp_run_due(stock.engine, 0, &report, &stock.error);
     }},
};

}  // namespace

TEST_CASE("C: calls over a store of the host's, with memory that ends at each allocation of csp's in turn") {
    for (const Case& one : cases) {
        CAPTURE(one.what);
        const auto ask = [&](CForeignStock& stock, Purse& purse) {
            csp_cursor* cursor = nullptr;
            const csp_status status = purse.spent_on([&] { return one.ask(stock, cursor); });
            CHECK((cursor == nullptr || status == CSP_OK));
            csp_cursor_close(cursor);
            CHECK(stock.host_store().open_transactions == 0);
            CHECK(stock.host_store().exceptions == 0);
            return status;
        };
        Worlds<CForeignStock> worlds(&later);
        // A sink that has no memory for what it is given has failed, as the store would have for any other reason.
        const Need need = as_with_memory(worlds, ask, CSP_STORAGE);
        CHECK(need.allocations > 20);
        CHECK(need.status == one.usual);
    }
}

TEST_CASE("C: every callback of a store is met with memory that ends") {
    CForeignStock stock;
    later(stock);
    csp_cursor* cursor = nullptr;
    for (const Case& one : cases) {
        one.ask(stock, cursor);
        csp_cursor_close(cursor);
        cursor = nullptr;
    }
    for (int which = 0; which <= static_cast<int>(Callback::publish); ++which) {
        CAPTURE(which);
        CHECK(stock.host_store().reached[which] > 0);
    }
}

TEST_CASE("C: an engine over a store of the host's opens or not, with memory that ends at each allocation in turn") {
    Rich rich;
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &rich.table;
    csp_engine* engine = nullptr;
    int tries = 0;
    const int allocations = until_there_is_enough(
        [&] {
            ++tries;
            return csp_engine_open(&options, &engine, nullptr);
        },
        [&](csp_status status) {
            CHECK((engine == nullptr) == (status != CSP_OK));
            csp_engine_close(engine);
            CHECK(rich.store.drops == tries);
        });
    CHECK(allocations > 10);
    CHECK(rich.store.open_transactions == 0);
}
