// The feed: in the order of the commits, told after them, to each what is its own, and enough to rebuild every record.
#include <doctest/doctest.h>

#include <set>
#include <tuple>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class Store>
void live_a_little(Shop<Store>& shop) {
    const SubscriptionId parent = shop.buy(line(base));
    const SubscriptionId with = shop.buy(add_on_for(parent));
    const SubscriptionId tried = shop.buy(line(monthly_only), Cycle::monthly);
    (void)shop.place({line(base, 301)});
    shop.clock.advance_days(20);
    good(shop.suspend(with));
    good(shop.suspend(parent));
    good(shop.ask(parent, ReactivateSubscription{}));
    good(shop.ask(tried, RenameSubscription{"Ours \"quoted\" \xC3\xA9"}));
    good(shop.ask(shop.contoso, SetQualification{.qualification = Qualification::education}));
    good(shop.engine->execute({.by = host()}, shop.fabrikam, ChangeBillingDay{20}));
    good(shop.engine->execute({.by = host()}, base, WithdrawListing{us}));
    shop.clock.advance_days(800);
    good(shop.engine->run_due());
}

/// What is long overdue restricts the partner until then (C9).
template <class Store>
void pay_what_is_overdue(SoftwareShop<Store>& shop) {
    for (const auto& invoice : good(shop.engine->invoices(host(), shop.fabrikam, {.phase = "overdue"}, {})).items) {
        good(shop.engine->execute({.by = host()}, invoice.id, RecordPayment{rest_of(invoice.state)}));
    }
}

/// Bought, downloaded to the last time, renewed, cancelled, refunded and lapsed.
template <class Store>
void live_with_software(SoftwareShop<Store>& shop) {
    const auto order = id_in<SoftwareOrder>(
        good(shop.order({{.product = office, .quantity = 2}, {.product = sql_server, .quantity = 1}})));
    const EntitlementId right = shop.right_of(order);
    good(shop.engine->get_keys({.by = shop.ann}, right, english_iso));
    const DownloadLinkId link = shop.link_to(right);
    for (int download = 1; download <= 50; ++download) { good(shop.engine->download({.by = host()}, link)); }
    CHECK_FALSE(shop.engine->download({.by = shop.ann}, link));
    CHECK(shop.link_to(right) == link);
    good(shop.cancel_line(order, 0));
    shop.link_to(shop.right_of(order, 1), german_iso);

    const auto updates = shop.buy_software(windows_7_updates);
    good(shop.engine->execute({.by = host()}, updates, AskForSupport{}));
    const auto request = shop.submitted(shop.filled_form(updates));
    good(shop.engine->execute({.by = shop.ann}, request, AttachFile{{"invoice.pdf", "files/7"}}));
    good(shop.engine->execute({.by = host()}, request, AskForAttention{"which machines?"}));
    good(shop.engine->execute({.by = shop.ann}, request, AddSupportNote{"all of them"}));
    good(shop.engine->execute({.by = host()}, request, AcceptRefund{.amount = dollars(100)}));
    good(shop.engine->execute({.by = host()}, suse, WithdrawProduct{}));
    shop.clock.advance_days(400);
    good(shop.engine->run_due());
    pay_what_is_overdue(shop);
}

