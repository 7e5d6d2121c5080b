// A path in a folder of its own, gone with everything beside it at the end of the test.
#pragma once

#include <stdlib.h>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace csp::test {

class ScratchFile {
public:
    ScratchFile() {
        std::string folder = (std::filesystem::temp_directory_path() / "csp_test_XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr) { throw std::runtime_error("no folder for the test"); }
        path = folder + "/shop.db";
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { std::filesystem::remove_all(std::filesystem::path(path).parent_path()); }

    std::string path{};
};

}  // namespace csp::test
