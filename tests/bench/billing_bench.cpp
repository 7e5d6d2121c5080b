// A year of monthly billing: what a line costs, for a thousand subscriptions and for a hundred thousand.
#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "billing_floor.hpp"
#include "csp/engine.hpp"
#include "report.hpp"
#include "subjects.hpp"
#include "watched_storage.hpp"

namespace csp::bench {
namespace {

constexpr std::size_t lines_of_an_order = 200;
constexpr Currency dollar{{'U', 'S', 'D'}};
constexpr Country america{{'U', 'S'}};

template <class T>
T require(Result<T> result) {
    if (!result) { throw std::runtime_error(result.error().sentence); }
    return std::move(result).value();
}

Enrolment enrolment() {
    return {.company_name = "Fabrikam",
            .kind = PartnerKind::direct_bill,
            .mpn_id = "1001",
            .country = america,
            .cloud = Cloud::global,
            .billing_day = 15,
            .billing_currency = dollar};
}
Listing listing() {
    Listing listing{.country = america, .catalog_id = "seats", .name = "Seats"};
    listing.minimum_quantity = 1;
    listing.maximum_quantity = 300;
    listing.is_available = true;
    listing.auto_renews = true;
    listing.cycles = {Cycle::monthly};
    return listing;
}
BillingProfile profile() {
    BillingProfile profile{.company_name = "Contoso", .email = "ann@contoso.com", .culture = "en-US", .language = "en"};
    profile.address.country = Country{{'U', 'M'}};  // no rules for its addresses
    profile.address.line1 = "1 Main Street";
    profile.address.city = "Wake";
    profile.address.first_name = "Ann";
    profile.address.last_name = "Beebe";
    return profile;
}

/// A partner with so many monthly subscriptions, bought on one day.
class Biller {
public:
    explicit Biller(std::size_t subscriptions) {
        const Actor host = csp::host();
        const PartnerId partner =
            id_in<Partner>(require(engine_->create<Partner>({.by = host}, EnrolPartner{enrolment()})));
        const Actor ann{.user = "ann", .partner = partner, .roles = Role::admin_agent};
        const OfferId offer = offer_id_of("seats");
        Listing here = listing();
        here.country = Country{{'U', 'M'}};
        require(engine_->execute({.by = host}, offer, ListOffer{listing()}));
        require(engine_->execute({.by = host}, offer, ListOffer{here}));
        require(engine_->execute({.by = host}, offer, SetPrice{{here.country, Money{400, dollar}, Date{17'000}, {}}}));
        const std::vector<OrderLine> lines(lines_of_an_order, OrderLine{.offer = offer, .quantity = 5});
        for (std::size_t made = 0; made < subscriptions; made += lines_of_an_order) {
            CreateCustomer create{.domain = "c" + std::to_string(made) + ".com", .profile = profile()};
            const auto customer = id_in<Customer>(require(engine_->create<Customer>({.by = ann}, create)));
            require(engine_->create<Order>(
                {.by = ann}, PlaceOrder{.customer = customer, .cycle = Cycle::monthly, .lines = lines, .new_ids = {}}));
        }
    }
    /// Eleven months, day by day: the first one was charged when it was bought.
    void bill_a_year() {
        for (int day = 0; day < 364; ++day) {
            clock_.advance_days(1);
            while (!require(engine_->run_due(1'000)).is_all_done) {}
        }
    }

    [[nodiscard]] const Seen& seen() const { return watched_.seen; }

private:
    ManualClock clock_{start_of(Date{17'897})};  // 2019-01-01
    std::unique_ptr<Storage> storage_{open_memory()};
    WatchedStorage watched_{*storage_, false};
    std::unique_ptr<Engine> engine_{require(Engine::open(watched_, clock_))};
};

struct LineCost {
    double ns{0};
    double rows{0};    ///< that the store gave out
    double writes{0};  ///< saves and appends
};
LineCost cost_of_a_line(std::size_t subscriptions) {
    Biller biller(subscriptions);
    const Seen before = biller.seen();
    const auto begin = std::chrono::steady_clock::now();
    biller.bill_a_year();
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    const auto lines = static_cast<double>(subscriptions * 11);
    return {.ns = took.count() / lines,
            .rows = static_cast<double>(biller.seen().rows - before.rows) / lines,
            .writes = static_cast<double>(biller.seen().writes - before.writes) / lines};
}

double ns_of_a_line_by_hand(std::size_t subscriptions) {
    BillingFloor floor(subscriptions);
    const auto begin = std::chrono::steady_clock::now();
    floor.bill_a_year();
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    if (floor.total() == 0) { throw std::runtime_error("the floor billed nothing"); }
    return took.count() / static_cast<double>(subscriptions * 11);
}

/// One size, csp and the floor in turns: whatever slows the machine down meets both.
struct Sized {
    LineCost cost{};  ///< the one in the middle
    double ns_by_hand{0};
    double times{0};  ///< csp over the floor, the ratio in the middle
};
Sized measured(std::size_t subscriptions, std::size_t rounds) {
    std::vector<LineCost> costs(rounds);
    std::vector<double> by_hand(rounds);
    std::vector<double> times(rounds);
    for (std::size_t round = 0; round < rounds; ++round) {
        costs[round] = cost_of_a_line(subscriptions);
        by_hand[round] = ns_of_a_line_by_hand(subscriptions);
        times[round] = costs[round].ns / by_hand[round];
    }
    std::ranges::sort(costs, {}, &LineCost::ns);
    return {costs[rounds / 2], spread_of(by_hand).median, spread_of(times).median};
}

}  // namespace

void bench_billing() {
    print_heading("billing in memory: eleven months of monthly charges and their invoices");
    const Sized few = measured(1'000, 11);
    const Sized many = measured(100'000, 3);
    const LineCost& of_few = few.cost;
    const LineCost& of_many = many.cost;
    print_number("lines a second, of 100,000 subscriptions", 1e9 / of_many.ns, "");
    print_number("lines a second, of 1,000", 1e9 / of_few.ns, "");
    print_number("rows the store gave out for a line of 1,000", of_few.rows, "");
    print_number("rows for a line of 100,000", of_many.rows, "", {.at_most = of_few.rows * 1.01});
    print_number("writes for a line of 1,000", of_few.writes, "");
    print_number("writes for a line of 100,000", of_many.writes, "", {.at_most = of_few.writes * 1.01});
    print_number("time of a line of 100,000 subscriptions / of 1,000", of_many.ns / of_few.ns, "", {.at_most = 1.5});
    print_number("... by hand: what colder memory costs", many.ns_by_hand / few.ns_by_hand, "");
    print_number("csp / by hand, 1,000 subscriptions", few.times, "");
    print_number("csp / by hand, 100,000: no more than that", many.times, "", {.at_most = few.times});
}

}  // namespace csp::bench
