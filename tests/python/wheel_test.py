"""The wheel: built twice it is the same, installed without a network it works, and it leaves with all its files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

FIRST_ORDER = """
import csp, sys
from pathlib import Path
assert Path(csp.__file__).is_relative_to(sys.prefix), csp.__file__
with csp.Engine() as engine:
    assert engine.run_due().is_all_done
print(csp.version())
"""


def run(*command: "str | Path", **environment: str) -> str:
    """CSP_LIBRARY is not for the installed package: it has its own."""
    clean = {name: value for name, value in os.environ.items() if name not in ("CSP_LIBRARY", "PYTHONPATH")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=clean | environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(folder: Path) -> Path:
    builder = ROOT / "capi" / "python" / "build_wheel.py"
    return Path(run(sys.executable, builder, os.environ["CSP_LIBRARY"], folder).strip())


@pytest.mark.skipif("CSP_LIBRARY" not in os.environ, reason="CSP_LIBRARY is not set: there is no library to pack")
def test_the_wheel_is_installed_without_a_network_and_sells(tmp_path: Path) -> None:
    wheel = build(tmp_path / "one")
    assert wheel.name.startswith("csp-") and wheel.name.endswith(".whl")
    assert build(tmp_path / "two").read_bytes() == wheel.read_bytes()

    place = tmp_path / "venv"
    run(sys.executable, "-m", "venv", place)
    python = place / "bin" / "python3"
    run(python, "-m", "pip", "install", "--no-index", "--disable-pip-version-check", wheel)
    assert run(python, "-c", FIRST_ORDER).strip() == wheel.name.split("-")[1]
    run(python, ROOT / "examples" / "python" / "quickstart.py", "--db", tmp_path / "shop.db")
    run(python, "-m", "pip", "check", "--disable-pip-version-check")
    run(python, "-m", "pip", "uninstall", "--yes", "csp")
    assert not list(place.glob("lib/python3*/site-packages/csp*"))
