// Microsoft's list of offers: everything comes in, or is named with its reason.
#include "codec/offer_import.hpp"

#include <rapidcheck.h>
#include <boost/json.hpp>

#include <cstdlib>

#include "base/utf8.hpp"
#include "codec/golden.hpp"

using namespace csp;
using namespace csp::test;

namespace {

const Policy policy{};

/// A file with one entry: a good one, with `field` set to that JSON text.
std::string file_with(const std::string& field, const std::string& value) {
    boost::json::object entry{{"id", "20000000-0000-4000-8000-000000000001"},
                              {"name", "Business"},
                              {"country", "US"},
                              {"minimumQuantity", 1},
                              {"maximumQuantity", 300},
                              {"supportedBillingCycles", {"monthly"}}};
    entry.erase(field);
    std::string text = boost::json::serialize(entry);
    text.pop_back();
    return "{\"items\":[" + text + ",\"" + field + "\":" + value + "}]}";
}

codec::OfferImport imported(std::string_view text) {
    auto import = codec::import_offers(text, policy);
    REQUIRE(import.has_value());
    CHECK(import->read == import->offers.size() + import->problems.size());
    return std::move(import).value();
}

codec::ImportProblem problem_with(const std::string& field, const std::string& value) {
    const auto import = imported(file_with(field, value));
    CAPTURE(field);
    CAPTURE(value);
    REQUIRE(import.problems.size() == 1);
    return import.problems[0];
}

Error refusal_of(std::string_view text) {
    const auto import = codec::import_offers(text, policy);
    REQUIRE_FALSE(import.has_value());
    CHECK(import.error().code == Code::invalid);
    CHECK_FALSE(import.error().rule.empty());
    return import.error();
}

/// Ids in upper case, "Lifetime", and no list where an empty one says as much.
boost::json::object as_csp_spells_it(boost::json::object entry) {
    if (entry["limitUnitOfMeasure"] == "LifeTime") { entry["limitUnitOfMeasure"] = "Lifetime"; }
    if (const auto* list = entry.if_contains("upgradeTargetOffers"); list != nullptr && list->as_array().empty()) {
        entry.erase("upgradeTargetOffers");
    }
    return entry;
}

void check_round_trip(const std::string& text) {
    const auto import = imported(text);
    CHECK(import.problems.empty());
    CHECK_FALSE(import.wrong_total.has_value());
    const boost::json::value file = boost::json::parse(without_byte_order_mark(text));
    const auto& items = file.at("items").as_array();
    REQUIRE(items.size() == import.offers.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto exported = boost::json::parse(codec::export_listing(import.offers[i].second));
        CAPTURE(boost::json::serialize(items[i]));
        CAPTURE(boost::json::serialize(exported));
        CHECK((exported.as_object() == as_csp_spells_it(items[i].as_object())));
    }
}

}  // namespace

TEST_CASE("OFF-03: what Microsoft lists is read, and written back as it was") {
    check_round_trip(text_of_file(golden_path("offers-sample.json")));
}

TEST_CASE("OFF-03: Microsoft's own list is read whole" * doctest::skip(std::getenv("CSP_OFFERS") == nullptr)) {
    check_round_trip(text_of_file(std::getenv("CSP_OFFERS")));
}

TEST_CASE("OFF-01: each field of the sample arrives in its place") {
    const auto import = imported(text_of_file(golden_path("offers-sample.json")));
    REQUIRE(import.offers.size() == 12);
    const Listing& business = import.offers[0].second;
    CHECK((import.offers[0].first == offer_id_of("20000000-0000-4000-8000-000000000001")));
    CHECK(business.catalog_id == "20000000-0000-4000-8000-000000000001");
    CHECK(business.maximum_quantity == 300);
    CHECK(business.has_add_ons);
    CHECK((business.upgrade_targets == std::vector{import.offers[1].first}));
    CHECK((business.cycles == std::vector{Cycle::annual, Cycle::monthly}));
    CHECK(business.product_name == "Business");
    const Listing& trial = import.offers[2].second;
    CHECK((trial.limit_unit == LimitUnit::lifetime));
    CHECK(trial.limit == 1);
    CHECK((trial.conversion_targets == std::vector{import.offers[0].first, import.offers[1].first}));
    CHECK((import.offers[7].second.limit_unit == LimitUnit::lifetime));  // spelled "LifeTime"
    CHECK((import.offers[6].second.limit_unit == LimitUnit::concurrent));
    CHECK((import.offers[8].first == offer_id_of("MS-XYZ-0001P")));
    CHECK((import.offers[8].second.metering == Metering::usage));
    CHECK_FALSE(import.offers[9].second.is_available);
    CHECK(import.offers[5].second.customer_qualifications == std::vector<std::string>{"Nonprofit"});
    CHECK(import.offers[11].second.partner_qualifications == std::vector<std::string>{"Gold"});
}

