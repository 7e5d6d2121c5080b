// What the host brings as functions of C, as the ports of csp.
//
// A callback answers through an out-parameter that is CSP_FAILED before it is called: one that raises in the host's
// language, and so writes nothing, has failed.
#pragma once

#include <csp.h>

#include <functional>
#include <memory>
#include <stdexcept>

#include "capi/sized.hpp"
#include "capi/wrong.hpp"
#include "csp/clock.hpp"
#include "csp/engine.hpp"
#include "csp/fulfilment.hpp"
#include "csp/sealer.hpp"
#include "csp/storage.hpp"

namespace csp::capi {

/// A vtable and its `drop`, which runs exactly once. Taking it over allocates nothing: nothing can come between.
template <class Table>
class Ported {
public:
    /// Of a struct whose size is wrong nothing is read; `check` says so.
    explicit Ported(const Table* given) noexcept : table_(as_given(given)), given_(given) {}
    Ported(Ported&& other) noexcept : table_(other.table_), given_(other.given_) { other.table_.drop = nullptr; }
    Ported& operator=(Ported&&) = delete;
    ~Ported() {
        if (table_.drop != nullptr) { table_.drop(table_.context); }
    }

    [[nodiscard]] bool is_given() const { return given_ != nullptr; }
    /// While the caller's struct is still there. `has_all`: every function that csp calls.
    bool check(bool (*has_all)(const Table&), Wrong& wrong) const {
        Table whole{};
        return take_sized(given_, whole, wrong) && (has_all(whole) || wrong.is("a function is missing"));
    }
    const Table* operator->() const { return &table_; }

private:
    Table table_{};
    const Table* given_{nullptr};
};

/// Where a port of csp cannot say no, the engine catches this and ends the call.
struct PortFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// nullptr and `wrong` where the vtable is malformed.
std::unique_ptr<Storage> ported(Ported<csp_storage> table, Wrong& wrong);
std::unique_ptr<Clock> ported(Ported<csp_clock> table, Wrong& wrong);
std::unique_ptr<Fulfilment> ported(Ported<csp_fulfilment> table, Wrong& wrong);
std::unique_ptr<Sealer> ported(Ported<csp_sealer> table, Wrong& wrong);
std::unique_ptr<SecretSource> ported(Ported<csp_secrets> table, Wrong& wrong);
/// Empty where it is malformed.
std::function<void(const Happening&)> ported(Ported<csp_listener> table, Wrong& wrong);

}  // namespace csp::capi
