"""The ports as C sees them: functions that never go away, and a number that says whose they are.

A callback object that Python has collected would be called all the same. So each function is made once, when this
is imported, and the `context` of a vtable is a number under which the port is kept until `drop` runs.
"""

import ctypes
import itertools
import operator
import sys
from types import TracebackType
from typing import Any, Callable, TypeVar

from csp import _call, _convert, _native
from csp.ports import Clash, Clock, Delivery, Fulfilment, Port, Sealer, Secrets

T = TypeVar("T")


class Kept(dict[int, T]):
    """What C holds a number of. A number is never used again."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count(1)

    def number(self) -> int:
        return next(self._numbers)

    def finish(self, number: int, finish: Callable[[T], object]) -> None:
        """Once. It is one step of C: Ctrl+C comes before it, after it, or inside of what is finished."""
        if number in self:
            list(map(finish, map(self.pop, (number,))))


ports: Kept[Any] = Kept()


# ---- the border ----------------------------------------------------------------------------------------------


def nothing(*arguments: Any) -> None:
    pass


class Callback:
    """A function as C calls it. Ctrl+C may come before any step of it; `mend` sees to what must not be left so."""

    def __init__(self, function: Callable[..., Any], mend: Callable[..., None] = nothing) -> None:
        self.function = function
        self.mend = mend

    def catch_up(self, *arguments: Any) -> None:
        """It has not even begun, and C goes on."""


class Answered(Callback):
    """Writes the answer last: what raised before stays CSP_FAILED, and nothing is thrown into C."""

    def __call__(self, *arguments: Any) -> None:
        answer = arguments[-1]
        try:
            said = self.function(*arguments[:-1])
            answer[0] = _native.CSP_DONE if said is None else said
        except Clash:
            answer[0] = _native.CSP_CLASH
        except BaseException as error:
            _call.note(error)
            self.mend(*arguments[:-1])


class Unanswered(Callback):
    """Nothing to answer: ctypes gives what is raised to sys.unraisablehook. Only what interrupts goes to the call."""

    def __call__(self, *arguments: Any) -> None:
        try:
            self.function(*arguments)
        except Exception:
            self.mend(*arguments)
            raise
        except BaseException as interrupt:
            _call.note(interrupt)
            self.mend(*arguments)

    def catch_up(self, *arguments: Any) -> None:
        """C will not ask again."""
        try:
            self(*arguments)
        except Exception as error:
            _call.report(error)


BORDER = (Answered.__call__.__code__, Unanswered.__call__.__code__)
hear_others = sys.unraisablehook


def is_at_border(trace: TracebackType) -> bool:
    code = trace.tb_frame.f_code
    return code in BORDER and trace.tb_lineno == code.co_firstlineno


def hear(told: "sys.UnraisableHookArgs") -> None:
    """Ctrl+C may be heard before the first line of a callback, and so outside of its `try`: ctypes gives it to this."""
    trace, error = told.exc_traceback, told.exc_value
    if trace and error and is_at_border(trace):
        _call.note(error)
        missed = trace.tb_frame.f_locals
        missed["self"].catch_up(*missed["arguments"])
    else:
        hear_others(told)


sys.unraisablehook = hear

CLOSE = operator.methodcaller("close")


def let_go_of(context: int) -> None:
    if isinstance(ports.get(context), Port):
        ports.finish(context, CLOSE)
    else:
        ports.pop(context, None)


drop = Unanswered(let_go_of, mend=let_go_of)


def let_go(numbers: list[int]) -> None:
    """What of it csp has not dropped, for it was never given any."""
    for number in numbers:
        CLOCK["drop"](number)  # it is the same for all of them


def vtable(struct: Any, port: Any, functions: dict[str, Any], numbers: list[int]) -> Any:
    """A vtable over `port`, which is kept from now until csp drops it. Its number is among `numbers` before it is."""
    made: Any = _convert.sized(struct)
    for name, function in functions.items():
        setattr(made, name, function)
    made.context = number = ports.number()
    numbers.append(number)
    ports[number] = port
    return made


# ---- the small ports -----------------------------------------------------------------------------------------


def clock_now(context: int, now_out: Any) -> None:
    now_out[0] = _convert.us_of(ports[context].now())


def delivery_from(made: Any) -> Delivery:
    entitlement, product = _convert.uuid_of(made.entitlement), _convert.uuid_of(made.product)
    assert entitlement is not None and product is not None
    return Delivery(
        quantity=made.quantity,
        entitlement=entitlement,
        product=product,
        link=_convert.uuid_of(made.link),
        renewal=made.renewal,
        catalog_id=_convert.text_of(made.catalog_id),
        version=_convert.text_of(made.version),
        language=_convert.text_of(made.language),
        file_type=_convert.text_of(made.file_type),
    )


def give(sink: Any, sink_context: int, text: str) -> None:
    raw = text.encode()
    sink(sink_context, raw, len(raw))


def fulfilment_key_for(context: int, delivery: Any, sink: Any, sink_context: int) -> None:
    give(sink, sink_context, ports[context].key_for(delivery_from(delivery[0])))


def fulfilment_url_for(context: int, delivery: Any, sink: Any, sink_context: int) -> None:
    give(sink, sink_context, ports[context].url_for(delivery_from(delivery[0])))


def sealer_seal(context: int, secret: Any, belongs_to: Any, sink: Any, sink_context: int) -> None:
    sealed = ports[context].seal(_convert.text_of(secret[0]), _convert.text_of(belongs_to[0]))
    give(sink, sink_context, sealed)


def sealer_open(context: int, sealed: Any, belongs_to: Any, sink: Any, sink_context: int) -> None:
    opened = ports[context].open(_convert.text_of(sealed[0]), _convert.text_of(belongs_to[0]))
    give(sink, sink_context, opened)


def secrets_fill(context: int, out: Any, size: int) -> None:
    made = bytes(memoryview(ports[context].fill(size)))  # a text would be copied as four bytes a letter
    if len(made) != size:
        raise ValueError(f"{size} bytes were wanted, not {len(made)}")
    ctypes.memmove(out, made, size)


def listener_happened(context: int, event: Any) -> None:
    ports[context](event[0])


CLOCK = {
    "now": _native.csp_clock_now(Answered(clock_now)),
    "drop": _native.csp_clock_drop(drop),
}
FULFILMENT = {
    "key_for": _native.csp_fulfilment_key_for(Answered(fulfilment_key_for)),
    "url_for": _native.csp_fulfilment_url_for(Answered(fulfilment_url_for)),
    "drop": _native.csp_fulfilment_drop(drop),
}
SEALER = {
    "seal": _native.csp_sealer_seal(Answered(sealer_seal)),
    "open": _native.csp_sealer_open(Answered(sealer_open)),
    "drop": _native.csp_sealer_drop(drop),
}
SECRETS = {
    "fill": _native.csp_secrets_fill(Answered(secrets_fill)),
    "drop": _native.csp_secrets_drop(drop),
}
LISTENER = {
    "happened": _native.csp_listener_happened(Unanswered(listener_happened)),
    "drop": _native.csp_listener_drop(drop),
}


def c_clock(clock: Clock, numbers: list[int]) -> Any:
    return vtable(_native.csp_clock, clock, CLOCK, numbers)


def c_fulfilment(fulfilment: Fulfilment, numbers: list[int]) -> Any:
    return vtable(_native.csp_fulfilment, fulfilment, FULFILMENT, numbers)


def c_sealer(sealer: Sealer, numbers: list[int]) -> Any:
    return vtable(_native.csp_sealer, sealer, SEALER, numbers)


def c_secrets(secrets: Secrets, numbers: list[int]) -> Any:
    return vtable(_native.csp_secrets, secrets, SECRETS, numbers)


def c_listener(happened: Callable[[Any], None], numbers: list[int]) -> Any:
    return vtable(_native.csp_listener, happened, LISTENER, numbers)
