// Keys, links and downloads: where they come from, how often they are fetched, and what a second asking gives.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/decorated_storage.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Counts how often it is asked, and fails when told to.
class WatchedFulfilment final : public Fulfilment {
public:
    Result<Secret> key_for(const Delivery& delivery) override {
        ++keys;
        if (fails) { return Error{.code = Code::storage, .sentence = "fulfilment: the service is not there"}; }
        return made_up.key_for(delivery);
    }
    Result<Secret> url_for(const Delivery& delivery) override {
        ++urls;
        if (fails) { return Error{.code = Code::storage, .sentence = "fulfilment: the service is not there"}; }
        return made_up.url_for(delivery);
    }
    MadeUpFulfilment made_up{};
    int keys{0};
    int urls{0};
    bool fails{false};
};

template <class Store>
struct WatchedShop : SoftwareShop<Store> {
    WatchedFulfilment watched{};
    std::unique_ptr<Engine> second{good(Engine::open(
        *this->store.storage, this->clock,
        {.policy = this->policy, .ids = &this->ids, .fulfilment = &watched, .sealer = this->sealer.get()}))};
    EntitlementId one{this->right_of(this->buy_software(office))};
};

std::string text_in(const Secret& secret) { return std::string(secret.reveal()); }

}  // namespace

TEST_CASE_TEMPLATE("ENT-01: only an admin agent gets keys, links and downloads", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto link = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso)).link;
    for (const Role role :
         {Role::global_admin, Role::sales_agent, Role::helpdesk_agent, Role::billing_admin, Role::user_management_admin,
          Role::account_admin, Role::referral_admin, Role::marketing_content_admin}) {
        const Actor other{.user = "other", .partner = shop.fabrikam, .roles = role};
        CHECK(refusal_of(shop.second->get_keys({.by = other}, shop.one, english_iso)).code == Code::forbidden);
        CHECK(refusal_of(shop.second->get_link({.by = other}, shop.one, english_iso)).code == Code::forbidden);
        CHECK(refusal_of(shop.second->download({.by = other}, link)).code == Code::forbidden);
    }
    CHECK(shop.second->get_keys({.by = shop.ann}, shop.one, english_iso));
    CHECK(shop.second->download({.by = shop.ann}, link));
}

TEST_CASE_TEMPLATE("ENT-04: the key is fetched once and is the same ever after", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto first = good(shop.second->get_keys({.by = shop.ann}, shop.one, english_iso));
    const auto again = good(shop.second->get_keys({.by = shop.ann}, shop.one, german_iso));
    CHECK(text_in(first.key) == "KEY-" + text_of(shop.one));
    CHECK(text_in(again.key) == text_in(first.key));
    CHECK(shop.watched.keys == 1);
    CHECK(shop.right_of(shop.buy_software(office)) != shop.one);
}

TEST_CASE_TEMPLATE("ENT-07: while a link is valid asking gives the same one, unchanged", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto first = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
    good(shop.second->download({.by = shop.ann}, first.link));
    const auto again = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
    CHECK(again.link == first.link);
    CHECK(again.end == first.end);
    CHECK(again.downloads_left == 49);
    CHECK(text_in(again.url) == text_in(first.url));
    CHECK(shop.watched.urls == 1);
    const auto german = good(shop.second->get_link({.by = shop.ann}, shop.one, german_iso));
    CHECK(german.link != first.link);  // one for each artifact
    CHECK(german.downloads_left == 50);
}

TEST_CASE_TEMPLATE("ENT-08: an expired link begins again as often as it is asked for", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto first = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
    Instant end = first.end;
    for (int renewal = 1; renewal <= 30; ++renewal) {
        shop.clock.set(Instant{end.us - 1});
        CHECK(good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso)).end == end);
        shop.clock.set(end);
        const auto renewed = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
        CHECK(renewed.link == first.link);
        CHECK(renewed.downloads_left == 50);
        CHECK(renewed.end.us == end.us + 14 * us_per_day);
        CHECK(text_in(renewed.url).ends_with("?renewal=" + std::to_string(renewal)));
        end = renewed.end;
    }
}

