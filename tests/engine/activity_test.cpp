// The activity log: who may see it, what is in it, and from when to when.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/every_command.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

bool is_auditor(Role role) {
    return role == Role::global_admin || role == Role::account_admin || role == Role::referral_admin ||
           role == Role::marketing_content_admin;
}

ActivityFilter days(const std::string& from, const std::string& to) { return {.days = DayRange{day(from), day(to)}}; }

/// A key, a link and a download on three days.
template <class Store>
struct LoggedShop : SoftwareShop<Store> {
    EntitlementId one{this->right_of(this->buy_on("2020-03-01", office))};
    DownloadLinkId link{};
    Actor bob{.user = "bob@fabrikam.com", .partner = this->fabrikam, .roles = Role::admin_agent};
    LoggedShop() {
        this->clock.set(at("2020-03-02T00:00:00Z"));
        good(this->engine->get_keys({.by = this->ann}, one, english_iso));
        this->clock.set(at("2020-03-03T12:00:00Z"));
        link = good(this->engine->get_link({.by = bob}, one, english_iso)).link;
        this->clock.set(at("2020-03-04T23:59:59.999999Z"));
        good(this->engine->download({.by = bob}, link));
    }
};

}  // namespace

TEST_CASE_TEMPLATE("LOG-01: four roles see the activity of software, and no others", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    for (const Role role : roles_of_partners) {
        const Actor reader{.user = "reader", .partner = shop.fabrikam, .roles = role};
        const auto seen = shop.engine->software_activity(reader, days("2020-03-01", "2020-03-31"), {});
        CHECK(seen.has_value() == is_auditor(role));
        CHECK(shop.engine->software_users(reader, days("2020-03-01", "2020-03-31")).has_value() == is_auditor(role));
        if (!seen) { CHECK(seen.error().rule == "LOG-01"); }
    }
}

TEST_CASE_TEMPLATE("LOG-01: a policy may open it to the general roles", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    shop.policy.software_activity_for_general_roles = true;
    const auto open = shop.open(*shop.store.storage);
    CHECK(open->software_activity(shop.ann, days("2020-03-01", "2020-03-31"), {}));
    CHECK(open->software_activity(shop.auditor, days("2020-03-01", "2020-03-31"), {}));
}

TEST_CASE_TEMPLATE("LOG-02: it tells who got which key and link, and who downloaded what", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    const auto seen = shop.activity("2020-03-01", "2020-03-31");
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].action == Action::key_accessed);
    CHECK(seen[1].action == Action::link_issued);
    CHECK(seen[2].action == Action::downloaded);
    CHECK(seen[0].user == "ann@fabrikam.com");
    CHECK(seen[1].user == "bob@fabrikam.com");
    CHECK(seen[2].at == at("2020-03-04T23:59:59.999999Z"));
    for (const ActivityEntry& entry : seen) {
        CHECK(entry.partner == shop.fabrikam);
        CHECK(entry.customer == shop.contoso);
        CHECK(entry.order == shop.right(shop.one).grant.order);
        CHECK(entry.product_name == "Office Professional 2019");
        CHECK(entry.entitlement == shop.one);
        CHECK(entry.product == office);
        CHECK_FALSE(entry.is_refused);
    }
    CHECK(seen[0].link.is_nil());
    CHECK(seen[2].link == shop.link);
}

TEST_CASE_TEMPLATE("LOG-02: distinct users are told with how often and when last", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    good(shop.engine->download({.by = host()}, shop.link));
    const auto users = good(shop.engine->software_users(shop.auditor, days("2020-03-01", "2020-03-31")));
    REQUIRE(users.size() == 3);
    CHECK(users[0].user.empty());
    CHECK(users[1].user == "ann@fabrikam.com");
    CHECK(users[1].activities == 1);
    CHECK(users[2].user == "bob@fabrikam.com");
    CHECK(users[2].activities == 2);
    CHECK(users[2].last_at == at("2020-03-04T23:59:59.999999Z"));
}

