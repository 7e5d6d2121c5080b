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

/// The cursor of a command whose answer is more than a receipt. It stands ready, with room for its rows, before the
/// command is done: then there is nothing left that could fail, and nothing that is shown once is lost. Unless it is
/// handed out, it goes.
class ReadyCursor {
public:
    explicit ReadyCursor(std::shared_ptr<OpenEngine> engine);
    ~ReadyCursor();
    ReadyCursor(const ReadyCursor&) = delete;
    ReadyCursor& operator=(const ReadyCursor&) = delete;

    [[nodiscard]] std::vector<Row>& rows() { return cursor_->piece.rows; }
    csp_cursor* hand_out() noexcept { return std::exchange(ticket_, nullptr); }

private:
    std::shared_ptr<OpenCursor> cursor_;
    csp_cursor* ticket_{nullptr};
};

/// What was done, shown by the cursor that stood ready for it.
template <class T>
Result<csp_status> shown_by(ReadyCursor& ready, Result<T> answer, csp_cursor** cursor_out) {
    return handed_out(std::move(answer), [&](T done) {
        add_rows(std::move(done), ready.rows());
        *cursor_out = ready.hand_out();
    });
}

}  // namespace csp::capi
