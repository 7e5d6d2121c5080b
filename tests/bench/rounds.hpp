// Contenders that run in turns. Every round runs each of them once and begins with another one, so that whatever
// slows the machine down meets all of them; what is compared are ratios inside one round.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace csp::bench {

/// What is read: the processor's time for work in memory (other programs do not count), the wall clock for disks.
enum class Watch { processor, wall };

struct Contender {
    std::string name{};
    std::size_t units{1};                 ///< how many commands, rows or openings one play is
    std::function<void()> play{};         ///< what is measured
    std::function<void()> before{[] {}};  ///< puts everything as it was; not measured
};

/// What one contender took: nanoseconds a unit, one number for each round.
struct Times {
    std::string name{};
    std::vector<double> ns{};
};

struct Spread {
    double median{};
    double least{};
    double most{};
};

std::vector<Times> in_turns(std::span<const Contender> contenders, int rounds, Watch watch = Watch::processor);

Spread spread_of(std::vector<double> numbers);
/// `a` / `b`, round by round.
Spread ratio_of(const Times& a, const Times& b);

}  // namespace csp::bench
