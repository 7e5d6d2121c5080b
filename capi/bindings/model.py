"""What the C headers say, as plain values: constants, structs, handles, callbacks and functions, in their order."""

from dataclasses import dataclass, field
from typing import Optional, Union


@dataclass(frozen=True)
class Type:
    """`const csp_id*` is Type("csp_id", pointers=1, is_const=True); `char rule[16]` is Type("char", array=16)."""

    name: str
    pointers: int = 0
    is_const: bool = False  # what is pointed at may not be written
    array: int = 0  # of a field: how many; 0: not an array


@dataclass(frozen=True)
class Parameter:
    name: str
    type: Type


@dataclass(frozen=True)
class Callback:
    """A pointer to a function: a typedef of its own, or the field of a vtable."""

    name: str
    returns: Type
    parameters: tuple[Parameter, ...]
    doc: str = ""


@dataclass(frozen=True)
class Field:
    name: str
    type: Union[Type, Callback]
    doc: str = ""


@dataclass(frozen=True)
class Constant:
    name: str
    value: int
    doc: str = ""


@dataclass(frozen=True)
class Enum:
    """`name` is the typedef it belongs to; "" where the header only lists constants (roles, yes and no)."""

    name: str
    constants: tuple[Constant, ...]
    doc: str = ""

    @property
    def prefix(self) -> str:
        """What all constants begin with, up to an underscore: "CSP_KIND_"."""
        first = self.constants[0].name
        length = 0
        for end, letter in enumerate(first, 1):
            if letter == "_" and all(constant.name.startswith(first[:end]) for constant in self.constants):
                length = end
        return first[:length]


@dataclass(frozen=True)
class Struct:
    name: str
    fields: tuple[Field, ...]
    doc: str = ""
    header: str = ""

    @property
    def is_sized(self) -> bool:
        """Begins with `size`, and may grow; the others never do."""
        return self.fields[0].name == "size" and self.fields[0].type == Type("uint32_t")


@dataclass(frozen=True)
class Handle:
    name: str
    doc: str = ""


@dataclass(frozen=True)
class Alias:
    """A number with a meaning: csp_bool, csp_day, and the type of every enum."""

    name: str
    type: Type
    doc: str = ""


@dataclass(frozen=True)
class Function:
    name: str
    returns: Type
    parameters: tuple[Parameter, ...]
    doc: str = ""
    header: str = ""


@dataclass
class Model:
    numbers: list[Constant] = field(default_factory=list)  # of #define
    aliases: list[Alias] = field(default_factory=list)
    enums: list[Enum] = field(default_factory=list)
    structs: list[Struct] = field(default_factory=list)
    handles: list[Handle] = field(default_factory=list)
    callbacks: list[Callback] = field(default_factory=list)
    functions: list[Function] = field(default_factory=list)

    def struct(self, name: str) -> Optional[Struct]:
        return next((struct for struct in self.structs if struct.name == name), None)

    def enum(self, name: str) -> Optional[Enum]:
        return next((enum for enum in self.enums if enum.name == name and name), None)

    def function(self, name: str) -> Optional[Function]:
        return next((function for function in self.functions if function.name == name), None)

    def is_handle(self, name: str) -> bool:
        return any(handle.name == name for handle in self.handles)
