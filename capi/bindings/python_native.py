"""Prints csp/_native.py: every struct, callback and function of the headers, as ctypes knows them."""

from typing import Iterator

from model import Callback, Function, Model, Parameter, Struct, Type

HEAD = '''"""Every struct, callback and function of the C headers. Printed by capi/bindings/generate.py; do not edit."""

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure
from ctypes import c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any, Optional

'''

SCALARS = {
    "int32_t": "c_int32",
    "uint32_t": "c_uint32",
    "int64_t": "c_int64",
    "uint64_t": "c_uint64",
    "uint8_t": "c_uint8",
    "size_t": "c_size_t",
    "char": "c_char",
}


class CannotSay(Exception):
    """The headers hold a type for which no ctypes word is known."""


class NativeEmitter:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.aliases = {alias.name: alias.type for alias in model.aliases}
        self.handles = {handle.name for handle in model.handles}
        self.callbacks = {callback.name: callback for callback in model.callbacks}
        self.printed: set[str] = set()

    def print(self) -> str:
        lines = list(self.numbers())
        for struct in self.model.structs:
            lines += self.struct(struct)
        lines += self.functions()
        return HEAD + "\n".join(lines) + "\n"

    # ---- types ------------------------------------------------------------------------------------------

    def base(self, name: str) -> str:
        if name in self.aliases:
            name = self.aliases[name].name
        if name in SCALARS:
            return SCALARS[name]
        if name in self.callbacks or self.model.struct(name) is not None:
            return name
        raise CannotSay(name)

    def word(self, type_read: Type) -> str:
        """A pointer to bytes is an address: c_char_p would stop at the first NUL."""
        if type_read.name in ("void", "char") and type_read.pointers == 1:
            return "c_void_p"
        if type_read.name == "void" and type_read.pointers == 0:
            return "None"
        inner = "c_void_p" if type_read.name == "void" or type_read.name in self.handles else ""
        pointers = type_read.pointers - (1 if inner else 0)
        word = inner or self.base(type_read.name)
        for _ in range(pointers):
            word = f"POINTER({word})"
        return f"{word} * {type_read.array}" if type_read.array else word

    def returned(self, type_read: Type) -> str:
        """The names of constants live for ever and end with NUL."""
        return "c_char_p" if type_read == Type("char", 1, True) else self.word(type_read)

    def words(self, parameters: tuple[Parameter, ...]) -> str:
        return ", ".join(self.word(parameter.type) for parameter in parameters)

    # ---- declarations -----------------------------------------------------------------------------------

    def numbers(self) -> Iterator[str]:
        for number in self.model.numbers:
            yield f"{number.name} = {number.value}"
        for enum in self.model.enums:
            for constant in enum.constants:
                yield f"{constant.name} = {constant.value}"

    def needed(self, name: str) -> Iterator[str]:
        """The typedef of a callback, before the first thing that uses it."""
        if name in self.callbacks and name not in self.printed:
            self.printed.add(name)
            yield from self.callback(name, self.callbacks[name])

    def callback(self, name: str, callback: Callback) -> Iterator[str]:
        for parameter in callback.parameters:
            yield from self.needed(parameter.type.name)
        yield ""
        yield f"{name} = CFUNCTYPE("
        yield f"    {self.word(callback.returns)}, {self.words(callback.parameters)}"
        yield ")"

    def struct(self, struct: Struct) -> Iterator[str]:
        rows = []
        for field in struct.fields:
            if isinstance(field.type, Callback):
                name = f"{struct.name}_{field.name}"
                yield from self.callback(name, field.type)
                rows.append(f'        ("{field.name}", {name}),')
            else:
                yield from self.needed(field.type.name)
                rows.append(f'        ("{field.name}", {self.word(field.type)}),')
        yield ""
        yield ""
        yield f"class {struct.name}(Structure):"
        yield "    _fields_ = ["
        yield from rows
        yield "    ]"

    def functions(self) -> Iterator[str]:
        yield ""
        yield ""
        yield "# What each function answers, and what it takes."
        yield "SIGNATURES: dict[str, tuple[Any, list[Any]]] = {"
        for function in self.model.functions:
            yield from self.function(function)
        yield "}"

    def function(self, function: Function) -> Iterator[str]:
        yield f'    "{function.name}": ({self.returned(function.returns)}, ['
        yield f"        {self.words(function.parameters)}"
        yield "    ]),"


def emit(model: Model) -> str:
    return NativeEmitter(model).print()
