// Files that were written once and never change: tests/golden.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace csp::test {

inline std::filesystem::path golden_path(const std::string& name) {
    return std::filesystem::path(CSP_SOURCE_DIR) / "tests" / "golden" / name;
}

inline std::string text_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path << " cannot be read");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace csp::test
