"""Plain values from Python to C and back: texts, ids, days and moments."""

import ctypes
from datetime import date, datetime, timedelta, timezone
from typing import Any, Optional, Union
from uuid import UUID

from csp import _native

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FIRST_DAY = date(1970, 1, 1)
MICROSECOND = timedelta(microseconds=1)
RANGES = {
    kind: range(-(2 ** (8 * ctypes.sizeof(kind) - 1)), 2 ** (8 * ctypes.sizeof(kind) - 1))
    for kind in (ctypes.c_int32, ctypes.c_int64)
} | {kind: range(2 ** (8 * ctypes.sizeof(kind))) for kind in (ctypes.c_uint32, ctypes.c_uint64)}


class OutOfRange(OverflowError, ValueError):
    """A number that C has no room for. It is a ValueError as well: to a caller it is a value like any other."""


def whole(value: Any, kind: Any, name: str) -> int:
    """ctypes would cut a number that does not fit, without a word, and take False for 0, which is the default."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name}: a whole number is wanted, not {value!r}")
    number = int(value)  # a range looks for the member of an enum one by one
    if number not in RANGES[kind]:
        raise OutOfRange(f"{name}: {number} does not fit into {8 * ctypes.sizeof(kind)} bits")
    return number


def yes_or_no(value: Any, name: str) -> int:
    """0 would be the default, and the text "no" is true."""
    if not isinstance(value, bool):
        raise TypeError(f"{name}: True or False is wanted, not {value!r}")
    return _native.CSP_YES if value else _native.CSP_NO


def code_of(value: Any, name: str) -> bytes:
    if not isinstance(value, str):
        raise TypeError(f"{name}: a text is wanted, not {value!r}")
    code = value.encode()
    if len(code) > 3:
        raise ValueError(f"{name}: {value!r} is no code of two or three letters")
    return code


def us_of(moment: datetime) -> int:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone: datetime(..., tzinfo=timezone.utc)")
    return (moment - EPOCH) // MICROSECOND


def moment_of(us: int) -> datetime:
    return EPOCH + timedelta(microseconds=us)


def moment_or_never(us: int) -> Optional[datetime]:
    return None if us == _native.CSP_NEVER else moment_of(us)


def moment_of_text(text: str) -> datetime:
    return datetime.fromisoformat(text)


def uuid_or_none(text: Optional[str]) -> Optional[UUID]:
    return UUID(text) if text else None


def number_of(day: date) -> int:
    """datetime is a date too, but the day of a moment depends on where one stands."""
    if isinstance(day, datetime):
        raise TypeError("a day is wanted, not a moment")
    return (day - FIRST_DAY).days


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def c_id(value: Optional[UUID]) -> _native.csp_id:
    """None is the nil id. uuid.UUID and csp_id have the same order of bytes."""
    made = _native.csp_id()
    if value is not None:
        if not isinstance(value, UUID):
            raise TypeError(f"an id is a uuid.UUID, not {type(value).__name__}")
        made.bytes = (ctypes.c_uint8 * 16).from_buffer_copy(value.bytes)
    return made


def uuid_of(value: _native.csp_id) -> Optional[UUID]:
    raw = bytes(value.bytes)
    return UUID(bytes=raw) if any(raw) else None


def bytes_of(value: _native.csp_str) -> bytes:
    return ctypes.string_at(value.data, value.size) if value.size else b""


def text_of(value: _native.csp_str) -> str:
    return bytes_of(value).decode()


class Texts:
    """csp_str values, and the bytes that they point at for as long as this lives."""

    def __init__(self) -> None:
        self._kept: list[object] = []

    def keep(self, value: object) -> None:
        self._kept.append(value)

    def put(self, value: Union[str, bytes], into: _native.csp_str) -> None:
        raw = value.encode() if isinstance(value, str) else bytes(memoryview(value))  # bytes(5) is five zeros
        self.keep(raw)
        into.data = ctypes.cast(ctypes.c_char_p(raw), ctypes.c_void_p)
        into.size = len(raw)

    def c_str(self, value: Union[str, bytes]) -> _native.csp_str:
        made = _native.csp_str()
        self.put(value, made)
        return made


def sized(struct: type[ctypes.Structure]) -> ctypes.Structure:
    """What CSP_INIT is in C."""
    made = struct()
    made.size = ctypes.sizeof(struct)
    return made
