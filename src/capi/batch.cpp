// Batches: many commands, one commit, an answer each.
#include <csp.h>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/rows.hpp"
#include "capi/take.hpp"

using namespace csp;
using namespace csp::capi;

csp_status csp_batch_open(csp_engine* engine, csp_batch** batch_out, csp_error* error) {
    return in_engine(engine, error, [&](const std::shared_ptr<OpenEngine>& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(batch_out, wrong), "batch_out", wrong)) { return wrong.error(); }
        auto batch = std::make_shared<OpenBatch>();
        batch->engine = open;
        *batch_out = ticket_for<csp_batch>(std::move(batch));
        return csp_status{CSP_OK};
    });
}

csp_status csp_batch_commit(csp_batch* batch, csp_error* error) {
    return with_handle(batch, error, [&](OpenBatch& open) -> Result<csp_status> {
        const Visit visit(open.engine.get());
        if (!visit.is_welcome()) { return busy(); }
        Wrong wrong;
        if (open.is_committed) { return wrong.is("it is committed already"), wrong.is_inside("batch"), wrong.error(); }
        open.answers = open.engine->engine->execute_all(open.asked);
        open.is_committed = true;
        return csp_status{CSP_OK};
    });
}

csp_status csp_batch_answer(csp_batch* batch, uint64_t place, csp_receipt* receipt_out, csp_error* error) {
    return with_handle(batch, error, [&](OpenBatch& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(receipt_out, wrong), "receipt_out", wrong)) { return wrong.error(); }
        if (place >= open.answers.size()) {
            return wrong.is("there is no answer at that place"), wrong.is_inside("place"), wrong.error();
        }
        const Result<Receipt>& answer = open.answers[place];
        if (!answer) { return answer.error(); }
        give_sized(c_receipt(*answer), receipt_out);
        return csp_status{CSP_OK};
    });
}

void csp_batch_close(csp_batch* batch) {
    guarded_silently([&] { close_ticket(batch); });
}