TEST_CASE_TEMPLATE("ENT-08: nothing is renewed once the term is over", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto right = shop.right_of(shop.buy_on("2019-06-01", sql_server));
    shop.clock.set(at("2020-05-31T23:59:59.999999Z"));
    good(shop.second->get_keys({.by = shop.ann}, right, english_iso));
    const auto link = good(shop.second->get_link({.by = shop.ann}, right, english_iso)).link;
    CHECK(shop.second->download({.by = shop.ann}, link));
    shop.clock.set(at("2020-06-01T00:00:00Z"));
    CHECK(refusal_of(shop.second->download({.by = shop.ann}, link)).reason == "revoked");
    CHECK(refusal_of(shop.second->get_keys({.by = shop.ann}, right, english_iso)).reason == "lapsed");
    CHECK(refusal_of(shop.second->get_link({.by = shop.ann}, right, english_iso)).reason == "lapsed");
}

TEST_CASE_TEMPLATE("ENT-09: the same request does not open a key again once it is revoked", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const Request request{.by = shop.ann, .id = id<RequestTag>(7)};
    const auto first = good(shop.second->get_keys(request, shop.one, english_iso));
    const auto again = good(shop.second->get_keys(request, shop.one, english_iso));
    CHECK(again.receipt.is_repeated);
    CHECK(text_in(again.key) == text_in(first.key));
    good(shop.cancel(shop.right(shop.one).grant.order));
    const auto logged = shop.activity("2019-01-01", "2019-01-01").size();
    for (std::size_t times = 1; times <= 2; ++times) {
        const Error no = refusal_of(shop.second->get_keys(request, shop.one, english_iso));
        CHECK(no.rule == "ENT-09");
        CHECK(no.reason == "revoked");
        const auto seen = shop.activity("2019-01-01", "2019-01-01");
        REQUIRE(seen.size() == logged + times);  // every time it is asked for anew
        const auto refused = std::ranges::count_if(seen, &ActivityEntry::is_refused);
        CHECK(refused == static_cast<std::ptrdiff_t>(times));
        for (const ActivityEntry& entry : seen) {
            if (!entry.is_refused) { continue; }
            CHECK(entry.user == "ann@fabrikam.com");
            CHECK(entry.action == Action::key_accessed);
            CHECK(entry.rule == "ENT-09");
            CHECK(entry.reason == "revoked");
            CHECK(entry.entitlement == shop.one);
        }
    }
}

TEST_CASE_TEMPLATE("ENT-01: another admin agent gets nothing for a request id that is not theirs, and it is logged",
                   Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const Actor bob{.user = "bob@fabrikam.com", .partner = shop.fabrikam, .roles = Role::admin_agent};
    const RequestId of_ann = id<RequestTag>(6);
    good(shop.second->get_keys({.by = shop.ann, .id = of_ann}, shop.one, english_iso));
    const Error no = refusal_of(shop.second->get_keys({.by = bob, .id = of_ann}, shop.one, english_iso));
    CHECK(no.code == Code::refused);
    CHECK(no.rule == "GEN-04");
    CHECK(no.reason == "request_id_used");
    const auto feed = shop.feed();
    CHECK(name_of(feed.at(feed.size() - 2)) == "command_refused");
    CHECK(feed.at(feed.size() - 2).user == "bob@fabrikam.com");
    auto seen = shop.activity("2019-01-01", "2019-01-01");
    REQUIRE(seen.size() == 2);
    CHECK(std::ranges::count(seen, std::string("bob@fabrikam.com"), &ActivityEntry::user) == 1);
    for (const ActivityEntry& entry : seen) { CHECK(entry.is_refused == (entry.user == "bob@fabrikam.com")); }
    // Under an id of his own he gets it, and Ann her answer again.
    good(shop.second->get_keys({.by = bob, .id = id<RequestTag>(16)}, shop.one, english_iso));
    CHECK(good(shop.second->get_keys({.by = shop.ann, .id = of_ann}, shop.one, english_iso)).receipt.is_repeated);
}

TEST_CASE_TEMPLATE("nothing is fetched for what is refused or only previewed", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    CHECK_FALSE(shop.second->get_keys({.by = shop.global_admin}, shop.one, english_iso));
    CHECK_FALSE(shop.second->get_keys({.by = shop.eve}, shop.one, english_iso));
    CHECK_FALSE(shop.second->get_keys({.by = shop.ann}, shop.one, no_artifact));
    CHECK_FALSE(shop.second->get_link({.by = shop.ann}, shop.one, no_artifact));
    CHECK(shop.second->preview({.by = shop.ann}, shop.one, GetKeys{.artifact = english_iso}));
    CHECK(shop.second->preview({.by = shop.ann}, shop.one, GetLink{.artifact = english_iso}));
    CHECK(shop.second->allowed(shop.ann, shop.one));
    CHECK(shop.watched.keys == 0);
    CHECK(shop.watched.urls == 0);
}

