"""What a program brings along: it is used, what it raises is told, and it is let go exactly once."""

import gc
import threading
import weakref
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Optional
from uuid import UUID

import pytest

import csp
from conftest import START, Shop, contoso, open_shop
from csp import commands, ports
from csp._library import library
from dict_storage import DictStorage

pytestmark = pytest.mark.usefixtures("nothing_is_kept_for_ever")


class TickingClock(ports.Clock):
    """Each look is a microsecond later."""

    def __init__(self) -> None:
        self.moment = START
        self.fails: Optional[BaseException] = None
        self.closes = 0

    def now(self) -> datetime:
        if self.fails:
            raise self.fails
        self.moment += timedelta(microseconds=1)
        return self.moment

    def close(self) -> None:
        self.closes += 1


# ---- the clock -----------------------------------------------------------------------------------------------


def test_a_clock_of_python_is_asked() -> None:
    clock = TickingClock()
    with csp.Engine(clock=clock) as engine:
        shop = Shop(engine, csp.ManualClock(START)).stock()
        assert START < shop.place(1).at <= clock.moment
        assert clock.closes == 0
    assert clock.closes == 1


def test_what_a_clock_raises_is_the_cause() -> None:
    clock = TickingClock()
    with csp.Engine(clock=clock) as engine:
        shop = Shop(engine, csp.ManualClock(START)).stock()
        clock.fails = OSError("no battery")
        with pytest.raises(csp.CspError) as caught:
            shop.place(1)
        assert caught.value.__cause__ is clock.fails
        clock.fails = None
        shop.place(1)
        clock.fails = KeyboardInterrupt()
        with pytest.raises(KeyboardInterrupt):
            shop.place(1)
        clock.fails = None


def test_a_clock_without_a_time_zone_or_out_of_range_is_refused() -> None:
    clock = TickingClock()
    with csp.Engine(clock=clock) as engine:
        shop = Shop(engine, csp.ManualClock(START)).stock()
        clock.moment = datetime(2020, 1, 1)
        with pytest.raises(csp.CspError) as caught:
            shop.place(1)
        assert isinstance(caught.value.__cause__, ValueError)
        clock.moment = datetime(1969, 1, 1, tzinfo=timezone.utc)
        with pytest.raises(csp.CspError):
            shop.place(1)


def test_it_is_let_go_once_also_when_the_engine_does_not_open() -> None:
    clock, storage = TickingClock(), DictStorage()
    with pytest.raises(csp.CspError):
        csp.Engine(storage=storage, clock=clock, profile="1999-01")
    assert (clock.closes, storage.closes) == (1, 1)


def test_an_engine_that_nobody_closes_is_closed_when_nobody_has_it() -> None:
    clock = TickingClock()
    csp.Engine(clock=clock)
    gc.collect()
    assert clock.closes == 1


def test_a_cursor_keeps_what_was_brought() -> None:
    clock = TickingClock()
    engine = csp.Engine(clock=clock)
    rows = engine.events(csp.HOST)
    engine.close()
    assert clock.closes == 0
    assert list(rows) == []
    rows.close()
    assert clock.closes == 1


PATIENCE = 60  # seconds; what is waited for takes none


def test_a_callback_that_asks_the_rows_that_ask_it_is_busy() -> None:
    """In a thread of its own: a lock that is not re-entered would hold it for ever."""
    clock = TickingClock()
    raised: list[BaseException] = []
    with csp.Engine(clock=clock) as engine, engine.events(csp.HOST, page=csp.Page(rows=1)) as rows:
        Shop(engine, csp.ManualClock(START)).stock()

        def ask_the_rows(again: Any) -> datetime:
            try:
                again()
            except csp.CspError as error:
                raised.append(error)
            return START + timedelta(days=1)

        for again in (lambda: next(rows), lambda: rows.position):
            setattr(clock, "now", lambda again=again: ask_the_rows(again))
            reader = threading.Thread(target=lambda: next(rows), daemon=True)
            reader.start()
            reader.join(PATIENCE)
            assert not reader.is_alive()
    assert raised and all(isinstance(error, csp.Busy) for error in raised)


