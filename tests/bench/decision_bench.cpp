// One decision and what it does to the state, against the same by hand.
#include <benchmark/benchmark.h>

#include <stdexcept>

#include "decision_walk.hpp"
#include "report.hpp"
#include "subjects.hpp"

namespace csp::bench {
namespace {

constexpr int rounds = 31;
constexpr int walks_a_play = 20;

using FlatDecide = bool (*)(const FlatQuestion&, FlatEvent&);

void walk_by_csp(const Walk& walk, const WalkFacts& given, std::vector<Subscription>& states) {
    for (const Step& step : walk.steps) {
        Subscription& state = states[step.who];
        if (step.begins_anew) { state.phase = Subscription::Absent{}; }
        const auto event =
            decide(Question<Subscription>{state, walk.commands[step.command], given.facts, given.policy, step.now});
        evolve(state, *event);
        benchmark::DoNotOptimize(state);
    }
}

template <FlatDecide decide_flat>
void walk_by_hand(const Walk& walk, const WalkFacts& given, std::vector<FlatState>& states) {
    FlatEvent event{};
    for (const Step& step : walk.steps) {
        FlatState& state = states[step.who];
        if (step.begins_anew) { state.phase = FlatPhase::absent; }
        if (!decide_flat(FlatQuestion{state, walk.flat_commands[step.command], given.facts, given.policy, step.now},
                         event)) {
            throw std::logic_error("the flat machine refuses what csp allows");
        }
        evolve(state, event);
        benchmark::DoNotOptimize(state);
    }
}

void compare(const std::string& what, const Walk& walk, const WalkFacts& given) {
    std::vector<Subscription> states = walk.starts;
    std::vector<FlatState> by_table = walk.flat_starts;
    std::vector<FlatState> by_switch = walk.flat_starts;
    const std::size_t units = walk.steps.size() * walks_a_play;
    const auto again = [](auto play) {
        for (int i = 0; i < walks_a_play; ++i) { play(); }
    };
    const std::vector<Contender> contenders{
        {"csp, " + what, units,
         [&] {
             again([&] {
                 states = walk.starts;
                 walk_by_csp(walk, given, states);
             });
         }},
        {"constexpr table", units,
         [&] {
             again([&] {
                 by_table = walk.flat_starts;
                 walk_by_hand<decide_by_table>(walk, given, by_table);
             });
         }},
        {"nested switch", units,
         [&] {
             again([&] {
                 by_switch = walk.flat_starts;
                 walk_by_hand<decide_by_switch>(walk, given, by_switch);
             });
         }},
    };
    const auto times = in_turns(contenders, rounds);
    for (std::size_t who = 0; who < states.size(); ++who) {
        if (!agree(states[who], by_table[who]) || !agree(states[who], by_switch[who])) {
            throw std::logic_error("the flat machine does not compute what csp computes");
        }
    }
    print_ratio(times[0], times[1], {.at_most = 1.25});
    print_ratio(times[0], times[2]);
}

}  // namespace

void bench_decision() {
    print_heading("decision: decide and evolve, random legal commands");
    const WalkFacts given;
    compare("what people ask", walk_of_people(given), given);
    compare("whole lives", walk_of_whole_lives(given), given);
}

}  // namespace csp::bench
