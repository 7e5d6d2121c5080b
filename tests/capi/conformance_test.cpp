// A store of C keeps the promises of a store. Its adapter is inside the library, so its source is compiled in here.
#include <doctest/doctest.h>

#include "c_storage.hpp"
#include "capi/ports.hpp"
#include "csp/testing_storage.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Each promise gets a store of its own, which is destroyed with its last user.
std::unique_ptr<Storage> open_c_store() {
    auto* const store = new CStore;
    csp_storage table = c_storage(*store);
    table.drop = [](void* context) { delete static_cast<CStore*>(context); };
    capi::Wrong wrong;
    auto opened = capi::ported(capi::Ported<csp_storage>(&table), wrong);
    REQUIRE(opened != nullptr);
    return opened;
}

}  // namespace

TEST_CASE("C: a store of callbacks keeps the promises of a store") {
    for (const std::string& broken : broken_promises(&open_c_store)) { FAIL_CHECK(broken); }
}
