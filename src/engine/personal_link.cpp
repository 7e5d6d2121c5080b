#include "engine/personal_link.hpp"

#include <sodium.h>
#include <array>

namespace csp::engine {
namespace {

constexpr std::size_t token_bytes = 16;
constexpr std::size_t token_digits = 2 * token_bytes;
constexpr std::string_view token_name = "&token=";
constexpr std::string_view partnership_name = "&partnership=";
constexpr std::size_t id_letters = 36;

bool is_token(std::string_view text) {
    return text.size() == token_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// The token that ends with the link; empty: it is no link.
std::string_view token_in(std::string_view link) {
    const std::size_t name = link.rfind(token_name);
    if (name == std::string_view::npos) { return {}; }
    const std::string_view token = link.substr(name + token_name.size());
    return is_token(token) ? token : std::string_view{};
}

/// Where the word at that place begins.
std::size_t begin_of_word(std::string_view text, std::size_t at) {
    while (at > 0 && !is_blank(text[at - 1])) { --at; }
    return at;
}

}  // namespace

Secret new_token(SecretSource& dice) {
    std::array<unsigned char, token_bytes> bytes{};
    dice.fill(std::as_writable_bytes(std::span(bytes)));
    std::array<char, token_digits + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
    Secret token(std::string_view(digits.data(), token_digits));
    sodium_memzero(bytes.data(), bytes.size());
    sodium_memzero(digits.data(), digits.size());
    return token;
}

std::string digest_of(std::string_view token) {
    std::array<unsigned char, link_digest_digits / 2> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                       nullptr, 0);
    std::array<char, link_digest_digits + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    return {digits.data(), link_digest_digits};
}

Secret link_of(std::string_view address, const PartnerId& provider, const PartnershipId& partnership,
               const Secret& token) {
    std::string link;
    link.reserve(address.size() + 160);  // so that the token stands in one place of the memory, which is wiped below
    link.append(address).append("?provider=").append(text_of(provider));
    link.append(partnership_name).append(text_of(partnership)).append(token_name).append(token.reveal());
    Secret kept(link);
    sodium_memzero(link.data(), link.size());
    return kept;
}

Result<ReadLink> read_link(std::string_view link) {
    const std::string_view token = token_in(link);
    const std::size_t name = link.find(partnership_name);
    if (token.empty() || name == std::string_view::npos) { return link_unknown(); }
    auto id = read_id<Partnership>(link.substr(name + partnership_name.size(), id_letters));
    if (!id) { return link_unknown(); }
    return ReadLink{*id, digest_of(token)};
}

Unlinked without_links(std::string_view text) {
    Unlinked out;
    std::size_t copied = 0;
    for (std::size_t at = text.find(token_name); at != std::string_view::npos; at = text.find(token_name, at + 1)) {
        const std::string_view token = text.substr(at + token_name.size(), token_digits);
        if (!is_token(token)) { continue; }
        const std::size_t begin = std::max(copied, begin_of_word(text, at));
        out.text.append(text.substr(copied, begin - copied)).append(link_mark);
        out.link_digests.push_back(digest_of(token));
        copied = at + token_name.size() + token_digits;
    }
    out.text.append(text.substr(copied));
    return out;
}

Secret with_link(std::string_view text, const Secret& link) {
    std::vector<char> whole;
    whole.reserve(text.size() + (text.size() / link_mark.size() + 1) * link.reveal().size());
    for (std::size_t at = 0; at < text.size();) {
        const bool is_mark = text.substr(at).starts_with(link_mark);
        const std::string_view piece = is_mark ? link.reveal() : text.substr(at, 1);
        whole.insert(whole.end(), piece.begin(), piece.end());
        at += is_mark ? link_mark.size() : 1;
    }
    Secret kept(std::string_view(whole.data(), whole.size()));
    sodium_memzero(whole.data(), whole.size());
    return kept;
}

}  // namespace csp::engine
