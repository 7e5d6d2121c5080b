// A running query: a piece of rows after the other, each read when it is needed.
#pragma once

#include <csp.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/rows.hpp"

namespace csp::capi {

struct Piece {
    std::vector<Row> rows{};
    std::string next{};  ///< where the piece behind it begins; empty: there is none
    bool is_end{false};  ///< of the feed: nothing stood behind it, but something may later
};
/// Reads the piece behind a position.
using Fetch = std::function<Result<Piece>(Engine& engine, const std::string& after)>;

struct OpenCursor {
    std::shared_ptr<OpenEngine> engine{};
    Fetch fetch{};
    bool is_one_page{false};
    Piece piece{};
    std::size_t place{0};
};

/// A cursor over what is there already.
csp_cursor* cursor_over(std::shared_ptr<OpenEngine> engine, std::vector<Row> rows);
/// A cursor whose first piece is read now.
Result<csp_cursor*> cursor_from(std::shared_ptr<OpenEngine> engine, Fetch fetch, const std::string& after,
                                bool is_one_page);

}  // namespace csp::capi
