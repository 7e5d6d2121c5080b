// The commands of entitlement, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_get_keys& from, GetKeys& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("artifact", from.artifact, to.artifact, wrong);
}
bool take(const csp_get_link& from, GetLink& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("artifact", from.artifact, to.artifact, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_entitlement_get_keys(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_get_keys* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Entitlement, GetKeys>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_entitlement_get_keys(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_get_keys* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Entitlement, GetKeys>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_entitlement_get_keys(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_get_keys* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Entitlement, GetKeys>(record, command, false, false), place_out, error);
}

csp_status csp_entitlement_get_link(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_get_link* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Entitlement, GetLink>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_entitlement_get_link(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_get_link* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Entitlement, GetLink>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_entitlement_get_link(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_get_link* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Entitlement, GetLink>(record, command, false, false), place_out, error);
}
