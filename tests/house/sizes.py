"""Small files, short functions, lines that fit."""

import re
from typing import Iterator

from tree import Finding, Tree

FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
LINE_LETTERS_MAX = 120

# The text before a brace that opens a function: it ends with its parameters and what may follow them.
OPENS_FUNCTION = re.compile(
    r"\)\s*(?:(?:const|constexpr|noexcept|override|final|mutable|try|&&?)\s*)*"
    r"(?:->[^;{}]*|requires[^;{}]*|:[^:;{}][^;{}]*)?$"
)
TABLE = re.compile(r"^[ \t]*// clang-format off$.*?^[ \t]*// clang-format on$", re.MULTILINE | re.DOTALL)


def files_are_small(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        count = file.text.count("\n")
        if not file.is_document and not file.is_printed and count > FILE_LINES_MAX:
            yield Finding(file.path, count, f"the file has {count} lines; {FILE_LINES_MAX} are enough")


def lines_fit(tree: Tree) -> Iterator[Finding]:
    """Outside the fenced tables: a row is a sentence, and its columns stand below each other."""
    for file in tree.files:
        if file.is_document or file.is_printed or file.path.startswith("tests/golden/"):
            continue
        text = TABLE.sub(lambda table: "\n" * table[0].count("\n"), file.text)
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > LINE_LETTERS_MAX:
                yield Finding(file.path, number, f"the line has {len(line)} letters; {LINE_LETTERS_MAX} are enough")


def functions_are_short(tree: Tree) -> Iterator[Finding]:
    for file in tree.cpp():
        for first, last in functions_of(file.code):
            if last - first + 1 > FUNCTION_LINES_MAX:
                sentence = f"the function has {last - first + 1} lines; {FUNCTION_LINES_MAX} are enough"
                yield Finding(file.path, first, sentence)


def functions_of(code: str) -> Iterator[tuple[int, int]]:
    """First and last line of each outermost function, by counting braces."""
    code = re.sub(r"^[ \t]*#[^\n]*", "", code, flags=re.MULTILINE)  # a directive has no braces of interest
    opened: list[tuple[bool, int]] = []  # of each open brace: does it open a function, and in which line
    line, header_start = 1, 0
    for offset, letter in enumerate(code):
        if letter == "\n":
            line += 1
        elif letter == "{":
            inside = any(is_function for is_function, _ in opened)
            opened.append((not inside and bool(OPENS_FUNCTION.search(code[header_start:offset].rstrip())), line))
        elif letter == "}" and opened:
            is_function, first = opened.pop()
            if is_function:
                yield first, line
        if letter in "{};":
            header_start = offset + 1
