// The stored names of a product. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/price.hpp"
#include "codec/fields/shared.hpp"
#include "csp/product.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(ProductKind, perpetual_software, software_subscription, reservation, linux_plan, security_updates)
BOOST_DESCRIBE_ENUM(CancellationWay, none, window, support_only)
BOOST_DESCRIBE_ENUM(CreditWay, by_kind, full, prorated)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CancellationPolicy, (), (from, way, days))
BOOST_DESCRIBE_STRUCT(Artifact, (), (version, language, file_type))
BOOST_DESCRIBE_STRUCT(ProductSheet, (),
                      (catalog_id, name, kind, term_months, minimum_quantity, maximum_quantity, artifacts, cancellation,
                       credit, has_hybrid_benefit))
BOOST_DESCRIBE_STRUCT(Product::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Product::Listed, (), ())
BOOST_DESCRIBE_STRUCT(Product::Withdrawn, (), ())
BOOST_DESCRIBE_STRUCT(Product, (), (sheet, prices, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ListProduct, (), (sheet))
BOOST_DESCRIBE_STRUCT(WithdrawProduct, (), ())
BOOST_DESCRIBE_STRUCT(SetProductPrice, (), (price))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ProductListed, (), (sheet))
BOOST_DESCRIBE_STRUCT(ProductWithdrawn, (), ())
BOOST_DESCRIBE_STRUCT(ProductPriceSet, (), (price))

}  // namespace csp
