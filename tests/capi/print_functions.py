"""Prints a table of every function that answers a csp_status but for commands: print_functions.py CAPI > functions.hpp.

The commands have a table of their own, with their fields: generated/every_command.hpp.
"""

import sys
from pathlib import Path


def main(folder: Path) -> None:
    sys.path.insert(0, str(folder / "bindings"))
    from header import read_headers

    functions = [
        function.name
        for function in read_headers(folder).functions
        if function.returns.name == "csp_status" and function.header != "csp_commands.h"
    ]
    print("// Every function that answers a csp_status, commands left out. Printed by print_functions.py.")
    print("#define CSP_EVERY_FUNCTION(X) \\")
    print(" \\\n".join(f"    X({name})" for name in functions))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
