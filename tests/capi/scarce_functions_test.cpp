// Every function with memory that ends at each allocation in turn: it says so, or it answers as it does with memory;
// where a handle goes stands NULL beside an error, and the feed has grown only by what was answered.
#include "c_calls.hpp"
#include "c_stock.hpp"
#include "c_storage.hpp"
#include "generated/every_command.hpp"
#include "scarce_calls.hpp"

using namespace csp::test;

namespace {

/// The status that the caller reads in its csp_error is the one that was answered.
void look_at_error(const csp_error& error, csp_status status) { CHECK(error.status == (status < 0 ? status : CSP_OK)); }

/// The record of the stock that the commands of a noun are about; the name of a command begins with its noun.
csp_id record_for(const CStock& stock, const std::string& command) {
    const std::pair<const char*, csp_id> records[] = {
        {"partner_", stock.partner},
        {"customer_", stock.customer},
        {"offer_", stock.offer},
        {"order_", stock.order_draft},
        {"subscription_", stock.seats},
        {"product_", stock.software.product},
        {"software_order_", stock.software_order},
        {"entitlement_", stock.entitlement},
        {"download_link_", stock.link},
        {"support_request_", stock.support_request},
        {"partnership_", stock.partnership},
        {"invoice_", stock.invoice},
    };
    for (const auto& [noun, id] : records) {
        if (command.starts_with(noun)) { return id; }
    }
    FAIL("no record for " << command);
    return {};
}

/// Counts its drops.
struct Drops {
    int count{0};
    csp_listener listener = CSP_INIT(csp_listener);

    Drops() {
        listener.context = this;
        listener.happened = [](void*, const csp_event*) {};
        listener.drop = [](void* context) { ++static_cast<Drops*>(context)->count; };
    }
    Drops(const Drops&) = delete;
    Drops& operator=(const Drops&) = delete;
};

/// Calls `visit(name, command, does, previews, adds)` for each command: it has no fields set, and three functions.
template <class Visit>
void for_each_command(Visit visit) {
#define CSP_VISIT(function, type, begins)                                                        \
    {                                                                                            \
        CAPTURE(#function);                                                                      \
        const type command = CSP_INIT(type);                                                     \
        visit(#function, command, csp_##function, csp_preview_##function, csp_batch_##function); \
    }
    CSP_EVERY_COMMAND(CSP_VISIT)
#undef CSP_VISIT
}

/// Each command of a record of its noun, with a csp_error or without.
void ask_each_command(bool is_told) {
    int commands = 0;
    int allocations = 0;
    Worlds<CStock> worlds;
    for_each_command([&](const char* name, const auto& command, auto does, auto, auto) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            const csp_id record = record_for(stock, name);
            csp_error* const error = is_told ? &stock.error : nullptr;
            const csp_status status = purse.spent_on(
                [&] { return does(stock.engine, &stock.by_host, &record, &command, &stock.receipt, error); });
            if (is_told) { look_at_error(stock.error, status); }
            return status;
        };
        allocations += as_with_memory(worlds, ask).allocations;
        ++commands;
    });
    CHECK(commands > 60);
    CHECK(allocations > 500);
}

}  // namespace

TEST_CASE("C: each function with memory that ends at each allocation in turn") {
    const QuickHashes quick;
    int functions = 0;
    int allocations = 0;
    Worlds<CWords> worlds;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char*) {
        const auto ask = [&](CWords& words, Purse& purse) {
            const auto call = words.for_call(function);
            soil_outs(call);
            const csp_status status = purse.spent_on([&] { return std::apply(function, call); });
            look_at_outs(call, status);
            look_at_error(words.shop.error, status);
            return status;
        };
        allocations += as_with_memory(worlds, ask).allocations;
        ++functions;
    });
    CHECK(functions >= 75);
    CHECK(allocations > 1'000);
}

TEST_CASE("C: each command with memory that ends at each allocation in turn, of a record of its noun") {
    SUBCASE("and a csp_error") { ask_each_command(true); }
    SUBCASE("and none") { ask_each_command(false); }
}

