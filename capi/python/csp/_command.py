"""What commands have in common, and how they become structs of C."""

import ctypes
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, Iterator, get_args
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


@dataclass(frozen=True)
class Slot:
    """A field of a command: what Python calls it, what C calls it, its type in ctypes, and what may stand in it."""

    python_name: str
    name: str
    kind: Any
    word: type[Any]
    is_list: bool


@lru_cache(maxsize=None)
def slots_of(part: Any) -> tuple[Slot, ...]:
    return tuple(slots(part))


def slots(part: Any) -> Iterator[Slot]:
    types = {name: kind for name, kind, *_ in getattr(_native, part._struct)._fields_}
    for field in fields(part):
        name = field.name.rstrip("_")
        word = next((word for word in get_args(field.type) if word is not type(None)), field.type)
        yield Slot(field.name, name, types[name], word, f"{name}_count" in types)


def pack(part: Part, texts: _convert.Texts, path: str = "") -> ctypes.Structure:
    """The struct of a command. `texts` keeps alive whatever it points at, `path` says where in the command it is."""
    made = _convert.sized(getattr(_native, part._struct))
    kind: Any = type(part)
    for slot in slots_of(kind):
        value = getattr(part, slot.python_name)
        if value is not None and value != "" and value != ():
            put(made, slot, value, f"{path}{slot.name}", texts)
    texts.keep(made)
    return made


def put(made: ctypes.Structure, slot: Slot, value: Any, where: str, texts: _convert.Texts) -> None:
    if slot.is_list:
        items = array_of(slot, value, where, texts)
        setattr(made, slot.name, ctypes.cast(items, slot.kind))
        setattr(made, f"{slot.name}_count", len(items))
    elif hasattr(slot.kind, "contents"):
        setattr(made, slot.name, ctypes.pointer(plain(slot.word, slot.kind._type_, value, where, texts)))
    elif slot.kind in (_native.csp_country, _native.csp_currency):
        getattr(made, slot.name).code = _convert.code_of(value, where)
    else:
        setattr(made, slot.name, plain(slot.word, slot.kind, value, where, texts))


def array_of(slot: Slot, values: Any, where: str, texts: _convert.Texts) -> Any:
    if isinstance(values, (str, bytes)):
        raise TypeError(f"{where}: several values are wanted, not {values!r}")  # not its letters
    given = list(values)
    items = (slot.kind._type_ * len(given))()
    for place, value in enumerate(given):
        items[place] = plain(slot.word, slot.kind._type_, value, f"{where}[{place}]", texts)
    texts.keep(items)
    return items


def plain(word: type[Any], kind: Any, value: Any, where: str, texts: _convert.Texts) -> Any:
    """One value of the ctypes type `kind`, where a `word` of Python is wanted and nothing else."""
    if word is bool:
        return kind(_convert.yes_or_no(value, where))
    if issubclass(word, int):
        return kind(_convert.whole(value, kind, where))
    if not isinstance(value, word):
        raise TypeError(f"{where}: a {word.__name__} is wanted, not {value!r}")
    if isinstance(value, Part):
        return pack(value, texts, f"{where}.")
    if isinstance(value, UUID):
        return _convert.c_id(value)
    if isinstance(value, Money):
        return value.to_c(where)
    if isinstance(value, date):
        return kind(_convert.number_of(value))
    return texts.c_str(value)
