// Queries about one record of any kind, and the feed.
#include <csp.h>

#include <charconv>

#include "capi/query.hpp"

namespace csp::capi {
namespace {

/// Calls `visit.operator()<S>()` for the noun of that kind.
template <class Visit>
bool with_noun(csp_kind kind, Wrong& wrong, Visit visit) {
    bool is_known = false;
    Nouns::for_each([&]<class S>() {
        if (static_cast<csp_kind>(S::kind_of_record) != kind) { return; }
        is_known = true;
        visit.template operator()<S>();
    });
    return is_known || within(wrong.is("the number " + std::to_string(kind) + " is no kind"), "kind", wrong);
}

/// A history has no page of its own: it goes on from the version of the last row.
template <class S>
Fetch whole_history(const Reader& reader, Id<S> id, std::uint64_t after_version) {
    return [reader, id, after_version](Engine& engine, const std::string& after) -> Result<Piece> {
        std::uint64_t version = after_version;
        std::from_chars(after.data(), after.data() + after.size(), version);
        auto happenings = engine.history(reader.actor, id, version, reader.page.size);
        if (!happenings) { return std::move(happenings).error(); }
        Piece piece{.rows = rows_of(*happenings)};
        if (happenings->size() == reader.page.size) { piece.next = std::to_string(happenings->back().version); }
        return piece;
    };
}

Fetch feed(const Reader& reader, std::uint64_t from) {
    return [reader, from](Engine& engine, const std::string& after) -> Result<Piece> {
        std::uint64_t position = from;
        std::from_chars(after.data(), after.data() + after.size(), position);
        auto page = engine.events(reader.actor, position, reader.page.size);
        if (!page) { return std::move(page).error(); }
        return Piece{.rows = rows_of(page->items), .next = std::to_string(page->scanned_to), .is_end = page->is_at_end};
    };
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_read(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                    csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) {
        Fetch fetch;
        with_noun(kind, wrong, [&]<class S>() {
            Id<S> id{};
            if (!within(take_id(record, id, wrong), "record", wrong)) { return; }
            fetch = one_row(reader, [id](Engine& open, const Actor& who) { return open.read(who, id); });
        });
        return fetch;
    });
}

csp_status csp_allowed(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                       csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) {
        Fetch fetch;
        with_noun(kind, wrong, [&]<class S>() {
            Id<S> id{};
            if (!within(take_id(record, id, wrong), "record", wrong)) { return; }
            fetch = whole_list(reader, [id](Engine& open, const Actor& who) { return open.allowed(who, id); });
        });
        return fetch;
    });
}

csp_status csp_history(csp_engine* engine, const csp_actor* actor, csp_kind kind, const csp_id* record,
                       uint64_t after_version, csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) {
        Fetch fetch;
        with_noun(kind, wrong, [&]<class S>() {
            Id<S> id{};
            if (!within(take_id(record, id, wrong), "record", wrong)) { return; }
            fetch = whole_history(reader, id, after_version);
        });
        return fetch;
    });
}

csp_status csp_events(csp_engine* engine, const csp_actor* actor, uint64_t after, const csp_page* page,
                      csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error,
                 [&](const Reader& reader, Wrong&) { return feed(reader, after); });
}
