// What falls due next, among any number of deadlines: one bucket an hour, put in order when its hour comes.
//
// A deadline that moves from one far hour to another costs two vector operations, whatever the number of records.
// Only buckets that a question reaches are sorted, each entry once; so 100 due among a million cost 100.
#pragma once

#include <boost/intrusive/set.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <vector>

#include "csp/storage.hpp"
#include "storage/shelf.hpp"

namespace csp::storage {

/// The number of a record in its store.
using Slot = std::uint32_t;

/// Threads: `first` may be called by several at once; the others need it alone.
class DueIndex {
public:
    /// Takes all the memory that `add` needs for it. May throw, and has changed no answer then.
    void make_room(Slot slot, Instant at);
    /// Nothing happens when it is due never. Each slot is in the index at most once.
    void add(Slot slot, const Due& due) noexcept;
    /// Its room stays until it is tidied away, so that it can be added again.
    void remove(Slot slot, const Due& due) noexcept;
    void tidy(Instant at) noexcept;
    /// At most `limit` that are due not later than `until`, by deadline, kind and id. `due_of` tells a slot's deadline.
    std::vector<Due> first(Instant until, std::size_t limit, const std::function<Due(Slot)>& due_of) const;

private:
    /// A place in the order of the ripe ones. Each slot has one from the beginning: ripening needs no memory.
    struct Ripe : boost::intrusive::set_base_hook<boost::intrusive::link_mode<boost::intrusive::normal_link>,
                                                  boost::intrusive::optimize_size<true>> {
        Due due{};
    };
    struct Sooner {
        bool operator()(const Ripe& a, const Ripe& b) const;
    };

    [[nodiscard]] bool is_ripe(Instant at) const;
    void ripen(Slot slot, const Due& due) const noexcept;

    mutable std::mutex ripening_;            // readers that ask at the same time put buckets in order one by one
    mutable std::int64_t first_far_hour_{};  // everything before it is in ripe_, the rest in its hour's bucket
    mutable Shelf<Ripe> places_;             // by slot
    mutable boost::intrusive::set<Ripe, boost::intrusive::compare<Sooner>> ripe_;
    mutable std::set<std::int64_t> far_hours_;
    mutable boost::unordered_flat_map<std::int64_t, std::vector<Slot>> far_;  // no more hours than far_hours_
    std::vector<std::uint32_t> place_in_bucket_;                              // by slot
};

}  // namespace csp::storage
