// Lists of countries that the rulebook names (A10, B1), as data.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "csp/market.hpp"

namespace csp::markets {

/// "AD AG AI": two letters each, one blank between them.
template <std::size_t Count>
consteval std::array<Country, Count> listed(std::string_view words) {
    if (words.size() != Count * 3 - 1) { throw "the number of countries is not the promised one"; }
    std::array<Country, Count> countries{};
    for (std::size_t i = 0; i < Count; ++i) { countries[i] = Country{{words[i * 3], words[i * 3 + 1]}}; }
    return countries;
}

template <std::size_t Count>
consteval bool stand_in_order(const std::array<Country, Count>& countries) {
    return std::ranges::adjacent_find(countries, std::ranges::greater_equal{}) == countries.end();
}

/// 109 names in the source, 106 codes: BQ stands for three of them, SJ for two.
inline constexpr auto not_for_reservations_2019 = listed<106>(
    "AD AG AI AQ AS AW AX AZ BF BI BJ BL BQ BT BV CC CD CF CG CK CN CX DJ DM ER FK FM GA GD GF GG GI GL GM GN GP GQ GS "
    "GU GW GY HM HT IM IO JE KH KI KM LA LC LR LS MF MG MH ML MM MP MQ MR MS MV MW MZ NC NE NF NR NU PF PG PM PN PW RE "
    "SB SC SH SJ SL SM SO SR SS ST SX SZ TC TD TF TG TK TL TO TV UM VA VC VG VU WF WS XK YE YT");
inline constexpr auto not_for_reservations_2018 = listed<18>("AR AZ BR BY CN ID IN KR KZ LI MX MY RU SA TR TW UA ZA");
inline constexpr auto tax_in_prices = listed<2>("AU BR");
inline constexpr auto registration_numbers = listed<11>("AM AZ BY HU KG KZ MD RU TJ UA UZ");
inline constexpr auto state_lists = listed<4>("CA CN MX US");

static_assert(stand_in_order(not_for_reservations_2019));
static_assert(stand_in_order(not_for_reservations_2018));
static_assert(stand_in_order(tax_in_prices));
static_assert(stand_in_order(registration_numbers));
static_assert(stand_in_order(state_lists));

}  // namespace csp::markets
