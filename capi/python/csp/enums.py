"""The constants of csp. Printed by capi/bindings/generate.py; do not edit.

A number that this list does not know stays visible: Kind(99) is <Kind.UNKNOWN_99: 99>, and equals 99.
"""

from csp._numbers import Flags, Number


class Status(Number):
    """Status."""

    OK = 0
    END = 1  # the cursor has no more rows
    INVALID = -1  # the value itself is malformed, whatever the records say
    NOT_FOUND = -2  # no such record, or another partner's: the same answer
    REFUSED = -3  # a rule says no, now
    CONFLICT = -4  # the record changed meanwhile; read it again
    STORAGE = -5  # the store failed, is locked, is full, is damaged
    BUSY = -6  # called from inside a callback of the same engine
    UNSUPPORTED = -7  # made by a newer csp, or asked of an older one
    NO_MEMORY = -8
    INTERNAL = -9  # csp is wrong, or a port of yours is missing or failed
    FORBIDDEN = -10  # the actor's roles do not allow it


class Role(Flags):
    """What an actor may be; several are joined by |."""

    HOST = 1  # the embedding program itself
    GLOBAL_ADMIN = 2
    ADMIN_AGENT = 4
    SALES_AGENT = 8
    HELPDESK_AGENT = 16
    BILLING_ADMIN = 32
    USER_MANAGEMENT_ADMIN = 64
    ACCOUNT_ADMIN = 128
    REFERRAL_ADMIN = 256
    MARKETING_CONTENT_ADMIN = 512


class Kind(Number):
    """Kind."""

    PARTNER = 1
    CUSTOMER = 2
    OFFER = 3
    ORDER = 4
    SUBSCRIPTION = 5
    PRODUCT = 6
    SOFTWARE_ORDER = 7
    ENTITLEMENT = 8
    DOWNLOAD_LINK = 9
    SUPPORT_REQUEST = 10
    ACTIVITY = 11
    PARTNERSHIP = 12
    CHARGE = 13
    BILLING = 14
    LEDGER = 15
    INVOICE = 16


class CatalogView(Number):
    """Catalog view."""

    REGULAR = 1
    TRIAL = 2


class CancellationAnswer(Number):
    """Cancellation answer."""

    CAN_BE_CANCELLED = 1
    WINDOW_PASSED = 2
    SUPPORT_REQUEST_REQUIRED = 3
    NOT_CANCELLABLE = 4
    ALREADY_CANCELLED = 5


class PartnerKind(Number):
    """Partner kind."""

    DIRECT_BILL = 1
    INDIRECT_PROVIDER = 2
    INDIRECT_RESELLER = 3


class Cloud(Number):
    """Cloud."""

    GLOBAL = 1
    US_GOVERNMENT = 2
    GERMANY = 3
    CHINA_21VIANET = 4


class Cycle(Number):
    """Cycle."""

    MONTHLY = 1
    ANNUAL = 2
    NONE = 3
    ONE_TIME = 4


class Qualification(Number):
    """Qualification."""

    NONE = -1  # stored as 0
    EDUCATION = 1
    NONPROFIT = 2
    GOVERNMENT_COMMUNITY_CLOUD = 3
    STATE_OWNED_ENTITY = 4


class GrantKind(Number):
    """Grant kind."""

    RESELLER_ADMIN = 1
    AZURE_TENANT_OWNER = 2


class Metering(Number):
    """Metering."""

    NONE = -1  # stored as 0
    USAGE = 1
    LICENSE = 2


class LimitUnit(Number):
    """Limit unit."""

    NONE = -1  # stored as 0
    CONCURRENT = 1
    LIFETIME = 2


class SuspensionReason(Number):
    """Suspension reason."""

    CUSTOMER_REQUEST = 1
    NON_PAYMENT = 2
    FRAUD = 3


class ProductKind(Number):
    """Product kind."""

    PERPETUAL_SOFTWARE = 1
    SOFTWARE_SUBSCRIPTION = 2
    RESERVATION = 3
    LINUX_PLAN = 4
    SECURITY_UPDATES = 5


class CancellationWay(Number):
    """Cancellation way."""

    NONE = 1
    WINDOW = 2
    SUPPORT_ONLY = 3


class CreditWay(Number):
    """Credit way."""

    BY_KIND = -1  # stored as 0
    FULL = 1
    PRORATED = 2


class ProblemType(Number):
    """Problem type."""

    OTHER = -1  # stored as 0
    CSP_PURCHASE_REFUND_ON_BEHALF_OF_CUSTOMERS = 1


class Impact(Number):
    """Impact."""

    UNKNOWN = -1  # stored as 0
    CRITICAL = 1
    MODERATE = 2
    MINIMAL = 3


class Action(Number):
    """Action."""

    KEY_ACCESSED = 1
    LINK_ISSUED = 2
    DOWNLOADED = 3


class ChargeType(Number):
    """Charge type."""

    ACTIVATION_FEE = 1
    CYCLE_FEE = 2
    CYCLE_INSTANCE_PRORATE = 3
    RENEW_FEE = 4
    CANCEL_FEE = 5
    PRORATE_FEES_WHEN_PURCHASE = 6
    PRORATE_FEES_WHEN_RENEW = 7
    PRORATE_FEES_WHEN_ACTIVATE = 8
    PRORATE_FEES_WHEN_CANCEL = 9
    PRORATE_FEES_WHEN_CONVERT_AWAY = 10
    PRORATE_FEES_WHEN_CONVERT_TO = 11
    NEW_PURCHASE = 20
    CUSTOMER_CREDIT = 21


class InvoiceType(Number):
    """Invoice type."""

    RECURRING = 1
    ONE_TIME = 2


class DocumentType(Number):
    """Document type."""

    INVOICE = 1
    CREDIT_NOTE = 2


class DeletionCause(Number):
    """Deletion cause."""

    EXPIRED = 1
    TRIAL_ENDED = 2
    TERM_ENDED = 3
    CANCELLED = 4
    PARENT_ENDED = 5


class SuspendedBy(Number):
    """Suspended by."""

    HAND = 1
    PARENT = 2


class VettingStatus(Number):
    """Vetting status."""

    NONE = -1  # stored as 0
    IN_REVIEW = 1
    DENIED = 2


class RowKind(Number):
    """What a row of a query is."""

    RECORD = 1  # a record as it stands
    EVENT = 2  # of the feed, of a history, or of a preview
    CHARGE = 3  # of a preview: a money line that it would make
    COMING = 4  # of a preview or a review: a deadline that would lie ahead
    ANSWER = 5  # anything else: docs/c-api.md names the fields of each
