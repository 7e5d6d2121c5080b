// Random lives of a download link through the whole engine, drawn at the moments where it turns, beside the model.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "domain/download_link_model.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// One right and its one link, told twice: by an engine, and by the model with numbers of its own.
class Twice {
public:
    Twice(int downloads, Instant bought_at, bool settles) : settles_(settles), bought_at_(bought_at) {
        shop_.policy.link_downloads = downloads;
        shop_.engine = shop_.open(*shop_.store.storage);
        shop_.clock.set(bought_at);
        order_ = shop_.buy_software(office);
        right_ = shop_.right_of(order_);
        model_.hours = 14 * 24;
        model_.most = downloads;
        model_.hours_from_first = 5 * 24;
        model_.first_counts_from_us = start_of(day("2021-06-03")).us;
    }

    static constexpr int moments = 9;
    /// Time goes on to one of the moments where something turns, and never back.
    void go_to(int moment) {
        const Instant now = shop_.clock.now();
        const std::int64_t last_day_us = start_of(date_of(bought_at_)).us + days_to_cancel() * us_per_day;
        const std::int64_t turns[]{now.us,
                                   now.us + 1,
                                   model_.ends_us() - 1,
                                   model_.ends_us(),
                                   model_.first_counts_from_us - 1,
                                   model_.first_counts_from_us,
                                   last_day_us + us_per_day - 1,
                                   last_day_us + us_per_day,
                                   now.us + 3 * us_per_day};
        shop_.clock.set(Instant{std::max(now.us, turns[moment])});
        if (settles_) { good(shop_.engine->run_due()); }
    }

    void get_link() {
        const Instant now = shop_.clock.now();
        const bool was_good = model_.is_good(now.us);
        const bool is_given = was_good || model_.begin(now.us);
        const auto answer = shop_.engine->get_link({.by = shop_.ann}, right_, english_iso);
        count(answer.has_value());
        RC_ASSERT(answer.has_value() == is_given);
        if (!answer) {
            RC_ASSERT(answer.error().reason == "revoked");
            return;
        }
        RC_ASSERT(link_.is_nil() || answer->link == link_);
        link_ = answer->link;
        RC_ASSERT(answer->downloads_left == model_.left());
        RC_ASSERT(answer->end.us == model_.ends_us());
    }
    void download(int times, bool by_host) {
        for (int i = 0; i < times; ++i) {
            const auto answer = shop_.engine->download({.by = by_host ? host() : shop_.ann}, link_);
            count(answer.has_value());
            RC_ASSERT(answer.has_value() == model_.download(shop_.clock.now().us));
            if (!answer) {
                RC_ASSERT(answer.error().reason == (model_.is_revoked ? "revoked" : "link_expired"));
                continue;
            }
            RC_ASSERT(answer->downloads_left == model_.left());
            RC_ASSERT(answer->end.us == model_.ends_us());
        }
    }
    [[nodiscard]] int left() const { return model_.left(); }
    void cancel() {
        const Instant now = shop_.clock.now();
        const bool is_in_time = days_between(date_of(bought_at_), date_of(now)) <= days_to_cancel();
        const bool is_taken = is_in_time && !model_.is_revoked;
        RC_ASSERT(shop_.cancel(order_).has_value() == is_taken);
        if (is_taken) { RC_ASSERT(model_.revoke(now.us)); }
    }

    void compare() {
        const DownloadLink link = shop_.link(link_);
        RC_ASSERT(link.times_begun == model_.begun);
        RC_ASSERT(is_in<DownloadLink::Valid>(link) == model_.is_good(shop_.clock.now().us));
        RC_ASSERT(is_in<DownloadLink::Revoked>(link) == model_.is_revoked);
        if (const auto* revoked = std::get_if<DownloadLink::Revoked>(&link.phase)) {
            RC_ASSERT(revoked->revoked_at.us == model_.revoked_at_us);
        }
        if (const auto* expired = std::get_if<DownloadLink::Expired>(&link.phase)) {
            RC_ASSERT(expired->expired_at.us <= model_.ends_us());
            RC_ASSERT(expired->used == model_.most - model_.left());
        }
    }
    /// LOG-02: every attempt has its entry, and none has two.
    void compare_log() {
        const auto entries = shop_.activity("1970-01-01", "9999-12-31");
        RC_ASSERT(std::ssize(entries) == granted_ + refused_);
        RC_ASSERT(std::ranges::count_if(entries, &ActivityEntry::is_refused) == refused_);
    }

private:
    [[nodiscard]] std::int64_t days_to_cancel() const { return date_of(bought_at_) < day("2021-06-01") ? 60 : 30; }
    void count(bool is_granted) { ++(is_granted ? granted_ : refused_); }

    SoftwareShop<InMemory> shop_{};
    DownloadLinkModel model_{};
    bool settles_{false};
    Instant bought_at_{};
    SoftwareOrderId order_{};
    EntitlementId right_{};
    DownloadLinkId link_{};
    std::ptrdiff_t granted_{0};
    std::ptrdiff_t refused_{0};
};

enum class AskedOfLink { one, all_but_one, one_too_many, link, cancel };

void ask_any(Twice& twice) {
    const bool by_host = *rc::gen::arbitrary<bool>();
    // Cancelling is rare: a life that ends early shows little.
    switch (*rc::gen::weightedElement<AskedOfLink>({{6, AskedOfLink::one},
                                                    {3, AskedOfLink::all_but_one},
                                                    {2, AskedOfLink::one_too_many},
                                                    {5, AskedOfLink::link},
                                                    {1, AskedOfLink::cancel}})) {
        case AskedOfLink::one: return twice.download(1, by_host);
        case AskedOfLink::all_but_one: return twice.download(twice.left() - 1, by_host);
        case AskedOfLink::one_too_many: return twice.download(twice.left() + 1, by_host);
        case AskedOfLink::link: return twice.get_link();
        case AskedOfLink::cancel: return twice.cancel();
    }
}

}  // namespace

TEST_CASE("ENT-06: through the engine a link lives as the model does, whatever is asked of it, by whom and when") {
    CHECK(rc::check([] {
        Twice twice(*rc::gen::element(1, 2, 3, 50),
                    *rc::gen::element(at("2020-01-21T09:00:00Z"), at("2021-05-31T23:59:59.999999Z"),
                                      at("2021-06-01T00:00:00Z"), at("2021-06-03T00:00:00Z")),
                    *rc::gen::arbitrary<bool>());
        twice.get_link();
        twice.compare();
        const int steps = *rc::gen::inRange(1, 30);
        for (int step = 0; step < steps; ++step) {
            twice.go_to(*rc::gen::inRange(0, Twice::moments));
            twice.compare();
            ask_any(twice);
            twice.compare();
        }
        twice.compare_log();
    }));
}
