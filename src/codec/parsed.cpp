#include "codec/parsed.hpp"

#include <boost/json/parse.hpp>

namespace csp::codec {

Parsed::Parsed(std::string_view text)  // NOLINT(cppcoreguidelines-pro-type-member-init): the buffer needs no zeros
    : resource_(buffer_.data(), buffer_.size()),
      value_(boost::json::parse(boost::json::string_view(text.data(), text.size()), problem_, &resource_)) {}

Error not_an_object(std::string_view record) {
    return Error{.code = Code::storage,
                 .reason = "damaged_record",
                 .sentence = "storage: a stored " + std::string(record) + " is no JSON object"};
}

}  // namespace csp::codec
