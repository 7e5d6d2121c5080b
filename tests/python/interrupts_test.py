"""Ctrl+C, wherever it comes: what was opened is closed, it is never swallowed, and what has happened can be asked."""

import signal
from typing import Any, Callable
from uuid import UUID

import pytest

import csp
from conftest import START, Shop, open_shop
from csp import commands, ports
from csp._library import library
from dict_storage import DictStorage, DictTransaction

pytestmark = pytest.mark.usefixtures("nothing_is_kept_for_ever")

REQUEST = UUID(int=7)
PRICES = "offer_id,market,currency,unit_price,valid_from,valid_until\n"

OPENS: dict[str, tuple[str, Callable[[Shop], object]]] = {
    "csp_engine_open": ("csp_engine_close", lambda s: csp.Engine()),
    "csp_batch_open": ("csp_batch_close", lambda s: s.engine.batch()),
    "csp_wizard_open": ("csp_wizard_close", lambda s: s.engine.wizard(s.ann)),
    "csp_manual_clock_open": ("csp_manual_clock_close", lambda s: csp.ManualClock(START)),
    "csp_offers": ("csp_cursor_close", lambda s: s.engine.offers(s.ann)),
    "csp_read": ("csp_cursor_close", lambda s: s.engine.read(s.ann, csp.Kind.CUSTOMER, s.customer)),
    "csp_import_prices": ("csp_cursor_close", lambda s: s.engine.import_prices(csp.HOST, PRICES)),
}


@pytest.mark.parametrize("name", OPENS)
def test_what_is_opened_when_ctrl_c_comes_is_closed(shop: Shop, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """CPython hears it as soon as the function of C has returned."""
    close_name, ask = OPENS[name]
    really_open, really_close = getattr(library, name), getattr(library, close_name)
    opened: list[int] = []
    closed: list[int] = []

    def open_and_be_interrupted(*arguments: Any) -> int:
        status: int = really_open(*arguments)
        opened.append(arguments[-2]._obj.value)  # the last one but the error is where the ticket goes
        signal.raise_signal(signal.SIGINT)
        return status

    def close(ticket: Any) -> None:
        closed.append(ticket.value)
        really_close(ticket)

    monkeypatch.setattr(library, name, open_and_be_interrupted)
    monkeypatch.setattr(library, close_name, close)
    with pytest.raises(KeyboardInterrupt):
        ask(shop)
    assert opened[0] and closed == opened


# ---- inside of a callback that has nothing to answer ---------------------------------------------------------


def what_is_reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes to sys.unraisablehook from now on. (What a fixture sets pytest sets back.)"""
    told: list[str] = []
    monkeypatch.setattr("sys.unraisablehook", lambda one: told.append(str(one.exc_value)))
    return told


class Listener:
    """Raises, once it is asked to."""

    def __init__(self) -> None:
        self.raises: list[BaseException] = []
        self.heard = 0

    def __call__(self, event: csp.Event) -> None:
        self.heard += 1
        if self.raises:
            raise self.raises.pop()


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_what_interrupts_a_listener_is_raised_and_the_command_has_happened(
    interrupt: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    reported = what_is_reported(monkeypatch)
    first, second = Listener(), Listener()
    shop = open_shop(listener=first)
    with shop.engine:
        shop.engine.listen(second)
        first.raises = [interrupt(), RuntimeError("deaf")]
        before = first.heard
        with pytest.raises(interrupt) as caught:
            shop.place(1, request_id=REQUEST)
        assert "was done" in caught.value.__notes__[0]
        assert first.heard - before == second.heard > 1
        assert shop.place(1, request_id=REQUEST).is_repeated
        assert len(list(shop.engine.orders(shop.ann, shop.customer))) == 1
    assert reported == ["deaf"]


def test_what_interrupts_a_listener_of_a_refusal_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = what_is_reported(monkeypatch)
    listener = Listener()
    shop = open_shop(listener=listener)
    with shop.engine:
        order = shop.place(1).id
        listener.raises = [KeyboardInterrupt()]
        with pytest.raises(KeyboardInterrupt) as caught:
            shop.engine.execute(shop.ann, order, commands.CancelDraft())
        assert not hasattr(caught.value, "__notes__")
    assert not reported


def test_the_answers_of_a_batch_survive_an_interrupt() -> None:
    listener = Listener()
    shop = open_shop(listener=listener)
    with shop.engine, shop.engine.batch() as batch:
        lines = [commands.OrderLine(shop.offer, 1)]
        place = batch.add(shop.ann, None, commands.PlaceOrder(shop.customer, csp.Cycle.MONTHLY, lines))
        listener.raises = [KeyboardInterrupt()]
        with pytest.raises(KeyboardInterrupt):
            batch.commit()
        assert isinstance(batch.answer(place), csp.Receipt)


class Interrupted(DictStorage):
    """Ctrl+C is pressed while a transaction ends, and while the store is closed."""

    is_interrupted = False

    def begin(self, for_writing: bool) -> ports.Transaction:
        self.turn.acquire()
        return InterruptedTransaction(self)

    def close(self) -> None:
        super().close()
        if self.is_interrupted:
            raise KeyboardInterrupt


class InterruptedTransaction(DictTransaction):
    store: Interrupted

    def end(self) -> None:
        super().end()
        if self.store.is_interrupted:
            raise KeyboardInterrupt


def test_what_interrupts_the_end_of_a_transaction_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = what_is_reported(monkeypatch)
    storage = Interrupted()
    shop = open_shop(storage=storage)
    with shop.engine:
        storage.is_interrupted = True
        with pytest.raises(KeyboardInterrupt):
            shop.place(1, request_id=REQUEST)
        with pytest.raises(KeyboardInterrupt):
            shop.engine.read(shop.ann, csp.Kind.CUSTOMER, shop.customer)
        storage.is_interrupted = False
        assert shop.place(1, request_id=REQUEST).is_repeated
    assert not reported


def test_what_interrupts_closing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    reported = what_is_reported(monkeypatch)
    storage = Interrupted()
    engine = csp.Engine(storage=storage)
    storage.is_interrupted = True
    with pytest.raises(KeyboardInterrupt):
        engine.close()
    assert engine.is_closed and storage.closes == 1
    with pytest.raises(KeyboardInterrupt):
        csp.Engine(storage=storage, profile="1999-01")
    assert storage.closes == 2 and not reported
