"""A fork leaves what was opened with the parent: the child neither uses nor closes it, and opens its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PATIENCE = 60  # seconds

# Every handle is refused by name; what is closed or forgotten stays open; the file can be opened anew.
IN_THE_CHILD = """
import gc, os, sys
from pathlib import Path
import csp
from conftest import START, Shop

def files_open():
    links = [os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.exists()]
    return sum(link.startswith(sys.argv[1]) for link in links)

def is_refused(ask):
    try:
        ask()
    except csp.Invalid as error:
        return error.reason == "opened_before_fork" and "fork" in error.message
    return False

clock = csp.ManualClock(START)
engine = csp.Engine.sqlite(sys.argv[1], clock=clock)
shop = Shop(engine, clock).stock()
rows, batch, wizard = engine.events(csp.HOST), engine.batch(), engine.wizard(csp.HOST)
next(rows)
before = files_open()
assert before > 0

child = os.fork()
if child == 0:
    asked = [engine.run_due, rows.__next__, lambda: rows.position, lambda: batch.answer(0), lambda: wizard.phase]
    asked += [clock.now, engine.batch, lambda: csp.Engine(clock=clock), lambda: shop.place(1)]
    assert [is_refused(ask) for ask in asked] == [True] * len(asked)
    engine.close()
    assert engine.is_closed
    del rows, batch, wizard
    gc.collect()
    assert files_open() == before
    with csp.Engine.sqlite(sys.argv[1], clock=csp.ManualClock(START)) as own:
        assert own.create(shop.ann, csp.commands.PlaceOrder(shop.customer, lines=[
            csp.commands.OrderLine(shop.offer, 1)])).version
    sys.exit(0)  # as a program ends: what was not closed would be closed now

assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
shop.place(1)
assert len(list(engine.orders(shop.ann, shop.customer))) == 2
assert next(rows).position == 2
print("both went on")
"""

# A thread is inside of the rows, and for ever, as the child sees it.
WITH_A_THREAD_INSIDE = """
import os, sys, threading
import csp
from csp import ports
from conftest import START, Shop

inside, go_on = threading.Event(), threading.Event()

class Waiting(ports.Clock):
    waits = False
    def now(self):
        if self.waits:
            inside.set()
            go_on.wait()
        return START

clock = Waiting()
engine = csp.Engine.sqlite(sys.argv[1], clock=clock)
Shop(engine, csp.ManualClock(START)).stock()
rows = engine.events(csp.HOST, page=csp.Page(rows=1))
next(rows)
clock.waits = True
caller = threading.Thread(target=rows.__next__)
caller.start()
inside.wait()
child = os.fork()
if child == 0:
    try:
        next(rows)
    except csp.Invalid:
        sys.exit(0)
status = os.waitpid(child, 0)[1]
go_on.set()
caller.join()
engine.close()
assert os.waitstatus_to_exitcode(status) == 0
print("both went on")
"""


@pytest.mark.parametrize("program", [IN_THE_CHILD, WITH_A_THREAD_INSIDE], ids=["all", "a thread inside"])
def test_what_was_opened_before_a_fork_stays_the_parents(program: str, tmp_path: Path) -> None:
    path = os.pathsep.join([str(HERE), *(entry for entry in sys.path if entry)])
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "shop.db")],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stdout) == (0, "both went on\n"), done.stderr
