// Where the file of a SQLite store is: found once, wherever the program goes.
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
