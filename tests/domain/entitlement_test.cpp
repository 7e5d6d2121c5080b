// An entitlement: its key, the links of its artifacts, the end of its term, and the end of its purchase.
#include <doctest/doctest.h>

#include "domain/rights.hpp"

using namespace csp;
using namespace csp::test;
using S = Entitlement;

namespace {

Asked<S> owned(const Grant& grant = perpetual_grant()) {
    Asked<S> right{.now = at("2020-02-15T10:00:00Z")};
    right.then<EntitlementGranted>(GrantEntitlement{grant});
    return right;
}

GetKeys keys(const Artifact& artifact = english) { return {artifact, "sealed key"}; }
GetLink link(std::uint8_t new_id, const Artifact& artifact = english) {
    return {artifact, id<DownloadLink>(new_id), "sealed address"};
}

/// Nothing that a menu can know is against it.
bool can_be_offered(const Asked<S>& right, const S::Command& command) {
    return !why_not(Question<S>{right.state, command, right.facts, right.policy, right.now}, true);
}

}  // namespace

TEST_CASE("ENT-04: there is one key for the line, whatever artifact it is asked with") {
    Asked<S> right = owned();
    CHECK(right.then<KeyAccessed>(keys()) == KeyAccessed{english, "sealed key"});
    CHECK(right.then<KeyAccessed>(GetKeys{german, "another key"}) == KeyAccessed{german, "sealed key"});
    CHECK(right.then<KeyAccessed>(GetKeys{older, ""}) == KeyAccessed{older, "sealed key"});
    CHECK(right.state.sealed_key == "sealed key");
}

TEST_CASE("ENT-04: there is one link for each artifact") {
    Asked<S> right = owned();
    CHECK(right.then<LinkIssued>(link(1)) == LinkIssued{english, id<DownloadLink>(1), true, "sealed address"});
    CHECK(right.then<LinkIssued>(link(2, german)).link == id<DownloadLink>(2));
    CHECK(right.state.links ==
          std::vector<ArtifactLink>{{english, id<DownloadLink>(1)}, {german, id<DownloadLink>(2)}});
    CHECK(link_for(right.state, english) == id<DownloadLink>(1));
    CHECK(link_for(right.state, german) == id<DownloadLink>(2));
    CHECK(link_for(right.state, older).is_nil());
}

TEST_CASE("ENT-03: keys and links are for artifacts that exist") {
    const Asked<S> right = owned();
    const Artifact finnish{"2019", "fi-FI", "ISO, x64"};
    for (const S::Command& command : {S::Command{keys(finnish)}, S::Command{link(1, finnish)}}) {
        const Error error = right.refusal(command);
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "ENT-03");
        CHECK(error.reason == "no_such_artifact");
        CHECK(error.field == "artifact");
        CHECK(can_be_offered(right, command));
    }
}

TEST_CASE("ENT-03: where a product has nothing to download, nothing is offered") {
    Grant reservation = perpetual_grant();
    reservation.artifacts.clear();
    const Asked<S> right = owned(reservation);
    CHECK(reasons_of(right.refusal(keys())) == std::vector<std::string>{"artifact: no_such_artifact"});
    CHECK(right.refusal(link(1)).sentence == "there is nothing to download for Windows Server");
    CHECK_FALSE(can_be_offered(right, GetKeys{}));
    CHECK_FALSE(can_be_offered(right, GetLink{}));
}

TEST_CASE("ENT-07: a link that is still good is shown as it is") {
    Asked<S> right = owned();
    right.then<LinkIssued>(link(1));
    Asked<DownloadLink> issued = link_issued_at("2020-02-15T10:00:00Z");
    right.facts.link = &issued.state;

    SUBCASE("at its last microsecond") { right.now = at("2020-02-29T09:59:59.999999Z"); }
    SUBCASE("with its last download") { download(issued, 49); }
    CHECK(right.then<LinkIssued>(link(2)) == LinkIssued{english, id<DownloadLink>(1), false, ""});
    CHECK(right.then<LinkIssued>(GetLink{english, {}, ""}).begins == false);
    CHECK(right.state.links.size() == 1);

    right.policy.link_starts_again_on_request = true;  // a policy that begins anew whenever it is asked
    CHECK(right.then<LinkIssued>(link(2)) == LinkIssued{english, id<DownloadLink>(1), true, "sealed address"});
}

TEST_CASE("ENT-07: a link that has expired begins again under its own id") {
    Asked<S> right = owned();
    right.then<LinkIssued>(link(1));
    Asked<DownloadLink> issued = link_issued_at("2020-02-15T10:00:00Z");
    right.facts.link = &issued.state;

    SUBCASE("at its end, even where nobody has settled it") { right.now = at("2020-02-29T10:00:00Z"); }
    SUBCASE("with its 50th download, even where nobody has settled it") { download(issued, 50); }
    SUBCASE("after it has expired") {
        issued.now = right.now = at("2020-02-29T10:00:00Z");
        issued.then<LinkExpired>(ExpireLink{});
    }
    CHECK(right.refusal(GetLink{english, {}, ""}).reason == "sealed_url_missing");
    CHECK(right.then<LinkIssued>(link(2)) == LinkIssued{english, id<DownloadLink>(1), true, "sealed address"});
    CHECK(right.state.links.size() == 1);
}

