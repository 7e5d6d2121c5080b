"""The questions about software, support, activity and money."""

import ctypes
from datetime import date
from typing import Any, Optional
from uuid import UUID

from csp import _convert, _native
from csp._ask import Ask
from csp._handle import Handle
from csp.rows import Page, Row, Rows
from csp.values import Actor


def add_filter(ask: Ask, customer: Optional[UUID], first: Optional[date], last: Optional[date]) -> Ask:
    made: Any = _convert.sized(_native.csp_activity_filter)
    made.customer = _convert.c_id(customer)
    for name, day in (("from", first), ("to", last)):
        if day is not None:
            setattr(made, name, ctypes.pointer(ctypes.c_int32(_convert.number_of(day))))
    return ask.add(made)


class SoftwareQueries(Handle):
    """Products, software orders, support requests and who did what.

    Activity is of the days from the first to the last, which are said both or neither: then it is of the last 30 days
    and today.
    """

    def products(self, by: Actor, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).page(page).rows("csp_products")

    def software_items(self, by: Actor, customer: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).page(page).rows("csp_software_items")

    def software_orders(self, by: Actor, customer: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).page(page).rows("csp_software_orders")

    def cancellable_orders(
        self, by: Actor, customer: UUID, product: UUID, page: Optional[Page] = None
    ) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).id(product).page(page).rows("csp_cancellable_orders")

    def cancellation_of(self, by: Actor, software_order: UUID) -> Rows[Row]:
        """Of each line: can it be cancelled, until when, and what would be credited."""
        return Ask(self._ticket).by(by).id(software_order).rows("csp_cancellation_of")

    def support_form_of(self, by: Actor, software_order: UUID) -> Row:
        return Ask(self._ticket).by(by).id(software_order).row("csp_support_form_of")

    def support_requests(self, by: Actor, customer: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).page(page).rows("csp_support_requests")

    def software_activity(
        self,
        by: Actor,
        customer: Optional[UUID] = None,
        first_day: Optional[date] = None,
        last_day: Optional[date] = None,
        page: Optional[Page] = None,
    ) -> Rows[Row]:
        ask = add_filter(Ask(self._ticket).by(by), customer, first_day, last_day)
        return ask.page(page).rows("csp_software_activity")

    def software_users(
        self,
        by: Actor,
        customer: Optional[UUID] = None,
        first_day: Optional[date] = None,
        last_day: Optional[date] = None,
    ) -> Rows[Row]:
        return add_filter(Ask(self._ticket).by(by), customer, first_day, last_day).rows("csp_software_users")

    def activity_log(
        self,
        by: Actor,
        customer: Optional[UUID] = None,
        first_day: Optional[date] = None,
        last_day: Optional[date] = None,
        page: Optional[Page] = None,
    ) -> Rows[Row]:
        ask = add_filter(Ask(self._ticket).by(by), customer, first_day, last_day)
        return ask.page(page).rows("csp_activity_log")


class MoneyQueries(Handle):
    """Invoices, their lines and files, and what is to be expected."""

    def invoices(self, by: Actor, partner: UUID, phase: str = "", page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(partner).phase(phase).page(page).rows("csp_invoices")

    def invoice_lines(self, by: Actor, invoice: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(invoice).page(page).rows("csp_invoice_lines")

    def invoice_as_csv(self, by: Actor, invoice: UUID) -> str:
        return Ask(self._ticket).by(by).id(invoice).row("csp_invoice_as_csv").text

    def invoice_as_json(self, by: Actor, invoice: UUID) -> str:
        return Ask(self._ticket).by(by).id(invoice).row("csp_invoice_as_json").text

    def forecast(self, by: Actor, partner: UUID, first_day: date, last_day: date) -> Rows[Row]:
        """What lies ahead from one day to another, both included, oldest first. Nothing of it is stored."""
        return Ask(self._ticket).by(by).id(partner).day(first_day).day(last_day).rows("csp_forecast")