TEST_CASE_TEMPLATE("a fulfilment that fails changes nothing and can be asked again", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto length = shop.feed_length();
    const Request request{.by = shop.ann, .id = id<RequestTag>(8)};
    shop.watched.fails = true;
    CHECK(refusal_of(shop.second->get_keys(request, shop.one, english_iso)).code == Code::storage);
    CHECK(refusal_of(shop.second->get_link({.by = shop.ann}, shop.one, english_iso)).code == Code::storage);
    CHECK(shop.feed_length() == length);
    shop.watched.fails = false;
    CHECK(shop.second->get_keys(request, shop.one, english_iso));
}

TEST_CASE_TEMPLATE("an engine without a fulfilment says so", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto bare = good(Engine::open(*shop.store.storage, shop.clock, {.policy = {}, .ids = &shop.ids}));
    CHECK(refusal_of(bare->get_keys({.by = shop.ann}, shop.one, english_iso)).sentence.find("fulfilment") !=
          std::string::npos);
    good(shop.second->get_keys({.by = shop.ann}, shop.one, english_iso));
    CHECK_FALSE(bare->get_keys({.by = shop.ann}, shop.one, english_iso));  // it cannot open what another sealed
}

TEST_CASE_TEMPLATE("with another sealer's key nothing is counted and nothing is logged", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    good(shop.second->get_keys({.by = shop.ann}, shop.one, english_iso));
    const auto link = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso)).link;
    const auto other_key = good(sealer_with_key(Secret(std::string(32, 'x'))));
    const auto stranger =
        good(Engine::open(*shop.store.storage, shop.clock,
                          {.policy = {}, .ids = &shop.ids, .fulfilment = &shop.watched, .sealer = other_key.get()}));
    const auto length = shop.feed_length();
    CHECK_FALSE(stranger->get_keys({.by = shop.ann}, shop.one, english_iso));
    CHECK_FALSE(stranger->get_link({.by = shop.ann}, shop.one, english_iso));
    CHECK_FALSE(stranger->download({.by = shop.ann}, link));
    CHECK(shop.feed_length() == length);
}

TEST_CASE_TEMPLATE("ENT-05: the link that is shown is the one that is kept, though another was first", Store,
                   CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    int shown = 0;
    for (int call = 1; call <= 12; ++call) {
        CAPTURE(call);
        const auto right = shop.right_of(shop.buy_software(office));
        counted.tally = {.failing_call = call, .failure = Code::conflict};
        const auto link = engine->get_link({.by = shop.ann}, right, english_iso);
        counted.tally = {};
        if (!link) { continue; }  // at `begin` there is nothing to be done again
        ++shown;
        CHECK(link->link == shop.link_to(right));
        CHECK(text_in(good(engine->download({.by = shop.ann}, link->link)).url) == text_in(link->url));
    }
    CHECK(shown > 8);
}

TEST_CASE_TEMPLATE("ENT-09: a refusal that cannot be logged is not given", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = shop.open(counted);
    const Request request{.by = shop.ann, .id = id<RequestTag>(7)};
    good(engine->get_keys(request, shop.one, english_iso));
    counted.tally.no_commit_succeeds = true;
    CHECK(good(engine->get_keys(request, shop.one, english_iso)).receipt.is_repeated);
    good(shop.cancel(shop.right(shop.one).grant.order));
    CHECK(refusal_of(engine->get_keys(request, shop.one, english_iso)).code == Code::conflict);
    const Actor bob{.user = "bob@fabrikam.com", .partner = shop.fabrikam, .roles = Role::admin_agent};
    const Request of_ann{.by = bob, .id = request.id};
    CHECK(refusal_of(engine->get_keys(of_ann, shop.one, english_iso)).code == Code::conflict);
    counted.tally.no_commit_succeeds = false;
    CHECK(refusal_of(engine->get_keys(of_ann, shop.one, english_iso)).rule == "GEN-04");
    CHECK(refusal_of(engine->get_keys(request, shop.one, english_iso)).reason == "revoked");
}

