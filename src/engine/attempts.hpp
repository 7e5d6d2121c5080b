// Refused attempts at keys, links and downloads: they are in the activity log too.
#pragma once

#include <vector>

#include "csp/engine.hpp"
#include "engine/outside.hpp"
#include "engine/work.hpp"

namespace csp::engine {

/// Logs it when it was for a key, a link or a download (LOG-02); of other commands the feed alone tells.
Result<Done> log_refused_attempt(Transaction& transaction, const Policy& policy, const Outside& outside,
                                 const Request& request, const Command& command, const Error& error, Instant at,
                                 std::vector<Pending>& told);

}  // namespace csp::engine
