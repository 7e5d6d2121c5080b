"""The pages on which a provider adds a customer for a reseller."""

from typing import Optional
from uuid import UUID

from csp import _convert, _native
from csp._ask import Ask
from csp._handle import Handle
from csp.commands import ChooseSubscriptions, GiveDetails, StartWizard
from csp.rows import Row
from csp.values import Actor


class Wizard(Handle):
    """Made by Engine.wizard. Nothing is stored before it is submitted; what stands against a step is raised by it."""

    def __init__(self, engine: Handle, by: Actor) -> None:
        super().__init__("csp_wizard_close", lambda ticket: Ask.of_nothing().call("csp_wizard_open", ticket))
        self._engine = engine  # and not its ticket: an engine that nobody has is closed
        self._by = by

    @property
    def phase(self) -> str:
        """"unstarted", "details", "subscriptions", "review", "confirmed", "closed", "aborted"."""
        phase = _native.csp_str()
        Ask(self._ticket).call("csp_wizard_phase", phase)
        return _convert.text_of(phase)

    def _asked(self) -> Ask:
        return Ask(self._engine._ticket).by(self._by).value(self._ticket)

    def start(self, page: StartWizard) -> None:
        self._asked().part(page).call("csp_wizard_start")

    def give_details(self, page: GiveDetails) -> None:
        self._asked().part(page).call("csp_wizard_give_details")

    def choose_subscriptions(self, page: ChooseSubscriptions) -> None:
        self._asked().part(page).call("csp_wizard_choose_subscriptions")

    def review(self) -> list[Row]:
        """What submitting would come to: a row for each line and each reseller, and for each deadline ahead."""
        with self._asked().rows("csp_wizard_review") as rows:
            return list(rows)

    def submit(self, *, request_id: Optional[UUID] = None) -> Row:
        """Customer, order, subscriptions, grant and administrator in one commit. Its text is the password."""
        ask = Ask(self._engine._ticket).request(self._by, request_id, 0).value(self._ticket)
        return ask.row("csp_wizard_submit")

    def cancel(self) -> None:
        """The only way back is to start over."""
        self._asked().call("csp_wizard_cancel")

    def finish(self) -> None:
        """Closes the confirmation, and with it the setup info."""
        self._asked().call("csp_wizard_finish")
