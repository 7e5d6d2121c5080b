"""The same story in another language prints the same, byte for byte: same_story.py CPP_PROGRAM OTHER_PROGRAM."""

import subprocess
import sys
import tempfile


def told_by(program: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([program, "--fresh", "--db", "story.db"], cwd=folder, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{program} answers {run.returncode}: {run.stderr}")
        return run.stdout


def main() -> int:
    first, second = (told_by(program).splitlines() for program in sys.argv[1:3])
    for number, (one, other) in enumerate(zip(first, second), 1):
        if one != other:
            print(f"line {number}:\n  {one}\n  {other}")
            return 1
    if len(first) != len(second):
        print(f"{len(first)} lines and {len(second)} lines")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
