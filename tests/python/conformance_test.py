"""The store written in Python keeps every promise of a store (csp/testing_storage.hpp).

CSP_CONFORMANCE names the shared library that conformance.cpp is built as.
"""

import ctypes
import os

import pytest

from csp import _native
from csp._storage import c_storage
from dict_storage import DictStorage, DictTransaction

PATH = os.environ.get("CSP_CONFORMANCE")
OPEN = ctypes.CFUNCTYPE(None, ctypes.POINTER(_native.csp_storage))
TELL = ctypes.CFUNCTYPE(None, ctypes.c_char_p)


def broken_promises(kind: type[DictStorage]) -> list[str]:
    broken: list[str] = []

    def open_empty(out: "ctypes._Pointer[_native.csp_storage]") -> None:
        made = c_storage(kind(), [])
        ctypes.memmove(out, ctypes.byref(made), ctypes.sizeof(made))

    library = ctypes.CDLL(str(PATH))
    library.csp_broken_promises(OPEN(open_empty), TELL(lambda sentence: broken.append(sentence.decode())))
    return broken


@pytest.mark.skipif(not PATH, reason="CSP_CONFORMANCE is not set")
def test_a_store_of_python_keeps_the_promises_of_a_store() -> None:
    assert broken_promises(DictStorage) == []


class Hasty(DictStorage):
    """Nothing is ever taken back."""

    def begin(self, for_writing: bool) -> DictTransaction:
        self.turn.acquire()
        return HastyTransaction(self)


class HastyTransaction(DictTransaction):
    def end(self) -> None:
        self.undo.clear()
        super().end()


@pytest.mark.skipif(not PATH, reason="CSP_CONFORMANCE is not set")
def test_a_store_that_breaks_a_promise_is_found_out() -> None:
    assert broken_promises(Hasty) != []
