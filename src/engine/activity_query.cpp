// The activity log: who got keys and links, and who downloaded, from one day to another.
#include <map>

#include "codec/keys.hpp"
#include "csp/engine.hpp"
#include "engine/authority.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::Entry;
using engine::Reading;
using engine::Stretch;

/// The days that are asked for, or the last ones (B12).
DayRange days_of(const ActivityFilter& filter, const Policy& policy, Date today) {
    return filter.days.value_or(DayRange{days_after(today, -policy.activity_days), today});
}

/// Whose log it is: the actor's partner's, or for the host that of the customer it names.
Result<PartnerId> partner_of(Reading& open, const Actor& actor, const ActivityFilter& filter) {
    if (!actor.partner.is_nil()) { return actor.partner; }
    if (filter.customer.is_nil()) {
        return Error{.code = Code::invalid,
                     .rule = "LOG-03",
                     .reason = "customer_missing",
                     .sentence = "the host must name the customer whose activity it wants to see",
                     .field = "customer"};
    }
    auto customer = open.pipeline.standing(actor, filter.customer, open.now);
    if (!customer) { return std::move(customer).error(); }
    return (*customer)->state().partner;
}

/// Both days are in it (LOG-03).
Stretch stretch_of(const PartnerId& partner, const CustomerId& customer, const DayRange& days) {
    Stretch stretch{.index = codec::Index::activities_of_partner, .prefix = codec::prefix_of(partner)};
    if (!customer.is_nil()) {
        stretch.index = codec::Index::activities_of_customer;
        stretch.prefix += codec::prefix_of(customer);
    }
    stretch.first = stretch.prefix + codec::moment(start_of(days.from));
    stretch.end = stretch.prefix + codec::moment(end_of(days.to));
    return stretch;
}

Result<std::optional<ActivityEntry>> entry_of(const Entry<Activity>& entry) {
    return std::optional<ActivityEntry>(entry.state().entry);
}

/// Another partner's customer has no entries under this partner, so that nothing has to be refused.
Result<Page<ActivityEntry>> entries(Reading& open, const Actor& actor, const ActivityFilter& filter,
                                    const DayRange& days, const PageRequest& page) {
    auto partner = partner_of(open, actor, filter);
    if (!partner) { return std::move(partner).error(); }
    return engine::page_of<Activity, ActivityEntry>(open, stretch_of(*partner, filter.customer, days), page, entry_of);
}

/// The days of a question about software, or why it has no answer (LOG-01, LOG-03).
Result<DayRange> days_that_may_be_seen(Reading& open, const Actor& actor, const ActivityFilter& filter) {
    const Policy& policy = open.pipeline.policy();
    if (auto no = engine::may_not_see_software_activity(actor, policy)) { return *std::move(no); }
    const DayRange days = days_of(filter, policy, date_of(open.now));
    if (auto no = why_no_range(days)) { return *std::move(no); }
    return days;
}

void count(const ActivityEntry& entry, std::map<std::string, SoftwareUser>& users) {
    SoftwareUser& user = users[entry.user];
    user.user = entry.user;
    ++user.activities;
    user.last_at = entry.at;  // entries come oldest first
}

}  // namespace

Result<Page<ActivityEntry>> Engine::software_activity(const Actor& actor, const ActivityFilter& filter,
                                                      const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<ActivityEntry>> {
        auto days = days_that_may_be_seen(open, actor, filter);
        if (!days) { return std::move(days).error(); }
        return entries(open, actor, filter, *days, page);
    });
}

Result<std::vector<SoftwareUser>> Engine::software_users(const Actor& actor, const ActivityFilter& filter) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<SoftwareUser>> {
        auto days = days_that_may_be_seen(open, actor, filter);
        if (!days) { return std::move(days).error(); }
        std::map<std::string, SoftwareUser> users;
        PageRequest next{.size = static_cast<std::size_t>(open.pipeline.policy().page_size_max)};
        do {
            auto page = entries(open, actor, filter, *days, next);
            if (!page) { return std::move(page).error(); }
            for (const ActivityEntry& entry : page->items) {
                if (!entry.is_refused) { count(entry, users); }
            }
            next.after = page->next;
        } while (!next.after.empty());
        std::vector<SoftwareUser> answer;
        for (auto& [name, user] : users) { answer.push_back(std::move(user)); }
        return answer;
    });
}

Result<Page<ActivityEntry>> Engine::activity_log(const Actor& actor, const ActivityFilter& filter,
                                                 const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<ActivityEntry>> {
        if (auto no = engine::may_not_see_activity_log(actor)) { return *std::move(no); }
        const Policy& policy = open.pipeline.policy();
        const DayRange days = days_of(filter, policy, date_of(open.now));
        if (auto no = why_not_logged_any_more(days, policy, date_of(open.now))) { return *std::move(no); }
        return entries(open, actor, filter, days, page);
    });
}

}  // namespace csp
