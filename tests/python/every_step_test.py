"""Ctrl+C before every single step of the package, one after the other: it is raised, and nothing stays held."""

import ctypes
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Any, Callable

import pytest

import csp
from conftest import START, Shop, open_shop
from csp import _call, _convert, _native, _storage, _vtables, commands, ports
from csp._ask import Ask
from dict_storage import DictStorage

PACKAGE = str(Path(csp.__file__).parent)
PATIENCE = 60  # seconds; what is waited for takes none


def let_csp_hear(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """pytest has put a hook of its own in the place of csp's. Answers what goes on to the one before that."""
    told: list[str] = []
    monkeypatch.setattr(_vtables, "hear_others", lambda one: told.append(repr(one.exc_value)))
    monkeypatch.setattr("sys.unraisablehook", _vtables.hear)
    return told


def is_interrupted_at(step: int, ask: Callable[[], object]) -> bool:
    """False: it has fewer steps, and was done."""
    steps = 0

    def look(frame: Any, event: str, what: object) -> None:
        nonlocal steps
        if event in ("call", "c_return") and frame.f_code.co_filename.startswith(PACKAGE):
            steps += 1
            if steps == step:
                raise KeyboardInterrupt  # which ends the profile, too

    is_interrupted = False
    sys.setprofile(look)
    try:
        ask()
    except KeyboardInterrupt:
        is_interrupted = True
    finally:
        sys.setprofile(None)
    assert is_interrupted == (steps >= step), f"step {step} of {steps}"
    return is_interrupted


def set_price(shop: Shop) -> None:
    """The same as before: however often, it takes the same steps."""
    price = commands.Price(market="US", unit_price=csp.Money("12.50", "USD"))
    shop.engine.execute(csp.HOST, shop.offer, commands.SetPrice(price))


def test_a_store_is_never_left_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = let_csp_hear(monkeypatch)
    storage = DictStorage()
    shop = open_shop(storage=storage, listener=lambda event: None)
    with shop.engine:
        step = 1
        while is_interrupted_at(step, lambda: set_price(shop)):
            assert not storage.turn.locked() and not _storage.transactions and not _call.is_callback()
            step += 1
        assert step > 100 and not reported


def rows_read(rows: csp.Rows[csp.Event]) -> None:
    assert rows.position
    next(rows, None)


def test_rows_are_never_left_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a callback, which may not wait for them."""
    reported = let_csp_hear(monkeypatch)
    shop = open_shop()
    with shop.engine, open_shop().engine as other:
        rows = other.events(csp.HOST, page=csp.Page(rows=1))
        shop.engine.listen(lambda event: rows_read(rows))
        step = 1
        while is_interrupted_at(step, lambda: set_price(shop)):
            reader = threading.Thread(target=lambda: rows.position, daemon=True)
            reader.start()
            reader.join(PATIENCE)
            assert not reader.is_alive()
            step += 1
        assert step > 50 and not reported


def test_a_port_is_closed_however_its_engine_is(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = let_csp_hear(monkeypatch)
    step, is_open = 1, True
    while is_open:
        kept, storage = len(_vtables.ports), DictStorage()
        engine = csp.Engine(storage=storage)
        is_open = is_interrupted_at(step, engine.close)
        if not engine.is_closed:  # it came before anything
            engine.close()
        assert (storage.closes, len(_vtables.ports)) == (1, kept)
        step += 1
    assert step > 10 and not reported


class Standing(ports.Clock):
    closes = 0

    def now(self) -> datetime:
        return START

    def close(self) -> None:
        self.closes += 1


def test_what_is_brought_is_let_go_of_when_the_engine_does_not_come_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = let_csp_hear(monkeypatch)
    step, is_open, kept = 1, True, len(_vtables.ports)
    before: tuple[int, int] = (0, 0)  # closed so far: nothing, then the store, then both
    while is_open:
        storage, clock = DictStorage(), Standing()
        opened: list[csp.Engine] = []

        def ask() -> None:
            opened.append(csp.Engine(storage=storage, clock=clock, listener=lambda event: None))

        is_open = is_interrupted_at(step, ask)
        for engine in opened:
            engine.close()
        closed = (storage.closes, clock.closes)
        assert before <= closed <= (1, 1) and len(_vtables.ports) == kept
        before = closed
        step += 1
    assert before == (1, 1) and step > 50 and not reported


def libc_raises() -> Any:
    """A listener that is no Python: it presses Ctrl+C, and Python hears of it where its next callback begins."""
    made: Any = _convert.sized(_native.csp_listener)
    made.context = int(signal.SIGINT)  # what libc's raise takes
    made.happened = ctypes.cast(ctypes.CDLL(None)["raise"], _native.csp_listener_happened)
    return made


def test_a_listener_that_ctrl_c_comes_just_before_hears_of_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    let_csp_hear(monkeypatch)
    heard: list[csp.Event] = []
    shop = open_shop()
    with shop.engine:
        Ask(shop.engine._ticket).add(libc_raises()).call("csp_engine_listen")
        shop.engine.listen(heard.append)
        before = len(list(shop.engine.events(csp.HOST)))
        with pytest.raises(KeyboardInterrupt) as caught:
            shop.place(1)
        assert "was done" in caught.value.__notes__[0]
        assert len(heard) == len(list(shop.engine.events(csp.HOST))) - before > 0


def test_what_comes_before_an_answer_is_raised_and_nothing_has_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = let_csp_hear(monkeypatch)
    shop = open_shop(storage=DictStorage())
    with shop.engine:
        begins = _vtables.Answered.__call__.__code__

        def look(frame: Any, event: str, what: object) -> None:
            if event == "call" and frame.f_code is begins:
                raise KeyboardInterrupt

        before = len(list(shop.engine.events(csp.HOST)))
        sys.setprofile(look)
        with pytest.raises(KeyboardInterrupt):
            shop.place(1)
        assert len(list(shop.engine.events(csp.HOST))) == before and not reported
