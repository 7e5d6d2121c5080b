"""What the documents quote and point at is there."""

import re
from typing import Iterator

from tree import Finding, Tree

QUOTED = re.compile(r"<!-- (?P<path>\S+) -->\s*```\w*\n(?P<code>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?P<path>[^)#:\s]+)(?:#[^)]*)?\)")


def quoted_programs_are_the_files(tree: Tree) -> Iterator[Finding]:
    for document in tree.files:
        if not document.is_document:
            continue
        for quote in QUOTED.finditer(document.text):
            file = tree.find(quote["path"])
            if file is None:
                yield document.at(quote.start(), f"{quote['path']} does not exist")
            elif file.text.strip() != quote["code"].strip():
                yield document.at(quote.start(), f"the program below is not {quote['path']}; copy it again")


def links_lead_somewhere(tree: Tree) -> Iterator[Finding]:
    for document in tree.files:
        if not document.is_document:
            continue
        folder = (tree.root / document.path).parent
        for link in LINK.finditer(document.prose):
            if not (folder / link["path"]).exists():
                yield document.at(link.start(), f"the link {link['path']} leads nowhere")


def every_page_is_listed(tree: Tree) -> Iterator[Finding]:
    index = tree.find("docs/README.md")
    listed = {(tree.root / "docs" / link["path"]).resolve() for link in LINK.finditer(index.prose)} if index else set()
    for document in tree.files:
        if not document.path.startswith("docs/") or not document.is_document or document is index:
            continue
        if (tree.root / document.path).resolve() not in listed:
            yield Finding(document.path, 1, "docs/README.md does not list this page")
