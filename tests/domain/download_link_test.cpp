// A download link: two weeks or 50 downloads, begun again, expired and revoked.
#include <doctest/doctest.h>

#include "domain/rights.hpp"

using namespace csp;
using namespace csp::test;
using S = DownloadLink;

namespace {

constexpr std::string_view issued = "2020-02-15T10:00:00Z";

Policy of_2021() { return *policy_profile("2021-06"); }

}  // namespace

TEST_CASE("CUS-01 C1: nothing is downloaded of a former customer, and of one that is not asked about it is") {
    Asked<S> link = link_issued_at(issued);
    Customer customer;
    customer.phase = Customer::Active{};
    link.facts.customer = &customer;
    link.then<Downloaded>(Download{});
    customer.phase = Customer::Removed{};
    const Error error = link.refusal(Download{});
    CHECK(error.rule == "CUS-01");
    CHECK(error.microsoft == 20002);
    link.facts.customer = nullptr;
    link.then<Downloaded>(Download{});
}

TEST_CASE("ENT-06: a link is good for 14 times 24 hours, to the microsecond") {
    Asked<S> link = link_issued_at(issued);
    CHECK(valid(link) == S::Valid{at(issued), at("2020-02-29T10:00:00Z"), 50, 0, "sealed address"});

    SUBCASE("a second before its end: yes") {
        link.now = at("2020-02-29T09:59:59Z");
        CHECK(can_download(link.state, link.now));
        link.then<Downloaded>(Download{});
    }
    SUBCASE("at its last microsecond: yes") {
        link.now = at("2020-02-29T09:59:59.999999Z");
        CHECK(can_download(link.state, link.now));
        link.then<Downloaded>(Download{});
    }
    SUBCASE("at its end: no, even where nobody has settled it") {
        link.now = at("2020-02-29T10:00:00Z");
        CHECK_FALSE(can_download(link.state, link.now));
        const Error error = link.refusal(Download{});
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "ENT-06");
        CHECK(error.reason == "link_expired");
        CHECK(error.phase == "valid");
        CHECK(error.sentence == "the link was good until 2020-02-29T10:00:00Z; asking for it again renews it");
    }
}

TEST_CASE("ENT-06: the 50th download succeeds, the 51st does not") {
    Asked<S> link = link_issued_at(issued);
    download(link, 49);
    CHECK(downloads_left(link.state) == 1);
    CHECK(link.refusal(ExpireLink{}).reason == "still_valid");
    CHECK(link.then<Downloaded>(Download{}) == Downloaded{50, at("2020-02-29T10:00:00Z")});
    CHECK(downloads_left(link.state) == 0);
    CHECK_FALSE(can_download(link.state, link.now));

    SUBCASE("not even before anybody has expired it") {
        const Error error = link.refusal(Download{});
        CHECK(error.rule == "ENT-06");
        CHECK(error.reason == "link_expired");
        CHECK(error.sentence == "the link was good for 50 downloads; asking for it again renews it");
    }
    SUBCASE("nor after it has been expired by it") {
        link.now.us += 1;
        CHECK(link.then<LinkExpired>(ExpireLink{}) == LinkExpired{at("2020-02-15T10:00:00.000001Z"), 50});
        const Error error = link.refusal(Download{});
        CHECK(error.rule == "ENT-06");
        CHECK(error.reason == "link_expired");
        CHECK(error.phase == "expired");
        CHECK(error.sentence ==
              "the link expired at 2020-02-15T10:00:00.000001Z with 50 downloads; asking for it again renews it");
        CHECK(error.allowed.empty());  // nobody asks what time and other records do
    }
}

TEST_CASE("ENT-06: whichever ends first, and both are said when both have ended") {
    Asked<S> link = link_issued_at(issued);
    download(link, 50);
    link.now = at("2020-02-29T10:00:00Z");
    CHECK(reasons_of(link.refusal(Download{})) == std::vector<std::string>{": link_expired", ": link_expired"});
    // Nobody has looked for a while: it ended no later than its time did.
    link.now = at("2020-03-15T00:00:00Z");
    CHECK(link.then<LinkExpired>(ExpireLink{}).expired_at == at("2020-02-29T10:00:00Z"));
}

