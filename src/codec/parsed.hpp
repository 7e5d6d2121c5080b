// A JSON text in memory for as long as one reading takes.
#pragma once

#include <boost/json/error.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <string_view>

#include "csp/result.hpp"

namespace csp::codec {

/// Parses into a buffer on the stack; only what is larger than that allocates.
class Parsed {
public:
    explicit Parsed(std::string_view text);
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;

    /// nullptr: it was no JSON, or no object.
    [[nodiscard]] boost::json::object* object() { return value_.if_object(); }

private:
    std::array<unsigned char, 6144> buffer_;  // the state of a subscription takes a third of it; left uninitialised
    boost::json::monotonic_resource resource_;
    boost::json::error_code problem_{};
    boost::json::value value_;  // null when there is a problem
};

/// What to answer when there is no object.
Error not_an_object(std::string_view record);

}  // namespace csp::codec
