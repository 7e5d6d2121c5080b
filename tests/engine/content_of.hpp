// The bytes of a file, to look for what must not be in it.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace csp::test {

inline std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace csp::test
