// Prints the part of the C interface that follows from the C++ one: csp_commands.h, the sources behind it, and the
// tables that the tests go through.
//
//   print_capi ROOT          writes them below ROOT
//   print_capi --check ROOT  exits with 1 and names each file that is stale
#include <fstream>
#include <iostream>
#include <sstream>

#include "print.hpp"

namespace {

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

int main(int count, char** words) {
    const bool is_check = count == 3 && std::string(words[1]) == "--check";
    if (count != 2 && !is_check) {
        std::cerr << "usage: print_capi [--check] ROOT\n";
        return 2;
    }
    const std::string root = words[count - 1];
    bool is_fresh = true;
    for (const auto& [name, text] : csp::capi::printed_files(csp::capi::whole_schema())) {
        const std::string path = root + "/" + name;
        if (!is_check) {
            std::ofstream(path, std::ios::binary) << text;
        } else if (content_of(path) != text) {
            std::cerr << path << ": stale; run print_capi " << root << "\n";
            is_fresh = false;
        }
    }
    return is_fresh ? 0 : 1;
}
