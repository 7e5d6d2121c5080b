"""A small shop behind the package: one partner, one customer, one offer, a clock that is turned by hand.

CSP_LIBRARY names the shared library. With CSP_INSTALLED the installed package is tested, otherwise the one here.
"""

import gc
import os
import sys
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterator
from uuid import UUID

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
if not os.environ.get("CSP_INSTALLED"):
    sys.path.insert(0, str(ROOT / "capi" / "python"))

import csp  # noqa: E402
from csp import _storage, _vtables, commands, enums  # noqa: E402

START = datetime(2019, 9, 2, 9, tzinfo=timezone.utc)
CATALOG_ID = "031C9E47-4802-4248-838E-778FB1D2CC05"


@dataclass
class Shop:
    engine: csp.Engine
    clock: csp.ManualClock
    ann: csp.Actor = field(default=csp.HOST)
    offer: UUID = field(default_factory=lambda: csp.offer_id_of(CATALOG_ID))
    customer: UUID = UUID(int=0)

    def stock(self) -> "Shop":
        enrolment = commands.Enrolment(
            company_name="Fabrikam",
            kind=enums.PartnerKind.DIRECT_BILL,
            mpn_id="4512345",
            country="US",
            billing_day=15,
            billing_currency="USD",
        )
        partner = self.engine.create(csp.HOST, commands.EnrolPartner(enrolment)).id
        self.ann = csp.Actor("ann@fabrikam.example.com", partner, csp.Role.ADMIN_AGENT)
        self.engine.execute(csp.HOST, self.offer, commands.ListOffer(listing()))
        price = commands.Price(market="US", unit_price=csp.Money("12.50", "USD"))
        self.engine.execute(csp.HOST, self.offer, commands.SetPrice(price))
        self.customer = self.engine.create(self.ann, contoso()).id
        return self

    def place(self, quantity: int, **options: Any) -> csp.Receipt:
        lines = [commands.OrderLine(self.offer, quantity)]
        return self.engine.create(self.ann, commands.PlaceOrder(self.customer, csp.Cycle.MONTHLY, lines), **options)

    def buy(self, quantity: int) -> UUID:
        order = self.engine.read(self.ann, csp.Kind.ORDER, self.place(quantity).id)
        return UUID(order.data["lines"][0]["subscription"])

    def suspend(self, subscription: UUID) -> csp.Receipt:
        command = commands.SuspendSubscription(enums.SuspensionReason.NON_PAYMENT)
        return self.engine.execute(self.ann, subscription, command)


def listing() -> commands.Listing:
    return commands.Listing(
        country="US",
        catalog_id=CATALOG_ID,
        name="Business Premium",
        maximum_quantity=300,
        cycles=[csp.Cycle.MONTHLY, csp.Cycle.ANNUAL],
    )


def contoso() -> commands.CreateCustomer:
    address = commands.Address(
        line1="1 Main Street",
        city="Redmond",
        state="WA",
        postal_code="98052",
        country="US",
        first_name="Ben",
        last_name="Smith",
        phone="4255550100",
    )
    profile = commands.BillingProfile(
        company_name="Contoso", email="ben@contoso.example.com", culture="en-US", language="en", address=address
    )
    return commands.CreateCustomer(domain="contoso.example.com", profile=profile)


def open_shop(**options: Any) -> Shop:
    """Ids are counted, so that two shops are the same to the last byte."""
    clock = csp.ManualClock(START)
    return Shop(csp.Engine(clock=clock, first_counted_id=1, **options), clock).stock()


@pytest.fixture
def shop() -> Iterator[Shop]:
    opened = open_shop()
    with opened.engine:
        yield opened


@pytest.fixture
def nothing_is_kept_for_ever() -> Iterator[None]:
    before = len(_vtables.ports)
    yield
    gc.collect()
    assert len(_vtables.ports) == before
    assert len(_storage.transactions) == 0
