// JSON in and out of every state, event and command.
//
//   state    {"partner":"1c41...","quantity":25,...,"phase":"suspended",...,"last_day":"2018-08-28"}
//   event    {"event":"quantity_changed","before":10,"quantity":25,"changed_on":"2018-05-30"}
//   command  {"command":"change_quantity","quantity":25}
//
// The fields of the phase stand beside those of the record, so that a report can ask for them by name. Days are
// "2018-05-30", moments "2018-05-30T12:00:00.000001Z" or "never", money {"amount":"12.50","currency":"USD"}; ids,
// countries, currencies and money that are none are null. Enumerations are written by name.
//
// What is stored can be read for ever, because fields are only added: reading ignores fields it does not know and
// takes the default for those that are missing (a state or event without its phase or event name is refused).
// An enumerator without a name is written as its number, "17", and read as that number. A name that is not known
// was written by a newer csp: Code::unsupported, for that record alone. Everything else that is not as csp writes
// it is Code::storage. Text that is not UTF-8 is written with U+FFFD in its place, so that it can be read again.
//
// Nothing throws but std::bad_alloc. Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "csp/id.hpp"
#include "csp/result.hpp"

namespace csp::codec {

// S is any noun; src/codec/<noun>.cpp makes them. Writing appends.
template <class S>
void write_state(const S& state, std::string& out);
template <class S>
Result<S> read_state(std::string_view json);

template <class S>
void write_event(const typename S::Event& event, std::string& out);
template <class S>
Result<typename S::Event> read_event(std::string_view json);

/// Commands are never read back.
template <class S>
void write_command(const typename S::Command& command, std::string& out);

/// The same for the same command to the same record about the same version, in every process and release that
/// writes the same JSON for it. It detects a request id that was used twice by accident; it is no defence
/// against somebody who looks for two commands with one fingerprint.
template <class S>
std::uint64_t fingerprint_of(const Id<S>& target, const typename S::Command& command, std::uint64_t expected_version);

}  // namespace csp::codec