TEST_CASE("C: each preview with memory that ends at each allocation in turn, of a record of its noun") {
    int allocations = 0;
    Worlds<CStock> worlds;
    for_each_command([&](const char* name, const auto& command, auto, auto previews, auto) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            const csp_id record = record_for(stock, name);
            return with_cursor(purse, [&](csp_cursor** cursor) {
                return previews(stock.engine, &stock.by_host, &record, &command, cursor, &stock.error);
            });
        };
        allocations += as_with_memory(worlds, ask).allocations;
    });
    CHECK(allocations > 1'000);
}

TEST_CASE("C: each command put into a batch, with memory that ends at each allocation in turn") {
    int allocations = 0;
    Worlds<CStock> worlds;
    for_each_command([&](const char* name, const auto& command, auto, auto, auto adds) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            const csp_id record = record_for(stock, name);
            return in_batch(stock, purse, [&](csp_batch* batch) {
                return adds(batch, &stock.by_host, &record, &command, nullptr, nullptr);
            });
        };
        allocations += as_with_memory(worlds, ask).allocations;
    });
    CHECK(allocations > 1'000);
}

TEST_CASE("C: a listener that is not taken for want of memory is dropped, once") {
    Drops drops;
    int tries = 0;
    {
        CShop shop;
        CHECK(until_there_is_enough([&] {
                  ++tries;
                  return csp_engine_listen(shop.engine, &drops.listener, &shop.error);
              }) > 0);
        CHECK(drops.count == tries - 1);  // but for the one that was taken
    }
    CHECK(tries > 1);
    CHECK(drops.count == tries);
}

TEST_CASE("C: an engine that cannot be opened, with memory that ends at each allocation in turn, drops what it has") {
    CStore store;
    Drops drops;
    csp_storage table = c_storage(store);
    csp_error error = CSP_INIT(csp_error);
    csp_engine* engine = nullptr;
    int tries = 0;
    struct Flaw {
        std::string what;
        void (*make)(csp_engine_options& options, csp_storage& table, csp_listener& listener);
        bool has_room;
        csp_status status;
    };
    const Flaw flaws[] = {
        {"nowhere to put it", [](auto&, auto&, auto&) {}, false, CSP_INVALID},
        {"reserved", [](auto& options, auto&, auto&) { options.reserved = 1; }, true, CSP_UNSUPPORTED},
        {"a url too", [](auto& options, auto&, auto&) { options.url = text("memory:"); }, true, CSP_INVALID},
        {"no such profile", [](auto& options, auto&, auto&) { options.profile = text("2017-01"); }, true, CSP_INVALID},
        {"an older store", [](auto&, auto& storage, auto&) { storage.load = nullptr; }, true, CSP_INVALID},
        {"a newer store", [](auto&, auto& storage, auto&) { storage.reserved = 1; }, true, CSP_UNSUPPORTED},
        {"a deaf listener", [](auto&, auto&, auto& listener) { listener.happened = nullptr; }, true, CSP_INVALID},
    };
    for (const Flaw& flaw : flaws) {
        CAPTURE(flaw.what);
        csp_storage spoilt = table;
        csp_listener deaf = drops.listener;
        csp_engine_options options = CSP_INIT(csp_engine_options);
        options.storage = &spoilt;
        options.listener = &deaf;
        flaw.make(options, spoilt, deaf);
        Purse purse{.allocations = 0};
        do {
            CAPTURE(purse.allocations);
            csp_engine** const out = flaw.has_room ? &engine : nullptr;
            engine = reinterpret_cast<csp_engine*>(&store);  // whatever stood there before
            const csp_status status = purse.spent_on([&] { return csp_engine_open(&options, out, &error); });
            CHECK((status == flaw.status || (status == CSP_NO_MEMORY && !purse.was_enough)));
            CHECK((engine == nullptr) == flaw.has_room);
            ++tries;
            CHECK(store.drops == tries);
            CHECK(drops.count == tries);
            ++purse.allocations;
        } while (!purse.was_enough);
        CHECK(purse.allocations > 1);
    }
}
