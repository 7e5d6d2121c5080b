// A secret wipes its letters before it lets go of them.
#include "csp/secret.hpp"

#include <sodium.h>
#include <utility>

namespace csp {

Secret::Secret(std::string_view text) : bytes_(text.begin(), text.end()) {}
Secret::Secret(Secret&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, {});
    }
    return *this;
}
Secret::~Secret() { wipe(); }

void Secret::wipe() noexcept {
    if (!bytes_.empty()) { sodium_memzero(bytes_.data(), bytes_.size()); }
}

}  // namespace csp