template <class Store>
void live_with_a_reseller(SoftwareShop<Store>& shop) {
    const auto enrol = [&](PartnerKind kind, const std::string& mpn_id) {
        Enrolment enrolment = good_enrolment();
        enrolment.kind = kind;
        enrolment.mpn_id = mpn_id;
        const auto id =
            id_in<Partner>(good(shop.engine->template create<Partner>({.by = host()}, EnrolPartner{enrolment})));
        good(shop.engine->execute({.by = host()}, id, RecordAgreement{day("2018-01-01")}));
        return id;
    };
    const Actor pat{
        .user = "pat", .partner = enrol(PartnerKind::indirect_provider, "3001"), .roles = Role::global_admin};
    const Actor rob{
        .user = "rob", .partner = enrol(PartnerKind::indirect_reseller, "4001"), .roles = Role::global_admin};
    const RequestPartnership wish{.provider = {}, .reseller_email = "rob@relecloud.com", .text = {}, .link_digest = {}};
    const auto draft = good(shop.engine->request_partnership({.by = pat}, wish, "https://partners.example"));
    const auto partnership = id_in<Partnership>(draft.receipt);
    good(shop.engine->edit_request({.by = pat}, partnership, draft.link.reveal()));
    good(shop.engine->accept_partnership({.by = rob}, draft.link.reveal(), true));
    good(shop.engine->execute({.by = rob}, partnership, RevokeProviderAccess{}));
    CreateCustomer adatum{.domain = "adatum.com", .profile = profile_of("Adatum"), .reseller = rob.partner};
    adatum.first_order = {.cycle = Cycle::annual, .lines = {{.offer = base, .quantity = 5, .reseller_mpn_id = "4001"}}};
    const auto customer = id_in<Customer>(good(shop.engine->template create<Customer>({.by = pat}, adatum)));
    const auto bought = good(shop.engine->subscriptions(pat, customer, {}, {})).items.at(0).id;
    good(shop.engine->execute({.by = pat}, bought, SetSupportContact{rob.partner}));
    good(shop.engine->execute({.by = rob}, bought, SuspendSubscription{SuspensionReason::fraud}));
    good(shop.engine->execute({.by = pat}, customer, RevokeAccess{rob.partner, GrantKind::reseller_admin}));
    good(shop.engine->execute({.by = pat}, customer, RemoveRelationship{}));
    good(shop.engine->execute({.by = pat}, customer, RequestRelationship{}));
    good(shop.engine->execute({.by = host()}, customer, AcceptRelationship{}));
    good(shop.engine->execute({.by = pat}, partnership, RemovePartnership{true}));
}

/// The stored state is what its history makes of nothing.
template <class S, class Store>
void is_its_history(Shop<Store>& shop, const AnyId& record) {
    const Id<S> id{record};
    const auto standing = good(shop.engine->read(host(), id));
    const auto history = history_of(shop, id);
    CHECK(history.size() == standing.version);
    S replayed;
    std::uint64_t version = 0;
    CAPTURE(S::name);
    Instant before{};
    for (const Happening& happening : history) {
        CHECK(happening.version == ++version);
        CHECK(happening.at >= before);
        before = happening.at;
        evolve(replayed, std::get<typename S::Event>(happening.event));
    }
    CHECK(replayed == standing.state);
}

/// Five entries, and no more at once.
Policy few_a_page() {
    Policy policy;
    policy.page_size_max = 5;
    return policy;
}

}  // namespace

TEST_CASE_TEMPLATE("positions count 1, 2, 3, and pages of the feed make the whole", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    live_a_little(shop);
    const auto feed = shop.feed();
    for (std::size_t i = 0; i < feed.size(); ++i) { CHECK(feed[i].position == i + 1); }
    for (const Actor& actor : {host(), shop.ann, shop.eve}) {
        const auto whole = shop.feed_of(actor);
        const auto in_pieces = shop.feed_of(actor, 0, 3);
        REQUIRE(in_pieces.size() == whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) { CHECK(in_pieces[i].position == whole[i].position); }
    }
    for (const std::uint64_t after : {std::uint64_t{feed.size()}, UINT64_MAX}) {
        const FeedPage none = good(shop.engine->events(host(), after, 10));
        CHECK(none.items.empty());
        CHECK(none.scanned_to == after);
        CHECK(none.is_at_end);
    }
}

TEST_CASE("CUS-04: a page of the feed has from 1 to as many entries as a page may have") {
    Shop<InMemory> shop;
    const Policy policy;
    const auto most = static_cast<std::size_t>(policy.page_size_max);
    for (const Actor& actor : {host(), shop.ann}) {
        good(shop.engine->events(actor, 0, 1));
        good(shop.engine->events(actor, 0, most));
        for (const std::size_t size : {std::size_t{0}, most + 1, SIZE_MAX}) {
            const Error error = refusal_of(shop.engine->events(actor, 0, size));
            CHECK(error.reason == "page_size_out_of_range");
            CHECK(error.field == "limit");
        }
    }
}

