"""A store written in Python: dictionaries, one transaction at a time, and a list of what to undo."""

import bisect
import threading
from typing import Callable, Iterable, Optional, Sequence
from uuid import UUID

from csp.ports import NEVER, Clash, Due, Found, Key, Storage, StoredEvent, StoredRecord, Transaction

Name = tuple[int, bytes]  # kind and id


class DictStorage(Storage):
    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.records: dict[Name, StoredRecord] = {}
        self.keys: dict[Name, list[Key]] = {}
        self.holders: dict[Key, Name] = {}
        self.sorted_keys: dict[int, list[bytes]] = {}
        self.feed: list[StoredEvent] = []
        self.requests: dict[UUID, int] = {}
        self.closes = 0

    def begin(self, for_writing: bool) -> Transaction:
        self.turn.acquire()
        return DictTransaction(self)

    def close(self) -> None:
        self.closes += 1


class DictTransaction(Transaction):
    def __init__(self, store: DictStorage) -> None:
        self.store = store
        self.undo: list[Callable[[], object]] = []

    # ---- reading ----------------------------------------------------------------------------------------

    def load(self, kind: int, id: UUID) -> Optional[StoredRecord]:
        return self.store.records.get((kind, id.bytes))

    def scan(self, index: int, prefix: bytes, after: bytes, limit: int) -> Iterable[Found]:
        entries = self.store.sorted_keys.get(index, [])
        place = bisect.bisect_right(entries, after) if after >= prefix else bisect.bisect_left(entries, prefix)
        for entry in entries[place : place + limit]:
            if not entry.startswith(prefix):
                return
            yield Found(entry, self.store.records[self.store.holders[Key(index, entry)]])

    def due(self, until_us: int, limit: int) -> Iterable[Due]:
        records = self.store.records.items()
        found = sorted((record.due_us, name) for name, record in records if record.due_us <= until_us)
        return [Due(kind, UUID(bytes=id), at_us) for at_us, (kind, id) in found[:limit] if at_us != NEVER]

    def events(self, after: int, limit: int) -> Iterable[StoredEvent]:
        return self.store.feed[after : after + limit]

    def history(self, kind: int, id: UUID, after_version: int, limit: int) -> Iterable[StoredEvent]:
        own = (event for event in self.store.feed if (event.kind, event.id) == (kind, id))
        return [event for event in own if event.version > after_version][:limit]

    def recall(self, request: UUID) -> Optional[int]:
        return self.store.requests.get(request)

    # ---- writing ----------------------------------------------------------------------------------------

    def save(self, record: StoredRecord, expected_version: int, keys: Optional[Sequence[Key]]) -> None:
        name = (record.kind, record.id.bytes)
        before = self.store.records.get(name)
        if (before.version if before else 0) != expected_version:
            raise Clash
        for key in keys or ():
            holder = self.store.holders.get(key, name)
            if holder != name:
                raise Clash(UUID(bytes=holder[1]))
        self.store.records[name] = record
        self.undo.append(lambda: self.put_back(name, before))
        if keys is not None:
            self.move_keys(name, list(dict.fromkeys(keys)))  # the same one may be named twice

    def put_back(self, name: Name, before: Optional[StoredRecord]) -> None:
        if before is None:
            del self.store.records[name]
        else:
            self.store.records[name] = before

    def move_keys(self, name: Name, keys: list[Key]) -> None:
        before = self.store.keys.get(name, [])
        self.replace_keys(name, before, keys)
        self.undo.append(lambda: self.replace_keys(name, keys, before))

    def replace_keys(self, name: Name, before: list[Key], keys: list[Key]) -> None:
        for key in before:
            del self.store.holders[key]
            self.store.sorted_keys[key.index].remove(key.bytes)
        for key in keys:
            self.store.holders[key] = name
            bisect.insort(self.store.sorted_keys.setdefault(key.index, []), key.bytes)
        self.store.keys[name] = keys

    def append(self, event: StoredEvent) -> int:
        if event.request is not None and event.request in self.store.requests:
            raise Clash
        if event.version and any(self.history(event.kind, event.id, event.version - 1, 1)):
            raise Clash
        position = len(self.store.feed) + 1
        self.store.feed.append(
            StoredEvent(position, event.kind, event.id, event.version, event.at_us, event.request, event.body)
        )
        self.undo.append(self.store.feed.pop)
        if event.request is not None:
            request = event.request
            self.store.requests[request] = position
            self.undo.append(lambda: self.store.requests.pop(request))
        return position

    def commit(self) -> None:
        self.undo.clear()

    def end(self) -> None:
        for step in reversed(self.undo):
            step()
        self.store.turn.release()