TEST_CASE("fields that csp does not know are kept, their order and their numbers too") {
    const auto import = imported(text_of_file(golden_path("offers-sample.json")));
    const std::string& kept = import.offers[10].second.other_fields;
    CHECK(kept.rfind("{\"rank\":11,\"category\":{", 0) == 0);
    CHECK(kept.find(R"("futureField":{"b":1.10,"a":[12345678901234567890,1e-07,"é"]})") != std::string::npos);
}

TEST_CASE("an entry that is wrong is named with its place, its id and its field") {
    const codec::ImportProblem problem = problem_with("minimumQuantity", "\"1\"");
    CHECK(problem.index == 0);
    CHECK(problem.id == "20000000-0000-4000-8000-000000000001");
    CHECK(problem.field == "minimumQuantity");
    CHECK(problem.error.field == "items[0].minimumQuantity");
    CHECK(problem.error.sentence == "minimumQuantity is not a whole number from -2147483648 to 2147483647");
}

TEST_CASE("OFF-03: each way of being wrong has its reason") {
    CHECK(problem_with("name", "7").error.reason == "malformed_field");
    CHECK(problem_with("name", "\"\xFF\"").error.sentence == "name is not UTF-8");
    CHECK(problem_with("futureField", "\"\xFF\"").field == "futureField");
    CHECK(problem_with("isTrial", "\"yes\"").error.sentence == "isTrial is not true or false");
    CHECK(problem_with("maximumQuantity", "1.5").field == "maximumQuantity");
    CHECK(problem_with("maximumQuantity", "2147483648").field == "maximumQuantity");
    CHECK(problem_with("country", "\"us\"").error.sentence ==
          "country is not a country in two upper-case letters; it is \"us\"");
    CHECK(problem_with("prerequisiteOffers", "[7]").error.sentence ==
          "prerequisiteOffers has an entry that is not a text");
    CHECK(problem_with("prerequisiteOffers", "\"all\"").error.sentence == "prerequisiteOffers is not a list");
    CHECK(problem_with("supportedBillingCycles", "[\"monthly\",\"triennial\"]").error.sentence ==
          "supportedBillingCycles has an entry that is not one of monthly, annual, none, one_time; it is "
          "\"triennial\"");
    CHECK(problem_with("limitUnitOfMeasure", "\"Daily\"").field == "limitUnitOfMeasure");
    CHECK(problem_with("product", "[]").field == "product");
    CHECK(problem_with("product", "{\"name\":[]}").field == "product.name");
    CHECK(problem_with("id", "\"\"").error.reason == "missing_field");
    CHECK(problem_with("id", "17").error.reason == "missing_field");
}

TEST_CASE("SUB-04: an entry is judged by the guards of a listing, under Microsoft's names") {
    CHECK(problem_with("minimumQuantity", "301").error.rule == "SUB-04");
    CHECK(problem_with("minimumQuantity", "301").field == "minimumQuantity");
    CHECK(imported(file_with("minimumQuantity", "300")).problems.empty());
    CHECK(problem_with("supportedBillingCycles", "[]").error.rule == "OFF-06");
    CHECK(problem_with("supportedBillingCycles", "[]").field == "supportedBillingCycles");
    const auto import = imported(R"({"items":[{"id":"a","name":"x","country":"US"}]})");
    CHECK(import.problems[0].field == "supportedBillingCycles");
    const auto worse = imported(R"({"items":[{"id":"a","name":"x","country":"US","minimumQuantity":0}]})");
    CHECK(worse.problems[0].error.also.at(0).field == "items[0].supportedBillingCycles");
    CHECK(problem_with("country", "null").error.rule == "OFF-03");
    CHECK(problem_with("name", "null").field == "name");
}

TEST_CASE("a field that stands twice in an entry leaves open which one is meant") {
    const auto import = imported(R"({"items":[{"id":"a","name":"x","name":"y"},{"id":"b","x":[{"y":1,"y":2}]}]})");
    REQUIRE(import.problems.size() == 2);
    CHECK(import.problems[0].error.reason == "repeated_field");
    CHECK(import.problems[0].field == "name");
    CHECK(import.problems[1].field == "y");
    CHECK(imported(R"({"items":[{"id":"a","\u0069d":"b"}]})").problems.at(0).error.reason == "repeated_field");
}

