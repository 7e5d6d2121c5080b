// The stored names of an invoice. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/ledger.hpp"
#include "csp/invoice.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(DocumentType, invoice, credit_note)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Invoice::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Invoice::Draft, (), ())
BOOST_DESCRIBE_STRUCT(Invoice::Issued, (), (issued_on))
BOOST_DESCRIBE_STRUCT(Invoice::Overdue, (), (issued_on, overdue_from))
BOOST_DESCRIBE_STRUCT(Invoice::Paid, (), (issued_on, paid_on))
BOOST_DESCRIBE_STRUCT(Invoice::Credited, (), (issued_on, credited_on))
BOOST_DESCRIBE_STRUCT(Invoice, (),
                      (partner, coming, number, lines, amount, tax, paid, issue_on, due_on, document, amends, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(DraftInvoice, (), (partner, coming, number, document, amends, paid))
BOOST_DESCRIBE_STRUCT(RecordPayment, (), (amount))
BOOST_DESCRIBE_STRUCT(CreditAndRebill, (), (reason))
BOOST_DESCRIBE_STRUCT(IssueInvoice, (), ())
BOOST_DESCRIBE_STRUCT(SettleInvoice, (), ())
BOOST_DESCRIBE_STRUCT(MarkOverdue, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(InvoiceDrafted, (),
                      (partner, coming, number, lines, amount, tax, issue_on, due_on, document, amends, paid))
BOOST_DESCRIBE_STRUCT(InvoiceIssued, (), (issued_on))
BOOST_DESCRIBE_STRUCT(PaymentRecorded, (), (amount, paid, paid_on))
BOOST_DESCRIBE_STRUCT(InvoicePaid, (), (paid_on))
BOOST_DESCRIBE_STRUCT(InvoiceOverdue, (), (overdue_from))
BOOST_DESCRIBE_STRUCT(InvoiceCredited, (), (reason, credited_on, paid))

}  // namespace csp
