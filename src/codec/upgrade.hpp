// Old stored events become today's, here and nowhere else.
#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <span>
#include <string_view>

#include "csp/result.hpp"

namespace csp::codec {

/// The number of the shape that is written today: "v" of an entry. It grows with every entry of `upgrades`.
inline constexpr std::int64_t entry_shape = 1;

/// Brings the entries that were written in shape `from` to shape `from` + 1. A field that was only added needs none.
struct Upgrade {
    std::int64_t from{0};
    void (*apply)(boost::json::object& entry){};
};

/// Code::unsupported when the entry is newer than `today`.
Result<Done> upgrade(boost::json::object& entry, std::string_view record, std::span<const Upgrade> steps,
                     std::int64_t today);
/// With the steps of this csp.
Result<Done> upgrade(boost::json::object& entry, std::string_view record);

}  // namespace csp::codec
