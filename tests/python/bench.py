"""How many calls a second Python makes: bench.py [SECONDS]. On a memory store, one thread."""

import sys
import time
from typing import Callable

from conftest import open_shop

import csp
from csp import commands
from csp._library import library


def per_second(ask: Callable[[], object], seconds: float) -> float:
    count = 0
    begin = time.perf_counter()
    while (passed := time.perf_counter() - begin) < seconds:
        for _ in range(50):
            ask()
        count += 50
    return count / passed


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    shop = open_shop()
    seats = shop.buy(5)
    quantities = iter(range(10**9))

    def change() -> None:
        shop.engine.execute(shop.ann, seats, commands.ChangeQuantity(next(quantities) % 200 + 6))

    def refuse() -> None:
        try:
            shop.engine.execute(shop.ann, seats, commands.ReactivateSubscription())
        except csp.Refused:
            pass

    rows: dict[str, Callable[[], object]] = {
        "a call that does nothing (csp_version)": library.csp_version,
        "the moment of a manual clock": shop.clock.now,
        "read one record": lambda: shop.engine.read(shop.ann, csp.Kind.SUBSCRIPTION, seats),
        "place an order": lambda: shop.place(1),
        "a command that is refused": refuse,
        "change a quantity": change,
    }
    for what, ask in rows.items():
        print(f"{what:<42}{per_second(ask, seconds):>12,.0f} a second")


if __name__ == "__main__":
    main()
