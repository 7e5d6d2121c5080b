// The promises of a store, as checks: whoever writes a store certifies it here, with any test framework or none.
//
//     for (const std::string& broken : csp::broken_promises([] { return my_empty_store(); })) { puts(broken.c_str()); }
//
// Only for tests: every promise of csp/storage.hpp has a check below, but that a commit survives the
// end of the process (1) and that nothing grows (7). The checks start
// threads, and take a second or two on a disk.
// Lifetime: each promise gets a store of its own, destroyed before the next is opened.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "csp/storage.hpp"
#include "csp/testing_storage_feed.hpp"
#include "csp/testing_storage_order.hpp"
#include "csp/testing_storage_records.hpp"
#include "csp/testing_storage_threads.hpp"

namespace csp {

/// The promises that the store breaks, each with what was seen; none: it is certified.
/// `open_empty` answers a store that holds nothing, each time.
inline std::vector<std::string> broken_promises(const std::function<std::unique_ptr<Storage>()>& open_empty) {
    std::vector<std::string> broken;
    const auto check = [&](const std::vector<promises::Promise>& list) {
        for (const promises::Promise& promise : list) {
            try {
                promise.check(*open_empty());
            } catch (const promises::Broken& seen) { broken.push_back(std::string(promise.title) + ": " + seen.what); }
        }
    };
    check(promises::about_records());
    check(promises::about_order());
    check(promises::about_the_feed());
    check(promises::about_threads());
    return broken;
}

}  // namespace csp
