// Who may ask what: one table for all commands, deny by default.
#include "engine/authority.hpp"

#include <algorithm>
#include <array>

#include "engine/nouns.hpp"

namespace csp::engine {
namespace {

using enum Role;

/// B14: who creates, suspends and cancels subscriptions.
constexpr Roles sellers{admin_agent, helpdesk_agent, sales_agent, billing_admin, global_admin};
/// B14: who adds licences and upgrades.
constexpr Roles licence_managers{global_admin, user_management_admin, admin_agent, sales_agent, helpdesk_agent};
/// B14: who adds customers.
constexpr Roles customer_makers{global_admin, user_management_admin, admin_agent, sales_agent};
/// B14: who edits them.
constexpr Roles customer_editors{global_admin, admin_agent, sales_agent, helpdesk_agent};
/// GEN-03, SWP-02: any one of them.
constexpr Roles software_buyers{admin_agent, global_admin};
/// B14: who asks for support.
constexpr Roles support_askers{admin_agent, helpdesk_agent, global_admin};
/// LOG-01: an admin agent is not among them.
constexpr Roles software_auditors{global_admin, account_admin, referral_admin, marketing_content_admin};
/// B12: who sees the general log.
constexpr Roles log_readers{global_admin, billing_admin, user_management_admin,
                            admin_agent,  sales_agent,   helpdesk_agent};
constexpr Roles the_host_alone{host};
/// Time asks it, or another record.
constexpr Roles nobody{};

template <class S>
struct Permit {
    std::uint8_t command;
    Roles roles;
    template <class C>
    consteval Permit(machine::CommandTag<C>, Roles who)
        : command(machine::index_of<C, typename S::Command>), roles(who) {}
};

// clang-format off
constexpr auto partner_permits = std::to_array<Permit<Partner>>({
    {on<EnrolPartner>,     the_host_alone},
    {on<ChangeBillingDay>, the_host_alone},
    {on<RestrictPartner>,  the_host_alone},
    {on<ReinstatePartner>, the_host_alone},
    {on<LeaveProgramme>,   {global_admin}},
});
constexpr auto customer_permits = std::to_array<Permit<Customer>>({
    {on<CreateCustomer>,       customer_makers},
    {on<UpdateBillingProfile>, customer_editors},
    {on<SetQualification>,     customer_editors},
    {on<ResolveQualification>, the_host_alone},
    {on<RecordQualification>,  the_host_alone},
    {on<RecordOrder>,          nobody},
});
constexpr auto offer_permits = std::to_array<Permit<Offer>>({
    {on<ListOffer>,       the_host_alone},
    {on<WithdrawListing>, the_host_alone},
    {on<SetPrice>,        the_host_alone},
});
constexpr auto order_permits = std::to_array<Permit<Order>>({
    {on<DraftOrder>,  sellers},
    {on<ChangeDraft>, sellers},
    {on<SubmitOrder>, sellers},
    {on<PlaceOrder>,  sellers},
    {on<CancelDraft>, sellers},
});
constexpr auto subscription_permits = std::to_array<Permit<Subscription>>({
    {on<CreateSubscription>,       nobody},
    {on<RenameSubscription>,       sellers},
    {on<ChangeQuantity>,           licence_managers},
    {on<SuspendSubscription>,      sellers},
    {on<CancelSubscription>,       sellers},
    {on<CancelSubscriptionAtOnce>, {admin_agent, global_admin}},
    {on<ReactivateSubscription>,   sellers},
    {on<ConvertTrial>,             licence_managers},
    {on<RenewSubscription>,        nobody},
    {on<EndTerm>,                  nobody},
    {on<EndTrial>,                 nobody},
    {on<ExpireSubscription>,       nobody},
    {on<SuspendWithParent>,        nobody},
    {on<ReactivateWithParent>,     nobody},
    {on<EndWithParent>,            nobody},
});
constexpr auto product_permits = std::to_array<Permit<Product>>({
    {on<ListProduct>,     the_host_alone},
    {on<WithdrawProduct>, the_host_alone},
    {on<SetProductPrice>, the_host_alone},
});
constexpr auto software_order_permits = std::to_array<Permit<SoftwareOrder>>({
    {on<BuySoftware>,        software_buyers},
    {on<CancelSoftware>,     admin_agent},      // CAN-03
    {on<ExchangeSoftware>,   admin_agent},      // refused all the same
    {on<AskForSupport>,      the_host_alone},   // CAN-15: Microsoft asks
    {on<RefundSoftware>,     nobody},
    {on<CloseSoftwareOrder>, nobody},
});
constexpr auto entitlement_permits = std::to_array<Permit<Entitlement>>({
    {on<GetKeys>,           admin_agent},       // ENT-01
    {on<GetLink>,           admin_agent},       // ENT-01
    {on<GrantEntitlement>,  nobody},
    {on<RevokeEntitlement>, nobody},
    {on<LapseEntitlement>,  nobody},
});
constexpr auto download_link_permits = std::to_array<Permit<DownloadLink>>({
    {on<Download>,   admin_agent},              // ENT-01; the host for whoever the link was handed to (ENT-05)
    {on<EnableLink>, nobody},
    {on<ExpireLink>, nobody},
    {on<RevokeLink>, nobody},
});
constexpr auto support_request_permits = std::to_array<Permit<SupportRequest>>({
    {on<DraftSupportRequest>,  support_askers},
    {on<ChangeSupportRequest>, support_askers},
    {on<SubmitSupportRequest>, support_askers},
    {on<AddSupportNote>,       support_askers},
    {on<AttachFile>,           support_askers},
    {on<AskForAttention>,      the_host_alone},
    {on<CloseSupportRequest>,  the_host_alone},
    {on<AcceptRefund>,         the_host_alone},
});
constexpr auto activity_permits = std::to_array<Permit<Activity>>({
    {on<RecordActivity>, nobody},
});
// clang-format on

/// The roles by the command's place in the variant. The host may ask whatever anybody may.
template <class S, std::size_t N>
consteval std::array<Roles, N> by_place(const std::array<Permit<S>, N>& permits) {
    static_assert(N == std::variant_size_v<typename S::Command>, "every command has one line");
    std::array<Roles, N> table{};
    std::array<bool, N> seen{};
    for (const auto& permit : permits) {
        if (seen[permit.command]) { throw "a command has two lines"; }
        seen[permit.command] = true;
        if (permit.roles.is_empty() != machine::AskedByCsp<typename S::Command>::list[permit.command]) {
            throw "a command is asked by csp, and by nobody else, or by people";
        }
        table[permit.command] = permit.roles.is_empty() ? Roles{} : permit.roles.with(host);
    }
    return table;
}

template <class S>
constexpr auto table_of() {
    if constexpr (std::is_same_v<S, Partner>) {
        return by_place<Partner>(partner_permits);
    } else if constexpr (std::is_same_v<S, Customer>) {
        return by_place<Customer>(customer_permits);
    } else if constexpr (std::is_same_v<S, Offer>) {
        return by_place<Offer>(offer_permits);
    } else if constexpr (std::is_same_v<S, Order>) {
        return by_place<Order>(order_permits);
    } else if constexpr (std::is_same_v<S, Subscription>) {
        return by_place<Subscription>(subscription_permits);
    } else if constexpr (std::is_same_v<S, Product>) {
        return by_place<Product>(product_permits);
    } else if constexpr (std::is_same_v<S, SoftwareOrder>) {
        return by_place<SoftwareOrder>(software_order_permits);
    } else if constexpr (std::is_same_v<S, Entitlement>) {
        return by_place<Entitlement>(entitlement_permits);
    } else if constexpr (std::is_same_v<S, DownloadLink>) {
        return by_place<DownloadLink>(download_link_permits);
    } else if constexpr (std::is_same_v<S, SupportRequest>) {
        return by_place<SupportRequest>(support_request_permits);
    } else {
        return by_place<Activity>(activity_permits);
    }
}
template <class S>
constexpr auto table = table_of<S>();

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

template <class S>
void add_lines(std::vector<PermitText>& lines) {
    for (std::size_t command = 0; command < table<S>.size(); ++command) {
        PermitText line{.noun = S::name, .command = machine::Names<typename S::Command>::list[command]};
        for (const Role role : all_roles) {
            if (table<S>[command].has(role)) { line.roles.push_back(name_of(role)); }
        }
        lines.push_back(std::move(line));
    }
}

}  // namespace

template <class S>
Roles roles_for(std::size_t command_index) {
    return table<S>[command_index];
}

template <class S>
std::optional<Error> not_permitted(const Actor& actor, std::size_t command_index) {
    const Roles roles = table<S>[command_index];
    if (roles.meets(actor.roles)) { return std::nullopt; }
    const std::string command(machine::Names<typename S::Command>::list[command_index]);
    return Error{.code = Code::forbidden,
                 .rule = "GEN-03",
                 .reason = "role_missing",
                 .sentence = roles.is_empty() ? command + " is asked by csp itself and by nobody else"
                                              : command + " needs one of these roles: " + names_of(roles),
                 .field = "by.roles",
                 .microsoft = 900150};
}

template <class S>
void keep_what_may_be_asked(Error& error, const Actor& actor) {
    constexpr auto& names = machine::Names<typename S::Command>::list;
    std::erase_if(error.allowed, [&](const std::string& command) {
        const auto place = std::ranges::find(names, command);
        return place == names.end() ||
               not_permitted<S>(actor, static_cast<std::size_t>(place - names.begin())).has_value();
    });
}

bool is_permitted(const Actor& actor, const Command& command) {
    return std::visit([&]<class S>(const Ask<S>& ask) { return table<S>[ask.command.index()].meets(actor.roles); },
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

std::optional<Error> may_not_see_activity_log(const Actor& actor) {
    return may_not_see(actor, log_readers, "GEN-03", "the activity log");
}

#define CSP_PERMITS(S)                                                         \
    template Roles roles_for<S>(std::size_t);                                  \
    template std::optional<Error> not_permitted<S>(const Actor&, std::size_t); \
    template void keep_what_may_be_asked<S>(Error&, const Actor&);
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

}  // namespace csp
