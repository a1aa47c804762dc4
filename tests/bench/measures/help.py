"""`--help`, `--version` and imports, against an empty Python and against importing pydantic; and how many modules each loads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

from tests.bench.line import Line, Spent, measured
from tests.bench.processes import cold, environ
from tests.bench.profiles import slowest_imports
from tests.bench.rounds import Asked

COMMAND = "import sys; from interview.cli import main; sys.exit(main())"
"""What the installed command does."""
CASES = (
    ("help.version", "`--version`", (COMMAND, "--version"), ("pass",), "`python -c pass`", 3.0),
    ("help.help", "`--help`", (COMMAND, "--help"), ("pass",), "`python -c pass`", 6.0),
    ("help.import_core", "`import trd_core.assess`", ("import trd_core.assess",), ("import pydantic",), "`import pydantic`", 2.0),
    ("help.import_cli", "`import interview.cli`", ("import interview.cli",), ("import pydantic",), "`import pydantic`", None),
    ("help.import_calling", "`import interview.calling`", ("import interview.calling",), ("import pydantic",), "`import pydantic`", None),
)


def modules_of(code: str, variables: dict[str, str]) -> int:
    """Return how many modules stand loaded after some code, beyond those of an empty Python."""
    counted = [
        int(
            subprocess.run(
                [sys.executable, "-c", f"import sys\n{each}\nprint(len(sys.modules))"],
                capture_output=True,
                text=True,
                check=True,
                env=variables,
            ).stdout
        )
        for each in ("", code)
    ]
    return counted[1] - counted[0]


def run(asked: Asked) -> Iterator[Line]:
    """Time each command against its floor, in cold processes."""
    variables = environ(asked.scratch)
    for id_, what, code, floor, against, goal in CASES:

        def process(given: tuple[str, ...]) -> Callable[[], Spent]:
            return lambda: cold([sys.executable, "-c", *given], variables)

        here, there, sides = list[Spent](), list[Spent](), (process(code), process(floor))
        for side in sides:
            side()
        for __ in range(asked.rounds):
            here.append(sides[0]())
            there.append(sides[1]())
        counts = f"{modules_of(code[0], variables)} modules" if len(code) == 1 else ""
        if floor[0] != "pass":
            counts += f" to {modules_of(floor[0], variables)}"
        where = slowest_imports(code, variables) if asked.profile else ()
        yield measured(id_, what, here, there, against=against, goal=goal, remark=counts, where=where)
