// Countries, clouds and what each cloud can do.
#include "csp/market.hpp"

#include <doctest/doctest.h>

#include "csp/policy.hpp"
#include "domain/markets.hpp"
#include "domain/people.hpp"

namespace csp {
namespace {

using test::day;

TEST_CASE("MKT-01: a country is two letters from A to Z and nothing else") {
    for (const char* good : {"US", "AA", "ZZ", "XK"}) {
        const auto country = read_country(good);
        REQUIRE(country);
        CHECK(country->text() == good);
    }
    for (const char* bad : {"", "U", "USA", "us", "U5", "U ", "@A", "A[", "\xC3\x84"}) {
        const auto country = read_country(bad, "address.country");
        REQUIRE_FALSE(country);
        CHECK(country.error().code == Code::invalid);
        CHECK(country.error().rule == "MKT-01");
        CHECK(country.error().field == "address.country");
    }
}

TEST_CASE("MKT-01: the list of 2019 has 106 countries, 109 names with four of one code") {
    CHECK(markets::not_for_reservations_2019.size() == 106);
    CHECK(markets::not_for_reservations_2019.front() == Country{{'A', 'D'}});
    CHECK(markets::not_for_reservations_2019.back() == Country{{'Y', 'T'}});
}

TEST_CASE("GEN-01: the four clouds have names, and a fifth has none") {
    CHECK(name_of(Cloud::global) == "global");
    CHECK(name_of(Cloud::us_government) == "us_government");
    CHECK(name_of(Cloud::germany) == "germany");
    CHECK(name_of(Cloud::china_21vianet) == "china_21vianet");
    CHECK(name_of(Cloud{5}) == "unknown");
    CHECK(capabilities_of(Cloud{5}, day(2020, 1, 1), Policy{}) == CloudCapabilities{});
}

TEST_CASE("GEN-01: Germany takes new customers until 2018-08-30, and always by the rules of 2018-03") {
    const auto takes = [](Date on, const Policy& policy) {
        return capabilities_of(Cloud::germany, on, policy).takes_new_customers;
    };
    CHECK(takes(day(2018, 8, 30), Policy{}));
    CHECK_FALSE(takes(day(2018, 8, 31), Policy{}));
    CHECK(takes(day(2018, 8, 31), *policy_profile("2018-03")));
    CHECK_FALSE(takes(day(2018, 8, 31), *policy_profile("2018-10")));
}

TEST_CASE("GEN-02: software is sold in the global cloud only") {
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        CHECK(capabilities_of(cloud, day(2020, 1, 1), Policy{}).sells_software == (cloud == Cloud::global));
    }
}

TEST_CASE("OFF-07: China has no trials") {
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        CHECK(capabilities_of(cloud, day(2020, 1, 1), Policy{}).has_trials == (cloud != Cloud::china_21vianet));
    }
}

TEST_CASE("RES-01: the cloud of the US Government has no indirect model") {
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        CHECK(capabilities_of(cloud, day(2020, 1, 1), Policy{}).has_indirect_model == (cloud != Cloud::us_government));
    }
}

TEST_CASE("GEN-01 B14: in the cloud of the US Government nothing is asked of a customer, and nobody is qualified") {
    for (const Cloud cloud : {Cloud::global, Cloud::us_government, Cloud::germany, Cloud::china_21vianet}) {
        const CloudCapabilities can = capabilities_of(cloud, day(2020, 1, 1), Policy{});
        CHECK(can.takes_relationship_requests == (cloud != Cloud::us_government));
        CHECK(can.has_qualifications == (cloud != Cloud::us_government));
    }
}

}  // namespace
}  // namespace csp
