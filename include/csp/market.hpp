// Words that several nouns share: countries, regions, clouds and what each cloud can do, billing cycles.
//
// Enumerations are open: a number that this csp does not know is kept, and refused where it would decide.
// Threads: plain values.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "csp/result.hpp"
#include "csp/time.hpp"

namespace csp {

struct Policy;

/// Two upper-case letters of ISO 3166-1 (and XK). A default one is none.
struct Country {
    std::array<char, 2> letters{};
    [[nodiscard]] std::string_view text() const {
        return letters[0] == '\0' ? std::string_view{} : std::string_view(letters.data(), 2);
    }
    friend auto operator<=>(const Country&, const Country&) = default;
};

/// Refused (MKT-01) unless it is two upper-case ASCII letters. Which markets sell what is a matter of rules.
Result<Country> read_country(std::string_view text, std::string_view field = "country");

/// "Asia and Pacific": the region of Microsoft's list of 2020-06 in which partners located in that country sell
/// (extended B14), and "China" for China, which is 21Vianet's own. Empty for a country of no region, as for none.
std::string_view region_of(Country country);

/// Whether a partner located in the one may sell to, or be joined with, a company located in the other (extended B8,
/// B14). A country of no region is in one with itself alone; who has no country is in one with nobody. By the country
/// only: whether the cloud suits is another question.
bool are_in_one_region(Country one, Country other);

/// GEN-01: the national clouds. The numbers are stored.
enum class Cloud : std::uint8_t { global = 1, us_government = 2, germany = 3, china_21vianet = 4 };

/// "us_government": the name above; "unknown" for a number that is none of them.
std::string_view name_of(Cloud cloud);

/// What can be done in a cloud; in an unknown one, nothing.
struct CloudCapabilities {
    bool takes_new_customers{false};  ///< GEN-01: the German cloud closed on 2018-08-31, for new customers only
    bool has_trials{false};           ///< OFF-07: everywhere but in China
    bool has_indirect_model{false};   ///< RES-01: providers and resellers, everywhere but in US Government
    bool sells_software{false};       ///< GEN-02: only the global cloud
    bool restricted_change_quantities{false};  ///< B4: a restricted partner may, everywhere but in China
    bool takes_relationship_requests{false};   ///< B14: a partner asks for a relationship, not in US Government
    bool has_qualifications{false};            ///< B14: a partner qualifies its customers, not in US Government
    friend bool operator==(const CloudCapabilities&, const CloudCapabilities&) = default;
};
/// By the day of the order, or of the event that asks (CONV-8).
CloudCapabilities capabilities_of(Cloud cloud, Date day, const Policy& policy);

/// How often it is billed. The numbers are Microsoft's; `none` is for trials.
enum class Cycle : std::uint8_t { monthly = 1, annual = 2, none = 3, one_time = 4 };

}  // namespace csp
