// What falls due next: far hours in buckets, ripe ones in order.
#include "storage/due_index.hpp"

#include <tuple>

namespace csp::storage {
namespace {

constexpr std::int64_t us_per_hour = 3'600 * us_per_second;

// Rounds towards 1970, so the two hours around it share a bucket: the order of the buckets is right all the same.
std::int64_t hour_of(Instant at) { return at.us / us_per_hour; }

}  // namespace

bool DueIndex::Sooner::operator()(const Due& a, const Due& b) const {
    return std::tie(a.at, a.kind, a.id) < std::tie(b.at, b.kind, b.id);
}

void DueIndex::add(Slot slot, const Due& due) {
    if (due.at == never) { return; }
    const std::int64_t hour = hour_of(due.at);
    if (hour < first_far_hour_) {
        ripe_.insert(due);
        return;
    }
    std::vector<Slot>& bucket = far_[hour];
    if (bucket.empty()) { far_hours_.insert(hour); }
    if (slot >= place_in_bucket_.size()) { place_in_bucket_.resize(slot + std::size_t{1}); }
    place_in_bucket_[slot] = static_cast<std::uint32_t>(bucket.size());
    bucket.push_back(slot);
}

void DueIndex::remove(Slot slot, const Due& due) {
    if (due.at == never) { return; }
    const std::int64_t hour = hour_of(due.at);
    if (hour < first_far_hour_) {
        ripe_.erase(due);
        return;
    }
    const auto found = far_.find(hour);
    std::vector<Slot>& bucket = found->second;
    const std::uint32_t place = place_in_bucket_[slot];
    bucket[place] = bucket.back();
    place_in_bucket_[bucket[place]] = place;
    bucket.pop_back();
    if (bucket.empty()) {
        far_.erase(found);
        far_hours_.erase(hour);
    }
}

std::vector<Due> DueIndex::first(Instant until, std::size_t limit, const std::function<Due(Slot)>& due_of) const {
    const std::lock_guard alone(ripening_);
    while (ripe_.size() < limit && !far_hours_.empty() && *far_hours_.begin() <= hour_of(until)) {
        const std::int64_t hour = *far_hours_.begin();
        const auto bucket = far_.find(hour);
        for (const Slot slot : bucket->second) { ripe_.insert(due_of(slot)); }
        far_.erase(bucket);
        far_hours_.erase(far_hours_.begin());
        first_far_hour_ = hour + 1;
    }
    std::vector<Due> answer;
    for (const Due& due : ripe_) {
        if (answer.size() == limit || due.at > until) { break; }  // at `until` itself it is due
        answer.push_back(due);
    }
    return answer;
}

}  // namespace csp::storage
