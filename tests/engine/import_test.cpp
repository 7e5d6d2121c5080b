// Imports: what is good is stored, and what is not is named with its place and its reason.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "engine/shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::string entry(const std::string& id, const std::string& more = "") {
    return R"({"id":")" + id + R"(","name":"Business","country":"US","supportedBillingCycles":["monthly"],)" +
           R"("maximumQuantity":300)" + more + "}";
}
const std::string good_id = "20000000-0000-4000-8000-000000000001";
std::string list_of(const std::vector<std::string>& entries) {
    std::string text;
    for (const std::string& one : entries) { text += (text.empty() ? "" : ",") + one; }
    return R"({"totalCount":)" + std::to_string(entries.size()) + R"(,"items":[)" + text + "]}";
}
const std::string columns = "offer_id,market,currency,unit_price,valid_from,valid_until\n";

/// Every entry is counted once.
void adds_up(const ImportReport& report) {
    CHECK(report.read == report.stored + report.unchanged + report.problems.size());
    for (const Error& problem : report.problems) {
        CHECK_FALSE(problem.rule.empty());
        CHECK_FALSE(problem.field.empty());
        CHECK_FALSE(problem.sentence.empty());
    }
}
using Says = std::vector<std::string>;
Says said(const ImportReport& report) {
    Says all;
    for (const Error& problem : report.problems) { all.push_back(problem.field + ": " + problem.reason); }
    return all;
}

