#include "memory_floor.hpp"

#include <algorithm>

#include "csp/text.hpp"

namespace csp::bench {
namespace {

constexpr std::int64_t us_per_hour = 3'600 * us_per_second;
constexpr std::size_t hours_ahead = 2 * 366 * 24;
constexpr Roles sellers{Role::admin_agent, Role::helpdesk_agent, Role::sales_agent, Role::global_admin};

std::size_t hour_of(Instant at) {
    const std::int64_t hours = (at.us - start_of(first_day).us) / us_per_hour;
    return std::min(static_cast<std::size_t>(hours), hours_ahead - 1);
}

}  // namespace

MemoryFloor::MemoryFloor(const World& world, const Policy& policy) : policy_(policy), due_hours_(hours_ahead) {
    partner_of_customer_.push_back(world.seller.partner);
    offers_.push_back(Range{});
    names_.resize(world.subscriptions.size());
    for (std::uint32_t slot = 0; slot < world.subscriptions.size(); ++slot) {
        Hot& hot = hot_.emplace_back();
        hot.term = Term{first_day, days_after(first_day, 300 + static_cast<int>(slot % 65))};
        hot.due = start_of(hot.term.end);
        hot.saved_at = start_of(first_day);
        hot.opened_on = hot.first_billed_on = first_day;
        hot.anchor = months_after(hot.term.end, -12);
        hot.quantity = 25;
        hot.version = 1;
        hot.cycle = Cycle::monthly;
        hot.cloud = Cloud::global;
        slots_.emplace(world.subscriptions[slot].bytes, slot);
        due_hours_[hour_of(hot.due)].push_back(slot);
        Event& created = events_.emplace_back();
        created.slot = slot;
        created.version = 1;
    }
}

bool MemoryFloor::decide(const Hot& hot, Asked& asked, Instant now, Event& event) const {
    const Date today = date_of(now);
    event.on = today;
    switch (asked.wish) {
        case Wish::rename:
            if (!is_plain_text(asked.friendly_name, policy_.friendly_name_bytes)) { return false; }
            event.friendly_name = std::move(asked.friendly_name);
            return true;
        case Wish::quantity: {
            const Range& range = offers_[hot.offer];
            event.before = hot.quantity;
            event.quantity = asked.quantity;
            return !hot.is_suspended && !hot.is_trial && range.least <= asked.quantity &&
                   asked.quantity <= range.most && asked.quantity != hot.quantity;
        }
        case Wish::suspend: {
            const std::int32_t base =
                hot.cloud == Cloud::china_21vianet ? policy_.suspension_days_china : policy_.suspension_days.on(today);
            const bool is_extended = hot.cycle != Cycle::annual &&
                                     (!policy_.extension_only_during_free_period || today < hot.first_billed_on);
            const std::int32_t gap = is_extended ? std::max(0, days_between(hot.opened_on, hot.first_billed_on)) : 0;
            event.reason = asked.reason;
            event.last_day = days_after(today, std::min(policy_.suspension_days_max, base + gap));
            if (hot.is_trial) { event.last_day = std::min(event.last_day, last_day_of(hot.term)); }
            return !hot.is_suspended && asked.reason >= SuspensionReason::customer_request &&
                   asked.reason <= SuspensionReason::fraud;
        }
        case Wish::reactivate:
            event.term = hot.term;
            while (event.term.end <= today) {
                event.term = Term{event.term.end, next_anniversary(hot.anchor, policy_.term_months, event.term.end)};
            }
            return hot.is_suspended && today <= hot.last_day && (hot.auto_renews || today < hot.term.end);
    }
    return false;
}

void MemoryFloor::apply(Hot& hot, std::uint32_t slot, const Event& event) {
    switch (event.what) {
        case Wish::rename: names_[slot] = event.friendly_name; return;
        case Wish::quantity: hot.quantity = event.quantity; return;
        case Wish::suspend:
            hot.is_suspended = true;
            hot.reason = event.reason;
            hot.suspended_on = event.on;
            hot.last_day = event.last_day;
            hot.due = end_of(event.last_day);
            break;
        case Wish::reactivate:
            hot.is_suspended = false;
            hot.term = event.term;
            hot.due = start_of(event.term.end);
            break;
    }
    due_hours_[hour_of(hot.due)].push_back(slot);
}

std::uint64_t MemoryFloor::execute(Asked&& asked, Instant now) {
    std::uint64_t fingerprint = 0;
    if (!asked.request.is_nil()) {
        fingerprint = IdHash{}(asked.id) ^ (static_cast<std::uint64_t>(asked.quantity) << 8U) ^
                      static_cast<std::uint64_t>(asked.wish) ^ std::hash<std::string>{}(asked.friendly_name);
        if (const auto known = requests_.find(asked.request.bytes); known != requests_.end()) {
            return events_[known->second - 1].fingerprint == fingerprint ? known->second : 0;
        }
    }
    const auto found = slots_.find(asked.id.bytes);
    if (found == slots_.end()) { return 0; }
    const std::uint32_t slot = found->second;
    Hot& hot = hot_[slot];
    const bool is_theirs = partner_of_customer_[hot.customer] == asked.by.partner;
    const bool is_current = asked.expected_version == 0 || asked.expected_version == hot.version;
    // What fell due is not played here: none of these commands comes late.
    if (!is_theirs || !sellers.meets(asked.by.roles) || !is_current || hot.saved_at > now || hot.due <= now) {
        return 0;
    }
    Event event{.slot = slot, .at = now, .request = asked.request, .fingerprint = fingerprint, .what = asked.wish};
    if (!decide(hot, asked, now, event)) { return 0; }
    apply(hot, slot, event);
    event.version = ++hot.version;
    hot.saved_at = now;
    events_.push_back(std::move(event));
    if (!asked.request.is_nil()) { requests_.emplace(asked.request.bytes, events_.size()); }
    return events_.size();
}

}  // namespace csp::bench