TEST_CASE_TEMPLATE("CUS-04: a page of a history has from 1 to as many entries as a page may have", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.engine = good(Engine::open(*shop.store.storage, shop.clock, {.policy = few_a_page(), .ids = &shop.ids}));
    const SubscriptionId bought = shop.buy(line(base));
    for (int i = 0; i < 6; ++i) { good(shop.ask(bought, RenameSubscription{"name " + std::to_string(i)})); }
    for (const Actor& actor : {host(), shop.ann}) {
        CHECK(good(shop.engine->history(actor, bought, 0, 1)).size() == 1);
        const auto first = good(shop.engine->history(actor, bought, 0, 5));
        REQUIRE(first.size() == 5);
        CHECK(first.back().version == 5);
        CHECK(good(shop.engine->history(actor, bought, 5, 5)).size() == 2);
        CHECK(good(shop.engine->history(actor, bought, 7, 5)).empty());
        for (const std::size_t size : {std::size_t{0}, std::size_t{6}, SIZE_MAX}) {
            const Error error = refusal_of(shop.engine->history(actor, bought, 0, size));
            CHECK(error.reason == "page_size_out_of_range");
            CHECK(error.field == "limit");
        }
    }
}

TEST_CASE_TEMPLATE("CUS-04: a partner with few events of its own is told how far was looked", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    shop.engine = good(Engine::open(*shop.store.storage, shop.clock, {.policy = few_a_page(), .ids = &shop.ids}));
    const std::uint64_t before = shop.feed_of(host(), 0, 5).size();
    const SubscriptionId bought = shop.buy(line(base));
    for (int i = 0; i < 12; ++i) { good(shop.ask(bought, RenameSubscription{"name " + std::to_string(i)})); }
    good(shop.engine->execute({.by = shop.eve, .expected_version = 1}, shop.theirs,
                              UpdateBillingProfile{profile_of("Tailspin Toys")}));
    const std::uint64_t length = shop.feed_of(host(), 0, 5).size();

    std::vector<std::uint64_t> scanned;
    std::size_t found = 0;
    for (std::uint64_t after = before; scanned.empty() || scanned.back() < length;) {
        const FeedPage page = good(shop.engine->events(shop.eve, after, 5));
        CHECK(page.scanned_to > after);
        CHECK(page.scanned_to <= after + 5);  // one call looks at no more
        found += page.items.size();
        after = page.scanned_to;
        scanned.push_back(after);
    }
    CHECK(found == 1);
    CHECK(scanned.size() >= 3);
    const FeedPage full = good(shop.engine->events(shop.ann, before, 2));
    REQUIRE(full.items.size() == 2);
    CHECK(full.scanned_to == full.items.back().position);
    CHECK_FALSE(full.is_at_end);
}

TEST_CASE_TEMPLATE("GEN-03: a partner sees its own events, refusals included, and no others", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    live_a_little(shop);
    const std::uint64_t length = shop.feed_length();
    CHECK(refusal_of(shop.engine->execute({.by = shop.eve}, shop.contoso, SetQualification{})).code == Code::not_found);
    for (const Happening& one : shop.feed_of(shop.ann)) {
        CHECK(one.partner == shop.fabrikam);
        CHECK(one.position <= length);
    }
    const auto of_eve = shop.feed_of(shop.eve);
    REQUIRE_FALSE(of_eve.empty());
    CHECK(name_of(of_eve.back()) == "command_refused");
    CHECK(shop.feed_of(Actor{.user = "nobody"}).empty());
}

TEST_CASE_TEMPLATE("replaying the history of any record gives the record", Store, CSP_BOTH_STORES) {
    SoftwareShop<Store> shop(with_bills);
    live_with_software(shop);
    live_with_a_reseller(shop);
    live_a_little(shop);
    std::set<Kind> seen;
    for (const Happening& one : shop.feed()) {
        if (one.version != 1) { continue; }  // every record begins once
        seen.insert(one.kind);
        Nouns::for_each([&]<class S>() {
            if (one.kind == S::kind_of_record) { is_its_history<S>(shop, one.id); }
        });
    }
    CHECK(seen.size() == std::tuple_size_v<Nouns::Tuple<Id>>);  // of every noun there was one
}

