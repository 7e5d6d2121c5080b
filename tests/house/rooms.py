"""Who may include whom, and what a room may not mention (docs/house.md)."""

import re
from typing import Iterator

from tree import File, Finding, Tree

MAY_INCLUDE = {
    "base": {"base"},
    "domain": {"base", "domain"},
    "ports": {"base", "ports"},
    "codec": {"base", "domain", "codec"},
    "storage": {"base", "ports", "storage"},
    "engine": {"base", "domain", "codec", "ports", "engine"},
    "capi": {"base", "domain", "codec", "ports", "storage", "engine", "capi"},
    "hosts": {"base", "domain", "ports", "engine", "hosts"},  # what a host includes: everything in one, test helpers
}

ROOM_OF_HEADER = {
    name: room
    for room, names in {
        "base": "version result id time money text market",
        "domain": "machine policy partner customer offer order subscription partnership entitlement invoice ledger "
        "billing charge support_request activity reaction availability country_rules price product proration "
        "software_order download_link nouns new_customer_wizard",
        "ports": "clock ids storage secret sealer fulfilment",
        "engine": "engine authority answers",
        "hosts": "csp",
    }.items()
    for name in names.split()
}

# topic: (headers that bring it, words of code that use it)
TOPICS = {
    "streams": (r"[io]?stream|iostream|sstream|iomanip|cstdio|stdio\.h", r"\bstd::c(out|err|log|in)\b|\bf?printf\b"),
    "files": (r"fstream|filesystem", r"\bfopen\b|\bstd::filesystem\b"),
    "threads": (
        r"thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier",
        r"\bstd::(jthread|thread|mutex|async|this_thread)\b",
    ),
    "the system clock": (r"ctime|time\.h|sys/time\.h", r"\b(system|steady|high_resolution)_clock\b|\bgettimeofday\b"),
    "dice": (r"random|sodium\.h", r"\bs?rand\(|\brandom_device\b|\bmt19937|\brandombytes_|\brandom_generator\b"),
    "SQLite": (r"sqlite3\.h", r"\bsqlite3"),
    "PostgreSQL": (r"libpq-fe\.h|postgres.*", r"\bPQ[a-z]\w+|\bPG(conn|result)\b"),
    "JSON": (r"boost/json.*", r"\bjson\b|\bboost::json\b"),
}

OUTSIDE = {"streams", "files", "threads", "the system clock", "dice", "SQLite", "PostgreSQL"}
MAY_NOT_MENTION = {
    "base": OUTSIDE | {"JSON"},
    "domain": OUTSIDE | {"JSON"},
    "ports": {"streams", "files", "dice", "SQLite", "PostgreSQL", "JSON"},
    "codec": OUTSIDE,
    "storage": {"streams", "dice", "JSON"},
    "engine": {"streams", "files", "SQLite", "PostgreSQL"},
    "capi": {"streams", "files", "dice", "SQLite", "PostgreSQL"},
    "hosts": {"SQLite", "PostgreSQL"},
}

LIGHT = {"boost/uuid/uuid.hpp", "gsl/assert"}  # what a public header may include of Boost and GSL: 0.05 s together
NOT_IN_EVERY_COMPILER = r"expected|format|source_location|ranges"  # g++ 12 and clang 14 must both compile it

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?P<open>[<"])(?P<name>[^>"]+)[>"]', re.MULTILINE)


def room_of(path: str) -> str | None:
    if path.startswith("include/csp/testing"):
        return "hosts"
    if path.startswith("include/csp/"):
        return ROOM_OF_HEADER.get(path.removeprefix("include/csp/").removesuffix(".hpp"))
    return path.split("/")[1] if path.startswith("src/") else None


def room_of_include(name: str) -> str | None:
    folder = name.split("/")[0]
    if folder == "csp":
        return room_of("include/" + name)
    return folder if folder in MAY_INCLUDE else None


def house_files(tree: Tree) -> list[File]:
    return [f for f in tree.under("include/", "src/") if f.is_cpp]


def every_file_has_a_room(tree: Tree) -> Iterator[Finding]:
    for file in house_files(tree):
        if room_of(file.path) not in MAY_INCLUDE:
            yield Finding(file.path, 1, "this file belongs to no room; tests/house/rooms.py lists them")


def rooms_include_only_what_they_may(tree: Tree) -> Iterator[Finding]:
    for file in house_files(tree):
        room = room_of(file.path)
        for include in INCLUDE.finditer(file.text):
            name, quoted = include["name"], include["open"] == '"'
            other = room_of_include(name)
            if other is None and quoted and not name.startswith("csp/"):
                yield file.at(include.start(), f'write "csp/..." or "<room>/..." instead of "{name}"')
            elif other is not None and not quoted:
                yield file.at(include.start(), f'our own header is written in quotes: "{name}"')
            elif other is not None and other not in MAY_INCLUDE.get(room, MAY_INCLUDE):
                yield file.at(include.start(), f"{room} may not include {other} ({name})")


def rooms_mention_only_what_they_may(tree: Tree) -> Iterator[Finding]:
    for file in house_files(tree):
        room = room_of(file.path)
        code = file.code
        for topic in sorted(MAY_NOT_MENTION.get(room, ())):
            headers, words = TOPICS[topic]
            for include in INCLUDE.finditer(file.text):
                if re.fullmatch(headers, include["name"]):
                    yield file.at(include.start(), f"{room} may not mention {topic}: <{include['name']}>")
            for word in re.finditer(words, code):
                yield file.at(word.start(), f"{room} may not mention {topic}: {word[0]}")


def public_headers_stay_light(tree: Tree) -> Iterator[Finding]:
    for file in tree.under("include/"):
        for include in INCLUDE.finditer(file.text):
            name = include["name"]
            if name.startswith(("boost/", "gsl/")) and name not in LIGHT:
                yield file.at(include.start(), f"<{name}> is too heavy for a public header; include it in one .cpp")
            elif name.split("/")[0] in MAY_INCLUDE:
                yield file.at(include.start(), f'a public header may not include the private "{name}"')


def both_compilers_have_it(tree: Tree) -> Iterator[Finding]:
    for file in tree.cpp():
        for include in INCLUDE.finditer(file.text):
            if include["open"] == "<" and re.fullmatch(NOT_IN_EVERY_COMPILER, include["name"]):
                yield file.at(include.start(), f"<{include['name']}> does not compile with clang 14")
