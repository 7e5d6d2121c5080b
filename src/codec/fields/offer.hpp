// The stored names of an offer. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/price.hpp"
#include "codec/fields/shared.hpp"
#include "csp/offer.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(LimitUnit, none, concurrent, lifetime)
BOOST_DESCRIBE_ENUM(Metering, none, usage, license)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Listing, (),
                      (country, catalog_id, name, minimum_quantity, maximum_quantity, is_add_on, has_add_ons, is_trial,
                       is_available, auto_renews, metering, cycles, limit_unit, limit, prerequisites,
                       conversion_targets, upgrade_targets, customer_qualifications, partner_qualifications,
                       sales_group, unit, product_name, other_fields))
BOOST_DESCRIBE_STRUCT(Offer::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Offer::Listed, (), ())
BOOST_DESCRIBE_STRUCT(Offer, (), (listings, prices, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ListOffer, (), (listing))
BOOST_DESCRIBE_STRUCT(WithdrawListing, (), (country))
BOOST_DESCRIBE_STRUCT(SetPrice, (), (price))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(OfferListed, (), (listing))
BOOST_DESCRIBE_STRUCT(ListingWithdrawn, (), (country))
BOOST_DESCRIBE_STRUCT(PriceSet, (), (price))

}  // namespace csp
