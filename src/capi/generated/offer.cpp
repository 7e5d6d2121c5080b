// The commands of offer, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_list_offer& from, ListOffer& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("listing", from.listing, to.listing, wrong);
}
bool take(const csp_withdraw_listing& from, WithdrawListing& to, Wrong& wrong) {
    return take_field("country", from.country, to.country, wrong);
}
bool take(const csp_set_price& from, SetPrice& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("price", from.price, to.price, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_offer_list(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_list_offer* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Offer, ListOffer>(record, command, true, false), receipt_out, error);
}
csp_status csp_preview_offer_list(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_list_offer* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Offer, ListOffer>(record, command, true, false), cursor_out, error);
}
csp_status csp_batch_offer_list(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_list_offer* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Offer, ListOffer>(record, command, true, false), place_out, error);
}

csp_status csp_offer_withdraw_listing(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_listing* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Offer, WithdrawListing>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_offer_withdraw_listing(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_withdraw_listing* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Offer, WithdrawListing>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_offer_withdraw_listing(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_withdraw_listing* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Offer, WithdrawListing>(record, command, false, false), place_out, error);
}

csp_status csp_offer_set_price(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_price* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<Offer, SetPrice>(record, command, false, false), receipt_out, error);
}
csp_status csp_preview_offer_set_price(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_set_price* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<Offer, SetPrice>(record, command, false, false), cursor_out, error);
}
csp_status csp_batch_offer_set_price(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_set_price* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<Offer, SetPrice>(record, command, false, false), place_out, error);
}