/// What Microsoft answered, in the file that an environment variable names; tests/run says whether it is there.
bool is_at_hand(const char* variable) { return std::getenv(variable) != nullptr; }
std::string content_of_what(const char* variable) {
    std::ifstream file(std::getenv(variable), std::ios::binary);
    REQUIRE(file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE_TEMPLATE("OFF-03: a list of offers goes in, each bad entry is named, and none is dropped", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::string other = "20000000-0000-4000-8000-000000000002";
    const std::string list = list_of({entry(good_id, R"(,"newField":{"a":[1]})"), entry(other, R"(,"isTrial":"yes")"),
                                      entry(good_id), entry(other, R"(,"minimumQuantity":301)"), "7"});
    const ImportReport report = good(shop.engine->import_offers({.by = host()}, list));
    adds_up(report);
    CHECK(report.read == 5);
    CHECK(report.stored == 1);
    const Says problems = said(report);
    REQUIRE(problems.size() == 4);
    for (const char* place : {"items[1]", "items[2]", "items[4]"}) {
        CHECK(std::ranges::any_of(problems, [&](const std::string& one) { return one.starts_with(place); }));
    }
    CHECK(std::ranges::any_of(problems, [](const std::string& one) { return one.ends_with("no_quantity_range"); }));

    const Offer offer = good(shop.engine->read(host(), read_id<Offer>(good_id).value())).state;
    REQUIRE(offer.listings.size() == 1);
    CHECK(offer.listings[0].other_fields == R"({"newField":{"a":[1]}})");  // what csp does not know survives
    CHECK(shop.engine->read(host(), read_id<Offer>(other).value()).error().code == Code::not_found);
}

TEST_CASE_TEMPLATE("OFF-03: a list that is imported twice stores nothing the second time", Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::string offers = list_of({entry(good_id)});
    const std::string prices = columns + good_id + ",US,USD,12.50,2018-02-01,\n";
    CHECK(good(shop.engine->import_offers({.by = host()}, offers)).stored == 1);
    CHECK(good(shop.engine->import_prices({.by = host()}, prices)).stored == 1);
    const std::uint64_t length = shop.feed_length();
    for (const ImportReport& again : {good(shop.engine->import_offers({.by = host()}, offers)),
                                      good(shop.engine->import_prices({.by = host()}, prices))}) {
        adds_up(again);
        CHECK(again.stored == 0);
        CHECK(again.unchanged == 1);
    }
    CHECK(shop.feed_length() == length);
}

TEST_CASE_TEMPLATE("OFF-03: a list of prices goes in, each bad line is named, and none is dropped", Store,
                   CSP_BOTH_STORES) {
    Shop<Store> shop;
    good(shop.engine->import_offers({.by = host()}, list_of({entry(good_id)})));
    const std::string csv = columns + good_id + ",US,USD,12.50,2018-02-01,\n"  // line 2: good
                            + good_id + ",US,USD,12.505,2018-03-01,\n"         // too many decimals
                            + good_id + ",US,USD,13.00,2018-02-01,\n"          // the same day again
                            + good_id + ",US,USD,1,2018-04-01\n"               // too few fields
                            + good_id + ",DE,EUR,12.50,2018-02-01,\n";         // not listed there
    const ImportReport report = good(shop.engine->import_prices({.by = host()}, csv));
    adds_up(report);
    CHECK(report.read == 5);
    CHECK(report.stored == 1);
    const Says problems = said(report);
    REQUIRE(problems.size() == 4);
    for (const char* place : {"line 3", "line 4", "line 5"}) {
        CHECK(std::ranges::any_of(problems, [&](const std::string& one) { return one.starts_with(place); }));
    }
    CHECK(std::ranges::any_of(problems, [](const std::string& one) { return one.ends_with("not_in_this_market"); }));
    const Offer offer = good(shop.engine->read(host(), read_id<Offer>(good_id).value())).state;
    REQUIRE(offer.prices.size() == 1);
    CHECK(text_of(offer.prices[0].unit_price) == "USD 12.50");
}

TEST_CASE("GEN-03: only the host imports, and a file that cannot be read changes nothing") {
    Shop<InMemory> shop;
    const std::uint64_t length = shop.feed_length();
    CHECK(refusal_of(shop.engine->import_offers({.by = shop.ann}, list_of({entry(good_id)}))).code == Code::forbidden);
    CHECK(refusal_of(shop.engine->import_prices({.by = shop.ann}, columns)).code == Code::forbidden);
    CHECK(refusal_of(shop.engine->import_offers({.by = host()}, "{")).reason == "not_json");
    CHECK(refusal_of(shop.engine->import_prices({.by = host()}, "offer_id\n")).code == Code::invalid);
    CHECK(shop.feed_length() == length);
}

TEST_CASE("GEN-04: an import is repeated as it is, and takes neither a request id nor a version") {
    Shop<InMemory> shop;
    const std::uint64_t length = shop.feed_length();
    const std::string offers = list_of({entry(good_id)});
    const Request with_id{.by = host(), .id = id<RequestTag>(1)};
    CHECK(refusal_of(shop.engine->import_offers(with_id, offers)).field == "request_id");
    CHECK(refusal_of(shop.engine->import_prices(with_id, columns)).field == "request_id");
    const Request with_version{.by = host(), .expected_version = 1};
    CHECK(refusal_of(shop.engine->import_offers(with_version, offers)).field == "expected_version");
    CHECK(shop.feed_length() == length);
}

TEST_CASE("CUS-01: the address rules of a country are read for the policy, and customers are held to them") {
    const CountryRules rules = good(import_country_rules(
        R"({"iso2Code":"PT","isPostalCodeRequired":true,"postalCodeRegex":"^\\d{4}(-\\d{3})?$","newField":1})"));
    CHECK(rules == good(import_country_rules(
                       R"({"iso2Code":"PT","isPostalCodeRequired":true,"postalCodeRegex":"^\\d{4}(-\\d{3})?$"})")));
    Shop<InMemory> shop;
    Policy policy;
    policy.country_rules.push_back(rules);
    const auto engine = good(Engine::open(*shop.store.storage, shop.clock, {.policy = policy, .ids = &shop.ids}));
    const auto customer_with = [&](const char* postal_code) {
        BillingProfile profile = profile_of("Lisboa");
        profile.address.country = Country{{'P', 'T'}};
        profile.address.state.clear();
        profile.address.postal_code = postal_code;
        return engine->create<Customer>(
            {.by = shop.ann}, CreateCustomer{.partner = shop.fabrikam, .domain = "lisboa.example", .profile = profile});
    };
    CHECK(refusal_of(customer_with("123")).field == "address.postal_code");
    good(customer_with("1234-567"));
}

TEST_CASE("CUS-01: address rules that cannot be read are refused as a whole, with their field") {
    CHECK(refusal_of(import_country_rules("{")).reason == "not_json");
    CHECK(refusal_of(import_country_rules("[]")).reason == "not_an_object");
    CHECK(refusal_of(import_country_rules("{}")).field == "iso2Code");
    CHECK(refusal_of(import_country_rules(R"({"iso2Code":"PT","isCityRequired":"true"})")).field == "isCityRequired");
    CHECK(refusal_of(import_country_rules(R"({"iso2Code":"PT","iso2Code":"US"})")).reason == "repeated_field");
}

TEST_CASE_TEMPLATE("OFF-03: all 274 offers of Microsoft's own list go in" * doctest::skip(!is_at_hand("CSP_OFFERS")),
                   Store, CSP_BOTH_STORES) {
    Shop<Store> shop;
    const std::string list = content_of_what("CSP_OFFERS");
    const ImportReport report = good(shop.engine->import_offers({.by = host()}, list));
    adds_up(report);
    CHECK(report.read == 274);
    CHECK(said(report) == Says{});
    CHECK(report.stored == 274);
    const ImportReport again = good(shop.engine->import_offers({.by = host()}, list));
    CHECK(again.unchanged == 274);
    CHECK(again.stored == 0);
}

TEST_CASE("CUS-01: the rules that csp has for the United States are Microsoft's" *
          doctest::skip(!is_at_hand("CSP_COUNTRY_RULES"))) {
    CHECK(built_in_country_rules() == std::vector{good(import_country_rules(content_of_what("CSP_COUNTRY_RULES")))});
}
