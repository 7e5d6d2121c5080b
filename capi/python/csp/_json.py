"""Reads what csp writes: every object is a Data, and those of an amount and a currency are Money."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Optional
from uuid import UUID

from csp import _convert
from csp.values import Money


class Data(dict[str, Any]):
    """An object as csp writes it: a dict, which reads its texts on request. What is null, or "", is None."""

    def uuid(self, name: str) -> Optional[UUID]:
        return _convert.uuid_or_none(self[name])

    def day(self, name: str) -> Optional[date]:
        return date.fromisoformat(self[name]) if self[name] else None

    def moment(self, name: str) -> Optional[datetime]:
        return _convert.moment_of_text(self[name]) if self[name] else None


def money_or_data(found: dict[str, Any]) -> Any:
    if found.keys() == {"amount", "currency"} and isinstance(found["amount"], str):
        return Money(found["amount"], found["currency"])
    return Data(found)


DECODER = json.JSONDecoder(object_hook=money_or_data, parse_float=Decimal)


def read_json(text: bytes) -> Any:
    return DECODER.decode(text.decode())
