// The commands of partner, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_enrol_partner& from, EnrolPartner& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("enrolment", from.enrolment, to.enrolment, wrong);
}
bool take(const csp_change_billing_day& from, ChangeBillingDay& to, Wrong& wrong) {
    return take_field("billing_day", from.billing_day, to.billing_day, wrong);
}
bool take(const csp_restrict_partner& from, RestrictPartner& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("reason", from.reason, to.reason, wrong);
}
bool take(const csp_reinstate_partner& from, ReinstatePartner& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_record_agreement& from, RecordAgreement& to, Wrong& wrong) {
    return take_field("signed_on", from.signed_on, to.signed_on, wrong);
}
bool take(const csp_leave_programme& from, LeaveProgramme& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_partner_enrol(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_enrol_partner* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, EnrolPartner>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_partner_enrol(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_enrol_partner* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, EnrolPartner>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_partner_enrol(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_enrol_partner* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, EnrolPartner>(record, command, true, false), place_out, error);
}

csp_status csp_partner_change_billing_day(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_billing_day* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, ChangeBillingDay>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partner_change_billing_day(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_billing_day* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, ChangeBillingDay>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partner_change_billing_day(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_change_billing_day* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, ChangeBillingDay>(record, command, false, false), place_out, error);
}

csp_status csp_partner_restrict(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_restrict_partner* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, RestrictPartner>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partner_restrict(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_restrict_partner* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, RestrictPartner>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partner_restrict(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_restrict_partner* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, RestrictPartner>(record, command, false, false), place_out, error);
}

csp_status csp_partner_reinstate(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_reinstate_partner* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, ReinstatePartner>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_partner_reinstate(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_reinstate_partner* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, ReinstatePartner>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_partner_reinstate(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_reinstate_partner* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, ReinstatePartner>(record, command, false, true), place_out, error);
}

csp_status csp_partner_record_agreement(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_agreement* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, RecordAgreement>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_partner_record_agreement(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_record_agreement* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, RecordAgreement>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_partner_record_agreement(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_record_agreement* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, RecordAgreement>(record, command, false, false), place_out, error);
}

csp_status csp_partner_leave_programme(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_leave_programme* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Partner, LeaveProgramme>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_partner_leave_programme(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_leave_programme* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Partner, LeaveProgramme>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_partner_leave_programme(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_leave_programme* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Partner, LeaveProgramme>(record, command, false, true), place_out, error);
}
