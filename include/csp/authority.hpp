// Who asks, and what their role lets them ask.
//
// Rules: GEN-03, SWP-02, ENT-01, RES-14, RES-15 and extended B14. The whole table is printed into docs/authority.md.
// A record that belongs to another partner answers exactly as one that does not exist.
// Threads: plain values.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "csp/id.hpp"

namespace csp {

/// The numbers are bits and stay as they are.
enum class Role : std::uint16_t {
    host = 1,  ///< the embedding program itself: enrols partners, lists offers, tells what Microsoft decided
    global_admin = 2,
    admin_agent = 4,
    sales_agent = 8,
    helpdesk_agent = 16,
    billing_admin = 32,
    user_management_admin = 64,
    account_admin = 128,  ///< LOG-01: these three are roles of the company, not of the directory
    referral_admin = 256,
    marketing_content_admin = 512,
};

/// A set of roles. Any one of them suffices where several may.
class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(Role role) : bits_(static_cast<std::uint16_t>(role)) {}
    constexpr Roles(std::initializer_list<Role> roles) {
        for (const Role role : roles) { bits_ = static_cast<std::uint16_t>(bits_ | static_cast<std::uint16_t>(role)); }
    }
    /// The sum of their numbers; a bit that is no role's means nothing.
    [[nodiscard]] static constexpr Roles of_bits(std::uint16_t bits) {
        Roles roles;
        roles.bits_ = bits;
        return roles;
    }
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & static_cast<std::uint16_t>(role)) != 0; }
    [[nodiscard]] constexpr bool meets(Roles other) const { return (bits_ & other.bits_) != 0; }
    [[nodiscard]] constexpr Roles with(Role role) const {
        Roles more = *this;
        more.bits_ = static_cast<std::uint16_t>(bits_ | static_cast<std::uint16_t>(role));
        return more;
    }
    [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
    friend constexpr bool operator==(Roles, Roles) = default;

private:
    std::uint16_t bits_{0};
};

/// How a partner stands to a record. What a reseller may do follows from what it was granted and from nothing else: to
/// be the reseller of record, or to have been something once, opens nothing.
enum class Relation : std::uint8_t {
    self = 1,                ///< the record is the partner's own; the host stands like this to every record
    counterpart = 2,         ///< the reseller of a partnership, or whoever holds the link of its request
    delegated = 3,           ///< RES-15: it administers the customer whose record it is
    reseller_of_record = 4,  ///< RES-13: its MPN id stands on the subscription
    former = 5,              ///< a grant or partnership that is over
    stranger = 6,
};
std::string_view name_of(Relation relation);

/// Somebody of a partner, as the host has signed them in. csp believes it: checking passwords is the host's.
struct Actor {
    std::string user{};   ///< UTF-8, shown in the history: "ann@contoso.com"
    PartnerId partner{};  ///< nil for the host
    Roles roles{};
};

/// The embedding program itself.
inline Actor host() { return Actor{.user = "host", .roles = Role::host}; }

std::string_view name_of(Role role);

}  // namespace csp
