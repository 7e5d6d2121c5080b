"""The rules of the house find what they are for: each is shown a small good house, and one with a fault in it."""

import sys
import tempfile
from pathlib import Path

import house
import rules
from tree import Tree


def entry(rule_id: str, code: str = "`decide`, src/domain/order.cpp", test: str = "tests/domain/order_test.cpp") -> str:
    return f"### {rule_id} · it is so\nOne sentence.\nSource: S0\nCode: {code}\nTest: {test}\n\n"


LISTED = "".join(entry(rule_id) for rule_id in rules.KEPT) + "### RES-98 · it will be so\nStatus: later\n"
TESTED = "".join(f'TEST_CASE("{rule_id}: it is so") {{}}\n' for rule_id in rules.KEPT)
FIRST = "int main() {\n    return 0;\n}\n"

GOOD = {
    "README.md": f"A `license`.\n\n<!-- examples/first.cpp -->\n```cpp\n{FIRST}```\n[rules](docs/rules.md)\n",
    "docs/README.md": "[rules](rules.md)\n",
    "docs/rules.md": LISTED,
    "include/csp/order.hpp": '#include <boost/uuid/uuid.hpp>\n#include "csp/time.hpp"\n',
    "include/csp/time.hpp": "// UTF-8 and CONV-1; not random, no sqlite3 here\n",
    "src/domain/order.cpp": '#include "csp/order.hpp"\nint decide() { return 1\'000; }\n',
    "src/storage/sqlite.cpp": '#include <sqlite3.h>\n#include "csp/storage.hpp"\n',
    "include/csp/storage.hpp": '#include "csp/time.hpp"\n',
    "tests/domain/order_test.cpp": TESTED,
    "examples/first.cpp": FIRST,
    "tests/fuzz/corpus/0a1b": "it resumes\n",  # found by a fuzzer, and read by nobody
}

LONG_FUNCTION = "int f(int a) {\n" + "    a += 1;\n" * 60 + "    return a;\n}\n"
LONG_MEMBER = "struct S {\n    int f() const noexcept {\n" + "        g();\n" * 60 + "    }\n};\n"
LONG_TABLE = "// clang-format off\nint t[] = {\n" + f"    {'1' * 130},\n" * 70 + "};\n// clang-format on\n"

