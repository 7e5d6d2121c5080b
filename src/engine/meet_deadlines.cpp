// Meets what has fallen due, oldest first over all records, so that one long jump of the clock leaves the same
// history as many short ones.
#include <algorithm>

#include "engine/happenings.hpp"
#include "engine/pipeline.hpp"

namespace csp::engine {
namespace {

constexpr std::size_t look_ahead = 256;

/// The earliest deadline among the records this work changed.
Instant earliest_new(Work& work) {
    Instant earliest = never;
    Nouns::for_each([&]<class S>() {
        if constexpr (HasDeadlines<S>) {
            work.for_each_entry<S>([&](const Entry<S>& entry) {
                if (entry.own) { earliest = std::min(earliest, due_of(entry.state())); }
            });
        }
    });
    return earliest;
}

}  // namespace

Result<DueReport> meet_deadlines(Transaction& transaction, const Policy& policy, const Outside& outside, Instant now,
                                 std::size_t limit, std::vector<Pending>& told) {
    DueReport report{.steps = 0, .is_all_done = false};
    Familiar familiar;
    while (report.steps < limit) {
        auto rows = transaction.due(now, std::min(look_ahead, limit - report.steps));
        if (!rows) { return std::move(rows).error(); }
        if (rows->empty()) {
            report.is_all_done = true;
            return report;
        }
        const std::size_t steps_before = report.steps;
        Instant newly_due = never;
        for (const Due& row : *rows) {
            if (report.steps >= limit || newly_due <= row.at) {
                break;
            }  // a new deadline may come before it: look again
            Work work(transaction, &familiar);
            Pipeline pipeline(work, policy, outside);
            if (auto settled = pipeline.settle(row.kind, row.id, row.at); !settled) {
                return std::move(settled).error();
            }
            if (auto flushed = work.flush(RequestId{}); !flushed) { return std::move(flushed).error(); }
            newly_due = std::min(newly_due, earliest_new(work));
            report.steps += pipeline.steps();
            told.insert(told.end(), work.happened.begin(), work.happened.end());
        }
        if (report.steps == steps_before) {
            return Error{.code = Code::storage,
                         .sentence = "storage: a deadline is stored that its record does not have: " +
                                     text_of(rows->front().id)};
        }
    }
    auto rest = transaction.due(now, 1);
    if (!rest) { return std::move(rest).error(); }
    report.is_all_done = rest->empty();
    return report;
}

}  // namespace csp::engine
