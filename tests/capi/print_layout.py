"""Prints a C program that prints the size of every struct of the headers and the offset of each of its fields.

print_layout.py HEADER... > layout.c; what that prints is kept in capi/layout.txt, and a test compares. Fields may only
be appended: a line of layout.txt that changes breaks every program that was compiled before.
"""

import re
import sys
from pathlib import Path

STRUCT = re.compile(r"typedef struct (?P<name>csp_\w+) \{(?P<body>.*?)\n\} (?P=name);", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FUNCTION = re.compile(r"\(\*(?P<name>\w+)\)\(")


def fields_of(body: str) -> list[str]:
    names = []
    for declaration in COMMENT.sub("", body).split(";"):
        function = FUNCTION.search(declaration)
        if function:
            names.append(function["name"])
        elif declaration.strip():
            names += re.findall(r"(\w+)(?:\[\d+\])?\s*(?:,|$)", declaration.strip())
    return names


def main() -> None:
    lines = ["#include <csp.h>", "#include <stddef.h>", "#include <stdio.h>", "int main(void) {"]
    for header in sys.argv[1:]:
        for struct in STRUCT.finditer(Path(header).read_text("utf-8")):
            name = struct["name"]
            lines.append(f'    printf("{name} %zu\\n", sizeof({name}));')
            for field in fields_of(struct["body"]):
                lines.append(f'    printf("    {field} %zu\\n", offsetof({name}, {field}));')
    print("\n".join([*lines, "    return 0;", "}"]))


if __name__ == "__main__":
    main()
