"""Every command of every noun, and what they are made of. Printed by capi/bindings/generate.py; do not edit.

A command is a value: make it, then give it to Engine.execute, create, preview or a batch. None, "", 0 and () mean
"the default". The first lines of each command are rows of the table (from -> to, rule) and the roles that may ask.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Optional, Sequence
from uuid import UUID

from csp._command import Command, Part
from csp.enums import (
    CancellationWay,
    Cloud,
    CreditWay,
    Cycle,
    GrantKind,
    Impact,
    Kind,
    LimitUnit,
    Metering,
    PartnerKind,
    ProblemType,
    ProductKind,
    Qualification,
    SuspensionReason,
)
from csp.values import Money


@dataclass(frozen=True)
class Enrolment(Part):
    """Part of EnrolPartner."""

    _struct: ClassVar[str] = "csp_enrolment"
    company_name: str = ""
    kind: Optional[PartnerKind] = None
    mpn_id: str = ""
    country: str = ""
    cloud: Optional[Cloud] = None  # the default: GLOBAL
    billing_day: int = 0  # the default: 1
    billing_currency: str = ""


@dataclass(frozen=True)
class Address(Part):
    """Part of BillingProfile."""

    _struct: ClassVar[str] = "csp_address"
    line1: str = ""
    line2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    region: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class BillingProfile(Part):
    """Part of CreateCustomer, UpdateBillingProfile, GiveDetails."""

    _struct: ClassVar[str] = "csp_billing_profile"
    company_name: str = ""
    email: str = ""
    culture: str = ""
    language: str = ""
    registration_number: str = ""
    address: Optional[Address] = None


@dataclass(frozen=True)
class FirstLine(Part):
    """Part of FirstOrder."""

    _struct: ClassVar[str] = "csp_first_line"
    offer: Optional[UUID] = None
    quantity: int = 0
    friendly_name: str = ""
    parent_line: Optional[int] = None
    reseller_mpn_id: str = ""


@dataclass(frozen=True)
class FirstOrder(Part):
    """Part of CreateCustomer, ChooseSubscriptions."""

    _struct: ClassVar[str] = "csp_first_order"
    cycle: Optional[Cycle] = None  # the default: MONTHLY
    lines: Sequence[FirstLine] = ()


@dataclass(frozen=True)
class AdminUser(Part):
    """Part of CreateCustomer."""

    _struct: ClassVar[str] = "csp_admin_user"
    user_name: str = ""
    password_hash: str = ""


@dataclass(frozen=True)
class Listing(Part):
    """Part of ListOffer."""

    _struct: ClassVar[str] = "csp_listing"
    country: str = ""
    catalog_id: str = ""
    name: str = ""
    minimum_quantity: int = 0  # the default: 1
    maximum_quantity: int = 0  # the default: 1
    is_add_on: Optional[bool] = None
    has_add_ons: Optional[bool] = None
    is_trial: Optional[bool] = None
    is_available: Optional[bool] = None  # the default: True
    auto_renews: Optional[bool] = None  # the default: True
    metering: Optional[Metering] = None  # the default: LICENSE
    cycles: Sequence[Cycle] = ()
    limit_unit: Optional[LimitUnit] = None  # the default: NONE
    limit: int = 0
    prerequisites: Sequence[UUID] = ()
    conversion_targets: Sequence[UUID] = ()
    upgrade_targets: Sequence[UUID] = ()
    customer_qualifications: Sequence[str] = ()
    partner_qualifications: Sequence[str] = ()
    sales_group: str = ""
    unit: str = ""
    product_name: str = ""
    other_fields: str = ""


@dataclass(frozen=True)
class Price(Part):
    """Part of SetPrice, SetProductPrice."""

    _struct: ClassVar[str] = "csp_price"
    market: str = ""
    unit_price: Optional[Money] = None
    valid_from: Optional[date] = None
    valid_until: Optional[date] = None


@dataclass(frozen=True)
class OrderLine(Part):
    """Part of DraftOrder, ChangeDraft, PlaceOrder."""

    _struct: ClassVar[str] = "csp_order_line"
    offer: Optional[UUID] = None
    quantity: int = 0
    friendly_name: str = ""
    reseller_mpn_id: str = ""
    parent: Optional[UUID] = None
    parent_line: Optional[int] = None
    subscription: Optional[UUID] = None
    unit_price: Optional[Money] = None


@dataclass(frozen=True)
class Artifact(Part):
    """Part of ProductSheet, GetKeys, GetLink."""

    _struct: ClassVar[str] = "csp_artifact"
    version: str = ""
    language: str = ""
    file_type: str = ""


@dataclass(frozen=True)
class CancellationPolicy(Part):
    """Part of ProductSheet."""

    _struct: ClassVar[str] = "csp_cancellation_policy"
    from_: Optional[date] = None
    way: Optional[CancellationWay] = None  # the default: WINDOW
    days: int = 0


@dataclass(frozen=True)
class ProductSheet(Part):
    """Part of ListProduct."""

    _struct: ClassVar[str] = "csp_product_sheet"
    catalog_id: str = ""
    name: str = ""
    kind: Optional[ProductKind] = None  # the default: PERPETUAL_SOFTWARE
    term_months: int = 0
    minimum_quantity: int = 0  # the default: 1
    maximum_quantity: int = 0  # the default: 1
    artifacts: Sequence[Artifact] = ()
    cancellation: Sequence[CancellationPolicy] = ()
    credit: Optional[CreditWay] = None  # the default: BY_KIND
    has_hybrid_benefit: Optional[bool] = None


@dataclass(frozen=True)
class SoftwareWish(Part):
    """Part of BuySoftware."""

    _struct: ClassVar[str] = "csp_software_wish"
    product: Optional[UUID] = None
    quantity: int = 0
    tax: Optional[Money] = None


@dataclass(frozen=True)
class SupportContact(Part):
    """Part of SupportForm."""

    _struct: ClassVar[str] = "csp_support_contact"
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Attachment(Part):
    """Part of SupportForm, AttachFile."""

    _struct: ClassVar[str] = "csp_attachment"
    file_name: str = ""
    reference: str = ""


@dataclass(frozen=True)
class SupportForm(Part):
    """Part of DraftSupportRequest, ChangeSupportRequest."""

    _struct: ClassVar[str] = "csp_support_form"
    type: Optional[ProblemType] = None  # the default: OTHER
    impact: Optional[Impact] = None  # the default: UNKNOWN
    title: str = ""
    customer: Optional[UUID] = None
    domain: str = ""
    order: Optional[UUID] = None
    subscription: Optional[UUID] = None
    lines: Sequence[int] = ()
    refund_reason: str = ""
    amount: Optional[Money] = None
    description: str = ""
    contact: Optional[SupportContact] = None
    attachments: Sequence[Attachment] = ()


@dataclass(frozen=True)
class EnrolPartner(Command):
    """enrol_partner

    absent -> enrolled (RES-01)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_enrol_partner"
    _verb: ClassVar[str] = "partner_enrol"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = True
    enrolment: Optional[Enrolment] = None


