"""Prints csp/enums.py: the constants of the headers, as Python likes them."""

from typing import Iterator

from model import Enum, Model

HEAD = '''"""The constants of csp. Printed by capi/bindings/generate.py; do not edit.

A number that this list does not know stays visible: Kind(99) is <Kind.UNKNOWN_99: 99>, and equals 99.
"""

from csp._numbers import Flags, Number
'''

# Constants without a typedef of their own, by what they begin with. Yes and no are bool.
NAMES = {"CSP_ROLE_": "Role", "CSP_ROW_": "RowKind"}
ABOUT = {"Role": "What an actor may be; several are joined by |", "RowKind": "What a row of a query is"}
IS_NO_ENUM = {"csp_answer"}  # for callbacks only: ports.py says it in words


class CannotSay(Exception):
    """The headers list constants for which no name is known."""


def class_name(enum: Enum) -> str:
    """csp_suspension_reason -> SuspensionReason; "": it is none of Python's."""
    if enum.name in IS_NO_ENUM or [constant.name for constant in enum.constants] == ["CSP_YES", "CSP_NO"]:
        return ""
    if enum.name:
        return pascal(enum.name)
    if enum.prefix not in NAMES:
        raise CannotSay(enum.prefix)
    return NAMES[enum.prefix]


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.removeprefix("csp_").split("_"))


def safe(name: str) -> str:
    """A constant may begin with a digit once its prefix is gone."""
    return f"_{name}" if name[0].isdigit() else name


def lines_of(enum: Enum, name: str) -> Iterator[str]:
    base = "Flags" if name == "Role" else "Number"
    yield ""
    yield ""
    yield f"class {name}({base}):"
    yield f'    """{ABOUT.get(name) or enum.doc or words_of(name)}."""'
    yield ""
    for constant in enum.constants:
        comment = f"  # {constant.doc}" if constant.doc else ""
        yield f"    {safe(constant.name.removeprefix(enum.prefix))} = {constant.value}{comment}"


def words_of(name: str) -> str:
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.strip().capitalize()


def emit(model: Model) -> str:
    lines = []
    for enum in model.enums:
        name = class_name(enum)
        if name:
            lines += list(lines_of(enum, name))
    return HEAD + "\n".join(lines) + "\n"
