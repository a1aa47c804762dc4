"""Cold processes: what one takes from its start to its end, on the clock and of the processor."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.bench.line import Spent

LEFT_OUT: Final = ("PYTHON", "TRD_", "TEXTUAL", "XDG_", "COVERAGE", "NO_COLOR")
"""Beginnings of variables that would change what is measured: byte code that is not written triples a start."""


class ProcessFailed(Exception):
    """A process that was measured ended with a code of its own."""


def environ(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process whose home is the folder's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
    return {
        **own,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        **more,
    }


def cold(argv: Sequence[str], variables: Mapping[str, str], *, codes: frozenset[int] = frozenset({0})) -> Spent:
    """Run a process to its end, its output thrown away. Raises `ProcessFailed` where its exit code is none of these."""
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    began = time.perf_counter()
    pid = os.posix_spawn(argv[0], list(argv), dict(variables), file_actions=quiet)
    __, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        raise ProcessFailed(f"exit code {code}: {' '.join(argv)[:200]}")
    return Spent(wall, used.ru_utime + used.ru_stime)
