"""A clock that stands still until it is told otherwise: years of expiry in milliseconds."""

import ctypes
from datetime import datetime, timedelta

from csp import _call, _convert
from csp._handle import Handle


class ManualClock(Handle):
    """Give it to Engine(clock=...). Engines that use it keep it, also when it is closed here."""

    def __init__(self, start: datetime) -> None:
        us = _convert.us_of(start)
        super().__init__(
            "csp_manual_clock_close", lambda ticket: _call.call("csp_manual_clock_open", us, ctypes.byref(ticket))
        )

    def now(self) -> datetime:
        us = ctypes.c_int64()
        _call.call("csp_manual_clock_now", self._ticket, ctypes.byref(us))
        return _convert.moment_of(us.value)

    def set(self, moment: datetime) -> None:
        _call.call("csp_manual_clock_set", self._ticket, _convert.us_of(moment))

    def advance(self, by: timedelta) -> None:
        us = _convert.whole(by // _convert.MICROSECOND, ctypes.c_int64, "by")
        _call.call("csp_manual_clock_advance", self._ticket, us)
