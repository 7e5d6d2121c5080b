"""The questions about one record, the feed, customers, offers, orders and subscriptions."""

from typing import Any, Optional
from uuid import UUID

from csp import _convert, _native
from csp._ask import Ask
from csp._handle import Handle
from csp.enums import CatalogView, Cycle, Kind
from csp.rows import Allowed, Availability, Event, Page, Row, Rows, allowed_from, availability_from, event_from
from csp.values import Actor


class RecordQueries(Handle):
    """Every question names who asks. A record of another partner answers exactly as one that does not exist."""

    def read(self, by: Actor, kind: Kind, record: UUID) -> Row:
        """One record as it stands now. NotFound: there is none."""
        return Ask(self._ticket).by(by).constant(kind, "kind").id(record).row("csp_read")

    def allowed(self, by: Actor, kind: Kind, record: UUID) -> list[Allowed]:
        """What can be asked of it now, and why the rest cannot."""
        ask = Ask(self._ticket).by(by).constant(kind, "kind").id(record)
        with ask.rows_of("csp_allowed", allowed_from) as rows:
            return list(rows)

    def history(self, by: Actor, kind: Kind, record: UUID, after_version: int = 0) -> Rows[Event]:
        """Its own events behind a version, oldest first."""
        ask = Ask(self._ticket).by(by).constant(kind, "kind").id(record).number(after_version, "after_version")
        return ask.rows_of("csp_history", event_from)

    def events(self, by: Actor, after: int = 0, page: Optional[Page] = None) -> Rows[Event]:
        """The feed behind a position. The host sees all of it, a partner its own.

        Iterate again later over the same rows: they go on where they ended.
        """
        return Ask(self._ticket).by(by).number(after, "after").page(page).rows_of("csp_events", event_from)


class TradeQueries(Handle):
    """Customers, offers, orders, subscriptions, partnerships."""

    def customer_by_domain(self, by: Actor, domain: str) -> Row:
        return Ask(self._ticket).by(by).text(domain).row("csp_customer_by_domain")

    def customers(
        self, by: Actor, name_prefix: str = "", reseller: Optional[UUID] = None, page: Optional[Page] = None
    ) -> Rows[Row]:
        """Those whose name begins so, in any case; of one reseller, or of all."""
        ask = Ask(self._ticket).by(by)
        made: Any = _convert.sized(_native.csp_customer_filter)
        ask.texts.put(name_prefix, made.name_prefix)
        made.reseller = _convert.c_id(reseller)
        return ask.add(made).page(page).rows("csp_customers")

    def subscriptions(
        self, by: Actor, customer: UUID, phase: str = "", page: Optional[Page] = None
    ) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).phase(phase).page(page).rows("csp_subscriptions")

    def subscriptions_of_reseller(self, by: Actor, mpn_id: str, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).text(mpn_id).page(page).rows("csp_subscriptions_of_reseller")

    def add_ons(self, by: Actor, parent: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(parent).page(page).rows("csp_add_ons")

    def sign_in(self, by: Actor, subscription: UUID) -> Row:
        return Ask(self._ticket).by(by).id(subscription).row("csp_sign_in")

    def support_contact_of(self, by: Actor, subscription: UUID) -> Optional[Row]:
        """None: nobody."""
        with Ask(self._ticket).by(by).id(subscription).rows("csp_support_contact_of") as rows:
            return next(rows, None)

    def orders(self, by: Actor, customer: UUID, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).id(customer).page(page).rows("csp_orders")

    def review_order(self, by: Actor, order: UUID) -> Rows[Row]:
        """What each line of a draft would cost, or why it cannot be ordered."""
        return Ask(self._ticket).by(by).id(order).rows("csp_review_order")

    def offers(self, by: Actor, page: Optional[Page] = None) -> Rows[Row]:
        return Ask(self._ticket).by(by).page(page).rows("csp_offers")

    def limited_offers(self, by: Actor, market: str, page: Optional[Page] = None) -> Rows[Row]:
        country = _native.csp_country()
        country.code = _convert.code_of(market, "market")
        return Ask(self._ticket).by(by).add(country).page(page).rows("csp_limited_offers")

    def availability(
        self,
        by: Actor,
        customer: UUID,
        cycle: Cycle = Cycle.MONTHLY,
        view: CatalogView = CatalogView.REGULAR,
        page: Optional[Page] = None,
    ) -> Rows[Availability]:
        """Every offer of the view, available or with every reason why not."""
        ask = Ask(self._ticket).by(by).id(customer).constant(cycle, "cycle").constant(view, "view")
        return ask.page(page).rows_of("csp_availability_for", availability_from)

    def partnerships(self, by: Actor, phase: str = "", page: Optional[Page] = None) -> Rows[Row]:
        """Of that phase; without one, those that are requested or active."""
        return Ask(self._ticket).by(by).phase(phase).page(page).rows("csp_partnerships")
