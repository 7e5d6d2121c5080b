// The commands of support_request, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_draft_support_request& from, DraftSupportRequest& to, Wrong& wrong) {
    return take_field("partner", from.partner, to.partner, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("form", from.form, to.form, wrong);
}
bool take(const csp_change_support_request& from, ChangeSupportRequest& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("form", from.form, to.form, wrong);
}
bool take(const csp_submit_support_request& from, SubmitSupportRequest& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_add_support_note& from, AddSupportNote& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("text", from.text, to.text, wrong);
}
bool take(const csp_attach_file& from, AttachFile& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("attachment", from.attachment, to.attachment, wrong);
}
bool take(const csp_ask_for_attention& from, AskForAttention& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("text", from.text, to.text, wrong);
}
bool take(const csp_close_support_request& from, CloseSupportRequest& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("text", from.text, to.text, wrong);
}
bool take(const csp_accept_refund& from, AcceptRefund& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("amount", from.amount, to.amount, wrong) &&
        take_field("text", from.text, to.text, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_support_request_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_draft_support_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, DraftSupportRequest>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_support_request_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_draft_support_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, DraftSupportRequest>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_support_request_draft(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_draft_support_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, DraftSupportRequest>(record, command, true, false), place_out, error);
}

csp_status csp_support_request_change(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_support_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, ChangeSupportRequest>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_change(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_support_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, ChangeSupportRequest>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_change(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_change_support_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, ChangeSupportRequest>(record, command, false, false), place_out, error);
}

csp_status csp_support_request_submit(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_submit_support_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, SubmitSupportRequest>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_support_request_submit(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_submit_support_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, SubmitSupportRequest>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_support_request_submit(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_submit_support_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, SubmitSupportRequest>(record, command, false, true), place_out, error);
}

csp_status csp_support_request_add_support_note(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_add_support_note* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, AddSupportNote>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_add_support_note(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_add_support_note* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, AddSupportNote>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_add_support_note(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_add_support_note* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, AddSupportNote>(record, command, false, false), place_out, error);
}

csp_status csp_support_request_attach_file(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_attach_file* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, AttachFile>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_attach_file(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_attach_file* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, AttachFile>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_attach_file(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_attach_file* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, AttachFile>(record, command, false, false), place_out, error);
}

csp_status csp_support_request_ask_for_attention(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_ask_for_attention* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, AskForAttention>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_ask_for_attention(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_ask_for_attention* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, AskForAttention>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_ask_for_attention(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_ask_for_attention* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, AskForAttention>(record, command, false, false), place_out, error);
}

csp_status csp_support_request_close(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_close_support_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, CloseSupportRequest>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_close(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_close_support_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, CloseSupportRequest>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_close(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_close_support_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, CloseSupportRequest>(record, command, false, false), place_out, error);
}

csp_status csp_support_request_accept_refund(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_refund* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SupportRequest, AcceptRefund>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_support_request_accept_refund(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_refund* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SupportRequest, AcceptRefund>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_support_request_accept_refund(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_accept_refund* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SupportRequest, AcceptRefund>(record, command, false, false), place_out, error);
}
