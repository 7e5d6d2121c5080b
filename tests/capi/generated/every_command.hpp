// Every command and every table of names, for tests that go through all of them. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#pragma once

// X(function, struct, begins): csp_function, csp_preview_function, csp_batch_function
#define CSP_EVERY_COMMAND(X) \
    X(partner_enrol, csp_enrol_partner, 1) \
    X(partner_change_billing_day, csp_change_billing_day, 0) \
    X(partner_restrict, csp_restrict_partner, 0) \
    X(partner_reinstate, csp_reinstate_partner, 0) \
    X(partner_record_agreement, csp_record_agreement, 0) \
    X(partner_leave_programme, csp_leave_programme, 0) \
    X(customer_create, csp_create_customer, 1) \
    X(customer_update_billing_profile, csp_update_billing_profile, 0) \
    X(customer_set_qualification, csp_set_qualification, 0) \
    X(customer_resolve_qualification, csp_resolve_qualification, 0) \
    X(customer_record_qualification, csp_record_qualification, 0) \
    X(customer_associate_reseller, csp_associate_reseller, 0) \
    X(customer_grant_access, csp_grant_access, 0) \
    X(customer_revoke_access, csp_revoke_access, 0) \
    X(customer_remove_relationship, csp_remove_relationship, 0) \
    X(customer_request_relationship, csp_request_relationship, 0) \
    X(customer_accept_relationship, csp_accept_relationship, 0) \
    X(offer_list, csp_list_offer, 1) \
    X(offer_withdraw_listing, csp_withdraw_listing, 0) \
    X(offer_set_price, csp_set_price, 0) \
    X(order_draft, csp_draft_order, 1) \
    X(order_change_draft, csp_change_draft, 0) \
    X(order_submit, csp_submit_order, 0) \
    X(order_place, csp_place_order, 1) \
    X(order_cancel_draft, csp_cancel_draft, 0) \
    X(order_change_cycle, csp_change_cycle, 0) \
    X(subscription_rename, csp_rename_subscription, 0) \
    X(subscription_change_quantity, csp_change_quantity, 0) \
    X(subscription_suspend, csp_suspend_subscription, 0) \
    X(subscription_cancel, csp_cancel_subscription, 0) \
    X(subscription_cancel_at_once, csp_cancel_subscription_at_once, 0) \
    X(subscription_reactivate, csp_reactivate_subscription, 0) \
    X(subscription_convert_trial, csp_convert_trial, 0) \
    X(subscription_set_reseller, csp_set_reseller, 0) \
    X(subscription_set_support_contact, csp_set_support_contact, 0) \
    X(product_list, csp_list_product, 1) \
    X(product_withdraw, csp_withdraw_product, 0) \
    X(product_set_price, csp_set_product_price, 0) \
    X(software_order_buy_software, csp_buy_software, 1) \
    X(software_order_cancel_software, csp_cancel_software, 0) \
    X(software_order_exchange_software, csp_exchange_software, 0) \
    X(software_order_ask_for_support, csp_ask_for_support, 0) \
    X(entitlement_get_keys, csp_get_keys, 0) \
    X(entitlement_get_link, csp_get_link, 0) \
    X(download_link_download, csp_download, 0) \
    X(support_request_draft, csp_draft_support_request, 1) \
    X(support_request_change, csp_change_support_request, 0) \
    X(support_request_submit, csp_submit_support_request, 0) \
    X(support_request_add_support_note, csp_add_support_note, 0) \
    X(support_request_attach_file, csp_attach_file, 0) \
    X(support_request_ask_for_attention, csp_ask_for_attention, 0) \
    X(support_request_close, csp_close_support_request, 0) \
    X(support_request_accept_refund, csp_accept_refund, 0) \
    X(partnership_request, csp_request_partnership, 1) \
    X(partnership_edit_request, csp_edit_request, 0) \
    X(partnership_accept, csp_accept_partnership, 0) \
    X(partnership_decline, csp_decline_partnership, 0) \
    X(partnership_withdraw_request, csp_withdraw_request, 0) \
    X(partnership_remove, csp_remove_partnership, 0) \
    X(partnership_revoke_provider_access, csp_revoke_provider_access, 0) \
    X(invoice_record_payment, csp_record_payment, 0) \
    X(invoice_credit_and_rebill, csp_credit_and_rebill, 0)

