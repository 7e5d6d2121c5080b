// The stored names of an activity. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include <boost/describe.hpp>

#include "csp/activity.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(Action, key_accessed, link_issued, downloaded)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ActivityEntry, (),
                      (at, action, partner, user, customer, order, entitlement, product, product_name, link, is_refused,
                       rule, reason))
BOOST_DESCRIBE_STRUCT(Activity::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Activity::Recorded, (), ())
BOOST_DESCRIBE_STRUCT(Activity, (), (entry, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(RecordActivity, (), (entry))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ActivityRecorded, (), (entry))

}  // namespace csp
