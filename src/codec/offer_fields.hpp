// The fields of an offer as Microsoft names them, beside ours.
#pragma once

#include <boost/json/value.hpp>

#include <span>
#include <string_view>

#include "codec/foreign.hpp"
#include "csp/offer.hpp"

namespace csp::codec {

struct OfferField {
    std::string_view microsoft{};
    std::string_view ours{};
    Complaint (*read)(const boost::json::value& json, Listing& out){};
    boost::json::value (*write)(const Listing& listing){};
    bool is_absent_when_empty{false};  ///< older answers do not have it
};

/// In the order in which Microsoft writes them.
std::span<const OfferField> offer_fields();

}  // namespace csp::codec
