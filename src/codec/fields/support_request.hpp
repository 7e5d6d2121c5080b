// The stored names of a support request. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/support_request.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(ProblemType, other, csp_purchase_refund_on_behalf_of_customers)
BOOST_DESCRIBE_ENUM(Impact, unknown, critical, moderate, minimal)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SupportContact, (), (name, email, phone))
BOOST_DESCRIBE_STRUCT(Attachment, (), (file_name, reference))
BOOST_DESCRIBE_STRUCT(SupportForm, (),
                      (type, impact, title, customer, domain, order, subscription, lines, refund_reason, amount,
                       description, contact, attachments))
BOOST_DESCRIBE_STRUCT(SupportNote, (), (at, is_from_support, text))
BOOST_DESCRIBE_STRUCT(SupportRequest::Absent, (), ())
BOOST_DESCRIBE_STRUCT(SupportRequest::Draft, (), ())
BOOST_DESCRIBE_STRUCT(SupportRequest::Open, (), ())
BOOST_DESCRIBE_STRUCT(SupportRequest::AttentionNeeded, (), ())
BOOST_DESCRIBE_STRUCT(SupportRequest::Closed, (), (closed_at))
BOOST_DESCRIBE_STRUCT(SupportRequest, (), (partner, form, opened_at, notes, refunded, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(DraftSupportRequest, (), (partner, form))
BOOST_DESCRIBE_STRUCT(ChangeSupportRequest, (), (form))
BOOST_DESCRIBE_STRUCT(SubmitSupportRequest, (), ())
BOOST_DESCRIBE_STRUCT(AddSupportNote, (), (text))
BOOST_DESCRIBE_STRUCT(AttachFile, (), (attachment))
BOOST_DESCRIBE_STRUCT(AskForAttention, (), (text))
BOOST_DESCRIBE_STRUCT(CloseSupportRequest, (), (text))
BOOST_DESCRIBE_STRUCT(AcceptRefund, (), (amount, text))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SupportRequestDrafted, (), (partner, form))
BOOST_DESCRIBE_STRUCT(SupportRequestChanged, (), (form))
BOOST_DESCRIBE_STRUCT(SupportRequestSubmitted, (), (opened_at))
BOOST_DESCRIBE_STRUCT(SupportNoteAdded, (), (note))
BOOST_DESCRIBE_STRUCT(FileAttached, (), (attachment))
BOOST_DESCRIBE_STRUCT(AttentionAskedFor, (), (note))
BOOST_DESCRIBE_STRUCT(SupportRequestClosed, (), (note, closed_at))
BOOST_DESCRIBE_STRUCT(RefundAccepted, (), (order, lines, amount, note, closed_at))

}  // namespace csp
