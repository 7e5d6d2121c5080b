// The steps of a command, written once for all nouns.
#include "engine/pipeline.hpp"

#include <algorithm>
#include <utility>

#include "codec/keys.hpp"
#include "engine/arm.hpp"
#include "engine/authority.hpp"
#include "engine/deadlines.hpp"
#include "engine/facts.hpp"
#include "engine/happenings.hpp"
#include "engine/look_up.hpp"
#include "engine/nouns.hpp"
#include "engine/personal_link.hpp"
#include "engine/scan.hpp"

namespace csp::engine {
namespace {

/// The longest way is from a new customer over its first order, a subscription, its billing and a charge to the
/// ledger. A test walks all events to show it; this only keeps a mistake from running for ever.
constexpr int deepest_reaction = 6;

Error internal(std::string sentence) { return Error{.code = Code::internal, .sentence = std::move(sentence)}; }

Error stale(std::uint64_t expected, std::uint64_t stored) {
    return Error{.code = Code::conflict,
                 .rule = "GEN-04",
                 .reason = "version_changed",
                 .sentence = "the record is at version " + std::to_string(stored) + ", not " +
                             std::to_string(expected) + "; read it again",
                 .field = "expected_version",
                 .microsoft = 2055};
}

/// B15: whoever writes a billing profile over has to have read the one that stands. The host keeps it for others.
template <class S>
bool has_to_expect_a_version(const Request& request, const Ask<S>& ask) {
    if constexpr (std::is_same_v<S, Customer>) {
        return !request.by.roles.has(Role::host) && std::holds_alternative<UpdateBillingProfile>(ask.command);
    }
    return false;
}

Error version_missing(std::uint64_t stored) {
    return Error{.code = Code::invalid,
                 .rule = "GEN-04",
                 .reason = "version_missing",
                 .sentence = "a billing profile is updated with the version that was read; the record is at version " +
                             std::to_string(stored),
                 .field = "expected_version",
                 .microsoft = 800002};
}

template <class S>
std::optional<Error> wrong_version(const Request& request, const Ask<S>& ask, std::uint64_t stored) {
    if (request.expected_version == stored) { return std::nullopt; }
    if (request.expected_version != 0) { return stale(request.expected_version, stored); }
    return has_to_expect_a_version(request, ask) ? std::optional(version_missing(stored)) : std::nullopt;
}

/// RES-11: whoever holds the link may answer the request.
template <class S>
Relation relation_by_command(const Ask<S>& ask, const S& state, Relation relation) {
    if constexpr (std::is_same_v<S, Partnership>) {
        const std::string* const shown = link_shown_with(ask.command);
        const bool is_holder = shown != nullptr && is_its_link(state, kept_digest_of(*shown));
        if (relation == Relation::stranger && is_holder) { return Relation::counterpart; }
    }
    return relation;
}

}  // namespace

/// Time never runs backwards for a record: a clock that is a little behind is given the record's own time.
Result<Instant> Pipeline::time_for(Instant saved_at, Instant clock_now) const {
    if (saved_at <= clock_now) { return clock_now; }
    if (saved_at.us - clock_now.us <= policy_.clock_tolerance_us) { return saved_at; }
    return Error{.code = Code::refused,
                 .rule = "CONV-7",
                 .reason = std::string(clock_went_back),
                 .sentence = "the clock went back: it says " + text_of(clock_now) + ", and the record was changed at " +
                             text_of(saved_at)};
}

template <class S>
Result<Instant> Pipeline::time_to_change(const Entry<S>& entry, Instant clock_now) {
    auto now = time_for(entry.saved_at, clock_now);
    if constexpr (std::is_same_v<S, Subscription>) {
        if (!now || last_moment_of(date_of(*now)).us - now->us >= policy_.clock_tolerance_us) { return now; }
        auto billing = work_.load(BillingId{entry.id.bytes});
        if (!billing) { return std::move(billing).error(); }
        if ((*billing)->exists()) {
            auto of_both = time_for((*billing)->saved_at, *now);
            if (of_both) { return of_both; }  // one that is too far ahead refuses what touches it, and nothing else
        }
    }
    return now;
}

template <class S>
Result<Done> Pipeline::apply(Entry<S>& entry, const typename S::Command& command, Instant at,
                             const codec::CauseView& cause) {
    const bool is_asked_command = std::exchange(is_own_event_ahead_, false);
    auto facts = gather<S>(*this, entry, command, at);
    if (!facts) { return std::move(facts).error(); }
    auto event = decide(Question<S>{entry.state(), command, facts->facts, policy_, at});
    if (!event) { return std::move(event).error(); }
    if (is_asked_command) { work_.first_of_command = work_.happened.size(); }  // after what its facts had to settle
    S& state = work_.change(entry);
    evolve(state, *event);
    ++entry.version;
    entry.saved_at = at;
    const auto reactions = react(entry.id, state, *event, policy_);
    auto held = held_event<S>(cause, std::move(event).value());
    held->cause.belongs_to(owner_of(entry.id, state));
    HeldCause* const held_cause = &held->cause;
    work_.happened.push_back(Pending{.kind = kind_of<S>,
                                     .id = entry.id.bytes,
                                     .version = entry.version,
                                     .at = at,
                                     .held = std::move(held),
                                     .cause = held_cause});
    for (const Reaction& reaction : reactions) {
        if (auto followed = follow(reaction, at, cause); !followed) { return followed; }
    }
    return done;
}

Result<Done> Pipeline::follow(const Reaction& reaction, Instant at, const codec::CauseView& cause) {
    if (depth_ == deepest_reaction) { return internal("reactions do not end"); }
    ++depth_;
    auto followed = std::visit(
        overloaded{
            [&](const ForAddOnsOf& to) {
                return follow_each(codec::Index::add_ons_of_parent, codec::prefix_of(to.parent), to.command, at, cause);
            },
            [&](const ForSubscriptionsOf& to) {
                return follow_each(codec::Index::subscriptions_of_customer, codec::prefix_of(to.partner, to.customer),
                                   to.command, at, cause);
            },
            [&](const ForTheLog& to) { return log(to.entry, at, cause); },
            [&]<class S>(const ForWhatTakes<S>& to) { return follow_what_takes(to, at, cause); },
            [&]<class S, class C>(const For<S, C>& to) { return follow_one<S>(to.id, to.command, at, cause); },
        },
        reaction);
    --depth_;
    return followed;
}

/// Each subscription whose table takes it. An add-on that was suspended by hand, say, is left as it is.
Result<Done> Pipeline::follow_each(codec::Index index, const std::string& prefix, const Subscription::Command& command,
                                   Instant at, const codec::CauseView& cause) {
    return for_each_record(work_.transaction(), index, prefix, [&](const Record& record) -> Result<Done> {
        auto adopted = work_.adopt<Subscription>(record);
        if (!adopted) { return std::move(adopted).error(); }
        Entry<Subscription>& one = **adopted;
        auto now = time_to_change(one, at);
        if (!now) { return std::move(now).error(); }
        if (auto settled = settle_alone(one, *now); !settled) { return settled; }
        auto facts = gather<Subscription>(*this, one, command, *now);
        if (!facts) { return std::move(facts).error(); }
        if (why_not(Question<Subscription>{one.state(), command, facts->facts, policy_, *now}, false)) { return done; }
        return apply(one, command, *now, cause);
    });
}

template <class S>
Result<Done> Pipeline::follow_one(const Id<S>& id, const typename S::Command& command, Instant at,
                                  const codec::CauseView& cause) {
    auto loaded = work_.load(id);
    if (!loaded) { return std::move(loaded).error(); }
    auto now = time_to_change(**loaded, at);
    if (!now) { return std::move(now).error(); }
    if (auto settled = settle(**loaded, *now); !settled) { return settled; }
    return apply(**loaded, command, *now, cause);
}

/// What all records of a partner share has seen later times than the one whose charge, or debt, comes late.
template <class S>
bool comes_late(const ForWhatTakes<S>& reaction) {
    if constexpr (std::is_same_v<S, Ledger>) { return std::holds_alternative<ExpectInvoice>(reaction.command); }
    return std::is_same_v<S, Partner>;
}

/// A period is closed by meet_deadlines alone, which has met by then whatever else fell due before: a command or a
/// query looks at one record, and would close it without the charges of the others.
template <class S>
Result<Done> Pipeline::follow_what_takes(const ForWhatTakes<S>& reaction, Instant at, const codec::CauseView& cause) {
    auto loaded = work_.load(reaction.id);
    if (!loaded) { return std::move(loaded).error(); }
    Entry<S>& entry = **loaded;
    if (!entry.exists() && !begins_a_record<S>(reaction.command)) { return done; }  // most is not billed by csp
    auto now = comes_late(reaction) ? Result<Instant>(std::max(entry.saved_at, at)) : time_for(entry.saved_at, at);
    if (!now) { return std::move(now).error(); }
    if constexpr (!std::is_same_v<S, Ledger>) {
        if (auto settled = settle(entry, *now); !settled) { return settled; }
    }
    auto facts = gather<S>(*this, entry, reaction.command, *now);
    if (!facts) { return std::move(facts).error(); }
    if (why_not(Question<S>{entry.state(), reaction.command, facts->facts, policy_, *now}, false)) { return done; }
    return apply(entry, reaction.command, *now, cause);
}

Result<Done> Pipeline::log(ActivityEntry entry, Instant at, const codec::CauseView& cause) {
    entry.at = at;
    // Whoever came by a link that was handed on is not known to csp: the host asked for them (LOG-02).
    const bool is_through_a_link = entry.action == Action::downloaded && cause.partner.is_nil();
    if (!is_through_a_link) { entry.user = cause.actor; }
    return follow_one<Activity>(ActivityId{outside_.ids.next()}, RecordActivity{std::move(entry)}, at, cause);
}

/// What fell due for this record alone: its family is the caller's concern.
template <class S>
Result<Done> Pipeline::settle_alone(Entry<S>& entry, Instant upto) {
    if constexpr (HasDeadlines<S>) {
        if (!entry.own && entry.due > upto) { return done; }
        for (auto deadline = next_deadline(entry.state()); deadline && deadline->at <= upto;
             deadline = next_deadline(entry.state())) {
            const codec::CauseView cause{.command = name_of_command<S>(deadline->command)};
            const Instant at = std::max(entry.saved_at, deadline->at);  // a ledger is not settled before it is changed
            auto applied = apply(entry, deadline->command, at, cause);
            if (!applied && is_no_refusal(applied.error())) { return applied; }
            if (const auto instead = asked_instead_of<S>(deadline->command); !applied && instead) {
                const codec::CauseView then{.command = name_of_command<S>(*instead)};
                applied = apply(entry, *instead, at, then);
            }
            if (!applied) { return applied; }
            ++steps_;
        }
    }
    return done;
}

template <class S>
Result<Done> Pipeline::settle(Entry<S>& entry, Instant upto) {
    if constexpr (std::is_same_v<S, Subscription>) {
        // The parent first: what time does to it, it does to its add-ons.
        if (const SubscriptionId parent = entry.state().parent; !parent.is_nil()) {
            auto loaded = work_.load(parent);
            if (!loaded) { return std::move(loaded).error(); }
            if (auto settled = settle_alone(**loaded, upto); !settled) { return settled; }
        }
    }
    if constexpr (std::is_same_v<S, Billing>) {
        // The subscription first: its billing ends with it, and renews with it.
        if (entry.exists()) {
            auto loaded = work_.load(SubscriptionId{entry.id.bytes});
            if (!loaded) { return std::move(loaded).error(); }
            if (auto settled = settle(**loaded, upto); !settled) { return settled; }
        }
    }
    if constexpr (std::is_same_v<S, DownloadLink>) {
        // The right first: a link ends with it.
        if (const EntitlementId right = entry.state().target.entitlement; !right.is_nil()) {
            auto loaded = work_.load(right);
            if (!loaded) { return std::move(loaded).error(); }
            if (auto settled = settle_alone(**loaded, upto); !settled) { return settled; }
        }
    }
    return settle_alone(entry, upto);
}

template <class S>
Result<Done> Pipeline::settle_by_id(const AnyId& id, Instant upto) {
    auto loaded = work_.load(Id<S>{id});
    if (!loaded) { return std::move(loaded).error(); }
    return settle(**loaded, upto);
}

Result<Done> Pipeline::settle(Kind kind, const AnyId& id, Instant upto) {
    Result<Done> settled = internal("a " + std::string(name_of(kind)) + " never falls due");
    Nouns::for_each([&]<class S>() {
        if constexpr (HasDeadlines<S>) {
            if (kind == kind_of<S>) { settled = settle_by_id<S>(id, upto); }
        }
    });
    return settled;
}

template <class S>
Result<Relation> Pipeline::relation_to(const Actor& actor, const Id<S>& id, const S& state) {
    if (is_own(actor, owner_of(id, state))) { return Relation::self; }
    if constexpr (std::is_same_v<S, Subscription>) {
        auto customer = look_up(*this, state.customer);
        if (!customer) { return std::move(customer).error(); }
        return *customer != nullptr ? relation_to_others(actor, **customer) : Relation::stranger;
    }
    return relation_to_others(actor, state);
}

template <class S>
Result<Pipeline::Seen<S>> Pipeline::seen(const Actor& actor, const Id<S>& id, Instant now) {
    auto loaded = work_.load(id);
    if (!loaded) { return std::move(loaded).error(); }
    Entry<S>& entry = **loaded;
    if (!entry.exists()) { return no_such(kind_of<S>, id.bytes); }
    auto relation = relation_to(actor, id, entry.state());
    if (!relation) { return std::move(relation).error(); }
    if (!sees_it(*relation)) { return no_such(kind_of<S>, id.bytes); }
    if constexpr (tells_of_bills(kind_of<S>)) {
        if (auto no = may_not_see_bills(actor)) { return *std::move(no); }
    }
    if (auto settled = settle_for_reading(entry, now); !settled) { return std::move(settled).error(); }
    actor_ = &actor;
    return Seen<S>{&entry, *relation};
}

template <class S>
Result<Entry<S>*> Pipeline::standing(const Actor& actor, const Id<S>& id, Instant now) {
    auto found = seen(actor, id, now);
    if (!found) { return std::move(found).error(); }
    if (found->relation != Relation::self) { return no_such(kind_of<S>, id.bytes); }
    return found->entry;
}

template <class S>
Result<Receipt> Pipeline::ask_one(const Request& request, const Ask<S>& ask, Instant clock_now, Relation& relation) {
    const Id<S> id = ask.id.is_nil() ? Id<S>{outside_.ids.next()} : ask.id;
    auto loaded = work_.load(id);
    if (!loaded) { return std::move(loaded).error(); }
    Entry<S>& entry = **loaded;
    if (!entry.exists() && !may_begin(request.by, ask)) { return no_such(ask); }
    if (entry.exists()) {
        auto known = relation_to(request.by, id, entry.state());
        if (!known) { return std::move(known).error(); }
        relation = relation_by_command(ask, entry.state(), *known);
        if (!sees_it(relation)) { return no_such(ask); }
    }
    if (auto no = not_permitted(request.by, ask, relation)) { return *std::move(no); }
    if (auto no = wrong_version(request, ask, entry.stored_version)) { return *std::move(no); }
    auto now = time_to_change(entry, clock_now);
    if (!now) { return std::move(now).error(); }
    if (auto settled = settle(entry, *now); !settled) { return std::move(settled).error(); }

    actor_ = &request.by;
    const codec::CauseView cause{
        .actor = request.by.user, .partner = asker(), .command = name_of_command<S>(ask.command)};
    std::optional<typename S::Command> with_ids_and_secrets;
    if (needs_arming<S>(ask.command)) {
        auto armed_command = armed(*this, entry, ask.command, *now);
        if (!armed_command) { return std::move(armed_command).error(); }
        with_ids_and_secrets = std::move(armed_command).value();
    }
    is_own_event_ahead_ = true;
    auto applied = apply(entry, with_ids_and_secrets ? *with_ids_and_secrets : ask.command, *now, cause);
    if (!applied) { return std::move(applied).error(); }
    const Pending& first = work_.happened[work_.first_of_command];
    const auto made =
        std::count_if(work_.happened.begin() + static_cast<std::ptrdiff_t>(work_.first_of_command),
                      work_.happened.end(), [&](const Pending& one) { return one.cause->command == cause.command; });
    return Receipt{.kind = first.kind,
                   .id = first.id,
                   .version = first.version,
                   .at = *now,
                   .events = static_cast<std::uint64_t>(made)};
}

Result<Receipt> Pipeline::ask(const Request& request, const Command& command, Instant clock_now) {
    return std::visit(
        [&]<class S>(const Ask<S>& one) -> Result<Receipt> {
            Relation relation = Relation::self;  // a new record is whose it becomes
            auto receipt = ask_one(request, one, clock_now, relation);
            if (receipt) { return receipt; }
            Error error = std::move(receipt).error();
            keep_what_may_be_asked<S>(error, request.by, relation);
            return error;
        },
        command);
}

#define CSP_ENTRY_POINTS(S)                                                                 \
    template Result<Entry<S>*> Pipeline::standing(const Actor&, const Id<S>&, Instant);     \
    template Result<Pipeline::Seen<S>> Pipeline::seen(const Actor&, const Id<S>&, Instant); \
    template Result<Done> Pipeline::settle(Entry<S>&, Instant);
CSP_FOR_EACH_NOUN(CSP_ENTRY_POINTS)
#undef CSP_ENTRY_POINTS

}  // namespace csp::engine