@dataclass(frozen=True)
class ChangeBillingDay(Command):
    """change_billing_day

    enrolled -> enrolled (A-SUSPEND), restricted -> restricted (A-SUSPEND)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_change_billing_day"
    _verb: ClassVar[str] = "partner_change_billing_day"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = False
    billing_day: int = 0  # the default: 1


@dataclass(frozen=True)
class RestrictPartner(Command):
    """restrict_partner

    enrolled -> restricted (RES-01), restricted -> restricted (RES-01)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_restrict_partner"
    _verb: ClassVar[str] = "partner_restrict"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = False
    reason: str = ""


@dataclass(frozen=True)
class ReinstatePartner(Command):
    """reinstate_partner

    restricted -> enrolled (RES-01)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_reinstate_partner"
    _verb: ClassVar[str] = "partner_reinstate"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class RecordAgreement(Command):
    """record_agreement

    enrolled -> enrolled (RES-11), restricted -> restricted (RES-11)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_record_agreement"
    _verb: ClassVar[str] = "partner_record_agreement"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = False
    signed_on: Optional[date] = None


@dataclass(frozen=True)
class LeaveProgramme(Command):
    """leave_programme

    enrolled -> left (RES-01), restricted -> left (RES-01)
    Asked by: global_admin, host
    """

    _struct: ClassVar[str] = "csp_leave_programme"
    _verb: ClassVar[str] = "partner_leave_programme"
    _kind: ClassVar[Kind] = Kind.PARTNER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class CreateCustomer(Command):
    """create_customer

    absent -> active (CUS-01)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_create_customer"
    _verb: ClassVar[str] = "customer_create"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = True
    partner: Optional[UUID] = None
    domain: str = ""
    profile: Optional[BillingProfile] = None
    reseller: Optional[UUID] = None
    first_order: Optional[FirstOrder] = None
    admin_user: Optional[AdminUser] = None


@dataclass(frozen=True)
class UpdateBillingProfile(Command):
    """update_billing_profile

    active -> active (CUS-01)
    Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_update_billing_profile"
    _verb: ClassVar[str] = "customer_update_billing_profile"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    profile: Optional[BillingProfile] = None


