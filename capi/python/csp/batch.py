"""Many commands and one commit, with an answer each; a refused one does not stop the others."""

import ctypes
from typing import Any, Optional, Sequence, Union
from uuid import UUID

from csp import _call, _convert, _native
from csp._ask import Ask
from csp._command import Command
from csp._handle import Handle
from csp.errors import CspError
from csp.values import Actor, Receipt


def failure_of_all(answers: Sequence[Union[Receipt, CspError]]) -> Optional[CspError]:
    """The store's, or the clock's. A refusal has a rule and is of one command; of a failure all have the same."""
    failures = [answer for answer in answers if isinstance(answer, CspError) and not answer.rule]
    is_common = len(failures) == len(answers) and len({(one.status, one.message) for one in failures}) == 1
    return failures[0] if is_common else None


class Batch(Handle):
    """Made by Engine.batch. What was not committed when it is closed is forgotten."""

    def __init__(self, engine: Any) -> None:
        super().__init__("csp_batch_close", lambda ticket: Ask(engine).call("csp_batch_open", ticket))
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
        """All of it, at once: for each command its receipt, or why not. Raises where nothing could be committed."""
        _, refusal, raised = _call.attempt("csp_batch_commit", self._ticket)
        answers = [] if refusal else [self.answer(place) for place in range(self._count)]
        _call.settle(refusal or failure_of_all(answers), raised)
        return answers

    def answer(self, place: int) -> Union[Receipt, CspError]:
        receipt: Any = _convert.sized(_native.csp_receipt)
        ask = Ask(self._ticket).number(place, "place")
        try:
            ask.call("csp_batch_answer", receipt)
        except CspError as error:
            return error
        return Receipt.from_c(receipt)
