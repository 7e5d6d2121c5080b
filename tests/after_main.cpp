// A host that does its last work in atexit: csp is asked once more when the statics of the program are gone.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "csp/engine.hpp"
#include "domain/goods.hpp"

using namespace csp;

namespace {

struct Host {
    std::unique_ptr<Storage> storage{open_memory()};
    std::unique_ptr<Engine> engine{};
    PartnerId partner{};
};
Host* host_of_program = nullptr;  // it lives as long as the process

template <class T>
T good(Result<T> answer) {
    if (!answer) { std::_Exit(1); }
    return std::move(answer).value();
}

void sell(const std::string& domain) {
    const Host& shop = *host_of_program;
    const Actor ann{.user = "ann@fabrikam.com", .partner = shop.partner, .roles = Role::admin_agent};
    const CreateCustomer wish{.domain = domain, .profile = test::good_profile()};
    good(shop.engine->create<Customer>({.by = ann}, wish));
    std::array<std::byte, 8> dice{};
    system_secrets().fill(dice);
}

void last_work() { sell("tailspin.com"); }

}  // namespace

int main() {
    host_of_program = new Host;
    if (std::atexit(last_work) != 0) { return 2; }  // it runs after everything that is made from here on is destroyed
    host_of_program->engine = good(Engine::open(*host_of_program->storage, system_clock()));
    auto enrolled = host_of_program->engine->create<Partner>({.by = host()}, EnrolPartner{test::good_enrolment()});
    host_of_program->partner = PartnerId{good(std::move(enrolled)).id};
    sell("contoso.com");
    return 0;
}
