"""Prints the native layers of the bindings from the C headers: generate.py [--check].

With --check nothing is written, and a file that is not what would be printed is an error.
"""

import importlib.util
import sys
from pathlib import Path

import python_commands
import python_enums
import python_native
from header import read_headers
from model import Model

ROOT = Path(__file__).resolve().parent.parent.parent


def python_files(model: Model) -> dict[str, str]:
    return {
        "capi/python/csp/_native.py": python_native.emit(model),
        "capi/python/csp/enums.py": python_enums.emit(model),
        "capi/python/csp/commands.py": python_commands.emit(model),
    }


def csharp_files(model: Model) -> dict[str, str]:
    """csharp.emit(model) answers the text of each file, by its path in the project."""
    if importlib.util.find_spec("csharp") is None:
        return {}
    files: dict[str, str] = importlib.import_module("csharp").emit(model)
    return files


def is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def main(words: list[str]) -> int:
    if words not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    model = read_headers(ROOT / "capi")
    files = {**python_files(model), **csharp_files(model)}
    stale = [name for name, text in files.items() if not is_current(ROOT / name, text)]
    for name in stale:
        if words:
            print(f"{name} is stale: run capi/bindings/generate.py and commit what it wrote")
        else:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(files[name], encoding="utf-8")
            print(f"wrote {name}")
    return 1 if words and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
