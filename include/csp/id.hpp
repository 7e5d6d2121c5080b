// Who is who: 128-bit ids that cannot be mixed up, and texts that name things outside csp.
//
// Threads: plain values.
#pragma once

#include <boost/uuid/uuid.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "csp/result.hpp"

namespace csp {

/// The kinds of record csp keeps. The numbers are stored for ever and never used again.
enum class Kind : std::uint8_t {
    partner = 1,
    customer = 2,
    offer = 3,
    order = 4,
    subscription = 5,
    product = 6,
    software_order = 7,
    entitlement = 8,
    download_link = 9,
    support_request = 10,
    activity = 11,
    partnership = 12,
    charge = 13,
    billing = 14,
    ledger = 15,
    invoice = 16,
};

std::string_view name_of(Kind kind);

/// An id of any kind, as a store sees it. RFC 4122 byte order.
using AnyId = boost::uuids::uuid;

/// The id of one noun: `Id<Customer>` and `Id<Order>` do not convert into each other.
/// A default one is nil and names nothing.
template <class Tag>
struct Id {
    AnyId bytes{};

    [[nodiscard]] bool is_nil() const { return bytes.is_nil(); }
    friend bool operator==(const Id& a, const Id& b) { return a.bytes == b.bytes; }
    friend auto operator<=>(const Id& a, const Id& b) {
        return std::memcmp(a.bytes.data, b.bytes.data, sizeof a.bytes.data) <=> 0;
    }
};

struct Partner;
struct Customer;
struct Offer;
struct Order;
struct Subscription;
struct Product;
struct SoftwareOrder;
struct Entitlement;
struct DownloadLink;
struct SupportRequest;
struct Activity;
struct Partnership;
struct Charge;
struct Billing;
struct Ledger;
struct Invoice;
using PartnerId = Id<Partner>;
using CustomerId = Id<Customer>;
using OfferId = Id<Offer>;
using OrderId = Id<Order>;
using SubscriptionId = Id<Subscription>;
using ProductId = Id<Product>;
using SoftwareOrderId = Id<SoftwareOrder>;
using EntitlementId = Id<Entitlement>;
using DownloadLinkId = Id<DownloadLink>;
using SupportRequestId = Id<SupportRequest>;
using ActivityId = Id<Activity>;
using PartnershipId = Id<Partnership>;
using ChargeId = Id<Charge>;
using BillingId = Id<Billing>;
using LedgerId = Id<Ledger>;
using InvoiceId = Id<Invoice>;

/// The caller's own id of one request: repeat it, and the first answer is repeated.
struct RequestTag;
using RequestId = Id<RequestTag>;

/// 36 characters, lower case, hyphens: "1c410588-da3b-4f88-b38f-707eb9de46c0". The one spelling csp writes.
std::string text_of(const AnyId& id);
template <class Tag>
std::string text_of(const Id<Tag>& id) {
    return text_of(id.bytes);
}

/// Reads the canonical spelling and no other: braces, missing hyphens, upper case and a "urn:" are refused
/// (Code::invalid), because one thing with two spellings is two things to a database.
Result<AnyId> read_any_id(std::string_view text, std::string_view field = "id");
template <class Tag>
Result<Id<Tag>> read_id(std::string_view text, std::string_view field = "id") {
    auto read = read_any_id(text, field);
    if (!read) { return Error(std::move(read).error()); }
    return Id<Tag>{*read};
}

/// The id of an offer whose name in Microsoft's catalogue is `catalog_id`: the GUID it is, in either case,
/// or, for the few that are none ("MS-AZR-0145P"), a name-based UUID (version 5, SHA-1) of those letters in the
/// name space 6f0b5d1e-924c-4e7a-b318-5ac720d94f83, always the same.
OfferId offer_id_of(std::string_view catalog_id);

/// The id of the charge or invoice with that number of whoever has it: a name-based UUID of the number in the name
/// space of the owner's id, always the same, so that what was made once cannot be made again.
AnyId id_of_number(const AnyId& owner, std::int64_t number);

/// Mixes both halves: a hash of the first eight bytes would collapse ids that were counted up.
struct IdHash {
    using is_avalanching = void;
    std::size_t operator()(const AnyId& id) const noexcept {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        std::memcpy(&high, id.data, 8);
        std::memcpy(&low, id.data + 8, 8);
        std::uint64_t mixed = high * 0x9E3779B97F4A7C15ULL ^ (low + 0x632BE59BD9B4E019ULL) * 0xFF51AFD7ED558CCDULL;
        mixed = (mixed ^ (mixed >> 32)) * 0xC4CEB9FE1A85EC53ULL;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32));  // the low bits matter too: flat maps use both ends
    }
    template <class Tag>
    std::size_t operator()(const Id<Tag>& id) const noexcept {
        return (*this)(id.bytes);
    }
};

}  // namespace csp
