// A call through the C interface against the same call in C++: two shops in memory, filled with the same commands.
#include <csp.h>

#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "capi/c_shop.hpp"
#include "csp/engine.hpp"
#include "report.hpp"
#include "subjects.hpp"

namespace csp::bench {
namespace {

constexpr int rounds = 21;
constexpr std::size_t subscriptions = 1'000;
constexpr std::size_t calls_a_play = 20'000;

template <class T>
T need(Result<T> answer) {
    if (!answer) { throw std::runtime_error(answer.error().sentence); }
    return std::move(answer).value();
}
void need(csp_status status, const csp_error& error) {
    if (status != CSP_OK) { throw std::runtime_error(error.message); }
}

std::string name_of_call(std::size_t number) { return "Seats of the department " + std::to_string(number % 97); }

/// What test::CShop is, without C.
struct CppShop {
    std::unique_ptr<Storage> storage{open_memory()};
    ManualClock clock{Instant{test::CShop::start_us}};
    CountedIds ids{};
    std::unique_ptr<Engine> engine{need(Engine::open(*storage, clock, {.ids = &ids}))};
    Actor host{.user = "host", .roles = Role::host};
    Actor ann{.user = "ann@fabrikam.example.com", .roles = Role::admin_agent};
    OfferId offer{offer_id_of("031C9E47-4802-4248-838E-778FB1D2CC05")};
    CustomerId customer{};
    std::vector<SubscriptionId> bought{};

    CppShop() {
        const Currency dollar{{'U', 'S', 'D'}};
        const Country us{{'U', 'S'}};
        ann.partner =
            PartnerId{need(engine->create<Partner>({.by = host}, EnrolPartner{{.company_name = "Fabrikam",
                                                                               .kind = PartnerKind::direct_bill,
                                                                               .mpn_id = "4512345",
                                                                               .country = us,
                                                                               .billing_day = 15,
                                                                               .billing_currency = dollar}}))
                          .id};
        need(engine->execute({.by = host}, offer, ListOffer{listing(us)}));
        need(engine->execute({.by = host}, offer, SetPrice{{.market = us, .unit_price = {1250, dollar}}}));
        BillingProfile profile{.company_name = "Contoso", .email = "ben@contoso.example.com"};
        profile.culture = "en-US";
        profile.language = "en";
        profile.address = {.line1 = "1 Main Street",
                           .city = "Redmond",
                           .state = "WA",
                           .postal_code = "98052",
                           .country = us,
                           .first_name = "Ben",
                           .last_name = "Smith",
                           .phone = "4255550100"};
        const CreateCustomer create{.domain = "contoso.example.com", .profile = profile};
        customer = CustomerId{need(engine->create<Customer>({.by = ann}, create)).id};
        for (std::size_t i = 0; i < subscriptions; ++i) { buy(); }
    }
    static Listing listing(Country us) {
        Listing listing{.country = us, .name = "Business Premium"};
        listing.catalog_id = "031C9E47-4802-4248-838E-778FB1D2CC05";
        listing.maximum_quantity = 300;
        listing.cycles = {Cycle::monthly, Cycle::annual};
        return listing;
    }
    void buy() {
        const PlaceOrder order{.customer = customer, .lines = {OrderLine{.offer = offer, .quantity = 5}}};
        const OrderId placed{need(engine->create<Order>({.by = ann}, order)).id};
        bought.push_back(need(engine->read(ann, placed)).state.lines[0].subscription);
    }
};

std::vector<csp_id> subscriptions_of(test::CShop& shop) {
    std::vector<csp_id> all;
    csp_cursor* cursor = nullptr;
    need(csp_subscriptions(shop.engine, &shop.ann, &shop.customer, nullptr, nullptr, &cursor, &shop.error), shop.error);
    csp_row row = CSP_INIT(csp_row);
    while (csp_cursor_next(cursor, &row, &shop.error) == CSP_OK) { all.push_back(row.id); }
    csp_cursor_close(cursor);
    return all;
}

/// What csp_read gives: the row with its JSON.
void read_in_c(test::CShop& shop, const csp_id& record) {
    csp_cursor* cursor = nullptr;
    need(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &record, &cursor, &shop.error), shop.error);
    csp_row row = CSP_INIT(csp_row);
    need(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    csp_cursor_close(cursor);
}

}  // namespace

void bench_c() {
    print_heading("the C interface: the same calls in C and in C++, 1,000 subscriptions in memory");
    CppShop cpp;
    test::CShop c;
    for (std::size_t i = 0; i < subscriptions; ++i) { need(c.place(5), c.error); }
    const std::vector<csp_id> bought = subscriptions_of(c);
    if (bought.size() != subscriptions) { throw std::runtime_error("not everything was bought"); }

    std::size_t in_c = 0;
    std::size_t in_cpp = 0;
    const auto rename_in_c = [&] {
        for (std::size_t i = 0; i < calls_a_play; ++i, ++in_c) {
            const std::string name = name_of_call(in_c);
            csp_rename_subscription command = CSP_INIT(csp_rename_subscription);
            command.friendly_name = {name.data(), name.size()};
            need(csp_subscription_rename(c.engine, &c.by_ann, &bought[in_c % subscriptions], &command, &c.receipt,
                                         &c.error),
                 c.error);
        }
    };
    const auto rename_in_cpp = [&] {
        for (std::size_t i = 0; i < calls_a_play; ++i, ++in_cpp) {
            const RenameSubscription command{name_of_call(in_cpp)};
            need(cpp.engine->execute({.by = cpp.ann}, cpp.bought[in_cpp % subscriptions], command));
        }
    };
    const std::vector<Contender> contenders{{.name = "in C", .units = calls_a_play, .play = rename_in_c},
                                            {.name = "in C++", .units = calls_a_play, .play = rename_in_cpp}};
    const auto times = in_turns(contenders, rounds);
    print_ratio(times[0], times[1], {.at_most = 1.05});
    print_number("a command in C, a second", 1e9 / spread_of(times[0].ns).median, "commands");

    const Contender reads{.name = "csp_read", .units = calls_a_play, .play = [&] {
                              for (std::size_t i = 0; i < calls_a_play; ++i) {
                                  read_in_c(c, bought[i % subscriptions]);
                              }
                          }};
    const auto read_times = in_turns(std::span(&reads, 1), rounds);
    print_number("a record read with its JSON, a second", 1e9 / spread_of(read_times[0].ns).median, "records");
}

}  // namespace csp::bench
