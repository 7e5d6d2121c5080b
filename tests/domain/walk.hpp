// The walk over a machine: each row can be taken and leads where it says, every other pair is refused with its reasons,
// and no event finds a phase that it breaks.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "domain/kinds.hpp"
#include "domain/people.hpp"

namespace csp::test {

/// A record and a command, each as a row of the table wants them.
template <class S>
struct Scene {
    Asked<S> asked{};
    typename S::Command command{};
};

template <class Variant>
std::string_view name_in(const Variant& variant) {
    return std::visit([](const auto& one) { return std::remove_cvref_t<decltype(one)>::name; }, variant);
}

inline const MoveText* row_of(const MachineText& table, std::string_view from, std::string_view on) {
    const auto row = std::ranges::find_if(table.moves, [&](const MoveText& m) { return m.from == from && m.on == on; });
    return row == table.moves.end() ? nullptr : &*row;
}

template <class S>
std::set<std::string> other_commands(const MachineText& table, std::string_view from, std::string_view but) {
    std::set<std::string> out;
    for (const MoveText& move : table.moves) {
        const auto place = std::ranges::find(table.commands, move.on) - table.commands.begin();
        const bool is_for_people = !machine::AskedByCsp<typename S::Command>::list[static_cast<std::size_t>(place)];
        if (move.from == from && move.on != but && is_for_people) { out.emplace(move.on); }
    }
    return out;
}

template <class S>
void check_taken(const MoveText& row, Scene<S> scene) {
    auto& [state, facts, policy, now] = scene.asked;
    CHECK_FALSE(why_not(Question<S>{state, scene.command, facts, policy, now}, false));
    const auto event = scene.asked.decide(scene.command);
    INFO((event ? std::string() : event.error().sentence));
    REQUIRE(event);
    CHECK(name_in(*event) == row.emits);
    evolve(state, *event);
    CHECK(name_in(state.phase) == row.to);
}

template <class S>
void check_refused(const MachineText& table, std::string_view from, const Scene<S>& scene) {
    const Error error = scene.asked.refusal(scene.command);
    CHECK(error.code == Code::refused);
    CHECK_FALSE(error.rule.empty());
    CHECK_FALSE(error.reason.empty());
    CHECK_FALSE(error.sentence.empty());
    CHECK(error.phase == from);
    const std::set<std::string> allowed(error.allowed.begin(), error.allowed.end());
    CHECK(allowed == other_commands<S>(table, from, name_in(scene.command)));
}

/// Every event in every phase: nothing breaks, and the same event leads to the same state.
template <class S, class MakeScene>
void check_total(const MakeScene& make_scene) {
    for (std::size_t phase = 0; phase < std::variant_size_v<typename S::Phase>; ++phase) {
        for (const auto& event : one_of_each_kind<typename S::Event>()) {
            S once = make_scene(phase, typename S::Command{}).asked.state;
            S twice = once;
            evolve(once, event);
            evolve(twice, event);
            CHECK(once == twice);
        }
    }
}

template <class S, class MakeScene>
void walk(const MachineText& table, const MakeScene& make_scene) {
    CHECK(table.name == S::name);
    std::size_t taken = 0;
    for (std::size_t phase = 0; phase < table.phases.size(); ++phase) {
        for (const auto& command : one_of_each_kind<typename S::Command>()) {
            const Scene<S> at_hand = make_scene(phase, command);
            CAPTURE(table.phases[phase]);
            CAPTURE(name_in(command));
            REQUIRE(name_in(at_hand.asked.state.phase) == table.phases[phase]);
            if (const MoveText* row = row_of(table, table.phases[phase], name_in(command))) {
                check_taken(*row, at_hand);
                ++taken;
            } else {
                check_refused(table, table.phases[phase], at_hand);
            }
        }
    }
    CHECK(taken == table.moves.size());
    check_total<S>(make_scene);
}

}  // namespace csp::test