def test_rows_that_a_callback_closes_while_they_are_read_have_no_row_or_a_whole_one() -> None:
    clock = TickingClock()
    with csp.Engine(clock=clock) as engine:
        Shop(engine, csp.ManualClock(START)).stock()

        def closed_while_read(close: Callable[[Any], object]) -> Any:
            rows = engine.events(csp.HOST, page=csp.Page(rows=1))
            next(rows)
            setattr(clock, "now", lambda: close(rows) or START)
            return rows

        with pytest.raises(csp.Invalid, match="closed"):
            next(closed_while_read(lambda rows: library.csp_cursor_close(rows._opened)))
        rows = closed_while_read(lambda rows: rows.close())
        assert next(rows).position == 2
        assert rows.is_closed
        with pytest.raises(csp.Invalid, match="closed"):
            next(rows)


@pytest.mark.parametrize("ask", [next, lambda rows: rows.position, lambda rows: rows.is_at_end])
def test_a_callback_does_not_wait_for_rows_that_another_thread_reads(ask: Callable[[Any], object]) -> None:
    """The other thread waits for the engine, and the engine for the callback."""
    raised: list[BaseException] = []
    clock = TickingClock()
    with csp.Engine(clock=clock) as engine, engine.events(csp.HOST) as rows:
        shop = Shop(engine, csp.ManualClock(START)).stock()
        assert list(rows)  # what is read next is fetched from the engine
        reader = threading.Thread(target=lambda: next(rows), daemon=True)

        def ask_while_another_reads() -> datetime:
            setattr(clock, "now", lambda: START)
            reader.start()
            while rows._lock.acquire(blocking=False):
                rows._lock.release()
            try:
                ask(rows)
            except csp.CspError as error:
                raised.append(error)
            return START

        setattr(clock, "now", ask_while_another_reads)
        caller = threading.Thread(target=lambda: shop.place(1), daemon=True)
        caller.start()
        for thread in (caller, reader):
            thread.join(PATIENCE)
            assert not thread.is_alive()
    assert raised and all(isinstance(error, csp.Busy) for error in raised)


# ---- listeners -----------------------------------------------------------------------------------------------


def test_what_a_listener_raises_is_reported_and_the_command_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", reported.append)

    def shout(event: csp.Event) -> None:
        raise RuntimeError(event.name)

    with open_shop().engine as engine:
        engine.listen(shout)
        shop = Shop(engine, csp.ManualClock(START))
        with pytest.raises(csp.CspError) as caught:
            engine.execute(csp.HOST, shop.offer, commands.CancelDraft())
        assert caught.value.__cause__ is None
        price = commands.Price(market="US", unit_price=csp.Money("13.00", "USD"))
        engine.execute(csp.HOST, shop.offer, commands.SetPrice(price))
    assert "price_set" in [str(told.exc_value) for told in reported]


def test_a_callback_may_not_use_its_own_engine() -> None:
    busy: list[BaseException] = []
    shop = open_shop()

    def ask_again(event: csp.Event) -> None:
        try:
            shop.engine.run_due()
        except csp.Busy as error:
            busy.append(error)

    def ask_another(event: csp.Event) -> None:
        assert other.run_due().is_all_done

    with shop.engine, csp.Engine() as other:
        shop.engine.listen(ask_again)
        shop.engine.listen(ask_another)
        shop.place(1)
    assert busy


# ---- keys, addresses, the sealer and the dice --------------------------------------------------------------


class Box(ports.Fulfilment, ports.Sealer, ports.Secrets):
    def __init__(self) -> None:
        self.asked: list[ports.Delivery] = []
        self.fails = False
        self.cannot = ""
        self.closes = 0

    def key_for(self, delivery: ports.Delivery) -> str:
        self.asked.append(delivery)
        if self.fails:
            raise ConnectionError("the key server is away")
        return "AAAAA-BBBBB"

    def url_for(self, delivery: ports.Delivery) -> str:
        self.asked.append(delivery)
        return "https://download.example.com/1"

    def seal(self, secret: str, belongs_to: str) -> str:
        if self.cannot == "seal":
            raise PermissionError("seal")
        return secret[::-1]

    def open(self, sealed: str, belongs_to: str) -> str:
        if self.cannot == "open":
            raise PermissionError("open")
        return sealed[::-1]

    def fill(self, size: int) -> bytes:
        return bytes(range(size - 1 if self.cannot == "fill" else size))

    def close(self) -> None:
        self.closes += 1


