// A list of prices: every line comes in, or is named with its reason.
#include "codec/price_import.hpp"

#include <doctest/doctest.h>

using namespace csp;

namespace {

const std::string header = "offer_id,market,currency,unit_price,valid_from,valid_until\n";
const std::string offer = "20000000-0000-4000-8000-000000000001";

codec::PriceImport imported(std::string_view csv) {
    auto import = codec::import_prices(csv);
    REQUIRE(import.has_value());
    CHECK(import->read == import->prices.size() + import->problems.size());
    return std::move(import).value();
}

Error problem_in(const std::string& line) {
    const auto import = imported(header + line + "\n");
    CAPTURE(line);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems[0].line == 2);
    CHECK_FALSE(import.problems[0].error.rule.empty());
    return import.problems[0].error;
}

std::string reason_of(std::string_view csv) {
    const auto import = codec::import_prices(csv);
    REQUIRE_FALSE(import.has_value());
    return import.error().sentence;
}

}  // namespace

TEST_CASE("OFF-03: a price is read with its market, its currency and its days") {
    const auto import = imported(header + offer + ",US,USD,12.5,2018-02-01,2019-02-01\r\nms-x,JP,JPY,1200,2018-02-01,");
    REQUIRE(import.prices.size() == 2);
    CHECK((import.prices[0].first == offer_id_of(offer)));
    CHECK((import.prices[0].second == Price{.market = Country{{'U', 'S'}},
                                            .unit_price = {1250, Currency{{'U', 'S', 'D'}}},
                                            .valid_from = date(2018, 2, 1).value(),
                                            .valid_until = date(2019, 2, 1).value()}));
    CHECK((import.prices[1].first == offer_id_of("ms-x")));
    CHECK(import.prices[1].second.unit_price.amount_minor == 1200);
    CHECK_FALSE(import.prices[1].second.valid_until.has_value());
}

TEST_CASE("columns may stand in any order and in quotes, behind a byte order mark") {
    const auto import = imported(
        "\xEF\xBB\xBF\"valid_until\",valid_from,unit_price,currency,market,offer_id\n,2018-02-01,\"1.00\",USD,US,\"" +
        offer + "\"\n");
    REQUIRE(import.prices.size() == 1);
    CHECK(import.prices[0].second.unit_price.amount_minor == 100);
}

TEST_CASE("a header without exactly these columns is refused as a whole") {
    CHECK(reason_of("") == "the file is empty");
    CHECK(reason_of(offer + ",US,USD,1,2018-02-01,\n") ==
          "there is no column \"20000000-0000-4000-8000-000000000001\"");
    CHECK(reason_of("offer_id,market,currency,unit_price,valid_from\n") ==
          "the header must have the column valid_until once");
    CHECK(reason_of("offer_id,offer_id,market,currency,unit_price,valid_from,valid_until\n") ==
          "the header must have the column offer_id once");
    CHECK(reason_of("offer_id,market,currency,unit_price,valid_from,valid_until,note\n") ==
          "there is no column \"note\"");
    CHECK(imported(header).read == 0);
}

TEST_CASE("CONV-5: a line that is wrong is named with its number and its column") {
    CHECK(problem_in(offer + ",US,USD,1.234,2018-02-01,").field == "line 2: unit_price");
    CHECK(problem_in(offer + ",US,USD,1.234,2018-02-01,").rule == "CONV-5");
    CHECK(problem_in(offer + ",US,USD,,2018-02-01,").field == "line 2: unit_price");
    CHECK(problem_in(offer + ",US,usd,1,2018-02-01,").field == "line 2: currency");
    CHECK(problem_in(offer + ",usa,USD,1,2018-02-01,").field == "line 2: market");
    CHECK(problem_in(offer + ",US,USD,1,2018-02-29,").field == "line 2: valid_from");
    CHECK(problem_in(offer + ",US,USD,1,01.02.2018,").field == "line 2: valid_from");
    CHECK(problem_in(offer + ",US,USD,1,2018-02-01,never").field == "line 2: valid_until");
    CHECK(problem_in(",US,USD,1,2018-02-01,").field == "line 2: offer_id");
    CHECK(problem_in(offer + ",US,USD,1,2018-02-01").sentence == "the line must have 6 fields; it has 5");
    CHECK(problem_in(offer + ",US,USD,1,2018-02-01,,").field == "line 2");
    CHECK(problem_in(offer + ",US,USD,1\"0,2018-02-01,").field == "line 2");
}

TEST_CASE("one bad line costs only itself, and a price that stands there twice is told") {
    const std::string good = offer + ",US,USD,1,2018-02-01,\n";
    const auto import = imported(header + good + "\nx\n" + offer + ",US,EUR,1,2018-02-01,\n" + good);
    CHECK(import.prices.size() == 2);
    REQUIRE(import.problems.size() == 2);
    CHECK(import.problems[0].line == 4);
    CHECK(import.problems[1].line == 6);
    CHECK(import.problems[1].error.reason == "repeated_price");
}
