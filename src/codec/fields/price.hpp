// The stored names of a price. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include <boost/describe.hpp>

#include "csp/price.hpp"

namespace csp {

BOOST_DESCRIBE_STRUCT(Price, (), (market, unit_price, valid_from, valid_until))

}  // namespace csp
