"""What queries answer: an iterator over rows, read a page at a time."""

import ctypes
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Generic, Iterator, Optional, TypeVar
from uuid import UUID

from csp import _call, _convert, _native
from csp._handle import Handle
from csp._json import Data, read_json
from csp.enums import Kind, RowKind, Status
from csp.errors import Busy
from csp.values import Money

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One answer of a query. `data` has all its fields as csp writes them; what is money is a Money in it."""

    what: RowKind
    kind: Optional[Kind]  # of the record; None: it is none
    id: Optional[UUID]
    version: int  # the stored one: what a request may expect
    next_due: Optional[datetime]  # its next deadline; None: never
    data: Data
    text: str  # a file as it is, or what is shown once: a key, an address, a password


@dataclass(frozen=True)
class Event:
    """Something that has happened, or in a preview would."""

    position: int  # in the feed
    kind: Kind  # of the record
    id: UUID
    version: int  # the record's, once it had happened; 0 for a refused command
    at: datetime  # for what fell due, the due time
    name: str  # "subscription_suspended", or "command_refused"
    command: str  # "suspend_subscription"
    user: str  # who asked; empty for what fell due
    partner: Optional[UUID]
    asker: Optional[UUID]  # whose user asked, where it was not `partner`: a reseller's
    request: Optional[UUID]
    data: Data  # the event and its fields


@dataclass(frozen=True)
class Page:
    """Where to begin, and how much to read at a time."""

    rows: int = 0  # 1 to 1000; 0: 100
    after: str = ""  # what Rows.position said; "": from the start
    is_one_page: bool = False  # True: end with the page; otherwise the next one is read as needed

    def to_c(self, texts: _convert.Texts) -> Any:
        made: Any = _convert.sized(_native.csp_page)
        made.rows = _convert.whole(self.rows, ctypes.c_uint64, "rows")
        made.is_one_page = _convert.yes_or_no(self.is_one_page, "is_one_page")
        texts.put(self.after, made.after)
        texts.keep(made)
        return made


class Rows(Handle, Generic[T], Iterator[T]):
    """An iterator over the rows of a query. On the feed, one that came to its end may be asked again later."""

    def __init__(self, open_into: Callable[[Any], object], make: Callable[[Any], T]) -> None:
        self._make = make
        # What C shows lives until the next call on the same cursor. A callback of that very call, or a handler of a
        # signal, is on the same thread: it is let in, and sent away (Busy).
        self._lock = threading.RLock()
        self._is_read = False
        self._is_left = False  # closed; by who reads them, once that is over
        super().__init__("csp_cursor_close", open_into, self._lock)

    def _asked(self, name: str, out: Any, give: Callable[[Any], A]) -> A:
        """What `give` makes of what C shows, while nobody else asks and nobody closes."""
        ticket = self._ticket  # before the lock, which after a fork may be another process's thread's
        taken: list[bool] = []
        is_first = False
        try:
            # Who has the rows may wait for the engine, and the engine for the callback: one that waited would be for
            # ever. It is one step of C: Ctrl+C comes before it, or after it.
            taken.extend(map(self._lock.acquire, (not _call.is_callback(),)))
            if not taken[0] or self._is_read:
                sentence = "these rows are being read, and neither a callback nor the reader itself can wait for that"
                raise Busy(Status.BUSY, sentence, reason="busy")
            self._is_read = is_first = True
            if _call.call(name, ticket, ctypes.byref(out)) == _native.CSP_END:
                raise StopIteration
            return give(out)
        finally:
            if is_first:
                self._is_read = False
            try:
                if True in taken:
                    self._lock.release()
            finally:
                if self._is_left:
                    self.close()

    def close(self) -> None:
        """While they are being read they are only left, and closed once that is over."""
        self._is_left = True
        taken: list[bool] = []
        try:
            taken.extend(map(self._lock.acquire, (False,)))
            if taken[0] and not self._is_read:
                super().close()
        finally:
            if True in taken:
                self._lock.release()

    def __next__(self) -> T:
        return self._asked("csp_cursor_next", _convert.sized(_native.csp_row), self._make)

    @property
    def position(self) -> str:
        """Where the page behind the one that is being read begins, for Page.after; "": there is none, and the feed
        always has one."""
        return self._asked("csp_cursor_position", _native.csp_str(), _convert.text_of)

    @property
    def is_at_end(self) -> bool:
        """Whether nothing stands behind the page that is being read, on the feed as of now: a page of it may be empty
        and not the last, where nothing was the asker's to see."""
        return self._asked("csp_cursor_is_at_end", ctypes.c_int32(), lambda answer: bool(answer.value))

    def one(self) -> T:
        """The only row, and the cursor is closed. LookupError: there is none."""
        with self:
            for row in self:
                return row
        raise LookupError("the query has no row")


