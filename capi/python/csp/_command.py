"""What commands have in common, and how they become structs of C."""

import ctypes
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, ClassVar, Sequence
from uuid import UUID

from csp import _convert, _native
from csp.enums import Kind
from csp.values import Money


class Part:
    """A value that stands inside a command."""

    _struct: ClassVar[str]


class Command(Part):
    """Something that can be asked of a record of the kind `_kind`."""

    _verb: ClassVar[str]
    _kind: ClassVar[Kind]
    _makes_a_record: ClassVar[bool]


def pack(part: Part, texts: _convert.Texts) -> ctypes.Structure:
    """The struct of a command. `texts` keeps alive whatever it points at."""
    struct = getattr(_native, part._struct)
    made = _convert.sized(struct)
    types = {name: kind for name, kind, *_ in struct._fields_}
    assert is_dataclass(part)
    for field in fields(part):
        value = getattr(part, field.name)
        if value is not None and value != "" and value != ():
            put(made, types, field.name.rstrip("_"), value, texts)
    texts.keep(made)
    return made


def put(made: ctypes.Structure, types: dict[str, Any], name: str, value: Any, texts: _convert.Texts) -> None:
    kind = types[name]
    if f"{name}_count" in types:
        items = array_of(kind._type_, list(value), texts)
        setattr(made, name, ctypes.cast(items, kind))
        setattr(made, f"{name}_count", len(items))
    elif hasattr(kind, "contents"):
        setattr(made, name, ctypes.pointer(plain(kind._type_, value, texts)))
    elif kind in (_native.csp_country, _native.csp_currency):
        getattr(made, name).code = code_of(value)
    else:
        setattr(made, name, plain(kind, value, texts))


def array_of(kind: Any, values: Sequence[Any], texts: _convert.Texts) -> Any:
    items = (kind * len(values))()
    for place, value in enumerate(values):
        items[place] = plain(kind, value, texts)
    texts.keep(items)
    return items


def plain(kind: Any, value: Any, texts: _convert.Texts) -> Any:
    """One value of the ctypes type `kind`."""
    if isinstance(value, Part):
        return pack(value, texts)
    if isinstance(value, UUID):
        return _convert.c_id(value)
    if isinstance(value, Money):
        return value.to_c()
    if isinstance(value, str):
        return texts.c_str(value)
    if isinstance(value, bool):
        return kind(_native.CSP_YES if value else _native.CSP_NO)
    if isinstance(value, date):
        return kind(_convert.number_of(value))
    return kind(whole(value))


def whole(value: Any) -> int:
    """C would cut a number that does not fit, without a word."""
    if not isinstance(value, int):
        raise TypeError(f"a whole number is wanted, not {value!r}")
    if not -(2**31) <= value < 2**31:
        raise OverflowError(f"{value} does not fit into 32 bits")
    return value


def code_of(value: str) -> bytes:
    code = value.encode()
    if len(code) > 3:
        raise ValueError(f"{value!r} is no code of two or three letters")
    return code
