"""The constants of csp are numbers with names; a number without one is shown and kept, never an exception."""

from enum import KEEP, IntEnum, IntFlag
from typing import Any, Optional


class Number(IntEnum):
    """A constant. One that a newer csp has added is UNKNOWN_n, and its number goes through unchanged."""

    @classmethod
    def _missing_(cls, value: object) -> Optional[Any]:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        return self._name_ in type(self).__members__

    @property
    def word(self) -> str:
        """As events and records write it: "non_payment"."""
        return self._name_.lower()


class Flags(IntFlag, boundary=KEEP):
    """Several constants at once; bits without a name are kept."""