TEST_CASE_TEMPLATE("LOG-02: refused attempts are in it, with the rule that refused", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    CHECK_FALSE(shop.engine->get_keys({.by = shop.global_admin}, shop.one, english_iso));
    good(shop.cancel(shop.right(shop.one).grant.order));
    CHECK_FALSE(shop.engine->get_link({.by = shop.ann}, shop.one, english_iso));
    CHECK_FALSE(shop.engine->download({.by = host()}, shop.link));
    const auto seen = shop.activity("2020-03-04", "2020-03-04");
    REQUIRE(seen.size() == 4);
    CHECK(seen[1].is_refused);
    CHECK(seen[1].user == "gil@fabrikam.com");
    CHECK(seen[1].action == Action::key_accessed);
    CHECK(seen[1].reason == "role_missing");
    CHECK(seen[2].rule == "ENT-09");
    CHECK(seen[2].action == Action::link_issued);
    CHECK(seen[3].user.empty());
    CHECK(seen[3].link == shop.link);
    for (const ActivityEntry& entry : seen) { CHECK(entry.order == shop.right(shop.one).grant.order); }
}

TEST_CASE_TEMPLATE("LOG-02: who was only refused is no user of it, and a refused attempt counts for nobody", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    CHECK_FALSE(shop.engine->get_keys({.by = shop.global_admin}, shop.one, english_iso));
    CHECK_FALSE(shop.engine->get_keys({.by = shop.ann}, shop.one, no_artifact));
    CHECK(shop.activity("2020-03-01", "2020-03-31").size() == 5);
    const auto users = good(shop.engine->software_users(shop.auditor, days("2020-03-01", "2020-03-31")));
    REQUIRE(users.size() == 2);
    CHECK(users[0].user == "ann@fabrikam.com");
    CHECK(users[0].activities == 1);
    CHECK(users[0].last_at == at("2020-03-02T00:00:00Z"));
    CHECK(users[1].user == "bob@fabrikam.com");
    CHECK(users[1].activities == 2);
}

TEST_CASE_TEMPLATE("ENT-05: downloads of the partner's users and through the copied link share one allowance", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;  // bob has used one of the 50
    for (int download = 2; download <= 50; ++download) {
        const Actor by = download % 2 == 0 ? host() : shop.ann;
        CHECK(good(shop.engine->download({.by = by}, shop.link)).downloads_left == 50 - download);
    }
    for (const Actor& by : {host(), shop.ann, shop.bob}) {
        CHECK(refusal_of(shop.engine->download({.by = by}, shop.link)).reason == "link_expired");
    }
    const auto users = good(shop.engine->software_users(shop.auditor, days("2020-03-04", "2020-03-04")));
    REQUIRE(users.size() == 3);
    CHECK(users[0].user.empty());
    CHECK(users[0].activities == 25);
    CHECK(users[1].user == "ann@fabrikam.com");
    CHECK(users[1].activities == 24);
    CHECK(users[2].user == "bob@fabrikam.com");
    CHECK(users[2].activities == 1);
}

TEST_CASE_TEMPLATE("LOG-01: the general log is for the six general roles, and shows them the same entries", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    const auto seen = shop.activity("2020-03-01", "2020-03-31");
    for (const Role role : roles_of_partners) {
        const Actor reader{.user = "reader", .partner = shop.fabrikam, .roles = role};
        const auto log = shop.engine->activity_log(reader, days("2020-03-01", "2020-03-31"), {});
        const bool is_general = role == Role::global_admin || role == Role::admin_agent || role == Role::sales_agent ||
                                role == Role::helpdesk_agent || role == Role::billing_admin ||
                                role == Role::user_management_admin;
        CHECK(log.has_value() == is_general);
        if (log) { CHECK(log->items == seen); }
        if (!log) {
            CHECK(log.error().code == Code::forbidden);
            CHECK(log.error().rule == "GEN-03");
        }
    }
    const Actor nobody{.user = "nobody", .partner = shop.fabrikam};
    CHECK(refusal_of(shop.engine->activity_log(nobody, days("2020-03-01", "2020-03-31"), {})).code == Code::forbidden);
}

