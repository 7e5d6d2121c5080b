// The one way through the house: every command of every noun takes these steps, in this order.
//
//   load -> whose is it -> may this role ask it -> which version -> what time is it for the record
//   -> settle what fell due -> arm with ids and secrets -> facts -> decide -> evolve -> react
//
// Pure of storage: everything happens in a Work, which somebody else flushes or forgets.
#pragma once

#include <string_view>

#include "codec/keys.hpp"
#include "csp/engine.hpp"
#include "csp/reaction.hpp"
#include "engine/authority.hpp"
#include "engine/outside.hpp"
#include "engine/work.hpp"

namespace csp::engine {

/// The reason of the refusal that a clock which is put right again takes back.
inline constexpr std::string_view clock_went_back = "clock_went_back";

class Pipeline {
public:
    Pipeline(Work& work, const Policy& policy, const Outside& outside)
        : work_(work), policy_(policy), outside_(outside) {}

    /// Does in the work what is asked. After an error the work must be forgotten.
    Result<Receipt> ask(const Request& request, const Command& command, Instant clock_now);

    /// Applies what fell due up to and including that moment, each thing at its own time.
    template <class S>
    Result<Done> settle(Entry<S>& entry, Instant upto);
    /// The same for a record known by kind and id.
    Result<Done> settle(Kind kind, const AnyId& id, Instant upto);

    /// The record as it stands at that moment, if it is this actor's own.
    template <class S>
    Result<Entry<S>*> standing(const Actor& actor, const Id<S>& id, Instant now);

    /// The same, if this actor may see it: a reseller sees what is delegated to it (RES-15, RES-21).
    template <class S>
    struct Seen {
        Entry<S>* entry{nullptr};
        Relation relation{Relation::stranger};
    };
    template <class S>
    Result<Seen<S>> seen(const Actor& actor, const Id<S>& id, Instant now);

    /// For a query: a record newer than the clock is shown as it is.
    template <class S>
    Result<Done> settle_for_reading(Entry<S>& entry, Instant now) {
        if constexpr (std::is_same_v<S, Ledger>) { return done; }  // see follow_what_takes
        return settle(entry, entry.saved_at < now ? now : entry.saved_at);
    }

    /// What time it is for a record that was changed then; refused when the clock went back too far.
    Result<Instant> time_for(Instant saved_at, Instant clock_now) const;

    /// How many deadlines were met.
    [[nodiscard]] std::size_t steps() const { return steps_; }

    /// Whether whoever asks may see what this partner owns. Time and reactions see all.
    [[nodiscard]] bool may_see(const PartnerId& owner) const {
        return actor_ == nullptr || engine::is_own(*actor_, owner);
    }

    /// Begins an entry of the activity log.
    Result<Done> log(ActivityEntry entry, Instant at, const codec::CauseView& cause);

    /// The partner of whoever asks; nil for the host and for time.
    [[nodiscard]] PartnerId asker() const { return actor_ == nullptr ? PartnerId{} : partner_of(*actor_); }

    /// Who asks the command that is being decided.
    [[nodiscard]] const Actor& actor() const { return *actor_; }

    Work& work() { return work_; }
    const Policy& policy() const { return policy_; }
    const Outside& outside() const { return outside_; }

private:
    /// The same for a record that is changed. Another server's clock may have brought a subscription's billing to the
    /// next day already: then it is that day for both, and what one counts the other does too.
    template <class S>
    Result<Instant> time_to_change(const Entry<S>& entry, Instant clock_now);
    /// How the actor's partner stands to it. What is a customer's is delegated with the customer.
    template <class S>
    Result<Relation> relation_to(const Actor& actor, const Id<S>& id, const S& state);
    template <class S>
    Result<Receipt> ask_one(const Request& request, const Ask<S>& ask, Instant clock_now, Relation& relation);
    template <class S>
    Result<Done> settle_alone(Entry<S>& entry, Instant upto);
    template <class S>
    Result<Done> apply(Entry<S>& entry, const typename S::Command& command, Instant at, const codec::CauseView& cause);
    Result<Done> follow(const Reaction& reaction, Instant at, const codec::CauseView& cause);
    Result<Done> follow_each(codec::Index index, const std::string& prefix, const Subscription::Command& command,
                             Instant at, const codec::CauseView& cause);
    template <class S>
    Result<Done> settle_by_id(const AnyId& id, Instant upto);
    template <class S>
    Result<Done> follow_what_takes(const ForWhatTakes<S>& reaction, Instant at, const codec::CauseView& cause);
    template <class S>
    Result<Done> follow_one(const Id<S>& id, const typename S::Command& command, Instant at,
                            const codec::CauseView& cause);

    Work& work_;
    const Policy& policy_;
    const Outside& outside_;
    std::size_t steps_{0};
    int depth_{0};
    bool is_own_event_ahead_{false};  ///< the asked command is being decided and has not happened yet
    const Actor* actor_{nullptr};     ///< who asks; nobody while time does
};

}  // namespace csp::engine
