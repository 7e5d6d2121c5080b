#include "csp/secret.hpp"

#include <array>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

using namespace csp;

namespace {

/// Looks at one piece of memory in the moment in which it is given back: later nobody may look.
struct Watch {
    const void* memory{nullptr};
    std::size_t size{0};
    bool was_freed{false};
    bool was_wiped{false};
    void look(const void* freed) {
        if (memory == nullptr || freed != memory) { return; }
        const char* bytes = static_cast<const char*>(freed);
        was_freed = true;
        was_wiped = true;
        for (std::size_t i = 0; i < size; ++i) { was_wiped = was_wiped && bytes[i] == '\0'; }
        memory = nullptr;
    }
};
thread_local Watch watch;

void watch_letters_of(const Secret& secret) { watch = {secret.reveal().data(), secret.reveal().size()}; }

std::string bytes_of_the_object(const Secret& secret) {
    std::string bytes(sizeof secret, '\0');
    std::memcpy(bytes.data(), &secret, sizeof secret);
    return bytes;
}

}  // namespace

void* operator new(std::size_t size) {
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) { throw std::bad_alloc(); }
    return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept {
    watch.look(memory);
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

TEST_CASE("a secret shows what was put in") {
    CHECK(Secret("XXXXX-YYYYY").reveal() == "XXXXX-YYYYY");
    CHECK_FALSE(Secret("X").is_empty());
    CHECK(Secret().is_empty());
    CHECK(Secret("").reveal().empty());
    const std::string with_nul("a\0b", 3);
    CHECK(Secret(with_nul).reveal() == with_nul);
}

TEST_CASE("a secret is moved, never copied, and cannot be compared") {
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
    static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
    static_assert(!std::is_convertible_v<std::string, Secret>);

    Secret first("XXXXX-YYYYY");
    Secret second(std::move(first));
    CHECK(second.reveal() == "XXXXX-YYYYY");
    Secret third("ZZZZZ");
    third = std::move(second);
    CHECK(third.reveal() == "XXXXX-YYYYY");
    Secret& itself = third;
    third = std::move(itself);
    CHECK(third.reveal() == "XXXXX-YYYYY");
}

TEST_CASE("nothing of a secret stays in the object it was moved from") {
    for (const std::string text :
         {"k", "XXXXX-YYYYY", "a text that is longer than any text kept inside of an object"}) {
        Secret first(text);
        Secret second(std::move(first));
        // NOLINTNEXTLINE(bugprone-use-after-move): what is left there is the question
        CHECK(first.is_empty());
        CHECK(bytes_of_the_object(first).find(text) == std::string::npos);

        Secret third;
        third = std::move(second);
        CHECK(second.is_empty());
        CHECK(bytes_of_the_object(second).find(text) == std::string::npos);
        CHECK(third.reveal() == text);
    }
}

TEST_CASE("a secret wipes its memory before it gives it back") {
    std::optional<Secret> secret(std::in_place, "XXXXX-YYYYY");
    watch_letters_of(*secret);
    secret.reset();
    CHECK(watch.was_freed);
    CHECK(watch.was_wiped);

    Secret other("ZZZZZ-WWWWW");
    watch_letters_of(other);
    other = Secret("another");
    CHECK(watch.was_freed);
    CHECK(watch.was_wiped);
    CHECK(other.reveal() == "another");
}
