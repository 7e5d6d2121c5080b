// Every command of a record, and every role that may ask for it.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <variant>

#include "csp/engine.hpp"

namespace csp::test {

inline constexpr Role every_role[] = {
    Role::host,           Role::global_admin,           Role::admin_agent,           Role::sales_agent,
    Role::helpdesk_agent, Role::billing_admin,          Role::user_management_admin, Role::account_admin,
    Role::referral_admin, Role::marketing_content_admin};
inline constexpr std::span<const Role> roles_of_partners = std::span(every_role).subspan(1);

/// As the transcriptions of the authority table write a role.
inline char letter_of(Role role) {
    switch (role) {
        case Role::host: return 'h';
        case Role::global_admin: return 'G';
        case Role::admin_agent: return 'A';
        case Role::sales_agent: return 'S';
        case Role::helpdesk_agent: return 'H';
        case Role::billing_admin: return 'B';
        case Role::user_management_admin: return 'U';
        case Role::account_admin: return 'C';
        case Role::referral_admin: return 'R';
        case Role::marketing_content_admin: return 'M';
    }
    return '?';
}

template <class S, class Visit>
void for_each_command(Visit visit) {
    [&]<class... C>(const std::variant<C...>&) {
        (visit(std::string(C::name), typename S::Command{C{}}), ...);
    }(typename S::Command{});
}

template <class S, class C>
Command command(const Id<S>& record, C what) {
    return Ask<S>{record, typename S::Command{std::move(what)}};
}

}  // namespace csp::test
