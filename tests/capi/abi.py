"""Compares the binary interface of the library with the accepted one: abi.py compare LIBRARY [WHY_NOT] |
accept LIBRARY. WHY_NOT says why this build's cannot be compared.

abidw (of abigail-tools) writes down what the debugger is told of every exported function and of all types it reaches;
capi/csp.abi is what was accepted. abidiff has to find nothing but new functions (capi/csp.abignore) once the fields are
cut off that were appended to structs which carry their size. abidiff's own suppression of appended fields cannot be
used: it overlooks whatever else changed in the same struct.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

CAPI = Path(__file__).resolve().parents[2] / "capi"
ACCEPTED, IGNORED = CAPI / "csp.abi", CAPI / "csp.abignore"
SKIPPED = 77
SAME_ON_EVERY_MACHINE = ["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--type-id-style", "hash"]
NO_MORE_THAN_NEEDED = ["--exported-interfaces-only", "--drop-private-types", "--no-elf-needed", "--no-parameter-names"]


def why_skipped() -> str:
    return "" if shutil.which("abidiff") else "abidiff is missing (Debian: abigail-tools)"


def dump_of(library: Path, headers: Path = CAPI) -> str:
    words = ["abidw", "--headers-dir", headers, *SAME_ON_EVERY_MACHINE, *NO_MORE_THAN_NEEDED, library]
    text = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return re.sub(r"(<abi-instr [^>]*path=')[^']*/", r"\1", text)  # of a source its name: builds lie anywhere


def structs_of(tree: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {each.get("name"): each for each in tree.iter("class-decl") if each.get("size-in-bits")}


def cut(dump: str, accepted: str) -> str:
    """The dump without what was appended to structs that carry their size."""
    tree = ElementTree.fromstring(dump)
    before = structs_of(ElementTree.fromstring(accepted))
    for name, struct in structs_of(tree).items():
        first = struct.find("data-member/var-decl")
        if name not in before or first is None or first.get("name") != "size":
            continue
        end = int(before[name].get("size-in-bits"))
        if int(struct.get("size-in-bits")) > end:
            struct.set("size-in-bits", str(end))
            for member in struct.findall("data-member"):
                if int(member.get("layout-offset-in-bits")) >= end:
                    struct.remove(member)
    return ElementTree.tostring(tree, "unicode")


def why_not(accepted: str, dump: str) -> str:
    """What abidiff has against it; nothing when a program that was built with the accepted library runs on."""
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name, "accepted.abi"), Path(name, "built.abi")
        before.write_text(accepted, "utf-8")
        after.write_text(cut(dump, accepted), "utf-8")
        done = subprocess.run(["abidiff", "--no-default-suppression", "--suppressions", IGNORED, "--harmless",
                               before, after], capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""


def main() -> int:
    word, library = sys.argv[1:]
    if reason := why_skipped():
        print(f"skipped: {reason}")
        return SKIPPED
    if word == "accept":
        ACCEPTED.write_text(dump_of(Path(library)), "utf-8")
        return 0
    against = why_not(ACCEPTED.read_text("utf-8"), dump_of(Path(library)))
    if against:
        print(f"{against}Programs that are built already would break. If that is meant: abi.py accept {library}")
    return 1 if against else 0


if __name__ == "__main__":
    sys.exit(main())
