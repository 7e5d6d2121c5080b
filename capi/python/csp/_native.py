"""Every struct, callback and function of the C headers. Printed by capi/bindings/generate.py; do not edit."""

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure
from ctypes import c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any, Optional

CSP_NEVER = 9223372036854775807
CSP_VERSION = 256
CSP_US_PER_DAY = 86400000000
CSP_YES = 1
CSP_NO = -1
CSP_OK = 0
CSP_END = 1
CSP_INVALID = -1
CSP_NOT_FOUND = -2
CSP_REFUSED = -3
CSP_CONFLICT = -4
CSP_STORAGE = -5
CSP_BUSY = -6
CSP_UNSUPPORTED = -7
CSP_NO_MEMORY = -8
CSP_INTERNAL = -9
CSP_FORBIDDEN = -10
CSP_ROLE_HOST = 1
CSP_ROLE_GLOBAL_ADMIN = 2
CSP_ROLE_ADMIN_AGENT = 4
CSP_ROLE_SALES_AGENT = 8
CSP_ROLE_HELPDESK_AGENT = 16
CSP_ROLE_BILLING_ADMIN = 32
CSP_ROLE_USER_MANAGEMENT_ADMIN = 64
CSP_ROLE_ACCOUNT_ADMIN = 128
CSP_ROLE_REFERRAL_ADMIN = 256
CSP_ROLE_MARKETING_CONTENT_ADMIN = 512
CSP_KIND_PARTNER = 1
CSP_KIND_CUSTOMER = 2
CSP_KIND_OFFER = 3
CSP_KIND_ORDER = 4
CSP_KIND_SUBSCRIPTION = 5
CSP_KIND_PRODUCT = 6
CSP_KIND_SOFTWARE_ORDER = 7
CSP_KIND_ENTITLEMENT = 8
CSP_KIND_DOWNLOAD_LINK = 9
CSP_KIND_SUPPORT_REQUEST = 10
CSP_KIND_ACTIVITY = 11
CSP_KIND_PARTNERSHIP = 12
CSP_KIND_CHARGE = 13
CSP_KIND_BILLING = 14
CSP_KIND_LEDGER = 15
CSP_KIND_INVOICE = 16
CSP_CATALOG_VIEW_REGULAR = 1
CSP_CATALOG_VIEW_TRIAL = 2
CSP_CANCELLATION_ANSWER_CAN_BE_CANCELLED = 1
CSP_CANCELLATION_ANSWER_WINDOW_PASSED = 2
CSP_CANCELLATION_ANSWER_SUPPORT_REQUEST_REQUIRED = 3
CSP_CANCELLATION_ANSWER_NOT_CANCELLABLE = 4
CSP_CANCELLATION_ANSWER_ALREADY_CANCELLED = 5
CSP_PARTNER_KIND_DIRECT_BILL = 1
CSP_PARTNER_KIND_INDIRECT_PROVIDER = 2
CSP_PARTNER_KIND_INDIRECT_RESELLER = 3
CSP_CLOUD_GLOBAL = 1
CSP_CLOUD_US_GOVERNMENT = 2
CSP_CLOUD_GERMANY = 3
CSP_CLOUD_CHINA_21VIANET = 4
CSP_CYCLE_MONTHLY = 1
CSP_CYCLE_ANNUAL = 2
CSP_CYCLE_NONE = 3
CSP_CYCLE_ONE_TIME = 4
CSP_QUALIFICATION_NONE = -1
CSP_QUALIFICATION_EDUCATION = 1
CSP_QUALIFICATION_NONPROFIT = 2
CSP_QUALIFICATION_GOVERNMENT_COMMUNITY_CLOUD = 3
CSP_QUALIFICATION_STATE_OWNED_ENTITY = 4
CSP_GRANT_KIND_RESELLER_ADMIN = 1
CSP_GRANT_KIND_AZURE_TENANT_OWNER = 2
CSP_METERING_NONE = -1
CSP_METERING_USAGE = 1
CSP_METERING_LICENSE = 2
CSP_LIMIT_UNIT_NONE = -1
CSP_LIMIT_UNIT_CONCURRENT = 1
CSP_LIMIT_UNIT_LIFETIME = 2
CSP_SUSPENSION_REASON_CUSTOMER_REQUEST = 1
CSP_SUSPENSION_REASON_NON_PAYMENT = 2
CSP_SUSPENSION_REASON_FRAUD = 3
CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE = 1
CSP_PRODUCT_KIND_SOFTWARE_SUBSCRIPTION = 2
CSP_PRODUCT_KIND_RESERVATION = 3
CSP_PRODUCT_KIND_LINUX_PLAN = 4
CSP_PRODUCT_KIND_SECURITY_UPDATES = 5
CSP_CANCELLATION_WAY_NONE = 1
CSP_CANCELLATION_WAY_WINDOW = 2
CSP_CANCELLATION_WAY_SUPPORT_ONLY = 3
CSP_CREDIT_WAY_BY_KIND = -1
CSP_CREDIT_WAY_FULL = 1
CSP_CREDIT_WAY_PRORATED = 2
CSP_PROBLEM_TYPE_OTHER = -1
CSP_PROBLEM_TYPE_CSP_PURCHASE_REFUND_ON_BEHALF_OF_CUSTOMERS = 1
CSP_IMPACT_UNKNOWN = -1
CSP_IMPACT_CRITICAL = 1
CSP_IMPACT_MODERATE = 2
CSP_IMPACT_MINIMAL = 3
CSP_ACTION_KEY_ACCESSED = 1
CSP_ACTION_LINK_ISSUED = 2
CSP_ACTION_DOWNLOADED = 3
CSP_CHARGE_TYPE_ACTIVATION_FEE = 1
CSP_CHARGE_TYPE_CYCLE_FEE = 2
CSP_CHARGE_TYPE_CYCLE_INSTANCE_PRORATE = 3
CSP_CHARGE_TYPE_RENEW_FEE = 4
CSP_CHARGE_TYPE_CANCEL_FEE = 5
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_PURCHASE = 6
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_RENEW = 7
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_ACTIVATE = 8
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CANCEL = 9
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_AWAY = 10
CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_TO = 11
CSP_CHARGE_TYPE_NEW_PURCHASE = 20
CSP_CHARGE_TYPE_CUSTOMER_CREDIT = 21
CSP_INVOICE_TYPE_RECURRING = 1
CSP_INVOICE_TYPE_ONE_TIME = 2
CSP_DOCUMENT_TYPE_INVOICE = 1
CSP_DOCUMENT_TYPE_CREDIT_NOTE = 2
CSP_DELETION_CAUSE_EXPIRED = 1
CSP_DELETION_CAUSE_TRIAL_ENDED = 2
CSP_DELETION_CAUSE_TERM_ENDED = 3
CSP_DELETION_CAUSE_CANCELLED = 4
CSP_DELETION_CAUSE_PARENT_ENDED = 5
CSP_SUSPENDED_BY_HAND = 1
CSP_SUSPENDED_BY_PARENT = 2
CSP_VETTING_STATUS_NONE = -1
CSP_VETTING_STATUS_IN_REVIEW = 1
CSP_VETTING_STATUS_DENIED = 2
CSP_FAILED = 0
CSP_DONE = 1
CSP_ABSENT = 2
CSP_CLASH = 3
CSP_ROW_RECORD = 1
CSP_ROW_EVENT = 2
CSP_ROW_CHARGE = 3
CSP_ROW_COMING = 4
CSP_ROW_ANSWER = 5