// X(function, struct, field, kind, name): the fields of each command
#define CSP_EVERY_FIELD(X) \
    X(partner_enrol, csp_enrol_partner, reserved, reserved, "") \
    X(partner_enrol, csp_enrol_partner, enrolment, nested, "enrolment") \
    X(partner_change_billing_day, csp_change_billing_day, billing_day, number, "billing_day") \
    X(partner_restrict, csp_restrict_partner, reserved, reserved, "") \
    X(partner_restrict, csp_restrict_partner, reason, text, "reason") \
    X(partner_reinstate, csp_reinstate_partner, reserved, reserved, "") \
    X(partner_record_agreement, csp_record_agreement, signed_on, day, "signed_on") \
    X(partner_leave_programme, csp_leave_programme, reserved, reserved, "") \
    X(customer_create, csp_create_customer, partner, id, "partner") \
    X(customer_create, csp_create_customer, reserved, reserved, "") \
    X(customer_create, csp_create_customer, domain, text, "domain") \
    X(customer_create, csp_create_customer, profile, nested, "profile") \
    X(customer_create, csp_create_customer, reseller, id, "reseller") \
    X(customer_create, csp_create_customer, first_order, nested, "first_order") \
    X(customer_create, csp_create_customer, admin_user, nested, "admin_user") \
    X(customer_update_billing_profile, csp_update_billing_profile, reserved, reserved, "") \
    X(customer_update_billing_profile, csp_update_billing_profile, profile, nested, "profile") \
    X(customer_set_qualification, csp_set_qualification, qualification, constant, "qualification") \
    X(customer_set_qualification, csp_set_qualification, validation_code, text, "validation_code") \
    X(customer_resolve_qualification, csp_resolve_qualification, is_approved, flag, "is_approved") \
    X(customer_resolve_qualification, csp_resolve_qualification, reason, text, "reason") \
    X(customer_record_qualification, csp_record_qualification, qualification, constant, "qualification") \
    X(customer_associate_reseller, csp_associate_reseller, reseller, id, "reseller") \
    X(customer_grant_access, csp_grant_access, reseller, id, "reseller") \
    X(customer_grant_access, csp_grant_access, kind, constant, "kind") \
    X(customer_revoke_access, csp_revoke_access, reseller, id, "reseller") \
    X(customer_revoke_access, csp_revoke_access, kind, constant, "kind") \
    X(customer_remove_relationship, csp_remove_relationship, reserved, reserved, "") \
    X(customer_request_relationship, csp_request_relationship, reserved, reserved, "") \
    X(customer_accept_relationship, csp_accept_relationship, reserved, reserved, "") \
    X(offer_list, csp_list_offer, reserved, reserved, "") \
    X(offer_list, csp_list_offer, listing, nested, "listing") \
    X(offer_withdraw_listing, csp_withdraw_listing, country, country, "country") \
    X(offer_set_price, csp_set_price, reserved, reserved, "") \
    X(offer_set_price, csp_set_price, price, nested, "price") \
    X(order_draft, csp_draft_order, customer, id, "customer") \
    X(order_draft, csp_draft_order, cycle, constant, "cycle") \
    X(order_draft, csp_draft_order, lines, list, "lines") \
    X(order_change_draft, csp_change_draft, cycle, constant, "cycle") \
    X(order_change_draft, csp_change_draft, lines, list, "lines") \
    X(order_submit, csp_submit_order, reserved, reserved, "") \
    X(order_place, csp_place_order, customer, id, "customer") \
    X(order_place, csp_place_order, cycle, constant, "cycle") \
    X(order_place, csp_place_order, lines, list, "lines") \
    X(order_cancel_draft, csp_cancel_draft, reserved, reserved, "") \
    X(order_change_cycle, csp_change_cycle, cycle, constant, "cycle") \
    X(subscription_rename, csp_rename_subscription, reserved, reserved, "") \
    X(subscription_rename, csp_rename_subscription, friendly_name, text, "friendly_name") \
    X(subscription_change_quantity, csp_change_quantity, quantity, number, "quantity") \
    X(subscription_suspend, csp_suspend_subscription, reason, constant, "reason") \
    X(subscription_cancel, csp_cancel_subscription, reason, constant, "reason") \
    X(subscription_cancel_at_once, csp_cancel_subscription_at_once, reason, constant, "reason") \
    X(subscription_cancel_at_once, csp_cancel_subscription_at_once, acknowledged, flag, "acknowledged") \
    X(subscription_reactivate, csp_reactivate_subscription, reserved, reserved, "") \
    X(subscription_convert_trial, csp_convert_trial, offer, id, "offer") \
    X(subscription_convert_trial, csp_convert_trial, cycle, constant, "cycle") \
    X(subscription_convert_trial, csp_convert_trial, quantity, number, "quantity") \
    X(subscription_set_reseller, csp_set_reseller, reserved, reserved, "") \
    X(subscription_set_reseller, csp_set_reseller, mpn_id, text, "mpn_id") \
    X(subscription_set_support_contact, csp_set_support_contact, reseller, id, "reseller") \
    X(product_list, csp_list_product, reserved, reserved, "") \
    X(product_list, csp_list_product, sheet, nested, "sheet") \
    X(product_withdraw, csp_withdraw_product, reserved, reserved, "") \
    X(product_set_price, csp_set_product_price, reserved, reserved, "") \
    X(product_set_price, csp_set_product_price, price, nested, "price") \
    X(software_order_buy_software, csp_buy_software, customer, id, "customer") \
    X(software_order_buy_software, csp_buy_software, reserved, reserved, "") \
    X(software_order_buy_software, csp_buy_software, lines, list, "lines") \
    X(software_order_cancel_software, csp_cancel_software, customer, id, "customer") \
    X(software_order_cancel_software, csp_cancel_software, product, id, "product") \
    X(software_order_cancel_software, csp_cancel_software, reserved, reserved, "") \
    X(software_order_cancel_software, csp_cancel_software, lines, list, "lines") \
    X(software_order_cancel_software, csp_cancel_software, acknowledged, flag, "acknowledged") \
    X(software_order_cancel_software, csp_cancel_software, whole_order, flag, "whole_order") \
    X(software_order_exchange_software, csp_exchange_software, product, id, "product") \
    X(software_order_ask_for_support, csp_ask_for_support, is_needed, flag, "is_needed") \
    X(entitlement_get_keys, csp_get_keys, reserved, reserved, "") \
    X(entitlement_get_keys, csp_get_keys, artifact, nested, "artifact") \
    X(entitlement_get_link, csp_get_link, reserved, reserved, "") \
    X(entitlement_get_link, csp_get_link, artifact, nested, "artifact") \
    X(download_link_download, csp_download, reserved, reserved, "") \
    X(support_request_draft, csp_draft_support_request, partner, id, "partner") \
    X(support_request_draft, csp_draft_support_request, reserved, reserved, "") \
    X(support_request_draft, csp_draft_support_request, form, nested, "form") \
    X(support_request_change, csp_change_support_request, reserved, reserved, "") \
    X(support_request_change, csp_change_support_request, form, nested, "form") \
    X(support_request_submit, csp_submit_support_request, reserved, reserved, "") \
    X(support_request_add_support_note, csp_add_support_note, reserved, reserved, "") \
    X(support_request_add_support_note, csp_add_support_note, text, text, "text") \
    X(support_request_attach_file, csp_attach_file, reserved, reserved, "") \
    X(support_request_attach_file, csp_attach_file, attachment, nested, "attachment") \
    X(support_request_ask_for_attention, csp_ask_for_attention, reserved, reserved, "") \
    X(support_request_ask_for_attention, csp_ask_for_attention, text, text, "text") \
    X(support_request_close, csp_close_support_request, reserved, reserved, "") \
    X(support_request_close, csp_close_support_request, text, text, "text") \
    X(support_request_accept_refund, csp_accept_refund, reserved, reserved, "") \
    X(support_request_accept_refund, csp_accept_refund, amount, money, "amount") \
    X(support_request_accept_refund, csp_accept_refund, text, text, "text") \
    X(partnership_request, csp_request_partnership, provider, id, "provider") \
    X(partnership_request, csp_request_partnership, reserved, reserved, "") \
    X(partnership_request, csp_request_partnership, reseller_email, text, "reseller_email") \
    X(partnership_request, csp_request_partnership, text, text, "text") \
    X(partnership_request, csp_request_partnership, link_digest, text, "link_digest") \
    X(partnership_edit_request, csp_edit_request, reserved, reserved, "") \
    X(partnership_edit_request, csp_edit_request, text, text, "text") \
    X(partnership_edit_request, csp_edit_request, link_digests, list, "link_digests") \
    X(partnership_accept, csp_accept_partnership, reseller, id, "reseller") \
    X(partnership_accept, csp_accept_partnership, reserved, reserved, "") \
    X(partnership_accept, csp_accept_partnership, link_digest, text, "link_digest") \
    X(partnership_accept, csp_accept_partnership, is_authorised, flag, "is_authorised") \
    X(partnership_accept, csp_accept_partnership, reserved2, reserved, "") \
    X(partnership_decline, csp_decline_partnership, reserved, reserved, "") \
    X(partnership_decline, csp_decline_partnership, link_digest, text, "link_digest") \
    X(partnership_withdraw_request, csp_withdraw_request, reserved, reserved, "") \
    X(partnership_remove, csp_remove_partnership, is_confirmed, flag, "is_confirmed") \
    X(partnership_revoke_provider_access, csp_revoke_provider_access, reserved, reserved, "") \
    X(invoice_record_payment, csp_record_payment, reserved, reserved, "") \
    X(invoice_record_payment, csp_record_payment, amount, money, "amount") \
    X(invoice_credit_and_rebill, csp_credit_and_rebill, reserved, reserved, "") \
    X(invoice_credit_and_rebill, csp_credit_and_rebill, reason, text, "reason")