TEST_CASE("ENT-06: time expires a link with the first moment it is no longer good, and not before") {
    Asked<S> link = link_issued_at(issued);
    const auto due = next_deadline(link.state);
    REQUIRE(due);
    CHECK(due->at == at("2020-02-29T10:00:00Z"));
    CHECK(due->command == S::Command{ExpireLink{}});
    link.now.us = due->at.us - 1;
    const Error error = link.refusal(ExpireLink{});
    CHECK(error.reason == "still_valid");
    CHECK(error.sentence == "the link is good until 2020-02-29T10:00:00Z and for 50 more downloads");
    link.now = due->at;
    CHECK(link.then<LinkExpired>(ExpireLink{}) == LinkExpired{due->at, 0});
    CHECK_FALSE(next_deadline(link.state));
    CHECK(downloads_left(link.state) == 0);
    CHECK_FALSE(can_download(link.state, at(issued)));
}

TEST_CASE("ENT-06: other numbers hold for the links that begin with them") {
    Policy generous;
    generous.link_days = 1;
    generous.link_downloads = 2;
    Asked<S> link = link_issued_at(issued, generous);
    CHECK(valid(link).end == at("2020-02-16T10:00:00Z"));
    link.policy = Policy{};  // what was agreed when it began stays
    download(link, 2);
    CHECK(link.refusal(Download{}).sentence == "the link was good for 2 downloads; asking for it again renews it");
}

TEST_CASE("ENT-06: no link outlives the calendar, whatever its policy says") {
    Policy endless;
    endless.link_days = INT32_MAX;
    CHECK(valid(link_issued_at(issued, endless)).end == last_instant);
    Asked<S> late{.now = last_instant};
    late.then<LinkEnabled>(EnableLink{{}, "sealed address"});
    CHECK(valid(late).end == last_instant);
    CHECK(late.refusal(Download{}).reason == "link_expired");
}

TEST_CASE("ENT-06: the five days from 2021-06-03 are in the default policy too, and in none before 2020") {
    const auto end_of_first = [](const Policy& policy, const char* moment) {
        Asked<S> link = link_issued_at("2021-06-01T10:00:00Z", policy);
        link.now = at(moment);
        return link.then<Downloaded>(Download{}).end;
    };
    for (const Policy& policy : {Policy{}, *policy_profile("2020-01"), of_2021()}) {
        CHECK(end_of_first(policy, "2021-06-02T23:59:59.999999Z") == at("2021-06-15T10:00:00Z"));
        CHECK(end_of_first(policy, "2021-06-03T00:00:00Z") == at("2021-06-08T00:00:00Z"));
    }
    for (const char* name : {"2018-03", "2018-10", "2019-03"}) {
        CHECK(end_of_first(*policy_profile(name), "2021-06-03T00:00:00Z") == at("2021-06-15T10:00:00Z"));
    }
}

TEST_CASE("ENT-06: from 2021-06-03 the first download leaves five days, and the day of the download decides") {
    SUBCASE("2021-06-02, its last microsecond: two weeks as before") {
        Asked<S> link = link_issued_at("2021-06-01T10:00:00Z", of_2021());
        link.now = at("2021-06-02T23:59:59.999999Z");
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-15T10:00:00Z"));
        // It has had its first download: a later one does not count as the first.
        link.now = at("2021-06-03T00:00:00Z");
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-15T10:00:00Z"));
    }
    SUBCASE("2021-06-03, its first microsecond: five times 24 hours from then") {
        Asked<S> link = link_issued_at("2021-06-01T10:00:00Z", of_2021());
        link.now = at("2021-06-03T00:00:00Z");
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-08T00:00:00Z"));
        REQUIRE(next_deadline(link.state));
        CHECK(next_deadline(link.state)->at == at("2021-06-08T00:00:00Z"));
        link.now = at("2021-06-07T23:59:59.999999Z");
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-08T00:00:00Z"));  // the second moves nothing
        link.now = at("2021-06-08T00:00:00Z");
        CHECK(link.refusal(Download{}).reason == "link_expired");
    }
    SUBCASE("late in the two weeks it brings no day back") {
        Asked<S> link = link_issued_at("2021-06-03T10:00:00Z", of_2021());
        link.now = at("2021-06-12T10:00:00.000001Z");
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-17T10:00:00Z"));
    }
    SUBCASE("a link that has begun again has a first download again") {
        Asked<S> link = link_issued_at("2021-06-03T10:00:00Z", of_2021());
        download(link, 1);
        link.now = at("2021-06-08T10:00:00Z");
        link.then<LinkExpired>(ExpireLink{});
        link.then<LinkEnabled>(EnableLink{{}, "sealed address"});
        CHECK(valid(link).end == at("2021-06-22T10:00:00Z"));
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-13T10:00:00Z"));
    }
    SUBCASE("the rules of 2018 know nothing of it") {
        Asked<S> link = link_issued_at("2021-06-03T10:00:00Z", *policy_profile("2018-10"));
        CHECK(link.then<Downloaded>(Download{}).end == at("2021-06-17T10:00:00Z"));
    }
}

