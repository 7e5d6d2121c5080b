"""Calls a function of the library, and raises what it says. What a callback raised is the cause of it."""

import ctypes
import json
import threading
from typing import Any, Callable, Optional

from csp import _convert, _native
from csp._library import library
from csp.enums import Status
from csp.errors import CLASSES, CspError

ROOM = 64 * 1024
MOST_ROOM = 1024 * 1024  # of each thread, for ever: what is longer is not worth it


class OneError:
    """A csp_error with room for the whole refusal."""

    def __init__(self) -> None:
        self.struct = _convert.sized(_native.csp_error)
        self.make_room(ROOM)

    def make_room(self, size: int) -> None:
        self.buffer = ctypes.create_string_buffer(size)
        self.struct.json = ctypes.cast(self.buffer, ctypes.c_void_p)
        self.struct.json_capacity = size

    def refusal(self) -> CspError:
        """To ask again would be to do it again, so what had no room is lost; but the next time there is room."""
        size = int(self.struct.json_size)
        if size <= len(self.buffer):
            return error_from(self.struct, dict(json.loads(ctypes.string_at(self.buffer, size) or b"{}")))
        refusal = error_from(self.struct, {}, is_partial=True)
        refusal.add_note(f"csp: the whole refusal takes {size} bytes; allowed, others and details are not known")
        if size <= MOST_ROOM:
            self.make_room(size)
        return refusal


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


def error_from(struct: Any, details: dict[str, Any], is_partial: bool = False) -> CspError:
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
        is_partial=is_partial,
    )


def is_callback() -> bool:
    """Whether this runs inside of a call of the same thread."""
    return bool(of_thread.raised)


def attempt(name: str, *arguments: Any) -> tuple[int, Optional[CspError], list[BaseException]]:
    """The status, why not, and what callbacks raised meanwhile, which has to be settled."""
    error = of_thread.free.pop() if of_thread.free else OneError()
    raised: list[BaseException] = []
    outer = len(of_thread.raised)
    try:
        of_thread.raised.append(raised)
        status: int = getattr(library, name)(*arguments, ctypes.byref(error.struct))
        refusal = error.refusal() if status < 0 else None
    finally:
        del of_thread.raised[outer:]
        of_thread.free.append(error)
    return status, refusal, raised


def call(name: str, *arguments: Any) -> int:
    """CSP_OK or CSP_END; everything else is raised."""
    status, refusal, raised = attempt(name, *arguments)
    settle(refusal, raised)
    return status


def interrupt_in(raised: list[BaseException]) -> Optional[BaseException]:
    """Ctrl+C inside a callback. It is raised whatever became of the call: it was meant for the program."""
    return next((error for error in raised if not isinstance(error, Exception)), None)


def settle(refusal: Optional[CspError], raised: list[BaseException]) -> None:
    if refusal is None:
        settle_what_was_done(raised)
    else:
        interrupt = interrupt_in(raised)
        if interrupt is not None:
            raise interrupt
        raise refusal from (raised[0] if raised else None)


def settle_what_was_done(raised: list[BaseException]) -> None:
    if not raised:
        return
    interrupt = interrupt_in(raised)
    for error in raised:
        if error is not interrupt:
            report(error)
    if interrupt is not None:
        interrupt.add_note("csp: what was asked was done all the same; only the answer to it is lost")
        raise interrupt


def close(name: str, handle: Any) -> None:
    """Has nothing to answer, but what is closed by it (a store, a clock) may be interrupted."""
    raised: list[BaseException] = []
    outer = len(of_thread.raised)
    try:
        of_thread.raised.append(raised)
        getattr(library, name)(handle)
    finally:
        del of_thread.raised[outer:]
    settle_what_was_done(raised)
