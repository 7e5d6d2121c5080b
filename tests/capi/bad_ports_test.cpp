// What is wrong with what a host brings: each vtable in each way, each option beside them, and what their callbacks
// answer. It is told, the field is named, nothing is stored, and `drop` runs once.
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "c_software.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

// ---- vtables ----------------------------------------------------------------------------------------------------

/// A vtable in room enough for every size that it may claim to have.
struct Vtable {
    alignas(std::max_align_t) std::array<unsigned char, 8192> bytes{};
    std::size_t size{0};  ///< the real one

    template <class Table>
    void hold(const Table& table) {
        size = sizeof table;
        std::memcpy(bytes.data(), &table, size);
    }
    template <class Table>
    [[nodiscard]] const Table* as() const {
        return reinterpret_cast<const Table*>(bytes.data());
    }
    void put(std::size_t place, std::uint32_t number) { std::memcpy(bytes.data() + place, &number, sizeof number); }
    void claim(std::size_t claimed) { put(0, static_cast<std::uint32_t>(claimed)); }
    void forget(std::size_t function) { std::memset(bytes.data() + function, 0, sizeof(void*)); }
};

enum Port { storage, clock, fulfilment, sealer, secrets, listener, ports };
const char* const names[ports] = {"storage", "clock", "fulfilment", "sealer", "secrets", "listener"};

