// The idiom of every noun: a table of moves over phases. What is not in the table is refused.
//
//   decide(question) -> the event, or every reason why not     (guards and makers: all opinions live there)
//   evolve(state, event)                                       (one line per event, no conditions)
//
// A noun S brings: S::Phase, S::Command, S::Event (variants, first phase = "does not exist yet"),
// S::Facts, `static constexpr std::string_view name`, and on every alternative a wire `name`.
// Pure: no clock, no store, no dice. Threads: everything here is a value or constexpr.
// See docs/states/ for the tables printed as pages.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "csp/policy.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

/// Everything a decision may look at. References: it lives as long as what it was made from.
template <class S>
struct Question {
    const S& state;
    const typename S::Command& command;
    const typename S::Facts& facts;
    const Policy& policy;
    Instant now;
};

/// The command of a question, where the table promises which one it is.
template <class C, class S>
const C& asked(const Question<S>& question) {
    return *std::get_if<C>(&question.command);
}
/// The phase of a state, where the table promises which one it is.
template <class P, class S>
const P& in(const S& state) {
    return *std::get_if<P>(&state.phase);
}
template <class P, class S>
bool is_in(const S& state) {
    return std::holds_alternative<P>(state.phase);
}

/// A condition that reads after "only if", and the refusals when it does not hold.
template <class S>
struct Guard {
    std::string_view name{};
    bool (*holds)(const Question<S>&){};
    /// Adds one error, or one for each thing that is wrong.
    void (*explain)(const Question<S>&, std::vector<Error>&){};
    /// It looks at the command's own fields, so `allowed` cannot ask it beforehand.
    bool looks_at_command{false};
};

namespace machine {

template <class T, class Variant>
struct IndexOf;
template <class T, class... Ts>
struct IndexOf<T, std::variant<Ts...>> {
    static constexpr std::size_t value = [] {
        constexpr std::array<bool, sizeof...(Ts)> same{std::is_same_v<T, Ts>...};
        static_assert((std::is_same_v<T, Ts> || ...), "this belongs to another machine");
        for (std::size_t i = 0; i < same.size(); ++i) {
            if (same[i]) { return i; }
        }
        return same.size();
    }();
};
template <class T, class Variant>
inline constexpr std::uint8_t index_of = static_cast<std::uint8_t>(IndexOf<T, Variant>::value);

/// Time or another record asks it, and nobody who could be told that it is allowed.
template <class C>
inline constexpr bool is_asked_by_csp = requires {
    C::is_asked_by_csp;
};

template <class Variant>
struct AskedByCsp;
template <class... Ts>
struct AskedByCsp<std::variant<Ts...>> {
    static constexpr std::array<bool, sizeof...(Ts)> list{is_asked_by_csp<Ts>...};
};

template <class Variant>
struct Names;
template <class... Ts>
struct Names<std::variant<Ts...>> {
    static constexpr std::array<std::string_view, sizeof...(Ts)> list{Ts::name...};
};

template <class P>
struct PhaseTag {};
template <class C>
struct CommandTag {};
template <auto... Guards>
struct GuardsTag {};
template <auto Maker>
struct MakerTag {};

template <class F>
struct MakerOf;
template <class E, class S>
struct MakerOf<E (*)(const Question<S>&)> {
    using Event = E;
};

}  // namespace machine

/// The columns of a table. Their types differ, so that two of them cannot be swapped.
template <class P>
inline constexpr machine::PhaseTag<P> phase{};
template <class C>
inline constexpr machine::CommandTag<C> on{};
template <auto... Guards>
inline constexpr machine::GuardsTag<Guards...> only_if{};
inline constexpr machine::GuardsTag<> always{};
template <auto Maker>
inline constexpr machine::MakerTag<Maker> emits{};

template <class S>
struct From {
    std::uint8_t index;
    template <class P>
    consteval From(machine::PhaseTag<P>) : index(machine::index_of<P, typename S::Phase>) {}
};
template <class S>
struct To {
    std::uint8_t index;
    template <class P>
    consteval To(machine::PhaseTag<P>) : index(machine::index_of<P, typename S::Phase>) {}
};
template <class S>
struct On {
    std::uint8_t index;
    template <class C>
    consteval On(machine::CommandTag<C>) : index(machine::index_of<C, typename S::Command>) {}
};
template <class S>
struct OnlyIf {
    using Condition = bool (*)(const Question<S>&);
    const Guard<S>* const* first;
    const Condition* conditions;  ///< of each guard: what a decision asks, one step nearer
    std::size_t count;

