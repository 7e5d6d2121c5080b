"""Compares what is there with what was committed: compare.py symbols LIBRARY FILE | layout PROGRAM FILE.

With --write in front it writes the file instead. Symbols and fields are only ever added: what was there stays.
"""

import subprocess
import sys
from pathlib import Path


def symbols_of(library: str) -> str:
    listed = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    names = {line.split()[-1] for line in listed.splitlines()}
    return "\n".join(sorted(names - {"CSP_1"})) + "\n"


def layout_of(program: str) -> str:
    return subprocess.run([program], check=True, capture_output=True, text=True).stdout


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--write"]
    read = {"symbols": symbols_of, "layout": layout_of}[words[0]]
    text, file = read(words[1]), Path(words[2])
    if "--write" in sys.argv:
        file.write_text(text, "utf-8")
        return 0
    committed = file.read_text("utf-8") if file.exists() else ""
    if text == committed:
        return 0
    gone = sorted(set(committed.splitlines()) - set(text.splitlines()))
    new = sorted(set(text.splitlines()) - set(committed.splitlines()))
    print(f"{file.name} is not what was built.\n  gone or changed: {gone}\n  new: {new}")
    print(f"If that is meant: compare.py --write {' '.join(words)}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
