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
    explicit HeldState(S known) : state(std::move(known)) {}
    void write(std::string& out) const override { codec::write_state(state, out); }
};

template <class S>
struct HeldEvent final : Written {
    codec::Cause cause{};
    typename S::Event event{};
    HeldEvent(codec::Cause why, typename S::Event what) : cause(std::move(why)), event(std::move(what)) {}
    void write(std::string& out) const override { codec::write_stored_event<S>(cause, event, out); }
};

struct HeldRefusal final : Written {
    codec::Cause cause{};
    Error error{};
    HeldRefusal(codec::Cause why, Error what) : cause(std::move(why)), error(std::move(what)) {}
    void write(std::string& out) const override { codec::write_stored_refusal(cause, error, out); }
};

/// The state in a body: shared with the store when it keeps decoded ones, read from bytes otherwise.
template <class S>
Result<std::shared_ptr<const HeldState<S>>> state_in(const Body& body) {
    if (body.decoded) { return std::static_pointer_cast<const HeldState<S>>(body.decoded); }
    auto read = codec::read_state<S>(body.bytes);
    if (!read) { return std::move(read).error(); }
    return std::shared_ptr<const HeldState<S>>(std::make_shared<HeldState<S>>(std::move(read).value()));
}

}  // namespace csp::engine