# rule: what is planted (path, text) and where and how it is found
PLANTED = [
    ("every_file_has_a_room", "src/cellar/wine.cpp", "int a;\n", 1, "no room"),
    ("every_file_has_a_room", "include/csp/wine.hpp", "int a;\n", 1, "no room"),
    ("rooms_include_only_what_they_may", "src/domain/order.cpp", '\n#include "csp/storage.hpp"\n', 2, "ports"),
    ("rooms_include_only_what_they_may", "src/storage/sqlite.cpp", '#include "csp/order.hpp"\n', 1, "domain"),
    ("rooms_include_only_what_they_may", "src/base/id.cpp", '#include "domain/order.hpp"\n', 1, "domain"),
    ("rooms_include_only_what_they_may", "src/codec/order.cpp", '#include "engine/facts.hpp"\n', 1, "engine"),
    ("rooms_include_only_what_they_may", "src/base/id.cpp", '#include "id.hpp"\n', 1, "instead of"),
    ("rooms_include_only_what_they_may", "src/base/id.cpp", "#include <csp/id.hpp>\n", 1, "in quotes"),
    ("rooms_mention_only_what_they_may", "src/base/id.cpp", "#include <fstream>\n", 1, "files"),
    ("rooms_mention_only_what_they_may", "src/base/id.cpp", "\nusing std::chrono::system_clock;\n", 2, "clock"),
    ("rooms_mention_only_what_they_may", "src/domain/x.cpp", "int dice() { return std::rand(); }\n", 1, "dice"),
    ("rooms_mention_only_what_they_may", "src/domain/x.cpp", "std::mutex door;\n", 1, "threads"),
    ("rooms_mention_only_what_they_may", "src/domain/x.cpp", "boost::json::value v;\n", 1, "JSON"),
    ("rooms_mention_only_what_they_may", "src/engine/x.cpp", "sqlite3* db;\n", 1, "SQLite"),
    ("rooms_mention_only_what_they_may", "src/engine/x.cpp", "PGconn* db;\n", 1, "PostgreSQL"),
    ("rooms_mention_only_what_they_may", "src/storage/x.cpp", 'void f() { std::cerr << "x"; }\n', 1, "streams"),
    ("public_headers_stay_light", "include/csp/id.hpp", "#include <boost/json.hpp>\n", 1, "too heavy"),
    ("public_headers_stay_light", "include/csp/id.hpp", '#include "base/id.hpp"\n', 1, "private"),
    ("both_compilers_have_it", "tests/base/x_test.cpp", "#include <expected>\n", 1, "clang 14"),
    ("rooms_include_only_what_they_may", "src/engine/x.cpp", '#include "capi/take.hpp"\n', 1, "capi"),
    ("rooms_mention_only_what_they_may", "src/capi/x.cpp", 'void f() { std::cerr << "x"; }\n', 1, "streams"),
    ("properties_are_judged", "tests/base/x_test.cpp", "void f() {\n    rc::check([] {});\n}\n", 2, "nobody looks"),
    ("files_are_small", "src/base/id.cpp", "int a;\n" * 401, 401, "401 lines"),
    ("functions_are_short", "src/base/id.cpp", LONG_FUNCTION, 1, "63 lines"),
    ("functions_are_short", "src/base/id.cpp", LONG_MEMBER, 2, "62 lines"),
    ("lines_fit", "src/base/id.cpp", "\n// " + "x" * 118 + "\n", 2, "121 letters"),
    ("listed_rules_are_complete", "docs/rules.md", None, 1, "missing"),
    ("listed_rules_are_complete", "docs/rules.md", LISTED + entry("SUS-01"), 6 * len(rules.KEPT) + 3, "listed twice"),
    ("listed_rules_are_complete", "docs/rules.md", "### XYZ: words\n" + LISTED, 1, "form"),
    ("listed_rules_are_complete", "docs/rules.md", entry("RES-97", code="src/no.cpp") + LISTED, 1, "does not exist"),
    ("listed_rules_are_complete", "docs/rules.md", entry("RES-97", "`no`, src/domain/order.cpp") + LISTED, 1, "`no"),
    ("listed_rules_are_complete", "docs/rules.md", entry("RES-97", test="tests/no_test.cpp") + LISTED, 1, "not exist"),
    ("listed_rules_are_complete", "docs/rules.md", entry("RES-97") + LISTED, 1, "begins with its id"),
    ("listed_rules_are_complete", "docs/rules.md", entry("RES-97", test='"RES-02: no"') + LISTED, 1, "no test"),
    ("listed_rules_are_complete", "docs/rules.md", "### GEN-01 · so\nStatus: later\n" + LISTED, 1, "become later"),
    ("listed_rules_are_complete", "docs/rules.md", "### RES-97 · so\nSource: S0\n" + LISTED, 1, '"Code: ..."'),
    ("listed_rules_are_complete", "docs/rules.md", LISTED.replace(entry("SUS-09"), ""), 1, "SUS-09 is not listed"),
    ("mentioned_rules_exist", "src/base/id.cpp", "\n// SUS-99: no\n", 2, "SUS-99"),
    ("mentioned_rules_exist", "docs/time.md", "As A-NOTHING says.\n", 1, "A-NOTHING"),
    ("one_word_per_thing", "src/base/id.cpp", "// it resumes\n", 1, "reactivate"),
    ("one_word_per_thing", "src/base/id.cpp", "int a;\n// a license\n", 2, "licence"),
    ("one_word_per_thing", "src/base/id.cpp", 'auto a = "a license is sold";\n', 1, "licence"),
    ("one_word_per_thing", "docs/time.md", "Many licenses.\n", 1, "licence"),
    ("one_word_per_thing", "examples/run", "# TODO\n", 1, "TODO"),
    ("one_word_per_thing", "tests/run", "cat ../shared/x\n", 1, "../shared"),
    ("one_word_per_thing", "tests/run", "cat /work/x\n", 1, "/work/"),
    ("quoted_programs_are_the_files", "examples/first.cpp", "int main() {}\n", 3, "copy it again"),
    ("quoted_programs_are_the_files", "examples/first.cpp", None, 3, "does not exist"),
    ("links_lead_somewhere", "docs/time.md", "[no](no.md)\n", 1, "nowhere"),
    ("every_page_is_listed", "docs/time.md", "# Time\n", 1, "does not list"),
]  # fmt: skip

KEEPS = [
    ("functions_are_short", "src/base/id.cpp", "namespace csp {\n" + LONG_FUNCTION.replace("a += 1;\n", "", 4) + "}\n"),
    ("functions_are_short", "src/base/id.cpp", LONG_TABLE),
    ("lines_fit", "src/base/id.cpp", LONG_TABLE),
    ("one_word_per_thing", "src/codec/offer.cpp", 'auto key = "license"; int license = 1; // Apache License\n'),
    ("rooms_mention_only_what_they_may", "src/domain/x.cpp", '// a std::mutex\nauto a = "sqlite3 and json";\n'),
]


def findings_of(rule: str, files: dict[str, str | None]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            if text is not None:
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(text, "utf-8")
        return [str(finding) for r in house.RULES if r.__name__ == rule for finding in r(Tree(Path(folder)))]


def main() -> int:
    failures = []
    for rule in house.RULES:
        name = rule.__name__
        failures += [f"{name} is wrong about the good house: {f}" for f in findings_of(name, GOOD)]
        if name not in {planted[0] for planted in PLANTED}:
            failures.append(f"nothing is planted for {name}")
    for name, path, text, line, words in PLANTED:
        found = findings_of(name, GOOD | {path: text})
        where = "README.md" if name == "quoted_programs_are_the_files" else path
        if not any(f.startswith(f"{where}:{line}: ") and words in f for f in found):
            failures.append(f'{name} does not find "{words}" at {where}:{line}; it found {found}')
    for name, path, text in KEEPS:
        failures += [f"{name} finds too much: {f}" for f in findings_of(name, GOOD | {path: text})]
    for failure in failures:
        print(failure)
    print(f"{len(PLANTED)} faults planted, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
