// The tables a report may read: one for each noun, one column for each stored field.
#pragma once

#include <string>
#include <vector>

#include "csp/id.hpp"

namespace csp::codec {

struct ViewText {
    std::string name{};  ///< "subscriptions"
    Kind kind{};
    std::vector<std::string> fields{};  ///< top-level names in the JSON of a state, those of every phase included
};

std::vector<ViewText> report_views();

}  // namespace csp::codec
