// Who may ask what: one table for all commands, deny by default.
#include "engine/authority.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "engine/nouns.hpp"
#include "engine/permits.hpp"

namespace csp::engine {
namespace {

using namespace permits;

/// The roles by the command's place in the variant. The host may ask whatever anybody may. Deny by default: what no
/// line opens is closed, and to the reseller of record, to former partners and to strangers all is.
template <class S, std::size_t N>
consteval std::array<RolesByRelation, N> by_place(const std::array<Permit<S>, N>& permits) {
    static_assert(N == std::variant_size_v<typename S::Command>, "every command has one line");
    std::array<RolesByRelation, N> table{};
    std::array<bool, N> seen{};
    for (const auto& permit : permits) {
        if (seen[permit.command]) { throw "a command has two lines"; }
        seen[permit.command] = true;
        if (permit.is_for_nobody() != machine::AskedByCsp<typename S::Command>::list[permit.command]) {
            throw "a command is asked by csp, and by nobody else, or by people";
        }
        for (const Relation relation : all_relations) {
            if (!sees_it(relation) && !permit.roles[place_of(relation)].is_empty()) { throw "it cannot be seen"; }
        }
        table[permit.command] = permit.roles;
        Roles& own = table[permit.command][place_of(Relation::self)];
        if (!permit.is_for_nobody()) { own = own.with(host); }
    }
    return table;
}

template <class S>
constexpr auto table = by_place<S>(permits_of<S>);

constexpr std::array all_roles{host,           global_admin,           admin_agent,           sales_agent,
                               helpdesk_agent, billing_admin,          user_management_admin, account_admin,
                               referral_admin, marketing_content_admin};

std::string names_of(Roles roles) {
    std::string names;
    for (const Role role : all_roles) {
        if (role == host || !roles.has(role)) { continue; }
        if (!names.empty()) { names += ", "; }
        names += name_of(role);
    }
    return names.empty() ? "the host" : names;
}

std::optional<Error> may_not_see(const Actor& actor, Roles roles, std::string_view rule, std::string_view what) {
    if (roles.with(host).meets(actor.roles)) { return std::nullopt; }
    return Error{.code = Code::forbidden,
                 .rule = std::string(rule),
                 .reason = "role_missing",
                 .sentence = std::string(what) + " is shown to these roles: " + names_of(roles),
                 .field = "by.roles",
                 .microsoft = 900150};
}

}  // namespace

template <class S>
Roles roles_for(std::size_t command_index, Relation relation) {
    return table<S>[command_index][place_of(relation)];
}

namespace {

template <class S>
void add_lines(std::vector<PermitText>& lines) {
    for (std::size_t command = 0; command < table<S>.size(); ++command) {
        PermitText line{.noun = S::name, .command = machine::Names<typename S::Command>::list[command]};
        for (const Relation relation : all_relations) {
            std::vector<std::string_view> names;
            for (const Role role : all_roles) {
                if (roles_for<S>(command, relation).has(role)) { names.push_back(name_of(role)); }
            }
            line.roles.emplace_back(relation, std::move(names));
        }
        lines.push_back(std::move(line));
    }
}

/// Nobody of a partner that stands like that to a record may ask it.
Error not_for(Relation relation, const std::string& command) {
    return Error{.code = Code::forbidden,
                 .rule = "RES-15",
                 .reason = "not_delegated",
                 .sentence = command + " is not asked by " +
                             (relation == Relation::delegated ? "resellers of a delegated customer"
                                                              : "that side of a partnership"),
                 .field = "by.partner",
                 .microsoft = 900150};
}

}  // namespace

template <class S>
bool is_asked_by_nobody(std::size_t command_index) {
    return roles_for<S>(command_index, Relation::self).is_empty();  // the host may ask all that people may
}

namespace {

/// B5: what is asked of the subscription is asked of its order instead.
Error cycle_is_the_orders() {
    return Error{.code = Code::forbidden,
                 .rule = "B5",
                 .reason = "cycle_is_the_orders",
                 .sentence = "the billing cycle is changed on the order, for all its subscriptions at once",
                 .field = "cycle",
                 .microsoft = 2054};
}

}  // namespace

template <class S>
std::optional<Error> not_permitted(const Actor& actor, std::size_t command_index, Relation relation) {
    const Roles roles = roles_for<S>(command_index, relation);
    if (roles.meets(actor.roles)) { return std::nullopt; }
    if constexpr (std::is_same_v<S, Subscription>) {
        if (command_index == machine::index_of<BillInCycle, Subscription::Command>) { return cycle_is_the_orders(); }
    }
    const std::string command(machine::Names<typename S::Command>::list[command_index]);
    if (roles.is_empty() && !is_asked_by_nobody<S>(command_index)) { return not_for(relation, command); }
    return Error{.code = Code::forbidden,
                 .rule = "GEN-03",
                 .reason = "role_missing",
                 .sentence = roles.is_empty() ? command + " is asked by csp itself and by nobody else"
                                              : command + " needs one of these roles: " + names_of(roles),
                 .field = "by.roles",
                 .microsoft = 900150};
}

namespace {

/// B14: adding customers and buying are for different roles. A customer for a reseller is a provider's task as a whole.
template <class S>
std::optional<Error> first_order_not_permitted(const Actor& actor, const Ask<S>& ask) {
    if constexpr (std::is_same_v<S, Customer>) {
        const auto* create = std::get_if<CreateCustomer>(&ask.command);
        if (create == nullptr || create->first_order.lines.empty() || !create->reseller.is_nil()) {
            return std::nullopt;
        }
        return not_permitted<Order>(actor, machine::index_of<PlaceOrder, Order::Command>, Relation::self);
    }
    return std::nullopt;
}

}  // namespace

template <class S>
std::optional<Error> not_permitted(const Actor& actor, const Ask<S>& ask, Relation relation) {
    auto no = not_permitted<S>(actor, ask.command.index(), relation);
    return no ? std::move(no) : first_order_not_permitted(actor, ask);
}

template <class S>
void keep_what_may_be_asked(Error& error, const Actor& actor, Relation relation) {
    constexpr auto& names = machine::Names<typename S::Command>::list;
    std::erase_if(error.allowed, [&](const std::string& command) {
        const auto place = std::ranges::find(names, command);
        return place == names.end() ||
               not_permitted<S>(actor, static_cast<std::size_t>(place - names.begin()), relation).has_value();
    });
}

bool is_permitted(const Actor& actor, const Command& command) {
    return std::visit(
        [&]<class S>(const Ask<S>& ask) {
            return std::ranges::any_of(table<S>[ask.command.index()],
                                       [&](const Roles& roles) { return roles.meets(actor.roles); }) &&
                   !first_order_not_permitted(actor, ask);
        },
        command);
}

Error no_such(Kind kind, const AnyId& id) {
    const int microsoft = kind == Kind::order          ? 20000
                          : kind == Kind::subscription ? 20003
                          : kind == Kind::customer     ? 60003
                                                       : 1000;
    const bool is_named = !id.is_nil();
    return Error{
        .code = Code::not_found,
        .rule = "GEN-04",
        .reason = "no_such_record",
        .sentence = "there is no such " + std::string(name_of(kind)) + (is_named ? ": " + text_of(id) : std::string{}),
        .field = "id",
        .microsoft = microsoft};
}

std::vector<PermitText> authority_table() {
    std::vector<PermitText> lines;
    Nouns::for_each([&]<class S>() { add_lines<S>(lines); });
    return lines;
}

std::optional<Error> may_not_see_software_activity(const Actor& actor, const Policy& policy) {
    if (policy.software_activity_for_general_roles && log_readers.meets(actor.roles)) { return std::nullopt; }
    return may_not_see(actor, software_auditors, "LOG-01", "the activity of software");
}

std::optional<Error> may_not_see_bills(const Actor& actor) {
    return may_not_see(actor, bill_readers, "GEN-03", "what a partner is billed");
}

std::optional<Error> may_not_see_activity_log(const Actor& actor) {
    return may_not_see(actor, log_readers, "GEN-03", "the activity log");
}

std::optional<Error> not_a_name(const Actor& actor) {
    if (is_utf8(actor.user)) { return std::nullopt; }
    return Error{.code = Code::invalid,
                 .reason = "malformed_call",
                 .sentence = "by.user: the text is not UTF-8",
                 .field = "by.user"};
}

#define CSP_PERMITS(S)                                                                     \
    template Roles roles_for<S>(std::size_t, Relation);                                    \
    template bool is_asked_by_nobody<S>(std::size_t);                                      \
    template std::optional<Error> not_permitted<S>(const Actor&, std::size_t, Relation);   \
    template std::optional<Error> not_permitted<S>(const Actor&, const Ask<S>&, Relation); \
    template void keep_what_may_be_asked<S>(Error&, const Actor&, Relation);
CSP_FOR_EACH_NOUN(CSP_PERMITS)
#undef CSP_PERMITS

}  // namespace csp::engine

namespace csp {

std::string_view name_of(Role role) {
    switch (role) {
        case Role::host: return "host";
        case Role::global_admin: return "global_admin";
        case Role::admin_agent: return "admin_agent";
        case Role::sales_agent: return "sales_agent";
        case Role::helpdesk_agent: return "helpdesk_agent";
        case Role::billing_admin: return "billing_admin";
        case Role::user_management_admin: return "user_management_admin";
        case Role::account_admin: return "account_admin";
        case Role::referral_admin: return "referral_admin";
        case Role::marketing_content_admin: return "marketing_content_admin";
    }
    return "unknown";
}

std::string_view name_of(Relation relation) {
    switch (relation) {
        case Relation::self: return "self";
        case Relation::counterpart: return "counterpart";
        case Relation::delegated: return "delegated";
        case Relation::reseller_of_record: return "reseller_of_record";
        case Relation::former: return "former";
        case Relation::stranger: return "stranger";
    }
    return "unknown";
}

}  // namespace csp
