#include "capi/command.hpp"

#include <cstddef>
#include <string>

#include "capi/cursor.hpp"
#include "capi/rows.hpp"

namespace csp::capi {
namespace {

constinit thread_local bool is_room_gone = false;
/// Room for the user's name, which one call of a thread leaves to the next: it is most often the same user. A host that
/// calls once more while its thread ends, or after main, finds it gone.
struct Room {
    std::string text{};
    ~Room() { is_room_gone = true; }
};
thread_local Room room_for_user{};
constexpr std::size_t most_room = 512;

/// A command is taken where it stays: there is none before.
struct Taken {
    Request request{};
    std::optional<Command> command{};

    Taken() {
        if (is_room_gone) { return; }
        request.by.user.swap(room_for_user.text);
        request.by.user.clear();
    }
    ~Taken() {
        if (!is_room_gone && request.by.user.capacity() <= most_room) { request.by.user.swap(room_for_user.text); }
    }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
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