    template <auto... Guards>
    static constexpr std::array<const Guard<S>*, sizeof...(Guards)> list{Guards...};
    template <auto... Guards>
    static constexpr std::array<Condition, sizeof...(Guards)> condition_list{Guards->holds...};
    template <auto... Guards>
    consteval OnlyIf(machine::GuardsTag<Guards...>)
        : first(list<Guards...>.data()), conditions(condition_list<Guards...>.data()), count(sizeof...(Guards)) {}

    [[nodiscard]] bool all_hold(const Question<S>& question) const {
        for (const Condition* condition = conditions; condition != conditions + count; ++condition) {
            if (!(*condition)(question)) [[unlikely]] { return false; }
        }
        return true;
    }

    [[nodiscard]] constexpr const Guard<S>* const* begin() const { return first; }
    [[nodiscard]] constexpr const Guard<S>* const* end() const { return first + count; }
};
template <class S>
struct Emits {
    std::uint8_t index;
    Result<typename S::Event> (*make)(const Question<S>&);

    template <auto Maker>
    static Result<typename S::Event> made(const Question<S>& question) {
        using E = typename machine::MakerOf<decltype(Maker)>::Event;
        return Result<typename S::Event>(std::in_place, std::in_place_type<E>, Maker(question));
    }
    template <auto Maker>
    consteval Emits(machine::MakerTag<Maker>)
        : index(machine::index_of<typename machine::MakerOf<decltype(Maker)>::Event, typename S::Event>),
          make(&made<Maker>) {}
};

/// One row: in this phase, asked this, only if these hold, this event happens and leads there.
template <class S>
struct Move {
    From<S> from;
    On<S> on;
    OnlyIf<S> only_if;
    Emits<S> emits;
    To<S> to;
    std::string_view rule;
};

/// What to say where there is no row. Without one of these the table says it in general words.
template <class S>
struct Never {
    From<S> from;
    On<S> on;
    Error (*say)(const Question<S>&);
};

/// One row in words, for pages and tests.
struct MoveText {
    std::string_view from{};
    std::string_view on{};
    std::vector<std::string_view> only_if{};
    std::string_view emits{};
    std::string_view to{};
    std::string_view rule{};
};
/// A whole machine in words.
struct MachineText {
    std::string_view name{};
    std::vector<std::string_view> phases{};
    std::vector<std::string_view> commands{};
    std::vector<std::string_view> events{};
    std::vector<MoveText> moves{};
};

template <class S, std::size_t Rows, std::size_t Nevers>
class Table {
public:
    static constexpr std::size_t phase_count = std::variant_size_v<typename S::Phase>;
    static constexpr std::size_t command_count = std::variant_size_v<typename S::Command>;
    static constexpr std::size_t event_count = std::variant_size_v<typename S::Event>;
    static constexpr std::array<std::string_view, phase_count> phase_names = machine::Names<typename S::Phase>::list;
    static constexpr std::array<std::string_view, command_count> command_names =
        machine::Names<typename S::Command>::list;
    static constexpr std::array<std::string_view, event_count> event_names = machine::Names<typename S::Event>::list;

    const Move<S> (&moves)[Rows];
    const std::array<Never<S>, Nevers>& nevers;

    consteval Table(const Move<S> (&rows)[Rows], const std::array<Never<S>, Nevers>& refusals)
        : moves(rows), nevers(refusals) {
        for (std::size_t row = 0; row < Rows; ++row) {
            auto& cell = row_of_[rows[row].from.index][rows[row].on.index];
            // A row that stands behind another one of the same phase and command could never be taken.
            if (cell != 0) { throw "two rows for one phase and command"; }
            cell = static_cast<std::uint8_t>(row + 1);
        }
        for (const auto& pair : refusals) {
            if (row_of_[pair.from.index][pair.on.index] != 0) { throw "a refusal for a pair that has a row"; }
        }
    }

    /// A command that is always refused has no row: it counts when it has a sentence of its own.
    [[nodiscard]] consteval bool uses_every_command() const {
        for (std::size_t command = 0; command < command_count; ++command) {
            bool used = false;
            for (const auto& move : moves) { used = used || move.on.index == command; }
            for (const auto& pair : nevers) { used = used || pair.on.index == command; }
            if (!used) { return false; }
        }
        return true;
    }
    [[nodiscard]] consteval bool emits_every_event() const {
        for (std::size_t event = 0; event < event_count; ++event) {
            bool emitted = false;
            for (const auto& move : moves) { emitted = emitted || move.emits.index == event; }
            if (!emitted) { return false; }
        }
        return true;
    }
    [[nodiscard]] consteval bool reaches_every_phase() const {
        std::array<bool, phase_count> reached{true};
        for (std::size_t round = 0; round < phase_count; ++round) {
            for (const auto& move : moves) {
                if (reached[move.from.index]) { reached[move.to.index] = true; }
            }
        }
        for (const bool yes : reached) {
            if (!yes) { return false; }
        }
        return true;
    }
    [[nodiscard]] consteval bool names_a_rule_in_every_row() const {
        for (const auto& move : moves) {
            if (move.rule.empty()) { return false; }
        }
        return true;
    }

