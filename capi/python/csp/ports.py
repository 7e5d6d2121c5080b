"""What a program may bring along instead of csp's own: a clock, a store, keys and addresses, a sealer, dice.

Inherit from one of these and give an instance to Engine. Its methods are called inside your calls, on your threads,
and from several threads at once where several engines have it; they must not use that engine (Busy). What they raise
is the cause of the CspError that your call then raises. `close` is called once for each engine that had it.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Iterable, Optional, Sequence
from uuid import UUID


class Port(ABC):
    def close(self) -> None:
        """csp is done with it."""


class Clock(Port):
    @abstractmethod
    def now(self) -> datetime:
        """This moment, with a time zone; outside 1970-9999 it is refused."""


# ---- the store -----------------------------------------------------------------------------------------------


class Clash(Exception):
    """Raise it where a method below says so; of a key, with the record that holds it."""

    def __init__(self, holder: Optional[UUID] = None) -> None:
        super().__init__("another writer was first" if holder is None else f"the key belongs to {holder}")
        self.holder = holder


@dataclass(frozen=True)
class StoredRecord:
    kind: int
    id: UUID
    version: int
    due_us: int  # its next deadline, or ports.NEVER
    saved_at_us: int
    body: bytes  # keep it as it is


@dataclass(frozen=True)
class Found:
    """What a scan has found, and the bytes of the index entry under which it was."""

    key: bytes
    record: StoredRecord


@dataclass(frozen=True)
class Key:
    """No two records hold the same bytes in one index; ordered as bytes are."""

    index: int
    bytes: bytes


@dataclass(frozen=True)
class StoredEvent:
    position: int  # given by the store
    kind: int
    id: UUID
    version: int
    at_us: int
    request: Optional[UUID]  # the request that this is the first event of
    body: bytes


@dataclass(frozen=True)
class Due:
    kind: int
    id: UUID
    at_us: int


@dataclass(frozen=True)
class View:
    """A plain table for reports: one row a record, one column a field of its body."""

    kind: int
    name: str
    fields: tuple[str, ...]


NEVER = 2**63 - 1  # later than everything: what is never due


class Transaction(ABC):
    """One transaction of a store: what it has saved it sees, and nobody else does before the commit."""

    @abstractmethod
    def load(self, kind: int, id: UUID) -> Optional[StoredRecord]:
        """None: there is none."""

    @abstractmethod
    def scan(self, index: int, prefix: bytes, after: bytes, limit: int) -> Iterable[Found]:
        """The keys of an index that begin with `prefix` and are greater than `after`, in their order."""

    @abstractmethod
    def due(self, until_us: int, limit: int) -> Iterable[Due]:
        """By deadline, then kind, then id."""

    @abstractmethod
    def save(self, record: StoredRecord, expected_version: int, keys: Optional[Sequence[Key]]) -> None:
        """Keys: all of the record from now on, one perhaps twice; None: they stay as they are.

        Clash: `expected_version` is not the stored one (0: there must be none), or a key belongs to another record.
        """

    @abstractmethod
    def append(self, event: StoredEvent) -> int:
        """Its position, greater than all before. Clash: that request, or that version of the record, has an event."""

    @abstractmethod
    def events(self, after: int, limit: int) -> Iterable[StoredEvent]:
        """Behind a position, in their order."""

    @abstractmethod
    def history(self, kind: int, id: UUID, after_version: int, limit: int) -> Iterable[StoredEvent]:
        """Of one record, behind a version, in their order."""

    @abstractmethod
    def recall(self, request: UUID) -> Optional[int]:
        """The position of the event that has this request; None: there is none."""

    @abstractmethod
    def commit(self) -> None:
        """Clash: another writer was first."""

    @abstractmethod
    def end(self) -> None:
        """Called once for each. Without a commit before, nothing has happened."""


class Storage(Port):
    @abstractmethod
    def begin(self, for_writing: bool) -> Transaction: ...

    def publish(self, views: Sequence[View]) -> None:
        """Makes tables for reports, if the store can."""


# ---- keys and download addresses, and how they lie at rest --------------------------------------------------


@dataclass(frozen=True)
class Delivery:
    quantity: int
    entitlement: UUID
    product: UUID
    link: Optional[UUID]  # of an address; None for a key
    renewal: int  # of an address: how often the link has begun before
    catalog_id: str
    version: str
    language: str
    file_type: str


class Fulfilment(Port):
    """The same delivery gives the same answer: it may be asked for again when another writer was first."""

    @abstractmethod
    def key_for(self, delivery: Delivery) -> str: ...

    @abstractmethod
    def url_for(self, delivery: Delivery) -> str: ...


class Sealer(Port):
    """`belongs_to` is not in the sealed text, and only the same one opens it. Sealed texts are printable ASCII."""

    @abstractmethod
    def seal(self, secret: str, belongs_to: str) -> str: ...

    @abstractmethod
    def open(self, sealed: str, belongs_to: str) -> str: ...


class Secrets(Port):
    @abstractmethod
    def fill(self, size: int) -> bytes:
        """As many bytes that nobody can guess."""
