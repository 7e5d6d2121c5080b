#include "engine/temporary_password.hpp"

#include <sodium.h>
#include <array>
#include <cstddef>

namespace csp::engine {
namespace {

constexpr std::size_t password_letters = 16;

// Each a power of two long, so that every letter is as likely; without letters that look like others.
constexpr std::string_view upper = "ABCDEFGHJKLMNPQR";
constexpr std::string_view lower = "abcdefghijkmnpqr";
constexpr std::string_view digits = "23456789";
constexpr std::string_view all = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
static_assert(upper.size() == 16 && lower.size() == 16 && digits.size() == 8 && all.size() == 32);

constexpr std::string_view alphabet_at(std::size_t place) {
    return place == 0 ? upper : place == 1 ? lower : place == 2 ? digits : all;
}

}  // namespace

Secret new_password(SecretSource& dice) {
    std::array<char, password_letters> letters{};
    dice.fill(std::as_writable_bytes(std::span(letters)));
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::string_view alphabet = alphabet_at(i);
        letters[i] = alphabet[static_cast<unsigned char>(letters[i]) % alphabet.size()];
    }
    Secret password(std::string_view(letters.data(), letters.size()));
    sodium_memzero(letters.data(), letters.size());
    return password;
}

Result<std::string> hash_of(const Secret& password) {
    if (sodium_init() < 0) {
        return Error{.code = Code::internal, .sentence = "libsodium finds no source of randomness on this system"};
    }
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const std::string_view plain = password.reveal();
    const int failed =
        crypto_pwhash_str_alg(hash.data(), plain.data(), plain.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) {
        return Error{.code = Code::internal, .sentence = "engine: there is no memory to hash a password (64 MiB)"};
    }
    return std::string(hash.data());
}

}  // namespace csp::engine
