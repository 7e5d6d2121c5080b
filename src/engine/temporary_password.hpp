// The password a customer's first administrator signs in with once (CUS-07).
#pragma once

#include <string>

#include "csp/ids.hpp"
#include "csp/result.hpp"
#include "csp/secret.hpp"

namespace csp::engine {

/// 16 characters with an upper-case letter, a lower-case letter and a digit first: 76 bits from the dice.
Secret new_password(SecretSource& dice);

/// Argon2id, with libsodium's numbers for signing in: 64 MiB and some 50 ms. Fails when there is no memory for it.
Result<std::string> hash_of(const Secret& password);

}  // namespace csp::engine
