// The worked examples of licences, asked of the engine as a portal asks them. Their years are three later here: the
// shop opens in 2019, and 2021 and 2022 have the same days.
#include <doctest/doctest.h>

#include "engine/billed_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

struct Examples : BilledShop<InMemory> {
    /// Nobody pays for years here (C9).
    void nobody_is_restricted() {
        policy.debt_restricts_partner = false;
        engine = open(*store.storage);
    }
    void costs(const OfferId& offer, std::int64_t cents_a_month) {
        good(engine->execute({.by = host()}, offer,
                             SetPrice{{us, Money{cents_a_month, dollars(1).currency}, day("2020-01-01"), {}}}));
    }
    SubscriptionId buy_on(const std::string& date, const OrderLine& what, Cycle cycle) {
        wait_until(date + "T00:00:00Z");
        return buy(what, cycle);
    }
    template <class S, class C>
    void ask_on(const std::string& date, const Id<S>& which, C command) {
        wait_until(date + "T00:00:00Z");
        good(ask(which, std::move(command)));
    }
    void suspend_on(const std::string& date, const SubscriptionId& which) {
        ask_on(date, which, SuspendSubscription{SuspensionReason::non_payment});
    }
    /// What was charged for it so far, in the order in which it was.
    Cents charged(const SubscriptionId& which) {
        Cents cents;
        for (const Happening& one : feed()) {
            const auto* charge = std::get_if<Charge::Event>(&one.event);
            const auto* recorded = charge != nullptr ? std::get_if<ChargeRecorded>(charge) : nullptr;
            if (recorded == nullptr || recorded->entry.subscription != which) { continue; }
            cents.push_back(recorded->entry.line.amount.amount_minor);
        }
        return cents;
    }
    std::string renews_on(const SubscriptionId& which) {
        return csp::text_of(in<Subscription::Active>(subscription(which)).term.end);
    }
};

}  // namespace

TEST_CASE("A-PRORATE E3-31: a second seat in the middle of a month, asked of the engine and of its invoice") {
    Examples shop;
    const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::monthly);
    shop.ask_on("2021-02-01", seat, ChangeQuantity{2});
    CHECK(shop.charged(seat) == Cents{400, -400, 245, 310});
    shop.wait_until("2021-02-16T00:00:00Z");
    CHECK(shop.charged(seat) == Cents{400, -400, 245, 310, 800});
    CHECK(shop.invoices().back().state.amount == Money{955, dollars(1).currency});
}

TEST_CASE("CONV-2 E3-32, E3-33 and E3-34: a month that is suspended, asked of the engine") {
    struct Row {
        const char* suspended_at;
        Cents charged;
    };
    for (const Row& row : {Row{"2021-02-01T00:00:00Z", {400, -400}}, Row{"2021-02-12T23:59:59.999999Z", {400, -400}},
                           Row{"2021-02-13T00:00:00Z", {400, 400, -400}},  // of the second month, the first is kept
                           Row{"2021-03-01T00:00:00Z", {400, 400, -171}}}) {
        Examples shop;
        const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::monthly);
        shop.wait_until(row.suspended_at);
        good(shop.suspend(seat));
        CHECK(shop.charged(seat) == row.charged);
    }
}

TEST_CASE("A-PRORATE E3-39: two seats from the second day, recognised at the anniversary, asked of the engine") {
    Examples shop;
    shop.policy.quantity_is_recognised_at_anniversary = true;
    shop.engine = shop.open(*shop.store.storage);
    shop.costs(base, 1760);
    const SubscriptionId seat = shop.buy_on("2021-02-11", line(base, 1), Cycle::annual);
    shop.ask_on("2021-02-12", seat, ChangeQuantity{2});
    CHECK(shop.charged(seat) == Cents{21120, -21120, 58, 3125, 39000});
}

TEST_CASE("A-PRORATE E3-35: a second seat in the middle of a year, asked of the engine") {
    Examples shop;
    const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::annual);
    shop.ask_on("2021-02-01", seat, ChangeQuantity{2});
    CHECK(shop.charged(seat) == Cents{4800, -4800, 250, 9100});
}

TEST_CASE("SUS-08 E3-37: reactivated after the 30 days, asked of the engine") {
    Examples shop;
    const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::annual);
    shop.suspend_on("2021-02-01", seat);
    CHECK(shop.charged(seat) == Cents{4800, -4800});
    shop.ask_on("2021-03-01", seat, ReactivateSubscription{});
    CHECK(shop.charged(seat) == Cents{4800, -4800, 4182});
    CHECK(shop.renews_on(seat) == "2022-01-13");
}

TEST_CASE("CONV-2 E3-38: day 30 of a year is the last of the full credit, asked of the engine") {
    for (const bool is_late : {false, true}) {
        Examples shop;
        const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::annual);
        shop.wait_until(is_late ? "2021-02-13T00:00:00Z" : "2021-02-12T23:59:59.999999Z");
        good(shop.suspend(seat));
        CHECK(shop.charged(seat) == Cents{4800, is_late ? -4392 : -4800});
    }
}

