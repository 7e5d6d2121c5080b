"""What is too large, or no number at all, is refused by name, and never cut on its way to C."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Callable, Optional
from uuid import UUID

import pytest

import csp
from conftest import Shop, listing, open_shop
from csp import _convert, commands, ports
from csp._command import pack
from dict_storage import DictStorage, DictTransaction

TOO_MUCH = {2**64, -1, 2**70}
LINE = commands.OrderLine(csp.offer_id_of("x"), 1)

CALLS: dict[str, Callable[[Shop, Any], object]] = {
    "roles": lambda s, n: s.engine.offers(csp.Actor("eve", s.ann.partner, n)),
    "expected_version": lambda s, n: s.engine.execute(s.ann, s.customer, commands.CancelDraft(), expected_version=n),
    "rows": lambda s, n: s.engine.offers(s.ann, page=csp.Page(rows=n)),
    "after": lambda s, n: s.engine.events(s.ann, after=n),
    "after_version": lambda s, n: s.engine.history(s.ann, csp.Kind.CUSTOMER, s.customer, n),
    "limit": lambda s, n: s.engine.run_due(n),
    "place": lambda s, n: s.engine.batch().answer(n),
    "first_counted_id": lambda s, n: csp.Engine(first_counted_id=n),
    "attempts": lambda s, n: csp.Engine(attempts=n + 2**31 if n > 0 else n - 2**31),
    "busy_timeout_ms": lambda s, n: csp.Engine(busy_timeout_ms=n),
    "kind": lambda s, n: s.engine.read(s.ann, csp.Kind(n + 2**31 if n > 0 else n - 2**31), s.customer),
    "cycle": lambda s, n: s.engine.availability(s.ann, s.customer, csp.Cycle(n * 2**40)),
    "view": lambda s, n: s.engine.availability(s.ann, s.customer, view=csp.CatalogView(n * 2**40)),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_number_that_does_not_fit_is_named(shop: Shop, name: str) -> None:
    for number in TOO_MUCH:
        with pytest.raises(ValueError, match=f"^{name}: ") as caught:
            CALLS[name](shop, number)
        assert isinstance(caught.value, OverflowError)


def test_the_host_is_not_what_is_left_of_a_larger_number(shop: Shop) -> None:
    with pytest.raises(ValueError, match="^roles: 4294967297 does not fit into 32 bits$"):
        shop.engine.offers(csp.Actor("eve", roles=csp.Role(2**32 | csp.Role.HOST)))
    with pytest.raises(ValueError, match="^by: "):
        shop.clock.advance(timedelta.max)


@pytest.mark.parametrize("name", ["expected_version", "rows", "after", "after_version", "limit", "place"])
@pytest.mark.parametrize("wrong", [True, False, 1.0, "1", None])
def test_what_is_no_number_is_named(shop: Shop, name: str, wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"^{name}: a whole number is wanted"):
        CALLS[name](shop, wrong)


@pytest.mark.parametrize(
    ("where", "command"),
    [
        ("quantity", commands.ChangeQuantity(2**31)),
        ("quantity", commands.ChangeQuantity(-(2**31) - 1)),
        ("lines[1].quantity", commands.PlaceOrder(lines=[LINE, replace(LINE, quantity=2**32)])),
        ("enrolment.billing_day", commands.EnrolPartner(commands.Enrolment(billing_day=2**40))),
        ("listing.cycles[0]", commands.ListOffer(replace(listing(), cycles=[csp.Cycle(2**33)]))),
        ("price.unit_price", commands.SetPrice(commands.Price("US", csp.Money(2**63, "JPY")))),
        ("listing.country", commands.ListOffer(replace(listing(), country="USAX"))),
    ],
)
def test_the_field_of_a_command_that_does_not_fit_is_named(where: str, command: csp.Command) -> None:
    with pytest.raises(ValueError) as caught:
        pack(command, _convert.Texts())
    assert str(caught.value).startswith(f"{where}: ")


def odd(value: Any) -> Any:
    """What the type hints do not allow."""
    return value


WRONG: list[tuple[str, Any]] = [
    ("quantity", commands.ChangeQuantity(False)),
    ("quantity", commands.ChangeQuantity(True)),
    ("lines[0].quantity", commands.PlaceOrder(lines=[replace(LINE, quantity=False)])),
    ("listing.is_add_on", commands.ListOffer(replace(listing(), is_add_on=odd(1)))),
    ("listing.is_trial", commands.ListOffer(replace(listing(), is_trial=odd(0)))),
    ("listing.metering", commands.ListOffer(replace(listing(), metering=odd(False)))),
    ("listing.name", commands.ListOffer(replace(listing(), name=odd(4512345)))),
    ("listing.country", commands.ListOffer(replace(listing(), country=odd(1)))),
    ("friendly_name", commands.RenameSubscription(odd(4512345))),
    ("price.unit_price", commands.SetPrice(commands.Price("US", odd(1250)))),
    ("price.valid_from", commands.SetPrice(commands.Price("US", None, odd(18000)))),
    ("customer", commands.PlaceOrder(odd(str(UUID(int=1))))),
    ("lines", commands.PlaceOrder(lines=odd("abc"))),
    ("profile", commands.CreateCustomer(profile=odd(LINE))),
]


@pytest.mark.parametrize(("where", "command"), WRONG)
def test_the_field_of_a_command_that_is_something_else_is_named(where: str, command: csp.Command) -> None:
    with pytest.raises(TypeError) as caught:
        pack(command, _convert.Texts())
    assert str(caught.value).startswith(f"{where}: ")


def test_a_flag_is_true_or_false(shop: Shop) -> None:
    asked: list[Callable[[Any], object]] = [
        lambda wrong: csp.Engine(keeps_bills=wrong),
        lambda wrong: csp.Engine(sqlite_normal=wrong),
        lambda wrong: shop.engine.offers(shop.ann, csp.Page(is_one_page=wrong)),
        lambda wrong: shop.engine.accept_link(csp.HOST, "https://example.com/x", wrong),
    ]
    for ask in asked:
        with pytest.raises(TypeError, match="True or False is wanted, not 'no'"):
            ask("no")
    with pytest.raises(TypeError):
        shop.engine.customer_by_domain(shop.ann, odd(5))


class Boasting(DictStorage):
    """What it says is larger than any store."""

    boasts = False

    def begin(self, for_writing: bool) -> ports.Transaction:
        self.turn.acquire()
        return BoastingTransaction(self)


class BoastingTransaction(DictTransaction):
    store: Boasting

    def load(self, kind: int, id: UUID) -> Optional[ports.StoredRecord]:
        found = super().load(kind, id)
        return replace(found, version=found.version + 2**64) if found and self.store.boasts else found

    def append(self, event: ports.StoredEvent) -> int:
        return super().append(event) + (2**64 if self.store.boasts else 0)


def test_what_a_store_says_is_not_cut_either() -> None:
    storage = Boasting()
    other = open_shop(storage=storage)
    with other.engine:
        storage.boasts = True
        with pytest.raises(csp.StorageFailed) as caught:
            other.engine.read(csp.HOST, csp.Kind.CUSTOMER, other.customer)
        assert isinstance(caught.value.__cause__, ValueError)
        with pytest.raises(csp.StorageFailed) as caught:
            other.place(1)
        assert isinstance(caught.value.__cause__, ValueError)