TEST_CASE("ENT-08: keys and links can be had until the term is over, and not after it") {
    Asked<S> right = owned(granted_until("2023-01-21"));
    right.then<KeyAccessed>(keys());
    right.now = at("2023-01-20T23:59:59.999999Z");
    right.then<KeyAccessed>(keys());
    right.then<LinkIssued>(link(1));

    right.now = at("2023-01-21T00:00:00Z");
    SUBCASE("even where nobody has settled it") {}
    SUBCASE("when it has lapsed") {
        right.then<EntitlementLapsed>(LapseEntitlement{});
        CHECK(right.state.sealed_key.empty());
        CHECK(right.refusal(LapseEntitlement{}).reason == "not_in_this_phase");
    }
    for (const S::Command& command : {S::Command{keys()}, S::Command{link(2)}}) {
        const Error error = right.refusal(command);
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "ENT-08");
        CHECK(error.reason == "lapsed");
        CHECK(error.sentence == "its term ended on 2023-01-20 and does not renew itself");
        CHECK_FALSE(can_be_offered(right, command));
    }
}

TEST_CASE("ENT-08: time lets it lapse at 00:00 of the day its term is over") {
    Asked<S> right = owned(granted_until("2023-01-21"));
    const auto due = next_deadline(right.state);
    REQUIRE(due);
    CHECK(due->at == at("2023-01-21T00:00:00Z"));
    CHECK(due->command == S::Command{LapseEntitlement{}});
    right.now.us = due->at.us - 1;
    const Error error = right.refusal(LapseEntitlement{});
    CHECK(error.rule == "CONV-3");
    CHECK(error.reason == "term_not_over");
    CHECK(error.sentence == "its term runs until 2023-01-20");
    right.now = due->at;
    right.then<EntitlementLapsed>(LapseEntitlement{});
    CHECK_FALSE(next_deadline(right.state));
}

TEST_CASE("ENT-08: what is perpetual has no end") {
    Asked<S> right = owned();
    CHECK_FALSE(next_deadline(right.state));
    CHECK_FALSE(expires_at(right.state));
    right.now = last_instant;
    CHECK(right.refusal(LapseEntitlement{}).reason == "no_term");
    right.then<KeyAccessed>(keys());
}

TEST_CASE("ENT-08: three years bought on 2019-01-28 are over on 2022-01-28") {
    Grant three_years = perpetual_grant();
    three_years.term = Term{day("2019-01-28"), months_after(day("2019-01-28"), 36)};
    CHECK(expires_at(owned(three_years).state) == at("2022-01-28T00:00:00Z"));
}

TEST_CASE("ENT-09: what is revoked is revoked for good, and its key is gone") {
    Asked<S> right = owned(granted_until("2023-01-21"));
    right.then<KeyAccessed>(keys());
    right.then<LinkIssued>(link(1));
    SUBCASE("while it is owned") { right.now = at("2020-03-21T08:00:00Z"); }
    SUBCASE("after it has lapsed") {
        right.now = at("2023-01-21T00:00:00Z");
        right.then<EntitlementLapsed>(LapseEntitlement{});
    }
    const Instant revoked_at = right.now;
    CHECK(right.then<EntitlementRevoked>(RevokeEntitlement{}).revoked_at == revoked_at);
    CHECK(right.state.sealed_key.empty());
    CHECK(right.state.links.size() == 1);  // known still, so that its links can be revoked with it
    CHECK_FALSE(next_deadline(right.state));
    right.now.us += 1;
    for (const S::Command& command : {S::Command{keys()}, S::Command{link(2)}, S::Command{RevokeEntitlement{}}}) {
        const Error error = right.refusal(command);
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "ENT-09");
        CHECK(error.reason == "revoked");
        CHECK(error.phase == "revoked");
        CHECK(error.sentence ==
              "the purchase was cancelled at " + text_of(revoked_at) + ", and its key and links are revoked");
        CHECK_FALSE(can_be_offered(right, command));
    }
}

TEST_CASE("CONV-7: keys, addresses and ids of new links are given, and a menu does not ask for them") {
    const Asked<S> right = owned();
    const Error no_key = right.refusal(GetKeys{english, ""});
    CHECK(no_key.code == Code::invalid);
    CHECK(no_key.rule == "CONV-7");
    CHECK(no_key.field == "sealed_key");
    CHECK(can_be_offered(right, GetKeys{}));

    CHECK(reasons_of(right.refusal(GetLink{english, {}, ""})) ==
          std::vector<std::string>{"new_link: new_link_missing", "sealed_url: sealed_url_missing"});
    CHECK(reasons_of(right.refusal(GetLink{english, {}, "sealed address"})) ==
          std::vector<std::string>{"new_link: new_link_missing"});
    CHECK(reasons_of(right.refusal(GetLink{english, id<DownloadLink>(1), ""})) ==
          std::vector<std::string>{"sealed_url: sealed_url_missing"});
    CHECK(can_be_offered(right, GetLink{}));
}

TEST_CASE("SWP-01: a right is to at least one of what was bought, and is granted once") {
    Grant none = perpetual_grant();
    none.quantity = 0;
    const Error error = Asked<S>{}.refusal(GrantEntitlement{none});
    CHECK(error.code == Code::invalid);
    CHECK(error.field == "quantity");
    none.quantity = 1;
    CHECK(owned(none).state.grant == none);
    CHECK(owned().refusal(GrantEntitlement{none}).reason == "not_in_this_phase");
}
