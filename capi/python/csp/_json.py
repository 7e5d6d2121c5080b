"""Reads what csp writes: objects are dicts, and those of an amount and a currency are Money."""

import json
from decimal import Decimal
from typing import Any

from csp.values import Money


def money_or_dict(found: dict[str, Any]) -> Any:
    if found.keys() == {"amount", "currency"} and isinstance(found["amount"], str):
        return Money(found["amount"], found["currency"])
    return found


DECODER = json.JSONDecoder(object_hook=money_or_dict, parse_float=Decimal)


def read_json(text: bytes) -> Any:
    return DECODER.decode(text.decode())
