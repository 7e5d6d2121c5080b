"""Stores that are written in Python: what they tell, what fails in them, and what clashes."""

import ctypes
from datetime import timedelta
from typing import Any, Sequence
from uuid import UUID

import pytest

import csp
from conftest import Shop, open_shop
from csp import _convert, _native, _storage, _vtables, commands, ports
from dict_storage import DictStorage, DictTransaction

pytestmark = pytest.mark.usefixtures("nothing_is_kept_for_ever")


def tell_the_story(shop: Shop) -> list[csp.Event]:
    seats = shop.buy(25)
    shop.clock.advance(timedelta(days=10))
    shop.engine.execute(shop.ann, seats, commands.ChangeQuantity(30), request_id=UUID(int=5))
    shop.suspend(seats)
    shop.clock.advance(timedelta(days=200))
    shop.engine.run_due()
    with pytest.raises(csp.Refused):
        shop.engine.execute(shop.ann, seats, commands.ReactivateSubscription())
    return list(shop.engine.events(csp.HOST))


def test_a_store_of_python_tells_the_same_story() -> None:
    ours, theirs = open_shop(storage=DictStorage()), open_shop()
    with ours.engine, theirs.engine:
        assert tell_the_story(ours) == tell_the_story(theirs)
        for kind in ("customers", "offers", "partnerships"):
            assert list(getattr(ours.engine, kind)(csp.HOST)) == list(getattr(theirs.engine, kind)(csp.HOST))


