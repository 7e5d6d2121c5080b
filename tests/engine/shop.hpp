// A small shop to try the engine in: two partners, a customer each, a shelf of offers, a clock that is turned by hand.
#pragma once

#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "csp/engine.hpp"
#include "domain/goods.hpp"
#include "storage/scratch_file.hpp"

namespace csp::test {

/// Tests name the store as their template argument: every promise of the engine holds over each.
struct InMemory {
    std::unique_ptr<Storage> storage{open_memory()};
};
struct InSqlite {
    ScratchFile file{};
    std::unique_ptr<Storage> storage{open()};
    [[nodiscard]] std::unique_ptr<Storage> open() const {
        auto opened = open_sqlite({.path = file.path, .durability = Durability::normal});
        REQUIRE(opened);
        return std::move(opened).value();
    }
};
#define CSP_BOTH_STORES csp::test::InMemory, csp::test::InSqlite

/// The answer, which the test needs to go on.
template <class T>
T good(Result<T> answer) {
    if (!answer) { FAIL(answer.error().rule, " ", answer.error().reason, ": ", answer.error().sentence); }
    return std::move(answer).value();
}
template <class T>
Error refusal_of(Result<T> answer) {
    REQUIRE_FALSE(answer);
    return std::move(answer).error();
}

// ---- the shelf -------------------------------------------------------------------------------------
inline const OfferId annual_only = id<Offer>(11);
inline const OfferId one_only = id<Offer>(12);
inline const OfferId base = id<Offer>(13);
inline const OfferId add_on = id<Offer>(14);
inline const OfferId trial = id<Offer>(15);
inline const OfferId nonprofit_only = id<Offer>(16);
inline const OfferId monthly_only = id<Offer>(17);
inline const OfferId ends_with_term = id<Offer>(18);

inline std::vector<std::pair<OfferId, Listing>> shelf() {
    std::vector<std::pair<OfferId, Listing>> all;
    all.emplace_back(base, listed("Base"));
    all.emplace_back(annual_only, listed("Annual Only")).second.cycles = {Cycle::annual};
    all.emplace_back(monthly_only, listed("Monthly Only")).second.cycles = {Cycle::monthly};
    all.emplace_back(one_only, one_of_each());
    all.emplace_back(add_on, add_on_listing()).second.prerequisites = {base};
    all.emplace_back(trial, trial_listing()).second.conversion_targets = {base};
    all.emplace_back(nonprofit_only, listed("Nonprofit")).second.customer_qualifications = {"Nonprofit"};
    all.emplace_back(ends_with_term, listed("Ends With Its Term")).second.auto_renews = false;
    return all;
}

inline OrderLine line(const OfferId& offer, std::int32_t quantity = 5) {
    return OrderLine{.offer = offer, .quantity = quantity};
}
inline OrderLine add_on_for(const SubscriptionId& parent, std::int32_t quantity = 5) {
    return OrderLine{.offer = add_on, .quantity = quantity, .parent = parent};
}
inline BillingProfile profile_of(std::string company) {
    BillingProfile profile = good_profile();
    profile.company_name = std::move(company);
    return profile;
}

/// Most tests tell of rights and dates and count what happens; the lines of money beside it have tests of their own.
inline Policy without_bills() {
    Policy policy;
    policy.keeps_bills = false;
    return policy;
}
inline const Policy with_bills{};

template <class Store>
struct Shop {
    Store store{};
    ManualClock clock{at("2018-01-01T00:00:00Z")};
    CountedIds ids{};
    MadeUpFulfilment fulfilment{};
    std::unique_ptr<Sealer> sealer{good(sealer_with_key(Secret(std::string(32, 'k'))))};
    Policy policy;
    std::unique_ptr<Engine> engine{open(*store.storage)};
    PartnerId fabrikam{enrol("Fabrikam", "1001")};
    PartnerId rival{enrol("Rival", "1002")};
    Actor ann{.user = "ann@fabrikam.com", .partner = fabrikam, .roles = Role::admin_agent};
    Actor eve{.user = "eve@rival.com", .partner = rival, .roles = Role::admin_agent};
    CustomerId contoso{};
    CustomerId theirs{};  ///< of the rival

