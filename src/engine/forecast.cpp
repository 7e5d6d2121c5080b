// What lies ahead: time is run in memory, record by record, and what it would bring is told.
#include <algorithm>
#include <tuple>

#include "codec/keys.hpp"
#include "csp/engine.hpp"
#include "engine/happenings.hpp"
#include "engine/pages.hpp"
#include "engine/past.hpp"
#include "engine/reading.hpp"
#include "engine/scan.hpp"

namespace csp {
namespace {

using engine::Reading;

bool is_between(Date from, Date day, Date to) { return from <= day && day <= to; }

struct Days {
    Date from{};
    Date to{};
    [[nodiscard]] bool have(Instant at) const { return is_between(from, date_of(at), to); }
};

/// What is said of one subscription; its parent and add-ons, which time takes along, speak for themselves.
void add_what_happens(const Happening& happening, const SubscriptionId& id, const std::string& name, const Days& days,
                      std::vector<Expected>& out) {
    if (!days.have(happening.at)) { return; }
    Expected expected{.at = happening.at, .what = std::string(name_of(happening)), .subscription = id, .name = name};
    if (happening.kind == Kind::subscription && happening.id == id.bytes) { out.push_back(std::move(expected)); }
    const auto* charge = std::get_if<Charge::Event>(&happening.event);
    const auto* recorded = charge != nullptr ? std::get_if<ChargeRecorded>(charge) : nullptr;
    if (recorded == nullptr || recorded->entry.subscription != id) { return; }
    expected.amount = recorded->entry.line.amount;
    expected.invoiced_on = recorded->invoiced_on;
    out.push_back(std::move(expected));
}

Result<Done> add_subscription(Reading& open, const Policy& policy, const engine::Outside& outside, const Record& record,
                              const Days& days, std::vector<Expected>& out) {
    engine::Work work(open.transaction);  // each in a work of its own: what time does to one is told once
    engine::Pipeline pipeline(work, policy, outside);
    auto entry = work.adopt<Subscription>(record);
    if (!entry) { return std::move(entry).error(); }
    const SubscriptionId id = (*entry)->id;
    if (auto settled = pipeline.settle_for_reading(**entry, open.now); !settled) { return settled; }
    const std::string name = (*entry)->state().friendly_name;
    if (is_in<Subscription::Suspended>((*entry)->state())) {
        auto last = engine::last_day_to_come_back(pipeline, **entry, open.now);
        if (!last) { return std::move(last).error(); }
        if (is_between(days.from, *last, days.to)) {
            out.push_back({.at = start_of(*last), .what = "last_day_to_reactivate", .subscription = id, .name = name});
        }
    }
    const Instant end = last_moment_of(days.to);
    auto billing = work.load(BillingId{id.bytes});
    if (!billing) { return std::move(billing).error(); }
    if (auto settled = pipeline.settle(**entry, end); !settled) { return settled; }
    if ((*billing)->exists()) {
        if (auto settled = pipeline.settle(**billing, end); !settled) { return settled; }
    }
    for (const engine::Pending& pending : work.happened) {
        if (pending.at > open.now) { add_what_happens(engine::happening_of(pending), id, name, days, out); }
    }
    return done;
}

/// CAN-01: the last day on which a line of software can be taken back.
void add_last_days_to_cancel(const SoftwareOrderId& id, const SoftwareOrder& order, const Policy& policy, Date today,
                             const Days& days, std::vector<Expected>& out) {
    for (const LineCancellation& line : cancellation(order, policy, today)) {
        const bool has_a_last_day = line.answer == CancellationAnswer::can_be_cancelled && line.last_day;
        if (!has_a_last_day || !is_between(days.from, *line.last_day, days.to)) { continue; }
        out.push_back({.at = start_of(*line.last_day),
                       .what = "last_day_to_cancel",
                       .software_order = id,
                       .name = order.lines[static_cast<std::size_t>(line.line)].product_name});
    }
}

bool comes_before(const Expected& a, const Expected& b) {
    return std::tie(a.at, a.subscription, a.software_order, a.what) <
           std::tie(b.at, b.subscription, b.software_order, b.what);
}

}  // namespace

Result<std::vector<Expected>> Engine::forecast(const Actor& actor, PartnerId partner, Date from, Date to) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::vector<Expected>> {
        if (auto wrong = why_no_range(DayRange{from, to})) { return *std::move(wrong); }
        const Date furthest = days_after(date_of(open.now), open.pipeline.policy().forecast_days_max);
        if (to > furthest) {
            return Error{
                .code = Code::invalid,
                .rule = "CONV-3",
                .reason = "too_far_ahead",
                .sentence = "a forecast goes to " + csp::text_of(furthest) + " at most, not to " + csp::text_of(to),
                .field = "to"};
        }
        const PartnerId whose = partner.is_nil() ? actor.partner : partner;
        auto owner = open.pipeline.standing(actor, whose, open.now);
        if (!owner) { return std::move(owner).error(); }
        const Policy& policy = open.pipeline.policy();
        const Days days{std::max(from, date_of(open.now)), to};
        std::vector<Expected> out;
        auto told =
            engine::for_each_record(open.transaction, codec::Index::subscriptions_of_customer, codec::prefix_of(whose),
                                    [&](const Record& record) {
                                        return add_subscription(open, policy, inside_->previewing, record, days, out);
                                    });
        if (!told) { return std::move(told).error(); }
        told = engine::for_each_record(open.transaction, codec::Index::software_orders_of_customer,
                                       codec::prefix_of(whose), [&](const Record& record) -> Result<Done> {
                                           auto order = open.work.adopt<SoftwareOrder>(record);
                                           if (!order) { return std::move(order).error(); }
                                           add_last_days_to_cancel((*order)->id, (*order)->state(), policy,
                                                                   date_of(open.now), days, out);
                                           return done;
                                       });
        if (!told) { return std::move(told).error(); }
        std::ranges::stable_sort(out, comes_before);
        return out;
    });
}

}  // namespace csp
