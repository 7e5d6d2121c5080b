// The dice: random ids from Boost.UUID, counted ids for tests, secrets from libsodium.
#include "csp/ids.hpp"

#include <sodium.h>
#include <boost/uuid/random_generator.hpp>
#include <cstdlib>

#include "base/undying.hpp"

namespace csp {
namespace {

class RandomIds final : public IdSource {
public:
    AnyId next() override {
        // One a thread, so no lock. It asks the operating system for every id and keeps no state:
        // a process that forks does not give the same ids twice.
        static thread_local boost::uuids::random_generator_pure generate;
        return generate();
    }
};

class SystemSecrets final : public SecretSource {
public:
    SystemSecrets() {
        // Without a source of randomness no secret may be made: there is no way to go on.
        if (sodium_init() < 0) { std::abort(); }
    }
    void fill(std::span<std::byte> out) override {
        if (!out.empty()) { randombytes_buf(out.data(), out.size()); }
    }
};

}  // namespace

IdSource& random_ids() { return undying<RandomIds>(); }
SecretSource& system_secrets() { return undying<SystemSecrets>(); }

AnyId CountedIds::next() {
    AnyId id{};
    id.data[6] = 0x80;  // version 8: "made by its own rules" (RFC 9562)
    id.data[8] = 0x80;  // the variant of RFC 4122
    std::uint64_t count = next_.fetch_add(1);
    for (std::size_t byte = 15; byte > 8; --byte) {
        id.data[byte] = static_cast<std::uint8_t>(count & 0xFF);
        count >>= 8;
    }
    return id;
}

}  // namespace csp
