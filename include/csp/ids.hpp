// The dice: where new ids and secrets come from. Both are brought from outside, so that the same
// history gives the same answers.
//
// Lifetime: the engine keeps references; the sources must outlive it.
// Threads: both may be called from any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "csp/id.hpp"

namespace csp {

class IdSource {
public:
    virtual ~IdSource() = default;
    /// A new id, never nil and never given before.
    virtual AnyId next() = 0;
};

/// Random UUIDs (version 4). One for the whole program.
IdSource& random_ids();

/// 00000000-0000-8000-8000-000000000001, ...2, ...3: for tests and examples that print the same every time.
class CountedIds final : public IdSource {
public:
    explicit CountedIds(std::uint64_t first = 1) : next_(first) {}
    AnyId next() override;

private:
    std::atomic<std::uint64_t> next_;
};

class SecretSource {
public:
    virtual ~SecretSource() = default;
    /// Fills all of it with bytes that nobody can guess.
    virtual void fill(std::span<std::byte> out) = 0;
};

/// libsodium's generator. One for the whole program.
SecretSource& system_secrets();

}  // namespace csp