class csp_id(Structure):
    _fields_ = [
        ("bytes", c_uint8 * 16),
    ]


class csp_str(Structure):
    _fields_ = [
        ("data", c_void_p),
        ("size", c_size_t),
    ]


class csp_currency(Structure):
    _fields_ = [
        ("code", c_char * 4),
    ]


class csp_country(Structure):
    _fields_ = [
        ("code", c_char * 4),
    ]


class csp_money(Structure):
    _fields_ = [
        ("minor", c_int64),
        ("currency", csp_currency),
        ("reserved", c_uint32),
    ]


class csp_term(Structure):
    _fields_ = [
        ("start", c_int32),
        ("end", c_int32),
    ]


class csp_error(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("status", c_int32),
        ("microsoft", c_int32),
        ("reserved", c_int32),
        ("existing", csp_id),
        ("rule", c_char * 16),
        ("reason", c_char * 64),
        ("phase", c_char * 32),
        ("field", c_char * 128),
        ("message", c_char * 248),
        ("json", c_void_p),
        ("json_capacity", c_uint64),
        ("json_size", c_uint64),
    ]


class csp_actor(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("roles", c_uint32),
        ("partner", csp_id),
        ("user", csp_str),
    ]


class csp_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("by", POINTER(csp_actor)),
        ("id", csp_id),
        ("expected_version", c_uint64),
    ]


class csp_receipt(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("id", csp_id),
        ("version", c_uint64),
        ("at_us", c_int64),
        ("first_event", c_uint64),
        ("events", c_uint64),
        ("is_repeated", c_int32),
        ("reserved", c_uint32),
    ]


class csp_enrolment(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("company_name", csp_str),
        ("kind", c_int32),
        ("reserved2", c_uint32),
        ("mpn_id", csp_str),
        ("country", csp_country),
        ("cloud", c_int32),
        ("billing_day", c_int32),
        ("billing_currency", csp_currency),
    ]


class csp_address(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("line1", csp_str),
        ("line2", csp_str),
        ("city", csp_str),
        ("state", csp_str),
        ("postal_code", csp_str),
        ("country", csp_country),
        ("reserved2", c_uint32),
        ("region", csp_str),
        ("first_name", csp_str),
        ("last_name", csp_str),
        ("phone", csp_str),
    ]


class csp_billing_profile(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("company_name", csp_str),
        ("email", csp_str),
        ("culture", csp_str),
        ("language", csp_str),
        ("registration_number", csp_str),
        ("address", POINTER(csp_address)),
    ]


class csp_first_line(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("offer", csp_id),
        ("quantity", c_int32),
        ("friendly_name", csp_str),
        ("parent_line", POINTER(c_int32)),
        ("reseller_mpn_id", csp_str),
    ]


class csp_first_order(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("cycle", c_int32),
        ("lines", POINTER(csp_first_line)),
        ("lines_count", c_size_t),
    ]


class csp_admin_user(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("user_name", csp_str),
        ("password_hash", csp_str),
    ]


