#include "csp/ids.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace csp;

TEST_CASE("random ids are version 4 and never the same") {
    std::set<AnyId> seen;
    for (int i = 0; i < 10'000; ++i) {
        const AnyId id = random_ids().next();
        REQUIRE(id.version() == AnyId::version_random_number_based);
        REQUIRE(id.variant() == AnyId::variant_rfc_4122);
        REQUIRE(seen.insert(id).second);
    }
}

TEST_CASE("random ids may be asked from any thread") {
    std::mutex guard;
    std::set<AnyId> seen;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 1'000; ++i) {
                const AnyId id = random_ids().next();
                const std::lock_guard lock(guard);
                seen.insert(id);
            }
        });
    }
    for (auto& thread : threads) { thread.join(); }
    CHECK(seen.size() == 4'000);
}

TEST_CASE("counted ids print the same every time") {
    CountedIds ids;
    CHECK(text_of(ids.next()) == "00000000-0000-8000-8000-000000000001");
    CHECK(text_of(ids.next()) == "00000000-0000-8000-8000-000000000002");
    CountedIds later{0x1FF};
    CHECK(text_of(later.next()) == "00000000-0000-8000-8000-0000000001ff");
    CHECK(text_of(later.next()) == "00000000-0000-8000-8000-000000000200");
}

TEST_CASE("secrets fill the whole room and nothing else") {
    std::array<std::byte, 66> room{};
    system_secrets().fill(std::span(room).subspan(1, 64));
    CHECK(room.front() == std::byte{0});
    CHECK(room.back() == std::byte{0});
    CHECK(std::any_of(room.begin() + 1, room.end() - 1, [](std::byte b) { return b != std::byte{0}; }));

    std::array<std::byte, 64> other{};
    system_secrets().fill(other);
    CHECK_FALSE(std::equal(other.begin(), other.end(), room.begin() + 1));
    system_secrets().fill({});  // nothing to fill is no error
}
