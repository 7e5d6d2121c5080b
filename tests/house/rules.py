"""One id is the thread through code, test, document and error: docs/rules.md lists them all."""

import re
from typing import Iterator, NamedTuple

from tree import File, Finding, Tree

LIST = "docs/rules.md"
ID = r"(?:A-[A-Z]{3,}|[A-Z]{2,4}-\d{1,2})"
NOT_A_RULE = {"UTF-8", "UTF-16", "SHA-1", "ISO-8"}

# Kept by now. A rule leaves "Status: later" for good: grows with the library, never shrinks.
KEPT = [
    *(f"GEN-0{n}" for n in range(1, 7)), *(f"RES-{n:02}" for n in range(1, 22)), "A-SUSPEND",
    "SWP-01", "SWP-02", "MKT-01", "TAX-01", "A-PRORATE",
    *(f"ENT-0{n}" for n in range(1, 10)),
    *(f"LOG-0{n}" for n in range(1, 4)),
    *(f"CAN-{n:02}" for n in range(1, 23)),
    *(f"CUS-0{n}" for n in range(1, 8)),
    *(f"OFF-0{n}" for n in range(1, 9)),
    *(f"SUB-0{n}" for n in range(1, 7)),
    *(f"SUS-0{n}" for n in range(1, 10)),
    *(f"CONV-{n}" for n in range(1, 9)),
    *(f"SUP-0{n}" for n in range(1, 8)),
]  # fmt: skip

HEADING = re.compile(rf"^### (?P<id>{ID}) · (?P<sentence>.+)$", re.MULTILINE)
TITLE = re.compile(r'\b(?:TEST_CASE|TEST_CASE_TEMPLATE|SUBCASE|SCENARIO)\(\s*"(?P<title>(?:\\.|[^"\\])*)"')
PATH = re.compile(r"\b(?:include|src|capi|tests|examples)/[\w./-]+\.\w+")


class Rule(NamedTuple):
    id: str
    line: int
    body: str

    @property
    def later(self) -> bool:
        return self.field("Status") == "later"

    def field(self, name: str) -> str:
        match = re.search(rf"^{name}:[ \t]*(.+?)[ \t]*$", self.body, re.MULTILINE)
        return match[1] if match else ""

    def finding(self, sentence: str) -> Finding:
        return Finding(LIST, self.line, f"{self.id}: {sentence}")


def rules_of(document: File) -> list[Rule]:
    headings = list(HEADING.finditer(document.text))
    ends = [h.start() for h in headings[1:]] + [len(document.text)]
    return [Rule(h["id"], document.line_of(h.start()), document.text[h.end():end]) for h, end in zip(headings, ends)]


def titles_of(file: File) -> list[str]:
    return [match["title"] for match in TITLE.finditer(file.text)]


def begins_with(title: str, rule_id: str) -> bool:
    return re.match(rf"{rule_id}(?!\w)", title) is not None


def listed_rules_are_complete(tree: Tree) -> Iterator[Finding]:
    document = tree.find(LIST)
    if document is None:
        yield Finding(LIST, 1, "the list of rules is missing")
        return
    rules = rules_of(document)
    for heading in re.finditer(r"^### (?P<text>.*)$", document.text, re.MULTILINE):
        if not HEADING.match(heading[0]):
            yield document.at(heading.start(), f'"{heading["text"]}" is not of the form "ID · sentence"')
    known: set[str] = set()
    for rule in rules:
        if rule.id in known:
            yield rule.finding("it is listed twice")
        known.add(rule.id)
        if rule.later:
            if rule.id in KEPT:
                yield rule.finding("it was kept before and may not become later again")
            continue
        for name in ("Source", "Code", "Test"):
            if not rule.field(name):
                yield rule.finding(f'the line "{name}: ..." is missing')
        yield from code_of(rule, tree)
        yield from tests_of(rule, tree)
    for rule_id in KEPT:
        if rule_id not in known:
            yield Finding(LIST, 1, f"{rule_id} is not listed")


def code_of(rule: Rule, tree: Tree) -> Iterator[Finding]:
    code = rule.field("Code")
    files = [(path, tree.find(path)) for path in PATH.findall(code)]
    for path, file in files:
        if file is None:
            yield rule.finding(f"its code {path} does not exist")
    for name in re.findall(r"`([^`]+)`", code):
        if not any(file is not None and name in file.text for _, file in files):
            yield rule.finding(f"`{name}` is not in the files named beside it")


def tests_of(rule: Rule, tree: Tree) -> Iterator[Finding]:
    test = rule.field("Test")
    named = PATH.findall(test)
    for path in named:
        file = tree.find(path)
        if file is None:
            yield rule.finding(f"its test {path} does not exist")
        elif not any(begins_with(title, rule.id) for title in titles_of(file)):
            yield rule.finding(f"no test title in {path} begins with its id")
    titles = [title for file in tree.under("tests/") for title in titles_of(file)]
    if not named and not any(begins_with(title, rule.id) for title in titles):
        yield rule.finding("no test title begins with its id")
    for title in re.findall(r'"([^"]+)"', test):
        if title not in titles:
            yield rule.finding(f'there is no test "{title}"')


def mentioned_rules_exist(tree: Tree) -> Iterator[Finding]:
    document = tree.find(LIST)
    if document is None:
        return  # said once, above
    known = {rule.id for rule in rules_of(document)}
    for file in tree.files:
        if file.path.startswith("tests/house/") and file.path.endswith(".py"):
            continue  # the self-test plants some that do not exist
        for mention in re.finditer(rf"(?<![\w-]){ID}(?![\w-])", file.text):
            if mention[0] not in known | NOT_A_RULE:
                yield file.at(mention.start(), f"{mention[0]} is not a rule of {LIST}")


def properties_are_judged(tree: Tree) -> Iterator[Finding]:
    """rc::check only answers whether a property holds: a test that does not look at the answer never fails."""
    for file in tree.under("tests/"):
        if not file.path.endswith(".cpp"):
            continue
        for found in re.finditer(r"^\s*rc::check\(", file.code, re.MULTILINE):
            yield file.at(found.end(), "nobody looks at the answer of rc::check")
