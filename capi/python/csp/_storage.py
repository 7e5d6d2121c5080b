"""A store written in Python, as C sees it. See _vtables.py for how it is kept."""

import ctypes
import operator
from typing import Any, Optional
from uuid import UUID

from csp import _convert, _native
from csp._vtables import Answered, Kept, Unanswered, drop, ports, vtable
from csp.ports import Clash, Key, Storage, StoredEvent, StoredRecord, Transaction, View

transactions: Kept[Transaction] = Kept()
END = operator.methodcaller("end")


# ---- values --------------------------------------------------------------------------------------------------


def id_of(made: Any) -> UUID:
    return UUID(bytes=bytes(made.bytes))


def record_from(made: Any) -> StoredRecord:
    return StoredRecord(
        kind=made.kind,
        id=id_of(made.id),
        version=made.version,
        due_us=made.due_us,
        saved_at_us=made.saved_at_us,
        body=_convert.bytes_of(made.body),
    )


def c_record(record: StoredRecord, key: bytes, texts: _convert.Texts) -> Any:
    made: Any = _convert.sized(_native.csp_record)
    made.kind = _convert.whole(record.kind, ctypes.c_int32, "kind")
    made.id = _convert.c_id(record.id)
    made.version = _convert.whole(record.version, ctypes.c_uint64, "version")
    made.due_us = _convert.whole(record.due_us, ctypes.c_int64, "due_us")
    made.saved_at_us = _convert.whole(record.saved_at_us, ctypes.c_int64, "saved_at_us")
    texts.put(record.body, made.body)
    texts.put(key, made.key)
    return made


def event_from(made: Any) -> StoredEvent:
    return StoredEvent(
        position=made.position,
        kind=made.kind,
        id=id_of(made.id),
        version=made.version,
        at_us=made.at_us,
        request=_convert.uuid_of(made.request),
        body=_convert.bytes_of(made.body),
    )


def c_event(event: StoredEvent, texts: _convert.Texts) -> Any:
    made: Any = _convert.sized(_native.csp_stored_event)
    made.position = _convert.whole(event.position, ctypes.c_uint64, "position")
    made.kind = _convert.whole(event.kind, ctypes.c_int32, "kind")
    made.id = _convert.c_id(event.id)
    made.version = _convert.whole(event.version, ctypes.c_uint64, "version")
    made.at_us = _convert.whole(event.at_us, ctypes.c_int64, "at_us")
    made.request = _convert.c_id(event.request)
    texts.put(event.body, made.body)
    return made


# ---- reading -------------------------------------------------------------------------------------------------


def begin(context: int, for_writing: int, transaction_out: Any) -> None:
    number = transaction_out[0] = transactions.number()
    begun = map(ports[context].begin, (for_writing == 1,))
    transactions.update(zip((number,), begun))  # one step of C, as Kept.finish is


def forget(context: int, for_writing: int, transaction_out: Any) -> None:
    """What C does not know to have begun it does not end."""
    end(context, transaction_out[0])


def load(context: int, transaction: int, kind: int, id: Any, sink: Any, sink_context: int) -> Optional[int]:
    record = transactions[transaction].load(kind, id_of(id[0]))
    if record is None:
        return _native.CSP_ABSENT
    texts = _convert.Texts()
    sink(sink_context, ctypes.byref(c_record(record, b"", texts)))
    return None


def scan(
    context: int, transaction: int, index: int, prefix: Any, after: Any, limit: int, sink: Any, sink_context: int
) -> None:
    found = transactions[transaction].scan(index, _convert.bytes_of(prefix[0]), _convert.bytes_of(after[0]), limit)
    for hit in found:
        texts = _convert.Texts()
        if sink(sink_context, ctypes.byref(c_record(hit.record, hit.key, texts))) == 0:
            return


