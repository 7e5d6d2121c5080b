#include "billing_floor.hpp"

#include <cstring>

namespace csp::bench {
namespace {

constexpr std::int32_t days_of_a_month = 30;
constexpr std::int32_t months = 11;

}  // namespace

BillingFloor::KeyBytes BillingFloor::key(char index, std::uint64_t first, std::uint64_t second, std::uint64_t third) {
    KeyBytes bytes{index};
    const std::array parts{first, second, third};
    std::size_t at = 1;
    for (const std::uint64_t part : parts) {
        for (int shift = 56; shift >= 0; shift -= 8) { bytes[at++] = static_cast<char>(part >> shift & 0xFF); }
    }
    return bytes;
}

BillingFloor::BillingFloor(std::size_t subscriptions) {
    constexpr std::uint64_t scatter = 0x9E3779B97F4A7C15U;  // ids come in no order
    for (std::size_t i = 1; i <= subscriptions; ++i) {
        const Id id = i * scatter;
        billings_.emplace(id, std::make_unique<Billing>(Billing{.day = 0, .price = 2000}));
        due_.emplace(days_of_a_month, id);
    }
}

void BillingFloor::charge(Id subscription, std::int32_t day) {
    Billing& billing = *billings_.at(subscription);
    const Id id = ++last_charge_ * 0xD6E8FEB86659FD93U;
    charges_.emplace(id, std::make_unique<Charge>(Charge{.subscription = subscription, .amount = billing.price}));
    keys_.emplace(key('d', subscription, static_cast<std::uint64_t>(day), 0), id);
    keys_.emplace(key('i', static_cast<std::uint64_t>(day / days_of_a_month), subscription, last_charge_), id);
    billing.day = day;
    due_.emplace(day + days_of_a_month, subscription);
    events_.push_back(std::make_unique<Event>(Event{.id = subscription}));
    events_.push_back(std::make_unique<Event>(Event{.id = id}));
}

void BillingFloor::invoice(std::int32_t month) {
    const auto which = static_cast<std::uint64_t>(month);
    for (auto at = keys_.lower_bound(key('i', which, 0, 0)); at != keys_.end(); ++at) {
        if (std::memcmp(at->first.data(), key('i', which, 0, 0).data(), 9) != 0) { break; }
        total_ += charges_.at(at->second)->amount;
    }
}

void BillingFloor::bill_a_year() {
    for (std::int32_t month = 1; month <= months; ++month) {
        const std::int32_t day = month * days_of_a_month;
        while (!due_.empty() && due_.begin()->first <= day) {
            const Id subscription = due_.begin()->second;
            due_.erase(due_.begin());
            charge(subscription, day);
        }
        invoice(month);
    }
}

}  // namespace csp::bench
