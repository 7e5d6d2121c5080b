#include "engine/personal_link.hpp"

#include <sodium.h>
#include <algorithm>
#include <array>
#include <optional>

#include "csp/text.hpp"

namespace csp::engine {
namespace {

constexpr std::size_t token_bytes = 16;
constexpr std::size_t token_digits = 2 * token_bytes;
constexpr std::string_view provider_name = "?provider=";
constexpr std::string_view partnership_name = "&partnership=";
constexpr std::string_view token_name = "&token=";
constexpr std::string_view after_scheme = "://";
constexpr std::size_t id_letters = 36;

bool is_token(std::string_view text) {
    return text.size() == token_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }
/// "https", "ms-teams", "web+csp": a letter, and then these (RFC 3986).
bool is_of_a_scheme(char c) { return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.'; }

/// Where the address that ends at that place begins, with its scheme; nothing: there is none. Not before `from`.
std::optional<std::size_t> begin_of_address(std::string_view text, std::size_t from, std::size_t end) {
    std::size_t word = end;
    while (word > from && !is_blank(text[word - 1])) { --word; }
    const std::size_t slashes = text.substr(word, end - word).rfind(after_scheme);
    if (slashes == std::string_view::npos) { return std::nullopt; }
    std::size_t scheme = word + slashes;
    while (scheme > word && is_of_a_scheme(text[scheme - 1])) { --scheme; }
    while (scheme < word + slashes && !is_letter(text[scheme])) { ++scheme; }
    return scheme < word + slashes ? std::optional(scheme) : std::nullopt;
}

/// What of a link stands before its partnership: where it begins, and the letters of its provider.
struct Front {
    std::size_t begin{};
    std::string_view provider{};
};
/// Nothing: what ends at that place is no link.
std::optional<Front> front_of_link(std::string_view text, std::size_t from, std::size_t end) {
    constexpr std::size_t size = provider_name.size() + id_letters;
    if (end < from + size) { return std::nullopt; }
    const std::size_t name = end - size;
    if (!text.substr(name).starts_with(provider_name)) { return std::nullopt; }
    const auto begin = begin_of_address(text, from, name);
    if (!begin) { return std::nullopt; }
    return Front{*begin, text.substr(name + provider_name.size(), id_letters)};
}

/// Of both, one after the other; copied nowhere.
std::string digest_of(std::string_view first, std::string_view second) {
    std::array<unsigned char, link_digest_digits / 2> hash{};
    crypto_generichash_state state{};
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    for (const std::string_view text : {first, second}) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<char, link_digest_digits + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    return {digits.data(), link_digest_digits};
}

/// Whether one of these tokens stands in the text after all: in capitals, with another name, or by itself. Asked with
/// one provider: where the links name two, one of them is refused for that.
bool shows_a_token(std::string_view text, std::string_view provider, const std::vector<std::string>& digests) {
    std::size_t digits = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        digits = is_hexadecimal(text[end - 1]) ? digits + 1 : 0;
        if (digits < token_digits) { continue; }
        const std::string digest = digest_of(provider, lower_ascii(text.substr(end - token_digits, token_digits)));
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

Secret link_of(std::string_view address, const PartnerId& provider, const PartnershipId& partnership,
               const Secret& token) {
    std::string link;
    link.reserve(address.size() + 160);  // so that the token stands in one place of the memory, which is wiped below
    link.append(address).append(provider_name).append(text_of(provider));
    link.append(partnership_name).append(text_of(partnership)).append(token_name).append(token.reveal());
    Secret kept(link);
    sodium_memzero(link.data(), link.size());
    return kept;
}

std::string link_digest_of(const PartnerId& provider, const Secret& token) {
    return digest_of(text_of(provider), token.reveal());
}

bool is_address(std::string_view text) { return begin_of_address(text, 0, text.size()) == std::size_t{0}; }

Result<ReadLink> read_link(std::string_view link) {
    constexpr std::size_t size = partnership_name.size() + id_letters + token_name.size() + token_digits;
    if (link.size() < size) { return link_unknown(); }
    const std::string_view back = link.substr(link.size() - size);
    const std::string_view id_and_token = back.substr(partnership_name.size());
    const std::string_view token = back.substr(size - token_digits);
    const bool has_its_names =
        back.starts_with(partnership_name) && id_and_token.substr(id_letters).starts_with(token_name);
    const auto front = front_of_link(link, 0, link.size() - size);
    auto id = read_id<Partnership>(id_and_token.substr(0, id_letters));
    if (!has_its_names || !front || !id || !is_token(token)) { return link_unknown(); }
    return ReadLink{*id, digest_of(front->provider, token)};
}

std::string kept_digest_of(std::string_view digest) { return digest_of(digest, {}); }

Unlinked without_links(std::string_view text, const PartnershipId& partnership) {
    const std::string middle = std::string(partnership_name) + text_of(partnership) + std::string(token_name);
    Unlinked out;
    std::string_view provider;
    std::size_t copied = 0;
    for (std::size_t at = text.find(middle); at != std::string_view::npos; at = text.find(middle, at + 1)) {
        const std::size_t token_at = at + middle.size();
        const std::string_view token = text.substr(token_at, token_digits);
        const std::size_t end = token_at + token.size();
        if (!is_token(token) || (end < text.size() && is_letter_or_digit(text[end]))) { continue; }
        const auto front = front_of_link(text, copied, at);
        if (!front) { continue; }
        out.text.append(text.substr(copied, front->begin - copied)).append(link_mark);
        out.link_digests.push_back(digest_of(front->provider, token));
        provider = front->provider;
        copied = end;
    }
    out.text.append(text.substr(copied));
    if (has_a_link(out.text) || shows_a_token(out.text, provider, out.link_digests)) {
        out.link_digests.emplace_back();
    }
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
