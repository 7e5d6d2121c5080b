"""Prints csp/commands.py: a frozen dataclass for every command, and for every part of one."""

import keyword
from typing import Iterator, Union

from model import Callback, Field, Function, Model, Struct, Type
from python_enums import class_name, pascal

HEAD = '''"""Every command of every noun, and what they are made of. Printed by capi/bindings/generate.py; do not edit.

A command is a value: make it, then give it to Engine.execute, create, preview or a batch. None, "", 0 and () mean
"the default". The first lines of each command are rows of the table (from -> to, rule) and the roles that may ask.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Optional, Sequence
from uuid import UUID

from csp._command import Command, Part
from csp.enums import (
{enums}
)
from csp.values import Money
'''

PLAIN = {"csp_str": "str", "csp_country": "str", "csp_currency": "str", "csp_id": "UUID", "csp_bool": "bool"}
MORE_PLAIN = {"csp_day": "date", "csp_money": "Money", "int32_t": "int", "uint32_t": "int"}
EMPTY = {"str": '""', "int": "0"}  # anything else is None


class CannotSay(Exception):
    """A command has a field for which no Python type is known."""


class CommandsEmitter:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.enums = {enum.name: class_name(enum) for enum in model.enums if enum.name}
        self.structs = [struct for struct in model.structs if struct.header == "csp_commands.h"]
        self.names = {struct.name for struct in self.structs}
        self.used = {"Kind"}

    def print(self) -> str:
        """A part is printed before its first user: the header declares it so."""
        functions = dict(commands_of(self.model))
        lines: list[str] = []
        for struct in self.structs:
            lines += self.struct(struct, functions.get(struct.name))
        enums = "\n".join(f"    {name}," for name in sorted(self.used))
        return HEAD.replace("{enums}", enums) + "\n".join(lines) + "\n"

    # ---- one class --------------------------------------------------------------------------------------

    def struct(self, struct: Struct, function: Union[Function, None]) -> Iterator[str]:
        yield ""
        yield ""
        yield "@dataclass(frozen=True)"
        yield f"class {pascal(struct.name)}({'Command' if function else 'Part'}):"
        yield from self.docstring(struct)
        yield ""
        yield f'    _struct: ClassVar[str] = "{struct.name}"'
        if function:
            verb = function.name.removeprefix("csp_")
            yield f'    _verb: ClassVar[str] = "{verb}"'
            yield f"    _kind: ClassVar[Kind] = Kind.{self.kind_of(verb)}"
            yield f"    _makes_a_record: ClassVar[bool] = {'absent ->' in struct.doc}"
        for field in self.fields(struct):
            yield self.line(struct, field)

    def docstring(self, struct: Struct) -> Iterator[str]:
        first, *others = struct.doc.split("\n") if struct.doc else [self.users_of(struct)]
        if not others:
            yield f'    """{first[0].upper()}{first[1:]}."""'
            return
        yield f'    """{first}'
        yield ""
        for line in others:
            yield f"    {line}"
        yield '    """'

    def users_of(self, struct: Struct) -> str:
        users = [
            pascal(user.name)
            for user in self.structs
            if any(isinstance(field.type, Type) and field.type.name == struct.name for field in user.fields)
        ]
        return f"Part of {', '.join(users)}" if users else "A page of the new-customer wizard"

    def kind_of(self, verb: str) -> str:
        kinds = self.model.enum("csp_kind")
        names = [constant.name.removeprefix("CSP_KIND_") for constant in kinds.constants] if kinds else []
        fitting = [name for name in names if verb.startswith(name.lower() + "_")]
        if not fitting:
            raise CannotSay(f"the noun of {verb}")
        return max(fitting, key=len)

    # ---- fields -----------------------------------------------------------------------------------------

    def fields(self, struct: Struct) -> Iterator[Field]:
        lists = {f"{field.name}_count" for field in struct.fields}
        for field in struct.fields:
            if field.name != "size" and not field.name.startswith("reserved") and field.name not in lists:
                yield field

    def line(self, struct: Struct, field: Field) -> str:
        hint, empty = self.hint(struct, field)
        doc = f"  # {self.said(field)}" if field.doc else ""
        return f"    {python_name(field.name)}: {hint} = {empty}{doc}"

    def hint(self, struct: Struct, field: Field) -> tuple[str, str]:
        if isinstance(field.type, Callback) or field.type.pointers > 1 or field.type.array:
            raise CannotSay(f"{struct.name}.{field.name}")
        word = self.word(field.type.name)
        is_list = any(other.name == f"{field.name}_count" for other in struct.fields)
        if is_list:
            return f"Sequence[{word}]", "()"
        if field.type.pointers == 0 and word in EMPTY:
            return word, EMPTY[word]
        return f"Optional[{word}]", "None"

    def said(self, field: Field) -> str:
        """"0: CSP_CYCLE_MONTHLY" is how C says what the default is."""
        default = field.doc.removeprefix("0: ")
        if default == field.doc:
            return field.doc
        if default in ("CSP_YES", "CSP_NO"):
            return f"the default: {default == 'CSP_YES'}"
        enum = self.model.enum(field.type.name) if isinstance(field.type, Type) else None
        return f"the default: {default.removeprefix(enum.prefix) if enum else default}"

    def word(self, name: str) -> str:
        if name in self.enums:
            self.used.add(self.enums[name])
            return self.enums[name]
        if name in self.names:
            return pascal(name)
        plain = PLAIN.get(name) or MORE_PLAIN.get(name)
        if plain is None:
            raise CannotSay(name)
        return plain


def python_name(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def commands_of(model: Model) -> Iterator[tuple[str, Function]]:
    """The struct of each command, with the function that does it."""
    for function in model.functions:
        names = [parameter.name for parameter in function.parameters]
        if names == ["engine", "request", "record", "command", "receipt_out", "error"]:
            yield function.parameters[3].type.name, function


def emit(model: Model) -> str:
    return CommandsEmitter(model).print()
