// What the engine was given from outside besides store and clock: dice, keys and addresses, and how to seal them.
#pragma once

#include "csp/fulfilment.hpp"
#include "csp/ids.hpp"
#include "csp/sealer.hpp"

namespace csp::engine {

struct Outside {
    IdSource& ids;
    Fulfilment* fulfilment{nullptr};
    Sealer* sealer{nullptr};
    bool delivers{true};  ///< false: a preview, for which nothing is fetched
};

}  // namespace csp::engine
