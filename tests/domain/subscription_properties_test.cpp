// Random lives of a subscription, drawn at the moments and quantities where rules break, beside the model.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>

#include "domain/goods.hpp"
#include "domain/subscription_model.hpp"

using namespace csp;
using namespace csp::test;
using S = Subscription;

namespace {

const CountedCalendar& calendar() {
    static const CountedCalendar counted;
    return counted;
}

struct Beginning {
    bool is_trial, is_annual, renews, is_china;
    int bought_on, billing_day, least, most, target_least, target_most, days_opened_before;
};
/// One step of a life: which command, which moment and which value of those at hand.
struct Step {
    int command, moment, value;
};
void show(const Beginning& b, std::ostream& out) {
    out << "trial " << b.is_trial << " annual " << b.is_annual << " renews " << b.renews << " china " << b.is_china
        << " bought " << text_of(Date{b.bought_on}) << " billing day " << b.billing_day << " opened before "
        << b.days_opened_before << " range " << b.least << ".." << b.most;
}
void showValue(const Step& s, std::ostream& out) { out << s.command << "/" << s.moment << "/" << s.value; }

/// 0 to count - 1, each as likely as the others.
rc::Gen<int> any_of(int count) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, count)); }

rc::Gen<int> day_of_purchase() {
    std::vector<int> edges;
    for (const char* text : {"2016-02-29", "2017-12-31", "2018-01-15", "2018-01-26", "2018-01-29", "2018-01-31",
                             "2018-02-20", "2018-02-21", "2018-02-28", "2018-05-28", "2018-05-29", "2018-05-30",
                             "2018-05-31", "2019-11-30", "2020-02-28", "2020-02-29", "2020-12-31"}) {
        edges.push_back(day(text).days);
    }
    return rc::gen::oneOf(rc::gen::elementOf(edges),
                          rc::gen::map(any_of(1461), [](int days) { return day("2017-06-01").days + days; }));
}

Beginning drawn_beginning() {
    const int least = 1 + *any_of(3);
    const int target_least = *rc::gen::element(1, 25, 26);
    return {.is_trial = *rc::gen::element(true, false, false),
            .is_annual = *rc::gen::arbitrary<bool>(),
            .renews = *rc::gen::arbitrary<bool>(),
            .is_china = *rc::gen::element(true, false, false, false),
            .bought_on = *day_of_purchase(),
            .billing_day = *rc::gen::element(1, 2, 15, 28, 29, 30, 31),
            .least = least,
            .most = least + *any_of(3),
            .target_least = target_least,
            .target_most = target_least + *rc::gen::element(0, 1, 275),
            .days_opened_before = *rc::gen::element(0, 0, 1, 15, 29, 30, 31, 40)};
}

SubscriptionModel model_of(const Beginning& b) {
    SubscriptionModel model{.calendar = &calendar(),
                            .least = b.least,
                            .most = b.most,
                            .target_least = b.target_least,
                            .target_most = b.target_most,
                            .billing_day = b.billing_day,
                            .is_china = b.is_china,
                            .is_trial = b.is_trial,
                            .renews = b.renews && !b.is_trial,
                            .quantity = b.is_trial ? 25 : b.least};
    model.buy(b.bought_on, b.is_annual && !b.is_trial);
    model.opened -= b.days_opened_before;
    return model;
}

/// The records around a subscription that is told twice.
class Twice {
public:
    explicit Twice(const Beginning& b) : model(model_of(b)), now_us_(b.bought_on * SubscriptionModel::day_us) {
        listing_ = b.is_trial ? trial_listing() : business_listing();
        target_ = business_listing();
        if (!b.is_trial) {
            std::tie(listing_.minimum_quantity, listing_.maximum_quantity) = std::pair(b.least, b.most);
        }
        std::tie(target_.minimum_quantity, target_.maximum_quantity) = std::pair(b.target_least, b.target_most);
        facts_ = {.listing = &listing_, .target = &target_, .billing_day = b.billing_day};
        const Date on{b.bought_on};
        Purchase purchase =
            b.is_trial ? trial_bought(on) : bought(on, b.is_annual ? Cycle::annual : Cycle::monthly, b.billing_day);
        purchase.quantity = model.quantity;
        purchase.opened_on = days_after(on, -b.days_opened_before);
        purchase.auto_renews = model.renews;
        purchase.cloud = b.is_china ? Cloud::china_21vianet : Cloud::global;
        evolve(state, SubscriptionCreated{purchase});
    }
    Twice(const Twice&) = delete;

    /// Time goes on to one of the moments where something turns, and never back.
    void go_to(int moment) {
        const std::int64_t day_us = SubscriptionModel::day_us;
        const std::int64_t last_good = std::int64_t{model.good_until + 1} * day_us - 1;
        const std::int64_t end = std::int64_t{model.ends} * day_us;
        const std::int64_t next_midnight = (now_us_ / day_us + 1) * day_us;
        const auto today = static_cast<int>(now_us_ / day_us);
        const std::int64_t month_end = std::int64_t{calendar().in_month_after(today, 0, 31)} * day_us;
        const std::int64_t turns[]{
            now_us_, now_us_ + 1, next_midnight - 1,      next_midnight,        last_good, last_good + 1, end - 1,
            end,     month_end,   month_end + day_us - 1, now_us_ + 45 * day_us};
        now_us_ = std::max(now_us_, turns[moment]);
        model.live_until(now_us_);
        for (auto due = next_deadline(state); due && due->at.us <= now_us_; due = next_deadline(state)) {
            RC_ASSERT(does(due->command, due->at));
        }
    }
    static constexpr int moments = 11;

