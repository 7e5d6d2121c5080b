"""What is printed from the C headers is current, and has the layout that a C compiler gives it."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from csp import _library, _native, enums

BINDINGS = ROOT / "capi" / "bindings"
sys.path.insert(0, str(BINDINGS))

import header  # noqa: E402
import python_commands  # noqa: E402
import python_enums  # noqa: E402
import python_native  # noqa: E402


def test_what_is_printed_is_current() -> None:
    checked = [sys.executable, str(BINDINGS / "generate.py"), "--check"]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_stale_file_would_be_found() -> None:
    model = header.read_headers(ROOT / "capi")
    for emitter, name in ((python_native, "_native"), (python_enums, "enums"), (python_commands, "commands")):
        text = (ROOT / "capi" / "python" / "csp" / f"{name}.py").read_text()
        assert emitter.emit(model) == text
    model.functions.pop()
    assert python_native.emit(model) != (ROOT / "capi" / "python" / "csp" / "_native.py").read_text()


def c_program(names: list[str]) -> str:
    """Prints the size of every struct, and where each field lies in it."""
    lines = ["#include <stdio.h>", "#include <stddef.h>", '#include "csp.h"', "int main(void) {"]
    for name in names:
        lines.append(f'    printf("{name} %zu\\n", sizeof({name}));')
        for field, *_ in getattr(_native, name)._fields_:
            lines.append(f'    printf("{name}.{field} %zu\\n", offsetof({name}, {field}));')
    return "\n".join(lines + ["    return 0;", "}", ""])


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_every_struct_lies_as_in_c(tmp_path: Path) -> None:
    structs = [name for name, kind in vars(_native).items() if name.startswith("csp_") and hasattr(kind, "_fields_")]
    assert len(structs) > 100
    source = tmp_path / "layout.c"
    source.write_text(c_program(structs))
    program = tmp_path / "layout"
    subprocess.run(["cc", "-std=c99", f"-I{ROOT / 'capi'}", str(source), "-o", str(program)], check=True)
    for line in subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout.splitlines():
        name, number = line.split()
        struct, _, field = name.partition(".")
        kind: Any = getattr(_native, struct)
        ours = getattr(kind, field).offset if field else ctypes.sizeof(kind)
        assert ours == int(number), name


def read(tmp_path: Path, text: str) -> Any:
    (tmp_path / "csp.h").write_text(text)
    return header.read_headers(tmp_path)


@pytest.mark.parametrize(
    "strange",
    [
        "struct csp_x { int32_t a; };\n",
        "typedef struct csp_x { int32_t a : 3; } csp_x;\n",
        "typedef struct csp_x { csp_unknown a; } csp_x;\n",
        "typedef union csp_x { int32_t a; } csp_x;\n",
        "CSP_API int32_t csp_print(const char* format, ...);\n",
        "CSP_API unsigned csp_count(void);\n",
        "static inline int32_t csp_one(void) { return 1; }\n",
        "typedef int32_t csp_x;\nenum { CSP_X_A, CSP_X_B };\n",
        "#if CSP_NEWER\n#endif\n",
        "#define CSP_TWICE(x) ((x) + (x))\n",
        "#ifndef CSP_H\n",
    ],
)
def test_what_the_reader_does_not_know_it_does_not_skip(tmp_path: Path, strange: str) -> None:
    with pytest.raises(header.Misread):
        read(tmp_path, strange)


def test_comments_go_to_what_they_describe(tmp_path: Path) -> None:
    model = read(
        tmp_path,
        "/* ---- a heading ---- */\ntypedef int32_t csp_x;\n"
        "enum {\n    CSP_X_A = 1, /* first */\n    CSP_X_B = -2\n};\n"
        "/* Counts. */\nCSP_API csp_x csp_count(const csp_x* from, uint64_t most); /* all */\n",
    )
    assert [(constant.name, constant.value, constant.doc) for constant in model.enums[0].constants] == [
        ("CSP_X_A", 1, "first"),
        ("CSP_X_B", -2, ""),
    ]
    assert model.enums[0].name == "csp_x" and model.enums[0].prefix == "CSP_X_"
    assert model.functions[0].doc == "Counts.\nall"


def test_a_version_of_the_library_that_may_lack_something_is_refused() -> None:
    wanted = _native.CSP_VERSION
    for newer in (wanted, wanted + 1, wanted + 0x100):
        _library.check_version(newer, "here")
    for other in (wanted - 1, wanted + 0x10000):
        with pytest.raises(ImportError):
            _library.check_version(other, "here")
    assert enums.Kind.ORDER == _native.CSP_KIND_ORDER


def test_everything_has_the_version_of_the_project() -> None:
    said = re.search(r"^project\(csp VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(), re.MULTILINE)
    assert said and _library.text_of(_native.CSP_VERSION) == said[1]
    assert _library.version() == said[1]
    major = said[1].split(".")[0]
    assert _library.FILE_NAME == f"libcsp.so.{major}"


@pytest.mark.parametrize("path", ["/nowhere/libcsp.so.0", "libc.so.6"])
def test_what_is_no_library_of_csp_is_said(path: str) -> None:
    known = os.environ | {"CSP_LIBRARY": path, "PYTHONPATH": str(ROOT / "capi" / "python")}
    command = [sys.executable, "-c", "import csp"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=known)
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ImportError: ") and path in last


# Debian's belongs to Debian's Python, whatever runs the tests; tests/run installs it.
DEBIAN = "/usr/bin/python3"


def has_mypy() -> bool:
    found = subprocess.run([DEBIAN, "-m", "mypy", "--version"], capture_output=True, check=False)
    return found.returncode == 0


@pytest.mark.skipif(not has_mypy(), reason="mypy of Debian is not installed")
def test_the_type_hints_hold(tmp_path: Path) -> None:
    package = str(ROOT / "capi" / "python" / "csp")
    tests = [str(path) for path in sorted(Path(__file__).parent.glob("*.py"))]
    examples = [str(path) for path in sorted((ROOT / "examples" / "python").glob("*.py"))]
    places = {
        "capi/python": [package, *examples],
        "capi/bindings": [str(BINDINGS / "generate.py")],
        "tests/python": tests,
    }
    paths = os.pathsep.join([str(ROOT / "capi" / "python"), str(BINDINGS)])
    for folder, what in places.items():
        command = [DEBIAN, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), *what]
        known = os.environ | ({"MYPYPATH": paths} if folder.startswith("tests") else {})
        done = subprocess.run(command, cwd=ROOT / folder, capture_output=True, text=True, check=False, env=known)
        assert done.returncode == 0, done.stdout
