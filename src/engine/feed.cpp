// The feed: everything that happened and everything that was refused, in the order of the commits.
#include "engine/authority.hpp"
#include "engine/eyes.hpp"
#include "engine/happenings.hpp"
#include "engine/look_up.hpp"
#include "engine/nouns.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"

namespace csp {

using engine::Reading;

namespace {

/// The owner sees all of a history, a reseller what happened since it has access.
template <class S>
Result<Instant> shown_since(Reading& open, const Actor& actor, const engine::Pipeline::Seen<S>& seen) {
    if (seen.relation == Relation::self) { return Instant{first_instant}; }
    if constexpr (std::is_same_v<S, Customer> || std::is_same_v<S, Partnership>) {
        return Instant{engine::access_since(actor, seen.entry->state())};
    }
    if constexpr (std::is_same_v<S, Subscription>) {
        auto customer = engine::look_up(open.pipeline, seen.entry->state().customer);
        if (!customer) { return std::move(customer).error(); }
        if (*customer != nullptr) { return Instant{engine::access_since(actor, **customer)}; }
    }
    return Instant{never};
}

/// Whose it is cannot be read either: only the host hears which record it is about.
Error without_its_record(const StoredEvent& event, Error why_not) {
    why_not.existing.clear();
    why_not.sentence = "storage: the event at position " + std::to_string(event.position) + " cannot be read";
    return why_not;
}

}  // namespace

Result<FeedPage> Engine::events(const Actor& actor, std::uint64_t after, std::size_t limit) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<FeedPage> {
        const Policy& policy = open.pipeline.policy();
        if (auto checked = engine::check_page_size(limit, policy, "limit"); !checked) {
            return std::move(checked).error();
        }
        const bool sees_all = actor.roles.has(Role::host);
        const bool sees_activity = !engine::may_not_see_software_activity(actor, policy);  // LOG-01
        const bool sees_bills = !engine::may_not_see_bills(actor);                         // B14
        // A partner's own events may lie far apart: it is told how far was looked, instead of looking on and on.
        const std::size_t most = sees_all ? limit : static_cast<std::size_t>(policy.page_size_max);
        auto stored = open.transaction.events(after, most);
        if (!stored) { return std::move(stored).error(); }
        const engine::Viewer viewer{.actor = actor};  // the host, or the owner of all that is shown here
        FeedPage page{.scanned_to = after};
        for (const StoredEvent& event : *stored) {
            if (page.items.size() == limit) { return page; }
            auto happening = engine::happening_of(event);
            if (!happening) {
                // What stands before it is answered first: the error is always about the entry behind `after`.
                if (page.scanned_to != after) { return page; }
                Error why_not = std::move(happening).error();
                return sees_all ? std::move(why_not) : without_its_record(event, std::move(why_not));
            }
            page.scanned_to = event.position;
            const bool is_theirs = sees_all || (!actor.partner.is_nil() && happening->partner == actor.partner);
            const bool is_for_others = (!sees_activity && engine::tells_of_software_activity(event.kind)) ||
                                       (!sees_bills && engine::tells_of_bills(*happening));
            if (is_theirs && !is_for_others) {
                page.items.push_back(engine::for_eyes_of(viewer, std::move(happening).value()));
            }
        }
        page.is_at_end = stored->size() < most;
        return page;
    });
}

template <class S>
Result<std::vector<Happening>> Engine::history(const Actor& actor, Id<S> id, std::uint64_t after_version,
                                               std::size_t limit) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Happening>> {
        if (auto checked = engine::check_page_size(limit, open.pipeline.policy(), "limit"); !checked) {
            return std::move(checked).error();
        }
        auto seen = open.pipeline.seen(actor, id, open.now);
        if (!seen) { return std::move(seen).error(); }
        if (engine::tells_of_software_activity(engine::kind_of<S>)) {
            auto no = engine::may_not_see_software_activity(actor, open.pipeline.policy());
            if (no) { return *std::move(no); }
        }
        auto since = shown_since(open, actor, *seen);
        if (!since) { return std::move(since).error(); }
        const auto viewer = engine::viewer_of(open.pipeline, actor, seen->relation);
        if (!viewer) { return Error(viewer.error()); }
        const bool sees_bills = !engine::may_not_see_bills(actor);  // B14
        std::vector<Happening> own;
        for (std::uint64_t after = after_version; own.size() < limit;) {
            auto stored = open.transaction.history(engine::kind_of<S>, id.bytes, after, limit - own.size());
            if (!stored) { return std::move(stored).error(); }
            if (stored->empty()) { break; }
            for (const StoredEvent& event : *stored) {
                after = event.version;
                if (event.at < *since) { continue; }
                auto happening = engine::happening_of(event);
                if (!happening) { return std::move(happening).error(); }
                if (!sees_bills && engine::tells_of_bills(*happening)) { continue; }
                own.push_back(engine::for_eyes_of(*viewer, std::move(happening).value()));
            }
        }
        return own;
    });
}

#define CSP_HISTORY(S) \
    template Result<std::vector<Happening>> Engine::history(const Actor&, Id<S>, std::uint64_t, std::size_t);
CSP_FOR_EACH_NOUN(CSP_HISTORY)
#undef CSP_HISTORY

}  // namespace csp
