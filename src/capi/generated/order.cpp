// The commands of order, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_draft_order& from, DraftOrder& to, Wrong& wrong) {
    return take_field("customer", from.customer, to.customer, wrong) &&
        take_field("cycle", from.cycle, to.cycle, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong);
}
bool take(const csp_change_draft& from, ChangeDraft& to, Wrong& wrong) {
    return take_field("cycle", from.cycle, to.cycle, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong);
}
bool take(const csp_submit_order& from, SubmitOrder& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_place_order& from, PlaceOrder& to, Wrong& wrong) {
    return take_field("customer", from.customer, to.customer, wrong) &&
        take_field("cycle", from.cycle, to.cycle, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong);
}
bool take(const csp_cancel_draft& from, CancelDraft& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_change_cycle& from, ChangeCycle& to, Wrong& wrong) {
    return take_field("cycle", from.cycle, to.cycle, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_order_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_draft_order* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, DraftOrder>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_order_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_draft_order* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, DraftOrder>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_order_draft(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_draft_order* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, DraftOrder>(record, command, true, false), place_out, error);
}

csp_status csp_order_change_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_draft* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, ChangeDraft>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_order_change_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_draft* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, ChangeDraft>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_order_change_draft(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_change_draft* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, ChangeDraft>(record, command, false, false), place_out, error);
}

csp_status csp_order_submit(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_submit_order* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, SubmitOrder>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_order_submit(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_submit_order* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, SubmitOrder>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_order_submit(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_submit_order* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, SubmitOrder>(record, command, false, true), place_out, error);
}

csp_status csp_order_place(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_place_order* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, PlaceOrder>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_order_place(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_place_order* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, PlaceOrder>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_order_place(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_place_order* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, PlaceOrder>(record, command, true, false), place_out, error);
}

csp_status csp_order_cancel_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_draft* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, CancelDraft>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_order_cancel_draft(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_draft* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, CancelDraft>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_order_cancel_draft(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_cancel_draft* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, CancelDraft>(record, command, false, true), place_out, error);
}

csp_status csp_order_change_cycle(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_cycle* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Order, ChangeCycle>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_order_change_cycle(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_cycle* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Order, ChangeCycle>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_order_change_cycle(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_change_cycle* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Order, ChangeCycle>(record, command, false, false), place_out, error);
}
