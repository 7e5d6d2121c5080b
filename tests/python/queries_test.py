"""Every question can be asked, every function of C is reached, and cursors go from page to page."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Callable
from uuid import UUID

import pytest

import csp
from conftest import Shop, contoso
from csp import _native, commands, enums
from csp._command import Command

NOBODY = UUID(int=404)
ARTIFACT = commands.Artifact("2019", "en-US", "iso")
DAYS = (date(2019, 9, 1), date(2019, 9, 30))

LISTS: dict[str, Callable[[Shop], Any]] = {
    "customers": lambda s: s.engine.customers(s.ann, "con"),
    "subscriptions": lambda s: s.engine.subscriptions(s.ann, s.customer, "active"),
    "orders": lambda s: s.engine.orders(s.ann, s.customer),
    "offers": lambda s: s.engine.offers(s.ann),
    "availability": lambda s: s.engine.availability(s.ann, s.customer, csp.Cycle.ANNUAL),
    "invoices": lambda s: s.engine.invoices(s.ann, s.ann.partner or NOBODY),
    "forecast": lambda s: s.engine.forecast(s.ann, s.ann.partner or NOBODY, date(2019, 11, 1), date(2021, 1, 1)),
    "events": lambda s: s.engine.events(s.ann, page=csp.Page(rows=1)),
}
EMPTY: dict[str, Callable[[Shop], Any]] = {
    "customers of a reseller": lambda s: s.engine.customers(s.ann, reseller=NOBODY),
    "limited_offers": lambda s: s.engine.limited_offers(s.ann, "US"),
    "partnerships": lambda s: s.engine.partnerships(csp.Actor("p", s.ann.partner, csp.Role.GLOBAL_ADMIN)),
    "subscriptions_of_reseller": lambda s: s.engine.subscriptions_of_reseller(s.ann, "7654321"),
    "products": lambda s: s.engine.products(s.ann),
    "software_items": lambda s: s.engine.software_items(s.ann, s.customer),
    "software_orders": lambda s: s.engine.software_orders(s.ann, s.customer),
    "support_requests": lambda s: s.engine.support_requests(s.ann, s.customer),
    "software_activity": lambda s: s.engine.software_activity(csp.HOST, s.customer, *DAYS),
    "software_users": lambda s: s.engine.software_users(csp.HOST, s.customer),
    "activity_log": lambda s: s.engine.activity_log(s.ann, s.customer, *DAYS),
}
MISSING: dict[str, Callable[[Shop], Any]] = {
    "customer_by_domain": lambda s: s.engine.customer_by_domain(s.ann, "nobody.example.com"),
    "add_ons": lambda s: s.engine.add_ons(s.ann, NOBODY),
    "sign_in": lambda s: s.engine.sign_in(s.ann, NOBODY),
    "support_contact_of": lambda s: s.engine.support_contact_of(s.ann, NOBODY),
    "review_order": lambda s: s.engine.review_order(s.ann, NOBODY),
    "cancellation_of": lambda s: s.engine.cancellation_of(s.ann, NOBODY),
    "support_form_of": lambda s: s.engine.support_form_of(s.ann, NOBODY),
    "invoice_lines": lambda s: s.engine.invoice_lines(s.ann, NOBODY),
    "invoice_as_csv": lambda s: s.engine.invoice_as_csv(s.ann, NOBODY),
    "invoice_as_json": lambda s: s.engine.invoice_as_json(s.ann, NOBODY),
    "history": lambda s: s.engine.history(s.ann, csp.Kind.ORDER, NOBODY),
    "setup_info": lambda s: s.engine.setup_info(s.ann, NOBODY),
    "show_download": lambda s: s.engine.show_download(s.ann, NOBODY),
    "show_keys": lambda s: s.engine.show_keys(s.ann, NOBODY, ARTIFACT),
    "show_link": lambda s: s.engine.show_link(s.ann, NOBODY, ARTIFACT),
    "cancel": lambda s: s.engine.cancel_software_order(s.ann, NOBODY, commands.CancelSoftware(s.customer)),
    "edit_partnership": lambda s: s.engine.edit_partnership(s.ann, NOBODY, "hello"),
    "accept_link": lambda s: s.engine.accept_link(csp.HOST, "https://example.com/x", True, NOBODY),
    "decline_link": lambda s: s.engine.decline_link(s.ann, "https://example.com/x"),
    "cancellable_orders": lambda s: list(s.engine.cancellable_orders(s.ann, NOBODY, NOBODY)),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_rows(shop: Shop, name: str) -> None:
    shop.buy(5)
    shop.clock.advance(timedelta(days=60))
    shop.engine.run_due()
    assert list(LISTS[name](shop))


@pytest.mark.parametrize("name", EMPTY)
def test_a_list_of_nothing_is_no_error(shop: Shop, name: str) -> None:
    assert list(EMPTY[name](shop)) == []


@pytest.mark.parametrize("name", MISSING)
def test_what_is_not_there_is_said(shop: Shop, name: str) -> None:
    with pytest.raises(csp.CspError) as caught:
        MISSING[name](shop)
    assert caught.value.status in (csp.Status.NOT_FOUND, csp.Status.REFUSED, csp.Status.INVALID)
    assert caught.value.rule and caught.value.field != "command"


def test_records_are_read_as_they_stand(shop: Shop) -> None:
    seats = shop.buy(5)
    row = shop.engine.read(shop.ann, csp.Kind.SUBSCRIPTION, seats)
    assert (row.what, row.kind, row.id, row.version) == (csp.RowKind.RECORD, csp.Kind.SUBSCRIPTION, seats, 1)
    assert row.data["unit_price"] == csp.Money("12.50", "USD")
    assert row.next_due is not None and row.next_due > shop.clock.now()
    assert shop.engine.customer_by_domain(shop.ann, "contoso.example.com").id == shop.customer
    contact = shop.engine.support_contact_of(shop.ann, seats)
    assert contact is not None and contact.data["is_provider"]
    (created,) = shop.engine.history(shop.ann, csp.Kind.SUBSCRIPTION, seats)
    assert (created.name, created.version) == ("subscription_created", 1)


def test_a_cursor_goes_from_page_to_page(shop: Shop) -> None:
    placed = {shop.place(1).id for _ in range(7)}
    assert {row.id for row in shop.engine.orders(shop.ann, shop.customer, csp.Page(rows=2))} == placed
    first = shop.engine.orders(shop.ann, shop.customer, csp.Page(rows=4, is_one_page=True))
    rest = csp.Page(rows=4, after=first.position)
    assert len(list(first)) == 4 and not first.is_at_end
    assert len(list(shop.engine.orders(shop.ann, shop.customer, rest))) == 3


def test_the_feed_read_page_by_page_ends(shop: Shop) -> None:
    told, after, is_at_end = 0, "", False
    while not is_at_end:
        with shop.engine.events(csp.HOST, page=csp.Page(rows=3, after=after, is_one_page=True)) as rows:
            told += len(list(rows))
            after, is_at_end = rows.position, rows.is_at_end
    assert told == len(list(shop.engine.events(csp.HOST))) and after == str(told)


def test_one_row_or_none(shop: Shop) -> None:
    with pytest.raises(LookupError):
        shop.engine.products(shop.ann).one()


def test_a_new_customer_is_set_up_with_a_password(shop: Shop) -> None:
    wish = commands.CreateCustomer(
        domain="adatum.example.com",
        profile=contoso().profile,
        admin_user=commands.AdminUser("admin@adatum.example.com"),
    )
    row = shop.engine.set_up_customer(shop.ann, wish)
    assert row.text and "password" not in str(row.data)


def test_bad_entries_of_an_import_are_told(shop: Shop) -> None:
    report = shop.engine.import_prices(
        csp.HOST, "offer_id,market,currency,unit_price,valid_from,valid_until\nno id,US,USD,1.00,2019-01-01,\n"
    )
    assert (report.read, report.stored) == (1, 0)
    assert report.problems[0]["sentence"]


# ---- nothing of C was forgotten -----------------------------------------------------------------------------


def all_commands() -> list[type[Command]]:
    found = [kind for kind in vars(commands).values() if isinstance(kind, type) and issubclass(kind, Command)]
    return [kind for kind in found if kind is not Command]


def test_every_function_of_c_is_reached() -> None:
    folder = Path(csp.__file__).parent
    text = "".join(path.read_text() for path in folder.glob("*.py") if path.name != "_native.py")
    verbs = {kind._verb for kind in all_commands()}
    by_command = {f"csp_{how}{verb}" for verb in verbs for how in ("", "preview_", "batch_")}
    said_in_python = {"csp_text_of_id", "csp_text_of_day", "csp_text_of_time", "csp_id_of_text", "csp_day_of_text"}
    said_in_python |= {"csp_time_of_text", "csp_cursor_event", "csp_cursor_availability"}
    for name in _native.SIGNATURES:
        known = name in by_command or name in said_in_python or name.endswith("_name")
        assert known or f'"{name}"' in text or name in ("csp_version", "csp_version_text"), name


@pytest.mark.parametrize("kind", all_commands(), ids=[kind.__name__ for kind in all_commands()])
def test_every_command_can_be_asked(shop: Shop, kind: type[Command]) -> None:
    """With nothing said it is mostly refused, in words: what is wrong with it, and not with how it was put."""
    asks: list[Callable[..., object]] = [shop.engine.execute, shop.engine.preview]
    for ask in asks:
        try:
            ask(csp.HOST, NOBODY, kind())
        except csp.CspError as error:
            assert error.status not in (csp.Status.UNSUPPORTED, csp.Status.INTERNAL), error
            assert error.message
    with shop.engine.batch() as batch:
        try:
            batch.add(csp.HOST, NOBODY, kind())
        except csp.Invalid as error:
            assert error.field
        assert all(isinstance(answer, (csp.Receipt, csp.CspError)) for answer in batch.commit())


def test_the_commands_are_those_of_the_permits() -> None:
    assert len(all_commands()) > 50
    assert {kind._kind for kind in all_commands()} <= set(enums.Kind)
