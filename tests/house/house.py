"""The rules of the house, executed: house.py [FOLDER] reads the sources in FOLDER and names each line that breaks one.

One function per rule; each yields what it found. The self-test plants a violation of every rule.
"""

import sys
from pathlib import Path

import documents
import rooms
import rules
import sizes
import words
from tree import Tree

RULES = [
    rooms.every_file_has_a_room,
    rooms.rooms_include_only_what_they_may,
    rooms.rooms_mention_only_what_they_may,
    rooms.public_headers_stay_light,
    rooms.both_compilers_have_it,
    sizes.files_are_small,
    sizes.functions_are_short,
    sizes.lines_fit,
    rules.listed_rules_are_complete,
    rules.mentioned_rules_exist,
    rules.properties_are_judged,
    words.one_word_per_thing,
    documents.quoted_programs_are_the_files,
    documents.links_lead_somewhere,
    documents.every_page_is_listed,
]


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    tree = Tree(root)
    broken = 0
    for rule in RULES:
        findings = list(rule(tree))
        broken += bool(findings)
        print(f"{'BROKEN' if findings else 'kept  '}  {rule.__name__.replace('_', ' ')}")
        for finding in findings:
            print(f"        {finding}")
    print(f"{len(RULES) - broken} of {len(RULES)} rules kept in {len(tree.files)} files")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
