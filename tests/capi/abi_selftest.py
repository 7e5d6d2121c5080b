"""Changes a small library in the ways that csp's may, or may not, change, and asks abi.py what it thinks of each:
abi_selftest.py CC.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import abi

SOURCE = """
#include <stdint.h>
#include "parts.h"
#define API __attribute__((visibility("default")))
API int32_t csp_count(const csp_part* part, csp_place* place) { return part->size ? (int32_t)place->x : 0; }
API const char* csp_name(int32_t number) { return number ? "one" : "none"; }
"""
HEADER = """
typedef struct csp_place { int32_t x, y; } csp_place;
typedef struct csp_part { uint32_t size; int32_t number; const char* name; } csp_part;
"""

# what is changed: (it reads, it becomes, whether it may)
CHANGES = {
    "nothing": ("", "", True),
    "a field at the end": ("name; }", "name; int64_t more; }", True),
    "a function more": ("API const", "API void csp_more(void) {}\nAPI const", True),
    "a field in the middle": ("int32_t number;", "int32_t number; int64_t more;", False),
    "a field in a hole of the middle": ("uint32_t size;", "uint16_t size, more;", False),
    "another type for a field": ("int32_t number;", "uint32_t number;", False),
    "another type, and a field at the end": ("int32_t number; const char* name;",
                                             "uint32_t number; const char* name; int64_t more;", False),
    "a pointer that is no longer to const": ("const char* name;", "char* name;", False),
    "a field less": ("const char* name;", "", False),
    "another name for a field": ("int32_t number;", "int32_t amount;", False),
    "a field at the end of a struct without its size": ("x, y; }", "x, y, z; }", False),
    "a function less": ("API const char* csp_name", "static inline const char* csp_name", False),
    "a parameter more": ("csp_name(int32_t number)", "csp_name(int32_t number, int32_t more)", False),
    "another type for a parameter": ("csp_name(int32_t number)", "csp_name(int64_t number)", False),
    "another type for an answer": ("API int32_t csp_count", "API int64_t csp_count", False),
}


def dump_of(folder: Path, compiler: str, before: str, after: str) -> str:
    (folder / "parts.h").write_text(HEADER.replace(before, after) if before else HEADER, "utf-8")
    (folder / "parts.c").write_text(SOURCE.replace(before, after) if before else SOURCE, "utf-8")
    library = folder / "libparts.so"
    subprocess.run([compiler, "-g2", "-fPIC", "-shared", "-fvisibility=hidden", "-Wl,-soname,libparts.so.0",
                    folder / "parts.c", "-o", library], check=True)
    return abi.dump_of(library, headers=folder)


def main() -> int:
    if reason := abi.why_skipped():
        print(f"skipped: {reason}")
        return abi.SKIPPED
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        accepted = dump_of(Path(name), sys.argv[1], "", "")
        for what, (before, after, may) in CHANGES.items():
            if before not in HEADER + SOURCE:
                wrong.append(f"{what}: changes nothing")
            elif bool(against := abi.why_not(accepted, dump_of(Path(name), sys.argv[1], before, after))) == may:
                wrong.append(f"{what}: {'refused' if may else 'let through'}\n{against}")
    print("\n".join(wrong) or f"{len(CHANGES)} changes were judged as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
