// The commands of partnership, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_request_partnership& from, RequestPartnership& to, Wrong& wrong) {
    return take_field("provider", from.provider, to.provider, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("reseller_email", from.reseller_email, to.reseller_email, wrong) &&
        take_field("text", from.text, to.text, wrong) &&
        take_field("link_digest", from.link_digest, to.link_digest, wrong);
}
bool take(const csp_edit_request& from, EditRequest& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("text", from.text, to.text, wrong) &&
        take_list("link_digests", from.link_digests, from.link_digests_count, to.link_digests, wrong);
}
bool take(const csp_accept_partnership& from, AcceptPartnership& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("link_digest", from.link_digest, to.link_digest, wrong) &&
        take_field("is_authorised", from.is_authorised, to.is_authorised, wrong) &&
        take_reserved(from.reserved2, wrong);
}
bool take(const csp_decline_partnership& from, DeclinePartnership& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("link_digest", from.link_digest, to.link_digest, wrong);
}
bool take(const csp_withdraw_request& from, WithdrawRequest& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_remove_partnership& from, RemovePartnership& to, Wrong& wrong) {
    return take_field("is_confirmed", from.is_confirmed, to.is_confirmed, wrong);
}
bool take(const csp_revoke_provider_access& from, RevokeProviderAccess& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_partnership_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_request_partnership* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, RequestPartnership>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_partnership_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_request_partnership* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, RequestPartnership>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_partnership_request(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_request_partnership* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, RequestPartnership>(record, command, true, false), place_out, error);
}

csp_status csp_partnership_edit_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_edit_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, EditRequest>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partnership_edit_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_edit_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, EditRequest>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partnership_edit_request(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_edit_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, EditRequest>(record, command, false, false), place_out, error);
}

csp_status csp_partnership_accept(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_partnership* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, AcceptPartnership>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partnership_accept(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_partnership* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, AcceptPartnership>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partnership_accept(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_accept_partnership* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, AcceptPartnership>(record, command, false, false), place_out, error);
}

csp_status csp_partnership_decline(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_decline_partnership* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, DeclinePartnership>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partnership_decline(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_decline_partnership* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, DeclinePartnership>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partnership_decline(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_decline_partnership* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, DeclinePartnership>(record, command, false, false), place_out, error);
}

csp_status csp_partnership_withdraw_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_request* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, WithdrawRequest>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_partnership_withdraw_request(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_request* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, WithdrawRequest>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_partnership_withdraw_request(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_withdraw_request* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, WithdrawRequest>(record, command, false, true), place_out, error);
}

csp_status csp_partnership_remove(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_remove_partnership* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, RemovePartnership>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partnership_remove(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_remove_partnership* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, RemovePartnership>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partnership_remove(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_remove_partnership* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, RemovePartnership>(record, command, false, false), place_out, error);
}

csp_status csp_partnership_revoke_provider_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_revoke_provider_access* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partnership, RevokeProviderAccess>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_partnership_revoke_provider_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_revoke_provider_access* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partnership, RevokeProviderAccess>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_partnership_revoke_provider_access(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_revoke_provider_access* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partnership, RevokeProviderAccess>(record, command, false, true), place_out, error);
}
