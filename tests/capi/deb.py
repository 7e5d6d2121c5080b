"""Packs what was built with CPack, unpacks it, and lets a program in C build and run with it: deb.py BUILD CC.

Nothing is compiled but that program, and nothing installed: pkg-config is told of the folder as of another system.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from consumers import by_pkg_config, run

SKIPPED = 77
LINKED = ("libc6 ", "libsqlite3-0", "libsodium23")
NEEDED = ("cpack", "dpkg-deb", "dpkg-shlibdeps", "file", "objdump")


def fields_of(package: Path) -> dict[str, str]:
    lines = run("dpkg-deb", "--field", package).splitlines()
    return dict(line.split(": ", 1) for line in lines if line and line[0] != " ")


def pack(build: Path, folder: Path) -> list[Path]:
    run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", folder,
        "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=none", cwd=folder)  # compressing is what takes long
    return sorted(folder.glob("*.deb"))


def wrong_in(fields: dict[str, dict[str, str]], library: Path) -> list[str]:
    runtime, dev = fields["libcsp0"], fields["libcsp-dev"]
    expected = {
        "the version": runtime["Version"] == dev["Version"] == "0.1.0",
        "what dpkg-shlibdeps found": all(each in runtime["Depends"] for each in LINKED),
        "the runtime of the dev package": "libcsp0 (= 0.1.0)" in dev["Depends"],
        "the SONAME": "SONAME               libcsp.so.0\n" in run("objdump", "-p", library),
        "a stripped library": ".debug_info" not in run("objdump", "-h", library),
        "the maintainer": "@" in runtime["Maintainer"],
    }
    return [what for what, is_right in expected.items() if not is_right]


def main() -> int:
    build, compiler = Path(sys.argv[1]).resolve(), sys.argv[2]
    if missing := [tool for tool in NEEDED if not shutil.which(tool)]:
        print(f"skipped: {' and '.join(missing)} missing (Debian: dpkg-dev, file, binutils)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder, root = Path(name), Path(name, "root")
        paths = pack(build, folder)
        packages = {fields["Package"]: fields for fields in map(fields_of, paths)}
        if set(packages) != {"libcsp0", "libcsp-dev"}:
            sys.exit(f"packed were {sorted(packages)}")
        for path in paths:
            run("dpkg-deb", "-x", path, root)
        library = next(root.rglob("libcsp.so.0"))
        said = by_pkg_config(root / "usr", folder, compiler, PKG_CONFIG_SYSROOT_DIR=str(root))
        wrong = wrong_in(packages, library)
        wrong += [f"{package} has no licence" for package in packages
                  if "Apache License" not in (root / f"usr/share/doc/{package}/copyright").read_text("utf-8")]
    if said != "csp 0.1.0\n":
        wrong.append(f"the program, which said {said}")
    print("wrong: " + ", ".join(wrong) if wrong else f"packed and used: {', '.join(packages)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