TEST_CASE_TEMPLATE("LOG-02: who tries another partner's keys is in their own log and in no other", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    CHECK_FALSE(shop.engine->get_keys({.by = shop.eve}, shop.one, english_iso));
    CHECK(shop.activity("2020-03-01", "2020-03-31").size() == 3);
    const Actor their_auditor{.user = "aud@rival.com", .partner = shop.rival, .roles = Role::account_admin};
    const auto theirs = good(shop.engine->software_activity(their_auditor, days("2020-03-01", "2020-03-31"), {})).items;
    REQUIRE(theirs.size() == 1);
    CHECK(theirs[0].is_refused);
    CHECK(theirs[0].customer.is_nil());
    CHECK(theirs[0].product_name.empty());
}

TEST_CASE_TEMPLATE("LOG-03: both days of the range are in it, to the microsecond", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    CHECK(shop.activity("2020-03-02", "2020-03-04").size() == 3);
    CHECK(shop.activity("2020-03-02", "2020-03-02").size() == 1);  // its first moment
    CHECK(shop.activity("2020-03-04", "2020-03-04").size() == 1);  // its last
    CHECK(shop.activity("2020-03-03", "2020-03-03").size() == 1);
    CHECK(shop.activity("2020-03-05", "2020-03-31").empty());
    CHECK(shop.activity("1970-01-01", "2020-03-01").empty());
    CHECK(shop.activity("1970-01-01", "9999-12-31").size() == 3);
    CHECK(refusal_of(shop.engine->software_activity(shop.auditor, days("2020-03-02", "2020-03-01"), {})).rule ==
          "LOG-03");
}

TEST_CASE_TEMPLATE("LOG-03: pages of the log follow each other without gap or repetition", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    for (int download = 0; download < 6; ++download) { good(shop.engine->download({.by = shop.ann}, shop.link)); }
    std::size_t seen = 0;
    Instant last{};
    PageRequest next{.size = 2};
    do {
        const auto page = good(shop.engine->software_activity(shop.auditor, days("2020-03-03", "2020-03-04"), next));
        for (const ActivityEntry& entry : page.items) {
            CHECK(last <= entry.at);
            last = entry.at;
            ++seen;
        }
        next.after = page.next;
    } while (!next.after.empty());
    CHECK(seen == 8);
}

TEST_CASE_TEMPLATE("LOG-03: the log of one customer leaves the others out", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    const auto other = shop.customer(shop.ann, "Adatum", "adatum.com");
    ActivityFilter filter = days("2020-03-01", "2020-03-31");
    filter.customer = other;
    CHECK(good(shop.engine->software_activity(shop.auditor, filter, {})).items.empty());
    filter.customer = shop.contoso;
    CHECK(good(shop.engine->software_activity(shop.auditor, filter, {})).items.size() == 3);
    filter.customer = shop.theirs;
    CHECK(good(shop.engine->software_activity(shop.auditor, filter, {})).items.empty());
}

TEST_CASE_TEMPLATE("nobody writes the log by hand", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    for (const Actor& actor : {shop.ann, shop.auditor, host()}) {
        CHECK(refusal_of(shop.engine->template create<Activity>({.by = actor}, RecordActivity{})).code ==
              Code::forbidden);
    }
}

