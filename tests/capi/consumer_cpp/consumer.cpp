// The smallest program that somebody else would write in C++: a store in a file, and a sealer. What csp itself links
// (SQLite, libsodium) has to come with it.
#include <csp/sealer.hpp>
#include <csp/storage.hpp>
#include <iostream>
#include <string>

int main() {
    const auto store = csp::open_sqlite({.path = "consumer.db"});
    const auto sealer = csp::sealer_with_key(csp::Secret{std::string(32, 'k')});
    if (!store || !sealer) { return 1; }
    std::cout << "csp in C++\n";
}