def row_from(row: Any) -> Row:
    return Row(
        what=RowKind(row.what),
        kind=Kind(row.kind) if row.kind else None,
        id=_convert.uuid_of(row.id),
        version=row.version,
        next_due=_convert.moment_or_never(row.next_due_us) if row.next_due_us else None,
        data=read_json(_convert.bytes_of(row.json) or b"{}"),
        text=_convert.text_of(row.text),
    )


def event_from(row: Any) -> Event:
    """Of a row of the feed, of a history or of a preview."""
    told = read_json(_convert.bytes_of(row.json))
    what = told["what"]
    return Event(
        position=told["position"],
        kind=Kind(row.kind),
        id=UUID(bytes=bytes(row.id.bytes)),
        version=row.version,
        at=_convert.moment_of_text(told["at"]),
        name=what["event"],
        command=told["command"],
        user=told["user"],
        partner=_convert.uuid_or_none(told["partner"]),
        asker=_convert.uuid_or_none(told["asker"]),
        request=_convert.uuid_or_none(told["request"]),
        data=what,
    )


def event_told(event: Any) -> Event:
    """Of the struct that a listener is given."""
    return Event(
        position=event.position,
        kind=Kind(event.kind),
        id=UUID(bytes=bytes(event.id.bytes)),
        version=event.version,
        at=_convert.moment_of(event.at_us),
        name=_convert.text_of(event.name),
        command=_convert.text_of(event.command),
        user=_convert.text_of(event.user),
        partner=_convert.uuid_of(event.partner),
        asker=_convert.uuid_of(event.asker),
        request=_convert.uuid_of(event.request),
        data=read_json(_convert.bytes_of(event.json))["what"],
    )


@dataclass(frozen=True)
class Allowed:
    """What can be asked of a record now, or why it cannot."""

    command: str  # "cancel_subscription"
    why_not: Optional[Data]  # None: it can; otherwise its "rule", "reason", "sentence"


@dataclass(frozen=True)
class Availability:
    """Whether a customer may buy an offer now."""

    offer: UUID
    name: str
    unit_price: Optional[Money]  # per licence and month; None: no price is known for today
    reasons: tuple[Data, ...]  # every reason why not, each with its "rule", "reason", "sentence"

    @property
    def is_available(self) -> bool:
        return not self.reasons


@dataclass(frozen=True)
class Coming:
    """A deadline that would lie ahead."""

    kind: Kind
    id: UUID
    at: datetime
    command: str  # "renew_subscription"


@dataclass(frozen=True)
class Preview:
    """What a command would do; nothing is stored."""

    events: tuple[Event, ...]
    charges: tuple[Data, ...]  # the money lines that it would make
    coming: tuple[Coming, ...]


def allowed_from(row: Any) -> Allowed:
    told = read_json(_convert.bytes_of(row.json))
    return Allowed(told["command"], told["why_not"])


def availability_from(row: Any) -> Availability:
    told = read_json(_convert.bytes_of(row.json))
    return Availability(UUID(told["offer"]), told["name"], told["unit_price"], tuple(told["reasons"]))


def step_of_preview(row: Any) -> Any:
    """Each row in the shape that Preview has for it."""
    if row.what == RowKind.EVENT:
        return event_from(row)
    told = read_json(_convert.bytes_of(row.json))
    if row.what != RowKind.COMING:
        return told
    at = _convert.moment_of_text(told["at"])
    return Coming(Kind(row.kind), UUID(bytes=bytes(row.id.bytes)), at, told["command"])


def preview_from(steps: list[Any]) -> Preview:
    return Preview(
        events=tuple(step for step in steps if isinstance(step, Event)),
        charges=tuple(step for step in steps if isinstance(step, Data)),
        coming=tuple(step for step in steps if isinstance(step, Coming)),
    )
