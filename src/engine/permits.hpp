// The table of authority, noun by noun: which roles may ask which command, and who else than the owner.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "csp/authority.hpp"
#include "csp/nouns.hpp"

namespace csp::engine::permits {

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
/// B14: tasks of an indirect provider.
constexpr Roles provider_tasks{global_admin, user_management_admin, admin_agent, sales_agent};
/// B14: who sets a support contact.
constexpr Roles contact_setters{admin_agent, global_admin, helpdesk_agent};
/// B14: who asks for a relationship with a customer.
constexpr Roles relationship_askers{admin_agent, global_admin, sales_agent};
/// LOG-01: an admin agent is not among them.
constexpr Roles software_auditors{global_admin, account_admin, referral_admin, marketing_content_admin};
/// B12: who sees the general log.
constexpr Roles log_readers{global_admin, billing_admin, user_management_admin,
                            admin_agent,  sales_agent,   helpdesk_agent};
/// B14: who sees what a partner is billed.
constexpr Roles bill_readers{global_admin, admin_agent, billing_admin};
constexpr Roles the_host_alone{host};
/// Time asks it, or another record.
constexpr Roles nobody{};

constexpr std::array all_relations{Relation::self,      Relation::counterpart,
                                   Relation::delegated, Relation::reseller_of_record,
                                   Relation::former,    Relation::stranger};
using RolesByRelation = std::array<Roles, all_relations.size()>;
constexpr std::size_t place_of(Relation relation) { return static_cast<std::size_t>(relation) - 1; }

/// Whom else than the owner a command is open to.
struct Also {
    Relation relation{Relation::stranger};
    Roles roles{};
};
constexpr Also by_delegates(Roles roles) { return {Relation::delegated, roles}; }
constexpr Also by_the_reseller(Roles roles) { return {Relation::counterpart, roles}; }

template <class S>
struct Permit {
    std::uint8_t command;
    RolesByRelation roles{};
    template <class C>
    consteval Permit(machine::CommandTag<C>, Roles owners, Also also = {})
        : command(machine::index_of<C, typename S::Command>) {
        roles[place_of(Relation::self)] = owners;
        if (!also.roles.is_empty()) { roles[place_of(also.relation)] = also.roles; }
    }
    [[nodiscard]] constexpr bool is_for_nobody() const {
        return std::ranges::all_of(roles, [](const Roles& one) { return one.is_empty(); });
    }
};

// clang-format off
/// A noun without a table of its own does not compile.
template <class S>
constexpr void* permits_of = nullptr;

template <>
constexpr auto permits_of<Partner> = std::to_array<Permit<Partner>>({
    {on<EnrolPartner>,     the_host_alone},
    {on<ChangeBillingDay>, the_host_alone},
    {on<RestrictPartner>,  the_host_alone},
    {on<ReinstatePartner>, the_host_alone},
    {on<RecordAgreement>,  the_host_alone},
    {on<LeaveProgramme>,   {global_admin}},
    {on<NoteDebt>,         nobody},
    {on<ClearDebt>,        nobody},
    {on<ReinstateAfterDebt>, nobody},
    {on<RestrictForDebt>,  nobody},
});
template <>
constexpr auto permits_of<Customer> = std::to_array<Permit<Customer>>({
    {on<CreateCustomer>,       customer_makers},
    {on<UpdateBillingProfile>, customer_editors, by_delegates(customer_editors)},
    {on<SetQualification>,     customer_editors, by_delegates(customer_editors)},
    {on<ResolveQualification>, the_host_alone},
    {on<RecordQualification>,  the_host_alone},
    {on<AssociateReseller>,    provider_tasks},
    {on<GrantAccess>,          provider_tasks},
    {on<RevokeAccess>,         provider_tasks},
    {on<RemoveRelationship>,   {global_admin}},
    {on<RequestRelationship>,  relationship_askers},
    {on<AcceptRelationship>,   the_host_alone},   // the customer accepts
    {on<RecordOrder>,          nobody},
});
template <>
constexpr auto permits_of<Offer> = std::to_array<Permit<Offer>>({
    {on<ListOffer>,       the_host_alone},
    {on<WithdrawListing>, the_host_alone},
    {on<SetPrice>,        the_host_alone},
});
template <>
constexpr auto permits_of<Order> = std::to_array<Permit<Order>>({
    {on<DraftOrder>,  sellers},
    {on<ChangeDraft>, sellers},
    {on<SubmitOrder>, sellers},
    {on<PlaceOrder>,  sellers},
    {on<CancelDraft>, sellers},
    {on<ChangeCycle>, sellers},
});
template <>
constexpr auto permits_of<Subscription> = std::to_array<Permit<Subscription>>({
    {on<CreateSubscription>,       nobody},
    {on<RenameSubscription>,       sellers,                     by_delegates(sellers)},
    {on<ChangeQuantity>,           licence_managers,            by_delegates(licence_managers)},
    {on<SuspendSubscription>,      sellers,                     by_delegates(sellers)},
    {on<CancelSubscription>,       sellers,                     by_delegates(sellers)},
    {on<CancelSubscriptionAtOnce>, {admin_agent, global_admin}, by_delegates({admin_agent, global_admin})},
    {on<ReactivateSubscription>,   sellers,                     by_delegates(sellers)},
    {on<ConvertTrial>,             licence_managers},   // RES-01: buying is the provider's
    {on<SetReseller>,              provider_tasks},
    {on<SetSupportContact>,        contact_setters},
    {on<RenewSubscription>,        nobody},
    {on<EndTerm>,                  nobody},
    {on<EndTrial>,                 nobody},
    {on<ExpireSubscription>,       nobody},
    {on<SuspendWithParent>,        nobody},
    {on<ReactivateWithParent>,     nobody},
    {on<EndWithParent>,            nobody},
    {on<BillInCycle>,              nobody},
    {on<ForgetSupportContact>,     nobody},
});
template <>
constexpr auto permits_of<Product> = std::to_array<Permit<Product>>({
    {on<ListProduct>,     the_host_alone},
    {on<WithdrawProduct>, the_host_alone},
    {on<SetProductPrice>, the_host_alone},
});
template <>
constexpr auto permits_of<SoftwareOrder> = std::to_array<Permit<SoftwareOrder>>({
    {on<BuySoftware>,        software_buyers},
    {on<CancelSoftware>,     admin_agent},      // CAN-03
    {on<ExchangeSoftware>,   admin_agent},      // refused all the same
    {on<AskForSupport>,      the_host_alone},   // CAN-15: Microsoft asks
    {on<RefundSoftware>,     nobody},
    {on<CloseSoftwareOrder>, nobody},
});
template <>
constexpr auto permits_of<Entitlement> = std::to_array<Permit<Entitlement>>({
    {on<GetKeys>,           admin_agent},       // ENT-01
    {on<GetLink>,           admin_agent},       // ENT-01
    {on<GrantEntitlement>,  nobody},
    {on<RevokeEntitlement>, nobody},
    {on<LapseEntitlement>,  nobody},
});
template <>
constexpr auto permits_of<DownloadLink> = std::to_array<Permit<DownloadLink>>({
    {on<Download>,   admin_agent},              // ENT-01; the host for whoever the link was handed to (ENT-05)
    {on<EnableLink>, nobody},
    {on<ExpireLink>, nobody},
    {on<RevokeLink>, nobody},
});
template <>
constexpr auto permits_of<SupportRequest> = std::to_array<Permit<SupportRequest>>({
    {on<DraftSupportRequest>,  support_askers},
    {on<ChangeSupportRequest>, support_askers},
    {on<SubmitSupportRequest>, support_askers},
    {on<AddSupportNote>,       support_askers},
    {on<AttachFile>,           support_askers},
    {on<AskForAttention>,      the_host_alone},
    {on<CloseSupportRequest>,  the_host_alone},
    {on<AcceptRefund>,         the_host_alone},
});
template <>
constexpr auto permits_of<Activity> = std::to_array<Permit<Activity>>({
    {on<RecordActivity>, nobody},
});
template <>
constexpr auto permits_of<Partnership> = std::to_array<Permit<Partnership>>({
    {on<RequestPartnership>,   provider_tasks},
    {on<EditRequest>,          provider_tasks},
    {on<WithdrawRequest>,      provider_tasks},
    {on<RemovePartnership>,    provider_tasks},
    {on<AcceptPartnership>,    the_host_alone, by_the_reseller({global_admin, admin_agent})},
    {on<DeclinePartnership>,   the_host_alone, by_the_reseller({global_admin, admin_agent})},
    {on<RevokeProviderAccess>, the_host_alone, by_the_reseller({global_admin})},
});
template <>
constexpr auto permits_of<Charge> = std::to_array<Permit<Charge>>({
    {on<RecordCharge>,   nobody},
    {on<TakeBackCharge>, nobody},
});
template <>
constexpr auto permits_of<Billing> = std::to_array<Permit<Billing>>({
    {on<BeginBilling>,       nobody},
    {on<RebillQuantity>,     nobody},
    {on<StopBilling>,        nobody},
    {on<ContinueBilling>,    nobody},
    {on<RenewBilling>,       nobody},
    {on<RebillCycle>,        nobody},
    {on<NameBilledReseller>, nobody},
    {on<CloseBilling>,       nobody},
    {on<ChargePeriod>,       nobody},
});
template <>
constexpr auto permits_of<Ledger> = std::to_array<Permit<Ledger>>({
    {on<ExpectInvoice>, nobody},
    {on<ClosePeriod>,   nobody},
    {on<NumberCorrection>, nobody},
});
template <>
constexpr auto permits_of<Invoice> = std::to_array<Permit<Invoice>>({
    {on<RecordPayment>, the_host_alone},         // it knows what was received
    {on<DraftInvoice>,  nobody},
    {on<IssueInvoice>,  nobody},
    {on<SettleInvoice>, nobody},
    {on<MarkOverdue>,   nobody},
    {on<CreditAndRebill>, the_host_alone},       // it issues the papers
});
// clang-format on

}  // namespace csp::engine::permits
