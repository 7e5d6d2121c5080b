"""Builds the wheel: build_wheel.py LIBRARY FOLDER puts csp-VERSION-py3-none-PLATFORM.whl there, with the library in it.

Only the standard library is needed, and no network. The same input gives the same bytes.
"""

import base64
import hashlib
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
LIBRARY_NAME = "libcsp.so.0"

WHEEL = """\
Wheel-Version: 1.0
Generator: csp
Root-Is-Purelib: false
Tag: {tag}
"""


def version_of(native: str) -> str:
    """The headers' version, as _native.py has it: 0x00MMmmpp."""
    found = re.search(r"^CSP_VERSION = (\d+)$", native, re.MULTILINE)
    if found is None:
        raise SystemExit("csp/_native.py says no CSP_VERSION")
    number = int(found[1])
    return f"{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def platform_tag() -> str:
    platform = re.sub(r"[-.]", "_", sysconfig.get_platform())
    return f"py3-none-{platform}"


def contents(library: Path, version: str) -> dict[str, bytes]:
    files = {f"csp/{path.name}": path.read_bytes() for path in sorted((HERE / "csp").glob("*.py"))}
    files["csp/py.typed"] = b""
    files[f"csp/{LIBRARY_NAME}"] = library.read_bytes()
    info = f"csp-{version}.dist-info"
    description = (HERE.parent.parent / "docs" / "python.md").read_text(encoding="utf-8")
    metadata = (HERE / "metadata.in").read_text(encoding="utf-8")
    files[f"{info}/METADATA"] = metadata.format(version=version, description=description).encode()
    files[f"{info}/WHEEL"] = WHEEL.format(tag=platform_tag()).encode()
    files[f"{info}/LICENSE"] = (HERE.parent.parent / "LICENSE").read_bytes()
    files[f"{info}/top_level.txt"] = b"csp\n"
    record = f"{info}/RECORD"
    files[record] = "".join([line_of(name, data) for name, data in files.items()] + [f"{record},,\n"]).encode()
    return files


def line_of(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def write(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, FIRST_MOMENT)
            entry.external_attr = (0o755 if name.endswith(LIBRARY_NAME) else 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, data)


def main(words: list[str]) -> int:
    if len(words) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    library, folder = Path(words[0]), Path(words[1])
    version = version_of((HERE / "csp" / "_native.py").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"csp-{version}-{platform_tag()}.whl"
    write(path, contents(library, version))
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
