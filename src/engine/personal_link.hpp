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
/// What a command brings of it, so that no command holds the token. The provider is in it: a link that was edited to
/// name another one is none (RES-10).
std::string link_digest_of(const PartnerId& provider, const Secret& token);
/// What is stored of that: whoever reads the store cannot answer in the reseller's place.
std::string kept_digest_of(std::string_view digest);

/// Whether links can be made below it: it begins with a scheme, by which a link in a text is known from other words.
bool is_address(std::string_view text);

Secret link_of(std::string_view address, const PartnerId& provider, const PartnershipId& partnership,
               const Secret& token);

/// What a link says, the token as its digest.
struct ReadLink {
    PartnershipId partnership{};
    std::string link_digest{};
};
/// Refused (RES-10) like a link that nobody waits for: what is no link leads nowhere either.
Result<ReadLink> read_link(std::string_view link);

/// A message as it is stored: `link_mark` where links of that request stood, and the digests of their tokens in that
/// order. Where a token stands in another form too, or a link of another request, one digest too many says that the
/// message cannot be stored.
struct Unlinked {
    std::string text{};
    std::vector<std::string> link_digests{};
};
Unlinked without_links(std::string_view text, const PartnershipId& partnership);
/// The message as it is sent.
Secret with_link(std::string_view text, const Secret& link);

}  // namespace csp::engine
