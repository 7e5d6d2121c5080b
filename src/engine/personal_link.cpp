#include "engine/personal_link.hpp"

#include <sodium.h>
#include <algorithm>
#include <array>

#include "csp/text.hpp"

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
bool is_of_a_scheme(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The token that ends with the link; empty: it is no link.
std::string_view token_in(std::string_view link) {
    const std::size_t name = link.rfind(token_name);
    if (name == std::string_view::npos) { return {}; }
    const std::string_view token = link.substr(name + token_name.size());
    return is_token(token) ? token : std::string_view{};
}

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter_or_digit(char c) { return is_of_a_scheme(c) || (c >= '0' && c <= '9'); }

/// Where the link that goes on at that place begins: with "https", or else with its word. Not before `from`.
std::size_t begin_of_link(std::string_view text, std::size_t from, std::size_t at) {
    std::size_t word = at;
    while (word > from && !is_blank(text[word - 1])) { --word; }
    const std::size_t slashes = text.substr(word, at - word).rfind("://");
    if (slashes == std::string_view::npos) { return word; }
    std::size_t scheme = word + slashes;
    while (scheme > word && is_of_a_scheme(text[scheme - 1])) { --scheme; }
    return scheme;
}

/// Whether one of these tokens stands in the text after all: in capitals, with another name, or by itself.
bool shows_a_token(std::string_view text, const std::vector<std::string>& digests) {
    std::size_t digits = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        digits = is_hexadecimal(text[end - 1]) ? digits + 1 : 0;
        if (digits < token_digits) { continue; }
        const std::string digest = digest_of(lower_ascii(text.substr(end - token_digits, token_digits)));
        if (std::ranges::find(digests, digest) != digests.end()) { return true; }
    }
    return false;
}

/// Whether a link is left in the text: one of another request, whose token would be kept as it is.
bool has_a_link(std::string_view text) {
    for (std::size_t at = text.find(token_name); at != std::string_view::npos; at = text.find(token_name, at + 1)) {
        if (is_token(text.substr(at + token_name.size(), token_digits))) { return true; }
    }
    return false;
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

std::string kept_digest_of(std::string_view digest) { return digest_of(digest); }

Unlinked without_links(std::string_view text, const PartnershipId& partnership) {
    const std::string middle = std::string(partnership_name) + text_of(partnership) + std::string(token_name);
    Unlinked out;
    std::size_t copied = 0;
    for (std::size_t at = text.find(middle); at != std::string_view::npos; at = text.find(middle, at + 1)) {
        const std::size_t token_at = at + middle.size();
        const std::string_view token = text.substr(token_at, token_digits);
        const std::size_t end = token_at + token.size();
        if (!is_token(token) || (end < text.size() && is_letter_or_digit(text[end]))) { continue; }
        const std::size_t begin = begin_of_link(text, copied, at);
        out.text.append(text.substr(copied, begin - copied)).append(link_mark);
        out.link_digests.push_back(digest_of(token));
        copied = end;
    }
    out.text.append(text.substr(copied));
    if (has_a_link(out.text) || shows_a_token(out.text, out.link_digests)) { out.link_digests.emplace_back(); }
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
