#include "capi/cursor.hpp"

#include "capi/take.hpp"

namespace csp::capi {
namespace {

/// Whether a row stands where the cursor is, perhaps after reading on.
Result<bool> has_row(OpenCursor& cursor) {
    while (cursor.place == cursor.piece.rows.size()) {
        const bool has_more = !cursor.piece.next.empty() && !cursor.is_one_page && cursor.fetch;
        if (!has_more) { return false; }
        auto piece = cursor.fetch(*cursor.engine->engine, cursor.piece.next);
        if (!piece) { return std::move(piece).error(); }
        cursor.piece = std::move(piece).value();
        cursor.place = 0;
        if (cursor.piece.rows.empty() && cursor.piece.is_end) { return false; }
    }
    return true;
}

csp_row c_row(const Row& row) {
    csp_row told{};
    told.what = row.what;
    told.kind = static_cast<std::int32_t>(row.kind);
    told.id = c_id(row.id);
    told.version = row.version;
    told.next_due_us = row.next_due.us;
    told.json = c_str(row.json);
    told.text = c_str(row.secret.is_empty() ? std::string_view(row.text) : row.secret.reveal());
    return told;
}

}  // namespace

csp_cursor* cursor_over(std::shared_ptr<OpenEngine> engine, std::vector<Row> rows) {
    auto cursor = std::make_shared<OpenCursor>();
    cursor->engine = std::move(engine);
    cursor->piece.rows = std::move(rows);
    return ticket_for<csp_cursor>(std::move(cursor));
}

Result<csp_cursor*> cursor_from(std::shared_ptr<OpenEngine> engine, Fetch fetch, const std::string& after,
                                bool is_one_page) {
    auto piece = fetch(*engine->engine, after);
    if (!piece) { return std::move(piece).error(); }
    auto cursor = std::make_shared<OpenCursor>();
    cursor->engine = std::move(engine);
    cursor->fetch = std::move(fetch);
    cursor->is_one_page = is_one_page;
    cursor->piece = std::move(piece).value();
    return ticket_for<csp_cursor>(std::move(cursor));
}

ReadyCursor::ReadyCursor(std::shared_ptr<OpenEngine> engine) : cursor_(std::make_shared<OpenCursor>()) {
    cursor_->engine = std::move(engine);
    cursor_->piece.rows.reserve(most_shown_once);
    ticket_ = ticket_for<csp_cursor>(cursor_);
}
ReadyCursor::~ReadyCursor() { close_ticket(ticket_); }

}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_cursor_next(csp_cursor* cursor, csp_row* row_out, csp_error* error) {
    return guarded(error, [&]() -> Result<csp_status> {
        const Behind<csp_cursor> open(cursor);
        if (!open) { return no_such_handle("cursor"); }
        Wrong wrong;
        if (!within(check_out(row_out, wrong), "row_out", wrong)) { return wrong.error(); }
        const Visit visit(open->engine.get());
        if (!visit.is_welcome()) { return busy(); }
        auto found = has_row(*open);
        if (!found) { return std::move(found).error(); }
        if (!open.is_open()) { return no_such_handle("cursor"); }  // by a callback: the row would go with this call
        if (!*found) { return csp_status{CSP_END}; }
        give_sized(c_row(open->piece.rows[open->place++]), row_out);
        return csp_status{CSP_OK};
    });
}

csp_status csp_cursor_position(csp_cursor* cursor, csp_str* after_out, csp_error* error) {
    return with_handle(cursor, error, [&](OpenCursor& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(after_out, wrong), "after_out", wrong)) { return wrong.error(); }
        *after_out = c_str(open.piece.next);
        return csp_status{CSP_OK};
    });
}

csp_status csp_cursor_is_at_end(csp_cursor* cursor, csp_bool* is_at_end_out, csp_error* error) {
    return with_handle(cursor, error, [&](OpenCursor& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(is_at_end_out, wrong), "is_at_end_out", wrong)) { return wrong.error(); }
        *is_at_end_out = open.piece.is_end || open.piece.next.empty() ? 1 : 0;
        return csp_status{CSP_OK};
    });
}

namespace {

/// What the row that was read last is beside its JSON; nullptr: another kind of thing.
template <class Out, class Find, class Give>
csp_status shown(csp_cursor* cursor, Out* out, const char* name, csp_error* error, Find find, Give give) {
    return with_handle(cursor, error, [&](OpenCursor& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(out, wrong), name, wrong)) { return wrong.error(); }
        const Row* row = open.place == 0 ? nullptr : &open.piece.rows[open.place - 1];
        const auto* found = row == nullptr ? nullptr : find(*row);
        if (found == nullptr) { return wrong_at("cursor", "the row is none, or none was read yet"); }
        give_sized(give(*row, *found), out);
        return csp_status{CSP_OK};
    });
}

}  // namespace

csp_status csp_cursor_event(csp_cursor* cursor, csp_event* event_out, csp_error* error) {
    return shown(
        cursor, event_out, "event_out", error, [](const Row& row) { return row.happening.get(); },
        [](const Row& row, const Happening& happening) {
            csp_event event = event_of(happening);
            event.json = c_str(row.json);
            return event;
        });
}

csp_status csp_cursor_availability(csp_cursor* cursor, csp_availability* answer_out, csp_error* error) {
    return shown(
        cursor, answer_out, "answer_out", error, [](const Row& row) { return row.availability.get(); },
        [](const Row&, const Availability& answer) { return c_availability(answer); });
}

void csp_cursor_close(csp_cursor* cursor) {
    guarded_silently([&] { close_ticket(cursor); });
}
