// bench [--data FOLDER] [SUBJECT...]: runs the subjects that are named, or all of them. The databases go into FOLDER
// (bench-data here, when none is named), which must not be there yet and is removed at the end.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "report.hpp"
#include "subjects.hpp"

namespace {

namespace fs = std::filesystem;

/// Removes on its way out what it made.
class Folder {
public:
    explicit Folder(fs::path path) : path_(std::move(path)) {
        if (!fs::create_directories(path_)) { throw std::runtime_error(path_.string() + " is there already"); }
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Subject {
    const char* name;
    void (*run)(const fs::path& folder);
};

constexpr Subject subjects[] = {
    {"decision", [](const fs::path&) { csp::bench::bench_decision(); }},
    {"memory", [](const fs::path&) { csp::bench::bench_memory(); }},
    {"billing", [](const fs::path&) { csp::bench::bench_billing(); }},
    {"c", [](const fs::path&) { csp::bench::bench_c(); }},
    {"sqlite", [](const fs::path& folder) { csp::bench::bench_sqlite(folder); }},
    {"growth-memory", [](const fs::path&) { csp::bench::bench_growth_in_memory(); }},
    {"growth-sqlite", [](const fs::path& folder) { csp::bench::bench_growth_in_sqlite(folder); }},
};

void run(const std::vector<std::string>& names, const fs::path& data) {
    const Folder folder(data);
    for (const Subject& subject : subjects) {
        if (names.empty() || std::count(names.begin(), names.end(), subject.name) > 0) { subject.run(folder.path()); }
    }
    std::printf("\n%d aims missed\n", csp::bench::misses());
}

}  // namespace

int main(int count, char** arguments) {
    try {
        std::vector<std::string> names(arguments + 1, arguments + count);
        fs::path data = "bench-data";
        if (names.size() >= 2 && names[0] == "--data") {
            data = names[1];
            names.erase(names.begin(), names.begin() + 2);
        }
        if (names == std::vector<std::string>{"instructions-csp"}) {
            csp::bench::play_memory_once(false);
        } else if (names == std::vector<std::string>{"instructions-floor"}) {
            csp::bench::play_memory_once(true);
        } else {
            run(names, data);
        }
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bench: %s\n", problem.what());
        return 1;
    }
}
