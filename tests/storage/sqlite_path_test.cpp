// Where the file of a SQLite store is: found once, wherever the program goes, and told when it is there no longer.
#include <unistd.h>
#include <filesystem>

#include <doctest/doctest.h>

#include "csp/testing_storage.hpp"
#include "storage/scratch_file.hpp"

using namespace csp;
using promises::count_up;
using promises::holds;
using promises::look;

namespace {

/// The program stands in that folder, until the test is over.
class StandsIn {
public:
    explicit StandsIn(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) { go_to(folder); }
    StandsIn(const StandsIn&) = delete;
    StandsIn& operator=(const StandsIn&) = delete;
    ~StandsIn() { std::filesystem::current_path(before_); }

    void go_to(const std::filesystem::path& folder) { std::filesystem::current_path(folder); }

private:
    std::filesystem::path before_;
};

std::filesystem::path folder_of(const test::ScratchFile& file) {
    return std::filesystem::path(file.path).parent_path();
}

/// Neither begins while the file is not where it was.
void is_told_as_moved(Storage& store) {
    for (const Access access : {Access::read, Access::write}) {
        const auto begun = store.begin(access);
        REQUIRE_FALSE(begun);
        CHECK(begun.error().code == Code::storage);
        CHECK(begun.error().sentence == "storage: the file was moved or replaced while it was open; put it back");
    }
}

}  // namespace

TEST_CASE("a path from where the program stands is the same file wherever it goes, and no other is made or read") {
    const test::ScratchFile file;
    const test::ScratchFile elsewhere;
    StandsIn place(folder_of(file));
    const auto store = std::move(open_sqlite({.path = "shop.db"})).value();
    REQUIRE(count_up(*store));
    place.go_to(folder_of(elsewhere));
    look(*store, [](Transaction& t) { CHECK(holds(t, 1, 1)); });  // its first reader is opened here
    CHECK(count_up(*store));
    CHECK_FALSE(std::filesystem::exists(elsewhere.path));
    {
        const auto other = std::move(open_sqlite({.path = "shop.db"})).value();
        look(*other, [](Transaction& t) { CHECK(promises::lacks(t, 1)); });
        look(*store, [](Transaction& t) { CHECK(holds(t, 1, 2)); });
    }
    place.go_to(folder_of(file));
    look(*store, [](Transaction& t) { CHECK(holds(t, 1, 2)); });
}

TEST_CASE("a file that is moved while it is open is told, and works again once it is back") {
    const test::ScratchFile file;
    const auto store = std::move(open_sqlite({.path = file.path, .busy_timeout_ms = 20})).value();
    REQUIRE(count_up(*store));
    std::uint64_t version = 1;
    SUBCASE("with a reader on the shelf") {
        look(*store, [](Transaction& t) { CHECK(holds(t, 1, 1)); });
    }
    SUBCASE("without one") {}
    for (int round = 0; round < 2; ++round) {
        std::filesystem::rename(file.path, file.path + ".away");
        is_told_as_moved(*store);
        std::filesystem::rename(file.path + ".away", file.path);
        look(*store, [&](Transaction& t) { CHECK(holds(t, 1, version)); });
        CHECK(count_up(*store));
        ++version;
    }
}

TEST_CASE("a file that another takes the place of while it is open is told, and the other one stays as it is") {
    const test::ScratchFile file;
    const test::ScratchFile other;
    REQUIRE(count_up(*std::move(open_sqlite({.path = other.path})).value()));
    {
        const auto store = std::move(open_sqlite({.path = file.path, .busy_timeout_ms = 20})).value();
        REQUIRE((count_up(*store) && count_up(*store)));
        std::filesystem::rename(other.path, file.path);
        is_told_as_moved(*store);
        std::filesystem::remove(file.path + "-wal");  // that of the file which is gone
        std::filesystem::remove(file.path + "-shm");
    }
    look(*std::move(open_sqlite({.path = file.path})).value(), [](Transaction& t) { CHECK(holds(t, 1, 1)); });
}

TEST_CASE("a transaction that had begun when its file was moved ends as it began") {
    const test::ScratchFile file;
    const auto store = std::move(open_sqlite({.path = file.path, .busy_timeout_ms = 20})).value();
    REQUIRE(count_up(*store));
    {
        const auto reading = std::move(store->begin(Access::read)).value();
        std::filesystem::rename(file.path, file.path + ".away");
        CHECK(holds(*reading, 1, 1));
    }
    std::filesystem::rename(file.path + ".away", file.path);
    CHECK(count_up(*store));
}
