// An activity is written once; a range of days asks for what was done.
#include <doctest/doctest.h>

#include "csp/activity.hpp"
#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;
using S = Activity;

namespace {

ActivityEntry entry(Action action) {
    return {.at = at("2020-02-15T10:00:00Z"),
            .action = action,
            .user = "ann@contoso.com",
            .customer = id<Customer>(1),
            .order = id<SoftwareOrder>(1),
            .product = id<Product>(1)};
}
std::string reason_of(const std::optional<Error>& error) { return error ? error->field + ": " + error->reason : ""; }

}  // namespace

TEST_CASE("LOG-02: what was done is written once and never changed") {
    Asked<S> activity;
    CHECK(activity.then<ActivityRecorded>(RecordActivity{entry(Action::downloaded)}).entry ==
          entry(Action::downloaded));
    CHECK(activity.state.entry == entry(Action::downloaded));
    const Error error = activity.refusal(RecordActivity{entry(Action::key_accessed)});
    CHECK(error.rule == "LOG-02");
    CHECK(error.reason == "recorded_already");
    CHECK(error.sentence == "an activity is written once; this one is of 2020-02-15T10:00:00Z");
}

TEST_CASE("LOG-02: three actions are written, each under its name") {
    CHECK(name_of(Action::key_accessed) == "key_accessed");
    CHECK(name_of(Action::link_issued) == "link_issued");
    CHECK(name_of(Action::downloaded) == "downloaded");
    for (const Action unknown : {Action{0}, Action{4}}) {
        CHECK(name_of(unknown) == "unknown");
        const Error error = Asked<S>{}.refusal(RecordActivity{entry(unknown)});
        CHECK(error.code == Code::invalid);
        CHECK(error.reason == "unknown_action");
    }
}

TEST_CASE("LOG-03: a range includes both of its days, and one that ends before it begins is refused") {
    CHECK_FALSE(why_no_range({day("2020-06-29"), day("2020-06-30")}));
    CHECK_FALSE(why_no_range({day("2020-06-30"), day("2020-06-30")}));
    const auto error = why_no_range({day("2020-07-01"), day("2020-06-30")});
    REQUIRE(error);
    CHECK(error->code == Code::invalid);
    CHECK(error->rule == "LOG-03");
    CHECK(error->reason == "range_upside_down");
    CHECK(error->sentence == "the range begins on 2020-07-01 and ends before that, on 2020-06-30");
}

TEST_CASE("LOG-03: a range lies in the calendar") {
    CHECK_FALSE(why_no_range({first_date, last_date}));
    CHECK(reason_of(why_no_range({Date{first_date.days - 1}, last_date})) == "from: day_out_of_range");
    CHECK(reason_of(why_no_range({first_date, Date{last_date.days + 1}})) == "to: day_out_of_range");
    CHECK(reason_of(why_no_range({Date{INT32_MAX}, Date{INT32_MIN}})) == "from: day_out_of_range");
}

TEST_CASE("LOG-03: the general log goes back 90 days") {
    const Date today = day("2020-06-30");
    const Policy policy;
    CHECK_FALSE(why_not_logged_any_more({day("2020-04-01"), today}, policy, today));  // day 90
    const auto error = why_not_logged_any_more({day("2020-03-31"), today}, policy, today);
    REQUIRE(error);
    CHECK(error->code == Code::refused);
    CHECK(error->rule == "LOG-03");
    CHECK(error->reason == "too_long_ago");
    CHECK(error->field == "from");
    CHECK(error->microsoft == 400);
    CHECK(error->sentence == "the log goes back 90 days, to 2020-04-01; the range begins on 2020-03-31");
    CHECK(reason_of(why_not_logged_any_more({today, day("2020-06-29")}, policy, today)) == "from: range_upside_down");
    CHECK_FALSE(why_not_logged_any_more({day("2020-07-01"), last_date}, policy, today));  // nothing yet is not too old
}
