"""Many commands and one commit, with an answer each; a refused one does not stop the others."""

import ctypes
from typing import Any, Optional, Union
from uuid import UUID

from csp import _convert, _native
from csp._ask import Ask
from csp._command import Command
from csp._handle import Handle
from csp.errors import CspError
from csp.values import Actor, Receipt


class Batch(Handle):
    """Made by Engine.batch. What was not committed when it is closed is forgotten."""

    def __init__(self, engine: Any) -> None:
        ticket = ctypes.c_void_p()
        Ask(engine).call("csp_batch_open", ticket)
        super().__init__("csp_batch_close", ticket)
        self._count = 0

    def add(
        self,
        by: Actor,
        record: Optional[UUID],
        command: Command,
        *,
        request_id: Optional[UUID] = None,
        expected_version: int = 0,
    ) -> int:
        """Its place among the answers. What is malformed is raised here, and is not in the batch."""
        place = ctypes.c_uint64()
        ask = Ask(self._ticket).request(by, request_id, expected_version).id_or_none(record).part(command)
        ask.call(f"csp_batch_{command._verb}", place)
        self._count = place.value + 1
        return place.value

    def commit(self) -> list[Union[Receipt, CspError]]:
        """All of it, at once: for each command its receipt, or why not."""
        Ask(self._ticket).call("csp_batch_commit")
        return [self.answer(place) for place in range(self._count)]

    def answer(self, place: int) -> Union[Receipt, CspError]:
        receipt: Any = _convert.sized(_native.csp_receipt)
        ask = Ask(self._ticket).number(place, "place")
        try:
            ask.call("csp_batch_answer", receipt)
        except CspError as error:
            return error
        return Receipt.from_c(receipt)
