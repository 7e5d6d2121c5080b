// How every query of C goes: what is given is taken, the first piece is read, and a cursor stands before it.
#pragma once

#include <csp.h>

#include <string>
#include <utility>
#include <vector>

#include "capi/cursor.hpp"
#include "capi/guarded.hpp"
#include "capi/rows.hpp"
#include "capi/take.hpp"

namespace csp::capi {

inline constexpr std::size_t usual_rows = 100;

struct Reader {
    Actor actor{};
    PageRequest page{.size = usual_rows, .after = {}};
    bool is_one_page{false};
};
bool take_page(const csp_page* from, Reader& to, Wrong& wrong);

template <class T>
std::vector<Row> rows_of(const std::vector<T>& items) {
    std::vector<Row> rows;
    rows.reserve(items.size());
    for (const T& item : items) { rows.push_back(row_of(item)); }
    return rows;
}

/// `ask(engine, actor, page)` answers a Page.
template <class Ask>
Fetch pages(const Reader& reader, Ask ask) {
    return [reader, ask](Engine& engine, const std::string& after) -> Result<Piece> {
        PageRequest page = reader.page;
        page.after = after;
        auto answer = ask(engine, reader.actor, page);
        if (!answer) { return std::move(answer).error(); }
        return Piece{.rows = rows_of(answer->items), .next = std::move(answer->next)};
    };
}
/// `ask(engine, actor)` answers all of it at once.
template <class Ask>
Fetch whole_list(const Reader& reader, Ask ask) {
    return [reader, ask](Engine& engine, const std::string&) -> Result<Piece> {
        auto answer = ask(engine, reader.actor);
        if (!answer) { return std::move(answer).error(); }
        return Piece{.rows = rows_of(*answer)};
    };
}
/// `ask(engine, actor)` answers one thing.
template <class Ask>
Fetch one_row(const Reader& reader, Ask ask) {
    return [reader, ask](Engine& engine, const std::string&) -> Result<Piece> {
        auto answer = ask(engine, reader.actor);
        if (!answer) { return std::move(answer).error(); }
        Piece piece;
        piece.rows.push_back(row_of(std::move(answer).value()));
        return piece;
    };
}

/// `prepare(reader, wrong)` takes what else was given, and answers how to read; an empty Fetch where it is `wrong`.
template <class Prepare>
csp_status query(csp_engine* engine, const csp_actor* actor, const csp_page* page, csp_cursor** cursor_out,
                 csp_error* error, Prepare prepare) {
    show_none(cursor_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        Wrong wrong;
        Reader reader;
        const bool is_good = within(check_out(cursor_out, wrong), "cursor_out", wrong) &&
                             within(take_actor(actor, reader.actor, wrong), "actor", wrong) &&
                             within(take_page(page, reader, wrong), "page", wrong);
        if (!is_good) { return wrong.error(); }
        Fetch fetch = prepare(reader, wrong);
        if (!fetch) { return wrong.error(); }
        return handed_out(cursor_from(open.shared(), std::move(fetch), reader.page.after, reader.is_one_page),
                          [&](csp_cursor* cursor) { *cursor_out = cursor; });
    });
}

/// A query about one record: `ask(reader, id)` answers how to read.
template <class S, class Ask>
csp_status query_of(csp_engine* engine, const csp_actor* actor, const csp_id* record, std::string_view name,
                    const csp_page* page, csp_cursor** cursor_out, csp_error* error, Ask ask) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        Id<S> id{};
        if (!within(take_id(record, id, wrong), name, wrong)) { return {}; }
        return ask(reader, id);
    });
}

/// "active"; nothing where there is no filter.
bool take_phase(const csp_phase_filter* from, std::optional<std::string>& to, Wrong& wrong);

}  // namespace csp::capi
