// The few shapes a refusal comes in, so that guards only say what is particular to them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/customer.hpp"
#include "csp/offer.hpp"
#include "csp/result.hpp"
#include "csp/subscription.hpp"

namespace csp {

inline Error refused(std::string_view rule, std::string_view reason, std::string_view field, std::string sentence,
                     int microsoft = 0) {
    return Error{.code = Code::refused,
                 .rule = std::string(rule),
                 .reason = std::string(reason),
                 .sentence = std::move(sentence),
                 .field = std::string(field),
                 .microsoft = microsoft};
}

/// The value itself is malformed, whatever the records say. 800002 is Microsoft's "invalid input".
inline Error invalid(std::string_view rule, std::string_view reason, std::string_view field, std::string sentence,
                     int microsoft = 800002) {
    Error error = refused(rule, reason, field, std::move(sentence), microsoft);
    error.code = Code::invalid;
    return error;
}

inline Error no_such_customer() {
    Error error = refused("CUS-01", "customer_not_found", "customer", "there is no such customer", 20002);
    error.code = Code::not_found;
    return error;
}

/// B9: nothing is bought, and nothing reactivated, for a former customer.
inline Error relationship_is_over(const Customer::Removed& removed) {
    return refused("CUS-01", "relationship_removed", "customer",
                   "the relationship with the customer was removed at " + text_of(removed.removed_at), 20002);
}
/// Why nothing can be sold to it: ask only when it is not an active customer.
inline Error why_not_a_customer(const Customer* customer) {
    const auto* removed = customer != nullptr ? std::get_if<Customer::Removed>(&customer->phase) : nullptr;
    return removed != nullptr ? relationship_is_over(*removed) : no_such_customer();
}

inline Error not_in_this_market() {
    return refused("OFF-03", "not_in_this_market", "offer", "the offer is not listed in the customer's market", 800070);
}

/// B3: what is sold to a customer is for sale in the partner's own market too. A listing that is withdrawn is said so
/// once, by whoever asks for its sale, where both markets are the same.
inline bool is_for_sale_there_too(const Listing& listing, const Listing* there) {
    return there != nullptr && (there->is_available || there->country == listing.country);
}
inline Error not_in_partner_market() {
    return refused("OFF-03", "not_in_partner_market", "offer", "the offer is not for sale in the partner's market",
                   800070);
}

inline bool is_in_range(const Listing& listing, std::int32_t quantity) {
    return listing.minimum_quantity <= quantity && quantity <= listing.maximum_quantity;
}

inline Error outside_range(std::int32_t least, std::int32_t most, std::int32_t quantity, std::string_view rule,
                           std::string_view field) {
    return refused(rule, "quantity_out_of_range", field,
                   "the quantity must be from " + std::to_string(least) + " to " + std::to_string(most) + "; it is " +
                       std::to_string(quantity),
                   2002);
}

inline Error outside_range(const Listing* listing, std::int32_t quantity, std::string_view rule,
                           std::string_view field) {
    if (listing == nullptr) { return not_in_this_market(); }
    return outside_range(listing->minimum_quantity, listing->maximum_quantity, quantity, rule, field);
}

inline bool make_a_range(std::int32_t least, std::int32_t most) { return least >= 1 && least <= most; }

inline Error no_quantity_range(std::string_view rule, std::int32_t least, std::int32_t most) {
    return invalid(rule, "no_quantity_range", "minimum_quantity",
                   "the quantities must be at least 1 and make a range; they are from " + std::to_string(least) +
                       " to " + std::to_string(most));
}

/// OFF-01: concurrent counts what is active or suspended, lifetime everything that ever was.
inline bool limit_reached(const Listing& listing, std::int32_t owned, std::int32_t ever_owned) {
    switch (listing.limit_unit) {
        case LimitUnit::concurrent: return owned >= listing.limit;
        case LimitUnit::lifetime: return ever_owned >= listing.limit;
        case LimitUnit::none: break;
    }
    return false;
}

/// Names the one that stands in the way: one that can be reactivated before all others (OFF-05).
inline Error over_the_limit(const Listing& listing, const std::vector<Owned>& owned, Date today) {
    for (const Owned& one : owned) {
        if (!one.is_suspended || today > one.last_day) { continue; }
        Error error =
            refused("OFF-05", "suspended_reactivate_instead", "offer",
                    "the customer has it suspended; it can be reactivated until " + text_of(one.last_day), 27006);
        error.existing = text_of(one.id);
        return error;
    }
    const bool is_for_life = listing.limit_unit == LimitUnit::lifetime;
    Error error = listing.is_trial
                      ? refused("OFF-07", "trial_already_used", "offer", "the customer had this trial already", 27006)
                      : refused(is_for_life ? "OFF-01" : "OFF-04", "already_owned_limit_reached", "offer",
                                "a customer may have " + std::to_string(listing.limit) +
                                    (is_for_life ? " of this offer in its lifetime" : " of this offer at a time"),
                                27006);
    if (!owned.empty()) { error.existing = text_of(owned.front().id); }
    return error;
}

}  // namespace csp
