// What a day may be.
#pragma once

#include "csp/time.hpp"

namespace csp {

/// CONV-1: it lies in 1970-9999.
constexpr bool is_a_day(Date day) { return first_date <= day && day <= last_date; }

}  // namespace csp
