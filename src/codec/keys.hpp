// Which index entries each record has: what can be found without reading everything.
//
// An entry is plain bytes, ordered by memcmp. What is private to a partner begins with the partner's id, or with the
// id of a record that is; what several records may share ends with the record's own id. Ids are their 16 bytes, texts
// end with a zero byte, so that "contoso.com" is no beginning of "contoso.com.au". (A text that holds a zero byte
// itself may be found under a shorter one; it still has an entry of its own.)
//
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "csp/id.hpp"
#include "csp/time.hpp"

namespace csp {
struct ComingInvoice;
}

namespace csp::codec {

/// The numbers are stored: they stay, and a retired one is never used again.
enum class Index : std::uint16_t {
    partner_by_mpn_id = 1,              ///< mpn id; unique
    customers_by_name = 2,              ///< partner, lower-case company name, customer. Not of one that has left
    customer_by_domain = 3,             ///< lower-case domain; unique
    offers_by_name = 4,                 ///< lower-case name in its first market, offer
    orders_of_customer = 5,             ///< partner, customer, order
    subscriptions_of_customer = 6,      ///< partner, customer, subscription
    subscriptions_by_offer = 7,         ///< customer, offer, subscription; and once more for the trial it began as
    add_ons_of_parent = 8,              ///< parent subscription, add-on
    products_by_name = 9,               ///< lower-case name, product
    software_orders_of_customer = 10,   ///< partner, customer, order
    software_orders_by_product = 11,    ///< customer, product, order
    entitlements_of_customer = 12,      ///< partner, customer, entitlement
    activities_of_partner = 13,         ///< partner, moment, activity
    activities_of_customer = 14,        ///< partner, customer, moment, activity
    support_requests_of_customer = 15,  ///< partner, customer, request
    customers_by_reseller = 16,         ///< partner, reseller, lower-case company name, customer (CUS-05)
    subscriptions_by_reseller = 17,     ///< partner, MPN id of the reseller of record, subscription
    partnerships_of_partner = 18,       ///< partner, partnership: once for each side
    partnerships_by_pair = 19,          ///< provider, reseller, partnership
    delegated_customers = 20,           ///< reseller that administers it, lower-case company name, customer
    charges_of_invoice = 21,            ///< partner, type, currency, day of the invoice, charge
    charged_days = 22,                  ///< subscription, first day that is charged; unique: no day is charged twice
    invoices_of_partner = 23,           ///< partner, number; unique: no number is given twice
};

struct IndexEntry {
    std::uint16_t index{0};
    std::string bytes{};
    friend bool operator==(const IndexEntry&, const IndexEntry&) = default;
};

std::vector<IndexEntry> keys_of(const Partner& partner, const PartnerId& id);
std::vector<IndexEntry> keys_of(const Customer& customer, const CustomerId& id);
std::vector<IndexEntry> keys_of(const Offer& offer, const OfferId& id);
std::vector<IndexEntry> keys_of(const Order& order, const OrderId& id);
std::vector<IndexEntry> keys_of(const Subscription& subscription, const SubscriptionId& id);
std::vector<IndexEntry> keys_of(const Product& product, const ProductId& id);
std::vector<IndexEntry> keys_of(const SoftwareOrder& order, const SoftwareOrderId& id);
std::vector<IndexEntry> keys_of(const Entitlement& entitlement, const EntitlementId& id);
std::vector<IndexEntry> keys_of(const DownloadLink& link, const DownloadLinkId& id);
std::vector<IndexEntry> keys_of(const SupportRequest& request, const SupportRequestId& id);
std::vector<IndexEntry> keys_of(const Activity& activity, const ActivityId& id);
std::vector<IndexEntry> keys_of(const Partnership& partnership, const PartnershipId& id);
std::vector<IndexEntry> keys_of(const Charge& charge, const ChargeId& id);
std::vector<IndexEntry> keys_of(const Billing& billing, const BillingId& id);
std::vector<IndexEntry> keys_of(const Ledger& ledger, const LedgerId& id);
std::vector<IndexEntry> keys_of(const Invoice& invoice, const InvoiceId& id);

/// Whether both have the same entries; compares only what entries are made of.
bool same_keys(const Partner& before, const Partner& after);
bool same_keys(const Customer& before, const Customer& after);
bool same_keys(const Offer& before, const Offer& after);
bool same_keys(const Order& before, const Order& after);
bool same_keys(const Subscription& before, const Subscription& after);
bool same_keys(const Product& before, const Product& after);
bool same_keys(const SoftwareOrder& before, const SoftwareOrder& after);
bool same_keys(const Entitlement& before, const Entitlement& after);
bool same_keys(const DownloadLink& before, const DownloadLink& after);
bool same_keys(const SupportRequest& before, const SupportRequest& after);
bool same_keys(const Activity& before, const Activity& after);
bool same_keys(const Partnership& before, const Partnership& after);
bool same_keys(const Charge& before, const Charge& after);
bool same_keys(const Billing& before, const Billing& after);
bool same_keys(const Ledger& before, const Ledger& after);
bool same_keys(const Invoice& before, const Invoice& after);

// ---- where to look -----------------------------------------------------------------------------------

/// Everything that begins with these ids: prefix_of(partner, customer).
template <class... Tags>
std::string prefix_of(const Id<Tags>&... ids) {
    std::string bytes;
    bytes.reserve(sizeof...(ids) * sizeof(AnyId));
    (bytes.append(reinterpret_cast<const char*>(ids.bytes.data), sizeof ids.bytes.data), ...);
    return bytes;
}
std::string partner_by_mpn_id(std::string_view mpn_id);
/// By the whole name in lower case or by its beginning; of delegated customers with the reseller in the place of the
/// partner.
std::string customers_by_name(const PartnerId& partner, std::string_view lower_beginning);
std::string customers_by_reseller(const PartnerId& partner, const PartnerId& reseller,
                                  std::string_view lower_beginning);
std::string subscriptions_by_reseller(const PartnerId& partner, std::string_view mpn_id);
std::string customer_by_domain(std::string_view lower_domain);
/// All charges of one invoice: of that type, day and currency.
std::string charges_of_invoice(const PartnerId& partner, const ComingInvoice& invoice);
/// Before everything of that moment: eight bytes, so that memcmp is the order of time.
std::string moment(Instant at);

}  // namespace csp::codec
