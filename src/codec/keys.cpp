#include "codec/keys.hpp"

#include "csp/customer.hpp"
#include "csp/offer.hpp"
#include "csp/order.hpp"
#include "csp/partner.hpp"
#include "csp/partnership.hpp"
#include "csp/subscription.hpp"
#include "csp/text.hpp"

namespace csp::codec {
namespace {

constexpr char end_of_text = '\0';

IndexEntry entry(Index index, std::string bytes) {
    return IndexEntry{static_cast<std::uint16_t>(index), std::move(bytes)};
}

/// RES-15: a reseller's list shows the customers it administers.
bool is_listed_for(const AccessGrant& grant) { return grant.kind == GrantKind::reseller_admin && !grant.revoked_at; }

std::string_view name_in_first_market(const Offer& offer) {
    return offer.listings.empty() ? std::string_view{} : std::string_view(offer.listings.front().name);
}

}  // namespace

std::string partner_by_mpn_id(std::string_view mpn_id) { return std::string(mpn_id) + end_of_text; }

std::string customers_by_name(const PartnerId& partner, std::string_view lower_beginning) {
    return prefix_of(partner).append(lower_beginning);
}

std::string customers_by_reseller(const PartnerId& partner, const PartnerId& reseller,
                                  std::string_view lower_beginning) {
    return prefix_of(partner, reseller).append(lower_beginning);
}

std::string subscriptions_by_reseller(const PartnerId& partner, std::string_view mpn_id) {
    return prefix_of(partner).append(mpn_id) + end_of_text;
}

std::string customer_by_domain(std::string_view lower_domain) { return std::string(lower_domain) + end_of_text; }

std::vector<IndexEntry> keys_of(const Partner& partner, const PartnerId&) {
    return {entry(Index::partner_by_mpn_id, partner_by_mpn_id(partner.mpn_id))};
}

std::vector<IndexEntry> keys_of(const Customer& customer, const CustomerId& id) {
    std::vector<IndexEntry> entries{entry(Index::customer_by_domain, customer_by_domain(lower_ascii(customer.domain)))};
    if (is_in<Customer::Removed>(customer)) { return entries; }  // B9: it has left every list
    const std::string name = lower_ascii(customer.profile.company_name) + end_of_text + prefix_of(id);
    entries.push_back(entry(Index::customers_by_name, customers_by_name(customer.partner, name)));
    for (const AccessGrant& grant : customer.grants) {
        if (!is_listed_for(grant)) { continue; }
        entries.push_back(entry(Index::delegated_customers, customers_by_name(grant.reseller, name)));
    }
    if (!customer.reseller.is_nil()) {
        entries.push_back(
            entry(Index::customers_by_reseller, customers_by_reseller(customer.partner, customer.reseller, name)));
    }
    return entries;
}

std::vector<IndexEntry> keys_of(const Offer& offer, const OfferId& id) {
    return {entry(Index::offers_by_name, lower_ascii(name_in_first_market(offer)) + end_of_text + prefix_of(id))};
}

std::vector<IndexEntry> keys_of(const Order& order, const OrderId& id) {
    return {entry(Index::orders_of_customer, prefix_of(order.partner, order.customer, id))};
}

std::vector<IndexEntry> keys_of(const Subscription& subscription, const SubscriptionId& id) {
    const Subscription& s = subscription;
    std::vector<IndexEntry> entries;
    entries.reserve(5);
    entries.push_back(entry(Index::subscriptions_of_customer, prefix_of(s.partner, s.customer, id)));
    entries.push_back(entry(Index::subscriptions_by_offer, prefix_of(s.customer, s.offer, id)));
    if (!s.trial.is_nil() && s.trial != s.offer) {  // a converted trial counts for life (OFF-07)
        entries.push_back(entry(Index::subscriptions_by_offer, prefix_of(s.customer, s.trial, id)));
    }
    if (!s.reseller_mpn_id.empty()) {
        entries.push_back(entry(Index::subscriptions_by_reseller,
                                subscriptions_by_reseller(s.partner, s.reseller_mpn_id) + prefix_of(id)));
    }
    if (!s.parent.is_nil()) { entries.push_back(entry(Index::add_ons_of_parent, prefix_of(s.parent, id))); }
    return entries;
}

std::vector<IndexEntry> keys_of(const Partnership& partnership, const PartnershipId& id) {
    std::vector<IndexEntry> entries{entry(Index::partnerships_of_partner, prefix_of(partnership.provider, id))};
    if (is_in<Partnership::Active>(partnership)) {  // B8: a reseller that was removed has left both lists
        entries.push_back(entry(Index::partnerships_of_partner, prefix_of(partnership.reseller, id)));
        entries.push_back(
            entry(Index::partnerships_by_pair, prefix_of(partnership.provider, partnership.reseller, id)));
    }
    return entries;
}

bool same_keys(const Partner& before, const Partner& after) { return before.mpn_id == after.mpn_id; }

bool same_keys(const Customer& before, const Customer& after) {
    return before.partner == after.partner && before.domain == after.domain &&
           before.profile.company_name == after.profile.company_name && before.reseller == after.reseller &&
           before.grants == after.grants && before.phase.index() == after.phase.index();
}

bool same_keys(const Offer& before, const Offer& after) {
    return name_in_first_market(before) == name_in_first_market(after);
}

bool same_keys(const Order& before, const Order& after) {
    return before.partner == after.partner && before.customer == after.customer;
}

bool same_keys(const Subscription& before, const Subscription& after) {
    return before.partner == after.partner && before.customer == after.customer && before.offer == after.offer &&
           before.trial == after.trial && before.parent == after.parent &&
           before.reseller_mpn_id == after.reseller_mpn_id;
}

bool same_keys(const Partnership& before, const Partnership& after) {
    return before.provider == after.provider && before.reseller == after.reseller &&
           is_in<Partnership::Active>(before) == is_in<Partnership::Active>(after);
}

}  // namespace csp::codec