class csp_listing(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("country", csp_country),
        ("catalog_id", csp_str),
        ("name", csp_str),
        ("minimum_quantity", c_int32),
        ("maximum_quantity", c_int32),
        ("is_add_on", c_int32),
        ("has_add_ons", c_int32),
        ("is_trial", c_int32),
        ("is_available", c_int32),
        ("auto_renews", c_int32),
        ("metering", c_int32),
        ("cycles", POINTER(c_int32)),
        ("cycles_count", c_size_t),
        ("limit_unit", c_int32),
        ("limit", c_int32),
        ("prerequisites", POINTER(csp_id)),
        ("prerequisites_count", c_size_t),
        ("conversion_targets", POINTER(csp_id)),
        ("conversion_targets_count", c_size_t),
        ("upgrade_targets", POINTER(csp_id)),
        ("upgrade_targets_count", c_size_t),
        ("customer_qualifications", POINTER(csp_str)),
        ("customer_qualifications_count", c_size_t),
        ("partner_qualifications", POINTER(csp_str)),
        ("partner_qualifications_count", c_size_t),
        ("sales_group", csp_str),
        ("unit", csp_str),
        ("product_name", csp_str),
        ("other_fields", csp_str),
    ]


class csp_price(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("market", csp_country),
        ("unit_price", csp_money),
        ("valid_from", c_int32),
        ("reserved", c_uint32),
        ("valid_until", POINTER(c_int32)),
    ]


class csp_order_line(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("offer", csp_id),
        ("quantity", c_int32),
        ("friendly_name", csp_str),
        ("reseller_mpn_id", csp_str),
        ("parent", csp_id),
        ("parent_line", POINTER(c_int32)),
        ("subscription", csp_id),
        ("unit_price", csp_money),
    ]


class csp_artifact(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("version", csp_str),
        ("language", csp_str),
        ("file_type", csp_str),
    ]


class csp_cancellation_policy(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("from", c_int32),
        ("way", c_int32),
        ("days", c_int32),
    ]


class csp_product_sheet(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("catalog_id", csp_str),
        ("name", csp_str),
        ("kind", c_int32),
        ("term_months", c_int32),
        ("minimum_quantity", c_int32),
        ("maximum_quantity", c_int32),
        ("artifacts", POINTER(csp_artifact)),
        ("artifacts_count", c_size_t),
        ("cancellation", POINTER(csp_cancellation_policy)),
        ("cancellation_count", c_size_t),
        ("credit", c_int32),
        ("has_hybrid_benefit", c_int32),
    ]


class csp_software_wish(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("product", csp_id),
        ("quantity", c_int32),
        ("tax", csp_money),
    ]


class csp_support_contact(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("name", csp_str),
        ("email", csp_str),
        ("phone", csp_str),
    ]


class csp_attachment(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("file_name", csp_str),
        ("reference", csp_str),
    ]


class csp_support_form(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("type", c_int32),
        ("impact", c_int32),
        ("reserved", c_uint32),
        ("title", csp_str),
        ("customer", csp_id),
        ("domain", csp_str),
        ("order", csp_id),
        ("subscription", csp_id),
        ("lines", POINTER(c_int32)),
        ("lines_count", c_size_t),
        ("refund_reason", csp_str),
        ("amount", csp_money),
        ("description", csp_str),
        ("contact", POINTER(csp_support_contact)),
        ("attachments", POINTER(csp_attachment)),
        ("attachments_count", c_size_t),
    ]


class csp_enrol_partner(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("enrolment", POINTER(csp_enrolment)),
    ]


class csp_change_billing_day(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("billing_day", c_int32),
    ]


class csp_restrict_partner(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("reason", csp_str),
    ]


