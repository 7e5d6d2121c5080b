// What the engine hands to a store: decoded states and events that can write themselves down.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "codec/codec.hpp"
#include "codec/envelope.hpp"
#include "csp/nouns.hpp"
#include "csp/storage.hpp"

namespace csp::engine {

template <class S>
inline constexpr Kind kind_of = S::kind_of_record;

template <class S>
struct HeldState final : Written {
    S state{};
    HeldState() = default;
    explicit HeldState(const S& known) : state(known) {}
    explicit HeldState(S&& known) : state(std::move(known)) {}
    void write(std::string& out) const override { codec::write_state(state, out); }
};

/// Why an event happened, held with it. The command is one of csp's own names, which live as long as the program.
struct HeldCause {
    std::string actor{};
    PartnerId partner{};
    std::string_view command{};
    std::uint64_t fingerprint{0};
    std::uint64_t events{0};
    PartnerId asker{};  ///< as Cause has it

    explicit HeldCause(const codec::CauseView& why)
        : actor(why.actor),
          partner(why.partner),
          command(why.command),
          fingerprint(why.fingerprint),
          events(why.events),
          asker(why.asker) {}
    /// It is that partner's record; whose user asked stays known where it was another's.
    void belongs_to(const PartnerId& owner) {
        if (!partner.is_nil() && partner != owner) { asker = partner; }
        partner = owner;
    }
    [[nodiscard]] codec::CauseView view() const { return {actor, partner, command, fingerprint, events, asker}; }
    [[nodiscard]] codec::Cause copy() const {
        return {actor, partner, std::string(command), fingerprint, events, asker};
    }
};

template <class S>
struct HeldEvent : Written {
    HeldCause cause;
    explicit HeldEvent(const codec::CauseView& why) : cause(why) {}
    [[nodiscard]] virtual typename S::Event event() const = 0;
    void write(std::string& out) const final { codec::write_stored_event<S>(cause.view(), event(), out); }
};

/// What happened alone: in a variant each event would take the room of the largest, and a memory store keeps them all.
template <class S, class What>
struct HeldAs final : HeldEvent<S> {
    What what;
    HeldAs(const codec::CauseView& why, What&& happened) : HeldEvent<S>(why), what(std::move(happened)) {}
    [[nodiscard]] typename S::Event event() const override { return what; }
};

template <class S>
std::shared_ptr<HeldEvent<S>> held_event(const codec::CauseView& why, typename S::Event&& event) {
    return std::visit(
        [&]<class What>(What&& what) -> std::shared_ptr<HeldEvent<S>> {
            return std::make_shared<HeldAs<S, What>>(why, std::move(what));
        },
        std::move(event));
}

struct HeldRefusal final : Written {
    HeldCause cause;
    Error error;
    HeldRefusal(const codec::CauseView& why, const Error& what) : cause(why), error(what) {}
    void write(std::string& out) const override { codec::write_stored_refusal(cause.view(), error, out); }
};

/// The state in a body: shared with the store when it keeps decoded ones, read from bytes otherwise.
template <class S>
Result<std::shared_ptr<const HeldState<S>>> state_in(const Body& body) {
    if (body.decoded) { return std::static_pointer_cast<const HeldState<S>>(body.decoded); }
    auto read = codec::read_state<S>(body.bytes);
    if (!read) { return std::move(read).error(); }
    S state = std::move(read).value();
    return std::shared_ptr<const HeldState<S>>(std::make_shared<HeldState<S>>(std::move(state)));
}

}  // namespace csp::engine
