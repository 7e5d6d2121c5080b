// The commands of customer, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_create_customer& from, CreateCustomer& to, Wrong& wrong) {
    return take_field("partner", from.partner, to.partner, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("domain", from.domain, to.domain, wrong) &&
        take_field("profile", from.profile, to.profile, wrong) &&
        take_field("reseller", from.reseller, to.reseller, wrong) &&
        take_field("first_order", from.first_order, to.first_order, wrong) &&
        take_field("admin_user", from.admin_user, to.admin_user, wrong);
}
bool take(const csp_update_billing_profile& from, UpdateBillingProfile& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("profile", from.profile, to.profile, wrong);
}
bool take(const csp_set_qualification& from, SetQualification& to, Wrong& wrong) {
    return take_field("qualification", from.qualification, to.qualification, wrong) &&
        take_field("validation_code", from.validation_code, to.validation_code, wrong);
}
bool take(const csp_resolve_qualification& from, ResolveQualification& to, Wrong& wrong) {
    return take_field("is_approved", from.is_approved, to.is_approved, wrong) &&
        take_field("reason", from.reason, to.reason, wrong);
}
bool take(const csp_record_qualification& from, RecordQualification& to, Wrong& wrong) {
    return take_field("qualification", from.qualification, to.qualification, wrong);
}
bool take(const csp_associate_reseller& from, AssociateReseller& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong);
}
bool take(const csp_grant_access& from, GrantAccess& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong) &&
        take_field("kind", from.kind, to.kind, wrong);
}
bool take(const csp_revoke_access& from, RevokeAccess& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong) &&
        take_field("kind", from.kind, to.kind, wrong);
}
bool take(const csp_remove_relationship& from, RemoveRelationship& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_request_relationship& from, RequestRelationship& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_accept_relationship& from, AcceptRelationship& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_customer_create(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_create_customer* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, CreateCustomer>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_customer_create(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_create_customer* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, CreateCustomer>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_customer_create(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_create_customer* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, CreateCustomer>(record, command, true, false), place_out, error);
}

csp_status csp_customer_update_billing_profile(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_update_billing_profile* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, UpdateBillingProfile>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_update_billing_profile(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_update_billing_profile* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, UpdateBillingProfile>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_update_billing_profile(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_update_billing_profile* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, UpdateBillingProfile>(record, command, false, false), place_out, error);
}

csp_status csp_customer_set_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_qualification* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, SetQualification>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_set_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_qualification* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, SetQualification>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_set_qualification(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_set_qualification* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, SetQualification>(record, command, false, false), place_out, error);
}

csp_status csp_customer_resolve_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_resolve_qualification* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, ResolveQualification>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_resolve_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_resolve_qualification* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, ResolveQualification>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_resolve_qualification(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_resolve_qualification* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, ResolveQualification>(record, command, false, false), place_out, error);
}

csp_status csp_customer_record_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_qualification* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, RecordQualification>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_record_qualification(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_qualification* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, RecordQualification>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_record_qualification(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_record_qualification* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, RecordQualification>(record, command, false, false), place_out, error);
}

csp_status csp_customer_associate_reseller(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_associate_reseller* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, AssociateReseller>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_associate_reseller(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_associate_reseller* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, AssociateReseller>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_associate_reseller(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_associate_reseller* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, AssociateReseller>(record, command, false, false), place_out, error);
}

csp_status csp_customer_grant_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_grant_access* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, GrantAccess>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_grant_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_grant_access* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, GrantAccess>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_grant_access(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_grant_access* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, GrantAccess>(record, command, false, false), place_out, error);
}

csp_status csp_customer_revoke_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_revoke_access* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, RevokeAccess>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_customer_revoke_access(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_revoke_access* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, RevokeAccess>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_customer_revoke_access(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_revoke_access* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, RevokeAccess>(record, command, false, false), place_out, error);
}

csp_status csp_customer_remove_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_remove_relationship* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, RemoveRelationship>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_customer_remove_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_remove_relationship* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, RemoveRelationship>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_customer_remove_relationship(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_remove_relationship* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, RemoveRelationship>(record, command, false, true), place_out, error);
}

csp_status csp_customer_request_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_request_relationship* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, RequestRelationship>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_customer_request_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_request_relationship* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, RequestRelationship>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_customer_request_relationship(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_request_relationship* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, RequestRelationship>(record, command, false, true), place_out, error);
}

csp_status csp_customer_accept_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_relationship* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Customer, AcceptRelationship>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_customer_accept_relationship(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_accept_relationship* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Customer, AcceptRelationship>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_customer_accept_relationship(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_accept_relationship* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Customer, AcceptRelationship>(record, command, false, true), place_out, error);
}
