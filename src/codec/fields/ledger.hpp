// The stored names of a ledger. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/charge.hpp"
#include "csp/ledger.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ComingInvoice, (), (on, type, currency))
BOOST_DESCRIBE_STRUCT(Ledger::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Ledger::Open, (), ())
BOOST_DESCRIBE_STRUCT(Ledger, (), (partner, coming, last_number, recurring_closed_on, one_time_closed_on, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(ExpectInvoice, (), (partner, coming))
BOOST_DESCRIBE_STRUCT(ClosePeriod, (), ())
BOOST_DESCRIBE_STRUCT(NumberCorrection, (), (credited, coming, paid))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(InvoiceExpected, (), (partner, coming))
BOOST_DESCRIBE_STRUCT(PeriodClosed, (), (coming, number))
BOOST_DESCRIBE_STRUCT(CorrectionNumbered, (), (credited, coming, paid, credit_note))

}  // namespace csp
