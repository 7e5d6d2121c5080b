// The link of a request for a partnership: who asks, which request, and a token that only its holder knows (RES-10).
//
//   https://partners.example/accept?provider=<id>&partnership=<id>&token=<32 hexadecimal digits>
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csp/ids.hpp"
#include "csp/partnership.hpp"
#include "csp/secret.hpp"

namespace csp::engine {

/// A new token of 128 bits.
Secret new_token(SecretSource& dice);
/// What is stored of it.
std::string digest_of(std::string_view token);

Secret link_of(std::string_view address, const PartnerId& provider, const PartnershipId& partnership,
               const Secret& token);

/// What a link says, the token as its digest.
struct ReadLink {
    PartnershipId partnership{};
    std::string link_digest{};
};
/// Refused (RES-10) like a link that nobody waits for: what is no link leads nowhere either.
Result<ReadLink> read_link(std::string_view link);

/// A message as it is stored: `link_mark` where links stood, and the digests of their tokens in that order.
struct Unlinked {
    std::string text{};
    std::vector<std::string> link_digests{};
};
Unlinked without_links(std::string_view text);
/// The message as it is sent.
Secret with_link(std::string_view text, const Secret& link);

}  // namespace csp::engine
