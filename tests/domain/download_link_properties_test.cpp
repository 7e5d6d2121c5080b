// Random lives of a download link, drawn at the moments and counts where it turns, beside the model.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <ostream>

#include "domain/download_link_model.hpp"
#include "domain/rights.hpp"

using namespace csp;
using namespace csp::test;
using S = DownloadLink;

namespace {

enum class Ask { one, all_but_one, all, one_too_many, begin, revoke, expire };
/// One step of a life: which moment of those at hand, and what is asked then.
struct Step {
    int moment;
    Ask ask;
};
void showValue(const Step& step, std::ostream& out) { out << step.moment << "/" << static_cast<int>(step.ask); }

const Date five_days_from = day("2021-06-03");

/// A link that is told twice. `settles`: whether somebody expires it when it is due, or nobody ever looks.
class Twice {
public:
    Twice(const Policy& policy, std::int64_t days_from_first, Instant now, bool settles)
        : policy_(policy), now_(now), settles_(settles) {
        model.hours = 24 * policy.link_days;
        model.most = policy.link_downloads;
        model.hours_from_first = 24 * days_from_first;
        model.first_counts_from_us = start_of(five_days_from).us;
    }

    /// Time goes on to one of the moments where something turns, and never back.
    void go_to(int moment) {
        const std::int64_t change_us = start_of(five_days_from).us;
        const std::int64_t hours_from_first_us = model.hours_from_first * DownloadLinkModel::hour_us;
        const std::int64_t turns[]{now_.us,
                                   now_.us + 1,
                                   model.ends_us() - 1,
                                   model.ends_us(),
                                   model.ends_us() + 1,
                                   change_us - 1,
                                   change_us,
                                   model.ends_us() - hours_from_first_us - 1,
                                   model.ends_us() - hours_from_first_us + 1,
                                   now_.us + us_per_day};
        now_.us = std::max(now_.us, turns[moment]);
        if (settles_) { settle(); }
    }
    static constexpr int moments = 10;

    void ask(Ask what) {
        switch (what) {
            case Ask::one: return download(1);
            case Ask::all_but_one: return download(model.left() - 1);
            case Ask::all: return download(model.left());
            case Ask::one_too_many: return download(model.left() + 1);
            case Ask::begin: return same(does(EnableLink{{}, "sealed address"}), model.begin(now_.us));
            case Ask::revoke: return same(does(RevokeLink{}), model.revoke(now_.us));
            case Ask::expire: return expire();
        }
    }

    void compare() const {
        RC_ASSERT(can_download(state, now_) == model.is_good(now_.us));
        RC_ASSERT(is_in<S::Revoked>(state) == model.is_revoked);
        RC_ASSERT(state.times_begun == model.begun);
        if (const auto* valid = std::get_if<S::Valid>(&state.phase)) {
            RC_ASSERT(valid->end.us == model.ends_us());
            RC_ASSERT(valid->issued_at.us == model.begun_at_us);
            RC_ASSERT(downloads_left(state) == model.left());
            RC_ASSERT(next_deadline(state)->at.us == model.ends_us());
        } else {
            RC_ASSERT(downloads_left(state) == 0);
            RC_ASSERT(!next_deadline(state));
        }
        if (const auto* revoked = std::get_if<S::Revoked>(&state.phase)) {
            RC_ASSERT(revoked->revoked_at.us == model.revoked_at_us);
        }
        if (const auto* expired = std::get_if<S::Expired>(&state.phase)) {
            RC_ASSERT(expired->expired_at.us <= model.ends_us());
            RC_ASSERT(expired->used == model.most - model.left());
        }
    }