@dataclass(frozen=True)
class SetQualification(Command):
    """set_qualification

    active -> active (CUS-02)
    Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_set_qualification"
    _verb: ClassVar[str] = "customer_set_qualification"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    qualification: Optional[Qualification] = None  # the default: NONE
    validation_code: str = ""


@dataclass(frozen=True)
class ResolveQualification(Command):
    """resolve_qualification

    active -> active (CUS-02)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_resolve_qualification"
    _verb: ClassVar[str] = "customer_resolve_qualification"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    is_approved: Optional[bool] = None
    reason: str = ""


@dataclass(frozen=True)
class RecordQualification(Command):
    """record_qualification

    active -> active (CUS-02)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_record_qualification"
    _verb: ClassVar[str] = "customer_record_qualification"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    qualification: Optional[Qualification] = None  # the default: NONE


@dataclass(frozen=True)
class AssociateReseller(Command):
    """associate_reseller

    active -> active (RES-05)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_associate_reseller"
    _verb: ClassVar[str] = "customer_associate_reseller"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    reseller: Optional[UUID] = None


@dataclass(frozen=True)
class GrantAccess(Command):
    """grant_access

    active -> active (RES-14)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_grant_access"
    _verb: ClassVar[str] = "customer_grant_access"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    reseller: Optional[UUID] = None
    kind: Optional[GrantKind] = None


@dataclass(frozen=True)
class RevokeAccess(Command):
    """revoke_access

    active -> active (RES-14), removed -> removed (RES-14)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_revoke_access"
    _verb: ClassVar[str] = "customer_revoke_access"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False
    reseller: Optional[UUID] = None
    kind: Optional[GrantKind] = None


@dataclass(frozen=True)
class RemoveRelationship(Command):
    """remove_relationship

    active -> removed (RES-02)
    Asked by: global_admin, host
    """

    _struct: ClassVar[str] = "csp_remove_relationship"
    _verb: ClassVar[str] = "customer_remove_relationship"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class RequestRelationship(Command):
    """request_relationship

    removed -> removed (RES-02)
    Asked by: admin_agent, global_admin, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_request_relationship"
    _verb: ClassVar[str] = "customer_request_relationship"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class AcceptRelationship(Command):
    """accept_relationship

    removed -> active (RES-02)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_accept_relationship"
    _verb: ClassVar[str] = "customer_accept_relationship"
    _kind: ClassVar[Kind] = Kind.CUSTOMER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class ListOffer(Command):
    """list_offer

    absent -> listed (OFF-03), listed -> listed (OFF-03)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_list_offer"
    _verb: ClassVar[str] = "offer_list"
    _kind: ClassVar[Kind] = Kind.OFFER
    _makes_a_record: ClassVar[bool] = True
    listing: Optional[Listing] = None


@dataclass(frozen=True)
class WithdrawListing(Command):
    """withdraw_listing

    listed -> listed (OFF-03)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_withdraw_listing"
    _verb: ClassVar[str] = "offer_withdraw_listing"
    _kind: ClassVar[Kind] = Kind.OFFER
    _makes_a_record: ClassVar[bool] = False
    country: str = ""