def due(context: int, transaction: int, until_us: int, limit: int, sink: Any, sink_context: int) -> None:
    for one in transactions[transaction].due(until_us, limit):
        made: Any = _convert.sized(_native.csp_due)
        made.kind = _convert.whole(one.kind, ctypes.c_int32, "kind")
        made.id = _convert.c_id(one.id)
        made.at_us = _convert.whole(one.at_us, ctypes.c_int64, "at_us")
        if sink(sink_context, ctypes.byref(made)) == 0:
            return


def hand_over(found: Any, sink: Any, sink_context: int) -> None:
    for event in found:
        texts = _convert.Texts()
        if sink(sink_context, ctypes.byref(c_event(event, texts))) == 0:
            return


def events(context: int, transaction: int, after: int, limit: int, sink: Any, sink_context: int) -> None:
    hand_over(transactions[transaction].events(after, limit), sink, sink_context)


def history(
    context: int, transaction: int, kind: int, id: Any, after_version: int, limit: int, sink: Any, sink_context: int
) -> None:
    found = transactions[transaction].history(kind, id_of(id[0]), after_version, limit)
    hand_over(found, sink, sink_context)


def recall(context: int, transaction: int, request: Any, position_out: Any) -> Optional[int]:
    position = transactions[transaction].recall(id_of(request[0]))
    if position is None:
        return _native.CSP_ABSENT
    position_out[0] = _convert.whole(position, ctypes.c_uint64, "position")
    return None


# ---- writing -------------------------------------------------------------------------------------------------


def save(context: int, transaction: int, save: Any, *outs: Any) -> None:
    told = save[0]
    keys = None
    if told.has_keys == 1:
        keys = [Key(key.index, _convert.bytes_of(key.bytes)) for key in each(told.keys, told.keys_count)]
    try:
        transactions[transaction].save(record_from(told.record[0]), told.expected_version, keys)
    except Clash as clash:
        if outs and clash.holder is not None:
            outs[0][0] = _convert.c_id(clash.holder)
        raise


def each(structs: Any, count: int) -> list[Any]:
    """Of an array. The size of the first says how far it is to the next, also when a newer csp has made it longer."""
    start = ctypes.cast(structs, ctypes.c_void_p).value or 0
    step = structs[0].size if count else 0
    return [structs._type_.from_address(start + place * step) for place in range(count)]


def append(context: int, transaction: int, event: Any, position_out: Any) -> None:
    position = transactions[transaction].append(event_from(event[0]))
    position_out[0] = _convert.whole(position, ctypes.c_uint64, "position")


def commit(context: int, transaction: int) -> None:
    transactions[transaction].commit()


def end(context: int, transaction: int) -> None:
    transactions.finish(transaction, END)


def publish(context: int, views: Any, count: int) -> None:
    ports[context].publish([view_from(view) for view in each(views, count)])


def view_from(made: Any) -> View:
    fields = tuple(_convert.text_of(made.fields[place]) for place in range(made.fields_count))
    return View(made.kind, _convert.text_of(made.name), fields)


STORAGE = {
    "begin": _native.csp_storage_begin(Answered(begin, mend=forget)),
    "load": _native.csp_storage_load(Answered(load)),
    "scan": _native.csp_storage_scan(Answered(scan)),
    "due": _native.csp_storage_due(Answered(due)),
    "save": _native.csp_storage_save(Answered(save)),
    "append": _native.csp_storage_append(Answered(append)),
    "events": _native.csp_storage_events(Answered(events)),
    "history": _native.csp_storage_history(Answered(history)),
    "recall": _native.csp_storage_recall(Answered(recall)),
    "commit": _native.csp_storage_commit(Answered(commit)),
    "end": _native.csp_storage_end(Unanswered(end, mend=end)),
    "publish": _native.csp_storage_publish(Answered(publish)),
    "drop": _native.csp_storage_drop(drop),
}


def c_storage(storage: Storage, numbers: list[int]) -> Any:
    return vtable(_native.csp_storage, storage, STORAGE, numbers)
