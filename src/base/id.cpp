#include "csp/id.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "base/malformed.hpp"

namespace csp {
namespace {

/// The name space of offers that have no GUID. Stored ids come from it: it never changes.
constexpr AnyId offer_names{
    {0x6f, 0x0b, 0x5d, 0x1e, 0x92, 0x4c, 0x4e, 0x7a, 0xb3, 0x18, 0x5a, 0xc7, 0x20, 0xd9, 0x4f, 0x83}};

constexpr std::string_view guid_shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

constexpr bool is_lower_hex(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

constexpr bool is_hex(char letter) { return is_lower_hex(letter) || (letter >= 'A' && letter <= 'F'); }

/// Asked before Boost reads the text, because Boost also takes braces and missing hyphens.
bool is_guid(std::string_view text, bool (*is_digit)(char)) {
    if (text.size() != guid_shape.size()) { return false; }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (guid_shape[i] == '-' ? text[i] != '-' : !is_digit(text[i])) { return false; }
    }
    return true;
}

AnyId read_guid(std::string_view text) { return boost::uuids::string_generator{}(text.begin(), text.end()); }

}  // namespace

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::partner: return "partner";
        case Kind::customer: return "customer";
        case Kind::offer: return "offer";
        case Kind::order: return "order";
        case Kind::subscription: return "subscription";
        case Kind::product: return "product";
        case Kind::software_order: return "software_order";
        case Kind::entitlement: return "entitlement";
        case Kind::download_link: return "download_link";
        case Kind::support_request: return "support_request";
        case Kind::activity: return "activity";
        case Kind::partnership: return "partnership";
        case Kind::charge: return "charge";
        case Kind::billing: return "billing";
        case Kind::ledger: return "ledger";
        case Kind::invoice: return "invoice";
    }
    return "unknown";  // a number from a newer csp
}

std::string text_of(const AnyId& id) { return boost::uuids::to_string(id); }

Result<AnyId> read_any_id(std::string_view text, std::string_view field) {
    if (!is_guid(text, is_lower_hex)) {
        return malformed("GEN-04", "malformed_id",
                         "an id is 36 lower-case hexadecimal digits and hyphens; it is " + quoted(text), field);
    }
    return read_guid(text);
}

OfferId offer_id_of(std::string_view catalog_id) {
    if (is_guid(catalog_id, is_hex)) { return OfferId{read_guid(catalog_id)}; }
    return OfferId{boost::uuids::name_generator_sha1{offer_names}(catalog_id.data(), catalog_id.size())};
}

AnyId id_of_number(const AnyId& owner, std::int64_t number) {
    return boost::uuids::name_generator_sha1{owner}(std::to_string(number));
}

}  // namespace csp