@dataclass(frozen=True)
class SetPrice(Command):
    """set_price

    listed -> listed (CONV-8)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_set_price"
    _verb: ClassVar[str] = "offer_set_price"
    _kind: ClassVar[Kind] = Kind.OFFER
    _makes_a_record: ClassVar[bool] = False
    price: Optional[Price] = None


@dataclass(frozen=True)
class DraftOrder(Command):
    """draft_order

    absent -> draft (SUB-01)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_draft_order"
    _verb: ClassVar[str] = "order_draft"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = True
    customer: Optional[UUID] = None
    cycle: Optional[Cycle] = None  # the default: MONTHLY
    lines: Sequence[OrderLine] = ()


@dataclass(frozen=True)
class ChangeDraft(Command):
    """change_draft

    draft -> draft (SUB-01)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_change_draft"
    _verb: ClassVar[str] = "order_change_draft"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = False
    cycle: Optional[Cycle] = None  # the default: MONTHLY
    lines: Sequence[OrderLine] = ()


@dataclass(frozen=True)
class SubmitOrder(Command):
    """submit_order

    draft -> completed (SUB-02)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_submit_order"
    _verb: ClassVar[str] = "order_submit"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class PlaceOrder(Command):
    """place_order

    absent -> completed (SUB-02)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_place_order"
    _verb: ClassVar[str] = "order_place"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = True
    customer: Optional[UUID] = None
    cycle: Optional[Cycle] = None  # the default: MONTHLY
    lines: Sequence[OrderLine] = ()


@dataclass(frozen=True)
class CancelDraft(Command):
    """cancel_draft

    draft -> cancelled (SUB-01)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_cancel_draft"
    _verb: ClassVar[str] = "order_cancel_draft"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class ChangeCycle(Command):
    """change_cycle

    completed -> completed (B5)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_change_cycle"
    _verb: ClassVar[str] = "order_change_cycle"
    _kind: ClassVar[Kind] = Kind.ORDER
    _makes_a_record: ClassVar[bool] = False
    cycle: Optional[Cycle] = None  # the default: MONTHLY


@dataclass(frozen=True)
class RenameSubscription(Command):
    """rename_subscription

    active -> active (SUB-03), suspended -> suspended (SUB-03)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_rename_subscription"
    _verb: ClassVar[str] = "subscription_rename"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    friendly_name: str = ""


@dataclass(frozen=True)
class ChangeQuantity(Command):
    """change_quantity

    active -> active (SUB-04)
    Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_change_quantity"
    _verb: ClassVar[str] = "subscription_change_quantity"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    quantity: int = 0


@dataclass(frozen=True)
class SuspendSubscription(Command):
    """suspend_subscription

    active -> suspended (SUS-01)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_suspend_subscription"
    _verb: ClassVar[str] = "subscription_suspend"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    reason: Optional[SuspensionReason] = None


