// Sealing with XChaCha20-Poly1305: a version byte, a random nonce and what was made of the secret, as base64 that may
// stand in a URL. The context is authenticated and not stored.
#include "csp/sealer.hpp"

#include <sodium.h>
#include <algorithm>
#include <cstddef>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace csp {
namespace {

using Byte = unsigned char;

constexpr Byte version = 1;
constexpr std::size_t key_bytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t head_bytes = 1 + nonce_bytes;
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const Byte* bytes_of(std::string_view text) { return reinterpret_cast<const Byte*>(text.data()); }

/// What was opened, until it is in its Secret.
struct WipedBytes {
    std::vector<Byte> bytes;
    explicit WipedBytes(std::size_t size) : bytes(size) {}
    WipedBytes(const WipedBytes&) = delete;
    WipedBytes& operator=(const WipedBytes&) = delete;
    ~WipedBytes() {
        if (!bytes.empty()) { sodium_memzero(bytes.data(), bytes.size()); }
    }
};

std::string as_text(const std::vector<Byte>& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), alphabet), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), alphabet);
    text.pop_back();  // the final NUL that libsodium counts
    return text;
}

/// Nothing when it is no such text. One spelling only: libsodium also reads letters whose highest bit is set.
std::vector<Byte> from_text(std::string_view text) {
    if (text.empty()) { return {}; }  // libsodium wants room to write to, though there is nothing to write
    std::vector<Byte> bytes(text.size());
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, alphabet) !=
        0) {
        return {};
    }
    bytes.resize(size);
    return as_text(bytes) == text ? bytes : std::vector<Byte>{};
}

Error cannot_be_opened() {
    return Error{.code = Code::storage,
                 .reason = "cannot_be_opened",
                 .sentence =
                     "storage: a sealed text is damaged, was sealed with another key, or belongs to another "
                     "record"};
}

Error of_another_version(Byte found) {
    return Error{.code = Code::unsupported,
                 .reason = "made_by_a_newer_csp",
                 .sentence = "made by a newer csp: a text is sealed in version " + std::to_string(found) +
                             "; this csp opens version " + std::to_string(version)};
}

/// libsodium's own memory: kept out of core dumps and of the swap file where the system allows it, wiped when freed.
struct FreeKey {
    void operator()(Byte* key) const { sodium_free(key); }
};
using Key = std::unique_ptr<Byte, FreeKey>;

class KeySealer final : public Sealer {
public:
    KeySealer(Key key, SecretSource& dice) : key_(std::move(key)), dice_(dice) {}

    Result<std::string> seal(const Secret& secret, std::string_view context) override {
        const std::string_view plain = secret.reveal();
        std::vector<Byte> sealed(head_bytes + plain.size() + tag_bytes);
        sealed.front() = version;
        dice_.fill(std::as_writable_bytes(std::span(sealed).subspan(1, nonce_bytes)));
        crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + head_bytes, nullptr, bytes_of(plain), plain.size(),
                                                   bytes_of(context), context.size(), nullptr, sealed.data() + 1,
                                                   key_.get());
        return as_text(sealed);
    }

    Result<Secret> open(std::string_view sealed, std::string_view context) override {
        const std::vector<Byte> bytes = from_text(sealed);
        if (bytes.size() < head_bytes + tag_bytes) { return cannot_be_opened(); }
        if (bytes.front() != version) { return of_another_version(bytes.front()); }
        WipedBytes plain(bytes.size() - head_bytes - tag_bytes);
        const bool opened =
            crypto_aead_xchacha20poly1305_ietf_decrypt(plain.bytes.data(), nullptr, nullptr, bytes.data() + head_bytes,
                                                       bytes.size() - head_bytes, bytes_of(context), context.size(),
                                                       bytes.data() + 1, key_.get()) == 0;
        if (!opened) { return cannot_be_opened(); }
        return Secret(std::string_view(reinterpret_cast<const char*>(plain.bytes.data()), plain.bytes.size()));
    }

private:
    Key key_;
    SecretSource& dice_;
};

}  // namespace

Result<std::unique_ptr<Sealer>> sealer_with_key(const Secret& key, SecretSource& dice) {
    const std::string_view given = key.reveal();
    if (given.size() != key_bytes) {
        return Error{.code = Code::invalid,
                     .rule = "CONV-7",
                     .reason = "key_length",
                     .sentence = "the key must have " + std::to_string(key_bytes) + " bytes; it has " +
                                 std::to_string(given.size()),
                     .field = "key"};
    }
    if (sodium_init() < 0) {
        return Error{.code = Code::internal,
                     .reason = "no_randomness",
                     .sentence = "libsodium finds no source of randomness on this system"};
    }
    Key kept(static_cast<Byte*>(sodium_malloc(key_bytes)));
    if (kept == nullptr) { throw std::bad_alloc(); }
    std::ranges::copy(given, kept.get());
    return std::unique_ptr<Sealer>(std::make_unique<KeySealer>(std::move(kept), dice));
}

}  // namespace csp
