// Queries about one record of any kind, and the feed.
#include <csp.h>

#include "capi/query.hpp"
#include "codec/take.hpp"

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

/// Stores count in 63 bits.
bool check_number(std::uint64_t number, std::string_view name, Wrong& wrong) {
    return number <= INT64_MAX || within(wrong.is("it does not fit into 63 bits"), name, wrong);
}

/// What `csp_page.after` says of a feed or history: a number; empty: `from`.
Result<std::uint64_t> position_in(const std::string& after, std::uint64_t from) {
    Wrong wrong;
    std::uint64_t number = from;
    const bool is_number = after.empty() || codec::take_digits(after, number) || wrong.is("it is no position");
    if (!within(is_number, "page.after", wrong) || !check_number(number, "page.after", wrong)) { return wrong.error(); }
    return number;
}

/// A history has no page of its own: it goes on from the version of the last row.
template <class S>
Fetch whole_history(const Reader& reader, Id<S> id, std::uint64_t after_version) {
    return [reader, id, after_version](Engine& engine, const std::string& after) -> Result<Piece> {
        const auto version = position_in(after, after_version);
        if (!version) { return version.error(); }
        auto happenings = engine.history(reader.actor, id, *version, reader.page.size);
        if (!happenings) { return std::move(happenings).error(); }
        Piece piece{.rows = rows_of(*happenings)};
        if (happenings->size() == reader.page.size) { piece.next = std::to_string(happenings->back().version); }
        return piece;
    };
}

Fetch feed(const Reader& reader, std::uint64_t from) {
    return [reader, from](Engine& engine, const std::string& after) -> Result<Piece> {
        const auto position = position_in(after, from);
        if (!position) { return position.error(); }
        auto page = engine.events(reader.actor, *position, reader.page.size);
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
            const bool is_good = within(take_id(record, id, wrong), "record", wrong) &&
                                 check_number(after_version, "after_version", wrong);
            if (!is_good) { return; }
            fetch = whole_history(reader, id, after_version);
        });
        return fetch;
    });
}

csp_status csp_events(csp_engine* engine, const csp_actor* actor, uint64_t after, const csp_page* page,
                      csp_cursor** cursor_out, csp_error* error) {
    return query(engine, actor, page, cursor_out, error, [&](const Reader& reader, Wrong& wrong) {
        return check_number(after, "after", wrong) ? feed(reader, after) : Fetch{};
    });
}
