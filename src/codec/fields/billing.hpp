// The stored names of a billing. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/charge.hpp"
#include "csp/billing.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(BillingTerms, (),
                      (partner, customer, order, offer, reseller_mpn_id, country, cycle, quantity, unit_price,
                       opened_on, anchor, term))
BOOST_DESCRIBE_STRUCT(Billing::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Billing::Running, (), (charged_until))
BOOST_DESCRIBE_STRUCT(Billing::Stopped, (), (charged_until, stopped_on, is_in_full, taken_back))
BOOST_DESCRIBE_STRUCT(Billing::Closed, (), (closed_on))
BOOST_DESCRIBE_STRUCT(Billing, (), (terms, standing, last_line, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(BeginBilling, (), (terms))
BOOST_DESCRIBE_STRUCT(RebillQuantity, (), (quantity))
BOOST_DESCRIBE_STRUCT(StopBilling, (), ())
BOOST_DESCRIBE_STRUCT(ContinueBilling, (), (term, unit_price))
BOOST_DESCRIBE_STRUCT(RenewBilling, (), (term, unit_price))
BOOST_DESCRIBE_STRUCT(RebillCycle, (), (cycle, anchor, term, unit_price))
BOOST_DESCRIBE_STRUCT(NameBilledReseller, (), (mpn_id))
BOOST_DESCRIBE_STRUCT(CloseBilling, (), ())
BOOST_DESCRIBE_STRUCT(ChargePeriod, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(BillingBegun, (), (terms, lines, charged_until))
BOOST_DESCRIBE_STRUCT(PeriodCharged, (), (lines, charged_until, settled_before))
BOOST_DESCRIBE_STRUCT(QuantityRebilled, (), (quantity, lines))
BOOST_DESCRIBE_STRUCT(BillingStopped, (), (stopped_on, is_in_full, lines))
BOOST_DESCRIBE_STRUCT(BillingContinued, (), (term, unit_price, lines, charged_until))
BOOST_DESCRIBE_STRUCT(BillingRenewed, (), (term, unit_price, lines, charged_until, settled_before))
BOOST_DESCRIBE_STRUCT(CycleRebilled, (), (cycle, anchor, term, unit_price, lines, charged_until))
BOOST_DESCRIBE_STRUCT(BilledResellerNamed, (), (mpn_id))
BOOST_DESCRIBE_STRUCT(BillingClosed, (), (closed_on, lines))

}  // namespace csp
