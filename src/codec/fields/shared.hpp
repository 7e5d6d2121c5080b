// The stored names of what several nouns share. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include <boost/describe.hpp>

#include "csp/market.hpp"
#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

BOOST_DESCRIBE_STRUCT(Term, (), (start, end))
BOOST_DESCRIBE_ENUM(Cloud, global, us_government, germany, china_21vianet)
BOOST_DESCRIBE_ENUM(Cycle, monthly, annual, none, one_time)

BOOST_DESCRIBE_ENUM(Code, invalid, not_found, forbidden, refused, conflict, storage, busy, unsupported, internal)
BOOST_DESCRIBE_STRUCT(Error, (), (code, rule, reason, sentence, field, phase, allowed, microsoft, existing, also))

}  // namespace csp