    S state{};
    DownloadLinkModel model{};

private:
    void download(int times) {
        for (int i = 0; i < times; ++i) {
            same(does(Download{}), model.download(now_.us));
            compare();
        }
    }
    /// May be asked only of what is spent and has not been expired yet; it changes nothing that the model knows.
    void expire() {
        const bool is_spent = is_in<S::Valid>(state) && !model.is_good(now_.us);
        same(does(ExpireLink{}), is_spent);
    }
    void settle() {
        if (const auto due = next_deadline(state); due && due->at <= now_) { same(does(due->command), true); }
    }
    bool does(const S::Command& command) {
        auto event = decide(Question<S>{state, command, facts_, policy_, now_});
        if (!event) {
            RC_ASSERT(!event.error().rule.empty());
            RC_ASSERT(!event.error().sentence.empty());
            return false;
        }
        evolve(state, *event);
        return true;
    }
    static void same(bool machine, bool expected) { RC_ASSERT(machine == expected); }

    Policy policy_{};
    Instant now_{};
    bool settles_{false};
    DownloadLinkFacts facts_{};
};

Twice drawn_link() {
    Policy policy;
    policy.link_days = *rc::gen::element(1, 5, 14);
    policy.link_downloads = *rc::gen::element(1, 2, 3, 50);
    const int days_from_first = *rc::gen::element(0, 1, 5);
    policy.link_days_after_first_download = Dated<std::int32_t>(0, five_days_from, days_from_first);
    const Instant now = *rc::gen::element(at("2020-02-15T10:00:00Z"), at("2021-05-30T00:00:00.000001Z"),
                                          at("2021-06-02T23:59:59.999999Z"), at("2021-06-03T00:00:00Z"));
    return Twice(policy, days_from_first, now, *rc::gen::arbitrary<bool>());
}

std::vector<Step> drawn_steps() {
    // Revoking is rare: a life that ends early shows little.
    const auto ask = rc::gen::weightedElement<Ask>({{6, Ask::one},
                                                    {3, Ask::all_but_one},
                                                    {2, Ask::all},
                                                    {2, Ask::one_too_many},
                                                    {4, Ask::begin},
                                                    {1, Ask::revoke},
                                                    {2, Ask::expire}});
    const auto moment = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, Twice::moments));
    const auto step = rc::gen::map(rc::gen::pair(moment, ask), [](const std::pair<int, Ask>& drawn) {
        return Step{drawn.first, drawn.second};
    });
    return *rc::gen::resize(30, rc::gen::container<std::vector<Step>>(step));
}

constexpr int lives_in_a_test = 40;

}  // namespace

TEST_CASE("ENT-06: a link lives as the model does, whatever is asked of it and when") {
    CHECK(rc::check([] {
        for (int life = 0; life < lives_in_a_test; ++life) {
            Twice link = drawn_link();
            link.ask(Ask::one);  // of a link that has not begun yet
            link.ask(Ask::begin);
            link.compare();
            for (const Step& step : drawn_steps()) {
                link.go_to(step.moment);
                link.compare();
                link.ask(step.ask);
                link.compare();
            }
        }
    }));
}

TEST_CASE("ENT-06: never more downloads than were allowed, never after the end, never after it was revoked") {
    CHECK(rc::check([] {
        Asked<S> link{.now = at("2021-06-01T00:00:00Z")};
        link.policy.link_downloads = *rc::gen::element(1, 3, 50);
        int granted = 0;
        int begun = 0;
        Instant last_end{};
        bool is_revoked = false;
        for (int step = 0; step < 300; ++step) {
            link.now.us += *rc::gen::element<std::int64_t>(0, 1, us_per_day, 5 * us_per_day, 14 * us_per_day);
            const auto command = *rc::gen::weightedElement<S::Command>(
                {{60, Download{}}, {5, EnableLink{{}, "sealed address"}}, {5, ExpireLink{}}, {1, RevokeLink{}}});
            const auto event = link.decide(command);
            if (!event) { continue; }
            if (std::holds_alternative<Downloaded>(*event)) {
                ++granted;
                RC_ASSERT(!is_revoked);
                RC_ASSERT(link.now < last_end);
            }
            if (const auto* enabled = std::get_if<LinkEnabled>(&*event)) {
                ++begun;
                RC_ASSERT(!is_revoked);
                last_end = enabled->end;
            }
            is_revoked = is_revoked || std::holds_alternative<LinkRevoked>(*event);
            evolve(link.state, *event);
            RC_ASSERT(granted <= begun * link.policy.link_downloads);
        }
    }));
}