struct Function {
    std::string name;
    Port port;
    std::size_t place;
};
#define CSP_FUNCTION(port, function) \
    Function { #port "." #function, port, offsetof(csp_##port, function) }
const Function functions[] = {
    CSP_FUNCTION(storage, begin),      CSP_FUNCTION(storage, load),       CSP_FUNCTION(storage, scan),
    CSP_FUNCTION(storage, due),        CSP_FUNCTION(storage, save),       CSP_FUNCTION(storage, append),
    CSP_FUNCTION(storage, events),     CSP_FUNCTION(storage, history),    CSP_FUNCTION(storage, recall),
    CSP_FUNCTION(storage, commit),     CSP_FUNCTION(storage, end),        CSP_FUNCTION(clock, now),
    CSP_FUNCTION(fulfilment, key_for), CSP_FUNCTION(fulfilment, url_for), CSP_FUNCTION(sealer, seal),
    CSP_FUNCTION(sealer, open),        CSP_FUNCTION(secrets, fill),       CSP_FUNCTION(listener, happened),
};
const Function may_be_missing[] = {
    CSP_FUNCTION(storage, publish), CSP_FUNCTION(storage, drop), CSP_FUNCTION(clock, drop),
    CSP_FUNCTION(fulfilment, drop), CSP_FUNCTION(sealer, drop),  CSP_FUNCTION(secrets, drop),
    CSP_FUNCTION(listener, drop),
};
#undef CSP_FUNCTION

/// Everything that a host can bring, and how often each of it was dropped.
struct Host {
    struct Clock : CClock {
        int drops{0};
    };
    CStore store{};
    Clock time{};
    CHost fulfils{};
    CHost seals{};
    CHost throws_dice{};
    int listener_drops{0};
    std::array<Vtable, ports> tables{};
    csp_error error = CSP_INIT(csp_error);
    csp_engine* engine{nullptr};

    Host() {
        const CSoftware software;
        csp_fulfilment deliveries = software.fulfilment;
        csp_sealer seal = software.sealer;
        csp_secrets dice = software.secrets;
        deliveries.context = &fulfils;
        seal.context = &seals;
        dice.context = &throws_dice;
        time.table.drop = [](void* context) { ++static_cast<Clock*>(static_cast<CClock*>(context))->drops; };
        csp_listener heard = CSP_INIT(csp_listener);
        heard.context = &listener_drops;
        heard.happened = [](void*, const csp_event*) {};
        heard.drop = [](void* context) { ++*static_cast<int*>(context); };
        tables[storage].hold(c_storage(store));
        tables[clock].hold(time.table);
        tables[fulfilment].hold(deliveries);
        tables[sealer].hold(seal);
        tables[secrets].hold(dice);
        tables[listener].hold(heard);
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    csp_engine_options options() const {
        csp_engine_options made = CSP_INIT(csp_engine_options);
        made.storage = tables[storage].as<csp_storage>();
        made.clock = tables[clock].as<csp_clock>();
        made.fulfilment = tables[fulfilment].as<csp_fulfilment>();
        made.sealer = tables[sealer].as<csp_sealer>();
        made.secrets = tables[secrets].as<csp_secrets>();
        made.listener = tables[listener].as<csp_listener>();
        return made;
    }
    csp_status opened(const csp_engine_options& with) {
        engine = reinterpret_cast<csp_engine*>(this);  // whatever stood there before
        return csp_engine_open(&with, &engine, &error);
    }
    [[nodiscard]] std::array<int, ports> drops() const {
        return {store.drops, time.drops, fulfils.drops, seals.drops, throws_dice.drops, listener_drops};
    }
    /// All were dropped once; but for the one of which nothing was read, if there is one.
    void was_dropped_once(int but_for = ports) const {
        for (int port = 0; port < ports; ++port) {
            CAPTURE(port);
            CHECK(drops()[static_cast<std::size_t>(port)] == (port == but_for ? 0 : 1));
        }
    }
    void must_fail(const csp_engine_options& with, csp_status status, const std::string& field) {
        CHECK(opened(with) == status);
        CHECK(std::string(error.field) == field);
        CHECK(engine == nullptr);
        CHECK(store.open_transactions == 0);
    }
};

struct WrongSize {
    std::string what;
    std::size_t (*of)(std::size_t right);
};
const WrongSize wrong_sizes[] = {
    {"0", [](std::size_t) { return std::size_t{0}; }},
    {"its own", [](std::size_t) { return sizeof(std::uint32_t); }},
    {"too small", [](std::size_t right) { return right - 1; }},
    {"without its last", [](std::size_t right) { return right - sizeof(void*); }},
    {"too large", [](std::size_t) { return std::size_t{4097}; }},
    {"5000", [](std::size_t) { return std::size_t{5000}; }},
    {"all", [](std::size_t) { return std::size_t{UINT32_MAX}; }},
};

}  // namespace

TEST_CASE("C: a vtable whose size is wrong is named, nothing of it is read, and the others are dropped") {
    for (int port = 0; port < ports; ++port) {
        CAPTURE(names[port]);
        for (const WrongSize& wrong : wrong_sizes) {
            CAPTURE(wrong.what);
            Host host;
            Vtable& table = host.tables[static_cast<std::size_t>(port)];
            table.claim(wrong.of(table.size));
            host.must_fail(host.options(), CSP_INVALID, names[port]);
            host.was_dropped_once(port);
        }
    }
}

TEST_CASE("C: a vtable of a newer csp is named where it uses what this one does not know, and is dropped") {
    for (int port = 0; port < ports; ++port) {
        CAPTURE(names[port]);
        for (const std::size_t more : {std::size_t{8}, std::size_t{64}, std::size_t{3'000}}) {
            CAPTURE(more);
            Host host;
            Vtable& table = host.tables[static_cast<std::size_t>(port)];
            table.claim(table.size + more);
            table.bytes[table.size + more - 1] = 1;
            host.must_fail(host.options(), CSP_UNSUPPORTED, names[port]);
            host.was_dropped_once();
        }
        Host host;
        host.tables[static_cast<std::size_t>(port)].put(offsetof(csp_clock, reserved), 1);
        host.must_fail(host.options(), CSP_UNSUPPORTED, names[port]);
        host.was_dropped_once();
    }
}

TEST_CASE("C: a vtable of a newer csp is good where it does not, and is dropped with its engine") {
    for (int port = 0; port < ports; ++port) {
        CAPTURE(names[port]);
        Host host;
        Vtable& table = host.tables[static_cast<std::size_t>(port)];
        table.claim(table.size + 64);
        table.bytes[table.size + 64] = 1;  // and what stands behind it is not its own
        CHECK(host.opened(host.options()) == CSP_OK);
        CHECK(host.drops() == std::array<int, ports>{});
        csp_engine_close(host.engine);
        host.was_dropped_once();
    }
}

TEST_CASE("C: a vtable without one of its functions is named and dropped, with all others") {
    for (const Function& function : functions) {
        CAPTURE(function.name);
        Host host;
        host.tables[function.port].forget(function.place);
        host.must_fail(host.options(), CSP_INVALID, names[function.port]);
        CHECK(std::string(host.error.message).ends_with(": a function is missing"));
        host.was_dropped_once();
    }
}

TEST_CASE("C: what may be missing from a vtable may be") {
    for (const Function& function : may_be_missing) {
        CAPTURE(function.name);
        Host host;
        host.tables[function.port].forget(function.place);
        CHECK(host.opened(host.options()) == CSP_OK);
        csp_engine_close(host.engine);
        host.was_dropped_once(function.name.ends_with(".drop") ? function.port : ports);
    }
}

TEST_CASE("C: a listener that comes later is looked at as one that is brought") {
    CShop shop;
    const auto must_be = [&](const Host& host, csp_status status, int drops) {
        CHECK(csp_engine_listen(shop.engine, host.tables[listener].as<csp_listener>(), &shop.error) == status);
        CHECK(std::string(shop.error.field) == "listener");
        CHECK(host.listener_drops == drops);
    };
    for (const WrongSize& wrong : wrong_sizes) {
        CAPTURE(wrong.what);
        Host host;
        host.tables[listener].claim(wrong.of(sizeof(csp_listener)));
        must_be(host, CSP_INVALID, 0);
    }
    Host deaf;
    deaf.tables[listener].forget(offsetof(csp_listener, happened));
    must_be(deaf, CSP_INVALID, 1);
    Host newer;
    newer.tables[listener].put(offsetof(csp_listener, reserved), 1);
    must_be(newer, CSP_UNSUPPORTED, 1);
}

// ---- the options beside them --------------------------------------------------------------------------------------

namespace {

/// Handles that are no clock.
struct NoClocks {
    csp_manual_clock* closed{nullptr};
    csp_manual_clock* second{nullptr};  ///< is one, where there is another already
    csp_engine* engine{nullptr};
    csp_error error = CSP_INIT(csp_error);

    NoClocks() {
        good(csp_manual_clock_open(CShop::start_us, &closed, &error), error);
        csp_manual_clock_close(closed);
        good(csp_manual_clock_open(CShop::start_us, &second, &error), error);
        const csp_engine_options options = CShop::memory();
        good(csp_engine_open(&options, &engine, &error), error);
    }
    NoClocks(const NoClocks&) = delete;
    NoClocks& operator=(const NoClocks&) = delete;
    ~NoClocks() {
        csp_engine_close(engine);
        csp_manual_clock_close(second);
    }

    [[nodiscard]] csp_manual_clock* mistaken() const { return reinterpret_cast<csp_manual_clock*>(engine); }
    [[nodiscard]] csp_manual_clock* foreign() { return reinterpret_cast<csp_manual_clock*>(&error); }
    static csp_manual_clock* numbered(std::uintptr_t number) { return reinterpret_cast<csp_manual_clock*>(number); }
};

const csp_str no_rules[] = {{"{}", 2}, {nullptr, 5}};
const csp_str no_text[] = {{"\xFF\xFE", 2}};

struct WrongOption {
    std::string what;
    std::string field;
    void (*choose)(csp_engine_options& options, NoClocks& clocks);
};
using O = csp_engine_options;
const WrongOption wrong_options[] = {
    {"a clock that is closed", "manual_clock",
     [](O& options, NoClocks& clocks) { options.clock = nullptr, options.manual_clock = clocks.closed; }},
    {"an engine for a clock", "manual_clock",
     [](O& options, NoClocks& clocks) { options.clock = nullptr, options.manual_clock = clocks.mistaken(); }},
    {"somebody else's clock", "manual_clock",
     [](O& options, NoClocks& clocks) { options.clock = nullptr, options.manual_clock = clocks.foreign(); }},
    {"a number for a clock", "manual_clock",
     [](O& options, NoClocks& clocks) { options.clock = nullptr, options.manual_clock = clocks.numbered(7); }},
    {"another number for a clock", "manual_clock",
     [](O& options, NoClocks& clocks) {
         options.clock = nullptr, options.manual_clock = clocks.numbered(UINTPTR_MAX);
     }},
    {"two clocks", "manual_clock", [](O& options, NoClocks& clocks) { options.manual_clock = clocks.second; }},
    {"rules that are nowhere", "country_rules", [](O& options, NoClocks&) { options.country_rules_count = 1; }},
    {"endless rules", "country_rules",
     [](O& options, NoClocks&) { options.country_rules = no_rules, options.country_rules_count = SIZE_MAX; }},
    {"too many rules", "country_rules",
     [](O& options, NoClocks&) { options.country_rules = no_rules, options.country_rules_count = 100'001; }},
    {"rules of no country", "country_rules[0]",
     [](O& options, NoClocks&) { options.country_rules = no_rules, options.country_rules_count = 1; }},
    {"rules that are not there", "country_rules[0]",
     [](O& options, NoClocks&) { options.country_rules = no_rules + 1, options.country_rules_count = 1; }},
    {"rules that are no text", "country_rules[0]",
     [](O& options, NoClocks&) { options.country_rules = no_text, options.country_rules_count = 1; }},
    {"two stores", "storage", [](O& options, NoClocks&) { options.url = text("memory:"); }},
    {"no store", "url", [](O& options, NoClocks&) { options.storage = nullptr; }},
    {"a store of no kind", "url",
     [](O& options, NoClocks&) { options.storage = nullptr, options.url = text("paper:shop.db"); }},
    {"a file without a name", "url",
     [](O& options, NoClocks&) { options.storage = nullptr, options.url = text("sqlite:"); }},
    {"a wait of a year", "busy_timeout_ms",
     [](O& options, NoClocks&) {
         options.storage = nullptr;
         options.url = text("sqlite:there/is/no/such/folder/shop.db");
         options.busy_timeout_ms = UINT32_MAX;
     }},
    {"two sealers", "sealing_key",
     [](O& options, NoClocks&) { options.sealing_key = text(std::string_view(names[0])); }},
    {"a key that is too short", "sealing_key",
     [](O& options, NoClocks&) { options.sealer = nullptr, options.sealing_key = text("31 letters are not enough"); }},
    {"a key that is nowhere", "sealing_key",
     [](O& options, NoClocks&) {
         options.sealer = nullptr, options.sealing_key = csp_str{nullptr, 32};
     }},
    {"a key without an end", "sealing_key",
     [](O& options, NoClocks&) {
         options.sealer = nullptr, options.sealing_key = csp_str{"short", SIZE_MAX};
     }},
    {"no such profile", "profile", [](O& options, NoClocks&) { options.profile = text("2017-01"); }},
    {"a profile that is nowhere", "profile",
     [](O& options, NoClocks&) {
         options.profile = csp_str{nullptr, 7};
     }},
    {"neither yes nor no", "keeps_bills", [](O& options, NoClocks&) { options.keeps_bills = 7; }},
};

}  // namespace

TEST_CASE("C: an option that is wrong is named, and everything that was brought is dropped") {
    NoClocks clocks;
    for (const WrongOption& wrong : wrong_options) {
        CAPTURE(wrong.what);
        Host host;
        csp_engine_options options = host.options();
        wrong.choose(options, clocks);
        host.must_fail(options, CSP_INVALID, wrong.field);
        const void* const brought[ports] = {options.storage, options.clock,   options.fulfilment,
                                            options.sealer,  options.secrets, options.listener};
        for (std::size_t port = 0; port < ports; ++port) {
            CAPTURE(names[port]);
            CHECK(host.drops()[port] == (brought[port] == nullptr ? 0 : 1));
        }
    }
}

TEST_CASE("C: of options whose size is wrong nothing is read or dropped") {
    for (const WrongSize& wrong : wrong_sizes) {
        CAPTURE(wrong.what);
        Host host;
        struct Roomy {
            csp_engine_options options;
            unsigned char more[8192];
        };
        auto roomy = std::make_unique<Roomy>(Roomy{host.options(), {}});
        roomy->options.size = static_cast<std::uint32_t>(wrong.of(sizeof(csp_engine_options)));
        host.must_fail(roomy->options, CSP_INVALID, "options");
        CHECK(host.drops() == std::array<int, ports>{});
    }
}
