// How an event is stored: the event, the number of its shape, and who asked for it.
//
//   {"v":1,"asked":{"actor":"ann@contoso.com","partner":"...","command":"change_quantity","fingerprint":884422,
//    "events":1},"event":"quantity_changed","before":10,...}
//   {"v":1,"asked":{...},"event":"command_refused","error":{"code":"refused","rule":"SUS-08",...}}
//
// Where another partner's user asked, a delegated reseller's, "asker" stands beside "asked" with that partner's id.
// "asked" may be missing. An entry whose "v" is greater than ours is Code::unsupported, one whose "v" is smaller
// is brought to today's shape by src/codec/upgrade.cpp. Everything else as in codec.hpp. Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "csp/id.hpp"
#include "csp/result.hpp"

namespace csp::codec {

/// As a Cause, for writing: its texts are somebody else's, who outlives it.
struct CauseView {
    std::string_view actor{};
    PartnerId partner{};
    std::string_view command{};
    std::uint64_t fingerprint{0};
    std::uint64_t events{0};
    PartnerId asker{};  ///< whose user asked; nil: `partner`
};

/// Who asked for what. Of what fell due: no actor, no partner, and the command that time asked.
struct Cause {
    std::string actor{};
    PartnerId partner{};
    std::string command{};         ///< wire name
    std::uint64_t fingerprint{0};  ///< of the whole request; 0: it had no request id
    std::uint64_t events{0};       ///< how many events the request made
    PartnerId asker{};             ///< whose user asked, where it was not `partner`, whose record it is; nil: it was
    friend bool operator==(const Cause&, const Cause&) = default;

    operator CauseView() const { return CauseView{actor, partner, command, fingerprint, events, asker}; }
};

/// An entry of the feed as it was stored: an event of S, or the Error of a command that was refused.
template <class S>
struct StoredEntry {
    Cause cause{};
    std::variant<typename S::Event, Error> what{};
};

template <class S>
void write_stored_event(const CauseView& cause, const typename S::Event& event, std::string& out);
void write_stored_refusal(const CauseView& cause, const Error& error, std::string& out);

template <class S>
Result<StoredEntry<S>> read_stored(std::string_view json);

}  // namespace csp::codec