TEST_CASE_TEMPLATE("ENT-01: an answer is repeated only for whoever may ask for it", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto with = [&](const Actor& actor, std::uint8_t number) {
        return Request{.by = actor, .id = id<RequestTag>(number)};
    };
    good(shop.second->get_keys(with(shop.ann, 1), shop.one, english_iso));
    const auto link = good(shop.second->get_link(with(shop.ann, 2), shop.one, english_iso)).link;
    good(shop.second->download(with(shop.ann, 3), link));
    const auto seen_before = shop.activity("2019-01-01", "2020-12-31").size();
    for (const Role role : {Role::global_admin, Role::sales_agent, Role::account_admin}) {
        const Actor other{.user = "other", .partner = shop.fabrikam, .roles = role};
        CHECK(refusal_of(shop.second->get_keys(with(other, 1), shop.one, english_iso)).code == Code::forbidden);
        CHECK(refusal_of(shop.second->get_link(with(other, 2), shop.one, english_iso)).code == Code::forbidden);
        CHECK(refusal_of(shop.second->download(with(other, 3), link)).code == Code::forbidden);
    }
    CHECK(shop.activity("2019-01-01", "2020-12-31").size() == seen_before + 9);  // and every attempt is logged
    CHECK(good(shop.second->get_keys(with(shop.ann, 1), shop.one, english_iso)).receipt.is_repeated);
    CHECK(in<DownloadLink::Valid>(shop.link(link)).used == 1);
}

TEST_CASE_TEMPLATE("ENT-06: a lost answer to the last download is given again, and counts once", Store,
                   CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    const auto link = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
    for (int download = 1; download <= 49; ++download) { good(shop.second->download({.by = shop.ann}, link.link)); }
    const Request last{.by = shop.ann, .id = id<RequestTag>(4)};
    const auto granted = good(shop.second->download(last, link.link));
    const auto again = good(shop.second->download(last, link.link));
    CHECK(again.receipt.is_repeated);
    CHECK(text_in(again.url) == text_in(granted.url));
    CHECK(in<DownloadLink::Expired>(shop.link(link.link)).used == 50);
    // Another two weeks have their own address: the old request does not get it.
    const auto renewed = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
    CHECK(text_in(renewed.url) != text_in(granted.url));
    CHECK(text_in(good(shop.second->download(last, link.link)).url) == text_in(granted.url));
    CHECK(in<DownloadLink::Valid>(shop.link(link.link)).used == 0);
    // And once the old two weeks are over it gets none.
    shop.clock.set(Instant{link.end.us - 1});
    CHECK(shop.second->download(last, link.link));
    shop.clock.set(link.end);
    CHECK(refusal_of(shop.second->download(last, link.link)).reason == "link_expired");
}

TEST_CASE_TEMPLATE("ENT-08: a late host renews a link with the same receipt as one on time", Store, CSP_BOTH_STORES) {
    const auto history_of_renewal = [](bool is_late) {
        WatchedShop<Store> shop;
        const auto first = good(shop.second->get_link({.by = shop.ann}, shop.one, english_iso));
        shop.clock.set(first.end);
        if (!is_late) { good(shop.second->run_due()); }
        const Request request{.by = shop.ann, .id = id<RequestTag>(5)};
        const auto renewed = good(shop.second->get_link(request, shop.one, english_iso));
        CHECK(renewed.receipt.kind == Kind::entitlement);
        CHECK(id_in<Entitlement>(renewed.receipt) == shop.one);
        const auto feed = shop.feed(renewed.receipt.first_event - 1);
        REQUIRE_FALSE(feed.empty());
        CHECK(name_of(feed.front()) == LinkIssued::name);
        CHECK(feed.front().request == request.id);
        return texts_of(shop.feed());
    };
    CHECK(history_of_renewal(true) == history_of_renewal(false));
}

TEST_CASE_TEMPLATE("a key that somebody else sealed is of no use", Store, CSP_BOTH_STORES) {
    WatchedShop<Store> shop;
    good(shop.ask(shop.one, GetKeys{.artifact = english_iso, .sealed_key = "brought along"}));
    CHECK(text_in(good(shop.second->get_keys({.by = shop.ann}, shop.one, english_iso)).key) ==
          "KEY-" + text_of(shop.one));
}