@dataclass(frozen=True)
class CancelSubscription(Command):
    """cancel_subscription

    active -> suspended (SUS-01)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_cancel_subscription"
    _verb: ClassVar[str] = "subscription_cancel"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    reason: Optional[SuspensionReason] = None


@dataclass(frozen=True)
class CancelSubscriptionAtOnce(Command):
    """cancel_subscription_at_once

    active -> deleted (SUS-01), suspended -> deleted (SUS-01)
    Asked by: admin_agent, global_admin, host
    """

    _struct: ClassVar[str] = "csp_cancel_subscription_at_once"
    _verb: ClassVar[str] = "subscription_cancel_at_once"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    reason: Optional[SuspensionReason] = None
    acknowledged: Optional[bool] = None


@dataclass(frozen=True)
class ReactivateSubscription(Command):
    """reactivate_subscription

    suspended -> active (SUS-08)
    Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
    """

    _struct: ClassVar[str] = "csp_reactivate_subscription"
    _verb: ClassVar[str] = "subscription_reactivate"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class ConvertTrial(Command):
    """convert_trial

    active -> active (OFF-07)
    Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_convert_trial"
    _verb: ClassVar[str] = "subscription_convert_trial"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    offer: Optional[UUID] = None
    cycle: Optional[Cycle] = None  # the default: MONTHLY
    quantity: int = 0


@dataclass(frozen=True)
class SetReseller(Command):
    """set_reseller

    active -> active (RES-13)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_set_reseller"
    _verb: ClassVar[str] = "subscription_set_reseller"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    mpn_id: str = ""


@dataclass(frozen=True)
class SetSupportContact(Command):
    """set_support_contact

    active -> active (RES-14)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_set_support_contact"
    _verb: ClassVar[str] = "subscription_set_support_contact"
    _kind: ClassVar[Kind] = Kind.SUBSCRIPTION
    _makes_a_record: ClassVar[bool] = False
    reseller: Optional[UUID] = None


@dataclass(frozen=True)
class ListProduct(Command):
    """list_product

    absent -> listed (SWP-01), listed -> listed (SWP-01), withdrawn -> listed (SWP-01)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_list_product"
    _verb: ClassVar[str] = "product_list"
    _kind: ClassVar[Kind] = Kind.PRODUCT
    _makes_a_record: ClassVar[bool] = True
    sheet: Optional[ProductSheet] = None


@dataclass(frozen=True)
class WithdrawProduct(Command):
    """withdraw_product

    listed -> withdrawn (SWP-01)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_withdraw_product"
    _verb: ClassVar[str] = "product_withdraw"
    _kind: ClassVar[Kind] = Kind.PRODUCT
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class SetProductPrice(Command):
    """set_product_price

    listed -> listed (CONV-8), withdrawn -> withdrawn (CONV-8)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_set_product_price"
    _verb: ClassVar[str] = "product_set_price"
    _kind: ClassVar[Kind] = Kind.PRODUCT
    _makes_a_record: ClassVar[bool] = False
    price: Optional[Price] = None


@dataclass(frozen=True)
class BuySoftware(Command):
    """buy_software

    absent -> completed (SWP-01)
    Asked by: admin_agent, global_admin, host
    """

    _struct: ClassVar[str] = "csp_buy_software"
    _verb: ClassVar[str] = "software_order_buy_software"
    _kind: ClassVar[Kind] = Kind.SOFTWARE_ORDER
    _makes_a_record: ClassVar[bool] = True
    customer: Optional[UUID] = None
    lines: Sequence[SoftwareWish] = ()


@dataclass(frozen=True)
class CancelSoftware(Command):
    """cancel_software

    completed -> completed (CAN-01)
    Asked by: admin_agent, host
    """

    _struct: ClassVar[str] = "csp_cancel_software"
    _verb: ClassVar[str] = "software_order_cancel_software"
    _kind: ClassVar[Kind] = Kind.SOFTWARE_ORDER
    _makes_a_record: ClassVar[bool] = False
    customer: Optional[UUID] = None
    product: Optional[UUID] = None
    lines: Sequence[int] = ()
    acknowledged: Optional[bool] = None
    whole_order: Optional[bool] = None


@dataclass(frozen=True)
class ExchangeSoftware(Command):
    """exchange_software

    always refused
    Asked by: admin_agent, host
    """

    _struct: ClassVar[str] = "csp_exchange_software"
    _verb: ClassVar[str] = "software_order_exchange_software"
    _kind: ClassVar[Kind] = Kind.SOFTWARE_ORDER
    _makes_a_record: ClassVar[bool] = False
    product: Optional[UUID] = None


@dataclass(frozen=True)
class AskForSupport(Command):
    """ask_for_support

    completed -> completed (CAN-15)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_ask_for_support"
    _verb: ClassVar[str] = "software_order_ask_for_support"
    _kind: ClassVar[Kind] = Kind.SOFTWARE_ORDER
    _makes_a_record: ClassVar[bool] = False
    is_needed: Optional[bool] = None  # the default: True


