// The commands of software_order, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_buy_software& from, BuySoftware& to, Wrong& wrong) {
    return take_field("customer", from.customer, to.customer, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong);
}
bool take(const csp_cancel_software& from, CancelSoftware& to, Wrong& wrong) {
    return take_field("customer", from.customer, to.customer, wrong) &&
        take_field("product", from.product, to.product, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong) &&
        take_field("acknowledged", from.acknowledged, to.acknowledged, wrong) &&
        take_field("whole_order", from.whole_order, to.whole_order, wrong);
}
bool take(const csp_exchange_software& from, ExchangeSoftware& to, Wrong& wrong) {
    return take_field("product", from.product, to.product, wrong);
}
bool take(const csp_ask_for_support& from, AskForSupport& to, Wrong& wrong) {
    return take_field("is_needed", from.is_needed, to.is_needed, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_software_order_buy_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_buy_software* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SoftwareOrder, BuySoftware>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_software_order_buy_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_buy_software* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SoftwareOrder, BuySoftware>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_software_order_buy_software(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_buy_software* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SoftwareOrder, BuySoftware>(record, command, true, false), place_out, error);
}

csp_status csp_software_order_cancel_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_software* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SoftwareOrder, CancelSoftware>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_software_order_cancel_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_software* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SoftwareOrder, CancelSoftware>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_software_order_cancel_software(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_cancel_software* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SoftwareOrder, CancelSoftware>(record, command, false, false), place_out, error);
}

csp_status csp_software_order_exchange_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_exchange_software* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SoftwareOrder, ExchangeSoftware>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_software_order_exchange_software(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_exchange_software* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SoftwareOrder, ExchangeSoftware>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_software_order_exchange_software(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_exchange_software* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SoftwareOrder, ExchangeSoftware>(record, command, false, false), place_out, error);
}

csp_status csp_software_order_ask_for_support(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_ask_for_support* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<SoftwareOrder, AskForSupport>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_software_order_ask_for_support(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_ask_for_support* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<SoftwareOrder, AskForSupport>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_software_order_ask_for_support(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_ask_for_support* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<SoftwareOrder, AskForSupport>(record, command, false, false), place_out, error);
}
