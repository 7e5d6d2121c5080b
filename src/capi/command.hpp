// One command of C: taken, then done, previewed or put into a batch. The generated sources call it.
#pragma once

#include <csp.h>

#include <optional>
#include <variant>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/take.hpp"

namespace csp::capi {

/// What was asked, before it is looked at.
struct Asking {
    bool (*take)(const Asking& asking, const AnyId& record, std::optional<Command>& to, Wrong& wrong){};
    const csp_id* record{};
    const void* command{};
    bool begins{false};       ///< it can make a new record
    bool may_be_null{false};  ///< it has no fields
};

template <class S, class C, class Given>
bool take_command(const Asking& asking, const AnyId& record, std::optional<Command>& to, Wrong& wrong) {
    Given whole{};
    const auto* given = static_cast<const Given*>(asking.command);
    const bool is_there = (given == nullptr && asking.may_be_null) || take_sized(given, whole, wrong);
    if (!within(is_there, "command", wrong)) { return false; }
    auto& ask = std::get<Ask<S>>(to.emplace(Ask<S>{Id<S>{record}, C{}}));
    return take(whole, std::get<C>(ask.command), wrong);
}

template <class S, class C, class Given>
Asking asking(const csp_id* record, const Given* command, bool begins, bool may_be_null) {
    return Asking{&take_command<S, C, Given>, record, command, begins, may_be_null};
}

csp_status execute(csp_engine* engine, const csp_request* request, const Asking& asking, csp_receipt* receipt_out,
                   csp_error* error);
csp_status preview(csp_engine* engine, const csp_request* request, const Asking& asking, csp_cursor** cursor_out,
                   csp_error* error);
csp_status add(csp_batch* batch, const csp_request* request, const Asking& asking, uint64_t* place_out,
               csp_error* error);

}  // namespace csp::capi