TEST_CASE("an offer that is listed twice in one market is taken once, and told") {
    std::string twice = file_with("name", "\"Business\"");
    const std::string entry = twice.substr(10, twice.size() - 12);
    std::string lower = entry;
    lower.replace(lower.find("20000000"), 8, "20000000");
    const auto import = imported("{\"totalCount\":2,\"items\":[" + entry + "," + lower + "]}");
    CHECK(import.offers.size() == 1);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems[0].index == 1);
    CHECK(import.problems[0].error.reason == "repeated_offer");
}

TEST_CASE("entries that are none, and a total that is wrong, are told") {
    const auto import = imported(R"({"totalCount":5,"items":[null,7,"x",[]]})");
    CHECK(import.problems.size() == 4);
    CHECK(import.problems[3].error.reason == "not_an_object");
    REQUIRE(import.wrong_total.has_value());
    CHECK(import.wrong_total->sentence == "the file says that it has 5 offers; it has 4");
    CHECK_FALSE(imported(R"({"totalCount":0,"items":[]})").wrong_total.has_value());
    CHECK_FALSE(imported(R"({"items":[]})").wrong_total.has_value());
    CHECK(imported(R"({"totalCount":"0","items":[]})").wrong_total.has_value());
}

TEST_CASE("a file with letters changed at random is an answer") {
    const std::string good = text_of_file(golden_path("offers-sample.json"));
    CHECK(rc::check([&] {
        std::string text = good;
        const int changes = *rc::gen::inRange(1, 6);
        for (int i = 0; i < changes; ++i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            text[at] = *rc::gen::oneOf(rc::gen::element('"', '\\', '{', '}', '[', ']', ',', ':', ' ', '0'),
                                       rc::gen::arbitrary<char>());
        }
        const auto import = codec::import_offers(text, policy);
        // RC_ASSERT looks at both sides, also where the answer is a refusal.
        if (import) { RC_ASSERT(import->read == import->offers.size() + import->problems.size()); }
    }));
}

TEST_CASE("what is no list of offers is refused as a whole, with the place") {
    CHECK(refusal_of("").reason == "not_json");
    CHECK(refusal_of("{\"items\":[}").sentence == "the file is not JSON at byte 10 of 11");
    CHECK(refusal_of("\xEF\xBB\xBF{\"items\":[}").sentence == "the file is not JSON at byte 13 of 14");
    CHECK(refusal_of("{\"items\":[]} x").sentence == "the file is not JSON at byte 13 of 14");
    CHECK(refusal_of("{\"items\":[").reason == "not_json");
    CHECK(refusal_of("[]").reason == "no_items");
    CHECK(refusal_of("{}").reason == "no_items");
    CHECK(refusal_of("{\"items\":{}}").reason == "no_items");
    CHECK(refusal_of("{\"items\":[],\"items\":[]}").reason == "no_items");
    CHECK(refusal_of(R"({"items":[{"id":"a"},{"id":"b"}],"\u0069tems":[]})").reason == "no_items");
    CHECK(refusal_of("{\"items\":[" + std::string(1'000'000, '[')).reason == "nested_too_deeply");
}

TEST_CASE("a byte order mark says nothing") {
    CHECK(imported("\xEF\xBB\xBF" + text_of_file(golden_path("offers-sample.json"))).offers.size() == 12);
}

TEST_CASE("kept fields that a host wrote by hand and that are no JSON are not exported") {
    Listing listing{.product_name = "Business"};
    for (const char* kept : {"", "{\"a\":", "\"", "[1]", "null", "{\"a\" 1}"}) {
        listing.other_fields = kept;
        CAPTURE(kept);
        const auto exported = boost::json::parse(codec::export_listing(listing));
        CHECK(exported.at("product").at("name") == "Business");
        CHECK_FALSE(exported.as_object().contains("a"));
    }
}

TEST_CASE("a field that is written with an escape in its name comes out once, and comes back in") {
    const auto import = imported(R"({"items":[{"id":"a","name":"x","country":"US",)"
                                 R"("supportedBillingCycles":["annual"],"\u0070roduct":{"name":"P"}}]})");
    REQUIRE(import.offers.size() == 1);
    CHECK(import.offers[0].second.product_name == "P");
    const auto again = imported("{\"items\":[" + codec::export_listing(import.offers[0].second) + "]}");
    CHECK(again.problems.empty());
    REQUIRE(again.offers.size() == 1);
    CHECK(again.offers[0].second == import.offers[0].second);
}
