// How the structs of C become those of csp. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#pragma once

#include <csp.h>

#include "capi/wrong.hpp"
#include "csp/engine.hpp"

namespace csp::capi {

bool take(const csp_enrolment& from, Enrolment& to, Wrong& wrong);
bool take(const csp_address& from, Address& to, Wrong& wrong);
bool take(const csp_billing_profile& from, BillingProfile& to, Wrong& wrong);
bool take(const csp_first_line& from, FirstLine& to, Wrong& wrong);
bool take(const csp_first_order& from, FirstOrder& to, Wrong& wrong);
bool take(const csp_admin_user& from, AdminUser& to, Wrong& wrong);
bool take(const csp_listing& from, Listing& to, Wrong& wrong);
bool take(const csp_price& from, Price& to, Wrong& wrong);
bool take(const csp_order_line& from, OrderLine& to, Wrong& wrong);
bool take(const csp_artifact& from, Artifact& to, Wrong& wrong);
bool take(const csp_cancellation_policy& from, CancellationPolicy& to, Wrong& wrong);
bool take(const csp_product_sheet& from, ProductSheet& to, Wrong& wrong);
bool take(const csp_software_wish& from, SoftwareWish& to, Wrong& wrong);
bool take(const csp_support_contact& from, SupportContact& to, Wrong& wrong);
bool take(const csp_attachment& from, Attachment& to, Wrong& wrong);
bool take(const csp_support_form& from, SupportForm& to, Wrong& wrong);
bool take(const csp_enrol_partner& from, EnrolPartner& to, Wrong& wrong);
bool take(const csp_change_billing_day& from, ChangeBillingDay& to, Wrong& wrong);
bool take(const csp_restrict_partner& from, RestrictPartner& to, Wrong& wrong);
bool take(const csp_reinstate_partner& from, ReinstatePartner& to, Wrong& wrong);
bool take(const csp_record_agreement& from, RecordAgreement& to, Wrong& wrong);
bool take(const csp_leave_programme& from, LeaveProgramme& to, Wrong& wrong);
bool take(const csp_create_customer& from, CreateCustomer& to, Wrong& wrong);
bool take(const csp_update_billing_profile& from, UpdateBillingProfile& to, Wrong& wrong);
bool take(const csp_set_qualification& from, SetQualification& to, Wrong& wrong);
bool take(const csp_resolve_qualification& from, ResolveQualification& to, Wrong& wrong);
bool take(const csp_record_qualification& from, RecordQualification& to, Wrong& wrong);
bool take(const csp_associate_reseller& from, AssociateReseller& to, Wrong& wrong);
bool take(const csp_grant_access& from, GrantAccess& to, Wrong& wrong);
bool take(const csp_revoke_access& from, RevokeAccess& to, Wrong& wrong);
bool take(const csp_remove_relationship& from, RemoveRelationship& to, Wrong& wrong);
bool take(const csp_request_relationship& from, RequestRelationship& to, Wrong& wrong);
bool take(const csp_accept_relationship& from, AcceptRelationship& to, Wrong& wrong);
bool take(const csp_list_offer& from, ListOffer& to, Wrong& wrong);
bool take(const csp_withdraw_listing& from, WithdrawListing& to, Wrong& wrong);
bool take(const csp_set_price& from, SetPrice& to, Wrong& wrong);
bool take(const csp_draft_order& from, DraftOrder& to, Wrong& wrong);
bool take(const csp_change_draft& from, ChangeDraft& to, Wrong& wrong);
bool take(const csp_submit_order& from, SubmitOrder& to, Wrong& wrong);
bool take(const csp_place_order& from, PlaceOrder& to, Wrong& wrong);
bool take(const csp_cancel_draft& from, CancelDraft& to, Wrong& wrong);
bool take(const csp_change_cycle& from, ChangeCycle& to, Wrong& wrong);
bool take(const csp_rename_subscription& from, RenameSubscription& to, Wrong& wrong);
bool take(const csp_change_quantity& from, ChangeQuantity& to, Wrong& wrong);
bool take(const csp_suspend_subscription& from, SuspendSubscription& to, Wrong& wrong);
bool take(const csp_cancel_subscription& from, CancelSubscription& to, Wrong& wrong);
bool take(const csp_cancel_subscription_at_once& from, CancelSubscriptionAtOnce& to, Wrong& wrong);
bool take(const csp_reactivate_subscription& from, ReactivateSubscription& to, Wrong& wrong);
bool take(const csp_convert_trial& from, ConvertTrial& to, Wrong& wrong);
bool take(const csp_set_reseller& from, SetReseller& to, Wrong& wrong);
bool take(const csp_set_support_contact& from, SetSupportContact& to, Wrong& wrong);
bool take(const csp_list_product& from, ListProduct& to, Wrong& wrong);
bool take(const csp_withdraw_product& from, WithdrawProduct& to, Wrong& wrong);
bool take(const csp_set_product_price& from, SetProductPrice& to, Wrong& wrong);
bool take(const csp_buy_software& from, BuySoftware& to, Wrong& wrong);
bool take(const csp_cancel_software& from, CancelSoftware& to, Wrong& wrong);
bool take(const csp_exchange_software& from, ExchangeSoftware& to, Wrong& wrong);
bool take(const csp_ask_for_support& from, AskForSupport& to, Wrong& wrong);
bool take(const csp_get_keys& from, GetKeys& to, Wrong& wrong);
bool take(const csp_get_link& from, GetLink& to, Wrong& wrong);
bool take(const csp_download& from, Download& to, Wrong& wrong);
bool take(const csp_draft_support_request& from, DraftSupportRequest& to, Wrong& wrong);
bool take(const csp_change_support_request& from, ChangeSupportRequest& to, Wrong& wrong);
bool take(const csp_submit_support_request& from, SubmitSupportRequest& to, Wrong& wrong);
bool take(const csp_add_support_note& from, AddSupportNote& to, Wrong& wrong);
bool take(const csp_attach_file& from, AttachFile& to, Wrong& wrong);
bool take(const csp_ask_for_attention& from, AskForAttention& to, Wrong& wrong);
bool take(const csp_close_support_request& from, CloseSupportRequest& to, Wrong& wrong);
bool take(const csp_accept_refund& from, AcceptRefund& to, Wrong& wrong);
bool take(const csp_request_partnership& from, RequestPartnership& to, Wrong& wrong);
bool take(const csp_edit_request& from, EditRequest& to, Wrong& wrong);
bool take(const csp_accept_partnership& from, AcceptPartnership& to, Wrong& wrong);
bool take(const csp_decline_partnership& from, DeclinePartnership& to, Wrong& wrong);
bool take(const csp_withdraw_request& from, WithdrawRequest& to, Wrong& wrong);
bool take(const csp_remove_partnership& from, RemovePartnership& to, Wrong& wrong);
bool take(const csp_revoke_provider_access& from, RevokeProviderAccess& to, Wrong& wrong);
bool take(const csp_record_payment& from, RecordPayment& to, Wrong& wrong);
bool take(const csp_credit_and_rebill& from, CreditAndRebill& to, Wrong& wrong);
bool take(const csp_start_wizard& from, StartWizard& to, Wrong& wrong);
bool take(const csp_give_details& from, GiveDetails& to, Wrong& wrong);
bool take(const csp_choose_subscriptions& from, ChooseSubscriptions& to, Wrong& wrong);

}  // namespace csp::capi
