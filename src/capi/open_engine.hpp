// An engine with everything that it was opened with, in the order in which it goes: the engine first.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "csp/engine.hpp"

namespace csp::capi {

struct SharedClock {
    explicit SharedClock(Instant start) : clock(start) {}
    ManualClock clock;
    std::mutex turning{};
};

/// What the host brought. Each is dropped when this goes.
struct Brought {
    std::unique_ptr<Storage> storage{};
    std::unique_ptr<Clock> clock{};
    std::shared_ptr<SharedClock> manual_clock{};
    std::unique_ptr<Fulfilment> fulfilment{};
    std::unique_ptr<SecretSource> secrets{};
    std::unique_ptr<Sealer> sealer{};  // after its dice
    std::unique_ptr<IdSource> ids{};
};

struct OpenEngine {
    Brought brought{};
    std::unique_ptr<Engine> engine{};
};

struct OpenWizard {
    NewCustomerWizard state{};
    bool is_held{false};
};

using Asked = std::pair<Request, Command>;

struct OpenBatch {
    std::shared_ptr<OpenEngine> engine{};
    std::vector<Asked> asked{};
    std::vector<Result<Receipt>> answers{};
    bool is_committed{false};
    bool is_held{false};
};

}  // namespace csp::capi