TEST_CASE("CONV-6 E3-40: suspended and reactivated in the second month, asked of the engine") {
    Examples shop;
    shop.costs(base, 3000);
    const SubscriptionId seat = shop.buy_on("2021-06-01", line(base, 1), Cycle::monthly);
    shop.suspend_on("2021-07-05", seat);
    CHECK(shop.charged(seat) == Cents{3000, 3000, -2613});
    shop.ask_on("2021-07-15", seat, ReactivateSubscription{});
    CHECK(shop.charged(seat) == Cents{3000, 3000, -2613, 1645});
    CHECK(shop.renews_on(seat) == "2022-06-01");
}

TEST_CASE("CONV-6 E3-41: suspended and reactivated within 30 days, asked of the engine") {
    Examples shop;
    shop.costs(base, 3000);
    const SubscriptionId seat = shop.buy_on("2021-06-01", line(base, 1), Cycle::monthly);
    shop.suspend_on("2021-06-05", seat);
    shop.ask_on("2021-06-10", seat, ReactivateSubscription{});
    CHECK(shop.charged(seat) == Cents{3000, -3000, 3000});
}

TEST_CASE("OFF-08 E3-43: an add-on pays to the end of its parent's month and renews with it, asked of the engine") {
    Examples shop;
    shop.costs(base, 3000);
    shop.costs(add_on, 500);
    const SubscriptionId parent = shop.buy_on("2021-06-01", line(base, 1), Cycle::monthly);
    const SubscriptionId child = shop.buy_on("2021-06-10", add_on_for(parent, 1), Cycle::monthly);
    CHECK(shop.charged(child) == Cents{350});
    CHECK(shop.renews_on(child) == "2022-06-01");
    shop.wait_until("2022-05-31T23:59:59.999999Z");
    Cents a_year(12, 500);
    a_year.front() = 350;
    CHECK(shop.charged(child) == a_year);
    shop.wait_until("2022-06-01T00:00:00Z");
    CHECK(shop.renews_on(child) == "2023-06-01");
    CHECK(shop.renews_on(parent) == "2023-06-01");
    a_year.push_back(500);
    CHECK(shop.charged(child) == a_year);
}

TEST_CASE("SUS-06: an add-on that is free to the end of its first term is shown in the next one from its first day") {
    Examples shop;
    shop.nobody_is_restricted();
    shop.costs(add_on, 500);
    const SubscriptionId parent = shop.buy_on("2021-06-01", line(base, 1), Cycle::monthly);
    const SubscriptionId child = shop.buy_on("2022-05-30", add_on_for(parent, 1), Cycle::monthly);
    shop.wait_until("2022-06-16T00:00:00Z");
    CHECK(shop.charged(child) == Cents{500});
    const std::string csv = good(shop.engine->invoice_as_csv(shop.ann, shop.invoices().back().id));
    CHECK(csv.find(",Audio Conferencing,2022-06-01,2023-05-31,2022-06-01,2022-06-30,") != std::string::npos);
    CHECK(csv.find("2022-05-30") == std::string::npos);
}

TEST_CASE("SUS-06: a year that began anew in the free days is shown from that day") {
    Examples shop;
    const SubscriptionId seat = shop.buy_on("2021-01-29", line(base, 1), Cycle::monthly);
    shop.ask_on("2021-01-30", shop.subscription(seat).order, ChangeCycle{Cycle::annual});
    shop.wait_until("2021-02-16T00:00:00Z");
    const std::string csv = good(shop.engine->invoice_as_csv(shop.ann, shop.invoices().back().id));
    CHECK(csv.find(",2021-01-30,2022-01-29,2021-01-30,2022-01-29,") != std::string::npos);
}

TEST_CASE("OFF-08: a metered add-on is billed by its use, has no end of its own and goes with its parent") {
    Examples shop;
    const OfferId meter = id<Offer>(20);
    Listing metered = add_on_listing();
    metered.metering = Metering::usage;
    metered.prerequisites = {base};
    good(shop.engine->execute({.by = host()}, meter, ListOffer{metered}));
    shop.costs(meter, 400);
    const SubscriptionId parent = shop.buy_on("2021-02-01", line(base, 5), Cycle::monthly);
    const SubscriptionId child = shop.buy({.offer = meter, .quantity = 5, .parent = parent}, Cycle::monthly);
    CHECK(in<Subscription::Active>(shop.subscription(child)).term.end == last_date);
    CHECK_FALSE(shop.subscription(child).auto_renews);
    shop.wait_until("2022-03-01T00:00:00Z");
    CHECK(shop.charged(child).empty());
    CHECK(shop.charged(parent).size() == 14);
    good(shop.ask(parent, CancelSubscriptionAtOnce{SuspensionReason::fraud, true}));
    CHECK(shop.is_deleted(child));
}

