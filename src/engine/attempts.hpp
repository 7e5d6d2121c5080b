// Attempts at keys, links and downloads of which no record tells: refused ones, and those that were answered again.
#pragma once

#include <vector>

#include "csp/engine.hpp"
#include "engine/outside.hpp"
#include "engine/work.hpp"

namespace csp::engine {

/// Logs it when it was for a key, a link or a download (LOG-02); of other commands the feed alone tells. `refusal` is
/// null where it was shown once more.
Result<Done> log_attempt(Transaction& transaction, const Policy& policy, const Outside& outside, const Request& request,
                         const Command& command, const Error* refusal, Instant at, std::vector<Pending>& told);

}  // namespace csp::engine
