// Whatever a caller sends, the answer is a refusal that names a rule and a field, and nothing changes.
#include <doctest/doctest.h>

#include <climits>

#include "engine/decorated_storage.hpp"
#include "engine/every_command.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;
using namespace std::string_literals;

namespace {

const std::string bad_texts[] = {"\xFF\xFE", "tab\tbed",     std::string("nul\0l", 5), "line\nfeed",
                                 "\xC0\xAF", "\xED\xA0\x80", std::string(100'000, 'x')};

/// Refused, with a rule and a field; no record changed, and one entry more in the feed.
template <class Store>
Error refused_cleanly(Shop<Store>& shop, const Command& command) {
    const std::uint64_t length = shop.feed_length();
    const Error error = refusal_of(shop.engine->execute({.by = host()}, command));
    CHECK_FALSE(error.rule.empty());
    CHECK_FALSE(error.field.empty());
    CHECK_FALSE(error.sentence.empty());
    CHECK(error.sentence.size() < 1000);
    const auto feed = shop.feed(length);
    REQUIRE(feed.size() == 1);
    CHECK(name_of(feed[0]) == "command_refused");
    CHECK(std::get<CommandRefused>(feed[0].event).error.rule == error.rule);
    return error;
}

}  // namespace

TEST_CASE_TEMPLATE("SUB-04: a quantity that is none is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    for (const std::int32_t quantity : {0, -1, INT_MIN, INT_MAX}) {
        CHECK(refused_cleanly(shop, command(bought, ChangeQuantity{quantity})).field == "quantity");
        const PlaceOrder order{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(base, quantity)}};
        CHECK(refused_cleanly(shop, command(OrderId{}, order)).field == "lines[0].quantity");
    }
    CHECK(shop.subscription(bought).quantity == 5);
}

TEST_CASE("SUB-02: too many lines are refused for their number, before anything is looked up or made for them") {
    Shop<InMemory> shop;
    CountedStorage counted(*shop.store.storage);
    CountedIds ids{1'000'000};
    const auto engine = good(Engine::open(counted, shop.clock, {.policy = {}, .ids = &ids}));
    const auto calls_for = [&](std::size_t lines) {
        counted.tally.calls = 0;
        const PlaceOrder order{
            .customer = shop.contoso, .cycle = Cycle::annual, .lines = std::vector<OrderLine>(lines, line(base))};
        const Error error = refusal_of(engine->create<Order>({.by = shop.ann}, order));
        CHECK(error.reason == "line_count_out_of_range");
        CHECK(error.field == "lines");
        CHECK(error.also.empty());
        return counted.tally.calls;
    };
    const int calls = calls_for(201);
    CHECK(calls < 20);
    CHECK(calls_for(100'000) == calls);
    CountedIds as_it_began{1'000'000};
    for (int i = 0; i < 2; ++i) { static_cast<void>(as_it_began.next()); }  // one for each order, none for a line
    CHECK(ids.next() == as_it_began.next());
    good(engine->create<Order>({.by = shop.ann}, PlaceOrder{.customer = shop.contoso,
                                                            .cycle = Cycle::annual,
                                                            .lines = std::vector<OrderLine>(200, line(base))}));
}

TEST_CASE("SWP-01: an order of a million lines of software is refused for their number, and costs no more than 201") {
    Shop<InMemory> shop;
    CountedStorage counted(*shop.store.storage);
    CountedIds ids{1'000'000};
    const auto engine = good(Engine::open(counted, shop.clock, {.policy = {}, .ids = &ids}));
    CountedIds products{2'000'000};
    const auto calls_for = [&](std::size_t lines) {
        counted.tally.calls = 0;
        BuySoftware order{.customer = shop.contoso, .lines = std::vector<SoftwareWish>(lines)};
        for (SoftwareWish& line : order.lines) { line = {.product = ProductId{products.next()}, .quantity = 1}; }
        const Error error = refusal_of(engine->create<SoftwareOrder>({.by = shop.ann}, order));
        CHECK(error.reason == "line_count_out_of_range");
        CHECK(error.field == "lines");
        CHECK(error.also.size() == 200);  // of the lines that were judged, and of no other
        return counted.tally.calls;
    };
    const int calls = calls_for(201);
    CHECK(calls < 200 + 20);
    CHECK(calls_for(1'000'000) == calls);
    CountedIds as_it_began{1'000'000};
    for (int i = 0; i < 2; ++i) { static_cast<void>(as_it_began.next()); }  // one for each order, none for a line
    CHECK(ids.next() == as_it_began.next());
}

TEST_CASE_TEMPLATE("SUS-01: a reason with an unknown number is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    for (const int number : {0, 4, 255}) {
        const auto reason = static_cast<SuspensionReason>(number);
        CHECK(refused_cleanly(shop, command(bought, SuspendSubscription{reason})).field == "reason");
        CHECK(refused_cleanly(shop, command(bought, CancelSubscription{reason})).field == "reason");
        CHECK(refused_cleanly(shop, command(bought, CancelSubscriptionAtOnce{reason, true})).field == "reason");
    }
    CHECK(shop.is_active(bought));
}

TEST_CASE_TEMPLATE("OFF-06: a cycle with an unknown number is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (const int number : {0, 5, 255}) {
        const auto cycle = static_cast<Cycle>(number);
        const PlaceOrder order{.customer = shop.contoso, .cycle = cycle, .lines = {line(base)}};
        CHECK(refused_cleanly(shop, command(OrderId{}, order)).field == "cycle");
        const DraftOrder draft{.customer = shop.contoso, .cycle = cycle, .lines = {line(base)}};
        CHECK(refused_cleanly(shop, command(OrderId{}, draft)).field == "cycle");
        Listing listing = listed("Cycle");
        listing.cycles = {cycle};
        CHECK(refused_cleanly(shop, command(base, ListOffer{listing})).field == "cycles");
        const auto page = shop.engine->availability(shop.ann, shop.contoso, cycle, CatalogView::regular, {});
        REQUIRE(page);
        for (const Availability& one : page->items) { CHECK_FALSE(one.reasons.empty()); }
    }
}