    /// Asks both; whether they agree.
    void ask(int command, int value) {
        const int quantities[]{0, 1, model.least - 1, model.least, model.most, model.most + 1, 25};
        const int targets[]{0, 1, model.target_least - 1, model.target_least, model.target_most, model.target_most + 1,
                            25};
        const int quantity = quantities[value];
        const auto reason = static_cast<SuspensionReason>(value);
        const bool is_odd = value % 2 == 1;
        const Cycle cycle = is_odd ? Cycle::annual : Cycle::monthly;
        const Instant now{now_us_};
        switch (command) {
            case 0: return same(does(ChangeQuantity{quantity}, now), model.change_quantity(quantity));
            case 1: return same(does(SuspendSubscription{reason}, now), model.suspend(value, now_us_));
            case 2: return same(does(CancelSubscription{reason}, now), model.suspend(value, now_us_));
            case 3:
                return same(does(CancelSubscriptionAtOnce{reason, value < 3}, now),
                            model.cancel_at_once(value, value < 3, now_us_));
            case 4: return same(does(ReactivateSubscription{}, now), model.reactivate(now_us_));
            case 5:
                return same(does(ConvertTrial{business, cycle, targets[value]}, now),
                            model.convert(is_odd, targets[value], now_us_));
            // What time asks was asked when it was due: nobody else has anything to ask then.
            case 6: return same(does(ExpireSubscription{}, now), false);
            case 7: return same(does(RenewSubscription{}, now), false);
            case 8: return same(does(EndTerm{}, now), false);
            default: return same(does(EndTrial{}, now), false);
        }
    }
    static constexpr int commands = 10;
    static constexpr int values = 7;

    void compare() const {
        RC_ASSERT(is_in<S::Active>(state) == (model.state == SubscriptionModel::active));
        RC_ASSERT(is_in<S::Suspended>(state) == (model.state == SubscriptionModel::suspended));
        RC_ASSERT(state.quantity == model.quantity);
        RC_ASSERT(state.is_trial == model.is_trial);
        RC_ASSERT(state.first_billed_on.days == model.paid_from);
        if (const auto* active = std::get_if<S::Active>(&state.phase)) {
            RC_ASSERT(active->term == (Term{Date{model.starts}, Date{model.ends}}));
        }
        if (const auto* suspended = std::get_if<S::Suspended>(&state.phase)) {
            RC_ASSERT(suspended->last_day.days == model.good_until);
            RC_ASSERT(suspended->term.end.days == model.ends);
        }
        if (const auto* deleted = std::get_if<S::Deleted>(&state.phase)) {
            RC_ASSERT(deleted->deleted_at.us == model.gone_since_us);
        }
    }

    S state{};
    SubscriptionModel model;

private:
    bool does(const S::Command& command, Instant now) {
        auto event = decide(Question<S>{state, command, facts_, policy_, now});
        if (!event) {
            RC_ASSERT(!event.error().rule.empty());
            RC_ASSERT(!event.error().sentence.empty());
            return false;
        }
        if (std::holds_alternative<TrialConverted>(*event)) { listing_ = target_; }
        evolve(state, *event);
        return true;
    }
    static void same(bool machine, bool expected) { RC_ASSERT(machine == expected); }

    std::int64_t now_us_;
    Listing listing_{};
    Listing target_{};
    SubscriptionFacts facts_{};
    Policy policy_{};
};

Step step_of(const std::tuple<int, int, int>& drawn) {
    return {std::get<0>(drawn), std::get<1>(drawn), std::get<2>(drawn)};
}
std::vector<Step> drawn_steps() {
    const auto any =
        rc::gen::map(rc::gen::tuple(any_of(Twice::commands), any_of(Twice::moments), any_of(Twice::values)), step_of);
    // Most commands keep it alive: a life that ends early shows little.
    const auto lively = rc::gen::map(
        rc::gen::tuple(rc::gen::element(0, 1, 4, 4), any_of(Twice::moments), any_of(Twice::values)), step_of);
    return *rc::gen::resize(25, rc::gen::container<std::vector<Step>>(rc::gen::oneOf(any, lively, lively)));
}

constexpr int lives_in_a_test = 40;

void live(const Beginning& beginning, const std::vector<Step>& steps) {
    Twice life(beginning);
    life.compare();
    for (const Step& step : steps) {
        life.go_to(step.moment);
        life.compare();
        life.ask(step.command, step.value);
        life.compare();
    }
}

}  // namespace

TEST_CASE("SUS-05: a subscription lives as the model does, whatever is asked of it and when") {
    CHECK(rc::check([] {
        for (int life = 0; life < lives_in_a_test; ++life) {
            const Beginning beginning = drawn_beginning();
            std::ostringstream told;
            show(beginning, told);
            RC_LOG(told.str());
            live(beginning, drawn_steps());
        }
    }));
}

TEST_CASE("SUS-09: one long jump of the clock tells the same life as many short ones") {
    CHECK(rc::check([] {
        const Beginning beginning = drawn_beginning();
        Twice once(beginning);
        const bool is_suspended = *rc::gen::arbitrary<bool>();
        if (is_suspended) { once.ask(1, 1); }
        Life many(bought(Date{beginning.bought_on}));
        many.subscription = once.state;
        Life jump(bought(Date{beginning.bought_on}));
        jump.subscription = once.state;
        const int days = *any_of(1200);
        for (int passed = 0; passed <= days; ++passed) { many.settle(start_of(Date{beginning.bought_on + passed})); }
        jump.settle(start_of(Date{beginning.bought_on + days}));
        RC_ASSERT(many.subscription == jump.subscription);
    }));
}