class Failing(DictStorage):
    """The call numbered `fails_at` raises."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self.fails_at = -1
        self.raised: list[BaseException] = []

    def begin(self, for_writing: bool) -> ports.Transaction:
        self.count()
        self.turn.acquire()
        return Counting(self)

    def count(self) -> None:
        self.calls += 1
        if self.calls == self.fails_at:
            self.raised.append(OSError(f"call {self.calls}"))
            raise self.raised[-1]


class Counting(DictTransaction):
    def __init__(self, store: Failing) -> None:
        super().__init__(store)
        self.counting = store

    def __getattribute__(self, name: str) -> Any:
        """Every method of a transaction is counted, but `end`, which has nothing to answer."""
        if name in ("load", "scan", "due", "save", "append", "events", "history", "recall", "commit"):
            self.counting.count()
        return super().__getattribute__(name)


def test_a_store_that_fails_at_every_call_in_turn_loses_nothing() -> None:
    storage = Failing()
    shop = open_shop(storage=storage)
    failures = 0
    with shop.engine:
        while True:
            before = (dict(storage.records), dict(storage.holders), list(storage.feed))
            storage.calls, storage.fails_at = 0, failures + 1
            try:
                shop.place(1)
                break
            except csp.StorageFailed as error:
                assert error.__cause__ is storage.raised[-1]
            failures += 1
            assert (storage.records, storage.holders, storage.feed) == before
            assert not storage.turn.locked()
    assert failures > 10


class Full(DictStorage):
    """Nothing more can be committed, or even begun."""

    fails_in = ""

    def begin(self, for_writing: bool) -> ports.Transaction:
        if self.fails_in == "begin":
            raise OSError("begin")
        self.turn.acquire()
        return FullTransaction(self)


class FullTransaction(DictTransaction):
    store: Full

    def commit(self) -> None:
        if self.store.fails_in == "commit":
            raise OSError("commit")
        super().commit()


@pytest.mark.parametrize("place", ["begin", "commit"])
def test_a_batch_that_the_store_did_not_keep_is_no_answer_but_a_failure(place: str) -> None:
    storage = Full()
    shop = open_shop(storage=storage)
    with shop.engine, shop.engine.batch() as batch:
        before = list(storage.feed)
        lines = [commands.OrderLine(shop.offer, 1)]
        for _ in range(3):
            batch.add(shop.ann, None, commands.PlaceOrder(shop.customer, csp.Cycle.MONTHLY, lines))
        storage.fails_in = place
        with pytest.raises(csp.StorageFailed) as caught:
            batch.commit()
        assert isinstance(caught.value.__cause__, OSError) and str(caught.value.__cause__) == place
        assert storage.feed == before
        storage.fails_in = ""
        assert not shop.place(1).is_repeated


def test_a_batch_of_refusals_alone_has_their_answers() -> None:
    shop = open_shop(storage=Full())
    seats = shop.buy(1)
    with shop.engine, shop.engine.batch() as batch:
        for _ in range(2):
            batch.add(shop.ann, seats, commands.ChangeQuantity(2), expected_version=99)
            batch.add(shop.ann, seats, commands.ReactivateSubscription())
        assert [type(answer) for answer in batch.commit()] == [csp.Conflict, csp.Refused] * 2
    with csp.Engine().batch() as nothing:
        assert nothing.commit() == []


class Racing(DictStorage):
    """The first commits clash, as if another writer had been first."""

    def __init__(self) -> None:
        super().__init__()
        self.clashes = 0

    def begin(self, for_writing: bool) -> ports.Transaction:
        self.turn.acquire()
        return RacingTransaction(self)


class RacingTransaction(DictTransaction):
    store: Racing

    def commit(self) -> None:
        if self.store.clashes > 0:
            self.store.clashes -= 1
            raise ports.Clash
        super().commit()


def test_a_command_is_decided_again_when_another_writer_was_first() -> None:
    storage = Racing()
    shop = open_shop(storage=storage, attempts=4)
    with shop.engine:
        storage.clashes = 3
        assert not shop.place(1).is_repeated
        storage.clashes = 4
        with pytest.raises(csp.Conflict):
            shop.place(1)
        assert len(list(shop.engine.orders(shop.ann, shop.customer))) == 1


def test_what_end_and_close_raise_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda told: reported.append(str(told.exc_value)))

    class Clumsy(DictStorage):
        def begin(self, for_writing: bool) -> ports.Transaction:
            self.turn.acquire()
            return ClumsyTransaction(self)

        def close(self) -> None:
            raise OSError("close")

    class ClumsyTransaction(DictTransaction):
        def end(self) -> None:
            super().end()
            raise OSError("end")

    shop = open_shop(storage=Clumsy())
    shop.place(1)
    shop.engine.close()
    assert set(reported) == {"end", "close"}


def test_a_url_beside_a_storage_is_refused() -> None:
    storage = DictStorage()
    for url in ("memory:", "sqlite:shop.db"):
        with pytest.raises(csp.Invalid) as caught:
            csp.Engine(url, storage=storage)
        assert caught.value.field == "storage" and "url" in caught.value.message
    assert storage.closes == 2


class Reporting(DictStorage):
    def __init__(self) -> None:
        super().__init__()
        self.views: list[ports.View] = []

    def publish(self, views: Sequence[ports.View]) -> None:
        self.views.extend(views)


class LongerView(ctypes.Structure):
    """As a newer csp may have it."""

    _fields_ = [("known", _native.csp_view), ("later", ctypes.c_uint64)]


def test_what_a_newer_csp_has_made_longer_is_stepped_over() -> None:
    views, texts = (LongerView * 3)(), _convert.Texts()
    for place, view in enumerate(views):
        view.known.size = ctypes.sizeof(LongerView)
        view.known.kind = place + 1
        texts.put(f"view {place}", view.known.name)
    storage = Reporting()
    number = _vtables.ports.number()
    _vtables.ports[number] = storage
    try:
        _storage.publish(number, ctypes.cast(views, ctypes.POINTER(_native.csp_view)), len(views))
    finally:
        del _vtables.ports[number]
    assert [(view.kind, view.name) for view in storage.views] == [(1, "view 0"), (2, "view 1"), (3, "view 2")]


class Nothing(DictStorage):
    """Has a length, and it is 0: a port that is there all the same."""

    def __len__(self) -> int:
        return 0


class Silent:
    """A listener that counts, and has nothing yet."""

    def __init__(self) -> None:
        self.heard: list[csp.Event] = []

    def __len__(self) -> int:
        return len(self.heard)

    def __call__(self, event: csp.Event) -> None:
        self.heard.append(event)


def test_a_port_that_is_false_is_a_port() -> None:
    storage, listener = Nothing(), Silent()
    with open_shop(storage=storage, listener=listener).engine:
        assert storage.feed and len(listener.heard) == len(storage.feed)
    assert storage.closes == 1
