"""One word per thing, and nothing that only makes sense at somebody's desk."""

import re
from typing import Iterator

from tree import Finding, Tree

IN_PROSE = {
    r"\b[Ll]icenses?\b(?<!Apache License)": "licence",
    r"\b[Cc]ancel(ed|ing)\b": "cancelled, cancelling",
}
ANYWHERE = {
    r"\b[Rr]esum(e|es|ed|ing)\b": "reactivate",
    r"\b(TODO|FIXME|HACK)\b|(//|#) *XXX\b": "an issue, or the thing itself",  # XXX alone is a currency
    r"(?<![\w.])/work/": "a path inside the project",
    r"\.\./shared": "a file of the project",
}

NAMES_THE_WORDS = ("docs/glossary.md", "docs/house.md", "tests/house/words.py", "tests/house/selftest.py")


def one_word_per_thing(tree: Tree) -> Iterator[Finding]:
    for file in tree.files:
        if file.path in NAMES_THE_WORDS:
            continue
        for banned, text in ((IN_PROSE, file.prose), (ANYWHERE, file.text)):
            for pattern, wanted in banned.items():
                for word in re.finditer(pattern, text):
                    yield file.at(word.start(), f'"{word[0]}": write {wanted}')
