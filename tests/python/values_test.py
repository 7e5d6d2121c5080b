"""Numbers, money, days, moments and ids, there and back."""

from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_UP, Context, Decimal, localcontext
from uuid import UUID

import ctypes

import pytest

import csp
from conftest import START, Shop
from csp import _convert, _native, commands, enums
from csp._command import pack
from csp._library import library


def test_an_unknown_number_stays_visible() -> None:
    newer = csp.Kind(99)
    assert newer == 99 and newer.name == "UNKNOWN_99" and not newer.is_known
    assert repr(newer) == "<Kind.UNKNOWN_99: 99>"
    assert {newer: 1}[csp.Kind(99)] == 1
    assert csp.Kind.ORDER.is_known and csp.Kind(4) is csp.Kind.ORDER
    assert csp.Role(4096) | csp.Role.HOST == 4097
    assert csp.Status(-99).name == "UNKNOWN_-99"


def test_an_unknown_number_goes_to_csp_as_it_is(shop: Shop) -> None:
    seats = shop.buy(1)
    with pytest.raises(csp.Invalid) as caught:
        shop.engine.execute(shop.ann, seats, commands.SuspendSubscription(enums.SuspensionReason(77)))
    assert caught.value.field == "reason"


def test_every_constant_has_the_name_that_csp_gives_it() -> None:
    names = [name for name in _native.SIGNATURES if name.endswith("_name") and len(_native.SIGNATURES[name][1]) == 1]
    assert len(names) > 20
    for name in names:
        words = name.removeprefix("csp_").removesuffix("_name").split("_")
        kind = getattr(enums, "".join(word.capitalize() for word in words))
        for member in kind:
            word = getattr(library, name)(member.value).decode()
            assert word == member.name.lower().removeprefix("_"), f"{name}({member.value})"
        assert getattr(library, name)(12345) == b"unknown"


def test_money_is_exact() -> None:
    assert csp.Money("12.50", "USD").minor == 1250
    assert csp.Money(1250, "JPY").minor == 1250
    assert csp.Money.of_minor(1250, "USD") == csp.Money(Decimal("12.5"), "USD")
    assert str(csp.Money("12.5", "USD")) == "USD 12.50"
    assert str(csp.Money(5, "JPY")) == "JPY 5"
    assert csp.Money("-0.01", "USD").minor == -1
    with pytest.raises(ValueError):
        csp.Money("0.001", "USD").minor
    with pytest.raises(TypeError):
        csp.Money(12.5, "USD")  # type: ignore[arg-type]
    with pytest.raises(OverflowError):
        csp.Money(2**63, "USD").to_c()


@pytest.mark.parametrize("digits", [5, 6, 28])
def test_money_does_not_ask_the_context_of_the_host(digits: int) -> None:
    with localcontext(Context(prec=digits, rounding=ROUND_UP, Emax=3, Emin=-3, traps=[])):
        assert csp.Money("123456.78", "USD").minor == 12345678
        assert csp.Money.of_minor(12345678, "USD") == csp.Money("123456.78", "USD")
        assert csp.Money.of_minor(2**63 - 1, "USD").to_c().minor == 2**63 - 1
        assert csp.Money("-92233720368547758.08", "USD").to_c().minor == -(2**63)
        assert str(csp.Money.of_minor(2**63 - 1, "USD")) == "USD 92233720368547758.07"
        assert csp.Money("123456789012345678901234567890", "JPY").minor == 123456789012345678901234567890
        for beyond in ("92233720368547758.08", "123456789012345678901234567890", "1E+999999999"):
            with pytest.raises(OverflowError):
                csp.Money(beyond, "USD").to_c()


