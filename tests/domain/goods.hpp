// Offers, orders and subscriptions as they should be, for tests to change one thing in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/offer.hpp"
#include "csp/order.hpp"
#include "csp/subscription.hpp"
#include "domain/people.hpp"

namespace csp::test {

inline Date day(std::string_view text) { return read_date(text).value(); }
inline Instant at(std::string_view text) { return read_instant(text).value(); }
/// The last good moment of "until that day", and the first bad one, a microsecond later.
inline Instant last_good_moment(Date last_day) { return last_moment_of(last_day); }
inline Instant first_bad_moment(Date last_day) { return Instant{last_moment_of(last_day).us + 1}; }

/// A different id for each number.
template <class S>
Id<S> id(std::uint8_t number) {
    Id<S> out;
    out.bytes.data[0] = 0xC5;
    out.bytes.data[15] = number;
    return out;
}

inline constexpr Country us{{'U', 'S'}};
inline constexpr Country germany{{'D', 'E'}};
inline constexpr Currency usd{{'U', 'S', 'D'}};
inline Money dollars(std::int64_t amount) { return Money{amount * 100, usd}; }

inline const OfferId business = id<Offer>(1);
inline const OfferId business_trial = id<Offer>(2);
inline const OfferId audio_add_on = id<Offer>(3);

inline Listing listed(std::string name) {
    return {.country = us,
            .catalog_id = "91FD106F-4B2C-4938-95AC-F54F74E9A239",
            .name = std::move(name),
            .minimum_quantity = 1,
            .maximum_quantity = 300,
            .cycles = {Cycle::annual, Cycle::monthly},
            .product_name = "Business"};
}
inline Listing business_listing() { return listed("Business"); }
inline Listing one_of_each() {
    Listing listing = listed("Business, one per customer");
    listing.limit_unit = LimitUnit::concurrent;
    listing.limit = 1;
    return listing;
}
inline Listing trial_listing() {
    Listing listing = listed("Business Trial");
    listing.minimum_quantity = 25;
    listing.maximum_quantity = 25;
    listing.is_trial = true;
    listing.auto_renews = false;
    listing.cycles = {Cycle::none};
    listing.limit_unit = LimitUnit::lifetime;
    listing.limit = 1;
    listing.conversion_targets = {business};
    return listing;
}
inline Listing add_on_listing() {
    Listing listing = listed("Audio Conferencing");
    listing.is_add_on = true;
    listing.prerequisites = {business};
    return listing;
}

/// Agreed on that day, as an order agrees it.
inline Purchase bought(Date on, Cycle cycle = Cycle::monthly, std::int32_t billing_day = 15) {
    const Date paid_from = first_billed_on(on, cycle, billing_day, Policy{});
    return {.partner = id<Partner>(1),
            .customer = id<Customer>(1),
            .order = id<Order>(1),
            .offer = business,
            .quantity = 5,
            .cycle = cycle,
            .country = us,
            .unit_price = dollars(4),
            .opened_on = on,
            .first_billed_on = paid_from,
            .anchor = paid_from,
            .term = Term{on, months_after(paid_from, 12)}};
}
inline Purchase trial_bought(Date on) {
    Purchase trial = bought(on, Cycle::none);
    trial.offer = business_trial;
    trial.quantity = 25;
    trial.is_trial = true;
    trial.auto_renews = false;
    trial.term = Term{on, days_after(on, 30)};
    return trial;
}

/// A subscription and the records it leans on. `listing` and `target` are what its facts point to.
class Life {
public:
    explicit Life(const Purchase& purchase) { evolve(subscription, SubscriptionCreated{purchase}); }

    [[nodiscard]] Result<Subscription::Event> decide(const Subscription::Command& command, Instant now) const {
        const SubscriptionFacts facts{.listing = listing ? &*listing : nullptr,
                                      .renewal_price = renewal_price,
                                      .parent = parent ? &*parent : nullptr,
                                      .target = target ? &*target : nullptr,
                                      .target_price = dollars(5),
                                      .target_owned = target_owned,
                                      .target_ever_owned = static_cast<std::int32_t>(target_owned.size()),
                                      .billing_day = 15};
        return csp::decide(Question<Subscription>{subscription, command, facts, policy, now});
    }
    /// Decides, and lives on with what happened.
    Subscription::Event then(const Subscription::Command& command, Instant now) {
        auto event = decide(command, now);
        INFO((event ? std::string() : event.error().sentence));
        REQUIRE(event);
        evolve(subscription, *event);
        return std::move(event).value();
    }
    template <class E>
    E then(const Subscription::Command& command, Instant now) {
        const auto event = then(command, now);
        REQUIRE(std::holds_alternative<E>(event));
        return std::get<E>(event);
    }
    [[nodiscard]] Error refusal(const Subscription::Command& command, Instant now) const {
        auto event = decide(command, now);
        REQUIRE_FALSE(event);
        return event.error();
    }
    /// Meets every deadline up to that moment, each at its own time.
    void settle(Instant upto) {
        for (auto due = next_deadline(subscription); due && due->at <= upto; due = next_deadline(subscription)) {
            const auto instead = asked_instead(due->command);
            then(instead && !decide(due->command, due->at) ? *instead : due->command, due->at);
        }
    }
    void suspend(Date on) { then(SuspendSubscription{SuspensionReason::non_payment}, start_of(on)); }

    [[nodiscard]] const Subscription::Suspended& suspended() const {
        REQUIRE(is_in<Subscription::Suspended>(subscription));
        return in<Subscription::Suspended>(subscription);
    }
    [[nodiscard]] const Subscription::Deleted& deleted() const {
        REQUIRE(is_in<Subscription::Deleted>(subscription));
        return in<Subscription::Deleted>(subscription);
    }
    [[nodiscard]] Term term() const {
        REQUIRE(is_in<Subscription::Active>(subscription));
        return in<Subscription::Active>(subscription).term;
    }

    Subscription subscription{};
    std::optional<Listing> listing{business_listing()};
    std::optional<Subscription> parent{};
    std::optional<Listing> target{business_listing()};
    std::vector<Owned> target_owned{};
    Money renewal_price{dollars(4)};
    Policy policy{};
};

inline Life trial_life(Date on) {
    Life life(trial_bought(on));
    life.listing = trial_listing();
    return life;
}
inline Life add_on_life(Date on, const Subscription& parent) {
    Purchase add_on = bought(on);
    add_on.offer = audio_add_on;
    add_on.parent = id<Subscription>(1);
    Life life(add_on);
    life.listing = add_on_listing();
    life.parent = parent;
    return life;
}

}  // namespace csp::test
