// The clock the house asks: the system's, or one that a test turns by hand.
//
// The engine asks it once a command. Values outside 1970-9999 are refused by the engine (CONV-1).
// Lifetime: the engine keeps a reference; the clock must outlive it.
// Threads: `now` may be called from any thread.
#pragma once

#include <atomic>

#include "csp/time.hpp"

namespace csp {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0;
};

/// The machine's own clock, in UTC. One for the whole program.
Clock& system_clock();

/// Stands still until it is told otherwise: years of expiry in milliseconds.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_us_(start.us) {}
    Instant now() override { return Instant{now_us_.load()}; }
    void set(Instant at) { now_us_.store(at.us); }
    void advance_us(std::int64_t us) { now_us_.fetch_add(us); }
    void advance_days(std::int32_t days) { advance_us(days * us_per_day); }

private:
    std::atomic<std::int64_t> now_us_;
};

}  // namespace csp