// X(type, constant, name)
#define CSP_EVERY_CONSTANT(X) \
    X(csp_kind, CSP_KIND_PARTNER, "partner") \
    X(csp_kind, CSP_KIND_CUSTOMER, "customer") \
    X(csp_kind, CSP_KIND_OFFER, "offer") \
    X(csp_kind, CSP_KIND_ORDER, "order") \
    X(csp_kind, CSP_KIND_SUBSCRIPTION, "subscription") \
    X(csp_kind, CSP_KIND_PRODUCT, "product") \
    X(csp_kind, CSP_KIND_SOFTWARE_ORDER, "software_order") \
    X(csp_kind, CSP_KIND_ENTITLEMENT, "entitlement") \
    X(csp_kind, CSP_KIND_DOWNLOAD_LINK, "download_link") \
    X(csp_kind, CSP_KIND_SUPPORT_REQUEST, "support_request") \
    X(csp_kind, CSP_KIND_ACTIVITY, "activity") \
    X(csp_kind, CSP_KIND_PARTNERSHIP, "partnership") \
    X(csp_kind, CSP_KIND_CHARGE, "charge") \
    X(csp_kind, CSP_KIND_BILLING, "billing") \
    X(csp_kind, CSP_KIND_LEDGER, "ledger") \
    X(csp_kind, CSP_KIND_INVOICE, "invoice") \
    X(csp_catalog_view, CSP_CATALOG_VIEW_REGULAR, "regular") \
    X(csp_catalog_view, CSP_CATALOG_VIEW_TRIAL, "trial") \
    X(csp_cancellation_answer, CSP_CANCELLATION_ANSWER_CAN_BE_CANCELLED, "can_be_cancelled") \
    X(csp_cancellation_answer, CSP_CANCELLATION_ANSWER_WINDOW_PASSED, "window_passed") \
    X(csp_cancellation_answer, CSP_CANCELLATION_ANSWER_SUPPORT_REQUEST_REQUIRED, "support_request_required") \
    X(csp_cancellation_answer, CSP_CANCELLATION_ANSWER_NOT_CANCELLABLE, "not_cancellable") \
    X(csp_cancellation_answer, CSP_CANCELLATION_ANSWER_ALREADY_CANCELLED, "already_cancelled") \
    X(csp_partner_kind, CSP_PARTNER_KIND_DIRECT_BILL, "direct_bill") \
    X(csp_partner_kind, CSP_PARTNER_KIND_INDIRECT_PROVIDER, "indirect_provider") \
    X(csp_partner_kind, CSP_PARTNER_KIND_INDIRECT_RESELLER, "indirect_reseller") \
    X(csp_cloud, CSP_CLOUD_GLOBAL, "global") \
    X(csp_cloud, CSP_CLOUD_US_GOVERNMENT, "us_government") \
    X(csp_cloud, CSP_CLOUD_GERMANY, "germany") \
    X(csp_cloud, CSP_CLOUD_CHINA_21VIANET, "china_21vianet") \
    X(csp_cycle, CSP_CYCLE_MONTHLY, "monthly") \
    X(csp_cycle, CSP_CYCLE_ANNUAL, "annual") \
    X(csp_cycle, CSP_CYCLE_NONE, "none") \
    X(csp_cycle, CSP_CYCLE_ONE_TIME, "one_time") \
    X(csp_qualification, CSP_QUALIFICATION_NONE, "none") \
    X(csp_qualification, CSP_QUALIFICATION_EDUCATION, "education") \
    X(csp_qualification, CSP_QUALIFICATION_NONPROFIT, "nonprofit") \
    X(csp_qualification, CSP_QUALIFICATION_GOVERNMENT_COMMUNITY_CLOUD, "government_community_cloud") \
    X(csp_qualification, CSP_QUALIFICATION_STATE_OWNED_ENTITY, "state_owned_entity") \
    X(csp_grant_kind, CSP_GRANT_KIND_RESELLER_ADMIN, "reseller_admin") \
    X(csp_grant_kind, CSP_GRANT_KIND_AZURE_TENANT_OWNER, "azure_tenant_owner") \
    X(csp_metering, CSP_METERING_NONE, "none") \
    X(csp_metering, CSP_METERING_USAGE, "usage") \
    X(csp_metering, CSP_METERING_LICENSE, "license") \
    X(csp_limit_unit, CSP_LIMIT_UNIT_NONE, "none") \
    X(csp_limit_unit, CSP_LIMIT_UNIT_CONCURRENT, "concurrent") \
    X(csp_limit_unit, CSP_LIMIT_UNIT_LIFETIME, "lifetime") \
    X(csp_suspension_reason, CSP_SUSPENSION_REASON_CUSTOMER_REQUEST, "customer_request") \
    X(csp_suspension_reason, CSP_SUSPENSION_REASON_NON_PAYMENT, "non_payment") \
    X(csp_suspension_reason, CSP_SUSPENSION_REASON_FRAUD, "fraud") \
    X(csp_product_kind, CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE, "perpetual_software") \
    X(csp_product_kind, CSP_PRODUCT_KIND_SOFTWARE_SUBSCRIPTION, "software_subscription") \
    X(csp_product_kind, CSP_PRODUCT_KIND_RESERVATION, "reservation") \
    X(csp_product_kind, CSP_PRODUCT_KIND_LINUX_PLAN, "linux_plan") \
    X(csp_product_kind, CSP_PRODUCT_KIND_SECURITY_UPDATES, "security_updates") \
    X(csp_cancellation_way, CSP_CANCELLATION_WAY_NONE, "none") \
    X(csp_cancellation_way, CSP_CANCELLATION_WAY_WINDOW, "window") \
    X(csp_cancellation_way, CSP_CANCELLATION_WAY_SUPPORT_ONLY, "support_only") \
    X(csp_credit_way, CSP_CREDIT_WAY_BY_KIND, "by_kind") \
    X(csp_credit_way, CSP_CREDIT_WAY_FULL, "full") \
    X(csp_credit_way, CSP_CREDIT_WAY_PRORATED, "prorated") \
    X(csp_problem_type, CSP_PROBLEM_TYPE_OTHER, "other") \
    X(csp_problem_type, CSP_PROBLEM_TYPE_CSP_PURCHASE_REFUND_ON_BEHALF_OF_CUSTOMERS, "csp_purchase_refund_on_behalf_of_customers") \
    X(csp_impact, CSP_IMPACT_UNKNOWN, "unknown") \
    X(csp_impact, CSP_IMPACT_CRITICAL, "critical") \
    X(csp_impact, CSP_IMPACT_MODERATE, "moderate") \
    X(csp_impact, CSP_IMPACT_MINIMAL, "minimal") \
    X(csp_action, CSP_ACTION_KEY_ACCESSED, "key_accessed") \
    X(csp_action, CSP_ACTION_LINK_ISSUED, "link_issued") \
    X(csp_action, CSP_ACTION_DOWNLOADED, "downloaded") \
    X(csp_charge_type, CSP_CHARGE_TYPE_ACTIVATION_FEE, "activation_fee") \
    X(csp_charge_type, CSP_CHARGE_TYPE_CYCLE_FEE, "cycle_fee") \
    X(csp_charge_type, CSP_CHARGE_TYPE_CYCLE_INSTANCE_PRORATE, "cycle_instance_prorate") \
    X(csp_charge_type, CSP_CHARGE_TYPE_RENEW_FEE, "renew_fee") \
    X(csp_charge_type, CSP_CHARGE_TYPE_CANCEL_FEE, "cancel_fee") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_PURCHASE, "prorate_fees_when_purchase") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_RENEW, "prorate_fees_when_renew") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_ACTIVATE, "prorate_fees_when_activate") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CANCEL, "prorate_fees_when_cancel") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_AWAY, "prorate_fees_when_convert_away") \
    X(csp_charge_type, CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_TO, "prorate_fees_when_convert_to") \
    X(csp_charge_type, CSP_CHARGE_TYPE_NEW_PURCHASE, "new_purchase") \
    X(csp_charge_type, CSP_CHARGE_TYPE_CUSTOMER_CREDIT, "customer_credit") \
    X(csp_invoice_type, CSP_INVOICE_TYPE_RECURRING, "recurring") \
    X(csp_invoice_type, CSP_INVOICE_TYPE_ONE_TIME, "one_time") \
    X(csp_document_type, CSP_DOCUMENT_TYPE_INVOICE, "invoice") \
    X(csp_document_type, CSP_DOCUMENT_TYPE_CREDIT_NOTE, "credit_note") \
    X(csp_deletion_cause, CSP_DELETION_CAUSE_EXPIRED, "expired") \
    X(csp_deletion_cause, CSP_DELETION_CAUSE_TRIAL_ENDED, "trial_ended") \
    X(csp_deletion_cause, CSP_DELETION_CAUSE_TERM_ENDED, "term_ended") \
    X(csp_deletion_cause, CSP_DELETION_CAUSE_CANCELLED, "cancelled") \
    X(csp_deletion_cause, CSP_DELETION_CAUSE_PARENT_ENDED, "parent_ended") \
    X(csp_suspended_by, CSP_SUSPENDED_BY_HAND, "hand") \
    X(csp_suspended_by, CSP_SUSPENDED_BY_PARENT, "parent") \
    X(csp_vetting_status, CSP_VETTING_STATUS_NONE, "none") \
    X(csp_vetting_status, CSP_VETTING_STATUS_IN_REVIEW, "in_review") \
    X(csp_vetting_status, CSP_VETTING_STATUS_DENIED, "denied")
