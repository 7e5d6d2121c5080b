// What falls due next, among any number of deadlines: one bucket an hour, put in order when its hour comes.
//
// A deadline that moves from one far hour to another costs two vector operations, whatever the number of records.
// Only buckets that a question reaches are sorted, each entry once; so 100 due among a million cost 100.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <vector>

#include "csp/storage.hpp"

namespace csp::storage {

/// The number of a record in its store.
using Slot = std::uint32_t;

/// Threads: `first` may be called by several at once; `add` and `remove` need it alone.
class DueIndex {
public:
    /// Nothing happens when it is due never. Each slot is in the index at most once.
    void add(Slot slot, const Due& due);
    void remove(Slot slot, const Due& due);
    /// At most `limit` that are due not later than `until`, by deadline, kind and id. `due_of` tells a slot's deadline.
    std::vector<Due> first(Instant until, std::size_t limit, const std::function<Due(Slot)>& due_of) const;

private:
    struct Sooner {
        bool operator()(const Due& a, const Due& b) const;
    };

    mutable std::mutex ripening_;            // readers that ask at the same time put buckets in order one by one
    mutable std::int64_t first_far_hour_{};  // everything before it is in ripe_, the rest in its hour's bucket
    mutable std::set<Due, Sooner> ripe_;
    mutable std::set<std::int64_t> far_hours_;
    mutable boost::unordered_flat_map<std::int64_t, std::vector<Slot>> far_;
    std::vector<std::uint32_t> place_in_bucket_;  // by slot
};

}  // namespace csp::storage