class csp_reinstate_partner(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_record_agreement(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("signed_on", c_int32),
    ]


class csp_leave_programme(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_create_customer(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("partner", csp_id),
        ("reserved", c_uint32),
        ("domain", csp_str),
        ("profile", POINTER(csp_billing_profile)),
        ("reseller", csp_id),
        ("first_order", POINTER(csp_first_order)),
        ("admin_user", POINTER(csp_admin_user)),
    ]


class csp_update_billing_profile(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("profile", POINTER(csp_billing_profile)),
    ]


class csp_set_qualification(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("qualification", c_int32),
        ("validation_code", csp_str),
    ]


class csp_resolve_qualification(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_approved", c_int32),
        ("reason", csp_str),
    ]


class csp_record_qualification(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("qualification", c_int32),
    ]


class csp_associate_reseller(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
    ]


class csp_grant_access(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
        ("kind", c_int32),
    ]


class csp_revoke_access(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
        ("kind", c_int32),
    ]


class csp_remove_relationship(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_request_relationship(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_accept_relationship(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_list_offer(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("listing", POINTER(csp_listing)),
    ]


class csp_withdraw_listing(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("country", csp_country),
    ]


class csp_set_price(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("price", POINTER(csp_price)),
    ]


class csp_draft_order(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("customer", csp_id),
        ("cycle", c_int32),
        ("lines", POINTER(csp_order_line)),
        ("lines_count", c_size_t),
    ]


class csp_change_draft(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("cycle", c_int32),
        ("lines", POINTER(csp_order_line)),
        ("lines_count", c_size_t),
    ]


class csp_submit_order(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_place_order(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("customer", csp_id),
        ("cycle", c_int32),
        ("lines", POINTER(csp_order_line)),
        ("lines_count", c_size_t),
    ]


class csp_cancel_draft(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_change_cycle(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("cycle", c_int32),
    ]


class csp_rename_subscription(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("friendly_name", csp_str),
    ]


class csp_change_quantity(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("quantity", c_int32),
    ]


class csp_suspend_subscription(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reason", c_int32),
    ]


class csp_cancel_subscription(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reason", c_int32),
    ]


class csp_cancel_subscription_at_once(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reason", c_int32),
        ("acknowledged", c_int32),
    ]


class csp_reactivate_subscription(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_convert_trial(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("offer", csp_id),
        ("cycle", c_int32),
        ("quantity", c_int32),
    ]


class csp_set_reseller(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("mpn_id", csp_str),
    ]


class csp_set_support_contact(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
    ]


class csp_list_product(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("sheet", POINTER(csp_product_sheet)),
    ]


class csp_withdraw_product(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_set_product_price(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("price", POINTER(csp_price)),
    ]


class csp_buy_software(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("customer", csp_id),
        ("reserved", c_uint32),
        ("lines", POINTER(csp_software_wish)),
        ("lines_count", c_size_t),
    ]


class csp_cancel_software(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("customer", csp_id),
        ("product", csp_id),
        ("reserved", c_uint32),
        ("lines", POINTER(c_int32)),
        ("lines_count", c_size_t),
        ("acknowledged", c_int32),
        ("whole_order", c_int32),
    ]


class csp_exchange_software(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("product", csp_id),
    ]


class csp_ask_for_support(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_needed", c_int32),
    ]


class csp_get_keys(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("artifact", POINTER(csp_artifact)),
    ]


class csp_get_link(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("artifact", POINTER(csp_artifact)),
    ]


class csp_download(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_draft_support_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("partner", csp_id),
        ("reserved", c_uint32),
        ("form", POINTER(csp_support_form)),
    ]


class csp_change_support_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("form", POINTER(csp_support_form)),
    ]


class csp_submit_support_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_add_support_note(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("text", csp_str),
    ]


class csp_attach_file(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("attachment", POINTER(csp_attachment)),
    ]


class csp_ask_for_attention(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("text", csp_str),
    ]


class csp_close_support_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("text", csp_str),
    ]


class csp_accept_refund(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("amount", csp_money),
        ("text", csp_str),
    ]


class csp_request_partnership(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("provider", csp_id),
        ("reserved", c_uint32),
        ("reseller_email", csp_str),
        ("text", csp_str),
        ("link_digest", csp_str),
    ]


class csp_edit_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("text", csp_str),
        ("link_digests", POINTER(csp_str)),
        ("link_digests_count", c_size_t),
    ]


class csp_accept_partnership(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
        ("reserved", c_uint32),
        ("link_digest", csp_str),
        ("is_authorised", c_int32),
        ("reserved2", c_uint32),
    ]


class csp_decline_partnership(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("link_digest", csp_str),
    ]


class csp_withdraw_request(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_remove_partnership(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_confirmed", c_int32),
    ]


class csp_revoke_provider_access(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
    ]


class csp_record_payment(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("amount", csp_money),
    ]


class csp_credit_and_rebill(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("reason", csp_str),
    ]


class csp_start_wizard(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reseller", csp_id),
    ]


class csp_give_details(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("domain", csp_str),
        ("profile", POINTER(csp_billing_profile)),
    ]


class csp_choose_subscriptions(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("first_order", POINTER(csp_first_order)),
    ]

csp_clock_now = CFUNCTYPE(
    None, c_void_p, POINTER(c_int64), POINTER(c_int32)
)

csp_clock_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_clock(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("now", csp_clock_now),
        ("drop", csp_clock_drop),
    ]


class csp_record(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("id", csp_id),
        ("version", c_uint64),
        ("due_us", c_int64),
        ("saved_at_us", c_int64),
        ("body", csp_str),
        ("key", csp_str),
    ]


class csp_key(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("index", c_uint32),
        ("bytes", csp_str),
    ]


class csp_save(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("has_keys", c_int32),
        ("record", POINTER(csp_record)),
        ("expected_version", c_uint64),
        ("keys", POINTER(csp_key)),
        ("keys_count", c_size_t),
    ]


class csp_stored_event(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("position", c_uint64),
        ("id", csp_id),
        ("version", c_uint64),
        ("at_us", c_int64),
        ("request", csp_id),
        ("body", csp_str),
    ]


class csp_due(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("id", csp_id),
        ("at_us", c_int64),
    ]


class csp_view(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("name", csp_str),
        ("fields", POINTER(csp_str)),
        ("fields_count", c_size_t),
    ]

csp_storage_begin = CFUNCTYPE(
    None, c_void_p, c_int32, POINTER(c_void_p), POINTER(c_int32)
)

csp_record_sink = CFUNCTYPE(
    c_int32, c_void_p, POINTER(csp_record)
)

csp_storage_load = CFUNCTYPE(
    None, c_void_p, c_void_p, c_int32, POINTER(csp_id), csp_record_sink, c_void_p, POINTER(c_int32)
)

csp_storage_scan = CFUNCTYPE(
    None, c_void_p, c_void_p, c_uint32, POINTER(csp_str), POINTER(csp_str), c_uint64, csp_record_sink, c_void_p, POINTER(c_int32)
)

csp_due_sink = CFUNCTYPE(
    c_int32, c_void_p, POINTER(csp_due)
)

csp_storage_due = CFUNCTYPE(
    None, c_void_p, c_void_p, c_int64, c_uint64, csp_due_sink, c_void_p, POINTER(c_int32)
)

csp_storage_save = CFUNCTYPE(
    None, c_void_p, c_void_p, POINTER(csp_save), POINTER(csp_id), POINTER(c_int32)
)

csp_storage_append = CFUNCTYPE(
    None, c_void_p, c_void_p, POINTER(csp_stored_event), POINTER(c_uint64), POINTER(c_int32)
)

csp_event_sink = CFUNCTYPE(
    c_int32, c_void_p, POINTER(csp_stored_event)
)

csp_storage_events = CFUNCTYPE(
    None, c_void_p, c_void_p, c_uint64, c_uint64, csp_event_sink, c_void_p, POINTER(c_int32)
)

csp_storage_history = CFUNCTYPE(
    None, c_void_p, c_void_p, c_int32, POINTER(csp_id), c_uint64, c_uint64, csp_event_sink, c_void_p, POINTER(c_int32)
)

csp_storage_recall = CFUNCTYPE(
    None, c_void_p, c_void_p, POINTER(csp_id), POINTER(c_uint64), POINTER(c_int32)
)

csp_storage_commit = CFUNCTYPE(
    None, c_void_p, c_void_p, POINTER(c_int32)
)

csp_storage_end = CFUNCTYPE(
    None, c_void_p, c_void_p
)

csp_storage_publish = CFUNCTYPE(
    None, c_void_p, POINTER(csp_view), c_size_t, POINTER(c_int32)
)

csp_storage_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_storage(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("begin", csp_storage_begin),
        ("load", csp_storage_load),
        ("scan", csp_storage_scan),
        ("due", csp_storage_due),
        ("save", csp_storage_save),
        ("append", csp_storage_append),
        ("events", csp_storage_events),
        ("history", csp_storage_history),
        ("recall", csp_storage_recall),
        ("commit", csp_storage_commit),
        ("end", csp_storage_end),
        ("publish", csp_storage_publish),
        ("drop", csp_storage_drop),
    ]


class csp_delivery(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("quantity", c_int32),
        ("entitlement", csp_id),
        ("product", csp_id),
        ("link", csp_id),
        ("renewal", c_uint64),
        ("catalog_id", csp_str),
        ("version", csp_str),
        ("language", csp_str),
        ("file_type", csp_str),
    ]

csp_text_sink = CFUNCTYPE(
    None, c_void_p, c_void_p, c_size_t
)

csp_fulfilment_key_for = CFUNCTYPE(
    None, c_void_p, POINTER(csp_delivery), csp_text_sink, c_void_p, POINTER(c_int32)
)

csp_fulfilment_url_for = CFUNCTYPE(
    None, c_void_p, POINTER(csp_delivery), csp_text_sink, c_void_p, POINTER(c_int32)
)

csp_fulfilment_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_fulfilment(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("key_for", csp_fulfilment_key_for),
        ("url_for", csp_fulfilment_url_for),
        ("drop", csp_fulfilment_drop),
    ]

csp_sealer_seal = CFUNCTYPE(
    None, c_void_p, POINTER(csp_str), POINTER(csp_str), csp_text_sink, c_void_p, POINTER(c_int32)
)

csp_sealer_open = CFUNCTYPE(
    None, c_void_p, POINTER(csp_str), POINTER(csp_str), csp_text_sink, c_void_p, POINTER(c_int32)
)

csp_sealer_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_sealer(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("seal", csp_sealer_seal),
        ("open", csp_sealer_open),
        ("drop", csp_sealer_drop),
    ]

csp_secrets_fill = CFUNCTYPE(
    None, c_void_p, POINTER(c_uint8), c_size_t, POINTER(c_int32)
)

csp_secrets_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_secrets(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("fill", csp_secrets_fill),
        ("drop", csp_secrets_drop),
    ]


class csp_event(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("kind", c_int32),
        ("id", csp_id),
        ("position", c_uint64),
        ("version", c_uint64),
        ("at_us", c_int64),
        ("partner", csp_id),
        ("asker", csp_id),
        ("request", csp_id),
        ("user", csp_str),
        ("command", csp_str),
        ("name", csp_str),
        ("json", csp_str),
    ]

csp_listener_happened = CFUNCTYPE(
    None, c_void_p, POINTER(csp_event)
)

csp_listener_drop = CFUNCTYPE(
    None, c_void_p
)


class csp_listener(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("context", c_void_p),
        ("happened", csp_listener_happened),
        ("drop", csp_listener_drop),
    ]


class csp_engine_options(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("url", csp_str),
        ("storage", POINTER(csp_storage)),
        ("clock", POINTER(csp_clock)),
        ("manual_clock", c_void_p),
        ("fulfilment", POINTER(csp_fulfilment)),
        ("sealer", POINTER(csp_sealer)),
        ("sealing_key", csp_str),
        ("secrets", POINTER(csp_secrets)),
        ("listener", POINTER(csp_listener)),
        ("profile", csp_str),
        ("country_rules", POINTER(csp_str)),
        ("country_rules_count", c_size_t),
        ("first_counted_id", c_uint64),
        ("attempts", c_int32),
        ("keeps_bills", c_int32),
        ("sqlite_normal", c_uint32),
        ("busy_timeout_ms", c_uint32),
    ]


class csp_due_report(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_all_done", c_int32),
        ("steps", c_uint64),
    ]


class csp_text(Structure):
    _fields_ = [
        ("data", c_char * 40),
    ]


class csp_row(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("what", c_int32),
        ("kind", c_int32),
        ("reserved", c_uint32),
        ("id", csp_id),
        ("version", c_uint64),
        ("next_due_us", c_int64),
        ("json", csp_str),
        ("text", csp_str),
    ]


class csp_page(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_one_page", c_int32),
        ("rows", c_uint64),
        ("after", csp_str),
    ]


class csp_availability(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("is_available", c_int32),
        ("offer", csp_id),
        ("name", csp_str),
        ("unit_price", csp_money),
        ("has_price", c_int32),
        ("reserved", c_uint32),
        ("rule", csp_str),
        ("reason", csp_str),
        ("sentence", csp_str),
    ]


class csp_customer_filter(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("name_prefix", csp_str),
        ("reseller", csp_id),
    ]


class csp_phase_filter(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("phase", csp_str),
    ]


class csp_activity_filter(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("from", POINTER(c_int32)),
        ("to", POINTER(c_int32)),
        ("customer", csp_id),
    ]


class csp_import_report(Structure):
    _fields_ = [
        ("size", c_uint32),
        ("reserved", c_uint32),
        ("read", c_uint64),
        ("stored", c_uint64),
        ("unchanged", c_uint64),
        ("problems", c_uint64),
    ]


# What each function answers, and what it takes.
SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "csp_status_name": (c_char_p, [
        c_int32
    ]),
    "csp_role_name": (c_char_p, [
        c_int32
    ]),
    "csp_kind_name": (c_char_p, [
        c_int32
    ]),
    "csp_catalog_view_name": (c_char_p, [
        c_int32
    ]),
    "csp_cancellation_answer_name": (c_char_p, [
        c_int32
    ]),
    "csp_partner_kind_name": (c_char_p, [
        c_int32
    ]),
    "csp_cloud_name": (c_char_p, [
        c_int32
    ]),
    "csp_cycle_name": (c_char_p, [
        c_int32
    ]),
    "csp_qualification_name": (c_char_p, [
        c_int32
    ]),
    "csp_grant_kind_name": (c_char_p, [
        c_int32
    ]),
    "csp_metering_name": (c_char_p, [
        c_int32
    ]),
    "csp_limit_unit_name": (c_char_p, [
        c_int32
    ]),
    "csp_suspension_reason_name": (c_char_p, [
        c_int32
    ]),
    "csp_product_kind_name": (c_char_p, [
        c_int32
    ]),
    "csp_cancellation_way_name": (c_char_p, [
        c_int32
    ]),
    "csp_credit_way_name": (c_char_p, [
        c_int32
    ]),
    "csp_problem_type_name": (c_char_p, [
        c_int32
    ]),
    "csp_impact_name": (c_char_p, [
        c_int32
    ]),
    "csp_action_name": (c_char_p, [
        c_int32
    ]),
    "csp_charge_type_name": (c_char_p, [
        c_int32
    ]),
    "csp_invoice_type_name": (c_char_p, [
        c_int32
    ]),
    "csp_document_type_name": (c_char_p, [
        c_int32
    ]),
    "csp_deletion_cause_name": (c_char_p, [
        c_int32
    ]),
    "csp_suspended_by_name": (c_char_p, [
        c_int32
    ]),
    "csp_vetting_status_name": (c_char_p, [
        c_int32
    ]),
    "csp_partner_enrol": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_enrol_partner), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_enrol": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_enrol_partner), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_enrol": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_enrol_partner), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partner_change_billing_day": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_billing_day), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_change_billing_day": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_billing_day), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_change_billing_day": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_billing_day), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partner_restrict": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_restrict_partner), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_restrict": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_restrict_partner), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_restrict": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_restrict_partner), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partner_reinstate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reinstate_partner), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_reinstate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reinstate_partner), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_reinstate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reinstate_partner), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partner_record_agreement": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_agreement), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_record_agreement": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_agreement), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_record_agreement": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_agreement), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partner_leave_programme": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_leave_programme), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partner_leave_programme": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_leave_programme), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partner_leave_programme": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_leave_programme), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_create": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_create_customer), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_create": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_create_customer), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_create": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_create_customer), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_update_billing_profile": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_update_billing_profile), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_update_billing_profile": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_update_billing_profile), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_update_billing_profile": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_update_billing_profile), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_set_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_qualification), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_set_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_qualification), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_set_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_qualification), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_resolve_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_resolve_qualification), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_resolve_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_resolve_qualification), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_resolve_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_resolve_qualification), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_record_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_qualification), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_record_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_qualification), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_record_qualification": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_qualification), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_associate_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_associate_reseller), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_associate_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_associate_reseller), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_associate_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_associate_reseller), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_grant_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_grant_access), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_grant_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_grant_access), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_grant_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_grant_access), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_revoke_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_access), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_revoke_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_access), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_revoke_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_access), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_remove_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_relationship), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_remove_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_relationship), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_remove_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_relationship), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_request_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_relationship), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_request_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_relationship), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_request_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_relationship), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_customer_accept_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_relationship), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_customer_accept_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_relationship), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_customer_accept_relationship": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_relationship), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_offer_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_offer), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_offer_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_offer), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_offer_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_offer), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_offer_withdraw_listing": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_listing), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_offer_withdraw_listing": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_listing), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_offer_withdraw_listing": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_listing), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_offer_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_price), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_offer_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_price), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_offer_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_price), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_order), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_order), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_order), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_change_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_draft), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_change_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_draft), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_change_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_draft), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_order), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_order), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_order), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_place": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_place_order), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_place": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_place_order), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_place": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_place_order), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_cancel_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_draft), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_cancel_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_draft), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_cancel_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_draft), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_order_change_cycle": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_cycle), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_order_change_cycle": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_cycle), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_order_change_cycle": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_cycle), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_rename": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_rename_subscription), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_rename": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_rename_subscription), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_rename": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_rename_subscription), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_change_quantity": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_quantity), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_change_quantity": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_quantity), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_change_quantity": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_quantity), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_suspend": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_suspend_subscription), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_suspend": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_suspend_subscription), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_suspend": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_suspend_subscription), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_cancel": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_cancel": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_cancel": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_cancel_at_once": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription_at_once), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_cancel_at_once": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription_at_once), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_cancel_at_once": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_subscription_at_once), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_reactivate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reactivate_subscription), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_reactivate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reactivate_subscription), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_reactivate": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_reactivate_subscription), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_convert_trial": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_convert_trial), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_convert_trial": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_convert_trial), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_convert_trial": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_convert_trial), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_set_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_reseller), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_set_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_reseller), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_set_reseller": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_reseller), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_subscription_set_support_contact": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_support_contact), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_subscription_set_support_contact": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_support_contact), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_subscription_set_support_contact": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_support_contact), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_product_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_product), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_product_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_product), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_product_list": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_list_product), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_product_withdraw": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_product), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_product_withdraw": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_product), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_product_withdraw": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_product), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_product_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_product_price), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_product_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_product_price), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_product_set_price": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_set_product_price), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_software_order_buy_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_buy_software), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_software_order_buy_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_buy_software), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_software_order_buy_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_buy_software), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_software_order_cancel_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_software), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_software_order_cancel_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_software), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_software_order_cancel_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_software), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_software_order_exchange_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_exchange_software), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_software_order_exchange_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_exchange_software), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_software_order_exchange_software": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_exchange_software), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_software_order_ask_for_support": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_support), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_software_order_ask_for_support": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_support), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_software_order_ask_for_support": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_support), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_entitlement_get_keys": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_keys), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_entitlement_get_keys": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_keys), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_entitlement_get_keys": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_keys), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_entitlement_get_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_link), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_entitlement_get_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_link), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_entitlement_get_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_get_link), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_download_link_download": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_download), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_download_link_download": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_download), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_download_link_download": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_download), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_support_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_support_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_draft": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_draft_support_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_change": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_support_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_change": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_support_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_change": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_change_support_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_support_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_support_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_submit": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_submit_support_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_add_support_note": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_add_support_note), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_add_support_note": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_add_support_note), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_add_support_note": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_add_support_note), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_attach_file": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_attach_file), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_attach_file": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_attach_file), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_attach_file": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_attach_file), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_ask_for_attention": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_attention), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_ask_for_attention": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_attention), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_ask_for_attention": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_ask_for_attention), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_close": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_close_support_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_close": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_close_support_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_close": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_close_support_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_support_request_accept_refund": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_refund), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_support_request_accept_refund": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_refund), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_support_request_accept_refund": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_refund), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_partnership), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_partnership), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_request_partnership), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_edit_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_edit_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_edit_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_edit_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_edit_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_edit_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_accept": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_partnership), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_accept": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_partnership), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_accept": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_accept_partnership), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_decline": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_decline_partnership), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_decline": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_decline_partnership), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_decline": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_decline_partnership), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_withdraw_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_request), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_withdraw_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_request), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_withdraw_request": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_withdraw_request), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_remove": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_partnership), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_remove": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_partnership), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_remove": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_remove_partnership), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_partnership_revoke_provider_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_provider_access), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_partnership_revoke_provider_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_provider_access), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_partnership_revoke_provider_access": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_revoke_provider_access), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_invoice_record_payment": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_payment), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_invoice_record_payment": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_payment), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_invoice_record_payment": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_record_payment), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_invoice_credit_and_rebill": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_credit_and_rebill), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_preview_invoice_credit_and_rebill": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_credit_and_rebill), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_invoice_credit_and_rebill": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_credit_and_rebill), POINTER(c_uint64), POINTER(csp_error)
    ]),
    "csp_engine_open": (c_int32, [
        POINTER(csp_engine_options), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_engine_close": (None, [
        c_void_p
    ]),
    "csp_engine_listen": (c_int32, [
        c_void_p, POINTER(csp_listener), POINTER(csp_error)
    ]),
    "csp_version": (c_uint32, [
        
    ]),
    "csp_version_text": (c_char_p, [
        
    ]),
    "csp_run_due": (c_int32, [
        c_void_p, c_uint64, POINTER(csp_due_report), POINTER(csp_error)
    ]),
    "csp_manual_clock_open": (c_int32, [
        c_int64, POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_manual_clock_close": (None, [
        c_void_p
    ]),
    "csp_manual_clock_set": (c_int32, [
        c_void_p, c_int64, POINTER(csp_error)
    ]),
    "csp_manual_clock_advance": (c_int32, [
        c_void_p, c_int64, POINTER(csp_error)
    ]),
    "csp_manual_clock_now": (c_int32, [
        c_void_p, POINTER(c_int64), POINTER(csp_error)
    ]),
    "csp_text_of_id": (c_int32, [
        POINTER(csp_id), POINTER(csp_text), POINTER(csp_error)
    ]),
    "csp_text_of_day": (c_int32, [
        c_int32, POINTER(csp_text), POINTER(csp_error)
    ]),
    "csp_text_of_time": (c_int32, [
        c_int64, POINTER(csp_text), POINTER(csp_error)
    ]),
    "csp_text_of_money": (c_int32, [
        POINTER(csp_money), POINTER(csp_text), POINTER(csp_error)
    ]),
    "csp_id_of_text": (c_int32, [
        POINTER(csp_str), POINTER(csp_id), POINTER(csp_error)
    ]),
    "csp_day_of_text": (c_int32, [
        POINTER(csp_str), POINTER(c_int32), POINTER(csp_error)
    ]),
    "csp_time_of_text": (c_int32, [
        POINTER(csp_str), POINTER(c_int64), POINTER(csp_error)
    ]),
    "csp_offer_id_of": (c_int32, [
        POINTER(csp_str), POINTER(csp_id), POINTER(csp_error)
    ]),
    "csp_batch_open": (c_int32, [
        c_void_p, POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_batch_commit": (c_int32, [
        c_void_p, POINTER(csp_error)
    ]),
    "csp_batch_answer": (c_int32, [
        c_void_p, c_uint64, POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_batch_close": (None, [
        c_void_p
    ]),
    "csp_cursor_next": (c_int32, [
        c_void_p, POINTER(csp_row), POINTER(csp_error)
    ]),
    "csp_cursor_position": (c_int32, [
        c_void_p, POINTER(csp_str), POINTER(csp_error)
    ]),
    "csp_cursor_is_at_end": (c_int32, [
        c_void_p, POINTER(c_int32), POINTER(csp_error)
    ]),
    "csp_cursor_event": (c_int32, [
        c_void_p, POINTER(csp_event), POINTER(csp_error)
    ]),
    "csp_cursor_availability": (c_int32, [
        c_void_p, POINTER(csp_availability), POINTER(csp_error)
    ]),
    "csp_cursor_close": (None, [
        c_void_p
    ]),
    "csp_read": (c_int32, [
        c_void_p, POINTER(csp_actor), c_int32, POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_allowed": (c_int32, [
        c_void_p, POINTER(csp_actor), c_int32, POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_history": (c_int32, [
        c_void_p, POINTER(csp_actor), c_int32, POINTER(csp_id), c_uint64, POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_events": (c_int32, [
        c_void_p, POINTER(csp_actor), c_uint64, POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_customer_by_domain": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_str), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_customers": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_customer_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_subscriptions": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_phase_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_subscriptions_of_reseller": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_str), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_add_ons": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_sign_in": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_support_contact_of": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_orders": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_review_order": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_offers": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_limited_offers": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_country), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_availability_for": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), c_int32, c_int32, POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_partnerships": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_phase_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_products": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_software_items": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_software_orders": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_cancellable_orders": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_cancellation_of": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_support_form_of": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_support_requests": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_software_activity": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_activity_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_software_users": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_activity_filter), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_activity_log": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_activity_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_invoices": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_phase_filter), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_invoice_lines": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(csp_page), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_invoice_as_csv": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_invoice_as_json": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_forecast": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), c_int32, c_int32, POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_cancel_software_order": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_cancel_software), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_show_keys": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_artifact), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_show_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_artifact), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_show_download": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_draft_partnership": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_request_partnership), POINTER(csp_str), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_edit_partnership": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_id), POINTER(csp_str), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_accept_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_str), c_int32, POINTER(csp_id), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_decline_link": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_str), POINTER(csp_receipt), POINTER(csp_error)
    ]),
    "csp_set_up_customer": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_create_customer), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_setup_info": (c_int32, [
        c_void_p, POINTER(csp_actor), POINTER(csp_id), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_import_offers": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_str), POINTER(csp_import_report), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_import_prices": (c_int32, [
        c_void_p, POINTER(csp_request), POINTER(csp_str), POINTER(csp_import_report), POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_wizard_open": (c_int32, [
        POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_wizard_close": (None, [
        c_void_p
    ]),
    "csp_wizard_phase": (c_int32, [
        c_void_p, POINTER(csp_str), POINTER(csp_error)
    ]),
    "csp_wizard_start": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(csp_start_wizard), POINTER(csp_error)
    ]),
    "csp_wizard_give_details": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(csp_give_details), POINTER(csp_error)
    ]),
    "csp_wizard_choose_subscriptions": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(csp_choose_subscriptions), POINTER(csp_error)
    ]),
    "csp_wizard_cancel": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(csp_error)
    ]),
    "csp_wizard_finish": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(csp_error)
    ]),
    "csp_wizard_review": (c_int32, [
        c_void_p, POINTER(csp_actor), c_void_p, POINTER(c_void_p), POINTER(csp_error)
    ]),
    "csp_wizard_submit": (c_int32, [
        c_void_p, POINTER(csp_request), c_void_p, POINTER(c_void_p), POINTER(csp_error)
    ]),
}
