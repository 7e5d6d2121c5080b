"""Sold, changed, suspended, and lost; previews, batches, the feed, and the same text as the C++ program."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import csp
from conftest import ROOT, START, Shop
from csp import commands, enums


def test_what_is_suspended_for_too_long_is_lost(shop: Shop) -> None:
    seats = shop.buy(25)
    shop.clock.advance(timedelta(days=10))
    receipt = shop.engine.execute(shop.ann, seats, commands.ChangeQuantity(30))
    assert (receipt.kind, receipt.version, receipt.at) == (csp.Kind.SUBSCRIPTION, 2, START + timedelta(days=10))
    shop.suspend(seats)
    shop.clock.advance(timedelta(days=200))
    report = shop.engine.run_due()
    assert report.steps >= 1 and report.is_all_done
    with pytest.raises(csp.Refused) as refusal:
        shop.engine.execute(shop.ann, seats, commands.ReactivateSubscription())
    assert refusal.value.phase == "deleted"


def test_the_same_request_answers_the_same(shop: Shop) -> None:
    request = UUID(int=7)
    first = shop.place(5, request_id=request)
    again = shop.place(5, request_id=request)
    assert not first.is_repeated and again.is_repeated and first.id == again.id
    with pytest.raises(csp.Refused) as refusal:
        shop.place(6, request_id=request)
    assert refusal.value.rule == "GEN-04"


def test_an_expected_version_that_is_past_conflicts(shop: Shop) -> None:
    seats = shop.buy(5)
    shop.engine.execute(shop.ann, seats, commands.ChangeQuantity(6), expected_version=1)
    with pytest.raises(csp.Conflict):
        shop.engine.execute(shop.ann, seats, commands.ChangeQuantity(7), expected_version=1)


def test_a_preview_changes_nothing(shop: Shop) -> None:
    seats = shop.buy(5)
    before = list(shop.engine.events(csp.HOST))
    preview = shop.engine.preview(shop.ann, seats, commands.ChangeQuantity(6))
    assert preview.events[0].name == "quantity_changed"
    assert all(isinstance(charge["entry"]["line"]["amount"], csp.Money) for charge in preview.charges)
    assert {coming.command for coming in preview.coming} >= {"renew_subscription"}
    assert list(shop.engine.events(csp.HOST)) == before


def test_a_batch_is_one_commit_with_an_answer_each(shop: Shop) -> None:
    seats = shop.buy(5)
    with shop.engine.batch() as batch:
        for quantity in (10, 0, 20):
            batch.add(shop.ann, seats, commands.ChangeQuantity(quantity))
        first, second, third = batch.commit()
        assert isinstance(first, csp.Receipt) and isinstance(third, csp.Receipt) and third.version == 3
        assert isinstance(second, csp.Refused) and second.rule
        with pytest.raises(csp.Invalid):
            batch.commit()


def test_a_batch_that_is_not_committed_is_forgotten(shop: Shop) -> None:
    seats = shop.buy(5)
    with shop.engine.batch() as batch:
        batch.add(shop.ann, seats, commands.ChangeQuantity(10))
    assert shop.engine.read(shop.ann, csp.Kind.SUBSCRIPTION, seats).data["quantity"] == 5


def test_only_a_command_that_makes_a_record_can_create_one(shop: Shop) -> None:
    with pytest.raises(TypeError):
        shop.engine.create(shop.ann, commands.ChangeQuantity(1))


def test_the_feed_goes_on_where_it_ended(shop: Shop) -> None:
    feed = shop.engine.events(csp.HOST, page=csp.Page(rows=2))
    assert [event.command for event in feed] == ["enrol_partner", "list_offer", "set_price", "create_customer"]
    assert list(feed) == []
    shop.buy(5)
    assert next(feed).name == "order_submitted"


def test_a_listener_is_told_what_the_feed_says() -> None:
    told: list[csp.Event] = []
    clock = csp.ManualClock(START)
    with csp.Engine(clock=clock, listener=told.append) as engine:
        Shop(engine, clock).stock().buy(3)
        feed = list(engine.events(csp.HOST))
        assert [event.position for event in told] == list(range(1, len(feed) + 1))
        assert told == feed


def test_a_file_keeps_everything(tmp_path: Path) -> None:
    clock = csp.ManualClock(START)
    with csp.Engine.sqlite(tmp_path / "shop.db", clock=clock) as engine:
        Shop(engine, clock).stock().buy(3)
        before = list(engine.events(csp.HOST))
    with csp.Engine.sqlite(tmp_path / "shop.db", clock=clock) as engine:
        assert list(engine.events(csp.HOST)) == before


def test_the_options_arrive(tmp_path: Path) -> None:
    clock = csp.ManualClock(START)
    options: dict[str, Any] = {"clock": clock, "keeps_bills": False, "sqlite_normal": True, "busy_timeout_ms": 100}
    with csp.Engine.sqlite(tmp_path / "shop.db", profile="2018-03", attempts=3, **options) as engine:
        shop = Shop(engine, clock).stock()
        shop.buy(3)
        assert not [event for event in engine.events(csp.HOST) if event.kind == csp.Kind.CHARGE]
    with pytest.raises(csp.CspError) as caught:
        csp.Engine(country_rules=["{}"])
    assert caught.value.field.startswith("country_rules[0]")


def run(program: list[str], folder: Path, **environment: str) -> str:
    folder.mkdir(exist_ok=True)
    told = os.environ | environment
    done = subprocess.run(program, cwd=folder, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_prints_what_the_cpp_one_prints(tmp_path: Path) -> None:
    """CSP_QUICKSTART names the C++ program; twice, since the second run continues."""
    example = [sys.executable, str(ROOT / "examples" / "python" / "quickstart.py")]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    ours = [run(example, tmp_path / "python", PYTHONPATH=path) for _ in range(2)]
    assert "nothing was lost" in ours[0] and "continuing with the same file" in ours[1]
    native: Any = os.environ.get("CSP_QUICKSTART")
    if not native:
        pytest.skip("CSP_QUICKSTART is not set: nothing to compare with")
    assert ours == [run([native], tmp_path / "cpp") for _ in range(2)]


def test_the_first_order_prints_what_the_page_says(tmp_path: Path) -> None:
    path = os.pathsep.join(entry for entry in sys.path if entry)
    printed = run([sys.executable, str(ROOT / "examples" / "python" / "first.py")], tmp_path, PYTHONPATH=path)
    page = (ROOT / "docs" / "python.md").read_text()
    assert "".join(f"    {line}\n" for line in printed.splitlines()) in page


def test_what_may_be_bought_and_asked(shop: Shop) -> None:
    (answer,) = shop.engine.availability(shop.ann, shop.customer)
    assert answer.is_available and answer.unit_price == csp.Money("12.50", "USD")
    seats = shop.buy(5)
    allowed = {entry.command: entry.why_not for entry in shop.engine.allowed(shop.ann, csp.Kind.SUBSCRIPTION, seats)}
    assert allowed["suspend_subscription"] is None
    assert allowed["reactivate_subscription"] is not None and allowed["reactivate_subscription"]["rule"]
    assert enums.Kind(5).word == "subscription"