    Shop() : Shop(without_bills()) {}
    explicit Shop(Policy rules) : policy(std::move(rules)) {
        for (const auto& [offer, listing] : shelf()) {
            good(engine->execute({.by = host()}, offer, ListOffer{listing}));
            good(engine->execute({.by = host()}, offer, SetPrice{{us, dollars(4), day("2018-01-01"), {}}}));
        }
        contoso = customer(ann, "Contoso", "contoso.com");
        theirs = customer(eve, "Tailspin", "tailspin.com");
    }

    std::unique_ptr<Engine> open(Storage& storage) { return open(storage, clock); }
    std::unique_ptr<Engine> open(Storage& storage, Clock& time) {
        return good(Engine::open(storage, time,
                                 {.policy = policy, .ids = &ids, .fulfilment = &fulfilment, .sealer = sealer.get()}));
    }
    PartnerId enrol(std::string name, std::string mpn_id) {
        Enrolment enrolment = good_enrolment();
        enrolment.company_name = std::move(name);
        enrolment.mpn_id = std::move(mpn_id);
        return id_in<Partner>(good(engine->create<Partner>({.by = host()}, EnrolPartner{enrolment})));
    }
    CustomerId customer(const Actor& by, std::string name, std::string domain) {
        return id_in<Customer>(
            good(engine->create<Customer>({.by = by}, CreateCustomer{.partner = by.partner,
                                                                     .domain = std::move(domain),
                                                                     .profile = profile_of(std::move(name))})));
    }

    Result<Receipt> place(const std::vector<OrderLine>& lines, Cycle cycle = Cycle::annual) {
        return engine->create<Order>({.by = ann}, PlaceOrder{.customer = contoso, .cycle = cycle, .lines = lines});
    }
    /// The subscriptions of an order that was placed.
    std::vector<SubscriptionId> bought(const Result<Receipt>& placed) {
        if (!placed) { FAIL(placed.error().sentence); }
        std::vector<SubscriptionId> made;
        for (const OrderLine& one : good(engine->read(ann, id_in<Order>(*placed))).state.lines) {
            made.push_back(one.subscription);
        }
        return made;
    }
    SubscriptionId buy(const OrderLine& what, Cycle cycle = Cycle::annual) {
        return bought(place({what}, cycle)).at(0);
    }

    template <class S, class C>
    Result<Receipt> ask(const Id<S>& record, C command) {
        return engine->execute({.by = ann}, record, std::move(command));
    }
    Result<Receipt> suspend(const SubscriptionId& which) {
        return ask(which, SuspendSubscription{SuspensionReason::non_payment});
    }
    Subscription subscription(const SubscriptionId& which) { return good(engine->read(host(), which)).state; }
    bool is_active(const SubscriptionId& which) { return is_in<Subscription::Active>(subscription(which)); }
    bool is_deleted(const SubscriptionId& which) { return is_in<Subscription::Deleted>(subscription(which)); }

    std::vector<Happening> feed(std::uint64_t after = 0) { return feed_of(host(), after); }
    std::vector<Happening> feed_of(const Actor& actor, std::uint64_t after = 0, std::size_t limit = 1000) {
        std::vector<Happening> all;
        while (true) {
            FeedPage page = good(engine->events(actor, after, limit));
            all.insert(all.end(), std::make_move_iterator(page.items.begin()),
                       std::make_move_iterator(page.items.end()));
            if (page.is_at_end) { return all; }
            after = page.scanned_to;
        }
    }
    std::uint64_t feed_length() {
        const auto all = feed();
        return all.empty() ? 0 : all.back().position;
    }
};

/// "2018-05-31T00:00:00Z subscription_deleted"
inline std::string text_of(const Happening& happening) {
    return csp::text_of(happening.at) + " " + std::string(name_of(happening));
}
inline std::vector<std::string> texts_of(const std::vector<Happening>& happenings) {
    std::vector<std::string> texts;
    for (const Happening& happening : happenings) { texts.push_back(text_of(happening)); }
    return texts;
}
template <class S, class Store>
std::vector<Happening> history_of(Shop<Store>& shop, const Id<S>& record) {
    constexpr std::size_t piece = 1000;
    std::vector<Happening> all;
    while (true) {
        const auto more = good(shop.engine->history(host(), record, all.size(), piece));
        all.insert(all.end(), more.begin(), more.end());
        if (more.size() < piece) { return all; }
    }
}

}  // namespace csp::test
