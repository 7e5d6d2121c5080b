"""Commands whose answer is more than a receipt, and imports. What is shown once is the `text` of the row."""

from typing import Any, Optional
from uuid import UUID

from csp import _convert, _native
from csp._ask import Ask
from csp._handle import Handle
from csp.commands import Artifact, CancelSoftware, CreateCustomer, RequestPartnership
from csp.rows import Row, Rows, row_from
from csp.values import Actor, ImportReport, Receipt


class Deliveries(Handle):
    def _asked(self, by: Actor, request_id: Optional[UUID], expected_version: int = 0) -> Ask:
        return Ask(self._ticket).request(by, request_id, expected_version)

    # ---- software ---------------------------------------------------------------------------------------

    def cancel_software_order(
        self,
        by: Actor,
        order: UUID,
        command: CancelSoftware,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Row:
        """`data["cancelled"]` says what became of each line."""
        return self._asked(by, request_id, expected_version).id(order).part(command).row("csp_cancel_software_order")

    def show_keys(
        self,
        by: Actor,
        entitlement: UUID,
        artifact: Artifact,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Row:
        """Its text is the key. Who has seen it is in the activity log."""
        return self._asked(by, request_id, expected_version).id(entitlement).part(artifact).row("csp_show_keys")

    def show_link(
        self,
        by: Actor,
        entitlement: UUID,
        artifact: Artifact,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Row:
        """Its text is the address, its id that of the link."""
        return self._asked(by, request_id, expected_version).id(entitlement).part(artifact).row("csp_show_link")

    def show_download(
        self, by: Actor, link: UUID, *, request_id: Optional[UUID] = None, expected_version: int = 0
    ) -> Row:
        return self._asked(by, request_id, expected_version).id(link).row("csp_show_download")

    # ---- partnerships -----------------------------------------------------------------------------------

    def draft_partnership(
        self,
        by: Actor,
        wish: RequestPartnership,
        link_address: str,
        anew: Optional[UUID] = None,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> tuple[Row, Row]:
        """The whole message, and the link in it. `anew` names a partnership that was declined before."""
        ask = self._asked(by, request_id, expected_version).part(wish).text(link_address).id_or_none(anew)
        with ask.rows("csp_draft_partnership") as rows:
            return next(rows), next(rows)

    def edit_partnership(
        self,
        by: Actor,
        partnership: UUID,
        text: str,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Receipt:
        return self._asked(by, request_id, expected_version).id(partnership).text(text).receipt("csp_edit_partnership")

    def accept_link(
        self,
        by: Actor,
        link: str,
        is_authorised: bool,
        reseller: Optional[UUID] = None,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Receipt:
        """The host names the reseller; anybody else is of one."""
        said = _convert.yes_or_no(is_authorised, "is_authorised")
        ask = self._asked(by, request_id, expected_version).text(link).value(said).id_or_none(reseller)
        return ask.receipt("csp_accept_link")

    def decline_link(
        self, by: Actor, link: str, *, request_id: Optional[UUID] = None, expected_version: int = 0
    ) -> Receipt:
        return self._asked(by, request_id, expected_version).text(link).receipt("csp_decline_link")

    # ---- customers --------------------------------------------------------------------------------------

    def set_up_customer(
        self, by: Actor, command: CreateCustomer, *, request_id: Optional[UUID] = None
    ) -> Row:
        """Its text is the first administrator's password."""
        return self._asked(by, request_id).part(command).row("csp_set_up_customer")

    def setup_info(self, by: Actor, customer: UUID) -> Row:
        """Always refused (CUS-07), and the refusal says why: the password is shown once, by set_up_customer."""
        return Ask(self._ticket).by(by).id(customer).row("csp_setup_info")

    # ---- imports ----------------------------------------------------------------------------------------

    def import_offers(self, by: Actor, json: "str | bytes") -> ImportReport:
        """What Microsoft's GET /v1/offers answers; see docs/imports.md."""
        return self._imported("csp_import_offers", self._asked(by, None).text(json))

    def import_prices(self, by: Actor, csv: "str | bytes") -> ImportReport:
        return self._imported("csp_import_prices", self._asked(by, None).text(csv))

    def _imported(self, name: str, ask: Ask) -> ImportReport:
        report: Any = _convert.sized(_native.csp_import_report)
        with Rows(lambda cursor: ask.call(name, report, cursor), row_from) as problems:
            told = tuple(row.data for row in problems)
        return ImportReport(report.read, report.stored, report.unchanged, told)
