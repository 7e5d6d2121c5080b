// The errors that every store of csp answers with, in one wording.
#pragma once

#include <string_view>

#include "csp/storage.hpp"

namespace csp::storage {

Error not_found();
/// Somebody else changed the record, or the caller never knew it.
Error stale_version();
/// The entry belongs to another record, whose id is in Error::existing.
Error key_taken(const AnyId& holder);
Error request_known();
Error event_known();
/// "storage: <what>".
Error failed(std::string_view what);
/// The caller broke the contract of the port: a mistake in csp or in the host, never an answer to a user.
Error misused(std::string_view what);

inline constexpr const char* not_writing = "a transaction for reading or one that has ended writes nothing";
/// What is wrong with the shape of a save or of an event, whatever is stored; nullptr when nothing is.
const char* misuse_of(const Save& save);
const char* misuse_of(const StoredEvent& event);

}  // namespace csp::storage
