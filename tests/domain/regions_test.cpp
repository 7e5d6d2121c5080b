// In which regions partners sell: the table against the page, typed once more list by list in the page's own order.
#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "csp/market.hpp"

namespace csp {
namespace {

struct ListOfThePage {
    std::string_view region{};
    std::size_t names{0};  ///< how many rows the page has
    std::vector<std::string_view> countries{};
};

struct Pair {
    std::string_view one{};
    std::string_view other{};
};

/// Bonaire, Saba and Sint Eustatius are three rows of one code, BQ.
const std::vector<ListOfThePage>& page() {
    static const std::vector<ListOfThePage> lists{
        {"Africa", 47, {"AO", "BJ", "BW", "BF", "BI", "CM", "CV", "CF", "TD", "KM", "CG", "CD", "CI", "DJ", "GQ", "ER",
                        "ET", "PF", "GA", "GM", "GH", "GN", "GW", "KE", "LR", "MG", "MW", "ML", "MU", "YT", "NA", "NC",
                        "NE", "NG", "RE", "RW", "ST", "SN", "SC", "SL", "SO", "SS", "SH", "TZ", "TG", "UG", "ZM"}},
        {"Asia and Pacific",
         18,
         {"BD", "BT", "BN", "KH", "HK", "ID", "LA", "MO", "MY", "MV", "MM", "NP", "PH", "SG", "LK", "TH", "TL", "VN"}},
        {"Australia", 23, {"AU", "CX", "CC", "CK", "FJ", "TF", "GU", "HM", "KI", "MH", "FM", "NR",
                           "NU", "NF", "MP", "PW", "PG", "PN", "SB", "TK", "TO", "TV", "WF"}},
        {"Brazil", 1, {"BR"}},
        {"Canada", 2, {"CA", "PM"}},
        {"Europe", 45, {"AX", "AD", "AT", "BE", "BV", "BG", "HR", "CY", "CZ", "DK", "EE", "FO", "FI", "FR", "DE",
                        "GI", "GR", "GL", "GG", "HU", "IS", "IE", "IM", "IT", "JE", "LV", "LI", "LT", "LU", "MT",
                        "MC", "NL", "NO", "PL", "PT", "RO", "SM", "SK", "SI", "ES", "SJ", "SE", "CH", "GB", "VA"}},
        {"India", 1, {"IN"}},
        {"Japan", 1, {"JP"}},
        {"Korea, Republic of", 1, {"KR"}},
        {"Latin America and the Caribbean",
         53,
         {"AI", "AQ", "AG", "AR", "AW", "BS", "BB", "BZ", "BM", "BO", "BQ", "VG", "KY", "CL", "CO", "CR", "CW",
          "DM", "DO", "EC", "SV", "FK", "GF", "GD", "GP", "GT", "GY", "HT", "HN", "JM", "MQ", "MX", "MS", "NI",
          "PA", "PY", "PE", "PR", "BL", "KN", "LC", "MF", "VC", "SX", "GS", "SR", "TT", "TC", "UY", "VE", "VI"}},
        {"Middle East, Central Europe, and Eastern Europe",
         45,
         {"AF", "AL", "DZ", "AM", "AZ", "BH", "BY", "BA", "IO", "EG", "GE", "IQ", "IL", "JO", "KZ",
          "XK", "KW", "KG", "LB", "LS", "LY", "MK", "MR", "MD", "MN", "ME", "MA", "MZ", "OM", "PK",
          "PS", "QA", "SA", "RS", "ZA", "SZ", "TJ", "TN", "TR", "TM", "UA", "AE", "UZ", "YE", "ZW"}},
        {"New Zealand", 4, {"AS", "NZ", "WS", "VU"}},
        {"Russia", 1, {"RU"}},
        {"Taiwan", 1, {"TW"}},
        {"United States", 2, {"US", "UM"}},
    };
    return lists;
}

Country country(std::string_view letters) { return read_country(letters).value(); }

/// AA to ZZ: every country there is or could be.
std::vector<Country> every_code() {
    std::vector<Country> codes;
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) { codes.push_back(Country{{first, second}}); }
    }
    return codes;
}

/// What the page says, and China beside it.
std::map<Country, std::string_view> regions_of_the_page() {
    std::map<Country, std::string_view> regions{{country("CN"), "China"}};
    for (const ListOfThePage& list : page()) {
        for (const std::string_view letters : list.countries) { regions.emplace(country(letters), list.region); }
    }
    return regions;
}