TEST_CASE_TEMPLATE("CUS-02: a qualification with an unknown number is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto unknown = static_cast<Qualification>(200);
    CHECK(refused_cleanly(shop, command(shop.contoso, SetQualification{.qualification = unknown})).field ==
          "qualification");
    CHECK(refused_cleanly(shop, command(shop.contoso, RecordQualification{unknown})).field == "qualification");
}

TEST_CASE_TEMPLATE("SUB-03: a text that is not one line of UTF-8 is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    for (const std::string& text : bad_texts) {
        CHECK(refused_cleanly(shop, command(bought, RenameSubscription{text})).field == "friendly_name");
        OrderLine named = line(base);
        named.friendly_name = text;
        const PlaceOrder order{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {named}};
        CHECK(refused_cleanly(shop, command(OrderId{}, order)).field == "lines[0].friendly_name");
    }
    CHECK(shop.subscription(bought).friendly_name.empty());
}

TEST_CASE_TEMPLATE("CUS-03: a domain or name that is none is refused", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (const std::string& text : bad_texts) {
        CreateCustomer wish{.partner = shop.fabrikam, .domain = text, .profile = profile_of("New")};
        CHECK(refused_cleanly(shop, command(CustomerId{}, wish)).field == "domain");
        wish.domain = "new.com";
        wish.profile.company_name = text;
        CHECK(refused_cleanly(shop, command(CustomerId{}, wish)).field == "company_name");
        CHECK(refused_cleanly(shop, command(shop.contoso, UpdateBillingProfile{wish.profile})).field == "company_name");
        Enrolment enrolment = good_enrolment();
        enrolment.mpn_id = text;
        CHECK(refused_cleanly(shop, command(PartnerId{}, EnrolPartner{enrolment})).field == "mpn_id");
    }
    CHECK(good(shop.engine->customers(shop.ann, {}, {})).items.size() == 1);
}

