// Sealing: how secrets lie at rest. What is sealed can be stored and shown; only who has the key can open it.
//
// The engine asks inside the transaction of the command, and again when another writer was first: nobody else writes
// meanwhile, so a sealer over a slow vault keeps its keys at hand, and none writes to the store of the engine.
// Rules: ENT-09; CONV-7. Lifetime: the engine keeps a reference; the sealer outlives it.
// Threads: may be called from any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "csp/ids.hpp"
#include "csp/result.hpp"
#include "csp/secret.hpp"

namespace csp {

class Sealer {
public:
    virtual ~Sealer() = default;
    /// The sealed text: printable ASCII that says nothing about the secret but its length. `context` names what it
    /// belongs to: it is not in the text, and only the same context opens it.
    virtual Result<std::string> seal(const Secret& secret, std::string_view context) = 0;
    /// Code::storage when the text was damaged, sealed with another key, or belongs to another context;
    /// Code::unsupported when a newer csp sealed it.
    virtual Result<Secret> open(std::string_view sealed, std::string_view context) = 0;
};

/// XChaCha20-Poly1305 of libsodium with a random nonce from `dice` for each text. The key is 32 bytes of the host's,
/// kept where the database is not; Code::invalid (CONV-7) for another length. `dice` outlives the sealer.
Result<std::unique_ptr<Sealer>> sealer_with_key(const Secret& key, SecretSource& dice = system_secrets());

}  // namespace csp
