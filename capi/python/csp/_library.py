"""Finds the shared library, compares its version with the headers' and declares its functions."""

import ctypes
import os
from pathlib import Path

from csp import _native

FILE_NAME = "libcsp.so.0"


def path_of_library() -> str:
    """CSP_LIBRARY, or the file that the wheel has beside this one."""
    return os.environ.get("CSP_LIBRARY") or str(Path(__file__).resolve().parent / FILE_NAME)


def text_of(version: int) -> str:
    return f"{version >> 16 & 255}.{version >> 8 & 255}.{version & 255}"


def check_version(found: int, path: str) -> None:
    """The first number is that of the file's name; as long as it is the same there is only more in a newer one."""
    wanted = _native.CSP_VERSION
    if found >> 16 != wanted >> 16 or found < wanted:
        raise ImportError(f"{path} is csp {text_of(found)}, and this package needs {text_of(wanted)}")


def load() -> ctypes.CDLL:
    path = path_of_library()
    try:
        loaded = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(f"the library of csp cannot be loaded: {error}. Set CSP_LIBRARY to its path") from error
    try:
        loaded.csp_version.restype = ctypes.c_uint32
        check_version(loaded.csp_version(), path)
        for name, (returns, takes) in _native.SIGNATURES.items():
            function = getattr(loaded, name)
            function.restype = returns
            function.argtypes = takes
    except AttributeError as error:
        raise ImportError(f"{path} lacks a function of csp {text_of(_native.CSP_VERSION)}: {error}") from error
    return loaded


library = load()


def version() -> str:
    """Of the library that was loaded: "0.1.0"."""
    text: bytes = library.csp_version_text()
    return text.decode()
