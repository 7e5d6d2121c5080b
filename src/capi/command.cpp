#include "capi/command.hpp"

#include "capi/cursor.hpp"
#include "capi/of_thread.hpp"
#include "capi/rows.hpp"

namespace csp::capi {
namespace {

/// A command is taken where it stays: there is none before.
struct Taken {
    LentRequest lent{};
    Request& request{*lent};
    std::optional<Command> command{};
};

bool take_asked(const csp_request* request, const Asking& asking, Taken& to, Wrong& wrong) {
    if (!within(take_request(request, to.request, wrong), "request", wrong)) { return false; }
    if (asking.record == nullptr && !asking.begins) { return within(wrong.is("must not be NULL"), "record", wrong); }
    const AnyId record = asking.record == nullptr ? AnyId{} : id_from(*asking.record);
    return asking.take(asking, record, to.command, wrong);
}

bool take_asked_with(bool has_room, std::string_view name, const csp_request* request, const Asking& asking, Taken& to,
                     Wrong& wrong) {
    return within(has_room, name, wrong) && take_asked(request, asking, to, wrong);
}

std::vector<Row> rows_of(const Preview& preview) {
    std::vector<Row> rows;
    for (const Happening& happening : preview.events) { rows.push_back(row_of(happening)); }
    for (const ChargeRecorded& charge : preview.charges) { rows.push_back(row_of(charge)); }
    for (const Coming& coming : preview.coming) { rows.push_back(row_of(coming)); }
    return rows;
}

}  // namespace

csp_status execute(csp_engine* engine, const csp_request* request, const Asking& asking, csp_receipt* receipt_out,
                   csp_error* error) {
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Taken asked;
        if (!take_asked_with(check_out(receipt_out, wrong), "receipt_out", request, asking, asked, wrong)) {
            return wrong.error();
        }
        return handed_out(open->engine->execute(asked.request, *asked.command),
                          [&](const Receipt& receipt) { give_sized(c_receipt(receipt), receipt_out); });
    });
}

csp_status preview(csp_engine* engine, const csp_request* request, const Asking& asking, csp_cursor** cursor_out,
                   csp_error* error) {
    show_none(cursor_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Taken asked;
        if (!take_asked_with(check_out(cursor_out, wrong), "cursor_out", request, asking, asked, wrong)) {
            return wrong.error();
        }
        return handed_out(open->engine->preview(asked.request, *asked.command),
                          [&](const Preview& seen) { *cursor_out = cursor_over(open.shared(), rows_of(seen)); });
    });
}

csp_status add(csp_batch* batch, const csp_request* request, const Asking& asking, uint64_t* place_out,
               csp_error* error) {
    return with_handle(batch, error, [&](OpenBatch& open) -> Result<csp_status> {
        const Hold hold(open.is_held);
        if (!hold.is_first()) { return busy(); }
        Wrong wrong;
        Taken asked;
        if (open.is_committed) { return wrong_at("batch", "it is committed already"); }
        if (open.asked.size() == longest_list) { return wrong_at("batch", "it is full"); }
        if (!take_asked(request, asking, asked, wrong)) { return wrong.error(); }
        open.asked.emplace_back(std::move(asked.request), *std::move(asked.command));
        if (place_out != nullptr) { *place_out = open.asked.size() - 1; }
        return csp_status{CSP_OK};
    });
}

}  // namespace csp::capi
