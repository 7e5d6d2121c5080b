"""csp inside of another project, by add_subdirectory and by FetchContent: sources.py [--whole FOLDER] CC CXX.

Both are configured in full, and the objects of the project's own programs compiled: targets, include paths and options
are those that such a project gets. With --whole everything is built in FOLDER, which takes minutes, and runs.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from consumers import HERE, run

ROOT = HERE.parents[1]
WAYS = {"added": f"-DCSP_FOLDER={ROOT}", "fetched": f"-DFETCHCONTENT_SOURCE_DIR_CSP={ROOT}"}


def configure(build: Path, way: str, cc: str, cxx: str) -> None:
    settings = [f"-DCMAKE_C_COMPILER={cc}", f"-DCMAKE_CXX_COMPILER={cxx}", "-DBUILD_SHARED_LIBS=ON", WAYS[way]]
    if cache := shutil.which("ccache"):
        settings += [f"-DCMAKE_C_COMPILER_LAUNCHER={cache}", f"-DCMAKE_CXX_COMPILER_LAUNCHER={cache}"]
    run("cmake", "-G", "Ninja", "-S", HERE / "consumer_source", "-B", build, *settings)


def objects(build: Path) -> list[str]:
    """The programs' own objects; says what of csp came along that nobody asked for."""
    commands = json.loads((build / "compile_commands.json").read_text("utf-8"))
    for each in commands:
        inside = Path(each["file"]).resolve().relative_to(ROOT).as_posix()
        if inside.startswith(("examples/", "tests/")) and "tests/capi/consumer" not in inside:
            sys.exit(f"{inside} is built, too")
        if any(word.startswith("-W") for word in each["command"].split()):
            sys.exit(f"warnings that nobody asked for: {each['command']}")
    if "Total Tests: 0" not in (tests := run("ctest", "-N", "--test-dir", build)):
        sys.exit(f"tests of csp are tests of the other project: {tests}")
    return [word for each in commands if "tests/capi/consumer" in each["file"]
            for word in each["command"].split() if word.endswith(".o")]


def main() -> int:
    *words, cc, cxx = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(words[1]).resolve() if words else Path(scratch)
        for way in WAYS:
            configure(folder / way, way, cc, cxx)
            run("cmake", "--build", folder / way, "--target", *objects(folder / way))
        if not words:
            return 0
        build = folder / "added"  # the other one compiles the same sources in the same way
        run("cmake", "--build", build)
        run("cmake", "--install", build, "--prefix", folder / "prefix")
        said = [run(build / program, cwd=folder) for program in ("in_c", "in_cpp")]
    print(said)
    return said != ["csp 0.1.0\n", "csp in C++\n"]


if __name__ == "__main__":
    sys.exit(main())
