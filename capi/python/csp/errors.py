"""Why something was not done: one exception for each status, with everything that csp says about it."""

from typing import Any, Mapping, Optional
from uuid import UUID

from csp.enums import Status


class CspError(Exception):
    """What all of them have in common. `str(error)` is one English sentence, with the rule before it."""

    def __init__(self, status: Status, message: str, details: Optional[Mapping[str, Any]] = None, **said: Any) -> None:
        rule = said.get("rule", "")
        super().__init__(f"{rule}: {message}" if rule else message)
        self.status = status
        self.message = message
        self.rule: str = rule  # "SUS-09": the rule that refused, or ""
        self.reason: str = said.get("reason", "")  # for programs: "window_expired"
        self.phase: str = said.get("phase", "")  # the phase the record is in: "suspended"
        self.field: str = said.get("field", "")  # the offending field: "lines[1].offer"
        self.existing: Optional[UUID] = said.get("existing")  # the record that stands in the way
        self.microsoft: Optional[int] = said.get("microsoft")  # Microsoft's number for the same refusal
        self.details: Mapping[str, Any] = details or {}  # the whole refusal, as csp writes it in JSON
        self.is_partial: bool = said.get("is_partial", False)  # it was too long: `details` are empty

    @property
    def allowed(self) -> list[str]:
        """What can be asked of the record instead: ["reactivate_subscription"]."""
        return list(self.details.get("allowed") or [])

    @property
    def others(self) -> list[Mapping[str, Any]]:
        """What else is wrong with the same command."""
        return list(self.details.get("also") or [])


class Invalid(CspError):
    """The value itself is malformed, whatever the records say."""


class NotFound(CspError):
    """There is no such record, or it is another partner's: the same answer."""


class Refused(CspError):
    """A rule says no, now."""


class Conflict(CspError):
    """The record changed meanwhile; read it again."""


class StorageFailed(CspError):
    """The store failed, is locked, is full, is damaged."""


class Busy(CspError):
    """Called from inside a callback of the same engine."""


class Unsupported(CspError):
    """Made by a newer csp, or asked of an older one."""


class OutOfMemory(CspError):
    """There was not enough memory; nothing was done."""


class Internal(CspError):
    """csp is wrong, or a callback failed where it may not."""


class Forbidden(CspError):
    """The actor's roles do not allow it."""


CLASSES: Mapping[int, type[CspError]] = {
    Status.INVALID: Invalid,
    Status.NOT_FOUND: NotFound,
    Status.REFUSED: Refused,
    Status.CONFLICT: Conflict,
    Status.STORAGE: StorageFailed,
    Status.BUSY: Busy,
    Status.UNSUPPORTED: Unsupported,
    Status.NO_MEMORY: OutOfMemory,
    Status.INTERNAL: Internal,
    Status.FORBIDDEN: Forbidden,
}
