"""The engine: one open store, one clock, the rules."""

import ctypes
import os
from typing import Any, Callable, Optional, Sequence, Union
from uuid import UUID

from csp import _convert, _native, _vtables
from csp._ask import Ask
from csp._command import Command
from csp._deliveries import Deliveries
from csp._queries import RecordQueries, TradeQueries
from csp._software import MoneyQueries, SoftwareQueries
from csp._storage import c_storage
from csp.batch import Batch
from csp.clock import ManualClock
from csp.ports import Clock, Fulfilment, Sealer, Secrets, Storage
from csp.rows import Event, Preview, event_told, preview_from, step_of_preview
from csp.values import Actor, DueReport, Receipt
from csp.wizard import Wizard

Listener = Callable[[Event], None]

VTABLES: dict[str, Callable[[Any, list[int]], Any]] = {
    "storage": c_storage,
    "clock": _vtables.c_clock,
    "fulfilment": _vtables.c_fulfilment,
    "sealer": _vtables.c_sealer,
    "secrets": _vtables.c_secrets,
    "listener": _vtables.c_listener,
}


class Engine(RecordQueries, TradeQueries, SoftwareQueries, MoneyQueries, Deliveries):
    """Use it with `with`, from any thread; calls on one engine wait for each other.

    `url` is "memory:" (the default) or "sqlite:shop.db"; or bring a `storage` of your own, and no url. Without a
    `clock` it is the system's.
    """

    def __init__(
        self,
        url: Optional[str] = None,
        *,
        storage: Optional[Storage] = None,
        clock: Union[Clock, ManualClock, None] = None,
        fulfilment: Optional[Fulfilment] = None,
        sealer: Optional[Sealer] = None,
        sealing_key: bytes = b"",
        secrets: Optional[Secrets] = None,
        listener: Optional[Listener] = None,
        profile: str = "",
        country_rules: Sequence[str] = (),
        first_counted_id: int = 0,
        attempts: int = 0,
        keeps_bills: bool = True,
        sqlite_normal: bool = False,
        busy_timeout_ms: int = 0,
    ) -> None:
        """
        sealing_key: 32 bytes for csp's own sealer, where there is a fulfilment
        profile: "2018-03", "2018-10", "2019-03", "2020-01" (the default), "2021-06"
        country_rules: Microsoft's address rules, one JSON text a country
        first_counted_id: 0: random ids; otherwise counted from there, so that two runs print the same
        attempts: how often a command is tried in all when another writer was first; 0: 8
        keeps_bills: False: you bill elsewhere. Chosen once for a store
        """
        texts = _convert.Texts()
        options: Any = _convert.sized(_native.csp_engine_options)
        texts.put(_url_as_given(url, storage), options.url)
        texts.put(sealing_key, options.sealing_key)
        texts.put(profile, options.profile)
        _add_country_rules(options, country_rules, texts)
        options.first_counted_id = _convert.whole(first_counted_id, ctypes.c_uint64, "first_counted_id")
        options.attempts = _convert.whole(attempts, ctypes.c_int32, "attempts")
        options.keeps_bills = _convert.yes_or_no(keeps_bills, "keeps_bills")
        options.sqlite_normal = 1 if _convert.yes_or_no(sqlite_normal, "sqlite_normal") == _native.CSP_YES else 0
        options.busy_timeout_ms = _convert.whole(busy_timeout_ms, ctypes.c_uint32, "busy_timeout_ms")
        if isinstance(clock, ManualClock):
            options.manual_clock = clock._ticket
            clock = None
        brought: list[int] = []
        try:
            _bring(
                options,
                brought,
                storage=storage,
                clock=clock,
                fulfilment=fulfilment,
                sealer=sealer,
                secrets=secrets,
                listener=None if listener is None else _told(listener),
            )
            ask = Ask.of_nothing().add(options)
            super().__init__("csp_engine_close", lambda ticket: ask.call("csp_engine_open", ticket))
        except BaseException:
            _vtables.let_go(brought)
            raise

    @staticmethod
    def memory(**options: Any) -> "Engine":
        """Keeps everything in this process."""
        return Engine("memory:", **options)

    @staticmethod
    def sqlite(path: Union[str, "os.PathLike[str]"], **options: Any) -> "Engine":
        """Keeps everything in one file, and creates it."""
        return Engine(f"sqlite:{os.fspath(path)}", **options)

    # ---- commands ---------------------------------------------------------------------------------------

    def execute(
        self,
        by: Actor,
        record: Optional[UUID],
        command: Command,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> Receipt:
        """Does it, or raises why not (Refused, with its rule).

        request_id: asked again with the same id and command, the answer is the same
        expected_version: a record that has changed since raises Conflict; 0: any
        """
        ask = Ask(self._ticket).request(by, request_id, expected_version).id_or_none(record).part(command)
        return ask.receipt(f"csp_{command._verb}")

    def create(self, by: Actor, command: Command, *, request_id: Optional[UUID] = None) -> Receipt:
        """Makes a new record, whose id is in the receipt."""
        if not command._makes_a_record:
            raise TypeError(f"{type(command).__name__} makes no new record: use execute, and say of which")
        return self.execute(by, None, command, request_id=request_id)

    def preview(
        self, by: Actor, record: Optional[UUID], command: Command, *, expected_version: int = 0
    ) -> Preview:
        """What it would do: events, charges and deadlines. Nothing is stored."""
        ask = Ask(self._ticket).request(by, None, expected_version).id_or_none(record).part(command)
        with ask.rows_of(f"csp_preview_{command._verb}", step_of_preview) as steps:
            return preview_from(list(steps))

    def batch(self) -> Batch:
        """For many commands and one commit."""
        return Batch(self._ticket)

    def wizard(self, by: Actor) -> Wizard:
        """For a new customer of a reseller, page by page."""
        return Wizard(self, by)

    def run_due(self, limit: int = 0) -> DueReport:
        """Stores what has fallen due, oldest first, each at its own due time. 0: a thousand deadlines at most.

        Commands and queries are right without it, but for invoices: this alone drafts them, and with them debts.
        Call it from a timer, at least daily, and again until is_all_done.
        """
        report: Any = _convert.sized(_native.csp_due_report)
        Ask(self._ticket).number(limit, "limit").call("csp_run_due", report)
        return DueReport(report.steps, report.is_all_done == 1)

    def listen(self, listener: Listener) -> None:
        """Calls it with every event once it is stored, in order, until the engine is gone.

        There is nothing to answer, for it has happened: what it raises goes to sys.unraisablehook. What interrupts
        (Ctrl+C) is raised by the call that made the event, and that has happened all the same.
        """
        Ask(self._ticket).add(_vtables.c_listener(_told(listener), [])).call("csp_engine_listen")


def _url_as_given(url: Optional[str], storage: Optional[Storage]) -> str:
    """Beside a storage it is refused by csp: who names both would not know which one has been written to."""
    if url is None:
        return "memory:" if storage is None else ""
    return url


def _add_country_rules(options: Any, country_rules: Sequence[str], texts: _convert.Texts) -> None:
    rules = (_native.csp_str * len(country_rules))(*[texts.c_str(text) for text in country_rules])
    options.country_rules = ctypes.cast(rules, ctypes.POINTER(_native.csp_str))
    options.country_rules_count = len(country_rules)


def _bring(options: Any, numbers: list[int], **ports: Any) -> None:
    """The last thing before opening: from there on csp lets go of what has a number."""
    for name, port in ports.items():
        if port is not None:
            setattr(options, name, ctypes.pointer(VTABLES[name](port, numbers)))


def _told(listener: Listener) -> Callable[[Any], None]:
    """The listener, as it is called with the struct of C."""
    return lambda event: listener(event_told(event))
