"""Calls a function of the library, and raises what it says. What a callback raised is the cause of it."""

import ctypes
import json
import threading
from typing import Any, Callable, Optional

from csp import _convert, _native
from csp._library import library
from csp.enums import Status
from csp.errors import CLASSES, CspError

JSON_CAPACITY = 65536


class OneError:
    """A csp_error with room for the whole refusal."""

    def __init__(self) -> None:
        self.buffer = ctypes.create_string_buffer(JSON_CAPACITY)
        self.struct = _convert.sized(_native.csp_error)
        self.struct.json = ctypes.cast(self.buffer, ctypes.c_void_p)
        self.struct.json_capacity = JSON_CAPACITY

    def details(self) -> dict[str, Any]:
        size = int(self.struct.json_size)
        return dict(json.loads(ctypes.string_at(self.buffer, size))) if 0 < size <= JSON_CAPACITY else {}


class OfThread(threading.local):
    """Callbacks run on the thread of the call that they belong to, and calls may be nested by them."""

    def __init__(self) -> None:
        self.free: list[OneError] = []
        self.raised: list[list[BaseException]] = []  # one list for each call that is under way


of_thread = OfThread()


def note(error: BaseException) -> None:
    """Remembers what a callback raised until the call around it has returned."""
    if of_thread.raised:
        of_thread.raised[-1].append(error)
    else:
        report(error)


def throw(error: BaseException) -> None:
    raise error


# For what is raised where nobody can be told, the call having succeeded: it goes to sys.unraisablehook. ctypes sends
# there whatever leaves a callback, so this is one.
report: Callable[[BaseException], None] = ctypes.CFUNCTYPE(None, ctypes.py_object)(throw)


def error_from(struct: Any, details: dict[str, Any]) -> CspError:
    status = Status(struct.status)
    return CLASSES.get(status, CspError)(
        status,
        struct.message.decode(),
        details,
        rule=struct.rule.decode(),
        reason=struct.reason.decode(),
        phase=struct.phase.decode(),
        field=struct.field.decode(),
        existing=_convert.uuid_of(struct.existing),
        microsoft=struct.microsoft or None,
    )


def call(name: str, *arguments: Any) -> int:
    """CSP_OK or CSP_END; everything else is raised."""
    error = of_thread.free.pop() if of_thread.free else OneError()
    raised: list[BaseException] = []
    of_thread.raised.append(raised)
    try:
        status: int = getattr(library, name)(*arguments, ctypes.byref(error.struct))
        refusal = error_from(error.struct, error.details()) if status < 0 else None
    finally:
        of_thread.raised.pop()
        of_thread.free.append(error)
    settle(refusal, raised)
    return status


def settle(refusal: Optional[CspError], raised: list[BaseException]) -> None:
    if refusal is None:
        for error in raised:
            report(error)
        return
    cause = raised[0] if raised else None
    if cause is not None and not isinstance(cause, Exception):
        raise cause  # the user has pressed Ctrl+C inside a callback
    raise refusal from cause


def close(name: str, handle: Any) -> None:
    getattr(library, name)(handle)
