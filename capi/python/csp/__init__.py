"""The rules of Microsoft's Cloud Solution Provider programme: customers, offers, orders, subscriptions, money.

    import csp
    from csp import commands

    with csp.Engine.sqlite("shop.db") as engine:
        receipt = engine.create(csp.HOST, commands.EnrolPartner(...))

`commands` has every command, `enums` every constant, `ports` what you may bring along. See docs/python.md.
"""

from csp import commands, enums, ports
from csp._command import Command
from csp._json import Data
from csp._library import version
from csp.batch import Batch
from csp.clock import ManualClock
from csp.engine import Engine
from csp.enums import CatalogView, Cycle, Kind, Role, RowKind, Status
from csp.errors import (
    Busy,
    Conflict,
    CspError,
    Forbidden,
    Internal,
    Invalid,
    NotFound,
    OutOfMemory,
    Refused,
    StorageFailed,
    Unsupported,
)
from csp.rows import Allowed, Availability, Coming, Event, Page, Preview, Row, Rows
from csp.values import HOST, Actor, DueReport, ImportReport, Money, Receipt, offer_id_of
from csp.wizard import Wizard

__all__ = [
    "HOST",
    "Actor",
    "Allowed",
    "Availability",
    "Batch",
    "Busy",
    "CatalogView",
    "Coming",
    "Command",
    "Conflict",
    "CspError",
    "Cycle",
    "Data",
    "DueReport",
    "Engine",
    "Event",
    "Forbidden",
    "ImportReport",
    "Internal",
    "Invalid",
    "Kind",
    "ManualClock",
    "Money",
    "NotFound",
    "OutOfMemory",
    "Page",
    "Preview",
    "Receipt",
    "Refused",
    "Role",
    "Row",
    "RowKind",
    "Rows",
    "Status",
    "StorageFailed",
    "Unsupported",
    "Wizard",
    "commands",
    "enums",
    "offer_id_of",
    "ports",
    "version",
]
