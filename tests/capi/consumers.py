"""Installs what was built into an empty folder and builds a program in C against it: consumers.py BUILD COMPILER.

Once with pkg-config, once with find_package(csp). Both must run and say which csp they found.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "consumer"
STRICT = ["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror"]


def run(*words: object, env: dict[str, str] | None = None) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=env)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def by_pkg_config(prefix: Path, libraries: Path, folder: Path, compiler: str) -> str:
    env = {**os.environ, "PKG_CONFIG_PATH": str(libraries / "pkgconfig")}
    flags = run("pkg-config", f"--define-variable=prefix={prefix}", f"--define-variable=libdir={libraries}",
                f"--define-variable=includedir={prefix / 'include'}", "--cflags", "--libs", "csp", env=env).split()
    program = folder / "consumer"
    run(compiler, *STRICT, HERE / "consumer.c", *flags, f"-Wl,-rpath,{libraries}", "-o", program)
    return run(program)


def by_find_package(prefix: Path, folder: Path, compiler: str) -> str:
    run("cmake", "-S", HERE, "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_C_COMPILER={compiler}")
    run("cmake", "--build", folder / "build")
    return run(folder / "build" / "consumer")


def main() -> int:
    build, compiler = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prefix = folder / "prefix"
        run("cmake", "--install", build, "--prefix", prefix, "--strip")
        libraries = next(prefix.rglob("libcsp.so")).parent
        said = {by_pkg_config(prefix, libraries, folder, compiler), by_find_package(prefix, folder, compiler)}
    if said == {"csp 0.1.0\n"}:
        return 0
    print(f"the consumers said {said}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
