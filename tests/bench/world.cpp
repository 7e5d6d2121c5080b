// Fills a store record by record: placing a million orders would take longer than everything that is measured.
#include "world.hpp"

#include <stdexcept>

#include "codec/keys.hpp"
#include "dice.hpp"
#include "engine/deadlines.hpp"
#include "engine/held.hpp"

namespace csp::bench {
namespace {

constexpr std::size_t records_a_commit = 20'000;

/// Saves records with their first events, many to a commit.
class Filler {
public:
    explicit Filler(Storage& storage) : storage_(storage) { begin(); }

    template <class S>
    void add(const Id<S>& id, S state, typename S::Event event) {
        const Record record{.kind = engine::kind_of<S>,
                            .id = id.bytes,
                            .version = 1,
                            .due = engine::due_of(state),
                            .saved_at = start_of(first_day),
                            .body = Body{.decoded = std::make_shared<engine::HeldState<S>>(state)}};
        std::vector<Key> keys;
        for (auto& entry : codec::keys_of(state, id)) { keys.push_back(Key{entry.index, std::move(entry.bytes)}); }
        require(transaction_->save(Save{record, 0, &keys}));
        const codec::CauseView cause{.actor = "ann@contoso.com", .command = "bench", .events = 1};
        require(
            transaction_->append(StoredEvent{.kind = record.kind,
                                             .id = record.id,
                                             .version = 1,
                                             .at = record.saved_at,
                                             .body = Body{.decoded = engine::held_event<S>(cause, std::move(event))}}));
        if (++records_ % records_a_commit == 0) {
            finish();
            begin();
        }
    }
    void finish() {
        require(transaction_->commit());
        transaction_.reset();
    }

private:
    template <class T>
    static T require(Result<T> result) {
        if (!result) { throw std::runtime_error(result.error().sentence); }
        return std::move(result).value();
    }
    void begin() { transaction_ = require(storage_.begin(Access::write)); }

    Storage& storage_;
    std::unique_ptr<Transaction> transaction_{};
    std::size_t records_{0};
};

Enrolment fabrikam() {
    return {.company_name = "Fabrikam",
            .kind = PartnerKind::direct_bill,
            .mpn_id = "1234567",
            .country = Country{{'U', 'S'}},
            .billing_currency = Currency{{'U', 'S', 'D'}}};
}

Listing seats() {
    Listing listing{};
    listing.country = Country{{'U', 'S'}};
    listing.catalog_id = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
    listing.name = "Office 365 Enterprise E3";
    listing.minimum_quantity = 1;
    listing.maximum_quantity = 300;
    listing.cycles = {Cycle::monthly, Cycle::annual};
    return listing;
}

template <class S>
S made_by(const typename S::Event& event) {
    S state{};
    evolve(state, event);
    return state;
}

CustomerCreated customer_number(std::size_t number, const PartnerId& partner) {
    CustomerCreated created{};
    created.partner = partner;
    created.domain = "customer" + std::to_string(number) + ".onmicrosoft.com";
    created.profile.company_name = "Customer " + std::to_string(number);
    created.profile.email = "admin@" + created.domain;
    created.profile.culture = "en-US";
    created.profile.language = "en";
    created.profile.address.country = Country{{'U', 'S'}};
    created.profile.address.city = "Redmond";
    return created;
}

SubscriptionCreated subscription_number(std::size_t number, const World& world, const WorldSize& size, Dice& dice) {
    const bool is_due_early = number < size.due_a_day * size.due_days;
    const std::int64_t end = is_due_early ? 101 + static_cast<std::int64_t>(number / size.due_a_day)
                                          : 300 + static_cast<int>(dice.below(65));
    Purchase bought{};
    bought.partner = world.seller.partner;
    bought.customer = world.customer;
    bought.order = OrderId{dice.id()};
    bought.offer = world.offer;
    bought.quantity = 25;
    bought.country = Country{{'U', 'S'}};
    bought.unit_price = Money{2'000, Currency{{'U', 'S', 'D'}}};
    bought.opened_on = first_day;
    bought.term = Term{first_day, days_after(first_day, end)};
    bought.first_billed_on = first_day;
    bought.anchor = months_after(bought.term.end, -12);
    return {bought};
}

}  // namespace

World populate(Storage& storage, const WorldSize& size) {
    Dice dice(7);
    World world{};
    world.seller = Actor{"ann@contoso.com", PartnerId{dice.id()}, Role::admin_agent};
    world.offer = OfferId{dice.id()};
    Filler filler(storage);
    const PartnerEnrolled enrolled{fabrikam()};
    filler.add(world.seller.partner, made_by<Partner>(enrolled), enrolled);
    const OfferListed listed{seats()};
    filler.add(world.offer, made_by<Offer>(listed), listed);
    for (std::size_t number = 0; number < size.customers; ++number) {
        const CustomerId id{dice.id()};
        if (number == 0) { world.customer = id; }
        const CustomerCreated created = customer_number(number, world.seller.partner);
        filler.add(id, made_by<Customer>(created), created);
    }
    world.subscriptions.reserve(size.subscriptions);
    for (std::size_t number = 0; number < size.subscriptions; ++number) {
        const SubscriptionId id = world.subscriptions.emplace_back(SubscriptionId{dice.id()});
        const SubscriptionCreated created = subscription_number(number, world, size, dice);
        filler.add(id, made_by<Subscription>(created), created);
    }
    filler.finish();
    return world;
}

}  // namespace csp::bench
