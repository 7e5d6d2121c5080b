// What was done with keys and links: the table of an activity, and which days of it can be asked for.
#include "csp/activity.hpp"

#include <array>

#include "base/days.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Activity;
using Q = Question<S>;
using Reasons = std::vector<Error>;

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> action_is_known{
    "the action is known", [](const Q& q) { return name_of(asked<RecordActivity>(q).entry.action) != "unknown"; },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("LOG-02", "unknown_action", "action",
                              "the action must be key_accessed, link_issued or downloaded"));
    },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

ActivityRecorded recorded(const Q& q) { return {asked<RecordActivity>(q).entry}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error written_once(const Q& q) {
    return refused("LOG-02", "recorded_already", "",
                   "an activity is written once; this one is of " + text_of(q.state.entry.at));
}

// clang-format off
// ---- the whole life of an activity; what is not in this table is refused ---------------------------------
constexpr Move<S> moves[] = {
//   from              on                  only if                     emits              to                  rule
    {phase<S::Absent>, on<RecordActivity>, only_if<&action_is_known>, emits<&recorded>, phase<S::Recorded>, "LOG-02"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Recorded>, on<RecordActivity>, &written_once},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void record(S& s, const ActivityEntry& entry) {
    s.entry = entry;
    s.phase = S::Recorded{};
}

}  // namespace

std::string_view name_of(Action action) {
    switch (action) {
        case Action::key_accessed: return "key_accessed";
        case Action::link_issued: return "link_issued";
        case Action::downloaded: return "downloaded";
    }
    return "unknown";
}

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText activity_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    std::visit(
        overloaded{
            [&](const ActivityRecorded& e) { record(s, e.entry); },
        },
        event);
}

std::optional<Error> why_no_range(const DayRange& range) {
    if (!is_a_day(range.from) || !is_a_day(range.to)) {
        return invalid("LOG-03", "day_out_of_range", is_a_day(range.from) ? "to" : "from",
                       "the days must lie in 1970-9999");
    }
    if (range.from > range.to) {  // both are included: one day is a range
        return invalid("LOG-03", "range_upside_down", "from",
                       "the range begins on " + text_of(range.from) + " and ends before that, on " + text_of(range.to));
    }
    return std::nullopt;
}

std::optional<Error> why_not_logged_any_more(const DayRange& range, const Policy& policy, Date today) {
    if (auto no_range = why_no_range(range)) { return no_range; }
    if (days_between(range.from, today) <= policy.activity_days_max) { return std::nullopt; }  // day 90 is good
    return refused("LOG-03", "too_long_ago", "from",
                   "the log goes back " + std::to_string(policy.activity_days_max) + " days, to " +
                       text_of(days_after(today, -std::int64_t{policy.activity_days_max})) + "; the range begins on " +
                       text_of(range.from),
                   400);
}

}  // namespace csp