@dataclass(frozen=True)
class GetKeys(Command):
    """get_keys

    owned -> owned (ENT-04)
    Asked by: admin_agent, host
    """

    _struct: ClassVar[str] = "csp_get_keys"
    _verb: ClassVar[str] = "entitlement_get_keys"
    _kind: ClassVar[Kind] = Kind.ENTITLEMENT
    _makes_a_record: ClassVar[bool] = False
    artifact: Optional[Artifact] = None


@dataclass(frozen=True)
class GetLink(Command):
    """get_link

    owned -> owned (ENT-04)
    Asked by: admin_agent, host
    """

    _struct: ClassVar[str] = "csp_get_link"
    _verb: ClassVar[str] = "entitlement_get_link"
    _kind: ClassVar[Kind] = Kind.ENTITLEMENT
    _makes_a_record: ClassVar[bool] = False
    artifact: Optional[Artifact] = None


@dataclass(frozen=True)
class Download(Command):
    """download

    valid -> valid (ENT-06)
    Asked by: admin_agent, host
    """

    _struct: ClassVar[str] = "csp_download"
    _verb: ClassVar[str] = "download_link_download"
    _kind: ClassVar[Kind] = Kind.DOWNLOAD_LINK
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class DraftSupportRequest(Command):
    """draft_support_request

    absent -> draft (SUP-01)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_draft_support_request"
    _verb: ClassVar[str] = "support_request_draft"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = True
    partner: Optional[UUID] = None
    form: Optional[SupportForm] = None


@dataclass(frozen=True)
class ChangeSupportRequest(Command):
    """change_support_request

    draft -> draft (SUP-01)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_change_support_request"
    _verb: ClassVar[str] = "support_request_change"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    form: Optional[SupportForm] = None


@dataclass(frozen=True)
class SubmitSupportRequest(Command):
    """submit_support_request

    draft -> open (SUP-07)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_submit_support_request"
    _verb: ClassVar[str] = "support_request_submit"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class AddSupportNote(Command):
    """add_support_note

    open -> open (SUP-07), attention_needed -> open (SUP-07), closed -> open (SUP-07)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_add_support_note"
    _verb: ClassVar[str] = "support_request_add_support_note"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    text: str = ""


@dataclass(frozen=True)
class AttachFile(Command):
    """attach_file

    draft -> draft (SUP-06), open -> open (SUP-06)
    Asked by: admin_agent, global_admin, helpdesk_agent, host
    """

    _struct: ClassVar[str] = "csp_attach_file"
    _verb: ClassVar[str] = "support_request_attach_file"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    attachment: Optional[Attachment] = None


@dataclass(frozen=True)
class AskForAttention(Command):
    """ask_for_attention

    open -> attention_needed (SUP-07)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_ask_for_attention"
    _verb: ClassVar[str] = "support_request_ask_for_attention"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    text: str = ""


@dataclass(frozen=True)
class CloseSupportRequest(Command):
    """close_support_request

    open -> closed (SUP-07), attention_needed -> closed (SUP-07)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_close_support_request"
    _verb: ClassVar[str] = "support_request_close"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    text: str = ""


