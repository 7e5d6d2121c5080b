// An engine from opening to closing.
#include <csp.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/ports.hpp"
#include "capi/take.hpp"

namespace csp::capi {
namespace {

/// Everything that was brought, taken over before anything else can fail.
struct Ports {
    explicit Ports(const csp_engine_options& from) noexcept
        : storage(from.storage),
          clock(from.clock),
          fulfilment(from.fulfilment),
          sealer(from.sealer),
          secrets(from.secrets),
          listener(from.listener) {}
    Ported<csp_storage> storage;
    Ported<csp_clock> clock;
    Ported<csp_fulfilment> fulfilment;
    Ported<csp_sealer> sealer;
    Ported<csp_secrets> secrets;
    Ported<csp_listener> listener;
};

template <class Table, class Port>
bool take_port(Ported<Table>& from, Port& to, std::string_view name, Wrong& wrong) {
    if (!from.is_given()) { return true; }
    to = ported(std::move(from), wrong);
    return static_cast<bool>(to) || wrong.is_inside(name);
}

bool open_url(const csp_engine_options& from, std::unique_ptr<Storage>& to, Wrong& wrong) {
    constexpr std::string_view sqlite = "sqlite:";
    std::string url;
    if (!take_field("url", from.url, url, wrong)) { return false; }
    if (url == "memory:") {
        to = open_memory();
        return true;
    }
    if (!url.starts_with(sqlite) || url.size() == sqlite.size()) {
        return within(wrong.is("write \"memory:\" or \"sqlite:\" and a path, or bring a storage"), "url", wrong);
    }
    SqliteOptions options{.path = url.substr(sqlite.size())};
    if (from.sqlite_normal != 0) { options.durability = Durability::normal; }
    constexpr std::uint32_t longest_wait_ms = 24 * 60 * 60 * 1000;
    if (from.busy_timeout_ms > longest_wait_ms) {
        return within(wrong.is("it is more than a day"), "busy_timeout_ms", wrong);
    }
    if (from.busy_timeout_ms != 0) { options.busy_timeout_ms = static_cast<int>(from.busy_timeout_ms); }
    return keep(open_sqlite(options), to, wrong);
}

bool take_clock(const csp_engine_options& from, Brought& to, Wrong& wrong) {
    if (from.manual_clock == nullptr) { return true; }
    if (to.clock) { return within(wrong.is("there is a clock already"), "manual_clock", wrong); }
    to.manual_clock = Behind<csp_manual_clock>(from.manual_clock).shared();
    return to.manual_clock != nullptr || within(wrong.is(no_such_handle("clock")), "manual_clock", wrong);
}

bool take_sealing_key(const csp_engine_options& from, Brought& to, Wrong& wrong) {
    if (from.sealing_key.size == 0) { return true; }
    if (to.sealer) { return wrong.is("there is a sealer already"); }
    if (from.sealing_key.data == nullptr) { return wrong.is("its data must not be NULL"); }
    if (from.sealing_key.size > longest_text) { return wrong.is("it is too long"); }
    const Secret key(std::string_view(from.sealing_key.data, from.sealing_key.size));
    return keep(to.secrets ? sealer_with_key(key, *to.secrets) : sealer_with_key(key), to.sealer, wrong);
}

bool take_country_rules(const csp_engine_options& from, Policy& policy, Wrong& wrong) {
    if (!check_list(from.country_rules, from.country_rules_count, wrong)) { return false; }
    for (std::size_t place = 0; place < from.country_rules_count; ++place) {
        std::string_view json;
        CountryRules rules;
        const bool is_good = take_view(from.country_rules[place], json, longest_text, wrong) &&
                             keep(import_country_rules(json), rules, wrong);
        if (!is_good) { return wrong.is_inside_entry(place); }
        std::erase_if(policy.country_rules, [&](const CountryRules& other) { return other.country == rules.country; });
        policy.country_rules.push_back(std::move(rules));
    }
    return true;
}

bool take_policy(const csp_engine_options& from, Policy& policy, Wrong& wrong) {
    std::string profile;
    if (!take_field("profile", from.profile, profile, wrong)) { return false; }
    if (!profile.empty() && !within(keep(policy_profile(profile), policy, wrong), "profile", wrong)) { return false; }
    return take_field("keeps_bills", from.keeps_bills, policy.keeps_bills, wrong) &&
           within(take_country_rules(from, policy, wrong), "country_rules", wrong);
}

bool take_brought(const csp_engine_options& from, Ports& ports, Brought& to, Wrong& wrong) {
    if (ports.storage.is_given() && from.url.size != 0) {
        return within(wrong.is("there is a url already"), "storage", wrong);
    }
    const bool is_good =
        take_port(ports.storage, to.storage, "storage", wrong) && take_port(ports.clock, to.clock, "clock", wrong) &&
        take_clock(from, to, wrong) && take_port(ports.fulfilment, to.fulfilment, "fulfilment", wrong) &&
        take_port(ports.secrets, to.secrets, "secrets", wrong) && take_port(ports.sealer, to.sealer, "sealer", wrong) &&
        within(take_sealing_key(from, to, wrong), "sealing_key", wrong);
    if (!is_good) { return false; }
    if (from.first_counted_id != 0) { to.ids = std::make_unique<CountedIds>(from.first_counted_id); }
    return to.storage != nullptr || open_url(from, to.storage, wrong);
}

Clock& clock_of(Brought& brought) {
    if (brought.clock) { return *brought.clock; }
    return brought.manual_clock ? brought.manual_clock->clock : system_clock();
}

Result<std::shared_ptr<OpenEngine>> opened(const csp_engine_options& from, Ports& ports) {
    Wrong wrong;
    auto open = std::make_shared<OpenEngine>();
    Brought& brought = open->brought;
    EngineOptions options;
    std::function<void(const Happening&)> listener;
    const bool is_good = take_brought(from, ports, brought, wrong) && take_policy(from, options.policy, wrong) &&
                         take_field("attempts", from.attempts, options.attempts, wrong) &&
                         take_port(ports.listener, listener, "listener", wrong);
    if (!is_good) { return wrong.error(); }
    options.ids = brought.ids.get();
    options.fulfilment = brought.fulfilment.get();
    options.sealer = brought.sealer.get();
    options.secrets = brought.secrets.get();
    auto engine = Engine::open(*brought.storage, clock_of(brought), std::move(options));
    if (!engine) { return std::move(engine).error(); }
    open->engine = std::move(engine).value();
    if (listener) { open->engine->listen(std::move(listener)); }
    return open;
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_engine_open(const csp_engine_options* options, csp_engine** engine_out, csp_error* error) {
    Ports ports(as_given(options));  // dropped, whatever comes between
    return guarded(error, [&]() -> Result<csp_status> {
        csp_engine_options whole{};
        Wrong wrong;
        show_none(engine_out);
        const bool is_good = within(take_sized(options, whole, wrong), "options", wrong) &&
                             within(check_out(engine_out, wrong), "engine_out", wrong);
        if (!is_good) { return wrong.error(); }
        auto open = opened(whole, ports);
        if (!open) { return std::move(open).error(); }
        *engine_out = ticket_for<csp_engine>(std::move(open).value());
        return csp_status{CSP_OK};
    });
}

void csp_engine_close(csp_engine* engine) {
    guarded_silently([&] { close_ticket(engine); });
}

csp_status csp_engine_listen(csp_engine* engine, const csp_listener* listener, csp_error* error) {
    Ported<csp_listener> table(listener);  // dropped, whatever comes between
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        auto told = ported(std::move(table), wrong);
        if (!told) { return within(false, "listener", wrong), wrong.error(); }
        open->engine->listen(std::move(told));
        return csp_status{CSP_OK};
    });
}

csp_status csp_run_due(csp_engine* engine, uint64_t limit, csp_due_report* report_out, csp_error* error) {
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(report_out, wrong), "report_out", wrong)) { return wrong.error(); }
        constexpr std::uint64_t usual = 1000;
        constexpr std::uint64_t most = 1'000'000;  // is_all_done says that there is more
        return handed_out(open->engine->run_due(limit == 0 ? usual : std::min<std::uint64_t>(limit, most)),
                          [&](const DueReport& report) {
                              csp_due_report told{};
                              told.steps = report.steps;
                              told.is_all_done = report.is_all_done ? 1 : 0;
                              give_sized(told, report_out);
                          });
    });
}

uint32_t csp_version(void) { return CSP_VERSION; }
const char* csp_version_text(void) { return "0.1.0"; }
