// The stored names of an order of software. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/product.hpp"
#include "csp/software_order.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SoftwareCredit, (), (cancelled_on, amount, tax, invoiced_on))
BOOST_DESCRIBE_STRUCT(SoftwareLine, (),
                      (product, product_name, kind, quantity, unit_price, amount, tax, includes_tax, term, cancellation,
                       credit, quantity_bought, entitlement, artifacts, cancelled))
BOOST_DESCRIBE_STRUCT(SoftwareOrder::Absent, (), ())
BOOST_DESCRIBE_STRUCT(SoftwareOrder::Completed, (), ())
BOOST_DESCRIBE_STRUCT(SoftwareOrder::Cancelled, (), (cancelled_at))
BOOST_DESCRIBE_STRUCT(SoftwareOrder, (), (partner, customer, country, bought_at, needs_support, lines, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SoftwareWish, (), (product, quantity, tax))
BOOST_DESCRIBE_STRUCT(BuySoftware, (), (customer, lines, new_ids))
BOOST_DESCRIBE_STRUCT(CancelSoftware, (), (customer, product, lines, acknowledged, whole_order))
BOOST_DESCRIBE_STRUCT(ExchangeSoftware, (), (product))
BOOST_DESCRIBE_STRUCT(AskForSupport, (), (is_needed))
BOOST_DESCRIBE_STRUCT(RefundSoftware, (), (lines, amount, support_request))
BOOST_DESCRIBE_STRUCT(CloseSoftwareOrder, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SoftwareBought, (), (partner, customer, country, lines, bought_at))
BOOST_DESCRIBE_STRUCT(CancelledLine, (), (line, entitlement, credit))
BOOST_DESCRIBE_STRUCT(SoftwareCancelled, (),
                      (lines, cancelled_at, visible_by, termination_fee, discontinue_use, uninstall, support_request))
BOOST_DESCRIBE_STRUCT(SupportAskedFor, (), (is_needed))
BOOST_DESCRIBE_STRUCT(SoftwareOrderClosed, (), (closed_at))

}  // namespace csp