TEST_CASE_TEMPLATE("SUB-02: an order has from 1 to 200 lines", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    for (const std::size_t count : {std::size_t{0}, std::size_t{201}}) {
        const PlaceOrder order{
            .customer = shop.contoso, .cycle = Cycle::annual, .lines = std::vector<OrderLine>(count, line(base))};
        CHECK(refused_cleanly(shop, command(OrderId{}, order)).field == "lines");
    }
    CHECK(shop.bought(shop.place(std::vector<OrderLine>(200, line(base)))).size() == 200);
}

TEST_CASE_TEMPLATE("GEN-04: nil ids name nothing", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    CHECK(refused_cleanly(shop, command(SubscriptionId{}, RenameSubscription{"x"})).code == Code::not_found);
    CHECK(refused_cleanly(shop, command(CustomerId{}, UpdateBillingProfile{profile_of("x")})).code == Code::not_found);
    CHECK(refused_cleanly(shop, command(OrderId{}, SubmitOrder{})).code == Code::not_found);
    const PlaceOrder no_customer{.customer = {}, .cycle = Cycle::annual, .lines = {line(base)}};
    CHECK(refused_cleanly(shop, command(OrderId{}, no_customer)).field == "customer");
    const PlaceOrder no_offer{.customer = shop.contoso, .cycle = Cycle::annual, .lines = {line(OfferId{})}};
    CHECK(refused_cleanly(shop, command(OrderId{}, no_offer)).field == "lines[0].offer");
    const CreateCustomer no_partner{.partner = {}, .domain = "new.com", .profile = profile_of("New")};
    CHECK(refused_cleanly(shop, command(CustomerId{}, no_partner)).field == "partner");
    CHECK(refusal_of(shop.engine->read(shop.ann, SubscriptionId{})).code == Code::not_found);
    CHECK(refusal_of(shop.engine->review(shop.ann, OrderId{})).code == Code::not_found);
}

TEST_CASE_TEMPLATE("a user name in whatever letters does not stop the feed", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    Actor actor = shop.ann;
    for (const std::string& text : {"tab\tbed"s, "nul\0l"s, "line\nfeed"s, std::string(100'000, 'x')}) {
        actor.user = text;
        good(shop.engine->execute({.by = actor}, bought, RenameSubscription{"Ours"}));
        CHECK_FALSE(shop.engine->execute({.by = actor}, bought, ChangeQuantity{0}));
        CHECK(shop.feed().back().user == text);
    }
    CHECK(shop.feed().back().position == shop.feed().size());
}

TEST_CASE_TEMPLATE("a user name that is not UTF-8 asks nothing, and nothing is kept of it", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    const EntitlementId right = shop.right_of(shop.buy_software(office));
    const std::uint64_t length = shop.feed_length();
    const auto is_refused = [&](const auto& answer) {
        REQUIRE_FALSE(answer);
        const Error& error = answer.error();
        CHECK(error.code == Code::invalid);
        CHECK(error.rule.empty());
        CHECK(error.field == "by.user");
        CHECK(error.sentence == "by.user: the text is not UTF-8");
        CHECK(shop.feed_length() == length);
    };
    for (const char* text : {"\xFF\xFE", "\xC0\xAF", "\xED\xA0\x80", "ann\xC3"}) {
        Request asks{.by = shop.ann, .id = id<RequestTag>(1)};
        asks.by.user = text;
        const Command change = command(bought, ChangeQuantity{6});
        is_refused(shop.engine->execute(asks, change));
        is_refused(shop.engine->preview(asks, change));
        is_refused(shop.engine->get_keys(asks, right, english_iso));
        const std::pair<Request, Command> batch[]{{{.by = shop.ann}, change}, {asks, change}};
        for (const auto& answer : shop.engine->execute_all(batch)) { is_refused(answer); }
        Request imports{.by = host()};
        imports.by.user = text;
        is_refused(shop.engine->import_offers(imports, R"({"totalCount":0,"items":[]})"));
    }
    good(shop.engine->execute({.by = shop.ann, .id = id<RequestTag>(1)}, bought, ChangeQuantity{6}));
}
