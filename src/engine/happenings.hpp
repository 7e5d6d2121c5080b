// Between the feed as it is stored and the feed as it is read.
#pragma once

#include <string_view>
#include <vector>

#include "csp/engine.hpp"
#include "engine/deadlines.hpp"
#include "engine/outside.hpp"
#include "engine/work.hpp"

namespace csp::engine {

/// The wire name of a command.
template <class S>
std::string_view name_of_command(const typename S::Command& command) {
    return machine::Names<typename S::Command>::list[command.index()];
}

/// An entry of the feed with what caused it.
struct Decoded {
    codec::Cause cause{};
    decltype(Happening::event) event{};
};
Result<Decoded> decoded(const StoredEvent& stored);
Result<Happening> happening_of(const StoredEvent& stored);
Happening happening_of(const Pending& pending);

/// Detects the same request id on another command: command, record and expected version go into it.
std::uint64_t fingerprint_of(const Request& request, const Command& command);

std::vector<View> report_views();

Result<DueReport> meet_deadlines(Transaction& transaction, const Policy& policy, const Outside& outside, Instant now,
                                 std::size_t limit, std::vector<Pending>& told);

}  // namespace csp::engine
