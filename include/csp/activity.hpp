// An activity: who got which key, which link, or downloaded what, or was refused it. Written once, never changed.
//
// Rules: LOG-01..03; extended B12. The table stands in src/domain/activity.cpp and is printed into
// docs/states/activity.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/time.hpp"

namespace csp {

/// LOG-02. The numbers are stored.
enum class Action : std::uint8_t { key_accessed = 1, link_issued = 2, downloaded = 3 };
std::string_view name_of(Action action);

struct ActivityEntry {
    Instant at{};
    Action action{};
    PartnerId partner{};
    std::string user{};  ///< of the partner; empty: a download through a link that was handed on
    CustomerId customer{};
    SoftwareOrderId order{};
    EntitlementId entitlement{};
    ProductId product{};
    std::string product_name{};
    DownloadLinkId link{};  ///< nil: a key, or a link that was refused
    bool is_refused{false};
    std::string rule{};    ///< why it was refused
    std::string reason{};  ///< the same for programs
    friend bool operator==(const ActivityEntry&, const ActivityEntry&) = default;
};

// ---- what other records ask (src/domain/software_reaction.cpp) -----------------------------------------
struct RecordActivity {
    static constexpr std::string_view name = "record_activity";
    static constexpr bool is_asked_by_csp = true;
    ActivityEntry entry{};  ///< the engine fills in the user
    friend bool operator==(const RecordActivity&, const RecordActivity&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct ActivityRecorded {
    static constexpr std::string_view name = "activity_recorded";
    ActivityEntry entry{};
    friend bool operator==(const ActivityRecorded&, const ActivityRecorded&) = default;
};

/// A decision about an activity needs nothing from other records.
struct ActivityFacts {};

struct Activity {
    static constexpr std::string_view name = "activity";
    static constexpr Kind kind_of_record = Kind::activity;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Recorded {
        static constexpr std::string_view name = "recorded";
        friend bool operator==(const Recorded&, const Recorded&) = default;
    };

    using Phase = std::variant<Absent, Recorded>;
    using Command = std::variant<RecordActivity>;
    using Event = std::variant<ActivityRecorded>;
    using Facts = ActivityFacts;

    ActivityEntry entry{};
    Phase phase{};
    friend bool operator==(const Activity&, const Activity&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Activity::Event> decide(const Question<Activity>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Activity>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Activity& activity, const Activity::Event& event);
/// The table in words.
MachineText activity_table();

/// A range of days, both inclusive, in UTC (LOG-03).
struct DayRange {
    Date from{};
    Date to{};
    friend bool operator==(const DayRange&, const DayRange&) = default;
};
/// Refused (Code::invalid, LOG-03) when `from` lies after `to` or either outside 1970-9999.
std::optional<Error> why_no_range(const DayRange& range);
/// B12, for the general log: additionally refused (Microsoft's 400) when `from` is more than
/// Policy::activity_days_max days ago.
std::optional<Error> why_not_logged_any_more(const DayRange& range, const Policy& policy, Date today);

}  // namespace csp
