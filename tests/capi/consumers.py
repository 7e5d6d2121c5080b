"""Installs what was built into an empty folder and builds programs against it: consumers.py BUILD CC CXX.

In C once with pkg-config and once with find_package(csp), in C++ with find_package(csp). All must run.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STRICT = ["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror"]


def run(*words: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=env, cwd=cwd)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def by_pkg_config(prefix: Path, folder: Path, compiler: str, **variables: str) -> str:
    """What a program in C says, which pkg-config alone told where csp is."""
    libraries = next(prefix.rglob("libcsp.so")).parent
    env = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), **variables}
    flags = run("pkg-config", "--cflags", "--libs", "csp", env=env).split()
    program = folder / "by_pkg_config"
    run(compiler, *STRICT, HERE / "consumer" / "consumer.c", *flags, f"-Wl,-rpath,{libraries}", "-o", program)
    return run(program)


def by_find_package(prefix: Path, folder: Path, project: str, *settings: str) -> str:
    build = folder / project
    run("cmake", "-S", HERE / project, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", *settings)
    run("cmake", "--build", build)
    return run(build / "consumer", cwd=folder)


def main() -> int:
    build, cc, cxx = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prefix = folder / "prefix"
        run("cmake", "--install", build, "--prefix", prefix, "--strip")
        said = [by_pkg_config(prefix, folder, cc),
                by_find_package(prefix, folder, "consumer", f"-DCMAKE_C_COMPILER={cc}"),
                by_find_package(prefix, folder, "consumer_cpp", f"-DCMAKE_CXX_COMPILER={cxx}")]
    if said == ["csp 0.1.0\n", "csp 0.1.0\n", "csp in C++\n"]:
        return 0
    print(f"the consumers said {said}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
