#include "engine/attempts.hpp"

#include "domain/entries.hpp"
#include "engine/authority.hpp"
#include "engine/happenings.hpp"
#include "engine/pipeline.hpp"

namespace csp::engine {
namespace {

std::optional<Action> action_of(const Entitlement::Command& command) {
    if (std::holds_alternative<GetKeys>(command)) { return Action::key_accessed; }
    if (std::holds_alternative<GetLink>(command)) { return Action::link_issued; }
    return std::nullopt;
}
std::optional<Action> action_of(const DownloadLink::Command& command) {
    return std::holds_alternative<Download>(command) ? std::optional(Action::downloaded) : std::nullopt;
}
template <class Command>
std::optional<Action> action_of(const Command&) {
    return std::nullopt;
}

/// A link that was refused is none (LOG-02).
DownloadLinkId link_shown(const Entitlement& state, const Entitlement::Command& command, const Error* refusal) {
    const auto* get = std::get_if<GetLink>(&command);
    return get != nullptr && refusal == nullptr ? link_for(state, get->artifact) : DownloadLinkId{};
}

void name_record(ActivityEntry& entry, const Ask<Entitlement>& ask, const Entitlement& state, const Error* refusal) {
    entry = entry_about(entry.action, ask.id, state.grant, link_shown(state, ask.command, refusal));
}
void name_record(ActivityEntry& entry, const Ask<DownloadLink>& ask, const DownloadLink& state, const Error*) {
    entry = entry_about(entry.action, ask.id, state.target);
}
template <class S>
void name_record(ActivityEntry&, const Ask<S>&, const S&, const Error*) {}

/// Somebody else's record does not exist for them: then their own log says no more than that they tried.
template <class S>
Result<ActivityEntry> attempt_at(Work& work, const Request& request, const Ask<S>& ask, Action action,
                                 const Error* refusal) {
    ActivityEntry entry{.action = action, .partner = partner_of(request.by)};
    auto loaded = work.load(ask.id);
    if (!loaded) { return std::move(loaded).error(); }
    if ((*loaded)->exists() && is_own(request.by, owner_of(ask.id, (*loaded)->state()))) {
        name_record(entry, ask, (*loaded)->state(), refusal);
    }
    if (refusal == nullptr) { return entry; }
    entry.is_refused = true;
    entry.rule = refusal->rule;
    entry.reason = refusal->reason;
    return entry;
}

}  // namespace

Result<Done> log_attempt(Transaction& transaction, const Policy& policy, const Outside& outside, const Request& request,
                         const Command& command, const Error* refusal, Instant at, std::vector<Pending>& told) {
    return std::visit(
        [&]<class S>(const Ask<S>& ask) -> Result<Done> {
            const std::optional<Action> action = action_of(ask.command);
            if (!action) { return done; }
            Work work(transaction);
            Pipeline pipeline(work, policy, outside);
            auto entry = attempt_at(work, request, ask, *action, refusal);
            if (!entry) { return std::move(entry).error(); }
            if (entry->partner.is_nil()) { return done; }  // the host, at something that is nobody's: no log to be in
            const codec::CauseView cause{.actor = request.by.user,
                                         .partner = partner_of(request.by),
                                         .command = name_of_command<S>(ask.command)};
            if (auto logged = pipeline.log(*std::move(entry), at, cause); !logged) { return logged; }
            if (auto flushed = work.flush(RequestId{}); !flushed) { return flushed; }
            told.insert(told.end(), work.happened.begin(), work.happened.end());
            return done;
        },
        command);
}

}  // namespace csp::engine