TEST_CASE("both stores tell the same feed") {
    SoftwareShop<InMemory> memory(with_bills);
    SoftwareShop<InSqlite> sqlite(with_bills);
    live_with_software(memory);
    live_with_software(sqlite);
    live_with_a_reseller(memory);
    live_with_a_reseller(sqlite);
    live_a_little(memory);
    live_a_little(sqlite);
    const auto one = memory.feed();
    const auto other = sqlite.feed();
    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(text_of(one[i]) == text_of(other[i]));
        CHECK(one[i].id == other[i].id);
        CHECK(one[i].user == other[i].user);
        CHECK(one[i].asker == other[i].asker);
        CHECK(one[i].command == other[i].command);
        CHECK(one[i].event.index() == other[i].event.index());
    }
}

TEST_CASE_TEMPLATE("what time did has no user, and the command that time asked", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    shop.clock.set(at("2019-01-01T00:00:00Z"));
    good(shop.ask(bought, RenameSubscription{"Ours"}));
    const auto history = history_of(shop, bought);
    REQUIRE(history.size() == 3);
    CHECK(history[1].command == "renew_subscription");
    CHECK(history[1].user.empty());
    CHECK(history[1].partner == shop.fabrikam);
    CHECK(history[2].user == "ann@fabrikam.com");
    CHECK(good(shop.engine->history(shop.ann, bought, 1, 1)).at(0).version == 2);
    CHECK(good(shop.engine->history(shop.ann, bought, 3, 9)).empty());
}

TEST_CASE_TEMPLATE("listeners hear in order, after the commit, and are sent away when they call back", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const auto reader = shop.open(*shop.store.storage);
    const SubscriptionId bought = shop.buy(line(base));
    std::vector<std::uint64_t> first;
    std::vector<std::uint64_t> second;
    shop.engine->listen([&](const Happening& one) {
        first.push_back(one.position);
        CHECK(refusal_of(shop.engine->execute({.by = shop.ann}, bought, RenameSubscription{"x"})).code == Code::busy);
        CHECK(refusal_of(shop.engine->read(shop.ann, bought)).code == Code::busy);
        CHECK(refusal_of(shop.engine->run_due()).code == Code::busy);
        const auto stored = good(reader->events(host(), one.position - 1, 1)).items;  // another engine sees it stored
        REQUIRE(stored.size() == 1);
        CHECK(text_of(stored[0]) == text_of(one));
        CHECK(stored[0].request == one.request);
    });
    shop.engine->listen([&](const Happening& one) { second.push_back(one.position); });
    const std::uint64_t length = shop.feed_length();
    good(shop.place({line(base), line(base)}));
    CHECK_FALSE(shop.ask(bought, ChangeQuantity{301}));
    shop.clock.set(at("2019-01-01T00:00:00Z"));
    good(shop.engine->run_due());
    REQUIRE(first.size() == 8);  // four of the order, one refusal, three renewals
    for (std::size_t i = 0; i < first.size(); ++i) { CHECK(first[i] == length + 1 + i); }
    CHECK(first == second);
}

TEST_CASE("a listener may add another, which hears of what comes next") {
    Shop<InMemory> shop;
    int heard = 0;
    bool has_added = false;
    shop.engine->listen([&](const Happening&) {
        if (has_added) { return; }
        has_added = true;
        shop.engine->listen([&](const Happening&) { ++heard; });
    });
    shop.buy(line(base));
    CHECK(heard == 2);  // the order had three events
    shop.buy(line(base));
    CHECK(heard == 5);
}

TEST_CASE_TEMPLATE("GEN-03: what a host is refused is told to no partner, whoever it says that it works for", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const SubscriptionId bought = shop.buy(line(base));
    Actor root = host();
    root.partner = shop.rival;
    const std::uint64_t length = shop.feed_length();
    CHECK(refusal_of(shop.engine->execute({.by = root}, bought, ChangeQuantity{0})).rule == "SUB-04");
    CHECK(shop.feed(length).size() == 1);
    CHECK(good(shop.engine->events(shop.eve, length, 100)).items.empty());
}