    /// The row for a phase and a command, or nullptr.
    [[nodiscard]] constexpr const Move<S>* row(std::size_t phase_index, std::size_t command_index) const {
        const std::uint8_t cell = row_of_[phase_index][command_index];
        return cell == 0 ? nullptr : &moves[cell - 1];
    }

    [[nodiscard]] Result<typename S::Event> decide(const Question<S>& question) const {
        const Move<S>* move = row(question.state.phase.index(), question.command.index());
        if (move == nullptr || !move->only_if.all_hold(question)) [[unlikely]] { return refusal(question); }
        return move->emits.make(question);
    }

    /// Every reason why not, or nothing. With `before_asking`, guards that look at the command's own
    /// fields are left out: what remains is what a menu can know.
    [[nodiscard]] std::optional<Error> why_not(const Question<S>& question, bool before_asking) const {
        const Move<S>* move = row(question.state.phase.index(), question.command.index());
        if (move == nullptr) { return dressed(no_row(question), question); }
        std::vector<Error> reasons;
        for (const Guard<S>* guard : move->only_if) {
            if (before_asking && guard->looks_at_command) { continue; }
            if (guard->holds(question)) { continue; }
            const std::size_t first_of_this_guard = reasons.size();
            guard->explain(question, reasons);
            for (std::size_t i = first_of_this_guard; i < reasons.size(); ++i) {
                if (reasons[i].rule.empty()) { reasons[i].rule = move->rule; }
            }
        }
        if (reasons.empty()) { return std::nullopt; }
        Error first = std::move(reasons.front());
        first.also.assign(std::make_move_iterator(reasons.begin() + 1), std::make_move_iterator(reasons.end()));
        return dressed(std::move(first), question);
    }

    [[nodiscard]] MachineText text() const {
        MachineText out{.name = S::name,
                        .phases = {phase_names.begin(), phase_names.end()},
                        .commands = {command_names.begin(), command_names.end()},
                        .events = {event_names.begin(), event_names.end()}};
        for (const auto& move : moves) {
            MoveText line{.from = phase_names[move.from.index],
                          .on = command_names[move.on.index],
                          .emits = event_names[move.emits.index],
                          .to = phase_names[move.to.index],
                          .rule = move.rule};
            for (const Guard<S>* guard : move.only_if) { line.only_if.push_back(guard->name); }
            out.moves.push_back(std::move(line));
        }
        return out;
    }

private:
    // Kept out of `decide`, whose frame would have to hold two errors for the sake of the rare case.
    [[nodiscard, gnu::noinline]] Result<typename S::Event> refusal(const Question<S>& question) const {
        return *why_not(question, false);
    }

    [[nodiscard]] Error no_row(const Question<S>& question) const {
        const std::size_t in_phase = question.state.phase.index();
        const std::size_t command = question.command.index();
        for (const auto& pair : nevers) {
            if (pair.from.index == in_phase && pair.on.index == command) { return pair.say(question); }
        }
        std::string_view rule;
        for (const auto& move : moves) {
            if (move.on.index == command) { rule = move.rule; }
        }
        return Error{.code = Code::refused,
                     .rule = std::string(rule),
                     .reason = "not_in_this_phase",
                     .sentence = "the " + std::string(S::name) + " is " + std::string(phase_names[in_phase]) +
                                 " and does not take " + std::string(command_names[command])};
    }

    [[nodiscard]] Error dressed(Error error, const Question<S>& question) const {
        const std::size_t in_phase = question.state.phase.index();
        error.phase = phase_names[in_phase];
        for (std::size_t command = 0; command < command_count; ++command) {
            const bool can_be_asked = !machine::AskedByCsp<typename S::Command>::list[command];
            if (can_be_asked && command != question.command.index() && row(in_phase, command) != nullptr) {
                error.allowed.emplace_back(command_names[command]);
            }
        }
        return error;
    }

    std::array<std::array<std::uint8_t, command_count>, phase_count> row_of_{};
};

template <class S, std::size_t Rows, std::size_t Nevers>
Table(const Move<S> (&)[Rows], const std::array<Never<S>, Nevers>&) -> Table<S, Rows, Nevers>;

/// Visits a variant with one lambda per alternative.
template <class... Fs>
struct overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

}  // namespace csp
