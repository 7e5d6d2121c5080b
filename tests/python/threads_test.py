"""One engine and many threads: calls wait for each other, and nothing is lost."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Callable

import csp
import pytest
from conftest import START, Shop
from csp import commands
from dict_storage import DictStorage

THREADS = 8
EACH = 25


def place_many(shop: Shop) -> int:
    return len({shop.place(1).id for _ in range(EACH)})


def test_eight_threads_on_one_engine(shop: Shop) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        placed = list(pool.map(place_many, [shop] * THREADS))
    assert placed == [EACH] * THREADS
    assert len(list(shop.engine.orders(shop.ann, shop.customer))) == THREADS * EACH


def test_refusals_of_two_threads_do_not_mix(shop: Shop) -> None:
    order = shop.place(1).id

    def refused(command: csp.Command, rule: str) -> bool:
        for _ in range(200):
            try:
                shop.engine.execute(shop.ann, order, command)
            except csp.Refused as error:
                if error.rule != rule or error.details["rule"] != rule:
                    return False
        return True

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(refused, commands.CancelDraft(), "SUS-01")
        second = pool.submit(refused, commands.SubmitOrder(), "SUB-02")
    assert first.result() and second.result()


def test_two_engines_on_one_file(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    clock = csp.ManualClock(START)
    with csp.Engine.sqlite(path, clock=clock) as one, csp.Engine.sqlite(path, clock=clock) as two:
        shop = Shop(one, clock).stock()
        other = Shop(two, clock, shop.ann, shop.offer, shop.customer)
        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(place_many, [shop, other])) == [EACH, EACH]
        assert len(list(two.orders(shop.ann, shop.customer))) == 2 * EACH


def test_a_store_of_python_serves_two_engines() -> None:
    storage = DictStorage()
    clock = csp.ManualClock(START)
    with csp.Engine(storage=storage, clock=clock) as one, csp.Engine(storage=storage, clock=clock) as two:
        shop = Shop(one, clock).stock()
        other = Shop(two, clock, shop.ann, shop.offer, shop.customer)
        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(place_many, [shop, other])) == [EACH, EACH]
    assert storage.closes == 2


def test_one_cursor_and_two_threads_do_no_harm(shop: Shop) -> None:
    for _ in range(50):
        shop.place(1)
    rows = shop.engine.events(csp.HOST, page=csp.Page(rows=3))
    seen: list[int] = []

    def read() -> None:
        seen.extend(event.position for event in rows)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert sorted(seen) == list(range(1, len(seen) + 1))


def test_rows_that_another_thread_closes_are_closed_once_they_are_read(shop: Shop) -> None:
    """What C shows of a row lives only as long as the cursor."""
    rows = shop.engine.events(csp.HOST)
    make = rows._make

    def close_meanwhile(row: Any) -> csp.Event:
        closer = threading.Thread(target=rows.close)
        closer.start()
        closer.join()
        assert not rows.is_closed
        return make(row)

    setattr(rows, "_make", close_meanwhile)
    assert next(rows).position == 1
    assert rows.is_closed


def test_who_reads_rows_cannot_ask_them_meanwhile(shop: Shop) -> None:
    """As the handler of a signal would, on the same thread."""
    rows = shop.engine.events(csp.HOST, page=csp.Page(rows=1))
    make = rows._make
    said: list[str] = []

    def ask_meanwhile(row: Any) -> csp.Event:
        asks: list[Callable[[], object]] = [lambda: next(rows), lambda: rows.position, lambda: rows.is_at_end]
        for ask in asks:
            with pytest.raises(csp.Busy) as busy:
                ask()
            said.append(busy.value.reason)
        return make(row)

    setattr(rows, "_make", ask_meanwhile)
    assert next(rows).position == 1
    assert said == ["busy"] * 3
    setattr(rows, "_make", make)
    assert next(rows).position == 2


READS_ON_AT_THE_END = """
import atexit
import ctypes
import threading
from conftest import csp, open_shop
from csp import _call

begun = threading.Event()


@atexit.register
def last():  # registered first, so it runs last
    print("is open", _call.call("csp_cursor_is_at_end", rows._opened, ctypes.byref(ctypes.c_int32())))


def reads_for_ever(row):
    begun.set()
    threading.Event().wait()


rows = open_shop().engine.events(csp.HOST)
rows._make = reads_for_ever
threading.Thread(target=lambda: next(rows), daemon=True).start()
begun.wait()
"""


def test_rows_that_a_thread_is_reading_at_the_end_of_the_program_stay_open() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READS_ON_AT_THE_END],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "is open 0\n", "")


CLOSES_NOTHING = """
import subprocess
import sys
import threading
from conftest import csp, open_shop
from dict_storage import DictStorage

shop = open_shop(storage=DictStorage(), listener=lambda event: None)
rows = shop.engine.events(csp.HOST)
next(rows)
batch = shop.engine.batch()
wizard = shop.engine.wizard(csp.HOST)
threading.Thread(target=shop.place, args=(1,)).start()
rows.itself = rows  # a cycle: only the end of the program comes for it
print("done")
"""


def test_a_program_that_closes_nothing_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", CLOSES_NOTHING],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