TEST_CASE("ENT-07: an expired link begins again: two weeks and 50 downloads from then on") {
    Asked<S> link = link_issued_at(issued);
    download(link, 50);
    link.then<LinkExpired>(ExpireLink{});
    link.now = at("2020-04-01T00:00:00Z");
    const auto e = link.then<LinkEnabled>(EnableLink{{.product_name = "Windows Server"}, "another address"});
    CHECK(e.times_begun == 2);
    CHECK(valid(link) == S::Valid{link.now, at("2020-04-15T00:00:00Z"), 50, 0, "another address"});
    CHECK(link.state.target.product_name == "Windows Server");
    download(link, 50);
    CHECK(link.refusal(Download{}).reason == "link_expired");
}

TEST_CASE("ENT-07: one that is still good begins again where it is asked to") {
    Asked<S> link = link_issued_at(issued);
    download(link, 7);
    link.now = at("2020-02-20T10:00:00Z");
    link.then<LinkEnabled>(EnableLink{{}, "another address"});
    CHECK(valid(link) == S::Valid{link.now, at("2020-03-05T10:00:00Z"), 50, 0, "another address"});
    CHECK(link.state.times_begun == 2);
}

TEST_CASE("ENT-08: a link begins again as often as it is asked to") {
    Asked<S> link = link_issued_at(issued);
    for (int times = 2; times <= 1000; ++times) {
        download(link, 50);
        link.then<LinkExpired>(ExpireLink{});
        CHECK(link.then<LinkEnabled>(EnableLink{{}, "sealed address"}).times_begun == times);
    }
}

TEST_CASE("ENT-09: a revoked link is revoked for good") {
    Asked<S> link = link_issued_at(issued);
    download(link, 3);
    SUBCASE("while it is good") {}
    SUBCASE("after it has expired") {
        link.now = at("2020-02-29T10:00:00Z");
        link.then<LinkExpired>(ExpireLink{});
    }
    link.now = at("2020-03-21T08:00:00Z");
    CHECK(link.then<LinkRevoked>(RevokeLink{}).revoked_at == link.now);
    CHECK(downloads_left(link.state) == 0);
    CHECK_FALSE(can_download(link.state, at(issued)));
    CHECK_FALSE(next_deadline(link.state));
    for (const S::Command& command :
         {S::Command{Download{}}, S::Command{EnableLink{{}, "sealed address"}}, S::Command{ExpireLink{}}}) {
        const Error error = link.refusal(command);
        CHECK(error.code == Code::refused);
        CHECK(error.rule == "ENT-09");
        CHECK(error.reason == "revoked");
        CHECK(error.sentence == "the link was revoked at 2020-03-21T08:00:00Z for good");
    }
    // Its right may lapse and then be cancelled: the link has been revoked since the first of them.
    link.now = at("2020-03-22T08:00:00Z");
    CHECK(link.then<LinkRevoked>(RevokeLink{}).revoked_at == at("2020-03-21T08:00:00Z"));
}

TEST_CASE("CONV-7: a link is given the address it leads to") {
    Asked<S> link;
    const Error error = link.refusal(EnableLink{});
    CHECK(error.code == Code::invalid);
    CHECK(error.rule == "CONV-7");
    CHECK(error.reason == "sealed_url_missing");
    CHECK(error.field == "sealed_url");
    CHECK_FALSE(why_not(Question<S>{link.state, EnableLink{}, link.facts, link.policy, link.now}, true));
    CHECK(link.refusal(Download{}).reason == "not_in_this_phase");
}
