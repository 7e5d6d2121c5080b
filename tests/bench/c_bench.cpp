// A call through the C interface against the same call in C++: the commands of the memory benchmark.
#include <csp.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "c_worlds.hpp"
#include "report.hpp"
#include "subjects.hpp"

namespace csp::bench {
namespace {

constexpr int rounds = 21;
constexpr std::size_t many = 1'000'000;
constexpr std::size_t few = 1'000;  // what is asked of them stays in the processor's caches
constexpr std::size_t calls_a_play = 20'000;

template <class World>
Contender contender(const char* name, World& world, const Life& life) {
    auto draws = std::make_shared<std::vector<Draw>>();
    auto source = std::make_shared<Life>(life);
    return Contender{.name = name,
                     .units = calls_a_play,
                     .play =
                         [=, &world] {
                             for (const Draw& draw : *draws) { world.ask(draw); }
                         },
                     .before = [=] { *draws = source->next(calls_a_play); }};
}

/// Both get the same draws; so what one has suspended the other has too.
void compare(CWorld& c, CppWorld& cpp, const std::string& where, const Life& life, const Aim& aim) {
    const std::vector<Contender> contenders{contender("in C", c, life), contender("in C++", cpp, life)};
    const auto times = in_turns(contenders, rounds);
    print_ratio(times[0], times[1], aim);
    print_number("commands in C " + where + ", a second", 1e9 / spread_of(times[0].ns).median, "commands");
}

/// What csp_read gives: the row with its JSON.
void read_in_c(test::CShop& shop, const SubscriptionId& id) {
    const csp_id record = in_c(id);
    csp_cursor* cursor = nullptr;
    test::good(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &record, &cursor, &shop.error), shop.error);
    csp_row row = CSP_INIT(csp_row);
    test::good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    csp_cursor_close(cursor);
}

}  // namespace

void bench_c() {
    print_heading("the C interface: the same commands in C and in C++, 1 million subscriptions in memory");
    CppWorld cpp(many);
    CWorld c(many);
    const std::span<const SubscriptionId> all(cpp.subscriptions);
    compare(c, cpp, "among all of them", Life(all.subspan(few), false), {.at_most = 1.05});
    compare(c, cpp, "among a thousand of them", Life(all.first(few), false), {});

    const Contender reads{.name = "csp_read", .units = calls_a_play, .play = [&] {
                              for (std::size_t i = 0; i < calls_a_play; ++i) { read_in_c(c.shop, all[i % few]); }
                          }};
    const auto read_times = in_turns(std::span(&reads, 1), rounds);
    print_number("a record read with its JSON, a second", 1e9 / spread_of(read_times[0].ns).median, "records");
}

}  // namespace csp::bench