TEST_CASE("OFF-08: an add-on of what is metered has a term and a bill of its own") {
    Examples shop;
    const OfferId meter = id<Offer>(20);
    Listing metered = listed("Metered");
    metered.metering = Metering::usage;
    good(shop.engine->execute({.by = host()}, meter, ListOffer{metered}));
    Listing licences = add_on_listing();
    licences.prerequisites = {meter};
    good(shop.engine->execute({.by = host()}, add_on, ListOffer{licences}));
    const SubscriptionId parent = shop.buy_on("2021-02-01", line(meter, 1), Cycle::monthly);
    const SubscriptionId child = shop.buy_on("2021-02-10", add_on_for(parent, 5), Cycle::monthly);
    CHECK(shop.charged(child) == Cents{2000});
    CHECK(shop.renews_on(child) == "2022-02-10");
    shop.wait_until("2022-02-10T00:00:00Z");
    CHECK(shop.charged(child) == Cents(13, 2000));
    CHECK(shop.renews_on(child) == "2023-02-10");
    CHECK(shop.charged(parent).empty());
    good(shop.suspend(parent));
    CHECK(is_in<Subscription::Suspended>(shop.subscription(child)));
}

TEST_CASE("CONV-4 E3-46: from monthly to annual in the middle of a month, asked of the engine") {
    Examples shop;
    shop.costs(base, 1000);
    const SubscriptionId seat = shop.buy_on("2021-04-01", line(base, 1), Cycle::monthly);
    shop.wait_until("2021-04-10T00:00:00Z");
    good(shop.ask(shop.subscription(seat).order, ChangeCycle{Cycle::annual}));
    CHECK(shop.charged(seat) == Cents{1000, -700, 12000});
    CHECK(shop.renews_on(seat) == "2022-04-10");
}

TEST_CASE("CONV-7 E3-33, E3-34 and E3-40: where nobody runs what falls due, a suspension makes the same lines") {
    const auto charged = [](std::int64_t cents, const char* bought, const char* suspended) {
        Examples shop;
        shop.costs(base, cents);
        shop.clock.set(at(bought));
        const SubscriptionId seat = shop.buy(line(base, 1), Cycle::monthly);
        shop.clock.set(at(suspended));
        good(shop.suspend(seat));
        return shop.charged(seat);
    };
    CHECK(charged(400, "2021-01-13T00:00:00Z", "2021-02-13T00:00:00Z") == Cents{400, 400, -400});
    CHECK(charged(400, "2021-01-13T00:00:00Z", "2021-03-01T00:00:00Z") == Cents{400, 400, -171});
    CHECK(charged(3000, "2021-06-01T00:00:00Z", "2021-07-05T00:00:00Z") == Cents{3000, 3000, -2613});
}

TEST_CASE("CONV-6 E3-32, E3-34 and E3-37: the invoice says what each line is for") {
    const auto csv = [](Cycle cycle, const char* suspended, const char* back, const char* billed) {
        Examples shop;
        const SubscriptionId seat = shop.buy_on("2021-01-13", line(base, 1), cycle);
        shop.suspend_on(suspended, seat);
        if (back != nullptr) { shop.ask_on(back, seat, ReactivateSubscription{}); }
        shop.wait_until(billed);
        return good(shop.engine->invoice_as_csv(shop.ann, shop.invoices().back().id));
    };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    CHECK(has(csv(Cycle::monthly, "2021-02-01", nullptr, "2021-02-15T00:00:00Z"),
              ",2021-01-13,2021-02-12,Cancel fee,4.00,1,-4.00,"));
    CHECK(has(csv(Cycle::monthly, "2021-02-13", nullptr, "2021-02-15T00:00:00Z"),
              ",2021-02-13,2021-03-12,Prorate fees when cancel,4.00,1,-4.00,"));
    CHECK(has(csv(Cycle::annual, "2021-02-01", "2021-03-01", "2021-03-15T00:00:00Z"),
              ",2021-03-01,2022-01-12,Prorate fees when activate,48.00,1,41.82,"));
}

TEST_CASE("A-PRORATE E3-33, E3-35, E3-37 and E3-40: the printed figures, by the policy of the engine") {
    const auto rounds = [](Examples& shop, Proration proration) {
        shop.policy.proration = proration;
        shop.engine = shop.open(*shop.store.storage);
    };
    {
        Examples shop;
        rounds(shop, Proration::daily3);
        shop.nobody_is_restricted();
        const auto seat = shop.buy_on("2021-01-13", line(base, 1), Cycle::monthly);
        shop.suspend_on("2021-03-01", seat);
        CHECK(shop.charged(seat) == Cents{400, 400, -172});
        shop.costs(base, 3000);
        const auto other = shop.buy_on("2021-06-01", line(base, 1), Cycle::monthly);
        shop.suspend_on("2021-07-05", other);
        CHECK(shop.charged(other) == Cents{3000, 3000, -2614});
    }
    Examples shop;
    rounds(shop, Proration::two_stage);
    const auto grows = shop.buy_on("2021-01-13", line(base, 1), Cycle::annual);
    const auto returns = shop.buy(line(base, 1), Cycle::annual);
    shop.ask_on("2021-02-01", grows, ChangeQuantity{2});
    CHECK(shop.charged(grows) == Cents{4800, -4800, 247, 8996});
    shop.suspend_on("2021-02-01", returns);
    shop.ask_on("2021-03-01", returns, ReactivateSubscription{});
    CHECK(shop.charged(returns) == Cents{4800, -4800, 4134});
}
