// The commands of product, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_list_product& from, ListProduct& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("sheet", from.sheet, to.sheet, wrong);
}
bool take(const csp_withdraw_product& from, WithdrawProduct& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_set_product_price& from, SetProductPrice& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("price", from.price, to.price, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_product_list(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_list_product* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Product, ListProduct>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_product_list(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_list_product* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Product, ListProduct>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_product_list(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_list_product* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Product, ListProduct>(record, command, true, false), place_out, error);
}

csp_status csp_product_withdraw(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_product* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Product, WithdrawProduct>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_product_withdraw(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_product* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Product, WithdrawProduct>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_product_withdraw(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_withdraw_product* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Product, WithdrawProduct>(record, command, false, true), place_out, error);
}

csp_status csp_product_set_price(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_product_price* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Product, SetProductPrice>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_product_set_price(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_product_price* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Product, SetProductPrice>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_product_set_price(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_set_product_price* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Product, SetProductPrice>(record, command, false, false), place_out, error);
}
