// The same throws in every run: what was random once stays comparable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "csp/id.hpp"

namespace csp::bench {

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to `count` - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    AnyId id() {
        const std::uint64_t halves[2]{next(), next()};
        AnyId made{};
        std::memcpy(made.data, halves, sizeof halves);
        return made;
    }

private:
    std::uint64_t state_;
};

}  // namespace csp::bench
