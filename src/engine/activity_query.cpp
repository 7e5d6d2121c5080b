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

/// Both days are in it (LOG-03).
Stretch stretch_of(const Actor& actor, const ActivityFilter& filter) {
    Stretch stretch{.index = codec::Index::activities_of_partner, .prefix = codec::prefix_of(actor.partner)};
    if (!filter.customer.is_nil()) {
        stretch.index = codec::Index::activities_of_customer;
        stretch.prefix += codec::prefix_of(filter.customer);
    }
    stretch.first = stretch.prefix + codec::moment(start_of(filter.days.from));
    stretch.end = stretch.prefix + codec::moment(Instant{last_moment_of(filter.days.to).us + 1});
    return stretch;
}

Result<std::optional<ActivityEntry>> entry_of(const Entry<Activity>& entry) {
    return std::optional<ActivityEntry>(entry.state().entry);
}

/// Another partner's customer has no entries under this partner, so that nothing has to be refused.
Result<Page<ActivityEntry>> entries(Reading& open, const Actor& actor, const ActivityFilter& filter,
                                    const PageRequest& page) {
    return engine::page_of<Activity, ActivityEntry>(open, stretch_of(actor, filter), page, entry_of);
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
        if (auto no = engine::may_not_see_software_activity(actor, open.pipeline.policy())) { return *std::move(no); }
        if (auto no = why_no_range(filter.days)) { return *std::move(no); }
        return entries(open, actor, filter, page);
    });
}

Result<std::vector<SoftwareUser>> Engine::software_users(const Actor& actor, const ActivityFilter& filter) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<SoftwareUser>> {
        if (auto no = engine::may_not_see_software_activity(actor, open.pipeline.policy())) { return *std::move(no); }
        if (auto no = why_no_range(filter.days)) { return *std::move(no); }
        std::map<std::string, SoftwareUser> users;
        PageRequest next{.size = static_cast<std::size_t>(open.pipeline.policy().page_size_max)};
        do {
            auto page = entries(open, actor, filter, next);
            if (!page) { return std::move(page).error(); }
            for (const ActivityEntry& entry : page->items) { count(entry, users); }
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
        if (auto no = why_not_logged_any_more(filter.days, policy, date_of(open.now))) { return *std::move(no); }
        return entries(open, actor, filter, page);
    });
}

}  // namespace csp