def sold_software(shop: Shop) -> UUID:
    """The entitlement to one licence of a product."""
    product = csp.offer_id_of("DG7GMGF0DVT9-0001")
    artifact = commands.Artifact("2019", "en-US", "iso")
    sheet = commands.ProductSheet(catalog_id="DG7GMGF0DVT9-0001", name="SQL Server", artifacts=[artifact])
    shop.engine.execute(csp.HOST, product, commands.ListProduct(sheet))
    price = commands.Price(market="US", unit_price=csp.Money("100", "USD"))
    shop.engine.execute(csp.HOST, product, commands.SetProductPrice(price))
    wish = commands.SoftwareWish(product=product, quantity=1)
    shop.engine.create(shop.ann, commands.BuySoftware(customer=shop.customer, lines=[wish]))
    (item,) = shop.engine.software_items(shop.ann, shop.customer)
    assert item.id is not None
    return item.id


def test_keys_come_from_where_the_host_says() -> None:
    box = Box()
    shop = open_shop(fulfilment=box, sealer=box, secrets=box)
    artifact = commands.Artifact("2019", "en-US", "iso")
    with shop.engine:
        entitlement = sold_software(shop)
        box.fails = True
        with pytest.raises(csp.CspError) as caught:
            shop.engine.show_keys(shop.ann, entitlement, artifact)
        assert isinstance(caught.value.__cause__, ConnectionError)
        box.fails = False
        assert shop.engine.show_keys(shop.ann, entitlement, artifact).text == "AAAAA-BBBBB"
        assert box.asked[-1].entitlement == entitlement and box.asked[-1].language == "en-US"
        link = shop.engine.show_link(shop.ann, entitlement, artifact)
        assert link.text == "https://download.example.com/1" and link.id is not None
        assert shop.engine.show_download(shop.ann, link.id).text == link.text
        assert [row.data for row in shop.engine.activity_log(csp.HOST, shop.customer)]
    assert box.closes == 3


def test_a_sealer_or_dice_that_fail_are_the_cause() -> None:
    box = Box()
    shop = open_shop(fulfilment=box, sealer=box, secrets=box)
    artifact = commands.Artifact("2019", "en-US", "iso")
    with shop.engine:
        entitlement = sold_software(shop)
        box.cannot = "seal"
        with pytest.raises(csp.CspError) as caught:
            shop.engine.show_keys(shop.ann, entitlement, artifact)
        assert isinstance(caught.value.__cause__, PermissionError)
        box.cannot = ""
        shop.engine.show_keys(shop.ann, entitlement, artifact)
        box.cannot = "open"
        with pytest.raises(csp.CspError) as caught:
            shop.engine.show_keys(shop.ann, entitlement, artifact)
        assert isinstance(caught.value.__cause__, PermissionError)
        box.cannot = "fill"
        wish = replace(contoso(), domain="adatum.example.com")
        with pytest.raises(csp.CspError) as caught:
            shop.engine.set_up_customer(shop.ann, wish)
        assert isinstance(caught.value.__cause__, ValueError)


def test_a_port_is_forgotten_with_its_engine() -> None:
    clock = TickingClock()
    gone = weakref.ref(clock)
    csp.Engine(clock=clock).close()
    del clock
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("made", [lambda size: "a" * size, lambda size: b"a" * (size - 1), lambda size: size])
def test_dice_that_give_no_bytes_have_failed(made: Any) -> None:
    class Dice(ports.Secrets):
        def fill(self, size: int) -> bytes:
            return made(size)  # type: ignore[no-any-return]

    shop = open_shop(secrets=Dice())
    with shop.engine, pytest.raises(csp.CspError) as caught:
        shop.engine.set_up_customer(shop.ann, replace(contoso(), domain="tailspin.example.com"))
    assert isinstance(caught.value.__cause__, (TypeError, ValueError))


def test_dice_may_give_a_bytearray() -> None:
    class Dice(ports.Secrets):
        def fill(self, size: int) -> Any:
            return bytearray(size)

    shop = open_shop(secrets=Dice())
    with shop.engine:
        assert len(shop.engine.set_up_customer(shop.ann, replace(contoso(), domain="tailspin.example.com")).text) == 16
