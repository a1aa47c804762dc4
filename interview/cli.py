"""The command `trd-interview`. The version is told before anything else is loaded; every other call is `interview.calling`'s."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview.version import PROGRAM, VERSION

if TYPE_CHECKING:
    from interview.world import World


def main(argv: Sequence[str] | None = None, world: World | None = None) -> int:
    """Run one command and return its exit code. Nothing is raised."""
    called = sys.argv[1:] if argv is None else argv
    if list(called) == ["--version"] and _is_told():
        return 0
    from interview.calling import run

    return run(called, world)


def _is_told() -> bool:
    """Print the version, and return whether that could be written; where not, the call ends as every other does."""
    try:
        print(f"{PROGRAM} {VERSION}", flush=True)  # noqa: T201
    except (OSError, ValueError):
        return False
    return True
