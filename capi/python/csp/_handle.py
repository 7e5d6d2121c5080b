"""A ticket of the library that is given back exactly once: by close(), by `with`, or when nobody has it any more."""

import ctypes
import functools
import os
import weakref
from types import TracebackType
from typing import Any, Callable, Optional, TypeVar

from csp import _call
from csp.enums import Status
from csp.errors import Invalid

Self = TypeVar("Self", bound="Handle")


class OfProcess:
    """What was opened before a fork is the parent's: SQLite forbids its child to use it, and even to close it."""

    forks = 0

    @staticmethod
    def has_forked() -> None:
        OfProcess.forks += 1


os.register_at_fork(after_in_child=OfProcess.has_forked)


def close_own(forks: int, close_name: str, ticket: Any, lock: Any = None) -> None:
    """A lock inside of what was inherited may be held by a thread that is not here: closing could wait for ever.

    At the end of the program a thread may be reading still: what it reads stays open then.
    """
    if forks != OfProcess.forks:
        return
    taken: list[bool] = [lock is None]
    try:
        if lock is not None:
            taken.extend(map(lock.acquire, (False,)))
        if True in taken:
            _call.close(close_name, ticket)
    finally:
        if lock is not None and True in taken:
            lock.release()


class Handle:
    """A closed handle stays a ticket that the library knows to be closed: whatever is asked of it raises Invalid."""

    def __init__(self, close_name: str, open_into: Callable[[Any], object], lock: Any = None) -> None:
        """`open_into` is given where the ticket goes; who holds `lock` is using it.

        Ctrl+C is heard right after the function of C has returned. So who closes is known before anything is open.
        """
        self._opened = ctypes.c_void_p()
        self._forks = OfProcess.forks
        self._close = functools.partial(close_own, self._forks, close_name, self._opened, lock)
        self._finalizer = weakref.finalize(self, self._close)
        try:
            open_into(self._opened)
        except BaseException:
            self.close()
            raise

    @property
    def _ticket(self) -> Any:
        if self._forks == OfProcess.forks:
            return self._opened
        name = type(self).__name__
        sentence = f"this {name} was opened before the process forked; open a new one in the child"
        raise Invalid(Status.INVALID, sentence, reason="opened_before_fork")

    def close(self) -> None:
        """Once is enough, and more often does no harm. What a parent has opened is only forgotten by its child."""
        try:
            self._finalizer()
        except BaseException:
            self._close()  # Ctrl+C may have come before; otherwise the library knows that it is closed
            raise

    @property
    def is_closed(self) -> bool:
        return not self._finalizer.alive

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()
