"""The files of the project as the rules of the house see them: text, code without comments, comments without code."""

import re
from pathlib import Path
from typing import Iterator, NamedTuple

FOLDERS = ("include", "src", "capi", "examples", "tests", "docs", ".ci")
NO_TEXT = "tests/fuzz/corpus"  # bytes that a fuzzer found
SUFFIXES = {".cpp", ".hpp", ".h", ".c", ".py", ".md", ".txt", ".cmake", ".sql", ""}  # "": scripts such as tests/run

# What is not code: raw strings, strings, characters (but not the quotes of 1'000) and comments.
NOT_CODE = re.compile(
    r'R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL,
)


PRINTED = re.compile(r"Printed by (tests/capi/print_capi|capi/bindings/generate\.py); do not edit\.")
PRINTED_LISTS = ("capi/layout.txt", "capi/symbols.txt")


class Finding(NamedTuple):
    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


def blank(text: str) -> str:
    """Spaces for letters, so that lines and columns stay where they are."""
    return re.sub(r"[^\n]", " ", text)


class File:
    def __init__(self, path: str, text: str):
        self.path = path
        self.text = text
        self.is_cpp = path.endswith((".cpp", ".hpp", ".h", ".c"))
        self.is_document = path.endswith(".md")
        # a test prints it again and compares
        self.is_printed = PRINTED.search(text[:200]) is not None or path in PRINTED_LISTS

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def at(self, offset: int, sentence: str) -> Finding:
        return Finding(self.path, self.line_of(offset), sentence)

    @property
    def code(self) -> str:
        """The text with comments and strings blanked."""
        return NOT_CODE.sub(lambda m: blank(m[0]), self.text)

    @property
    def prose(self) -> str:
        """What people read: documents without quoted code; of C++ the comments and the sentences in strings."""
        if self.is_document:
            return re.sub(r"```.*?```|`[^`\n]*`", lambda m: blank(m[0]), self.text, flags=re.DOTALL)
        if not self.is_cpp:
            return self.text
        kept, end = [], 0
        for match in NOT_CODE.finditer(self.text):
            is_comment = match[0].startswith("/")
            is_sentence = match[0].startswith('"') and " " in match[0] and "{" not in match[0]
            kept.append(blank(self.text[end:match.start()]))
            kept.append(match[0] if is_comment or is_sentence else blank(match[0]))
            end = match.end()
        return "".join(kept) + blank(self.text[end:])


class Tree:
    def __init__(self, root: Path):
        self.root = root
        self.files = [File(p.relative_to(root).as_posix(), p.read_text("utf-8")) for p in sorted(self._paths())]

    def _paths(self) -> Iterator[Path]:
        yield from (p for p in self.root.iterdir() if p.is_file() and p.suffix in {".md", ".txt"})
        for folder in FOLDERS:
            for path in (self.root / folder).rglob("*"):
                is_text = path.suffix in SUFFIXES and path.parent != self.root / NO_TEXT
                if path.is_file() and is_text and "__pycache__" not in path.parts:
                    yield path

    def under(self, *prefixes: str) -> list[File]:
        return [f for f in self.files if f.path.startswith(prefixes)]

    def cpp(self) -> list[File]:
        return [f for f in self.files if f.is_cpp]

    def find(self, path: str) -> File | None:
        return next((f for f in self.files if f.path == path), None)