TEST_CASE("the page has fifteen lists, 243 countries, and none of them twice") {
    CHECK(page().size() == 15);
    std::size_t countries = 0;
    for (const ListOfThePage& list : page()) {
        INFO(list.region);
        const std::size_t further_names_of_bq = list.region == "Latin America and the Caribbean" ? 2 : 0;
        CHECK(list.countries.size() + further_names_of_bq == list.names);
        countries += list.countries.size();
    }
    CHECK(countries == 243);
    CHECK(regions_of_the_page().size() == 243 + 1);  // and China; a country listed twice would be one fewer
}

TEST_CASE("every country is in the region whose list names it, and every other code in none") {
    const auto regions = regions_of_the_page();
    for (const Country code : every_code()) {
        INFO(code.text());
        const auto listed = regions.find(code);
        CHECK(region_of(code) == (listed == regions.end() ? std::string_view{} : listed->second));
    }
}

TEST_CASE("two countries are in one region when one list names both, in whichever order they are asked") {
    const auto regions = regions_of_the_page();
    std::vector<std::string> wrong;
    const auto codes = every_code();
    for (const Country one : codes) {
        const auto list = regions.find(one);
        for (const Country other : codes) {
            const auto other_list = regions.find(other);
            const bool share_a_list =
                list != regions.end() && other_list != regions.end() && list->second == other_list->second;
            const bool expected = one == other || share_a_list;
            if (are_in_one_region(one, other) != expected || are_in_one_region(other, one) != expected) {
                wrong.push_back(std::string(one.text()) + " and " + std::string(other.text()));
            }
        }
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("a border of regions runs where the lists say, not where the map would") {
    const std::vector<Pair> together{
        {"US", "UM"}, {"CA", "PM"}, {"AU", "FJ"}, {"AU", "GU"}, {"NZ", "WS"}, {"NZ", "AS"}, {"CH", "DE"}, {"GB", "FR"},
        {"GL", "DK"}, {"LK", "NP"}, {"HK", "SG"}, {"UA", "ZA"}, {"TR", "PK"}, {"MX", "PR"}, {"KE", "PF"},
    };
    for (const Pair& pair : together) {
        INFO(pair.one, " and ", pair.other);
        CHECK(are_in_one_region(country(pair.one), country(pair.other)));
    }
    const std::vector<Pair> apart{
        {"NZ", "AU"}, {"CA", "US"}, {"US", "PR"}, {"US", "GU"}, {"US", "MX"}, {"BR", "AR"}, {"RU", "UA"}, {"RU", "BY"},
        {"IN", "LK"}, {"IN", "PK"}, {"JP", "KR"}, {"TW", "HK"}, {"DE", "RS"}, {"ZA", "NA"}, {"FR", "RE"}, {"GB", "FK"},
    };
    for (const Pair& pair : apart) {
        INFO(pair.one, " and ", pair.other);
        CHECK_FALSE(are_in_one_region(country(pair.one), country(pair.other)));
    }
}

TEST_CASE("China is a region of its own") {
    CHECK(region_of(country("CN")) == "China");
    CHECK(are_in_one_region(country("CN"), country("CN")));
    for (const char* neighbour : {"HK", "MO", "TW", "MN", "SG", "US"}) {
        INFO(neighbour);
        CHECK_FALSE(are_in_one_region(country("CN"), country(neighbour)));
    }
}

TEST_CASE("a country of no region is in one with itself alone") {
    for (const char* unlisted : {"CU", "IR", "KP", "SD", "SY", "EH", "AA", "ZZ"}) {
        INFO(unlisted);
        CHECK(region_of(country(unlisted)).empty());
        CHECK(are_in_one_region(country(unlisted), country(unlisted)));
        CHECK_FALSE(are_in_one_region(country(unlisted), country("US")));
    }
    CHECK_FALSE(are_in_one_region(country("CU"), country("IR")));  // both in none is not in one
}

TEST_CASE("who has no country is in one region with nobody") {
    CHECK(region_of(Country{}).empty());
    CHECK_FALSE(are_in_one_region(Country{}, Country{}));
    CHECK_FALSE(are_in_one_region(Country{}, country("US")));
    CHECK_FALSE(are_in_one_region(country("US"), Country{}));
    CHECK_FALSE(are_in_one_region(Country{}, country("CU")));
}

}  // namespace
}  // namespace csp
