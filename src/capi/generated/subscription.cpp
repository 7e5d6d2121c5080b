// The commands of subscription, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_rename_subscription& from, RenameSubscription& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("friendly_name", from.friendly_name, to.friendly_name, wrong);
}
bool take(const csp_change_quantity& from, ChangeQuantity& to, Wrong& wrong) {
    return take_field("quantity", from.quantity, to.quantity, wrong);
}
bool take(const csp_suspend_subscription& from, SuspendSubscription& to, Wrong& wrong) {
    return take_field("reason", from.reason, to.reason, wrong);
}
bool take(const csp_cancel_subscription& from, CancelSubscription& to, Wrong& wrong) {
    return take_field("reason", from.reason, to.reason, wrong);
}
bool take(const csp_cancel_subscription_at_once& from, CancelSubscriptionAtOnce& to, Wrong& wrong) {
    return take_field("reason", from.reason, to.reason, wrong) &&
        take_field("acknowledged", from.acknowledged, to.acknowledged, wrong);
}
bool take(const csp_reactivate_subscription& from, ReactivateSubscription& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}
bool take(const csp_convert_trial& from, ConvertTrial& to, Wrong& wrong) {
    return take_field("offer", from.offer, to.offer, wrong) &&
        take_field("cycle", from.cycle, to.cycle, wrong) &&
        take_field("quantity", from.quantity, to.quantity, wrong);
}
bool take(const csp_set_reseller& from, SetReseller& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("mpn_id", from.mpn_id, to.mpn_id, wrong);
}
bool take(const csp_set_support_contact& from, SetSupportContact& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_subscription_rename(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_rename_subscription* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, RenameSubscription>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_rename(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_rename_subscription* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, RenameSubscription>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_rename(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_rename_subscription* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, RenameSubscription>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_change_quantity(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_quantity* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, ChangeQuantity>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_change_quantity(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_change_quantity* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, ChangeQuantity>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_change_quantity(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_change_quantity* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, ChangeQuantity>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_suspend(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_suspend_subscription* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, SuspendSubscription>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_suspend(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_suspend_subscription* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, SuspendSubscription>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_suspend(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_suspend_subscription* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, SuspendSubscription>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_cancel(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, CancelSubscription>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_cancel(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, CancelSubscription>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_cancel(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, CancelSubscription>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_cancel_at_once(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription_at_once* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, CancelSubscriptionAtOnce>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_cancel_at_once(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription_at_once* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, CancelSubscriptionAtOnce>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_cancel_at_once(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_cancel_subscription_at_once* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, CancelSubscriptionAtOnce>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_reactivate(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_reactivate_subscription* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, ReactivateSubscription>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_subscription_reactivate(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_reactivate_subscription* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, ReactivateSubscription>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_subscription_reactivate(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_reactivate_subscription* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, ReactivateSubscription>(record, command, false, true), place_out, error);
}

csp_status csp_subscription_convert_trial(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_convert_trial* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, ConvertTrial>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_convert_trial(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_convert_trial* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, ConvertTrial>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_convert_trial(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_convert_trial* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, ConvertTrial>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_set_reseller(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_reseller* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, SetReseller>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_set_reseller(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_reseller* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, SetReseller>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_set_reseller(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_set_reseller* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, SetReseller>(record, command, false, false), place_out, error);
}

csp_status csp_subscription_set_support_contact(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_support_contact* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Subscription, SetSupportContact>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_subscription_set_support_contact(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_support_contact* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Subscription, SetSupportContact>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_subscription_set_support_contact(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_set_support_contact* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Subscription, SetSupportContact>(record, command, false, false), place_out, error);
}