@pytest.mark.parametrize("digits", [5, 6, 28])
def test_what_is_no_amount_is_not_rounded_to_one(digits: int) -> None:
    with localcontext(Context(prec=digits, traps=[])):
        for fine in ("123456.789", "0.12345678901234567890123456789", "1E-999999999", "1000000000000000000000.001"):
            with pytest.raises(ValueError):
                csp.Money(fine, "USD").minor
        for nothing in ("NaN", "Infinity", "twelve", "1E+9999999999999999999"):
            with pytest.raises(ValueError):
                csp.Money(nothing, "USD")
        assert str(csp.Money("0.005", "USD")) == "USD 0.005"
    with pytest.raises(TypeError):
        csp.Money(True, "USD")


def test_moments_keep_their_microsecond(shop: Shop) -> None:
    for moment in (START, datetime(9999, 12, 31, 23, 59, 59, 999999, timezone.utc), _convert.EPOCH):
        clock = csp.ManualClock(moment)
        assert clock.now() == moment
    east = datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert csp.ManualClock(east).now() == datetime(2019, 12, 31, 18, 30, tzinfo=timezone.utc)
    with pytest.raises(ValueError):
        csp.ManualClock(datetime(2020, 1, 1))
    shop.clock.advance(timedelta(microseconds=1))
    assert shop.clock.now() == START + timedelta(microseconds=1)


def test_days_are_counted_from_1970() -> None:
    for day in (date(1970, 1, 1), date(2020, 2, 29), date(9999, 12, 31)):
        text = _native.csp_text()
        library.csp_text_of_day(_convert.number_of(day), ctypes.byref(text), None)
        assert text.data.decode() == day.isoformat()
        assert _convert.day_of(_convert.number_of(day)) == day
    with pytest.raises(TypeError):
        _convert.number_of(START)


def test_ids_have_the_order_of_rfc_4122() -> None:
    value = UUID("00112233-4455-6677-8899-aabbccddeeff")
    text = _native.csp_text()
    library.csp_text_of_id(ctypes.byref(_convert.c_id(value)), ctypes.byref(text), None)
    assert text.data.decode() == str(value)
    assert _convert.uuid_of(_convert.c_id(value)) == value
    assert _convert.uuid_of(_convert.c_id(None)) is None
    with pytest.raises(TypeError):
        _convert.c_id("00112233")  # type: ignore[arg-type]


def test_a_day_in_a_command_comes_back(shop: Shop) -> None:
    price = commands.Price("US", csp.Money("13.50", "USD"), date(2020, 7, 1), date(2021, 1, 1))
    shop.engine.execute(csp.HOST, shop.offer, commands.SetPrice(price))
    last = list(shop.engine.events(csp.HOST))[-1].data["price"]
    assert (last["valid_from"], last["valid_until"]) == ("2020-07-01", "2021-01-01")
    assert last["unit_price"] == csp.Money("13.50", "USD")


def test_a_quantity_that_does_not_fit_is_not_cut() -> None:
    with pytest.raises(OverflowError):
        pack(commands.ChangeQuantity(2**32 + 5), _convert.Texts())
    with pytest.raises(TypeError):
        pack(commands.ChangeQuantity(2.5), _convert.Texts())  # type: ignore[arg-type]


def test_data_reads_its_texts(shop: Shop) -> None:
    order = shop.engine.read(shop.ann, csp.Kind.ORDER, shop.place(5).id).data
    assert order.uuid("customer") == shop.customer
    assert order.moment("submitted_at") == START
    line = order["lines"][0]
    assert line.uuid("offer") == shop.offer and line.uuid("parent") is None
    seats = shop.engine.read(shop.ann, csp.Kind.SUBSCRIPTION, line.uuid("subscription")).data
    assert seats.day("opened_on") == START.date()
    assert seats == dict(seats) and seats["term"].day("end") == date(2020, 9, 2)
    with pytest.raises(KeyError):
        seats.day("never_heard_of")


def test_text_that_is_not_ascii_comes_back(shop: Shop) -> None:
    seats = shop.buy(1)
    shop.engine.execute(shop.ann, seats, commands.RenameSubscription("Büro 東京 🎉"))
    assert shop.engine.read(shop.ann, csp.Kind.SUBSCRIPTION, seats).data["friendly_name"] == "Büro 東京 🎉"
