"""Everything that csp says about a refusal is in the exception."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

import csp
from conftest import Shop, contoso
from csp import _call, commands


def test_a_refusal_says_all_that_csp_says(shop: Shop) -> None:
    with pytest.raises(csp.Invalid) as caught:
        shop.place(0)
    error = caught.value
    assert (error.rule, error.reason, error.field) == ("SUB-01", "quantity_out_of_range", "lines[0].quantity")
    assert error.status == csp.Status.INVALID
    assert error.microsoft == 2002
    assert str(error) == f"SUB-01: {error.message}"
    assert error.details["reason"] == error.reason
    assert error.others == []


def test_a_refusal_that_is_too_long_says_so_and_the_next_one_is_whole(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_call, "ROOM", 1000)
    monkeypatch.setattr(_call, "MOST_ROOM", 20_000)

    def refusal_of(lines: int) -> csp.CspError:
        nothing = [commands.OrderLine(shop.offer, 0)] * lines
        with pytest.raises(csp.Invalid) as caught:
            shop.engine.create(shop.ann, commands.PlaceOrder(shop.customer, csp.Cycle.MONTHLY, nothing))
        return caught.value

    def run() -> None:  # on a thread of its own, which has seen no refusal yet
        first, second, longest, again = [refusal_of(lines) for lines in (20, 20, 200, 200)]
        for partial in (first, longest, again):
            assert partial.is_partial and partial.field == "lines[0].quantity"
            assert not partial.details and "takes" in partial.__notes__[0]
        assert not second.is_partial and second.others[-1]["field"] == "lines[19].quantity"
        assert not refusal_of(1).is_partial

    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()


def test_what_is_allowed_instead_is_named(shop: Shop) -> None:
    order = shop.place(5).id
    with pytest.raises(csp.Refused) as caught:
        shop.engine.execute(shop.ann, order, commands.CancelDraft())
    assert caught.value.allowed == ["change_cycle"]
    assert caught.value.phase == "completed"


def test_what_stands_in_the_way_is_named(shop: Shop) -> None:
    seats = shop.buy(5)
    with pytest.raises(csp.Refused) as caught:
        shop.engine.execute(csp.HOST, shop.customer, commands.RemoveRelationship())
    assert caught.value.existing == seats


def test_a_domain_is_one_customers(shop: Shop) -> None:
    with pytest.raises(csp.Refused) as caught:
        shop.engine.create(shop.ann, contoso())
    assert caught.value.rule == "CUS-03"


def test_another_partners_record_does_not_exist(shop: Shop) -> None:
    stranger = csp.Actor("eve@example.com", UUID(int=99), csp.Role.ADMIN_AGENT)
    with pytest.raises(csp.NotFound):
        shop.engine.read(stranger, csp.Kind.CUSTOMER, shop.customer)


def test_who_has_no_role_is_forbidden(shop: Shop) -> None:
    nobody = csp.Actor("joe@fabrikam.example.com", shop.ann.partner)
    with pytest.raises(csp.Forbidden):
        shop.engine.execute(nobody, shop.buy(1), commands.ChangeQuantity(2))


def test_bad_texts_are_refused_and_nothing_breaks(shop: Shop) -> None:
    for bad in ("with\0nul", "x" * 20_000_000):
        with pytest.raises(csp.Invalid) as caught:
            shop.engine.customer_by_domain(shop.ann, bad)
        assert caught.value.field == "domain"
    with pytest.raises(UnicodeEncodeError):
        shop.engine.customer_by_domain(shop.ann, "half a letter: \ud800")


def test_an_option_that_is_malformed_is_named() -> None:
    with pytest.raises(csp.CspError) as caught:
        csp.Engine(profile="1999-01")
    assert caught.value.field == "profile"
    with pytest.raises(csp.CspError):
        csp.Engine("postgresql://somewhere")


def test_what_is_closed_answers_invalid(shop: Shop) -> None:
    rows = shop.engine.offers(shop.ann)
    rows.close()
    rows.close()
    with pytest.raises(csp.Invalid):
        next(rows)
    engine = csp.Engine()
    batch = engine.batch()
    batch.close()
    with pytest.raises(csp.Invalid):
        batch.add(csp.HOST, None, commands.EnrolPartner())
    engine.close()
    assert engine.is_closed
    with pytest.raises(csp.Invalid) as caught:
        engine.run_due()
    assert caught.value.reason == "no_such_handle"
    clock = csp.ManualClock(shop.clock.now())
    clock.close()
    with pytest.raises(csp.Invalid):
        clock.now()


def test_every_status_has_its_exception() -> None:
    from csp.errors import CLASSES

    assert set(CLASSES) == {status for status in csp.Status if status < 0}
    assert all(issubclass(kind, csp.CspError) for kind in CLASSES.values())
