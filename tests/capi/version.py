"""The version stands in several places that no compiler compares: version.py. Each says the one of CMakeLists.txt."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = r"(\d+\.\d+\.\d+)"
PLACES = [
    ("src/capi/engine.cpp", rf'csp_version_text\(void\) {{ return "{TEXT}"'),
    ("capi/csp_engine.h", rf'csp_version_text\(void\); /\* "{TEXT}" \*/'),
    ("tests/capi/query_test.cpp", rf'csp_version_text\(\)\) == "{TEXT}"'),
    ("tests/capi/deb.py", rf'"{TEXT}"'),
    ("tests/capi/deb.py", rf"libcsp0 \(= {TEXT}\)"),
    ("tests/capi/deb.py", rf"csp {TEXT}\\n"),
    ("tests/capi/consumers.py", rf"csp {TEXT}\\n"),
    ("tests/capi/sources.py", rf"csp {TEXT}\\n"),
    ("CHANGELOG.md", rf"# Changelog\n\n## {TEXT}"),
]


def number(version: str) -> str:
    """As CSP_VERSION has it: 0x00MMmmpp."""
    major, minor, patch = (int(part) for part in version.split("."))
    return f"0x00{major:02X}{minor:02X}{patch:02X}"


def main() -> int:
    def said_in(path: str, pattern: str) -> list[str]:
        return re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"))

    (wanted,) = said_in("CMakeLists.txt", rf"project\(csp VERSION {TEXT}")
    numbers = said_in("capi/csp_engine.h", r"#define CSP_VERSION (0x[0-9A-F]{8})")
    wrong = [] if numbers == [number(wanted)] else [f"capi/csp_engine.h: {numbers}, not {number(wanted)}"]
    for path, pattern in PLACES:
        said = said_in(path, pattern)
        if not said or any(version != wanted for version in said):
            wrong.append(f"{path}: {said or 'nothing'}, not {wanted}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
