// The commands of download_link, as C asks for them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/command.hpp"
#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"

namespace csp::capi {

bool take(const csp_download& from, Download& , Wrong& wrong) {
    return take_reserved(from.reserved, wrong);
}

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_download_link_download(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_download* command, csp_receipt* receipt_out, csp_error* error) {
    return execute(engine, request, asking<DownloadLink, Download>(record, command, false, true), receipt_out, error);
}
csp_status csp_preview_download_link_download(csp_engine* engine, const csp_request* request, const csp_id* record,
    const csp_download* command, csp_cursor** cursor_out, csp_error* error) {
    return preview(engine, request, asking<DownloadLink, Download>(record, command, false, true), cursor_out, error);
}
csp_status csp_batch_download_link_download(csp_batch* batch, const csp_request* request, const csp_id* record,
    const csp_download* command, uint64_t* place_out, csp_error* error) {
    return add(batch, request, asking<DownloadLink, Download>(record, command, false, true), place_out, error);
}
