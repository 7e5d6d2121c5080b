"""A ticket of the library that is given back exactly once: by close(), by `with`, or when nobody has it any more."""

import weakref
from types import TracebackType
from typing import Any, Optional, TypeVar

from csp import _call

Self = TypeVar("Self", bound="Handle")


class Handle:
    """A closed handle stays a ticket that the library knows to be closed: whatever is asked of it raises Invalid."""

    def __init__(self, close_name: str, ticket: Any) -> None:
        self._ticket = ticket
        self._finalizer = weakref.finalize(self, _call.close, close_name, ticket)

    def close(self) -> None:
        """Once is enough, and more often does no harm."""
        self._finalizer()

    @property
    def is_closed(self) -> bool:
        return not self._finalizer.alive

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()
