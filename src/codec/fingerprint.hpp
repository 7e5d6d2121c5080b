// A short number for a long text, the same in every process and release.
#pragma once

#include <cstdint>
#include <string_view>

namespace csp::codec {

/// FNV-1a of 64 bits, mixed once more. Never 0, which stands for "none". See fingerprint_of in codec.hpp.
constexpr std::uint64_t fingerprint_of_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001B3ULL;
    }
    hash = (hash ^ (hash >> 32U)) * 0xD6E8FEB86659FD93ULL;  // FNV leaves its last letters in the low bits
    hash ^= hash >> 32U;
    return hash == 0 ? 1 : hash;
}

}  // namespace csp::codec
