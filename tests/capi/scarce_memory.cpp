#include "scarce_memory.hpp"

#include <dlfcn.h>
#include <malloc.h>
#include <sodium.h>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace csp::test {
constinit thread_local ScarceMemory scarce{};
}  // namespace csp::test

using csp::test::scarce;

namespace {

bool is_the_one() {
    if (scarce.good_ones < 0) { return false; }
    if (scarce.good_ones == 0 && scarce.ends_for_good) { return true; }
    return scarce.good_ones-- == 0;
}
void* allocated_or_not(std::size_t size) noexcept { return is_the_one() ? nullptr : std::malloc(size == 0 ? 1 : size); }
void* allocated(std::size_t size) {
    void* memory = allocated_or_not(size);
    if (memory == nullptr) { throw std::bad_alloc(); }
    return memory;
}

void given_back(void* memory) noexcept {
    if (memory != nullptr && !scarce.secret.empty()) {
        const std::string_view bytes(static_cast<const char*>(memory), malloc_usable_size(memory));
        scarce.leaks += bytes.find(scarce.secret) != std::string_view::npos ? 1 : 0;
    }
    std::free(memory);
}

}  // namespace

// NOLINTBEGIN(misc-new-delete-overloads)
void* operator new(std::size_t size) { return allocated(size); }
void* operator new[](std::size_t size) { return allocated(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocated_or_not(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocated_or_not(size); }
void operator delete(void* memory) noexcept { given_back(memory); }
void operator delete[](void* memory) noexcept { given_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { given_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { given_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { given_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { given_back(memory); }
// NOLINTEND(misc-new-delete-overloads)

// The hash of a password takes 50 ms on purpose, too long for each of thousands of allocations.
extern "C" int crypto_pwhash_str_alg(char* hash, const char* password, unsigned long long letters,
                                     unsigned long long operations, std::size_t memory, int algorithm) {
    static const auto libsodium =
        reinterpret_cast<decltype(&crypto_pwhash_str_alg)>(dlsym(RTLD_NEXT, "crypto_pwhash_str_alg"));
    if (!scarce.hashes_at_once) { return libsodium(hash, password, letters, operations, memory, algorithm); }
    static long hashes = 0;
    std::snprintf(hash, crypto_pwhash_STRBYTES, "$argon2id$%ld", ++hashes);  // each is another one
    return 0;
}
