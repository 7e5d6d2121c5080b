// What falls due next: far hours in buckets, ripe ones in order.
#include "storage/due_index.hpp"

#include <algorithm>
#include <tuple>

namespace csp::storage {
namespace {

constexpr std::int64_t us_per_hour = 3'600 * us_per_second;
constexpr std::size_t smallest_bucket = 8;

// Rounds towards 1970, so the two hours around it share a bucket: the order of the buckets is right all the same.
std::int64_t hour_of(Instant at) { return at.us / us_per_hour; }

}  // namespace

bool DueIndex::Sooner::operator()(const Ripe& a, const Ripe& b) const {
    return std::tie(a.due.at, a.due.kind, a.due.id) < std::tie(b.due.at, b.due.kind, b.due.id);
}

bool DueIndex::is_ripe(Instant at) const { return hour_of(at) < first_far_hour_; }

void DueIndex::make_room(Slot slot, Instant at) {
    while (places_.size() <= slot) { places_.emplace_back(); }
    if (place_in_bucket_.size() <= slot) { place_in_bucket_.resize(slot + std::size_t{1}); }
    if (at == never || is_ripe(at)) { return; }
    auto bucket = far_.find(hour_of(at));
    if (bucket == far_.end()) {
        far_hours_.insert(hour_of(at));
        bucket = far_.try_emplace(hour_of(at)).first;
    }
    auto& [hour, slots] = *bucket;
    if (slots.size() == slots.capacity()) { slots.reserve(std::max(smallest_bucket, 2 * slots.size())); }
}

void DueIndex::add(Slot slot, const Due& due) noexcept {
    if (due.at == never) { return; }
    if (is_ripe(due.at)) {
        ripen(slot, due);
        return;
    }
    std::vector<Slot>& bucket = far_.find(hour_of(due.at))->second;
    place_in_bucket_[slot] = static_cast<std::uint32_t>(bucket.size());
    bucket.push_back(slot);
}

void DueIndex::remove(Slot slot, const Due& due) noexcept {
    if (due.at == never) { return; }
    if (is_ripe(due.at)) {
        ripe_.erase(ripe_.iterator_to(places_[slot]));
        return;
    }
    std::vector<Slot>& bucket = far_.find(hour_of(due.at))->second;
    const std::uint32_t place = place_in_bucket_[slot];
    bucket[place] = bucket.back();
    place_in_bucket_[bucket[place]] = place;
    bucket.pop_back();
}

void DueIndex::tidy(Instant at) noexcept {
    const auto bucket = far_.find(hour_of(at));
    if (bucket == far_.end() || !bucket->second.empty()) { return; }
    far_hours_.erase(bucket->first);
    far_.erase(bucket);
}

void DueIndex::ripen(Slot slot, const Due& due) const noexcept {
    places_[slot].due = due;
    ripe_.insert(places_[slot]);
}

std::vector<Due> DueIndex::first(Instant until, std::size_t limit, const std::function<Due(Slot)>& due_of) const {
    const std::lock_guard alone(ripening_);
    while (ripe_.size() < limit && !far_hours_.empty() && *far_hours_.begin() <= hour_of(until)) {
        const std::int64_t hour = *far_hours_.begin();
        if (const auto bucket = far_.find(hour); bucket != far_.end()) {
            for (const Slot slot : bucket->second) { ripen(slot, due_of(slot)); }
            far_.erase(bucket);
        }
        far_hours_.erase(far_hours_.begin());
        first_far_hour_ = hour + 1;
    }
    std::vector<Due> answer;
    for (const Ripe& place : ripe_) {
        if (answer.size() == limit || place.due.at > until) { break; }  // at `until` itself it is due
        answer.push_back(place.due);
    }
    return answer;
}

}  // namespace csp::storage
