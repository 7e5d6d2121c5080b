"""One question to an engine: what it asks with lives until the call has returned."""

import ctypes
from datetime import date
from typing import Any, Callable, Optional, TypeVar
from uuid import UUID

from csp import _call, _convert, _native
from csp._command import Part, pack
from csp.rows import Page, Row, Rows, row_from
from csp.values import Actor, Receipt

T = TypeVar("T")


def c_request(by: Actor, request_id: Optional[UUID], expected_version: int, texts: _convert.Texts) -> Any:
    made: Any = _convert.sized(_native.csp_request)
    made.by = ctypes.pointer(by.to_c(texts))
    made.id = _convert.c_id(request_id)
    made.expected_version = _convert.whole(expected_version, ctypes.c_uint64, "expected_version")
    texts.keep(made)
    return made


class Ask:
    def __init__(self, ticket: Any) -> None:
        self.texts = _convert.Texts()
        self.arguments: list[Any] = [ticket]

    @staticmethod
    def of_nothing() -> "Ask":
        """For what needs no handle."""
        ask = Ask(None)
        ask.arguments.clear()
        return ask

    def add(self, struct: Any) -> "Ask":
        """A pointer to it."""
        self.texts.keep(struct)
        self.arguments.append(ctypes.byref(struct))
        return self

    def value(self, value: Any) -> "Ask":
        """As it is: a handle, or what was checked before."""
        self.arguments.append(value)
        return self

    def number(self, value: int, name: str) -> "Ask":
        return self.value(_convert.whole(value, ctypes.c_uint64, name))

    def constant(self, value: int, name: str) -> "Ask":
        return self.value(_convert.whole(value, ctypes.c_int32, name))

    def none(self) -> "Ask":
        return self.value(None)

    def by(self, actor: Actor) -> "Ask":
        return self.add(actor.to_c(self.texts))

    def request(self, by: Actor, request_id: Optional[UUID], expected_version: int) -> "Ask":
        return self.add(c_request(by, request_id, expected_version, self.texts))

    def id(self, value: UUID) -> "Ask":
        return self.add(_convert.c_id(value))

    def id_or_none(self, value: Optional[UUID]) -> "Ask":
        return self.none() if value is None else self.id(value)

    def text(self, value: Any) -> "Ask":
        return self.add(self.texts.c_str(value))

    def day(self, value: date) -> "Ask":
        return self.value(_convert.number_of(value))

    def part(self, part: Part) -> "Ask":
        return self.add(pack(part, self.texts))

    def page(self, page: Optional[Page]) -> "Ask":
        return self.none() if page is None else self.add(page.to_c(self.texts))

    def phase(self, phase: str) -> "Ask":
        made: Any = _convert.sized(_native.csp_phase_filter)
        self.texts.put(phase, made.phase)
        return self.add(made)

    # ---- the answer -------------------------------------------------------------------------------------

    def call(self, name: str, *outs: Any) -> None:
        _call.call(name, *self.arguments, *[ctypes.byref(out) for out in outs])

    def receipt(self, name: str) -> Receipt:
        made: Any = _convert.sized(_native.csp_receipt)
        self.call(name, made)
        return Receipt.from_c(made)

    def rows_of(self, name: str, make: Callable[[Any], T]) -> Rows[T]:
        return Rows(lambda cursor: self.call(name, cursor), make)

    def rows(self, name: str) -> Rows[Row]:
        return self.rows_of(name, row_from)

    def row(self, name: str) -> Row:
        return self.rows(name).one()
