// The promises of a store, asked of one that another language has written. Built as a shared library for
// conformance_test.py; the adapter that the C interface has for such stores is compiled into it.
#include <csp.h>

#include <memory>
#include <string>

#include "capi/ports.hpp"
#include "csp/testing_storage.hpp"

using namespace csp;

/// `open_empty` fills in a store that holds nothing, `tell` is given each broken promise. Answers how many there are.
extern "C" __attribute__((visibility("default"))) int csp_broken_promises(void (*open_empty)(csp_storage* storage_out),
                                                                          void (*tell)(const char* broken)) {
    const auto open_one = [&]() -> std::unique_ptr<Storage> {
        csp_storage table = CSP_INIT(csp_storage);
        open_empty(&table);
        capi::Wrong wrong;
        return capi::ported(capi::Ported<csp_storage>(&table), wrong);
    };
    const auto broken = broken_promises(open_one);
    for (const std::string& sentence : broken) { tell(sentence.c_str()); }
    return static_cast<int>(broken.size());
}
