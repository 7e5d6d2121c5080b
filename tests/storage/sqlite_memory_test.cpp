// The SQLite store when memory runs out: each allocation fails in turn, and the store goes on when there is some again.
#include <doctest/doctest.h>

#include <new>
#include <vector>

#include "csp/testing_storage.hpp"
#include "storage/scarce_allocations.hpp"
#include "storage/scratch_file.hpp"

using namespace csp;
using csp::test::allocations_left;
using promises::count_up;
using promises::holds;
using promises::look;

namespace {

std::unique_ptr<Storage> open(const test::ScratchFile& file) {
    return std::move(open_sqlite({.path = file.path, .busy_timeout_ms = 20})).value();
}

/// Calls with one allocation more each time, until it is enough and the call is done; `check` looks after each. Answers
/// how often it was not.
template <class Call, class Check>
int with_ever_more_memory(Call call, Check check) {
    for (int allocations = 0;; ++allocations) {
        bool was_enough = true;
        bool is_done = false;
        allocations_left = allocations;
        try {
            is_done = call();
        } catch (const std::bad_alloc&) { was_enough = false; }
        allocations_left = -1;
        REQUIRE(is_done == was_enough);
        check(was_enough);
        if (was_enough) { return allocations; }
    }
}

}  // namespace

TEST_CASE("the SQLite store: whichever allocation of a transaction fails, nothing is kept and the next one goes on") {
    const test::ScratchFile file;
    const auto store = open(file);
    REQUIRE(count_up(*store));
    std::uint64_t version = 1;
    const int failures = with_ever_more_memory([&] { return count_up(*store); },
                                               [&](bool was_enough) {
                                                   version += was_enough ? 1 : 0;
                                                   look(*store, [&](Transaction& t) { CHECK(holds(t, 1, version)); });
                                                   REQUIRE(count_up(*store));  // nobody holds the file
                                                   ++version;
                                               });
    CHECK(failures > 5);
}

TEST_CASE("the SQLite store: whichever allocation of the first reading fails, its session can be given back") {
    const test::ScratchFile file;
    REQUIRE(count_up(*open(file)));
    std::unique_ptr<Storage> store = open(file);
    const int failures = with_ever_more_memory(
        [&] {
            const auto t = store->begin(Access::read);
            return t && holds(**t, 1, 1);
        },
        [&](bool) {
            look(*store, [](Transaction& t) { CHECK(holds(t, 1, 1)); });
            store = open(file);  // so that it has no reader yet
        });
    CHECK(failures > 5);
}

TEST_CASE("the SQLite store: whichever allocation of making the views fails, they are made later, and others write") {
    const std::vector<View> views{{.name = "orders", .kind = Kind::order, .fields = {"n"}}};
    const test::ScratchFile file;
    const auto store = open(file);
    std::uint64_t version = 0;
    const int failures = with_ever_more_memory([&] { return store->publish(views).has_value(); },
                                               [&](bool) {
                                                   REQUIRE(count_up(*store));
                                                   look(*store, [&](Transaction& t) { CHECK(holds(t, 1, ++version)); });
                                               });
    CHECK(failures > 5);
}
