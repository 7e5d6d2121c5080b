// The commands of invoice, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_record_payment& from, RecordPayment& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("amount", from.amount, to.amount, wrong);
}
bool take(const csp_credit_and_rebill& from, CreditAndRebill& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("reason", from.reason, to.reason, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_invoice_record_payment(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_payment* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Invoice, RecordPayment>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_invoice_record_payment(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_payment* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Invoice, RecordPayment>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_invoice_record_payment(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_record_payment* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Invoice, RecordPayment>(record, command, false, false), place_out, error);
}

csp_status csp_invoice_credit_and_rebill(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_credit_and_rebill* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Invoice, CreditAndRebill>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_invoice_credit_and_rebill(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_credit_and_rebill* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Invoice, CreditAndRebill>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_invoice_credit_and_rebill(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_credit_and_rebill* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Invoice, CreditAndRebill>(record, command, false, false), place_out, error);
}
