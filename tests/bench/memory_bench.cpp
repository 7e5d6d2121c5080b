// A whole command on a million subscriptions in memory, against the same by hand.
#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>

#include "allocations.hpp"
#include "csp/engine.hpp"
#include "life.hpp"
#include "memory_floor.hpp"
#include "report.hpp"
#include "subjects.hpp"
#include "world.hpp"

namespace csp::bench {
namespace {

constexpr int rounds = 11;
constexpr std::size_t commands_a_play = 20'000;

/// Both shapes, filled with the same subscriptions; the clock stands still.
struct Shapes {
    explicit Shapes(std::size_t subscriptions)
        : world(populate(*storage, WorldSize{.customers = 1, .subscriptions = subscriptions})), floor(world, policy) {
        auto opened = Engine::open(*storage, clock, {.policy = policy});
        if (!opened) { throw std::runtime_error(opened.error().sentence); }
        engine = std::move(opened).value();
    }
    std::unique_ptr<Storage> storage{open_memory()};
    World world;
    Policy policy{policy_of_the_floors()};
    MemoryFloor floor;
    ManualClock clock{begin_of_work};
    std::unique_ptr<Engine> engine{};
};

[[gnu::noinline]] void play_engine(Shapes& shapes, const std::vector<Draw>& draws) {
    Request request{.by = shapes.world.seller};
    for (const Draw& draw : draws) {
        request.id = draw.request;
        const auto receipt = shapes.engine->execute(request, command_of(draw));
        if (!receipt) { throw std::runtime_error(receipt.error().sentence); }
    }
}

[[gnu::noinline]] void play_floor(Shapes& shapes, const std::vector<Draw>& draws) {
    for (const Draw& draw : draws) {
        MemoryFloor::Asked asked{.by = shapes.world.seller,
                                 .request = draw.request,
                                 .id = draw.subscription,
                                 .wish = draw.wish,
                                 .reason = SuspensionReason::non_payment,
                                 .quantity = draw.quantity};
        if (draw.wish == Wish::rename) { asked.friendly_name = name_number(draw.name); }
        if (shapes.floor.execute(std::move(asked), shapes.clock.now()) == 0) {
            throw std::runtime_error("the floor refuses what csp allows");
        }
    }
}

/// One contender: its own draws, the same for both shapes, drawn before the watch starts.
Contender contender(const std::string& name, void (*play)(Shapes&, const std::vector<Draw>&), Shapes& shapes,
                    Life life) {
    auto draws = std::make_shared<std::vector<Draw>>();
    auto source = std::make_shared<Life>(std::move(life));
    return Contender{.name = name,
                     .units = commands_a_play,
                     .play = [=, &shapes] { play(shapes, *draws); },
                     .before = [=] { *draws = source->next(commands_a_play); }};
}

double allocations_a_unit(const Contender& contender) {
    contender.before();
    const std::uint64_t before = allocations();
    contender.play();
    return static_cast<double>(allocations() - before) / static_cast<double>(contender.units);
}

std::vector<Contender> contenders_of(Shapes& shapes) {
    const std::span<const SubscriptionId> all(shapes.world.subscriptions);
    const Life plain(all.first(all.size() / 2), false);
    const Life with_ids(all.last(all.size() / 2), true);
    return {contender("csp, no request ids", play_engine, shapes, plain),
            contender("flat map, slots, buckets", play_floor, shapes, plain),
            contender("csp, with request ids", play_engine, shapes, with_ids),
            contender("flat map, slots, buckets, request ids", play_floor, shapes, with_ids)};
}

}  // namespace

void bench_memory() {
    print_heading("memory: a whole command, 1 million subscriptions");
    Shapes shapes(1'000'000);
    const auto contenders = contenders_of(shapes);
    const auto times = in_turns(contenders, rounds);
    for (const std::size_t which : {0U, 2U}) {
        print_ratio(times[which], times[which + 1], {.at_most = 2});
        print_number(contenders[which].name + ", a second", 1e9 / spread_of(times[which].ns).median, "commands",
                     {.at_least = 500'000});
    }
    for (const Contender& one : contenders) {
        print_number("allocations a command: " + one.name, allocations_a_unit(one), "");
    }
}

void play_memory_once(bool is_floor) {
    Shapes shapes(10'000);
    const Contender one = contenders_of(shapes)[is_floor ? 1 : 0];
    one.before();
    one.play();
}

}  // namespace csp::bench
