#include "codec/upgrade.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace csp::codec {

Result<Done> upgrade(boost::json::object& entry, std::string_view record, std::span<const Upgrade> steps,
                     std::int64_t today) {
    const auto* const shape = entry.if_contains("v");
    const auto* const number = shape == nullptr ? nullptr : shape->if_int64();
    if (number == nullptr || *number < 1) {
        return Error{.code = Code::storage,
                     .reason = "damaged_record",
                     .sentence = "storage: field v of a stored " + std::string(record) + " is not a number from 1 on",
                     .field = "v"};
    }
    const std::int64_t written_in = *number;
    if (written_in > today) {
        return Error{.code = Code::unsupported,
                     .reason = "made_by_a_newer_csp",
                     .sentence = "made by a newer csp: a stored " + std::string(record) + " has the shape " +
                                 std::to_string(written_in) + "; this csp reads up to " + std::to_string(today),
                     .field = "v"};
    }
    for (const Upgrade& step : steps) {
        if (step.from >= written_in) { step.apply(entry); }
    }
    return done;
}

Result<Done> upgrade(boost::json::object& entry, std::string_view record) {
    return upgrade(entry, record, {}, entry_shape);  // nothing has changed its shape yet
}

}  // namespace csp::codec
