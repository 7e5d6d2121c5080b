"""Values that commands take and answers give: money, who asks, and what was done."""

import ctypes
from dataclasses import dataclass
from datetime import datetime
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, DecimalException, Inexact
from decimal import InvalidOperation, Overflow, Underflow
from functools import lru_cache
from typing import Any, Optional, Union
from uuid import UUID

from csp import _call, _convert, _native
from csp.enums import Kind, Role

# The context of the host's thread may round to six digits. This one has room for every amount, and never rounds.
EXACT = Context(MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow, Underflow])
MOST_DIGITS = 100  # a larger number is no amount, and may be one that takes years to write out


@lru_cache(maxsize=None)
def decimals_of(currency: str) -> int:
    """2 of "USD", 0 of "JPY": how csp itself writes one cent, yen or fils."""
    text = _native.csp_text()
    money = c_money(1, currency)
    _call.call("csp_text_of_money", ctypes.byref(money), ctypes.byref(text))
    number = text.data.decode().split(" ")[-1]
    return len(number.partition(".")[2])


def c_money(minor: int, currency: str, name: str = "amount") -> _native.csp_money:
    made = _native.csp_money()
    made.minor = _convert.whole(minor, ctypes.c_int64, name)
    made.currency.code = _convert.code_of(currency, "currency")
    return made


def decimal_of(amount: Union[Decimal, int, str]) -> Decimal:
    if not isinstance(amount, (Decimal, int, str)) or isinstance(amount, bool):
        raise TypeError(f"money is a Decimal, an int or a text, never a float; not {amount!r}")
    try:
        made = Decimal(amount, EXACT)
    except DecimalException:
        made = Decimal("NaN")
    if not made.is_finite():
        raise ValueError(f"{amount!r} is no amount")
    return made


def shifted(amount: Decimal, places: int) -> Decimal:
    try:
        return amount.scaleb(places, EXACT)
    except DecimalException as error:
        raise ValueError(f"{amount} is no amount") from error


@dataclass(frozen=True)
class Money:
    """An amount, exact to the smallest coin: Money("12.50", "USD"). A float is refused: it never is exact."""

    amount: Decimal
    currency: str

    def __init__(self, amount: Union[Decimal, int, str], currency: str) -> None:
        object.__setattr__(self, "amount", decimal_of(amount))
        object.__setattr__(self, "currency", currency)

    @staticmethod
    def of_minor(minor: int, currency: str) -> "Money":
        """1250 cents are Money("12.50", "USD")."""
        return Money(shifted(decimal_of(minor), -decimals_of(currency)), currency)

    @property
    def minor(self) -> int:
        """Cents, yen, fils."""
        scaled = shifted(self.amount, decimals_of(self.currency))
        if scaled.is_zero():
            return 0
        if scaled.adjusted() >= MOST_DIGITS:
            raise _convert.OutOfRange(f"{self.amount} {self.currency} does not fit into 64 bits")
        if scaled != scaled.to_integral_value(context=EXACT):
            raise ValueError(f"{self.currency} has no coin as small as that of {self.amount}")
        return int(scaled)

    def to_c(self, name: str = "amount") -> _native.csp_money:
        return c_money(self.minor, self.currency, name)

    def __str__(self) -> str:
        """As csp writes it: "USD 12.50"."""
        text = f"{self.amount:.{decimals_of(self.currency)}f}"
        return f"{self.currency} {text if Decimal(text) == self.amount else f'{self.amount:f}'}"


@dataclass(frozen=True)
class Actor:
    """Somebody of a partner, as you have signed them in. `user` is shown in the history."""

    user: str
    partner: Optional[UUID] = None  # None for the host
    roles: Role = Role(0)

    def to_c(self, texts: _convert.Texts) -> Any:
        made: Any = _convert.sized(_native.csp_actor)
        made.roles = _convert.whole(self.roles, ctypes.c_uint32, "roles")
        made.partner = _convert.c_id(self.partner)
        texts.put(self.user, made.user)
        texts.keep(made)
        return made


HOST = Actor("host", roles=Role.HOST)  # the embedding program itself, which may do everything


@dataclass(frozen=True)
class Receipt:
    """What was done. Once you have it, it survives the end of the process, unless the store is in memory."""

    kind: Kind
    id: UUID
    version: int
    at: datetime
    first_event: int  # its position in the feed
    events: int  # how many events it made, reactions included
    is_repeated: bool  # it had been done before, under the same request id

    @staticmethod
    def from_c(made: Any) -> "Receipt":
        return Receipt(
            kind=Kind(made.kind),
            id=UUID(bytes=bytes(made.id.bytes)),
            version=made.version,
            at=_convert.moment_of(made.at_us),
            first_event=made.first_event,
            events=made.events,
            is_repeated=made.is_repeated == 1,
        )


@dataclass(frozen=True)
class DueReport:
    """What Engine.run_due did."""

    steps: int  # how many deadlines were met
    is_all_done: bool  # False: the limit was reached and more is due, call again


@dataclass(frozen=True)
class ImportReport:
    """What an import did: how many entries it read, and what became of them."""

    read: int
    stored: int  # new, or different from what was stored
    unchanged: int
    problems: tuple[dict[str, Any], ...]  # each entry that is not in, with its place in "field"


def offer_id_of(catalog_id: str) -> UUID:
    """The id of the offer whose name in Microsoft's catalogue is `catalog_id`."""
    texts = _convert.Texts()
    offer = _native.csp_id()
    _call.call("csp_offer_id_of", ctypes.byref(texts.c_str(catalog_id)), ctypes.byref(offer))
    return UUID(bytes=bytes(offer.bytes))
