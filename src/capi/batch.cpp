// Batches: many commands, one commit, an answer each.
#include <csp.h>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/rows.hpp"
#include "capi/take.hpp"

namespace csp::capi {
namespace {

/// A refusal names the rule that refused, and stands beside what was done. An error that names none ended the commit:
/// it is the answer to all of them, but for those that had been done before under their request id.
const Error* why_not_kept(const std::vector<Result<Receipt>>& answers) {
    for (const Result<Receipt>& answer : answers) {
        if (!answer && answer.error().rule.empty()) { return &answer.error(); }
    }
    return nullptr;
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_batch_open(csp_engine* engine, csp_batch** batch_out, csp_error* error) {
    show_none(batch_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(batch_out, wrong), "batch_out", wrong)) { return wrong.error(); }
        auto batch = std::make_shared<OpenBatch>();
        batch->engine = open.shared();
        *batch_out = ticket_for<csp_batch>(std::move(batch));
        return csp_status{CSP_OK};
    });
}

csp_status csp_batch_commit(csp_batch* batch, csp_error* error) {
    return with_handle(batch, error, [&](OpenBatch& open) -> Result<csp_status> {
        const Visit visit(open.engine.get());
        const Hold hold(open.is_held);
        if (!visit.is_welcome() || !hold.is_first()) { return busy(); }
        if (open.is_committed) { return wrong_at("batch", "it is committed already"); }
        open.answers = open.engine->engine->execute_all(open.asked);
        open.is_committed = true;
        if (const Error* why_not = why_not_kept(open.answers)) { return *why_not; }
        return csp_status{CSP_OK};
    });
}

csp_status csp_batch_answer(csp_batch* batch, uint64_t place, csp_receipt* receipt_out, csp_error* error) {
    return with_handle(batch, error, [&](OpenBatch& open) -> Result<csp_status> {
        const Hold hold(open.is_held);
        if (!hold.is_first()) { return busy(); }
        Wrong wrong;
        if (!within(check_out(receipt_out, wrong), "receipt_out", wrong)) { return wrong.error(); }
        if (place >= open.answers.size()) { return wrong_at("place", "there is no answer at that place"); }
        const Result<Receipt>& answer = open.answers[place];
        if (!answer) { return answer.error(); }
        give_sized(c_receipt(*answer), receipt_out);
        return csp_status{CSP_OK};
    });
}

void csp_batch_close(csp_batch* batch) {
    guarded_silently([&] { close_ticket(batch); });
}