@dataclass(frozen=True)
class AcceptRefund(Command):
    """accept_refund

    open -> closed (CAN-06), attention_needed -> closed (CAN-06)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_accept_refund"
    _verb: ClassVar[str] = "support_request_accept_refund"
    _kind: ClassVar[Kind] = Kind.SUPPORT_REQUEST
    _makes_a_record: ClassVar[bool] = False
    amount: Optional[Money] = None
    text: str = ""


@dataclass(frozen=True)
class RequestPartnership(Command):
    """request_partnership

    absent -> requested (RES-08), declined -> requested (RES-08), withdrawn -> requested (RES-08), removed -> requested
    (RES-08)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_request_partnership"
    _verb: ClassVar[str] = "partnership_request"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = True
    provider: Optional[UUID] = None
    reseller_email: str = ""
    text: str = ""
    link_digest: str = ""


@dataclass(frozen=True)
class EditRequest(Command):
    """edit_request

    requested -> requested (RES-10)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_edit_request"
    _verb: ClassVar[str] = "partnership_edit_request"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False
    text: str = ""
    link_digests: Sequence[str] = ()


@dataclass(frozen=True)
class AcceptPartnership(Command):
    """accept_partnership

    requested -> active (RES-11)
    Asked by: admin_agent, global_admin, host
    """

    _struct: ClassVar[str] = "csp_accept_partnership"
    _verb: ClassVar[str] = "partnership_accept"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False
    reseller: Optional[UUID] = None
    link_digest: str = ""
    is_authorised: Optional[bool] = None


@dataclass(frozen=True)
class DeclinePartnership(Command):
    """decline_partnership

    requested -> declined (RES-11)
    Asked by: admin_agent, global_admin, host
    """

    _struct: ClassVar[str] = "csp_decline_partnership"
    _verb: ClassVar[str] = "partnership_decline"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False
    link_digest: str = ""


@dataclass(frozen=True)
class WithdrawRequest(Command):
    """withdraw_request

    requested -> withdrawn (RES-08)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_withdraw_request"
    _verb: ClassVar[str] = "partnership_withdraw_request"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class RemovePartnership(Command):
    """remove_partnership

    active -> removed (RES-06)
    Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
    """

    _struct: ClassVar[str] = "csp_remove_partnership"
    _verb: ClassVar[str] = "partnership_remove"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False
    is_confirmed: Optional[bool] = None


@dataclass(frozen=True)
class RevokeProviderAccess(Command):
    """revoke_provider_access

    active -> active (RES-11)
    Asked by: global_admin, host
    """

    _struct: ClassVar[str] = "csp_revoke_provider_access"
    _verb: ClassVar[str] = "partnership_revoke_provider_access"
    _kind: ClassVar[Kind] = Kind.PARTNERSHIP
    _makes_a_record: ClassVar[bool] = False


@dataclass(frozen=True)
class RecordPayment(Command):
    """record_payment

    issued -> issued (CONV-5), overdue -> overdue (CONV-5)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_record_payment"
    _verb: ClassVar[str] = "invoice_record_payment"
    _kind: ClassVar[Kind] = Kind.INVOICE
    _makes_a_record: ClassVar[bool] = False
    amount: Optional[Money] = None


@dataclass(frozen=True)
class CreditAndRebill(Command):
    """credit_and_rebill

    issued -> credited (B11), overdue -> credited (B11)
    Asked by: host
    """

    _struct: ClassVar[str] = "csp_credit_and_rebill"
    _verb: ClassVar[str] = "invoice_credit_and_rebill"
    _kind: ClassVar[Kind] = Kind.INVOICE
    _makes_a_record: ClassVar[bool] = False
    reason: str = ""


@dataclass(frozen=True)
class StartWizard(Part):
    """A page of the new-customer wizard."""

    _struct: ClassVar[str] = "csp_start_wizard"
    reseller: Optional[UUID] = None


@dataclass(frozen=True)
class GiveDetails(Part):
    """A page of the new-customer wizard."""

    _struct: ClassVar[str] = "csp_give_details"
    domain: str = ""
    profile: Optional[BillingProfile] = None


@dataclass(frozen=True)
class ChooseSubscriptions(Part):
    """A page of the new-customer wizard."""

    _struct: ClassVar[str] = "csp_choose_subscriptions"
    first_order: Optional[FirstOrder] = None
