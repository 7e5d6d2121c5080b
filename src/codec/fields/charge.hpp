// The stored names of a charge. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/charge.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(ChargeType, activation_fee, cycle_fee, cycle_instance_prorate, renew_fee, cancel_fee,
                    prorate_fees_when_purchase, prorate_fees_when_renew, prorate_fees_when_activate,
                    prorate_fees_when_cancel, prorate_fees_when_convert_away, prorate_fees_when_convert_to,
                    new_purchase, customer_credit)
BOOST_DESCRIBE_ENUM(InvoiceType, recurring, one_time)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ChargeLine, (), (number, credits, type, days, period, unit_price, quantity, amount))
BOOST_DESCRIBE_STRUCT(ChargeEntry, (),
                      (partner, customer, order, subscription, software_order, offer, product, reseller_mpn_id,
                       invoice_type, charged_on, term, cycle, line, tax, includes_tax))
BOOST_DESCRIBE_STRUCT(Charge::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Charge::Standing, (), ())
BOOST_DESCRIBE_STRUCT(Charge::TakenBack, (), (credited_by))
BOOST_DESCRIBE_STRUCT(Charge, (), (entry, invoiced_on, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(RecordCharge, (), (entry))
BOOST_DESCRIBE_STRUCT(TakeBackCharge, (), (credited_by))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ChargeRecorded, (), (entry, invoiced_on))
BOOST_DESCRIBE_STRUCT(ChargeTakenBack, (), (credited_by))

}  // namespace csp
