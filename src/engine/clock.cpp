// The machine's own clock, in microseconds UTC.
#include "csp/clock.hpp"

#include <chrono>

#include "base/undying.hpp"

namespace csp {
namespace {

class SystemClock final : public Clock {
public:
    Instant now() override {
        const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
        return Instant{std::chrono::floor<std::chrono::microseconds>(since_1970).count()};
    }
};

}  // namespace

Clock& system_clock() { return undying<SystemClock>(); }

}  // namespace csp