TEST_CASE_TEMPLATE("LOG-01: the feed and the histories show it to nobody else of the partner either", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    const auto tells = [&](const Actor& actor) {
        std::size_t found = 0;
        std::uint64_t after = 0;
        for (bool is_at_end = false; !is_at_end;) {
            const FeedPage page = good(shop.engine->events(actor, after, 1'000));
            for (const Happening& one : page.items) {
                found += one.kind == Kind::activity || one.kind == Kind::download_link ? 1U : 0U;
            }
            after = page.scanned_to;
            is_at_end = page.is_at_end;
        }
        return found > 0;
    };
    CHECK(tells(shop.auditor));
    CHECK_FALSE(tells(shop.ann));
    CHECK(shop.engine->history(shop.auditor, shop.link, 0, 10));
    CHECK(refusal_of(shop.engine->history(shop.ann, shop.link, 0, 10)).rule == "LOG-01");
    CHECK(refusal_of(shop.engine->history(shop.ann, shop.one, 0, 10)).rule == "LOG-01");
}

TEST_CASE_TEMPLATE("LOG-02: what the host fetches for itself is the host's, what it hands on is nobody's", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    good(shop.engine->get_keys({.by = host()}, shop.one, english_iso));
    good(shop.engine->download({.by = host()}, shop.link));
    const auto seen = shop.activity("2020-03-01", "2020-03-31");
    REQUIRE(seen.size() == 5);
    CHECK(seen[3].user + seen[4].user == "host");  // at one moment: in the order of their ids
}

TEST_CASE_TEMPLATE("LOG-02 LOG-03: what is shown again under its old request id is in the log of that day, too", Store,
                   CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    const auto by = [&](std::uint8_t number) { return Request{.by = shop.ann, .id = id<RequestTag>(number)}; };
    const auto get_all = [&] {
        good(shop.engine->get_keys(by(1), shop.one, english_iso));
        good(shop.engine->get_link(by(2), shop.one, english_iso));
        return good(shop.engine->download(by(3), shop.link)).downloads_left;
    };
    shop.clock.set(at("2020-03-05T10:00:00Z"));
    const std::int32_t left = get_all();
    const auto first = shop.activity("2020-03-05", "2020-03-05");
    REQUIRE(first.size() == 3);
    shop.clock.set(at("2020-03-16T10:00:00Z"));
    CHECK(get_all() == left);
    CHECK(downloads_left(good(shop.engine->read(host(), shop.link)).state) == left);  // counted once
    auto again = shop.activity("2020-03-16", "2020-03-16");
    REQUIRE(again.size() == 3);
    for (ActivityEntry& entry : again) { entry.at = at("2020-03-05T10:00:00Z"); }
    const auto by_action = [](const ActivityEntry& a, const ActivityEntry& b) { return a.action < b.action; };
    auto before = first;
    std::ranges::sort(before, by_action);  // those of one moment stand in the order of their ids
    std::ranges::sort(again, by_action);
    CHECK(again == before);

    shop.clock.set(at("2020-04-05T10:00:00Z"));  // a month later the key can still be shown, the link not
    good(shop.engine->get_keys(by(1), shop.one, english_iso));
    CHECK_FALSE(shop.engine->get_link(by(2), shop.one, english_iso));
    CHECK_FALSE(shop.engine->download(by(3), shop.link));
    const auto later = shop.activity("2020-04-05", "2020-04-05");
    REQUIRE(later.size() == 3);
    CHECK(std::ranges::count(later, true, &ActivityEntry::is_refused) == 2);
    const auto users = good(shop.engine->software_users(shop.auditor, days("2020-03-05", "2020-04-05")));
    REQUIRE(users.size() == 1);
    CHECK(users[0].user == "ann@fabrikam.com");
    CHECK(users[0].activities == 7);
    // The bare command shows nothing, again neither.
    good(shop.engine->execute(by(1), shop.one, GetKeys{.artifact = english_iso}));
    CHECK(shop.activity("2020-04-05", "2020-04-05").size() == 3);
}

TEST_CASE_TEMPLATE("LOG-03: the host names the customer whose log it wants", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    CHECK(refusal_of(shop.engine->software_activity(host(), days("2020-03-01", "2020-03-31"), {})).reason ==
          "customer_missing");
    ActivityFilter filter = days("2020-03-01", "2020-03-31");
    filter.customer = shop.contoso;
    CHECK(good(shop.engine->software_activity(host(), filter, {})).items.size() == 3);
}

TEST_CASE_TEMPLATE("LOG-03: without days the last 30 and today are meant", Store, CSP_BOTH_STORES) {
    LoggedShop<Store> shop;
    shop.clock.set(at("2020-04-01T23:59:59.999999Z"));  // the key of 2020-03-02 is 30 days old
    CHECK(good(shop.engine->activity_log(shop.ann, {}, {})).items.size() == 3);
    shop.clock.set(at("2020-04-02T00:00:00Z"));
    CHECK(good(shop.engine->activity_log(shop.ann, {}, {})).items.size() == 2);
    CHECK(good(shop.engine->software_activity(shop.auditor, {}, {})).items.size() == 2);
}
